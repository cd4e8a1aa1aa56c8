"""Customer records of a CRM, read when a ticket arrives."""
