"""Quiet hours in decisions: the verdict stays, the moment is told, on the clock that counts."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest

from compliance.gate.pipeline import gate
from compliance.gate.quiet.windows import Clock, Concerns, QuietDay, QuietWindow
from compliance.gate.ruleset import RuleSet, compile_rules
from compliance.gate.types import (
    BrandFacts,
    ChannelRules,
    CustomerFacts,
    Decision,
    Facts,
    Finding,
    GateInput,
    Layer,
    PlaceFacts,
    Severity,
    ToneOverlay,
    Verdict,
)
from locations.hours import ALWAYS, Schedule, parse_day

RULES: RuleSet = compile_rules(())
ZONE = "America/New_York"
NIGHT = QuietWindow(
    "sms-night",
    parse_day("21:00-08:00"),
    concerns=Concerns.PROMOTIONAL,
    citation="47 CFR 64.1200(c)(1)",
    version=3,
)
EVENING = datetime(2026, 11, 21, 22, 14, tzinfo=ZoneInfo(ZONE))
PROMOTION = "Get 20 percent off sunscreen. Reply STOP to opt out."
PLAIN = "Your appointment is confirmed."


def decide(
    text: str,
    *windows: QuietWindow,
    at: datetime = EVENING,
    state: str | None = "US-MA",
    asked_at: datetime | None = None,
    **channel: object,
) -> Decision:
    place = PlaceFacts(
        code="p",
        name="Alder Harbor",
        vertical="retail",
        city="Boston",
        state="US-MA",
        ownership="corporate",
        staffing="",
        phone="",
        address="",
        status="active",
        schedule=Schedule(ZONE, (ALWAYS,) * 7),
    )
    case = GateInput(
        text=text,
        facts=Facts(at, BrandFacts("a", "Alder"), place, CustomerFacts(state=state)),
        channel=ChannelRules("sms", quiet=windows, version=9, **channel),  # type: ignore[arg-type]
        tone=ToneOverlay(),
        asked_at=asked_at,
    )
    return gate(case, RULES, budget_seconds=60)  # however busy the machine is


def notes(decision: Decision) -> list[Finding]:
    """What quiet hours have to say; the offers of these promotions are other checks' business."""
    return [found for found in decision.findings if found.check == "quiet_hours"]


def test_a_promotion_at_night_passes_and_is_held_until_the_morning():
    decision = decide(PROMOTION, NIGHT)
    assert decision.verdict is Verdict.PASS
    assert decision.text_after == PROMOTION
    assert decision.hold_until == datetime(2026, 11, 22, 8, tzinfo=ZoneInfo(ZONE))
    (found,) = notes(decision)
    assert (found.layer, found.severity, found.rule) == (
        Layer.CHANNEL,
        Severity.ADVISE,
        "sms-night",
    )
    assert (found.rule_version, found.citation) == (3, "47 CFR 64.1200(c)(1)")
    assert PROMOTION[found.start : found.end] == found.excerpt == "Get 20 percent off"
    assert found.message == (
        "Promotions on sms are held back 21:00-08:00 on every day, on the customer's "
        "(Massachusetts) clock: it is Saturday, 2026-11-21, 22:14 in America/New_York now. "
        "It may go from Sunday, 2026-11-22, 08:00 (America/New_York)."
    )


@pytest.mark.parametrize(
    ("text", "window"),
    [
        (PLAIN, NIGHT),
        (PROMOTION, replace(NIGHT, hours=parse_day("23:00-08:00"))),
        (PROMOTION, replace(NIGHT, states=("US-TX",))),
        (PROMOTION, replace(NIGHT, weekdays=("mon",))),
    ],
)
def test_what_no_window_concerns_goes_at_once(text: str, window: QuietWindow):
    decision = decide(text, window)
    assert decision.hold_until is None
    assert notes(decision) == []


def test_a_window_for_every_message_holds_a_plain_answer():
    decision = decide(PLAIN, replace(NIGHT, concerns=Concerns.EVERY))
    assert decision.hold_until == datetime(2026, 11, 22, 8, tzinfo=ZoneInfo(ZONE))
    assert notes(decision)[0].excerpt == PLAIN
    assert notes(decision)[0].message.startswith("Messages on sms are held back 21:00-08:00")


def test_a_text_is_held_as_it_will_be_and_not_as_it_was():
    """The promotion has no room for its opt-out line, goes, and leaves nothing to hold."""
    text = f"{PLAIN} Get 20 percent off sunscreen."
    decision = decide(
        text, NIGHT, promo_must_include="STOP", opt_out_line="Reply STOP.", max_chars=len(text)
    )
    assert decision.verdict is Verdict.MODIFY
    assert decision.text_after == PLAIN
    assert decision.hold_until is None


def test_a_modified_promotion_is_held():
    decision = decide("Get 20 percent off sunscreen.", NIGHT, promo_must_include="STOP")
    assert decision.verdict is Verdict.MODIFY
    assert decision.hold_until == datetime(2026, 11, 22, 8, tzinfo=ZoneInfo(ZONE))
    assert [found.rule for found in decision.remaining if found.hold_until] == ["sms-night"]


def test_several_windows_add_up_to_one_moment():
    texan = replace(NIGHT, code="tx", hours=parse_day("21:00-09:00"), states=("US-TX",))
    decision = decide(PROMOTION, NIGHT, texan, state="US-TX")
    # Texas keeps two clocks; the later one is Denver's.
    expected = datetime(2026, 11, 22, 9, tzinfo=ZoneInfo("America/Denver"))
    assert decision.hold_until == expected
    assert {found.rule for found in notes(decision)} == {"sms-night", "tx"}
    assert all(found.hold_until == expected for found in notes(decision))
    assert "Texas has more than one zone, so each of them counts" in notes(decision)[0].message


def test_an_unknown_state_is_said_to_be_one():
    decision = decide(PROMOTION, NIGHT, state=None)
    assert decision.hold_until == datetime(2026, 11, 22, 8, tzinfo=ZoneInfo("Pacific/Honolulu"))
    assert "their state is not known" in notes(decision)[0].message


def test_a_holiday_is_named():
    window = replace(NIGHT, holidays=(QuietDay("US-MA", date(2026, 11, 26), "Thanksgiving Day"),))
    decision = decide(PROMOTION, window, at=datetime(2026, 11, 26, 12, tzinfo=ZoneInfo(ZONE)))
    assert decision.hold_until == datetime(2026, 11, 27, 8, tzinfo=ZoneInfo(ZONE)) - timedelta(
        hours=8
    )
    assert "12:00 in America/New_York now, Thanksgiving Day" in notes(decision)[0].message


def test_the_moment_stays_right_when_clocks_change_at_night():
    at = datetime(2026, 10, 31, 22, tzinfo=ZoneInfo(ZONE))
    decision = decide(PROMOTION, NIGHT, at=at)
    assert decision.hold_until is not None
    assert decision.hold_until.isoformat() == "2026-11-01T08:00:00-05:00"
    assert decision.hold_until.astimezone(UTC) - at.astimezone(UTC) == timedelta(hours=11)


@pytest.mark.parametrize(
    ("minutes_ago", "held"), [(0, False), (14, False), (15, False), (16, True), (-5, True)]
)
def test_a_live_conversation_may_be_answered(minutes_ago: int, held: bool):
    window = replace(NIGHT, concerns=Concerns.EVERY, answers_within_minutes=15)
    decision = decide(PLAIN, window, asked_at=EVENING - timedelta(minutes=minutes_ago))
    assert (decision.hold_until is not None) is held


def test_an_answer_is_not_live_where_nobody_says_when_it_was_asked():
    window = replace(NIGHT, concerns=Concerns.EVERY, answers_within_minutes=15)
    assert decide(PLAIN, window).hold_until is not None


def test_what_may_never_go_blocks():
    narrow = replace(NIGHT, hours=parse_day("12:00-10:00"))
    decision = decide(PROMOTION, narrow, state=None)
    assert decision.verdict is Verdict.BLOCK
    assert decision.hold_until is None
    assert "no moment within 14 days" in notes(decision)[0].message


def test_the_locations_clock_is_named():
    window = replace(NIGHT, clock=Clock.LOCATION)
    decision = decide(PROMOTION, window, state="US-HI")
    assert decision.hold_until == datetime(2026, 11, 22, 8, tzinfo=ZoneInfo(ZONE))
    assert "on the location's clock" in notes(decision)[0].message
