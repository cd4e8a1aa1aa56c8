"""Changed exports: both verifiers refuse each of them, for the same reasons.

The other verifier is in Go, under tests/go/verify, on packages that Debian has.
"""

from __future__ import annotations

import base64
import json
import re
import shutil
import subprocess
import zipfile
from collections.abc import Callable
from datetime import timedelta
from pathlib import Path
from uuid import uuid4

import pytest
from django.db import transaction

from compliance.audit.bundle import KeyRange, read_keys
from compliance.audit.canonical import canonical, read_canonical
from compliance.audit.checkpoints import Checkpoint, Proof, read_hashes, written_hashes
from compliance.audit.events import Actor, Happening, append, stamp
from compliance.audit.export import export
from compliance.audit.inspection import inspect
from compliance.audit.merkle import Frontier, inclusion_proof, leaf_hash
from compliance.audit.notes import KeySigner, new_signer
from compliance.audit.selection import Selection
from compliance.audit.sequencer import sequence
from compliance.audit.statements import envelope
from compliance.audit.tiles import entry, written_tiles
from compliance.models import ActorKind, AuditCheckpoint, AuditKey, EventType
from tests.compliance.audit.conftest import AT

pytestmark = pytest.mark.django_db

GO = Path(__file__).parents[2] / "go" / "verify"
# Where Debian puts the sources of Go packages.
GO_PATH = Path("/usr/share/gocode")
NOW = AT + timedelta(days=3)
REPLY = "Hello. You can return it within 30 days."

Parts = dict[str, bytes]


def lines(parts: Parts, change: Callable[[list[bytes]], object], name="events.ndjson") -> None:
    """Change the lines of a part in place."""
    found = parts[name].splitlines(keepends=True)
    change(found)
    parts[name] = b"".join(found)


def put(name: str, old: str, new: str) -> Callable[[Parts], None]:
    """Replace what is there."""

    def change(parts: Parts) -> None:
        assert old.encode() in parts[name], f"{old} is not in {name}"
        parts[name] = parts[name].replace(old.encode(), new.encode(), 1)

    return change


def as_it_is(_: object) -> None:
    """Change nothing: somebody else signs the same."""


def drop(*names: str) -> Callable[[Parts], None]:
    def change(parts: Parts) -> None:
        for name in names:
            del parts[name]

    return change


def add(name: str, content: bytes = b"x\n") -> Callable[[Parts], None]:
    return lambda parts: parts.update({name: content})


def copy(source: str, target: str) -> Callable[[Parts], None]:
    return lambda parts: parts.update({target: parts[source]})


def of_lines(change: Callable[[list[bytes]], object], name="events.ndjson"):
    return lambda parts: lines(parts, change, name)


def swap(first: str, second: str) -> Callable[[Parts], None]:
    def change(parts: Parts) -> None:
        parts[first], parts[second] = parts[second], parts[first]

    return change


def all_of(*changes: Callable[[Parts], None]) -> Callable[[Parts], None]:
    def change(parts: Parts) -> None:
        for each in changes:
            each(parts)

    return change


def flip(name: str, at: int) -> Callable[[Parts], None]:
    """Flip one bit of a byte of the last base64 value of a note, or of a DSSE's signature."""

    def change(parts: Parts) -> None:
        head, _, last = parts[name].decode().rstrip("\n").rpartition(" ")
        value = bytearray(base64.b64decode(last))
        value[at] ^= 1
        parts[name] = f"{head} {base64.b64encode(value).decode()}\n".encode()

    return change


def flip_signature(name: str) -> Callable[[Parts], None]:
    def change(parts: Parts) -> None:
        enclosed = json.loads(parts[name])
        value = bytearray(base64.b64decode(enclosed["signatures"][0]["sig"]))
        value[40] ^= 1
        enclosed["signatures"][0]["sig"] = base64.b64encode(value).decode()
        parts[name] = json.dumps(enclosed).encode()

    return change


def payload_of(parts: Parts, name: str) -> dict:
    return read_canonical(base64.b64decode(json.loads(parts[name])["payload"]))


def unsigned(name: str, edit: Callable[[dict], object]) -> Callable[[Parts], None]:
    """Change a statement and leave its signature."""

    def change(parts: Parts) -> None:
        enclosed = json.loads(parts[name])
        said = payload_of(parts, name)
        edit(said)
        enclosed["payload"] = base64.b64encode(canonical(said)).decode()
        parts[name] = json.dumps(enclosed).encode()

    return change


class Signing:
    """Changes that somebody makes who has a key: the log's own, or another."""

    def __init__(self, signer: KeySigner) -> None:
        self.signer = signer

    def statement(self, name: str, edit: Callable[[dict], object]) -> Callable[[Parts], None]:
        def change(parts: Parts) -> None:
            said = payload_of(parts, name)
            edit(said)
            parts[name] = json.dumps(envelope(canonical(said), self.signer)).encode()

        return change

    def checkpoint(self, name: str, **changed) -> Callable[[Parts], None]:
        def change(parts: Parts) -> None:
            origin, size, root, *_ = parts[name].decode().split("\n")
            values = {"origin": origin, "size": int(size), "root": base64.b64decode(root)}
            stated = Checkpoint(**(values | changed))
            parts[name] = stated.signed([self.signer]).written.encode()

        return change

    def anew(self, edit: Callable[[list[bytes]], object]) -> Callable[[Parts], None]:
        """Write the whole export anew with other events, consistent in itself."""

        def change(parts: Parts) -> None:
            bodies = parts["events.ndjson"].splitlines()
            edit(bodies)
            tree, nodes = Frontier().appended(map(leaf_hash, bodies))
            stored = {(node.level, node.index): node.hash for node in nodes}
            origin = parts["checkpoint"].decode().split("\n")[0]
            top = Checkpoint(origin, tree.size, tree.root).signed([self.signer]).written
            for name in [each for each in parts if each.startswith(("checkpoints", "consis"))]:
                del parts[name]
            for index in range(tree.size):
                hashes = inclusion_proof(index, tree.size, lambda level, at: stored[level, at])
                parts[f"proofs/{index}.tlog-proof"] = Proof(
                    index, tuple(hashes), top
                ).written.encode()
            parts["checkpoint"] = top.encode()
            parts["events.ndjson"] = b"".join(each + b"\n" for each in bodies)
            parts |= dict(written_tiles(bodies))

        return change


def said_anew(bodies: list[bytes], place: int, **changed) -> None:
    bodies[place] = canonical(read_canonical(bodies[place]) | changed)


def predicate(name: str, value: object) -> Callable[[dict], object]:
    return lambda said: said["predicate"].update({name: value})


def hash_at(place: int, value: bytes) -> Callable[[Parts], None]:
    """Exchange one hash of a proof."""

    def change(parts: Parts) -> None:
        head, gap, top = parts["proofs/6.tlog-proof"].decode().partition("\n\n")
        kind, index, *hashes = head.split("\n")
        hashes[place] = base64.b64encode(value).decode()
        parts["proofs/6.tlog-proof"] = (
            "\n".join([kind, index, *hashes]).encode() + (gap + top).encode()
        )

    return change


def consistent(change_hashes: Callable[[list[bytes]], object]) -> Callable[[Parts], None]:
    def change(parts: Parts) -> None:
        hashes = list(read_hashes(parts["consistency/5-13"].decode()))
        change_hashes(hashes)
        parts["consistency/5-13"] = written_hashes(hashes).encode()

    return change


def flip_byte(name: str, at: int) -> Callable[[Parts], None]:
    def change(parts: Parts) -> None:
        content = bytearray(parts[name])
        content[at] ^= 1
        parts[name] = bytes(content)

    return change


def reversed_entries(parts: Parts) -> bytes:
    return b"".join(entry(each) for each in reversed(parts["events.ndjson"].splitlines()))


TILE = "tile/0/000.p/13"
ENTRIES = "tile/entries/000.p/13"
SENT = "attestations/4.dsse.json"
MANIFEST = "manifest.dsse.json"
ZERO = base64.b64encode(bytes(32)).decode()


def cases(own: Signing, other: Signing) -> dict[str, tuple[Callable[[Parts], None], set[str]]]:
    """Every change, and the kinds of faults that follow from it."""
    foreign = KeyRange(other.signer.verifier).line
    return {
        # The parts.
        "no checkpoint": (drop("checkpoint"), {"layout"}),
        "no events": (drop("events.ndjson"), {"layout"}),
        "no manifest": (drop(MANIFEST), {"layout"}),
        "no keys": (drop("vkeys"), {"layout"}),
        "no guide": (drop("VERIFY.md"), {"layout"}),
        "a part that belongs to none": (add("notes.txt"), {"layout"}),
        "a part outside of the folder": (add("../checkpoint"), {"layout"}),
        "a number with a zero before it": (add("proofs/01.tlog-proof"), {"layout"}),
        "a part that is too long": (add("checkpoints/3", b"x" * 1_000_001), {"layout"}),
        "a checkpoint that is no text": (add("checkpoint", b"\xff\xfe"), {"layout"}),
        "another guide": (put("VERIFY.md", "openssl", "opensss1"), {"guide"}),
        # The keys.
        "an unknown key in the list": (add("vkeys", f"{foreign}\n".encode()), {"keys"}),
        "a key with a changed byte": (put("vkeys", " 5-", " 4-"), {"keys"}),
        "no key in the list": (add("vkeys", b""), {"keys"}),
        "a list that is none": (add("vkeys", b"key\n"), {"keys"}),
        # The checkpoint.
        "another root": (
            of_lines(lambda found: found.__setitem__(2, f"{ZERO}\n".encode()), "checkpoint"),
            {"checkpoint"},
        ),
        "another size": (put("checkpoint", "\n13\n", "\n12\n"), {"checkpoint"}),
        "another origin": (put("checkpoint", "/audit/1\n", "/audit/2\n"), {"checkpoint"}),
        "a signature with a changed bit": (flip("checkpoint", 30), {"checkpoint"}),
        "the id of another key": (flip("checkpoint", 0), {"checkpoint"}),
        "no signature": (
            of_lines(lambda found: found.pop(), "checkpoint"),
            {"checkpoint"},
        ),
        "a checkpoint cut short": (
            of_lines(lambda found: found.pop(2), "checkpoint"),
            {"checkpoint"},
        ),
        "signed by another key": (other.checkpoint("checkpoint"), {"checkpoint"}),
        "all signed by another key": (
            all_of(
                other.anew(as_it_is),
                other.statement(MANIFEST, as_it_is),
                add("vkeys", f"{foreign}\n".encode()),
            ),
            {"keys", "checkpoint"},
        ),
        "signed for another log": (
            own.checkpoint("checkpoint", origin="other.example/audit/1"),
            {"checkpoint"},
        ),
        "signed with an empty root": (
            own.checkpoint("checkpoint", root=bytes(32)),
            {"proof", "consistency", "statement", "outside", "tiles"},
        ),
        "signed with a size too large": (
            own.checkpoint("checkpoint", size=14),
            {"proof", "consistency", "statement", "manifest", "outside"},
        ),
        "an older checkpoint": (
            copy("checkpoints/5", "checkpoint"),
            {"earlier", "consistency", "manifest", "proof", "statement", "outside"},
        ),
        # Earlier checkpoints.
        "an earlier checkpoint of another size": (
            copy("checkpoints/5", "checkpoints/6"),
            {"earlier"},
        ),
        "an earlier checkpoint with another root": (
            own.checkpoint("checkpoints/5", root=bytes(32)),
            {"consistency", "outside"},
        ),
        "an earlier checkpoint by another key": (
            other.checkpoint("checkpoints/5"),
            {"earlier", "consistency", "outside"},
        ),
        "no earlier checkpoint": (drop("checkpoints/5"), {"consistency", "outside"}),
        "no consistency": (drop("consistency/5-13"), {"consistency"}),
        "a consistency with one hash changed": (
            consistent(lambda hashes: hashes.__setitem__(1, bytes(32))),
            {"consistency"},
        ),
        "a consistency with one hash less": (
            consistent(lambda hashes: hashes.pop()),
            {"consistency"},
        ),
        "a consistency with one hash more": (
            consistent(lambda hashes: hashes.append(bytes(32))),
            {"consistency"},
        ),
        "a consistency between others": (
            copy("consistency/5-13", "consistency/4-13"),
            {"consistency"},
        ),
        "a consistency without an end": (
            lambda parts: parts.update(
                {"consistency/5-13": parts["consistency/5-13"].rstrip(b"\n")}
            ),
            {"consistency"},
        ),
        # Events.
        "an event's byte": (put("events.ndjson", "Dana Ruiz", "Dana Rui2"), {"proof", "events"}),
        "an event with a space": (
            put("events.ndjson", '"draft.sent"', ' "draft.sent"'),
            {"proof", "canonical", "events", "statement", "texts"},
        ),
        "an event with a name twice": (
            put("events.ndjson", '{"actor"', '{"v":2,"actor"'),
            {"proof", "canonical", "events"},
        ),
        "an event that is none": (
            of_lines(lambda found: found.__setitem__(3, b"[]\n")),
            {"proof", "canonical", "events"},
        ),
        "an event with a fraction": (
            put("events.ndjson", '"v":2}', '"v":2.0}'),
            {"proof", "canonical", "events"},
        ),
        "an event of another log": (
            put("events.ndjson", "/audit/1", "/audit/2"),
            {"proof", "log", "events"},
        ),
        "an event of another version": (
            put("events.ndjson", '"v":2}', '"v":3}'),
            {"proof", "log", "events"},
        ),
        "two events in each other's place": (
            of_lines(lambda found: found.insert(2, found.pop(3))),
            {"proof", "events"},
        ),
        "two events and their proofs in each other's place": (
            all_of(
                of_lines(lambda found: found.insert(2, found.pop(3))),
                swap("proofs/2.tlog-proof", "proofs/3.tlog-proof"),
            ),
            {"proof", "events"},
        ),
        "the last event dropped": (
            of_lines(lambda found: found.pop()),
            {"missing", "events"},
        ),
        "the last event dropped with its proof": (
            all_of(of_lines(lambda found: found.pop()), drop("proofs/12.tlog-proof")),
            {"missing", "events"},
        ),
        "an event within dropped with its proof": (
            all_of(of_lines(lambda found: found.pop(7)), drop("proofs/7.tlog-proof")),
            {"missing", "events"},
        ),
        "a sent reply dropped": (
            all_of(of_lines(lambda found: found.pop(4)), drop("proofs/4.tlog-proof", SENT)),
            {"missing", "events", "texts"},
        ),
        "no events at all": (
            add("events.ndjson", b""),
            {"missing", "events", "statement", "texts"},
        ),
        "an event twice": (
            of_lines(lambda found: found.append(found[-1])),
            {"missing", "events"},
        ),
        "an event twice with its proof": (
            all_of(
                of_lines(lambda found: found.append(found[-1])),
                copy("proofs/12.tlog-proof", "proofs/13.tlog-proof"),
            ),
            {"missing", "events", "proof", "twice"},
        ),
        "the last line without an end": (
            lambda parts: parts.update({"events.ndjson": parts["events.ndjson"].rstrip(b"\n")}),
            {"canonical", "events"},
        ),
        # Proofs.
        "a proof with one hash changed": (hash_at(1, bytes(32)), {"proof"}),
        "a proof with its first hash changed": (hash_at(0, bytes(32)), {"proof"}),
        "a proof with a short hash": (hash_at(0, bytes(31)), {"proof"}),
        "a proof with another index": (put("proofs/6.tlog-proof", "index 6", "index 7"), {"proof"}),
        "a proof of another kind": (put("proofs/6.tlog-proof", "@v1", "@v2"), {"proof"}),
        "a proof with another checkpoint": (
            lambda parts: parts.update(
                {
                    "proofs/6.tlog-proof": parts["proofs/6.tlog-proof"].partition(b"\n\n")[0]
                    + b"\n\n"
                    + parts["checkpoints/5"]
                }
            ),
            {"proof"},
        ),
        "no proof": (
            drop("proofs/12.tlog-proof"),
            {"missing"},
        ),
        "proofs exchanged": (swap("proofs/2.tlog-proof", "proofs/9.tlog-proof"), {"proof"}),
        # Statements.
        "no statement": (drop(SENT), {"statement"}),
        "a statement with a changed bit": (flip_signature(SENT), {"statement"}),
        "another agent": (unsigned(SENT, predicate("agent", {"id": "kim"})), {"statement"}),
        "another agent, signed": (
            own.statement(SENT, predicate("agent", {"id": "kim"})),
            {"statement"},
        ),
        "another decision, signed": (
            own.statement(SENT, predicate("decision", {"verdict": "modify"})),
            {"statement"},
        ),
        "another text, signed": (
            own.statement(SENT, lambda said: said["subject"][0]["digest"].update(sha256="0" * 64)),
            {"statement"},
        ),
        "another index, signed": (
            own.statement(SENT, lambda said: said["predicate"]["event"].update(index=5)),
            {"statement"},
        ),
        "a statement by another key": (other.statement(SENT, as_it_is), {"statement"}),
        "a statement for another event": (copy("attestations/11.dsse.json", SENT), {"statement"}),
        "a statement about nothing": (copy(SENT, "attestations/5.dsse.json"), {"statement"}),
        "an envelope that is none": (add(SENT, b"{}"), {"statement"}),
        "an envelope of something else": (put(SENT, "in-toto", "in-t0t0"), {"statement"}),
        # The manifest.
        "a manifest with a changed bit": (flip_signature(MANIFEST), {"manifest"}),
        "a manifest by another key": (other.statement(MANIFEST, as_it_is), {"manifest"}),
        "a manifest that is a statement on a reply": (copy(SENT, MANIFEST), {"manifest"}),
        "a manifest of another log": (
            own.statement(MANIFEST, predicate("origin", "other.example/audit/1")),
            {"manifest"},
        ),
        "a manifest of more events": (
            own.statement(MANIFEST, predicate("events", 14)),
            {"missing"},
        ),
        "a manifest of other events": (
            own.statement(MANIFEST, lambda said: said["subject"][0].update(name="other.ndjson")),
            {"events"},
        ),
        "a manifest from the future": (
            own.statement(MANIFEST, predicate("exported_at", stamp(NOW + timedelta(seconds=1)))),
            {"time"},
        ),
        "a manifest from before its events": (
            own.statement(MANIFEST, predicate("exported_at", stamp(AT))),
            {"time"},
        ),
        "a manifest of no moment": (
            own.statement(MANIFEST, predicate("exported_at", "yesterday")),
            {"manifest"},
        ),
        # Tiles.
        "no tile": (drop(TILE), {"tiles"}),
        "no entries": (drop(ENTRIES), {"tiles"}),
        "no tiles at all": (drop(TILE, ENTRIES), {"tiles"}),
        "a tile with a changed byte": (flip_byte(TILE, 40), {"tiles"}),
        "a tile with its hashes in another order": (
            lambda parts: parts.update({TILE: parts[TILE][32:] + parts[TILE][:32]}),
            {"tiles"},
        ),
        "a tile that is too short": (
            lambda parts: parts.update({TILE: parts[TILE][:-32]}),
            {"tiles"},
        ),
        "a tile that is too long": (
            lambda parts: parts.update({TILE: parts[TILE] + bytes(32)}),
            {"tiles"},
        ),
        "a tile under the name of another width": (
            all_of(copy(TILE, "tile/0/000.p/12"), drop(TILE)),
            {"tiles"},
        ),
        "a tile of another level": (copy(TILE, "tile/1/000.p/13"), {"tiles"}),
        "a tile beyond the end": (copy(TILE, "tile/0/001.p/13"), {"tiles"}),
        "a tile by a name that none has": (copy(TILE, "tile/0/0.p/13"), {"layout"}),
        "a tile of no width": (copy(TILE, "tile/0/000.p/0"), {"layout"}),
        "a tile that is too wide": (copy(TILE, "tile/0/000.p/256"), {"layout"}),
        "a level that there is not": (copy(TILE, "tile/64/000"), {"layout"}),
        "an entry with a changed byte": (flip_byte(ENTRIES, 9), {"tiles"}),
        "an entry with a changed length": (flip_byte(ENTRIES, 1), {"tiles"}),
        "entries that end within one": (
            lambda parts: parts.update({ENTRIES: parts[ENTRIES][:-1]}),
            {"tiles"},
        ),
        "an entry too many": (
            lambda parts: parts.update({ENTRIES: parts[ENTRIES] + entry(b"{}")}),
            {"tiles"},
        ),
        "an empty entry too many": (
            lambda parts: parts.update({ENTRIES: parts[ENTRIES] + entry(b"")}),
            {"tiles"},
        ),
        "entries in another order": (
            lambda parts: parts.update({ENTRIES: reversed_entries(parts)}),
            {"tiles"},
        ),
        "tiles with a part of the log": (
            own.statement(MANIFEST, predicate("selection", {"location": "elm"})),
            {"tiles"},
        ),
        # Texts.
        "another text": (put("texts.ndjson", "30 days", "60 days"), {"texts"}),
        "another salt": (
            of_lines(
                lambda found: found.__setitem__(
                    0, json.dumps(json.loads(found[0]) | {"salt": "00" * 32}).encode() + b"\n"
                ),
                "texts.ndjson",
            ),
            {"texts"},
        ),
        "a salt that is too short": (
            of_lines(
                lambda found: found.__setitem__(
                    0, json.dumps(json.loads(found[0]) | {"salt": "00"}).encode() + b"\n"
                ),
                "texts.ndjson",
            ),
            {"texts"},
        ),
        "a text of another event": (put("texts.ndjson", '"index":4', '"index":3'), {"texts"}),
        "a text of no event": (put("texts.ndjson", '"index":4', '"index":99'), {"texts"}),
        "a text under another name": (
            put("texts.ndjson", '"name":"text"', '"name":"note"'),
            {"texts"},
        ),
        "no texts any more": (drop("texts.ndjson"), {"texts"}),
        "a line that is no text": (
            of_lines(lambda found: found.append(b"{}\n"), "texts.ndjson"),
            {"texts"},
        ),
        # What only somebody with the log's key can do.
        "all written anew with the key": (
            own.anew(lambda bodies: said_anew(bodies, 2, location="oak")),
            {"statement", "events", "outside"},
        ),
        "an event put in twice with the key": (
            own.anew(lambda bodies: bodies.__setitem__(6, bodies[5])),
            {"statement", "events", "twice", "outside"},
        ),
        "an event from the future with the key": (
            own.anew(lambda bodies: said_anew(bodies, 6, at=stamp(NOW + timedelta(days=1)))),
            {"statement", "events", "time", "outside"},
        ),
        "an event of no moment with the key": (
            own.anew(lambda bodies: said_anew(bodies, 6, at="2026-11-21")),
            {"statement", "events", "time", "outside"},
        ),
        "an event of another log with the key": (
            own.anew(lambda bodies: said_anew(bodies, 6, log="other.example/audit/1")),
            {"statement", "events", "log", "outside"},
        ),
        "an event that is not canonical with the key": (
            own.anew(lambda bodies: bodies.__setitem__(6, bodies[6].replace(b":", b": ", 1))),
            {"statement", "events", "canonical", "outside"},
        ),
    }


@pytest.fixture
def exported(key, happen, tmp_path, monkeypatch) -> tuple[Parts, Signing]:
    """An export of thirteen events under two checkpoints, with two sent replies and a text.

    The first five are of the first version of events.
    """
    dana = Actor(ActorKind.AGENT, "dana", "Dana Ruiz")

    def send(text: str) -> None:
        with transaction.atomic():
            append(
                Happening(
                    EventType.DRAFT_SENT,
                    AT,
                    actor=dana,
                    draft=uuid4(),
                    location="elm",
                    details={"verdict": "pass", "said": 'ünï \u2028\U0001f600<&>\u0007\\"'},
                    texts={"text": text},
                )
            )

    with monkeypatch.context() as earlier:
        earlier.setattr("compliance.audit.events.EVENT_VERSION", 1)
        happen(4)
        send(REPLY)
    sequence(now=AT)
    happen(6)
    send("We open at 9.")
    happen(1)
    sequence(now=AT + timedelta(days=1))
    path = tmp_path / "out.zip"
    export(
        path,
        selection=Selection(),
        actor=Actor(ActorKind.OPERATOR, "lee", "Lee Ortiz"),
        now=NOW,
        texts=lambda events: {event.pk: [REPLY] for event in events},
    )
    with zipfile.ZipFile(path) as file:
        return {name: file.read(name) for name in file.namelist()}, Signing(key)


def written(parts: Parts, path: Path) -> Path:
    with zipfile.ZipFile(path, "w") as file:
        for name, content in parts.items():
            file.writestr(name, content)
    return path


def go_program(sources: Path, folder: Path) -> Path:
    """Build a program from a folder, on Debian's packages alone."""
    build = subprocess.run(
        [shutil.which("go") or "go", "build", "-o", str(folder / "program"), "."],
        cwd=sources,
        env={
            "PATH": "/usr/bin:/bin",
            "HOME": str(folder),
            "GO111MODULE": "off",
            "GOPATH": str(GO_PATH),
            "GOCACHE": str(folder / "cache"),
        },
        capture_output=True,
        text=True,
        check=False,
    )
    assert build.returncode == 0, build.stderr
    return folder / "program"


def go_verdicts(requests: list[dict], folder: Path) -> list[list[str]]:
    """Ask the verifier in Go, once for all."""
    done = subprocess.run(
        [str(go_program(GO, folder))],
        input="".join(json.dumps(each) + "\n" for each in requests),
        capture_output=True,
        text=True,
        check=True,
    )
    return [json.loads(line) for line in done.stdout.splitlines()]


needs_go = pytest.mark.skipif(
    shutil.which("go") is None or not (GO_PATH / "src/golang.org/x/mod").exists(),
    reason="Go and its package golang.org/x/mod are not installed",
)


@needs_go
def test_the_guide_works_with_go(exported, tmp_path) -> None:
    parts, signing = exported
    for name, content in parts.items():
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_bytes(content)
    guide = parts["VERIFY.md"].decode()
    (source,) = re.findall(r"^```go\n(.*?)^```$", guide, re.MULTILINE | re.DOTALL)
    (tmp_path / "source").mkdir()
    (tmp_path / "source" / "verify.go").write_text(source, encoding="utf-8")
    program = go_program(tmp_path / "source", tmp_path)

    def run(vkey: str) -> subprocess.CompletedProcess[str]:
        return subprocess.run(
            [str(program), vkey], cwd=tmp_path, capture_output=True, text=True, check=False
        )

    vkey = signing.signer.verifier.vkey
    assert run(vkey).stdout == "13 of 13 events hold.\n"
    assert run(new_signer(signing.signer.name).verifier.vkey).returncode != 0
    changed = parts["events.ndjson"].replace(b"Dana Ruiz", b"Dana Rui2", 1)
    (tmp_path / "events.ndjson").write_bytes(changed)
    assert run(vkey).returncode != 0


@pytest.fixture
def changed_exports(exported, tmp_path) -> tuple[dict[str, Path], dict[str, set[str]], dict]:
    """The export as it is and in every changed form, what is expected, and what is trusted."""
    parts, own = exported
    vkeys = "".join(f"{row.vkey} {row.since}-\n" for row in AuditKey.objects.all())
    held = AuditCheckpoint.objects.get(size=5).note
    last = AuditCheckpoint.objects.get(size=13).note
    origin = parts["checkpoint"].decode().split("\n")[0]
    table = cases(own, Signing(new_signer(origin)))
    assert len(table) >= 50
    now = stamp(NOW)
    expected: dict[str, set[str]] = {"as it is": set()}
    files = {"as it is": written(parts, tmp_path / "0.zip")}
    for number, (name, (change, kinds)) in enumerate(table.items(), 1):
        changed = dict(parts)
        change(changed)
        assert changed != parts, name
        files[name] = written(changed, tmp_path / f"{number}.zip")
        expected[name] = kinds
    files["not a zip file"] = tmp_path / "none.zip"
    files["not a zip file"].write_bytes(b"PK\x03\x04 but no more")
    expected["not a zip file"] = {"layout"}
    trusted = {"keys": vkeys, "checkpoints": [held, last], "now": now}
    return files, expected, trusted


def test_every_change_is_refused_and_says_why(changed_exports) -> None:
    files, expected, trusted = changed_exports
    outside = [each.encode() for each in trusted["checkpoints"]]
    keys, now = read_keys(trusted["keys"]), trusted["now"]
    found = {
        name: {fault.kind for fault in inspect(path, trusted=keys, outside=outside, now=now).faults}
        for name, path in files.items()
    }
    assert found == expected


@needs_go
def test_the_other_verifier_says_the_same(changed_exports, tmp_path) -> None:
    files, expected, trusted = changed_exports
    verdicts = go_verdicts([{"bundle": str(path), **trusted} for path in files.values()], tmp_path)
    assert dict(zip(files, map(set, verdicts), strict=True)) == expected


@needs_go
def test_tiles_of_many_events_are_checked_by_both(key, happen, tmp_path) -> None:
    happen(300)
    sequence(now=AT)
    path = tmp_path / "out.zip"
    lee = Actor(ActorKind.OPERATOR, "lee", "Lee Ortiz")
    export(path, selection=Selection(), actor=lee, now=NOW)
    with zipfile.ZipFile(path) as file:
        parts = {name: file.read(name) for name in file.namelist()}
    above = "tile/1/000.p/1"
    changes = {
        "as it is": lambda _: None,
        "a full tile": flip_byte("tile/0/000", 8_000),
        "the last tile": flip_byte("tile/0/001.p/44", 0),
        "the tile above": flip_byte(above, 0),
        "entries": flip_byte("tile/entries/000", 5_000),
        "no tile above": drop(above),
        "full tiles as a part": all_of(copy("tile/0/000", "tile/0/000.p/255"), drop("tile/0/000")),
    }
    files = {}
    for number, (name, change) in enumerate(changes.items()):
        changed = dict(parts)
        change(changed)
        files[name] = written(changed, tmp_path / f"{number}.zip")
    vkeys = "".join(f"{row.vkey} {row.since}-\n" for row in AuditKey.objects.all())
    trusted, now = read_keys(vkeys), stamp(NOW)
    expected = {name: {"tiles"} for name in changes} | {"as it is": set()}
    assert {
        name: {fault.kind for fault in inspect(file, trusted=trusted, now=now).faults}
        for name, file in files.items()
    } == expected
    requests = [
        {"bundle": str(file), "keys": vkeys, "checkpoints": [], "now": now}
        for file in files.values()
    ]
    verdicts = go_verdicts(requests, tmp_path)
    assert dict(zip(files, map(set, verdicts), strict=True)) == expected
