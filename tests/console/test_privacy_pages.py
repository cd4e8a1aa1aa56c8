"""The pages and the call for what is stored about people: find it, hold it, erase it for good."""

from datetime import timedelta

import pytest
import yaml
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from compliance.sealing import keyring
from console.bundles.export import document
from console.bundles.plan import plan_import
from console.bundles.rows import BundleRows
from console.bundles.schema import read_bundle
from console.bundles.stored import stored_rows
from console.standing import attention_items
from drafting import intake
from drafting.models import (
    Customer,
    DraftJob,
    Erasure,
    LegalHold,
    RetentionRule,
    RetentionRun,
    Ticket,
)
from drafting.privacy.erasing import Order, erase_customer, erase_ticket
from drafting.privacy.holds import Scope, place
from drafting.privacy.retention import run
from locations.models import Brand
from tests.console.conftest import NOW
from tests.drafting.privacy.test_retention import age


@pytest.fixture
def customer(boston):
    row = Customer.objects.create(code="c1", name="Dana Whitlock", state="US-MA")
    intake.receive(
        source="test",
        external_id="K-1",
        location_code="ald-boston",
        channel="email",
        customer_code="c1",
        messages=[intake.Incoming("Can I return my boots?")],
        arrived_at=NOW,
        actor=None,
    )
    DraftJob.objects.update(state="done")
    return row


@pytest.fixture
def page(operator):
    client = Client()
    client.force_login(operator)
    return client


@pytest.fixture
def reading(auditor):
    client = Client()
    client.force_login(auditor)
    return client


def at(name, *args):
    return reverse(f"privacy:{name}", args=args)


def test_a_customer_is_found_by_code_and_a_ticket_by_id(page, customer, drafted):
    ticket = drafted().ticket
    assert page.get(at("find"), {"name": "c1"})["Location"] == at("customer", "c1")
    assert page.get(at("find"), {"name": str(ticket.pk)})["Location"] == at("ticket", ticket.pk)
    missed = page.get(at("find"), {"name": "nobody"})
    assert missed.status_code == 422
    assert b"no customer with this code" in missed.content


def test_the_console_says_that_no_retention_is_set(page, boston):
    assert "No retention is set" in page.get(at("find")).content.decode()
    assert "No retention is set" in page.get(at("retention")).content.decode()
    RetentionRule.objects.create(days=30)
    assert "No retention is set" not in page.get(at("find")).content.decode()


def test_the_first_page_says_what_is_amiss_with_retention(page, boston):
    now = timezone.now()
    first = page.get("/admin/").content.decode()
    assert "texts about people are kept for good until you say how long" in first
    [missing] = amiss(now)
    assert not missing.urgent
    RetentionRule.objects.create(days=30)
    assert amiss(now) == []
    [late] = amiss(now + timedelta(hours=7))
    assert late.urgent
    assert "is a worker running?" in late.what
    RetentionRun.objects.create(started_at=now, finished_at=now)
    assert amiss(now + timedelta(hours=5)) == []
    RetentionRun.objects.create(
        started_at=now + timedelta(hours=1),
        finished_at=now + timedelta(hours=1),
        failures=[{"of": "ticket", "id": "1", "why": "ValueError"}],
    )
    [failed] = amiss(now + timedelta(hours=2))
    assert (failed.count, failed.urgent) == (1, True)
    assert "could not be erased" in page.get("/admin/").content.decode()


def amiss(moment):
    return [item for item in attention_items(moment) if item.url == at("retention")]


def test_a_customer_is_erased_once_the_code_was_typed(page, customer):
    shown = page.get(at("customer", "c1")).content.decode()
    assert "1 ticket<" in shown
    assert "Whitlock" not in shown
    wrong = page.post(at("erase_customer", "c1"), {"reason": "Asked for.", "confirm": "c2"})
    assert wrong.status_code == 422
    assert "This is not c1" in wrong.content.decode()
    assert not Erasure.objects.exists()
    done = page.post(
        at("erase_customer", "c1"), {"reason": "Asked for.", "confirm": "c1"}, follow=True
    )
    assert done.status_code == 200
    assert "Asked for." in done.content.decode()
    again = page.post(at("erase_customer", "c1"), {"reason": "Asked for.", "confirm": "c1"})
    assert again.status_code == 409
    assert "erased already" in again.content.decode()
    assert "erased on" in page.get(at("customer", "c1")).content.decode()
    ticket = Ticket.objects.get(customer__code="c1")
    assert "Its texts were erased on" in page.get(at("ticket", ticket.pk)).content.decode()


def test_a_ticket_of_an_unknown_sender_is_erased_alone(page, drafted, customer):
    ticket = drafted().ticket
    done = page.post(
        at("erase_ticket", ticket.pk), {"reason": "Asked for.", "confirm": str(ticket.pk)}
    )
    assert done.status_code == 302
    assert "Nothing is left to erase" in page.get(at("ticket", ticket.pk)).content.decode()
    known = Ticket.objects.get(customer=customer)
    assert "erase the customer" in page.get(at("ticket", known.pk)).content.decode()


def test_a_hold_is_placed_shown_and_released(page, customer):
    given = {"customer": "c1", "matter": "Case 24-118", "reason": "Counsel asked."}
    assert page.post(at("holds"), given).status_code == 302
    hold = LegalHold.objects.get()
    kept = page.get(at("customer", "c1")).content.decode()
    assert "Kept by 1 legal hold" in kept
    refused = page.post(at("erase_customer", "c1"), {"reason": "Asked for.", "confirm": "c1"})
    assert refused.status_code == 409
    assert "Case 24-118" in refused.content.decode()
    assert page.post(at("release", hold.pk), {"reason": ""}).status_code == 422
    assert page.post(at("release", hold.pk), {"reason": "Closed."}).status_code == 302
    assert page.post(at("release", hold.pk), {"reason": "Closed."}).status_code == 409
    listed = page.get(at("holds")).content.decode()
    assert "Closed." in listed


@pytest.mark.parametrize(
    "given",
    [
        {},
        {"customer": "nobody"},
        {"ticket": "x"},
        {"location": "nowhere"},
        {"customer": "c1", "location": "ald-boston"},
        {"since": "2026-02-02", "until": "2026-02-01"},
    ],
)
def test_a_hold_on_nothing_that_there_is_is_refused(page, customer, given):
    answer = page.post(at("holds"), {"matter": "Case", "reason": "Counsel asked.", **given})
    assert answer.status_code == 422
    assert not LegalHold.objects.exists()


def test_auditors_read_and_cannot_act(reading, customer):
    for name, args in (("find", ()), ("customer", ("c1",)), ("holds", ()), ("retention", ())):
        answer = reading.get(at(name, *args))
        assert answer.status_code == 200
        assert b'method="post" action="/privacy' not in answer.content
    assert reading.post(at("holds"), {}).status_code == 403
    given = {"reason": "Asked for.", "confirm": "c1"}
    assert reading.post(at("erase_customer", "c1"), given).status_code == 403
    assert not Erasure.objects.exists()


def test_the_page_of_retention_shows_what_is_due_held_and_done(page, customer, drafted, operator):
    RetentionRule.objects.create(days=1)
    alone = drafted().ticket
    age(alone, 30)
    age(Ticket.objects.get(customer=customer), 30)
    place(scope=Scope(ticket=alone), matter="Case", reason="Counsel.", actor=operator)
    shown = page.get(at("retention")).content.decode()
    assert "0 due, 1 kept by a legal hold" in shown
    assert "1 due, 0 kept by a legal hold" in shown
    run(at=RetentionRun._meta.get_field("started_at").to_python("2026-11-22T00:00:00+00:00"))
    assert "Customers erased" in page.get(at("retention")).content.decode()
    assert Erasure.objects.get().customer == customer


# --- The rest of the console, and the API ---------------------------------------------------------


@pytest.fixture
def erased(drafted, held, operator):
    """A visible and a held draft, whose texts are erased."""
    visible = drafted()
    for draft in (visible, held):
        erase_ticket(ticket=draft.ticket, order=Order(operator, "Asked for."))
    keyring.forget()
    return visible, held


def test_the_api_shows_that_drafts_were_erased(erased, api, agent):
    visible, _ = erased
    caller = api(agent)
    pulled = caller.get(f"/api/v1/drafts/{visible.pk}/")
    assert pulled.status_code == 200
    assert (pulled.json()["status"], pulled.json().get("text")) == ("erased", None)
    sent = caller.post(f"/api/v1/drafts/{visible.pk}/send/", {"text": "Hello."}, format="json")
    assert sent.status_code == 409
    assert "erased on" in sent.json()["error"]["message"]
    ticket = caller.get(f"/api/v1/tickets/{visible.ticket_id}/")
    assert ticket.status_code in {200, 410}
    assert b"boots" not in ticket.content
    assert caller.get("/api/v1/drafts/?status=erased").status_code == 200


def test_pages_about_erased_drafts_say_so(erased, page, reviewer):
    visible, held = erased
    client = Client()
    client.force_login(reviewer)
    item = client.get(reverse("review:item", args=[held.review.pk]))
    assert item.status_code in {200, 410}
    assert "rased" in item.content.decode()
    for address in (
        reverse("payload", args=[visible.pk]),
        reverse("admin:drafting_draft_change", args=[visible.pk]),
        reverse("admin:drafting_ticket_change", args=[visible.ticket_id]),
        reverse("admin:compliance_gatedecision_change", args=[visible.decision_id]),
        reverse("replay", args=[visible.decision_id]),
    ):
        answer = page.get(address)
        assert answer.status_code in {200, 410}, address
        assert "rased" in answer.content.decode(), address


def test_a_customer_is_erased_over_the_api(customer, api, operator, agent):
    address = "/api/v1/customers/c1/"
    assert api(agent).delete(f"{address}?reason=Asked").status_code == 403
    caller = api(operator)
    assert caller.delete(address).status_code == 400
    hold = place(scope=Scope(customer=customer), matter="Case 9", reason="Why.", actor=operator)
    kept = caller.delete(f"{address}?reason=Asked")
    assert (kept.status_code, kept.json()["error"]["code"]) == (409, "held")
    assert f"Case 9 (hold {hold.pk})" in kept.json()["error"]["message"]
    LegalHold.objects.filter(pk=hold.pk).update(
        released_at=NOW, released_by=operator, release_reason="Closed."
    )
    done = caller.delete(f"{address}?reason=Asked").json()
    assert (done["already"], done["counts"]["tickets"]) == (False, 1)
    again = caller.delete(f"{address}?reason=Asked").json()
    assert (again["already"], again["erasure"]) == (True, done["erasure"])
    assert caller.delete("/api/v1/customers/c9/?reason=Asked").status_code == 404
    blank = caller.get(address).json()
    assert blank["name"] == ""


def test_an_erased_customer_can_be_fed_again(customer, api, operator):
    erase_customer(customer=customer, order=Order(operator, "Asked for."))
    fed = api(operator).put("/api/v1/customers/c1/", {"name": "Dana W."}, format="json")
    assert fed.status_code == 200
    assert Customer.objects.get().name == "Dana W."


def test_retention_goes_through_a_bundle_and_back(boston, tmp_path):
    text = "version: 1\nretention:\n- channel: chat\n  days: 5\n- days: 730\n  record_days: 900\n"
    path = tmp_path / "bundle.yaml"
    path.write_text(text + "channel_restrictions:\n  chat: {max_chars: 900}\n")
    rows = read_bundle(path)
    assert [row.scope for row in rows.retention] == ["chat", "everything"]
    assert document(rows)["retention"] == [
        {"channel": "chat", "days": 5},
        {"days": 730, "record_days": 900},
    ]


# --- Past an erasure ------------------------------------------------------------------------------


def test_a_customer_is_not_deleted_in_the_admin(boston, page):
    row = Customer.objects.create(code="c2", name="Ida Kestrel")
    address = reverse("admin:drafting_customer_delete", args=[row.pk])
    answer = page.post(address, {"post": "yes", "change_reason": "Tidying."}, follow=True)
    assert "Customers are erased and not deleted" in answer.content.decode()
    assert Customer.objects.filter(code="c2").exists()


def test_no_import_deletes_customers(boston):
    Customer.objects.create(code="c2", name="Ida Kestrel")
    plan = plan_import(BundleRows(), stored_rows(), prune=True)
    assert Customer not in {type(row) for row in plan.deleted}
    assert Brand in {type(row) for row in plan.deleted}


def test_an_erased_customer_goes_through_a_bundle_and_back(customer, operator, tmp_path):
    erase_customer(customer=customer, order=Order(operator, "Asked for."))
    path = tmp_path / "bundle.yaml"
    path.write_text(yaml.safe_dump({"customers": document(stored_rows())["customers"]}))
    [row] = read_bundle(path).customers
    assert (row.code, row.name, row.orders) == ("c1", "", [])
