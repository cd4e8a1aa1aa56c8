"""Writes rows as a bundle, in the same shape in which a bundle is read."""

from __future__ import annotations

from pathlib import Path
from typing import Any, Final

import yaml

from console.bundles.rows import BundleRows
from console.bundles.sections import (
    channels,
    concepts,
    customers,
    offers,
    people,
    places,
    policies,
    replies,
    retention,
    rules,
    voices,
)

# Which file of a folder holds which sections.
FILES: Final[dict[str, tuple[str, ...]]] = {
    "operator.yaml": ("version", "as_of", "conventions", "unverified", "brands", "verticals"),
    "locations.yaml": ("locations",),
    "policies.yaml": ("policy_terms", "policy_defaults", "rates", "policy_layers"),
    "offers.yaml": ("offers",),
    "knowledge.yaml": ("kb_articles",),
    "voices.yaml": ("voices", "channel_restrictions"),
    "rules.yaml": ("concepts", "jurisdiction_rules", "vertical_claims", "platform_rules"),
    "customers.yaml": ("customers", "retention"),
    "replies.yaml": ("ticket_classes", "reply_templates"),
    "people.yaml": ("people",),
}


class _Dumper(yaml.SafeDumper):
    """Writes long texts as blocks and short lists on one line; never anchors or tags."""

    def ignore_aliases(self, data: Any) -> bool:
        return True


def _text(dumper: yaml.SafeDumper, text: str) -> yaml.ScalarNode:
    return dumper.represent_scalar(
        "tag:yaml.org,2002:str", str(text), style="|" if "\n" in text else None
    )


def _list(dumper: yaml.SafeDumper, items: list[Any]) -> yaml.SequenceNode:
    short = all(not isinstance(item, dict | list) for item in items)
    return dumper.represent_sequence("tag:yaml.org,2002:seq", items, flow_style=short)


_Dumper.add_representer(str, _text)
# The members of TextChoices are texts of their own classes.
_Dumper.add_multi_representer(str, _text)
_Dumper.add_representer(list, _list)


def document(rows: BundleRows) -> dict[str, Any]:
    """Return rows as plain data by section, empty sections left out."""
    locations = places.write_locations(rows)
    policy = policies.write_of_locations(rows)
    for entry in locations:
        entry["policy"] = policy.get(entry["id"], {})
    sections: dict[str, Any] = {
        **places.write_operator(rows),
        "brands": places.write_brands(rows),
        "verticals": places.write_verticals(rows),
        "locations": locations,
        "policy_terms": policies.write_terms(rows),
        "policy_defaults": policies.write_defaults(rows),
        "rates": policies.write_rates(rows),
        "policy_layers": policies.write_layers(rows),
        "offers": offers.write_offers(rows),
        "kb_articles": offers.write_articles(rows),
        "voices": voices.write_voices(rows),
        "concepts": concepts.write_concepts(rows),
        "jurisdiction_rules": rules.write_rules(rows, "jurisdiction_rules"),
        "vertical_claims": rules.write_rules(rows, "vertical_claims"),
        "platform_rules": rules.write_rules(rows, "platform_rules"),
        "channel_restrictions": channels.write_channels(rows),
        "customers": customers.write_customers(rows),
        "retention": retention.write_retention(rows),
        "ticket_classes": replies.write_classes(rows),
        "reply_templates": replies.write_templates(rows),
        "people": people.write_people(rows),
    }
    return {name: section for name, section in sections.items() if section}


def dump(sections: dict[str, Any]) -> str:
    """Return plain data as YAML that every reader understands alike."""
    return yaml.dump(
        sections, Dumper=_Dumper, sort_keys=False, allow_unicode=True, width=100, indent=2
    )


def write_file(rows: BundleRows, path: Path) -> None:
    """Write everything into one file."""
    path.write_text(dump({"version": 1, **document(rows)}), encoding="utf-8")


def write_folder(rows: BundleRows, path: Path) -> None:
    """Write one file a topic into a folder, which is made when it is missing.

    Files of an earlier export whose topic is now empty are removed; others are left alone.
    """
    path.mkdir(parents=True, exist_ok=True)
    sections = {"version": 1, **document(rows)}
    for name, topics in FILES.items():
        held = {topic: sections[topic] for topic in topics if topic in sections}
        if held:
            (path / name).write_text(dump(held), encoding="utf-8")
        else:
            (path / name).unlink(missing_ok=True)
