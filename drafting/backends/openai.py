"""Drafts from any OpenAI-compatible endpoint, within a total time, and nothing taken on trust."""

from __future__ import annotations

import json
import threading
from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final, TypeVar

from drafting.backends.base import Generation, GenerationFailed

if TYPE_CHECKING:
    from drafting.context.payload import ContextPayload
    from drafting.context.prompt import Prompt

MAX_ANSWER_BYTES: Final = 1_000_000
MAX_TEXT_CHARS: Final = 20_000
MAX_SOURCES: Final = 50

# OpenAI API reference, "Structured model outputs": a JSON schema in strict mode.
RESPONSE_FORMAT: Final = {
    "type": "json_schema",
    "json_schema": {
        "name": "reply",
        "strict": True,
        "schema": {
            "type": "object",
            "properties": {
                "text": {"type": "string", "description": "The reply to the customer."},
                "sources": {
                    "type": "array",
                    "items": {"type": "string"},
                    "description": "Codes of the knowledge articles that the reply used.",
                },
            },
            "required": ["text", "sources"],
            "additionalProperties": False,
        },
    },
}

# An endpoint without structured output refuses the request with one of these.
_NOT_UNDERSTOOD: Final = frozenset({400, 404, 415, 422, 501})
_PERMANENT: Final = frozenset({400, 401, 403, 404, 405, 415, 422, 501})

Answer = TypeVar("Answer")


@dataclass(frozen=True, slots=True)
class OpenAIBackend:
    """Asks one model for one reply. ``timeout_seconds`` holds from connecting to the last byte."""

    base_url: str
    api_key: str
    model: str
    timeout_seconds: float
    name: str = "openai"
    reads_prompt: bool = True

    def generate(self, payload: ContextPayload, prompt: Prompt) -> Generation:
        """Ask the model for a reply.

        Raises:
            GenerationFailed: when it does not answer in time, or with anything but a usable text.
        """
        # The client takes long to import, once a process: that is not the model's time.
        import openai  # noqa: F401, PLC0415

        body = _within(self.timeout_seconds, lambda: self._ask(prompt))
        text, sources, model = read_answer(body)
        return Generation(
            text=text,
            sources=sources,
            model=(model or self.model)[:120],
            prompt_version=prompt.version,
        )

    def _ask(self, prompt: Prompt) -> bytes:
        import httpx2  # noqa: PLC0415  (the client takes long to import; most runs never need it)
        import openai  # noqa: PLC0415

        from drafting.outbound.deadline import BoundedTransport, Budget, Refused  # noqa: PLC0415

        budget = Budget(seconds=self.timeout_seconds, max_bytes=MAX_ANSWER_BYTES)
        with openai.OpenAI(
            base_url=self.base_url,
            api_key=self.api_key or "none",
            max_retries=0,
            timeout=self.timeout_seconds,
            # A redirect would carry the prompt to an address that nobody configured, and so would
            # a proxy of the environment.
            http_client=httpx2.Client(
                transport=BoundedTransport(budget), follow_redirects=False, trust_env=False
            ),
        ) as client:
            try:
                return self._complete(client, prompt)
            except openai.APITimeoutError as error:
                raise self._too_slow() from error
            except openai.APIConnectionError as error:
                if isinstance(error.__cause__, Refused):
                    raise _unusable(str(error.__cause__)) from error
                raise GenerationFailed(
                    "The model endpoint could not be reached, or broke off.", permanent=False
                ) from error
            except openai.APIStatusError as error:
                raise _refused(error.status_code) from error
            except (httpx2.TimeoutException, TimeoutError) as error:
                raise self._too_slow() from error
            except Refused as error:
                raise _unusable(str(error)) from error
            except (openai.OpenAIError, httpx2.HTTPError, ValueError) as error:
                raise _unusable("The connection broke off, or the answer was damaged.") from error

    def _complete(self, client: Any, prompt: Prompt) -> bytes:
        import openai  # noqa: PLC0415

        request: dict[str, Any] = {
            "model": self.model,
            "messages": [
                {"role": "system", "content": prompt.system},
                {"role": "user", "content": prompt.user},
            ],
        }
        create = client.chat.completions.with_raw_response.create
        try:
            answer = create(**request, response_format=RESPONSE_FORMAT)
        except openai.APIStatusError as error:
            if error.status_code not in _NOT_UNDERSTOOD:
                raise
            answer = create(**request)
        content: bytes = answer.content
        return content

    def _too_slow(self) -> GenerationFailed:
        return GenerationFailed(
            f"The model did not answer within {self.timeout_seconds:g} seconds.", permanent=False
        )


def read_answer(body: bytes) -> tuple[str, tuple[str, ...], str]:
    """Return text, sources and model name of a chat completion.

    The content is the JSON that was asked for, alone or in a fence of backticks.

    Raises:
        GenerationFailed: when anything in it is not as it must be; nothing is guessed.
    """
    answer = _object(body, "The answer is no JSON object.")
    choices = answer.get("choices")
    if not isinstance(choices, list) or not choices or not isinstance(choices[0], dict):
        raise _unusable("The answer holds no choice.")
    message = choices[0].get("message")
    if not isinstance(message, dict):
        raise _unusable("The answer holds no message.")
    if message.get("refusal"):
        raise GenerationFailed("The model refused to answer.", permanent=False)
    finish = choices[0].get("finish_reason")
    if finish not in {None, "stop"}:
        raise _unusable("The answer was cut off.")
    content = message.get("content")
    if not isinstance(content, str) or not content.strip():
        raise _unusable("The answer is empty.")
    reply = _object(_without_fence(content), "The content is not the JSON that was asked for.")
    text, sources = reply.get("text"), reply.get("sources", [])
    model = answer.get("model")
    if not isinstance(text, str) or not text.strip():
        raise _unusable("The reply has no text.")
    if len(text) > MAX_TEXT_CHARS or "\x00" in text or not _is_unicode(text):
        raise _unusable("The reply's text cannot be used.")
    if (
        not isinstance(sources, list)
        or len(sources) > MAX_SOURCES
        or not all(isinstance(source, str) and _is_code(source) for source in sources)
    ):
        raise _unusable("The reply's sources are not a list of codes.")
    return text.strip(), tuple(sources), model if isinstance(model, str) and _is_code(model) else ""


def _object(data: bytes | str, otherwise: str) -> dict[str, Any]:
    try:
        value = json.loads(data)
    except (ValueError, RecursionError) as error:
        raise _unusable(otherwise) from error
    if not isinstance(value, dict):
        raise _unusable(otherwise)
    return value


def _without_fence(content: str) -> str:
    content = content.strip()
    if content.startswith("```") and content.endswith("```"):
        return content.strip("`").removeprefix("json").strip()
    return content


def _is_code(text: str) -> bool:
    return len(text) <= 200 and text.isprintable() and _is_unicode(text)


def _is_unicode(text: str) -> bool:
    try:
        text.encode()
    except UnicodeEncodeError:
        return False
    return True


def _unusable(why: str) -> GenerationFailed:
    return GenerationFailed(f"The model's answer could not be used. {why}", permanent=False)


def _refused(status: int) -> GenerationFailed:
    if 300 <= status < 400:
        return GenerationFailed(
            f"The model endpoint redirects ({status}); give its final address in OPENAI_BASE_URL.",
            permanent=True,
        )
    return GenerationFailed(
        f"The model endpoint answered {status}.", permanent=status in _PERMANENT
    )


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
        raise GenerationFailed(
            f"The model did not answer within {seconds:g} seconds.", permanent=False
        )
    return done[0]
