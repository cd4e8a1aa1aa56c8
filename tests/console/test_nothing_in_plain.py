"""A day at the demo operator, and then every value of every table: nobody's words are there."""

from __future__ import annotations

import re
from datetime import UTC, datetime, timedelta

import pytest
from django.contrib.auth.models import User
from django.db import connection

from drafting import scheduling
from drafting.models import Customer, Draft, DraftStatus, SentReply, TicketMessage
from tests.console.test_demo_attestation import day  # noqa: F401  (a fixture)

WORD = re.compile(r"[^\W\d_]+")


def phrases(text):
    """Every five words in a row, in small letters."""
    words = WORD.findall(text.lower())
    return {" ".join(words[at : at + 5]) for at in range(len(words) - 4)}


def scanned():
    """Every value of every table as text: bytes as they are and in hexadecimal as well."""
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT table_name, column_name, data_type FROM information_schema.columns"
            " WHERE table_schema = 'public' ORDER BY 1, 2"
        )
        for table, column, kind in cursor.fetchall():
            cursor.execute(f'SELECT DISTINCT "{column}" FROM "{table}"')  # noqa: S608
            for (value,) in cursor.fetchall():
                if kind == "bytea" and value is not None:
                    held = bytes(value)
                    yield table, column, held.decode("latin-1") + " " + held.hex()
                elif value is not None:
                    yield table, column, str(value)


@pytest.mark.usefixtures("day")
def test_no_word_of_a_person_stands_anywhere():
    agent = User.objects.filter(groups__name="agent").first()
    for draft in Draft.objects.filter(status=DraftStatus.VISIBLE)[:40]:
        later = datetime.now(UTC) + timedelta(days=2)
        text = "Wendelin Oakhurst will see to it on Monday at noon."
        try:
            scheduling.schedule(draft=draft, actor=agent, text=text, send_at=later)
        except Exception:  # noqa: BLE001, S112  (another roster's)
            continue
    customers = list(Customer.objects.all())
    names = {row.name for row in customers}
    said = set()
    for message in TicketMessage.objects.all():
        said |= phrases(message.text)
    contacts = {line for row in customers for line in row.contacts}
    sent = [reply.text for reply in SentReply.objects.all()]
    assert len(said) > 100
    assert len(names) > 5
    assert contacts
    assert any("Wendelin" in t for t in sent)
    words = {"Wendelin", "Oakhurst", "617-555-0123", *names, *contacts}
    hexed = {word.encode().hex() for word in words}
    found = set()
    for table, column, value in scanned():
        if any(word in value for word in words | hexed):
            found.add((table, column))
        if not table.startswith(("locations_", "compliance_", "drafting_")):
            continue
        if said & phrases(value):
            found.add((table, column))
    assert found <= PLAIN, found - PLAIN


# What says the same as a customer did, or as a customer is called, and is configuration.
PLAIN: set[tuple[str, str]] = set()
