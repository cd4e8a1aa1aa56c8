"""What an operator writes to be found: patterns, and regular expressions between slashes."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

import re2

from compliance.gate.concepts.own import Lists, missing_concept
from compliance.gate.cost import MOST_CHARS, check_cost
from compliance.gate.derivation import Detector
from compliance.gate.patterns import PatternError, parse
from compliance.gate.types import Rule

# What only a pattern holds; plain words are looked for as they stand.
_SIGNS: Final = re.compile(r"[@|&\[\]()*]|\.\.\.|\{\d+,\d+\}|\bnear\b")


@dataclass(frozen=True, slots=True)
class Patterns:
    """What an operator wrote to be found: patterns, and regular expressions (RE2)."""

    detectors: tuple[Detector, ...] = ()
    expressions: tuple[re2.Pattern, ...] = ()


NO_PATTERNS: Final = Patterns()


@dataclass(frozen=True, slots=True)
class PatternFault:
    """An operator's pattern that cannot be used: its field, why, and the place drawn if known."""

    field: str
    pattern: str
    why: str
    drawing: str = ""


def own_patterns(written: Iterable[str], lists: Lists) -> Patterns:
    """Read an operator's patterns.

    Raises:
        PatternError, LookupError, re2.error: when one cannot be read.
    """
    own = [own_pattern(pattern, lists) for pattern in written]
    if not own:
        return NO_PATTERNS
    return Patterns(
        tuple(one for one in own if isinstance(one, Detector)),
        tuple(one for one in own if not isinstance(one, Detector)),
    )


def own_pattern(pattern: str, lists: Lists) -> Detector | re2.Pattern:
    """Read one pattern, or a regular expression between slashes."""
    if is_expression(pattern):
        if len(pattern) > MOST_CHARS:
            raise LookupError(f"a regular expression may have {MOST_CHARS:,} characters; split it")
        options = re2.Options()
        options.case_sensitive = False
        options.max_mem = 1 << 20
        options.log_errors = False
        return re2.compile(pattern[1:-1], options=options)
    detector = _detector(pattern)
    check_cost(pattern, detector.node)
    if error := missing_concept(pattern, detector.node, lists.concepts, lists.broken):
        raise error
    return detector


def is_expression(pattern: str) -> bool:
    """Say whether a pattern is a regular expression between slashes."""
    return len(pattern) > 2 and pattern.startswith("/") and pattern.endswith("/")


def is_pattern(phrase: str) -> bool:
    """Say whether a phrase that may also be plain words is written as a pattern."""
    return is_expression(phrase) or _SIGNS.search(phrase) is not None


def patterns_of(rule: Rule) -> tuple[tuple[str, tuple[str, ...]], ...]:
    """Return a rule's own patterns by their field."""
    return (
        ("detectors", rule.detectors),
        ("customer_detectors", rule.customer_detectors),
        ("must_mention", tuple(one for one in rule.must_mention if is_pattern(one))),
    )


def pattern_faults(rule: Rule, lists: Lists) -> tuple[PatternFault, ...]:
    """Return a rule's own patterns that cannot be used."""
    found = []
    for field, patterns in patterns_of(rule):
        for pattern in patterns:
            try:
                own_pattern(pattern, lists)
            except PatternError as error:
                found.append(PatternFault(field, pattern, said(error), error.drawing))
            except (re2.error, LookupError) as error:
                found.append(PatternFault(field, pattern, said(error)))
    return tuple(found)


def said(error: Exception) -> str:
    """Return what an error says of a pattern or a rule."""
    return str(error.args[0]) if error.args else str(error)


@lru_cache(maxsize=20_000)
def _detector(pattern: str) -> Detector:
    return Detector(parse(pattern), pattern)
