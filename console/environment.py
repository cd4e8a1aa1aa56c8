"""Creates `.venv` and keeps it at the pinned requirements: `python3 -m console.environment dev`.

Standard library only: this runs before anything is installed. A second run finds its stamp and
does nothing.
"""

import fcntl
import hashlib
import json
import shutil
import subprocess
import sys
import time
from pathlib import Path

from console.database.errors import NoPostgreSQLError

CHECKOUT = Path(__file__).resolve().parent.parent
VENV = CHECKOUT / ".venv"
PYTHON = VENV / "bin" / "python"
STAMP = VENV / "draftgate-installed.json"
OLDEST = (3, 11)
# What each set installs; the first file alone decides nothing: a set is stamped by all of them.
SETS = {
    "runtime": ["requirements.txt"],
    "dev": ["requirements.txt", "requirements-dev.txt"],
    "embedded": ["requirements-embedded.txt"],
}


class InstallError(Exception):
    """The environment cannot be made; the message says what to do."""


def ensure(wanted: str) -> None:
    """Makes `.venv` hold a set of requirements, and a PostgreSQL where none is at hand."""
    if sys.version_info < OLDEST:
        raise InstallError(f"Python 3.11 or newer is needed; this is {sys.version.split()[0]}.")
    (CHECKOUT / "var").mkdir(exist_ok=True)
    with (CHECKOUT / "var" / "environment.lock").open("a") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        _ensure_venv()
        _ensure_set(wanted)
        if _way_to_postgresql() == "none":
            try:
                # Whatever its stamp says: it is not there.
                _install("embedded")
            except InstallError as error:
                raise InstallError(str(NoPostgreSQLError(str(error)))) from error


def _ensure_venv() -> None:
    if PYTHON.exists() and _version(PYTHON) == f"{sys.version_info.major}.{sys.version_info.minor}":
        return
    _say(f"creating .venv with Python {sys.version.split()[0]}")
    made = subprocess.run(  # noqa: S603
        [sys.executable, "-m", "venv", "--clear", str(VENV)],
        capture_output=True,
        text=True,
        check=False,
    )
    if made.returncode != 0:
        shutil.rmtree(VENV, ignore_errors=True)
        raise InstallError(
            f"{sys.executable} cannot create a virtual environment (on Debian and Ubuntu, install "
            f"python3-venv):\n{made.stdout}{made.stderr}"
        )


def _ensure_set(name: str) -> None:
    stamps = _stamps()
    if stamps.get(name) == _digest(name):
        return
    # A development environment holds the runtime one.
    if name == "runtime" and stamps.get("dev") == _digest("dev"):
        return
    _install(name)


def _install(name: str) -> None:
    digest = _digest(name)
    file = SETS[name][-1]
    _say(f"installing {file} (once)")
    started = time.monotonic()
    installed = subprocess.run(  # noqa: S603
        [
            *(str(PYTHON), "-m", "pip", "install", "-qq", "--disable-pip-version-check"),
            *("--no-input", "--requirement", file),
        ],
        cwd=CHECKOUT,
        check=False,
    )
    if installed.returncode != 0:
        raise InstallError(f"pip could not install {file}; its own words are above.")
    STAMP.write_text(json.dumps(_stamps() | {name: digest}), encoding="utf-8")
    _say(f"installed {file} in {time.monotonic() - started:.0f} s")


def _way_to_postgresql() -> str:
    asked = subprocess.run(  # noqa: S603
        [str(PYTHON), "-m", "console.database"],
        cwd=CHECKOUT,
        capture_output=True,
        text=True,
        check=False,
    )
    if asked.returncode != 0:
        raise InstallError(asked.stderr.strip())
    return asked.stdout.strip()


def _digest(name: str) -> str:
    content = b"".join((CHECKOUT / file).read_bytes() for file in SETS[name])
    return hashlib.sha256(content).hexdigest()


def _stamps() -> dict[str, str]:
    try:
        found = json.loads(STAMP.read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return {}
    return found if isinstance(found, dict) else {}


def _version(python: Path) -> str:
    asked = subprocess.run(  # noqa: S603
        [str(python), "-c", "import sys; print(f'{sys.version_info[0]}.{sys.version_info[1]}')"],
        capture_output=True,
        text=True,
        check=False,
    )
    return asked.stdout.strip()


def _say(message: str) -> None:
    print(f"environment: {message}", file=sys.stderr, flush=True)  # noqa: T201


def main(arguments: list[str]) -> int:
    """Ensures the set named on the command line; a status of 1 with a message when it cannot."""
    if len(arguments) != 1 or arguments[0] not in {"runtime", "dev"}:
        _say("expected one argument: runtime or dev")
        return 2
    try:
        ensure(arguments[0])
    except InstallError as error:
        _say(str(error))
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
