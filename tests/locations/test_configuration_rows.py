"""Configuration rows: refused with what to do, written with who and why, never in conflict."""

from datetime import date

import pytest
from django.contrib.auth.models import User
from django.core.exceptions import ValidationError
from django.db import IntegrityError, connection, transaction

from locations import changes
from locations.models import (
    Brand,
    KnowledgeArticle,
    Location,
    PolicyTerm,
    PolicyValue,
    Promotion,
    RosterEntry,
    Vertical,
    WeeklyHours,
)

pytestmark = pytest.mark.django_db


@pytest.fixture
def operator():
    return User.objects.create_user("olivia")


@pytest.fixture
def boston():
    brand = Brand.objects.create(code="fern", name="Fern Outdoor")
    retail = Vertical.objects.create(code="retail", name="Retail")
    return Location.objects.create(
        code="fern-boston",
        name="Fern Back Bay",
        brand=brand,
        vertical=retail,
        city="Boston",
        state="US-MA",
        zone="America/New_York",
        ownership="franchise",
    )


@pytest.fixture
def window():
    return PolicyTerm.objects.create(key="return_window_days", unit="days")


def test_a_change_is_kept_with_who_and_why(boston, window, operator):
    row = PolicyValue(term=window, layer="location", location=boston, value=14)
    changes.save(row=row, actor=operator, reason="New franchise agreement")
    row.value = 21
    changes.save(row=row, actor=operator, reason="Holiday returns")

    newest, oldest = row.history.all()
    assert (newest.value, newest.history_user, newest.history_change_reason) == (
        21,
        operator,
        "Holiday returns",
    )
    assert (oldest.value, oldest.version, newest.version) == (14, 1, 2)


def test_a_change_without_a_reason_is_refused(boston, operator):
    boston.phone = "617-555-0100"
    with pytest.raises(ValidationError, match="Say why"):
        changes.save(row=boston, actor=operator, reason="  ")
    boston.refresh_from_db()
    assert boston.phone == ""


def test_two_people_never_overwrite_each_other(boston, operator):
    first = Location.objects.get(pk=boston.pk)
    second = Location.objects.get(pk=boston.pk)
    first.phone = "617-555-0100"
    changes.save(row=first, actor=operator, reason="New number")
    second.phone = "617-555-0199"
    with pytest.raises(changes.StaleVersionError, match="changed by someone else"):
        changes.save(row=second, actor=operator, reason="Other number")
    boston.refresh_from_db()
    assert boston.phone == "617-555-0100"


def test_many_new_rows_each_get_their_history(boston, window, operator):
    terms = [PolicyTerm(key=f"fee_{number}_usd", unit="money") for number in range(3)]
    changes.create_many(rows=terms, actor=operator, reason="First import")
    assert [entry.history_change_reason for entry in PolicyTerm.history.filter(unit="money")] == [
        "First import"
    ] * 3


def test_a_deleted_row_leaves_its_history(boston, window, operator):
    row = PolicyValue(term=window, layer="location", location=boston, value=14)
    changes.save(row=row, actor=operator, reason="New")
    pk = row.pk
    changes.delete(row=row, actor=operator, reason="Back to the brand's rule")
    newest = PolicyValue.history.filter(id=pk).latest()
    assert (newest.history_type, newest.history_change_reason) == ("-", "Back to the brand's rule")


@pytest.mark.parametrize(
    ("field", "wrong", "says"),
    [
        ("zone", "Boston", "IANA name such as America/New_York"),
        ("state", "Massachusetts", "ISO 3166-2"),
        ("state", "MA", "ISO 3166-2"),
        ("state", "US-QQ", "existing state"),
        ("state", "US-NO", "existing state"),
        ("code", "fern boston", "letters, digits, hyphens"),
    ],
)
def test_a_location_says_what_is_wrong_at_the_field(boston, field, wrong, says):
    setattr(boston, field, wrong)
    with pytest.raises(ValidationError) as caught:
        boston.full_clean()
    assert says in str(caught.value.message_dict[field])


def test_hours_say_what_is_wrong_at_the_day(boston):
    week = WeeklyHours(location=boston, mon="9 to 5")
    with pytest.raises(ValidationError) as caught:
        week.full_clean()
    assert "09:00-17:00" in str(caught.value.message_dict["mon"])
    assert week.tue == "unknown"


def test_a_value_must_fit_the_unit_of_its_term(boston, window):
    value = PolicyValue(term=window, layer="location", location=boston, value="two weeks")
    with pytest.raises(ValidationError) as caught:
        value.full_clean()
    assert "is not a number" in str(caught.value.message_dict["value"])


@pytest.mark.parametrize(
    ("layer", "scope", "field"),
    [
        ("location", {}, "location"),
        ("vertical", {}, "vertical"),
        ("operator", {"state": "US-MA"}, "state"),
        ("region", {}, "state"),
    ],
)
def test_a_value_must_name_what_its_layer_needs(window, layer, scope, field):
    value = PolicyValue(term=window, layer=layer, value=14, **scope)
    with pytest.raises(ValidationError) as caught:
        value.full_clean()
    assert field in caught.value.message_dict


def test_the_database_refuses_a_scope_that_does_not_fit(boston, window):
    with pytest.raises(IntegrityError, match="policy_value_scope"), transaction.atomic():
        PolicyValue.objects.create(term=window, layer="operator", location=boston, value=1)


def test_the_database_refuses_two_values_for_one_day(boston, window):
    PolicyValue.objects.create(
        term=window, layer="location", location=boston, value=14, valid_to=date(2026, 11, 30)
    )
    with pytest.raises(IntegrityError, match="policy_value_no_overlap"), transaction.atomic():
        PolicyValue.objects.create(
            term=window, layer="location", location=boston, value=21, valid_from=date(2026, 11, 30)
        )
    PolicyValue.objects.create(
        term=window, layer="location", location=boston, value=21, valid_from=date(2026, 12, 1)
    )
    PolicyValue.objects.create(term=window, layer="vertical", vertical=boston.vertical, value=30)


def test_an_offer_cannot_end_before_it_starts(boston):
    offer = Promotion(
        code="LEAF",
        brand=boston.brand,
        name="Leaf Sale",
        terms="15% off jackets",
        start=date(2026, 11, 2),
        end=date(2026, 11, 1),
    )
    with pytest.raises(ValidationError, match="ends before it starts"):
        offer.full_clean()


def test_a_superseded_article_names_its_successor(boston):
    article = KnowledgeArticle(
        code="kb-1", title="Returns", brand=boston.brand, status="superseded", body="30 days."
    )
    with pytest.raises(ValidationError) as caught:
        article.full_clean()
    assert "Name the article" in str(caught.value.message_dict["superseded_by"])


def test_a_roster_entry_names_something(operator):
    with pytest.raises(ValidationError) as caught:
        RosterEntry(user=operator).full_clean()
    assert "location" in caught.value.message_dict
    with pytest.raises(IntegrityError), transaction.atomic():
        RosterEntry.objects.create(user=operator)


def test_decisions_are_final_even_for_sql(db):
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT tgname FROM pg_trigger WHERE tgname IN "
            "('decision_is_final', 'approval_is_final', 'sent_reply_is_final')"
        )
        assert len(cursor.fetchall()) == 3


def test_replacements_of_an_offer_stay_in_its_brand_and_never_go_in_a_circle(boston, operator):
    other = Brand.objects.create(code="moss", name="Moss Outdoor")
    first, second, third = (
        Promotion.objects.create(code=code, brand=boston.brand, name=code, terms="10% off")
        for code in ("FIRST", "SECOND", "THIRD")
    )
    foreign = Promotion.objects.create(code="FOREIGN", brand=other, name="F", terms="10% off")
    first.replaced_by = second
    changes.save(row=first, actor=operator, reason="Followed by the second")
    second.replaced_by = third
    changes.save(row=second, actor=operator, reason="Followed by the third")
    for offer, replacement, message in (
        (third, Promotion.objects.get(code="FIRST"), "in a circle"),
        (third, third, "in a circle"),
        (first, foreign, "same brand"),
    ):
        offer.replaced_by = replacement
        with pytest.raises(ValidationError, match=message) as refused:
            changes.save(row=offer, actor=operator, reason="No")
        assert set(refused.value.message_dict) == {"replaced_by"}
        offer.refresh_from_db()
    assert third.replaced_by is None
    assert first.replaced_by == second
