"""Writes the reference of checks from the checks themselves."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand

from console.explaining.reference import reference

PATH = Path(settings.BASE_DIR) / "docs" / "reference" / "checks.md"


class Command(BaseCommand):
    help = "Writes docs/reference/checks.md from the checks of the gate."
    requires_system_checks: list[str] = []

    def handle(self, *args: Any, **options: Any) -> None:
        PATH.write_text(reference(), encoding="utf-8")
        self.stdout.write(f"{PATH.relative_to(settings.BASE_DIR)} is written.")
