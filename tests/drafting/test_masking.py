"""Card and social security numbers never reach storage; what only looks alike stays."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from drafting.masking import mask, passes_luhn
from drafting.models import Customer
from locations import changes


def with_check_digit(digits):
    return next(digits + str(last) for last in range(10) if passes_luhn(digits + str(last)))


cards = st.builds(
    lambda first, rest: with_check_digit(first + rest),
    st.sampled_from("3456"),
    st.text("0123456789", min_size=11, max_size=17).filter(lambda rest: len(set(rest)) > 1),
)


@given(cards, st.sampled_from(["", " ", "-", "\u00a0", "\u2013", "."]), st.integers(1, 6))
def test_every_card_number_is_masked_but_for_its_last_four(card, between, group):
    written = between.join(card[at : at + group] for at in range(0, len(card), group))
    masked = mask(f"My card is {written}, please check.")
    assert masked == f"My card is [card number removed, ends in {card[-4:]}], please check."


@given(
    st.integers(1, 899).filter(lambda area: area != 666),
    st.integers(1, 99),
    st.integers(1, 9999),
    st.sampled_from("- \u2011\u2013"),
)
def test_every_social_security_number_is_masked(area, group, serial, dash):
    written = f"{area:03d}{dash}{group:02d}{dash}{serial:04d}"
    assert mask(f"SSN {written}.") == "SSN [social security number removed]."


@given(st.text())
def test_masking_twice_changes_nothing(text):
    assert mask(mask(text)) == mask(text)


@given(st.text(st.characters(exclude_categories=["Nd"])))
def test_a_text_without_digits_is_left_alone(text):
    assert mask(text) == text


@pytest.mark.parametrize(
    "text",
    [
        "call me at 617-555-0166",
        "call me at (617) 555-0166 or +1 617 555 0166",
        "order F-9021 and W5061109",
        "order 4147208998776555-A",
        "tracking 1234567890123456",
        "account 153531981",
        "on 2026-11-02, 10:30-14:30",
        "000-12-3456 and 666-12-3456 and 900-12-3456",
        "zip 02116-1234",
        "0000 0000 0000 0000",
        "SKU 12-34-5678",
        "order W4111111111111111 and ORD-4111111111111111",
        "617-555-0166 617-555-0177 on 2026-10-25",
        "DE88 3704 0044 0532 0130 00 has a wrong check digit",
        "account number ending in 4471",
        "my password is not working, the security code never came",
        "I forgot my pin 2 days ago",
        "the routing is wrong, order 021000021",
    ],
)
def test_what_only_looks_alike_stays(text):
    assert mask(text) == text


@pytest.mark.parametrize(
    ("text", "masked"),
    [
        ("ssn: 123456789", "ssn: [social security number removed]"),
        (
            "My social security number is 123456789!",
            "My social security number is [social security number removed]!",
        ),
        (
            "4111 1111 1111 1111 and 5500-0000-0000-0004",
            "[card number removed, ends in 1111] and [card number removed, ends in 0004]",
        ),
        ("amex 378282246310005", "amex [card number removed, ends in 0005]"),
        # What customers write before and behind it.
        ("4111 1111 1111 1111 12/26", "[card number removed, ends in 1111] 12/26"),
        ("4111 1111 1111 1111 09/27 123", "[card number removed, ends in 1111] 09/27 123"),
        ("4111-1111-1111-1111-123", "[card number removed, ends in 1111]-123"),
        (
            "call 617 555 0166 4111 1111 1111 1111",
            "call 617 555 0166 [card number removed, ends in 1111]",
        ),
        ("1 4111 1111 1111 1111", "1 [card number removed, ends in 1111]"),
        ("Visa4111111111111111exp 12/26", "Visa[card number removed, ends in 1111]exp 12/26"),
        ("card: -4111111111111111", "card: -[card number removed, ends in 1111]"),
        # How they write it.
        ("4111  1111  1111  1111", "[card number removed, ends in 1111]"),
        ("4111 - 1111 - 1111 - 1111", "[card number removed, ends in 1111]"),
        ("4111_1111/1111\n1111", "[card number removed, ends in 1111]"),
        ("4111\u200b1111\u200b1111\u200b1111", "[card number removed, ends in 1111]"),
        ("3782  822463  10005", "[card number removed, ends in 0005]"),
        ("SSN078-05-1120", "SSN[social security number removed]"),
        ("078.05.1120", "[social security number removed]"),
        ("078 - 05 - 1120", "[social security number removed]"),
        ("078\u200b-05-1120", "[social security number removed]"),
        ("my ssn number is 078051120", "my ssn number is [social security number removed]"),
        ("social 078 051 120", "social [social security number removed]"),
    ],
)
def test_numbers_in_real_sentences(text, masked):
    assert mask(text) == masked


def test_notes_of_earlier_contacts_are_masked_before_they_are_stored(db):
    row = Customer(code="c1", name="Dana", contacts=["paid with 4111 1111 1111 1111 12/26", 7])
    changes.save(row=row, actor=None, reason="imported")
    stored = Customer.objects.get()
    assert stored.contacts == ["paid with [card number removed, ends in 1111] 12/26", 7]
    assert stored.history.get().contacts == stored.contacts


@pytest.mark.parametrize(
    ("text", "masked"),
    [
        ("to DE89 3704 0044 0532 0130 00 please", "to [bank account number removed] please"),
        ("GB29NWBK60161331926819.", "[bank account number removed]."),
        ("CVV: 123, exp 09/27", "CVV: [security code removed], exp 09/27"),
        ("my pin is 4821", "my pin is [PIN removed]"),
        ("account number is 0001 2345 6789", "account number is [account number removed]"),
        ("routing number: 021000021", "routing number: [routing number removed]"),
        ("passport C01234567", "passport [passport number removed]"),
        ("my password is hunter2!", "my password is [password removed]"),
        ("driver's license D1234567", "driver's license [driver's licence number removed]"),
    ],
)
def test_accounts_and_codes_are_masked(text, masked):
    assert mask(text) == masked
