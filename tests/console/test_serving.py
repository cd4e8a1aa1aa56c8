"""Children of one owner: kept up, ended in order, and never left behind."""

import os
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from django.core.management import CommandError, call_command

from console import serving
from console.bootstrap import CHECKOUT

SLEEP = [sys.executable, "-c", "import time; time.sleep(60)"]
STUBBORN = [
    *(sys.executable, "-c"),
    "import signal, sys, time; signal.signal(signal.SIGTERM, signal.SIG_IGN);"  # noqa: ISC004
    "open(sys.argv[1], 'w').close(); time.sleep(60)",
]
OWNER = """
import socket, sys, time
from pathlib import Path
from console import serving
with socket.socket() as listening:
    household = serving.Household(Path.cwd(), {}, listening)
    household.add("sleeper", [sys.executable, "-c", "import time; time.sleep(60)"])
    print(household.children[0].process.pid, flush=True)
    time.sleep(60)
"""


@pytest.fixture
def listening() -> Iterator[socket.socket]:
    with serving.listen("127.0.0.1", 0) as taken:
        yield taken


@pytest.fixture
def household(listening: socket.socket, tmp_path: Path) -> Iterator[serving.Household]:
    with serving.Household(tmp_path, dict(os.environ), listening) as together:
        yield together


def wait_for(condition: Callable[[], bool], seconds: float = 10) -> None:
    deadline = time.monotonic() + seconds
    while not condition():
        assert time.monotonic() < deadline, "waited in vain"
        time.sleep(0.02)


def alive(pid: int) -> bool:
    try:
        return Path(f"/proc/{pid}/stat").read_text().split()[2] != "Z"
    except FileNotFoundError:
        return False


def test_a_taken_address_is_told_before_any_work(listening: socket.socket):
    host, port = listening.getsockname()

    with pytest.raises(serving.AddressTakenError, match=f"{host}:{port}: Address already in use"):
        serving.listen(host, port)


@pytest.mark.parametrize(
    ("host", "own"),
    [("127.0.0.1", True), ("::1", True), ("localhost", True), ("192.0.2.1", False), ("a.b", False)],
)
def test_only_this_machines_addresses_are_its_own(host: str, own: bool):
    assert serving.is_loopback(host) is own


def test_a_child_that_ends_is_started_again(household: serving.Household):
    household.add("sleeper", SLEEP)
    child = household.children[0]
    assert child.process
    first = child.process.pid
    child.process.kill()
    child.process.wait()

    household.tend()

    assert child.process.pid != first
    assert child.process.poll() is None


def test_a_child_that_never_stays_up_is_given_up(household: serving.Household):
    household.add("breaker", [sys.executable, "-c", "raise SystemExit(3)"])

    def tend() -> bool:
        household.tend()
        return False

    with pytest.raises(serving.ChildFailedError, match=r"The breaker keeps ending \(status 3\)"):
        wait_for(tend)


def test_a_stubborn_child_is_killed(
    household: serving.Household, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
):
    monkeypatch.setattr(serving, "STOP_SECONDS", 0.2)
    household.add("stubborn", [*STUBBORN, str(tmp_path / "up")])
    pid = household.children[0].process.pid if household.children[0].process else 0
    wait_for((tmp_path / "up").exists)

    household.stop()

    assert not alive(pid)


@pytest.mark.skipif(sys.platform != "linux", reason="only Linux ends children with their parent")
def test_children_end_with_a_killed_owner():
    owner = subprocess.Popen(
        [sys.executable, "-c", OWNER],
        cwd=CHECKOUT,
        env={"PATH": os.environ["PATH"]},
        stdout=subprocess.PIPE,
        text=True,
    )
    with owner:
        assert owner.stdout
        child = int(owner.stdout.readline())
        assert alive(child)

        owner.send_signal(signal.SIGKILL)

    wait_for(lambda: not alive(child))


@pytest.mark.parametrize("port", ["0", "65536", "99999", "abc", "-1", ""])
def test_a_number_that_is_no_port_is_refused_before_anything_runs(port):
    with pytest.raises(CommandError, match="no port"):
        call_command("up", f"--port={port}")
