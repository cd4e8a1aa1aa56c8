"""The demo's logins: random, kept in one private file, so that a second run can name them again."""

from __future__ import annotations

import json
import os
import secrets
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

from django.contrib.auth.models import User

from console.models import ApiToken, issue, prefix_of
from locations.roles import AGENT

_LABEL: Final = "demo"


@dataclass(frozen=True, slots=True)
class Login:
    """A person of the demo; the password is empty when they have chosen their own since."""

    username: str
    roles: tuple[str, ...]
    password: str


class Logins:
    """The passwords and the API token of the demo's people."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._kept: dict[str, Any] = self._read()

    def of(self, people: dict[str, tuple[str, ...]]) -> list[Login]:
        """Return everybody's login, with a new password for those who never had one.

        A password that somebody chose for themselves is left alone.
        """
        users = {user.username: user for user in User.objects.filter(username__in=people)}
        logins = []
        for username, roles in people.items():
            user = users[username]
            password = self._kept.get(username, "")
            if not user.has_usable_password() or (not password and user.last_login is None):
                password = secrets.token_urlsafe(9)
                user.set_password(password)
                user.save(update_fields=["password"])
            elif not user.check_password(password):
                password = ""
            self._kept[username] = password
            logins.append(Login(username, roles, password))
        self._write()
        return logins

    def token_of(self, people: dict[str, tuple[str, ...]]) -> tuple[str, str]:
        """Return the first agent and a working API token of theirs; empty when there is none."""
        agent = next((name for name, roles in people.items() if AGENT in roles), "")
        if not agent:
            return "", ""
        token = str(self._kept.get("api_token", ""))
        stored = ApiToken.objects.filter(
            prefix=prefix_of(token), user__username=agent, revoked_at=None
        ).first()
        if stored is None or not stored.matches(token):
            _, token = issue(user=User.objects.get(username=agent), label=_LABEL)
            self._kept["api_token"] = token
            self._write()
        return agent, token

    def _read(self) -> dict[str, Any]:
        try:
            kept = json.loads(self._path.read_text(encoding="utf-8"))
        except (OSError, ValueError):
            return {}
        return kept if isinstance(kept, dict) else {}

    def _write(self) -> None:
        """Replace the file at once; nobody else may read it, not even while it is written."""
        self._path.parent.mkdir(parents=True, exist_ok=True)
        unfinished = self._path.with_name(f"{self._path.name}.{os.getpid()}")
        with os.fdopen(
            os.open(unfinished, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600), "w", encoding="utf-8"
        ) as file:
            json.dump(self._kept, file, indent=1)
        unfinished.replace(self._path)
