"""The people and the model of a line that is watched."""

from __future__ import annotations

import django
import pytest

# pytest reads this file before it configures itself when this folder is named on its command line.
django.setup()

# ruff: noqa: E402
from django.contrib.auth.models import Group, User

from locations.models import RosterEntry
from tests.drafting.test_openai_backend import Endpoint


@pytest.fixture
def model(settings):
    endpoint = Endpoint()
    settings.OPENAI_BASE_URL = endpoint.url
    settings.OPENAI_MODEL = "m"
    # A busy machine must not turn a reply into one that the gate had no time for.
    settings.DRAFTGATE_GATE_TIMEOUT_MS = 60_000
    yield endpoint
    endpoint.close()


@pytest.fixture
def people(boston, agent, reviewer, operator, auditor):
    second = User.objects.create_user("rosa", first_name="Rosa", last_name="Lind")
    second.groups.add(Group.objects.get(name="reviewer"))
    RosterEntry.objects.create(user=second, location=boston)
    return {
        "agent": agent,
        "reviewer": reviewer,
        "second": second,
        "operator": operator,
        "auditor": auditor,
    }
