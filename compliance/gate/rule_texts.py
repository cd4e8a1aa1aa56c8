"""The texts of a rule as they read at one location, and where fixed ones stand in a draft."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from compliance.gate.slots import fill
from compliance.gate.types import Facts, Rule


@dataclass(frozen=True, slots=True)
class RuleTexts:
    """A rule's text and its short form with their slots filled, empty where it has none.

    ``missing`` says which slots have no value here and where to enter one; there is no text then.
    """

    text: str = ""
    short: str = ""
    missing: tuple[str, ...] = ()

    @property
    def all(self) -> tuple[str, ...]:
        """The texts there are, the full one first."""
        return tuple(one for one in (self.text, self.short) if one)


def texts_of(rule: Rule, facts: Facts) -> RuleTexts:
    """Return what a rule writes at a location."""
    full, short = fill(rule.text.strip(), facts), fill(rule.short_text.strip(), facts)
    if full.missing:
        return RuleTexts(missing=full.missing)
    return RuleTexts(full.text, short.text)


def places_of(fixed: str, draft: str) -> list[tuple[int, int]]:
    """Return where a fixed text stands letter for letter; only its spaces may be others."""
    if not fixed:
        return []
    return [found.span() for found in _letters(fixed).finditer(draft)]


@lru_cache(maxsize=4_096)
def _letters(fixed: str) -> re.Pattern[str]:
    return re.compile(r"\s+".join(re.escape(word) for word in fixed.split()))
