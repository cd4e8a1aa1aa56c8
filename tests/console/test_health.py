"""The health page tells a load balancer about the database."""

import pytest
from django.db import OperationalError
from django.test import Client

from console import health


@pytest.mark.django_db
def test_healthy(client: Client):
    response = client.get("/healthz")

    assert (response.status_code, response.json()) == (200, {"status": "ok"})


def test_without_a_database(client: Client, monkeypatch: pytest.MonkeyPatch):
    class Unreachable:
        def cursor(self) -> None:
            raise OperationalError("connection refused")

    monkeypatch.setattr(health, "connection", Unreachable())

    response = client.get("/healthz")

    assert response.status_code == 503
    assert "refused" not in response.content.decode()
