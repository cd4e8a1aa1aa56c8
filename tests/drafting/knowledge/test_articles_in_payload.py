"""Articles in the payload: in scope, current, found by their words, free of what is wrong here."""

from datetime import UTC, date, datetime, timedelta

import pytest
from django.db import connection

from compliance.gate.types import CustomerFacts
from compliance.models import ChannelRestriction
from drafting.context.assemble import assemble
from drafting.context.configuration import MemoryConfiguration, StoredConfiguration
from drafting.context.payload import Message
from drafting.context.prompt import prompt_data, ranked_articles
from drafting.knowledge import candidates, quarantine
from locations.models import (
    Brand,
    KnowledgeArticle,
    Location,
    PolicyTerm,
    PolicyValue,
    Promotion,
    Vertical,
)

NOON = datetime(2026, 11, 3, 17, 0, tzinfo=UTC)
GUIDE = """## Returns

Bring it back within 30 days for a refund.

Outlet goods may be returned within 14 days.

- Harvest Week gives you 20% off every coat.
- Repairs are free in the first year.
"""


@pytest.fixture(autouse=True)
def fresh():
    quarantine.forget()
    yield
    quarantine.forget()


@pytest.fixture
def shop(db):
    """A brand whose two stores differ in how long goods can be brought back."""
    brand = Brand.objects.create(code="oak", name="Oak")
    retail = Vertical.objects.create(code="retail", name="Retail")
    places = [
        Location.objects.create(
            code=code,
            name=name,
            brand=brand,
            vertical=retail,
            city=city,
            state=state,
            zone="America/New_York",
        )
        for code, name, city, state in (
            ("oak-bath", "Oak Bath", "Bath", "US-ME"),
            ("oak-troy", "Oak Troy", "Troy", "US-NY"),
        )
    ]
    term = PolicyTerm.objects.create(key="return_window_days", unit="days", label="Return window")
    PolicyValue.objects.create(term=term, layer="vertical", vertical=retail, value=30)
    PolicyValue.objects.create(term=term, layer="location", location=places[1], value=14)
    Promotion.objects.create(
        code="HARVEST",
        brand=brand,
        name="Harvest Week",
        terms="20% off coats",
        end=date(2026, 10, 31),
    )
    ChannelRestriction.objects.create(code="email", flags=[])
    return brand


def article(brand, code="guide", **changes):
    return KnowledgeArticle.objects.create(
        **{"code": code, "brand": brand, "title": "Bringing things back", "body": GUIDE, **changes}
    )


def payload(location="oak-bath", said="How long can I return a coat?", **changes):
    return assemble(
        changes.pop("configuration", None) or StoredConfiguration(),
        location=location,
        channel=changes.pop("channel", "email"),
        at=changes.pop("at", NOON),
        customer=CustomerFacts(),
        messages=[Message("customer", said)],
        **changes,
    )


def fact(found, code="guide"):
    (one,) = (each for each in found.facts.articles if each.code == code)
    return one


# --- Passages -------------------------------------------------------------------------------------


def test_passages_that_do_not_hold_here_are_left_out_with_the_value_that_does(shop):
    article(shop)
    here = fact(payload("oak-troy"))
    assert here.standing == "usable"
    assert here.body == (
        "## Returns\n\nOutlet goods may be returned within 14 days.\n\n"
        "- Repairs are free in the first year."
    )
    assert [(each.kind, each.rule) for each in here.passages] == [
        ("policy", "return_window_days"),
        ("offer", "HARVEST"),
    ]
    wrong, ended = here.passages
    assert "30 days" in wrong.reason
    assert "14" in wrong.reason
    assert "location: " in wrong.reason
    assert "ended on October 31, 2026" in ended.reason
    assert fact(payload("oak-bath")).passages[0].text == (
        "Outlet goods may be returned within 14 days."
    )


def test_the_prompt_has_only_what_may_be_used_and_the_payload_says_what_not(shop):
    article(shop)
    found = payload("oak-troy")
    (shown,) = prompt_data(found, customer_fields=())["articles"]
    assert "30 days" not in shown["body"]
    assert "Harvest" not in shown["body"]
    left = [each.reason for each in found.left_out if each.kind == "passage"]
    assert len(left) == 2
    assert left[0].startswith("“Bring it back within 30 days for a refund.” ")


def test_a_passage_that_names_another_place_is_held_against_that_place(shop):
    article(shop, body="Oak Bath: returns within 30 days.\n\nOak Bath: returns within 90 days.")
    here = fact(payload("oak-troy"))
    assert here.body == "Oak Bath: returns within 30 days."
    assert [each.text for each in here.passages] == ["Oak Bath: returns within 90 days."]


def test_an_article_of_which_nothing_holds_is_quarantined_as_a_whole(shop):
    article(shop, body="All returns within 90 days.")
    here = fact(payload())
    assert here.standing == "quarantined"
    assert "90 days" in here.reason
    assert ranked_articles(payload()) == ()


def test_an_offer_that_ends_at_midnight_is_quarantined_the_day_after(shop):
    article(shop)
    before = fact(payload(at=NOON - timedelta(days=3)))
    assert "HARVEST" not in {each.rule for each in before.passages}
    assert "HARVEST" in {each.rule for each in fact(payload()).passages}


def test_a_changed_term_counts_at_once(shop):
    article(shop)
    assert "Bring it back" in fact(payload()).body
    PolicyValue.objects.filter(layer="vertical").update(value=14, version=2)
    assert "Bring it back" not in fact(payload()).body


def test_a_changed_article_counts_at_once(shop):
    one = article(shop, body="All returns within 90 days.")
    assert fact(payload()).standing == "quarantined"
    KnowledgeArticle.objects.filter(pk=one.pk).update(body="All returns within 30 days.", version=2)
    assert fact(payload()).standing == "usable"


def test_html_reaches_nobody_as_html(shop):
    article(shop, body="<p>All returns within 30 days.</p><script>steal()</script>")
    assert fact(payload()).body == "All returns within 30 days."


def test_what_is_too_long_to_be_read_is_not_used(shop):
    body = "Coats are warm.\n\n" * 1_000 + "\n\n" + "Hats are warm too.\n\n" * 500
    article(shop, body=body)
    here = fact(payload())
    assert len(here.body) <= quarantine.MAX_READ
    assert "Hats" not in here.body.splitlines()[-1] or len(body) <= quarantine.MAX_READ
    assert "split it into several" in here.passages[-1].reason


# --- Scope and state ------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("scope", "standing"),
    [
        ({}, "usable"),
        ({"states": ["US-ME"]}, "usable"),
        ({"states": ["US-NY"]}, "out_of_scope"),
        ({"verticals": ["gym"]}, "out_of_scope"),
        ({"include": ["oak-troy"]}, "out_of_scope"),
        ({"exclude": ["oak-bath"]}, "out_of_scope"),
        ({"channels": ["sms"]}, "out_of_scope"),
        ({"channels": ["sms", "email"]}, "usable"),
        ({"review_by": date(2026, 11, 3)}, "usable"),
        ({"review_by": date(2026, 11, 2)}, "stale"),
        ({"status": "deprecated"}, "deprecated"),
    ],
)
def test_scope_and_state_decide_whether_an_article_may_be_used(shop, scope, standing):
    article(shop, body="Coats are warm.", **scope)
    assert fact(payload()).standing == standing


def test_a_brand_may_use_articles_past_their_review_with_a_note(shop):
    Brand.objects.update(stale_articles="warn")
    article(shop, body="Coats are warm.", review_by=date(2026, 11, 2))
    here = fact(payload())
    assert (here.standing, here.note) == ("usable", "was due for review by 2026-11-02")


def test_in_place_of_a_superseded_article_the_last_of_its_successors_is_found(shop):
    last = article(shop, "c", title="Warm things", body="They stay warm.")
    middle = article(shop, "b", title="x", body="x", status="superseded", superseded_by=last)
    article(shop, "a", title="Coats", body="Coats.", status="superseded", superseded_by=middle)
    article(shop, "d", title="Hats", body="Hats are round.")
    found = payload(said="Tell me about coats")
    assert (fact(found, "a").standing, fact(found, "a").successor) == ("superseded", "c")
    assert [each.code for each in ranked_articles(found)] == ["c", "d"]


# --- Many articles --------------------------------------------------------------------------------


@pytest.fixture
def library(shop):
    """More articles than are ever taken: a hundred about hats, and some about kites."""
    other = Brand.objects.create(code="elm", name="Elm")
    rows = [
        KnowledgeArticle(code=f"hat-{n:03}", brand=shop, title=f"Hat {n}", body="Hats are round.")
        for n in range(100)
    ]
    rows += [
        KnowledgeArticle(code=code, **{"brand": shop, "title": "Kites", "body": body, **more})
        for code, body, more in (
            ("kite", "Kites fly.", {}),
            ("kite-title", "They fly.", {"title": "How kites fly high"}),
            ("kite-away", "Kites fly.", {"include": ["oak-troy"]}),
            ("kite-old", "Kites fly for 90 days.", {"status": "deprecated"}),
            ("kite-stale", "Kites fly.", {"review_by": date(2026, 1, 1)}),
            ("kite-elm", "Kites fly.", {"brand": other}),
            ("next", "They soar.", {"title": "Soaring"}),
            ("boat", "Boats float.", {"title": "Boats"}),
        )
    ]
    KnowledgeArticle.objects.bulk_create(rows)
    KnowledgeArticle.objects.create(
        code="kite-past",
        brand=shop,
        title="Kites",
        body="Kites fly.",
        status="superseded",
        superseded_by=KnowledgeArticle.objects.get(code="next"),
    )
    with connection.cursor() as cursor:
        cursor.execute("ANALYZE locations_knowledgearticle")
    candidates.forget()
    yield shop
    candidates.forget()


def codes(found):
    return {each.code for each in found.facts.articles}


def test_of_many_only_those_that_matter_are_taken(library):
    found = codes(payload(said="How high do your kites fly?"))
    assert found == {"kite", "kite-title", "kite-old", "kite-stale", "kite-past", "next"}


def test_of_many_the_best_are_taken_and_the_number_is_bounded(library):
    found = codes(payload(said="Do your hats come with kites?"))
    assert {"kite", "kite-title"} <= found
    assert len(found) <= candidates.BOUND
    assert len([code for code in found if code.startswith("hat-")]) <= candidates.USABLE_MOST


def test_of_many_what_the_draft_says_and_cites_comes_along(library):
    found = codes(payload(said="Hello", draft="Our kites fly.", cited=("boat", "nowhere")))
    assert {"boat", "kite", "kite-old"} <= found


def test_nothing_that_was_said_breaks_the_search(library):
    for said in ("' | & ! <-> :* \\ '' (", "\\", "'", "a:b", "%s %(home)s", "🪁", ""):
        assert payload(said=said).sha256


def test_a_misspelt_word_is_found_by_likeness_where_the_server_can(library):
    if not candidates.likeness_is_known():
        pytest.skip("This server has no pg_trgm.")
    assert "boat" in codes(payload(said="boatts"))
    assert codes(payload(said="zzzzzz")) == set()


def test_the_number_of_queries_does_not_depend_on_the_number_of_articles(
    library, django_assert_num_queries
):
    payload(said="How high do kites fly?")
    with django_assert_num_queries(15):
        payload(said="How high do kites fly?")
    KnowledgeArticle.objects.bulk_create(
        KnowledgeArticle(code=f"more-{n}", brand=library, title="Kites", body="Kites fly high.")
        for n in range(200)
    )
    with django_assert_num_queries(15):
        payload(said="How high do kites fly?")


def test_bodies_that_are_not_taken_are_not_read(library):
    with connection.execute_wrapper(_refuse_unbounded):
        payload(said="How high do kites fly?")


def _refuse_unbounded(execute, sql, params, many, context):
    if '"body"' in sql and "locations_knowledgearticle" in sql:
        assert " IN (" in sql
    return execute(sql, params, many, context)


def test_memory_takes_the_same_articles_of_few_and_a_bounded_number_of_many(library):
    rows = list(KnowledgeArticle.objects.select_related("brand", "superseded_by"))
    memory = MemoryConfiguration(
        locations=Location.objects.select_related("brand", "vertical"),
        policy_values=PolicyValue.objects.select_related("term", "vertical", "location"),
        promotions=Promotion.objects.select_related("brand"),
        articles=rows,
        channels=ChannelRestriction.objects.all(),
    )
    found = codes(payload(said="How high do your kites fly?", configuration=memory))
    assert {"kite", "kite-title", "kite-old", "next"} <= found
    assert "hat-001" not in found
    KnowledgeArticle.objects.filter(code__startswith="hat-").delete()
    few = MemoryConfiguration(
        locations=Location.objects.select_related("brand", "vertical"),
        policy_values=PolicyValue.objects.select_related("term", "vertical", "location"),
        promotions=Promotion.objects.select_related("brand"),
        articles=KnowledgeArticle.objects.select_related("brand", "superseded_by"),
        channels=ChannelRestriction.objects.all(),
    )
    assert payload(configuration=few).sha256 == payload().sha256


# --- Many offers ----------------------------------------------------------------------------------


def test_an_article_is_held_against_an_offer_that_the_payload_does_not_carry(shop):
    Promotion.objects.bulk_create(
        Promotion(code=f"P{n}", brand=shop, name=f"Parade {n} Special", terms="a gift")
        for n in range(300)
    )
    old = Promotion.objects.create(
        code="MAPLE", brand=shop, name="Maple Days", terms="20% off hats", end=date(2020, 1, 1)
    )
    article(shop, body="Maple Days give you 20% off every hat.\n\nHats are round.")
    found = payload(said="Hello")
    assert "MAPLE" not in {each.code for each in found.facts.offers}
    assert [(each.kind, each.rule) for each in fact(found).passages] == [("offer", "MAPLE")]
    memory = MemoryConfiguration(
        locations=Location.objects.select_related("brand", "vertical"),
        policy_values=PolicyValue.objects.select_related("term", "vertical", "location"),
        promotions=Promotion.objects.select_related("brand"),
        articles=KnowledgeArticle.objects.select_related("brand", "superseded_by"),
        channels=ChannelRestriction.objects.all(),
    )
    assert fact(payload(said="Hello", configuration=memory)) == fact(found)
    old.end = date(2030, 1, 1)
    old.save()
    assert fact(payload(said="Hello")).passages == ()
