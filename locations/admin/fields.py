"""Form fields that operators can read: lists by line or comma, values as they say them."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterable, Iterator
from itertools import chain
from math import isfinite
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.text import Truncator

# An error names an entry by its beginning: one that is too long would fill the page with itself.
_LONGEST_NAMED = 60


class ListField(forms.Field):
    """A list of short texts, one per line (or, when ``commas``, also separated by commas).

    Every entry is checked by ``entry``; the error names the entry that is wrong.
    """

    def __init__(self, *, entry: forms.Field, commas: bool = False, **kwargs: Any) -> None:
        self.entry = entry
        self.commas = commas
        kwargs.setdefault("required", False)
        kwargs["widget"] = (
            forms.TextInput(attrs={"class": "vTextField"})
            if commas
            else forms.Textarea(attrs={"rows": 4, "class": "vLargeTextField"})
        )
        how = "Separate with commas." if commas else "One per line."
        kwargs["help_text"] = f"{kwargs.get('help_text') or ''} {how}".strip()
        # The model's own validators judge the whole list; they run in its full_clean().
        super().__init__(**kwargs)

    def prepare_value(self, value: Any) -> Any:
        """Write a stored list as it is edited; leave what was typed alone."""
        if isinstance(value, list | tuple):
            return (", " if self.commas else "\n").join(str(item) for item in value)
        return value

    def to_python(self, value: Any) -> list[str]:
        """Split what was typed, leaving out empty and repeated entries."""
        if isinstance(value, list | tuple):
            parts: Iterable[str] = [str(item) for item in value]
        else:
            text = str(value or "")
            parts = text.replace(",", "\n").splitlines() if self.commas else text.splitlines()
        return list(dict.fromkeys(part.strip() for part in parts if part.strip()))

    def validate(self, value: list[str]) -> None:
        """Check every entry on its own.

        Raises:
            ValidationError: one message for each entry that is wrong, naming it.
        """
        super().validate(value)
        errors = []
        for item in value:
            try:
                self.entry.clean(item)
            except ValidationError as error:
                named = Truncator(item).chars(_LONGEST_NAMED)
                # The form's own limit and the model's may say the same.
                told = dict.fromkeys(error.messages)
                errors += [ValidationError(f"“{named}”: {text}") for text in told]
        if errors:
            raise ValidationError(errors)

    def has_changed(self, initial: Any, data: Any) -> bool:
        """Compare the lists, not how they were typed."""
        return self.to_python(initial) != self.to_python(data)


class ReadableJSONField(forms.JSONField):
    """JSON, indented, with an error that says where it went wrong; blank, it is ``empty()``."""

    def __init__(self, *, empty: Callable[[], Any], **kwargs: Any) -> None:
        self.empty = empty
        kwargs["widget"] = forms.Textarea(
            attrs={"rows": 5, "class": "vLargeTextField code", "spellcheck": "false"}
        )
        super().__init__(**kwargs)

    def prepare_value(self, value: Any) -> Any:
        """Indent a stored value; leave what was typed alone."""
        if isinstance(value, forms.fields.InvalidJSONInput | str):
            return value
        return "" if value is None else json.dumps(value, indent=2, ensure_ascii=False)

    def bound_data(self, data: Any, initial: Any) -> Any:
        """Give back exactly what was typed, right or wrong."""
        return initial if self.disabled else data

    def to_python(self, value: Any) -> Any:
        """Read JSON; typographic quotes, which help texts show, count as plain ones.

        Raises:
            ValidationError: with the line and what is wrong there.
        """
        if value in self.empty_values:
            return self.empty()
        if not isinstance(value, str):
            return value
        try:
            read = _json(value)
        except json.JSONDecodeError as error:
            try:
                read = _json(value.replace("“", '"').replace("”", '"'))
            except json.JSONDecodeError:
                raise ValidationError(
                    f"This is not JSON: {error.msg} in line {error.lineno}, column {error.colno}."
                ) from error
        # Neither can be stored: the first by PostgreSQL, half a surrogate pair in no UTF-8.
        if any(char == "\0" or "\ud800" <= char <= "\udfff" for char in _chars(read)):
            raise ValidationError("An escape such as \\u0000 stands for nothing; leave it out.")
        return read


def _json(text: str) -> Any:
    return json.loads(text, parse_constant=_number, parse_float=_number)


def _number(text: str) -> float:
    if isfinite(number := float(text)):
        return number
    raise ValidationError(f"{text} is no number that can be stored; write another.")


def _chars(value: Any) -> Iterator[str]:
    """Yield the characters of all keys and texts within a value."""
    if isinstance(value, str):
        yield from value
    elif isinstance(value, dict | list):
        inner = chain.from_iterable(value.items()) if isinstance(value, dict) else value
        for each in inner:
            yield from _chars(each)


class PolicyDataField(forms.CharField):
    """A policy value as an operator says it: ``30``, ``yes``, ``store_credit``, ``a, b``.

    The unit of the term decides how it is read, so :meth:`read` is called once that is known.
    """

    def __init__(self, **kwargs: Any) -> None:
        kwargs.setdefault("strip", True)
        super().__init__(**kwargs)

    def prepare_value(self, value: Any) -> Any:
        """Write a stored value as it is typed."""
        if isinstance(value, bool):
            return "yes" if value else "no"
        if isinstance(value, list | tuple):
            return ", ".join(str(item) for item in value)
        return value

    def has_changed(self, initial: Any, data: Any) -> bool:
        """Compare as typed."""
        return str(self.prepare_value(initial) if initial is not None else "") != str(data or "")

    @staticmethod
    def read(text: str, unit: str) -> Any:
        """Turn what was typed into a value of ``unit``; what does not fit is left as text."""
        words = text.strip()
        if unit == "list":
            return [part.strip() for part in words.strip("[]").split(",") if part.strip()]
        if unit == "boolean":
            return {"yes": True, "true": True, "no": False, "false": False}.get(
                words.casefold(), words
            )
        if unit in {"choice", "text"} or words == "none":
            return words
        number = words.replace(",", "").lstrip("$").rstrip("%").strip()
        if not re.fullmatch(r"-?\d+(\.\d+)?", number):
            return words
        return float(number) if "." in number else int(number)
