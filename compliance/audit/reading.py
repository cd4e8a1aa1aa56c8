"""Whether a stored event is as it should be: bytes in one spelling, columns that copy them."""

from __future__ import annotations

from typing import Any

from compliance.audit.bundle import EVENT_VERSIONS
from compliance.audit.canonical import CanonicalError, read_canonical
from compliance.audit.events import stamp
from compliance.models import AuditEvent


def read_event(event: AuditEvent, *, origin: str) -> tuple[dict[str, Any], list[str]]:
    """Return what an event says, and in plain words what is wrong with how it is stored."""
    try:
        said = read_canonical(bytes(event.body))
    except CanonicalError as error:
        return {}, [str(error)]
    if type(said.get("v")) is not int or said["v"] not in EVENT_VERSIONS:
        return said, [f"It is of the version {said.get('v')}, which nobody here can read."]
    faults = []
    if said.get("log") != origin:
        faults.append(f"It says that it belongs to the log {said.get('log')}.")
    actor = said.get("actor")
    by = actor if isinstance(actor, dict) else {}
    columns: dict[str, tuple[object, object]] = {
        "id": (str(event.pk), said.get("id")),
        "type": (event.type, said.get("type")),
        "at": (stamp(event.at), said.get("at")),
        "actor_kind": (event.actor_kind, by.get("kind")),
        "actor": (event.actor, by.get("id")),
        "location": (event.location, said.get("location")),
        "ticket": (event.ticket, said.get("ticket")),
        "draft": (None if event.draft is None else str(event.draft), said.get("draft")),
    }
    for name, (column, body) in columns.items():
        if column != body:
            faults.append(f"Its column {name} says “{column}”, and the event says “{body}”.")
    return said, faults
