"""Measures the gate on labelled drafts against a bundle; stored data stays untouched."""

from __future__ import annotations

import json
from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError

from console.bundles.problems import BundleError
from console.bundles.schema import read_bundle
from console.evaluation import report
from console.evaluation.cases import Case, read_cases
from console.evaluation.scoring import measure


class Command(BaseCommand):
    help = "Runs labelled drafts through the gate against a bundle, touching no stored data."
    requires_system_checks: list[str] = []

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("--bundle", type=Path, required=True, help="YAML file or folder")
        parser.add_argument("--cases", type=Path, required=True, help="JSON lines, one case each")
        parser.add_argument("--json", type=Path, help="also write the report here")
        parser.add_argument("--explain", metavar="ID", help="print one case in full instead")
        parser.add_argument("--judge", action="store_true", help="add the semantic judge")

    def handle(self, *args: Any, **options: Any) -> None:
        if options["judge"]:
            raise CommandError("No semantic judge is configured; run without --judge.")
        try:
            rows = read_bundle(options["bundle"], lenient=True)
            file = read_cases(options["cases"])
        except (BundleError, OSError) as error:
            raise CommandError(str(error)) from error
        for warning in rows.warnings:
            self.stderr.write(self.style.WARNING(f"Warning: {warning}"))
        for number, message in file.bad_lines:
            self.stderr.write(self.style.ERROR(f"{options['cases']}:{number}: {message}"))

        scores = measure(
            rows,
            _chosen(file.cases, options["explain"]),
            budget_seconds=settings.DRAFTGATE_GATE_TIMEOUT_MS / 1000,
        )
        self.stdout.write(
            report.explained(scores[0]) if options["explain"] else report.overview(scores)
        )
        if options["json"]:
            written = json.dumps(report.as_json(scores), ensure_ascii=False, indent=1) + "\n"
            try:
                options["json"].write_text(written, encoding="utf-8")
            except OSError as error:
                raise CommandError(f"The report was not written: {error}") from error
        if file.bad_lines:
            raise CommandError(
                f"{len(file.bad_lines)} of the lines were no case; the others were measured."
            )


def _chosen(cases: tuple[Case, ...], only: str | None) -> tuple[Case, ...]:
    chosen = tuple(case for case in cases if only in {None, case.id})
    if not chosen:
        raise CommandError(f"There is no case “{only}”." if only else "There is no case to read.")
    return chosen
