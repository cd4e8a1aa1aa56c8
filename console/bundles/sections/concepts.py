"""Section ``concepts``: the operator's own lists that rules name as ``@name``."""

from __future__ import annotations

from typing import Any

from compliance.models import Concept, Relation
from console.bundles.builder import Builder
from console.bundles.fields import Fields
from console.bundles.rows import BundleRows
from console.bundles.writing import kept


def read_concepts(root: Fields, builder: Builder) -> None:
    """Read ``concepts``: a mapping of names; they are checked beside each other."""
    found = []
    for name, part in root.named_parts("concepts"):
        row = Concept(
            name=name,
            relation=part.choice(
                "relation", [each.value for each in Relation], default=Relation.OWN.value
            ),
            about=part.text("about", required=True),
            expressions=part.words("expressions"),
            active=part.boolean("active", default=True),
        )
        part.finish()
        if builder.add(row, part, root.part("concepts").place_of(name)) is row:
            found.append((row, part))
    for row, part in found:
        row.beside = builder.concepts()
        part.check(row)


def write_concepts(rows: BundleRows) -> dict[str, Any]:
    """Write ``concepts``."""
    return {
        row.name: {
            **kept({"relation": row.relation if row.relation != Relation.OWN else ""}),
            "about": row.about,
            "expressions": list(row.expressions),
            **({} if row.active else {"active": False}),
        }
        for row in rows.concepts
    }
