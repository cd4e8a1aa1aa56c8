"""The voice in many wordings: reproaches, persons, contractions, questions, short sentences."""

from __future__ import annotations

from dataclasses import replace

import pytest

from tests.compliance.gate.checks.test_tone import AVOID, FREE, WE, banning, mended, read

REPROACHES = banning("you should have")


@pytest.mark.parametrize(
    "text",
    [
        "You should have saved the wash tag.",
        "You should have called us before noon.",
        "You should've told the front desk.",
        "Well, you should have read the sign.",
        "You should have come in sooner.",
        "You should have checked the tire pressure.",
        "You should have brought the cat in last week.",
        "You should have been on time.",
        "You should have known that.",
        "As you should have.",
    ],
)
def test_a_reproach_fires(text: str) -> None:
    assert read(text, REPROACHES)


@pytest.mark.parametrize(
    "text",
    [
        "You should have received an e-mail by now.",
        "You should have gotten a text from the pharmacy.",
        "You should already be set, and you should have a key by Friday.",
        "You should have your new card within a week.",
        "You should have been offered a towel, and we are sorry.",
        "You should have been told about the delay.",
        "You should have access to the gym at once.",
        "You should've received the crown estimate.",
        "You should have two tags in the bag.",
        "You should have no trouble with the new modem.",
        "You should have heard from us on Monday.",
        "Nothing you should have to pay for.",
        "You should have had a calmer stay.",
        "You should have better coverage after the update.",
    ],
)
def test_what_is_due_to_a_reader_is_no_reproach(text: str) -> None:
    assert read(text, REPROACHES) == []


def test_a_reproach_of_its_own_sentence_goes() -> None:
    text = "You should have called. We can still see the dog at five."
    assert mended(text, REPROACHES) == "We can still see the dog at five."
    joined = "You should have called, but we can still see the dog at five."
    assert mended(joined, REPROACHES) is None


@pytest.mark.parametrize(
    "text",
    [
        "Plan I and Plan II differ in the deductible.",
        "Option I costs less than Option II.",
        'Select "I agree" at the end of the form.',
        "Choose I Accept at the end.",
        "Ask for the Treat Me facial.",
        "Our Me Time package is back.",
        "The Call Me Back button is on the site.",
        "Room I is upstairs.",
        "The label says “Do I need it?”",
        "Several forms, i. e. two.",
    ],
)
def test_labels_and_numerals_are_no_speaker(text: str) -> None:
    assert read(text, WE) == []


@pytest.mark.parametrize(
    ("text", "after"),
    [
        ("I myself was there.", "We ourselves were there."),
        ("Let me check.", "Let us check."),
        ("If I were you, I would wait.", "If we were you, we would wait."),
    ],
)
def test_says_we_in_full(text: str, after: str) -> None:
    assert mended(text, WE) == after


@pytest.mark.parametrize("text", ["I, the manager, am sorry.", "As your stylist, I am sorry."])
def test_a_single_role_is_left_to_a_person(text: str) -> None:
    assert read(text, WE)
    assert mended(text, WE) is None


I_SAY = replace(FREE, person="first_singular")


@pytest.mark.parametrize(
    ("text", "after"),
    [
        ("We are sorry about the wait.", "I am sorry about the wait."),
        ("We're happy to help.", "I'm happy to help."),
        ("Thanks, and we will check it today.", "Thanks, and I will check it today."),
        ("We'll look into the brake noise.", "I'll look into the brake noise."),
        ("We recommend the earlier class.", "I recommend the earlier class."),
        ("We understand that the crown hurts.", "I understand that the crown hurts."),
        ("We have checked your order.", "I have checked your order."),
        ("We hope the cat feels better.", "I hope the cat feels better."),
        ("We were sorry to hear it.", "I was sorry to hear it."),
    ],
)
def test_says_i(text: str, after: str) -> None:
    assert mended(text, I_SAY) == after


@pytest.mark.parametrize(
    "text",
    [
        "We open at nine and close at five.",
        "We are open until nine.",
        "We carry two sizes.",
        "We are on Elm Street.",
        "Our store is closed, and we have parking.",
        "I am sorry, and I will check.",
        'You wrote "we are sorry".',
        "We have two chairs and a pool.",
        "We do not take cash.",
    ],
)
def test_what_the_house_does_stays_we(text: str) -> None:
    assert read(text, I_SAY) == []


@pytest.mark.parametrize(
    ("text", "after"),
    [
        ("Isn't the store open?", "Is the store not open?"),
        ("Won't the fee apply?", "Will the fee not apply?"),
        ("Don't the rooms open at 3?", "Do the rooms not open at 3?"),
        ("Doesn't the plan include calls?", "Does the plan not include calls?"),
        ("Aren't your dogs ready?", "Are your dogs not ready?"),
        ("Y'all'll love it.", "You all will love it."),
        ("He's gone home.", "He has gone home."),
        ("Dinner's at six.", "Dinner is at six."),
        ("Parking's free.", "Parking is free."),
        ("The chef's preparing it.", "The chef is preparing it."),
        ("The team's looking into it.", "The team is looking into it."),
        ("Your dog's doing well.", "Your dog is doing well."),
        ("Your crown's in.", "Your crown is in."),
        ("One's enough.", "One is enough."),
    ],
)
def test_writes_more_contractions_in_full(text: str, after: str) -> None:
    assert mended(text, AVOID) == after


@pytest.mark.parametrize(
    "text",
    [
        "The guest's room is ready.",
        "The pharmacy's closed-door policy.",
        "The spa's free parking is behind the house.",
        "The chef's cooking class is full.",
        "The team's training plan is here.",
        "It was Sam's in the end.",
        "The store's in-house repair is quick.",
        "The clinic's at-home kit is here.",
        "Your car's open recall was fixed.",
        "Today's free class is full.",
        "The gym's opening hours are here.",
        "The hotel's building permit is on file.",
    ],
)
def test_possessives_stay(text: str) -> None:
    assert read(text, AVOID) == []


FULL = replace(FREE, sentence_mean=(10.0, 20.0))


@pytest.mark.parametrize(
    ("text", "after"),
    [
        (
            "Yes. We have a pool on the roof. It is heated. It closes at nine.",
            "Yes, we have a pool on the roof. It is heated. It closes at nine.",
        ),
        (
            "No. The crown is not ready. It needs a week. We will call you then.",
            "No, the crown is not ready. It needs a week. We will call you then.",
        ),
        (
            "The pool is open. It is heated. It closes at nine. You need a towel.",
            "The pool is open, and it is heated. It closes at nine. You need a towel.",
        ),
    ],
)
def test_short_sentences_are_joined(text: str, after: str) -> None:
    assert mended(text, FULL) == after


@pytest.mark.parametrize("text", ["Come by. Bring a card. Ask for Ana.", "Why? When? How so?"])
def test_orders_and_questions_are_not_joined(text: str) -> None:
    assert read(text, FULL)
    assert mended(text, FULL) is None
