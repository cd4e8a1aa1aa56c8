"""What every dimension of a voice says of itself, so that a page can show any of them."""

import dataclasses

import pytest

from compliance.gate.tone.dimensions import DIMENSIONS
from compliance.gate.types import ToneOverlay

FIELDS = {field.name for field in dataclasses.fields(ToneOverlay)}


@pytest.mark.parametrize("dimension", DIMENSIONS, ids=lambda each: each.name)
def test_a_dimension_names_its_unit_and_the_fields_that_it_measures(dimension):
    assert dimension.title
    assert dimension.unit
    assert dimension.fields
    assert set(dimension.fields) <= FIELDS


@pytest.mark.parametrize("dimension", DIMENSIONS, ids=lambda each: each.name)
def test_an_overlay_that_says_nothing_constrains_nothing(dimension):
    assert not dimension.constrained(ToneOverlay())


def test_names_are_told_apart():
    assert len({each.name for each in DIMENSIONS}) == len(DIMENSIONS)
