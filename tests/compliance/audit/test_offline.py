"""A stranger has the export and a key, and no network: the guide's own commands tell what holds."""

from __future__ import annotations

import json
import re
import shutil
import subprocess
import sys
import zipfile
from datetime import timedelta
from pathlib import Path
from uuid import uuid4

import pytest
from django.db import transaction

from compliance.audit.events import Actor, Happening, append, stamp
from compliance.audit.export import GUIDE_TEXT, export
from compliance.audit.selection import Selection
from compliance.audit.sequencer import sequence
from compliance.models import ActorKind, AuditKey, EventType
from tests.compliance.audit.conftest import AT
from tests.compliance.audit.test_mutations import GO, go_program, needs_go

pytestmark = pytest.mark.django_db

REPLY = "Hello. You can return it within 30 days."
BLOCK = re.compile(r"^```(bash|sh|go)\n(.*?)^```$", re.MULTILINE | re.DOTALL)
# As root, or as whom the kernel lets make namespaces of their own.
CUT_OFF = (["unshare", "--net"], ["unshare", "--map-root-user", "--net"])


@pytest.fixture(scope="module")
def cut_off() -> list[str]:
    """How a command is run without any network; where that is not allowed, it is said."""
    for command in CUT_OFF:
        if shutil.which("unshare") and _succeeds([*command, "true"]):
            return command
    sys.stderr.write("unshare --net is not allowed: the guide is followed with a network.\n")
    return []


def _succeeds(command: list[str]) -> bool:
    return subprocess.run(command, capture_output=True, check=False).returncode == 0


@pytest.fixture
def stranger(key, happen, tmp_path, cut_off):
    """Run commands in a folder that has the unpacked export and nothing else."""
    folder, home = tmp_path / "export", tmp_path / "home"
    home.mkdir()
    happen(5)
    with transaction.atomic():
        append(
            Happening(
                EventType.DRAFT_SENT,
                AT + timedelta(minutes=9),
                actor=Actor(ActorKind.AGENT, "dana", "Dana Ruiz"),
                draft=uuid4(),
                details={"verdict": "pass"},
                texts={"text": REPLY},
            )
        )
    sequence(now=AT)
    path = tmp_path / "out.zip"
    lee = Actor(ActorKind.OPERATOR, "lee", "Lee Ortiz")
    export(path, selection=Selection(), actor=lee, now=AT + timedelta(days=1))
    with zipfile.ZipFile(path) as file:
        file.extractall(folder)

    def run(*command: str, given: str = "") -> subprocess.CompletedProcess[str]:
        return subprocess.run(
            [*cut_off, *command],
            cwd=folder,
            env={"PATH": "/usr/bin:/bin", "HOME": str(home), "VKEY": key.verifier.vkey},
            input=given,
            capture_output=True,
            text=True,
            check=False,
        )

    run.folder = folder
    run.path = path
    return run


def blocks(folder: Path) -> list[tuple[str, str]]:
    """The guide's blocks, in their order, as they stand in it."""
    return BLOCK.findall((folder / "VERIFY.md").read_text(encoding="utf-8"))


def test_there_is_no_network_at_all(stranger, cut_off) -> None:
    if cut_off:
        devices = stranger("cat", "/proc/net/dev").stdout.splitlines()[2:]
        assert {line.split(":")[0].strip() for line in devices} <= {"lo"}


@needs_go
def test_every_command_of_the_guide_works_as_it_stands(stranger) -> None:
    found = blocks(stranger.folder)
    assert [kind for kind, _ in found] == ["bash", "sh", "sh", "go"]
    (_, check), (_, read), (_, go), (_, program) = found
    checked = stranger("/bin/bash", "-c", check)
    assert (checked.returncode, checked.stdout.splitlines()[-1]) == (0, "Everything holds."), (
        checked.stderr
    )
    said = stranger("/bin/sh", "-c", read)
    fifth, statement = map(json.loads, said.stdout.splitlines())
    assert (fifth["type"], said.stderr) == ("draft.shown", "")
    assert statement["predicate"]["agent"]["name"] == "Dana Ruiz"
    (stranger.folder / "verify.go").write_text(program, encoding="utf-8")
    ran = stranger("/bin/sh", "-c", go)
    assert ran.stdout == "6 of 6 events hold.\n", ran.stderr


@needs_go
@pytest.mark.parametrize(
    "name", ["events.ndjson", "tile/0/000.p/6", "tile/entries/000.p/6", "attestations/5.dsse.json"]
)
def test_a_changed_byte_is_noticed_by_the_guide(stranger, name) -> None:
    path = stranger.folder / name
    content = bytearray(path.read_bytes())
    content[len(content) // 2] ^= 1
    path.write_bytes(content)
    ((_, check), *_) = blocks(stranger.folder)
    assert stranger("/bin/bash", "-c", check).returncode != 0


@needs_go
def test_the_other_verifier_needs_no_network_either(stranger, tmp_path) -> None:
    program = go_program(GO, tmp_path / "home")
    keys = "".join(f"{row.vkey} {row.since}-\n" for row in AuditKey.objects.all())
    asked = {"bundle": str(stranger.path), "keys": keys, "checkpoints": []}
    asked["now"] = stamp(AT + timedelta(days=2))
    assert json.loads(stranger(str(program), given=json.dumps(asked)).stdout) == []


def test_the_guide_is_that_of_the_export(stranger) -> None:
    assert (stranger.folder / "VERIFY.md").read_bytes() == GUIDE_TEXT.read_bytes()
