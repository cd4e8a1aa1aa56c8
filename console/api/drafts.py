"""Drafts as agents see them: listed without text, gated at every pull, gated again when sent."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.db.models import QuerySet
from django.http import Http404
from django.shortcuts import get_object_or_404
from django.utils import timezone
from drf_spectacular.types import OpenApiTypes
from drf_spectacular.utils import OpenApiParameter, extend_schema
from rest_framework import serializers
from rest_framework.exceptions import ValidationError
from rest_framework.generics import ListAPIView
from rest_framework.request import Request
from rest_framework.response import Response
from rest_framework.views import APIView

from compliance.models import GateDecision
from console.api.errors import Conflict, Error
from console.api.findings import FindingBody, finding_bodies
from console.api.pages import Pages
from console.api.permissions import ForAgents
from drafting import errors
from drafting.models import Draft, DraftStatus
from drafting.pulls import Pull, pull
from drafting.sending import send
from locations.queries import visible_locations

HELD_MESSAGE = "Held for review: a reviewer decides about this draft. Nothing of it is shown yet."
_MESSAGES = {
    DraftStatus.VISIBLE.value: "It passed the gate a moment ago. Edit it and send it.",
    DraftStatus.HELD.value: HELD_MESSAGE,
    DraftStatus.SENT.value: "This is what was sent.",
    DraftStatus.REJECTED.value: "A reviewer rejected this draft; write a reply of your own.",
    DraftStatus.SUPERSEDED.value: "The customer wrote again; use the newer draft.",
}


class DraftLine(serializers.ModelSerializer[Draft]):
    """A draft in a list, without its text."""

    ticket = serializers.UUIDField(source="ticket_id")
    source = serializers.CharField(  # type: ignore[assignment]  # the name is part of the format
        source="ticket.source"
    )
    external_id = serializers.CharField(source="ticket.external_id")
    location = serializers.CharField(source="ticket.location.code")
    channel = serializers.CharField(source="ticket.channel")

    class Meta:
        model = Draft
        fields = (
            "id",
            "ticket",
            "source",
            "external_id",
            "location",
            "channel",
            "status",
            "created_at",
        )


class DraftBody(DraftLine):
    """A pulled draft. `text` is there only while the draft is visible or sent."""

    text = serializers.SerializerMethodField()
    message = serializers.SerializerMethodField()
    verdict = serializers.SerializerMethodField()

    class Meta(DraftLine.Meta):
        fields = (  # type: ignore[assignment]  # three more than the line's
            *DraftLine.Meta.fields,
            "message",
            "verdict",
            "text",
        )

    def get_text(self, draft: Draft) -> str | None:
        """The text that the gate let through at this pull."""
        return self._pulled.text

    def get_message(self, draft: Draft) -> str:
        """What the status means, in a sentence."""
        if draft.status == DraftStatus.VISIBLE and draft.approval_id:
            return "A reviewer approved it, and the gate found nothing new a moment ago."
        return _MESSAGES[draft.status]

    def get_verdict(self, draft: Draft) -> str | None:
        """`pass`, `modify` (the gate changed it) or `approved` (by a reviewer); null when held."""
        if self._pulled.text is None:
            return None
        return "approved" if draft.approval_id else draft.shown_verdict

    @property
    def _pulled(self) -> Pull:
        found: Pull = self.context["pulled"]
        return found


class SendIn(serializers.Serializer[Any]):
    """The final text of a reply."""

    text = serializers.CharField(trim_whitespace=False)


class SentBody(serializers.Serializer[Any]):
    """A reply that went out."""

    id = serializers.UUIDField(help_text="The draft's id.")
    status = serializers.CharField()
    text = serializers.CharField()
    sent_at = serializers.DateTimeField()
    edited = serializers.BooleanField(help_text="Whether it differs from the draft.")


class RefusedDetail(serializers.Serializer[Any]):
    """Why a text was not sent."""

    code = serializers.CharField()
    message = serializers.CharField()
    findings = FindingBody(many=True)
    proposal = serializers.CharField(
        allow_null=True, help_text="The gate's own version of the text, when it could mend it."
    )


class Refused(serializers.Serializer[Any]):
    """The answer to a text that the gate does not let out."""

    error = RefusedDetail()


class DraftList(ListAPIView[Any]):
    """List the drafts of your locations, newest first, without their texts."""

    permission_classes = (ForAgents,)
    serializer_class = DraftLine
    pagination_class = Pages
    queryset = Draft.objects.none()

    @extend_schema(
        parameters=[
            OpenApiParameter("location", OpenApiTypes.STR, description="A location's code."),
            OpenApiParameter(
                "status", OpenApiTypes.STR, enum=DraftStatus.values, description="Where it stands."
            ),
            OpenApiParameter("ticket", OpenApiTypes.UUID, description="A ticket's id."),
        ],
        responses={200: DraftLine(many=True), 400: Error, 401: Error, 403: Error},
    )
    def get(self, request: Request, *args: Any, **kwargs: Any) -> Response:
        """List the drafts of your locations, newest first, without their texts."""
        return super().get(request, *args, **kwargs)

    def get_queryset(self) -> QuerySet[Draft]:
        """Only drafts of the person's roster, filtered as asked."""
        drafts = _mine(self.request).order_by("-created_at", "id")
        asked = self.request.query_params
        if "status" in asked:
            if asked["status"] not in DraftStatus.values:
                raise ValidationError({"status": [f"Use one of {', '.join(DraftStatus.values)}."]})
            drafts = drafts.filter(status=asked["status"])
        if "location" in asked:
            drafts = drafts.filter(ticket__location__code=asked["location"].replace("\x00", ""))
        if "ticket" in asked:
            try:
                drafts = drafts.filter(ticket_id=UUID(asked["ticket"]))
            except ValueError as error:
                raise ValidationError({"ticket": ["Use a ticket's id."]}) from error
        return drafts


class DraftDetail(APIView):
    """One draft."""

    permission_classes = (ForAgents,)

    @extend_schema(operation_id="drafts_pull", responses={200: DraftBody, 401: Error, 404: Error})
    def get(self, request: Request, draft_id: UUID) -> Response:
        """Pull a draft: its text is gated at this moment, and comes only if it still holds.

        A held draft answers with `status` “held” and no text at all.
        """
        draft = get_object_or_404(_mine(request), pk=draft_id)
        pulled = pull(
            draft=draft,
            actor=request.user,  # type: ignore[arg-type]  # permissions let users in only
            at=timezone.now(),
        )
        return Response(DraftBody(pulled.draft, context={"pulled": pulled}).data)


class DraftSend(APIView):
    """Sending one draft."""

    permission_classes = (ForAgents,)

    @extend_schema(
        operation_id="drafts_send",
        request=SendIn,
        responses={200: SentBody, 400: Error, 401: Error, 404: Error, 409: Error, 422: Refused},
    )
    def post(self, request: Request, draft_id: UUID) -> Response:
        """Send a reply: the final text goes out only when it passes the gate at this moment.

        What is refused is answered with 422 and the findings; 409 when the draft is not visible.
        """
        draft = get_object_or_404(_mine(request), pk=draft_id)
        body = SendIn(data=request.data)
        body.is_valid(raise_exception=True)
        try:
            sending = send(
                draft=draft,
                actor=request.user,  # type: ignore[arg-type]  # permissions let users in only
                text=body.validated_data["text"],
            )
        except errors.Unusable as error:
            raise ValidationError({error.field: [error.message]}) from error
        except errors.Conflict as error:
            raise Conflict(str(error)) from error
        if sending.sent is None:
            return Response(_refusal(sending.decision, sending.proposal), status=422)
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


def _mine(request: Request) -> QuerySet[Draft]:
    if not request.user.is_authenticated:
        raise Http404
    return Draft.objects.at(visible_locations(request.user)).select_related("ticket__location")


def _refusal(decision: GateDecision, proposal: str | None) -> dict[str, Any]:
    message = (
        "Not sent: the gate would change this text. See “proposal”."
        if proposal is not None
        else "Not sent: the gate does not let this text out. See “findings”."
    )
    return {
        "error": {
            "code": "not_sent",
            "message": message,
            "findings": finding_bodies(decision),
            "proposal": proposal,
        }
    }
