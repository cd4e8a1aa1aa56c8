"""Sending replies over the API: gated when they go, at once or at a moment that is named."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING, Any
from uuid import UUID

from django.shortcuts import get_object_or_404
from drf_spectacular.utils import extend_schema
from rest_framework import serializers
from rest_framework.exceptions import ValidationError
from rest_framework.request import Request
from rest_framework.response import Response
from rest_framework.views import APIView

from compliance.models import GateDecision
from console.api.authentication import spoken_through
from console.api.drafts import mine
from console.api.errors import Conflict, Error
from console.api.findings import FindingBody, finding_bodies
from console.api.permissions import ForAgents
from console.api.scheduled import ScheduledBody, scheduled_body
from console.api.strict import Strict
from drafting import errors, scheduling
from drafting.models import Draft, DraftStatus
from drafting.sending import Sending, send

if TYPE_CHECKING:
    from django.contrib.auth.models import User


class SendIn(Strict):
    """The final text of a reply, and when it goes out."""

    text = serializers.CharField(trim_whitespace=False)
    send_at = serializers.DateTimeField(
        required=False,
        allow_null=True,
        default=None,
        help_text="Leave it out to send at once; a moment within 14 days to send then.",
    )


class SentBody(serializers.Serializer[Any]):
    """A reply that went out."""

    id = serializers.UUIDField(help_text="The draft's id.")
    status = serializers.CharField()
    text = serializers.CharField()
    sent_at = serializers.DateTimeField()
    edited = serializers.BooleanField(help_text="Whether it differs from the draft.")


class RefusedDetail(serializers.Serializer[Any]):
    """Why a text was not sent."""

    code = serializers.CharField(
        help_text="`not_sent` for what the text says, `quiet_hours` for when it would go."
    )
    message = serializers.CharField()
    findings = FindingBody(many=True)
    proposal = serializers.CharField(
        allow_null=True, help_text="The gate's own version of the text, when it could mend it."
    )
    hold_until = serializers.DateTimeField(
        allow_null=True, help_text="The first moment at which quiet hours let it go."
    )


class Refused(serializers.Serializer[Any]):
    """The answer to a text that the gate does not let out."""

    error = RefusedDetail()


class DraftSend(APIView):
    """Sending one draft."""

    permission_classes = (ForAgents,)

    @extend_schema(
        operation_id="drafts_send",
        request=SendIn,
        responses={
            200: SentBody,
            202: ScheduledBody,
            400: Error,
            401: Error,
            404: Error,
            409: Error,
            422: Refused,
        },
    )
    def post(self, request: Request, draft_id: UUID) -> Response:
        """Send a reply: the final text goes out only when it passes the gate at that moment.

        With `send_at` it waits (202) and is gated again when it goes; a message of the customer
        before then cancels it. What is refused is answered with 422 and the findings, in quiet
        hours with the moment at which it may go; 409 when the draft is not visible.
        """
        draft = get_object_or_404(mine(request), pk=draft_id)
        body = SendIn(data=request.data)
        body.is_valid(raise_exception=True)
        text, send_at = body.validated_data["text"], body.validated_data["send_at"]
        actor: User = request.user  # type: ignore[assignment]  # permissions let users in only
        token = spoken_through(request)
        try:
            if send_at is not None:
                return _later(
                    scheduling.schedule(
                        draft=draft, actor=actor, text=text, send_at=send_at, token=token
                    )
                )
            return _now(draft, send(draft=draft, actor=actor, text=text, token=token))
        except errors.Unusable as error:
            raise ValidationError({error.field: [error.message]}) from error
        except errors.Conflict as error:
            raise Conflict(str(error)) from error

    @extend_schema(
        operation_id="drafts_unschedule",
        responses={200: ScheduledBody, 401: Error, 404: Error, 409: Error},
    )
    def delete(self, request: Request, draft_id: UUID) -> Response:
        """Take back the reply that is scheduled for a draft; 409 when none waits any more."""
        draft = get_object_or_404(mine(request), pk=draft_id)
        actor: User = request.user  # type: ignore[assignment]  # permissions let users in only
        try:
            taken_back = scheduling.cancel(draft=draft, actor=actor, token=spoken_through(request))
            return Response(scheduled_body(taken_back))
        except errors.Conflict as error:
            raise Conflict(str(error)) from error


def _now(draft: Draft, sending: Sending) -> Response:
    if sending.sent is None:
        return Response(
            _refusal(sending.decision, sending.proposal, sending.held_until), status=422
        )
    sent = sending.sent
    return Response(
        SentBody(
            {
                "id": draft.pk,
                "status": DraftStatus.SENT.value,
                "text": sent.text,
                "sent_at": sent.sent_at,
                "edited": sent.edited,
            }
        ).data
    )


def _later(done: scheduling.Scheduling) -> Response:
    if done.scheduled is None:
        return Response(_refusal(done.decision, done.proposal, done.held_until), status=422)
    return Response(scheduled_body(done.scheduled), status=202)


def _refusal(
    decision: GateDecision, proposal: str | None, hold_until: datetime | None
) -> dict[str, Any]:
    code = "not_sent"
    if hold_until is not None:
        code = "quiet_hours"
        message = (
            f"Not sent: quiet hours keep this text back. It may go from {hold_until.isoformat()}; "
            "name that as “send_at” to have it go by itself."
        )
    elif proposal is not None:
        message = "Not sent: the gate would change this text. See “proposal”."
    else:
        message = "Not sent: the gate does not let this text out. See “findings”."
    return {
        "error": {
            "code": code,
            "message": message,
            "findings": finding_bodies(decision),
            "proposal": proposal,
            "hold_until": None if hold_until is None else hold_until.isoformat(),
        }
    }
