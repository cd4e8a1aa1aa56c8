"""One draft through every check: pass, modify or block, with the reasons.

Nothing fails open: a check that raises, a rule that cannot be read, a budget that runs out and a
language that is not covered all block, as faults that are kept apart from violations.
"""

from __future__ import annotations

import re
import time
from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import datetime
from typing import Final

from compliance.gate import fixes
from compliance.gate.checks import CHECKS
from compliance.gate.checks.claims import Claims
from compliance.gate.checks.disclosures import Disclosures
from compliance.gate.checks.quiet import QuietHours
from compliance.gate.disguise import found_again, mapped
from compliance.gate.faults import TooDenseError, named
from compliance.gate.language import is_covered
from compliance.gate.reading import Check, Reading
from compliance.gate.ruleset import RuleSet, use_of
from compliance.gate.strictness import settled
from compliance.gate.tone.classes import class_faults
from compliance.gate.types import (
    Decision,
    Finding,
    GateFault,
    GateInput,
    JudgeUse,
    Layer,
    Rule,
    RuleMode,
    Severity,
    Verdict,
)
from compliance.gate.unverified import UNVERIFIED

# No reply to a customer is this long, and every check stays within its second below it.
MAX_CHARS: Final = 20_000
_OF_FACTS: Final = frozenset({Layer.POLICY, Layer.HOURS, Layer.OFFER, Layer.DATA})
# Rewriting may uncover more to rewrite, and additions come after all of it.
MAX_ROUNDS: Final = 5
# More than this is no reply to mend; the first ones are kept, to be read.
MOST_FINDINGS: Final = 500
_NO_TEXT: Final = re.compile("[\ud800-\udfff]")


def gate(
    case: GateInput,
    ruleset: RuleSet,
    *,
    checks: Sequence[Check] = CHECKS,
    budget_seconds: float = 1.0,
    clock: Callable[[], float] = time.perf_counter,
) -> Decision:
    """Return the gate's decision on a draft.

    A modified text has passed every check itself, so gating it again changes nothing. ``clock``
    only guards the budget; no decision within the budget depends on it.
    """
    if len(case.text) > MAX_CHARS:
        return _blocked(GateFault("length", f"The draft is longer than {MAX_CHARS:,} characters."))
    if _NO_TEXT.search(case.text):
        return _blocked(GateFault("characters", "The draft holds characters that are no text."))
    # What applies here is worked out once for all drafts of its kind, on none of their time.
    scope = ruleset.scope(case.facts, case.channel.code)
    deadline = clock() + budget_seconds
    first = _Round(case, ruleset, checks, deadline, clock)
    in_scope = tuple(sorted((rule.code, rule.version) for rule in scope))
    faults = [*ruleset.faults(case.facts, case.channel.code), *first.faults]
    faults.extend(class_faults(case.tone, ruleset.lists))
    faults.extend(_unjudged(case, scope))
    if not faults:
        faults.extend(_uncovered(first.reading))
    decision: Decision
    tone = first.reading.tone
    if faults or any(found.severity is Severity.BLOCK for found in first.acting):
        decision = Decision(Verdict.BLOCK, None, first.findings, faults=tuple(faults), tone=tone)
    elif not first.acting:
        decision = Decision(
            Verdict.PASS, case.text, first.findings, remaining=first.findings, tone=tone
        )
    else:
        decision = _modified(case, ruleset, checks, deadline, clock, first)
    return replace(
        decision,
        rules_in_scope=in_scope,
        hold_until=_held_until(decision),
        tone_given=None if decision.tone is tone else tone,
    )


class _Round:
    """Every check's findings on one text."""

    def __init__(
        self,
        case: GateInput,
        ruleset: RuleSet,
        checks: Sequence[Check],
        deadline: float,
        clock: Callable[[], float],
    ) -> None:
        self.reading = Reading(case, ruleset)
        self.faults: list[GateFault] = []
        found = self._run(self.reading, checks, deadline, clock)
        if len(found) > MOST_FINDINGS:
            self.faults.append(
                GateFault(
                    "findings",
                    f"{len(found):,} things were found in the draft, {MOST_FINDINGS:,} of them are "
                    "kept; so many are not mended.",
                )
            )
            found = found[:MOST_FINDINGS]
        if not self.faults and (revealed := self.reading.revealed) is not None:
            again = Reading(
                _with_text(case, revealed.text),
                ruleset,
                written=self.reading,
                kept=found_again(revealed, self.reading.kept),
            )
            hidden = self._run(again, checks, deadline, clock)
            found.extend(
                each
                for each in (mapped(one, revealed, case.text) for one in hidden)
                if not _is_of_law(each, self.reading.kept)
                and not any(_is_same(each, other) for other in found)
            )
        self.findings = tuple(
            sorted(_judged(found), key=lambda item: (item.start, item.end, item.check, item.rule))
        )
        self.acting = tuple(
            item
            for item in self.findings
            if item.mode is RuleMode.ENFORCE and item.severity is not Severity.ADVISE
        )

    def _run(
        self,
        reading: Reading,
        checks: Sequence[Check],
        deadline: float,
        clock: Callable[[], float],
    ) -> list[Finding]:
        found: list[Finding] = []
        for check in checks:
            try:
                found.extend(check.find(reading))
            except TooDenseError as error:
                self.faults.append(GateFault(check.id, str(error)))
            except Exception as error:  # noqa: BLE001 - whatever it is, it must block, not escape
                self.faults.append(GateFault(check.id, f"The check failed ({named(error)})."))
            if clock() > deadline:
                self.faults.append(
                    GateFault("budget", f"The time budget ran out in the check {check.id}.")
                )
                break
        kept = reading.kept
        return [item for item in found if not _is_of_law(item, kept)] if kept else found


def _is_same(found: Finding, other: Finding) -> bool:
    """Say whether a finding on a revealed text is one that the text as it stands has as well."""
    return (
        (found.check, found.rule) == (other.check, other.rule)
        and found.start <= other.end
        and other.start <= found.end
    )


# What these say is about the reply, not about the words at which they say it.
_OF_THE_REPLY: Final = frozenset({Claims.id, Disclosures.id, QuietHours.id})


def _is_of_law(item: Finding, kept: Sequence[tuple[int, int]]) -> bool:
    """Say whether a finding is only about words that law fixes, which no check has a say on."""
    return item.check not in _OF_THE_REPLY and any(
        start <= item.start < item.end <= end for start, end in kept
    )


def _judged(found: Sequence[Finding]) -> Sequence[Finding]:
    """Leave out what is called unverified where a check of facts judges or removes the words.

    What differs from a stored fact is a violation, never unverified.
    """
    against = [
        span
        for item in found
        if item.layer in _OF_FACTS
        and item.severity is not Severity.ADVISE
        and not item.rule.startswith(UNVERIFIED)
        for span in ((item.start, item.end), *((edit.start, edit.end) for edit in item.edits))
    ]
    return [
        item
        for item in found
        if not item.rule.startswith(UNVERIFIED)
        or not any(item.start < end and start < item.end for start, end in against)
    ]


def _modified(
    case: GateInput,
    ruleset: RuleSet,
    checks: Sequence[Check],
    deadline: float,
    clock: Callable[[], float],
    first: _Round,
) -> Decision:
    """Edit until no finding acts any more; what resists blocks."""
    rounds: list[fixes.Fixed] = []
    current = first
    text = case.text
    for _ in range(MAX_ROUNDS):
        kept = current.reading.kept
        edits = fixes.choose(settled(current.reading, current.acting), kept)
        if not edits:
            break
        fixed = fixes.apply(text, edits, kept)
        rounds.append(fixed)
        text = fixed.text
        if fixes.says_nothing(text):
            break
        current = _Round(_with_text(case, text), ruleset, checks, deadline, clock)
        if current.faults or not current.acting:
            break
    all_edits = rounds[0].edits if len(rounds) == 1 else fixes.compose(case.text, rounds)
    # What the edits leave may be in another language than the whole was.
    faults = current.faults or _uncovered(current.reading)
    if faults or current.acting or fixes.says_nothing(text):
        return Decision(
            Verdict.BLOCK,
            None,
            first.findings,
            edits=all_edits,
            remaining=current.findings if rounds else first.findings,
            faults=tuple(faults),
            tone=current.reading.tone,
        )
    return Decision(
        Verdict.MODIFY,
        text,
        first.findings,
        edits=all_edits,
        remaining=current.findings,
        tone=current.reading.tone,
    )


def _uncovered(reading: Reading) -> list[GateFault]:
    """Return a fault where a text is not in a language that the grammars and rules read."""
    if is_covered(reading.text):
        return []
    return [GateFault("language", "Language not covered: only English is read.")]


def _with_text(case: GateInput, text: str) -> GateInput:
    """Return the case with another text; judgements quote the old one and go with it if gone."""
    return replace(
        case,
        text=text,
        judgements=tuple(item for item in case.judgements if item.quote in text),
        stated=tuple(item for item in case.stated if item.quote in text),
    )


def _held_until(decision: Decision) -> datetime | None:
    """Return when the text that a decision speaks of may go out; ``None`` for at once."""
    found = decision.remaining if decision.verdict is Verdict.MODIFY else decision.findings
    return max((each.hold_until for each in found if each.hold_until is not None), default=None)


def _unjudged(case: GateInput, scope: Sequence[Rule]) -> list[GateFault]:
    """Return a fault when a rule that a semantic judge must read has no verdict of one."""
    read = {judgement.rule for judgement in case.judgements}
    missing = [
        rule.code
        for rule in scope
        if use_of(rule, case.judge) is JudgeUse.REQUIRED
        and rule.code not in read
        and rule.mode is RuleMode.ENFORCE
    ]
    if not missing:
        return []
    more = f" and {len(missing) - 1} more" if len(missing) > 1 else ""
    why = f" {case.judge_fault}" if case.judge_fault else ""
    return [
        GateFault(
            "judge",
            f"A semantic judge must read this reply for rule {missing[0]}{more}, and has not, so "
            f"nothing was let through.{why}",
        )
    ]


def _blocked(fault: GateFault) -> Decision:
    return Decision(Verdict.BLOCK, None, faults=(fault,))
