"""What every generation backend is: a payload in, a text with its sources out."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from drafting.context.payload import ContextPayload
    from drafting.context.prompt import Prompt


@dataclass(frozen=True, slots=True)
class Generation:
    """A candidate reply, the sources it claims, and what wrote it.

    ``suggested_class`` is what the writer takes the ticket to be about: any text at all.
    ``seconds`` is how long a model took to answer.
    """

    text: str
    sources: tuple[str, ...] = ()
    model: str = ""
    prompt_version: str = ""
    suggested_class: str = ""
    seconds: float = 0.0


class GenerationFailed(Exception):  # noqa: N818  (named for what happened)
    """A backend could not write a reply.

    ``reason`` is a sentence for people, without any text of the ticket or the draft;
    ``permanent`` says that trying again cannot help until somebody changes something.
    """

    def __init__(self, reason: str, *, permanent: bool) -> None:
        super().__init__(reason)
        self.reason = reason
        self.permanent = permanent


class Backend(Protocol):
    """Writes a candidate reply; what comes out is hostile until the gate has read it."""

    @property
    def name(self) -> str:
        """The backend's name, kept with every draft."""
        ...

    @property
    def reads_prompt(self) -> bool:
        """Whether it is given a prompt; one that writes from the payload alone needs none."""
        ...

    def generate(self, payload: ContextPayload, prompt: Prompt) -> Generation:
        """Write a reply.

        Raises:
            GenerationFailed: when no usable text came out.
        """
        ...
