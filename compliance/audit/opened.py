"""Opens commitments: whether a text that is kept is the text of an event."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from compliance.audit.canonical import CanonicalError, read_canonical
from compliance.audit.commitments import commitment
from compliance.models import AuditEvent, AuditSalt

# Finds the texts that events may have committed themselves to; which one it is, the salt tells.
TextSource = Callable[[Sequence[AuditEvent]], Mapping[Any, Sequence[str]]]


@dataclass(frozen=True, slots=True)
class Opened:
    """A commitment of an event: under which name, the salt that is left, and the text it opens to.

    Without a salt nobody can tell any more which text it was. With one, and without a text, none
    of those that are kept is the text.
    """

    name: str
    salt: bytes | None
    text: str | None


def opened(events: Sequence[AuditEvent], source: TextSource) -> dict[UUID, tuple[Opened, ...]]:
    """Return what is left of each event's texts, by their names. One query, and the source's."""
    salts: dict[UUID, dict[str, bytes]] = {}
    for salt in AuditSalt.objects.filter(event__in=[event.pk for event in events]):
        salts.setdefault(salt.event_id, {})[salt.name] = bytes(salt.salt)
    known = source(events)
    return {
        event.pk: tuple(
            _opened(each, salts.get(event.pk, {}), known.get(event.pk, ()))
            for each in _stated(event)
        )
        for event in events
    }


def _stated(event: AuditEvent) -> list[dict[str, str]]:
    """Return the commitments of an event, each with name and digest; of broken bytes none."""
    try:
        stated = read_canonical(bytes(event.body)).get("texts")
    except CanonicalError:
        return []
    found = [each for each in stated or () if isinstance(each, dict) and "name" in each]
    return sorted(found, key=lambda each: str(each["name"]))


def _opened(stated: dict[str, str], salts: Mapping[str, bytes], known: Sequence[str]) -> Opened:
    name = stated["name"]
    salt = salts.get(name)
    if salt is None:
        return Opened(name, None, None)
    fits = (text for text in known if commitment(text, salt) == stated.get("sha256"))
    return Opened(name, salt, next(fits, None))
