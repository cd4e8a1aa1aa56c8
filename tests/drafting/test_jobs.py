"""The queue: one worker a job, whatever is killed, and an end to every job."""

import os
import signal
import socket
import subprocess
import sys
import threading
import time
from datetime import timedelta
from pathlib import Path

import pytest
from django.core.exceptions import PermissionDenied
from django.db import connection
from django.utils import timezone

from drafting import intake, jobs, pipeline
from drafting.models import Draft, DraftJob, JobState
from drafting.worker import Worker

ROOT = Path(__file__).resolve().parents[2]


def start_worker(**environment):
    """Start a worker of its own on the database of this test."""
    base, _, query = os.environ["DATABASE_URL"].partition("?")
    name = connection.settings_dict["NAME"]
    url = base.rsplit("/", 1)[0] + f"/{name}" + (f"?{query}" if query else "")
    return subprocess.Popen(
        [sys.executable, str(ROOT / "manage.py"), "run_worker", "--poll-seconds", "0.2"],
        env=os.environ | {"DATABASE_URL": url} | environment,
        stderr=subprocess.PIPE,
        text=True,
    )


def make_due():
    DraftJob.objects.update(run_after="2020-01-01T00:00Z")


def test_a_claimed_job_is_nobody_elses(deliver):
    deliver()
    assert jobs.claim() is not None
    assert jobs.claim() is None


def test_a_lease_that_ended_is_taken_over_and_the_late_worker_cannot_write(deliver):
    deliver()
    late = jobs.claim(lease=timedelta(seconds=-1))
    second = jobs.claim()
    assert (second.job_id, second.attempt) == (late.job_id, 2)
    with pytest.raises(jobs.LeaseLost):
        jobs.fail(held=late, reason="too late")
    assert pipeline.work(late) is None
    assert not Draft.objects.exists()
    assert pipeline.work(second) is JobState.DONE


def test_a_job_that_kills_its_workers_ends_as_failed(deliver):
    deliver()
    for _ in range(jobs.MAX_ATTEMPTS):
        assert jobs.claim(lease=timedelta(seconds=-1)) is not None
    assert jobs.claim() is None
    job = DraftJob.objects.get()
    assert job.state == JobState.FAILED
    assert "stopped 5 times" in job.last_error


def test_a_failed_attempt_waits_longer_each_time(deliver):
    deliver()
    waits = []
    for _ in range(jobs.MAX_ATTEMPTS - 1):
        make_due()
        held = jobs.claim()
        before = timezone.now()
        jobs.fail(held=held, reason="no")
        waits.append((DraftJob.objects.get().run_after - before).total_seconds())
    assert jobs.claim() is None
    assert waits == sorted(waits)
    assert waits[-1] > 60


def test_a_failed_job_can_be_tried_again_by_those_who_may(deliver, operator, agent, reviewer):
    deliver()
    DraftJob.objects.update(state=JobState.FAILED, attempts=5, last_error="no")
    with pytest.raises(PermissionDenied):
        jobs.retry(job=DraftJob.objects.get(), actor=agent)
    assert jobs.retry(job=DraftJob.objects.get(), actor=reviewer).state == JobState.QUEUED
    assert jobs.claim().attempt == 1


@pytest.mark.django_db(transaction=True)
def test_many_workers_share_the_queue_without_doing_anything_twice(deliver):
    for number in range(12):
        deliver(external_id=f"T-{number}")
    barrier = threading.Barrier(4)
    workers = [Worker(until_empty=True) for _ in range(4)]

    def go(worker):
        try:
            barrier.wait()
            worker.run()
        finally:
            connection.close()

    threads = [threading.Thread(target=go, args=(worker,)) for worker in workers]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert sum(worker.worked for worker in workers) == 12
    assert Draft.objects.count() == 12
    assert set(DraftJob.objects.values_list("state", "attempts")) == {("done", 1)}


@pytest.mark.django_db(transaction=True)
def test_the_worker_command_drafts_and_stops_cleanly_when_told(deliver):
    deliver()
    process = start_worker()
    try:
        ends = time.monotonic() + 30
        while not Draft.objects.exists() and time.monotonic() < ends:
            time.sleep(0.1)
        assert Draft.objects.count() == 1
        process.send_signal(signal.SIGTERM)
        _, said = process.communicate(timeout=10)
    finally:
        process.kill()
    assert process.returncode == 0
    assert "worked on 1 drafts" in said
    assert "return my boots" not in said


@pytest.mark.django_db(transaction=True)
def test_the_worker_lives_through_a_database_that_cuts_it_off(deliver):
    deliver()
    worker = Worker(poll_seconds=0.05)
    thread_pid = []

    def go():
        try:
            with connection.cursor() as cursor:
                cursor.execute("SELECT pg_backend_pid()")
                thread_pid.append(cursor.fetchone()[0])
            worker.run()
        finally:
            connection.close()

    thread = threading.Thread(target=go)
    thread.start()
    try:
        ends = time.monotonic() + 20
        while worker.worked < 1 and time.monotonic() < ends:
            time.sleep(0.05)
        with connection.cursor() as cursor:
            cursor.execute("SELECT pg_terminate_backend(%s)", thread_pid)
        deliver(external_id="T-2")
        while worker.worked < 2 and time.monotonic() < ends:
            time.sleep(0.05)
    finally:
        worker.stop()
        thread.join()
    assert Draft.objects.count() == 2


def test_what_cannot_get_better_is_not_tried_again(deliver):
    deliver()
    held = jobs.claim()
    assert jobs.fail(held=held, reason="nobody can", permanent=True) is JobState.FAILED
    make_due()
    assert jobs.claim() is None


@pytest.mark.django_db(transaction=True)
def test_a_worker_killed_in_the_middle_leaves_the_job_to_the_next(deliver):
    """The model never answers; the worker that waits for it is killed; the lease then ends."""
    with socket.create_server(("127.0.0.1", 0)) as silent:
        deliver(backend="openai")
        process = start_worker(
            OPENAI_BASE_URL=f"http://127.0.0.1:{silent.getsockname()[1]}/v1", OPENAI_MODEL="m"
        )
        try:
            silent.settimeout(30)
            connected, _ = silent.accept()
            process.kill()
            process.communicate(timeout=10)
            connected.close()
        finally:
            process.kill()
    job = DraftJob.objects.get()
    assert (job.state, job.attempts) == (JobState.RUNNING, 1)
    assert not Draft.objects.exists()
    assert jobs.claim() is None
    DraftJob.objects.update(lease_until="2020-01-01T00:00Z", backend="composer")
    assert pipeline.work(jobs.claim()) is JobState.DONE
    assert Draft.objects.count() == 1


def test_the_lease_outlasts_the_model(deliver, settings):
    settings.DRAFTGATE_MODEL_TIMEOUT_SECONDS = 600
    deliver()
    jobs.claim()
    job = DraftJob.objects.get()
    assert job.lease_until - job.run_after > timedelta(seconds=700)


def test_a_failure_is_over_when_the_customer_writes_again(deliver):
    deliver()
    DraftJob.objects.update(state=JobState.FAILED, last_error="no")
    deliver(messages=[intake.Incoming("Can I return my boots?"), intake.Incoming("Hello?")])
    assert list(DraftJob.objects.order_by("created_at").values_list("state", flat=True)) == [
        JobState.DONE,
        JobState.QUEUED,
    ]
