"""Tickets over the API: once each, with refusals at the fields."""

import pytest
from django.db import OperationalError
from django.utils import timezone

from console.models import ApiToken, issue
from drafting.models import DraftJob, Ticket

URL = "/api/v1/tickets/"


def _ticket(**changed):
    return {
        "source": "helpdesk",
        "external_id": "1001",
        "location": "ald-boston",
        "channel": "email",
        "messages": [{"text": "Are you open on Thanksgiving?"}],
    } | changed


def test_a_ticket_arrives_once(api, agent):
    client = api(agent)
    first = client.post(URL, _ticket())
    assert first.status_code == 201
    assert first.data["messages"][0]["text"] == "Are you open on Thanksgiving?"
    again = client.post(URL, _ticket())
    assert again.status_code == 200
    assert again.data["id"] == first.data["id"]
    assert Ticket.objects.count() == DraftJob.objects.count() == 1


def test_a_new_message_of_a_known_conversation_is_appended(api, agent):
    client = api(agent)
    client.post(URL, _ticket())
    messages = [*_ticket()["messages"], {"text": "And the day after?"}]
    answer = client.post(URL, _ticket(messages=messages))
    assert answer.status_code == 200
    assert [message["text"] for message in answer.data["messages"]][-1] == "And the day after?"


def test_card_numbers_are_masked_before_they_are_stored(api, agent):
    answer = api(agent).post(URL, _ticket(messages=[{"text": "My card is 4111 1111 1111 1111."}]))
    assert "4111 1111 1111" not in answer.content.decode()
    assert "4111 1111 1111" not in Ticket.objects.get().messages.get().text


@pytest.mark.parametrize(
    ("changed", "field", "hint"),
    [
        ({"location": "nowhere"}, "location", "no location"),
        ({"location": "ald-denver"}, "location", "on your roster"),
        ({"channel": "fax"}, "channel", "known are"),
        ({"customer": "nobody"}, "customer", "unknown sender"),
        ({"customer_state": "Massachusetts"}, "customer_state", "US-MA"),
        ({"customer_state": "US-QQ"}, "customer_state", "existing state"),
        ({"custmer_state": "US-MA"}, "custmer_state", "no such field"),
        ({"messages": [{"text": "Hi", "body": "Hi"}]}, "messages.0.body", "no such field"),
        ({"messages": []}, "messages", "empty"),
        ({"messages": [{"text": "  "}]}, "messages.0.text", "empty"),
        ({"messages": [{"text": "a\x00b"}]}, "messages.0.text", ""),
        ({"messages": [{"text": "x" * 100_001}]}, "messages.0.text", "at most"),
        ({"messages": "hello"}, "messages", "list"),
        ({"arrived_at": "yesterday"}, "arrived_at", ""),
        ({"source": ""}, "source", ""),
    ],
)
def test_refusals_name_the_field_and_store_nothing(api, agent, changed, field, hint):
    answer = api(agent).post(URL, _ticket(**changed))
    assert answer.status_code == 400
    error = answer.json()["error"]
    assert error["code"] == "invalid"
    assert field in error["fields"], error
    assert hint in " ".join(error["fields"][field])
    assert not Ticket.objects.exists()


def test_a_body_that_is_no_json(api, agent):
    answer = api(agent).post(URL, "{nonsense", content_type="application/json")
    assert answer.status_code == 400
    assert answer.json()["error"]["code"] == "parse_error"


def test_a_list_where_an_object_belongs(api, agent):
    answer = api(agent).post(URL, [1, 2])
    assert answer.status_code == 400
    assert answer.json()["error"]["message"]


def test_operators_bring_tickets_in_for_every_location(api, operator):
    assert api(operator).post(URL, _ticket(location="ald-denver")).status_code == 201


# --- Tokens ---------------------------------------------------------------------------------------


def _with(client, token):
    client.credentials(HTTP_AUTHORIZATION=f"Bearer {token}")
    return client.get("/api/v1/locations/")


@pytest.mark.parametrize(
    "token", ["", "dg", "dg__", "dg_00000000_x", "x" * 5000, "dg_\x00_x", "dg_é_ü", "a b c"]
)
def test_a_bad_token_is_told_so(api, agent, token):
    answer = _with(api(), token)
    assert answer.status_code == 401
    assert "Bearer" in answer["WWW-Authenticate"]
    assert answer.json()["error"]["message"]


def test_half_a_token_opens_nothing(api, agent):
    _, token = issue(user=agent)
    assert _with(api(), token[:-1]).status_code == 401
    assert _with(api(), token).status_code == 200


def test_expired_revoked_and_switched_off(api, agent):
    stored, token = issue(user=agent)
    for change, words in (
        ({"expires_at": timezone.now()}, "expired"),
        ({"expires_at": None, "revoked_at": timezone.now()}, "revoked"),
    ):
        ApiToken.objects.filter(pk=stored.pk).update(**change)
        answer = _with(api(), token)
        assert answer.status_code == 401
        assert words in answer.json()["error"]["message"]
    ApiToken.objects.filter(pk=stored.pk).update(revoked_at=None)
    agent.is_active = False
    agent.save()
    answer = _with(api(), token)
    assert answer.status_code == 401
    assert "switched off" in answer.json()["error"]["message"]


def test_the_database_holds_no_usable_token(agent):
    stored, token = issue(user=agent, label="helpdesk")
    secret = token.rsplit("_", 1)[1]
    row = ApiToken.objects.filter(pk=stored.pk).values().get()
    assert secret not in str(row)
    assert token not in str(row)


def test_last_use_is_kept_without_a_write_per_request(api, agent, django_assert_max_num_queries):
    _, token = issue(user=agent)
    _with(api(), token)
    used = ApiToken.objects.get().last_used_at
    assert used is not None
    _with(api(), token)
    assert ApiToken.objects.get().last_used_at == used


def test_somebody_without_a_role_is_told_whom_to_ask(api, django_user_model, boston):
    answer = api(django_user_model.objects.create_user("nora")).get("/api/v1/locations/")
    assert answer.status_code == 403
    assert "ask an operator" in answer.json()["error"]["message"]


@pytest.mark.parametrize(
    ("url", "body", "status", "code"),
    [
        ("/api/v1/nowhere/", "{}", 404, "not_found"),
        ("/api/v1/drafts/123/", "{}", 404, "not_found"),
        (URL, "[" * 100_000, 400, "invalid"),
        (URL, '"' + "x" * 3_000_000 + '"', 413, "too_large"),
    ],
)
def test_refusals_before_a_call_is_read_have_the_same_shape(api, agent, url, body, status, code):
    answer = api(agent).generic("POST", url, body, content_type="application/json")
    assert answer.status_code == status
    assert answer.json()["error"]["code"] == code
    assert answer.json()["error"]["message"]


def test_a_database_that_is_away_is_said_so_that_a_helpdesk_tries_again(api, agent, monkeypatch):
    def away(*_, **__):
        raise OperationalError("connection refused")

    monkeypatch.setattr("console.api.tickets.receive", away)
    answer = api(agent).post(URL, _ticket())
    assert answer.status_code == 503
    assert answer.json()["error"]["code"] == "unavailable"
    assert "connection refused" not in answer.content.decode()
