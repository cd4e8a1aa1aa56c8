"""Flags of articles: right at once after a change, at midnight, and once for many locations."""

from datetime import UTC, date, datetime

import pytest
from django.db import connection, transaction
from django.test.utils import CaptureQueriesContext

from drafting.knowledge import checks, freshness, quarantine
from drafting.models import ArticleCheck, ArticleFlag, KnowledgeClock
from drafting.worker import Worker
from locations import changes
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
WHY = {"actor": None, "reason": "as agreed"}


@pytest.fixture(autouse=True)
def fresh():
    quarantine.forget()
    yield
    quarantine.forget()


def place(brand, vertical, code, state="US-ME", zone="America/New_York", **more):
    return Location(
        code=code,
        name=f"Oak {code}",
        brand=brand,
        vertical=vertical,
        city=code.title(),
        state=state,
        zone=zone,
        **more,
    )


@pytest.fixture
def shop(db):
    brand = changes.save(row=Brand(code="oak", name="Oak"), **WHY)
    retail = changes.save(row=Vertical(code="retail", name="Retail"), **WHY)
    for code, state in (("bath", "US-ME"), ("troy", "US-NY"), ("york", "US-ME")):
        changes.save(row=place(brand, retail, code, state), **WHY)
    term = changes.save(
        row=PolicyTerm(key="return_window_days", unit="days", label="Return window"), **WHY
    )
    changes.save(row=PolicyValue(term=term, layer="vertical", vertical=retail, value=30), **WHY)
    changes.save(
        row=Promotion(code="LEAF", brand=brand, name="Leaf Week", terms="10% off coats"), **WHY
    )
    return brand


def article(brand, code="guide", body="Bring it back within 30 days for a refund.", **more):
    row = KnowledgeArticle(code=code, brand=brand, title="Bringing things back", body=body, **more)
    return changes.save(row=row, **WHY)


def examined(at=NOON):
    while checks.work(now=at):
        pass
    return {
        (flag.article.code, flag.kind, flag.rule): flag
        for flag in ArticleFlag.objects.select_related("article")
    }


def value(**scope):
    return PolicyValue.objects.get(**scope)


def test_what_holds_everywhere_has_no_flag(shop):
    article(shop)
    assert examined() == {}
    assert KnowledgeClock.objects.get().checked_at == NOON


def test_a_changed_value_flags_the_articles_that_state_the_old_one(shop):
    article(shop)
    article(shop, "hats", "Hats are round. We have 30 of them.")
    examined()
    row = value(layer="vertical")
    row.value = 14
    changes.save(row=row, **WHY)
    (flag,) = examined().values()
    assert (flag.article.code, flag.kind, flag.rule) == ("guide", "policy", "return_window_days")
    assert flag.passage == "Bring it back within 30 days for a refund."
    assert "30 days" in flag.reason
    assert flag.stored_value == "14 days"
    assert flag.stored_source == "vertical: vertical:retail"
    assert (flag.places, flag.examples) == (3, ["bath", "troy", "york"])


def test_it_says_where_an_article_is_wrong_and_only_there(shop):
    article(shop)
    term = PolicyTerm.objects.get()
    troy = Location.objects.get(code="troy")
    changes.save(row=PolicyValue(term=term, layer="location", location=troy, value=7), **WHY)
    (flag,) = examined().values()
    assert (flag.places, flag.examples) == (1, ["troy"])


def test_the_flag_goes_when_the_article_is_mended_and_keeps_its_date_until_then(shop):
    row = article(shop, body="All returns within 90 days.\n\nHats are round.")
    (first,) = examined().values()
    row.body = "All returns within 90 days.\n\nHats are very round."
    changes.save(row=row, **WHY)
    (second,) = examined(NOON.replace(day=9)).values()
    assert (second.pk, second.since, second.noticed_at) == (first.pk, first.since, NOON)
    row.body = "All returns within 30 days.\n\nHats are very round."
    changes.save(row=row, **WHY)
    assert examined() == {}


def test_an_offer_that_ends_flags_its_passages_since_the_day_after(shop):
    article(shop, body="Leaf Week gives you 10% off every coat.\n\nHats are round.")
    assert examined() == {}
    offer = Promotion.objects.get()
    offer.end = date(2026, 10, 31)
    changes.save(row=offer, **WHY)
    (flag,) = examined().values()
    assert (flag.kind, flag.rule, flag.since) == ("offer", "LEAF", date(2026, 11, 1))
    assert flag.passage == "Leaf Week gives you 10% off every coat."
    changes.delete(row=offer, **WHY)
    assert examined() == {}


def test_an_offer_renamed_is_found_under_its_new_name_and_no_more_under_its_old(shop):
    article(shop, body="Leaf Week gives you 10% off every coat.")
    article(shop, "new", body="Frost Days give you 10% off every coat.")
    offer = Promotion.objects.get()
    offer.end = date(2026, 10, 31)
    changes.save(row=offer, **WHY)
    assert [key[0] for key in examined()] == ["guide"]
    offer.name, offer.code = "Frost Days", "FROST"
    changes.save(row=offer, **WHY)
    assert {key[0] for key in examined()} == {"new"}


def test_an_offer_to_come_is_nothing_to_mend(shop):
    offer = Promotion.objects.get()
    offer.start = date(2026, 12, 1)
    changes.save(row=offer, **WHY)
    article(shop, body="Leaf Week gives you 10% off every coat.")
    assert examined() == {}


def test_review_dates_successors_and_deprecation_are_flags(shop):
    late = article(shop, "late", review_by=date(2026, 11, 2))
    article(shop, "past", status="superseded", superseded_by=late)
    article(shop, "gone", status="deprecated")
    found = examined()
    assert {(key[0], key[1]) for key in found} == {
        ("late", "review"),
        ("past", "superseded"),
        ("gone", "deprecated"),
    }
    assert found["late", "review", ""].since == date(2026, 11, 3)
    assert "(late)" in found["past", "superseded", ""].reason


def test_midnight_is_noticed_in_each_zone(shop):
    brand, retail = Brand.objects.get(), Vertical.objects.get()
    changes.save(row=place(brand, retail, "hilo", "US-HI", "Pacific/Honolulu"), **WHY)
    article(shop, body="Leaf Week gives you 10% off every coat.")
    offer = Promotion.objects.get()
    offer.end = date(2026, 11, 3)
    changes.save(row=offer, **WHY)
    checks.look_at_the_clock(NOON, force=True)
    assert examined() == {}
    # 00:30 in New York, still the evening before in Honolulu.
    night = datetime(2026, 11, 4, 5, 30, tzinfo=UTC)
    assert checks.look_at_the_clock(night, force=True)
    (flag,) = examined(night).values()
    assert flag.examples == ["bath", "troy", "york"]
    morning = datetime(2026, 11, 4, 10, 30, tzinfo=UTC)
    assert checks.look_at_the_clock(morning, force=True)
    (flag,) = examined(morning).values()
    assert flag.examples == ["bath", "hilo", "troy", "york"]
    assert not checks.look_at_the_clock(morning, force=True)
    assert not ArticleCheck.objects.exists()


def test_a_review_date_that_passes_is_noticed_at_midnight(shop):
    article(shop, review_by=date(2026, 11, 3))
    checks.look_at_the_clock(NOON, force=True)
    assert examined() == {}
    tomorrow = NOON.replace(day=4)
    checks.look_at_the_clock(tomorrow, force=True)
    assert [key[1] for key in examined(tomorrow)] == ["review"]


def test_a_change_that_is_rolled_back_leaves_nothing_to_do(shop):
    examined()
    with transaction.atomic():
        article(shop)
        transaction.set_rollback(True)
    assert not ArticleCheck.objects.exists()


def test_after_the_commit_it_is_done_at_once(shop, django_capture_on_commit_callbacks):
    examined()
    connection.run_on_commit.clear()  # what the fixture left
    with django_capture_on_commit_callbacks(execute=True) as callbacks:
        article(shop, body="All returns within 90 days.")
        article(shop, "two", body="All returns within 80 days.")
    assert len(callbacks) == 1
    assert ArticleFlag.objects.count() == 2
    assert not ArticleCheck.objects.exists()


def test_the_worker_does_what_is_left_over(shop):
    article(shop, body="All returns within 90 days.")
    Worker(until_empty=True).run()
    assert ArticleFlag.objects.get().rule == "return_window_days"


def test_one_article_that_cannot_be_examined_stops_no_other(shop, monkeypatch):
    article(shop, "bad", body="All returns within 90 days.")
    article(shop, "good", body="All returns within 90 days.")
    real = freshness.flags_of

    def broken(row, world):
        if row.code == "bad":
            raise ValueError("secret words")
        return real(row, world)

    monkeypatch.setattr(freshness, "flags_of", broken)
    assert [key[0] for key in examined()] == ["good"]
    failed = ArticleCheck.objects.get()
    assert failed.error
    assert "secret words" not in failed.error
    monkeypatch.undo()
    row = KnowledgeArticle.objects.get(code="bad")
    changes.save(row=row, **WHY)
    assert {key[0] for key in examined()} == {"bad", "good"}


def test_many_locations_with_the_same_facts_are_examined_once(shop, monkeypatch):
    brand, retail = Brand.objects.get(), Vertical.objects.get()
    changes.create_many(rows=[place(brand, retail, f"oak-{n}", "US-OH") for n in range(300)], **WHY)
    article(shop, body="All returns within 90 days.")
    runs = []
    real = freshness.examine

    def counted(articles):
        runs.extend(articles)
        return real(articles)

    monkeypatch.setattr(freshness, "examine", counted)
    with CaptureQueriesContext(connection) as queries:
        (flag,) = examined().values()
    assert flag.places == 303
    assert len(flag.examples) == freshness.EXAMPLES
    # Twice: the article's own check and the brand's, after its locations.
    assert len(runs) <= 2
    assert len(queries) < 120


def test_hours_of_a_store_queue_nothing(shop):
    examined()
    bath = Location.objects.get(code="bath")
    bath.phone = "555-0100"
    changes.save(row=bath, **WHY)
    assert not ArticleCheck.objects.exists()
