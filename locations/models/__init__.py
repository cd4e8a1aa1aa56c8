"""The locations app's models."""
