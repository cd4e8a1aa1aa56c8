"""A disclosure goes in once, where it belongs, or the sentence that asks for it goes."""

from compliance.gate.types import ChannelRules, RuleAction, RuleKind, Verdict
from tests.compliance.gate.checks.test_claims import rule, run

TEXT = "Rates may change at any time."


def due(**fields):
    fields.setdefault("text", TEXT)
    return rule(
        "quotes an interest rate",
        RuleAction.INSERT_DISCLOSURE,
        kind=RuleKind.REQUIRED_DISCLOSURE,
        **fields,
    )


def test_it_follows_the_sentence_that_asks_for_it():
    decision = run([due()], "Loans start at 6% APR. We open at nine.")
    assert decision.text_after == f"Loans start at 6% APR. {TEXT} We open at nine."


def test_it_goes_in_once():
    decision = run([due()], "Loans start at 6% APR. Savings pay a 4% rate.")
    assert decision.text_after.count(TEXT) == 1


def test_two_rules_with_one_text_insert_it_once():
    second = due()
    decision = run([due(), second], "Loans start at 6% APR.")
    assert decision.text_after == f"Loans start at 6% APR. {TEXT}"


def test_a_phrase_that_must_be_mentioned_satisfies_it():
    assert run([due(must_mention=("may change",))], "Loans are 6% APR and may change.").verdict is (
        Verdict.PASS
    )


def test_the_short_form_serves_where_room_is_short():
    text = "Loans start at 6% APR. We open at nine."
    narrow = ChannelRules("sms", max_chars=len(text) + 20)
    decision = run([due(short_text="May change.")], text, channel=narrow)
    assert decision.text_after == "Loans start at 6% APR. May change. We open at nine."


def test_without_room_the_sentence_goes():
    text = "Loans start at 6% APR. We open at nine tomorrow."
    decision = run([due()], text, channel=ChannelRules("sms", max_chars=len(text) + 5))
    assert decision.verdict is Verdict.MODIFY
    assert decision.text_after == "We open at nine tomorrow."
