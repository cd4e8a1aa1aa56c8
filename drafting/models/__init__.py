"""The drafting app's models."""
