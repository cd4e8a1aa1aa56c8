"""What the log was told since one looked last, held against what must have been told."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from compliance.audit.canonical import read_canonical
from compliance.audit.commitments import commitment
from compliance.audit.events import stamp
from compliance.models import AuditEvent, AuditSalt, PendingEvent

SYSTEM = ("system", "draftgate", None)


@dataclass(frozen=True)
class Tell:
    """One event that must be there: of which kind, by whom, of which draft, with which texts.

    ``by`` is the kind and id of the actor and the id of the token, if any. The texts must be all
    that the event commits itself to; of the details those that are named must be as given.
    """

    type: str
    by: tuple[str, str, str | None]
    draft: Any = None
    texts: Mapping[str, str] = field(default_factory=dict)
    details: Mapping[str, Any] = field(default_factory=dict)


class Listener:
    """Reads the log on from where it stopped, in the order in which events were written."""

    def __init__(self):
        self._last = max(PendingEvent.objects.values_list("number", flat=True), default=0)

    def news(self):
        """The new events with the salts of their texts; asked twice, they are new twice."""
        rows = AuditEvent.objects.filter(pending__number__gt=self._last).select_related("log")
        found = list(rows.order_by("pending__number"))
        salts = {
            (event, name): bytes(salt)
            for event, name, salt in AuditSalt.objects.filter(event__in=found).values_list(
                "event_id", "name", "salt"
            )
        }
        return [(row, read_canonical(bytes(row.body)), salts) for row in found]

    def hears(self, *expected: Tell):
        """Compare the new events with those that must be there, one by one, and go on behind."""
        news = self.news()
        told, wanted = [body["type"] for _, body, _ in news], [each.type for each in expected]
        assert told == wanted, f"told {told}, and it was {wanted}"
        for (row, body, salts), wanted in zip(news, expected, strict=True):
            _agrees(row, body, salts, wanted)
        self._last = max(PendingEvent.objects.values_list("number", flat=True), default=0)


def _agrees(row, body, salts, wanted):
    actor = body["actor"]
    said_by = (actor["kind"], actor["id"], actor.get("via", {}).get("id"))
    assert said_by == wanted.by, f"{wanted.type} by {said_by}, and it was {wanted.by}"
    if wanted.draft is not None:
        ticket = wanted.draft.ticket
        where = (body["draft"], body["ticket"], body["location"])
        assert where == (str(wanted.draft.pk), str(ticket.pk), ticket.location.code), wanted.type
    named = {each["name"] for each in body["texts"]}
    assert named == set(wanted.texts), f"{wanted.type} has the texts {sorted(named)}"
    for each in body["texts"]:
        salt = salts[row.pk, each["name"]]
        assert each["sha256"] == commitment(wanted.texts[each["name"]], salt), (
            f"{wanted.type} is of another text “{each['name']}”"
        )
    said = {name: body["details"].get(name) for name in wanted.details}
    others = [name for name in said if said[name] != wanted.details[name]]
    assert not others, f"{wanted.type} says something else as {others}"
    assert b"boots" not in bytes(row.body), "nobody's words are in an event"
    columns = {
        "id": str(row.pk),
        "log": row.log.origin,
        "type": row.type,
        "at": stamp(row.at),
        "location": row.location,
        "ticket": row.ticket,
        "draft": None if row.draft is None else str(row.draft),
    }
    assert body == body | columns
    assert (actor["kind"], actor["id"]) == (row.actor_kind, row.actor)


def every_event():
    """The whole log in order, each event with a function that tells whether it is of a text."""
    rows = AuditEvent.objects.order_by("pending__number")
    salts = {
        (str(event), name): bytes(salt)
        for event, name, salt in AuditSalt.objects.values_list("event_id", "name", "salt")
    }

    def opener(body):
        def opens(text, *names):
            return any(
                each["sha256"] == commitment(text, salts[body["id"], each["name"]])
                for each in body["texts"]
                if each["name"] in names
            )

        return opens

    bodies = [read_canonical(bytes(row.body)) for row in rows]
    return [(body, opener(body)) for body in bodies]
