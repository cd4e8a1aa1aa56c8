"""The sections of a bundle: for each, how it is read and, beside it, how it is written."""
