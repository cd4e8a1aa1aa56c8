"""What a source delivers: documents with title and words, checked before anything is stored."""

from __future__ import annotations

import hashlib
import re
from dataclasses import dataclass
from typing import Final, Protocol

from drafting.knowledge.markup import is_html, text_of_html
from drafting.models import KnowledgeSource
from locations.models.knowledge import MAX_BODY_BYTES, too_long

MOST_DOCUMENTS: Final = 20_000
# Of raw HTML: more of it can still hold fewer words than an article may.
MAX_DOCUMENT_BYTES: Final = 2 * MAX_BODY_BYTES
_CONTROL: Final = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f]|[\ud800-\udfff]")
_HEADING: Final = re.compile(r"\s{0,3}#{1,2}\s+(.+?)\s*#*\s*$", re.MULTILINE)


class SourceFailed(Exception):  # noqa: N818  (named for what happened)
    """Nothing could be read from a source; the message says why and what to do."""


class Unreadable(ValueError):  # noqa: N818
    """A document that cannot become an article; the message says what to do."""


@dataclass(frozen=True, slots=True)
class Document:
    """One article as its source has it; ``id`` is its name there and stays the same."""

    id: str
    title: str
    body: str
    url: str = ""
    warnings: tuple[str, ...] = ()

    @property
    def sha256(self) -> str:
        """What tells whether it changed since it was last taken over."""
        return hashlib.sha256(f"{self.title}\n{self.body}".encode()).hexdigest()


@dataclass(frozen=True, slots=True)
class Delivery:
    """What a source has now. ``refused`` are documents that are there but cannot be used.

    ``etag`` and ``last_modified`` are what the source wants to be asked with the next time.
    """

    documents: tuple[Document, ...]
    refused: tuple[tuple[str, str], ...] = ()
    etag: str = ""
    last_modified: str = ""


class Source(Protocol):
    """Something that has articles. A new kind is one class in ``drafting.knowledge.sync.run``."""

    def deliver(self, source: KnowledgeSource, *, etag: str, last_modified: str) -> Delivery | None:
        """Return everything that the source has, ``None`` when nothing changed since.

        Raises:
            SourceFailed: when it cannot be read.
        """
        ...


def document(*, id: str, title: str, body: str, url: str = "") -> Document:  # noqa: A002
    """Return a document whose words are safe to store: HTML as text, no control characters.

    Raises:
        Unreadable: when nothing is left, or far too much.
    """
    problem = too_long(body, most=MAX_DOCUMENT_BYTES)
    if problem:
        raise Unreadable(problem)
    body, title = _CONTROL.sub("", body), _CONTROL.sub("", title)
    warnings: tuple[str, ...] = ()
    if is_html(body):
        page = text_of_html(body)
        body, title, warnings = page.text, title or page.title, page.warnings
    heading = _HEADING.search(body)
    title = " ".join((title or (heading[1] if heading else "") or id).split())
    body = body.replace("\r\n", "\n").strip()
    if not body:
        raise Unreadable("It has no words.")
    problem = too_long(body)
    if problem:
        raise Unreadable(problem)
    if not id or len(id) > 200 or _CONTROL.search(id):
        raise Unreadable("Its name at the source must have 1 to 200 plain characters.")
    return Document(id=id, title=_in_words(title), body=body, url=_address(url), warnings=warnings)


def _in_words(title: str) -> str:
    words = text_of_html(title).text.replace("\n", " ") if is_html(title) else title
    return words if len(words) <= 300 else words[:299].rstrip() + "…"


def _address(url: str) -> str:
    return url if re.fullmatch(r"https?://[^\s<>\"']{1,480}", url) else ""
