"""Exports the stored configuration as a bundle that imports to the same again."""

from __future__ import annotations

from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError

from console.bundles.export import write_file, write_folder
from console.bundles.stored import snapshot


class Command(BaseCommand):
    help = "Writes the stored configuration as YAML, to one file or to a folder."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument(
            "path", type=Path, help="a name ending in .yaml for one file, otherwise a folder"
        )

    def handle(self, *args: Any, **options: Any) -> None:
        path: Path = options["path"]
        rows = snapshot()
        try:
            if path.suffix in {".yaml", ".yml"}:
                write_file(rows, path)
            else:
                write_folder(rows, path)
        except OSError as error:
            raise CommandError(f"{path} cannot be written: {error.strerror}.") from error
        self.stdout.write(f"Wrote {sum(1 for _ in rows)} rows to {path}.")
