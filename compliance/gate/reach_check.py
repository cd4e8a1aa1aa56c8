"""Whether what a rule hears, and how its text goes in, fit together."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from compliance.gate.slots import slot_problems
from compliance.gate.types import FiresOn, Placement, Rule, RuleAction, RuleKind

_HEARD: Final = {"examples": "customer_says", "detectors": "customer_detectors"}
_STOPS: Final = (".", "!", "?")


def reach_problems(rule: Rule) -> Iterator[tuple[str, str]]:
    """Yield the fields of a rule that contradict each other, each with why."""
    for name, text in (("text", rule.text), ("short_text", rule.short_text)):
        for why in slot_problems(text):
            yield name, why
    yield from _of_message(rule)
    yield from _of_text(rule)
    if rule.kind is not RuleKind.REQUIRED_DISCLOSURE:
        yield from _of_disclosures_only(rule)


def _of_message(rule: Rule) -> Iterator[tuple[str, str]]:
    hears = bool(rule.customer_says or rule.customer_detectors)
    if rule.fires_on is FiresOn.REPLY:
        if hears:
            yield "fires_on", "The customer’s words count only with “both” or “message”."
        return
    if not hears:
        yield "customer_says", "Say what the customer writes that calls for it: add a phrase."
    if rule.fires_on is not FiresOn.MESSAGE:
        return
    for name, written in (("examples", rule.examples), ("detectors", rule.detectors)):
        if written:
            why = "A rule that fires on the message alone reads nothing in the reply: "
            yield name, f"{why}write into {_HEARD[name]} what the customer says."
    if rule.action is RuleAction.REMOVE:
        yield "action", "Nothing of the reply is at fault, so nothing can be removed."


def _of_text(rule: Rule) -> Iterator[tuple[str, str]]:
    is_sentence = rule.text.strip().endswith(_STOPS)
    if rule.action is RuleAction.HAND_OVER:
        if rule.kind is not RuleKind.RESTRICTED_TOPIC:
            yield "action", "Only a restricted topic is handed over."
        if rule.text.strip() and not is_sentence:
            yield "text", "A hand-over is a sentence of its own; end it with a full stop."
    if rule.verbatim:
        if rule.must_mention:
            yield "must_mention", "Nothing but its own words satisfies a verbatim text."
        if not rule.text.strip():
            yield "verbatim", "There is no text to keep letter for letter."
        elif not is_sentence and rule.kind is not RuleKind.REQUIRED_DISCLOSURE:
            yield "verbatim", "Only whole sentences can be kept letter for letter."


def _of_disclosures_only(rule: Rule) -> Iterator[tuple[str, str]]:
    if rule.placement is not Placement.AFTER:
        yield "placement", "Only a required disclosure has a place of its own."
    if rule.once_per_conversation and rule.fires_on is not FiresOn.MESSAGE:
        yield (
            "once_per_conversation",
            "Only what is added is said once: a disclosure, or the answer to a message.",
        )
