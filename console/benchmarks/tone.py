"""The voice on a 120-word reply: the check and its report, for each voice of an operator."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from compliance.gate.checks.tone import Tone
from compliance.gate.reading import Reading
from compliance.gate.ruleset import RuleSet, compile_rules
from compliance.gate.types import GateInput, ToneOverlay
from compliance.rule_values import read_rule
from compliance.voices import tone_overlay
from console.benchmarks.gate import bench_case
from console.benchmarks.timing import Timing, time_runs
from console.bundles.rows import BundleRows

# Every field says something, and the reply keeps to all of it.
EVERYTHING = ToneOverlay(
    code="(every field)",
    sentence_mean=(8.0, 24.0),
    sentence_max=34,
    sentence_band=(4, 30),
    sentence_outside=0.3,
    sentence_quantiles=((50, 16.0), (90, 26.0)),
    reply_words=(20, 200),
    reading_grade=(3.0, 12.0),
    contractions="avoid",
    spelling="us",
    emoji_max=0,
    exclamations_max=0,
    capitals_max=0,
    person="first_plural",
    second_person="use",
    address="first_name",
    greetings=("Hello {first_name},",),
    closings=("Kind regards,",),
    permitted=("our team", "glad to help"),
    prohibited=(
        *("hey", "no worries", "awesome", "asap", "cheap", "bummer", "you guys"),
        *("@casual_greetings", "@sales_pressure", "@health_claims"),
    ),
    formality="neutral",
    register="friendly",
)


@dataclass(frozen=True, slots=True)
class ToneRow:
    """One voice: what its check and report take once a text is parsed, and with the parsing."""

    voice: str
    dimensions: int
    parsed: Timing
    whole: Timing


def measure_tone(rows: BundleRows, *, runs: int) -> Iterator[ToneRow]:
    """Measure the check of the voice for every overlay, and for one that uses every field."""
    ruleset = compile_rules(tuple(read_rule(row)[0] for row in rows.rules))
    case = bench_case(rows)
    voices = [tone_overlay([row], row.channel) for row in rows.overlays]
    for voice in (*voices, EVERYTHING):
        spoken = replace(case, tone=voice)
        reading = Reading(spoken, ruleset)
        Tone().find(reading)
        yield ToneRow(
            voice=voice.code,
            dimensions=len(reading.tone.dimensions) if reading.tone else 0,
            parsed=_timed(spoken, ruleset, runs=runs, parse=True),
            whole=_timed(spoken, ruleset, runs=runs, parse=False),
        )


def _timed(case: GateInput, ruleset: RuleSet, *, runs: int, parse: bool) -> Timing:
    """Time the check on readings made beforehand; ``parse``: with what other checks need, too."""
    check, warmup = Tone(), 3
    readings = [Reading(case, ruleset) for _ in range(runs + warmup)]
    for reading in readings if parse else ():
        _ = reading.text.tokens, reading.text.sentences, reading.detection, reading.kept
    fresh = iter(readings)
    return time_runs(lambda _: check.find(next(fresh)), runs=runs, warmup=warmup)
