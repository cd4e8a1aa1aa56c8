"""Keys of names: the database and the product make the same, and a slip of spelling keeps one."""

import pytest
from django.db import connection
from hypothesis import given, settings
from hypothesis import strategies as st

from locations.naming import offer_keys, place_key, place_tail, spoken_offers, spoken_places, words

texts = st.text(
    st.one_of(
        st.sampled_from("abcSsXYZ 0129-_'’.&/é—"),
        st.characters(exclude_characters="\x00", exclude_categories=("Cs",)),
    ),
    max_size=30,
)


@pytest.mark.django_db
@settings(max_examples=300, deadline=None)
@given(code=texts, name=texts, aliases=st.lists(texts, max_size=3))
def test_the_database_makes_the_same_keys(code, name, aliases):
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT draftgate_words(%s), draftgate_place_key(%s),"
            " draftgate_offer_keys(%s, %s, %s::text[]), draftgate_place_tail(%s)",
            [name, name, code, name, aliases, name],
        )
        stored = cursor.fetchone()
    assert stored[0] == words(name)
    assert stored[1] == place_key(name)
    assert set(stored[2]) == offer_keys(code, [name, *aliases])
    assert stored[3] == place_tail(name)


@given(before=texts, name=texts, after=texts)
def test_a_name_in_a_text_shares_keys_with_it(before, name, after):
    said = f"{before} {name} {after}"
    if words(name):
        assert offer_keys("", [name]) - {"="} <= spoken_offers(said) | {"="}
        assert place_key(name) in spoken_places(said, "")[0]
        assert place_key(name) in spoken_places(said, "")[1]


@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("Wing Week", "the wnig week"),
        ("Wing Week", "week of wings"),
        ("Wing Week", "wing weak"),
        ("Harvest Hydration", "harvst hidration"),
        ("Bring-a-Friend Friday", "bring a freind friday"),
        ("Double Ember Weekend", "dubble ember weekend"),
        ("Springtime", "springtme"),
        ("Two-Fer Tuesday", "TWO FER tuesdays"),
        ("Café Évasion", "cafe evasion"),
    ],
)
def test_a_slip_of_spelling_leaves_a_key(name, said):
    assert offer_keys("", [name]) - {"="} & spoken_offers(f"Is {said} still on?")


@pytest.mark.parametrize("said", ["BOOTS25", "boots 25", "(BOOTS25)", "code:BOOTS25!"])
def test_a_code_is_found_however_it_is_spaced(said):
    assert offer_keys("BOOTS25", []) <= spoken_offers(said)


def test_the_front_of_a_name_may_be_left_out_as_far_as_it_is_the_brands():
    names, cities = spoken_places("Is the Old Dock open?", "Kite Coffee")
    assert {"kite old dock", "kite coffee old dock", "old dock"} <= names
    assert "kite old dock" not in cities
