"""Histories in which everything happens that can; the steps fail first, at one write or another."""

from __future__ import annotations

from collections import Counter

from drafting.models import Draft
from tests.console.attestation.line import EVERY
from tests.console.attestation.told import every_event

FINE = "You can return your boots within 14 days."
FINE_TOO = "Thank you for asking. Your boots can come back within 14 days."
BLOCKED = "These boots are sold as is, no warranty."
MENDED = "You cannot return your boots later than 30 days after you bought them."


def sent_as_it_is(line):
    """Sent as it is, pulled by two, and asked for again."""
    plain = line.ticket(FINE)
    line.pull(plain, crash=EVERY)
    for who in ("person", "machine"):
        line.pull(plain, who, crash=2)
    line.send(plain, crash=EVERY)
    line.send(plain, FINE_TOO)
    line.pull(plain)


def changed_and_scheduled(line):
    """Changed by the gate; scheduled in other words, twice, taken back, and sent in one's own."""
    mended = line.ticket(MENDED)
    assert mended.status == "visible"
    line.schedule(mended, crash=2)
    line.schedule(mended, FINE, crash=EVERY)
    line.schedule(mended, FINE)
    line.schedule(mended, BLOCKED)
    line.unschedule(mended, crash=2)
    line.unschedule(mended)
    line.schedule(mended, FINE_TOO, who="machine")
    line.send(mended, BLOCKED, crash=1)
    line.send(mended, FINE, crash=5)
    line.pull(mended, "machine")


def waiting_for_its_moment(line):
    """What waits goes out; or does not, because the customer or a rule was faster."""
    later, overtaken, late = (line.ticket(FINE) for _ in range(3))
    line.schedule(overtaken)
    line.ticket(FINE_TOO, name=overtaken.ticket.external_id)
    line.rule_changes("off")
    refused = line.ticket(BLOCKED)
    assert refused.status == "visible"
    line.schedule(refused)
    line.schedule(later, FINE_TOO)
    line.pull(late)
    line.rule_changes("enforce")
    line.time_goes_by()
    assert [Draft.objects.get(pk=each.pk).status for each in (later, refused)] == ["sent", "held"]


def taken_in_hand(line):
    """Reviewed: opened, taken, given back, taken over, edited twice."""
    item = line.ticket(BLOCKED).review
    for who in ("reviewer", "reviewer", "auditor", "operator"):
        line.open(item, who, crash=1)
    line.claim(item, crash=1)
    line.claim(item)
    line.claim(item, "second")
    for decide in (line.approve, line.reject):
        decide(item, "second")
    line.claim(item, "second", "release")
    line.claim(item, "reviewer", "release", crash=1)
    line.claim(item, "second", crash=EVERY)
    line.claim(item, "reviewer", "take_over", crash=2)
    line.edit(item, BLOCKED + " Sorry.", crash=3)
    line.open(item)
    line.leases_end()
    line.edit(item, FINE, "second", crash=6)
    line.pull(item.draft)


def approved_and_held_again(line):
    """Approved, and held again when a rule comes back; then rejected."""
    item = line.ticket(BLOCKED).review
    line.edit(item, f"{BLOCKED} Sorry.", crash=EVERY)
    line.approve(item, crash=EVERY)
    line.pull(item.draft)
    line.send(item.draft)
    line.rule_changes("off")
    again = line.ticket(BLOCKED)
    line.pull(again)
    line.rule_changes("enforce")
    line.pull(again, crash=3)
    line.reject(again.review, crash=EVERY)
    line.pull(again)


def asked_once_more(line):
    """A model that is asked once more, both ways; and a customer who writes to a held draft."""
    line.model_writes(BLOCKED, FINE)
    twice = line.model_writes(BLOCKED, BLOCKED)
    line.open(twice.review)
    line.claim(twice.review)
    line.ticket(FINE, name=twice.ticket.external_id)


HISTORIES = (
    sent_as_it_is,
    changed_and_scheduled,
    waiting_for_its_moment,
    taken_in_hand,
    approved_and_held_again,
    asked_once_more,
)


def held_to_be_complete():
    """What must hold of any history, whatever the order: the words of the contract itself."""
    events = every_event()
    generated = Counter(body["draft"] for body, _ in events if body["type"] == "draft.generated")
    gates: dict[str, list] = {}
    in_hand: dict[str, str] = {}
    for body, opens in events:
        kind, draft, actor = body["type"], body["draft"], body["actor"]["id"]
        if kind == "gate.decided":
            gates.setdefault(draft, []).append((body["details"]["decision"], opens))
        if kind == "review.claimed":
            in_hand[draft] = actor
        if kind == "review.released":
            assert in_hand.pop(draft) == actor
        if kind in {"review.approved", "review.rejected"} or (
            kind == "draft.edited" and body["actor"]["kind"] == "reviewer"
        ):
            assert in_hand[draft] == actor, "who decides has the draft in hand"
        if kind in {"draft.shown", "draft.edited", "draft.sent", "review.approved"}:
            assert draft in gates, f"{kind} before any gate"
            assert body["details"]["decision"] in {decision for decision, _ in gates[draft]}
    assert generated == Counter(str(pk) for pk in Draft.objects.values_list("pk", flat=True))
    assert set(gates) >= set(generated)
    for draft in Draft.objects.all():
        assert any(opens(draft.candidate_text, "text") for _, opens in gates[str(draft.pk)])
