"""Tickets come in here, once each."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.shortcuts import get_object_or_404
from django.utils import timezone
from drf_spectacular.utils import OpenApiExample, extend_schema
from rest_framework import serializers, status
from rest_framework.exceptions import ValidationError
from rest_framework.request import Request
from rest_framework.response import Response
from rest_framework.views import APIView

from console.api.errors import Error
from console.api.permissions import ForTicketSources
from console.api.strict import Strict
from drafting.incoming import MAX_MESSAGES, Incoming, TicketRefused
from drafting.intake import receive
from drafting.models import Draft, MessageAuthor, Ticket
from locations.queries import visible_locations


class MessageIn(Strict):
    """One message of a conversation."""

    author = serializers.ChoiceField(
        choices=MessageAuthor.choices, default=MessageAuthor.CUSTOMER.value
    )
    text = serializers.CharField(trim_whitespace=False)
    sent_at = serializers.DateTimeField(required=False, allow_null=True, default=None)


class TicketIn(Strict):
    """A ticket as it arrives: a conversation about one location, oldest message first."""

    source = serializers.CharField(  # type: ignore[assignment]  # the name is part of the format
        max_length=40, help_text="Where it comes from: `zendesk`."
    )
    external_id = serializers.CharField(max_length=200, help_text="Its id there.")
    location = serializers.CharField(help_text="The code of the location it is about.")
    channel = serializers.CharField(help_text="The channel the reply goes out on: `email`.")
    customer = serializers.CharField(
        required=False, allow_null=True, default=None, help_text="The customer's code, if known."
    )
    customer_state = serializers.CharField(
        required=False,
        allow_null=True,
        default=None,
        help_text="Where the customer is, if known: `US-MA`.",
    )
    arrived_at = serializers.DateTimeField(
        required=False, help_text="When it arrived; now, if left out."
    )
    messages = serializers.ListField(child=MessageIn(), allow_empty=False, max_length=MAX_MESSAGES)


class DraftReference(serializers.ModelSerializer[Draft]):
    """A draft, without its text: a pull answers with that."""

    class Meta:
        model = Draft
        fields = ("id", "status", "created_at")


class MessageOut(serializers.Serializer[Any]):
    """A stored message."""

    author = serializers.CharField()
    text = serializers.CharField()
    sent_at = serializers.DateTimeField()


class TicketOut(serializers.ModelSerializer[Ticket]):
    """A stored ticket. Card and social security numbers are masked in its messages."""

    location = serializers.CharField(source="location.code")
    customer = serializers.CharField(source="customer.code", default=None, allow_null=True)
    ticket_class = serializers.CharField(source="ticket_class.code", default=None, allow_null=True)
    messages = MessageOut(many=True)
    drafts = DraftReference(many=True)

    class Meta:
        model = Ticket
        fields = (
            "id",
            "source",
            "external_id",
            "location",
            "channel",
            "customer",
            "customer_state",
            "ticket_class",
            "arrived_at",
            "messages",
            "drafts",
        )


class TicketList(APIView):
    """Bring a ticket in."""

    permission_classes = (ForTicketSources,)

    @extend_schema(
        operation_id="tickets_create",
        request=TicketIn,
        responses={200: TicketOut, 201: TicketOut, 400: Error, 401: Error, 403: Error},
        examples=[
            OpenApiExample(
                "a question about hours",
                value={
                    "source": "helpdesk",
                    "external_id": "1001",
                    "location": "fer-boston",
                    "channel": "email",
                    "messages": [{"text": "Hi, are you open on Thanksgiving?"}],
                },
                request_only=True,
            )
        ],
    )
    def post(self, request: Request) -> Response:
        """Store a ticket and queue its draft.

        Repeating a request is harmless: the same `source` and `external_id` give the same ticket,
        answered with 200 instead of 201; new messages are appended.
        """
        body = TicketIn(data=request.data)
        body.is_valid(raise_exception=True)
        data = body.validated_data
        try:
            received = receive(
                source=data["source"],
                external_id=data["external_id"],
                location_code=data["location"],
                channel=data["channel"],
                messages=[Incoming(**message) for message in data["messages"]],
                customer_code=data["customer"],
                customer_state=data["customer_state"],
                arrived_at=data.get("arrived_at") or timezone.now(),
                actor=request.user,  # type: ignore[arg-type]  # permissions let users in only
            )
        except TicketRefused as refused:
            raise ValidationError({refused.field: [refused.message]}) from refused
        return Response(
            TicketOut(_fetch(request, received.ticket.pk)).data,
            status=status.HTTP_201_CREATED if received.created else status.HTTP_200_OK,
        )


class TicketDetail(APIView):
    """One ticket."""

    permission_classes = (ForTicketSources,)

    @extend_schema(
        operation_id="tickets_retrieve", responses={200: TicketOut, 401: Error, 404: Error}
    )
    def get(self, request: Request, ticket_id: UUID) -> Response:
        """Answer with a ticket of your locations, its messages and the state of its drafts."""
        return Response(TicketOut(_fetch(request, ticket_id)).data)


def _fetch(request: Request, ticket_id: UUID) -> Ticket:
    return get_object_or_404(
        Ticket.objects.at(visible_locations(request.user))
        .select_related("location", "customer", "ticket_class")
        .prefetch_related("messages", "drafts"),
        pk=ticket_id,
    )
