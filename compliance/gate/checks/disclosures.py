"""Texts that a rule asks for whenever a reply, or the customer's message, speaks of something.

A text goes in once: after what calls for it, at the start or at the end, in the order of the
rules' codes. Where another due text holds it, that one serves both. On a channel with little room
its short form goes in; failing that, and rather than a text of more than half of what the channel
carries, the sentences that call for it go. What can neither go in nor go away holds the reply.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import ClassVar, Final

from compliance.gate.checks.claims import severity_of, with_judged, with_notes
from compliance.gate.detection import Hit, occurrences, outside
from compliance.gate.placing import removal
from compliance.gate.reading import Reading, finding
from compliance.gate.rule_texts import RuleTexts
from compliance.gate.ruleset import CompiledRule
from compliance.gate.satisfying import first_heard, is_satisfied, says_it
from compliance.gate.supplying import disclosure_edits
from compliance.gate.text import Text
from compliance.gate.types import (
    Edit,
    Finding,
    FiresOn,
    Layer,
    MissingValue,
    Placement,
    Rule,
    RuleKind,
    RuleMode,
    Severity,
)

# A text that serves two rules goes where the one that asks for the earlier place wants it.
_FOREMOST: Final = (Placement.START, Placement.AFTER, Placement.END)


@dataclass(frozen=True, slots=True)
class _Due:
    """A text that is due: for which words of the draft, and which of the customer's."""

    item: CompiledRule
    texts: RuleTexts
    hits: tuple[Hit, ...]
    heard: str
    severity: Severity

    @property
    def rule(self) -> Rule:
        """The rule that asks for it."""
        return self.item.rule

    @property
    def acts(self) -> bool:
        """Whether it is put in, not only noted."""
        return self.rule.mode is RuleMode.ENFORCE and self.severity is not Severity.ADVISE


class Disclosures:
    """Finds disclosures that are due and missing."""

    id: ClassVar[str] = "disclosures"
    title: ClassVar[str] = "Required disclosures"
    version: ClassVar[int] = 2
    layer: ClassVar[Layer] = Layer.JURISDICTION

    def find(self, reading: Reading) -> list[Finding]:
        """Return one finding for each disclosure that is due; its span is what triggers it."""
        due = [
            one
            for item in reading.rules_in_scope
            if item.rule.kind is RuleKind.REQUIRED_DISCLOSURE
            and (one := _due(reading, item)) is not None
        ]
        if not due:
            return []
        supplied = _supplied(reading, [one for one in due if one.acts])
        found = []
        for one in due:
            if one.acts:
                edits = supplied[id(one)]
            else:
                edits, _ = _edits(reading, one, one.texts.all, len(reading.case.text))
            found.append(self._finding(reading, one, edits))
        return found

    def _finding(self, reading: Reading, one: _Due, edits: tuple[Edit, ...]) -> Finding:
        rule = one.rule
        severity, message = one.severity, _message(one)
        if one.texts.missing:
            message += f" It cannot be completed here: {'; '.join(one.texts.missing)}."
            if severity is Severity.MODIFY and not edits:
                severity = Severity.BLOCK
        elif one.acts and not edits:
            message += f" There is no room for it: {_room_in_words(reading)}."
        start, end = (one.hits[0].start, one.hits[0].end) if one.hits else (0, 0)
        return finding(
            self,
            reading,
            start,
            end,
            with_notes(one.item, reading, message),
            rule=rule.code,
            rule_version=rule.version,
            severity=severity,
            citation=rule.citation,
            edits=edits,
            mode=rule.mode,
        )


def _due(reading: Reading, item: CompiledRule) -> _Due | None:
    rule = item.rule
    heard = "" if rule.fires_on is FiresOn.REPLY else first_heard(reading, item)
    if rule.fires_on is not FiresOn.REPLY and not heard:
        return None
    hits: list[Hit] = []
    if rule.fires_on is not FiresOn.MESSAGE:
        hits = with_judged(reading, rule, reading.hits(item))
        if hits:
            hits = outside(hits, occurrences(reading.text, rule.counter_examples))
        if not hits:
            return None
    if not reading.standing(item).applies or is_satisfied(reading, item):
        return None
    return _Due(item, reading.texts(item), tuple(hits), heard, severity_of(item, reading))


def _supplied(reading: Reading, due: Sequence[_Due]) -> dict[int, tuple[Edit, ...]]:
    """Return the edits of each text that is put in, by identity; one may serve several."""
    hosts, yielding = _hosts(reading, due)
    found: dict[int, tuple[Edit, ...]] = {}
    length = len(reading.case.text)
    for one in due:
        host = hosts.get(id(one))
        if host is None:
            places = {
                one.rule.placement,
                *(d.rule.placement for d in due if hosts.get(id(d)) is one),
            }
            edits, length = _edits(reading, one, one.texts.all, length, places)
            found[id(one)] = edits
    for one in due:
        host = hosts.get(id(one))
        if host is None:
            continue
        shared = found[id(host)]
        if id(one) in yielding or any(
            says_it(Text(edit.replacement), one.item, one.texts.all) for edit in shared
        ):
            found[id(one)] = shared
        else:  # the host's short form went in, or nothing did
            found[id(one)], length = _edits(reading, one, one.texts.all, length)
    return found


def _hosts(reading: Reading, due: Sequence[_Due]) -> tuple[dict[int, _Due], frozenset[int]]:
    """Return for each text that another due one stands for that other one, by identity.

    A text that holds a shorter one stands for it; so does that of a stricter rule of the same
    topic, whatever it says: those that yield to one are named.
    """
    stricter = {id(one): reading.stricter(one.item) for one in due}
    winners = [one for one in due if not any(other.item in stricter[id(one)] for other in due)]
    yields: dict[int, _Due] = {}
    for one in due:
        if host := next((each for each in winners if each.item in stricter[id(one)]), None):
            yields[id(one)] = host
    whole: list[_Due] = []
    hosts: dict[int, _Due] = {}
    own = [one for one in due if id(one) not in yields]
    for one in sorted(own, key=lambda d: (-len(d.texts.text), d.rule.code)):
        if not one.texts.text:
            continue
        holder = next(
            (other for other in whole if says_it(Text(other.texts.text), one.item, one.texts.all)),
            None,
        )
        if holder is None:
            whole.append(one)
        else:
            hosts[id(one)] = holder
    for each, host in yields.items():
        hosts[each] = hosts.get(id(host), host)
    return hosts, frozenset(yields)


def _edits(
    reading: Reading,
    one: _Due,
    texts: Sequence[str],
    length: int,
    places: set[Placement] | frozenset[Placement] = frozenset(),
) -> tuple[tuple[Edit, ...], int]:
    if one.texts.missing:
        if one.rule.missing_value is MissingValue.BLOCK:
            return (), length
        return removal(reading, one.hits, "what it asks for is not known here"), length
    if one.rule.verbatim and (restored := _restored(reading, texts)):
        return restored, length
    wanted = places or {one.rule.placement}
    placement = next(each for each in _FOREMOST if each in wanted)
    return disclosure_edits(reading, one.hits, texts=texts, length=length, placement=placement)


def _restored(reading: Reading, texts: Sequence[str]) -> tuple[Edit, ...]:
    """Return the edit that writes a fixed text as law has it where it stands nearly so."""
    for text in texts:
        for start, end in occurrences(reading.text, (text,)):
            # The comparison leaves the closing mark out.
            mark = reading.case.text[end : end + 1]
            closed = end + 1 if mark and mark == text[-1] else end
            return (Edit(start, closed, text, "the wording is fixed"),)
    return ()


def _message(one: _Due) -> str:
    rule = one.rule
    text = one.texts.text or rule.text
    if not one.hits:
        return f"The customer wrote “{one.heard}”: rule {rule.code} asks for “{text}” in the reply."
    asks = f"Rule {rule.code} asks for “{text}” where a reply {rule.claim}."
    return f"{asks} The customer wrote “{one.heard}”." if one.heard else asks


def _room_in_words(reading: Reading) -> str:
    channel = reading.case.channel
    return (
        f"{channel.code} carries {channel.max_chars} characters, and without what calls for it "
        "nothing would be left"
    )
