"""Sections ``offers`` and ``kb_articles``: what is offered, and what replies may draw on."""

from __future__ import annotations

from typing import Any

from console.bundles.builder import Builder
from console.bundles.fields import Fields
from console.bundles.rows import BundleRows
from console.bundles.sections.places import expect_locations
from console.bundles.writing import kept, short_state
from locations.models import ArticleStatus, KnowledgeArticle, OfferKind, Promotion, Vertical
from locations.models.promotions import CIRCLE, is_circular

ALL = "all"


def _scope(part: Fields, name: str) -> list[str]:
    """Read a list of locations; ``all`` or nothing means every one, an empty list is refused."""
    if name in part and part.node(name) is not None and not part.words(name):
        part.fault(name, "An empty list is no location at all; write all for every location.")
    codes = part.words(name)
    if ALL in codes and len(codes) > 1:
        part.fault(name, "Write all, or the locations, not both.")
    return [] if ALL in codes else codes


# --- Reading -----------------------------------------------------------------------------------


def read_offers(root: Fields, builder: Builder) -> None:
    """Read ``offers``: a list whose offers may name each other."""
    read: list[tuple[Promotion, Fields]] = []
    for part in root.parts("offers", key="code"):
        brand = builder.brand(part, required=True)
        row = Promotion(
            code=part.code("code"),
            name=part.text("name", required=True),
            kind=part.choice("kind", OfferKind.values, default=OfferKind.PROMOTION.value),
            aliases=part.words("aliases"),
            terms=part.text("terms", required=True),
            start=part.day("start"),
            end=part.day("end"),
            weekdays=part.words("weekdays"),
            locations=_scope(part, "locations"),
            excluded_states=part.states("excluded_states"),
        )
        part.node("replaced_by")
        part.finish()
        if row.start is not None and row.end is not None and row.end < row.start:
            part.fault("end", f"Ends before it starts on {row.start}; swap the dates or drop one.")
        part.check(row, {"code": "code"})
        if brand is None or not row.code:
            continue
        row.brand = brand
        builder.add(row, part)
        expect_locations(row.locations, brand, part, "locations", builder)
        read.append((row, part))
    for row, part in read:
        replacement = builder.offer(part)
        if replacement is None:
            continue
        if replacement.brand.code != row.brand.code:
            part.fault("replaced_by", f"“{replacement.code}” is an offer of another brand.")
            continue
        row.replaced_by = replacement
        if is_circular(row):
            part.fault("replaced_by", CIRCLE)
            row.replaced_by = None


def read_articles(root: Fields, builder: Builder) -> None:
    """Read ``kb_articles``: a list whose articles may name each other."""
    read: list[tuple[KnowledgeArticle, Fields]] = []
    for part in root.parts("kb_articles"):
        brand = builder.brand(part, required=True)
        row = KnowledgeArticle(
            code=part.code(),
            title=part.text("title", required=True),
            verticals=builder.codes(Vertical, part, "verticals"),
            states=part.states("states"),
            include=_scope(part, "include"),
            exclude=part.words("exclude"),
            channels=part.words("channels"),
            status=part.text("status", default=ArticleStatus.ACTIVE),
            review_by=part.day("review_by"),
            owner=builder.user(part, "owner"),
            body=part.text("body", required=True),
            source=part.text("source"),
            source_id=part.text("source_id"),
            source_url=part.text("source_url"),
            source_sha256=part.text("source_sha256"),
            missing_since=part.day("missing_since"),
        )
        if brand is None or not row.code:
            continue
        row.brand = brand
        builder.add(row, part)
        for name in ("include", "exclude"):
            expect_locations(getattr(row, name), brand, part, name, builder)
        read.append((row, part))
    for row, part in read:
        row.superseded_by = builder.article(part)
        part.finish()
        part.check(row)
        if _in_a_circle(row):
            part.fault("superseded_by", "The articles replace each other in a circle; end it.")
            row.superseded_by = None


def _in_a_circle(row: KnowledgeArticle) -> bool:
    seen, current = {row.code}, row.superseded_by
    while current is not None:
        if current.code in seen:
            return True
        seen.add(current.code)
        current = current.superseded_by
    return False


# --- Writing -----------------------------------------------------------------------------------


def write_offers(rows: BundleRows) -> list[dict[str, Any]]:
    """Write ``offers``."""
    return [
        {
            "code": row.code,
            "brand": row.brand.code,
            "name": row.name,
            **({} if row.kind == OfferKind.PROMOTION else {"kind": row.kind}),
            "aliases": list(row.aliases),
            "terms": row.terms,
            **kept({"weekdays": list(row.weekdays), "start": row.start, "end": row.end}),
            "locations": list(row.locations) or ALL,
            "excluded_states": [short_state(state) for state in row.excluded_states],
            **kept({"replaced_by": row.replaced_by and row.replaced_by.code}),
        }
        for row in rows.promotions
    ]


def write_articles(rows: BundleRows) -> list[dict[str, Any]]:
    """Write ``kb_articles``."""
    return [
        {
            "id": row.code,
            "title": row.title,
            "brand": row.brand.code,
            "verticals": list(row.verticals),
            **kept({"states": [short_state(state) for state in row.states]}),
            "include": list(row.include) or ALL,
            "exclude": list(row.exclude),
            **kept({"channels": list(row.channels)}),
            "status": row.status,
            **kept(
                {
                    "superseded_by": row.superseded_by and row.superseded_by.code,
                    "review_by": row.review_by,
                    "owner": row.owner and row.owner.username,
                }
            ),
            "body": row.body,
            **kept(
                {
                    "source": row.source,
                    "source_id": row.source_id,
                    "source_url": row.source_url,
                    "source_sha256": row.source_sha256,
                    "missing_since": row.missing_since,
                }
            ),
        }
        for row in rows.articles
    ]
