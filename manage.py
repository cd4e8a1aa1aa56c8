#!/usr/bin/env python3
"""The command line of Draftgate."""

import os
import sys

from console import bootstrap
from console.database.errors import DatabaseSetupError
from console.env import BadSettingError


def main() -> None:
    """Runs one management command, with a database if the command needs one."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "console.settings")
    try:
        bootstrap.read_env_file()
        with bootstrap.prepared(sys.argv):
            # Late: Django is not there yet when the Makefile's checks import this project.
            from django.core.management import execute_from_command_line  # noqa: PLC0415

            execute_from_command_line(sys.argv)
    except (BadSettingError, DatabaseSetupError) as error:
        sys.exit(str(error))


if __name__ == "__main__":
    main()
