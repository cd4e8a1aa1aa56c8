"""Section ``people``: who works here, in which roles, and which locations they answer for."""

from __future__ import annotations

from typing import Any

from django.contrib.auth.models import User

from console.bundles.builder import Builder
from console.bundles.fields import Fields, did_you_mean
from console.bundles.rows import BundleRows, Person
from console.bundles.writing import kept, short_state
from locations.models import RosterEntry
from locations.roles import ROLES

EVERYWHERE = "everywhere"


def read_people(root: Fields, builder: Builder) -> None:
    """Read the persons of ``people``: a mapping of user names. Passwords are never in a bundle."""
    for username, part in root.named_parts("people"):
        roles = part.words("roles")
        for role in roles:
            if role not in ROLES:
                part.fault("roles", f"“{role}” is no role; {did_you_mean(role, ROLES)}")
        person = Person(
            username=username,
            roles=tuple(roles),
            first_name=part.text("first_name"),
            last_name=part.text("last_name"),
            email=part.text("email"),
        )
        part.node("roster")
        part.finish()
        user = User(
            username=username,
            first_name=person.first_name,
            last_name=person.last_name,
            email=person.email,
            # Never empty, so that validation passes; nobody can sign in with it.
            password="!",  # noqa: S106
        )
        builder.people[username] = person
        builder.users[username] = user
        part.check(user, {"username": ""})


def read_rosters(root: Fields, builder: Builder) -> None:
    """Read the ``roster`` of each person: ``everywhere``, or a list of what they cover."""
    for username, part in root.named_parts("people"):
        if part.text_if_scalar("roster") == EVERYWHERE:
            row = RosterEntry(user=builder.users[username], everywhere=True)
            builder.add(row, part, part.place_of("roster"))
            continue
        for entry in part.parts("roster", key="location"):
            row = RosterEntry(
                user=builder.users[username],
                brand=builder.brand(entry),
                state=entry.state("state"),
                location=builder.location(entry),
                everywhere=entry.boolean(EVERYWHERE, default=False),
            )
            entry.finish()
            builder.add(row, entry)
            entry.check(row)


def write_people(rows: BundleRows) -> dict[str, Any]:
    """Write ``people``."""
    covers: dict[str, list[dict[str, Any]]] = {}
    for row in rows.roster:
        scope = {
            EVERYWHERE: row.everywhere or None,
            "brand": row.brand and row.brand.code,
            "state": short_state(row.state),
            "location": row.location and row.location.code,
        }
        covers.setdefault(row.user.username, []).append(kept(scope))
    return {
        person.username: kept(
            {
                "first_name": person.first_name,
                "last_name": person.last_name,
                "email": person.email,
                "roles": list(person.roles),
                "roster": _short(covers.get(person.username, [])),
            }
        )
        for person in rows.people
    }


def _short(covers: list[dict[str, Any]]) -> list[dict[str, Any]] | str:
    return EVERYWHERE if covers == [{EVERYWHERE: True}] else covers
