"""Makes somebody who may do everything, as Django does, and tells the log of it."""

from __future__ import annotations

from typing import Any

from django.contrib.auth.management.commands import createsuperuser
from django.contrib.auth.models import User
from django.db import transaction
from django.utils import timezone

from console.access import tell_account


class Command(createsuperuser.Command):
    def handle(self, *args: Any, **options: Any) -> None:
        with transaction.atomic():
            known = set(User.objects.values_list("pk", flat=True))
            super().handle(*args, **options)
            for made in User.objects.exclude(pk__in=known).filter(is_superuser=True):
                tell_account(made, before=None, at=timezone.now(), by=None)
