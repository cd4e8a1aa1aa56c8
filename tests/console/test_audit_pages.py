"""The auditor's pages: where the log stands, its events, what happened to a draft, and proofs."""

from __future__ import annotations

import hashlib
import json
from datetime import timedelta
from html import unescape

import pytest
from django.core.management import CommandError, call_command
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from compliance.audit import keys
from compliance.audit.bundle import read_keys
from compliance.audit.checkpoints import verify_proof
from compliance.audit.events import Actor, Happening, append, open_log
from compliance.audit.sequencer import sequence
from compliance.audit.statements import open_envelope, read_statement
from compliance.models import (
    ActorKind,
    AuditEvent,
    AuditLeaf,
    AuditLog,
    AuditSalt,
    ComplianceRule,
    EventType,
)
from console.audit.words import sentence
from drafting import review, sending
from drafting.models import ReviewItem
from locations import changes
from tests.compliance.audit.owner import as_table_owner

HOSTILE = "<img src=x onerror=alert(1)>{{ 7|add:1 }}"


@pytest.fixture(autouse=True)
def time_enough(settings):
    # A busy machine must not turn a decision into one that the gate had no time for.
    settings.DRAFTGATE_GATE_TIMEOUT_MS = 60_000


@pytest.fixture
def signed(settings, tmp_path, db):
    """Make a key, and give what waits its place whenever it is called."""
    settings.DRAFTGATE_AUDIT_KEY = ""
    settings.DRAFTGATE_AUDIT_KEY_FILE = str(tmp_path / "audit" / "key")
    settings.DRAFTGATE_AUDIT_CHECKPOINT_FILE = str(tmp_path / "audit" / "checkpoint")
    signer = keys.create(open_log().origin)

    def signed():
        sequence(now=timezone.now())
        return signer

    return signed


@pytest.fixture
def sent(drafted, agent, signed):
    """A draft that was sent, with all its events under a checkpoint."""
    draft = drafted()
    sending.send(draft=draft, actor=agent, text=draft.shown_text)
    signed()
    return draft


@pytest.fixture
def ask(auditor):
    def ask(path, user=auditor, status=200, **asked):
        client = Client()
        client.force_login(user)
        answer = client.get(path, asked)
        assert answer.status_code == status, answer.content
        return answer

    return ask


def shown(answer) -> str:
    return unescape(answer.content.decode())


def event_of(draft, kind):
    return AuditEvent.objects.get(draft=draft.pk, type=kind)


def ids(answer):
    return [each.event.pk for each in answer.context["told"]]


# --- The log -------------------------------------------------------------------------------------


def test_the_page_of_the_log_says_where_it_stands(ask, sent, signed):
    page = shown(ask("/audit/"))
    count = AuditEvent.objects.count()
    assert f"{count} events, " in page
    assert signed().verifier.vkey in page
    assert "Workers go over the whole log by themselves" in page


def test_an_unsigned_log_says_what_to_do(ask, held):
    page = shown(ask("/audit/"))
    assert "audit_key create" in page
    assert "oldest since" in page


def test_what_a_closed_log_was_left_with_waits_for_nothing(ask, held):
    old = open_log()
    AuditLog.objects.update(closed_at=old.opened_at)
    AuditLog.objects.create(origin="log.example/audit/2", opened_at=old.opened_at)
    page = ask("/audit/")
    assert page.context["standing"].waiting == 0
    assert "oldest since" not in shown(page)
    assert old.origin in shown(page)


def test_how_logs_follow_on_each_other_is_told_in_words():
    opened = {"reason": "Lost.", "earlier": {"log": "a.example/audit/1", "size": 7}}
    assert sentence({"type": "log.opened", "details": opened}) == (
        "This log was opened after a.example/audit/1, which was closed with 7 events: Lost."
    )
    closed = {"reason": "Moved.", "next": "b.example/audit/2"}
    assert sentence({"type": "log.closed", "details": closed}) == (
        "This log was closed; b.example/audit/2 follows: Moved."
    )


def test_what_is_signed_can_be_taken_along(ask, sent, signed):
    note = ask("/audit/checkpoint").content
    assert note.startswith(open_log().origin.encode())
    (only,) = read_keys(ask("/audit/vkeys").content.decode())
    assert only.verifier == signed().verifier
    assert b"How to verify" in ask("/audit/VERIFY.md").content


# --- Searching -----------------------------------------------------------------------------------


def test_events_are_found_by_each_of_their_marks(ask, sent, held, agent):
    told = event_of(sent, EventType.DRAFT_SENT)
    decided = AuditEvent.objects.filter(draft=held.pk, type=EventType.GATE_DECIDED).get()
    everything = set(AuditEvent.objects.values_list("pk", flat=True))
    assert set(ids(ask("/audit/events/"))) == everything
    for asked, found in (
        ({"types": "draft.sent"}, {told.pk}),
        ({"actor": "agnes"}, {told.pk}),
        (
            {"draft": held.pk},
            set(AuditEvent.objects.filter(draft=held.pk).values_list("pk", flat=True)),
        ),
        ({"ticket": sent.ticket_id, "types": "draft.sent"}, {told.pk}),
        ({"location": "ald-boston", "types": "draft.sent"}, {told.pk}),
        ({"location": "ald-denver"}, set()),
        ({"since": "2030-01-01"}, set()),
        ({"until": "2030-01-01", "types": "draft.sent"}, {told.pk}),
        ({"draft": held.pk, "rule": "R1"}, {decided.pk}),
        ({"draft": held.pk, "rule": "R1", "version": 1}, {decided.pk}),
        ({"rule": "R1", "version": 2}, set()),
        ({"rule": "R"}, set()),
        ({"decision": held.decision_id, "types": "gate.decided"}, {decided.pk}),
    ):
        assert set(ids(ask("/audit/events/", **asked)) if found else ()) == found, asked
        if not found:
            assert "told" not in ask("/audit/events/", **asked).context or not ids(
                ask("/audit/events/", **asked)
            )


def test_versions_of_a_rule_are_found_where_they_were_published(ask, boston, signed, operator):
    rule = ComplianceRule.objects.get(code="R1")
    rule.examples = ["sold as is"]
    changes.save(row=rule, actor=operator, reason="Fewer", seen_version=1)
    (found,) = ask("/audit/events/", rule="R1", version=2).context["told"]
    assert found.event.type == EventType.CONFIGURATION_PUBLISHED
    assert "was changed: version 2" in found.sentence


def test_long_lists_come_in_pages_without_gaps_and_repeats(ask, db, django_user_model):
    at = timezone.now()
    with connection.cursor():
        for number in range(120):
            append(Happening(EventType.DRAFT_SHOWN, at - timedelta(seconds=number // 7)))
    found, before = [], None
    while True:
        answer = ask("/audit/events/", **({"before": before} if before else {}))
        found += ids(answer)
        before = answer.context["older"]
        if before is None:
            break
    assert len(found) == len(set(found)) == 120
    assert "No event fits" not in shown(answer)


@pytest.mark.parametrize(
    ("asked", "hint"),
    [
        ({"rule": "NOPE", "types": "draft.sent"}, "Is NOPE its code"),
        ({"ticket": "T-1"}, "The id at the helpdesk is in no event"),
        ({"actor": "nobody"}, "Leave out what you are least sure of"),
    ],
)
def test_an_empty_result_says_why_and_what_to_do(ask, held, asked, hint):
    page = shown(ask("/audit/events/", **asked)).replace("<code>", "").replace("</code>", "")
    assert "No event fits" in page
    assert hint in page


@pytest.mark.parametrize(
    "wrong",
    [
        {"version": 1},
        {"draft": "x"},
        {"types": "weather"},
        {"since": "2026-11-02", "until": "2026-11-01"},
        {"actor": "\x00"},
    ],
)
def test_what_makes_no_sense_is_said(ask, wrong):
    ask("/audit/events/", status=422, **wrong)


def test_what_would_take_too_long_is_given_up(ask, held, monkeypatch):
    monkeypatch.setattr("compliance.audit.search._MOST_MILLISECONDS", 30)
    slow = (
        "CREATE OR REPLACE FUNCTION audit_terms(body bytea) RETURNS text[] LANGUAGE sql AS"
        " $$ SELECT pg_sleep(1); SELECT ARRAY[]::text[] $$"
    )
    with connection.cursor() as cursor:
        cursor.execute("DROP INDEX audit_event_terms")
        cursor.execute(slow)
    assert "Give a period" in shown(ask("/audit/events/", decision=held.decision_id))


# --- What happened to a draft --------------------------------------------------------------------


def test_a_sent_draft_is_told_from_its_payload_to_its_reply(ask, sent):
    told = ask(f"/audit/drafts/{sent.pk}/").context["part"].told
    kinds = [each.event.type for each in told]
    assert kinds[:3] == ["payload.assembled", "draft.generated", "gate.decided"]
    assert kinds[-1] == "draft.sent"
    assert [each.leaf.index for each in told] == sorted(each.leaf.index for each in told)
    assert all(each.is_signed and not each.faults for each in told)
    (text,) = (text.text for text in told[-1].texts if text.name == "The text")
    assert text == sent.shown_text
    page = shown(ask(f"/audit/drafts/{sent.pk}/"))
    assert f"/decisions/{sent.decision_id}/replay/" in page
    assert "under a signed checkpoint" in page


def test_a_held_draft_names_the_rule_that_held_it_and_where_it_waits(ask, held):
    page = shown(ask(f"/audit/drafts/{held.pk}/"))
    assert "The gate held the text back (generation)" in page
    assert '<span class="tag block">block</span> <code>R1</code>' in page
    assert "Waits for its place" in page
    assert f"/review/{ReviewItem.objects.get(draft=held).pk}/" in page


def test_the_way_there_from_a_draft_a_review_and_a_decision(ask, held, reviewer):
    where = f'href="/audit/drafts/{held.pk}/"'
    item = ReviewItem.objects.get(draft=held)
    for path in (
        f"/admin/drafting/draft/{held.pk}/change/",
        f"/admin/compliance/gatedecision/{held.decision_id}/change/",
        f"/decisions/{held.decision_id}/replay/",
        f"/drafts/{held.pk}/payload/",
        f"/review/{item.pk}/",
    ):
        assert where in shown(ask(path)), path
    page = shown(ask(f"/audit/drafts/{held.pk}/", user=reviewer))
    assert "/audit/events/" not in page
    assert "replay" not in page


def test_an_erased_text_and_one_that_does_not_match_are_said_to_be(ask, sent):
    AuditSalt.objects.filter(event=event_of(sent, EventType.DRAFT_GENERATED)).delete()
    told = event_of(sent, EventType.DRAFT_SENT)
    AuditSalt.objects.get(event=told, name="text").delete()
    AuditSalt.objects.create(event=told, name="text", salt=bytes(32))
    part = ask(f"/audit/drafts/{sent.pk}/").context["part"].told
    why = {each.event.type: [text.why[:20] for text in each.texts] for each in part}
    assert set(why["draft.generated"]) == {"It was erased: nobod"}
    assert "It does not match: n" in why["draft.sent"]
    page = shown(ask(f"/audit/drafts/{sent.pk}/"))
    assert "nobody can tell any more which text this was" in page
    assert "none of the texts that are stored is that of the event" in page


def test_an_event_that_was_changed_is_shown_as_such(ask, sent):
    with as_table_owner() as cursor:
        cursor.execute(
            "UPDATE compliance_auditevent SET body = convert_to(replace(convert_from(body, 'UTF8'),"
            " '\"Agnes', '\"Anges'), 'UTF8'), actor = 'anges' WHERE type = 'draft.sent'"
        )
    told = event_of(sent, EventType.DRAFT_SENT)
    page = shown(ask(f"/audit/drafts/{sent.pk}/"))
    assert "not as it should be" in page
    assert "Its column actor says" in page
    assert "not as it should be" in shown(ask("/audit/events/", types="draft.sent"))
    assert "Its column actor says" in shown(ask(f"/audit/events/{told.pk}/"))


def test_bytes_that_are_no_event_any_more_are_shown_as_such(ask, sent):
    with as_table_owner() as cursor:
        cursor.execute(
            r"UPDATE compliance_auditevent SET body = '\xff3c' WHERE type = 'draft.sent'"
        )
    told = event_of(sent, EventType.DRAFT_SENT)
    for path in (f"/audit/drafts/{sent.pk}/", f"/audit/events/{told.pk}/"):
        assert "Its bytes are not those that went into the log" in shown(ask(path))


def test_hostile_names_and_codes_are_inert(ask, held, db):
    with connection.cursor():
        append(
            Happening(
                EventType.GATE_DECIDED,
                timezone.now(),
                actor=Actor(ActorKind.AGENT, HOSTILE, f"{HOSTILE} Smith"),
                location=HOSTILE[:80],
                ticket=HOSTILE,
                draft=held.pk,
                details={
                    "verdict": HOSTILE,
                    "purpose": HOSTILE,
                    "decision": HOSTILE,
                    "rules": [{"id": HOSTILE, "version": HOSTILE, "result": HOSTILE}, HOSTILE],
                    "checks": HOSTILE,
                },
                texts={HOSTILE[:40]: "x"},
            )
        )
    told = AuditEvent.objects.get(ticket=HOSTILE)
    for path in (f"/audit/drafts/{held.pk}/", "/audit/events/", f"/audit/events/{told.pk}/"):
        page = ask(path, **({"actor": HOSTILE} if path == "/audit/events/" else {}))
        assert b"<img" not in page.content
        assert b"&lt;img src=x" in page.content


def test_many_events_of_one_draft_come_in_parts(ask, held, signed, monkeypatch):
    monkeypatch.setattr("console.audit.timeline.PER_PART", 4)
    for number in range(7):
        append(
            Happening(EventType.DRAFT_SHOWN, timezone.now(), draft=held.pk, details={"n": number})
        )
    signed()
    append(Happening(EventType.DRAFT_SHOWN, timezone.now(), draft=held.pk))
    found, after = [], ""
    while True:
        part = ask(f"/audit/drafts/{held.pk}/", **({"after": after} if after else {})).context[
            "part"
        ]
        found += [each.event.pk for each in part.told]
        after = part.after
        if not after:
            break
    assert len(found) == len(set(found)) == AuditEvent.objects.filter(draft=held.pk).count()


# --- One event -----------------------------------------------------------------------------------


def test_an_event_can_be_taken_along_and_verifies(ask, sent, signed):
    told = event_of(sent, EventType.DRAFT_SENT)
    body = ask(f"/audit/events/{told.pk}/event.json").content
    proof = ask(f"/audit/events/{told.pk}/proof").content.decode()
    verifier = signed().verifier
    verify_proof(proof, body, [verifier], origin=open_log().origin)
    assert hashlib.sha256(b"\0" + body).hexdigest() in shown(ask(f"/audit/events/{told.pk}/"))
    assert json.dumps(json.loads(body)["id"]) in shown(ask(f"/audit/events/{told.pk}/"))
    enclosed = json.loads(ask(f"/audit/events/{told.pk}/statement").content)
    said = read_statement(open_envelope(enclosed, [verifier]))
    assert said["predicate"]["agent"]["id"] == "agnes"


def test_only_a_sent_reply_has_a_statement(ask, sent):
    told = event_of(sent, EventType.DRAFT_GENERATED)
    ask(f"/audit/events/{told.pk}/statement", status=404)
    assert "Signed statement" not in shown(ask(f"/audit/events/{told.pk}/"))


def test_where_the_key_is_not_nothing_is_signed(ask, sent, settings, api, auditor):
    settings.DRAFTGATE_AUDIT_KEY_FILE = "/nonexistent/key"
    told = event_of(sent, EventType.DRAFT_SENT)
    assert "cannot sign" in shown(ask(f"/audit/events/{told.pk}/statement", status=503))
    answer = api(auditor).get(f"/api/v1/audit/drafts/{sent.pk}/statement/")
    assert (answer.status_code, answer.json()["error"]["code"]) == (503, "no_key")


def test_the_api_and_the_command_give_the_same_statement(
    sent, signed, api, auditor, capsys, tmp_path
):
    enclosed = api(auditor).get(f"/api/v1/audit/drafts/{sent.pk}/statement/").json()
    call_command("audit_attest", str(sent.pk))
    assert json.loads(capsys.readouterr().out) == enclosed
    call_command("audit_attest", str(sent.sent.pk), out=tmp_path / "reply.json")
    assert json.loads((tmp_path / "reply.json").read_text()) == enclosed
    told = event_of(sent, EventType.DRAFT_SENT)
    proven = api(auditor).get(f"/api/v1/audit/events/{told.pk}/").json()
    verify_proof(
        proven["proof"], proven["event"].encode(), [signed().verifier], origin=open_log().origin
    )


def test_where_a_part_of_the_tree_is_gone_page_and_api_say_so(ask, sent, api, auditor):
    told = event_of(sent, EventType.DRAFT_GENERATED)
    other = AuditLeaf.objects.exclude(event=told).filter(index=told.leaf.index ^ 1).get()
    with as_table_owner() as cursor:
        cursor.execute("DELETE FROM compliance_auditleaf WHERE id = %s", [other.pk])
    ask(f"/audit/events/{told.pk}/proof", status=409)
    answer = api(auditor).get(f"/api/v1/audit/events/{told.pk}/")
    assert answer.status_code == 409
    assert "The tree has no node" in answer.json()["error"]["message"]


def test_the_command_says_what_is_missing(held, signed, drafted, agent):
    for given in (str(held.pk), "999", "nonsense"):
        with pytest.raises(CommandError):
            call_command("audit_attest", given)
    draft = drafted()
    sending.send(draft=draft, actor=agent, text=draft.shown_text)
    with pytest.raises(CommandError, match="waits for its place"):
        call_command("audit_attest", str(draft.pk))


# --- Cost ----------------------------------------------------------------------------------------


def test_queries_do_not_grow_with_the_events(ask, sent, held, signed, reviewer):
    told = event_of(sent, EventType.DRAFT_SENT)
    pages = {
        "/audit/": {},
        "/audit/events/": {},
        "/audit/events/?rule=R1": {},
        f"/audit/drafts/{sent.pk}/": {},
        f"/audit/events/{told.pk}/": {},
        "/audit/exports/?location=ald-boston": {},
    }

    def counted():
        found = {}
        for path in pages:
            with CaptureQueriesContext(connection) as queries:
                ask(path)
            found[path] = len(queries)
        return found

    counted()
    few = counted()
    item = ReviewItem.objects.get(draft=held)
    review.reject(item=item, actor=reviewer, reason="No", seen_version=item.version)
    for _ in range(30):
        append(
            Happening(
                EventType.GATE_DECIDED,
                timezone.now(),
                draft=sent.pk,
                location="ald-boston",
                details={"rules": [{"id": "R1", "version": 1, "result": "pass"}] * 30},
                texts={"text": "Hello."},
            )
        )
    signed()
    many = counted()
    assert many == few
