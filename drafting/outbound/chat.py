"""One chat completion from an OpenAI-compatible endpoint, within a total time, believed nothing."""

from __future__ import annotations

import json
import threading
import time
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any, Final, TypeVar

MAX_ANSWER_BYTES: Final = 1_000_000
# An endpoint without structured output refuses the request with one of these.
_NOT_UNDERSTOOD: Final = frozenset({400, 404, 415, 422, 501})
_PERMANENT: Final = frozenset({400, 401, 403, 404, 405, 415, 422, 501})

Answer = TypeVar("Answer")


class ChatFailed(Exception):  # noqa: N818  (named for what happened)
    """No usable answer came.

    ``reason`` is a sentence for people, without any text of the question or the answer;
    ``permanent`` says that trying again cannot help until somebody changes something.
    """

    def __init__(self, reason: str, *, permanent: bool) -> None:
        super().__init__(reason)
        self.reason = reason
        self.permanent = permanent


@dataclass(frozen=True, slots=True)
class Endpoint:
    """Where a model answers. ``timeout_seconds`` holds from connecting to the last byte."""

    base_url: str
    api_key: str
    model: str
    timeout_seconds: float


@dataclass(frozen=True, slots=True)
class Completion:
    """A whole answer: its content, the model that says it gave it, and how long it took."""

    content: str
    model: str
    seconds: float = 0.0


def complete(
    endpoint: Endpoint, messages: Sequence[Mapping[str, str]], response_format: Mapping[str, Any]
) -> Completion:
    """Ask a model once; an endpoint without structured output is asked again without it.

    Raises:
        ChatFailed: when it does not answer in time, or with anything but whole content.
    """
    # The client takes long to import, once a process: that is not the model's time.
    import openai  # noqa: F401, PLC0415

    started = time.monotonic()
    body = _within(
        endpoint.timeout_seconds, lambda: _ask(endpoint, list(messages), dict(response_format))
    )
    return replace(read_completion(body), seconds=time.monotonic() - started)


def read_completion(body: bytes) -> Completion:
    """Return the content and the model of a chat completion.

    Raises:
        ChatFailed: when it is no completion, was cut off, refused or is empty.
    """
    try:
        answer = json.loads(body)
    except (ValueError, RecursionError) as error:
        raise unusable("The answer is no JSON object.") from error
    if not isinstance(answer, dict):
        raise unusable("The answer is no JSON object.")
    choices = answer.get("choices")
    if not isinstance(choices, list) or not choices or not isinstance(choices[0], dict):
        raise unusable("The answer holds no choice.")
    message = choices[0].get("message")
    if not isinstance(message, dict):
        raise unusable("The answer holds no message.")
    if message.get("refusal"):
        raise ChatFailed("The model refused to answer.", permanent=False)
    if choices[0].get("finish_reason") not in {None, "stop"}:
        raise unusable("The answer was cut off.")
    content = message.get("content")
    if not isinstance(content, str) or not content.strip():
        raise unusable("The answer is empty.")
    model = answer.get("model")
    return Completion(content, model if isinstance(model, str) and is_code(model) else "")


def without_fence(content: str) -> str:
    """Return content without the fence of backticks that some models put around JSON."""
    content = content.strip()
    if content.startswith("```") and content.endswith("```"):
        return content.strip("`").removeprefix("json").strip()
    return content


def is_code(text: str) -> bool:
    """Say whether a text can be a name: short, printable, valid Unicode."""
    return len(text) <= 200 and text.isprintable() and is_unicode(text)


def is_unicode(text: str) -> bool:
    """Say whether a text has no lone surrogates."""
    try:
        text.encode()
    except UnicodeEncodeError:
        return False
    return True


def unusable(why: str) -> ChatFailed:
    """Return the failure of an answer that came, but cannot be used."""
    return ChatFailed(f"The model's answer could not be used. {why}", permanent=False)


def _ask(endpoint: Endpoint, messages: list[Any], response_format: dict[str, Any]) -> bytes:
    import httpx2  # noqa: PLC0415  (the client takes long to import; most runs never need it)
    import openai  # noqa: PLC0415

    from drafting.outbound.deadline import BoundedTransport, Budget, Refused  # noqa: PLC0415

    budget = Budget(seconds=endpoint.timeout_seconds, max_bytes=MAX_ANSWER_BYTES)
    with openai.OpenAI(
        base_url=endpoint.base_url,
        api_key=endpoint.api_key or "none",
        max_retries=0,
        timeout=endpoint.timeout_seconds,
        # A redirect would carry the question to an address that nobody configured, and so would a
        # proxy of the environment.
        http_client=httpx2.Client(
            transport=BoundedTransport(budget), follow_redirects=False, trust_env=False
        ),
    ) as client:
        try:
            return _create(client, endpoint.model, messages, response_format)
        except openai.APITimeoutError as error:
            raise _too_slow(endpoint) from error
        except openai.APIConnectionError as error:
            if isinstance(error.__cause__, Refused):
                raise unusable(str(error.__cause__)) from error
            raise ChatFailed(
                "The model endpoint could not be reached, or broke off.", permanent=False
            ) from error
        except openai.APIStatusError as error:
            raise _refused(error.status_code) from error
        except (httpx2.TimeoutException, TimeoutError) as error:
            raise _too_slow(endpoint) from error
        except Refused as error:
            raise unusable(str(error)) from error
        except (openai.OpenAIError, httpx2.HTTPError, ValueError) as error:
            raise unusable("The connection broke off, or the answer was damaged.") from error


def _create(client: Any, model: str, messages: list[Any], response_format: dict[str, Any]) -> bytes:
    import openai  # noqa: PLC0415

    create = client.chat.completions.with_raw_response.create
    try:
        answer = create(model=model, messages=messages, response_format=response_format)
    except openai.APIStatusError as error:
        if error.status_code not in _NOT_UNDERSTOOD:
            raise
        answer = create(model=model, messages=messages)
    content: bytes = answer.content
    return content


def _too_slow(endpoint: Endpoint) -> ChatFailed:
    return ChatFailed(
        f"The model did not answer within {endpoint.timeout_seconds:g} seconds.", permanent=False
    )


def _refused(status: int) -> ChatFailed:
    if 300 <= status < 400:
        return ChatFailed(
            f"The model endpoint redirects ({status}); configure its final address.",
            permanent=True,
        )
    return ChatFailed(f"The model endpoint answered {status}.", permanent=status in _PERMANENT)


def _within(seconds: float, ask: Callable[[], Answer]) -> Answer:
    """Run a call on a thread of its own and stop waiting when the time is up.

    The transport ends the call by then, all but a name server that does not answer.
    """
    done: list[Answer] = []
    failed: list[BaseException] = []

    def run() -> None:
        try:
            done.append(ask())
        except BaseException as error:  # noqa: BLE001  (raised again by the waiting thread)
            failed.append(error)

    thread = threading.Thread(target=run, name="model call", daemon=True)
    thread.start()
    thread.join(seconds + 0.5)
    if failed:
        raise failed[0]
    if not done:
        raise ChatFailed(f"The model did not answer within {seconds:g} seconds.", permanent=False)
    return done[0]
