"""The values that cross the gate's border: facts, rules, overlays, findings and decisions.

The context payload embeds these same types, so the prompt and the gate read one object. All are
frozen; every field is plain data, so a fingerprint of any of them is the SHA-256 of its canonical
JSON (RFC 8785, see :mod:`compliance.gate.fingerprint`).
"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date, datetime
from enum import StrEnum

from compliance.gate.quiet.windows import QuietWindow
from compliance.gate.tone.report import ToneReport
from compliance.gate.unverified import NOTES, Unverified
from locations.hours import Schedule, TypedSchedule
from locations.offers import OfferTerms
from locations.resolve import PolicyData, PolicyScalar, Provenance


class Verdict(StrEnum):
    """What happens to a draft."""

    PASS = "pass"
    MODIFY = "modify"
    BLOCK = "block"


class Layer(StrEnum):
    """The kind of failure a finding reports; the labels of the evaluation contract."""

    POLICY = "policy"
    HOURS = "hours"
    JURISDICTION = "jurisdiction"
    TONE = "tone"
    OFFER = "offer"
    CHANNEL = "channel"
    DATA = "data"


class Severity(StrEnum):
    """How a finding weighs.

    ``advise`` is a note on a draft that passes; ``modify`` must be edited away or it blocks;
    ``block`` always blocks, its edits are suggestions for the reviewer.
    """

    ADVISE = "advise"
    MODIFY = "modify"
    BLOCK = "block"


class Unit(StrEnum):
    """What a policy value measures; ``text`` cannot be checked in a draft and is shown as such."""

    DAYS = "days"
    HOURS = "hours"
    MINUTES = "minutes"
    MONTHS = "months"
    YEARS = "years"
    MONEY = "money"
    PERCENT = "percent"
    COUNT = "count"
    AGE = "age"
    BOOLEAN = "boolean"
    CHOICE = "choice"
    LIST = "list"
    TEXT = "text"


# --- Facts -------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class PolicyFact:
    """A resolved policy term: ``value`` in ``unit`` (money in US dollars, percent as 15 for 15 %).

    ``words`` are the operator's own phrases for the term, beside those the product derives from
    ``key``; ``sentence`` is the customer-facing wording with ``{value}`` as the slot, or empty.
    """

    key: str
    label: str
    topic: str
    unit: Unit
    value: PolicyData
    words: tuple[str, ...] = ()
    sentence: str = ""
    provenance: Provenance | None = None


@dataclass(frozen=True, slots=True)
class BrandFacts:
    """The brand a reply speaks for; ``domain`` is the only one links may point to on SMS."""

    code: str
    name: str
    domain: str = ""
    loyalty: str = ""


@dataclass(frozen=True, slots=True)
class PlaceFacts:
    """What is true of one location on the moment's date. ``state`` is ISO 3166-2 (``US-MA``).

    ``names`` are the ways a reply may call it: full name, name without the brand, city.
    ``schedule`` is of the doors, with what closes the place and which holidays are unconfirmed;
    ``services`` hold the hours of other types (pickup, the kitchen) where the place has any.
    """

    code: str
    name: str
    vertical: str
    city: str
    state: str
    ownership: str
    staffing: str
    phone: str
    address: str
    status: str
    schedule: Schedule
    policies: tuple[PolicyFact, ...] = ()
    names: tuple[str, ...] = ()
    licence_states: tuple[str, ...] = ()
    services: tuple[TypedSchedule, ...] = ()

    def schedule_of(self, hours_type: str) -> Schedule | None:
        """Return the schedule of an hours type; the doors' own is called ``main`` or nothing."""
        if hours_type in {"", "main"}:
            return self.schedule
        found = (each.schedule for each in self.services if each.hours_type == hours_type)
        return next(found, None)


@dataclass(frozen=True, slots=True)
class OfferFact:
    """A promotion of the brand, whatever its standing; ``standing`` and ``reason`` are those for
    this location, this customer's state, this ticket and this date.

    ``replaced_by`` is the code of the offer to name instead: the first of its replacements that
    can be used here and now, empty when there is none or none is needed.
    """

    code: str
    name: str
    aliases: tuple[str, ...]
    terms_text: str
    terms: OfferTerms
    standing: str
    reason: str
    version: int = 1
    kind: str = "promotion"
    replaced_by: str = ""


@dataclass(frozen=True, slots=True)
class FactReference:
    """The stored fact that a finding was compared with, and where it comes from."""

    key: str
    value: str
    source: str = ""
    version: int = 1


@dataclass(frozen=True, slots=True)
class PassageFact:
    """A passage of an article that may not be used here and now (``standing`` ``quarantined``).

    ``reason`` says what it states and what holds instead; ``kind`` is the layer of facts that it
    contradicts, ``rule`` the term or offer, ``fact`` the stored value with where it comes from.
    """

    text: str
    standing: str
    reason: str
    kind: str = ""
    rule: str = ""
    fact: FactReference | None = None


@dataclass(frozen=True, slots=True)
class ArticleFact:
    """A knowledge article of the brand. ``standing``: ``usable``, or why it is not
    (``out_of_scope``, ``deprecated``, ``superseded``, ``stale``, ``quarantined``).

    ``body`` of a usable article is what may be used of it; ``passages`` are those that may not.
    ``note`` is a doubt about an article that is used all the same, ``successor`` the code of the
    article that is used in place of a superseded one.
    """

    code: str
    title: str
    body: str
    standing: str
    reason: str
    version: int = 1
    passages: tuple[PassageFact, ...] = ()
    note: str = ""
    successor: str = ""


@dataclass(frozen=True, slots=True)
class OrderFact:
    """One order, purchase, visit or account of the customer; ``total`` in US dollars.

    ``channel`` is how it was bought (``in_store``, ``online``), empty where that is not told.
    ``details`` are further values as its source names them: dates as ISO 8601.
    """

    id: str
    location: str
    item: str
    total: str
    on: date
    status: str
    channel: str = ""
    details: tuple[tuple[str, PolicyScalar], ...] = ()


@dataclass(frozen=True, slots=True)
class PastTicket:
    """An earlier ticket of the customer: where, on which day (UTC), how, and its ticket class."""

    location: str
    on: date
    channel: str
    about: str = ""


@dataclass(frozen=True, slots=True)
class CustomerFacts:
    """The customer at arrival. ``code`` is ``None`` for an unknown sender: personal details in a
    draft are then unverified, not wrong. ``state`` is ISO 3166-2, ``None`` when unknown.

    ``consents`` pairs what was asked with the answer. ``tickets`` are the latest earlier tickets,
    newest first; ``tickets_here`` and ``tickets_everywhere`` count all of them. ``unavailable``
    says in words why the record could not be brought up to date, if so.
    """

    code: str | None = None
    name: str = ""
    state: str | None = None
    tier: str = ""
    points: int | None = None
    orders: tuple[OrderFact, ...] = ()
    history: tuple[str, ...] = ()
    consents: tuple[tuple[str, bool], ...] = ()
    tickets: tuple[PastTicket, ...] = ()
    tickets_here: int = 0
    tickets_everywhere: int = 0
    unavailable: str = ""


@dataclass(frozen=True, slots=True)
class Facts:
    """Everything the gate may hold a draft against. ``at`` is aware, in the location's zone.

    ``elsewhere`` holds the same-brand locations that the ticket or the draft names;
    ``offers`` are the brand's with their standing, ``articles`` those that may matter to a reply.
    ``save_offers`` says whether this ticket may be answered with an offer that keeps a customer.
    """

    at: datetime
    brand: BrandFacts
    place: PlaceFacts
    customer: CustomerFacts = CustomerFacts()
    elsewhere: tuple[PlaceFacts, ...] = ()
    offers: tuple[OfferFact, ...] = ()
    articles: tuple[ArticleFact, ...] = ()
    save_offers: bool = False


# --- Rules, overlays, channels -----------------------------------------------------------------


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


@dataclass(frozen=True, slots=True)
class Disclaimer:
    """A voice's disclaimer: what triggers it, in words, its text, and where that stands."""

    trigger: str
    text: str
    placement: Placement = Placement.AFTER


@dataclass(frozen=True, slots=True)
class FieldSource:
    """The overlay, and its version, that a field of a merged voice comes from."""

    field: str
    code: str
    version: int


@dataclass(frozen=True, slots=True)
class OwnClass:
    """An operator's own version of a phrase class that a voice names, with a few of its phrases."""

    name: str
    version: int
    samples: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class ToneOverlay:
    """The voice that applies here and on this channel: layers already merged.

    ``None``, an empty text and an empty tuple mean "not constrained".

    Lengths count words. ``sentence_mean`` is the band of a reply's mean, ``sentence_band`` that of
    a single sentence, of which the share ``sentence_outside`` (0 to 1) may lie outside;
    ``sentence_quantiles`` pairs percentiles with the lengths aimed at. ``reply_words`` and
    ``reading_grade`` (Flesch-Kincaid) are bands too, open where an end is ``None``.

    ``greetings``, ``closings`` and ``permitted`` are lines of a phrase and, after a bar, when it
    fits. ``prohibited`` holds phrases and, as ``@name``, classes of them; ``replacements`` pairs
    either with its approved swap. ``classes`` are those of the operator's own among the classes.

    ``contractions`` and ``second_person``: ``use | avoid | free``. ``person``: ``first_plural |
    first_singular | first_plural_or_singular | any``. ``address`` of the customer: ``first_name |
    title | none | free``. ``formality``: ``formal | neutral | casual``. ``spelling``: ``us | gb``.
    ``emoji_max``, ``exclamations_max`` and ``capitals_max`` count per reply.

    ``sources`` say where each field comes from.
    """

    code: str = ""
    version: int = 1
    sentence_mean: tuple[float, float] | None = None
    sentence_max: int | None = None
    sentence_band: tuple[int, int] | None = None
    sentence_outside: float = 0.2
    sentence_quantiles: tuple[tuple[int, float], ...] = ()
    reply_words: tuple[int | None, int | None] = (None, None)
    reading_grade: tuple[float | None, float | None] = (None, None)
    contractions: str = "free"
    spelling: str = ""
    emoji_max: int | None = None
    emoji_allowed: tuple[str, ...] = ()
    exclamations_max: int | None = None
    capitals_max: int | None = None
    person: str = "any"
    second_person: str = "free"
    address: str = "free"
    greetings: tuple[str, ...] = ()
    closings: tuple[str, ...] = ()
    permitted: tuple[str, ...] = ()
    prohibited: tuple[str, ...] = ()
    replacements: tuple[tuple[str, str], ...] = ()
    classes: tuple[OwnClass, ...] = ()
    formality: str = ""
    register: str = ""
    disclaimer: Disclaimer | None = None
    sources: tuple[FieldSource, ...] = ()

    def source(self, field: str) -> tuple[str, int]:
        """Return the code and version of the overlay that says a field; the merged one's if none.

        Where several add to a list, it is the most specific of them.
        """
        for each in reversed(self.sources):
            if each.field == field:
                return each.code, each.version
        return self.code, self.version


@dataclass(frozen=True, slots=True)
class ChannelRules:
    """What a channel allows. ``flags`` are names of restrictions in
    :mod:`compliance.gate.checks.channel`, those of the channel and those of every channel; so are
    the windows of ``quiet``.
    """

    code: str
    max_chars: int | None = None
    promo_must_include: str = ""
    opt_out_line: str = "Reply STOP to opt out."
    flags: frozenset[str] = frozenset()
    quiet: tuple[QuietWindow, ...] = ()
    version: int = 1


# --- Input, findings, decision -----------------------------------------------------------------


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
