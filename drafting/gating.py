"""Gates a text for a ticket at a moment, from facts as they are now, and records the decision."""

from __future__ import annotations

import logging
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import TYPE_CHECKING, Any, Final

from django.conf import settings
from django.core.exceptions import PermissionDenied
from django.db import DatabaseError

from compliance.audit.events import Actor, append
from compliance.evaluate import digest_of, evaluate, record
from compliance.gate import GATE_VERSION
from compliance.gate.faults import named
from compliance.gate.fingerprint import plain
from compliance.gate.types import GateFault, RuleMode, Severity, Verdict
from compliance.models import DecisionPurpose, GateDecision
from compliance.sealing.cipher import SealError
from compliance.sealing.master import MasterKeyError
from drafting import later_conditions
from drafting.attestation.decisions import decided
from drafting.attestation.subjects import Token, Where, person
from drafting.context.assemble import assemble
from drafting.context.configuration import StoredConfiguration
from drafting.context.customers import customer_from_snapshot
from drafting.context.payload import ContextPayload
from drafting.conversation import conversation
from drafting.errors import Unusable
from drafting.judge.calling import with_stored_rules
from drafting.masking import mask
from drafting.models import Approval, Draft, Ticket, TicketMessage
from locations.queries import visible_locations
from locations.roles import roles_of

if TYPE_CHECKING:
    from django.contrib.auth.models import User

logger = logging.getLogger(__name__)

MAX_TEXT_CHARS: Final = 20_000
# A person has read these texts, and answers for them.
_BY_A_PERSON: Final = frozenset(
    {DecisionPurpose.SEND, DecisionPurpose.SCHEDULE, DecisionPurpose.REVIEW_EDIT}
)


def payload_for(
    *,
    ticket: Ticket,
    message: TicketMessage,
    at: datetime,
    draft: str = "",
    cited: Sequence[str] = (),
) -> ContextPayload:
    """Assemble what is known at ``at`` for a reply to ``message``; later messages stay out."""
    return assemble(
        StoredConfiguration(),
        location=ticket.location.code,
        channel=ticket.channel,
        at=at,
        customer=customer_from_snapshot(ticket.customer_snapshot),
        messages=conversation(ticket=ticket, message=message),
        ticket_class=ticket.ticket_class.code if ticket.ticket_class else "",
        draft=draft,
        cited=cited,
        most_bytes=settings.DRAFTGATE_PAYLOAD_MAX_KB * 1000,
    )


def moment_of(draft: Draft, now: datetime) -> datetime:
    """The moment that a draft is gated for.

    A draft that was made for another moment (a demonstration) stays in its own time: the clock
    runs on from there.
    """
    as_of = draft.message.job.as_of
    return now if as_of is None else as_of + (now - draft.created_at)


def goes_at(draft: Draft, decision: GateDecision, now: datetime) -> datetime | None:
    """Return when a text that was gated for ``now`` may go out; ``None`` when that is at once."""
    if decision.hold_until is None:
        return None
    wait = decision.hold_until - moment_of(draft, now)
    return now + wait if wait > timedelta(0) else None


def regate(
    *,
    draft: Draft,
    text: str,
    now: datetime,
    purpose: DecisionPurpose,
    ahead: datetime | None = None,
) -> GateDecision:
    """Gate a text for a draft's ticket at this moment; store the decision, and tell the log of it.

    With ``ahead`` it is gated as of that later moment. Facts that cannot be assembled block, like
    every other error. What the draft is held to for the first time is kept as well. To be called in
    the transaction of what follows from the decision.
    """
    decision = _decide(draft=draft, text=text, now=now, purpose=purpose, ahead=ahead)
    append(decided(Where.of(draft), decision, text))
    return decision


def _decide(
    *,
    draft: Draft,
    text: str,
    now: datetime,
    purpose: DecisionPurpose,
    ahead: datetime | None,
) -> GateDecision:
    sources = tuple(draft.sources) if text == draft.candidate_text else ()
    key_id = draft.ticket.data_key_id
    try:
        payload = payload_for(
            ticket=draft.ticket,
            message=draft.message,
            at=moment_of(draft, ahead or now),
            draft=text,
            cited=sources,
        )
        human = True if purpose in _BY_A_PERSON else None
        case = with_stored_rules(
            payload.gate_input(text, sources, human_reviewed=human), key_id=key_id
        )
    except (DatabaseError, SealError, MasterKeyError):
        raise  # nothing can be stored either; the caller's transaction ends, nothing is shown
    except Exception as error:  # noqa: BLE001  (whatever it is, it blocks)
        logger.error("No facts for draft %s: %s", draft.pk, named(error))  # noqa: TRY400
        return _record_fault(draft, text, now, purpose, error)
    decision = record(
        evaluate(case), subject=draft.pk, purpose=purpose, decided_at=now, key_id=key_id
    )
    later_conditions.note(draft=draft, decision=decision, payload=payload)
    return decision


def _record_fault(
    draft: Draft, text: str, now: datetime, purpose: DecisionPurpose, error: Exception
) -> GateDecision:
    fault = GateFault(
        "assembling facts",
        "The facts for this reply could not be put together, so nothing was let through "
        f"({named(error)}).",
    )
    key_id = draft.ticket.data_key_id
    return GateDecision.objects.create(
        data_key_id=key_id,
        subject=draft.pk,
        purpose=purpose,
        decided_at=now,
        verdict=Verdict.BLOCK.value,
        input_digest=digest_of(text, key_id),
        facts_sha256="",
        faults=plain((fault,)),
        gate_version=GATE_VERSION,
        duration_ms=0.0,
    )


# --- What an approval covers ----------------------------------------------------------------------


def objections(decision: GateDecision) -> tuple[str, ...]:
    """What stands against a text, as an approval names it, one key a finding; faults too.

    A key is ``check|rule and its version|excerpt|fact``: when the rule or the fact that the text
    was held against changes, the reviewer has not seen that.
    """
    found: list[dict[str, Any]] = [*decision.findings, *decision.remaining]
    keys = [
        f"{each['check']}|{each['rule']} v{each['rule_version']}|{each['excerpt']}|{_fact(each)}"
        for each in found
        if each["severity"] != Severity.ADVISE and each["mode"] == RuleMode.ENFORCE
    ]
    faults = [f"fault|{fault['stage']}|{fault['message']}" for fault in decision.faults]
    return tuple(dict.fromkeys(keys + faults))


def _fact(finding: dict[str, Any]) -> str:
    fact = finding.get("fact")
    return "" if not fact else f"{fact['key']}={fact['value']}"


def still_fine(decision: GateDecision, approval: Approval | None) -> bool:
    """Whether a text may still be shown: it passes, or its approval covers all that is found."""
    if decision.verdict == Verdict.PASS:
        return True
    found = objections(decision)
    return approval is not None and bool(found) and set(found) <= set(approval.covers)


# --- Who may, and with what -----------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Allowed:
    """Roles that may do something, and how it is called in the refusal."""

    roles: tuple[str, ...]
    to_do: str


def require_role(actor: User, allowed: Allowed, token: Token | None = None) -> Actor:
    """Return who acts, in the first of the roles that they have, and through which token.

    Raises:
        PermissionDenied: to a person without any.
    """
    own = roles_of(actor)
    role = next((role for role in allowed.roles if role in own), None)
    if role is None:
        raise PermissionDenied(
            f"To {allowed.to_do} one must be {' or '.join(allowed.roles)}; ask an operator."
        )
    return person(actor, role, token)


def require(actor: User, ticket: Ticket, allowed: Allowed, token: Token | None = None) -> Actor:
    """Return who acts, in the first of the roles that they have, and through which token.

    Refuses a person without any, or whose roster does not hold the ticket's location.

    Raises:
        PermissionDenied: saying which of the two.
    """
    who = require_role(actor, allowed, token)
    if not visible_locations(actor).filter(pk=ticket.location_id).exists():
        raise PermissionDenied("This location is not on your roster; ask an operator.")
    return who


def require_usable(text: str) -> str:
    """Return a person's reply text without surrounding space.

    Raises:
        Unusable: when it is empty, too long, not storable, or holds what may not be stored.
    """
    text = text.replace("\r\n", "\n").strip()
    if not text:
        raise Unusable("text", "Write the reply; an empty one cannot be sent.")
    if len(text) > MAX_TEXT_CHARS:
        raise Unusable(
            "text", f"This is {len(text):,} characters long; {MAX_TEXT_CHARS:,} at most."
        )
    if "\x00" in text or any("\ud800" <= char <= "\udfff" for char in text):
        raise Unusable("text", "This holds characters that are no text; remove them.")
    if mask(text) != text:
        raise Unusable(
            "text",
            "This holds a card or social security number; remove it. Nothing of it was kept.",
        )
    return text
