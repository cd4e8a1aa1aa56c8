"""Decisions taken again give the same, whatever was changed since; what was tampered with shows."""

import json
from datetime import UTC, date, datetime, timedelta
from io import StringIO

import pytest
from django.core.management import CommandError, call_command
from django.db import IntegrityError, connection, transaction

from compliance.models import (
    ComplianceRule,
    Concept,
    GateDecision,
    GateInputPart,
    SealedInputPart,
    ToneOverlay,
)
from compliance.sealing import keyring
from compliance.sealing.cipher import seal
from drafting import pulls, replay, review, scheduling, sending
from drafting.replay import Outcome
from locations import changes
from locations.models import PolicyValue, Promotion
from tests.drafting.test_redrafting import answers, model  # noqa: F401  (a fixture)

NOW = datetime(2026, 11, 3, 17, 0, tzinfo=UTC)
FINE = "You can return your boots within 14 days."
BLOCKED = "These boots are sold as is, no warranty."
MENDED = "You cannot return your boots later than 30 days after you bought them."


@pytest.fixture(autouse=True)
def time_enough(settings):
    # A busy machine must not turn a decision into one that the gate had no time for.
    settings.DRAFTGATE_GATE_TIMEOUT_MS = 60_000


@pytest.fixture
def life(draft, agent, reviewer):
    """Have decisions of every purpose but the second draft of a model."""
    Concept.objects.create(name="finality", about="no way back", expressions=["all sales final"])
    ComplianceRule.objects.create(
        code="R2",
        kind="prohibited_claim",
        claim="a sale is final",
        detectors=["@finality"],
        action="remove",
    )
    shown = draft(FINE)
    at = shown.created_at + timedelta(minutes=1)
    pulls.pull(draft=shown, actor=agent, at=at)
    # Refused, and with a text that is stored nowhere else.
    sending.send(draft=shown, actor=agent, text=f"{FINE} {BLOCKED}", at=at)
    scheduling.schedule(draft=shown, actor=agent, text=FINE, send_at=at + timedelta(hours=1), at=at)
    sending.send(draft=shown, actor=agent, text=f"Hello. {FINE}", at=at)
    held = draft(BLOCKED, external_id="T-2")
    review.edit(item=held.review, actor=reviewer, text=FINE, seen_version=1)
    draft(MENDED, external_id="T-3")
    draft(f"{FINE} Mind that all sales final. Boot Week ends soon.", external_id="T-4")
    return list(GateDecision.objects.order_by("decided_at"))


def sealed(row, name, value):
    """Seal a value for a row, as somebody with its key could."""
    field, key_id = row._meta.get_field(name), row.data_key_id
    return seal(field.write(value), key=keyring.key(key_id), key_id=key_id, place=field.place(row))


def outcomes(decisions):
    return [(each.verdict, replay.replay(each)) for each in decisions]


def assert_identical(decisions):
    for verdict, found in outcomes(decisions):
        assert found.outcome is Outcome.IDENTICAL, (verdict, list(map(str, found.differences)))
        assert found.notes == ()


def test_a_whole_life_is_replayed_to_the_byte(life):
    assert {each.purpose for each in life} == {
        "generation",
        "pull",
        "send",
        "schedule",
        "review_edit",
    }
    assert {each.verdict for each in life} == {"pass", "modify", "block"}
    assert_identical(life)


def test_the_second_draft_of_a_model_as_well(model, draft):  # noqa: F811
    answers(model, BLOCKED, FINE)
    draft()
    decisions = list(GateDecision.objects.all())
    assert {each.purpose for each in decisions} == {"generation", "redraft"}
    assert_identical(decisions)


class TestLater:
    """What was changed since does not matter."""

    def test_a_rule_that_was_changed(self, life):
        rule = ComplianceRule.objects.get(code="R1")
        rule.examples = ["within 14 days"]
        changes.save(row=rule, actor=None, reason="Stricter", seen_version=rule.version)
        assert_identical(life)

    def test_a_rule_that_was_deleted_and_one_that_is_new(self, life):
        rule = ComplianceRule.objects.get(code="R1")
        changes.delete(row=rule, actor=None, reason="Repealed")
        ComplianceRule.objects.create(
            code="R9", kind="prohibited_claim", claim="boots", examples=["boots"], action="block"
        )
        assert_identical(life)

    def test_a_concept_that_was_changed(self, life):
        concept = Concept.objects.get()
        concept.expressions = ["boots"]
        changes.save(row=concept, actor=None, reason="Wider", seen_version=concept.version)
        assert_identical(life)

    def test_a_voice_a_policy_and_an_offer_that_were_changed(self, life):
        tone = ToneOverlay.objects.get()
        tone.prohibited = ["boots"]
        changes.save(row=tone, actor=None, reason="Other words", seen_version=tone.version)
        value = PolicyValue.objects.get(layer="location")
        value.value = 7
        changes.save(row=value, actor=None, reason="Shorter", seen_version=value.version)
        offer = Promotion.objects.get(code="BOOTS25")
        offer.end = date(2026, 11, 2)
        changes.save(row=offer, actor=None, reason="Ended", seen_version=offer.version)
        assert_identical(life)


class TestTampering:
    def test_nothing_changes_what_the_gate_read(self, life):
        with pytest.raises(IntegrityError, match="never changed"), transaction.atomic():
            GateInputPart.objects.update(body=b"{}")
        with pytest.raises(IntegrityError, match="never changed"), transaction.atomic():
            SealedInputPart.objects.update(digest="0" * 64)

    def test_a_decision_that_was_forged_differs_in_what_was_forged(self, life):
        decision = next(each for each in life if each.verdict == "block")
        honest = decision.findings[0]["message"]
        forged = [{**decision.findings[0], "message": "Nothing to see."}, *decision.findings[1:]]
        with connection.cursor() as cursor:
            cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")
            cursor.execute("ALTER TABLE compliance_gatedecision DISABLE TRIGGER decision_is_final")
            cursor.execute(
                "UPDATE compliance_gatedecision SET findings = %s WHERE id = %s",
                [sealed(decision, "findings", forged), decision.pk],
            )
            cursor.execute("ALTER TABLE compliance_gatedecision ENABLE TRIGGER decision_is_final")
        decision.refresh_from_db()
        found = replay.replay(decision)
        assert found.outcome is Outcome.DIFFERENT
        assert [(each.path, each.was, each.now) for each in found.differences] == [
            ("findings.0.message", "Nothing to see.", honest)
        ]

    def test_inputs_that_were_forged_are_not_read(self, life):
        decision = next(
            each for each in life if each.verdict == "block" and each.purpose == "generation"
        )
        case = SealedInputPart.objects.get(digest=decision.case_digest)
        body = case.body.replace(BLOCKED.encode(), FINE.encode())
        assert body != case.body
        with connection.cursor() as cursor:
            cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")
            cursor.execute(
                "ALTER TABLE compliance_sealedinputpart DISABLE TRIGGER sealed_part_is_final"
            )
            cursor.execute(
                "UPDATE compliance_sealedinputpart SET body = %s WHERE id = %s",
                [sealed(case, "body", body), case.pk],
            )
        found = replay.replay(decision)
        assert found.outcome is Outcome.IMPOSSIBLE
        assert "does not fit its digest" in found.why

    def test_rules_that_were_changed_past_their_history_are_said_to_be(self, life):
        with connection.cursor() as cursor:
            cursor.execute("UPDATE compliance_compliancerule SET citation = 'forged'")
        assert_identical(life)  # the history still holds the rules of then
        late = life[-1]
        with connection.cursor() as cursor:
            cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")
            cursor.execute("ALTER TABLE compliance_gatedecision DISABLE TRIGGER decision_is_final")
            cursor.execute("UPDATE compliance_gatedecision SET ruleset_sha256 = repeat('0', 64)")
            cursor.execute("ALTER TABLE compliance_gatedecision ENABLE TRIGGER decision_is_final")
        late.refresh_from_db()
        found = replay.replay(late)
        assert [each.path for each in found.differences] == ["ruleset_sha256"]
        assert "past it" in found.notes[0]


class TestWhatCannotBeReplayed:
    def test_erased_texts_are_said_to_be(self, life):
        keyring.destroy([life[0].data_key_id], at=NOW)
        found = replay.replay(life[0])
        assert found.outcome is Outcome.IMPOSSIBLE
        assert "Erased on November" in found.why

    def test_parts_that_were_deleted_are_said_to_be_erased(self, life):
        SealedInputPart.objects.filter(digest=life[0].case_digest).delete()
        found = replay.replay(life[0])
        assert found.outcome is Outcome.IMPOSSIBLE
        assert "erased" in found.why

    def test_a_decision_without_facts_says_so(self, draft, agent, monkeypatch):
        shown = draft(FINE)
        monkeypatch.setattr("drafting.gating.payload_for", lambda **_: 1 / 0)
        pulls.pull(draft=shown, actor=agent, at=shown.created_at + timedelta(minutes=1))
        decision = GateDecision.objects.get(purpose="pull")
        assert "could not be put together" in replay.replay(decision).why

    def test_a_decision_of_another_version_says_so(self, life, monkeypatch):
        monkeypatch.setattr(replay, "GATE_VERSION", "9")
        found = replay.replay(life[0])
        assert "version 9" in found.notes[0]


def test_the_command_says_how_it_ended(life):
    out = StringIO()
    call_command("decision_replay", str(life[0].pk), stdout=out)
    assert "Identical" in out.getvalue()
    SealedInputPart.objects.filter(digest=life[0].case_digest).delete()
    out = StringIO()
    with pytest.raises(CommandError, match="erased") as refused:
        call_command("decision_replay", str(life[0].pk), "--json", stdout=out)
    assert refused.value.returncode == 2
    assert json.loads(out.getvalue())["outcome"] == "impossible"


def test_taking_again_takes_as_many_queries_for_more_rules(life, django_assert_num_queries):
    for number in range(12):
        ComplianceRule.objects.create(
            code=f"M{number}", kind="prohibited_claim", claim="x", examples=["xyz"], action="block"
        )
    keyring.forget()
    with django_assert_num_queries(8):
        replay.replay(life[0])
