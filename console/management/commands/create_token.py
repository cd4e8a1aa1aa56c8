"""Makes an API token and prints it, once."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

from django.contrib.auth import get_user_model
from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.utils import timezone

from console.models import issue


class Command(BaseCommand):
    help = "Makes an API token for a user and prints it; it is not shown again."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("username")
        parser.add_argument("--label", default="", help="what will use it")
        parser.add_argument(
            "--machine",
            action="store_true",
            help="a program acts with it by itself: the log names the token as who acted",
        )
        parser.add_argument("--days", type=int, help="how long it is valid; for ever if left out")

    def handle(self, *args: Any, **options: Any) -> None:
        user = get_user_model().objects.filter(username=options["username"]).first()
        if user is None:
            raise CommandError(
                f"There is no user “{options['username']}”; `manage.py createsuperuser` or the "
                "admin makes one."
            )
        days = options["days"]
        if days is not None and days < 1:
            raise CommandError("--days takes a number of 1 or more.")
        expires_at = timezone.now() + timedelta(days=days) if days else None
        _, token = issue(
            user=user,
            label=options["label"],
            expires_at=expires_at,
            machine=options["machine"],
        )
        self.stdout.write(token)
