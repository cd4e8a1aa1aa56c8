"""The texts that an export releases, checked alongside the events that have their commitments."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator, Mapping
from typing import Any

from compliance.audit.commitments import SALT_BYTES, commitment


class ReleasedTexts:
    """Reads the lines of the texts as far as each event needs; none are no fault."""

    def __init__(self, lines: Iterator[bytes] | None) -> None:
        self.faults: list[str] = []
        self._lines = lines
        self._digest = hashlib.sha256()
        self._next = self._read()

    @property
    def sha256(self) -> str | None:
        """The digest of what was read; nothing when no texts are there."""
        return None if self._lines is None else self._digest.hexdigest()

    def of(self, index: int, said: Mapping[str, Any]) -> None:
        """Check the texts of an event, and pass over those before it, which belong to none."""
        while self._next is not None and self._next["index"] <= index:
            if self._next["index"] < index or not _opens(self._next, said.get("texts")):
                self._wrong(self._next)
            self._next = self._read()

    def end(self) -> None:
        """Say which texts are left over."""
        while self._next is not None:
            self._wrong(self._next)
            self._next = self._read()

    def _wrong(self, text: Mapping[str, Any]) -> None:
        self.faults.append(
            f"Index {text['index']:,}: the event is not about the text “{text['name']}”."
        )

    def _read(self) -> dict[str, Any] | None:
        for line in self._lines or ():
            self._digest.update(line)
            try:
                found = json.loads(line)
            except (ValueError, RecursionError):
                found = None
            if isinstance(found, dict) and {name: type(value) for name, value in found.items()} == {
                "index": int,
                "name": str,
                "salt": str,
                "text": str,
            }:
                return found
            self.faults.append("A line of the texts holds none.")
        return None


def _opens(text: Mapping[str, Any], stated: Any) -> bool:
    try:
        salt = bytes.fromhex(text["salt"])
    except ValueError:
        salt = b""
    if len(salt) != SALT_BYTES or not isinstance(stated, list):
        return False
    return {"name": text["name"], "sha256": commitment(text["text"], salt)} in stated
