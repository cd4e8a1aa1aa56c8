"""What the customer asks: which terms, whether yes or no answers it, what yes would say."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import Final

from compliance.gate.text import Sentence, Text
from compliance.gate.types import Unit

_PERIODS: Final = frozenset({Unit.MINUTES, Unit.HOURS, Unit.DAYS, Unit.MONTHS, Unit.YEARS})
_SUMS: Final = frozenset({Unit.MONEY, Unit.PERCENT})
_AUX = (
    r"(?:do|does|did|can|could|will|would|is|are|was|may|am|should|must|has|have|any chance|"
    r"(?:is|are)n't|(?:do|does|did|ca|wo|would|could)n't)"
)
_SUBJECT = (
    r"(?:i|we|you|they|he|she|it|there|this|that|these|those|my|our|your|the|a|an|any|anyone|"
    r"someone|people|guests?|kids|children|\w+s|\w+(?:ing|ion|ment|al|ance)|\w+)"
)
_POLAR: Final = re.compile(
    rf"(?:^|[,;:] |\s- |\b(?:and|so|but|also|then|or|please|is it) )\W*(?P<aux>{_AUX}) {_SUBJECT}\b"
)
_INDIRECT: Final = re.compile(
    r"\b(?:know|wonder\w*|tell me|ask\w*|curious|check(?:ing)?|find out|sure|see|confirm)"
    r"(?: you| to know)? (?P<how>about|if|whether|how|what|when|which|until)\b"
)
_OPEN: Final = re.compile(r"\b(?:how|what|what's|when|where|which|who|why)\b")
_CHOICE: Final = re.compile(r"\bor\b(?! not\b)")
# kind of open question -> the units that answer it
_KINDS: Final = (
    (
        re.compile(
            r"\bhow (?:long|late|soon|early|far (?:ahead|in advance)|quickly|"
            r"(?:much|many \w+ of) (?:notice|time|warning|grace|leeway))\b|\b(?:by|until|till|"
            r"since) "
            r"when\b|\bwhen\b|\bdeadline\b|\bwhat(?:'s| is) (?:the|your) (?:\w+ )?(?:window|"
            r"time ?frame|cut-?off|notice)\b|\bhow many (?:days|weeks|months|years|hours|"
            r"minutes)\b|"
            r"\bwhat (?:\w+ )?notice\b|\bgood for\b"
        ),
        _PERIODS,
    ),
    (
        re.compile(r"\bhow old\b|\bwhat age\b|\b(?:age limit|minimum age)\b"),
        frozenset({Unit.AGE, Unit.DAYS, Unit.MONTHS, Unit.YEARS}),
    ),
    (re.compile(r"\bhow many\b"), frozenset({Unit.COUNT})),
    (
        re.compile(
            r"\bhow much\b|\bwhat (?:do|does|did|would|will|are|is|'s)?.{0,40}?(?:\b(?:costs?|"
            r"charged?|"
            r"fees?|pric(?:e|es|ing)|pay|owe|keep|lose|rates?)\b)|\bpercent(?:age)?\b"
        ),
        _SUMS,
    ),
)
_NEGATED: Final = re.compile(r"(?:[\w']+ )*too \w+ (?:to|for)\b|\w+n't\b|\w+ (?:\w+ )?not\b")
_UNWELCOME: Final = re.compile(
    r"\b(?:need|needs|have to|has to|must|required?|requires|necessary|mandatory|obliged|charged?|"
    r"fees?|penalt\w+|costs?|extra|separately|lose|forfeit|pay (?:for|extra|anything)|should)\b"
)
_ELLIPTIC: Final = 4  # a question of so few words is about what was said before it
_LEAD: Final = 4  # a question without its mark starts with its question word: "so what's the fee"


@dataclass(frozen=True, slots=True)
class Question:
    """A question's span in the normalised message.

    ``polar``: yes or no answers it; ``negated``: it asks whether something is not so; ``wants``:
    the customer would sooner hear yes; ``kinds``: the units that can answer it (none: any).
    """

    start: int
    end: int
    polar: bool
    negated: bool
    wants: bool
    kinds: frozenset[Unit]

    def asks_for(self, unit: Unit) -> bool:
        """Say whether a value of a unit can answer the question."""
        return not self.kinds or unit in self.kinds


def questions(message: Text) -> tuple[Question, ...]:
    """Return the questions of a customer's message, in order."""
    found: list[Question] = []
    for index, sentence in enumerate(message.sentences):
        question = _question(message.norm, sentence)
        if question is None:
            continue
        words = message.norm.count(" ", sentence.norm_start, sentence.norm_end) + 1
        if words <= _ELLIPTIC and index:  # "You did it before. Will you?"
            question = replace(question, start=message.sentences[index - 1].norm_start)
        found.append(question)
    return tuple(found)


def _question(norm: str, sentence: Sentence) -> Question | None:
    words = norm[sentence.norm_start : sentence.norm_end]
    asked = words.rstrip(" \"')").endswith("?")
    indirect = _INDIRECT.search(words)
    inverted = _POLAR.search(words)
    opened = _OPEN.search(words)
    leads = any(hit is not None and hit.start() <= _LEAD for hit in (inverted, opened))
    if not asked and indirect is None and not leads:
        return None
    if indirect is not None:
        polar = indirect["how"] in {"if", "whether"}
    else:
        leads = opened is not None and (inverted is None or opened.start() < inverted.start("aux"))
        polar = not leads  # "Refund to the card?" asks for a yes or no as well
        polar = polar and not (_CHOICE.search(words) and opened is not None)
    kinds: frozenset[Unit] = frozenset()
    if not polar:
        kinds = next((units for pattern, units in _KINDS if pattern.search(words)), kinds)
    begin = inverted.start("aux") if inverted else 0
    return Question(
        sentence.norm_start,
        sentence.norm_end,
        polar,
        bool(_NEGATED.match(words, begin)),
        not _UNWELCOME.search(words, begin),
        kinds,
    )
