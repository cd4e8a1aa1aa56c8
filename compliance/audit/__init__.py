"""The attestation log: what was decided, by which rule, provably not rewritten."""
