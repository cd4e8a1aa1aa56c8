"""Bodies of requests, read strictly."""

from __future__ import annotations

from typing import Any

from rest_framework import serializers
from rest_framework.exceptions import ValidationError


class Strict(serializers.Serializer[Any]):
    """Refuses fields that it does not know: a misspelt one would be lost without a word."""

    def to_internal_value(self, data: Any) -> Any:
        """Read known fields only."""
        if isinstance(data, dict) and (unknown := sorted(set(data) - set(self.fields))):
            known = ", ".join(self.fields)
            raise ValidationError(
                {
                    str(name)[:80]: [f"There is no such field; known are {known}."]
                    for name in unknown
                }
            )
        return super().to_internal_value(data)
