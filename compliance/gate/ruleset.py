"""Rules compiled once into an index, and the filter that says which of them are in scope."""

from __future__ import annotations

import re
from collections import OrderedDict
from collections.abc import Iterator
from copy import copy
from dataclasses import dataclass
from functools import cached_property, lru_cache
from threading import Lock
from typing import Final

import re2

from compliance.gate.concepts.own import Lists, OwnConcept, with_own
from compliance.gate.conditions.checking import ParamError
from compliance.gate.conditions.language import ConditionError
from compliance.gate.cost import MOST_DETECTORS, MOST_EXAMPLES
from compliance.gate.derivation import Derived, Detector, derive
from compliance.gate.fingerprint import fingerprint
from compliance.gate.index import Index
from compliance.gate.jurisdiction import remote_sale
from compliance.gate.matcher import Concepts
from compliance.gate.mentions import Mention, read_mention
from compliance.gate.nodes import Node
from compliance.gate.own_patterns import NO_PATTERNS, Patterns, own_patterns, patterns_of, said
from compliance.gate.patterns import PatternError
from compliance.gate.rule_texts import RuleTexts
from compliance.gate.scope import buckets_of, in_scope, keys_of
from compliance.gate.slots import has_braces
from compliance.gate.standing import Shape, shape_of
from compliance.gate.stream import Words
from compliance.gate.types import (
    Facts,
    FiresOn,
    GateFault,
    JudgeUse,
    Rule,
    RuleKind,
    RuleMode,
)
from compliance.gate.vocabulary import Vocabulary, shipped_words, texts_of_rules

MOST_SCOPES: Final = 64
_LOCK: Final = Lock()
# "I want to cancel" is asked for in many ways; what is asked for stays the same.
_ASKING: Final = re.compile(
    r"^\s*(?:please\s+|(?:can|could|may|how (?:do|can))\s+(?:i|you|we)\s+(?:please\s+)?|"
    r"i(?:'d|’d| would)?\s+(?:like|want|need|wish)\s+(?:you\s+)?to\s+)(?=\S+\s+\S)",
    re.IGNORECASE,
)
_derived = lru_cache(maxsize=20_000)(derive)


class CompiledRule:
    """A rule with its detectors; ``expressions`` are operators' regular expressions (RE2).

    What an operator wrote is read at once; what follows from claim and examples when it is needed.
    """

    def __init__(
        self,
        rule: Rule,
        lists: Lists,
        reply: Patterns = NO_PATTERNS,
        message: Patterns = NO_PATTERNS,
        shape: Shape | None = None,
    ) -> None:
        self.rule = rule
        self.shape = shape
        self.expressions = reply.expressions
        self.customer_expressions = message.expressions
        self._lists = lists
        self.own = reply.detectors
        self.customer_own = message.detectors

    @property
    def concepts(self) -> Concepts:
        """The concepts that the rule may refer to."""
        return self._lists.concepts

    @cached_property
    def derived(self) -> tuple[Detector, ...]:
        """The patterns that follow from claim and examples; none where only the customer counts."""
        return () if self.rule.fires_on is FiresOn.MESSAGE else _derivation(self.rule).detectors

    @cached_property
    def detectors(self) -> tuple[Detector, ...]:
        """All patterns that find the rule in a draft."""
        return () if self.rule.fires_on is FiresOn.MESSAGE else (*self.derived, *self.own)

    @cached_property
    def customer_derived(self) -> tuple[Detector, ...]:
        """The patterns that follow from what a customer may say."""
        return _heard_detectors(self.rule)

    @cached_property
    def customer_detectors(self) -> tuple[Detector, ...]:
        """All patterns that find in a customer's message what calls for the rule."""
        return (*self.customer_derived, *self.customer_own)

    @cached_property
    def mentions(self) -> tuple[Mention, ...]:
        """What satisfies the rule beside its own texts."""
        return tuple(read_mention(one, self.rule, self._lists) for one in self.rule.must_mention)

    @cached_property
    def plain(self) -> RuleTexts | None:
        """The rule's texts where they read the same everywhere: nothing in them is filled in."""
        if self.shape is not None or has_braces(self.rule.text) or has_braces(self.rule.short_text):
            return None
        return RuleTexts(self.rule.text.strip(), self.rule.short_text.strip())

    def saying(self, rule: Rule) -> CompiledRule:
        """Return the same with another rule's texts, found by the very same detectors."""
        _ = self.detectors, self.customer_detectors, self.mentions  # the copy takes them over
        other = copy(self)
        other.rule = rule
        return other

    @property
    def nodes(self) -> Iterator[Node]:
        """All that the rule looks for, wherever it looks."""
        for one in (*self.detectors, *self.customer_detectors):
            yield from one.nodes
        for mention in self.mentions:
            if isinstance(mention.pattern, Detector):
                yield mention.pattern.node

    @property
    def inert(self) -> bool:
        """Say whether nothing could ever find the rule in a draft, or in a customer's message."""
        in_reply = bool(self.detectors or self.expressions)
        match self.rule.fires_on:
            case FiresOn.MESSAGE:
                return not self.hears
            case FiresOn.BOTH:
                return not (in_reply and self.hears)
            case _:
                return not in_reply

    @property
    def hears(self) -> bool:
        """Say whether anything could be found in a customer's message."""
        return bool(self.customer_detectors or self.customer_expressions)


@dataclass(frozen=True, slots=True, eq=False)
class _Scope:
    """The rules that apply to one kind of case, with the index of their detectors."""

    items: tuple[CompiledRule, ...]
    detectors: tuple[Detector, ...]
    index: Index
    # Whether any of them depends on facts, or replaces another: else they are as they are.
    depends: bool
    vocabulary: Vocabulary


class RuleSet:
    """Compiled rules; build with :func:`compile_rules`.

    ``broken`` are the rules that could not be compiled, with why: a draft in their scope blocks.
    """

    def __init__(
        self,
        rules: tuple[Rule, ...],
        compiled: tuple[CompiledRule, ...],
        broken: tuple[tuple[Rule, str], ...],
        own: tuple[OwnConcept, ...],
    ) -> None:
        self.rules = rules
        self.broken = broken
        self.lists = with_own(own)
        self.own = own
        self.fingerprint = fingerprint((rules, broken, own))
        self.compiled = compiled
        self._minds_sale = any(item.rule.binds_on_remote_sale for item in compiled)
        self._buckets: dict[tuple[str, str], list[CompiledRule]] = {}
        self._scopes: OrderedDict[tuple[object, ...], _Scope] = OrderedDict()
        for item in compiled:
            for key in buckets_of(item.rule):
                self._buckets.setdefault(key, []).append(item)

    @property
    def concepts(self) -> Concepts:
        """The concepts that the rules refer to, shipped and the operator's own."""
        return self.lists.concepts

    @cached_property
    def inert(self) -> tuple[str, ...]:
        """The codes of the rules that nothing could ever find in a draft."""
        return tuple(item.rule.code for item in self.compiled if item.inert)

    def compiled_in_scope(self, facts: Facts, channel: str) -> tuple[CompiledRule, ...]:
        """Return the usable rules that apply here, in order of their code."""
        return self._scope(facts, channel).items

    def depends(self, facts: Facts, channel: str) -> bool:
        """Say whether any rule that applies here depends on facts, or replaces another."""
        return self._scope(facts, channel).depends

    def vocabulary(self, facts: Facts, channel: str) -> Vocabulary:
        """Return the words that a disguised word of a draft may be, those of the facts left out."""
        return self._scope(facts, channel).vocabulary

    def firing(self, facts: Facts, channel: str, read: Words) -> set[int]:
        """Return which detectors of the rules that apply may hold in a text, by identity."""
        scope = self._scope(facts, channel)
        return {id(scope.detectors[number]) for number in scope.index.candidates(read)}

    def _scope(self, facts: Facts, channel: str) -> _Scope:
        """Return the rules that apply; worked out once for each kind of case, for the last few."""
        place = facts.place
        key = (
            *(place.code, place.state, place.city, place.vertical, place.licence_states),
            *(facts.brand.code, facts.customer.state, facts.at.date(), channel),
            remote_sale(facts) if self._minds_sale else None,
        )
        with _LOCK:
            known = self._scopes.get(key)
            if known is not None:
                self._scopes.move_to_end(key)
                return known
        found: dict[int, CompiledRule] = {}
        for bucket in keys_of(facts):
            for item in self._buckets.get(bucket, ()):
                if in_scope(item.rule, facts, channel):
                    found[id(item)] = item
        items = tuple(sorted(found.values(), key=lambda item: (item.rule.code, item.rule.version)))
        detectors = tuple({id(one): one for item in items for one in item.detectors}.values())
        index = Index([self.concepts.anchor(one.node) for one in detectors], self.concepts)
        depends = any(item.shape or item.rule.except_rules for item in items)
        vocabulary = shipped_words().extended(texts_of_rules(item.rule for item in items))
        scope = _Scope(items, detectors, index, depends, vocabulary)
        with _LOCK:
            self._scopes[key] = scope
            if len(self._scopes) > MOST_SCOPES:
                self._scopes.popitem(last=False)
        return scope

    def scope(self, facts: Facts, channel: str) -> tuple[Rule, ...]:
        """Return the usable rules that apply to this place, customer, channel and date."""
        return tuple(item.rule for item in self.compiled_in_scope(facts, channel))

    def faults(self, facts: Facts, channel: str) -> tuple[GateFault, ...]:
        """Return a fault for each rule in scope that could not be compiled."""
        return tuple(
            GateFault("rules", f"Rule {rule.code} cannot be used: {why}")
            for rule, why in self.broken
            if in_scope(rule, facts, channel)
        )


def compile_rules(
    rules: tuple[Rule, ...],
    own: tuple[OwnConcept, ...] = (),
    *,
    unreadable: tuple[tuple[Rule, str], ...] = (),
) -> RuleSet:
    """Compile rules; one that cannot be compiled is kept as broken, never dropped.

    ``own`` are the operator's concepts. ``unreadable`` are rules of which no more than their scope
    could be read, with why: they are kept as broken.
    """
    lists = with_own(own)
    compiled: list[CompiledRule] = []
    broken: list[tuple[Rule, str]] = list(unreadable)
    for rule in rules:
        if rule.mode is RuleMode.OFF:
            continue
        try:
            compiled.append(_compile(rule, lists))
        except (PatternError, ConditionError, ParamError, re2.error, LookupError) as error:
            broken.append((rule, said(error)))
    return RuleSet(rules, tuple(compiled), tuple(broken), own)


def explain_rule(rule: Rule) -> tuple[str, ...]:
    """Return a rule's detectors in the pattern language, the operator's own first.

    A rule without any says so: it needs an example. What fires on the customer's message alone
    reads nothing in a reply.
    """
    if rule.fires_on is FiresOn.MESSAGE:
        return rule.customer_detectors + tuple(shown(one) for one in _heard_detectors(rule))
    own = tuple(rule.detectors)
    derived = _derivation(rule)
    if not (own or derived.detectors):
        return ("nothing: no reply can be recognised by this claim; add an example",)
    return own + tuple(shown(one) for one in derived.detectors)


def _heard_detectors(rule: Rule) -> tuple[Detector, ...]:
    """Return what finds a rule's phrases in a message, without the words that only ask for it."""
    phrases = tuple(_ASKING.sub("", phrase) for phrase in rule.customer_says)
    return _derived("", phrases, mention=False).detectors if phrases else ()


def shown(one: Detector) -> str:
    """Return a detector in the pattern language, with what else must hold."""
    if one.subject is not None:
        return f"{one.shown.removeprefix('~').strip()}   (where {one.subject_shown} is spoken of)"
    if one.meaning is not None and one.meaning.denied:
        return f"{one.shown}   (denied)"
    return one.shown


def _derivation(rule: Rule) -> Derived:
    # The operator's own detectors stand for the claim; its examples still count.
    claim = "" if rule.detectors else rule.claim
    mention = rule.kind in {RuleKind.REQUIRED_DISCLOSURE, RuleKind.RESTRICTED_TOPIC}
    return _derived(claim, rule.examples, mention=mention)


def _compile(rule: Rule, lists: Lists) -> CompiledRule:
    patterns = max(len(written) for _, written in patterns_of(rule))
    if patterns > MOST_DETECTORS:
        raise LookupError(f"it has {patterns} detectors, and may have {MOST_DETECTORS}")
    if max(map(len, (rule.examples, rule.counter_examples, rule.customer_says))) > MOST_EXAMPLES:
        raise LookupError(f"it has more than {MOST_EXAMPLES} examples or counter-examples")
    if not (rule.claim.strip() or rule.examples or rule.detectors):
        raise LookupError("it has neither a claim nor examples nor detectors")
    reply, message, _ = (own_patterns(written, lists) for _, written in patterns_of(rule))
    compiled = CompiledRule(rule, lists, reply, message, shape_of(rule))
    if lists.broken:
        # Only then is it worth deriving every rule at once: most need no list that is broken.
        needed = lists.needed(compiled.nodes)
        for name in sorted(needed & lists.broken.keys()):
            raise LookupError(f"it needs the concept @{name}, which fails: {lists.broken[name]}")
    return compiled


def use_of(rule: Rule, vertical: JudgeUse) -> JudgeUse:
    """Return how a rule uses the semantic judge: as it says itself, else as the vertical does.

    One that fires on the customer's message alone leaves nothing in a draft to judge.
    """
    return JudgeUse.OFF if rule.fires_on is FiresOn.MESSAGE else rule.judge or vertical
