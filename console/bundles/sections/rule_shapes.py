"""What a rule depends on: conditions, exemptions, values by state, cities, and other rules."""

from __future__ import annotations

from typing import Any

from compliance.gate.types import BindsOn
from compliance.models import ComplianceRule
from console.bundles.fields import Fields, as_state
from console.bundles.writing import kept, short_state


def read_shapes(part: Fields) -> dict[str, Any]:
    """Read the fields of a rule that say when it applies, and beside which rules."""
    remote = "applies_by_on_remote_sale"
    return {
        "binds_on_remote_sale": (
            part.choice(remote, [item.value for item in BindsOn], default="")
            if remote in part
            else ""
        ),
        "localities": [_locality(text) for text in part.words("localities")],
        "conditions": part.text("conditions"),
        "permitted_when": part.text("permitted_when"),
        "exemptions": part.words("exemptions"),
        "params": {as_state(name): value for name, value in part.pairs("params").items()},
        "except_rules": part.words("except_rules"),
        "topic": part.text("topic"),
    }


def _locality(text: str) -> str:
    state, slash, city = text.partition("/")
    return f"{as_state(state)}{slash}{city}"


def write_shapes(row: ComplianceRule) -> dict[str, Any]:
    """Write them; what a rule does not say is left out."""
    return kept(
        {
            "applies_by_on_remote_sale": row.binds_on_remote_sale,
            "localities": list(row.localities),
            "conditions": row.conditions,
            "permitted_when": row.permitted_when,
            "exemptions": list(row.exemptions),
            "params": {short_state(state): value for state, value in row.params.items()},
            "except_rules": list(row.except_rules),
            "topic": row.topic,
        }
    )
