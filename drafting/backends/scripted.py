"""The scripted backend: replays a text that was given beforehand, for demos and tests."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from drafting.backends.base import Generation, GenerationFailed

if TYPE_CHECKING:
    from drafting.context.payload import ContextPayload
    from drafting.context.prompt import Prompt


@dataclass(frozen=True, slots=True)
class Scripted:
    """Replays ``text``, whatever the payload says: as blind to context as a model can be."""

    text: str
    name: str = "scripted"
    reads_prompt: bool = False

    def generate(self, payload: ContextPayload, prompt: Prompt) -> Generation:
        """Return the given text.

        Raises:
            GenerationFailed: when none was given.
        """
        if not self.text.strip():
            raise GenerationFailed("No scripted text was given for this ticket.", permanent=True)
        return Generation(text=self.text, model="scripted")
