"""The compliance app's models."""
