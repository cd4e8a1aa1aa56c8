"""A reply as a backend wrote it, and what the gate made of it."""

from __future__ import annotations

from dataclasses import dataclass

from compliance.evaluate import Evaluation
from compliance.gate.types import Verdict
from drafting.backends.base import Generation
from drafting.context.payload import ContextPayload
from drafting.context.prompt import NO_PROMPT, Prompt


@dataclass(frozen=True, slots=True)
class Written:
    """A candidate reply, the backend that wrote it, and why it was not the one asked for.

    ``shown`` are the codes of the articles that a model was given, ``prompt`` what it was asked.
    """

    generation: Generation
    backend: str
    fallback_reason: str = ""
    shown: tuple[str, ...] = ()
    prompt: Prompt = NO_PROMPT


@dataclass(frozen=True, slots=True)
class Attempt:
    """A reply that was written, the payload it was gated with, and the gate's decision."""

    written: Written
    payload: ContextPayload
    evaluation: Evaluation

    @property
    def passes(self) -> bool:
        """Whether agents may see it."""
        return self.evaluation.decision.verdict is not Verdict.BLOCK
