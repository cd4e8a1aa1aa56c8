"""Customers from a CRM over real HTTP: what is good is stored, all else leaves the ticket whole."""

import json
import threading
import time
from contextlib import suppress
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import pytest
from django.core.exceptions import ValidationError
from django.db import connection

from drafting.crm.mapping import MappingError, RecordError, check_mapping, read_record
from drafting.intake import TicketRefused
from drafting.models import CrmConnection, Customer, Ticket
from locations import changes

RECORD = {
    "profile": {"full_name": "Dana Whitlock", "address": {"region": "MA"}},
    "loyalty": {"tier": "gold", "points": 1300},
    "consents": {"marketing_sms": True},
    "purchases": [
        {"number": 77, "item": "tent", "total": "329.50", "date": "2026-10-30T23:10:00Z"},
    ],
    "contacts": ["paid with 4111 1111 1111 1111"],
}
FIELDS = {
    "name": "profile.full_name",
    "state": "profile.address.region",
    "orders": "purchases",
    "order.id": "number",
}


class Server:
    """A CRM that behaves as it is told and remembers what it was asked."""

    def __init__(self):
        self.asked = []
        self.behave = lambda handler: send(handler, RECORD)
        self.stop = threading.Event()
        crm = self

        class Handler(BaseHTTPRequestHandler):
            def do_GET(self):
                crm.asked.append((self.path, self.headers.get("Authorization")))
                with suppress(OSError):
                    crm.behave(self)

            def log_message(self, *args):
                pass

        self.http = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        self.http.daemon_threads = True
        self.url = f"http://127.0.0.1:{self.http.server_port}/v2/customers/{{customer}}"
        self.thread = threading.Thread(target=self.http.serve_forever, args=(0.05,), daemon=True)
        self.thread.start()

    def close(self):
        self.stop.set()
        self.http.shutdown()
        self.http.server_close()
        self.thread.join()


def send(handler, value, *, status=200, kind="application/json", **headers):
    body = value if isinstance(value, bytes) else json.dumps(value).encode()
    handler.send_response(status)
    handler.send_header("Content-Type", kind)
    handler.send_header("Content-Length", str(len(body)))
    for name, content in headers.items():
        handler.send_header(name, content)
    handler.end_headers()
    handler.wfile.write(body)


@pytest.fixture
def crm(world, settings):
    server = Server()
    settings.DRAFTGATE_CRM_TOKEN = "crm-secret"
    changes.save(
        row=CrmConnection(code="main", url=server.url, fields=FIELDS, timeout_seconds=1),
        actor=None,
        reason="test",
    )
    yield server
    server.close()


def snapshot():
    return Ticket.objects.get().customer_snapshot


def test_the_record_is_read_when_a_ticket_arrives(crm, deliver):
    deliver(customer_code="c-9")
    assert crm.asked == [("/v2/customers/c-9", "Bearer crm-secret")]
    stored = Customer.objects.get(code="c-9")
    assert (stored.name, stored.state, stored.loyalty["points"]) == (
        "Dana Whitlock",
        "US-MA",
        1300,
    )
    assert stored.contacts == ["paid with [card number removed, ends in 1111]"]
    assert snapshot()["orders"][0] | {} == {
        "id": "77",
        "location": "",
        "item": "tent",
        "total": "329.50",
        "on": "2026-10-30",
        "status": "",
        "channel": "",
        "details": [],
    }
    assert snapshot()["unavailable"] == ""


def test_a_repeated_ticket_asks_no_more_and_the_same_record_is_no_new_version(crm, deliver):
    deliver(customer_code="c-9")
    deliver(customer_code="c-9")
    assert len(crm.asked) == 1
    deliver(customer_code="c-9", external_id="T-2")
    assert len(crm.asked) == 2
    assert Customer.objects.get(code="c-9").version == 1


@pytest.mark.django_db(transaction=True)
def test_two_first_tickets_of_a_customer_at_once_both_get_the_record(crm, deliver):
    both = threading.Barrier(2, timeout=10)

    def answer_both(handler):
        with suppress(threading.BrokenBarrierError):
            both.wait()
        send(handler, RECORD)

    crm.behave = answer_both
    told = [
        threading.Thread(target=lambda code=code: _deliver_apart(deliver, code))
        for code in ("T-1", "T-2")
    ]
    for thread in told:
        thread.start()
    for thread in told:
        thread.join(20)
    assert len(crm.asked) == 2
    assert Customer.objects.get(code="c-9").version == 1
    snapshots = [ticket.customer_snapshot for ticket in Ticket.objects.all()]
    assert [(each["points"], each["unavailable"]) for each in snapshots] == [(1300, "")] * 2


def _deliver_apart(deliver, external_id):
    """Deliver on a connection of its own."""
    try:
        deliver(customer_code="c-9", external_id=external_id)
    finally:
        connection.close()


def test_an_older_snapshot_keeps_what_was_known(crm, deliver):
    deliver(customer_code="c-9")
    crm.behave = lambda handler: send(handler, RECORD | {"loyalty": {"points": 5}})
    deliver(customer_code="c-9", external_id="T-2")
    old, new = Ticket.objects.order_by("external_id")
    assert (old.customer_snapshot["points"], new.customer_snapshot["points"]) == (1300, 5)


def test_a_customer_that_nobody_knows_is_refused(crm, deliver):
    crm.behave = lambda handler: send(handler, {}, status=404)
    with pytest.raises(TicketRefused, match="no customer “c-9”"):
        deliver(customer_code="c-9")
    assert not Ticket.objects.exists()


def hang(handler):
    """Keep the connection open and say nothing."""
    time.sleep(3)


def drip(handler):
    handler.send_response(200)
    handler.send_header("Content-Type", "application/json")
    handler.end_headers()
    for _ in range(40):
        handler.wfile.write(b" ")
        handler.wfile.flush()
        time.sleep(0.1)


@pytest.mark.parametrize(
    ("behave", "why"),
    [
        (lambda h: send(h, b"<html>Sign in</html>", kind="text/html"), "text/html instead of JSON"),
        (lambda h: send(h, b"<html>Sign in</html>"), "said that its answer is JSON, but it is not"),
        (lambda h: send(h, [], status=500), "answered 500"),
        (lambda h: send(h, {}, status=302, Location="http://127.0.0.1:1/"), "redirects"),
        (lambda h: send(h, []), "no JSON object"),
        (lambda h: send(h, {"error": "too many requests"}), "no part of a record"),
        (lambda h: send(h, RECORD | {"purchases": "none"}), "orders is no list"),
        (lambda h: send(h, RECORD | {"profile": {"address": {"region": "Mass."}}}), "no state"),
        (lambda h: send(h, b" " * 2_000_000), "too large"),
        (hang, "within 1 seconds"),
        (drip, "within 1 seconds"),
    ],
)
def test_a_failing_crm_leaves_a_degraded_snapshot(crm, deliver, behave, why):
    crm.behave = behave
    started = time.monotonic()
    deliver(customer_code="c1")
    assert time.monotonic() - started < 3
    assert why in snapshot()["unavailable"]
    # What is stored already is still told, as it stands.
    assert (snapshot()["code"], snapshot()["points"]) == ("c1", 1250)


def test_a_failing_crm_makes_an_unknown_customer_an_unknown_sender(crm, deliver):
    crm.behave = lambda handler: send(handler, {}, status=503)
    deliver(customer_code="c-9")
    assert snapshot()["code"] is None
    assert "answered 503" in snapshot()["unavailable"]
    assert not Customer.objects.filter(code="c-9").exists()


def test_a_crm_that_is_gone_is_no_reason_to_lose_a_ticket(crm, deliver):
    crm.close()
    deliver(customer_code="c1")
    assert "could not be reached" in snapshot()["unavailable"]


@pytest.mark.parametrize(
    ("changed", "field", "hint"),
    [
        ({"url": "http://crm.example.com/{customer}"}, "url", "https://"),
        ({"url": "https://crm.example.com/"}, "url", "once"),
        ({"url": "https://{customer}.example.com/"}, "url", "not into the host"),
        ({"url": "https://me:secret@crm.example.com/{customer}"}, "url", "token"),
        ({"fields": {"nickname": "name"}}, "fields", "no part"),
        ({"fields": {"name": "$.name"}}, "fields", "path"),
        ({"fields": []}, "fields", "object"),
        ({"timeout_seconds": 0}, "timeout_seconds", "1"),
    ],
)
def test_a_connection_that_cannot_work_is_refused_at_its_field(db, changed, field, hint):
    given = {"code": "main", "url": "https://crm.example.com/{customer}"} | changed
    with pytest.raises(ValidationError) as refused:
        changes.save(row=CrmConnection(**given), actor=None, reason="test")
    assert hint in " ".join(refused.value.message_dict[field])


def test_one_connection_is_in_use_at_most(crm):
    with pytest.raises(ValidationError, match="switch that one off first"):
        changes.save(
            row=CrmConnection(code="other", url="https://crm.example.com/{customer}"),
            actor=None,
            reason="test",
        )


def test_a_mapping_is_checked_and_paths_lead_through_lists():
    assert check_mapping(FIELDS) == FIELDS
    with pytest.raises(MappingError):
        check_mapping({"order.total": 3})
    found = read_record({"names": [{"v": "Ann"}]}, {"name": "names.0.v"})
    assert (found.name, found.state, found.loyalty, found.orders) == ("Ann", "", None, [])


@pytest.mark.parametrize(
    "order",
    [
        {"number": 1},
        {"date": "2026-10-30"},
        {"number": 1, "date": "30.10.2026"},
        {"number": 1, "date": "2026-10-30", "total": "a lot"},
        {"number": 1, "date": "2026-10-30", "total": float("nan")},
        {"number": True, "date": "2026-10-30"},
        {"number": 1, "date": "2026-10-30", "details": ["balance"]},
        {"number": 1, "date": "2026-10-30", "details": {"balance": {"usd": 5}}},
        {"number": 1, "date": "2026-10-30", "details": {"balance": float("inf")}},
        {"number": 1, "date": "2026-10-30", "item": "x" * 501},
        "F-1",
    ],
)
def test_an_order_is_read_whole_or_not_at_all(order):
    with pytest.raises(RecordError, match=r"orders\.0"):
        read_record({"orders": [order]}, {"order.id": "number"})


def test_how_an_order_was_bought_and_its_details_are_read():
    order = {"id": 1, "date": "2026-10-30", "via": "web", "details": {"balance": 4.5, "used": True}}
    (read,) = read_record({"orders": [order]}, {"order.channel": "via"}).orders
    assert (read["channel"], read["details"]) == ("web", {"balance": 4.5, "used": True})
