"""Negation, reported speech and clauses, in everyday wordings."""

import pytest

from compliance.gate.polarity import clauses, polarity
from compliance.gate.text import Text

NEGATED = [
    ("We cannot guarantee results.", "guarantee results"),
    ("This isn't tax-free.", "tax-free"),
    ("No lender can promise guaranteed approval, and loans are reviewed.", "guaranteed approval"),
    ("It is a long-term reduction rather than permanent removal.", "permanent removal"),
    ("We do not call our wrap a detox and make no claim that it flushes toxins.", "flushes toxins"),
    ("Gift cards never expire.", "expire"),
    ("Neither the peel nor the laser is painless.", "painless"),
    ("Guaranteed approval is not something we offer.", "Guaranteed approval"),
    ("There is no guarantee that it cures eczema.", "cures eczema"),
    ("Results are never guaranteed.", "guaranteed"),
    ("Sadly a cure cannot be promised.", "a cure"),
    ("We are unable to promise a cure.", "a cure"),
    ("It is a myth that gift cards expire after a year.", "expire"),
    ("We won’t pay your medical bills.", "pay your medical bills"),
    ("Instead of a refund we offer store credit.", "a refund"),
]
ASSERTED = [
    ("No worries, it is guaranteed.", "guaranteed"),
    ("It is not only painless, it is quick.", "painless"),
    ("There is no fee and results are guaranteed.", "guaranteed"),
    ("Don't worry, results are guaranteed.", "guaranteed"),
    ("The massage does not hurt, and it cures migraines.", "cures migraines"),
    ("The treatment has no downtime and heals eczema.", "heals eczema"),
    ("You asked about it, and yes, we guarantee results.", "guarantee"),
    ("Not to worry: you are approved.", "approved"),
    ("We don't open on Monday, but results are guaranteed.", "guaranteed"),
]
REPORTED = [
    ("You mentioned that the gift card expires.", "expires"),
    ("You said it was tax-free.", "tax-free"),
    ("Your friend may be thinking of the tax-free sale.", "tax-free"),
    ("I understand you were told the sale is tax-free, but sales tax applies.", "tax-free"),
    ('You wrote "guaranteed approval" in your note.', "guaranteed approval"),
]


def read(text, words):
    start = text.index(words)
    return polarity(Text(text), start, start + len(words))


@pytest.mark.parametrize(("text", "words"), NEGATED)
def test_a_denial_is_negated(text, words):
    assert read(text, words).negated


@pytest.mark.parametrize(("text", "words"), ASSERTED)
def test_a_plain_statement_is_asserted(text, words):
    assert read(text, words).asserted


@pytest.mark.parametrize(("text", "words"), REPORTED)
def test_what_others_said_is_reported(text, words):
    assert read(text, words).reported


def test_questions_and_conditions_are_told_apart():
    assert read("Would you like a free visit?", "free visit").question
    assert read("If the visit is free, we say so.", "free").conditional
    assert not read("The visit is free.", "free").conditional


def test_clauses_are_cut_where_a_new_subject_and_verb_begin():
    text = Text("Our fee is $5, but you may cancel and we will refund it.")
    found = [text.excerpt(part.start, part.end) for part in clauses(text, text.sentences[0])]
    assert found == ["Our fee is $5,", "but you may cancel", "and we will refund it."]


def test_an_empty_text_has_no_polarity():
    assert polarity(Text(""), 0, 0).asserted
