"""No disguise turns a reply that is stopped or mended into one that passes."""

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from compliance.gate.disguise import reveal
from compliance.gate.folding import is_invisible, undisguised
from compliance.gate.text import Text
from compliance.gate.types import Verdict
from compliance.gate.vocabulary import shipped_words
from tests.compliance.gate.evasion.disguises import (
    DISGUISES,
    GUESSED,
    INVISIBLE,
    OF_WORDS,
    of_some_words,
)
from tests.compliance.gate.evasion.violations import SOURCES, violations

# Every ninth text with every thirteenth disguise; the drill takes all of them.
TEXTS, KINDS = 9, 13


def missed(violation, text):
    """Whether the gate lets a disguised text pass; its spans must slice it, and nothing fail."""
    decision = violation.decide(text)
    assert all(fault.stage == "language" for fault in decision.faults), (text, decision.faults)
    for found in decision.findings:
        assert found.excerpt == text[found.start : found.end]
        assert found.excerpt or found.start == found.end
    return decision.verdict is Verdict.PASS


@pytest.mark.parametrize("source", SOURCES)
def test_no_disguise_lets_a_fault_pass(source):
    passed, tried = [], 0
    for at, violation in enumerate(violations(source, TEXTS)):
        for number, (name, disguise) in enumerate(DISGUISES.items()):
            text = disguise(violation.text)
            if (at + number) % KINDS or text == violation.text:
                continue
            tried += 1
            if missed(violation, text):
                passed.append((name, text))
    assert tried or not violations(source, TEXTS)
    assert [each for each in passed if each[0] not in GUESSED] == []
    # What is read by guessing needs a known word.
    assert len(passed) <= 0.02 * tried, passed


CERTAIN = sorted(set(OF_WORDS) - GUESSED)


@settings(max_examples=150, suppress_health_check=[HealthCheck.too_slow])
@given(
    st.integers(0, 10_000),
    st.sampled_from(CERTAIN),
    st.sampled_from(CERTAIN),
    st.lists(st.booleans(), min_size=1, max_size=12).filter(any),
    st.lists(st.booleans(), min_size=1, max_size=12).filter(any),
)
def test_two_disguises_of_some_words_let_no_fault_pass(place, first, second, some, others):
    texts = violations("tables", TEXTS)
    violation = texts[place % len(texts)]
    text = of_some_words(OF_WORDS[first], some)(violation.text)
    assert not missed(violation, of_some_words(OF_WORDS[second], others)(text))


@pytest.mark.parametrize(
    ("text", "read"),
    [
        ("g u a r a n t e e d results", "guaranteed results"),
        ("W e  g u a r a n t e e  i t.", "We guarantee it."),
        ("g.u.a.r.a.n.t.e.e.d", "guaranteed"),
        ("gu4r4nt33d r3fund", "guaranteed refund"),
        ("c4$h b@ck", "cash back"),
        ("freeee beeeer", "free beer"),
        ("gguuaarraanntteeeedd", "guaranteed"),
        ("gua ran teed results", "guaranteed results"),
        ("gua.ran-teed", "guaranteed"),
        ("gua🎉ranteed", "guaranteed"),
        ("results are 🎉 guaranteed", "results are guaranteed"),
        ("results are\nguaranteed by\n\nus", "results are guaranteed by us"),
        ("gUaRaNtEeD", "Guaranteed"),
        ("g u a r a n t e e d r e s u l t s", "guaranteed results"),
        ("we're h e r e t i l l 9", "we're here till 9"),
        ("w·a·s·n't r·i·g·h·t", "wasn't right"),
        ("guárántéed Zoë", "guaranteed Zoë"),
        ("gu\u200baranteed", "guaranteed"),
        ("guа<b>rа</b>nteed", "guaranteed"),
        ("gua[ran](#)teed", "guaranteed"),
        ("сосо beer", "coco beer"),
        ("RESULTS ARE GUARANTEED. YES, KOWALSKI.", "Results are guaranteed. Yes, Kowalski."),
    ],
)
def test_a_disguise_is_read_as_a_reader_does(text, read):
    revealed = reveal(text, shipped_words())
    assert revealed is not None
    assert revealed.text == read
    assert len(revealed.starts) == len(revealed.ends) == len(read)
    spans = zip(revealed.starts, revealed.ends, strict=True)
    assert all(0 <= start < end <= len(text) for start, end in spans)


@pytest.mark.parametrize(
    "text",
    [
        "José Núñez and Zoë Łukasiewicz have a table at 7 p.m. with Søren's party.",
        "Use code SAVE20 or H2YDRA20 for 20% off, through 11/30.",
        "The WH-1000XM4, the A320 and the PS5 are in aisle 4B; the 3-day pass is $49.99.",
        "Write to help@example.com or see https://example.com/a_b/c?d=1&e=2.",
        "We open at 7 a.m. and close at 9 p.m., until 1 a.m. on Fridays.",
        "E-mail us, re-open the X-ray, or ask for an R-rated film on a T-shirt.",
        "Hi Dana,\nYour order is on its way.\n\nBest,\nMaria\nBrand One",
        "Hours:\n- Monday: 9 to 5\n- Tuesday: closed\n\n1. Bring the receipt\n2. Say hello",
        "It’s “ready” — see you soon… 🎉 Thank you! 👍🏽",
        "Sizes S, M, L and XL; grades A, B and C; the U.S.A. and J. R. R. Tolkien.",
        "Our crème brûlée and jalapeño poppers are back, and so is the naïve café.",
        "**Refunds** take 5 days; see [our page](https://example.com/returns) & ask.",
        "Ask for Anna, Aaron, Bess, Matt or Lee; the root canal is on Tuesday.",
        "That is 1/2 cup, 98.6°F, 24/7, 2x4 and 100ml.",
    ],
)
def test_honest_spelling_is_read_as_it_stands(text):
    assert reveal(text, shipped_words().extended(["H2YDRA20"])) is None


@given(st.text(max_size=60), st.sampled_from(INVISIBLE))
def test_invisible_characters_are_found_and_dropped(text, sign):
    read = Text(f"gua{sign}ranteed {text}")
    assert read.norm.startswith("guaranteed")
    assert read.invisible[0] == (3, 4)
    assert is_invisible(sign)


@given(st.text())
def test_every_character_knows_where_it_came_from(text):
    read = Text(text)
    plain, _ = undisguised(text)
    revealed = reveal(text, shipped_words())
    for start in range(len(read.norm)):
        first, last = read.span(start, start + 1)
        assert 0 <= first < last <= len(text)
    for folded in (plain, *([revealed] if revealed else [])):
        assert len(folded.text) == len(folded.starts) == len(folded.ends)
        spans = list(zip(folded.starts, folded.ends, strict=True))
        assert all(0 <= first < last <= len(text) for first, last in spans)
        assert spans == sorted(spans)
