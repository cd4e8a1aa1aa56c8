"""Labelled drafts through the gate, and what the gate made of them as numbers."""
