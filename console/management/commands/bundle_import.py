"""Imports a bundle: prints the plan, then applies it in one transaction."""

from __future__ import annotations

from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.contrib.auth.models import User
from django.core.management.base import BaseCommand, CommandError
from django.utils import timezone

from console.bundles.apply import import_bundle, preview
from console.bundles.plan import describe, warnings_of
from console.bundles.problems import BundleError
from console.bundles.schema import read_bundle


class Command(BaseCommand):
    help = "Brings the stored configuration in line with a bundle of YAML."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("path", type=Path, help="YAML file, or a folder of them")
        parser.add_argument("--dry-run", action="store_true", help="print the plan only")
        parser.add_argument("--reason", help="why, for the history; names the bundle if left out")
        parser.add_argument("--user", help="who, for the history: a user name")
        parser.add_argument(
            "--prune", action="store_true", help="delete stored rows that the bundle lacks"
        )

    def handle(self, *args: Any, **options: Any) -> None:
        reason = options["reason"]
        if reason is None:
            reason = f"imported from {options['path'].name}"
        actor = None
        if options["user"]:
            actor = User.objects.filter(username=options["user"], is_active=True).first()
            if actor is None:
                raise CommandError(f"There is no user “{options['user']}”.")
        if not reason.strip():
            raise CommandError("Say why with --reason; it is kept in the history.")
        try:
            bundle = read_bundle(options["path"])
            if options["dry_run"]:
                plan = preview(bundle, prune=options["prune"])
            else:
                plan = import_bundle(
                    bundle=bundle, actor=actor, reason=reason, prune=options["prune"]
                )
        except BundleError as error:
            count = len(error.problems)
            raise CommandError(
                f"{error}\n{count} problem{'s' if count > 1 else ''}; nothing was changed."
            ) from error
        for line in describe(plan):
            self.stdout.write(line)
        for warning in warnings_of(plan, bundle, timezone.now()):
            self.stderr.write(f"Warning: {warning}")
        if options["dry_run"]:
            self.stdout.write("Dry run: nothing was changed.")
        else:
            self.stdout.write("Nothing to do." if plan.is_empty else "Done.")
