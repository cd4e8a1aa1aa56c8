"""Sealed columns on the administration's pages: readable, or saying why they are not."""

from __future__ import annotations

import json
from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from django.contrib import admin

from compliance.sealing.fields import SealedField
from compliance.sealing.reading import fetch_keys, in_words

if TYPE_CHECKING:
    from django.db import models
    from django.http import HttpRequest


def opened(name: str, title: str = "") -> Callable[[Any], str]:
    """Return a column that shows a sealed value, or why it cannot be read."""

    @admin.display(description=title or name.replace("_", " "), empty_value="–")
    def column(row: models.Model) -> str:
        return in_words(lambda: _words(getattr(row, name)))

    column.__name__ = f"opened_{name}"
    return column


class SealedColumns:
    """Shows sealed values to those who may read and not change, and fetches the keys of a list."""

    # Whether the list shows sealed values.
    lists_sealed = False

    def get_fieldsets(self, request: HttpRequest, obj: Any = None) -> list[Any]:
        """Open sealed values one by one, so that one which was erased does not hide the page."""
        sections = super().get_fieldsets(request, obj)  # type: ignore[misc]
        if self.has_change_permission(request, obj):  # type: ignore[attr-defined]
            return list(sections)
        return [
            (title, {**options, "fields": [self._readable(each) for each in options["fields"]]})
            for title, options in sections
        ]

    def get_changelist_instance(self, request: HttpRequest) -> Any:
        """Fetch the keys of the rows on the page at once."""
        listed = super().get_changelist_instance(request)  # type: ignore[misc]
        if self.lists_sealed:
            fetch_keys(listed.result_list)
        return listed

    def _readable(self, each: Any) -> Any:
        if isinstance(each, tuple | list):
            return tuple(self._readable(name) for name in each)
        model: type[models.Model] = self.model  # type: ignore[attr-defined]
        sealed = {
            part.name: str(part.verbose_name)
            for part in model._meta.concrete_fields
            if isinstance(part, SealedField)
        }
        return opened(each, sealed[each]) if each in sealed else each


def _words(value: Any) -> str:
    if value is None or isinstance(value, str):
        return value or ""
    return json.dumps(value, ensure_ascii=False)
