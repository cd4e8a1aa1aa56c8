"""A held draft is in one reviewer's hands at a time, and the log tells in whose."""

from __future__ import annotations

from datetime import timedelta

import pytest
import time_machine
from django.core.exceptions import PermissionDenied
from django.db import IntegrityError, transaction
from django.utils import timezone

from compliance.audit.canonical import read_canonical
from compliance.audit.commitments import commitment
from compliance.models import AuditEvent, AuditSalt, ComplianceRule
from drafting import claims, pulls, review
from drafting.errors import Conflict, Unusable
from drafting.models import DraftStatus, ReviewItem

FINE = "You can return your boots within 14 days."
BLOCKED = "These boots are sold as is, no warranty."


@pytest.fixture
def item(draft) -> ReviewItem:
    return draft(BLOCKED).review


def again(item: ReviewItem) -> ReviewItem:
    return ReviewItem.objects.get(pk=item.pk)


def later(minutes: int):
    return time_machine.travel(timezone.now() + timedelta(minutes=minutes), tick=False)


def told(*kinds):
    events = AuditEvent.objects.filter(type__in=kinds or ("review.claimed", "review.released"))
    found = [read_canonical(bytes(event.body)) for event in events.order_by("pending__number")]
    return [
        (body["type"], body["actor"]["id"], body["details"].get("how"), body["details"].get("from"))
        for body in found
    ]


def test_who_claims_has_it_and_another_is_told_who(item, reviewer, second_reviewer):
    claims.claim(item=item, actor=reviewer)
    with pytest.raises(claims.Taken, match="rita has had this draft in hand since"):
        claims.claim(item=again(item), actor=second_reviewer)
    decisions = (
        (review.approve, {"reason": "Fine"}),
        (review.reject, {"reason": "No"}),
        (review.edit, {"text": FINE}),
    )
    for decide, said in decisions:
        with pytest.raises(claims.Taken, match="Nothing of yours was changed"):
            decide(item=again(item), actor=second_reviewer, seen_version=1, **said)
    assert again(item).claimed_by == reviewer
    assert again(item).draft.status == DraftStatus.HELD
    assert told() == [("review.claimed", "rita", "asked", None)]


def test_claiming_again_prolongs_and_is_not_told_again(item, reviewer):
    first = claims.claim(item=item, actor=reviewer).claim_until
    with later(10):
        assert claims.claim(item=again(item), actor=reviewer).claim_until > first
        claims.touch(item=again(item), actor=reviewer)
    assert again(item).claim_until > first
    assert len(told()) == 1


def test_a_lease_that_is_over_keeps_nobody_away(item, reviewer, second_reviewer, settings):
    claims.claim(item=item, actor=reviewer)
    with later(settings.DRAFTGATE_REVIEW_CLAIM_MINUTES + 1):
        assert claims.holder(again(item), timezone.now()) is None
        claims.touch(item=again(item), actor=reviewer)
        assert claims.holder(again(item), timezone.now()) is None, "what is over stays over"
        review.approve(item=again(item), actor=second_reviewer, reason="Fine", seen_version=1)
    assert told() == [
        ("review.claimed", "rita", "asked", None),
        ("review.claimed", "rosa", "deciding", None),
    ]


def test_what_is_given_back_is_free(item, reviewer, second_reviewer):
    claims.claim(item=item, actor=reviewer)
    claims.release(item=again(item), actor=second_reviewer)
    assert again(item).claimed_by == reviewer, "only one's own is given back"
    claims.release(item=again(item), actor=reviewer)
    claims.release(item=again(item), actor=reviewer)
    assert again(item).claimed_by is None
    claims.claim(item=again(item), actor=second_reviewer)
    assert [each[:2] for each in told()] == [
        ("review.claimed", "rita"),
        ("review.released", "rita"),
        ("review.claimed", "rosa"),
    ]


def test_taking_over_needs_a_note_and_names_both(item, reviewer, second_reviewer):
    claims.claim(item=item, actor=reviewer)
    with pytest.raises(Unusable, match="Say why"):
        claims.take_over(item=again(item), actor=second_reviewer, note="  ")
    with pytest.raises(Unusable, match="card"):
        claims.take_over(item=again(item), actor=second_reviewer, note="4111 1111 1111 1111")
    claims.take_over(item=again(item), actor=second_reviewer, note="Rita is at lunch")
    assert again(item).claimed_by == second_reviewer
    assert again(item).claim_note == "Rita is at lunch"
    assert told()[1:] == [("review.claimed", "rosa", "take_over", "rita")]
    salt = AuditSalt.objects.get(name="note")
    stated = read_canonical(bytes(salt.event.body))["texts"]
    assert stated == [{"name": "note", "sha256": commitment("Rita is at lunch", bytes(salt.salt))}]
    with pytest.raises(claims.Taken):
        review.reject(item=again(item), actor=reviewer, reason="No", seen_version=1)


def test_taking_over_what_is_free_is_a_claim(item, reviewer):
    claims.take_over(item=item, actor=reviewer, note="It was taken a moment ago")
    assert told() == [("review.claimed", "rita", "asked", None)]
    assert again(item).claim_note == ""


def test_a_decision_claims_and_ends_the_claim(item, reviewer):
    assert not review.edit(
        item=item, actor=reviewer, text=f"{BLOCKED} Sorry.", seen_version=1
    ).shown
    assert again(item).claimed_by == reviewer, "an edit that is still blocked keeps it"
    assert review.edit(item=again(item), actor=reviewer, text=FINE, seen_version=2).shown
    assert again(item).claimed_by is None
    assert told("review.claimed", "draft.edited") == [
        ("review.claimed", "rita", "deciding", None),
        ("draft.edited", "rita", None, None),
        ("draft.edited", "rita", None, None),
    ]


def test_a_claim_changes_nothing_that_is_decided_about(item, reviewer):
    claims.claim(item=item, actor=reviewer)
    assert again(item).version == 1
    review.approve(item=again(item), actor=reviewer, reason="Fine", seen_version=1)


def test_what_is_closed_cannot_be_claimed(item, reviewer, second_reviewer):
    review.reject(item=item, actor=reviewer, reason="No", seen_version=1)
    for do in (claims.claim, claims.release):
        with pytest.raises(Conflict, match="no longer waiting: rita closed it as rejected"):
            do(item=again(item), actor=second_reviewer)


def test_what_is_held_again_is_in_nobodys_hands(item, reviewer, agent, now):
    claims.claim(item=item, actor=reviewer)
    review.approve(item=again(item), actor=reviewer, reason="Fine", seen_version=1)
    draft = again(item).draft
    ComplianceRule.objects.create(
        code="R2",
        kind="prohibited_claim",
        claim="boots are sold as is",
        examples=["these boots are sold as is"],
        action="block",
    )
    assert pulls.pull(draft=draft, actor=agent, at=now).text is None
    assert (again(item).state, again(item).claimed_by) == ("open", None)


def test_a_message_of_the_customer_ends_a_claim(item, reviewer, deliver):
    claims.claim(item=item, actor=reviewer)
    deliver("And one more thing: where are you?")
    assert (again(item).state, again(item).claimed_by) == ("obsolete", None)


def test_only_reviewers_of_the_location_claim(item, agent, operator, auditor, outsider):
    for user in (agent, operator, auditor, outsider):
        with pytest.raises(PermissionDenied):
            claims.claim(item=item, actor=user)
        with pytest.raises(PermissionDenied):
            claims.take_over(item=item, actor=user, note="Mine")
        with pytest.raises(PermissionDenied):
            claims.release(item=item, actor=user)
    assert told() == []


def test_half_a_claim_is_refused_by_the_database(item, reviewer):
    with pytest.raises(IntegrityError), transaction.atomic():
        ReviewItem.objects.filter(pk=item.pk).update(claimed_by=reviewer)


def test_no_claim_without_its_event(item, reviewer, monkeypatch):
    def fails(*happenings):
        raise IntegrityError

    monkeypatch.setattr("drafting.attestation.reviews.append", fails)
    for do in (claims.claim, lambda **said: review.reject(reason="No", seen_version=1, **said)):
        with pytest.raises(IntegrityError), transaction.atomic():
            do(item=again(item), actor=reviewer)
    assert again(item).claimed_by is None
