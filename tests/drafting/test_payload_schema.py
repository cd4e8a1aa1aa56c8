"""The schema of payloads is what the product writes, and the reference says the same."""

import json
from dataclasses import fields
from datetime import UTC, datetime
from pathlib import Path

import pytest
from jsonschema import Draft202012Validator

from compliance.gate.fingerprint import plain
from drafting.context.payload import PAYLOAD_VERSION, ContextPayload
from drafting.context.restoring import restore_payload
from drafting.context.schema import payload_schema
from drafting.models import ContextRecord

ROOT = Path(__file__).resolve().parents[2]


def faults(payload):
    return [error.message for error in Draft202012Validator(payload_schema()).iter_errors(payload)]


def test_the_schema_is_a_schema():
    Draft202012Validator.check_schema(payload_schema())


def test_the_reference_holds_the_schema_of_this_version():
    written = json.loads((ROOT / "docs" / "reference" / "payload.schema.json").read_text("utf-8"))
    assert written == payload_schema(), "run manage.py payload_schema"


def test_the_reference_describes_every_field():
    page = (ROOT / "docs" / "reference" / "payload.md").read_text("utf-8")
    for part in fields(ContextPayload):
        assert f"`{part.name}`" in page
    for part in payload_schema()["$defs"]["Facts"]["properties"]:
        assert f"`facts.{part}`" in page


@pytest.mark.django_db
def test_what_is_stored_fits_and_what_does_not_is_refused(draft):
    draft()
    stored = ContextRecord.objects.get().payload
    assert stored["version"] == PAYLOAD_VERSION
    assert faults(stored) == []
    for wrong in (
        {**stored, "version": 1},
        {**stored, "more": 1},
        {**stored, "messages": "Hi"},
        {**stored, "facts": {**stored["facts"], "save_offers": "no"}},
        {name: value for name, value in stored.items() if name != "truncated"},
    ):
        assert faults(wrong)


@pytest.mark.django_db
def test_a_payload_of_the_first_version_can_still_be_read(draft):
    draft()
    stored = ContextRecord.objects.get().payload
    first = {name: value for name, value in stored.items() if name != "truncated"}
    first["version"] = 1
    del first["facts"]["save_offers"]
    for offer in first["facts"]["offers"]:
        del offer["kind"], offer["replaced_by"], offer["terms"]["save_offer"]
    found = restore_payload(first)
    assert {"truncated", "facts.save_offers", "facts.offers.kind"} <= found.missing
    assert found.value.version == 1
    assert datetime.now(UTC) > found.value.facts.at
    again = plain(found.value)
    assert again["facts"]["place"] == stored["facts"]["place"]
