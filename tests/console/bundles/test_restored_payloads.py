"""Payloads of whole operators: stored as JSON and read back, each is itself again."""

import json
from datetime import UTC, datetime

import pytest

from compliance.gate.fingerprint import canonical
from console.bundles.schema import read_bundle
from console.evaluation.running import configuration_of
from drafting.context.assemble import assemble
from drafting.context.customers import customer_facts
from drafting.context.payload import Message
from drafting.context.restoring import restore_payload


@pytest.mark.parametrize("source", ["demo", "world"])
@pytest.mark.parametrize("month", [3, 11])
def test_a_whole_operator(source, month, request):
    rows = read_bundle(request.getfixturevalue(source))
    configuration = configuration_of(rows)
    customers = [*rows.customers, None]
    channels = [row.code for row in rows.channels if row.code != "all"]
    for number, place in enumerate(rows.locations):
        payload = assemble(
            configuration,
            location=place.code,
            channel=channels[number % len(channels)],
            at=datetime(2026, month, 1, 6, 30, tzinfo=UTC),
            customer=customer_facts(customers[number % len(customers)]),
            messages=[Message("customer", f"Or {rows.locations[number - 1].name}?")],
        )
        restored = restore_payload(json.loads(canonical(payload)))
        assert restored.value == payload
        assert restored.value.sha256 == payload.sha256
        assert not restored.missing
        assert not restored.unread
