"""The review queue: held drafts, why they are held, and what a reviewer makes of them."""
