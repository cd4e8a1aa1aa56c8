"""What happens to drafts, as events of the attestation log."""
