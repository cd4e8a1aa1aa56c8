"""Counts and measures published support conversations: what a voice is compared with."""

from __future__ import annotations

import json
from argparse import ArgumentParser
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any, Final

from django.core.management.base import BaseCommand

from compliance.gate.tone.speech import speech_in
from compliance.learning.counting import Counted
from compliance.learning.measuring import NOTHING, MeasuredReply, measure
from compliance.learning.reference import PATH, write_table

# Of the public files only those whose licence lets what is derived from them be given on.
SOURCES: Final = {
    "star": "STAR, RasaHQ/STAR, MIT",
    "tau-bench": "tau-bench, sierra-research/tau-bench, MIT",
    "abcd": "ABCD, asappresearch/abcd, MIT",
    "dstc11": "DSTC 11 track 2, amazon-science/dstc11-track2-intent-induction, CDLA-Permissive-2.0",
    "banking77": "BANKING77, PolyAI-LDN/task-specific-datasets, CC-BY-4.0, "
    "(c) PolyAI Limited; counted, no texts kept",
}
LEAST: Final = 2


class Command(BaseCommand):
    help = "Writes the table of phrases and measures that learning a voice compares with."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument(
            "replies", type=Path, help="agents' replies: lines of JSON with source and text"
        )
        parser.add_argument("messages", nargs="*", type=Path, help="customers' messages, the same")
        parser.add_argument("--out", type=Path, default=PATH)

    def handle(self, *args: Any, **options: Any) -> None:
        counted, used = Counted(), Counter[str]()
        measured: list[MeasuredReply] = []
        for file in (options["replies"], *options["messages"]):
            for source, text in _texts(file):
                used[source] += 1
                speech = speech_in(text, NOTHING)
                counted.add(speech.voice)
                if file == options["replies"]:
                    measured.append(measure(speech))
        about = [f"{SOURCES[name]}: {used[name]} texts" for name in SOURCES if used[name]]
        size = write_table(options["out"], counted, measured, least=LEAST, about=about)
        self.stdout.write(f"{counted.texts} texts, {size} phrases: {options['out']}")


def _texts(path: Path) -> Iterator[tuple[str, str]]:
    """Yield the texts of a file that may be used, each once, with the source of each."""
    seen: set[str] = set()
    for line in path.read_text(encoding="utf-8").splitlines():
        row = json.loads(line)
        source = next((name for name in SOURCES if row["source"].startswith(name)), None)
        if source is not None and row["text"] not in seen:
            seen.add(row["text"])
            yield source, row["text"]
