"""Writes the JSON Schema of stored payloads."""

from __future__ import annotations

import json
from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand

from drafting.context.schema import payload_schema


class Command(BaseCommand):
    help = "Writes the JSON Schema of stored payloads to docs/reference/payload.schema.json."
    requires_system_checks = ()

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument(
            "path",
            nargs="?",
            type=Path,
            default=settings.BASE_DIR / "docs" / "reference" / "payload.schema.json",
        )

    def handle(self, *args: Any, **options: Any) -> None:
        text = json.dumps(payload_schema(), indent=2, ensure_ascii=False) + "\n"
        options["path"].write_text(text, encoding="utf-8")
        self.stdout.write(f"Wrote {options['path']}.")
