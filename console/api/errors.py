"""One shape for every refusal: a code, a sentence, and the fields at fault."""

from __future__ import annotations

import logging
from typing import Any

from django.core.exceptions import RequestDataTooBig
from django.db import InterfaceError, OperationalError
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.views import defaults
from rest_framework import serializers
from rest_framework.exceptions import APIException, NotAuthenticated, ValidationError
from rest_framework.parsers import JSONParser
from rest_framework.response import Response
from rest_framework.views import exception_handler

from console.unreadable import unreadable

logger = logging.getLogger(__name__)

API = "/api/"


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


class TooLarge(APIException):
    """The body is larger than any ticket."""

    status_code = 413
    default_code = "too_large"
    default_detail = "The request is too large; send fewer or shorter messages."


class Unavailable(APIException):
    """The database does not answer at this moment; nothing was stored."""

    status_code = 503
    default_code = "unavailable"
    default_detail = "The database does not answer; nothing was stored. Try again in a moment."


class Unreadable(APIException):
    """A text cannot be read: it was erased, changed past the application, or the key is missing."""


class BoundedJSONParser(JSONParser):
    """JSON, with a refusal instead of a failure for what is nested without end."""

    def parse(self, *args: Any, **kwargs: Any) -> Any:
        """Read a body.

        Raises:
            ValidationError: when it is nested deeper than can be read.
        """
        try:
            return super().parse(*args, **kwargs)
        except RecursionError as error:
            raise ValidationError("The JSON is nested too deeply.") from error


def handle(exception: Exception, context: dict[str, Any]) -> Response | None:
    """Answer a refusal in the one shape; anything unexpected stays a 500."""
    exception = _of_the_api(exception)
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


def _of_the_api(exception: Exception) -> Exception:
    """Return what a failure that is none of the request's own means for its sender."""
    if isinstance(exception, RequestDataTooBig):
        return TooLarge()
    if isinstance(exception, OperationalError | InterfaceError):
        logger.warning("The database did not answer a request of the API.")
        return Unavailable()
    why = unreadable(exception)
    if why is None:
        return exception
    told = Unreadable(why.message, why.code)
    told.status_code = why.status
    return told


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


def page_not_found(request: HttpRequest, exception: Exception) -> HttpResponse:
    """Answer an address that does not exist: the one shape in the API, a page elsewhere."""
    if request.path.startswith(API):
        return _refusal(404, "not_found", "There is nothing here that you may see.")
    return defaults.page_not_found(request, exception)


def server_error(request: HttpRequest) -> HttpResponse:
    """Answer a failure of ours: the one shape in the API, a page elsewhere."""
    if request.path.startswith(API):
        return _refusal(500, "error", "Something failed here; it is in the log. Try again later.")
    return defaults.server_error(request)


def _refusal(status: int, code: str, message: str) -> JsonResponse:
    return JsonResponse({"error": {"code": code, "message": message}}, status=status)
