"""The check of offers: no offer is put forward where it cannot be used, or with other terms."""

from __future__ import annotations

import re
from typing import ClassVar

from compliance.gate.checks.offers import wording
from compliance.gate.checks.offers.conditions import codes, codes_of
from compliance.gate.checks.offers.deals import Amount, AmountKind, amounts
from compliance.gate.checks.offers.naming import (
    Mention,
    in_deal_language,
    may_name_by_terms,
    mentions,
)
from compliance.gate.checks.offers.spoken import Spoken, spoken
from compliance.gate.checks.offers.terms import misstated
from compliance.gate.checks.offers.usable import (
    denied_though_running,
    given_away,
    is_window,
    put_forward,
    same_day,
    standing_on,
    unusable,
)
from compliance.gate.polarity import polarity
from compliance.gate.reading import Reading, finding, unverified
from compliance.gate.types import Edit, FactReference, Finding, Layer, PolicyFact, Unit


class Offers:
    """Offers that have ended, have not begun, do not run here, or have other terms."""

    id: ClassVar[str] = "offers"
    title: ClassVar[str] = "Offers"
    version: ClassVar[int] = 2
    layer: ClassVar[Layer] = Layer.OFFER

    def find(self, reading: Reading) -> list[Finding]:
        """Return a finding for each offer wrongly put forward or misstated."""
        named = mentions(reading.text, reading.facts.offers)
        asked = mentions(reading.message, reading.facts.offers)
        if not (named or asked or _may_promise(reading) or "code" in reading.text.norm):
            return []
        stated = amounts(reading.text)
        told = spoken(reading, named, stated, asked)
        found: list[Finding] = []
        for each in told:
            made = self._judge(reading, each, stated, asked)
            rivals = [
                other
                for other in told
                if other is not each
                and (other.mention.start, other.mention.end)
                == (each.mention.start, each.mention.end)
            ]
            if made and any(not self._judge(reading, other, stated, asked) for other in rivals):
                continue  # the words fit another offer that may be put forward so
            found.extend(made)
        found.extend(self._unknown(reading, told, stated))
        found.extend(self._unknown_codes(reading, told))
        return found

    def _unknown_codes(self, reading: Reading, told: list[Spoken]) -> list[Finding]:
        """Find codes that are no offer's: nobody could enter them."""
        text, found = reading.text, []
        if "code" not in text.norm:
            return []
        known = frozenset().union(*(codes_of(offer) for offer in reading.facts.offers))
        written = "\n".join(
            [reading.case.customer_message, *(one.body for one in reading.facts.articles)]
        ).upper()
        # What a customer or an article calls a code may be taken up; a word of theirs is none.
        given = "CODE" in written
        for index, sentence in enumerate(text.sentences):
            for start, end, code in codes(text, sentence.norm_start, sentence.norm_end):
                span = text.span(start, end)
                if (
                    code in known
                    or (given and code in written)
                    or not polarity(text, *span).asserted
                ):
                    continue
                spoken_of = {
                    each.mention.offer.code: each for each in told if each.sentence == index
                }
                right = [
                    one for one in spoken_of.values() if "code" in one.mention.offer.terms_text
                ]
                edits = (
                    (Edit(*span, right[0].mention.offer.code, "states the stored code"),)
                    if len(right) == 1
                    else (Edit(sentence.start, sentence.end, "", "removes the unknown code"),)
                )
                found.append(
                    finding(
                        self,
                        reading,
                        *span,
                        f"The code {code} belongs to no offer of the brand.",
                        rule="offer:code",
                        edits=edits,
                    )
                )
        return found

    def _judge(
        self,
        reading: Reading,
        each: Spoken,
        stated: tuple[Amount, ...],
        asked: tuple[Mention, ...],
    ) -> list[Finding]:
        at = reading.facts.at.date()
        now, reason = standing_on(reading, each, at)
        offered = put_forward(reading.text.norm, each) or given_away(now, each, asked)
        problem = unusable(reading, each, now, reason) if offered else None
        if problem is not None:
            return [self._removed(reading, each, problem)]
        dates = self._wrong_dates(reading, each)
        if dates:
            return dates
        wrong_end = denied_though_running(each, now)
        if wrong_end is not None:
            return [self._removed(reading, each, wrong_end)]
        if not offered and each.manner.denied:
            return []
        return self._wrong_terms(reading, each, stated)

    def _wrong_dates(self, reading: Reading, each: Spoken) -> list[Finding]:
        terms = each.mention.offer.terms
        found = []
        for told in each.manner.stated:
            right = {"start": terms.start, "end": terms.end, "by": terms.end}.get(told.role)
            if right is None or not told.days or same_day(told, right):
                continue
            if told.role == "by" and told.days[-1] <= right:
                continue
            if told.role in {"start", "end"} and is_window(told, each):
                continue
            start, end = reading.text.span(told.start, told.end)
            words = reading.text.excerpt(start, end)
            verb = "starts" if told.role == "start" else "ends"
            message = (
                f"Says that {each.mention.offer.name} {verb} “{words}”; it {verb} on "
                f"{wording.long_date(right)}."
            )
            new = wording.date_like(right, words, reading.facts.at.date())
            edit = Edit(start, end, new, "states the stored date")
            found.append(self._finding(reading, each, (told.start, told.end), message, (edit,)))
        return found

    def _wrong_terms(
        self, reading: Reading, each: Spoken, stated: tuple[Amount, ...]
    ) -> list[Finding]:
        offer, text = each.mention.offer, reading.text
        found = []
        for wrong in misstated(
            text.norm,
            each.start,
            each.end,
            (each.mention.start, each.mention.end),
            offer,
            stated,
        ):
            start, end = text.span(wrong.start, wrong.end)
            words = text.excerpt(start, end)
            message = f"Says “{words}” of {offer.name}; its terms are: {offer.terms_text}."
            edits: tuple[Edit, ...]
            if wrong.right is not None and wrong.right.kind != AmountKind.BUNDLE:
                new = wording.amount_like(wrong.right, words)
                edits = (Edit(start, end, new, "states the stored terms"),)
            else:
                edits = _without(reading, each)
            found.append(self._finding(reading, each, (wrong.start, wrong.end), message, edits))
        return found

    def _removed(self, reading: Reading, each: Spoken, problem: str) -> Finding:
        edits = _without(reading, each)
        message = f"Puts an offer forward that cannot be used: {problem} (at {each.place.name})."
        words = reading.text.norm[each.start : each.end]
        start = each.start + len(words) - len(words.lstrip(" ,;"))
        end = each.start + len(words.rstrip(" ,;"))
        return self._finding(reading, each, (start, end), message, edits)

    def _finding(
        self,
        reading: Reading,
        each: Spoken,
        span: tuple[int, int],
        message: str,
        edits: tuple[Edit, ...],
    ) -> Finding:
        offer = each.mention.offer
        start, end = reading.text.span(*span)
        return finding(
            self,
            reading,
            start,
            end,
            message,
            rule=offer.code,
            rule_version=offer.version,
            fact=FactReference("offer", offer.terms_text, f"offer {offer.code}", offer.version),
            edits=edits,
        )

    def _unknown(
        self, reading: Reading, told: list[Spoken], stated: tuple[Amount, ...]
    ) -> list[Finding]:
        found: list[Finding] = []
        for amount in stated:
            if amount.kind not in {AmountKind.MONEY, AmountKind.PERCENT}:
                continue
            if any(each.start <= amount.start < each.end for each in told):
                continue
            norm = reading.text.norm
            promised = re.match(r"\s*(?:off\b|discount)", norm[amount.end : amount.end + 12])
            if promised is None or not in_deal_language(norm, amount):
                continue
            start, end = reading.text.span(amount.start, amount.end)
            put = polarity(reading.text, start, end)
            if put.negated or put.reported:
                continue
            if any(_is_share(amount, fact) for fact in reading.facts.place.policies):
                continue  # a reduction that is a term of this place, such as for a second child
            found.extend(
                unverified(
                    self,
                    reading,
                    start,
                    end,
                    "Promises a discount that belongs to no offer of the brand: add the offer, or "
                    "a policy term for it.",
                    kind="offer",
                    about="offer",
                )
            )
        return found


def _is_share(amount: Amount, fact: PolicyFact) -> bool:
    unit = {AmountKind.MONEY: Unit.MONEY, AmountKind.PERCENT: Unit.PERCENT}.get(amount.kind)
    return fact.unit is unit and fact.value == amount.value


def _may_promise(reading: Reading) -> bool:
    """Say whether a draft that names no offer may still promise one, or a discount."""
    norm = reading.text.norm
    return (
        "off" in norm or "discount" in norm or may_name_by_terms(reading.text, reading.facts.offers)
    )


def _without(reading: Reading, each: Spoken) -> tuple[Edit, ...]:
    """Return edits that take an offer out, or say where it stands if nothing else is said."""
    today = reading.facts.at.date()
    state, _ = standing_on(reading, each, today)
    truth = wording.standing_of(each.mention.offer, each.place, state, today)
    mention = each.mention
    start, end = mention.start, mention.end
    if each.taken_up:
        start, end = each.start, each.end
    return wording.without(reading, each.sentence, start, end, truth)
