"""Checkpoints of one log: signed by keys that hold for them, and each extended by the next."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from compliance.audit.bundle import (
    CONSISTENCY_NAME,
    EARLIER_NAME,
    KeyRange,
    consistency_name,
    earlier_name,
)
from compliance.audit.checkpoints import Checkpoint, read_checkpoint, read_hashes
from compliance.audit.merkle import ProofError, verify_consistency
from compliance.audit.notes import NoteError, Verifier
from compliance.audit.parts import Parts


class Keyring:
    """The keys of one log that somebody trusts."""

    def __init__(self, trusted: Sequence[KeyRange]) -> None:
        self._trusted = trusted
        self.verifiers = [each.verifier for each in trusted]
        self.origin = trusted[0].verifier.name if trusted else ""

    def for_size(self, size: int) -> list[Verifier]:
        """Return the keys that may sign a log of this size."""
        return [each.verifier for each in self._trusted if each.holds_for(size)]

    def checkpoint(self, written: bytes) -> Checkpoint:
        """Read a checkpoint that a key has signed which holds for its size.

        Raises:
            NoteError: when it is none, or of another log, or signed by no such key.
        """
        size = read_checkpoint(written, self.verifiers, origin=self.origin).size
        return read_checkpoint(written, self.for_size(size), origin=self.origin)


class CheckpointChain:
    """The checkpoints of an export up to its latest one; :attr:`faults` have a kind and a text."""

    def __init__(self, parts: Parts, keys: Keyring, top: Checkpoint) -> None:
        self.faults: list[tuple[str, str]] = []
        self._parts = parts
        self._keys = keys
        self._top = top

    def check_outside(self, outside: Iterable[bytes]) -> None:
        """Compare with checkpoints that somebody held before."""
        for written in outside:
            try:
                held = self._keys.checkpoint(written)
                within = self._at(held.size)
            except NoteError as error:
                self._fault("outside", f"The checkpoint you hold: {error}")
                continue
            if held.size > self._top.size:
                self._fault(
                    "outside",
                    f"You hold a checkpoint of {held.size:,} events, and the export goes up to "
                    f"{self._top.size:,}: it is older, or the later ones were taken away.",
                )
            elif within is None:
                self._fault(
                    "outside",
                    f"The export cannot be compared with the checkpoint of {held.size:,} events "
                    f"that you hold: ask for one with `--held {held.size}`.",
                )
            elif within.root != held.root:
                self._fault(
                    "outside",
                    f"The log had other events when you got its checkpoint of {held.size:,}: they "
                    "were rewritten.",
                )

    def check_earlier(self) -> None:
        """Check earlier checkpoints, and that each is extended by the one after it."""
        found: list[Checkpoint] = []
        for size in self._parts.numbers(EARLIER_NAME):
            try:
                read = self._keys.checkpoint(self._parts.text(earlier_name(size)).encode())
            except NoteError as error:
                self._fault("earlier", f"The checkpoint of {size:,}: {error}")
                continue
            if read.size != size or size >= self._top.size:
                self._fault("earlier", f"The checkpoint of {size:,} is one of {read.size:,}.")
                continue
            found.append(read)
        expected = set()
        for first, second in zip(found, [*found[1:], self._top], strict=False):
            name = consistency_name(first.size, second.size)
            expected.add(name)
            if name not in self._parts.names:
                self._fault("consistency", f"The part {name} is missing.")
                continue
            try:
                hashes = read_hashes(self._parts.text(name))
                verify_consistency(first.size, second.size, first.root, second.root, hashes)
            except (NoteError, ProofError) as error:
                self._fault(
                    "consistency",
                    f"That the {second.size:,} events extend the {first.size:,}: {error}",
                )
        for name in self._parts.named(CONSISTENCY_NAME) - expected:
            self._fault("consistency", f"The part {name} proves nothing about this log.")

    def _at(self, size: int) -> Checkpoint | None:
        if size == self._top.size:
            return self._top
        if earlier_name(size) not in self._parts.names:
            return None
        return self._keys.checkpoint(self._parts.text(earlier_name(size)).encode())

    def _fault(self, kind: str, text: str) -> None:
        self.faults.append((kind, text))
