"""Prints which of the three ways to a PostgreSQL is open: `url`, `local`, `wheel` or `none`.

The Makefile asks before anything is installed, to fetch the wheel only where nothing else is.
"""

import sys
from pathlib import Path

from console import env
from console.database import binaries, owner
from console.database.errors import DatabaseSetupError

CHECKOUT = Path(__file__).resolve().parent.parent.parent


def main() -> int:
    """Prints one word, or an error and a status of 1."""
    try:
        env.load_file(CHECKOUT / ".env")
        if env.text("DATABASE_URL"):
            way = "url"
        else:
            user = owner.choose(CHECKOUT)
            found = binaries.choose(user)
            way = "none" if found is None else "wheel" if found.from_wheel else "local"
    except (env.BadSettingError, DatabaseSetupError) as error:
        print(error, file=sys.stderr)  # noqa: T201
        return 1
    print(way)  # noqa: T201
    return 0


sys.exit(main())
