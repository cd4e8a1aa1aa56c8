"""One text against one place, customer, channel and moment: what the gate says, and why."""
