"""Counts the phrases of published support conversations: what a voice is compared with."""

from __future__ import annotations

import json
from argparse import ArgumentParser
from collections import Counter
from pathlib import Path
from typing import Any, Final

from django.core.management.base import BaseCommand

from compliance.gate.text import Text
from compliance.gate.tone.voice import Voice
from compliance.learning.counting import Counted
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
    help = "Writes the table of phrase counts that learning a voice compares with."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("files", nargs="+", type=Path, help="JSON lines with source and text")
        parser.add_argument("--out", type=Path, default=PATH)

    def handle(self, *args: Any, **options: Any) -> None:
        counted, used = Counted(), Counter[str]()
        seen: set[str] = set()
        for file in options["files"]:
            for line in file.read_text(encoding="utf-8").splitlines():
                row = json.loads(line)
                source = next((name for name in SOURCES if row["source"].startswith(name)), None)
                if source is None or row["text"] in seen:
                    continue
                seen.add(row["text"])
                used[source] += 1
                counted.add(Voice(Text(row["text"])))
        about = [f"{SOURCES[name]}: {used[name]} texts" for name in SOURCES if used[name]]
        size = write_table(options["out"], counted, least=LEAST, about=about)
        self.stdout.write(f"{counted.texts} texts, {size} phrases: {options['out']}")
