"""What satisfies a disclosure: its own words, a phrase or a pattern, never their denial."""

import pytest

from compliance.gate.types import Verdict
from tests.compliance.gate.checks.rule_makers import LOAN, RATES, due
from tests.compliance.gate.checks.test_claims import run

MENTIONS = ("rates may change", "(rate* | apr) ... (change | vary | differ)", r"/not\s+fixed/")


def verdict(said, **fields):
    return run([due(**fields)], f"{LOAN} {said}").verdict


@pytest.mark.parametrize(
    "text",
    [
        RATES,
        RATES.upper(),
        "Our rates may change.",
        "The rate you see could vary from week to week.",
        "APRs differ by branch.",
        "They are not fixed.",
    ],
)
def test_other_words_for_it_satisfy_it(text):
    assert verdict(text, must_mention=MENTIONS) is Verdict.PASS


@pytest.mark.parametrize(
    "text",
    [
        "Rates never change.",
        "Our rates do not vary.",
        "It is not true that rates may change.",
        "You wrote that rates may change.",
        "We change the oil at any rate.",
        "",
    ],
)
def test_a_denied_or_reported_mention_does_not(text):
    assert verdict(text, must_mention=MENTIONS) is Verdict.MODIFY


def test_plain_words_are_taken_as_they_stand():
    age = ("21 or older",)
    assert verdict("You have to be 21 or older.", must_mention=age) is Verdict.PASS
    assert verdict("You have to be 18 or older.", must_mention=age) is Verdict.MODIFY


def test_what_the_rule_itself_denies_a_reply_may_deny():
    asked = {"text": "No lifeguard is on duty.", "must_mention": ("lifeguard",)}
    assert verdict("There is no lifeguard at the pool.", **asked) is Verdict.PASS
    assert verdict("There is a lifeguard at the pool.", **asked) is Verdict.PASS
    warned = {"text": "A lifeguard is on duty.", "must_mention": ("lifeguard",)}
    assert verdict("There is no lifeguard at the pool.", **warned) is Verdict.MODIFY
