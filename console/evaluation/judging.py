"""A semantic judge for an evaluation: its questions written out, its answers read back."""

from __future__ import annotations

import json
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from console.evaluation.cases import Case
from console.evaluation.running import Evaluation
from drafting.judge.calling import RecordedJudge, question
from drafting.outbound.chat import ChatFailed, read_completion


class AnswersError(ValueError):
    """A file of answers that cannot be read; the message names the line."""


def write_requests(evaluation: Evaluation, cases: Iterable[Case], path: Path) -> int:
    """Write every question that the cases put to a judge, one JSON object a line, each once.

    Returns how many. A case whose payload cannot be made asks nothing.
    """
    written: dict[str, dict[str, Any]] = {}
    for case in cases:
        try:
            draft = evaluation.payload(case).gate_input(case.draft)
        except LookupError:
            continue
        rules = evaluation.ruleset.scope(draft.facts, draft.channel.code)
        request = question(draft, rules)
        if request is not None:
            written[request.fingerprint] = request.as_json()
    with path.open("w", encoding="utf-8") as file:
        file.writelines(json.dumps(each, ensure_ascii=False) + "\n" for each in written.values())
    return len(written)


def read_answers(path: Path) -> RecordedJudge:
    """Read answers: one JSON object a line with ``fingerprint`` and ``content``.

    ``content`` is what the model said, as a text or as the JSON object itself; in its stead
    ``response`` may hold the whole chat completion.

    Raises:
        AnswersError: naming the line that is none of these.
        OSError: when the file cannot be read.
    """
    answers: dict[str, str] = {}
    for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), start=1):
        if line.strip():
            try:
                entry = json.loads(line)
                answers[str(entry["fingerprint"])] = _content(entry)
            except (ValueError, KeyError, TypeError) as error:
                raise AnswersError(
                    f"{path}:{number}: write an object with “fingerprint” and “content”."
                ) from error
    return RecordedJudge(answers)


def _content(entry: dict[str, Any]) -> str:
    if "response" in entry:
        try:
            return read_completion(json.dumps(entry["response"]).encode()).content
        except ChatFailed as error:
            return f"({error.reason})"  # no JSON: the judge is then said to have failed
    content = entry["content"]
    return content if isinstance(content, str) else json.dumps(content)
