"""A judge's answer, believed nothing: whole and exact, or the call has failed. Pure."""

from __future__ import annotations

import json
from dataclasses import dataclass
from datetime import date
from typing import Any, Final

from compliance.gate.types import GateInput, Judgement, StatedFact
from drafting.judge.asking import JudgeRequest
from drafting.outbound.chat import without_fence

MAX_FACTS: Final = 100
_MAX_VALUE: Final = 200


class JudgeFailed(Exception):  # noqa: N818  (named for what happened)
    """A judge gave no usable answer; the message says why, without any text of the draft."""


@dataclass(frozen=True, slots=True)
class Judged:
    """What a judge found in one draft."""

    judgements: tuple[Judgement, ...] = ()
    stated: tuple[StatedFact, ...] = ()


def read_answer(content: str, request: JudgeRequest, case: GateInput) -> Judged:
    """Read the content of a judge's answer to ``request`` about the draft of ``case``.

    Raises:
        JudgeFailed: for anything that was not asked, is missing, or quotes what the draft does not
            say; nothing of the answer is used then.
    """
    answer = _object(content)
    verdicts, facts = answer.get("rules"), answer.get("facts", [])
    if not isinstance(verdicts, list) or not isinstance(facts, list):
        raise JudgeFailed("The answer lacks the verdicts or the facts.")
    if len(facts) > MAX_FACTS:
        raise JudgeFailed(f"The answer lists more than {MAX_FACTS} facts.")
    judgements = tuple(_verdict(verdict, request, case) for verdict in verdicts)
    answered = [judgement.rule for judgement in judgements]
    if sorted(answered) != sorted(request.rules):
        raise JudgeFailed("The answer does not hold one verdict for each rule.")
    known = _known_facts(case)
    stated = tuple(_stated(fact, request, case, known) for fact in facts)
    return Judged(judgements=judgements, stated=stated)


def _object(content: str) -> dict[str, Any]:
    try:
        value = json.loads(without_fence(content))
    except (ValueError, RecursionError) as error:
        raise JudgeFailed("The answer is not the JSON that was asked for.") from error
    if not isinstance(value, dict):
        raise JudgeFailed("The answer is not the JSON that was asked for.")
    return value


def _verdict(verdict: Any, request: JudgeRequest, case: GateInput) -> Judgement:
    if not isinstance(verdict, dict):
        raise JudgeFailed("A verdict is no object.")
    rule, applies, quote = verdict.get("rule"), verdict.get("applies"), verdict.get("quote")
    if rule not in request.rules:
        raise JudgeFailed("A verdict is about a rule that was not asked for.")
    if not isinstance(applies, bool) or not isinstance(quote, str):
        raise JudgeFailed("A verdict does not say whether its rule applies.")
    if applies and not _quotes(case, quote):
        raise JudgeFailed("A verdict quotes what the draft does not say.")
    return Judgement(
        rule=rule,
        violated=applies,
        quote=quote if applies else "",
        fingerprint=request.fingerprint,
    )


def _stated(fact: Any, request: JudgeRequest, case: GateInput, known: set[str]) -> StatedFact:
    if not isinstance(fact, dict):
        raise JudgeFailed("A fact is no object.")
    values = [fact.get(name) for name in ("fact", "location", "day", "value", "quote")]
    if not all(isinstance(value, str) for value in values):
        raise JudgeFailed("A fact is not complete.")
    name, location, day, value, quote = (str(each) for each in values)
    if name not in known:
        raise JudgeFailed("A fact is none of those that were named.")
    if location not in {place.code for place in (case.facts.place, *case.facts.elsewhere)}:
        raise JudgeFailed("A fact is about a location that was not named.")
    if not value.strip() or len(value) > _MAX_VALUE or not _quotes(case, quote):
        raise JudgeFailed("A fact quotes what the draft does not say, or has no value.")
    try:
        on = date.fromisoformat(day) if day.strip() else None
    except ValueError as error:
        raise JudgeFailed("A fact has a day that is none.") from error
    return StatedFact(
        fact=name,
        location=location,
        day=on,
        value=value.strip(),
        quote=quote,
        fingerprint=request.fingerprint,
    )


def _known_facts(case: GateInput) -> set[str]:
    facts = case.facts
    return {
        "hours",
        *(
            f"policy:{policy.key}"
            for place in (facts.place, *facts.elsewhere)
            for policy in place.policies
        ),
        *(f"offer:{offer.code}" for offer in facts.offers),
    }


def _quotes(case: GateInput, quote: str) -> bool:
    return bool(quote.strip()) and quote in case.text
