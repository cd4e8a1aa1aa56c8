"""Plants faults in how drafts are told of, one by one: the watched line must find each of them."""

from __future__ import annotations

import pytest
from django.db import transaction

from tests.console.attestation.conftest import model, people  # noqa: F401
from tests.console.attestation.histories import HISTORIES, held_to_be_complete
from tests.console.attestation.line import Line
from tests.console.conftest import (  # noqa: F401
    agent,
    auditor,
    boston,
    fresh_throttles,
    operator,
    reviewer,
)
from tests.drills.faults import FAULTS

pytestmark = [pytest.mark.drill, pytest.mark.django_db]


def found(people, model):  # noqa: F811
    """Which history found something wrong, and what; nothing when none did."""
    for history in HISTORIES:
        with transaction.atomic():
            try:
                history(Line(people, model))
                held_to_be_complete()
            except AssertionError as error:
                return f"{history.__name__}: {str(error).partition(chr(10))[0]}"
            finally:
                transaction.set_rollback(True)
    return ""


def test_the_line_itself_has_none(people, model):  # noqa: F811
    assert found(people, model) == ""


@pytest.mark.parametrize("fault", FAULTS, ids=lambda fault: fault.about.replace(" ", "-"))
def test_a_fault_is_found(fault, people, model, record_property, capsys):  # noqa: F811
    with fault.planted():
        by = found(people, model)
    with capsys.disabled():
        print(f"\n{fault.about} | {by}")  # noqa: T201 - the table of the drill
    assert by, f"nobody noticed: {fault.about}"
