"""Celery tasks: a message names a job, the database row decides."""

from __future__ import annotations

from uuid import UUID

from celery import shared_task

from drafting import jobs, pipeline


@shared_task(name="drafting.draft_one", ignore_result=True)
def draft_one(job_id: str) -> None:
    """Work on one job if it is due and nobody else has it; a repeated message does nothing."""
    held = jobs.claim(job_id=UUID(job_id))
    if held is not None:
        pipeline.work(held)
