"""The page of one event, and what of it can be taken along: bytes, proof and statement."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any, Final, cast
from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.views.decorators.http import require_GET

from compliance.audit.attesting import attest
from compliance.audit.bundle import SENT_TYPE
from compliance.audit.checkpoints import Proof
from compliance.audit.export import GUIDE_TEXT
from compliance.audit.keys import KeyFaultError
from compliance.audit.merkle import ProofError, leaf_hash
from compliance.audit.opened import opened
from compliance.audit.stored import proof_of
from compliance.models import AuditEvent, AuditKey, AuditLog
from console.audit.readers import for_auditors
from console.audit.shown import tell_shown
from console.audit.standing import latest_checkpoint
from console.audit.told import Told, told
from drafting.attestation.texts import texts_of
from drafting.models import Draft

if TYPE_CHECKING:
    from django.contrib.auth.models import User

_TEXT: Final = "text/plain; charset=utf-8"
_JSON: Final = "application/json"


@for_auditors
@require_GET
def event(request: HttpRequest, event_id: UUID) -> HttpResponse:
    """Show an event as the log has it, and how a stranger verifies it."""
    return _page(request, _event(event_id))


@for_auditors
@require_GET
def event_bytes(request: HttpRequest, event_id: UUID) -> HttpResponse:
    """Hand out the bytes of an event: with a zero before them, they hash to its leaf."""
    return _download(f"event-{event_id}.json", bytes(_event(event_id).body), _JSON)


@for_auditors
@require_GET
def event_proof(request: HttpRequest, event_id: UUID) -> HttpResponse:
    """Hand out the proof that the log has an event, up to the latest checkpoint (tlog-proof)."""
    found = _event(event_id)
    try:
        proof = _proof(found)
    except ProofError as error:
        return _page(request, found, fault=str(error), status=409)
    if proof is None:
        return _page(request, found, fault="No checkpoint covers it yet.", status=409)
    return _download(f"{proof.index}.tlog-proof", proof.written.encode(), _TEXT)


@for_auditors
@require_GET
def event_statement(request: HttpRequest, event_id: UUID) -> HttpResponse:
    """Hand out the signed statement on a sent reply (in-toto in DSSE), signed at this moment."""
    found = _event(event_id)
    if found.type != SENT_TYPE:
        raise Http404
    leaf = getattr(found, "leaf", None)
    try:
        stated = None if leaf is None else attest(leaf)
    except KeyFaultError:
        fault = (
            "The log’s key is not where this page runs, so that it cannot sign. Export the draft: "
            "a worker signs that; or use “manage.py audit_attest” where the workers run."
        )
        return _page(request, found, fault=fault, status=503)
    if stated is None or leaf is None:
        return _page(request, found, fault="No checkpoint covers it yet.", status=409)
    return _download(f"{leaf.index}.dsse.json", json.dumps(stated).encode(), _JSON)


@for_auditors
@require_GET
def checkpoint(request: HttpRequest) -> HttpResponse:
    """Hand out what was signed last of the open log (C2SP signed note)."""
    found = latest_checkpoint(AuditLog.objects.filter(closed_at=None).first())
    if found is None:
        raise Http404
    return _download("checkpoint", found.note.encode(), _TEXT)


@for_auditors
@require_GET
def vkeys(request: HttpRequest) -> HttpResponse:
    """Hand out the public keys of the open log, each with the sizes that it may sign."""
    keys = AuditKey.objects.filter(log__closed_at=None)
    if not keys:
        raise Http404
    lines = (f"{k.vkey} {k.since}-{'' if k.until is None else k.until}\n" for k in keys)
    return _download("vkeys", "".join(lines).encode(), _TEXT)


@for_auditors
@require_GET
def guide(request: HttpRequest) -> HttpResponse:
    """Hand out how exports are verified, as it is in each of them."""
    return _download("VERIFY.md", GUIDE_TEXT.read_bytes(), "text/markdown; charset=utf-8")


def _event(event_id: UUID) -> AuditEvent:
    found: AuditEvent = get_object_or_404(
        AuditEvent.objects.select_related("log", "leaf__log", "pending"), pk=event_id
    )
    return found


def _proof(found: AuditEvent) -> Proof | None:
    leaf = getattr(found, "leaf", None)
    return None if leaf is None else proof_of(leaf)


def _page(
    request: HttpRequest, found: AuditEvent, *, fault: str = "", status: int = 200
) -> HttpResponse:
    shown: Told = told(found, opened([found], texts_of)[found.pk])
    draft = None if found.draft is None else _draft(found.draft)
    tell_shown(cast("User", request.user), [shown], draft)
    context: dict[str, Any] = {
        "told": shown,
        "body": bytes(found.body).decode(errors="backslashreplace"),
        "hash": leaf_hash(bytes(found.body)).hex(),
        "top": latest_checkpoint(found.log),
        "is_sent": found.type == SENT_TYPE,
        "fault": fault,
    }
    return render(request, "audit/event.html", context, status=status)


def _draft(pk: UUID) -> Draft | None:
    return Draft.objects.select_related("ticket__location").filter(pk=pk).first()


def _download(name: str, content: bytes, kind: str) -> HttpResponse:
    response = HttpResponse(content, content_type=kind)
    response["Content-Disposition"] = f'attachment; filename="{name}"'
    return response
