"""Bodies are split where a reader would, and what is left out takes its empty heading along."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from drafting.knowledge.markup import is_html, text_of_html
from drafting.knowledge.passages import passages, without

GUIDE = """# Returns

Bring it back within 30 days.

## Sale items

Two rules for sale items:
- Bring it back within
  14 days.
- No cash, store credit only.

After that we cannot help.

## Fees

| Service | Late fee |
| --- | --- |
| Facial | $20 |
| Massage | $30 |
"""


def words(body):
    return [each.words for each in passages(body)]


def test_paragraphs_items_and_rows_are_passages_and_headings_are_their_context():
    assert words(GUIDE) == [
        "Bring it back within 30 days.",
        "Two rules for sale items:",
        "Bring it back within 14 days.",
        "No cash, store credit only.",
        "After that we cannot help.",
        "Service: Facial; Late fee $20",
        "Service: Massage; Late fee $30",
    ]
    context = {each.words: each.context for each in passages(GUIDE)}
    assert context["Bring it back within 30 days."] == "Returns"
    assert context["No cash, store credit only."] == (
        "Returns. Sale items. Two rules for sale items:"
    )
    assert context["After that we cannot help."] == "Returns. Sale items"
    assert context["Service: Facial; Late fee $20"] == "Returns. Fees"


def test_a_heading_whose_passages_are_all_left_out_goes_with_them():
    gone = [each for each in passages(GUIDE) if "Fees" in each.context]
    kept = without(GUIDE, gone)
    assert "Fees" not in kept
    assert "| --- |" not in kept
    assert kept.endswith("After that we cannot help.")


def test_one_row_may_be_left_out_of_a_table():
    (facial,) = (each for each in passages(GUIDE) if "Facial" in each.text)
    kept = without(GUIDE, [facial])
    assert "Facial" not in kept
    assert "| Service | Late fee |\n| --- | --- |\n| Massage | $30 |" in kept


def test_underlined_headings_and_numbered_items():
    body = "Returns\n=======\n\n1. Bring it back.\n2) Bring the receipt.\n\nCash\n----\nNo cash."
    assert [(each.words, each.context) for each in passages(body)] == [
        ("Bring it back.", "Returns"),
        ("Bring the receipt.", "Returns"),
        ("No cash.", "Returns. Cash"),
    ]
    assert without(body, passages(body)[2:]) == (
        "Returns\n=======\n\n1. Bring it back.\n2) Bring the receipt."
    )


def test_links_are_read_by_their_words():
    assert words("See [our 14-day rule](https://example.com/90-days).") == ["See our 14-day rule."]


@given(st.text(alphabet=st.sampled_from("ab |-#*=.:\n1)"), max_size=200))
def test_nothing_is_lost_while_nothing_is_left_out(body):
    assert without(body, []) == body
    every = passages(body)
    lines = body.splitlines()
    for each in every:
        assert each.first <= each.last < len(lines)
        assert each.text == "\n".join(lines[each.first : each.last + 1]).strip()
    firsts = [each.first for each in every]
    assert firsts == sorted(set(firsts))


@given(st.text(alphabet=st.sampled_from("ab |-#*=.:\n1)"), max_size=200), st.integers(0, 5))
def test_what_is_left_out_is_gone_and_every_other_passage_stays(body, at):
    every = passages(body)
    if not every:
        return
    gone = every[at % len(every)]
    kept = without(body, [gone]).splitlines()
    stays = [
        line
        for each in every
        if each is not gone
        for line in each.text.splitlines()
        if line.strip()
    ]
    assert [line.strip() for line in stays if line.strip() not in {k.strip() for k in kept}] == []


# --- HTML -----------------------------------------------------------------------------------------


def test_html_becomes_markdown_that_splits_the_same_way():
    page = text_of_html(
        "<html><head><title>Returns &amp; more</title><style>p{}</style></head><body>"
        "<h1>Returns</h1><p>Bring it back<br>within <b>30</b> days.</p>"
        "<ul><li><p>No cash.</p></li><li>Store credit\n only.</li></ul>"
        "<table><tr><th>Service</th><th>Late fee</th></tr>"
        "<tr><td>Facial</td><td>$20</td></tr></table>"
        "<script>alert('Bring it back within 99 days')</script></body></html>"
    )
    assert page.title == "Returns & more"
    assert page.text == (
        "# Returns\n\nBring it back\nwithin 30 days.\n\n- No cash.\n- Store credit only.\n\n"
        "| Service | Late fee |\n| --- | --- |\n| Facial | $20 |"
    )
    assert page.warnings == ("1 × script left out", "1 × style left out")


@pytest.mark.parametrize(
    "hostile",
    [
        "<p>ok</p><script>var x = '</p>90 days'",
        "<p>ok</p><iframe src=x>90 days</iframe>",
        "<p>ok</p><object><p>90 days</p></object>",
        "<p>ok</p><svg><text>90 days</text></svg>",
        "<p>ok</p><form>90 days<input value='90 days'></form>",
        "<p onclick='alert(1)'>ok</p>",
        "<p>ok</p><!-- 90 days --><![CDATA[90 days]]>",
    ],
)
def test_nothing_of_active_content_comes_through(hostile):
    page = text_of_html(hostile)
    assert page.text == "ok"
    assert bool(page.warnings) == ("<!--" not in hostile)


@given(st.text(alphabet=st.sampled_from("<>/pscrit bhl1td&;\"'=-!\n#|"), max_size=120))
def test_whatever_is_fed_no_tag_survives(body):
    text = text_of_html(f"<div>{body}</div>").text
    assert "<script" not in text


def test_plain_words_are_no_html():
    assert not is_html("Orders under <5 dollars> cost 2.")
    assert is_html("<p>Hi</p>")
