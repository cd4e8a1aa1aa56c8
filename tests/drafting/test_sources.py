"""Data sources: each says what it does, and a new one is one class."""

from dataclasses import fields, replace
from pathlib import Path

import pytest

from compliance.gate.types import CustomerFacts, Facts
from drafting.context.assemble import assemble
from drafting.context.payload import ContextPayload, Message, More
from drafting.context.prompt import prompt_data
from drafting.context.restoring import restore_payload
from drafting.context.sources import SOURCES
from tests.drafting.test_assemble import NOON, memory  # noqa: F401  (a fixture)

PAGE = Path(__file__).resolve().parents[2] / "docs" / "reference" / "payload.md"


class Weather:
    """A source that nobody has thought of."""

    id = "weather"
    reads = "nothing"
    adds = ("more",)

    def gather(self, asked, payload):
        told = More("weather", ((asked.home.city, f"snow on {asked.on}"),))
        return replace(payload, more=(*payload.more, told))


def made(memory, sources):  # noqa: F811
    return assemble(
        memory,
        location="kite-pier",
        channel="chat",
        at=NOON,
        customer=CustomerFacts(),
        messages=[Message("customer", "Hi")],
        sources=sources,
    )


def test_a_new_source_is_one_registered_class(memory):  # noqa: F811
    payload = made(memory, (*SOURCES, Weather()))
    assert payload.more == (More("weather", (("Reno", "snow on 2026-11-02"),)),)
    assert replace(payload, more=()) == made(memory, SOURCES)
    assert prompt_data(payload, customer_fields=())["more"] == {
        "weather": {"Reno": "snow on 2026-11-02"}
    }
    assert restore_payload(payload.as_json()).value == payload


@pytest.mark.parametrize("source", SOURCES, ids=lambda source: source.id)
def test_a_source_changes_only_what_it_says(memory, source):  # noqa: F811
    at = SOURCES.index(source)
    before, after = made(memory, SOURCES[:at]), made(memory, SOURCES[: at + 1])
    changed = {
        part.name
        for part in fields(ContextPayload)
        if part.name != "facts" and getattr(before, part.name) != getattr(after, part.name)
    } | {
        f"facts.{part.name}"
        for part in fields(Facts)
        if getattr(before.facts, part.name) != getattr(after.facts, part.name)
    }
    assert changed <= set(source.adds)


def test_the_reference_lists_every_source():
    page = PAGE.read_text("utf-8")
    for source in SOURCES:
        adds = ", ".join(f"`{name}`" for name in source.adds)
        assert f"| {source.id} | {source.reads} | {adds} |" in page
