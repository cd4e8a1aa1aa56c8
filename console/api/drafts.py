"""Drafts as agents see them: listed without text, gated at every pull."""

from __future__ import annotations

from datetime import datetime
from typing import Any
from uuid import UUID

from django.db.models import QuerySet
from django.http import Http404
from django.shortcuts import get_object_or_404
from django.utils import timezone
from drf_spectacular.types import OpenApiTypes
from drf_spectacular.utils import OpenApiParameter, extend_schema, extend_schema_field
from rest_framework import serializers
from rest_framework.exceptions import ValidationError
from rest_framework.generics import ListAPIView
from rest_framework.request import Request
from rest_framework.response import Response
from rest_framework.views import APIView

from compliance.gate.types import Severity
from console.api.authentication import spoken_through
from console.api.errors import Error
from console.api.findings import FindingBody, finding_bodies
from console.api.pages import Pages
from console.api.permissions import ForAgents
from console.api.scheduled import ScheduledBody, scheduled_body
from drafting import gating
from drafting.models import Draft, DraftStatus, ScheduledReply
from drafting.pulls import Pull, pull
from locations.queries import visible_locations

HELD_MESSAGE = "Held for review: a reviewer decides about this draft. Nothing of it is shown yet."
_MESSAGES = {
    DraftStatus.VISIBLE.value: "It passed the gate a moment ago. Edit it and send it.",
    DraftStatus.HELD.value: HELD_MESSAGE,
    DraftStatus.SENT.value: "This is what was sent.",
    DraftStatus.REJECTED.value: "A reviewer rejected this draft; write a reply of your own.",
    DraftStatus.ERASED.value: "The texts of this ticket were erased.",
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
    notes = serializers.SerializerMethodField()
    hold_until = serializers.SerializerMethodField()
    scheduled = serializers.SerializerMethodField()

    class Meta(DraftLine.Meta):
        fields = (  # type: ignore[assignment]  # six more than the line's
            *DraftLine.Meta.fields,
            "message",
            "verdict",
            "text",
            "notes",
            "hold_until",
            "scheduled",
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

    @extend_schema_field(FindingBody(many=True))
    def get_notes(self, draft: Draft) -> list[dict[str, Any]]:
        """What the gate has to say about the text although it lets it through."""
        decision = self._pulled.decision
        if self._pulled.text is None or decision is None:
            return []
        return [each for each in finding_bodies(decision) if each["severity"] == Severity.ADVISE]

    def get_hold_until(self, draft: Draft) -> datetime | None:
        """Before this moment quiet hours keep the text back; null when it may go at once."""
        decision = self._pulled.decision
        if self._pulled.text is None or decision is None:
            return None
        return gating.goes_at(draft, decision, decision.decided_at)

    @extend_schema_field(ScheduledBody(allow_null=True))
    def get_scheduled(self, draft: Draft) -> dict[str, Any] | None:
        """The latest reply that was to go out later, and what became of it."""
        latest = ScheduledReply.objects.filter(draft=draft).order_by("-created_at").first()
        if latest is None:
            return None
        # Why a text was refused quotes it, and of a held one nothing is shown.
        return scheduled_body(latest, why=self._pulled.text is not None)

    @property
    def _pulled(self) -> Pull:
        found: Pull = self.context["pulled"]
        return found


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
        drafts = mine(self.request).order_by("-created_at", "id")
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
        draft = get_object_or_404(mine(request), pk=draft_id)
        pulled = pull(
            draft=draft,
            actor=request.user,  # type: ignore[arg-type]  # permissions let users in only
            at=timezone.now(),
            token=spoken_through(request),
        )
        return Response(DraftBody(pulled.draft, context={"pulled": pulled}).data)


def mine(request: Request) -> QuerySet[Draft]:
    """Return the drafts of the locations on a person's roster."""
    if not request.user.is_authenticated:
        raise Http404
    return Draft.objects.at(visible_locations(request.user)).select_related("ticket__location")
