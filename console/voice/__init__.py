"""The pages of a voice: trying texts on it, and how replies keep to it."""
