"""Stored payloads become the frozen values they were made from, or say which field does not fit."""

import json
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime
from enum import StrEnum
from zoneinfo import ZoneInfo

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from compliance.gate.fingerprint import canonical, fingerprint, plain
from compliance.gate.types import CustomerFacts, OrderFact
from drafting.context.assemble import assemble
from drafting.context.configuration import StoredConfiguration
from drafting.context.payload import ContextPayload, Message
from drafting.context.restoring import RestoringError, restore, restore_payload


class Colour(StrEnum):
    RED = "red"
    BLUE = "blue"


@dataclass(frozen=True)
class Leaf:
    on: date
    size: float = 1.0
    note: str = ""


@dataclass(frozen=True)
class Other:
    name: str
    on: date | None = None


@dataclass(frozen=True)
class Tree:
    at: datetime
    colour: Colour
    leaves: tuple[Leaf, ...] = ()
    pair: tuple[str, int] | None = None
    flags: frozenset[str] = frozenset()
    value: str | int | float | bool | tuple[str, ...] = ""
    either: Leaf | Other | None = None


# Numbers that canonical JSON can write and tell apart.
_floats = st.floats(-(2.0**53), 2.0**53).map(lambda number: number + 0.0)
_whole = st.integers(-(2**53) + 1, 2**53 - 1)
_text = st.text(st.characters(exclude_categories=["Cs"]))
_leaves = st.builds(Leaf, on=st.dates(), size=_floats, note=_text)
_trees = st.builds(
    Tree,
    at=st.datetimes(timezones=st.just(UTC)),
    colour=st.sampled_from(Colour),
    leaves=st.lists(_leaves, max_size=3).map(tuple),
    pair=st.none() | st.tuples(_text, _whole),
    flags=st.frozensets(_text),
    value=_text | _whole | _floats | st.booleans() | st.lists(_text).map(tuple),
    either=st.none() | _leaves | st.builds(Other, name=_text, on=st.none() | st.dates()),
)


@given(_trees)
def test_whatever_was_written_is_read_back(tree):
    assert restore(Tree, plain(tree)).value == tree
    assert restore(Tree, json.loads(canonical(tree))).value == tree


@given(st.from_type(ContextPayload))
@settings(max_examples=40, suppress_health_check=list(HealthCheck), deadline=None)
def test_every_annotation_of_the_payload_is_understood(payload):
    stored = plain(payload)
    restored = restore(ContextPayload, stored)
    # As text: a NaN equals nothing, not even itself.
    assert json.dumps(plain(restored.value)) == json.dumps(stored)
    assert not restored.missing
    assert not restored.unread


def test_a_payload_of_the_database_is_itself_again(world, now):
    orders = (OrderFact("F-1", "ald-boston", "rain shell", "149.00", date(2026, 10, 25), "sent"),)
    payload = assemble(
        StoredConfiguration(),
        location="ald-boston",
        channel="email",
        # An hour that comes twice: equal only if the zone is the place's own again.
        at=datetime(2026, 11, 1, 6, 30, tzinfo=UTC),
        customer=CustomerFacts(code="c1", state=None, points=3, orders=orders),
        messages=[Message("customer", "May I return it at Alder Union?")],
    )
    restored = restore_payload(json.loads(canonical(payload)))
    assert restored.value == payload
    assert restored.value.sha256 == payload.sha256
    assert restored.value.facts.at.tzinfo == ZoneInfo("America/New_York")
    assert restored.value.facts.elsewhere


def test_a_field_that_came_later_takes_its_default_and_is_named(world, now):
    stored = plain(CustomerFacts(code="c1", orders=(OrderFact("1", "", "", "", now.date(), ""),)))
    del stored["consents"]
    stored["colour"] = "green"
    restored = restore(CustomerFacts, stored)
    assert restored.value.consents == ()
    assert restored.missing == {"consents"}
    assert restored.unread == {"colour"}


def test_an_older_payload_keeps_its_fingerprint_apart(world, now):
    payload = assemble(
        StoredConfiguration(),
        location="ald-boston",
        channel="email",
        at=now,
        customer=CustomerFacts(),
    )
    old = plain(replace(payload, version=0))
    del old["facts"]["place"]["services"]
    restored = restore_payload(old)
    assert restored.missing == {"facts.place.services"}
    assert fingerprint(old) != restored.value.sha256, "what was not recorded is not made up"


@pytest.mark.parametrize(
    ("change", "message"),
    [
        ({"at": "yesterday"}, "at: expected an ISO 8601 datetime, found 'yesterday'"),
        ({"at": 5}, "at: expected an ISO 8601 datetime, found 5"),
        ({"colour": "green"}, "colour: expected one of red, blue, found 'green'"),
        ({"leaves": {}}, "leaves: expected a list, found dict"),
        ({"leaves": [{"size": 1}]}, "leaves.on is missing"),
        ({"leaves": [{"on": "2026-01-01", "size": "big"}]}, "leaves.size: expected a number"),
        ({"leaves": [{"on": "2026-01-01", "size": True}]}, "leaves.size: expected a number"),
        ({"leaves": [None]}, "leaves: expected an object, found nothing"),
        ({"pair": ["a"]}, "pair: expected tuple or nothing, found list"),
        ({"value": {}}, "value: expected str or int or float or bool or tuple, found dict"),
        ({"either": {"name": 3}}, "either: expected Leaf or Other or nothing, found dict"),
    ],
)
def test_what_does_not_fit_is_named_by_its_path(change, message):
    stored = plain(Tree(datetime(2026, 1, 1, tzinfo=UTC), Colour.RED)) | change
    with pytest.raises(RestoringError) as caught:
        restore(Tree, stored)
    assert message in str(caught.value)


@pytest.mark.parametrize("stored", [None, [], "text", 7, {}])
def test_what_is_no_payload_at_all(stored):
    with pytest.raises(RestoringError):
        restore_payload(stored)
