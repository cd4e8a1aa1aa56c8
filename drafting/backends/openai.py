"""Drafts from any OpenAI-compatible endpoint, within a total time, and nothing taken on trust."""

from __future__ import annotations

import json
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any, Final

from drafting.backends.base import Generation, GenerationFailed
from drafting.outbound.chat import (
    ChatFailed,
    Endpoint,
    complete,
    is_code,
    is_unicode,
    unusable,
    without_fence,
)

if TYPE_CHECKING:
    from drafting.context.payload import ContextPayload
    from drafting.context.prompt import Prompt

MAX_TEXT_CHARS: Final = 20_000
MAX_SOURCES: Final = 50
MAX_LABEL_CHARS: Final = 60

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
                "class": {
                    "type": ["string", "null"],
                    "description": "The code of the ticket class that fits, if one does.",
                },
            },
            "required": ["text", "sources", "class"],
            "additionalProperties": False,
        },
    },
}


@dataclass(frozen=True, slots=True)
class OpenAIBackend:
    """Asks one model for one reply."""

    endpoint: Endpoint
    name: str = "openai"
    reads_prompt: bool = True

    def within(self, seconds: float) -> OpenAIBackend:
        """Return the same backend with less time for a call."""
        return replace(self, endpoint=replace(self.endpoint, timeout_seconds=seconds))

    def generate(self, payload: ContextPayload, prompt: Prompt) -> Generation:
        """Ask the model for a reply.

        Raises:
            GenerationFailed: when it does not answer in time, or with anything but a usable text.
        """
        messages = [
            {"role": "system", "content": prompt.system},
            {"role": "user", "content": prompt.user},
        ]
        try:
            completion = complete(self.endpoint, messages, RESPONSE_FORMAT)
            text, sources, label = read_reply(completion.content)
        except ChatFailed as error:
            raise GenerationFailed(error.reason, permanent=error.permanent) from error
        return Generation(
            text=text,
            sources=sources,
            model=(completion.model or self.endpoint.model)[:120],
            prompt_version=prompt.version,
            suggested_class=label,
            seconds=completion.seconds,
        )


def read_reply(content: str) -> tuple[str, tuple[str, ...], str]:
    """Return text, sources and class of a reply: the JSON asked for, alone or in a fence.

    A class that is none is left out, because a reply is as good without it.

    Raises:
        ChatFailed: when anything in it is not as it must be; nothing is guessed.
    """
    reply = _object(without_fence(content))
    text, sources = reply.get("text"), reply.get("sources", [])
    if not isinstance(text, str) or not text.strip():
        raise unusable("The reply has no text.")
    if len(text) > MAX_TEXT_CHARS or "\x00" in text or not is_unicode(text):
        raise unusable("The reply's text cannot be used.")
    if (
        not isinstance(sources, list)
        or len(sources) > MAX_SOURCES
        or not all(isinstance(source, str) and is_code(source) for source in sources)
    ):
        raise unusable("The reply's sources are not a list of codes.")
    label = reply.get("class")
    is_label = isinstance(label, str) and len(label) <= MAX_LABEL_CHARS and is_code(label)
    return text.strip(), tuple(sources), str(label) if is_label else ""


def _object(content: str) -> dict[str, Any]:
    try:
        value = json.loads(content)
    except (ValueError, RecursionError) as error:
        raise unusable("The content is not the JSON that was asked for.") from error
    if not isinstance(value, dict):
        raise unusable("The content is not the JSON that was asked for.")
    return value
