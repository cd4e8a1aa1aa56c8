"""Learns a voice from a file of approved replies and prints it; stores nothing."""

from __future__ import annotations

import json
from argparse import ArgumentParser
from dataclasses import asdict
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError

from compliance.learning.holdout import hold_out
from compliance.learning.learn import learn, title_of
from compliance.learning.proposal import Learned, overlay_of
from compliance.learning.reference import reference
from compliance.learning.samples import FEWEST_REPLIES, Sample, SampleError, read_sample
from console.voice.words import said

Voices = dict[str, Sample]


class Command(BaseCommand):
    help = "Learns a voice from approved replies: what would be proposed, and how well it tells."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("file", type=Path, help="CSV, lines of JSON or plain text")
        parser.add_argument("--column", default="", help="the column or key of the replies")
        parser.add_argument("--json", type=Path, help="write the proposal here as well")
        parser.add_argument(
            "--holdout",
            action="store_true",
            help="hold each fifth back once, and say how many of its replies are accepted",
        )
        parser.add_argument(
            "--against", type=Path, nargs="+", default=[], help="replies of others to hold it to"
        )
        parser.add_argument(
            "--by",
            default="",
            help="a key of lines of JSON that tells voices apart: each is learned, and held to "
            "all others",
        )

    def handle(self, *args: Any, **options: Any) -> None:
        if options["by"]:
            self._tell_apart(_voices(options["file"], options["by"], options["column"]))
            return
        sample = _read(options["file"], options["column"])
        learned = learn(sample.replies, reference())
        self._print(sample, learned)
        if options["json"]:
            text = json.dumps(asdict(learned), indent=2, ensure_ascii=False)
            options["json"].write_text(text + "\n", encoding="utf-8")
        if options["holdout"] or options["against"]:
            others = {path.name: _read(path, options["column"]) for path in options["against"]}
            self._print_table({options["file"].name: sample}, others)

    def _print(self, sample: Sample, learned: Learned) -> None:
        left_out = f" Left out: {sample.left_out}." if sample.left_out else ""
        self.stdout.write(
            f"{len(sample.replies)} usable replies of {sample.read}.{left_out} "
            f"{learned.accepted} of {learned.measured} measured are accepted; "
            f"{learned.unseen:.0%} of unseen ones, by cross-validation.\n\n"
        )
        for each in learned.proposals:
            low, high = each.interval
            effect = "enforced" if each.enforces else "steers"
            value = " / ".join(said(overlay_of([each]), each.field))
            self.stdout.write(f"{title_of(each.field)}: {value}  ({effect})")
            self.stdout.write(f"    {each.evidence} Within it: {low:.0%} to {high:.0%}.")
        for none in learned.declined:
            self.stdout.write(f"{title_of(none.field)}: nothing. {none.reason}")

    def _tell_apart(self, voices: Voices) -> None:
        self._print_table(
            {name: each for name, each in voices.items() if len(each.replies) >= FEWEST_REPLIES},
            voices,
        )

    def _print_table(self, learned: Voices, others: Voices) -> None:
        names = list(others)
        self.stdout.write(f"| learned from | replies | held back | lowest | {' | '.join(names)} |")
        self.stdout.write("|---|" + "---:|" * (3 + len(names)))
        for name, sample in learned.items():
            strangers = {
                other: each.replies for other, each in others.items() if each is not sample
            }
            found = hold_out(sample.replies, strangers, reference())
            cells = [
                f"{found.others[other]:.0%}" if other in found.others else "" for other in names
            ]
            self.stdout.write(
                f"| {name} | {len(sample.replies)} | {found.mean:.0%} | {min(found.own):.0%} | "
                f"{' | '.join(cells)} |"
            )


def _read(path: Path, column: str) -> Sample:
    try:
        return read_sample(path.read_bytes(), name=path.name, column=column)
    except OSError as error:
        raise CommandError(f"{path}: {error.strerror}.") from error
    except SampleError as error:
        raise CommandError(f"{path}:\n{error}") from error


def _voices(path: Path, key: str, column: str) -> Voices:
    """Return the replies of each voice in a file; of those too few to learn, what there is."""
    lines: dict[str, list[str]] = {}
    for line in path.read_text(encoding="utf-8").splitlines():
        row = json.loads(line)
        lines.setdefault(str(row[key]), []).append(line)
    return {
        name: read_sample("\n".join(rows).encode(), name=path.name, column=column, fewest=1)
        for name, rows in sorted(lines.items())
    }
