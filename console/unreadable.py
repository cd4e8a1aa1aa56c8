"""What is said where a text cannot be read: that it was erased, or that the key is missing."""

from __future__ import annotations

import logging
from dataclasses import dataclass
from http import HTTPStatus
from typing import TYPE_CHECKING

from django.shortcuts import render

from compliance.sealing.cipher import SealError
from compliance.sealing.keyring import ErasedError
from compliance.sealing.master import MasterKeyError

if TYPE_CHECKING:
    from collections.abc import Callable

    from django.http import HttpRequest, HttpResponse

logger = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Unreadable:
    """Why a text cannot be read, for a program and for a person."""

    status: int
    code: str
    title: str
    message: str


def unreadable(error: Exception) -> Unreadable | None:
    """Say what an error means for whoever wanted to read a text; ``None`` for any other error."""
    if isinstance(error, ErasedError):
        return Unreadable(
            HTTPStatus.GONE,
            "erased",
            "This was erased",
            f"{error} What was said about it is gone; that it was decided, and how, is kept.",
        )
    if isinstance(error, MasterKeyError):
        logger.error("A text cannot be sealed or opened: %s", error)
        return Unreadable(
            HTTPStatus.SERVICE_UNAVAILABLE,
            "unavailable",
            "Texts cannot be read here",
            "The key that texts of customers are sealed with is not there, so nothing was read or "
            "stored. Whoever runs this installation finds more in its log.",
        )
    if isinstance(error, SealError):
        logger.error("A text cannot be opened: %s", error)
        return Unreadable(
            HTTPStatus.CONFLICT,
            "unreadable",
            "This text is not what was stored",
            f"{error} So nothing of it is shown; tell whoever runs this installation.",
        )
    return None


class UnreadableMiddleware:
    """Answers with a page that says why, where a text that is to be shown cannot be read."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self._get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """Go on."""
        return self._get_response(request)

    def process_exception(self, request: HttpRequest, exception: Exception) -> HttpResponse | None:
        """Say why; any other failure stays one."""
        why = unreadable(exception)
        if why is None:
            return None
        return render(request, "unreadable.html", {"why": why}, status=why.status)
