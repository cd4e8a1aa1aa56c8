"""What a draft is held to at later decisions, beside what it was made under."""

from __future__ import annotations

from compliance.models import GateDecision
from drafting.context.fingerprints import condition_names
from drafting.context.payload import ContextPayload
from drafting.models import Draft, LaterCondition


def note(*, draft: Draft, decision: GateDecision, payload: ContextPayload) -> None:
    """Write down what a later decision about a draft was taken under and the draft was not.

    To be called in the decision's own transaction. No query while nothing has changed since the
    draft was made, one otherwise.
    """
    named = condition_names(
        payload,
        rules=[(code, version) for code, version in decision.rules_in_scope],
        prompt_version="",
        model="",
    )
    made_under = set(draft.conditions)
    LaterCondition.objects.bulk_create(
        [
            LaterCondition(draft=draft, condition=each, decision=decision)
            for each in named
            if each not in made_under
        ],
        ignore_conflicts=True,
    )
