"""Drafts that were held to a condition, for programs: how many, and which."""

from __future__ import annotations

from dataclasses import asdict
from typing import TYPE_CHECKING, Any, cast

from drf_spectacular.types import OpenApiTypes
from drf_spectacular.utils import OpenApiParameter, extend_schema
from rest_framework import serializers
from rest_framework.exceptions import ValidationError
from rest_framework.request import Request
from rest_framework.response import Response
from rest_framework.views import APIView

from console.api.errors import Error
from console.api.pages import Pages
from console.api.permissions import ForReaders
from console.lookback.asking import AskedForm
from console.lookback.exports import joined, lines
from drafting.affected import Became, affected, counts, narrowed

if TYPE_CHECKING:
    from django.contrib.auth.models import User


class CountsBody(serializers.Serializer[Any]):
    """What became of the drafts, as far as your locations go."""

    generated = serializers.IntegerField()
    later = serializers.IntegerField(
        help_text="Made under something else, and held to it at a later pull, send or review."
    )
    shown = serializers.IntegerField(help_text="To an agent.")
    visible = serializers.IntegerField(help_text="Can still be sent, and recalled.")
    scheduled = serializers.IntegerField(help_text="Of those, how many replies wait to go out.")
    held = serializers.IntegerField(help_text="Wait for a reviewer.")
    sent = serializers.IntegerField()
    recalled = serializers.IntegerField(help_text="Were taken back, whatever became of them since.")


class AffectedLine(serializers.Serializer[Any]):
    """One draft, without a word of what was written."""

    draft = serializers.UUIDField()
    ticket = serializers.UUIDField()
    location = serializers.CharField()
    channel = serializers.CharField()
    made = serializers.DateTimeField()
    status = serializers.CharField()
    held_to = serializers.CharField(help_text="`when made`, or `later`.")
    recalled = serializers.BooleanField(help_text="Taken back, and no reviewer has decided since.")
    sent = serializers.DateTimeField(allow_null=True)
    agent = serializers.CharField(allow_null=True)


class AffectedBody(serializers.Serializer[Any]):
    """One page of the drafts, the newest first, with the counts of all."""

    condition = serializers.CharField()
    counts = CountsBody()
    count = serializers.IntegerField(help_text="How many the list has, as it is narrowed.")
    next = serializers.URLField(allow_null=True)
    previous = serializers.URLField(allow_null=True)
    results = AffectedLine(many=True)


class AffectedList(APIView):
    """The drafts that were held to one condition."""

    permission_classes = (ForReaders,)

    @extend_schema(
        operation_id="affected_list",
        parameters=[
            OpenApiParameter(
                "condition",
                OpenApiTypes.STR,
                required=True,
                description="`rule:CODE:VERSION`, `policy:KEY/ROW:VERSION`, `tone:CODE:VERSION`, "
                "`prompt:VERSION`, `model:NAME` or `class:FINGERPRINT`; without a version, every "
                "one.",
            ),
            OpenApiParameter("since", OpenApiTypes.DATETIME, description="Drafted then or later."),
            OpenApiParameter("until", OpenApiTypes.DATETIME, description="Drafted before then."),
            OpenApiParameter(
                "became",
                OpenApiTypes.STR,
                enum=[each.value for each in Became],
                description="Only those that this became of.",
            ),
            OpenApiParameter("page", OpenApiTypes.INT),
            OpenApiParameter("page_size", OpenApiTypes.INT),
        ],
        responses={200: AffectedBody, 400: Error, 401: Error, 403: Error, 404: Error},
    )
    def get(self, request: Request) -> Response:
        """List the drafts of your locations that were held to a condition, with counts."""
        form = AskedForm(request.query_params)
        if not form.is_valid():
            raise ValidationError({name: [*found] for name, found in form.errors.items()})
        drafts = affected(form.asked, cast("User", request.user))
        pages = Pages()
        found = pages.paginate_queryset(joined(narrowed(drafts, form.narrowed_to)), request)
        listed = pages.get_paginated_response(list(lines(form.asked, found or []))).data
        head = {"condition": form.asked.condition, "counts": asdict(counts(form.asked, drafts))}
        return Response(head | listed)
