"""A payload keeps to its size: the least needed goes first, and what the gate needs stays."""

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from compliance.gate.fingerprint import canonical
from compliance.gate.types import ArticleFact, OfferFact
from drafting.context.bounds import MESSAGES_KEPT, bounded
from drafting.context.payload import Message
from locations.offers import OfferTerms
from tests.drafting.test_assemble import memory, payload  # noqa: F401  (a fixture)

OVER = OfferTerms(None, date(2026, 1, 1))


def offer(number, standing="not_here", replaced_by=""):
    name = f"{'Sale' if number < 26 else 'Deal'} {chr(97 + number % 26) * 4}"
    return OfferFact(
        f"O{number}", name, (), "t" * 300, OVER, standing, "r", replaced_by=replaced_by
    )


def article(number, standing="usable", words="b"):
    return ArticleFact(f"a{number}", f"Title {number}", f"{words} " * 400, standing, "why")


@pytest.fixture
def large(memory):  # noqa: F811
    """Twenty messages, twenty usable articles, three others and forty offers."""
    made = payload(memory)
    messages = [
        Message("agent" if number % 2 else "customer", f"{number} " + "m" * 500)
        for number in range(19)
    ]
    facts = replace(
        made.facts,
        articles=tuple(article(number) for number in range(20))
        + tuple(article(number, "stale") for number in range(20, 23)),
        offers=(
            *(offer(number) for number in range(38)),
            offer(38, "active"),
            offer(39, "recently_ended", "O1"),
        ),
    )
    return replace(made, messages=tuple(messages), facts=facts)


def size(value):
    return len(canonical(value))


def what(value):
    return [each.what for each in value.truncated]


def test_a_payload_that_fits_is_left_alone(large):
    assert bounded(large, most=size(large)) is large
    assert bounded(large, most=10_000_000) is large


def test_the_oldest_messages_go_first_and_the_latest_stay(large):
    cut = bounded(large, most=size(large) - 1_000)
    assert what(cut) == ["messages"]
    assert cut.messages == large.messages[len(large.messages) - len(cut.messages) :]
    assert cut.truncated[0].names == tuple(
        str(at) for at in range(len(large.messages) - len(cut.messages))
    )
    assert cut.facts == large.facts


def test_then_the_articles_that_fit_least_and_then_offers_that_nobody_names(large):
    smaller = bounded(large, most=size(large) - 20_000)
    assert what(smaller) == ["messages", "articles"]
    smallest = bounded(large, most=1, spoken="Sale Hhhh?", cited=["a3"])
    assert what(smallest) == ["messages", "articles", "offers"]
    assert len(smallest.messages) == MESSAGES_KEPT
    assert smallest.customer_message == large.customer_message
    bodies = {each.code: bool(each.body) for each in smallest.facts.articles}
    assert [code for code, whole in bodies.items() if whole] == ["a3", "a20", "a21", "a22"]
    # Those that run, those that are named, and what replaces one of them.
    assert {each.code for each in smallest.facts.offers} == {"O1", "O7", "O38"}
    assert smallest.facts.place == large.facts.place


def test_an_article_that_fits_the_question_stays_longest(large):
    asked = replace(large, messages=(Message("customer", "Do you mend kayaks?"),))
    rare = article(5, words="kayaks mended")
    articles = tuple(rare if each.code == "a5" else each for each in asked.facts.articles)
    asked = replace(asked, facts=replace(asked.facts, articles=articles))
    cut = bounded(asked, most=size(asked) - 3_000)
    assert "a5" not in cut.truncated[0].names


@settings(max_examples=40, deadline=None)
@given(texts=st.lists(st.text(max_size=2_000), min_size=1, max_size=12), most=st.integers(1, 9_000))
def test_whatever_is_written_the_size_is_kept_or_nothing_is_left_to_cut(texts, most):
    from drafting.context.bounds import _roughly  # noqa: PLC0415 - the guess behind it

    base = payload_of_nothing()
    made = replace(base, messages=tuple(Message("customer", text) for text in texts))
    assert _roughly(made) >= size(made)
    cut = bounded(made, most=size(base) + most)
    assert size(cut) <= size(base) + most or len(cut.messages) <= MESSAGES_KEPT
    assert cut.customer_message == made.customer_message


def payload_of_nothing():
    from drafting.context.configuration import MemoryConfiguration  # noqa: PLC0415
    from tests.drafting.test_assemble import operator_rows  # noqa: PLC0415

    rows = operator_rows()
    return payload(
        MemoryConfiguration(locations=rows["locations"], channels=rows["channels"]), said="Hi"
    )
