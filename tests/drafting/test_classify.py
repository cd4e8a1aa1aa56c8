"""What a ticket is about, from the words of customers."""

import pytest

from drafting.classify import ClassCues, classify

CLASSES = (
    ClassCues("returns", ("return", "send back", "refund"), 10),
    ClassCues("hours", ("open", "close", "what time"), 20),
    ClassCues("gift_cards", ("gift card", "gift card balance"), 30),
    ClassCues("cards", ("card",), 40),
)


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("Can I return this?", "returns"),
        ("I'm returning two tents", "returns"),
        ("I RETURNED it yesterday!!", "returns"),
        ("was refunded the wrong amount", "returns"),
        ("I'd like to send it back", None),
        ("sending back the boots", "returns"),
        ("what time do y'all close", "hours"),
        ("are you open?", "hours"),
        ("my openness is limited", None),
        ("the closet door broke", None),
        ("is my gift card still good", "gift_cards"),
        ("Gift-card balance?", "gift_cards"),
        ("my card was declined", "cards"),
        ("card\u200b declined, g\u0456ft c\u0430rd", "gift_cards"),
        ("", None),
        ("??? 😀", None),
    ],
)
def test_cues_are_whole_words_in_any_inflection(text, code):
    assert classify(text, CLASSES)[0] == code


def test_a_phrase_outweighs_a_word_and_the_confidence_is_its_share():
    code, confidence = classify("gift card balance", CLASSES)
    assert code == "gift_cards"
    assert confidence == round(13 / 14, 3)


def test_between_equals_the_lower_priority_wins_in_any_order():
    text = "return or open?"
    assert classify(text, CLASSES) == classify(text, reversed(CLASSES)) == ("returns", 0.5)


def test_no_classes_no_answer():
    assert classify("anything", ()) == (None, 0.0)
