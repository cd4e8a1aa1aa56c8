"""What may not be said, what must be, and when: rules and what they are made of."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum


class RuleKind(StrEnum):
    """What a rule does."""

    PROHIBITED_CLAIM = "prohibited_claim"
    RESTRICTED_OFFER = "restricted_offer"
    REQUIRED_DISCLOSURE = "required_disclosure"
    RESTRICTED_TOPIC = "restricted_topic"
    DATA_HANDLING = "data_handling"


class RuleAction(StrEnum):
    """What follows when a rule fires."""

    REWRITE = "rewrite"
    REMOVE = "remove"
    INSERT_DISCLOSURE = "insert_disclosure"
    BLOCK = "block"
    ADVISE = "advise"
    HAND_OVER = "hand_over"


class BindsOn(StrEnum):
    """Whose jurisdiction decides whether a rule is in scope."""

    LOCATION = "location"
    CUSTOMER = "customer"
    EITHER = "either"
    LICENCE = "licence"
    EVERYWHERE = "everywhere"


class JudgeUse(StrEnum):
    """Whether a semantic judge reads a draft for a rule, and whether it must."""

    OFF = "off"
    OPTIONAL = "optional"
    REQUIRED = "required"


class RuleMode(StrEnum):
    """How far a rule may act: recorded only, advised, or enforced."""

    OFF = "off"
    SHADOW = "shadow"
    FLAG = "flag"
    ENFORCE = "enforce"


class FiresOn(StrEnum):
    """Whose words a rule fires on: the reply's, the customer's message's, or only on both."""

    REPLY = "reply"
    MESSAGE = "message"
    BOTH = "both"


class Placement(StrEnum):
    """Where a disclosure goes in: after what calls for it, or at the reply's start or end."""

    AFTER = "after"
    START = "start"
    END = "end"


class MissingValue(StrEnum):
    """What follows when a slot of a rule's text has no value at the location."""

    BLOCK = "block"
    REMOVE = "remove"


@dataclass(frozen=True, slots=True)
class Rule:
    """A rule as the gate reads it. Empty scope tuples mean "any".

    ``claim`` says in words what may not be said (or, for a disclosure, what triggers it), and
    ``examples`` are phrases that violate or trigger it; a rule with only these works at once.
    ``detectors`` refine it. ``text`` is the disclosure or the rewrite: a rewrite that ends in a
    full stop replaces the sentence, otherwise the claim; an empty one removes the sentence.
    ``must_mention`` are phrases or patterns any of which satisfies a disclosure. ``judge`` is
    ``None`` where the vertical decides.

    ``localities`` (``US-NY/New York City``) narrow ``states`` to cities; ``binds_on_remote_sale``
    decides instead of ``binds_on`` where the purchase was not made in person. ``conditions`` and
    ``permitted_when`` are lines of :mod:`compliance.gate.conditions`, ``exemptions`` such lines or
    notes for a person; ``params`` pairs states with what ``$param`` stands for there.
    ``except_rules`` are the rules that this one replaces where it applies; of rules with the same
    ``topic`` the strictest is carried out.

    ``text`` and ``short_text`` may hold slots (:mod:`compliance.gate.slots`); ``verbatim`` keeps
    them out of every other check's reach, letter for letter. ``fires_on`` says whose words count;
    ``customer_says`` are phrases and ``customer_detectors`` patterns of the customer's message.
    """

    code: str
    version: int
    kind: RuleKind
    claim: str
    action: RuleAction
    binds_on: BindsOn = BindsOn.EVERYWHERE
    states: tuple[str, ...] = ()
    verticals: tuple[str, ...] = ()
    brands: tuple[str, ...] = ()
    locations: tuple[str, ...] = ()
    channels: tuple[str, ...] = ()
    examples: tuple[str, ...] = ()
    counter_examples: tuple[str, ...] = ()
    detectors: tuple[str, ...] = ()
    text: str = ""
    short_text: str = ""
    must_mention: tuple[str, ...] = ()
    mode: RuleMode = RuleMode.ENFORCE
    judge: JudgeUse | None = None
    effective_from: date | None = None
    effective_to: date | None = None
    citation: str = ""
    fires_on: FiresOn = FiresOn.REPLY
    customer_says: tuple[str, ...] = ()
    customer_detectors: tuple[str, ...] = ()
    verbatim: bool = False
    placement: Placement = Placement.AFTER
    once_per_conversation: bool = False
    missing_value: MissingValue = MissingValue.BLOCK
    binds_on_remote_sale: BindsOn | None = None
    localities: tuple[str, ...] = ()
    conditions: str = ""
    permitted_when: str = ""
    exemptions: tuple[str, ...] = ()
    except_rules: tuple[str, ...] = ()
    params: tuple[tuple[str, str], ...] = ()
    topic: str = ""
