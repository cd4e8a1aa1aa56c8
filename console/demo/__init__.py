"""The demonstration: a fictional operator, its people, and real tickets through the whole line."""
