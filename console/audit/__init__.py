"""The auditor's pages: where the log stands, what happened when, and proofs to take along."""
