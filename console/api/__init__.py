"""The API for helpdesks and scripts: tickets in, gated drafts out."""
