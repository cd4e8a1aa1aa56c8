"""Sections ``jurisdiction_rules``, ``vertical_claims`` and ``platform_rules``.

A bundle says ``modify`` where the product tells apart how: a rewrite with its text, a removal
when the rewrite is empty, a disclosure to insert.
"""

from __future__ import annotations

from typing import Any, Final

from compliance.gate.slots import FACT_SLOTS, term_slots
from compliance.gate.types import (
    BindsOn,
    FiresOn,
    MissingValue,
    Placement,
    RuleAction,
    RuleKind,
    RuleMode,
)
from compliance.models import ComplianceRule, RuleSource
from console.bundles.builder import Builder
from console.bundles.fields import Fields, did_you_mean
from console.bundles.rows import BundleRows
from console.bundles.sections.rule_shapes import expect_asked, read_shapes, write_shapes
from console.bundles.writing import kept, short_state
from locations.models import Brand, Location, PolicyTerm, Vertical

MODIFY: Final = "modify"
_SECTIONS: Final = {
    "jurisdiction_rules": RuleSource.JURISDICTION,
    "vertical_claims": RuleSource.VERTICAL,
    "platform_rules": RuleSource.PLATFORM,
}
_DATES: Final = ("effective_from", "effective_to", "counsel_reviewed_on", "review_by")


# --- Reading -----------------------------------------------------------------------------------


def read_rules(root: Fields, builder: Builder) -> None:
    """Read the rules of all three sections."""
    read = [
        (part, _read_rule(part, source, builder))
        for section, source in _SECTIONS.items()
        for part in root.parts(section)
    ]
    # A rule may replace one that stands below it.
    for part, row in read:
        builder.expect(ComplianceRule, row.except_rules, part, "except_rules")


def _read_rule(part: Fields, source: RuleSource, builder: Builder) -> ComplianceRule:
    kind = part.choice("kind", [kind.value for kind in RuleKind], default=_default_kind(part))
    discloses = kind == RuleKind.REQUIRED_DISCLOSURE
    if "claim" in part and "trigger" in part:
        part.fault("trigger", "Say claim or trigger, not both; a disclosure has a trigger.")
    words = "trigger" if discloses and "claim" not in part else "claim"
    if not discloses and "trigger" in part:
        words = "trigger"
    states = part.states("states")
    row = ComplianceRule(
        code=part.code(),
        source=source,
        kind=kind,
        claim=part.text(words, required=True),
        examples=part.words("examples"),
        counter_examples=part.words("counter_examples"),
        detectors=part.words("detectors"),
        text=part.text("text" if discloses else "rewrite"),
        short_text=part.text("short_text"),
        must_mention=part.words("must_mention"),
        binds_on=_binds_on(part, states),
        states=states,
        verticals=_verticals(part, builder),
        brands=builder.codes(Brand, part, "brands"),
        locations=builder.codes(Location, part, "locations"),
        channels=part.words("channels"),
        mode=part.text("mode", default=RuleMode.ENFORCE.value),
        judge=part.text("judge"),
        **_reach(part),
        **read_shapes(part),
        citation=part.text("citation"),
        counsel_reviewed_by=part.text("counsel_reviewed_by"),
        **{name: part.day(name) for name in _DATES},
    )
    row.action = _action(part, row)
    row.beside = builder.concepts()
    _expect_terms(part, builder, "text" if discloses else "rewrite", row.text)
    _expect_terms(part, builder, "short_text", row.short_text)
    expect_asked(part, builder, row)
    part.finish()
    since, until = row.effective_from, row.effective_to
    if since is not None and until is not None and until < since:
        part.fault("effective_to", f"Ends before it starts on {since}; swap the dates.")
    if row.code:
        builder.add(row, part)
        part.check(
            row,
            {
                "claim": words,
                "text": "text" if discloses else "rewrite",
                "binds_on_remote_sale": "applies_by_on_remote_sale",
            },
        )
    return row


def _expect_terms(part: Fields, builder: Builder, name: str, text: str) -> None:
    """Note the slots of a rule's text that no policy term of the bundle has."""
    for key in term_slots((text,)):
        if builder.find(PolicyTerm, key) is None:
            hint = did_you_mean(key, (*builder.keys(PolicyTerm), *FACT_SLOTS))
            part.fault(name, f"No policy term has the key of the slot {{{key}}}; {hint}")


def _reach(part: Fields) -> dict[str, Any]:
    """Read what a rule fires on, and how its text goes in."""
    return {
        "fires_on": part.text("fires_on", default=FiresOn.REPLY.value),
        "customer_says": part.words("customer_says"),
        "customer_detectors": part.words("customer_detectors"),
        "verbatim": part.boolean("verbatim", default=False),
        "placement": part.text("placement", default=Placement.AFTER.value),
        "once_per_conversation": part.boolean("once_per_conversation", default=False),
        "missing_value": part.text("missing_value", default=MissingValue.BLOCK.value),
    }


def _default_kind(part: Fields) -> str:
    kind = RuleKind.REQUIRED_DISCLOSURE if "trigger" in part else RuleKind.PROHIBITED_CLAIM
    return kind.value


def _binds_on(part: Fields, states: list[str]) -> str:
    """Read whose state decides; a rule that names states must say so."""
    if states and "applies_by" not in part:
        part.fault("applies_by", "Say whose state decides: location, customer or either.")
        return BindsOn.EITHER.value
    return part.choice(
        "applies_by", [item.value for item in BindsOn], default=BindsOn.EVERYWHERE.value
    )


def _verticals(part: Fields, builder: Builder) -> list[str]:
    """Read ``vertical`` (one) or ``verticals`` (a list)."""
    name = "vertical" if "vertical" in part else "verticals"
    return builder.codes(Vertical, part, name)


def _action(part: Fields, row: ComplianceRule) -> str:
    action = part.choice("action", [MODIFY, *(item.value for item in RuleAction)], default=MODIFY)
    if action != MODIFY:
        return action
    if row.kind == RuleKind.REQUIRED_DISCLOSURE:
        return RuleAction.INSERT_DISCLOSURE.value
    if "rewrite" not in part:
        part.fault("rewrite", "Say what replaces it, or “” to drop the sentence.")
    return RuleAction.REWRITE.value if row.text.strip() else RuleAction.REMOVE.value


# --- Writing -----------------------------------------------------------------------------------


def write_rules(rows: BundleRows, section: str) -> list[dict[str, Any]]:
    """Write one of the three sections."""
    return [_written(row) for row in rows.rules if row.source == _SECTIONS[section]]


def _written(row: ComplianceRule) -> dict[str, Any]:
    discloses = row.kind == RuleKind.REQUIRED_DISCLOSURE
    entry: dict[str, Any] = {"id": row.code}
    if row.states:
        entry["states"] = [short_state(state) for state in row.states]
    if row.source == RuleSource.VERTICAL and len(row.verticals) == 1:
        entry["vertical"] = row.verticals[0]
    else:
        entry["verticals"] = list(row.verticals)
    entry["kind"] = row.kind
    if row.states or row.binds_on != BindsOn.EVERYWHERE:
        entry["applies_by"] = row.binds_on
    entry["trigger" if discloses else "claim"] = row.claim
    entry |= kept({"examples": list(row.examples)})
    text = {"text" if discloses else "rewrite": row.text}
    entry["action"] = _written_action(row)
    entry |= text if entry["action"] == MODIFY else kept(text)
    return entry | kept(
        {
            "must_mention": list(row.must_mention),
            "short_text": row.short_text,
            "counter_examples": list(row.counter_examples),
            "detectors": list(row.detectors),
            "brands": list(row.brands),
            "locations": list(row.locations),
            "channels": list(row.channels),
            "mode": row.mode if row.mode != RuleMode.ENFORCE else "",
            "judge": row.judge,
            **_written_reach(row),
            **write_shapes(row),
            "citation": row.citation,
            "counsel_reviewed_by": row.counsel_reviewed_by,
            **{name: getattr(row, name) for name in _DATES},
        }
    )


def _written_reach(row: ComplianceRule) -> dict[str, Any]:
    defaults = {
        "fires_on": FiresOn.REPLY,
        "placement": Placement.AFTER,
        "missing_value": MissingValue.BLOCK,
    }
    said = {name: getattr(row, name) for name in defaults}
    return {
        **{name: value if value != defaults[name] else "" for name, value in said.items()},
        "customer_says": list(row.customer_says),
        "customer_detectors": list(row.customer_detectors),
        **{name: getattr(row, name) or "" for name in ("verbatim", "once_per_conversation")},
    }


def _written_action(row: ComplianceRule) -> str:
    if row.kind == RuleKind.REQUIRED_DISCLOSURE:
        return MODIFY if row.action == RuleAction.INSERT_DISCLOSURE else row.action
    rewrites = row.action == RuleAction.REWRITE and row.text.strip()
    removes = row.action == RuleAction.REMOVE and not row.text.strip()
    return MODIFY if rewrites or removes else row.action
