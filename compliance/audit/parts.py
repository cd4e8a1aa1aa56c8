"""An export as a file: its parts by their names, and nothing that does not belong there."""

from __future__ import annotations

import json
import math
import re
import zipfile
from collections.abc import Iterable, Iterator
from typing import IO, Final

from compliance.audit.bundle import (
    ATTESTATION_NAME,
    CONSISTENCY_NAME,
    EARLIER_NAME,
    EVENTS,
    PROOF_NAME,
    REQUIRED,
    TEXTS,
)
from compliance.audit.notes import NoteError, Verifier
from compliance.audit.statements import open_envelope
from compliance.audit.tiles import ENTRIES_NAME, TILE_NAME
from compliance.audit.tiles import MOST_BYTES as MOST_ENTRIES

# No part but events and texts is longer than a note may be.
MOST_BYTES: Final = 1_000_000
_PATTERNS: Final = (
    EARLIER_NAME,
    CONSISTENCY_NAME,
    PROOF_NAME,
    ATTESTATION_NAME,
    TILE_NAME,
    ENTRIES_NAME,
)


class Parts:
    """The parts of an export; :attr:`faults` says in plain words what should not be so."""

    def __init__(self, file: zipfile.ZipFile) -> None:
        self._file = file
        self.names: set[str] = set()
        self.faults: list[str] = []
        for part in file.infolist():
            name = part.filename
            known = name in REQUIRED or name == TEXTS
            if not known and not any(each.fullmatch(name) for each in _PATTERNS):
                self.faults.append(f"The part “{name}” belongs to no export.")
            elif name in self.names:
                self.faults.append(f"The part {name} is there twice.")
            elif part.file_size > _most_bytes(name):
                self.faults.append(f"The part {name} is too long.")
            self.names.add(name)
        self.faults += [f"The part {name} is missing." for name in REQUIRED - self.names]

    def content(self, name: str) -> bytes:
        """Return a part as it is."""
        return self._file.read(name)

    def text(self, name: str) -> str:
        """Return a part that is a text in UTF-8."""
        return self.content(name).decode()

    def lines(self, name: str) -> IO[bytes]:
        """Return a part that is read line by line."""
        return self._file.open(name)

    def texts(self) -> Iterator[bytes] | None:
        """Return the lines of the released texts, if there are any."""
        return iter(self.lines(TEXTS)) if TEXTS in self.names else None

    def named(self, pattern: re.Pattern[str]) -> set[str]:
        """Return the names of the parts of one kind."""
        return {name for name in self.names if pattern.fullmatch(name)}

    def numbers(self, pattern: re.Pattern[str]) -> list[int]:
        """Return the numbers that the parts of one kind have in their names, in order."""
        matched = (pattern.fullmatch(name) for name in self.names)
        return sorted(int(each.group(1)) for each in matched if each)

    def payload(self, name: str, verifiers: Iterable[Verifier]) -> bytes:
        """Return what one of the keys has signed in an envelope.

        Raises:
            NoteError: when it is malformed, or signed by none of them.
        """
        try:
            enclosed = json.loads(self.text(name))
        except (ValueError, RecursionError):
            raise NoteError("The envelope is malformed.") from None
        return open_envelope(enclosed, verifiers)


def _most_bytes(name: str) -> float:
    if name in (EVENTS, TEXTS):
        return math.inf
    return MOST_ENTRIES if ENTRIES_NAME.fullmatch(name) else MOST_BYTES
