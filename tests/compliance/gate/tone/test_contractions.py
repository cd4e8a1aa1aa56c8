"""Contractions: found, told from possessives and names, and written in full."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from compliance.gate.text import Text
from compliance.gate.tone.contractions import find_contractions

_SHARED = Path(__file__).parents[5] / "shared" / "samples" / "gate" / "vale_microsoft"


def expanded(text: str) -> str:
    """Write the contractions of a lower-case text in full; open ones become ``<?>``."""
    parsed = Text(text)
    out, position = "", 0
    for one in find_contractions(parsed.tokens):
        out += parsed.norm[position : one.start] + (one.expansion or "<?>")
        position = one.replace_end if one.expansion else one.end
    return out + parsed.norm[position:]


@pytest.mark.parametrize(
    ("text", "full"),
    [
        ("we'll see you and you're welcome", "we will see you and you are welcome"),
        ("it can't and it won't", "it cannot and it will not"),
        ("we shan't, we mustn't", "we shall not, we must not"),
        ("it's closed today", "it is closed today"),
        ("it's been a while", "it has been a while"),
        ("it's already been paid", "it has already been paid"),
        ("that's taken us a week", "that has taken us a week"),
        ("it's taken care of", "it is taken care of"),
        ("she'd already left", "she had already left"),
        ("we'd love to help", "we would love to help"),
        ("you'd better call", "you had better call"),
        ("you'd rather wait", "you would rather wait"),
        ("they'd need a receipt", "they would need a receipt"),
        ("we'd have called", "we would have called"),
        ("we've had word", "we have had word"),
        ("where'd you buy it?", "where did you buy it?"),
        ("let's begin", "let us begin"),
        ("y'all come back", "you all come back"),
        ("i'd've said so", "i would have said so"),
        ("they wouldn't've known", "they would not have known"),
        ("don't you need it today?", "do you not need it today?"),
        ("isn't it open?", "is it not open?"),
        ("can't we help?", "can we not help?"),
        ("don't you worry.", "do not worry."),
        ("there's two left", "there are two left"),
        ("there's one left", "there is one left"),
        ("the spa's open on sundays", "the spa is open on sundays"),
        ("the shop's closed today", "the shop is closed today"),
        ("dana's going to call", "dana is going to call"),
        ("that one's returnable", "that one is returnable"),
        ("everyone's welcome here", "everyone is welcome here"),
        ("we're gonna call", "we are going to call"),
        ("you gotta see it", "you have to see it"),
        ("i ain't sure", "i am not sure"),
        ("im sorry, we dont know", "i am sorry, we do not know"),
        ("tell 'em we are here", "tell them we are here"),
        ("we’ll call", "we will call"),
        ("we&#39;ll call", "we will call"),
    ],
)
def test_expands(text: str, full: str) -> None:
    assert expanded(text) == full


@pytest.mark.parametrize(
    "text",
    [
        "the guests' lockers and dana's order",
        "the spa's hours and today's menu",
        "the store's open hours are posted",
        "o'brien and o'neill came at six o'clock",
        "l'oreal and d'angelo",
        "yes ma'am",
        "somebody else's coat",
        "one's own towel",
        "its doors were open, and all is well",
        "rock 'n' roll",
        "the '90s and 5'11",
        "'quoted words' stay",
        "cannot is one word",
    ],
)
def test_is_no_contraction(text: str) -> None:
    assert expanded(text) == Text(text).norm


@pytest.mark.parametrize("text", ["isn't the terrace lovely?", "it ain't", "why'd that happen?"])
def test_reports_but_does_not_guess(text: str) -> None:
    found = find_contractions(Text(text).tokens)
    assert found
    if text != "it ain't":
        assert found[0].expansion is None


@pytest.mark.skipif(not _SHARED.exists(), reason="shared data is absent")
def test_public_fixture() -> None:
    """Every contraction of the style guide's own fixture is found, and nothing else."""
    lines = (_SHARED / "fixture_Contractions.md").read_text().splitlines()
    wrong = []
    for line in lines:
        if line.startswith(("<!--", "#")) or not line.strip():
            continue
        text = Text(line)
        expected = [found.group() for found in re.finditer(r"\w+'\w+", text.norm)]
        actual = [text.norm[one.start : one.end] for one in find_contractions(text.tokens)]
        if expected != actual:
            wrong.append((line, expected, actual))
    assert not wrong
