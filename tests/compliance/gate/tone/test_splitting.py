"""Long sentences split, short ones joined: by table, and what holds of any support sentences."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from compliance.gate.text import Text
from compliance.gate.tone.joining import MEAN_FAILS_BELOW, join_sentences
from compliance.gate.tone.sentences import Measured, measure_sentences
from compliance.gate.tone.splitting import choose_splits, split_points
from compliance.gate.tone.voice import Voice
from compliance.gate.types import Edit
from tests.compliance.gate.tone.split_cases import LEFT_WHOLE, SPLIT, WHOLE


def only_sentence(written: str) -> tuple[Voice, Measured]:
    voice = Voice(Text(written))
    (sentence,) = measure_sentences(voice)
    return voice, sentence


def replaced(written: str, edits) -> str:
    for edit in sorted(edits, key=lambda one: one.start, reverse=True):
        written = written[: edit.start] + edit.replacement + written[edit.end :]
    return written


def in_two(line: str) -> str:
    """The line as two sentences where its bar stands."""
    before, after = line.split("|")
    joint = re.search(r"(?:,? (and|but|so)|;) $", before)
    left = before[: joint.start()]
    stop = "" if left.endswith(".") else "."
    if joint[1] in {"but", "so"}:
        return f"{left}{stop} {joint[1].capitalize()} {after}"
    return f"{left}{stop} {after[0].upper()}{after[1:]}"


@pytest.mark.parametrize("line", SPLIT)
def test_splits_where_both_clauses_stand_alone(line):
    voice, sentence = only_sentence(line.replace("|", ""))
    (split,) = split_points(voice, sentence)
    assert replaced(voice.text.original, [split]) == in_two(line)
    first, second = measure_sentences(Voice(Text(in_two(line))))
    opened = split.replacement.endswith(("But ", "So "))
    assert split.words_before == first.words
    assert split.words_gone == sentence.words - second.words
    assert split.words_gone - split.words_before in {0, 1}
    assert not (opened and split.words_gone - split.words_before)


@pytest.mark.parametrize("line", [*WHOLE, *(line.replace("|", "") for line in LEFT_WHOLE)])
def test_leaves_whole_what_hangs_together(line):
    voice, sentence = only_sentence(line)
    assert not split_points(voice, sentence)
    assert choose_splits(voice, sentence, 8) == ()


# --- Any support sentences ---------------------------------------------------------------------

_SUBJECTS = st.sampled_from(
    ["we", "our team", "the front desk", "Dr. Lee", "it", "they", "you", "your order", "I", "there"]
)
_VERBS = st.sampled_from(
    ["will check", "has sent", "cannot change", "is", "are", "charged", "needs", "have", "opens"]
)
_THINGS = st.sampled_from(
    [
        "order A-12.3",
        "$1,299.50",
        "the 9 a.m. class",
        "a table at 7 p.m.",
        "the coupon SAVE20",
        "Ana and Bob",
        '"no refunds and you pay"',
        "www.example.com/a.b",
        "help@example.com",
        "the soup, and the salad",
        "the room if it is free",
        "St. Louis",
        "2 lbs. of flour",
        "the lamp (and it is blue)",
        "3-5 days",
        "the May sale",
        "salt and our own bread",
        "that the pool is open",
    ]
)
_JOINTS = st.sampled_from([", and", " and", ", but", ", so", ";", "; however,", ",", " because"])
_LEADS = st.sampled_from(["", "", "", "If you like, ", "Yes, ", "Please note that ", "Thank you, "])


@st.composite
def long_sentences(draw) -> str:
    clauses = draw(st.lists(st.tuples(_SUBJECTS, _VERBS, _THINGS, _JOINTS), min_size=2, max_size=5))
    written = draw(_LEADS)
    for subject, verb, thing, joint in clauses:
        written += f"{subject} {verb} {thing}{joint} "
    written = written.rstrip(" ").removesuffix(clauses[-1][3]).rstrip(".")
    return written[0].upper() + written[1:] + draw(st.sampled_from([".", ".", "!", "?"]))


_FACTS = re.compile(r'"[^"]*"|[$]?\d[\d.,]*|[A-Z]+\d+|\S+@\S+|www\S+|Ana|Bob|Lee|Louis|May')
_WORDS = re.compile(r"[^\s,;!?]+")


def facts(written: str) -> list[str]:
    return [fact.rstrip(".,;!?") for fact in _FACTS.findall(written)]


def words(written: str) -> list[str]:
    return [word.rstrip(".").lower() for word in _WORDS.findall(written)]


@given(long_sentences(), st.integers(min_value=5, max_value=25))
def test_a_split_keeps_every_fact_and_word(written, limit):
    voice = Voice(Text(written))
    measured = measure_sentences(voice)
    splits = [
        split
        for sentence in measured
        if sentence.words > limit
        for split in choose_splits(voice, sentence, limit)
    ]
    after = replaced(written, splits)
    assert facts(after) == facts(written)
    kept = replaced(written, [Edit(one.start, one.end, _bare(written, one), "") for one in splits])
    assert words(after) == words(kept)
    read = [after[one.start : one.end] for one in Text(after).sentences]
    assert len(read) == len(Text(written).sentences) + len(splits)
    for sentence in read:
        assert not sentence[0].islower()
        assert not re.search(r"\b(?:and|but|so)[.!?]?$|[,;][.!?]?$", sentence)
        assert ".." not in sentence


def _bare(written: str, split) -> str:
    """What a split replaces, without the word that it may drop."""
    taken = written[split.start : split.end]
    dropped = "" if split.replacement.strip(". ") in {"But", "So"} else "and"
    return re.sub(rf"\b{dropped}\b", "", taken) if dropped else taken


@given(long_sentences(), st.integers(min_value=5, max_value=25))
def test_what_is_split_once_needs_no_more(written, limit):
    voice = Voice(Text(written))
    for sentence in measure_sentences(voice):
        splits = choose_splits(voice, sentence, limit) if sentence.words > limit else ()
        if splits:
            part = written[sentence.start : sentence.end]
            moved = [
                Edit(one.start - sentence.start, one.end - sentence.start, one.replacement, "")
                for one in splits
            ]
            again = measure_sentences(Voice(Text(replaced(part, moved))))
            assert max(one.words for one in again) <= limit


_SHORT = st.sampled_from(
    [
        "Yes.",
        "No.",
        "We do.",
        "It is free.",
        "You save $4.50.",
        "We open at 9 a.m.",
        "They sell towels, mats, etc.",
        "There.",
        "Both.",
        "It weighs 2 lbs.",
        "Ana is in.",
        "Call us!",
        "It is A-12.3.",
        "Your code is SAVE20.",
        "Is it Friday?",
        "We see...",
        "Our St. Louis store has it.",
        'It says "so."',
        "(We know.)",
        "See www.example.com.",
    ]
)


@given(st.lists(_SHORT, min_size=2, max_size=8), st.floats(min_value=2, max_value=30))
def test_a_join_keeps_every_fact_and_word(parts, low):
    written = " ".join(parts)
    voice = Voice(Text(written))
    measured = measure_sentences(voice)
    edits = join_sentences(voice, measured, (low, low + 10))
    after = replaced(written, edits)
    assert facts(after) == facts(written)
    assert [word for word in words(after) if word != "and"] == words(written)
    read = [after[one.start : one.end] for one in Text(after).sentences]
    assert len(read) == len(Text(written).sentences) - len(edits)
    assert all(not one[0].islower() for one in read)
    assert "a.m," not in after
    assert "etc," not in after


@pytest.mark.parametrize(
    ("written", "low", "after"),
    [
        ("Yes. We do. It is free.", 5.0, "Yes, we do. It is free."),
        ("It is free. You may come. Call us.", 7.0, "It is free, and you may come. Call us."),
        ("We open at 9 a.m. It is free. Call us.", 9.0, None),
        ("There. We did it. Call us.", 6.0, None),
        ("They sell hats, etc. You can come. Call us.", 8.0, None),
        ("It is free! We are here. Call us.", 7.0, None),
        ("It is free. Are you? Call us.", 7.0, None),
    ],
)
def test_joins_a_statement_with_the_next(written, low, after):
    voice = Voice(Text(written))
    measured = measure_sentences(voice)
    # Only those that one join would lift out of the fault ask anything.
    words = sum(one.words for one in measured)
    assert words / 3 < MEAN_FAILS_BELOW * low <= words / 2
    edits = join_sentences(voice, measured, (low, 20.0))
    assert (replaced(written, edits) if edits else None) == after


def test_joins_nothing_that_would_be_too_long():
    voice = Voice(Text("It is free. You may come. Call us."))
    assert not join_sentences(voice, measure_sentences(voice), (6.5, 6.5))
