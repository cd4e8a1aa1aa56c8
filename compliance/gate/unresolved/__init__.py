"""Statements that are read with confidence and that no stored fact answers, by kind of facts."""
