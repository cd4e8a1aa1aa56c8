"""Quiet hours: when a text that may be said may not be sent yet."""
