"""What a draft was made under is named on it, and older drafts are given the same names."""

import importlib
import json
from contextlib import contextmanager

from django.db import connection

from compliance.models import ComplianceRule
from drafting import pulls, sending
from drafting.models import Draft, LaterCondition
from locations import changes

MIGRATION = importlib.import_module("drafting.migrations.0014_conditions_of_drafts")
LATER = importlib.import_module("drafting.migrations.0018_what_drafts_were_held_to_later")


def test_a_draft_names_its_conditions(draft):
    made = draft()
    assert made.conditions == [
        "model:template returns-retail v1",
        "policy:return_window_days/location:ald-boston:1",
        f"prompt:{made.prompt_version}",
        "rule:R1:1",
        "tone:retail:1",
    ]


@contextmanager
def contexts_in_plain(made):
    """The database with payloads as they were stored when the migrations ran."""
    payload = json.dumps(made.context.payload)
    with connection.cursor() as cursor:
        cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")
        cursor.execute("ALTER TABLE drafting_contextrecord RENAME payload TO sealed")
        cursor.execute("ALTER TABLE drafting_contextrecord ADD payload jsonb")
        cursor.execute("UPDATE drafting_contextrecord SET payload = %s", [payload])
        yield cursor
        cursor.execute("ALTER TABLE drafting_contextrecord DROP payload")
        cursor.execute("ALTER TABLE drafting_contextrecord RENAME sealed TO payload")


def test_older_drafts_are_given_the_same(draft):
    made = draft()
    named = made.conditions
    Draft.objects.update(conditions=[])
    with contexts_in_plain(made) as cursor:
        cursor.execute(MIGRATION.FILL)
    made.refresh_from_db()
    assert sorted(made.conditions) == named


def test_drafts_that_were_sent_are_told_what_they_were_held_to_as_well(draft, agent, now, settings):
    # A busy machine must not turn a decision into one that the gate had no time for.
    settings.DRAFTGATE_GATE_TIMEOUT_MS = 60_000
    made = draft("You can return your boots within 14 days.")
    rule = ComplianceRule.objects.get(code="R1")
    changes.save(row=rule, actor=None, reason="Again", seen_version=1)
    pulls.pull(draft=made, actor=agent, at=now)
    sending.send(draft=made, actor=agent, text=made.shown_text, at=now)
    (held,) = LaterCondition.objects.filter(draft=made)
    assert (held.condition, held.decision.purpose) == ("rule:R1:2", "pull")
    stored = Draft.objects.get(pk=made.pk)
    with contexts_in_plain(made) as cursor:
        for statement in (
            "ALTER TABLE drafting_latercondition DISABLE TRIGGER later_condition_is_final",
            "DELETE FROM drafting_latercondition",
            MIGRATION.UNGUARDED,
            "UPDATE drafting_draft SET conditions = '{}'",
            MIGRATION.FILL,
            LATER.LATER,
            LATER.OVERLAYS,
            MIGRATION.GUARDED,
        ):
            cursor.execute(statement)
    assert Draft.objects.get(pk=made.pk).conditions == stored.conditions
    (found,) = LaterCondition.objects.filter(draft=made)
    assert (found.condition, found.decision_id) == (held.condition, held.decision_id)
