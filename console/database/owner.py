"""Whose processes the private database runs as: PostgreSQL refuses to run as root."""

import os
import pwd
import subprocess
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from console.database.errors import DatabaseSetupError

# `postgres` exists for this where PostgreSQL is installed; `nobody` exists everywhere.
UNPRIVILEGED = ("postgres", "nobody")


@dataclass(frozen=True, slots=True)
class Owner:
    """The user of the server's processes and files; `drops` when that is not the caller."""

    uid: int
    gid: int
    name: str
    drops: bool

    def run(
        self,
        command: Sequence[str | Path],
        *,
        folder: Path,
        stdin: str = "",
        environment: Mapping[str, str] | None = None,
    ) -> subprocess.CompletedProcess[str]:
        """Runs a command as this user in a folder, with a clean environment, and returns it ended.

        In a session of its own: a Ctrl-C is ours to handle, not the command's.
        """
        identity = {"user": self.uid, "group": self.gid, "extra_groups": []} if self.drops else {}
        try:
            return subprocess.run(  # type: ignore[call-overload,no-any-return]  # noqa: S603
                [str(part) for part in command],
                cwd=folder,
                input=stdin,
                env=clean_environment() | dict(environment or {}),
                capture_output=True,
                text=True,
                errors="replace",
                check=False,
                start_new_session=True,
                umask=0o077,
                **identity,
            )
        except PermissionError as error:
            raise DatabaseSetupError(
                f"Could not run {command[0]} as user {self.name} in {folder}: {error.strerror}."
            ) from error

    def reaches(self, path: Path) -> bool:
        """Whether this user can enter the folder, or execute the file."""
        if not self.drops:
            return os.access(path, os.X_OK)
        asked = self.run(["/bin/sh", "-c", 'test -x "$1"', "sh", path], folder=Path("/"))
        return asked.returncode == 0

    def make_private(self, folder: Path) -> None:
        """Creates the folder, if need be, for this user alone."""
        folder.mkdir(mode=0o700, exist_ok=True)
        folder.chmod(0o700)
        if self.drops:
            os.chown(folder, self.uid, self.gid)

    def holds_privately(self, folder: Path) -> bool:
        """Whether the folder is a real one that belongs to this user and nobody else can enter."""
        try:
            found = folder.lstat()
        except OSError:
            return False
        return found.st_uid == self.uid and found.st_mode & 0o170777 == 0o040700


def clean_environment() -> dict[str, str]:
    """What a PostgreSQL program needs; none of the caller's PG* variables or locales."""
    return {
        "PATH": os.environ.get("PATH") or os.defpath,
        "LC_ALL": "C",
        "TZ": "UTC",
    }


def choose(*owned: Path) -> Owner:
    """The caller; for root an existing unprivileged user, first whoever owns one of the paths."""
    if os.geteuid() != 0:
        uid = os.geteuid()
        try:
            name = pwd.getpwuid(uid).pw_name
        except KeyError:
            raise DatabaseSetupError(
                f"User id {uid} has no name on this machine (no line in /etc/passwd), which "
                "PostgreSQL needs. Run as a named user, or set DATABASE_URL."
            ) from None
        return Owner(uid, os.getegid(), name, drops=False)
    for entry in _candidates(owned):
        if entry.pw_uid != 0:
            return Owner(entry.pw_uid, entry.pw_gid, entry.pw_name, drops=True)
    raise DatabaseSetupError(
        "PostgreSQL refuses to run as root, and this machine has neither a user `postgres` nor "
        "`nobody` to run it as. Run as an ordinary user, or set DATABASE_URL."
    )


def _candidates(owned: Sequence[Path]) -> list[pwd.struct_passwd]:
    found = []
    wanted: list[int | str] = [path.stat().st_uid for path in owned if path.exists()]
    for name_or_uid in [*wanted, *UNPRIVILEGED]:
        try:
            found.append(
                pwd.getpwuid(name_or_uid)
                if isinstance(name_or_uid, int)
                else pwd.getpwnam(name_or_uid)
            )
        except KeyError:
            continue
    return found
