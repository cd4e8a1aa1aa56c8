"""One shape for every refusal: a code, a sentence, and the fields at fault."""

from __future__ import annotations

from typing import Any

from rest_framework import serializers
from rest_framework.exceptions import APIException, NotAuthenticated, ValidationError
from rest_framework.response import Response
from rest_framework.views import exception_handler


class ErrorBody(serializers.Serializer[Any]):
    """What went wrong, for a program and for a person."""

    code = serializers.CharField(help_text="A stable word: `invalid`, `not_found`, `held`, ...")
    message = serializers.CharField(help_text="What to do, in a sentence.")
    fields = serializers.DictField(  # type: ignore[assignment]  # the name is part of the format
        child=serializers.ListField(child=serializers.CharField()),
        required=False,
        help_text="Sentences for each field at fault; a dot leads into lists: `messages.0.text`.",
    )


class Error(serializers.Serializer[Any]):
    """The body of every refusal."""

    error = ErrorBody()


class Conflict(APIException):
    """The request does not fit how things stand now."""

    status_code = 409
    default_code = "conflict"


def handle(exception: Exception, context: dict[str, Any]) -> Response | None:
    """Answer a refusal in the one shape; anything unexpected stays a 500."""
    response = exception_handler(exception, context)
    if response is None:
        return None
    body: dict[str, Any] = {"code": "error", "message": "The request was refused."}
    if isinstance(exception, NotAuthenticated):
        body = {
            "code": "not_authenticated",
            "message": "Send a token: “Authorization: Bearer dg_…”.",
        }
    elif isinstance(exception, ValidationError):
        fields = _flatten(exception.detail)
        general = fields.pop("", [])
        body = {
            "code": "invalid",
            "message": " ".join(general) or "Some fields are missing or wrong; see “fields”.",
        }
        if fields:
            body["fields"] = fields
    elif isinstance(exception, APIException):
        body = {"code": _code(exception), "message": str(exception.detail)}
    elif response.status_code == 404:
        body = {"code": "not_found", "message": "There is nothing here that you may see."}
    elif response.status_code == 403:
        body = {"code": "permission_denied", "message": "You may not do this."}
    response.data = {"error": body}
    return response


def _code(exception: APIException) -> str:
    codes = exception.get_codes()
    return codes if isinstance(codes, str) else exception.default_code


def _flatten(detail: Any, path: str = "") -> dict[str, list[str]]:
    if isinstance(detail, dict):
        flat: dict[str, list[str]] = {}
        for key, value in detail.items():
            name = "" if key == "non_field_errors" else str(key)
            for inner, messages in _flatten(value, _join(path, name)).items():
                flat.setdefault(inner, []).extend(messages)
        return flat
    if isinstance(detail, list | tuple) and any(isinstance(item, dict | list) for item in detail):
        flat = {}
        for index, item in enumerate(detail):
            for inner, messages in _flatten(item, _join(path, str(index))).items():
                flat.setdefault(inner, []).extend(messages)
        return flat
    return (
        {path: [str(item) for item in (detail if isinstance(detail, list) else [detail])]}
        if (detail)
        else {}
    )


def _join(path: str, name: str) -> str:
    return f"{path}.{name}" if path and name else path or name
