"""Fetch JSON from a server that may be down, slow, lying or hostile."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Final
from urllib.parse import urlsplit

_LOOPBACK: Final = frozenset({"localhost", "127.0.0.1", "::1"})


class FetchFailed(Exception):  # noqa: N818  (named for what happened)
    """Nothing usable came back; the message says why, in words for a person."""


@dataclass(frozen=True, slots=True)
class Answer:
    """A JSON answer: status, headers in lower case, and the value (``None`` without a body)."""

    status: int
    headers: Mapping[str, str]
    value: Any = None


def address_problem(url: str) -> str:
    """Say what is wrong with an address to fetch from; empty when nothing is.

    Only ``https`` is allowed, and ``http`` to this machine itself.
    """
    try:
        parts = urlsplit(url)
        host = parts.hostname or ""
        _ = parts.port
    except ValueError:
        return "This is not an address; write https://host/path."
    if not host or not url.isascii() or any(char.isspace() for char in url):
        return "This is not an address; write https://host/path."
    if parts.username or parts.password:
        return "Leave user name and password out of the address; the token has its own setting."
    if parts.scheme != "https" and not (parts.scheme == "http" and host in _LOOPBACK):
        return "Write an address that starts with https://."
    return ""


def fetch_json(
    url: str, *, seconds: float, max_bytes: int, headers: Mapping[str, str] | None = None
) -> Answer:
    """GET an address and return its JSON; redirects are not followed, proxies not used.

    ``seconds`` bounds the whole call, ``max_bytes`` all that is received. Statuses 200, 204, 304
    and 404 are answers; a 404 has no value.

    Raises:
        FetchFailed: for anything else: no answer in time, another status, another content type, or
            a body that is no JSON.
    """
    import httpx2  # noqa: PLC0415  (slow to import; most processes never call out)

    from drafting.outbound.deadline import BoundedTransport, Budget, Refused  # noqa: PLC0415

    problem = address_problem(url)
    if problem:
        raise FetchFailed(problem)
    transport = BoundedTransport(Budget(seconds=seconds, max_bytes=max_bytes))
    try:
        with httpx2.Client(
            transport=transport, follow_redirects=False, trust_env=False, timeout=seconds
        ) as client:
            answer = client.get(url, headers={"Accept": "application/json", **(headers or {})})
    except Refused as error:
        raise FetchFailed(str(error)) from error
    except (httpx2.TimeoutException, TimeoutError) as error:
        raise FetchFailed(f"It did not answer within {seconds:g} seconds.") from error
    except httpx2.HTTPError as error:
        raise FetchFailed("It could not be reached, or broke off.") from error
    except (ValueError, httpx2.InvalidURL) as error:
        raise FetchFailed("Its answer was damaged.") from error
    return _read(answer.status_code, dict(answer.headers), answer.content)


def _read(status: int, headers: dict[str, str], body: bytes) -> Answer:
    if status in {204, 304, 404}:
        return Answer(status, headers)
    if 300 <= status < 400:
        raise FetchFailed(f"It redirects ({status}); configure its final address.")
    if status != 200:
        raise FetchFailed(f"It answered {status}.")
    kind = headers.get("content-type", "").partition(";")[0].strip().lower()
    if kind != "application/json" and not kind.endswith("+json"):
        shown = kind if kind.isprintable() and kind else "no content type"
        raise FetchFailed(f"It answered with {shown[:60]} instead of JSON.")
    try:
        return Answer(status, headers, json.loads(body))
    except (ValueError, RecursionError) as error:
        raise FetchFailed("It said that its answer is JSON, but it is not.") from error
