"""Labelled cases: one JSON object a line, each read on its own."""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path
from typing import Any

from compliance.gate.types import Layer, Verdict
from console.bundles.fields import as_state


class CaseError(ValueError):
    """A line that is no case; the message says what is missing or wrong."""


@dataclass(frozen=True, slots=True)
class Expected:
    """How a case was labelled: acceptable verdicts (preferred first), the fault and its words."""

    verdicts: tuple[Verdict, ...]
    failures: tuple[Layer, ...] = ()
    failures_alt: tuple[Layer, ...] = ()
    evidence: tuple[str, ...] = ()
    must_contain_after: tuple[str, ...] = ()
    must_not_contain_after: tuple[str, ...] = ()
    max_chars_after: int | None = None


@dataclass(frozen=True, slots=True)
class Case:
    """A draft with everything it is to be judged by. ``customer_state`` is ISO 3166-2."""

    id: str
    location: str
    channel: str
    at: datetime
    ticket: str
    draft: str
    expected: Expected
    customer: str | None = None
    customer_state: str | None = None
    why: str = ""

    @property
    def is_clean(self) -> bool:
        """Whether the draft must pass untouched."""
        return Verdict.PASS in self.expected.verdicts


@dataclass(frozen=True, slots=True)
class CaseFile:
    """The cases of a file and the lines that could not be read, by number."""

    cases: tuple[Case, ...]
    bad_lines: tuple[tuple[int, str], ...] = field(default=())


def read_cases(path: Path) -> CaseFile:
    """Read a file of cases; a line that is no case is reported and the others are kept.

    Raises:
        OSError: when the file cannot be opened.
    """
    with path.open("rb") as lines:
        return parse_cases(lines)


def parse_cases(lines: Iterable[bytes]) -> CaseFile:
    """Read cases from lines of UTF-8; empty lines are skipped."""
    cases: dict[str, Case] = {}
    bad: list[tuple[int, str]] = []
    for number, line in enumerate(lines, start=1):
        if not line.strip():
            continue
        try:
            case = parse_case(line)
        except CaseError as error:
            bad.append((number, str(error)))
            continue
        if case.id in cases:
            bad.append((number, f"The id “{case.id}” stands further up as well; rename one."))
            continue
        cases[case.id] = case
    return CaseFile(tuple(cases.values()), tuple(bad))


def parse_case(line: bytes | str) -> Case:
    """Read one case.

    Raises:
        CaseError: naming the field at fault.
    """
    try:
        data = json.loads(line)
    except (ValueError, RecursionError) as error:
        raise CaseError(f"Not a JSON object: {error}.") from error
    if not isinstance(data, dict):
        raise CaseError("Not a JSON object; write one {...} a line.")
    expected = data.get("expected")
    if not isinstance(expected, dict):
        raise CaseError("expected: is missing; say at least the verdict.")
    state = _optional(data, "customer_state")
    return Case(
        id=_text(data, "id"),
        location=_text(data, "location"),
        channel=_text(data, "channel"),
        at=_moment(data),
        ticket=_text(data, "ticket", empty=True),
        draft=_text(data, "draft", empty=True),
        expected=_expected(expected),
        customer=_optional(data, "customer"),
        customer_state=as_state(state) if state else None,
        why=_optional(data, "why") or "",
    )


def _text(data: dict[str, Any], name: str, *, empty: bool = False) -> str:
    value = data.get(name)
    if not isinstance(value, str) or not (empty or value.strip()):
        raise CaseError(f"{name}: expected a text.")
    return value


def _optional(data: dict[str, Any], name: str) -> str | None:
    return None if data.get(name) is None else _text(data, name, empty=True) or None


def _moment(data: dict[str, Any]) -> datetime:
    try:
        moment = datetime.fromisoformat(_text(data, "at"))
    except ValueError as error:
        raise CaseError("at: expected a moment such as 2026-11-14T18:00:00-08:00.") from error
    if moment.tzinfo is None:
        raise CaseError("at: the offset is missing; write 2026-11-14T18:00:00-08:00.")
    return moment


def _expected(data: dict[str, Any]) -> Expected:
    verdicts = data.get("verdict")
    limit = data.get("max_chars_after")
    if limit is not None and (not isinstance(limit, int) or isinstance(limit, bool)):
        raise CaseError("expected.max_chars_after: expected a number.")
    read = [
        _member(Verdict, word, "verdict")
        for word in _texts(
            {"verdict": [verdicts] if isinstance(verdicts, str) else verdicts}, "verdict"
        )
    ]
    if not read:
        raise CaseError("expected.verdict: is missing; write pass, modify or block.")
    return Expected(
        verdicts=tuple(read),
        failures=tuple(_member(Layer, word, "failures") for word in _texts(data, "failures")),
        failures_alt=tuple(
            _member(Layer, word, "failures_alt") for word in _texts(data, "failures_alt")
        ),
        evidence=_texts(data, "evidence"),
        must_contain_after=_texts(data, "must_contain_after"),
        must_not_contain_after=_texts(data, "must_not_contain_after"),
        max_chars_after=limit,
    )


def _texts(data: dict[str, Any], name: str) -> tuple[str, ...]:
    value = data.get(name) or []
    if not isinstance(value, list) or not all(isinstance(item, str) for item in value):
        raise CaseError(f"expected.{name}: expected a list of texts.")
    return tuple(value)


def _member(kind: Any, word: str, name: str) -> Any:
    try:
        return kind(word)
    except ValueError as error:
        known = ", ".join(member.value for member in kind)
        raise CaseError(f"expected.{name}: “{word}” is not one of {known}.") from error
