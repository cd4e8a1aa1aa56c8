"""Files of replies: every kind, every encoding, and what is wrong with a file said by line."""

from __future__ import annotations

import json

import pytest

from compliance.learning import samples
from compliance.learning.samples import SampleError, read_sample

PLACES = ("the harbor", "the station", "the market", "the bridge", "the old mill", "the park")
DAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
REPLIES = [
    f'Thank you for writing, we open near {place} on {day}; please ask for "the tour".'
    for place in PLACES
    for day in DAYS
]


def quoted(text: str) -> str:
    return '"' + text.replace('"', '""') + '"'


def table(sign: str = ",", title: str = "reply", replies: list[str] = REPLIES) -> str:
    rows = [f"id{sign}{title}", *(f"{n}{sign}{quoted(text)}" for n, text in enumerate(replies))]
    return "\r\n".join(rows)


@pytest.mark.parametrize(
    ("data", "name"),
    [
        (table().encode(), "replies.csv"),
        (table().encode("utf-8-sig"), ""),
        (table().encode("utf-16"), "replies.csv"),
        (table(";").encode(), "replies.csv"),
        (table("\t", "Message").encode(), "replies.tsv"),
        (table(title="comment").encode("cp1252"), "replies.csv"),
        ("\n".join(json.dumps({"id": 1, "body": text}) for text in REPLIES).encode(), ""),
        ("\n".join(json.dumps(text) for text in REPLIES).encode(), "replies.jsonl"),
        ("\n---\n".join(REPLIES).encode(), "replies.txt"),
        ("\n\n\n".join(REPLIES).encode(), ""),
        (("---\n" + "\n ---- \n".join(REPLIES) + "\n---\n").encode(), "a.txt"),
    ],
)
def test_reads_every_kind(data: bytes, name: str) -> None:
    assert read_sample(data, name=name).replies == tuple(REPLIES)


def test_reads_letters_of_windows() -> None:
    replies = [text.replace("the harbor", "the café – “harbor”") for text in REPLIES]
    assert read_sample(table(replies=replies).encode("cp1252")).replies == tuple(replies)


def test_a_reply_of_several_lines_stays_one() -> None:
    replies = [f"Hello,\n\n{text}\nKind regards" for text in REPLIES]
    assert read_sample(table(replies=replies).encode()).replies == tuple(replies)
    assert read_sample("\n---\n".join(replies).encode()).replies == tuple(replies)
    assert read_sample("\n\n\n".join(replies).encode()).replies == tuple(replies)


def test_takes_the_column_that_is_named() -> None:
    data = table(title="Antwort").encode()
    assert read_sample(data, column=" antwort ").replies == tuple(REPLIES)
    lines = "\n".join(json.dumps({"answer": text, "text": "no"}) for text in REPLIES).encode()
    assert read_sample(lines, column="answer").replies == tuple(REPLIES)


def test_counts_what_is_left_out() -> None:
    spanish = "Gracias por su mensaje, estamos abiertos el lunes para usted y su familia."
    given = [*REPLIES, REPLIES[0].upper() + " ", "Thanks!", "", "1234 5678 9", spanish]
    sample = read_sample(table(replies=given).encode())
    assert sample.replies == tuple(REPLIES)
    assert (sample.read, sample.twice, sample.short, sample.foreign) == (len(given), 1, 3, 1)
    assert sample.left_out == "1 given twice, 3 of fewer than 3 words, 1 not in English"


@pytest.mark.parametrize(
    ("data", "name", "column", "told"),
    [
        (b"", "", "", "0 usable replies of 0"),
        (table(replies=REPLIES[:29]).encode(), "", "", "29 usable replies of 29; at least 30"),
        (table(replies=[REPLIES[0]] * 40).encode(), "", "", "1 usable replies of 40 (39 given"),
        (b"\xff\xfe\x00", "", "", "not text"),
        (bytes(range(256)) * 40, "", "", "not text"),
        (b"\x89PNG\r\n\x1a\n\x00\x00", "", "", "not text"),
        (
            table(title="notes").encode(),
            "a.csv",
            "",
            "line 1: no column is called text, reply, body",
        ),
        (table().encode(), "a.csv", "answer", "line 1: no column is called answer"),
        (b"one\n\ntwo", "", "answer", "line 1: there is no column"),
        (b'reply\n"open', "", "", "line 2: not readable as a table"),
        (b"reply\nwe open, and close\n", "", "", "line 2: 2 cells, where the header has 1"),
        (b'{"text": "a"}\n{"text": 3}\n[]\n', "", "", "line 2: no text under text or reply"),
        (b'{"text": "a"}\nnonsense\n', "", "", "line 2: not readable as JSON"),
        (b"[" * 100_000, "a.jsonl", "", "line 1: "),
        (("a" * 20_001).encode(), "", "", "line 1: a reply of 20,001 characters"),
        (b"a" * (samples.MAX_BYTES + 1), "", "", "more than 5 MB"),
        (b'"a"\n' * 20_001, "", "", "line 20001: more than 20,000 replies"),
    ],
)
def test_says_what_is_wrong_and_where(data: bytes, name: str, column: str, told: str) -> None:
    with pytest.raises(SampleError) as error:
        read_sample(data, name=name, column=column)
    assert told in str(error.value)


def test_names_ten_faults_at_most() -> None:
    with pytest.raises(SampleError) as error:
        read_sample(b'"a"\n' + b"{\n" * 30)
    assert len(error.value.problems) == 11
    assert error.value.problems[-1] == "20 more of the kind."


def test_keeps_nothing_that_no_database_stores() -> None:
    replies = [json.dumps(text + "\x00\ud800") for text in REPLIES]
    assert read_sample("\n".join(replies).encode()).replies == tuple(REPLIES)
