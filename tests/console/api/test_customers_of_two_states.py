"""One agent and customers of two states, all at once: each draft gets its own state's verdict."""

import json
import threading
import urllib.error
import urllib.request
from concurrent.futures import ThreadPoolExecutor

import pytest
from django.db import connection

from compliance.models import ComplianceRule
from console.models import issue
from drafting.models import Customer, Draft, ReplyTemplate, TicketClass
from drafting.worker import Worker

REPLY = "Thanks for asking. Your gift card expires after one year."
STATES = {"dana": "US-CO", "nina": "US-NY"}
TICKETS = 20


@pytest.fixture
def gift_cards(boston):
    """A reply that Colorado holds back and New York asks one more sentence of."""
    topic = TicketClass.objects.create(code="cards", name="Gift cards", cues=["gift card"])
    ReplyTemplate.objects.create(code="cards", ticket_class=topic, body=REPLY)
    for code, state in STATES.items():
        Customer.objects.create(code=code, name=code.title(), state=state)
    shared = {"binds_on": "customer", "examples": ["gift card expires"]}
    ComplianceRule.objects.create(
        **shared,
        code="CO-CARDS",
        kind="prohibited_claim",
        claim="a gift card expires",
        action="block",
        states=["US-CO"],
    )
    ComplianceRule.objects.create(
        **shared,
        code="NY-CARDS",
        kind="required_disclosure",
        claim="mentions that a gift card expires",
        action="insert_disclosure",
        text="The date is printed on the card.",
        states=["US-NY"],
    )


class Client:
    """Speaks to the served API over HTTP as one agent."""

    def __init__(self, url, token):
        self._url, self._token = url, token

    def __call__(self, path, body=None):
        request = urllib.request.Request(  # noqa: S310 - our own server
            f"{self._url}{path}",
            data=None if body is None else json.dumps(body).encode(),
            headers={"Authorization": f"Bearer {self._token}", "Content-Type": "application/json"},
        )
        try:
            with urllib.request.urlopen(request, timeout=30) as answer:  # noqa: S310
                return answer.status, json.load(answer)
        except urllib.error.HTTPError as error:
            return error.code, json.load(error)


@pytest.mark.django_db(transaction=True)
def test_each_draft_gets_the_verdict_of_its_own_customers_state(gift_cards, agent, live_server):
    call = Client(live_server.url, issue(user=agent)[1])
    customers = [list(STATES)[number % 2] for number in range(TICKETS)]

    def deliver(number):
        return call(
            "/api/v1/tickets/",
            {
                "source": "helpdesk",
                "external_id": f"T-{number}",
                "location": "ald-boston",
                "channel": "email",
                "customer": customers[number],
                "messages": [{"text": "How long is my gift card good for?"}],
            },
        )

    # Two workers write while the tickets still come in.
    workers = [Worker(poll_seconds=0.05) for _ in range(2)]
    threads = [threading.Thread(target=_run, args=(worker,)) for worker in workers]
    for thread in threads:
        thread.start()
    try:
        with ThreadPoolExecutor(4) as pool:
            delivered = list(pool.map(deliver, range(TICKETS)))
            assert [status for status, _ in delivered] == [201] * TICKETS
            _wait_for_drafts()
            drafts = {draft.ticket.external_id: draft for draft in _drafts()}
            pulled = list(
                pool.map(lambda n: call(f"/api/v1/drafts/{drafts[f'T-{n}'].pk}/"), range(TICKETS))
            )
    finally:
        for worker in workers:
            worker.stop()
        for thread in threads:
            thread.join(20)
    assert sum(worker.worked for worker in workers) == TICKETS
    for number, (status, shown) in enumerate(pulled):
        draft = drafts[f"T-{number}"]
        rules = {found["rule"] for found in draft.decision.findings}
        assert status == 200
        if STATES[customers[number]] == "US-CO":
            assert (shown["status"], shown["text"]) == ("held", None)
            assert rules == {"CO-CARDS"}
        else:
            assert (shown["status"], draft.decision.verdict) == ("visible", "modify")
            assert shown["text"] == f"{REPLY} The date is printed on the card."
            assert rules == {"NY-CARDS"}


def _run(worker):
    try:
        worker.run()
    finally:
        connection.close()


def _drafts():
    return Draft.objects.select_related("ticket", "decision")


def _wait_for_drafts():
    for _ in range(600):
        if Draft.objects.count() == TICKETS:
            return
        with connection.cursor() as cursor:
            cursor.execute("SELECT pg_sleep(0.05)")
    pytest.fail(f"only {Draft.objects.count()} drafts were written")
