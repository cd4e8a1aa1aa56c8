"""Checkouts of their own for drills: copied, installed from nothing, run and killed."""

import os
import pwd
import shutil
import signal
import socket
import subprocess
import tempfile
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

import pytest

from console.bootstrap import CHECKOUT
from console.database import place
from console.database.cluster import Cluster

AS_ROOT = os.geteuid() == 0
LEFT_OUT = shutil.ignore_patterns(".venv", "var", ".git", ".env", "__pycache__", ".*_cache")


@dataclass
class Checkout:
    """A copy of the project in a folder of its own, run by a user."""

    folder: Path
    user: pwd.struct_passwd | None = None
    environment: dict[str, str] = field(default_factory=dict)
    started: list[subprocess.Popen[str]] = field(default_factory=list)

    def make(self, *arguments: str, **environment: str) -> subprocess.Popen[str]:
        """Starts make as this user, in a session of its own as a terminal would."""
        as_user = (
            {"user": self.user.pw_uid, "group": self.user.pw_gid, "extra_groups": []}
            if self.user
            else {}
        )
        kept = {
            name: value for name, value in os.environ.items() if name.startswith(("PIP_", "SSL_"))
        }
        process = subprocess.Popen(
            ["make", *arguments],
            cwd=self.folder,
            env=kept
            | {"PATH": os.environ["PATH"], "HOME": str(self.folder.parent)}
            | self.environment
            | environment,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
            start_new_session=True,
            **as_user,
        )
        self.started.append(process)
        return process

    def up(self, process: subprocess.Popen[str]) -> int:
        """The process number of `manage.py up` below a make."""
        children = Path(f"/proc/{process.pid}/task/{process.pid}/children").read_text().split()
        return int(children[0])

    def left(self) -> list[str]:
        """What still runs for this checkout."""
        found = []
        for entry in Path("/proc").glob("[0-9]*"):
            try:
                where = (entry / "cwd").readlink()
                command = (entry / "cmdline").read_bytes().replace(b"\0", b" ").decode()
            except OSError:
                continue
            own = (self.folder, place.recall(self.folder / "var" / "pg").base)
            if command and any(where.is_relative_to(folder) for folder in own):
                found.append(f"{entry.name} {command}")
        return found


@pytest.fixture
def checkout() -> Iterator[Callable[..., Checkout]]:
    """Copies the project into a folder with spaces that everybody, or only its user, can enter."""
    made: list[Checkout] = []
    tops: list[Path] = []

    def copy(*, ordinary: bool = False, closed: bool = False) -> Checkout:
        top = Path(tempfile.mkdtemp(prefix="dg drill "))
        tops.append(top)
        top.chmod(0o700 if closed else 0o755)
        shutil.copytree(CHECKOUT, top / "draft gate", ignore=LEFT_OUT)
        one = Checkout(top / "draft gate")
        if ordinary and AS_ROOT:
            one.user = pwd.getpwnam("nobody")
            # Root's own Python may lie where nobody else may look.
            one.environment["PATH"] = "/usr/local/bin:/usr/bin:/bin"
            for path in (top, *top.rglob("*")):
                os.chown(path, one.user.pw_uid, one.user.pw_gid)
        made.append(one)
        return one

    yield copy
    for one in made:
        for process in one.started:
            if process.poll() is None:
                os.killpg(process.pid, signal.SIGTERM)
            process.communicate()
        home = one.folder / "var" / "pg"
        Cluster(home).stop()
        shutil.rmtree(place.recall(home).base, ignore_errors=True)
    for top in tops:
        shutil.rmtree(top, ignore_errors=True)


@pytest.fixture
def port() -> int:
    with socket.create_server(("127.0.0.1", 0)) as free:
        return int(free.getsockname()[1])


@pytest.fixture
def wait() -> Callable[..., float]:
    """Waits for a condition and tells how many seconds it took."""

    def until(condition: Callable[[], object], seconds: float) -> float:
        started = time.monotonic()
        while not condition():
            assert time.monotonic() - started < seconds, f"not within {seconds} s"
            time.sleep(0.1)
        return time.monotonic() - started

    return until
