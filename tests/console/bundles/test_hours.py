"""Hours of every type, confirmations and closures in a bundle."""

from __future__ import annotations

from datetime import date
from io import StringIO

import pytest
from django.core.management import call_command

from console.bundles.apply import import_bundle
from console.bundles.export import document
from console.bundles.problems import BundleError
from console.bundles.schema import read_bundle
from console.bundles.stored import stored_rows
from locations.models import DatedHours, Location, WeeklyHours

BUNDLE = """
brands:
  acme: {name: Acme, confirm_holidays: [Thanksgiving, all], stale_articles: warn,
    ended_offer_days: 7}
locations:
  - id: acme-boston
    brand: acme
    vertical: books
    name: Acme Boston
    city: Boston
    state: MA
    tz: America/New_York
    status: temporarily_closed
    reopens_on: 2026-11-20
    hours: {thu: ["10:00-18:00"], fri: []}
    hours_by_type:
      pickup: {thu: ["11:00-12:00"]}
    exceptions: {2026-12-25: regular}
    exceptions_by_type:
      pickup: {2026-12-25: {hours: [], note: Christmas}}
channel_restrictions:
  chat: {max_chars: 900}
"""


@pytest.mark.django_db
def test_every_type_is_imported_and_written_again(write):
    import_bundle(bundle=read_bundle(write(BUNDLE)), actor=None, reason="test")
    weeks = {row.hours_type: row.thu for row in WeeklyHours.objects.all()}
    assert weeks == {"main": "10:00-18:00", "pickup": "11:00-12:00"}
    dated = {row.hours_type: row.hours for row in DatedHours.objects.all()}
    assert dated == {"main": "regular", "pickup": "closed"}
    store = Location.objects.get()
    assert store.reopens_on == date(2026, 11, 20)
    assert (store.brand.stale_articles, store.brand.ended_offer_days) == ("warn", 7)
    written = document(stored_rows())
    (place,) = written["locations"]
    assert place["hours_by_type"] == {"pickup": {"thu": ["11:00-12:00"]}}
    assert place["exceptions_by_type"]["pickup"][date(2026, 12, 25)]["hours"] == []
    assert place["exceptions"] == {date(2026, 12, 25): "regular"}
    assert written["brands"]["acme"]["confirm_holidays"] == ["Thanksgiving", "all"]


@pytest.mark.parametrize(
    ("old", "new", "message"),
    [
        ("pickup: {thu", "pikup: {thu", "“pikup” is no type of hours; did you mean “pickup”?"),
        ("pickup: {thu", "main: {thu", "Write the doors' own under “hours”"),
        ("Thanksgiving, all", "Thanksgivin", "did you mean “Thanksgiving Day”?"),
        ('thu: ["10:00-18:00"]', "thu: regular", "“regular” is not a range of hours"),
        ("temporarily_closed", "active", "Only a temporarily closed location reopens"),
        ("warn", "hide", "“hide” is not known"),
    ],
)
def test_what_cannot_be_is_refused_at_its_field(write, old, new, message):
    with pytest.raises(BundleError) as refused:
        read_bundle(write(BUNDLE.replace(old, new)))
    assert message in str(refused.value)


@pytest.mark.django_db
def test_a_new_exception_in_the_past_is_a_warning_and_an_old_one_is_not(write):
    path = write(BUNDLE.replace("2026-12-25: regular", "2019-12-25: closed"))
    out, err = StringIO(), StringIO()
    call_command("bundle_import", path, stdout=out, stderr=err)
    (warning,) = err.getvalue().splitlines()
    assert "acme-boston on 2019-12-25" in warning
    assert "Lies in the past" in warning
    assert f"{path}:18:18" in warning
    again = StringIO()
    call_command("bundle_import", path, stdout=out, stderr=again)
    assert again.getvalue() == ""
