"""The queue of drafts to write: database rows with a lease, a fencing token and bounded attempts.

Times are the database's own, so workers with wrong clocks cannot take a job early. A worker that
lost its lease holds an old token and can no longer write.
"""

from __future__ import annotations

import logging
import time
import uuid
from dataclasses import dataclass
from datetime import timedelta
from typing import TYPE_CHECKING, Final
from uuid import UUID

from django.conf import settings
from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.db.models import Q, QuerySet
from django.db.models.functions import Now

from drafting.models import DraftJob, JobState, Ticket, TicketMessage
from locations.queries import visible_locations
from locations.roles import OPERATOR, REVIEWER, has_role

if TYPE_CHECKING:
    from django.contrib.auth.models import User

    from drafting.incoming import DraftWish

logger = logging.getLogger(__name__)

MAX_ATTEMPTS: Final = 5
# For everything but the model, whose own time comes on top.
LEASE: Final = timedelta(seconds=120)
BACKOFF: Final = timedelta(seconds=2)
LONGEST_BACKOFF: Final = timedelta(minutes=5)


class LeaseLost(Exception):  # noqa: N818  (named for what happened)
    """Another worker has taken the job over, or it was withdrawn: nothing may be written."""


@dataclass(frozen=True, slots=True)
class Claim:
    """A job that is ours until the lease ends, with the token that says so."""

    job_id: UUID
    token: UUID
    attempt: int


def enqueue(*, ticket: Ticket, message: TicketMessage, wish: DraftWish) -> DraftJob:
    """Queue the draft of a message, due at once; to be called in the message's own transaction."""
    return DraftJob.objects.create(
        ticket=ticket,
        message=message,
        as_of=wish.as_of,
        backend=wish.backend,
        scripted_text=wish.scripted_text,
        run_after=Now(),
    )


def withdraw(*, ticket: Ticket, reason: str) -> None:
    """Take the unfinished jobs of a ticket off the queue; a worker on one can no longer write.

    One that failed needs nobody any more either.
    """
    DraftJob.objects.filter(ticket=ticket).exclude(state=JobState.DONE).update(
        state=JobState.DONE, lease_token=None, lease_until=None, last_error=reason
    )


def claim(*, job_id: UUID | None = None, lease: timedelta | None = None) -> Claim | None:
    """Lease the job that has been due the longest (or this one, if due); ``None`` when none is.

    The attempt is counted now, before any work, so a job that kills its workers ends as failed.
    """
    if lease is None:
        lease = LEASE + timedelta(seconds=settings.DRAFTGATE_MODEL_TIMEOUT_SECONDS)
    while True:
        with transaction.atomic():
            due = _due() if job_id is None else _due().filter(pk=job_id)
            job = due.select_for_update(skip_locked=True).order_by("run_after").first()
            if job is None:
                return None
            if job.attempts < MAX_ATTEMPTS:
                token = uuid.uuid4()
                DraftJob.objects.filter(pk=job.pk).update(
                    state=JobState.RUNNING,
                    attempts=job.attempts + 1,
                    lease_token=token,
                    lease_until=Now() + lease,
                )
                return Claim(job_id=job.pk, token=token, attempt=job.attempts + 1)
            DraftJob.objects.filter(pk=job.pk).update(
                state=JobState.FAILED,
                lease_token=None,
                lease_until=None,
                last_error=job.last_error
                or f"The worker stopped {MAX_ATTEMPTS} times before it could finish.",
            )


def _due() -> QuerySet[DraftJob]:
    return DraftJob.objects.filter(
        Q(state=JobState.QUEUED, run_after__lte=Now())
        | Q(state=JobState.RUNNING, lease_until__lt=Now())
    )


def locked(held: Claim) -> DraftJob:
    """Return the job's row, locked until the transaction ends, if the lease is still ours.

    Raises:
        LeaseLost: when it is not.
    """
    job = (
        DraftJob.objects.select_for_update()
        .filter(pk=held.job_id, lease_token=held.token, state=JobState.RUNNING)
        .first()
    )
    if job is None:
        raise LeaseLost(f"The job {held.job_id} was taken over or withdrawn.")
    return job


def finish(*, job: DraftJob) -> None:
    """Mark a locked job as done."""
    job.state = JobState.DONE
    job.lease_token = job.lease_until = None
    job.last_error = ""
    job.save(update_fields=["state", "lease_token", "lease_until", "last_error"])


def fail(*, held: Claim, reason: str, permanent: bool = False, counts: bool = True) -> JobState:
    """Give a job back with the reason: again later, or failed for good.

    For good it is after the last attempt, or when trying again cannot help. An attempt does not
    count that no job could have come through.

    Raises:
        LeaseLost: when the job is not ours any more.
    """
    with transaction.atomic():
        job = locked(held)
        is_over = permanent or (counts and job.attempts >= MAX_ATTEMPTS)
        job.state = JobState.FAILED if is_over else JobState.QUEUED
        wait = min(BACKOFF * 4 ** (job.attempts - 1), LONGEST_BACKOFF)
        job.lease_token = job.lease_until = None
        job.last_error = reason[:500]
        job.run_after = Now() + wait
        if not counts:
            job.attempts -= 1
        job.save(
            update_fields=[
                "state",
                "attempts",
                "lease_token",
                "lease_until",
                "last_error",
                "run_after",
            ]
        )
        return JobState(job.state)


def retry(*, job: DraftJob, actor: User) -> DraftJob:
    """Queue a failed job once more, with a fresh count of attempts.

    Raises:
        PermissionDenied: unless the actor is an operator or a reviewer of its location.
    """
    if not (
        has_role(actor, OPERATOR, REVIEWER)
        and visible_locations(actor).filter(pk=job.ticket.location_id).exists()
    ):
        raise PermissionDenied("Only operators and reviewers of the location may do this.")
    with transaction.atomic():
        DraftJob.objects.filter(pk=job.pk, state=JobState.FAILED).update(
            state=JobState.QUEUED, attempts=0, run_after=Now()
        )
        job_id = job.pk
        transaction.on_commit(lambda: wake(job_id), robust=True)
    job.refresh_from_db(fields=["state", "attempts", "run_after"])
    return job


# --- Waking a worker early -----------------------------------------------------------------------

_WAKE_SECONDS: Final = 0.5
_PAUSE_SECONDS: Final = 15.0
_quiet_until = 0.0


def wake(job_id: UUID) -> None:
    """Tell a Celery worker about a job, if there is a broker; at best effort.

    A dead broker costs half a second at most, and then nothing for a while: the worker's own loop
    finds the job anyhow.
    """
    global _quiet_until  # noqa: PLW0603  (one memory of a dead broker a process)
    if not settings.CELERY_BROKER_URL or time.monotonic() < _quiet_until:
        return
    from celery import current_app  # noqa: PLC0415  (only with a broker)

    limits = {
        "socket_connect_timeout": _WAKE_SECONDS,
        "socket_timeout": _WAKE_SECONDS,
        "connect_timeout": _WAKE_SECONDS,
        "max_retries": 0,
    }
    try:
        # The address is named here: in a web process nothing else configures the client.
        with current_app.connection_for_write(
            settings.CELERY_BROKER_URL, connect_timeout=_WAKE_SECONDS, transport_options=limits
        ) as connection:
            # By its name: the task knows this module, not the other way round.
            current_app.send_task(
                "drafting.draft_one", args=[str(job_id)], connection=connection, retry=False
            )
    except Exception as error:  # noqa: BLE001  (a broker fails in many ways, none matters here)
        _quiet_until = time.monotonic() + _PAUSE_SECONDS
        logger.warning("The broker was not reached (%s); workers poll.", type(error).__name__)
