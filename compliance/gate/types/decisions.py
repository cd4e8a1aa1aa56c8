"""What goes into one decision of the gate, and what comes out of it."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date, datetime

from compliance.gate.tone.report import ToneReport
from compliance.gate.types.facts import FactReference, Facts
from compliance.gate.types.rules import JudgeUse, RuleMode
from compliance.gate.types.verdicts import Layer, Severity, Verdict
from compliance.gate.types.voices import ChannelRules, ToneOverlay
from compliance.gate.unverified import NOTES, Unverified


@dataclass(frozen=True, slots=True)
class Judgement:
    """A semantic judge's finding about one rule, with an exact quote of the draft."""

    rule: str
    violated: bool
    quote: str
    fingerprint: str


@dataclass(frozen=True, slots=True)
class StatedFact:
    """A statement of the draft as a semantic judge read it; whether it is right is not said.

    ``fact`` is ``hours``, ``policy:<key>`` or ``offer:<code>``; ``day`` is ``None`` for a statement
    that holds in general; ``quote`` is an exact passage of the draft.
    """

    fact: str
    location: str
    day: date | None
    value: str
    quote: str
    fingerprint: str


@dataclass(frozen=True, slots=True)
class GateInput:
    """Everything one decision depends on, beside the rule set.

    ``asked_at`` (aware) is when the customer wrote the message that is answered, where known.
    ``judge`` is how the vertical uses a semantic judge, for rules that do not say so themselves;
    ``judge_fault`` says why it gave no answer, if so. ``earlier`` are the agents' replies that the
    conversation already holds, oldest first; ``turn`` counts them and this one, ``human_reviewed``
    says whether a person stands behind the text. Both are ``None`` where that is unknown.
    ``unverified`` is what is done about statements that no fact answers.
    """

    text: str
    facts: Facts
    channel: ChannelRules
    tone: ToneOverlay
    customer_message: str = ""
    asked_at: datetime | None = None
    sources: tuple[str, ...] = ()
    judgements: tuple[Judgement, ...] = ()
    stated: tuple[StatedFact, ...] = ()
    judge: JudgeUse = JudgeUse.OPTIONAL
    judge_fault: str = ""
    earlier: tuple[str, ...] = ()
    turn: int | None = None
    human_reviewed: bool | None = None
    unverified: Unverified = NOTES


@dataclass(frozen=True, slots=True)
class Edit:
    """Replace ``text[start:end]`` (code points of the original draft) by ``replacement``."""

    start: int
    end: int
    replacement: str
    reason: str = ""


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing a check has to say. Spans count code points and slice the original draft.

    ``rule`` names the rule, policy term, offer or restriction at stake; ``edits`` together mend
    the finding (none: it can only block). ``hold_until`` (aware) is when a text that is otherwise
    fine may go out, where that is not at once.
    """

    check: str
    rule: str
    layer: Layer
    severity: Severity
    start: int
    end: int
    excerpt: str
    message: str
    rule_version: int = 1
    check_version: int = 1
    citation: str = ""
    fact: FactReference | None = None
    edits: tuple[Edit, ...] = ()
    mode: RuleMode = RuleMode.ENFORCE
    hold_until: datetime | None = None


@dataclass(frozen=True, slots=True)
class GateFault:
    """Something went wrong inside the gate; kept apart from a violation, and always blocks."""

    stage: str
    message: str


@dataclass(frozen=True, slots=True)
class Decision:
    """The gate's answer. ``text_after`` is the draft on pass, the edited text on modify, ``None``
    on block. ``findings`` are those on the original text; ``remaining`` those that still stood
    after the edits (why a modification failed, or the notes on a draft that passes).
    ``hold_until`` (aware, on the location's clock) is when the text may go out, ``None`` for at
    once; that of a blocked draft holds for the text as it is, should a reviewer approve it.
    ``tone`` is the report on the text that was read last, ``None`` where reading it failed;
    ``tone_given`` that on the draft as it came, where edits made another text of it.
    """

    verdict: Verdict
    text_after: str | None
    findings: tuple[Finding, ...] = ()
    edits: tuple[Edit, ...] = ()
    remaining: tuple[Finding, ...] = ()
    faults: tuple[GateFault, ...] = ()
    rules_in_scope: tuple[tuple[str, int], ...] = field(default=())
    hold_until: datetime | None = None
    tone: ToneReport | None = None
    tone_given: ToneReport | None = None
