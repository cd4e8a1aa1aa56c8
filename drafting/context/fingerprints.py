"""The class fingerprint of a draft: drafts made under the same conditions share it.

When a rule, a policy or a voice turns out wrong, every draft that was made with it is one query
away.
"""

from __future__ import annotations

from collections.abc import Iterable

from compliance.gate.fingerprint import Json, fingerprint, plain
from compliance.gate.unverified import NOTES
from drafting.context.payload import ContextPayload


def conditions(
    payload: ContextPayload, *, ruleset_sha256: str, prompt_version: str, model: str
) -> dict[str, Json]:
    """Return the conditions that a draft was made under, as plain data.

    ``jurisdictions`` are the states of the location and the customer and those whose licences are
    used here; ``policies`` name the row and version behind each value; ``model`` is what wrote
    the draft, a template as well.
    """
    place = payload.facts.place
    channel: dict[str, Json] = {"code": payload.channel.code, "version": payload.channel.version}
    if payload.channel.quiet:
        channel["quiet"] = [
            {"code": each.code, "version": each.version} for each in payload.channel.quiet
        ]
    actions: dict[str, Json] = (
        {} if payload.unverified == NOTES else {"unverified": plain(payload.unverified)}
    )
    return {
        **actions,
        "ticket_class": payload.ticket_class,
        "vertical": place.vertical,
        "jurisdictions": {
            "location": place.state,
            "customer": payload.customer.state,
            "licences": [*sorted(place.licence_states)],
        },
        "channel": channel,
        "policies": [
            {"key": each.key, "row": each.provenance.row, "version": each.provenance.version}
            for each in place.policies
            if each.provenance is not None
        ],
        "ruleset": ruleset_sha256,
        "tone": {"code": payload.tone.code, "version": payload.tone.version},
        "prompt": prompt_version,
        "model": model,
    }


def class_fingerprint(
    payload: ContextPayload, *, ruleset_sha256: str, prompt_version: str, model: str
) -> str:
    """Return the SHA-256 of the canonical JSON (RFC 8785) of a draft's :func:`conditions`."""
    return fingerprint(
        conditions(
            payload, ruleset_sha256=ruleset_sha256, prompt_version=prompt_version, model=model
        )
    )


def condition(kind: str, name: str, version: int | None = None) -> str:
    """Return how one condition is written down: ``rule:R1:3``, ``model:gpt-x``."""
    return f"{kind}:{name}" if version is None else f"{kind}:{name}:{version}"


def condition_names(
    payload: ContextPayload,
    *,
    rules: Iterable[tuple[str, int]],
    prompt_version: str,
    model: str,
) -> list[str]:
    """Return what a draft was made under, each by its name, for finding the drafts of one of them.

    ``rules`` are those in its scope; a policy is named by its key and the row that set it:
    ``policy:return_window_days/location:fer-boston:2``. A voice is named as it was merged
    (``tone:retail+alder:3``), and by each overlay that says a field of it.
    """
    named = [condition("rule", code, version) for code, version in rules]
    named += [
        condition("policy", f"{each.key}/{each.provenance.row}", each.provenance.version)
        for each in payload.facts.place.policies
        if each.provenance is not None
    ]
    named.append(condition("tone", payload.tone.code, payload.tone.version))
    named += [condition("tone", each.code, each.version) for each in payload.tone.sources]
    named += [condition("prompt", prompt_version)] if prompt_version else []
    named += [condition("model", model)] if model else []
    return sorted(set(named))
