"""A help centre's JSON feed over HTTP: a list of articles, or an object that holds one."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Final

from drafting.knowledge.sync.documents import (
    MOST_DOCUMENTS,
    Delivery,
    Document,
    SourceFailed,
    Unreadable,
    document,
)
from drafting.models import KnowledgeSource
from drafting.outbound.fetch import FetchFailed, fetch_json

MAX_FEED_BYTES: Final = 50_000_000
# Where each part is looked for when the source's own mapping does not say.
USUAL: Final[Mapping[str, tuple[str, ...]]] = {
    "articles": ("articles",),
    "id": ("id",),
    "title": ("title", "name"),
    "body": ("body", "content"),
    "url": ("html_url", "url"),
}


class Feed:
    """One address that answers with every article."""

    def deliver(self, source: KnowledgeSource, *, etag: str, last_modified: str) -> Delivery | None:
        """Return what the feed holds, ``None`` when it answers that nothing changed.

        Raises:
            SourceFailed: when it cannot be fetched, or is something else than a feed.
        """
        asked = {"If-None-Match": etag, "If-Modified-Since": last_modified}
        try:
            answer = fetch_json(
                source.location,
                seconds=source.timeout_seconds,
                max_bytes=MAX_FEED_BYTES,
                headers={name: value for name, value in asked.items() if value},
            )
        except FetchFailed as error:
            raise SourceFailed(str(error)) from error
        if answer.status == 304:
            return None
        if answer.status != 200:
            raise SourceFailed(f"It answered {answer.status}; check the address of the feed.")
        return _read(
            answer.value,
            source.mapping,
            etag=answer.headers.get("etag", "")[:300],
            last_modified=answer.headers.get("last-modified", "")[:100],
        )


def _read(value: Any, mapping: Mapping[str, str], *, etag: str, last_modified: str) -> Delivery:
    listed = value if isinstance(value, list) else _part(value, "articles", mapping)
    if not isinstance(listed, list):
        where = mapping.get("articles", "articles")
        raise SourceFailed(
            f"There is no list of articles under “{where}”; say where it stands in the mapping."
        )
    if len(listed) > MOST_DOCUMENTS:
        raise SourceFailed(f"The feed has more than {MOST_DOCUMENTS:,} articles; split it up.")
    documents: dict[str, Document] = {}
    refused: list[tuple[str, str]] = []
    for position, each in enumerate(listed, start=1):
        name = _words(_part(each, "id", mapping))
        try:
            made = _document(each, name, mapping)
        except Unreadable as error:
            refused.append((name or f"article {position}", str(error)))
            continue
        if made.id in documents:
            refused.append((name, "Its id stands in the feed twice; only the first was read."))
        else:
            documents[made.id] = made
    return Delivery(tuple(documents.values()), tuple(refused), etag, last_modified)


def _document(each: Any, name: str, mapping: Mapping[str, str]) -> Document:
    if not isinstance(each, dict):
        raise Unreadable("It is no object.")
    if not name:
        raise Unreadable("It has no id; say where it stands in the mapping.")
    body = _part(each, "body", mapping)
    if not isinstance(body, str):
        raise Unreadable("It has no text; say where it stands in the mapping.")
    return document(
        id=name,
        title=_words(_part(each, "title", mapping)),
        body=body,
        url=_words(_part(each, "url", mapping)),
    )


def _part(value: Any, name: str, mapping: Mapping[str, str]) -> Any:
    """Return what stands where a part is looked for, such as ``fields.title``, or ``None``."""
    for path in (mapping[name],) if name in mapping else USUAL[name]:
        found = value
        for step in path.split("."):
            found = found.get(step) if isinstance(found, dict) else None
        if found is not None:
            return found
    return None


def _words(value: Any) -> str:
    if isinstance(value, bool) or not isinstance(value, str | int):
        return ""
    return str(value).strip()
