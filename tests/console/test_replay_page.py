"""The page of a decision leads to the same decision taken again, and that changes nothing."""

import pytest
from django.test import Client

from compliance.models import GateDecision, SealedInputPart


@pytest.fixture(autouse=True)
def time_enough(settings):
    # A busy machine must not turn a decision into one that the gate had no time for.
    settings.DRAFTGATE_GATE_TIMEOUT_MS = 60_000


@pytest.fixture
def page(held, auditor):
    client = Client()
    client.force_login(auditor)

    def page():
        return client.get(f"/decisions/{held.decision_id}/replay/").content.decode()

    page.client = client
    return page


def test_the_page_of_a_decision_leads_there(page, held):
    shown = page.client.get(f"/admin/compliance/gatedecision/{held.decision_id}/change/")
    assert f'href="/decisions/{held.decision_id}/replay/"' in shown.content.decode()


def test_the_same_decision_is_said_to_be_identical_and_nothing_is_stored(page):
    before = GateDecision.objects.count()
    assert "Identical" in page()
    assert GateDecision.objects.count() == before


def test_erased_texts_are_said_to_be(page, held):
    SealedInputPart.objects.filter(digest=held.decision.case_digest).delete()
    assert "texts were erased" in page()
