"""The channel: length, opt-out line, and the restrictions that it names as flags."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import ClassVar

from compliance.gate.channel.breach import Breach
from compliance.gate.channel.compensation import compensation_offers
from compliance.gate.channel.invisible import invisible_characters
from compliance.gate.channel.length import too_long
from compliance.gate.channel.links import foreign_links
from compliance.gate.channel.markup import html_markup, markdown
from compliance.gate.channel.numbers import account_numbers
from compliance.gate.channel.promotion import missing_opt_out
from compliance.gate.channel.public import personal_data
from compliance.gate.channel.solicitation import review_solicitation
from compliance.gate.channel.treatments import full_names_with_treatment
from compliance.gate.channel.visits import order_or_visit_details
from compliance.gate.reading import Reading, finding
from compliance.gate.tone.settle import Plan
from compliance.gate.types import FactReference, Finding, Layer


def _found_by_data_check(_: Reading) -> Iterable[Breach]:
    """Internal notes are the customer-data check's to report, whatever the channel."""
    return ()


@dataclass(frozen=True, slots=True)
class Restriction:
    """A restriction that a channel can name: what it forbids, and what finds breaches of it."""

    description: str
    find: Callable[[Reading], Iterable[Breach]]


_RESTRICTIONS: dict[str, Restriction] = {
    "no_links_outside_brand_domain": Restriction(
        "Links lead to the brand's own domain only", foreign_links
    ),
    "no_full_names_with_treatment": Restriction(
        "No full name together with a treatment", full_names_with_treatment
    ),
    "no_personal_data": Restriction(
        "No customer's name, phone number, e-mail address or order number", personal_data
    ),
    "no_order_or_visit_details": Restriction(
        "No details of an order or a visit", order_or_visit_details
    ),
    "no_compensation_offers": Restriction(
        "No refund, credit, discount or gift is offered", compensation_offers
    ),
    "no_review_solicitation": Restriction(
        "No review is asked for, changed or removed", review_solicitation
    ),
    "no_html": Restriction("No HTML", html_markup),
    "no_markdown": Restriction("No Markdown signs", markdown),
    "no_full_card_or_account_numbers": Restriction(
        "No full card or account numbers", account_numbers
    ),
    "no_invisible_characters": Restriction("No invisible characters", invisible_characters),
    "no_internal_notes": Restriction(
        "No internal notes (found by the check of customer data)", _found_by_data_check
    ),
}

KNOWN_FLAGS: dict[str, str] = {
    name: restriction.description for name, restriction in _RESTRICTIONS.items()
}


class Channel:
    """Holds a draft against what its channel carries and allows."""

    id: ClassVar[str] = "channel"
    title: ClassVar[str] = "Restrictions of the channel"
    version: ClassVar[int] = 1
    layer: ClassVar[Layer] = Layer.CHANNEL

    def find(self, reading: Reading) -> list[Finding]:
        """Return one finding per breach of the channel's restrictions.

        Raises:
            ValueError: when the channel names a restriction that this version does not know.
        """
        channel = reading.case.channel
        unknown = sorted(channel.flags - _RESTRICTIONS.keys())
        if unknown:
            raise ValueError(
                f"the channel {channel.code} names unknown restrictions: {', '.join(unknown)}; "
                f"known are {', '.join(sorted(_RESTRICTIONS))}"
            )
        plan = Plan(reading.text.original)
        breaches: list[tuple[str, Breach]] = []
        opt_out = missing_opt_out(reading) if channel.promo_must_include else None
        for name, breach in (("max_chars", too_long(reading)), ("promo_must_include", opt_out)):
            if breach is not None:
                breaches.append((name, breach))
        for name in sorted(channel.flags):
            breaches += [(name, breach) for breach in _RESTRICTIONS[name].find(reading)]
        found = [self._finding(reading, name, breach, plan) for name, breach in breaches]
        return sorted(found, key=lambda one: (one.start, one.end, one.rule))

    def _finding(self, reading: Reading, name: str, breach: Breach, plan: Plan) -> Finding:
        channel = reading.case.channel
        value = {
            "max_chars": str(channel.max_chars),
            "promo_must_include": channel.promo_must_include,
        }.get(name, "true")
        return finding(
            self,
            reading,
            breach.start,
            breach.end,
            breach.message,
            rule=name,
            severity=breach.severity,
            rule_version=channel.version,
            fact=FactReference(f"channel.{name}", value, channel.code, channel.version),
            edits=plan.agree(breach.edits),
        )
