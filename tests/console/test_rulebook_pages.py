"""What rules recognise, on pages: sentences tried, near misses, concepts, rules that are broken."""

import pytest
from django.db import connection
from django.test import Client

from compliance.models import ComplianceRule, Concept


@pytest.fixture
def page(reviewer):
    client = Client()
    client.force_login(reviewer)
    return client


@pytest.fixture
def staff(operator):
    client = Client()
    client.force_login(operator)
    return client


@pytest.fixture
def rule(boston):
    return ComplianceRule.objects.create(
        code="cards",
        kind="prohibited_claim",
        claim="gift cards expire",
        detectors=["gift card ... @expire", "/(silver|golden) tickets?/"],
        examples=["Your gift card lapses in May."],
        counter_examples=["This gift card will expire when the stars do."],
        action="block",
    )


def sql(statement, *values):
    with connection.cursor() as cursor:
        cursor.execute(statement, values)


def tried(page, *sentences, **more):
    return page.post("/rules/cards/", {"sentences": "\n".join(sentences)} | more)


def test_the_page_shows_what_a_rule_recognises_and_needs(page, rule):
    shown = page.get("/rules/cards/").content.decode()
    assert "gift card ... @expire" in shown
    assert "/(silver|golden) tickets?/" in shown
    assert "/concepts/?q=expire" in shown
    assert "Your <mark>gift card lapses</mark> in May." in shown


def test_the_page_says_when_a_rule_applies(page, rule):
    assert "When it applies" not in page.get("/rules/cards/").content.decode()
    ComplianceRule.objects.filter(code="cards").update(
        conditions="order.detail.balance < $param",
        params={"US-CO": "<= $5"},
        exemptions=["promotional cards"],
        except_rules=["R1"],
    )
    shown = page.get("/rules/cards/").content.decode()
    assert "<pre><code>order.detail.balance &lt; $param</code></pre>" in shown
    assert "US-CO: <code>&lt;= $5</code>" in shown
    assert "promotional cards" in shown
    assert '<a href="/rules/R1/">' in shown


def test_a_sentence_is_shown_with_the_words_and_the_pattern_that_found_them(page, rule):
    shown = tried(page, "Your gift card will run out.", "A golden ticket!").content.decode()
    assert "<mark>gift card will run out</mark>" in shown
    assert "<mark>golden ticket</mark>" in shown
    assert shown.count("yours") >= 2


@pytest.mark.parametrize(
    ("sentence", "why"),
    [
        ("We sell every gift card.", 'Missing: <code class="bad">@expire</code>'),
        ("Your gift card never expires.", "but the sentence denies it"),
        ("The expiry date is not on the gift card.", "not in this order or too far apart"),
        ("Thank you for writing.", "None of what the rule looks for is there"),
    ],
)
def test_a_near_miss_says_what_lacks(page, rule, sentence, why):
    response = tried(page, sentence)
    assert why in response.content.decode()
    (only,) = response.context["tried"]
    assert not only.probe.fires


def test_what_is_listed_as_fine_is_let_through_and_said_so(page, rule):
    shown = page.get("/rules/cards/").content.decode()
    assert "Listed as fine: just these words are let through" in shown


def test_a_rule_that_does_not_find_its_example_says_so(page, rule):
    sql("UPDATE compliance_compliancerule SET examples = '{it}' WHERE code = 'cards'")
    shown = page.get("/rules/cards/").content.decode()
    assert "It does not do what it says" in shown
    assert "does not catch its example “it”" in shown


def test_a_rule_that_is_off_is_shown_as_it_would_be(page, rule):
    sql("UPDATE compliance_compliancerule SET mode = 'off' WHERE code = 'cards'")
    assert "<mark>" in tried(page, "Your gift card will run out.").content.decode()


def test_a_customers_words_are_tried_with_what_the_rule_hears(page, rule):
    sql("UPDATE compliance_compliancerule SET customer_says = '{I want to cancel my plan}'")
    shown = page.get("/rules/cards/").content.decode()
    assert "To be heard in a customer’s message" in shown
    heard = tried(page, "Please cancel my plan.", heard="on").context["tried"]
    assert [each.probe.fires for each in heard] == [True]
    as_reply = tried(page, "Please cancel my plan.").context["tried"]
    assert [each.probe.fires for each in as_reply] == [False]


@pytest.mark.parametrize(
    ("sent", "hint"),
    [("  ", "Type a sentence"), ("a\n" * 31, "at most 30"), ("a" * 6_001, "6000")],
)
def test_what_cannot_be_tried_is_told_at_the_field(page, rule, sent, hint):
    response = page.post("/rules/cards/", {"sentences": sent})
    assert response.status_code == 422
    assert hint in response.content.decode()


def test_hostile_sentences_are_text(page, rule):
    shown = tried(page, "<script>alert(1)</script> gift card expires").content.decode()
    assert "<script>alert" not in shown


def test_a_rule_that_does_not_exist_is_not_found(page):
    assert page.get("/rules/nobody/").status_code == 404


def test_the_starter_set_is_browsed_and_leads_to_extending(staff, page, boston):
    shown = staff.get("/concepts/").content.decode()
    for name in ("guarantee", "cure", "approval", "deposit_insurance", "refusal", "free"):
        assert f"@{name}</code>" in shown
    assert "/admin/compliance/concept/add/?name=free&amp;relation=extends" in shown
    assert "concept/add" not in page.get("/concepts/").content.decode(), "reviewers only read"


def test_concepts_are_found_by_their_words(page, boston):
    Concept.objects.create(name="free", relation="extends", about="slang", expressions=["nada"])
    found = page.get("/concepts/?q=complimentary").context["library"]
    assert "free" in [each.name for each in found.starters]
    assert "allergen" not in [each.name for each in found.starters]
    shown = page.get("/concepts/?q=nada").content.decode()
    assert "extended by yours" in shown
    assert not page.get("/concepts/?q=xyzzy").context["library"].starters


def test_a_rule_that_cannot_be_used_is_listed_first_and_waits_for_a_person(page, staff, rule):
    sql("UPDATE compliance_compliancerule SET detectors = '{(a | b}' WHERE code = 'cards'")
    shown = page.get("/rules/").content.decode()
    assert "Cannot be used" in shown
    assert "“)” for this bracket is missing" in shown
    shown = page.get("/rules/cards/").content.decode()
    assert "It cannot be used" in shown
    assert "every draft in its scope is held" in shown
    queue = page.get("/review/").content.decode()
    assert "1 rule cannot be used, and drafts in its scope are held" in queue
    assert "“)” for this bracket is missing" in queue
    home = staff.get("/admin/").content.decode()
    assert "rule cannot be used, and drafts in its scope are held (cards:" in home
    assert 'href="/rules/"' in home


def test_the_form_in_the_admin_shows_the_patterns_and_leads_here(staff, rule):
    shown = staff.get(f"/admin/compliance/compliancerule/{rule.pk}/change/").content.decode()
    assert "gift card ... @expire" in shown
    assert "/rules/cards/" in shown
