"""Fills the slots of reply templates from a payload; what no fact says stays empty."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import timedelta
from functools import cached_property
from typing import TYPE_CHECKING, ClassVar, Final

from compliance.gate.types import OfferFact, OrderFact, PolicyFact
from compliance.gate.value_words import listed, policy_words
from drafting.backends import wording
from drafting.backends.courtesies import Courtesies
from drafting.backends.slots import SLOTS, service_slot
from drafting.classify import stems
from locations.models import HoursType

if TYPE_CHECKING:
    from drafting.context.payload import ContextPayload

# Words that say nothing about which policy or order is meant.
_COMMON: Final = frozenset(
    stems(
        "a an the and or of on in at to for from by with is are be was do does did have has i we "
        "you your my our it this that what when where how why who which can could would will long "
        "many much get got want need please hi hello thanks time day days hours hour month months "
        "item items no not any one if me there here back still just method usd pct min max"
    )
)
_MAX_POLICIES: Final = 2
_ANY_ROOM: Final = 10_000
# Half of a term's name must be spoken, so that "card" alone does not bring up every card fee.
_CLOSE: Final = 0.5
# Slots that list, so their length depends on the room there is.
_LISTS: Final = frozenset(
    {"hours.week", "offers.active", "offers.asked", *(f"hours.{each}.week" for each in HoursType)}
)


class Filling:
    """The slot values of one payload, each worked out when a template first asks for it."""

    def __init__(self, payload: ContextPayload) -> None:
        self.payload = payload
        self.facts = payload.facts
        self.courtesies = Courtesies(payload)
        self._known: dict[str, str | None] = {}
        self._room = _ANY_ROOM

    def value(self, slot: str, room: int = _ANY_ROOM) -> str | None:
        """The value of a slot; ``None`` when no fact fills it. An unknown slot is never filled.

        ``room`` is how many words the sentence around it may still take: lists keep to it.
        """
        if room != self._room:
            for each in _LISTS:
                self._known.pop(each, None)
            self._room = room
        if slot not in self._known:
            said = self._work_out(slot)
            # Values come from rows and customers: a line break in one must not end a line here.
            self._known[slot] = (
                said if said is None or slot == "closing" else " ".join(said.split())
            )
        return self._known[slot] or None

    def _work_out(self, slot: str) -> str | None:
        if slot.startswith("policy."):
            return self._policy(slot.removeprefix("policy."))
        service = service_slot(slot)
        if service is not None:
            return self._hours(when=service[1], hours_type=service[0])
        filler = self.FILLERS.get(slot)
        return None if filler is None else filler(self)

    # --- Customer and order: never where everybody reads ---

    def _points(self) -> str | None:
        points = self.facts.customer.points
        return None if self.courtesies.is_public or points is None else f"{points:,}"

    def _tier(self) -> str | None:
        return None if self.courtesies.is_public else self.facts.customer.tier

    @cached_property
    def order(self) -> OrderFact | None:
        """The order that the customer speaks of: named by id or item, or their only one here."""
        if self.courtesies.is_public:
            return None
        orders = self.facts.customer.orders
        message = self.payload.customer_message.casefold()
        for order in orders:
            if order.id.casefold() in message:
                return order
        spoken = set(stems(message)) - _COMMON
        named = [order for order in orders if spoken & set(stems(order.item))]
        here = [order for order in orders if order.location == self.facts.place.code]
        if len(named) == 1:
            return named[0]
        return here[0] if len(here) == 1 and not named else None

    def _order(self, part: Callable[[OrderFact], str]) -> str | None:
        return None if self.order is None else part(self.order)

    # --- Hours ---

    def _hours(self, when: str, hours_type: str = "") -> str | None:
        """Hours of the doors or of a service; none where it is not known when they hold."""
        schedule = self.facts.place.schedule_of(hours_type)
        if schedule is None or (schedule.closure is not None and schedule.closure.for_good):
            return None
        today = self.facts.at.date()
        if when == "week":
            said = None if schedule.closure is not None else wording.week_words(schedule)
            return None if said is None or wording.word_count(said) > self._room else said
        if when == "date":
            dates = wording.named_dates(self.payload.customer_message, today)
            return wording.dates_words(schedule, dates)
        ahead = 0 if when == "today" else 1
        return wording.day_words(schedule.on(today + timedelta(days=ahead))[0])

    def _reopens(self) -> str | None:
        closure = self.facts.place.schedule.closure
        return None if closure is None else wording.reopening_words(closure)

    # --- Offers and policies ---

    @cached_property
    def _asked_offers(self) -> tuple[OfferFact, ...]:
        spoken = stems(self.payload.customer_message)
        return tuple(
            offer
            for offer in self.facts.offers
            if any(_holds(spoken, stems(name)) for name in (offer.code, offer.name, *offer.aliases))
        )

    def _offers(self, offers: Sequence[OfferFact]) -> str | None:
        on = self.facts.at.date()
        said: list[str] = []
        for offer in self._usable(offers):
            longer = [*said, wording.offer_words(offer, on)]
            if wording.word_count(listed(longer)) > self._room:
                break
            said = longer
        return listed(said)

    def _usable(self, offers: Sequence[OfferFact]) -> list[OfferFact]:
        """The offers that can be used, those that share most words with the question first."""
        spoken = set(stems(self.payload.customer_message)) - _COMMON
        usable = [offer for offer in offers if offer.standing == "active"]
        usable.sort(key=lambda o: -len(spoken & set(stems(f"{o.name} {o.terms_text}"))))
        return usable

    def _offer_sentences(self) -> str | None:
        on = self.facts.at.date()
        usable = self._usable(self.facts.offers)
        return " ".join(f"{wording.offer_words(offer, on)}." for offer in usable)

    def _unavailable(self) -> str | None:
        named = {offer.code: offer for offer in self.facts.offers}
        return listed(
            [
                wording.unavailable_words(offer, self.facts.place, named.get(offer.replaced_by))
                for offer in self._asked_offers
                if offer.standing not in {"active", "not_for_this_ticket"}
            ]
        )

    def _policy(self, key: str) -> str | None:
        key, _, form = key.partition(".")
        fact = next((fact for fact in self.facts.place.policies if fact.key == key), None)
        if fact is None:
            return None
        return wording.policy_sentence(fact) if form else policy_words(fact)

    def _asked_policies(self) -> str | None:
        spoken = set(stems(self.payload.customer_message)) - _COMMON
        ranked: list[tuple[float, str, str]] = []
        for fact in self.facts.place.policies:
            sentence = wording.policy_sentence(fact)
            weight = _closeness(spoken, fact)
            if sentence and weight >= _CLOSE:
                ranked.append((-weight, fact.key, sentence))
        ranked.sort()
        best = [each for each in ranked if each[0] == ranked[0][0]]
        return " ".join(sentence for _, _, sentence in best[:_MAX_POLICIES])

    FILLERS: ClassVar[dict[str, Callable[[Filling], str | None]]] = {
        "greeting": lambda self: self.courtesies.greeting,
        "closing": lambda self: self.courtesies.closing,
        "customer.first_name": lambda self: self.courtesies.names.first,
        "customer.tier": _tier,
        "customer.points": _points,
        "brand.name": lambda self: self.facts.brand.name,
        "brand.domain": lambda self: self.facts.brand.domain,
        "brand.loyalty": lambda self: self.facts.brand.loyalty,
        "location.name": lambda self: self.facts.place.name,
        "location.city": lambda self: self.facts.place.city,
        "location.phone": lambda self: self.facts.place.phone,
        "location.address": lambda self: self.facts.place.address,
        "hours.today": lambda self: self._hours("today"),
        "hours.tomorrow": lambda self: self._hours("tomorrow"),
        "hours.week": lambda self: self._hours("week"),
        "hours.date": lambda self: self._hours("date"),
        "hours.reopens": _reopens,
        "offers.active": lambda self: self._offers(self.facts.offers),
        "offers.sentences": _offer_sentences,
        "offers.asked": lambda self: self._offers(self._asked_offers),
        "offers.unavailable": _unavailable,
        "policies.asked": _asked_policies,
        "order.id": lambda self: self._order(lambda order: order.id),
        "order.item": lambda self: self._order(lambda order: order.item),
        "order.date": lambda self: self._order(lambda order: wording.long_date(order.on)),
        "order.status": lambda self: self._order(lambda order: order.status),
    }


def _closeness(spoken: set[str], fact: PolicyFact) -> float:
    """The largest share of one of the term's names that was spoken."""
    names = (set(stems(name)) - _COMMON for name in (fact.label, *fact.words))
    return max((len(spoken & name) / len(name) for name in names if name), default=0.0)


def _holds(spoken: tuple[str, ...], name: tuple[str, ...]) -> bool:
    width = len(name)
    return any(spoken[at : at + width] == name for at in range(len(spoken) - width + 1))


if Filling.FILLERS.keys() != SLOTS.keys():
    raise RuntimeError("every slot needs a filler, and every filler a slot")
