"""The worker's loop: claims due jobs from the database, through restarts of it, until stopped."""

from __future__ import annotations

import logging
import signal
import threading
from typing import Any, Final

from django.db import DatabaseError, InterfaceError, close_old_connections, connection

from compliance.audit.loop import sequencing
from drafting import jobs, pipeline, recalls, scheduling
from drafting.attestation.exporting import exporting
from drafting.knowledge import checks
from drafting.privacy import retention

logger = logging.getLogger(__name__)

_LONGEST_PAUSE: Final = 30.0


class Worker:
    """Works on one job after the other; :meth:`stop` ends it after the job at hand."""

    def __init__(self, *, poll_seconds: float = 1.0, until_empty: bool = False) -> None:
        self.worked = 0
        self._poll = poll_seconds
        self._until_empty = until_empty
        self._stop = threading.Event()

    def stop(self, *_: Any) -> None:
        """Ask the loop to end; a job that is being worked on is finished first."""
        self._stop.set()

    def stop_on_signals(self) -> None:
        """Stop on SIGTERM and SIGINT; to be called on the main thread."""
        signal.signal(signal.SIGTERM, self.stop)
        signal.signal(signal.SIGINT, self.stop)

    def run(self) -> None:
        """Drain the queue without a pause while there is work, then look again now and then.

        Beside it, events get their places in the log, and exports of it are written. A database
        that is away is waited for, a little longer each time.
        """
        with sequencing(), exporting():
            self._drain()

    def _drain(self) -> None:
        failures = 0
        while not self._stop.is_set():
            try:
                busy = self.step()
                failures = 0
            except (DatabaseError, InterfaceError) as error:
                failures += 1
                pause = min(self._poll * 2**failures, _LONGEST_PAUSE)
                logger.warning(
                    "The database did not answer (%s); trying again in %g seconds.",
                    type(error).__name__,
                    pause,
                )
                connection.close()
                self._stop.wait(pause)
                continue
            if busy:
                continue
            if self._until_empty:
                return
            # Idle: a connection past its age, or one that broke, is not kept.
            close_old_connections()
            self._stop.wait(self._poll)

    def step(self) -> bool:
        """Take recalled drafts back, send one reply that is due, or work on one due job.

        Else a while on articles, or on what was kept long enough. Says whether there was anything.
        """
        # Recalls first: until then what is wrong may still go out.
        if recalls.step():
            return True
        if scheduling.step():
            return True
        held = jobs.claim()
        if held is None:
            return checks.step() or retention.step()
        pipeline.work(held)
        self.worked += 1
        return True
