"""The preview: every value with where it comes from, at any place and moment, and what differs."""

import re
from datetime import UTC, datetime
from html import unescape

import pytest
from django.test import Client

from compliance.models import ChannelRestriction, ComplianceRule
from drafting.models import ContextRecord, TicketClass
from locations.models import (
    Brand,
    DatedHours,
    KnowledgeArticle,
    Location,
    PolicyTerm,
    PolicyValue,
    Promotion,
    WeeklyHours,
)

HOSTILE = "<script>alert(1)</script>"


@pytest.fixture
def client(operator):
    client = Client()
    client.force_login(operator)
    return client


@pytest.fixture
def desk(reviewer):
    client = Client()
    client.force_login(reviewer)
    return client


def page(client, status=200, **asked):
    answer = client.get("/preview/", asked)
    assert answer.status_code == status, answer.content[:500]
    return unescape(answer.content.decode())


def section(shown, name):
    """The text of one section, without its markup."""
    part = re.search(rf'<section[^>]* id="{name}".*?</section>', shown, re.DOTALL)[0]
    return " ".join(re.sub(r"<[^>]+>", " ", part).split())


# --- One side ------------------------------------------------------------------------------------


def test_it_starts_with_what_to_do(client):
    shown = page(client)
    assert "Choose a location first" in shown
    assert 'name="location"' in shown
    assert "errorlist" not in shown


def test_values_come_with_layer_row_and_what_they_overrode(client, boston):
    shown = page(client, location="ald-boston", at="2026-11-24T12:00", state="US-MA")
    assert (
        "Resolved values at Alder Harbor for Tuesday, 24 November 2026, 12:00 EST "
        "for a customer in US-MA" in shown
    )
    terms = section(shown, "policies")
    assert "return window return_window_days 14 days location location:ald-boston" in terms
    assert terms.endswith("version 1 vertical:retail")
    for value in PolicyValue.objects.all():
        assert f'/admin/locations/policyvalue/{value.pk}/change/"' in shown


def test_each_day_says_where_its_hours_come_from(client, boston):
    Brand.objects.update(confirm_holidays=["Veterans Day"])
    WeeklyHours.objects.filter(location=boston).update(fri="unknown")
    DatedHours.objects.create(location=boston, on="2026-11-16", hours="regular", note="asked")
    WeeklyHours.objects.create(location=boston, hours_type="pickup", mon="08:00-20:00")
    hours = page(client, location="ald-boston", at="2026-11-10T12:00")
    main = section(hours, "hoursmain")
    assert "Tuesday, 10 November 2026 10:00-19:00 week" in main
    assert "11 November 2026 unconfirmed unconfirmed: Veterans Day, no dated row yet" in main
    assert "Friday, 13 November 2026 unknown unknown: the week has no hours" in main
    assert "16 November 2026 10:00-19:00 week, confirmed by a dated row: asked" in main
    assert main.count(" 2026 ") == 14
    assert "Monday, 16 November 2026 08:00-20:00" in section(hours, "hourspickup")
    later = page(client, location="ald-boston", at="2026-11-24T12:00")
    assert "26 November 2026 closed dated row: Thanksgiving" in section(later, "hoursmain")


def test_a_closure_comes_before_everything(client, boston):
    Location.objects.filter(pk=boston.pk).update(
        status="temporarily_closed", reopens_on="2026-11-14"
    )
    shown = page(client, location="ald-boston", at="2026-11-10T12:00")
    assert "the location’s status: temporarily closed, reopens on 2026-11-14" in section(
        shown, "hoursmain"
    )
    assert "open at that moment no" in section(shown, "identity")


def test_offers_articles_rules_voice_and_channel(client, boston):
    brand = Brand.objects.get()
    Promotion.objects.create(
        code="NY1", brand=brand, name="Not here", terms="x", excluded_states=["US-MA"]
    )
    KnowledgeArticle.objects.create(
        code="kb-old", title="Boots of old", brand=brand, body="Boots.", status="deprecated"
    )
    for code, bound in (
        ("C1", {"binds_on": "customer", "states": ["US-CA"]}),
        ("E1", {"binds_on": "either", "states": ["US-MA"]}),
        ("V1", {"verticals": ["retail"], "channels": ["email"]}),
        ("N1", {"binds_on": "location", "states": ["US-CO"]}),
    ):
        ComplianceRule.objects.create(
            code=code, kind="prohibited_claim", claim=f"claim {code}", action="block", **bound
        )
    shown = page(client, location="ald-boston", message="Do you sell boots?")
    offers = section(shown, "offers")
    assert "Boot Week BOOTS25 active is active 25% off boots" in offers
    assert "excluded state is not allowed in US-MA, the location's state" in offers
    assert "Boots of old kb-old deprecated is deprecated" in section(shown, "articles")
    rules = section(shown, "rules")
    assert "the customer’s state is unknown, and may be US-CA" in rules
    assert "E1 prohibited claim: block (enforce) the location’s state US-MA" in rules
    assert "everywhere; vertical retail; channel email" in rules
    assert "N1" not in rules
    assert "max chars 4000" in section(shown, "channel")
    assert "contractions free" in section(shown, "tone")
    assert '/admin/locations/promotion/?code=BOOTS25"' in shown
    assert '/admin/compliance/compliancerule/?code=E1"' in shown


def test_a_location_that_the_message_names_is_resolved_as_well(client, boston):
    shown = page(client, location="ald-boston", message="May I return it at Alder Union?")
    assert "at Alder Union, named as well" in shown
    assert "return_window_days 30 days" in section(shown, "ald-denverpolicies")


def test_nothing_applies_yet(client, boston):
    PolicyValue.objects.all().delete()
    Promotion.objects.all().delete()
    ComplianceRule.objects.all().delete()
    shown = page(client, location="ald-boston")
    assert "No policy value applies here" in shown
    assert "The brand has no offer." in shown
    assert "No rule applies here." in shown


def test_nothing_is_stored_and_the_address_holds_the_question(client, boston):
    page(client, location="ald-boston", message="Can I return it?")
    assert not ContextRecord.objects.exists()
    assert Client().post("/preview/", {"location": "ald-boston"}).status_code == 302
    assert client.post("/preview/", {"location": "ald-boston"}).status_code == 405


def test_a_reviewer_sees_the_locations_of_the_roster_and_no_links_to_the_admin(desk, boston):
    assert "/admin/" not in page(desk, location="ald-boston")
    assert "“ald-denver”" in page(desk, 422, location="ald-denver")
    assert "Alder Union" not in page(desk, 422, location="ald")
    refused = page(desk, 422, location="ald-boston", with_location="ald-denver")
    assert "ask an operator whether it is on your roster" in refused


def test_rows_that_cannot_be_read_say_so(client, boston):
    WeeklyHours.objects.filter(location=boston).update(mon="half nine")
    shown = page(client, location="ald-boston")
    assert "“half nine” is not a range of hours" in shown
    assert "every draft for this location is held" in shown


def test_a_broken_rule_is_told(client, boston):
    ComplianceRule.objects.filter(code="R1").update(detectors=["@nothing_like_it"])
    shown = page(client, location="ald-boston")
    assert "Rule R1 cannot be used" in section(shown, "rules")


def test_hostile_words_of_operators_and_askers_are_shown_and_never_run(client, boston):
    Location.objects.filter(pk=boston.pk).update(name=f"Alder {HOSTILE}")
    Promotion.objects.update(name=HOSTILE, terms=HOSTILE)
    PolicyTerm.objects.update(label=HOSTILE)
    ComplianceRule.objects.update(claim=HOSTILE)
    TicketClass.objects.create(code="x", name=HOSTILE)
    for asked in (
        {"location": "ald-boston", "message": HOSTILE},
        {"location": HOSTILE, "at": HOSTILE, "state": HOSTILE, "channel": HOSTILE},
        {"location": "ald"},
        {"location": "ald-boston", "with_location": "ald-denver", "message": HOSTILE},
    ):
        raw = client.get("/preview/", asked).content.decode()
        assert "<script>alert" not in raw
        assert "&lt;script&gt;alert" in raw


# --- The question --------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("asked", "said"),
    [
        ({"location": ""}, "Name a location: its code"),
        ({"location": "no-such"}, "No location of yours has “no-such” in its code, name or city"),
        ({"location": "a\x00b"}, "Null characters are not allowed"),
        ({"at": "tomorrow"}, "“tomorrow” is no local date and time; write it as"),
        ({"at": "2026-02-30T10:00"}, "is no local date and time"),
        ({"at": "2026-11-01T10:00Z"}, "is no local date and time"),
        ({"at": "0001-01-01T00:00"}, "Choose a year from 2000 to 2099"),
        ({"at": "9999-12-31T23:59"}, "Choose a year from 2000 to 2099"),
        ({"state": "MA"}, "Write an existing state as ISO 3166-2"),
        ({"state": "US-XX"}, "Write an existing state as ISO 3166-2"),
        ({"channel": "fax"}, "There is no channel “fax”; choose chat or email."),
        ({"channel": "all"}, "There is no channel “all”"),
        ({"ticket_class": "nonsense"}, "There is no ticket class “nonsense”"),
        ({"message": "é" * 900}, "too long for an address"),
        ({"message": "x" * 1001}, "at most 1000 characters"),
        ({"with_state": "XX"}, "Write an existing state as ISO 3166-2"),
        ({"with_at": "soon"}, "“soon” is no local date and time"),
        ({"with_location": "no-such"}, "No location of yours has “no-such”"),
    ],
)
def test_every_error_is_at_its_field_and_says_what_to_do(client, boston, asked, said):
    shown = page(client, 422, **({"location": "ald-boston"} | asked))
    (field,) = asked
    block = re.search(rf'<label for="id_{field}">.*?</div>', shown, re.DOTALL)[0]
    assert said in block
    assert "Resolved values at" not in shown


def test_without_any_channel_it_says_what_to_add(client, boston):
    ChannelRestriction.objects.all().delete()
    assert "add one under Channel restrictions" in page(client, 422, location="ald-boston")


def test_a_zone_that_is_gone_is_an_error_of_the_location(client, boston):
    Location.objects.filter(pk=boston.pk).update(zone="Mars/Olympus")
    assert "“Mars/Olympus”, which does not exist" in page(client, 422, location="ald-boston")


def test_locations_are_searched_for_on_the_server(client, boston):
    Location.objects.bulk_create(
        Location(
            code=f"ald-s{number:03d}",
            name=f"Alder Salem {number}",
            brand=boston.brand,
            vertical=boston.vertical,
            city="Salem",
            state="US-MA",
            zone="America/New_York",
        )
        for number in range(60)
    )
    shown = page(client, 422, location="salem", at="2026-11-10T12:00", state="US-MA")
    assert "The first 20 locations that fit" in shown
    links = re.findall(r'<a href="(\?location=ald-s[^"]*)"', shown)
    assert len(links) == 20
    chosen = unescape(client.get("/preview/" + links[3]).content.decode())
    assert "Resolved values at Alder Salem 3 for Tuesday, 10 November 2026, 12:00" in chosen
    assert "a customer in US-MA" in chosen
    assert page(client).count("<option") < 200, "no list of every location"


@pytest.mark.parametrize(
    ("at", "second", "said", "moment"),
    [
        (
            "2026-03-08T02:30",
            "",
            "02:30 does not exist on this day: clocks go forward. 03:30 EDT was taken.",
            "8 March 2026, 03:30 EDT",
        ),
        (
            "2026-11-01T01:30",
            "",
            "comes twice on this day: clocks go back. The first was taken, EDT; the other is EST.",
            "1 November 2026, 01:30 EDT",
        ),
        (
            "2026-11-01T01:30",
            "1",
            "The second was taken, EST; the other is EDT.",
            "1 November 2026, 01:30 EST",
        ),
    ],
)
def test_times_at_which_clocks_change(client, boston, at, second, said, moment):
    shown = page(client, location="ald-boston", at=at, second=second)
    assert said in shown
    assert moment in shown
    other = re.search(r'<a href="([^"]*)">Take the other</a>', shown)
    if "twice" in said or second:
        taken = unescape(client.get("/preview/" + other[1]).content.decode())
        assert moment not in taken
        assert "Take the other" in taken
    else:
        assert other is None


def test_now_is_the_default_in_the_locations_own_time(client, boston, monkeypatch):
    from console.resolved import views  # noqa: PLC0415 - only its clock is set

    monkeypatch.setattr(views.timezone, "now", lambda: datetime(2026, 7, 4, 3, 30, 9, tzinfo=UTC))
    shown = page(client, location="ald-boston")
    assert "for Friday, 3 July 2026, 23:30 EDT for a customer in an unknown state" in shown


def test_the_channel_that_is_answered_for_is_the_one_that_the_list_shows(client, boston):
    shown = page(client, location="ald-boston")
    assert '<option value="email" selected>' in shown
    assert "max chars 4000" in section(shown, "channel")


# --- Two sides -----------------------------------------------------------------------------------


def test_two_locations_differ_in_what_differs(client, boston):
    shown = page(client, location="ald-boston", at="2026-11-24T12:00", with_location="ald-denver")
    assert "14 days" in shown
    assert "30 days" in shown
    assert "location:ald-boston" in shown
    assert "not there" not in shown
    assert "Denver" in shown
    assert "10:00 MST" in shown, "the same instant in the other place's time"
    thanksgiving = re.search(r"26 November 2026.*?</tr>", shown, re.DOTALL)[0]
    assert "dated row: Thanksgiving" in thanksgiving
    assert "25 November 2026</" not in shown, "the same hours on both sides"
    assert "BOOTS25" not in shown
    assert "4000" not in shown


def test_two_moments_differ_in_what_changed_between_them(client, boston):
    term = PolicyTerm.objects.get()
    PolicyValue.objects.filter(location=boston).update(valid_to="2026-12-31")
    PolicyValue.objects.create(
        term=term, layer="location", location=boston, value=21, valid_from="2027-01-01"
    )
    Promotion.objects.update(end="2026-12-15")
    shown = page(client, location="ald-boston", at="2026-12-10T12:00", with_at="2027-01-02T12:00")
    terms = re.search(r"return window.*?</tr>", shown, re.DOTALL)[0]
    assert "14 days" in terms
    assert "21 days" in terms
    assert "since 1 Jan 2027" in terms
    first, second = PolicyValue.objects.filter(location=boston).order_by("valid_from")
    for value in (first, second):
        assert f"/admin/locations/policyvalue/{value.pk}/change/" in terms
    assert "ended on December 15, 2026" in shown
    assert "Hours of the coming" not in shown, "the same week, on the same dates"


def test_two_customers_differ_in_rules_and_offers(client, boston):
    Promotion.objects.update(excluded_states=["US-NY"])
    ComplianceRule.objects.create(
        code="NY",
        kind="prohibited_claim",
        claim="x",
        action="block",
        binds_on="customer",
        states=["US-NY"],
    )
    shown = page(client, location="ald-boston", state="US-MA", with_state="US-NY")
    assert "is not allowed in US-NY, the customer's state" in shown
    assert "not there" in shown
    assert "the customer’s state US-NY" in shown
    assert "return_window_days" not in shown


def test_the_same_value_from_elsewhere_is_called_that(client, boston, denver):
    term = PolicyTerm.objects.get()
    PolicyValue.objects.create(term=term, layer="location", location=denver, value=14)
    shown = page(client, location="ald-boston", with_location="ald-denver")
    assert "same value, from elsewhere" in shown
    assert "location:ald-denver" in shown


def test_nothing_differs_says_so(client, boston):
    shown = page(client, location="ald-boston", at="2026-11-10T12:00", with_at="2026-11-11T12:30")
    assert "Nothing differs" in shown
    unknown = page(client, location="ald-boston", with_state="unknown")
    assert "Nothing differs" in unknown


# --- Ways there ----------------------------------------------------------------------------------


def test_the_ways_to_it(client, desk, boston, agent):
    form = client.get(f"/admin/locations/location/{boston.pk}/change/").content.decode()
    assert '<a href="/preview/?location=ald-boston">Preview what replies are held to</a>' in form
    assert 'href="/preview/"' in client.get("/admin/").content.decode()
    assert 'href="/preview/"' in desk.get("/review/").content.decode()
    visitor = Client()
    visitor.force_login(agent)
    home = visitor.get("/").content.decode()
    assert 'href="/preview/"' not in home
    assert 'href="/review/"' not in home, "a link that answers 403 is none"


def test_a_rule_says_whether_it_applies_here(client, boston):
    common = {"kind": "prohibited_claim", "action": "block"}
    for code, more in (
        ("ended", {"conditions": "location.return_window_days >= 30 days"}),
        ("open", {"conditions": "order.age_days <= 30"}),
        ("licensed", {"binds_on": "licence", "states": ["US-CA"]}),
        ("city", {"binds_on": "location", "states": ["US-MA"], "localities": ["US-MA/Boston"]}),
        ("general", {}),
        ("own", {"except_rules": ["general"]}),
    ):
        ComplianceRule.objects.create(code=code, claim=f"claim {code}", **common, **more)
    rules = section(page(client, location="ald-boston"), "rules")
    assert "ended prohibited claim: block (enforce) everywhere no, by its conditions" in rules
    assert "everywhere yes. Whether it applies could not be decided: order.age_days is" in rules
    assert "the states of its licences are unknown, and may be US-CA only as a note" in rules
    assert "the location’s state US-MA (US-MA/Boston) yes" in rules
    assert "general prohibited claim: block (enforce) everywhere no, another rule" in rules
