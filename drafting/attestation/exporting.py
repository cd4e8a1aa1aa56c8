"""The loop that workers run beside their work: exports of the log that somebody asked for."""

from __future__ import annotations

import logging
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Final

from django.db import DatabaseError, InterfaceError, connection
from django.utils import timezone

from compliance.audit.loop import on_a_thread
from compliance.audit.requests import forget_old, write_next
from drafting.attestation.texts import texts_of

logger = logging.getLogger(__name__)

PAUSE_SECONDS: Final = 2.0


def step() -> bool:
    """Write one export that waits, or forget those that were kept long enough; say whether one."""
    if write_next(texts=texts_of):
        return True
    forget_old(timezone.now())
    return False


def _run(stop: threading.Event) -> None:
    try:
        while not stop.wait(PAUSE_SECONDS):
            try:
                while step() and not stop.is_set():
                    pass
            except (DatabaseError, InterfaceError) as error:
                logger.warning("Exports wait for the database (%s).", type(error).__name__)
                connection.close()
    finally:
        connection.close()


@contextmanager
def exporting() -> Iterator[None]:
    """Run the loop on a thread of its own: a large export must hold up neither drafts nor log."""
    with on_a_thread(_run, name="exports"):
        yield
