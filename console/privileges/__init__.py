"""What each role of the database may do: derived from the models, granted, and watched.

docs/adr/0015-the-application-does-not-own-its-tables.md tells why it works this way.
"""
