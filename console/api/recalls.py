"""Recalls for programs: drafts made under what turned out wrong are taken back, with a reason."""

from __future__ import annotations

import uuid
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, Final, cast
from uuid import UUID

from django.shortcuts import get_object_or_404
from drf_spectacular.utils import extend_schema
from rest_framework import serializers, status
from rest_framework.exceptions import ValidationError
from rest_framework.request import Request
from rest_framework.response import Response
from rest_framework.views import APIView

from console.api.authentication import spoken_through
from console.api.errors import Conflict, Error
from console.api.pages import Pages
from console.api.permissions import ForReaders, ForRecalling
from console.api.strict import Strict
from console.lookback.asking import MOST_CHARS
from drafting import errors, recalls
from drafting.affected import Asked, read_condition
from drafting.models import Recall, RecallLine, RecallOutcome

if TYPE_CHECKING:
    from django.contrib.auth.models import User

MOST_DRAFTS: Final = 1000
# What a request takes on itself; workers go on.
SECONDS: Final = 5.0


class RecallIn(Strict):
    """What shall be taken back, and why."""

    condition = serializers.CharField(
        max_length=MOST_CHARS, help_text="As in the list: `rule:R1:3`; `rule:R1` for every version."
    )
    reason = serializers.CharField(
        max_length=2000, help_text="Kept with your name; reviewers read it beside each draft."
    )
    since = serializers.DateTimeField(required=False, allow_null=True, default=None)
    until = serializers.DateTimeField(required=False, allow_null=True, default=None)
    drafts = serializers.ListField(
        child=serializers.UUIDField(),
        required=False,
        allow_null=True,
        default=None,
        allow_empty=False,
        max_length=MOST_DRAFTS,
        help_text="Only these of the affected drafts; left out, all that are visible.",
    )
    id = serializers.UUIDField(
        required=False,
        allow_null=True,
        default=None,
        help_text="An id of your own: repeating a request with it changes nothing.",
    )

    def validate_condition(self, condition: str) -> str:
        """Refuse what names nothing that drafts are made under."""
        try:
            read_condition(condition)
        except ValueError as error:
            raise ValidationError("Write a kind and a name, as rule:R1:3.") from error
        return condition

    def validate(self, given: dict[str, Any]) -> dict[str, Any]:
        """Refuse a period that ends before it begins."""
        if given["since"] and given["until"] and given["since"] >= given["until"]:
            raise ValidationError({"until": ["This is not after “since”."]})
        return given


class RecallLineBody(serializers.Serializer[Any]):
    """What came of one draft."""

    draft = serializers.UUIDField()
    outcome = serializers.ChoiceField(choices=RecallOutcome.choices)
    note = serializers.CharField(allow_blank=True)
    withdrawn = serializers.BooleanField(help_text="Its reply waited to go out, and does not.")
    done_at = serializers.DateTimeField(allow_null=True)


class RecallBody(serializers.Serializer[Any]):
    """A recall, how many drafts came to what, and one page of them."""

    id = serializers.UUIDField()
    condition = serializers.CharField()
    since = serializers.DateTimeField(allow_null=True)
    until = serializers.DateTimeField(allow_null=True)
    reason = serializers.CharField()
    ordered_by = serializers.CharField()
    ordered_at = serializers.DateTimeField()
    finished = serializers.BooleanField(help_text="Whether no draft waits to be taken back.")
    outcomes = serializers.DictField(child=serializers.IntegerField())
    count = serializers.IntegerField()
    next = serializers.URLField(allow_null=True)
    previous = serializers.URLField(allow_null=True)
    results = RecallLineBody(many=True)


class RecallList(APIView):
    """Ordering recalls."""

    permission_classes = (ForRecalling,)

    @extend_schema(
        operation_id="recalls_create",
        request=RecallIn,
        responses={
            200: RecallBody,
            201: RecallBody,
            400: Error,
            401: Error,
            403: Error,
            409: Error,
        },
    )
    def post(self, request: Request) -> Response:
        """Take drafts back that can still be sent: they show nothing and wait for a reviewer.

        Answered with 201, with 200 where the same `id` was ordered before, and with 409 when no
        such draft is visible. Of many drafts workers take back what is left; ask for the recall
        until it is finished.
        """
        body = RecallIn(data=request.data)
        body.is_valid(raise_exception=True)
        given: Mapping[str, Any] = body.validated_data
        actor = cast("User", request.user)
        key: UUID = given["id"] or uuid.uuid4()
        known = Recall.objects.filter(pk=key).exists()
        asked = Asked(*read_condition(given["condition"]), given["since"], given["until"])
        order = recalls.Order(asked, given["reason"], given["drafts"])
        try:
            ordered = recalls.order(
                recall_id=key, order=order, actor=actor, token=spoken_through(request)
            )
        except errors.Unusable as error:
            raise ValidationError({error.field: [error.message]}) from error
        except errors.Conflict as error:
            raise Conflict(str(error)) from error
        recalls.carry_out(ordered, seconds=SECONDS)
        code = status.HTTP_200_OK if known else status.HTTP_201_CREATED
        return Response(_body(request, ordered), status=code)


class RecallDetail(APIView):
    """One recall."""

    permission_classes = (ForReaders,)

    @extend_schema(
        operation_id="recalls_retrieve",
        responses={200: RecallBody, 401: Error, 403: Error, 404: Error},
    )
    def get(self, request: Request, recall_id: UUID) -> Response:
        """Answer with what came of a recall at your locations."""
        mine = recalls.visible_to(cast("User", request.user))
        return Response(_body(request, get_object_or_404(mine, pk=recall_id)))


def _body(request: Request, ordered: Recall) -> dict[str, Any]:
    lines = recalls.lines_of(ordered, cast("User", request.user))
    found = recalls.outcomes(lines)
    pages = Pages()
    listed = pages.paginate_queryset(lines, request) or []
    page: dict[str, Any] = dict(pages.get_paginated_response([_line(each) for each in listed]).data)
    return {
        "id": ordered.pk,
        "condition": ordered.condition,
        "since": ordered.since,
        "until": ordered.until,
        "reason": ordered.reason,
        "ordered_by": ordered.ordered_by.get_username(),
        "ordered_at": ordered.ordered_at,
        "finished": not found[RecallOutcome.WAITING],
        "outcomes": {each.value: found[each] for each in RecallOutcome if found[each]},
    } | page


def _line(line: RecallLine) -> dict[str, Any]:
    return {
        "draft": line.draft_id,
        "outcome": line.outcome,
        "note": line.note,
        "withdrawn": line.withdrawn,
        "done_at": line.done_at,
    }
