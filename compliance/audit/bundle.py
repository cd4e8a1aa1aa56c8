"""What an export consists of: the names of its parts, and the statements that are signed in it."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Final

from compliance.audit.notes import NoteError, Verifier, read_vkey
from compliance.audit.statements import statement

EVENTS: Final = "events.ndjson"
CHECKPOINT: Final = "checkpoint"
MANIFEST: Final = "manifest.dsse.json"
KEYS: Final = "vkeys"
TEXTS: Final = "texts.ndjson"
GUIDE: Final = "VERIFY.md"
REQUIRED: Final = frozenset({EVENTS, CHECKPOINT, MANIFEST, KEYS, GUIDE})

_NUMBER: Final = r"(0|[1-9][0-9]{0,17})"
EARLIER_NAME: Final = re.compile(rf"checkpoints/{_NUMBER}")
CONSISTENCY_NAME: Final = re.compile(rf"consistency/{_NUMBER}-{_NUMBER}")
PROOF_NAME: Final = re.compile(rf"proofs/{_NUMBER}\.tlog-proof")
ATTESTATION_NAME: Final = re.compile(rf"attestations/{_NUMBER}\.dsse\.json")

# In the first version fingerprints of payloads and facts were details, and not committed texts.
EVENT_VERSIONS: Final = frozenset({1, 2})
# The text of an event of a sent reply that is what went out.
SENT_TEXT: Final = "text"
SENT_TYPE: Final = "draft.sent"
_SIZES: Final = re.compile(rf"{_NUMBER}-{_NUMBER}?")


def earlier_name(size: int) -> str:
    """Return where an earlier checkpoint is."""
    return f"checkpoints/{size}"


def consistency_name(first: int, second: int) -> str:
    """Return where the proof is that one checkpoint extends another."""
    return f"consistency/{first}-{second}"


def proof_name(index: int) -> str:
    """Return where the proof of an event is."""
    return f"proofs/{index}.tlog-proof"


def attestation_name(index: int) -> str:
    """Return where the statement on a sent reply is, by the index of its event."""
    return f"attestations/{index}.dsse.json"


@dataclass(frozen=True, slots=True)
class KeyRange:
    """A public key, and the sizes of the log that it may sign; without an end, all later ones."""

    verifier: Verifier
    since: int = 0
    until: int | None = None

    @property
    def line(self) -> str:
        """The key as a line of a file of keys."""
        return f"{self.verifier.vkey} {self.since}-{'' if self.until is None else self.until}"

    def holds_for(self, size: int) -> bool:
        """Say whether the key may sign a checkpoint of this size."""
        return self.since <= size and (self.until is None or size <= self.until)


def read_keys(written: str) -> tuple[KeyRange, ...]:
    """Read a file of keys: on each line one, and after a space the sizes that it holds for.

    Raises:
        NoteError: when a line is something else, or when the keys are not all of one log.
    """
    found = []
    for line in written.split("\n"):
        if not line.strip():
            continue
        vkey, space, sizes = line.rstrip("\r").partition(" ")
        matched = _SIZES.fullmatch(sizes)
        if space and not matched:
            raise NoteError(f"“{sizes}” does not say for which sizes a key holds.")
        since, until = matched.groups() if matched else ("0", None)
        found.append(KeyRange(read_vkey(vkey), int(since), int(until) if until else None))
    if len({each.verifier.name for each in found}) != 1:
        raise NoteError("The keys are not those of one log.")
    return tuple(found)


def sent_text(said: Mapping[str, Any]) -> str | None:
    """Return the commitment to the text that went out, if an event tells of a reply being sent."""
    texts = said.get("texts")
    if said.get("type") != SENT_TYPE or not isinstance(said.get("draft"), str):
        return None
    for each in texts if isinstance(texts, list) else ():
        if isinstance(each, dict) and each.get("name") == SENT_TEXT:
            sha256 = each.get("sha256")
            return sha256 if isinstance(sha256, str) else None
    return None


def reply_statement(said: Mapping[str, Any], *, index: int, checkpoint: str) -> bytes | None:
    """Return the statement who sent which reply by which decision, as one event tells it.

    It follows from the event, its place and the checkpoint alone, so that whoever has these can
    tell whether a statement is the one. Nothing for events that tell of something else.
    """
    sha256 = sent_text(said)
    if sha256 is None:
        return None
    origin = str(said.get("log"))
    return statement(
        name=f"draft/{said['draft']}",
        sha256=sha256,
        predicate_type=predicate_type(origin, "gate-decision"),
        predicate={
            "agent": said.get("actor"),
            "sent_at": said.get("at"),
            "location": said.get("location"),
            "ticket": said.get("ticket"),
            "decision": said.get("details"),
            "event": {"id": said.get("id"), "index": index},
            "origin": origin,
            "checkpoint": checkpoint,
        },
    )


def predicate_type(origin: str, kind: str) -> str:
    """Return the type of what a statement says, in the name of the log's host."""
    return f"https://{origin.partition('/')[0]}/attestation/{kind}/v1"


def sha256_of(content: bytes) -> str:
    """Return the SHA-256 of a part of the bundle, in hexadecimal."""
    return hashlib.sha256(content).hexdigest()
