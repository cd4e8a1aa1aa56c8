"""A folder of Markdown and HTML files, below the root that the settings allow."""

from __future__ import annotations

from pathlib import Path
from typing import Final

from django.conf import settings

from drafting.knowledge.sync.documents import (
    MAX_DOCUMENT_BYTES,
    MOST_DOCUMENTS,
    Delivery,
    Document,
    SourceFailed,
    Unreadable,
    document,
)
from drafting.models import KnowledgeSource
from locations.models.knowledge import size_in_words

_ENDINGS: Final = frozenset({".md", ".markdown", ".txt", ".html", ".htm"})


class Folder:
    """Every file in a folder and the folders in it is an article; its path is its name."""

    def deliver(self, source: KnowledgeSource, *, etag: str, last_modified: str) -> Delivery | None:
        """Return what the files say; which of them changed is told by their contents.

        Raises:
            SourceFailed: when there is no such folder below the root.
        """
        folder = _below_root(source.location)
        documents: list[Document] = []
        refused: list[tuple[str, str]] = []
        for path in _files(folder):
            name = path.relative_to(folder).as_posix()
            try:
                documents.append(_read(path, name, folder))
            except Unreadable as error:
                refused.append((name, str(error)))
        return Delivery(tuple(documents), tuple(refused))


def _below_root(location: str) -> Path:
    if not settings.DRAFTGATE_KNOWLEDGE_ROOT:
        raise SourceFailed(
            "Folders are switched off: set DRAFTGATE_KNOWLEDGE_ROOT to the folder that holds them."
        )
    root = Path(settings.DRAFTGATE_KNOWLEDGE_ROOT).resolve()
    folder = (root / location).resolve()
    if not folder.is_relative_to(root):
        raise SourceFailed("The folder is not below DRAFTGATE_KNOWLEDGE_ROOT; write a path in it.")
    if not folder.is_dir():
        raise SourceFailed(f"There is no folder “{location}” below DRAFTGATE_KNOWLEDGE_ROOT.")
    return folder


def _files(folder: Path) -> list[Path]:
    try:
        found = sorted(
            path
            for path in folder.rglob("*")
            if path.suffix.lower() in _ENDINGS
            and not any(part.startswith(".") for part in path.relative_to(folder).parts)
        )
    except OSError as error:
        raise SourceFailed("The folder cannot be read; check its permissions.") from error
    if len(found) > MOST_DOCUMENTS:
        raise SourceFailed(f"The folder has more than {MOST_DOCUMENTS:,} files; split it up.")
    return found


def _read(path: Path, name: str, folder: Path) -> Document:
    # A link must not lead out of the folder.
    if not path.resolve().is_relative_to(folder):
        raise Unreadable("It is a link to a place outside of the folder.")
    try:
        if not path.is_file():
            raise Unreadable("It is no file.")
        size = path.stat().st_size
        if size > MAX_DOCUMENT_BYTES:
            raise Unreadable(size_in_words(size))
        body = path.read_bytes().decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise Unreadable("It is not written in UTF-8; save it so.") from error
    except OSError as error:
        raise Unreadable("It cannot be read; check its permissions.") from error
    return document(id=name, title="", body=body)
