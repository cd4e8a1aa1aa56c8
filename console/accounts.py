"""Who runs a command: the account of the operating system, where nobody is named."""

from __future__ import annotations

import getpass
import os


def operating_account() -> str:
    """Return the name of the account that this process runs under, or else its number."""
    try:
        return getpass.getuser()
    except (KeyError, OSError):
        return f"account {os.getuid()}"
