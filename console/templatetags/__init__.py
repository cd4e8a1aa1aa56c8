"""Pieces of pages that several templates show."""
