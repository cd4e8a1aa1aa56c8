"""At most one more try of a model whose reply is blocked, told what was found in it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import Final

from django.conf import settings

from compliance.gate.faults import named
from compliance.gate.types import Decision, RuleMode, Severity
from drafting.attempts import Attempt, Written
from drafting.backends.base import GenerationFailed
from drafting.backends.openai import OpenAIBackend
from drafting.context.payload import ContextPayload
from drafting.context.prompt import prompt_to_redraft

# A fault of the gate itself is none that other words could mend.
_OF_THE_TEXT: Final = frozenset({"language", "length"})
_LEAST_SECONDS: Final = 1.0


@dataclass(frozen=True, slots=True)
class Asked:
    """What came of asking the model once more, if it was: a reply or why there is none."""

    reason: str = ""
    attempt: Attempt | None = None
    failure: str = ""


def is_worth_asking_again(first: Attempt) -> bool:
    """Say whether a model wrote a reply that is blocked, and other words could mend that."""
    faults = first.evaluation.decision.faults
    return (
        settings.DRAFTGATE_MODEL_REDRAFT
        and first.written.backend == "openai"
        and not first.passes
        and all(fault.stage in _OF_THE_TEXT for fault in faults)
    )


def asked_again(
    first: Attempt,
    *,
    payload: ContextPayload,
    model: OpenAIBackend,
    gated: Callable[[Written], Attempt],
) -> Asked:
    """Have the model write once more, told what was found, in the time that it has left.

    Never raises for what the model does: the first reply is there, and held.
    """
    found = _objections(first.evaluation.decision)
    reason = found[0][1][:300] if found else "The reply was blocked."
    if model.endpoint.timeout_seconds < _LEAST_SECONDS:
        return Asked(reason, failure="The first call had used up the model's time.")
    prompt = prompt_to_redraft(first.written.prompt, first.written.generation.text, found)
    try:
        generation = model.generate(payload, prompt)
    except GenerationFailed as error:
        return Asked(reason, failure=error.reason[:300])
    except Exception as error:  # noqa: BLE001  (whatever it is, the first reply stays)
        return Asked(reason, failure=f"The model failed ({named(error)})."[:300])
    return Asked(reason, gated(replace(first.written, generation=generation)))


def _objections(decision: Decision) -> list[tuple[str, str]]:
    """The words that stand against a reply and why, those left after mending first."""
    found = [
        (each.excerpt, each.message)
        for each in (*decision.remaining, *decision.findings)
        if each.mode is RuleMode.ENFORCE and each.severity is not Severity.ADVISE
    ]
    return list(dict.fromkeys([*(("", fault.message) for fault in decision.faults), *found]))
