"""Texts about people, sealed at rest with a data key a person: erasing the key erases them."""
