"""A rule may hear the customer: alone, or together with what the reply says."""

from dataclasses import replace

import pytest

from compliance.gate.types import (
    ChannelRules,
    FiresOn,
    RuleAction,
    RuleKind,
    Severity,
    Verdict,
)
from tests.compliance.gate.checks.rule_makers import due, told
from tests.compliance.gate.checks.test_claims import rule, run

OPEN = "We open at nine."
BOT = (
    "(are you | is this | am i (talking | chatting) (to | with)) {0,3} (bot | ai | human | person)"
)
NOTICE = "You are talking with generative AI."
STOPPED = "You are unsubscribed and will get no more texts."


def bot(**fields):
    return replace(told("are you a bot?", **fields), customer_detectors=(BOT,))


def stop(**fields):
    return replace(
        rule("the customer opts out", kind=RuleKind.DATA_HANDLING, **fields),
        fires_on=FiresOn.MESSAGE,
        customer_says=("stop texting me",),
        customer_detectors=(r"/^\s*(stop|quit|unsubscribe)\b/",),
    )


def offer(**fields):
    return replace(
        rule("offers a discount to stay", RuleAction.REMOVE, detectors=("# % off",), **fields),
        fires_on=FiresOn.BOTH,
        customer_says=("I want to cancel my membership",),
    )


@pytest.mark.parametrize(
    "message", ["Are you a bot?", "hey, is this a human", "Am I chatting with a real person?"]
)
def test_a_question_of_the_customers_asks_for_the_notice(message):
    decision = run([bot()], OPEN, message=message)
    assert decision.text_after == f"{NOTICE} {OPEN}"
    (found,) = decision.findings
    assert message in found.message
    assert (found.start, found.end, found.excerpt) == (0, 0, "")
    assert run([bot()], decision.text_after, message=message).verdict is Verdict.PASS


@pytest.mark.parametrize("message", ["My robot vacuum is broken.", "When do you open?", ""])
def test_anything_else_asks_for_nothing(message):
    assert run([bot()], OPEN, message=message).verdict is Verdict.PASS


def test_only_the_customers_sentence_is_shown():
    message = "I bought a lamp in May. Are you a bot? It never worked."
    (found,) = run([bot()], OPEN, message=message).findings
    assert "“Are you a bot?”" in found.message
    assert "lamp" not in found.message


def test_the_customers_own_denial_is_heard():
    cancel = told("cancel my membership", text="Reply CANCEL to cancel now.")
    assert run([cancel], OPEN, message="Please end my plan.").verdict is Verdict.MODIFY
    assert run([cancel], OPEN, message="I don't want to cancel my membership.").verdict is (
        Verdict.PASS
    )


def test_phrases_that_are_fine_are_exempt_in_the_message():
    cancel = replace(
        told(text="Reply CANCEL to cancel now."),
        customer_detectors=("cancel",),
        counter_examples=("cancel my table",),
    )
    assert run([cancel], OPEN, message="Please cancel my table.").verdict is Verdict.PASS
    assert run([cancel], OPEN, message="Please cancel my plan.").verdict is Verdict.MODIFY


@pytest.mark.parametrize("message", ["STOP", "unsubscribe please", "Please stop texting me!"])
def test_the_rules_own_answer_takes_the_place_of_the_reply(message):
    answering = stop(text=STOPPED)
    decision = run([answering], "Sure! Come by for 20% off.", message=message)
    assert decision.text_after == STOPPED
    assert message.rstrip("!") in decision.findings[0].message
    assert run([answering], STOPPED, message=message).verdict is Verdict.PASS


def test_a_reply_to_a_message_may_be_held_instead():
    holding = stop(action=RuleAction.BLOCK, must_mention=("unsubscribed",))
    decision = run([holding], "Come by for 20% off.", message="STOP")
    assert decision.verdict is Verdict.BLOCK
    assert decision.findings[0].severity is Severity.BLOCK
    assert run([holding], "You are now unsubscribed.", message="STOP").verdict is Verdict.PASS
    assert run([holding], "Come by for 20% off.", message="Can I stop by?").verdict is Verdict.PASS


@pytest.mark.parametrize(
    ("message", "text", "after"),
    [
        ("I want to cancel my membership.", f"Take 50% off. {OPEN}", OPEN),
        ("How do I cancel my plan?", f"Take 50% off. {OPEN}", OPEN),
        ("When do you open?", f"Take 50% off. {OPEN}", f"Take 50% off. {OPEN}"),
        ("I want to cancel my membership.", OPEN, OPEN),
    ],
)
def test_both_have_to_say_their_part(message, text, after):
    decision = run([offer()], text, message=message)
    assert decision.text_after == after
    if after != text:
        assert message in decision.findings[0].message


def test_a_disclosure_may_need_both_too():
    way_out = due(
        claim="offers a discount",
        detectors=("# % off",),
        fires_on=FiresOn.BOTH,
        customer_says=("cancel my membership",),
        text="To cancel now, reply CANCEL.",
    )
    text = f"Take 50% off. {OPEN}"
    asked = run([way_out], text, message="Please cancel my membership.")
    assert asked.text_after == f"Take 50% off. To cancel now, reply CANCEL. {OPEN}"
    assert run([way_out], text, message="Any deals?").verdict is Verdict.PASS


# --- Topics for people -------------------------------------------------------------------------

NURSE = "A nurse will answer this today."


def advice(**fields):
    fields.setdefault("text", NURSE)
    return rule(
        "gives clinical advice",
        RuleAction.HAND_OVER,
        kind=RuleKind.RESTRICTED_TOPIC,
        detectors=("infection | antibiotic",),
        **fields,
    )


def test_a_topic_is_handed_over_and_the_rest_of_the_reply_stays():
    text = (
        "Thanks for writing. It sounds like an infection. It should pass in a day. "
        f"{OPEN} Stop the antibiotic."
    )
    decision = run([advice()], text)
    assert decision.text_after == f"Thanks for writing. {NURSE} {OPEN}"
    assert run([advice()], decision.text_after).verdict is Verdict.PASS


def test_the_short_form_hands_over_where_room_is_short():
    text = f"It is an infection. {OPEN}"
    narrow = ChannelRules("sms", max_chars=len(text) + 2)
    decision = run([advice(short_text="A nurse will call.")], text, channel=narrow)
    assert decision.text_after == f"A nurse will call. {OPEN}"


def test_a_customer_who_brings_the_topic_up_is_handed_over():
    asked = replace(
        advice(), detectors=(), fires_on=FiresOn.MESSAGE, customer_detectors=("infected",)
    )
    decision = run([asked], "Put some ice on it.", message="Is my cut infected?")
    assert decision.text_after == NURSE
    assert run([asked], OPEN, message="When do you open?").verdict is Verdict.PASS
