"""What may be said: rules, tone overlays, the gate, its decisions and the audit log."""
