"""Sets the password of an account, as Django does, and tells the log of it."""

from __future__ import annotations

import getpass
from typing import Any

from django.contrib.auth.management.commands import changepassword
from django.contrib.auth.models import User
from django.db import transaction
from django.utils import timezone

from console.access import access_of, tell_account


class Command(changepassword.Command):
    def handle(self, *args: Any, **options: Any) -> str | None:
        with transaction.atomic():
            said = super().handle(*args, **options)
            account = User.objects.get(username=options["username"] or getpass.getuser())
            tell_account(
                account, before=access_of(account), at=timezone.now(), by=None, password=True
            )
        return said
