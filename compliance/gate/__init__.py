"""The pure gate: text and facts in, a decision out. No Django, no clock, no I/O."""
