"""Turns rules of the reference pack into rules of the product, with all that they depend on.

What the pack asks of things that the product keeps elsewhere is asked there: of an order's details,
of policy terms, of consents.
"""

from datetime import date
from functools import cache
from pathlib import Path

import yaml

from compliance.gate.conditions.structured import as_lines
from compliance.gate.types import BindsOn, Rule, RuleAction, RuleKind

FILE = Path(__file__).resolve().parents[4] / "shared" / "rules" / "us_rules.yaml"
_BINDS = {
    "federal": BindsOn.EVERYWHERE,
    "platform": BindsOn.EVERYWHERE,
    "licensee": BindsOn.LICENCE,
    "location": BindsOn.LOCATION,
    "customer": BindsOn.CUSTOMER,
    "either": BindsOn.EITHER,
}
_FIELDS = {
    "giftcard.issued_on": "order.date",
    "purchase.age_days": "order.age_days",
    "purchase.age_business_days": "order.age_business_days",
    "purchase.amount": "order.amount",
    "purchase.channel": "order.channel",
    "repair.amount": "order.amount",
    "complaint.days_since_purchase": "order.age_days",
    "membership.age": "order.age",
    "customer.sms_marketing_consent": "customer.consent.sms_marketing",
    "customer.age_affirmed_21": "customer.consent.age_affirmed_21",
    "customer.apple_subscribed": "customer.consent.apple",
    "conversation.turn": "conversation.turn",
    "conversation.hours_since_customer_message": "conversation.hours_since_message",
    "draft.human_reviewed": "draft.human_reviewed",
    "draft.human_sender": "draft.human_reviewed",
}
# Where the pack keeps the rest: a thing that was bought, or something about the operator.
_BOUGHT = {
    *("purchase", "giftcard", "item", "contract", "subscription", "booking", "vehicle"),
    *("order", "rewards", "product", "patient"),
}
_TERMS = {"conversation", "draft", "org", "promotion", "claim", "sender"}
_QUIET = {"any_of": ["moment.time < 08:00", "moment.time >= 21:00"]}
_OFF_PREMISES = {
    "any_of": [
        {"all_of": ["order.detail.place = customer_home", "order.amount >= $25"]},
        {"all_of": ["order.detail.place = temporary_location", "order.amount >= $130"]},
    ]
}


@cache
def pack():
    """Return the rows of the pack by id."""
    found = yaml.safe_load(FILE.read_text())["rules"] if FILE.exists() else []
    return {row["id"]: row for row in found}


def field(name):
    """Return the product's field for one of the pack's."""
    if name in _FIELDS:
        return _FIELDS[name]
    space, key = name.split(".")
    if space in _BOUGHT:
        return f"order.detail.{key}"
    if space in _TERMS:
        return f"policy.{space}_{key}"
    return name


def entry(one):
    """Return one condition of the pack as the product reads it."""
    for group in ("any_of", "all_of"):
        if group in one:
            return {group: [entry(part) for part in one[group]]}
    if one["op"] == "not_between":
        return _QUIET
    if "(home)" in str(one.get("value")):
        return _OFF_PREMISES
    told = {key: value for key, value in one.items() if value is not None}
    told["field"] = field(one["field"])
    if one["field"].endswith("age_years"):
        return {**told, "field": "order.age", "unit": "years"}
    return told


def lines(written):
    """Return a list of the pack's conditions as lines."""
    return as_lines([entry(one) for one in written or ()])


def params(row):
    """Return the values by state without what the author noted beside them."""
    money = "$" if row["id"] == "us-insurance-no-rebate-inducement" else ""
    return tuple(
        (state, f"{money}{value.split('(')[0].split(';')[0].strip()}")
        for state, value in sorted((row.get("params_by_jurisdiction") or {}).items())
    )


def day(written):
    """Return a date of the pack."""
    return None if written is None else date.fromisoformat(written)


def shape(row):
    """Return what a rule of the pack depends on, as fields of the product's rule."""
    remote = row.get("binds_on_remote_sale")
    states = tuple(place for place in row["jurisdictions"] if place != "US")
    permitted = lines(row.get("permitted_when"))
    if row["id"] == "us-insurance-no-rebate-inducement":
        permitted = "draft.amount <= $param"  # the pack has the values only
    return {
        "states": states,
        "binds_on": _BINDS[row["binds_on"]] if states else BindsOn.EVERYWHERE,
        "binds_on_remote_sale": _BINDS[remote] if remote and states else None,
        "localities": tuple(row.get("localities") or ()),
        "conditions": lines(row.get("conditions")),
        "permitted_when": permitted,
        "exemptions": tuple(row.get("exemptions") or ()),
        "params": params(row),
        "effective_from": day(row["effective_from"]),
        "effective_to": day(row["effective_to"]),
        "channels": () if row["channels"] == "any" else tuple(row["channels"]),
        "verticals": (
            ()
            if row["verticals"] == "any" or "any" in row["verticals"]
            else tuple(row["verticals"])
        ),
    }


def law(code, **fields):
    """Return one rule of the pack, found by its examples."""
    row = pack()[code]
    kind = RuleKind(row["kind"])
    made = {
        "code": code,
        "version": 1,
        "kind": kind,
        "claim": row["trigger"]["description"],
        "action": (
            RuleAction.INSERT_DISCLOSURE
            if kind is RuleKind.REQUIRED_DISCLOSURE
            else RuleAction.BLOCK
        ),
        "examples": (row["example_violating"],),
        "counter_examples": (row["example_compliant"],),
        "text": row.get("disclosure_text") or "",
        **shape(row),
    }
    return Rule(**{**made, **fields})
