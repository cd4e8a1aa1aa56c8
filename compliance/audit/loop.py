"""The loop that workers run beside their work: events get their places within a second."""

from __future__ import annotations

import logging
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Final

from django.db import DatabaseError, InterfaceError, connection
from django.utils import timezone

from compliance.audit.continuity import RefusedError
from compliance.audit.keys import KeyFaultError
from compliance.audit.self_check import SelfCheck
from compliance.audit.sequencer import MOST, sequence
from compliance.gate.faults import named

logger = logging.getLogger(__name__)

PAUSE_SECONDS: Final = 0.5


class Loop:
    """Sequences what waits, checks the log now and then, and outlives whatever goes wrong."""

    def __init__(self, *, pause: float = PAUSE_SECONDS) -> None:
        self._pause = pause
        self._check = SelfCheck()
        self._said = ""

    def run(self, stop: threading.Event) -> None:
        """Go on until asked to stop; what was written until then gets its place as well."""
        try:
            while not stop.wait(self._pause):
                self.turn()
            self.turn()
        finally:
            connection.close()

    def turn(self) -> None:
        """Sequence all that waits, and check one slice of the log; what fails is tried again."""
        try:
            self._sequence()
            self._check.turn(timezone.now())
        except (DatabaseError, InterfaceError) as error:
            self._tell(f"Events wait for the database ({type(error).__name__}).")
            self._check = SelfCheck()
            connection.close()
        except Exception as error:  # noqa: BLE001  (a worker that no longer sequences helps nobody)
            self._tell(f"Events wait for their place in the log: {named(error)}")
            self._check = SelfCheck()

    def _sequence(self) -> None:
        try:
            while sequence(now=timezone.now()) >= MOST:
                pass
            self._tell("")
        except (KeyFaultError, RefusedError) as error:
            self._tell(f"Events wait for their place in the log: {error}")

    def _tell(self, message: str) -> None:
        """Log what is wrong once, not twice a second."""
        if message and message != self._said:
            logger.error(message)
        self._said = message


@contextmanager
def sequencing() -> Iterator[None]:
    """Run the loop on a thread of its own: a draft that takes its time must not hold up the log."""
    with on_a_thread(Loop().run, name="sequencer"):
        yield


@contextmanager
def on_a_thread(run: Callable[[threading.Event], None], *, name: str) -> Iterator[None]:
    """Run something beside what is done here; when that ends, tell it to stop, and wait for it."""
    stop = threading.Event()
    thread = threading.Thread(target=run, args=(stop,), name=name, daemon=True)
    thread.start()
    try:
        yield
    finally:
        stop.set()
        thread.join()
