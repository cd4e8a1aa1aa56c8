"""Terms of an offer as a reply states them: amounts, what they are off, and who may use it."""

from __future__ import annotations

import re

from compliance.gate.checks.offers.conditions import (
    Misstated,
    free_of_charge,
    is_price,
    stacked,
)
from compliance.gate.checks.offers.deals import (
    ORDINALS,
    Amount,
    AmountKind,
    Deal,
    content,
    deal,
)
from compliance.gate.checks.offers.kin import related
from compliance.gate.checks.offers.naming import in_deal_language
from compliance.gate.lexicon import expand, words
from compliance.gate.types import OfferFact

_BROAD = re.compile(
    r"\b(?:everything|anything|storewide|store-wide|sitewide|site-wide|(?:the\s|your\s)?(?:entire|whole)"
    r"\s\w+|all\s(?:items|products|services|treatments|orders|purchases|merchandise|menu\sitems|gear"
    r"|accounts|loans)|any\s(?:item|product|service|treatment|order|purchase)|across\sthe\s(?:store|board|menu))\b"
)
_OF_THING = re.compile(
    r"\s*(?:off|discount\son|savings\son|bonus\son|back\son)\s(?:of\s)?"
    r"(?:the\s(?:\w+\s)?(?:price|cost)\sof\s)?"
    r"(?P<thing>(?:[a-z'-]+\s?){1,5})"
)
_COVERS = re.compile(
    r"\b(?:works?\s(?:on|for|with)|covers?|appl(?:y|ies)\s(?:to|on)|(?:is|are)\sgood\s(?:on|for)|includes?"
    r"|counts?\s(?:on|for|toward))\s"
)
_STOP = re.compile(
    r"\b(?:with|when|if|for|at|on|in|through|until|till|today|tonight|tomorrow|this|during|before"
    r"|instead|too|also|anyway|as\swell|again|here|there|after|but|so|as|by|from|to|right|now|while|using|per|every|each|only|plus|is|are|will|that|because)\b"
)
_ANY_THING = frozenset(
    stem
    for word in words(
        "order purchase visit pair one them it that these those service item price total bill next "
        "treatment product regular full meal ticket stuff everything something your the a an our "
        "any all select selected and or it's each booking appointment session"
    )
    for stem in expand(word)
)
_WHICH = frozenset(words("first second third fourth fifth sixth seventh eighth ninth tenth"))
_TAKEN_OFF = re.compile(r"\s(?:off|discount|less)\b")
_CONDITION = re.compile(
    r"\b(?P<what>members?|membership|students?|id|direct\sdeposit|first|new|military|senior|seniors|teachers?"
    r"|club|rewards?|app|subscribers?)\b"
)
_FOR_ALL = re.compile(
    r"\b(?:for\s)?(?:everyone|everybody|anyone|anybody|all\s(?:customers|guests|shoppers|clients|visitors|patients)"
    r"|every\s(?:customer|guest|shopper|client|visitor|patient)|any\s(?:customer|guest|shopper|client|visitor)"
    r"|non-?members?|member\sor\snot)\b"
)
_NONE_NEEDED = re.compile(
    r"\b(?:no|without(?:\s(?:a|any|an|the))?|not?\s(?:need|require)\w*(?:\s(?:a|any|an|the|to\sbe\sa))?"
    r"|(?:isn't|aren't|not)\s(?:a|an|required)|whether\sor\snot|even\sif\syou(?:'re|\sare)?\s(?:not|n't)(?:\sa)?)"
    r"\s(?P<what>(?:[a-z]+\s?){1,3})"
)


def misstated(
    norm: str,
    start: int,
    end: int,
    mention: tuple[int, int],
    offer: OfferFact,
    stated: tuple[Amount, ...],
) -> list[Misstated]:
    """Return what ``norm[start:end]`` says of the offer's amounts, things or conditions wrongly.

    ``mention`` is where it names the offer.
    """
    made = deal(offer.terms_text)
    here = [each for each in stated if start <= each.start < end]
    found = _amounts(norm, made, here, mention[1])
    if not found:
        found.extend(free_of_charge(norm, mention[1], end, made))
    found.extend(stacked(norm, start, end, offer.terms_text))
    if not found:
        found.extend(_covered(norm, start, end, made))
    if not found:
        outside = [each for each in here if not _in_name(norm, each, mention, offer)]
        found.extend(_things(norm, end, made, outside))
    found.extend(_conditions(norm, start, end, made))
    return found


def _in_name(norm: str, amount: Amount, mention: tuple[int, int], offer: OfferFact) -> bool:
    """Say whether an amount is part of the offer's own name: what follows tells no thing of it."""
    start, end = mention
    if not start <= amount.start < end:
        return False
    named = norm[start:end]
    return any(named == name.lower() for name in (offer.name, *offer.aliases))


def _amounts(norm: str, made: Deal, here: list[Amount], named: int) -> list[Misstated]:
    found = []
    for amount in here:
        if amount.kind == AmountKind.GIFT:
            continue
        known = [each for each in made.amounts if each.kind == amount.kind]
        if amount.kind == AmountKind.COUNT:
            known = [each for each in known if each.noun == amount.noun]
            if not known or amount.noun not in made.things:
                continue
        elif not in_deal_language(norm, amount) and not is_price(norm, named, amount, made):
            continue
        if any(each.same(amount) for each in known):
            continue
        if not known and not _other_kind(norm, made, amount, here):
            continue
        taken = [each for each in here if any(each.same(one) for one in known)]
        left = [one for one in known if not any(one.same(each) for each in taken)]
        right = left[0] if len(left) == 1 else None
        found.append(Misstated(amount.start, amount.end, "amount", right))
    return found


def _other_kind(norm: str, made: Deal, amount: Amount, here: list[Amount]) -> bool:
    """Say whether a percentage stands where the terms have dollars, or the other way round."""
    kinds = {each.kind for each in made.amounts}
    money, percent = AmountKind.MONEY, AmountKind.PERCENT
    if amount.kind == percent:
        return money in kinds and percent not in kinds
    if amount.kind == money and percent in kinds and money not in kinds:
        # "10% off, so $34 less" only works it out.
        worked_out = any(each.same(one) for each in here for one in made.amounts)
        return not worked_out and _TAKEN_OFF.match(norm, amount.end) is not None
    return False


def _things(norm: str, end: int, made: Deal, here: list[Amount]) -> list[Misstated]:
    """Find "25% off everything" where the terms say boots."""
    found = []
    for amount in here:
        if not made.things or not any(amount.same(each) for each in made.amounts):
            continue
        hit = _OF_THING.match(norm, amount.end, end)
        if hit is None:
            continue
        broad = _BROAD.search(norm, hit.start(), min(end, hit.end() + 10))
        if broad is not None:
            found.append(Misstated(broad.start(), broad.end(), "thing"))
            continue
        thing = _STOP.split(hit["thing"].strip(), maxsplit=1)[0].strip()
        which = {word for word in thing.split() if word in _WHICH}
        own = {word for word in made.words if word in _WHICH}
        if which and own and not which & own:
            begin = hit.start("thing")
            found.append(Misstated(begin, begin + len(thing), "thing"))
            continue
        stems = [stem for stem in content(thing) if stem not in _ANY_THING | ORDINALS]
        if stems and not set(stems) & made.words and not related(stems, made.things):
            begin = hit.start("thing")
            found.append(Misstated(begin, begin + len(thing), "thing"))
    return found


def _covered(norm: str, start: int, end: int, made: Deal) -> list[Misstated]:
    """Find "works on the whole store" where the terms name a thing."""
    if not made.things:
        return []
    found = []
    for hit in _COVERS.finditer(norm, start, end):
        broad = _BROAD.match(norm, hit.end(), end)
        if broad is not None:
            found.append(Misstated(broad.start(), broad.end(), "thing"))
    return found


def _conditions(norm: str, start: int, end: int, made: Deal) -> list[Misstated]:
    needed = {stem for stem in made.words if _CONDITION.fullmatch(stem) or stem in {"deposit"}}
    if not needed:
        return []
    found = []
    whole = _FOR_ALL.search(norm, start, end)
    if whole is not None and needed & {"member", "student", "club", "senior"}:
        found.append(Misstated(whole.start(), whole.end(), "condition"))
    for hit in _NONE_NEEDED.finditer(norm, start, end):
        if set(content(hit["what"])) & (needed | {"membership"}) and not found:
            found.append(Misstated(hit.start(), hit.end(), "condition"))
    return found
