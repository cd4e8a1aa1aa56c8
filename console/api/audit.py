"""What auditors' own programs take along: the statement on a reply, and the proof of an event."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from drf_spectacular.utils import extend_schema
from rest_framework import serializers
from rest_framework.exceptions import APIException, NotFound
from rest_framework.request import Request
from rest_framework.response import Response
from rest_framework.views import APIView

from compliance.audit.attesting import attest
from compliance.audit.keys import KeyFaultError
from compliance.audit.merkle import ProofError
from compliance.audit.stored import proof_of
from compliance.models import AuditEvent
from console.api.errors import Conflict, Error
from console.api.permissions import ForAuditors
from drafting.attestation.sent import NotSentError, leaf_of

_UNSIGNED = "No checkpoint covers it yet; try again in a moment."


class NoKey(APIException):
    """Only where the log's key is can anything be signed."""

    status_code = 503
    default_code = "no_key"
    default_detail = "The log's key is not where the API runs; use `manage.py audit_attest`."


class SignatureBody(serializers.Serializer[Any]):
    """A signature over the payload and its type, as DSSE has it."""

    keyid = serializers.CharField(help_text="A hint; try the keys that you trust.")
    sig = serializers.CharField(help_text="Base64.")


class StatementBody(serializers.Serializer[Any]):
    """A DSSE envelope around an in-toto statement."""

    payload = serializers.CharField(help_text="The statement, in base64.")
    payloadType = serializers.CharField()  # noqa: N815  (the format's own name)
    signatures = SignatureBody(many=True)


class ProofBody(serializers.Serializer[Any]):
    """An event as it is in the log, and the proof that it is."""

    id = serializers.UUIDField()
    index = serializers.IntegerField()
    event = serializers.CharField(help_text="The leaf, canonical JSON, to the byte.")
    proof = serializers.CharField(help_text="A C2SP tlog-proof, with the latest checkpoint.")


class ReplyStatement(APIView):
    """The signed statement on a sent reply."""

    permission_classes = (ForAuditors,)

    @extend_schema(
        operation_id="audit_statement",
        responses={200: StatementBody, 401: Error, 403: Error, 404: Error, 409: Error, 503: Error},
    )
    def get(self, request: Request, draft_id: UUID) -> Response:
        """Sign who sent which reply by which decision, at this moment."""
        try:
            stated = attest(leaf_of(draft_id))
        except NotSentError as error:
            raise NotFound(str(error)) from error
        except KeyFaultError as error:
            raise NoKey from error
        if stated is None:
            raise Conflict(_UNSIGNED)
        return Response(stated)


class EventProof(APIView):
    """One event with its proof."""

    permission_classes = (ForAuditors,)

    @extend_schema(
        operation_id="audit_proof",
        responses={200: ProofBody, 401: Error, 403: Error, 404: Error, 409: Error},
    )
    def get(self, request: Request, event_id: UUID) -> Response:
        """Return an event's bytes and its inclusion proof up to the latest checkpoint."""
        found = AuditEvent.objects.select_related("leaf__log").filter(pk=event_id).first()
        if found is None:
            raise NotFound
        leaf = getattr(found, "leaf", None)
        try:
            proof = None if leaf is None else proof_of(leaf)
        except ProofError as error:
            raise Conflict(str(error)) from error
        if proof is None:
            raise Conflict(_UNSIGNED)
        body = bytes(found.body).decode()
        return Response(
            {"id": found.pk, "index": proof.index, "event": body, "proof": proof.written}
        )
