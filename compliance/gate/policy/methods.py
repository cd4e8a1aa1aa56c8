"""How something is given back or done, as a choice: original payment, store credit, a voucher ...

A stored choice is read by its own words, mapped to a family of ways; a draft that puts forward
another family for the same term contradicts it. Choices outside the families (by appointment,
unopened) are read by their opposites.
"""

from __future__ import annotations

import re

from compliance.gate.policy.asking import is_light
from compliance.gate.policy.lookup import beginnings
from compliance.gate.policy.statements import Candidate, Stated, Statements
from compliance.gate.policy.vocabulary import Term
from compliance.gate.types import Edit, PolicyFact, Unit

_BRAND = (
    r"(?:visa|master ?card|amex|american express|discover|paypal|venmo|zelle|apple pay|google pay"
    r"|samsung pay|cash ?app)"
)
_CARD = (
    rf"(?:(?:{_BRAND} )?(?:credit card|debit card|bank card|card|bank account|checking account"
    rf"|account)|{_BRAND}|plastic|wallet)(?! points| rewards| balance)"
)
# family: (how drafts say it, how it is written in a sentence, which words of a value mean it)
_FAMILIES: dict[str, tuple[str, str, frozenset[str]]] = {
    "original payment": (
        (
            r"(?:to|onto|on|by|via|using|with) (?:your|the|that|my|their|his|her) "
            r"(?!gift|bonus|merchandise|reward|loyalty|member)(?:same |[a-z]+'s |"
            rf"original |own )?{_CARD}"
            r"(?: (?:that )?you (?:used|paid with))?|(?:back )?(?:to|onto|on|in|"
            r"via) (?:your|the) (?:original|same) "
            r"(?:form of payment|method of payment|payment method|payment type|"
            r"payment|tender|card|method)"
            r"|original (?:form of payment|method of payment|payment method|payment|"
            r"tender|card)"
            r"|(?:your |the |all your |full )?(?:cash|money)[- ]back(?! bonus| offer|"
            r" reward)|(?:refund\w*|back|paid)(?: \w+){0,3} in cash"
            r"|(?:refund|credit|reimburse|reverse)(?:s|ed|ing)? (?:it |you |that )?(?:to "
            r"|on |onto )?"
            rf"(?:your|the|that|their|his|her|my) (?:original |same |own )?{_CARD}"
            rf"|(?:your|the|that) {_CARD} (?:will|would|can|gets?|is|was|has)(?: been| be)?"
            r" (?:credited|refunded|reimbursed)|(?:credited|refunded|posted|returned|shows? up) "
            rf"(?:in|on|to) your {_CARD}"
            r"|revers(?:e|es|ed|ing) (?:the|your|that) (?:charge|payment|transaction)"
            r"|(?:charge|payment|transaction) (?:is|gets|(?:will|would|can)(?: \w+)? be)"
            r"(?: \w+ly)? reversed"
            r"|cash refunds?|(?:the )?(?:way|how) you paid"
            r"|(?:whatever|what|which(?:ever)?)(?: \w+){0,2} you "
            r"(?:paid (?:with|by)|used(?: to pay)?)"
            r"|(?:hand|give|pay|get|receive|offer)(?:s|ing)?(?: you)?(?: (?:the|your|it|back|all|"
            r"in|"
            r"this|that|as))* cash(?! ?back offer)"
        ),
        "to the original payment method",
        frozenset({"original", "card", "cash", "tender", "money"}),
    ),
    "store credit": (
        (
            # credit with the business, whatever the business is called
            r"(?:(?:in|as|for|with|by) (?:a )?)?(?:full )?(?:store|shop|merchandise|in-store|house|"
            r"account|site|studio|club|salon|spa|office|member|future|purchase|online) credits?"
            r"(?! (?:card|union))|(?:refund(?:s|ed)?|back)(?: (?!bill|statement)\w+){0,3}? "
            r"(?:in|as|with) (?!bill|statement|card|tax)[a-z]+ credits?(?! (?:card|union))|"
            r"credit (?:notes?|slips?)|(?:in|as|for|get|only|a|receive) credit"
            r"(?! (?:card|union|to (?:your|the)))\b|credit (?:(?:that )?(?:you|to) |can )?"
            r"(?:can )?(?:spend|use|be used)|credit (?:toward|for (?:a|your) (?:next|future))|"
            # or a card of its own that holds the sum
            r"(?:on|onto|as|with|for|get|receive|issue) (?:you )?an? (?:[a-z]+ )?(?:gift|"
            r"merchandise|store|shop) card|an? (?:gift|merchandise|store|shop) card for the "
            r"(?:amount|value|return|price|full)|(?:sum|money|amount|"
            r"balance)(?: \w+){0,3} to spend "
            r"(?:here|with us|in|at|on)"
        ),
        "as store credit",
        frozenset({"credit"}),
    ),
    "voucher": (
        (
            r"(?:(?:in|as|with|by) )?(?:an? |the )?(?:\w+ )?(?:vouchers?|coupons?|"
            r"food credit|meal credit)"
        ),
        "as a voucher",
        frozenset({"voucher", "coupon"}),
    ),
    "exchange": (
        r"exchanges? only|only (?:an )?exchanges?|exchanged only|swap only",
        "as an exchange only",
        frozenset({"exchange", "swap"}),
    ),
    "the delivery app": (
        (
            r"(?:through|in|via|from|with|by) (?:the|your) (?:\w+ )?(?:app|platform|"
            r"marketplace|delivery (?:company|service|partner))"
        ),
        "through the app where the order was placed",
        frozenset({"app", "platform", "marketplace", "partner"}),
    ),
}
_PATTERNS = {
    name: re.compile(rf"(?<!\w)(?:{words})(?!\w)") for name, (words, _, _) in _FAMILIES.items()
}
_STARTS = {name: beginnings(pattern.pattern) for name, pattern in _PATTERNS.items()}
# What a text must hold at all to speak of a family.
_NEEDS = {
    name: re.compile(needs)
    for name, needs in (
        ("original payment", r""),
        ("store credit", r"credit|card|to spend"),
        ("voucher", r"voucher|coupon|credit"),
        ("exchange", r"exchange|swap"),
        ("the delivery app", r"app|platform|marketplace|delivery"),
    )
}
_CASH = re.compile(r"\b(?:cash|money back|(?:my|our) money|(?:on|to|onto) my card)\b")
_GIVES_BACK = re.compile(
    r"\b(?:hand|revers\w+|refund\w*|return\w*|back|reimburs\w*|credit\w*|issue\w*|receive|"
    r"get|give|given|put|pay|paid|offer|goes|comes|money|process\w*)\b"
)
# Two ways that exclude each other: words of a value, and what says either side.
_OPPOSITES: tuple[tuple[frozenset[str], str, frozenset[str], str], ...] = (
    (
        frozenset({"appointment", "booking", "reservation"}),
        (

r"by appointment|appointments? (?:is |are )?(?:only|required|needed)|"
r"book (?:a|an|your|ahead)|make an appointment|schedule (?:a|an)|need(?:s|"
r"ed)? (?:an|to book)"

),
        frozenset({"walk"}),
        (

r"walk[- ]?ins?|walk (?:right )?in|drop[- ]?(?:in|by)|(?:just |"
r"simply )?(?:stop|come|swing) (?:by|in)|no appointment|without (?:an |"
r"any )?(?:appointment|booking)|any ?time"

),
    ),
    (
        frozenset({"unopened", "sealed"}),
        r"unopened|sealed|not been opened|never been opened",
        frozenset({"opened", "open"}),
        (

r"(?<!un)opened|even if (?:it is |it's |you have |you've )?(?:used|opened|"
r"tried)|half[- ]used|partly used|(?:has|have|had) been used|"
r"already (?:used|tried)"

),
    ),
    (
        frozenset({"unused", "unworn"}),
        r"unused|unworn|not been (?:worn|used)",
        frozenset({"used", "worn", "any"}),
        r"(?<!un)used|(?<!un)worn|any condition",
    ),
    (
        frozenset({"members"}),
        r"members? only|only (?:for )?members|for (?:our )?members|members",
        frozenset({"everyone", "anyone", "public"}),
        (

r"non-?members?|everyone|anyone|anybody|the (?:general )?public|"
r"all comers|whether or not you"

),
    ),
    (
        frozenset({"free", "complimentary", "waived"}),
        r"free|no charge|complimentary|without charge|no cost|waived",
        frozenset({"fee", "paid", "charged"}),
        r"\$\s?\d[\d.]*|\d+ dollars|for a (?:small )?fee|a fee of|charge of|costs?",
    ),
)  # fmt: skip
_OPPOSITE_PATTERNS = tuple(
    (
        one,
        (re.compile(rf"(?<!\w)(?:{said_one})(?!\w)"), beginnings(said_one)),
        other,
        (re.compile(rf"(?<![\w-])(?:{said_other})(?!\w)"), beginnings(said_other)),
    )
    for one, said_one, other, said_other in _OPPOSITES
)


def family_of(value: str) -> str:
    """Return the family of ways that a stored choice belongs to, or the value itself."""
    parts = frozenset(value.lower().replace("-", "_").split("_"))
    for name in ("voucher", "store credit", "the delivery app", "exchange", "original payment"):
        if parts & _FAMILIES[name][2]:
            return name
    return value.lower()


def asked_families(norm: str, start: int, end: int) -> frozenset[str]:
    """Return the ways of giving back that a span of a question names."""
    return frozenset(
        name for name, pattern in _PATTERNS.items() if pattern.search(norm, start, end)
    ) | (frozenset({"original payment"}) if _CASH.search(norm, start, end) else frozenset())


def method_statements(statements: Statements) -> list[Stated]:
    """Return what a draft says of a choice that differs from the stored one."""
    return [*_ways(statements), *_opposites(statements)]


def _ways(statements: Statements) -> list[Stated]:
    found: list[Stated] = []
    text = statements.text
    for family, pattern in _PATTERNS.items():
        if not _NEEDS[family].search(text.norm):
            continue
        for start, end in statements.words.find(pattern, _STARTS[family]):
            stated = _way(statements, family, start, end)
            if stated is not None:
                found.append(stated)
    return found


def _way(statements: Statements, family: str, start: int, end: int) -> Stated | None:
    text = statements.text
    first, last = text.span(start, end)
    sentence, _, _ = statements.clause_of(start)
    if not (
        _GIVES_BACK.search(text.norm, sentence.norm_start, sentence.norm_end)
        or is_light(text.norm, sentence.norm_start, start)
    ):
        return None
    place = statements.place_at(first)
    terms = tuple(
        term
        for term in statements.terms(place)
        if gives(term) and _leads_up_to(statements, term, start)
    )
    candidates = (
        statements.candidates(start, end, terms)
        or _implied(statements, start)
        or _asked(statements, start)
    )
    if not candidates:
        return None
    stored = [family_of(str(each.term.fact.value)) for each in candidates]
    how = statements.polarity_of(first, last)
    if how.reported or how.question:
        return None
    excluded = (how.negated and not _alone(text.norm, start)) or _set_aside(text.norm, start)
    fact = candidates[0].term.fact
    excerpt = text.excerpt(first, last)
    if excluded:
        if family == stored[0] and len(candidates) == 1 and len(set(stored)) == 1:
            return Stated(first, last, f"that “{excerpt}” is not possible", fact, place)
        return None
    if family in stored or (stored[0] == "none" and family == "exchange"):
        return None
    if family == "voucher" and "store credit" in stored and "meal" not in excerpt.lower():
        return None  # a voucher for the store is store credit by another name
    return Stated(first, last, f"“{excerpt}”", fact, place, _swap(statements, first, last, fact))


def _implied(statements: Statements, start: int) -> tuple[Candidate, ...]:
    """Return the terms of giving back where only the act is named ("we'll credit your Visa")."""
    sentence, clause, _ = statements.clause_of(start)
    norm = statements.text.norm
    if not _PUTS_BACK.search(norm, clause.norm_start, clause.norm_end) or _BOUGHT_WITH.search(
        norm, sentence.norm_start, sentence.norm_end
    ):
        return ()
    place = statements.place_at(statements.text.span(start, start + 1)[0])
    return tuple(
        Candidate(term, 1.0, 1.0, 0, role=True)
        for term in statements.terms(place)
        if gives(term) and _is_of_affair(statements, term)
    )


def _is_of_affair(statements: Statements, term: Term) -> bool:
    """Say whether what a giving back is for, where its key says that, has been spoken of at all."""
    return all(
        topic.name in _ANY_AFFAIR
        or (topic.name not in _SPECIAL and (statements.hits(topic) or statements.asked(topic)))
        for topic in term.topics
    )


def _asked(statements: Statements, start: int) -> tuple[Candidate, ...]:
    """Return the terms of giving back that the customer asks about."""
    place = statements.place_at(statements.text.span(start, start + 1)[0])
    _, _, index = statements.clause_of(start)
    asked = (statements.asked_terms(place, question) for question in statements.asks.questions)
    return tuple(
        Candidate(term, 1.0, 1.0, 2, role=True)
        for terms in asked
        for term in terms
        if gives(term) and index <= _ANSWERING
    )


_ANY_AFFAIR = frozenset({"return", "product", "order"})
_SPECIAL = frozenset({"no_receipt", "gift"})  # cases that hold only where they are named
_ANSWERING = 2  # the sentences of a reply that may answer without naming what was asked
_PUTS_BACK = re.compile(
    r"\b(?:(?:refund|reimburse|reverse)(?:s|d|ed|ing)?\b|credit(?:s|ed|ing)? (?:it|you|your"
    r"|the|back)\b|credited\b|see (?:it|the (?:money|refund|amount)|your money)\b"
    r"|(?:get|gets|put|puts|have|send|pay|give|receive)(?:ting|ing|s)? (?:\w+ ){1,4}?back\b"
    r"|back (?:on|to|onto|in) (?:your|the|wh)|money back|refund|(?:hand|pay|give)s? you)"
)
_BOUGHT_WITH = re.compile(
    r"\b(?:bonus|reward|autopay|statement credit|sign[- ]up|points|dispute\w*)\b"
)


def _leads_up_to(statements: Statements, term: Term, start: int) -> bool:
    """Say whether a special case ("without a receipt") is named before the way, or beside it."""
    special = [topic for topic in term.topics if topic.name in _SPECIAL]
    sentence, clause, _ = statements.clause_of(start)
    return all(
        statements.within(topic, sentence.norm_start, start)
        or statements.within(topic, clause.norm_start, clause.norm_end)
        or not statements.within(topic, sentence.norm_start, sentence.norm_end)
        for topic in special
    )


_LEFT = re.compile(
    r"(?:,|;|\bbut|\band) (?:only|just|instead|rather|we \w+)(?: (?:a|an|as|in|for))? $"
)
_INSTEAD = re.compile(
    r"(?:(?:rather than|instead of|in place of|in lieu of) (?:\w+ ){0,2}"
    r"|(?:not|no|never) (?:\w+ )?)$"
)


def _alone(norm: str, start: int) -> bool:
    """Say whether a way is what is left after a denial ("not possible, only store credit")."""
    return bool(_LEFT.search(norm[max(0, start - 24) : start]))


def _set_aside(norm: str, start: int) -> bool:
    """Say whether a way is named only to be excluded ("rather than cash back")."""
    before = norm[max(0, start - 28) : start]
    return bool(_INSTEAD.search(before))


def gives(term: Term) -> bool:
    """Say whether a term is a choice of how something is given back."""
    fact = term.fact
    if fact.unit is not Unit.CHOICE or not isinstance(fact.value, str):
        return False
    known = family_of(fact.value) in _FAMILIES
    return known or ("method" in term.roles and fact.value.lower() == "none")


def _swap(statements: Statements, start: int, end: int, fact: PolicyFact) -> Edit | None:
    family = family_of(str(fact.value))
    if family not in _FAMILIES:
        return None
    written = statements.text.original[start:end]
    wording = _FAMILIES[family][1]
    if family == "voucher":
        noun = str(fact.value).replace("_", " ").lower()
        wording = f"as a {noun}"
    led = re.match(
        r"(?:back )?(?:to|onto|on|by|via|using|with|in|as|for)\b", written, re.IGNORECASE
    )
    if not led:
        # A bare noun ("store credit") is swapped for a noun.
        wording = {
            "original payment": "a refund to the original payment method",
            "store credit": "store credit",
        }.get(family, wording.removeprefix("as "))
        before = statements.text.original[:start]
        if re.search(r"\b(?:a|the|full|your|only|by|any) $", before, re.IGNORECASE):
            return None
    if written[:1].isupper():
        wording = wording[:1].upper() + wording[1:]
    return Edit(start, end, wording, reason=f"states the value of {fact.key}")


def _opposites(statements: Statements) -> list[Stated]:
    found: list[Stated] = []
    place = statements.reading.facts.place
    for term in statements.live(place):
        fact = term.fact
        if fact.unit is not Unit.CHOICE or not isinstance(fact.value, str):
            continue
        parts = frozenset(fact.value.lower().split("_"))
        for one, said_one, other, said_other in _OPPOSITE_PATTERNS:
            wrong = said_other if parts & one else said_one if parts & other else None
            for start, end in statements.words.find(*wrong) if wrong else ():
                stated = _opposite(statements, term, start, end)
                if stated is not None:
                    found.append(stated)
    return found


def _opposite(statements: Statements, term: Term, start: int, end: int) -> Stated | None:
    text = statements.text
    first, last = text.span(start, end)
    sentence, _, _ = statements.clause_of(start)
    named = [
        topic
        for topic in term.topics
        if statements.within(topic, sentence.norm_start, sentence.norm_end)
    ]
    if sum(topic.weight for topic in named) < 0.6 * term.weight:
        return None
    how = statements.polarity_of(first, last)
    asserted_no = text.norm[start:end].startswith(("no ", "without "))
    if (how.negated and not asserted_no) or how.reported or how.question:
        return None
    if statements.place_at(first) is not statements.reading.facts.place:
        return None
    excerpt = text.excerpt(first, last)
    return Stated(first, last, f"“{excerpt}”", term.fact, statements.reading.facts.place)
