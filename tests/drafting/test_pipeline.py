"""From a ticket to a draft that agents see, or that waits for a reviewer."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from compliance.evaluate import evaluate
from drafting import jobs, pipeline
from drafting.intake import Incoming
from drafting.models import Draft, DraftJob, DraftStatus, JobState, ReviewItem
from locations.models import Location, PolicyValue, WeeklyHours


def test_a_ticket_ends_as_a_visible_draft_with_this_stores_policy(draft):
    made = draft(text="How long do I have to return my boots?")
    assert made.status == DraftStatus.VISIBLE
    assert "14 days" in made.shown_text
    assert made.backend == "composer"
    assert made.context.payload["facts"]["place"]["code"] == "ald-boston"
    assert not ReviewItem.objects.exists()


def test_a_blocked_text_waits_for_review_and_nothing_of_it_is_shown(draft):
    made = draft("These boots are sold as is, no warranty.")
    assert made.status == DraftStatus.HELD
    assert made.shown_text is None
    assert made.review.text == made.candidate_text
    assert made.review.decision == made.decision
    assert made.decision.findings or made.decision.faults


def test_the_order_a_customer_speaks_of_is_named(draft):
    made = draft(text="I want to return my rain shell", customer_code="c1")
    assert "Hi Dana," in made.shown_text
    assert "Your rain shell is from October 25, 2026." in made.shown_text


def test_facts_that_cannot_be_read_fail_the_job_after_bounded_attempts_with_a_reason(
    deliver, world
):
    deliver()
    WeeklyHours.objects.filter(location=world).update(mon="whenever")
    for attempt in range(1, jobs.MAX_ATTEMPTS + 1):
        DraftJob.objects.update(run_after="2020-01-01T00:00Z")
        held = jobs.claim()
        assert held.attempt == attempt
        pipeline.work(held)
    job = DraftJob.objects.get()
    assert job.state == JobState.FAILED
    assert "could not be made" in job.last_error
    assert jobs.claim() is None
    assert not Draft.objects.exists()


def test_rules_that_cannot_be_loaded_hold_the_draft_back(draft, monkeypatch):
    def broken():
        raise RuntimeError("no rules today")

    defaults = {**evaluate.__kwdefaults__, "load_rules": broken}
    monkeypatch.setattr(evaluate, "__kwdefaults__", defaults)
    made = draft("You can return an item within 14 days.")
    assert made.status == DraftStatus.HELD
    assert made.decision.faults[0]["stage"] == "loading rules"
    assert "no rules today" not in str(made.decision.faults)


def test_a_message_that_came_meanwhile_leaves_the_old_answer_unwritten(deliver):
    deliver()
    held = jobs.claim()
    deliver(messages=[Incoming("Can I return my boots?"), Incoming("And when do you close?")])
    assert pipeline.work(held) is None
    assert not Draft.objects.exists()
    pipeline.work(jobs.claim())
    assert Draft.objects.get().message.text == "And when do you close?"


def test_a_worker_that_lost_its_lease_writes_nothing(deliver):
    deliver()
    late = jobs.claim()
    DraftJob.objects.update(lease_until="2020-01-01T00:00Z")
    second = jobs.claim()
    assert second.token != late.token
    pipeline.work(second)
    assert pipeline.work(late) is None
    assert Draft.objects.count() == 1


def test_the_number_of_queries_does_not_grow_with_the_configuration(
    deliver, world, django_assert_max_num_queries
):
    deliver()
    with CaptureQueriesContext(
        connection,
    ) as few:
        pipeline.work(jobs.claim())
    for number in range(20):
        store = Location.objects.get(code="ald-denver")
        store.pk, store.code = None, f"ald-{number}"
        store.save()
        value = PolicyValue.objects.filter(layer="location").first()
        value.pk, value.location = None, store
        value.save()
    deliver(external_id="T-2")
    with django_assert_max_num_queries(len(few)):
        pipeline.work(jobs.claim())


@pytest.mark.parametrize("text", ["", "   "])
def test_a_script_without_a_text_is_replaced_by_the_composer(deliver, text):
    deliver(backend="scripted", scripted_text=text)
    pipeline.work(jobs.claim())
    made = Draft.objects.get()
    assert made.backend == "composer"
    assert "No scripted text" in made.fallback_reason
