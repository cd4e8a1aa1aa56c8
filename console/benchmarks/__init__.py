"""How fast the gate, the payload and the whole line are, as tables and JSON."""
