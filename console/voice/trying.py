"""A text held against a voice by the gate's own check, as it is and as the gate would mend it."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from datetime import datetime
from difflib import SequenceMatcher
from typing import Final

from compliance.gate import fixes
from compliance.gate.checks.tone import Tone
from compliance.gate.pipeline import gate
from compliance.gate.reading import Reading
from compliance.gate.ruleset import RuleSet
from compliance.gate.tone.dimensions import tone_report
from compliance.gate.tone.rendering import voiced
from compliance.gate.tone.report import ToneReport
from compliance.gate.types import (
    CustomerFacts,
    Decision,
    Edit,
    Finding,
    GateInput,
    Judgement,
    RuleMode,
    Severity,
    ToneOverlay,
    Verdict,
)
from console.voice.scope import Scope
from drafting.context.assemble import assemble
from drafting.context.configuration import StoredConfiguration
from drafting.context.payload import Message

# Changes are shown by the word, but not by a run of letters that goes on and on.
_LONGEST_WORD: Final = 40
_PIECE: Final = re.compile(r"\s+|\S+")
# Comparing takes as long as both texts have words, multiplied.
_MOST_COMPARED: Final = 1_000_000


@dataclass(frozen=True, slots=True)
class Change:
    """A piece of the mended text: kept where ``was`` is empty and there are no ``reasons``.

    ``now`` is what stands there, ``was`` what stood there before. Changes are numbered from 1.
    """

    now: str
    was: str = ""
    reasons: tuple[str, ...] = ()
    number: int = 0


@dataclass(frozen=True, slots=True)
class Attempt:
    """What the check of the voice makes of a text.

    ``report`` has every dimension, constrained or not; it is ``None`` where the text could not be
    read. ``changes`` put together are the mended text; ``voiced`` the text in full voice, with what
    only steers, beside the mended one. It is empty where both are the same.
    """

    case: GateInput
    decision: Decision
    report: ToneReport | None
    changes: tuple[Change, ...] = ()
    voiced: tuple[Change, ...] = ()

    @property
    def stands(self) -> tuple[Finding, ...]:
        """What holds the text up after all that could be mended; nothing where a fault does."""
        decision = self.decision
        if decision.verdict is not Verdict.BLOCK or decision.faults:
            return ()
        left = decision.remaining if decision.edits else decision.findings
        return tuple(one for one in left if acts(one))

    @property
    def is_emptied(self) -> bool:
        """Whether mending would leave nothing that a customer could use."""
        decision = self.decision
        return decision.verdict is Verdict.BLOCK and not (self.stands or decision.faults)


def case_at(
    scope: Scope, voice: ToneOverlay, text: str, *, at: datetime, customer: str, message: str
) -> GateInput:
    """Return a text as a reply at the location that stands for a scope, in the scope's voice."""
    payload = assemble(
        StoredConfiguration(),
        location=scope.place.code,
        channel=scope.channel,
        at=at,
        customer=CustomerFacts(name=customer),
        messages=[Message("customer", message)] if message else (),
        draft=text,
    )
    return replace(payload, tone=voice).gate_input(text)


def attempt(case: GateInput, ruleset: RuleSet, *, seconds: float) -> Attempt:
    """Hold a text against its voice alone; the rules only say which words are not its own.

    The gate gives up after ``seconds``, as a fault.
    """
    # Rules that a judge must read would hold the text up, and none of them is asked here.
    read = tuple(
        Judgement(rule.code, violated=False, quote="", fingerprint="")
        for rule in ruleset.scope(case.facts, case.channel.code)
    )
    decision = gate(
        replace(case, judgements=read),
        ruleset,
        checks=(Tone(),),
        budget_seconds=seconds,
    )
    if decision.tone is None:
        return Attempt(case, decision, None)
    reading = Reading(case, ruleset)
    report = tone_report(reading.speech, unconstrained=True)
    changes = _changes(reading, decision)
    mended = "".join(change.now for change in changes)
    full = mended if decision.faults else voiced(reading.speech)
    return Attempt(case, decision, report, changes, () if full == mended else apart(mended, full))


def apart(before: str, after: str) -> tuple[Change, ...]:
    """Return a text in pieces, word by word beside another one; as one piece where it is long."""
    old, new = _PIECE.findall(before), _PIECE.findall(after)
    if len(old) * len(new) > _MOST_COMPARED:
        return (Change(after),)
    parts: list[Change] = []
    number = 0
    for kind, start, end, new_start, new_end in SequenceMatcher(None, old, new).get_opcodes():
        now = "".join(new[new_start:new_end])
        if kind == "equal":
            parts.append(Change(now))
        else:
            number += 1
            parts.append(Change(now, "".join(old[start:end]), number=number))
    return tuple(parts)


def acts(found: Finding) -> bool:
    """Say whether a finding must be mended or holds the text up."""
    return found.mode is RuleMode.ENFORCE and found.severity is not Severity.ADVISE


def _changes(reading: Reading, decision: Decision) -> tuple[Change, ...]:
    text = reading.case.text
    parts: list[Change] = []
    position = 0
    for number, (start, end, edits) in enumerate(_by_word(text, _exact(reading, decision)), 1):
        if start > position:
            parts.append(Change(text[position:start]))
        moved = tuple(Edit(one.start - start, one.end - start, one.replacement) for one in edits)
        now = _applied(text[start:end], moved)
        why = dict.fromkeys(reason for one in edits for reason in _reasons(one, decision))
        parts.append(Change(now, text[start:end], tuple(why), number))
        position = end
    if position < len(text):
        parts.append(Change(text[position:]))
    return tuple(parts)


def _exact(reading: Reading, decision: Decision) -> tuple[Edit, ...]:
    """Return the edits with the seams that they leave, so that they alone give the mended text."""
    text, kept = reading.case.text, reading.kept
    if decision.text_after is not None:
        if _applied(text, decision.edits) == decision.text_after:
            return decision.edits
        sewn = fixes.compose(text, [fixes.apply(text, decision.edits, kept)])
        if _applied(text, sewn) == decision.text_after:
            return sewn
        return (Edit(0, len(text), decision.text_after),)
    mendable = [one for one in decision.findings if acts(one)]
    return fixes.compose(text, [fixes.apply(text, fixes.choose(mendable, kept), kept)])


def _by_word(text: str, edits: tuple[Edit, ...]) -> list[tuple[int, int, list[Edit]]]:
    """Group edits by the words that they change: start, end and the edits of each group."""
    groups: list[tuple[int, int, list[Edit]]] = []
    for edit in edits:
        start, end = edit.start, edit.end
        while _is_within(text, start) and edit.start - start < _LONGEST_WORD:
            start -= 1
        while _is_within(text, end) and end - edit.end < _LONGEST_WORD:
            end += 1
        if groups and start < groups[-1][1]:
            first, last, members = groups.pop()
            groups.append((first, max(last, end), [*members, edit]))
        else:
            groups.append((start, end, [edit]))
    return groups


def _is_within(text: str, at: int) -> bool:
    """Say whether a place has no space on either side."""
    return 0 < at < len(text) and not (text[at - 1].isspace() or text[at].isspace())


def _applied(text: str, edits: tuple[Edit, ...]) -> str:
    parts, position = [], 0
    for edit in edits:
        parts += [text[position : edit.start], edit.replacement]
        position = edit.end
    return "".join((*parts, text[position:]))


def _reasons(edit: Edit, decision: Decision) -> tuple[str, ...]:
    """Return why an edit is made: what the findings say whose edits meet it."""
    why = (
        found.message
        for found in decision.findings
        if any(one.start <= edit.end and edit.start <= one.end for one in found.edits)
    )
    return tuple(dict.fromkeys(why)) or ("It follows from another change.",)
