"""The layered merge, for any values: parts may be merged first, and every value has its row."""

from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from locations.resolve import LayerValue, PolicyLayer, Provenance, Resolved, resolve

FIRST = date(2026, 1, 1)
days = st.none() | st.integers(0, 40).map(lambda number: FIRST + timedelta(days=number))


@st.composite
def values(draw):
    """Values of a few terms; each stands in a row of its own, as in the database."""
    layers = draw(st.lists(st.sampled_from(list(PolicyLayer)), max_size=12))
    made = []
    for number, layer in enumerate(layers):
        start, end = draw(days), draw(days)
        if start and end and end < start:
            start, end = end, start
        made.append(
            LayerValue(
                key=draw(st.sampled_from("abc")),
                layer=layer,
                row=f"{layer.value}:{number}",
                version=draw(st.integers(1, 5)),
                value=draw(st.integers(0, 99)),
                valid_from=start,
                valid_to=end,
            )
        )
    return made


def winners(found, among):
    """The values that won, to be merged once more."""
    return [value for value in among for one in [found.get(value.key)] if one and _is(one, value)]


def _is(one: Resolved, value: LayerValue) -> bool:
    return (one.provenance.row, one.value) == (value.row, value.value)


def told(found):
    """What a merge decides, without what was overrode on the way."""
    return {key: (each.value, each.provenance.row) for key, each in found.items()}


@given(values(), values(), values(), days.filter(bool))
def test_parts_may_be_merged_first(one, two, three, on):
    rows = [*one, *two, *three]
    for number, value in enumerate(rows):
        object.__setattr__(value, "row", f"{value.layer.value}:{number}")
    whole = resolve(rows, on)
    left = winners(resolve([*one, *two], on), [*one, *two])
    right = winners(resolve([*two, *three], on), [*two, *three])
    assert told(resolve([*left, *three], on)) == told(whole)
    assert told(resolve([*one, *right], on)) == told(whole)
    assert told(resolve(winners(whole, rows), on)) == told(whole)


@given(values(), st.randoms(), days.filter(bool))
def test_the_order_of_the_rows_does_not_matter(rows, chance, on):
    mixed = list(rows)
    chance.shuffle(mixed)
    assert resolve(mixed, on) == resolve(rows, on)


@given(values(), days.filter(bool))
def test_every_value_comes_from_a_row_in_force_and_names_those_it_overrode(rows, on):
    by_row = {value.row: value for value in rows}
    rank = list(PolicyLayer)
    for key, found in resolve(rows, on).items():
        source = by_row[found.provenance.row]
        assert found.provenance == Provenance(
            source.layer.value,
            source.row,
            source.version,
            source.valid_from,
            found.provenance.overrode,
        )
        assert (source.key, source.value) == (key, found.value)
        assert source.in_force(on)
        beaten = [by_row[row] for row in found.provenance.overrode]
        in_force = [value for value in rows if value.key == key and value.in_force(on)]
        assert len(beaten) == len(in_force) - 1
        assert {value.row for value in (source, *beaten)} == {value.row for value in in_force}
        assert all(rank.index(value.layer) <= rank.index(source.layer) for value in beaten)
    keys = {value.key for value in rows if value.in_force(on)}
    assert list(resolve(rows, on)) == sorted(keys)
