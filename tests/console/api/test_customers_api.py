"""Customer records over the API: whole, checked, with a history, and never into old snapshots."""

import pytest

from drafting.context.customers import customer_facts
from drafting.models import Customer, Ticket

URL = "/api/v1/customers/c-7/"
RECORD = {
    "name": "Dana Whitlock",
    "state": "US-MA",
    "loyalty": {"tier": "gold", "points": 1250},
    "orders": [
        {
            "id": "F-1",
            "date": "2026-10-25",
            "brand": "alder",
            "location": "ald-boston",
            "item": "rain shell",
            "total": 149.0,
            "status": "purchased",
        }
    ],
    "contacts": ["asked about a tent"],
    "consents": {"marketing_sms": False},
}


def test_a_record_is_stored_read_back_and_only_changed_by_a_change(api, operator):
    client = api(operator)
    assert client.put(URL, RECORD).status_code == 201
    assert client.get(URL).data == RECORD
    assert client.put(URL, RECORD).status_code == 200
    stored = Customer.objects.get(code="c-7")
    assert (stored.version, stored.history.count()) == (1, 1)
    assert client.put(URL, RECORD | {"state": "US-NY"}).status_code == 200
    stored.refresh_from_db()
    assert (stored.version, stored.history.first().history_user) == (2, operator)


def test_what_is_left_out_is_unknown_again(api, operator):
    client = api(operator)
    client.put(URL, RECORD)
    assert client.put(URL, {"name": "Dana Whitlock"}).data["orders"] == []


def test_an_order_may_bring_how_it_was_bought_and_further_details(api, operator):
    client = api(operator)
    details = {"balance": 4.5, "issued_on": "2022-12-10", "paid with": "4111 1111 1111 1111"}
    order = RECORD["orders"][0] | {"channel": "online", "details": details}
    assert client.put(URL, RECORD | {"orders": [order]}).status_code == 201
    (stored,) = Customer.objects.get(code="c-7").orders
    assert stored["channel"] == "online"
    assert stored["details"]["paid with"] == "[card number removed, ends in 1111]"
    facts = customer_facts(Customer.objects.get(code="c-7")).orders[0]
    assert dict(facts.details)["balance"] == 4.5
    wrong = order | {"details": {"balance": [1]}}
    answer = client.put(URL, RECORD | {"orders": [wrong]})
    assert answer.status_code == 400
    assert "balance: write a number" in str(answer.data)


def test_numbers_of_cards_in_contacts_are_masked(api, operator):
    client = api(operator)
    told = RECORD | {"contacts": ["paid with 4111 1111 1111 1111"]}
    assert client.put(URL, told).data["contacts"] == [
        "paid with [card number removed, ends in 1111]"
    ]
    client.put(URL, told)
    assert Customer.objects.get(code="c-7").version == 1


def test_a_snapshot_keeps_the_customer_of_its_arrival(api, agent, operator, boston):
    api(operator).put(URL, RECORD)
    ticket = {
        "source": "helpdesk",
        "external_id": "1",
        "location": "ald-boston",
        "channel": "email",
        "customer": "c-7",
        "messages": [{"text": "Where is my order?"}],
    }
    assert api(agent).post("/api/v1/tickets/", ticket).status_code == 201
    api(operator).put(URL, RECORD | {"state": "US-NY", "consents": {}})
    snapshot = Ticket.objects.get().customer_snapshot
    assert (snapshot["state"], snapshot["consents"]) == ("US-MA", [["marketing_sms", False]])


@pytest.mark.parametrize(
    ("changed", "field", "hint"),
    [
        ({"name": ""}, "name", "blank"),
        ({"state": "Massachusetts"}, "state", "6 characters"),
        ({"state": "MA"}, "state", "US-MA"),
        ({"orders": [{"id": "1", "date": "yesterday"}]}, "orders.0.date", "Date"),
        ({"orders": [{"date": "2026-10-25"}]}, "orders.0.id", "required"),
        ({"orders": [{"id": "1", "date": "2026-10-25"}] * 201}, "orders", "200"),
        ({"consents": {"sms": "perhaps"}}, "consents.sms", "boolean"),
        ({"points": 3}, "points", "no such field"),
    ],
)
def test_bad_input_names_its_field_and_stores_nothing(api, operator, changed, field, hint):
    answer = api(operator).put(URL, RECORD | changed)
    assert answer.status_code == 400
    assert hint in " ".join(answer.json()["error"]["fields"][field])
    assert not Customer.objects.exists()


def test_a_code_that_is_none_is_refused(api, operator):
    answer = api(operator).put("/api/v1/customers/%20x/", RECORD)
    assert answer.status_code == 400
    assert "code" in answer.json()["error"]["fields"]
