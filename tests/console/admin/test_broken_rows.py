"""Rows written past the forms: the pages that mend them open, and say what is wrong."""

import pytest
from django.db import connection
from django.test import Client

from drafting.models import ReviewItem


@pytest.fixture
def client(operator):
    client = Client()
    client.force_login(operator)
    return client


def write(statement, *values):
    with connection.cursor() as cursor:
        cursor.execute(statement, values)


def test_a_zone_that_is_gone_shows_on_its_page(client, boston):
    write("UPDATE locations_location SET zone = 'Mars/Olympus' WHERE id = %s", boston.pk)
    shown = client.get(f"/admin/locations/location/{boston.pk}/change/").content.decode()
    assert "No time zone found with key Mars/Olympus" in shown
    assert "every draft for this location is held" in shown


def test_hours_that_nobody_can_read_show_on_their_page(client, boston):
    write("UPDATE locations_weeklyhours SET mon = 'half nine' WHERE location_id = %s", boston.pk)
    shown = client.get(f"/admin/locations/location/{boston.pk}/change/").content.decode()
    assert "“half nine” is not a range of hours" in shown


def test_a_held_draft_can_be_decided_while_the_zone_is_gone(client, held, boston):
    write("UPDATE locations_location SET zone = 'Mars/Olympus' WHERE id = %s", boston.pk)
    item = ReviewItem.objects.get(draft=held)
    assert client.get(f"/review/{item.pk}/").status_code == 200
