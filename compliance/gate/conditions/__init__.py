"""Conditions on stored facts: the language they are written in, their fields, their answers."""
