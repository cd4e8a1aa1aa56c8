"""Events in plain words: what each says happened, from its details alone."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any, Final

from compliance.models import DecisionPurpose, EventType

PASSED: Final = "pass"

_VERDICTS: Final = {
    "pass": "let the text through",
    "modify": "let the text through only as it changed it",
    "block": "held the text back",
}
_DISCARDED: Final = {
    "rejected": "The draft was thrown away: a reviewer rejected it.",
    "superseded": "The draft was thrown away: the customer wrote again.",
    "erased": "The draft was taken back: the texts of its ticket were erased.",
}
_PLAIN: Final[Mapping[str, str]] = {
    EventType.PAYLOAD_ASSEMBLED: "What is true here and now was put together for the draft.",
    EventType.REVIEW_CLAIMED: "The held draft was taken in hand.",
    EventType.REVIEW_RELEASED: "The held draft was given back to the queue.",
    EventType.DRAFT_HELD: "The gate took the draft back: agents see it no more.",
    EventType.DRAFT_RECALLED: "The draft was recalled: agents see it no more.",
    EventType.REVIEW_APPROVED: "The text was approved in spite of what the gate found.",
    EventType.REVIEW_REJECTED: "The text was rejected.",
    EventType.KEY_ROTATED: "Another key took over to sign the log.",
    EventType.ERASURE: "Texts were erased.",
    EventType.HOLD_PLACED: "A legal hold was placed: nothing of it is erased.",
    EventType.HOLD_RELEASED: "A legal hold was released.",
    EventType.TOKEN_ISSUED: "A token for the API was issued.",
    EventType.TOKEN_REVOKED: "A token for the API was revoked.",
}
# What follows a text's name where it is not the text that the event is about.
NAMES: Final = {
    "text": "The text",
    "output": "What the gate made of it",
    "other": "The other reply, which was not taken",
    "reason": "The reason given",
    "note": "The note",
    "matter": "The matter",
    "payload": "The fingerprint of what it was made from",
    "facts": "The fingerprint of what the gate read",
}


@dataclass(frozen=True, slots=True)
class Result:
    """What a rule, or a check beyond rules, came to in a decision."""

    name: str
    version: str
    result: str
    about: str = ""

    @property
    def found(self) -> bool:
        """Whether it found anything."""
        return self.result != PASSED


def sentence(said: Mapping[str, Any]) -> str:
    """Return what an event says happened, in a sentence; of a kind nobody knows, its name."""
    kind, details = str(said.get("type", "")), _mapping(said.get("details"))
    if kind in _TOLD:
        return _TOLD[kind](details)
    return _PLAIN.get(kind) or f"{label(kind).capitalize()}."


def label(kind: str) -> str:
    """Return the name of a kind of event to be read."""
    return kind.replace(".", " ").replace("_", " ")


def results(said: Mapping[str, Any]) -> list[Result]:
    """Return what rules and checks came to in a decision, those that found something first."""
    details = _mapping(said.get("details"))
    rules = [
        Result(_text(each, "id"), _text(each, "version"), _text(each, "result"))
        for each in _mappings(details.get("rules"))
    ]
    checks = [
        Result(
            _text(each, "id"), _text(each, "version"), _text(each, "result"), _text(each, "about")
        )
        for each in _mappings(details.get("checks"))
    ]
    return sorted([*rules, *checks], key=lambda each: not each.found)


def unlisted(said: Mapping[str, Any]) -> int:
    """Return how many more rules were in scope and found nothing."""
    found = _mapping(said.get("details")).get("rules_unlisted")
    return found if isinstance(found, int) else 0


def _generated(details: Mapping[str, Any]) -> str:
    by = " · ".join(filter(None, (_text(details, "backend"), _text(details, "model"))))
    fell_back = ", in place of the one that is configured" if details.get("fell_back") else ""
    again = "; a model was asked twice" if details.get("redraft") else ""
    return f"A reply was written by {by or 'nobody known'}{fell_back}{again}."


def _shown(details: Mapping[str, Any]) -> str:
    where = "on the page of the held draft" if details.get("by") == "review" else "by a pull"
    return f"The text was shown, {where}."


def _edited(details: Mapping[str, Any]) -> str:
    return f"Another text was put in its place; the gate {_verdict(details)}."


def _scheduled(details: Mapping[str, Any]) -> str:
    return f"A text is to go out later, at {_text(details, 'send_at')}."


def _unscheduled(details: Mapping[str, Any]) -> str:
    return f"What was to go out later does not: {_text(details, 'why')}."


def _sent(details: Mapping[str, Any]) -> str:
    edited = ", edited" if details.get("edited") else ""
    by = "an approval" if details.get("approval") else "a decision of the gate"
    return f"The reply went out{edited}, by {by}."


def _thrown_away(details: Mapping[str, Any]) -> str:
    return _DISCARDED.get(_text(details, "why"), "The draft was thrown away.")


def _published(details: Mapping[str, Any]) -> str:
    row = _text(details, "code") or _text(details, "row")
    what, version = _text(details, "what"), _text(details, "version")
    return f"{_text(details, 'model')} {row} was {what}: version {version}."


def _exported(details: Mapping[str, Any]) -> str:
    texts = "with texts" if details.get("texts") else "without texts"
    return f"{_text(details, 'events')} events were exported, {texts}."


def _opened(details: Mapping[str, Any]) -> str:
    earlier = _mapping(details.get("earlier"))
    return (
        f"This log was opened after {_text(earlier, 'log')}, which was closed with "
        f"{_text(earlier, 'size')} events: {_text(details, 'reason')}"
    )


def _closed(details: Mapping[str, Any]) -> str:
    return f"This log was closed; {_text(details, 'next')} follows: {_text(details, 'reason')}"


def _access(details: Mapping[str, Any]) -> str:
    group = _text(details, "group")
    whose = f"being in {group} allows" if group else f"{_text(details, 'account')} may do"
    new = _mapping(details.get("after"))
    said = ", ".join(sorted(name for name in new if details.get("before") is not None))
    changed = f"What {whose} was changed: {said}." if said else f"It was said what {whose}."
    if not new:
        changed = ""
    password = f"The password of {_text(details, 'account')} was set by somebody else."
    return " ".join(filter(None, (changed, password if details.get("password") else "")))


def _decided(details: Mapping[str, Any]) -> str:
    purposes: dict[str, str] = dict(DecisionPurpose.choices)
    purpose = purposes.get(_text(details, "purpose"), _text(details, "purpose")).lower()
    until = _text(details, "hold_until")
    quiet = f" It may not go out before {until}." if until else ""
    faults = ", ".join(str(each) for each in details.get("faults") or ())
    broken = f" Something failed, so nothing was let through: {faults}." if faults else ""
    return f"The gate {_verdict(details)} ({purpose}).{quiet}{broken}"


def _verdict(details: Mapping[str, Any]) -> str:
    verdict = _text(details, "verdict")
    return _VERDICTS.get(verdict, f"said “{verdict}”")


def _text(data: Mapping[str, Any], name: str) -> str:
    value = data.get(name)
    return "" if value is None else str(value)


def _mapping(value: Any) -> Mapping[str, Any]:
    return value if isinstance(value, Mapping) else {}


def _mappings(value: Any) -> list[Mapping[str, Any]]:
    return [each for each in value if isinstance(each, Mapping)] if isinstance(value, list) else []


_TOLD: Final[Mapping[str, Callable[[Mapping[str, Any]], str]]] = {
    EventType.DRAFT_GENERATED: _generated,
    EventType.GATE_DECIDED: _decided,
    EventType.DRAFT_SHOWN: _shown,
    EventType.DRAFT_EDITED: _edited,
    EventType.DRAFT_SCHEDULED: _scheduled,
    EventType.DRAFT_UNSCHEDULED: _unscheduled,
    EventType.DRAFT_SENT: _sent,
    EventType.DRAFT_DISCARDED: _thrown_away,
    EventType.CONFIGURATION_PUBLISHED: _published,
    EventType.ACCESS_CHANGED: _access,
    EventType.LOG_OPENED: _opened,
    EventType.LOG_CLOSED: _closed,
    EventType.LOG_EXPORTED: _exported,
}
