"""Checkpoints (C2SP tlog-checkpoint v1.0.0) and proofs that stand for themselves (tlog-proof)."""

from __future__ import annotations

import base64
import binascii
import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Final

from compliance.audit.merkle import HASH_BYTES, leaf_hash, verify_inclusion
from compliance.audit.notes import Note, NoteError, Signer, Verifier, open_note, sign_note

_SIZE: Final = re.compile(r"0|[1-9][0-9]{0,18}")
_PROOF: Final = "c2sp.org/tlog-proof@v1"
# A tree of that height has more leaves than there will ever be events.
_MOST_HASHES: Final = 63


@dataclass(frozen=True, slots=True)
class Checkpoint:
    """What a log commits itself to: its origin, how many leaves it has, and their root."""

    origin: str
    size: int
    root: bytes

    @property
    def text(self) -> str:
        """The text that is signed."""
        return f"{self.origin}\n{self.size}\n{base64.b64encode(self.root).decode()}\n"

    def signed(self, signers: Iterable[Signer]) -> Note:
        """Return the checkpoint as a signed note."""
        return sign_note(self.text, signers)


def read_checkpoint(written: bytes, verifiers: Iterable[Verifier], *, origin: str) -> Checkpoint:
    """Return a signed checkpoint of the log ``origin``.

    Extension lines are refused: nobody could check what they say.

    Raises:
        NoteError: when it is malformed, of another log, or signed by no known key in its name.
    """
    known = [each for each in verifiers if each.name == origin]
    text = open_note(written, known).text
    lines = text.split("\n")
    if len(lines) != 4 or lines[3]:
        raise NoteError("A checkpoint has three lines: origin, size and root.")
    if lines[0] != origin:
        raise NoteError(f"The checkpoint is of the log {lines[0]}, not of {origin}.")
    if not _SIZE.fullmatch(lines[1]):
        raise NoteError("The size of a checkpoint is a number without a leading zero.")
    return Checkpoint(origin, int(lines[1]), _hash(lines[2]))


def written_hashes(hashes: Iterable[bytes]) -> str:
    """Return hashes as lines in base64: a proof, as files have it."""
    return "".join(f"{base64.b64encode(each).decode()}\n" for each in hashes)


def read_hashes(written: str) -> tuple[bytes, ...]:
    """Read hashes from their lines.

    Raises:
        NoteError: when a line is something else, or does not end.
    """
    if written and not written.endswith("\n"):
        raise NoteError("The last hash does not end with a line break.")
    return tuple(_hash(each) for each in written.split("\n")[:-1])


@dataclass(frozen=True, slots=True)
class Proof:
    """That a leaf is in a log: its index, the way up, and the signed checkpoint at the top."""

    index: int
    hashes: tuple[bytes, ...]
    checkpoint: str

    @property
    def written(self) -> str:
        """The proof as a file."""
        return f"{_PROOF}\nindex {self.index}\n{written_hashes(self.hashes)}\n{self.checkpoint}"


def read_proof(written: str) -> Proof:
    """Read a proof; nothing is verified yet.

    Raises:
        NoteError: when it is not written as one.
    """
    head, gap, checkpoint = written.partition("\n\n")
    first, *rest = head.split("\n")
    if first != _PROOF or not gap or not rest or len(rest) > _MOST_HASHES + 1:
        raise NoteError("The proof is not written as a tlog-proof.")
    name, _, index = rest[0].partition(" ")
    if name != "index" or not _SIZE.fullmatch(index):
        raise NoteError("The proof does not say which leaf it is of.")
    return Proof(int(index), tuple(_hash(each) for each in rest[1:]), checkpoint)


def verify_proof(
    written: str, leaf: bytes, verifiers: Sequence[Verifier], *, origin: str
) -> Checkpoint:
    """Check that a log holds a leaf's bytes, and return the checkpoint that says so.

    Raises:
        NoteError: when proof or checkpoint are malformed, of another log or not signed.
        ProofError: when the leaf does not follow from them.
    """
    proof = read_proof(written)
    checkpoint = read_checkpoint(proof.checkpoint.encode(), verifiers, origin=origin)
    verify_inclusion(proof.index, checkpoint.size, leaf_hash(leaf), proof.hashes, checkpoint.root)
    return checkpoint


def _hash(text: str) -> bytes:
    try:
        value = base64.b64decode(text, validate=True)
    except (binascii.Error, ValueError):
        value = b""
    if len(value) != HASH_BYTES or base64.b64encode(value).decode() != text:
        raise NoteError("A hash is not written as 32 bytes in base64.")
    return value
