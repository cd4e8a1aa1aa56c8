"""Measures the gate, the payload and the whole line."""

from __future__ import annotations

import json
from argparse import ArgumentParser
from collections.abc import Callable
from dataclasses import asdict
from pathlib import Path
from typing import Any, Final, TypeAlias

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError

from console.benchmarks.attestation import AuditRow, measure_appends
from console.benchmarks.events import EventsRow, measure_events
from console.benchmarks.gate import GateRow, bench_case, measure_gate
from console.benchmarks.libraries import LibraryRow, measure_libraries, missing_libraries
from console.benchmarks.line import SIZES, LineRow, measure_line
from console.benchmarks.operators import Sizes
from console.benchmarks.payload import PayloadRow, measure_payload
from console.benchmarks.sentences import SIZES as TEXT_SIZES
from console.benchmarks.sentences import SplittingRow, measure_splitting
from console.benchmarks.tone import ToneRow, measure_tone
from console.bundles.problems import BundleError
from console.bundles.rows import BundleRows
from console.bundles.schema import read_bundle

Options: TypeAlias = dict[str, Any]
Figures: TypeAlias = list[dict[str, Any]]
Part: TypeAlias = Callable[[BundleRows, Options], Figures]

USUAL: Final = ("gate", "tone", "line")
MORE: Final = ("audit", "libraries", "payload", "sentences", "events")
WRITERS: Final = 8
FULL: Final = Sizes(locations=10_000, articles=50_000, offers=20_000, tickets=1_000_000)


class Command(BaseCommand):
    help = "Measures how fast the gate, the payload and the whole line are; stores nothing."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument(
            "part",
            nargs="?",
            choices=("all", *USUAL, *MORE),
            default="all",
        )
        parser.add_argument(
            "--bundle",
            type=Path,
            default=settings.BASE_DIR / "demo" / "world",
            help="the operator to measure with; the demo operator unless given",
        )
        parser.add_argument("--runs", type=int, default=200)
        for kind, size in asdict(FULL).items():
            parser.add_argument(
                f"--{kind}", type=int, default=size, help=f"payload: the most {kind} ({size:,})"
            )
        parser.add_argument(
            "--seconds", type=float, default=15.0, help="audit: how long to write events (15)"
        )
        parser.add_argument("--json", type=Path, help="also write the figures here")

    def handle(self, *args: Any, **options: Any) -> None:
        if options["runs"] < 1:
            raise CommandError("--runs must be 1 or more.")
        try:
            rows = read_bundle(options["bundle"], lenient=True)
        except (BundleError, OSError) as error:
            raise CommandError(str(error)) from error
        parts: dict[str, Part] = {
            "gate": self._gate,
            "tone": self._tone,
            "line": self._line,
            "audit": self._audit,
            "libraries": self._libraries,
            "payload": self._payload,
            "sentences": self._sentences,
            "events": self._events,
        }
        asked = USUAL if options["part"] == "all" else (options["part"],)
        figures = {name: parts[name](rows, options) for name in asked}
        if options["json"]:
            options["json"].write_text(json.dumps(figures, indent=1) + "\n", encoding="utf-8")

    def _gate(self, rows: BundleRows, options: Options) -> Figures:
        self.stdout.write("Gate: a 120-word reply, every layer on (milliseconds)")
        self.stdout.write("  rules  in scope  compile s  memory MB  median     p95     p99")
        found: Figures = []
        for row in measure_gate(rows, runs=options["runs"]):
            self.stdout.write(_gate_line(row))
            found.append(asdict(row))
        return found

    def _tone(self, rows: BundleRows, options: Options) -> Figures:
        self.stdout.write("Voice: check and report of a 120-word reply (milliseconds)")
        self.stdout.write("  voice              dimensions  median     p95  with parsing    p95")
        found: Figures = []
        for row in measure_tone(rows, runs=options["runs"]):
            self.stdout.write(_tone_line(row))
            found.append(asdict(row))
        return found

    def _line(self, rows: BundleRows, options: Options) -> Figures:
        self.stdout.write("Payload and draft, composer, in the database (milliseconds)")
        self.stdout.write(
            "  locations  queries  payload median     p95  queries  draft median     p95"
        )
        found: Figures = []
        for row in measure_line(rows, runs=max(10, options["runs"] // 5)):
            self.stdout.write(_line_line(row))
            found.append(asdict(row))
        return found

    def _audit(self, _rows: BundleRows, options: Options) -> Figures:
        self.stdout.write(
            f"Log: {WRITERS} writers and a sequencer, in databases of their own; CPU without "
            "the database's"
        )
        self.stdout.write(
            "  events  a second  published after ms     p99  CPU µs to write  to sequence  to check"
            "  faults  load before"
        )
        found: Figures = []
        for row in measure_appends(writers=WRITERS, seconds=options["seconds"]):
            self.stdout.write(_audit_line(row))
            found.append(asdict(row))
        return found

    def _libraries(self, rows: BundleRows, options: Options) -> Figures:
        if missing := missing_libraries():
            self.stderr.write(
                f"Left out, not installed: {', '.join(missing)}. "
                "pip install -r requirements-bench.txt brings them."
            )
        self.stdout.write("Rules as phrases, beside libraries that look for phrases (milliseconds)")
        found: list[LibraryRow] = []
        for row in measure_libraries(bench_case(rows), rules=10_000, runs=options["runs"]):
            found.append(row)
            ratio = row.timing.median / found[0].timing.median
            caught = ", ".join(f"{kind} {hits}/{of}" for kind, hits, of in row.caught)
            self.stdout.write(
                f"{row.engine:32} {row.rules:7,} rules  built in {row.build_seconds:6.2f} s"
                f"  median {row.timing.median:8.2f}  p95 {row.timing.p95:8.2f}"
                f"  {ratio:7.1f} x\n{'':8}caught: {caught}"
            )
        return [asdict(row) for row in found]

    def _events(self, rows: BundleRows, options: Options) -> Figures:
        self.stdout.write("Events of the attestation log, without and with by turns (milliseconds)")
        self.stdout.write(
            "  a reply is             without    with   added   CPU without    with   added"
            "   database's without    with   load"
        )
        found: Figures = []
        for row in measure_events(rows, runs=options["runs"]):
            self.stdout.write(_events_line(row))
            found.append(asdict(row))
        return found

    def _sentences(self, _rows: BundleRows, _options: Options) -> Figures:
        self.stdout.write("Sentences: splitting, measuring and mending one text (milliseconds)")
        sizes = "".join(f"{size // 1000:>7} kB" for size in TEXT_SIZES)
        self.stdout.write(f"  {'kind':20}{sizes}   ratio   of which split  measure    mend")
        rows: list[SplittingRow] = []
        for row in measure_splitting():
            rows.append(row)
            if row.characters == TEXT_SIZES[-1]:
                self.stdout.write(_splitting_line(rows[-len(TEXT_SIZES) :]))
        return [asdict(row) for row in rows]

    def _payload(self, rows: BundleRows, options: Options) -> Figures:
        full = Sizes(**{kind: options[kind] for kind in asdict(FULL)})
        if min(asdict(full).values()) < 1:
            raise CommandError("Every size must be 1 or more.")
        steps = (*(step for step in SIZES if step < full.locations), full.locations)
        self.stdout.write(
            "Payload: tickets at places all over one brand, in a database of its own (milliseconds)"
        )
        self.stdout.write(
            "  locations  articles  offers    tickets  setup s  queries  median     p95     p99"
            "  again     p95  database  search      kB"
        )
        found = []
        for row in measure_payload(rows, full=full, steps=steps, runs=options["runs"]):
            self.stdout.write(_payload_line(row))
            found.append(asdict(row))
        return found


def _audit_line(row: AuditRow) -> str:
    return (
        f"{row.events:8,}  {row.per_second:8,.0f}  {row.lag.median:18,.0f}  {row.lag.p99:6,.0f}"
        f"  {row.writer_cpu:15,.0f}  {row.sequencer_cpu:11,.0f}  {row.check_per_event:8,.0f}"
        f"  {row.faults:6}  {row.load:11.1f}"
    )


def _payload_line(row: PayloadRow) -> str:
    sizes, timing = row.sizes, row.payload
    return (
        f"{sizes.locations:11,}  {sizes.articles:8,}  {sizes.offers:6,}  {sizes.tickets:9,}"
        f"  {row.setup:7.1f}  {row.queries:7}  {timing.median:6.1f}  {timing.p95:6.1f}"
        f"  {timing.p99:6.1f}  {row.again.median:5.1f}  {row.again.p95:6.1f}"
        f"  {row.database_share:8.0%}  {row.search_share:6.0%}"
        f"  {row.bytes_most / 1000:6.0f}"
    )


def _events_line(row: EventsRow) -> str:
    database = (row.database_cpu_without, row.database_cpu_with_events)
    less, more = ("-" if each is None else f"{each:.2f}" for each in database)
    return (
        f"  {row.what:22} {row.without:7.1f} {row.with_events:7.1f} {row.added:7.2f}"
        f"  {row.cpu_without:12.2f} {row.cpu_with_events:7.2f}"
        f" {row.cpu_added:7.2f}  {less:>19} {more:>7} {row.load:6.1f}"
    )


def _splitting_line(rows: list[SplittingRow]) -> str:
    last = rows[-1]
    totals = "".join(f"{row.total:10.2f}" for row in rows)
    ratio = last.total / rows[0].total
    return (
        f"  {last.kind:20}{totals}  {ratio:6.1f}   {last.split:14.2f}  {last.measure:7.2f}"
        f"  {last.mend:6.2f}"
    )


def _gate_line(row: GateRow) -> str:
    timing = row.timing
    return (
        f"{row.rules:7,}  {row.in_scope:8}  {row.compile_seconds:9.2f}  {row.memory_mb:9.1f}"
        f"  {timing.median:6.2f}  {timing.p95:6.2f}  {timing.p99:6.2f}"
    )


def _tone_line(row: ToneRow) -> str:
    return (
        f"  {row.voice[:18]:18} {row.dimensions:10}"
        f"  {row.parsed.median:6.3f}  {row.parsed.p95:6.3f}"
        f"  {row.whole.median:12.3f}  {row.whole.p95:5.3f}"
    )


def _line_line(row: LineRow) -> str:
    return (
        f"{row.locations:11,}  {row.payload_queries:7}  {row.payload.median:14.1f}"
        f"  {row.payload.p95:6.1f}  {row.draft_queries:7}  {row.draft.median:12.1f}"
        f"  {row.draft.p95:6.1f}"
    )
