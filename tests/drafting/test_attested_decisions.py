"""Decisions as events: every rule in scope with its result, whatever their number and names."""

from __future__ import annotations

from datetime import UTC, datetime
from uuid import uuid4

import pytest

from compliance.audit.canonical import MOST_BYTES, read_canonical
from compliance.audit.events import append
from compliance.models import AuditEvent, GateDecision
from drafting.attestation.decisions import MOST_RULES, decided
from drafting.attestation.subjects import Where

AT = datetime(2026, 11, 3, 17, 0, tzinfo=UTC)


def finding(check, rule, severity, *, version=1, mode="enforce"):
    return {
        "check": check,
        "check_version": 1,
        "rule": rule,
        "rule_version": version,
        "severity": severity,
        "mode": mode,
        "excerpt": "Dana Whitlock",
    }


def told(**fields):
    decision = GateDecision(
        subject=uuid4(), purpose="generation", decided_at=AT, verdict="block", **fields
    )
    where = Where(decision.subject, uuid4(), "elm")
    return decided(where, decision, "Hello Dana")


def details(**fields):
    return told(**fields).details


def test_a_rule_has_the_gravest_of_its_results():
    said = details(
        rules_in_scope=[["R1", 2], ["R2", 1], ["R3", 1], ["R4", 5]],
        findings=[
            finding("claims", "R1", "modify", version=2),
            finding("claims", "R1", "block", version=2),
            finding("claims", "R4", "block", version=5, mode="shadow"),
            finding("hours", "hours:2026-11-26", "modify"),
        ],
        remaining=[finding("claims", "R3", "block")],
    )
    assert [(each["id"], each["version"], each["result"]) for each in said["rules"]] == [
        ("R1", 2, "block"),
        ("R3", 1, "block"),
        ("R4", 5, "shadow"),
        ("R2", 1, "pass"),
    ]
    assert [(each["id"], each["about"], each["result"]) for each in said["checks"]] == [
        ("hours", "hours:2026-11-26", "modify")
    ]


def test_a_source_that_a_model_made_up_is_not_repeated():
    kept = {**finding("sources", "elm-returns", "block"), "fact": {"key": "article"}}
    made_up = [finding("sources", name, "block") for name in ("Dana Whitlock", "617-555-0123")]
    said = details(findings=[*made_up, kept])
    assert [(each["id"], each["about"]) for each in said["checks"]] == [
        ("sources", ""),
        ("sources", "elm-returns"),
    ]


def test_what_was_read_of_a_customer_is_no_detail():
    said = told(facts_sha256="f" * 64, ruleset_sha256="a" * 64)
    assert said.texts == {"text": "Hello Dana", "facts": "f" * 64}
    assert "f" * 64 not in str(said.details)
    assert said.details["ruleset"] == "a" * 64


@pytest.mark.django_db
def test_any_number_of_rules_fits_into_an_entry():
    codes = [f"{'long-code-' * 7}{number:06}" for number in range(3_000)]
    decision = GateDecision(
        subject=uuid4(),
        purpose="generation",
        decided_at=AT,
        verdict="block",
        rules_in_scope=[[code, 999_999] for code in codes],
        findings=[finding("claims", code, "block", version=999_999) for code in codes[-5:]]
        + [finding("x" * 30, f"{'about-' * 13}{number}", "block") for number in range(500)],
    )
    append(decided(Where(decision.subject, uuid4(), "elm"), decision, "Hello"))
    body = bytes(AuditEvent.objects.get().body)
    assert len(body) < MOST_BYTES
    said = read_canonical(body)["details"]
    assert [each["id"] for each in said["rules"][:5]] == codes[-5:]
    assert len(said["rules"]) + said["rules_unlisted"] == 3_000
    assert len(said["rules"]) == MOST_RULES
