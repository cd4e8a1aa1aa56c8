"""The comparison with libraries: what the gate catches there, and that it says what is left out."""

from pathlib import Path

import pytest

from console.benchmarks.gate import bench_case
from console.benchmarks.libraries import engines, measure_libraries, phrases
from console.bundles.schema import read_bundle

WORLD = Path(__file__).resolve().parents[2] / "demo" / "world"


@pytest.fixture(scope="module")
def rows():
    return {
        row.engine: {kind: (hits, of) for kind, hits, of in row.caught}
        for row in measure_libraries(bench_case(read_bundle(WORLD)), rules=250, runs=1)
    }


def test_made_up_rules_are_distinct():
    assert len(set(phrases(10_000))) == 10_000


def test_every_installed_engine_is_measured(rows):
    assert list(rows) == [engine.name for engine in engines()]


def test_the_gate_sees_through_wordings_that_a_loop_does_not(rows):
    gate, loop = rows["draftgate, every rule in scope"], rows["a loop over compiled `re`"]
    for kind in ("as written", "disguised", "with a word between", "other inflection"):
        assert gate[kind][0] == gate[kind][1] > 0
    assert gate["denied"][0] == 0
    assert loop["as written"][0] == loop["as written"][1]
    assert loop["disguised"][0] == 0
    assert loop["denied"][0] == loop["denied"][1]
