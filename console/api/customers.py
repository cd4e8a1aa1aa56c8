"""Customer records are fed here: whole, one at a time."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, cast

from django.core.exceptions import ValidationError as Invalid
from django.db import IntegrityError, transaction
from django.shortcuts import get_object_or_404
from drf_spectacular.utils import OpenApiParameter, extend_schema
from rest_framework import serializers, status
from rest_framework.exceptions import ValidationError
from rest_framework.request import Request
from rest_framework.response import Response
from rest_framework.views import APIView

from console.api.errors import Conflict, Error
from console.api.permissions import ForOperators
from console.api.strict import Strict
from drafting.crm.mapping import MAX_CONTACTS, MAX_DETAILS, MAX_ORDERS
from drafting.errors import Unusable
from drafting.models import Customer
from drafting.privacy.erasing import AlreadyErasedError, Order, erase_customer
from drafting.privacy.holds import HeldError
from locations import changes

if TYPE_CHECKING:
    from django.contrib.auth.models import User

REASON = "Fed by the API."
MAX_DETAIL = 500


class LoyaltyBody(Strict):
    """Where the customer stands in the brand's loyalty programme."""

    tier = serializers.CharField(max_length=100, required=False, allow_blank=True, default="")
    points = serializers.IntegerField(required=False, allow_null=True, default=None)


class OrderBody(Strict):
    """One order, purchase, visit or account."""

    id = serializers.CharField(max_length=100)
    date = serializers.DateField()
    brand = serializers.CharField(max_length=60, required=False, allow_blank=True, default="")
    location = serializers.CharField(max_length=60, required=False, allow_blank=True, default="")
    item = serializers.CharField(max_length=300, required=False, allow_blank=True, default="")
    total = serializers.FloatField(min_value=0, max_value=1e9, required=False, default=0)
    status = serializers.CharField(max_length=200, required=False, allow_blank=True, default="")
    channel = serializers.CharField(
        max_length=60,
        required=False,
        allow_blank=True,
        help_text="How it was bought: `in_store`, `online`, `phone` ...",
    )
    details = serializers.DictField(
        child=serializers.JSONField(),
        required=False,
        help_text="Further values that conditions of rules may ask for: `{“balance”: 8.5}`.",
    )

    def validate_details(self, details: dict[str, Any]) -> dict[str, Any]:
        """Refuse what is no single value."""
        if len(details) > MAX_DETAILS:
            raise serializers.ValidationError(f"At most {MAX_DETAILS} values.")
        for name, value in details.items():
            if not isinstance(value, str | int | float | bool) or len(str(value)) > MAX_DETAIL:
                raise serializers.ValidationError(
                    f"{name}: write a number, a short text, true or false."
                )
        return details


class CustomerBody(Strict):
    """A customer's record. What is left out is unknown, also if it was known before."""

    name = serializers.CharField(max_length=200)
    state = serializers.CharField(
        max_length=6, required=False, allow_blank=True, default="", help_text="`US-MA`"
    )
    loyalty = LoyaltyBody(required=False, allow_null=True, default=None)
    orders = serializers.ListField(
        child=OrderBody(), required=False, default=list, max_length=MAX_ORDERS
    )
    contacts = serializers.ListField(
        child=serializers.CharField(max_length=500),
        required=False,
        default=list,
        max_length=MAX_CONTACTS,
        help_text="Earlier contacts, one line each; card and account numbers are masked.",
    )
    consents = serializers.DictField(
        child=serializers.BooleanField(),
        required=False,
        default=dict,
        help_text="What the customer agreed to or refused: `{“marketing_sms”: false}`.",
    )


class ErasureBody(serializers.Serializer[Any]):
    """An erasure: when, and how many there were of what."""

    erasure = serializers.UUIDField(help_text="Its id, which the events of the log name.")
    erased_at = serializers.DateTimeField()
    already = serializers.BooleanField(help_text="Whether it had been erased before.")
    counts = serializers.DictField(child=serializers.IntegerField())


class CustomerDetail(APIView):
    """One customer's record."""

    permission_classes = (ForOperators,)

    @extend_schema(
        operation_id="customers_retrieve",
        responses={200: CustomerBody, 401: Error, 403: Error, 404: Error},
    )
    def get(self, request: Request, code: str) -> Response:
        """Answer with a customer's record."""
        return Response(_body(get_object_or_404(Customer, code=code)))

    @extend_schema(
        operation_id="customers_update",
        request=CustomerBody,
        responses={200: CustomerBody, 201: CustomerBody, 400: Error, 401: Error, 403: Error},
    )
    def put(self, request: Request, code: str) -> Response:
        """Store a customer's record as it is now; the same record again changes nothing.

        Tickets that arrived before keep the customer as recorded at their arrival.
        """
        body = CustomerBody(data=request.data)
        body.is_valid(raise_exception=True)
        try:
            with transaction.atomic():
                row, created = _store(code, body.validated_data, request.user)
        except Invalid as error:
            raise ValidationError(_messages(error)) from error
        except IntegrityError as error:
            raise Conflict("The record was fed twice at once; send it again.") from error
        return Response(
            _body(row), status=status.HTTP_201_CREATED if created else status.HTTP_200_OK
        )

    @extend_schema(
        operation_id="customers_erase",
        parameters=[
            OpenApiParameter(
                "reason",
                str,
                required=True,
                description="Why; it is kept for good, so name nobody in it.",
            )
        ],
        responses={200: ErasureBody, 400: Error, 401: Error, 403: Error, 404: Error, 409: Error},
    )
    def delete(self, request: Request, code: str) -> Response:
        """Erase the record, its history and all texts of the customer's tickets, for good.

        `409` with the code `held` names the legal hold that keeps them. Repeating it changes
        nothing and answers with the erasure that there was.
        """
        customer = get_object_or_404(Customer, code=code)
        actor = cast("User", request.user)
        order = Order(actor=actor, reason=request.query_params.get("reason", ""))
        already = False
        try:
            erasure = erase_customer(customer=customer, order=order)
        except AlreadyErasedError as error:
            erasure, already = error.erasure, True
        except HeldError as error:
            raise Conflict(str(error), code="held") from error
        except Unusable as error:
            raise ValidationError({error.field: [error.message]}) from error
        return Response(
            {
                "erasure": str(erasure.pk),
                "erased_at": erasure.erased_at,
                "already": already,
                "counts": erasure.counts,
            }
        )


def _store(code: str, data: dict[str, Any], user: Any) -> tuple[Customer, bool]:
    stored = Customer.objects.select_for_update().filter(code=code).first()
    row = Customer(code=code) if stored is None else stored
    before = None if stored is None else _body(stored)
    row.name, row.state = data["name"], data["state"]
    row.loyalty, row.consents, row.contacts = data["loyalty"], data["consents"], data["contacts"]
    row.orders = [{**order, "date": order["date"].isoformat()} for order in data["orders"]]
    row.clean()  # masks the contacts, as they will be stored
    if _body(row) != before:
        changes.save(row=row, actor=user, reason=REASON)
    return row, stored is None


def _body(row: Customer) -> dict[str, Any]:
    return {
        "name": row.name,
        "state": row.state,
        "loyalty": row.loyalty,
        "orders": row.orders,
        "contacts": row.contacts,
        "consents": row.consents,
    }


def _messages(error: Invalid) -> dict[str, list[str]]:
    if hasattr(error, "error_dict"):
        return {name: list(messages) for name, messages in error.message_dict.items()}
    return {"record": list(error.messages)}
