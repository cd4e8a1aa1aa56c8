"""Who sees which locations: by role, by roster, in a constant number of queries."""

import pytest
from django.contrib.auth.models import AnonymousUser, Group, User

from locations.models import Brand, Location, RosterEntry, Vertical
from locations.queries import visible_locations
from locations.roles import AGENT, AUDITOR, OPERATOR, REVIEWER, has_role, roles_of


@pytest.fixture
def places(db):
    vertical = Vertical.objects.create(code="shop", name="Shop")
    brands = {code: Brand.objects.create(code=code, name=code) for code in ("oak", "elm")}
    for code, brand, state in (
        ("oak-ma", "oak", "US-MA"),
        ("oak-ny", "oak", "US-NY"),
        ("elm-ma", "elm", "US-MA"),
        ("elm-ny", "elm", "US-NY"),
    ):
        Location.objects.create(
            code=code,
            name=code,
            brand=brands[brand],
            vertical=vertical,
            city="X",
            state=state,
            zone="America/New_York",
        )
    return brands


def person(role, **roster):
    user = User.objects.create_user(f"u{User.objects.count()}")
    if role:
        user.groups.add(Group.objects.get_or_create(name=role)[0])
    if roster:
        RosterEntry.objects.create(user=user, **roster)
    return user


def seen(user):
    return set(visible_locations(user).values_list("code", flat=True))


EVERYTHING = {"oak-ma", "oak-ny", "elm-ma", "elm-ny"}


def test_operators_and_auditors_see_all(places):
    assert seen(person(OPERATOR)) == seen(person(AUDITOR)) == EVERYTHING


@pytest.mark.parametrize("role", [AGENT, REVIEWER])
def test_others_see_what_their_roster_grants(places, role):
    oak = places["oak"]
    assert seen(person(role)) == set()
    assert seen(person(role, everywhere=True)) == EVERYTHING
    assert seen(person(role, brand=oak)) == {"oak-ma", "oak-ny"}
    assert seen(person(role, state="US-MA")) == {"oak-ma", "elm-ma"}
    assert seen(person(role, brand=oak, state="US-MA")) == {"oak-ma"}
    assert seen(person(role, location=Location.objects.get(code="elm-ny"))) == {"elm-ny"}


def test_several_grants_add_up_and_nothing_comes_twice(places):
    user = person(AGENT, brand=places["oak"])
    RosterEntry.objects.create(user=user, state="US-MA")
    assert sorted(visible_locations(user).values_list("code", flat=True)) == [
        "elm-ma",
        "oak-ma",
        "oak-ny",
    ]


def test_without_a_role_a_roster_grants_nothing(places):
    assert seen(person(None, everywhere=True)) == set()
    assert seen(AnonymousUser()) == set()


def test_a_person_who_left_sees_nothing(places):
    for role in (AGENT, OPERATOR):
        user = person(role, everywhere=True)
        user.is_active = False
        assert seen(user) == set()
        assert roles_of(user) == frozenset()


def test_another_persons_roster_is_theirs(places):
    person(AGENT, everywhere=True)
    assert seen(person(AGENT)) == set()


def test_the_number_of_queries_is_constant(places, django_assert_num_queries):
    user = person(AGENT, brand=places["oak"])
    for state in ("US-MA", "US-NY", "US-CA"):
        RosterEntry.objects.create(user=user, state=state)
    with django_assert_num_queries(2):
        list(visible_locations(user))


def test_a_superuser_has_every_role(db):
    boss = User.objects.create_superuser("boss")
    assert has_role(boss, AGENT)
    assert has_role(boss, OPERATOR, REVIEWER)
    assert not has_role(AnonymousUser(), AGENT, OPERATOR)
