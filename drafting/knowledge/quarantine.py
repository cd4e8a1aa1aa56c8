"""Which passages of an article may not be used at one place on one date, and why.

The gate itself decides: a passage that its checks of policies, offers or hours would object to in
a reply must not get into a reply's material. Title and headings are read as the question that the
passage answers. Results are kept in this process, for the facts that they were worked out from.
"""

from __future__ import annotations

import re
from collections import OrderedDict
from collections.abc import Callable, Hashable, Iterable, Sequence
from copy import copy
from dataclasses import dataclass, replace
from threading import Lock
from typing import Final

from compliance.gate.checks.hours import Hours
from compliance.gate.checks.offers import Offers
from compliance.gate.checks.policies import Policies
from compliance.gate.reading import Check, Reading
from compliance.gate.types import (
    ChannelRules,
    CustomerFacts,
    Facts,
    Finding,
    GateInput,
    Layer,
    OfferFact,
    PassageFact,
    PlaceFacts,
    Severity,
    ToneOverlay,
)
from drafting.knowledge.markup import is_html, text_of_html
from drafting.knowledge.passages import Passage, passages, without

QUARANTINED: Final = "quarantined"
CHECKS: Final[tuple[Check, ...]] = (Policies(), Offers(), Hours())
# A title that only names an offer does not put it forward.
TITLE_CHECKS: Final[tuple[Check, ...]] = (Policies(), Hours())
# What is read of one article; the rest may not be used, and says so.
MAX_READ: Final = 20_000
_KEPT: Final = 20_000
# Of the passages that do not fit, so much is searched for the names of other places.
_DOUBTFUL_MOST: Final = 20_000
_WORD: Final = re.compile(r"[^\W_][\w'’.-]*")
_INSIDE_NAMES: Final = frozenset({"of", "the", "at", "on", "and", "de", "la", "del"})
_CHANNEL: Final = ChannelRules(code="knowledge")
_TONE: Final = ToneOverlay()

Elsewhere = Callable[[str], Sequence[PlaceFacts]]


@dataclass(frozen=True, slots=True)
class Examined:
    """What may be used of an article's body here and now, and the passages that may not."""

    body: str
    quarantined: tuple[PassageFact, ...] = ()

    @property
    def nothing_left(self) -> bool:
        """Whether every passage is quarantined."""
        return bool(self.quarantined) and not self.body


class Scene:
    """One place on one date: the facts that passages are held against.

    ``elsewhere`` returns the other locations of the brand that a text names; it is asked once, and
    only for passages that do not fit this place.
    """

    def __init__(
        self,
        facts: Facts,
        elsewhere: Elsewhere | None = None,
        checks: tuple[Check, ...] = CHECKS,
    ) -> None:
        # The moment within the day decides nothing about a passage.
        noon = facts.at.replace(hour=12, minute=0, second=0, microsecond=0, fold=0)
        self.facts = Facts(
            at=noon,
            brand=facts.brand,
            place=facts.place,
            customer=CustomerFacts(state=facts.customer.state),
            offers=facts.offers,
            save_offers=facts.save_offers,
        )
        self.elsewhere = elsewhere
        self.checks = checks
        which = tuple(check.id for check in checks)
        self.key = hash(
            (which, noon.date(), facts.place, facts.customer.state, facts.offers, facts.save_offers)
        )

    def at_places(self, others: Sequence[PlaceFacts]) -> Scene:
        """Return the scene with other locations resolved."""
        scene = Scene(self.facts, checks=self.checks)
        scene.facts = replace(self.facts, elsewhere=tuple(others))
        scene.key = hash((self.key, tuple(others)))
        return scene

    def with_offers(self, offers: tuple[OfferFact, ...]) -> Scene:
        """Return the scene with the offers that one article names."""
        scene = copy(self)
        scene.facts = replace(self.facts, offers=offers)
        scene.key = hash((self.key, offers))
        return scene


def examine(articles: Iterable[tuple[str, str, Scene]]) -> list[Examined]:
    """Return what may be used of each article, given as title, body and scene, in order.

    All scenes are of one place.

    A passage that does not fit this place may speak of another one: it is read again with the
    locations that it names.
    """
    asked = list(articles)
    found = [_examined(title, body, scene) for title, body, scene in asked]
    doubtful = "\n".join(each.text for one in found for each in one.quarantined if each.rule)
    names = _capitalized(doubtful[:_DOUBTFUL_MOST])
    elsewhere = asked[0][2].elsewhere if asked else None
    others = elsewhere(names) if names and elsewhere is not None else ()
    if not others:
        return found
    return [
        _examined(title, body, scene.at_places(others)) if one.quarantined else one
        for (title, body, scene), one in zip(asked, found, strict=True)
    ]


def _capitalized(text: str) -> str:
    """Return the runs of words that may be names, for looking up every word takes far too long.

    A place that is named in lower case is not found, so what is said of it stays quarantined.
    """
    runs: list[str] = []
    run: list[str] = []
    for word in _WORD.findall(text):
        if word[0].isupper() or (run and word.lower() in _INSIDE_NAMES):
            run.append(word)
            continue
        runs.append(" ".join(run))
        run = []
    runs.append(" ".join(run))
    return "\n".join(dict.fromkeys(each for each in runs if each))


# --- Results that are kept ------------------------------------------------------------------------


class _Kept:
    """The results used last, up to a number of them; safe to use from several threads."""

    def __init__(self, most: int) -> None:
        self._most = most
        self._results: OrderedDict[Hashable, Examined | None] = OrderedDict()
        self._lock = Lock()

    def get(self, key: Hashable) -> Examined | None:
        """Return a result, ``None`` for an article that may be used as it is.

        Raises:
            KeyError: when there is none.
        """
        with self._lock:
            self._results.move_to_end(key)
            return self._results[key]

    def put(self, key: Hashable, result: Examined | None) -> None:
        with self._lock:
            self._results[key] = result
            while len(self._results) > self._most:
                self._results.popitem(last=False)

    def clear(self) -> None:
        with self._lock:
            self._results.clear()


_kept = _Kept(_KEPT)


def forget() -> None:
    """Forget every result, as a new process would."""
    _kept.clear()


def _examined(title: str, body: str, scene: Scene) -> Examined:
    key = (hash(title), hash(body), scene.key)
    try:
        found = _kept.get(key)
    except KeyError:
        found = _examine(title, body, scene.facts, scene.checks)
        # An untouched body is the article's own and need not be kept twice.
        found = None if found == Examined(body) else found
        _kept.put(key, found)
    return Examined(body) if found is None else found


# --- Reading passages -----------------------------------------------------------------------------


def _examine(title: str, body: str, facts: Facts, checks: tuple[Check, ...]) -> Examined:
    named = _objection("", _as_passage(title), facts, TITLE_CHECKS)
    if named is not None:
        return Examined(body="", quarantined=(named,))
    text = text_of_html(body).text if is_html(body) else body
    read, rest = text[:MAX_READ], text[MAX_READ:]
    if rest:
        # Not in the middle of a passage.
        read = read[: read.rfind("\n") + 1] or read
        rest = text[len(read) :]
    left_out: list[Passage] = []
    reasons: list[PassageFact] = []
    for passage in passages(read):
        wrong = _objection(title, passage, facts, checks)
        if wrong is not None:
            left_out.append(passage)
            reasons.append(wrong)
    usable = without(read, left_out)
    if rest.strip():
        reasons.append(
            PassageFact(
                text=rest.strip()[:200],
                standing=QUARANTINED,
                reason=f"was not read: the article is longer than {MAX_READ:,} characters; "
                "split it into several",
                kind="length",
            )
        )
    return Examined(body=usable, quarantined=tuple(reasons))


def _as_passage(title: str) -> Passage:
    return Passage(text=title, words=title, context="", first=0, last=0)


def _objection(
    title: str, passage: Passage, facts: Facts, checks: tuple[Check, ...]
) -> PassageFact | None:
    question = ". ".join(part for part in (title, passage.context) if part)
    reading = Reading(
        GateInput(
            text=passage.words,
            facts=facts,
            channel=_CHANNEL,
            tone=_TONE,
            customer_message=question,
        )
    )
    for check in checks:
        for found in check.find(reading):
            if found.severity is not Severity.ADVISE:
                return PassageFact(
                    text=passage.text,
                    standing=QUARANTINED,
                    reason=_reason(found),
                    kind=found.layer.value,
                    rule=found.rule,
                    fact=found.fact,
                )
    return None


def _reason(found: Finding) -> str:
    """Say what the passage states and what holds, in the words of the check."""
    said = found.message.removesuffix(".").replace("The draft says", "says", 1)
    said = said.removeprefix("Puts an offer forward that cannot be used: ")
    source = found.fact.source if found.fact else ""
    return f"{said} ({source})" if source and found.layer is Layer.POLICY else said
