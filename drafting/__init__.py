"""What we are about to say: tickets, context payloads, drafts and their review."""
