"""The table of how fast texts are split into sentences."""

from __future__ import annotations

import json

import pytest
from django.core.management import call_command

from console.benchmarks import sentences
from console.benchmarks.sentences import KINDS


def test_every_kind_has_its_line(monkeypatch, capsys, tmp_path):
    monkeypatch.setattr(sentences, "SIZES", (1_000, 100_000))
    monkeypatch.setattr(sentences, "KINDS", {"dots": ".", "replies": "We are here. "})
    written = tmp_path / "figures.json"
    call_command("gate_bench", "sentences", json=written)
    lines = capsys.readouterr().out.splitlines()
    assert [line.split()[0] for line in lines[2:]] == ["dots", "replies"]
    rows = json.loads(written.read_text())["sentences"]
    assert [(row["kind"], row["characters"]) for row in rows] == [
        (kind, size) for kind in ("dots", "replies") for size in (1_000, 100_000)
    ]
    assert all(row["split"] > 0 for row in rows)


@pytest.mark.parametrize("kind", KINDS)
def test_texts_are_of_the_size_asked_for(kind, monkeypatch):
    monkeypatch.setattr(sentences, "SIZES", (1_000,))
    monkeypatch.setattr(sentences, "KINDS", {kind: KINDS[kind]})
    assert [row.characters for row in sentences.measure_splitting()] == [1_000]
