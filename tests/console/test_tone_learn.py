"""Learning a voice in a terminal: what is printed, written and refused."""

from __future__ import annotations

import json

import pytest
from django.core.management import CommandError, call_command

from compliance.learning.reference import PATH
from tests.compliance.learning.voices import CALM_REPLIES, LIVELY_REPLIES


@pytest.fixture
def files(tmp_path):
    paths = []
    for name, replies in (("calm.txt", CALM_REPLIES), ("lively.txt", LIVELY_REPLIES)):
        path = tmp_path / name
        path.write_text("\n---\n".join(replies), encoding="utf-8")
        paths.append(path)
    return paths


def test_prints_each_field_with_its_evidence(files, capsys):
    call_command("tone_learn", files[0])
    told = capsys.readouterr().out
    assert "60 usable replies of 60." in told
    assert "Contractions: avoid: “we are”  (enforced)" in told
    assert "60 of 60 replies without emoji" in told
    assert "Spelling: nothing." in told


def test_holds_replies_back_and_asks_about_others(files, tmp_path, capsys):
    out = tmp_path / "voice.json"
    call_command("tone_learn", files[0], json=out, against=[files[1]])
    told = capsys.readouterr().out
    assert "| learned from | replies | held back | lowest | lively.txt |" in told
    row = next(line for line in told.splitlines() if line.startswith("| calm.txt |"))
    cells = [cell.strip() for cell in row.strip("|").split("|")]
    assert cells[1] == "60"
    assert int(cells[2].removesuffix("%")) >= 90
    assert cells[4] == "0%"
    fields = {each["field"] for each in json.loads(out.read_text())["proposals"]}
    assert {"emoji_max", "reply_words", "person"} <= fields


def test_tells_the_voices_of_one_file_apart(tmp_path, capsys):
    rows = [{"team": "calm", "text": text} for text in CALM_REPLIES]
    rows += [{"team": "lively", "text": text} for text in LIVELY_REPLIES]
    rows += [{"team": "few", "text": text} for text in LIVELY_REPLIES[:4]]
    path = tmp_path / "teams.jsonl"
    path.write_text("\n".join(map(json.dumps, rows)), encoding="utf-8")
    call_command("tone_learn", path, by="team")
    lines = capsys.readouterr().out.splitlines()
    assert [line.split("|")[1].strip() for line in lines[2:]] == ["calm", "lively"]
    assert lines[2].rstrip(" |").endswith("0%")


def test_says_what_is_wrong_with_a_file(tmp_path):
    path = tmp_path / "few.txt"
    path.write_text("Only one reply of a few words.", encoding="utf-8")
    with pytest.raises(CommandError, match="1 usable replies of 1; at least 30"):
        call_command("tone_learn", path)
    with pytest.raises(CommandError, match="No such file"):
        call_command("tone_learn", tmp_path / "none.csv")


def test_the_reference_is_made_of_sources_that_may_be_used(tmp_path, capsys):
    rows = [{"source": "star", "text": text} for text in CALM_REPLIES]
    rows += [{"source": "sgd", "text": "Shared alike is not shared here at all."}] * 9
    path, out = tmp_path / "replies.jsonl", tmp_path / "table.tsv"
    path.write_text("\n".join(map(json.dumps, rows)), encoding="utf-8")
    call_command("tone_reference", path, out=out)
    table = out.read_text(encoding="utf-8")
    assert "texts\t60" in table
    assert "wellness ritual" in table
    assert "alike" not in table
    assert "anna" not in table
    assert table.count("\nreply\t") == 60
    assert PATH.read_text(encoding="utf-8").splitlines()[0] == table.splitlines()[0]
