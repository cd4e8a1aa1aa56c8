"""What is kept about people, and for how long: legal holds, erasure, retention."""
