"""Whether the tables still say of a draft what its events say.

The log proves itself; what stands beside it, decisions and replies, is compared with it here: a row
that somebody exchanged is told from the one that the event was written about.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any, Final
from uuid import UUID

from compliance.audit.canonical import CanonicalError, read_canonical
from compliance.audit.commitments import commitment
from compliance.models import AuditEvent, AuditSalt, EventType, GateDecision
from compliance.sealing.cipher import SealError
from compliance.sealing.keyring import ErasedError
from drafting.attestation.decisions import decided
from drafting.attestation.subjects import FACTS, PAYLOAD, TEXT, Where
from drafting.models import Draft, SentReply

# Texts that are kept for as long as they may be: what was edited and not sent is not.
_KEPT: Final = {
    (EventType.PAYLOAD_ASSEMBLED, PAYLOAD),
    (EventType.DRAFT_GENERATED, TEXT),
    (EventType.DRAFT_GENERATED, "other"),
    (EventType.DRAFT_GENERATED, PAYLOAD),
    (EventType.GATE_DECIDED, "output"),
    (EventType.GATE_DECIDED, FACTS),
    (EventType.DRAFT_SENT, TEXT),
    (EventType.DRAFT_SENT, PAYLOAD),
}


def disagreements(draft: UUID) -> tuple[str, ...]:
    """Return what the tables say of a draft otherwise than its events, in plain words.

    A text whose salt or key is gone was erased, or lost; nobody can tell which text it was. Seven
    queries.

    Raises:
        MasterKeyError: when there is no master key that opens the texts.
    """
    rows = _Rows(draft)
    found: list[str] = []
    for event in AuditEvent.objects.filter(draft=draft).order_by("at", "id"):
        try:
            said = read_canonical(bytes(event.body))
        except CanonicalError:
            continue  # whoever checks the log itself says so
        try:
            found += [f"Event {event.pk}: {each}" for each in rows.compared(event, said)]
        except ErasedError:
            continue
        except SealError as error:
            found.append(f"Event {event.pk}: what is stored of it cannot be opened. {error}")
    return (*found, *rows.untold())


class _Rows:
    """What the tables hold of one draft."""

    def __init__(self, draft: UUID) -> None:
        rows = Draft.objects.filter(pk=draft).select_related("ticket__location", "context")
        self._draft = rows.first()
        self._decisions = {str(row.pk): row for row in GateDecision.objects.filter(subject=draft)}
        self._sent = SentReply.objects.filter(draft=draft).first()
        self._salts = {
            (event, name): bytes(salt)
            for event, name, salt in AuditSalt.objects.filter(event__draft=draft).values_list(
                "event_id", "name", "salt"
            )
        }
        self._told: set[str] = set()

    def compared(self, event: AuditEvent, said: Mapping[str, Any]) -> Iterator[str]:
        """Yield what is otherwise than an event says."""
        details = said["details"]
        texts: dict[str, str | None] = {}
        if self._draft is None:
            yield "there is no such draft any more."
        elif event.type == EventType.GATE_DECIDED:
            row = self._decisions.get(details["decision"])
            if row is None:
                yield f"the decision {details['decision']} is gone."
                return
            self._told.add(str(row.pk))
            now = decided(Where.of(self._draft), row, "").details or {}
            yield from _otherwise("decision", details, now)
            texts = {"output": row.output_text, FACTS: row.facts_sha256}
        elif event.type == EventType.DRAFT_SENT:
            if self._sent is None:
                yield "the reply is gone."
                return
            self._told.add("sent")
            approval = self._sent.approval_id
            now = {
                "decision": str(self._sent.decision_id),
                "verdict": self._sent.verdict,
                "approval": None if approval is None else str(approval),
                "edited": self._sent.edited,
            }
            yield from _otherwise("reply", details, now)
            texts = {TEXT: self._sent.text, PAYLOAD: self._draft.context.sha256}
        else:
            texts = {
                TEXT: self._draft.candidate_text,
                "other": self._draft.other_text,
                PAYLOAD: self._draft.context.sha256,
            }
        yield from self._opened(event, said["texts"], texts)

    def untold(self) -> Iterator[str]:
        """Yield decisions and replies that no event tells of."""
        for each in self._decisions.keys() - self._told:
            yield f"No event tells of the decision {each}."
        if self._sent is not None and "sent" not in self._told:
            yield "No event tells of the reply that was sent."

    def _opened(
        self, event: AuditEvent, stated: list[dict[str, str]], texts: Mapping[str, str | None]
    ) -> Iterator[str]:
        for each in stated:
            name, salt = each["name"], self._salts.get((event.pk, each["name"]))
            if (event.type, name) not in _KEPT or salt is None:
                continue
            text = texts.get(name)
            if text is None or commitment(text, salt) != each["sha256"]:
                yield f"its {name} is not the one that is stored."


def _otherwise(what: str, told: Mapping[str, Any], now: Mapping[str, Any]) -> Iterator[str]:
    """Yield the details that a row gives otherwise, of those that both have."""
    for name in sorted(told.keys() & now.keys()):
        if told[name] != now[name]:
            yield f"the {what} that is stored has another {name.replace('_', ' ')}."
