"""What a rule depends on: conditions, exemptions, values by state, cities, and other rules."""

from __future__ import annotations

from typing import Any

from compliance.gate.conditions.checking import terms_asked
from compliance.gate.conditions.language import is_condition
from compliance.gate.conditions.structured import StructureError, as_lines
from compliance.gate.types import BindsOn
from compliance.models import ComplianceRule
from console.bundles.builder import Builder
from console.bundles.fields import Fields, as_state, did_you_mean
from console.bundles.nodes import Mapping, Node, Sequence
from console.bundles.writing import kept, short_state
from locations.models import PolicyTerm


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
        "conditions": _lines(part, "conditions"),
        "permitted_when": _lines(part, "permitted_when"),
        "exemptions": part.words("exemptions"),
        "params": {as_state(name): value for name, value in part.pairs("params").items()},
        "except_rules": part.words("except_rules"),
        "topic": part.text("topic"),
    }


def _lines(part: Fields, name: str) -> str:
    """Read conditions: lines of text, or a list of lines and of named values."""
    node = part.node(name)
    if node is None:
        return ""
    try:
        return as_lines(_plain(node))
    except StructureError as error:
        part.fault(name, str(error))
        return ""


def _plain(node: Node) -> str | list[Any] | dict[str, Any] | None:
    if isinstance(node, Sequence):
        return [_plain(item) for item in node.items]
    if isinstance(node, Mapping):
        return {name: _plain(value) for name, value in node.entries.items()}
    return None if node.is_null else node.text


def expect_asked(part: Fields, builder: Builder, row: ComplianceRule) -> None:
    """Note the policy terms that a rule's conditions ask for and the bundle does not have."""
    notes = [text for text in row.exemptions if is_condition(text)]
    for name, texts in (
        ("conditions", [row.conditions]),
        ("permitted_when", [row.permitted_when]),
        ("exemptions", notes),
    ):
        for key in terms_asked(texts):
            if builder.find(PolicyTerm, key) is None:
                hint = did_you_mean(key, builder.keys(PolicyTerm))
                part.fault(name, f"No policy term has the key “{key}”; {hint}")


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
