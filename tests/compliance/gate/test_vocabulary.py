"""What a bare policy key is read as."""

import pytest

from compliance.gate.policy.vocabulary import stem_of, words_for
from compliance.gate.types import PolicyFact, Unit


@pytest.mark.parametrize(
    ("key", "topics"),
    [
        ("cancel_notice_hours", ["cancel"]),
        ("catering_cancel_notice_hours", ["catering", "cancel"]),
        ("late_cancellation_fee_usd", ["cancel"]),
        ("refund_window_days", ["return"]),
        ("exchange_window_days", ["exchange"]),
        ("domestic_wire_fee_usd", ["domestic", "wire"]),
        ("no_show_fee_pct", ["no_show"]),
        ("touch_up_days", ["touch_up"]),
        ("certificate_12mo_apy", ["certificate", "12 month"]),
        ("kayak_drift_surcharge_usd", ["kayak", "drift"]),
        ("move_out_notice_days", ["move-out"]),
        ("guest_passes_per_month", ["guest_pass", "per month"]),
    ],
)
def test_a_key_is_cut_into_what_it_is_about(key, topics):
    term = words_for(PolicyFact(key, "", "", Unit.TEXT, ""))
    assert [topic.name for topic in term.topics] == topics


@pytest.mark.parametrize(
    ("key", "text"),
    [
        ("kayak_fee_usd", "kayaks"),
        ("tuning_fee_usd", "tuning"),
        ("engrave_fee_usd", "engraving"),
        ("laundry_fee_usd", "laundries"),
        ("grooming_fee_usd", "grooming"),
        ("assembly_fee_usd", "assemble"),
        ("withdrawal_fee_usd", "withdraw"),
        ("insurance_fee_usd", "insured"),
        ("adjustment_fee_usd", "adjusted"),
        ("fold_down_fee_usd", "folding it down"),
        ("crosses_fee_usd", "cross"),
        ("ferries_fee_usd", "ferry"),
    ],
)
def test_a_word_that_nobody_listed_is_known_in_its_forms(key, text):
    (topic,) = words_for(PolicyFact(key, "", "", Unit.MONEY, 5)).topics
    assert topic.pattern.fullmatch(text)


def test_the_operators_own_words_speak_for_the_whole_term():
    term = words_for(PolicyFact("x_fee_usd", "", "", Unit.MONEY, 5, words=("corkage", "own wine")))
    assert term.phrases is not None
    assert term.phrases.search("is own  wine allowed")


def test_the_units_suffix_is_no_topic():
    assert stem_of("refund_window_days") == "refund_window"
    assert stem_of("share_savings_apy") == "share_savings"
