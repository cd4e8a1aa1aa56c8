"""Contractions formed: in the right places, never by guess, and back again."""

from __future__ import annotations

import html
import re
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from compliance.gate.text import Text
from compliance.gate.tone.contraction_edits import expansion_edit, form_contractions
from compliance.gate.tone.contractions import find_contractions
from compliance.gate.tone.forming import find_contractible, find_stranded
from compliance.gate.tone.voice import Voice
from compliance.gate.types import Edit
from tests.compliance.gate.tone.contraction_cases import BOTH_WAYS, NOT_BACK_AGAIN, STAYS_IN_FULL

_SHARED = Path(__file__).parents[5] / "shared" / "samples" / "gate" / "vale_microsoft"
_HIT = re.compile(r"test\.md:(\d+):(\d+):Microsoft\.Contractions:Use '([^:]+)' instead of '(.+)'\.")


def applied(text: str, edits: list[Edit]) -> str:
    """Apply edits, which must come in order and not overlap."""
    out, position = "", 0
    for edit in edits:
        assert position <= edit.start <= edit.end <= len(text)
        out += text[position : edit.start] + edit.replacement
        position = edit.end
    return out + text[position:]


def use(text: str) -> str:
    return applied(text, list(form_contractions(Voice(Text(text)))))


def avoid(text: str) -> str:
    voice = Voice(Text(text))
    read = [one for one in find_contractions(voice.text.tokens) if voice.own(one.start, one.end)]
    edits = [expansion_edit(voice.text, one) for one in read]
    return applied(text, [edit for edit in edits if edit is not None])


@pytest.mark.parametrize(("short", "full"), BOTH_WAYS)
def test_both_ways(short: str, full: str) -> None:
    assert avoid(short) == full
    assert use(full).replace("’", "'") == short.replace("’", "'")
    assert (use(short), avoid(full)) == (short, full)


@pytest.mark.parametrize("text", STAYS_IN_FULL)
def test_stays_in_full(text: str) -> None:
    assert (use(text), avoid(text)) == (text, text)


@pytest.mark.parametrize(("written", "full", "short"), NOT_BACK_AGAIN)
def test_not_back_again(written: str, full: str, short: str) -> None:
    assert avoid(written) == full
    assert use(full) == short
    assert avoid(short).replace("cannot", "can not") == full.replace("cannot", "can not")


def test_how_many_sentences() -> None:
    rows = [row[0] for row in BOTH_WAYS] + list(STAYS_IN_FULL) + [row[0] for row in NOT_BACK_AGAIN]
    assert len(set(rows)) == len(rows) >= 200


@pytest.mark.parametrize(
    ("text", "after"),
    [
        ("Let's find it, wherever it's.", "Let's find it, wherever it is."),
        ("Yes, we're!", "Yes, we are!"),
        ("I'm sure they'll, too.", "I'm sure they will, too."),
        ("That's what we've; that's all.", "That's what we have; that's all."),
        ("We'll... see.", "We'll... see."),
        ("The store's. Our team's!", "The store's. Our team's!"),
    ],
)
def test_what_cannot_stand_alone_is_written_in_full(text: str, after: str) -> None:
    assert use(text) == after


@pytest.mark.parametrize(
    ("text", "after"),
    [
        ('You wrote "we are not open", and we are.', 'You wrote "we are not open", and we are.'),
        (
            "Open https://do.not.example/it is-here now.",
            "Open https://do.not.example/it is-here now.",
        ),
        ("We are here. We’re not.", "We’re here. We’re not."),
        ("We&nbsp;are here &amp; it is late.", "We&nbsp;are here &amp; it's late."),
        ("Ｗｅ ａｒｅ here and they are in.", "Ｗｅ ａｒｅ here and they're in."),
        ("**We are** open; it *is* free.", "**We're** open; it *is* free."),
        ("Yes we are\nThank you", "Yes we are\nThank you"),
        ("Thank you\nit is ready", "Thank you\nit's ready"),
        ("WE ARE open, and It Is late.", "WE ARE open, and It Is late."),
        ("Caf\u00e9 Ol\u00e9: we are open.", "Caf\u00e9 Ol\u00e9: we're open."),
    ],
)
def test_only_own_plain_words_change(text: str, after: str) -> None:
    assert use(text) == after


def _hits() -> dict[tuple[int, int], tuple[str, str]]:
    rules = (_SHARED / "expected_rules.feature").read_text()
    return {(int(row), int(column)): (new, old) for row, column, new, old in _HIT.findall(rules)}


def _found(name: str) -> dict[tuple[int, int], tuple[str, str]]:
    """Return what is found in a fixture, by line and column, with the edit's words."""
    found = {}
    for row, line in enumerate((_SHARED / f"fixture_{name}.md").read_text().splitlines(), 1):
        voice = Voice(Text(line))
        text = voice.text
        forms = [(one.start, one.end, one.form) for one in find_contractible(text)]
        forms += [(one.start, one.end, one.expansion or "") for one in find_stranded(text.tokens)]
        for start, end, form in forms:
            if voice.own(start, end) and not line.startswith(("#", "<!--")):
                first, last = text.span(start, end)
                found[row, first + 1] = form, line[first:last].casefold()
    return found


@pytest.mark.skipif(not _SHARED.exists(), reason="shared data is absent")
def test_public_fixture() -> None:
    """All 64 places of the style guide's fixture are found, and not one more.

    56 are words to contract, 8 contractions that cannot stand where they do.
    """
    expected = {place: (new.casefold(), old.casefold()) for place, (new, old) in _hits().items()}
    assert len(expected) == 64
    assert sum("'" in old for _, old in expected.values()) == 8
    assert _found("Contractions") == expected


@pytest.mark.skipif(not _SHARED.exists(), reason="shared data is absent")
def test_other_public_fixtures() -> None:
    """The fixtures of other rules hold three places: two that the guide's list has no entry for.

    It has one for "is not", but its expected output for that fixture speaks of spacing only.
    """
    names = ["AMPM", "DateFormat", "Gender", "Numbers", "Passive", "Punctuation", "Terms"]
    found = {(name, *place): form for name in names for place, (form, _) in _found(name).items()}
    assert found == {("Terms", 5, 22): "there's", ("Terms", 17, 1): "i'm"}
    assert _found("Sentences") == {(5, 34): ("isn't", "is not")}


# --- Properties --------------------------------------------------------------------------------

# No question marks: they turn words around, which makes sense in sentences only (see the table).
_WORDS = """we you they it that there who what I he she Ana the store is are am was have has had
    will would not cannot do does did can could should here open closed been received limited a no
    to and if as how where when than because that's it's we're we've I'd they'll don't isn't won't
    WE ARE NOT it’s we’re You It Is Do Not , . ! ; - " 'x' O'Neill's Dana's &#39; &amp; &nbsp; Ｗｅ
    ａｒｅ *are* “no” _not_ \u200b (we are) — … é""".split()  # noqa: SIM905
_FIXED = """$5.00 9:30 SAVE-10 ４ https://is.not/it-is www.we.are.example we@are.example""".split()  # noqa: SIM905
_SPACED = st.lists(st.sampled_from(_WORDS + _FIXED), max_size=24)
_TEXTS = _SPACED.map(" ".join) | st.lists(st.sampled_from(_WORDS), max_size=12).map("".join)
_KEPT = re.compile(r"\d+(?:[.:]\d+)*|SAVE-\d+|O'Neill|Dana|https?://\S+|www\.\S+|[\w.]+@[\w.]+")


@given(_TEXTS)
def test_numbers_codes_names_and_links_stay(text: str) -> None:
    kept = _KEPT.findall(html.unescape(text))
    assert _KEPT.findall(html.unescape(use(text))) == kept
    assert _KEPT.findall(html.unescape(avoid(text))) == kept


@given(_TEXTS)
def test_quotations_stay(text: str) -> None:
    quoted = re.sub('["“”]', "", text)
    said = f'You wrote "{quoted}" to us, so we thank you.'
    assert (use(said), avoid(said)) == (said, said)


@given(_TEXTS)
def test_once_is_enough(text: str) -> None:
    formed, full = use(text), avoid(text)
    assert use(formed) == formed
    assert avoid(full) == full


@given(_TEXTS)
def test_what_is_formed_reads_back(text: str) -> None:
    full = avoid(text)
    assert avoid(use(full)).replace("annot", "an not") == full.replace("annot", "an not")


@given(_TEXTS)
def test_spans_keep_their_order(text: str) -> None:
    parsed = Text(text)
    position = 0
    for one in find_contractible(parsed):
        assert position <= one.start < one.end <= len(parsed.norm)
        position = one.end
    stranded = {one.start for one in find_stranded(parsed.tokens)}
    assert not stranded & {one.start for one in find_contractible(parsed)}
