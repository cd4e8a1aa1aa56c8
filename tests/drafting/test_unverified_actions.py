"""What is done about statements that no fact answers: from the operator's rows to decisions."""

import pytest

from compliance.gate.unverified import NOTES, UnverifiedAction
from drafting.context.fingerprints import class_fingerprint
from drafting.gating import payload_for
from drafting.models import DraftStatus
from locations import changes
from locations.models import OperatorProfile, Vertical

PRICED = "You can return your boots within 14 days. Waterproofing costs $18."


def set_on(row, **actions):
    for kind, action in actions.items():
        setattr(row, f"unverified_{kind}", action)
    row.full_clean()
    changes.save(row=row, actor=None, reason="What nobody can check", seen_version=row.version)


@pytest.fixture
def retail(world):
    return Vertical.objects.get(code="retail")


@pytest.fixture
def operator_row(world):
    return OperatorProfile.objects.create()


def unverified(draft):
    return [each for each in draft.decision.findings if each["rule"].startswith("unverified:")]


def test_a_note_unless_anybody_says_otherwise(draft):
    made = draft(PRICED)
    assert made.status == DraftStatus.VISIBLE
    (found,) = unverified(made)
    assert (found["rule"], found["severity"]) == ("unverified:price", "advise")
    assert "$18 is a price that nothing here gives for Alder Harbor" in found["message"]


def test_the_operators_word_holds_for_every_vertical(draft, operator_row):
    set_on(operator_row, policy="block")
    made = draft(PRICED)
    assert made.status == DraftStatus.HELD
    assert unverified(made)[0]["severity"] == "block"


def test_a_verticals_own_word_goes_first(draft, operator_row, retail):
    set_on(operator_row, policy="block")
    set_on(retail, policy="ignore")
    made = draft(PRICED)
    assert made.status == DraftStatus.VISIBLE
    assert unverified(made) == []


def test_it_is_part_of_the_payload_and_of_the_conditions(draft, retail):
    made = draft(PRICED)

    def payload():
        return payload_for(ticket=made.ticket, message=made.message, at=made.created_at)

    def conditions(of):
        return class_fingerprint(of, ruleset_sha256="", prompt_version="", model="")

    before = payload()
    assert before.unverified == NOTES
    set_on(retail, hours="block")
    after = payload()
    assert after.unverified.hours is UnverifiedAction.BLOCK
    assert after.unverified.policy is UnverifiedAction.ADVISE
    assert after.gate_input("x").unverified == after.unverified
    assert after.sha256 != before.sha256
    assert conditions(after) != conditions(before)


def test_its_history_says_who_and_why(retail):
    set_on(retail, data="block")
    latest = retail.history.first()
    assert (latest.unverified_data, latest.history_change_reason) == (
        "block",
        "What nobody can check",
    )
