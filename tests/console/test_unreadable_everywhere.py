"""Every page and call about people whose texts cannot be read: it says so, and none fails."""

import re
from collections import deque
from datetime import UTC, datetime, timedelta
from html import unescape

import pytest
from django.contrib import admin
from django.test import Client
from django.urls import reverse

from compliance.models import AuditEvent, GateDecision
from compliance.sealing import keyring
from drafting import intake, jobs, pipeline, pulls, scheduling, sending
from drafting.models import Customer, Draft, ReviewItem, Ticket
from drafting.privacy.erasing import Order, erase_customer
from locations import changes
from tests.console.conftest import CLEAN, FAULTY

MOST_OF_A_KIND = 4
NAME = "Dana Whitlock"
SAID = "My heels hurt in the boots of October"
LINK = re.compile(r'href="([^"#]+)')
NOT_FOLLOWED = ("logout", "/jsi18n", "/static/", "/add/", "?o=", "&o=", "_facets", "__")


@pytest.fixture
def lived(boston, agent, reviewer, operator):
    """A known customer with a draft in each state, and a record with two versions."""
    customer = Customer(code="c1", name=NAME, state="US-MA", contacts=["Called about heels."])
    changes.save(row=customer, actor=operator, reason="They registered.")
    customer.orders = [{"id": "O-1", "date": "2026-10-01", "item": "boots of October"}]
    changes.save(row=customer, actor=operator, reason="They ordered.")

    def drafted(text, number, **wish):
        ticket = intake.receive(
            source="test",
            external_id=f"L-{number}",
            location_code="ald-boston",
            channel="email",
            customer_code="c1",
            messages=[intake.Incoming(SAID)],
            arrived_at=datetime.now(UTC),
            actor=None,
            wish=intake.DraftWish(backend="scripted", scripted_text=text),
        ).ticket
        pipeline.work(jobs.claim())
        return Draft.objects.select_related("ticket__location").get(ticket=ticket)

    sent, later, approved, rejected = (
        drafted(text, number) for number, text in enumerate((CLEAN, CLEAN, FAULTY, FAULTY))
    )
    drafted(FAULTY, 9)
    drafted(CLEAN, 10)
    at = datetime.now(UTC)
    pulls.pull(draft=sent, actor=agent, at=at)
    assert sending.send(draft=sent, actor=agent, text=f"{CLEAN} See you.", at=at).sent
    scheduling.schedule(
        draft=later, actor=agent, text=CLEAN, send_at=at + timedelta(hours=5), at=at
    )
    for draft, decide in ((approved, "approve"), (rejected, "reject")):
        item = ReviewItem.objects.get(draft=draft)
        page = signed_in(reviewer)
        assert page.get(f"/review/{item.pk}/").status_code == 200
        given = {"reason": "The store agreed.", "seen_version": item.version}
        assert page.post(f"/review/{item.pk}/{decide}/", given).status_code == 302
    return customer


def signed_in(user):
    client = Client(raise_request_exception=False)
    client.force_login(user)
    return client


def starts():
    """The pages that lead to all others, and those that no page leads to."""
    yield from ("/", "/admin/", "/review/", "/audit/", "/audit/events/", "/privacy/", "/affected/")
    yield from ("/voice/drift/", "/voice/lab/", "/voice/learn/", "/preview/?location=ald-boston")
    yield from ("/affected/?kind=rule&name=R1&version=1", "/privacy/customers/c1/")
    for model in admin.site._registry:
        yield reverse(f"admin:{model._meta.app_label}_{model._meta.model_name}_changelist")
    for row in Draft.objects.all():
        yield reverse("payload", args=[row.pk])
        yield reverse("payload_json", args=[row.pk])
        yield reverse("audit:timeline", args=[row.pk])
    for row in GateDecision.objects.all():
        yield reverse("replay", args=[row.pk])
    for row in AuditEvent.objects.exclude(draft=None):
        yield reverse("audit:event", args=[row.pk])
    for row in ReviewItem.objects.all():
        yield reverse("review:item", args=[row.pk])
    customer = Customer.objects.get(code="c1")
    yield reverse("admin:drafting_customer_change", args=[customer.pk])
    for version in customer.history.all():
        yield reverse(
            "admin:drafting_customer_simple_history", args=[customer.pk, version.history_id]
        )


def crawled(user):
    """Follow the links of every page that somebody may read; yield each with its answer."""
    client = signed_in(user)
    left, known = deque(starts()), set()
    kinds: dict[str, int] = {}
    while left:
        address = left.popleft()
        kind = re.sub(r"[0-9a-f]{8}-[0-9a-f-]+|\d+", "*", address.split("?")[0])
        kinds[kind] = kinds.get(kind, 0) + 1
        if (
            address in known
            or any(part in address for part in NOT_FOLLOWED)
            or kinds[kind] > MOST_OF_A_KIND
        ):
            continue
        known.add(address)
        answer = client.get(address)
        body = b"" if answer.streaming else answer.content
        yield address, answer.status_code, body.decode(errors="replace")
        if "html" in answer.get("Content-Type", ""):
            found = (unescape(link) for link in LINK.findall(body.decode(errors="replace")))
            left.extend(link for link in found if link.startswith("/"))


def called(user, api):
    """Ask the API for everything about them."""
    caller = api(user)
    caller.raise_request_exception = False
    for address in (
        "/api/v1/customers/c1/",
        "/api/v1/drafts/",
        "/api/v1/drafts/?status=erased",
        "/api/v1/affected/?condition=rule:R1:1",
        *(f"/api/v1/tickets/{row.pk}/" for row in Ticket.objects.all()),
        *(f"/api/v1/drafts/{row.pk}/" for row in Draft.objects.all()),
        *(f"/api/v1/audit/drafts/{row.pk}/statement/" for row in Draft.objects.all()),
    ):
        answer = caller.get(address)
        yield address, answer.status_code, answer.content.decode()


@pytest.fixture
def faults(operator, reviewer, auditor, agent, api):
    """Everything that fails or shows a text to somebody, but for answers that are expected."""

    def faults(*allowed):
        found, read = {}, set()
        for user in (operator, reviewer, auditor, agent):
            for address, status, body in (*crawled(user), *called(user, api)):
                read.add((user.username, address.split("/")[1], status))
                if status >= 500 and status not in allowed:
                    found[user.username, address] = status
                elif NAME in body or SAID in body:
                    found[user.username, address] = "a text"
        for name, place in (("olaf", "privacy"), ("axel", "audit"), ("rita", "review")):
            assert (name, place, 200) in read
        return found

    return faults


def test_no_page_fails_or_shows_a_word_once_a_customer_was_erased(lived, operator, faults):
    erase_customer(customer=lived, order=Order(operator, "Asked for."))
    keyring.forget()
    assert faults() == {}


def test_no_page_fails_without_the_master_key(lived, faults, settings, tmp_path):
    settings.DRAFTGATE_MASTER_KEY = ""
    settings.DRAFTGATE_MASTER_KEY_FILE = str(tmp_path / "none")
    keyring.forget()
    assert faults(503) == {}
