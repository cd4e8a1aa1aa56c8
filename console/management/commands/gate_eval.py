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
from console.evaluation.judging import AnswersError, read_answers, write_requests
from console.evaluation.running import Evaluation
from console.evaluation.scoring import measure
from drafting.judge.calling import Judge, UnstoredJudge, configured_endpoint


class Command(BaseCommand):
    help = "Runs labelled drafts through the gate against a bundle, touching no stored data."
    requires_system_checks: list[str] = []

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("--bundle", type=Path, required=True, help="YAML file or folder")
        parser.add_argument("--cases", type=Path, required=True, help="JSON lines, one case each")
        parser.add_argument("--json", type=Path, help="also write the report here")
        parser.add_argument("--explain", metavar="ID", help="print one case in full instead")
        judges = parser.add_mutually_exclusive_group()
        judges.add_argument(
            "--judge", action="store_true", help="add the configured semantic judge"
        )
        judges.add_argument(
            "--judge-requests", type=Path, metavar="OUT", help="write what a judge is asked, only"
        )
        judges.add_argument(
            "--judge-answers", type=Path, metavar="FILE", help="add a judge's recorded answers"
        )

    def handle(self, *args: Any, **options: Any) -> None:
        try:
            rows = read_bundle(options["bundle"], lenient=True)
            file = read_cases(options["cases"])
        except (BundleError, OSError) as error:
            raise CommandError(str(error)) from error
        for warning in rows.warnings:
            self.stderr.write(self.style.WARNING(f"Warning: {warning}"))
        for number, message in file.bad_lines:
            self.stderr.write(self.style.ERROR(f"{options['cases']}:{number}: {message}"))

        cases = _chosen(file.cases, options["explain"])
        if options["judge_requests"]:
            try:
                count = write_requests(Evaluation(rows), cases, options["judge_requests"])
            except OSError as error:
                raise CommandError(f"The requests were not written: {error}") from error
            self.stdout.write(f"{count} requests for {len(cases)} cases.")
            return
        scores = measure(
            rows,
            cases,
            budget_seconds=settings.DRAFTGATE_GATE_TIMEOUT_MS / 1000,
            judge=_judge(options),
        )
        if failed := [score for score in scores if score.outcome.judge_fault]:
            self.stderr.write(
                self.style.WARNING(
                    f"The judge gave no usable answer to {len(failed)} of {len(scores)} cases, "
                    f"the first time: {failed[0].outcome.judge_fault}"
                )
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


def _judge(options: dict[str, Any]) -> Judge | None:
    if options["judge_answers"]:
        try:
            return read_answers(options["judge_answers"])
        except (AnswersError, OSError) as error:
            raise CommandError(str(error)) from error
    if not options["judge"]:
        return None
    endpoint = configured_endpoint()
    if endpoint is None:
        raise CommandError("No semantic judge is configured; set DRAFTGATE_JUDGE_MODEL.")
    return UnstoredJudge(endpoint)


def _chosen(cases: tuple[Case, ...], only: str | None) -> tuple[Case, ...]:
    chosen = tuple(case for case in cases if only in {None, case.id})
    if not chosen:
        raise CommandError(f"There is no case “{only}”." if only else "There is no case to read.")
    return chosen
