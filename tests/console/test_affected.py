"""From a rule, a policy, a voice, a prompt or a model to the drafts that were made under it."""

import csv
from dataclasses import astuple
from datetime import timedelta
from urllib.parse import urlencode

import pytest
from django.test import Client

from compliance.models import ComplianceRule
from drafting import sending
from drafting.models import Draft
from locations import changes

RULE = {"kind": "rule", "name": "R1", "version": 1}


@pytest.fixture(autouse=True)
def time_enough(settings):
    # A busy machine must not turn a decision into one that the gate had no time for.
    settings.DRAFTGATE_GATE_TIMEOUT_MS = 60_000


@pytest.fixture
def ask(reviewer):
    def ask(path="/affected/", user=reviewer, status=200, **asked):
        client = Client()
        client.force_login(user)
        answer = client.get(f"{path}?{urlencode(asked)}")
        assert answer.status_code == status, answer.content
        return answer

    return ask


def ids(answer):
    return {draft.pk for draft in answer.context["page"]}


def test_a_rules_page_leads_to_its_drafts_with_what_became_of_them(drafted, held, ask, agent):
    visible, sent = drafted(), drafted()
    sending.send(draft=sent, actor=agent, text=sent.shown_text)
    assert "/affected/?kind=rule&amp;name=R1&amp;version=1" in ask("/rules/R1/").content.decode()
    answer = ask(**RULE)
    assert ids(answer) == {visible.pk, sent.pk, held.pk}
    counts = answer.context["counts"]
    assert astuple(counts) == (3, 1, 1, 1, 1)


def test_another_version_is_another_condition(drafted, ask):
    first = drafted()
    rule = ComplianceRule.objects.get(code="R1")
    rule.examples = ["sold as is"]
    changes.save(row=rule, actor=None, reason="Fewer", seen_version=1)
    second = drafted()
    assert ids(ask(**RULE)) == {first.pk}
    assert ids(ask(**RULE | {"version": 2})) == {second.pk}


def test_policies_and_voices_are_found_as_well(drafted, ask, operator):
    here, there = drafted(), drafted(location="ald-denver")
    term = next(each for each in here.conditions if each.startswith("policy:"))
    name, _, version = term.removeprefix("policy:").rpartition(":")
    found = ids(ask(user=operator, kind="policy", name=name, version=version))
    assert here.pk in found
    assert there.pk not in found


def test_only_what_was_made_between_two_moments_counts(drafted, ask):
    first, second = drafted(), drafted()
    between = second.created_at.isoformat()
    assert ids(ask(**RULE, since=between)) == {second.pk}
    assert ids(ask(**RULE, until=between)) == {first.pk}


def test_nobody_sees_drafts_of_a_location_that_is_not_on_their_roster(
    drafted, ask, other_reviewer, auditor
):
    draft = drafted()
    assert ids(ask(user=other_reviewer, **RULE)) == set()
    assert str(draft.pk) not in ask("/affected.csv", user=other_reviewer, **RULE).content.decode()
    assert ids(ask(user=auditor, **RULE)) == {draft.pk}


def test_the_export_lists_the_same_without_a_word_of_what_was_written(drafted, ask, agent):
    draft = drafted()
    sending.send(draft=draft, actor=agent, text=draft.shown_text)
    text = ask("/affected.csv", **RULE).content.decode()
    (row,) = csv.DictReader(text.splitlines())
    assert (row["draft"], row["location"], row["status"]) == (str(draft.pk), "ald-boston", "sent")
    assert row["agent"] == "agnes"
    assert draft.shown_text not in text


@pytest.mark.parametrize(
    "wrong",
    [
        {"version": ""},
        {"kind": "weather"},
        {"name": ""},
        {"name": "\x00"},
        {"since": "yesterday"},
        {"since": "2026-11-02", "until": "2026-11-01"},
    ],
)
def test_what_makes_no_sense_is_said(ask, wrong):
    ask(status=422, **RULE | wrong)
    ask("/affected.csv", status=422, **RULE | wrong)


def test_long_lists_come_in_pages(drafted, ask):
    draft = drafted()
    Draft.objects.bulk_create(
        Draft(
            **{
                each.attname: getattr(draft, each.attname)
                for each in Draft._meta.concrete_fields
                if each.name not in {"id", "status", "created_at"}
                and not each.name.startswith("shown")
            },
            status="rejected",
            created_at=draft.created_at - timedelta(minutes=number),
        )
        for number in range(1, 61)
    )
    answer = ask(**RULE)
    assert (len(ids(answer)), answer.context["counts"].generated) == (50, 61)
    assert len(ids(ask(**RULE, page=2))) == 11
