"""Keeps a payload within a size: what is cut, in which order, and what never is.

The order: the oldest messages; the bodies of the usable articles that fit the ticket least; the
offers that cannot be used here and now and that nobody names. Never cut is what the gate holds a
draft against: places, policies, hours, the customer, offers that run or are named, articles that
may not be used, those that a draft cites, and the latest messages.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import Final

from compliance.gate.fingerprint import canonical
from compliance.gate.types import ArticleFact, Facts, OfferFact
from drafting.context.payload import ContextPayload, Truncated
from drafting.knowledge.ranking import USABLE, ranked
from locations.naming import offer_keys, spoken_offers

MOST_BYTES: Final = 256_000
MESSAGES_KEPT: Final = 4
_ACTIVE: Final = "active"
# What the fields of one value take beside its texts, at most; only tells whether to measure.
_BASE: Final = 12_000
_AROUND: Final = {
    "messages": 40,
    "left_out": 50,
    "offers": 380,
    "orders": 400,
    "articles": 300,
    "passages": 500,
    "places": 2_500,
    "policies": 330,
    "dates": 160,
}


# What the note on a cut takes itself; each name in it is set off where it is counted.
_NOTE = 60


def bounded(
    payload: ContextPayload,
    *,
    most: int = MOST_BYTES,
    spoken: str = "",
    cited: Sequence[str] = (),
) -> ContextPayload:
    """Return a payload whose canonical JSON has at most ``most`` bytes, cut as little as may be.

    One that is still longer after every cut stays so: what the gate needs is not dropped.
    """
    if _roughly(payload) <= most:
        return payload
    over = len(canonical(payload)) - most
    for cut in (_messages, _articles(cited), _offers(spoken)):
        if over <= 0:
            break
        payload = cut(payload, over + _NOTE)
        over = len(canonical(payload)) - most
    return payload


def _roughly(payload: ContextPayload) -> int:
    """Return a size that a payload hardly exceeds, without writing it out."""
    facts = payload.facts
    texts = [message.text for message in payload.messages]
    for article in facts.articles:
        texts += [article.title, article.body, article.reason]
        texts += [text for each in article.passages for text in (each.text, each.reason)]
    for offer in facts.offers:
        texts += [offer.name, offer.terms_text, offer.reason, offer.code, *offer.aliases]
        texts += offer.terms.locations
    texts += [text for each in payload.left_out for text in (each.code, each.reason)]
    places = (facts.place, *facts.elsewhere)
    for policy in (each for place in places for each in place.policies):
        texts += [policy.label, policy.sentence, str(policy.value), *policy.words]
        texts += policy.provenance.overrode if policy.provenance else ()
    counted = {
        "messages": len(payload.messages),
        "left_out": len(payload.left_out),
        "offers": len(facts.offers),
        "orders": len(facts.customer.orders),
        "articles": len(facts.articles),
        "passages": sum(len(article.passages) for article in facts.articles),
        "places": len(places),
        "policies": sum(len(place.policies) for place in places),
        "dates": sum(len(place.schedule.dated) for place in places),
    }
    around = sum(_AROUND[kind] * count for kind, count in counted.items())
    return _BASE + around + _bytes(texts)  # at once: thousands of short texts are written out


def _bytes(value: object) -> int:
    return len(json.dumps(value, ensure_ascii=False).encode())


def _cut(payload: ContextPayload, what: str, names: Sequence[str]) -> tuple[Truncated, ...]:
    return (*payload.truncated, Truncated(what, tuple(names))) if names else payload.truncated


def _messages(payload: ContextPayload, over: int) -> ContextPayload:
    latest = max(
        (at for at, each in enumerate(payload.messages) if each.author == "customer"), default=0
    )
    most = max(0, min(latest, len(payload.messages) - MESSAGES_KEPT))
    gone, saved = 0, 0
    while gone < most and saved < over:
        saved += _bytes(payload.messages[gone].text)
        gone += 1
    names = [str(number) for number in range(gone)]
    return replace(
        payload,
        messages=payload.messages[gone:],
        truncated=_cut(payload, "messages", names),
    )


def _articles(cited: Sequence[str]) -> Callable[[ContextPayload, int], ContextPayload]:
    def cut(payload: ContextPayload, over: int) -> ContextPayload:
        facts = payload.facts
        emptied: dict[str, ArticleFact] = {}
        saved = 0
        for article in reversed(ranked(facts.articles, payload.customer_message)):
            if saved >= over:
                break
            if article.standing == USABLE and article.code not in cited and article.body:
                emptied[article.code] = replace(article, body="")
                saved += _bytes(article.body) - _bytes(article.code)
        articles = tuple(emptied.get(each.code, each) for each in facts.articles)
        return replace(
            payload,
            facts=replace(facts, articles=articles),
            truncated=_cut(payload, "articles", list(emptied)),
        )

    return cut


def _offers(spoken: str) -> Callable[[ContextPayload, int], ContextPayload]:
    def cut(payload: ContextPayload, over: int) -> ContextPayload:
        facts = payload.facts
        said = spoken_offers(spoken)
        kept = {offer.replaced_by for offer in facts.offers}
        far = [
            offer
            for offer in facts.offers
            if offer.standing != _ACTIVE
            and offer.code not in kept
            and not offer_keys(offer.code, (offer.name, *offer.aliases)) & said
        ]
        far.sort(key=_far)
        gone: list[str] = []
        saved = 0
        while far and saved < over:
            offer = far.pop()
            gone.append(offer.code)
            saved += len(canonical(offer)) - _bytes(offer.code)
        return replace(
            payload,
            facts=_without(facts, frozenset(gone)),
            left_out=tuple(
                each for each in payload.left_out if each.kind != "offer" or each.code not in gone
            ),
            truncated=_cut(payload, "offers", gone),
        )

    return cut


def _far(offer: OfferFact) -> tuple[int, str]:
    """Order offers from near to far: what may still be used, what is over, what is elsewhere."""
    order = ("wrong_weekday", "upcoming", "recently_ended", "not_for_this_ticket", "ended")
    return order.index(offer.standing) if offer.standing in order else len(order), offer.code


def _without(facts: Facts, codes: frozenset[str]) -> Facts:
    return replace(facts, offers=tuple(each for each in facts.offers if each.code not in codes))
