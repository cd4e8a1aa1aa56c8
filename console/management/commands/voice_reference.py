"""Writes the reference of a voice's fields from the model and the gate."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand

from console.voice.reference import reference

PATH = Path(settings.BASE_DIR) / "docs" / "reference" / "tone.md"


class Command(BaseCommand):
    help = "Writes docs/reference/tone.md from the fields of a voice."
    requires_system_checks: list[str] = []

    def handle(self, *args: Any, **options: Any) -> None:
        PATH.write_text(reference(), encoding="utf-8")
        self.stdout.write(f"{PATH.relative_to(settings.BASE_DIR)} is written.")
