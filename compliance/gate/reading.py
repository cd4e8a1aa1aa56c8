"""One draft being read against one case: what every check receives."""

from __future__ import annotations

from functools import cached_property, lru_cache
from itertools import chain
from typing import TYPE_CHECKING, ClassVar, Final, Protocol

from compliance.gate.concepts import shipped
from compliance.gate.detection import Detection, Hit, outside
from compliance.gate.disguise import reveal
from compliance.gate.folding import Folded
from compliance.gate.polarity import polarity
from compliance.gate.rule_texts import RuleTexts, places_of, texts_of
from compliance.gate.standing import Standing, Standings, replaced
from compliance.gate.strictness import is_stricter
from compliance.gate.text import Text
from compliance.gate.tone.classes import texts_of_classes
from compliance.gate.tone.report import ToneReport
from compliance.gate.tone.speech import Speech, speech_of
from compliance.gate.types import (
    Edit,
    FactReference,
    Finding,
    GateInput,
    Layer,
    Rule,
    RuleKind,
    RuleMode,
    Severity,
)
from compliance.gate.unverified import UNVERIFIED, UnverifiedAction
from compliance.gate.vocabulary import shipped_words, texts_of_case

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from datetime import datetime

    import re2

    from compliance.gate.ruleset import CompiledRule, RuleSet


# A customer may write far more than this; reading all of it would only use up the draft's time.
MAX_MESSAGE_CHARS: Final = 8_000


@lru_cache(maxsize=16)
def _heard(words: str) -> Text:
    """Return a message parsed; a reply is read more than once for one, and passages for a title."""
    return Text(words)


class Reading:
    """A gate input with its text parsed once; analyses that several checks share hang here.

    ``written`` is the reading of the text as it stands, where this one is of what a reader makes
    of disguised words; ``kept`` then says where its fixed texts are in this one.
    """

    def __init__(
        self,
        case: GateInput,
        ruleset: RuleSet | None = None,
        *,
        written: Reading | None = None,
        kept: tuple[tuple[int, int], ...] = (),
    ) -> None:
        self.case = case
        self.facts = case.facts
        self.ruleset = ruleset
        self.written = written
        self._kept = kept
        self._texts: dict[int, RuleTexts] = {}
        # What the check of the voice has measured, once it has.
        self.tone: ToneReport | None = None

    @cached_property
    def text(self) -> Text:
        """The draft's text."""
        return Text(self.case.text)

    @cached_property
    def speech(self) -> Speech:
        """The draft's own speech, as its voice is measured on it."""
        return speech_of(self)

    @cached_property
    def revealed(self) -> Folded | None:
        """What a reader makes of the draft where it is written in disguise."""
        known, tone, rules = shipped_words(), self.case.tone, self.ruleset
        if rules is not None:
            known = rules.vocabulary(self.facts, self.case.channel.code)
        classes = texts_of_classes(tone, () if rules is None else rules.own)
        return reveal(self.case.text, known, chain(texts_of_case(self.facts, tone), classes))

    @cached_property
    def message(self) -> Text:
        """The customer's message, as far as it can matter to what a reply takes up."""
        return _heard(self.case.customer_message[:MAX_MESSAGE_CHARS])

    @cached_property
    def detection(self) -> Detection:
        """The draft scanned for the concepts that rules are made of."""
        concepts = shipped() if self.ruleset is None else self.ruleset.concepts
        return Detection(self.text, self.message, concepts)

    @cached_property
    def rules_in_scope(self) -> tuple[CompiledRule, ...]:
        """The usable rules that apply to this case, with its state's values in their texts."""
        if self.ruleset is None:
            return ()
        items = self.ruleset.compiled_in_scope(self.facts, self.case.channel.code)
        if not self.ruleset.depends(self.facts, self.case.channel.code):
            return items
        # The others are asked once their words are found: most drafts call for few of them.
        for item in items:
            rule = item.rule
            if rule.params or rule.topic or rule.except_rules:
                self._standings[rule.code] = self._asked.of(rule, item.shape)
        stands = {
            item.rule.code: self._standings.get(item.rule.code) or Standing(item.rule, sure=False)
            for item in items
        }
        gone = replaced(stands)
        return tuple(
            item if stands[code].rule is item.rule else item.saying(stands[code].rule)
            for code, item in ((item.rule.code, item) for item in items)
            if stands[code].applies and code not in gone
        )

    def standing(self, item: CompiledRule) -> Standing:
        """Return how a rule of :attr:`rules_in_scope` stands in this case."""
        known = self._standings.get(item.rule.code)
        if known is None:
            known = self._standings[item.rule.code] = self._asked.of(item.rule, item.shape)
        return known

    def stricter(self, item: CompiledRule) -> tuple[CompiledRule, ...]:
        """Return the rules that act here and ask for more than this one on the same topic."""
        if not item.rule.topic:
            return ()
        return tuple(
            other
            for other in self._by_topic[item.rule.topic]
            if other is not item and is_stricter(self, other, item)
        )

    @cached_property
    def _by_topic(self) -> dict[str, list[CompiledRule]]:
        """The rules that say a topic; those that only advise or cannot be written settle none."""
        found: dict[str, list[CompiledRule]] = {}
        for item in self.rules_in_scope:
            if item.rule.topic:
                rules = found.setdefault(item.rule.topic, [])
                acts = item.rule.mode is RuleMode.ENFORCE
                if acts and not self.standing(item).uncertain and not self.texts(item).missing:
                    rules.append(item)
        return found

    @cached_property
    def _asked(self) -> Standings:
        return Standings(self)

    @cached_property
    def _standings(self) -> dict[str, Standing]:
        return {}

    @cached_property
    def _firing(self) -> set[int]:
        """The detectors that the index finds possible in this draft, by identity."""
        if self.ruleset is None:
            return set()
        read = self.detection.words
        return self.ruleset.firing(self.facts, self.case.channel.code, read)

    def hits(self, item: CompiledRule) -> list[Hit]:
        """Return where a rule's detectors fire in the draft, beside what stands there by law."""
        possible = [one for one in item.detectors if id(one) in self._firing]
        found = self.detection.hits(possible) if possible else []
        found.extend(expression_hits(item.expressions, self.text, mentioned=mentions(item.rule)))
        return outside(found, self.kept) if found else found

    def heard(self, item: CompiledRule) -> list[Hit]:
        """Return where the customer's message says what a rule is to hear."""
        if not self.case.customer_message:
            return []
        found = self._message_detection.hits(item.customer_detectors)
        found.extend(expression_hits(item.customer_expressions, self.message, mentioned=False))
        return found

    @cached_property
    def _message_detection(self) -> Detection:
        return Detection(self.message, _heard(""), self.detection.scan.concepts)

    def texts(self, item: CompiledRule) -> RuleTexts:
        """Return a rule's texts with the values of this location in their slots."""
        if item.plain is not None:
            return item.plain
        known = self._texts.get(id(item))
        if known is None:
            fault = self.standing(item).fault if item.rule.params else ""
            known = RuleTexts(missing=(fault,)) if fault else texts_of(item.rule, self.facts)
            self._texts[id(item)] = known
        return known

    @cached_property
    def kept(self) -> tuple[tuple[int, int], ...]:
        """Where texts that law fixes stand in the draft: no other check has a say about them."""
        fixed = [item for item in self.rules_in_scope if keeps(item.rule)]
        return self._kept + tuple(
            span
            for item in fixed
            for text in self.texts(item).all
            for span in places_of(text, self.case.text)
        )

    @cached_property
    def earlier(self) -> tuple[Text, ...]:
        """The replies that the conversation already holds."""
        return tuple(_heard(reply) for reply in self.case.earlier)


def keeps(rule: Rule) -> bool:
    """Say whether a rule's text is fixed and the rule may act on that."""
    return rule.verbatim and rule.mode is not RuleMode.SHADOW


def mentions(rule: Rule) -> bool:
    """Say whether a rule asks what a reply speaks of, not what it says of it."""
    return rule.kind in {RuleKind.REQUIRED_DISCLOSURE, RuleKind.RESTRICTED_TOPIC}


def expression_hits(
    expressions: Iterable[re2.Pattern], text: Text, *, mentioned: bool
) -> list[Hit]:
    """Return where regular expressions match what a text puts forward, or, ``mentioned``, says."""
    found = []
    for expression in expressions:
        for match in expression.finditer(text.norm):
            span = text.span(*match.span())
            empty = match.end() == match.start()
            if not empty and (mentioned or polarity(text, *span).asserted):
                found.append(Hit(*span))
    return found


class Check(Protocol):
    """A check: declared on top, one method below, no state of its own."""

    id: ClassVar[str]
    title: ClassVar[str]
    version: ClassVar[int]
    layer: ClassVar[Layer]

    def find(self, reading: Reading) -> list[Finding]:
        """Return what the check has to say about the draft."""
        ...


def finding(
    check: Check,
    reading: Reading,
    start: int,
    end: int,
    message: str,
    *,
    rule: str,
    severity: Severity = Severity.MODIFY,
    layer: Layer | None = None,
    rule_version: int = 1,
    citation: str = "",
    fact: FactReference | None = None,
    edits: tuple[Edit, ...] = (),
    mode: RuleMode = RuleMode.ENFORCE,
    hold_until: datetime | None = None,
) -> Finding:
    """Build a finding of ``check`` on the original span ``start:end``."""
    return Finding(
        check=check.id,
        rule=rule,
        layer=layer or check.layer,
        severity=severity,
        start=start,
        end=end,
        excerpt=reading.text.excerpt(start, end),
        message=message,
        rule_version=rule_version,
        check_version=check.version,
        citation=citation,
        fact=fact,
        edits=edits,
        mode=mode,
        hold_until=hold_until,
    )


def unverified(
    check: Check,
    reading: Reading,
    start: int,
    end: int,
    message: str,
    *,
    kind: str,
    about: str,
    layer: Layer | None = None,
    rule_version: int = 1,
    fact: FactReference | None = None,
) -> Iterator[Finding]:
    """Yield what is done about a statement on the original span ``start:end`` that no fact answers.

    ``kind`` is a field of :class:`~compliance.gate.unverified.Unverified`: the operator decides
    whether that is nothing, a note, or a draft held back. The rule is ``unverified:`` + ``about``.
    """
    action: UnverifiedAction = getattr(reading.case.unverified, kind)
    if action is UnverifiedAction.IGNORE:
        return
    yield finding(
        check,
        reading,
        start,
        end,
        message,
        rule=f"{UNVERIFIED}{about}",
        layer=layer,
        rule_version=rule_version,
        severity=Severity.BLOCK if action is UnverifiedAction.BLOCK else Severity.ADVISE,
        fact=fact,
    )
