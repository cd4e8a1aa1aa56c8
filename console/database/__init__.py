"""PostgreSQL with nothing to install: `DATABASE_URL`, local binaries, or the binaries of a wheel.

Standard library only, so that the Makefile can ask what is missing before anything is installed.
docs/adr/0001-postgresql-with-nothing-to-install.md tells why it works this way.
"""
