"""`make run` for real: from nothing, by several users, ended in every way there is."""

import os
import signal
import subprocess
import sys
import urllib.error
import urllib.request
from collections.abc import Callable

import pytest

pytestmark = pytest.mark.drill

Wait = Callable[..., float]


def health(port: int) -> int:
    """The status of the health page; 0 while nobody answers."""
    try:
        with urllib.request.urlopen(f"http://127.0.0.1:{port}/healthz", timeout=5) as answer:
            return int(answer.status)
    except urllib.error.HTTPError as error:
        return error.code
    except OSError:
        return 0


def served(port: int, process: subprocess.Popen[str]) -> Callable[[], bool]:
    def asked() -> bool:
        if process.poll() is not None:
            assert process.stdout
            pytest.fail(process.stdout.read())
        return health(port) == 200

    return asked


@pytest.mark.parametrize(
    ("who", "environment"),
    [
        ({}, {}),
        ({"ordinary": True}, {}),
        ({"ordinary": True}, {"DRAFTGATE_POSTGRES_BIN": "wheel"}),
        ({"closed": True}, {"DRAFTGATE_POSTGRES_BIN": "wheel"}),
    ],
    ids=["caller", "ordinary user", "ordinary user, wheel", "closed folder, wheel"],
)
def test_from_nothing_and_again(checkout, port: int, wait: Wait, who, environment, capsys):
    one = checkout(**who)
    closed = {folder: folder.stat().st_mode for folder in one.folder.parents}

    first = one.make("run", f"PORT={port}", **environment)
    fresh = wait(served(port, first), seconds=180)
    os.killpg(first.pid, signal.SIGINT)
    stopped = wait(lambda: first.poll() is not None, seconds=20)
    assert one.left() == []

    second = one.make("run", f"PORT={port}", **environment)
    again = wait(served(port, second), seconds=30)
    # Only make is told, as a process manager would.
    second.terminate()
    wait(lambda: second.poll() is not None, seconds=20)
    assert one.left() == []

    assert {folder: folder.stat().st_mode for folder in one.folder.parents} == closed
    with capsys.disabled():
        sys.stdout.write(f"\n{(one.user and one.user.pw_name) or 'caller'} {environment}: ")
        sys.stdout.write(f"{fresh:.0f} s, stop {stopped:.1f} s, again {again:.1f} s\n")


def test_killed_it_is_taken_over_and_ended(checkout, port: int, wait: Wait):
    one = checkout()
    first = one.make("run", f"PORT={port}")
    wait(served(port, first), seconds=180)

    os.kill(one.up(first), signal.SIGKILL)
    wait(lambda: first.poll() is not None, seconds=10)
    wait(lambda: health(port) == 0, seconds=15)
    wait(lambda: all("postgres" in line for line in one.left()), seconds=15)
    assert one.left(), "the database waits for the next run"

    second = one.make("run", f"PORT={port}")
    wait(served(port, second), seconds=30)
    second.terminate()
    wait(lambda: second.poll() is not None, seconds=20)
    assert one.left() == []


def test_two_at_once(checkout, port: int, wait: Wait):
    """On one port the second is told; on another it shares the database and keeps it."""
    one = checkout()
    first = one.make("run", f"PORT={port}")
    wait(served(port, first), seconds=180)

    refused, _ = one.make("run", f"PORT={port}").communicate(timeout=30)
    assert f"127.0.0.1:{port}: Address already in use" in refused
    assert f"make run PORT={port + 1}" in refused
    assert health(port) == 200

    second = one.make("run", f"PORT={port + 1}")
    wait(served(port + 1, second), seconds=60)
    first.terminate()
    wait(lambda: first.poll() is not None, seconds=20)
    assert health(port + 1) == 200

    second.terminate()
    wait(lambda: second.poll() is not None, seconds=20)
    assert one.left() == []


def test_what_dies_below_is_brought_back(checkout, port: int, wait: Wait):
    one = checkout()
    process = one.make("run", f"PORT={port}")
    wait(served(port, process), seconds=180)

    def first_of(name: str) -> int:
        return min((int(line.split()[0]) for line in one.left() if name in line), default=0)

    for name in ("postgres -D", "gunicorn", "run_worker"):
        victim = first_of(name)
        os.kill(victim, signal.SIGKILL)
        wait(lambda name=name, victim=victim: first_of(name) > victim, seconds=30)
        wait(lambda: health(port) == 200, seconds=30)

    process.terminate()
    wait(lambda: process.poll() is not None, seconds=20)
    assert one.left() == []


def test_two_test_runs_at_once_do_not_meet(checkout):
    one = checkout()
    assert one.make("dev").wait(timeout=240) == 0

    chosen = "ARGS=tests/console/test_health.py tests/console/test_env.py"
    runs = [one.make("test", chosen) for _ in range(2)]
    for run in runs:
        out, _ = run.communicate(timeout=120)
        assert run.returncode == 0, out
    assert one.left() == []


def test_an_interrupted_test_run_leaves_nothing(checkout, wait: Wait):
    one = checkout()
    assert one.make("dev").wait(timeout=240) == 0

    run = one.make("test")
    wait(lambda: any("postgres" in line for line in one.left()), seconds=60)
    os.killpg(run.pid, signal.SIGTERM)
    run.communicate(timeout=60)

    wait(lambda: one.left() == [], seconds=20)
