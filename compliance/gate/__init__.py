"""The pure gate: text and facts in, a decision out. No Django, no clock, no I/O."""

# Raised whenever the same input could give another decision.
GATE_VERSION = "3"
