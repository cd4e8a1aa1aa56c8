"""Have a draft judged: by the configured model, from what it answered before, or from a file."""

from __future__ import annotations

import logging
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Protocol
from uuid import UUID

from django.conf import settings
from django.db import DatabaseError

from compliance.gate.faults import named
from compliance.gate.ruleset import use_of
from compliance.gate.types import GateInput, JudgeUse, Rule
from compliance.loading import stored_ruleset
from compliance.sealing import keyring
from drafting.judge.answers import JudgeFailed, read_answer
from drafting.judge.asking import RESPONSE_FORMAT, JudgeRequest, request_for
from drafting.models import JudgeAnswer
from drafting.outbound.chat import ChatFailed, Endpoint, complete

logger = logging.getLogger(__name__)


class Judge(Protocol):
    """Something that answers a judge's question."""

    def answer(self, request: JudgeRequest) -> str:
        """Return the content of an answer.

        Raises:
            JudgeFailed: when there is none.
        """
        ...

    def keep(self, request: JudgeRequest, content: str) -> None:
        """Remember an answer that could be used."""
        ...


@dataclass(frozen=True, slots=True)
class ModelJudge:
    """A model behind an OpenAI-compatible endpoint, asked once for each question about a person.

    What it answers is kept under that person's data key.
    """

    endpoint: Endpoint
    key_id: UUID

    def answer(self, request: JudgeRequest) -> str:
        """Return what the model answered before, or ask it."""
        kept = JudgeAnswer.objects.filter(
            data_key=self.key_id, question_digest=self._digest(request), model=self.endpoint.model
        ).first()
        if kept is not None:
            return str(kept.content)
        return ask(self.endpoint, request)

    def keep(self, request: JudgeRequest, content: str) -> None:
        """Store an answer; another worker may have stored the same question's first."""
        JudgeAnswer.objects.bulk_create(
            [
                JudgeAnswer(
                    data_key_id=self.key_id,
                    question_digest=self._digest(request),
                    model=self.endpoint.model,
                    content=content,
                )
            ],
            ignore_conflicts=True,
        )

    def _digest(self, request: JudgeRequest) -> str:
        return keyring.digest(request.fingerprint.encode(), self.key_id)


@dataclass(frozen=True, slots=True)
class UnstoredJudge:
    """A model asked anew for each question; nothing is read from or written to the database."""

    endpoint: Endpoint

    def answer(self, request: JudgeRequest) -> str:
        """Ask the model."""
        return ask(self.endpoint, request)

    def keep(self, request: JudgeRequest, content: str) -> None:
        """Forget it."""


@dataclass(frozen=True, slots=True)
class RecordedJudge:
    """Answers that were given elsewhere, by the fingerprint of their question."""

    answers: Mapping[str, str]

    def answer(self, request: JudgeRequest) -> str:
        """Return the recorded answer."""
        if request.fingerprint not in self.answers:
            raise JudgeFailed("No answer to this question was recorded.")
        return self.answers[request.fingerprint]

    def keep(self, request: JudgeRequest, content: str) -> None:
        """Forget it: it is recorded."""


def ask(endpoint: Endpoint, request: JudgeRequest) -> str:
    """Ask a model once.

    Raises:
        JudgeFailed: when no whole answer comes.
    """
    messages = [
        {"role": "system", "content": request.system},
        {"role": "user", "content": request.user},
    ]
    try:
        return complete(endpoint, messages, RESPONSE_FORMAT).content
    except ChatFailed as error:
        raise JudgeFailed(error.reason) from error


def configured_endpoint() -> Endpoint | None:
    """Return where the configured judge answers, if there is one."""
    if not (settings.DRAFTGATE_JUDGE_MODEL and settings.DRAFTGATE_JUDGE_BASE_URL):
        return None
    return Endpoint(
        base_url=settings.DRAFTGATE_JUDGE_BASE_URL,
        api_key=settings.DRAFTGATE_JUDGE_API_KEY,
        model=settings.DRAFTGATE_JUDGE_MODEL,
        timeout_seconds=settings.DRAFTGATE_JUDGE_TIMEOUT_SECONDS,
    )


def with_stored_rules(case: GateInput, *, key_id: UUID | None = None) -> GateInput:
    """Return a case with what the configured judge says of it under the stored rules.

    Its answer is kept under the data key of whom the case is about; without one it is not kept.
    """
    endpoint = configured_endpoint()
    if endpoint is None:
        return replace(case, judge_fault="No model is configured for it (DRAFTGATE_JUDGE_MODEL).")
    try:
        rules = stored_ruleset().scope(case.facts, case.channel.code)
    except DatabaseError:
        raise
    except Exception as error:  # noqa: BLE001  (the gate will meet the same fault, and block)
        logger.error("No rules to judge by: %s", named(error))  # noqa: TRY400
        return case
    return judged(
        case,
        rules,
        judge=UnstoredJudge(endpoint) if key_id is None else ModelJudge(endpoint, key_id),
    )


def question(case: GateInput, rules: Sequence[Rule]) -> JudgeRequest | None:
    """Return what a judge is to be asked about a case; ``None`` when it is not to be asked."""
    asked = [rule for rule in rules if use_of(rule, case.judge) is not JudgeUse.OFF]
    if not case.text.strip() or (not asked and case.judge is JudgeUse.OFF):
        return None
    return request_for(case, asked)


def judged(case: GateInput, rules: Sequence[Rule], *, judge: Judge) -> GateInput:
    """Return a case with a judge's findings under the rules in scope.

    Without a usable answer the case only says why; the gate knows whether one was required.
    """
    request = question(case, rules)
    if request is None:
        return case
    try:
        content = judge.answer(request)
        found = read_answer(content, request, case)
    except JudgeFailed as error:
        logger.warning("The semantic judge was left out: %s", error)
        return replace(case, judge_fault=str(error))
    judge.keep(request, content)
    return replace(case, judgements=found.judgements, stated=found.stated)
