"""The locations a person answers for."""

from __future__ import annotations

from typing import Any

from django.db.models import QuerySet
from rest_framework import serializers
from rest_framework.generics import ListAPIView

from console.api.pages import Pages
from console.api.permissions import ForEveryRole
from locations.models import Location
from locations.queries import visible_locations


class LocationBody(serializers.ModelSerializer[Location]):
    """A location."""

    brand = serializers.CharField(source="brand.code")
    vertical = serializers.CharField(source="vertical.code")

    class Meta:
        model = Location
        fields = ("code", "name", "brand", "vertical", "city", "state", "zone", "phone", "status")


class LocationList(ListAPIView[Any]):
    """List the locations you answer for, by code."""

    permission_classes = (ForEveryRole,)
    serializer_class = LocationBody
    pagination_class = Pages
    queryset = Location.objects.none()

    def get_queryset(self) -> QuerySet[Location]:
        """Only locations of the person's roster."""
        return (
            visible_locations(self.request.user)
            .select_related("brand", "vertical")
            .order_by("code")
        )
