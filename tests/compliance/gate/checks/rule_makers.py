"""Rules, places and replies that tests of what rules write are made of."""

from dataclasses import replace

from compliance.gate.types import (
    BrandFacts,
    FiresOn,
    GateInput,
    PolicyFact,
    RuleAction,
    RuleKind,
    ToneOverlay,
    Unit,
)
from tests.compliance.gate.checks.test_claims import facts, rule

RATES = "Rates may change at any time."
LOAN = "Loans start at 6% APR."


def due(code="R1", claim="quotes an interest rate", **fields):
    """A disclosure that is due where a reply quotes an interest rate."""
    fields.setdefault("text", RATES)
    made = rule(claim, RuleAction.INSERT_DISCLOSURE, kind=RuleKind.REQUIRED_DISCLOSURE, **fields)
    return replace(made, code=code)


def told(*phrases, code="R1", **fields):
    """A disclosure that is due where the customer says something."""
    fields.setdefault("text", "You are talking with generative AI.")
    return due(code, "asks who answers", fires_on=FiresOn.MESSAGE, customer_says=phrases, **fields)


def place(*terms, phone="", name="Brand One", domain=""):
    """A place with policy terms: key, value and unit each."""
    policies = tuple(PolicyFact(key, key, "", Unit(unit), value) for key, value, unit in terms)
    base = facts()
    return replace(
        base,
        brand=BrandFacts("b", "Brand", domain=domain),
        place=replace(base.place, policies=policies, phone=phone, name=name),
    )


def reply(text, channel, *, where=None, message="", earlier=(), tone=None):
    """A reply to be gated."""
    return GateInput(
        text,
        where or facts(),
        channel,
        tone or ToneOverlay(),
        customer_message=message,
        earlier=earlier,
    )
