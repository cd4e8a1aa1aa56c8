"""Serves the console from one process that owns its children: web server and worker.

Children get their own sessions, so that a Ctrl-C reaches only the owner, which then ends them in
order. Where the system offers it (Linux), they also end when the owner is killed outright.
"""

import ctypes
import http.client
import os
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from ipaddress import ip_address
from pathlib import Path
from typing import Self

STOP_SECONDS = 10
# A child that ends this soon, this often in a row, will not get better by another start.
SOON_SECONDS = 5
SOON_TIMES = 3
PR_SET_PDEATHSIG = 1


class AddressTakenError(Exception):
    """The address to serve at cannot be had; the message says why."""


class ChildFailedError(Exception):
    """A child process does not stay up; the message says which."""


def listen(host: str, port: int) -> socket.socket:
    """A listening socket, taken before any work is done and handed to the web server later."""
    try:
        family, *_, address = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)[0]
        return socket.create_server(address, family=family, backlog=128)
    except OSError as error:
        # Python adds the address to the reason, which the message names already.
        reason = (error.strerror or str(error)).partition(" (")[0]
        raise AddressTakenError(f"Cannot serve at {host}:{port}: {reason}.") from error


def is_loopback(host: str) -> bool:
    """Whether only this machine can reach the host."""
    if host == "localhost":
        return True
    try:
        return ip_address(host).is_loopback
    except ValueError:
        return False


@dataclass(slots=True)
class Child:
    """One process to keep up."""

    name: str
    command: Sequence[str]
    process: subprocess.Popen[bytes] | None = None
    started: float = 0.0
    ended_soon: int = 0


@dataclass(slots=True)
class Household:
    """Child processes that live and end together, as a context manager."""

    folder: Path
    environment: Mapping[str, str]
    listening: socket.socket
    children: list[Child] = field(default_factory=list)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *exception: object) -> None:
        self.stop()

    def add(self, name: str, command: Sequence[str]) -> None:
        """Starts one more child."""
        child = Child(name, command)
        self.children.append(child)
        self._start(child)

    def tend(self) -> None:
        """Starts again what ended; raises `ChildFailedError` when that does not help."""
        for child in self.children:
            if child.process is None or child.process.poll() is None:
                continue
            lived = time.monotonic() - child.started
            child.ended_soon = child.ended_soon + 1 if lived < SOON_SECONDS else 0
            status = child.process.returncode
            if child.ended_soon >= SOON_TIMES:
                raise ChildFailedError(f"The {child.name} keeps ending (status {status}).")
            print(f"the {child.name} ended (status {status}); starting it again", file=sys.stderr)  # noqa: T201
            self._start(child)

    def wait_until_served(self, host: str, port: int, *, seconds: float = 30) -> None:
        """Returns when the web server answers, whatever it says."""
        deadline = time.monotonic() + seconds
        while True:
            self.tend()
            asked = http.client.HTTPConnection(host, port, timeout=2)
            try:
                asked.request("GET", "/healthz")
                asked.getresponse().read()
            except OSError:
                if time.monotonic() > deadline:
                    raise ChildFailedError(f"Nothing answers at {host}:{port}.") from None
                time.sleep(0.1)
            else:
                return
            finally:
                asked.close()

    def stop(self) -> None:
        """Ends every child with its descendants: asked first, killed after a while."""
        for child in self.children:
            _signal(child, signal.SIGTERM)
        deadline = time.monotonic() + STOP_SECONDS
        for child in self.children:
            if child.process is None:
                continue
            try:
                child.process.wait(max(0.0, deadline - time.monotonic()))
            except subprocess.TimeoutExpired:
                _signal(child, signal.SIGKILL)
                child.process.wait()
        self.children.clear()

    def _start(self, child: Child) -> None:
        child.started = time.monotonic()
        child.process = subprocess.Popen(  # noqa: S603
            child.command,
            cwd=self.folder,
            env=self.environment,
            stdin=subprocess.DEVNULL,
            pass_fds=[self.listening.fileno()],
            start_new_session=True,
            preexec_fn=_end_with_parent(),  # noqa: PLW1509 - this process has one thread
        )


def _signal(child: Child, number: signal.Signals) -> None:
    if child.process is None or child.process.poll() is not None:
        return
    try:
        os.killpg(child.process.pid, number)
    except ProcessLookupError:
        return


def _end_with_parent() -> Callable[[], None] | None:
    if sys.platform != "linux":
        return None
    prctl = ctypes.CDLL(None).prctl
    parent = os.getpid()

    def ask() -> None:
        prctl(PR_SET_PDEATHSIG, signal.SIGTERM)
        if os.getppid() != parent:
            os.kill(os.getpid(), signal.SIGTERM)

    return ask
