"""Brings an empty database to the state before texts were sealed, and stores a word in every text.

Run as a program of its own, with the word as its argument.
"""

import hashlib
import sys
from datetime import UTC, datetime
from uuid import uuid4

import django

django.setup()

from django.db import connection  # noqa: E402
from django.db.migrations.executor import MigrationExecutor  # noqa: E402

from compliance.sealing.cipher import new_key  # noqa: E402
from compliance.sealing.master import wrappers  # noqa: E402

BEFORE = [
    ("compliance", "0029_logs_follow_on_each_other"),
    ("drafting", "0020_recalls_through_tokens"),
]
WORD = sys.argv[1]
NOW = datetime(2026, 10, 1, 12, tzinfo=UTC)

MigrationExecutor(connection).migrate(BEFORE)
apps = MigrationExecutor(connection).loader.project_state(BEFORE).apps


def make(model, **values):
    return apps.get_model(*model.split(".")).objects.create(**values)


def data_key():
    identity, wrapper = uuid4(), wrappers()[0]
    wrapped = wrapper.wrap(new_key(), key_id=identity)
    return make("compliance.DataKey", id=identity, wrapped=wrapped, master=wrapper.name)


def sha(text):
    return hashlib.sha256(text.encode()).hexdigest()


def place():
    return make(
        "locations.Location",
        code="b-1",
        name="B 1",
        brand=make("locations.Brand", code="b", name="B"),
        vertical=make("locations.Vertical", code="spa", name="Spa"),
        zone="America/New_York",
        state="US-MA",
    )


def customer():
    record = {"code": "c1", "name": f"Ada {WORD}", "updated_at": NOW}
    made = make(
        "drafting.Customer",
        **record,
        data_key=data_key(),
        orders=[{"item": f"{WORD} oil"}],
        contacts=[f"{WORD} called"],
    )
    make(
        "drafting.HistoricalCustomer",
        **record,
        id=made.pk,
        version=1,
        data_key_id=made.data_key_id,
        history_date=NOW,
        history_type="+",
    )
    return made


def ticket_with_draft(number, where, known):
    ticket = make(
        "drafting.Ticket",
        source="s",
        external_id=str(number),
        location=where,
        channel="email",
        customer=known,
        data_key=known.data_key if known else data_key(),
        arrived_at=NOW,
        customer_snapshot={"name": WORD},
    )
    message = make(
        "drafting.TicketMessage",
        ticket=ticket,
        position=0,
        author="customer",
        sent_at=NOW,
        text=f"I am {WORD}. May I return it? {number}",
    )
    text = f"Yes, {WORD}, within 14 days. {number}"
    identity = uuid4()
    decision = make(
        "compliance.GateDecision",
        subject=identity,
        purpose="generation",
        decided_at=NOW,
        verdict="pass",
        input_sha256=sha(text),
        output_sha256=sha(text),
        output_text=text,
        facts_sha256="",
        ruleset_sha256="",
        tone_sha256="",
        channel_sha256="",
        gate_version="3",
        duration_ms=1.0,
        findings=[{"layer": "tone", "excerpt": WORD, "check": "tone", "severity": "block"}],
    )
    make(
        "drafting.Draft",
        id=identity,
        ticket=ticket,
        message=message,
        backend="composer",
        candidate_text=text,
        context=make("drafting.ContextRecord", sha256=sha("x"), payload={"name": WORD}),
        decision=decision,
        status="visible",
        created_at=NOW,
        shown_text=text,
        shown_sha256=sha(text),
        shown_verdict="pass",
        shown_decision=decision,
    )


where = place()
for number, known in enumerate((customer(), None)):
    ticket_with_draft(number, where, known)
