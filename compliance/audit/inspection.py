"""Verifies an export offline: from the file and the keys that somebody trusts, and nothing else."""

from __future__ import annotations

import hashlib
import re
import zipfile
import zlib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

from compliance.audit.bundle import (
    ATTESTATION_NAME,
    CHECKPOINT,
    EVENT_VERSIONS,
    EVENTS,
    GUIDE,
    KEYS,
    MANIFEST,
    PROOF_NAME,
    KeyRange,
    attestation_name,
    predicate_type,
    proof_name,
    read_keys,
    reply_statement,
    sha256_of,
)
from compliance.audit.canonical import CanonicalError, read_canonical
from compliance.audit.checkpoint_chain import CheckpointChain, Keyring
from compliance.audit.checkpoints import Checkpoint, read_proof
from compliance.audit.merkle import ProofError, leaf_hash, verify_inclusion
from compliance.audit.notes import NoteError, Verifier
from compliance.audit.parts import Parts
from compliance.audit.released import ReleasedTexts
from compliance.audit.statements import read_statement
from compliance.audit.tiles import ENTRIES_NAME, TILE_NAME, check_tiles

_STAMP: Final = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}\.[0-9]{6}Z")
_UNREADABLE: Final = (
    zipfile.BadZipFile,
    zlib.error,
    EOFError,
    OSError,
    NotImplementedError,
    RuntimeError,
    UnicodeDecodeError,
)


@dataclass(frozen=True, slots=True)
class Fault:
    """What is wrong with an export: in one word, the same for every verifier, and in plain words.

    The words are ``layout``, ``keys``, ``checkpoint``, ``outside``, ``earlier``, ``consistency``,
    ``manifest``, ``guide``, ``events``, ``canonical``, ``log``, ``twice``, ``time``, ``proof``,
    ``missing``, ``statement``, ``texts`` and ``tiles``.
    """

    kind: str
    text: str


@dataclass(frozen=True, slots=True)
class Inspected:
    """How many events and statements an export holds, of a log of which size, and what is wrong."""

    origin: str
    size: int
    events: int
    statements: int
    whole: bool
    faults: tuple[Fault, ...]


def inspect(
    path: Path, *, trusted: Iterable[KeyRange], outside: Iterable[bytes] = (), now: str
) -> Inspected:
    """Verify an export; ``outside`` are checkpoints that somebody held, ``now`` as events have it.

    Nothing in it is believed that does not follow from a key in ``trusted``. Without a readable
    file or a checkpoint that one of them has signed, it goes no further.
    """
    check = _Inspection(tuple(trusted), now)
    try:
        with zipfile.ZipFile(path) as file:
            check.all_of(Parts(file), outside)
    except _UNREADABLE as error:
        check.fault("layout", f"The file cannot be read: {type(error).__name__}.")
    return check.found()


class _Inspection:
    def __init__(self, trusted: tuple[KeyRange, ...], now: str) -> None:
        self._keys = Keyring(trusted)
        self._now = now
        self._origin = self._keys.origin
        self._faults: list[Fault] = []
        self._top = Checkpoint("", 0, b"")
        self._top_note = ""
        self._signers: list[Verifier] = []
        # What the manifest says; nothing where it does not hold.
        self._said: Mapping[str, Any] | None = None
        self._lines = 0
        self._statements = 0

    def fault(self, kind: str, text: str) -> None:
        self._faults.append(Fault(kind, text))

    def found(self) -> Inspected:
        whole = self._said is not None and not self._said.get("selection")
        return Inspected(
            self._origin,
            self._top.size,
            self._lines,
            self._statements,
            whole,
            tuple(self._faults),
        )

    def all_of(self, parts: Parts, outside: Iterable[bytes]) -> None:
        """Check everything, as far as it makes sense to go."""
        self._parts = parts
        for each in parts.faults:
            self.fault("layout", each)
        if parts.faults:
            return
        self._check_keys()
        if self._check_checkpoint():
            chain = CheckpointChain(parts, self._keys, self._top)
            chain.check_outside(outside)
            chain.check_earlier()
            for kind, text in chain.faults:
                self.fault(kind, text)
            self._check_manifest()
            self._check_events()
            self._check_tiles()

    # --- What comes before the events -----------------------------------------------------------

    def _check_keys(self) -> None:
        try:
            listed = read_keys(self._parts.text(KEYS))
        except NoteError as error:
            self.fault("keys", f"{KEYS}: {error}")
            return
        for each in listed:
            if each.verifier not in self._keys.verifiers:
                self.fault("keys", f"The key {each.verifier.vkey} is none of those you trust.")

    def _check_checkpoint(self) -> bool:
        try:
            self._top_note = self._parts.text(CHECKPOINT)
            self._top = self._keys.checkpoint(self._top_note.encode())
        except NoteError as error:
            self.fault("checkpoint", str(error))
            return False
        self._signers = self._keys.for_size(self._top.size)
        return True

    def _check_manifest(self) -> None:
        """Read the signed statement on what the export holds."""
        try:
            payload = self._parts.payload(MANIFEST, self._signers)
            said = read_canonical(payload)
            read_statement(payload)
        except (NoteError, CanonicalError) as error:
            self.fault("manifest", f"{MANIFEST}: {error}")
            return
        predicate = said.get("predicate")
        if (
            said.get("predicateType") != predicate_type(self._origin, "export")
            or not isinstance(predicate, dict)
            or predicate.get("origin") != self._origin
            or predicate.get("size") != self._top.size
            or not _is_moment(predicate.get("exported_at"))
        ):
            self.fault("manifest", "The manifest is not that of an export up to this checkpoint.")
            return
        self._said = {**predicate, "subject": said.get("subject")}
        if predicate["exported_at"] > self._now:
            self.fault("time", "The export was made in the future.")
        lines = [each for each in self._parts.text(KEYS).split("\n") if each]
        if predicate.get("keys") != lines:
            self.fault("keys", "The keys are not those that the manifest names.")
        if predicate.get("guide") != sha256_of(self._parts.text(GUIDE).encode()):
            self.fault("guide", f"{GUIDE} is not as it was exported.")

    # --- Events ---------------------------------------------------------------------------------

    def _check_events(self) -> None:
        """Check each event with its proof, its statement and its texts, in one pass."""
        indexes = self._parts.numbers(PROOF_NAME)
        places = iter(indexes)
        texts = ReleasedTexts(self._parts.texts())
        attested: set[str] = set()
        seen: set[str] = set()
        digest = hashlib.sha256()
        with self._parts.lines(EVENTS) as lines:
            for line in lines:
                self._lines += 1
                digest.update(line)
                index = next(places, None)
                if index is None:
                    self.fault("missing", f"Line {self._lines:,} has no proof.")
                    continue
                body = line.removesuffix(b"\n")
                self._proven(index, body)
                if body == line:
                    self.fault("canonical", f"Index {index:,}: the line does not end.")
                    continue
                try:
                    said = read_canonical(body)
                except CanonicalError as error:
                    self.fault("canonical", f"Index {index:,}: {error}")
                    continue
                self._event(index, said, seen)
                texts.of(index, said)
                attested |= self._attested(index, said)
        for index in places:
            self.fault("missing", f"Index {index:,}: the event is missing.")
        texts.end()
        for each in texts.faults:
            self.fault("texts", each)
        for name in self._parts.named(ATTESTATION_NAME) - attested:
            self.fault("statement", f"The part {name} is about no event of this export.")
        self._statements = len(attested)
        if self._said is not None:
            self._compare(self._said, digest.hexdigest(), texts.sha256)

    def _check_tiles(self) -> None:
        """Rebuild the tree from its tiles: the whole log has them all, a part of it none."""
        names = self._parts.named(TILE_NAME) | self._parts.named(ENTRIES_NAME)
        if self._said is None:
            return
        if self._said.get("selection"):
            for name in names:
                self.fault("tiles", f"The part {name} belongs to the whole log only.")
            return
        for each in check_tiles(self._top.size, self._top.root, names, self._parts.content):
            self.fault("tiles", each)

    def _compare(self, said: Mapping[str, Any], events: str, texts: str | None) -> None:
        if said.get("subject") != [{"digest": {"sha256": events}, "name": EVENTS}]:
            self.fault("events", "The events are not those that were exported.")
        whole = not said.get("selection")
        if said.get("events") != self._lines or (whole and self._lines != self._top.size):
            self.fault(
                "missing",
                f"There are {self._lines:,} events; the manifest says {said.get('events')}.",
            )
        if said.get("texts") != texts:
            self.fault("texts", "The texts are not those that were exported.")

    def _proven(self, index: int, body: bytes) -> None:
        try:
            proof = read_proof(self._parts.text(proof_name(index)))
            verify_inclusion(index, self._top.size, leaf_hash(body), proof.hashes, self._top.root)
        except (NoteError, ProofError) as error:
            self.fault("proof", f"Index {index:,}: {error}")
            return
        if proof.index != index or proof.checkpoint != self._top_note:
            self.fault("proof", f"Index {index:,}: the proof is of another event or checkpoint.")

    def _event(self, index: int, said: Mapping[str, Any], seen: set[str]) -> None:
        version, identity, at = said.get("v"), said.get("id"), said.get("at")
        if (
            type(version) is not int
            or version not in EVENT_VERSIONS
            or said.get("log") != self._origin
        ):
            self.fault("log", f"Index {index:,}: the event is not one of this log.")
        if not isinstance(identity, str) or identity in seen:
            self.fault("twice", f"Index {index:,}: the event {identity} is there twice.")
        else:
            seen.add(identity)
        exported = None if self._said is None else self._said["exported_at"]
        if not _is_moment(at):
            self.fault("time", f"Index {index:,}: the event says no moment.")
        elif exported is not None and str(at) > exported:
            self.fault("time", f"Index {index:,}: the event is from after the export.")

    def _attested(self, index: int, said: Mapping[str, Any]) -> set[str]:
        """Check the statement on a sent reply; return the name of its part."""
        name = attestation_name(index)
        expected = reply_statement(said, index=index, checkpoint=self._top_note)
        if expected is None:
            return set()
        if name not in self._parts.names:
            self.fault("statement", f"Index {index:,}: there is no statement on the sent reply.")
            return set()
        try:
            if self._parts.payload(name, self._signers) != expected:
                self.fault("statement", f"Index {index:,}: the statement says something else.")
        except NoteError as error:
            self.fault("statement", f"Index {index:,}: {error}")
        return {name}


def _is_moment(value: Any) -> bool:
    return isinstance(value, str) and _STAMP.fullmatch(value) is not None
