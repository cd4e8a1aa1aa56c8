"""A text is cut where findings stand, and never changed."""

from hypothesis import given
from hypothesis import strategies as st

from console.review.passages import Span, passages

spans = st.lists(
    st.builds(
        Span,
        start=st.integers(-5, 60),
        end=st.integers(-5, 60),
        number=st.integers(1, 9),
        severity=st.sampled_from(["block", "modify", "advise", "unheard-of"]),
    ),
    max_size=8,
)


@given(st.text(max_size=50), spans)
def test_the_passages_are_the_text(text, found):
    assert "".join(passage.text for passage in passages(text, found)) == text


@given(st.text(min_size=1, max_size=50), spans)
def test_every_finding_opens_exactly_once(text, found):
    numbered = [Span(s.start, s.end, at, s.severity) for at, s in enumerate(found, start=1)]
    opened = [number for passage in passages(text, numbered) for number in passage.opens]
    assert sorted(opened) == [span.number for span in numbered]


def test_overlapping_findings_both_mark_what_they_share():
    cut = passages("one two three", [Span(0, 7, 1, "modify"), Span(4, 13, 2, "block")])
    assert [(p.text, p.numbers, p.severity) for p in cut] == [
        ("one ", (1,), "modify"),
        ("two", (1, 2), "block"),
        (" three", (2,), "block"),
    ]


def test_a_text_without_findings_is_one_passage():
    assert [p.text for p in passages("fine", [])] == ["fine"]
