"""The everyday replies as labelled cases, and the scores of the whole gate on them."""

import re
from datetime import datetime
from pathlib import Path
from zoneinfo import ZoneInfo

from compliance.gate.types import Layer, Verdict
from console.bundles.schema import read_bundle
from console.evaluation.cases import Case, Expected
from console.evaluation.scoring import measure

HERE = Path(__file__).parent
OPERATOR = HERE / "operator.yaml"
NOW = "2026-12-15T10:00"


def rows_of(name):
    """The rows of a table, each split into its columns."""
    lines = (HERE / name).read_text(encoding="utf-8").splitlines()
    return [line.split(" | ") for line in lines if line and not line.startswith("#")]


def moment(rows, place, local, now=NOW):
    """The instant of a local time, with the place's offset."""
    zone = next(item.zone for item in rows.locations if item.code == place)
    return datetime.fromisoformat(now if local == "now" else local).replace(tzinfo=ZoneInfo(zone))


def right_cases(rows, name="right_replies.txt", now=NOW):
    """Replies that must pass unchanged, numbered from one."""
    expected = Expected((Verdict.PASS,))
    return [
        Case(
            f"right-{number:03}",
            place,
            "chat",
            moment(rows, place, at, now),
            asked,
            draft,
            expected,
            customer=None if who == "-" else who,
        )
        for number, (place, at, who, asked, draft) in enumerate(rows_of(name), 1)
    ]


def wrong_cases(rows):
    """Replies whose words at fault must not stay, numbered from one."""
    return [
        Case(
            f"wrong-{number:03}",
            place,
            "chat",
            moment(rows, place, at),
            asked,
            draft,
            Expected(
                (Verdict.MODIFY, Verdict.BLOCK),
                (Layer(kind),),
                # A card number may be found by the channel's rule as well.
                failures_alt=(Layer.CHANNEL,) if kind == "data" else (),
                evidence=(words,),
                must_not_contain_after=(_sentence_of(draft, words),),
            ),
            customer=None if who == "-" else who,
        )
        for number, (kind, place, at, who, asked, draft, words) in enumerate(
            rows_of("wrong_replies.txt"), 1
        )
    ]


def scores():
    """Scores of the right and of the wrong rows; time is not what is measured."""
    rows = read_bundle(OPERATOR)
    right = measure(rows, right_cases(rows), budget_seconds=60.0)
    return right, measure(rows, wrong_cases(rows), budget_seconds=60.0)


def passed(score):
    """Whether a fault would reach an agent: nothing was found at its words, or they stand."""
    return score.leak or not score.attributed


def _sentence_of(draft, words):
    """The sentence of a draft that holds the words at fault: it must not stay as it is."""
    return next(one for one in re.split(r"(?<=[.!?])(?<![ap]\.m\.)\s", draft) if words in one)
