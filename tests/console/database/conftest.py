"""A home for one private database, wherever its server may be allowed to live."""

import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from console.bootstrap import CHECKOUT
from console.database import place
from console.database.cluster import Cluster


@pytest.fixture(scope="session")
def home() -> Iterator[Path]:
    """One home for many tests, because to create a database takes a second or more."""
    yield from reachable_home()


@pytest.fixture
def fresh_home() -> Iterator[Path]:
    """A home where no database was made yet."""
    yield from reachable_home()


def reachable_home() -> Iterator[Path]:
    """A home that every user can reach, as a checkout in /srv would be; removed afterwards."""
    # Not tmp_path: that is closed to other users, whom root needs to run the server.
    top = Path(tempfile.mkdtemp(prefix="dg-test-"))
    top.chmod(0o755)
    yield top / "var" / "pg"
    remove(top)


@pytest.fixture
def make_cluster(home: Path) -> Iterator[Callable[[Path], Cluster]]:
    """Makes clusters for any number of users and homes, and ends what a failed test leaves."""
    made: list[Cluster] = []

    def make(where: Path) -> Cluster:
        made.append(Cluster(where, durable=False))
        return made[-1]

    yield make
    for cluster in made:
        cluster.stop()


@pytest.fixture
def cluster(home: Path, make_cluster: Callable[[Path], Cluster]) -> Cluster:
    return make_cluster(home)


def remove(top: Path) -> None:
    """Stops what runs below a folder and removes it with whatever it has outside."""
    for memory in top.rglob("place.json"):
        Cluster(memory.parent).stop()
        where = place.recall(memory.parent)
        for folder in (where.base, where.socket):
            shutil.rmtree(folder, ignore_errors=True)
    shutil.rmtree(top)


@pytest.fixture
def python() -> Callable[..., subprocess.Popen[str]]:
    """Starts Python code of the project as another process, which can be killed."""

    def start(code: str, *arguments: object) -> subprocess.Popen[str]:
        return subprocess.Popen(
            [sys.executable, "-c", code, *map(str, arguments)],
            cwd=CHECKOUT,
            env={"PATH": os.environ["PATH"]},
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
        )

    return start
