"""Through a token a person acts, and the log says through which; a machine's token acts itself."""

from __future__ import annotations

from datetime import timedelta

from django.core.management import call_command
from django.test import Client
from django.utils import timezone
from rest_framework.test import APIClient

from compliance.audit.canonical import read_canonical
from compliance.models import AuditEvent
from console.models import ApiToken, issue, revoke
from drafting import scheduling


def told(*kinds):
    events = AuditEvent.objects.filter(type__in=kinds).order_by("pending__number")
    return [read_canonical(bytes(event.body)) for event in events]


def client_of(token):
    client = APIClient()
    client.credentials(HTTP_AUTHORIZATION=f"Bearer {token}")
    return client


def test_a_person_acts_through_a_token(drafted, agent):
    draft = drafted()
    stored, token = issue(user=agent, label="our <helpdesk>")
    client = client_of(token)
    text = client.get(f"/api/v1/drafts/{draft.pk}/").json()["text"]
    # What is done is told in the words of its time.
    ApiToken.objects.update(label="something else")
    assert client.post(f"/api/v1/drafts/{draft.pk}/send/", {"text": text}).status_code == 200
    person = {"kind": "agent", "id": "agnes", "name": "agnes"}
    by = {"kind": "token", "id": stored.name}
    assert [body["actor"] for body in told("draft.shown", "draft.sent")] == [
        {**person, "via": {**by, "name": "our <helpdesk>"}},
        {**person, "via": {**by, "name": "something else"}},
    ]
    assert token not in str(told("draft.shown", "draft.sent", "token.issued"))
    assert stored.digest not in str(told("token.issued"))


def test_a_machines_token_acts_for_its_account(drafted, agent):
    draft = drafted()
    stored, token = issue(user=agent, label="chat bot", machine=True)
    client_of(token).get(f"/api/v1/drafts/{draft.pk}/")
    (shown,) = told("draft.shown")
    assert shown["actor"] == {
        "kind": "token",
        "id": stored.name,
        "name": "chat bot",
        "account": {"kind": "agent", "id": "agnes", "name": "agnes"},
    }
    event = AuditEvent.objects.get(type="draft.shown")
    assert (event.actor_kind, event.actor) == ("token", stored.name)


def test_what_goes_out_later_names_what_was_scheduled(drafted, agent):
    draft = drafted()
    _, token = issue(user=agent)
    client = client_of(token)
    address = f"/api/v1/drafts/{draft.pk}/"
    text = client.get(address).json()["text"]
    later = timezone.now() + timedelta(hours=1)
    wish = {"text": text, "send_at": later.isoformat()}
    assert client.post(f"{address}send/", wish).status_code == 202
    assert client.delete(f"{address}send/").status_code == 200
    assert client.post(f"{address}send/", wish).status_code == 202
    assert scheduling.step(at=later + timedelta(seconds=1))
    first, taken_back, second, sent = told("draft.scheduled", "draft.unscheduled", "draft.sent")
    for body in (first, taken_back, second):
        assert body["actor"]["via"]["kind"] == "token"
    assert taken_back["details"]["reply"] == first["details"]["reply"]
    assert sent["details"]["scheduled"] == second["details"]["reply"]
    assert sent["actor"] == {"kind": "agent", "id": "agnes", "name": "agnes"}


def test_who_may_speak_through_a_token_is_told(operator, agent):
    staff = Client()
    staff.force_login(operator)
    said = {"user": agent.pk, "label": "our helpdesk", "machine": "on"}
    assert staff.post("/admin/console/apitoken/add/", said).status_code == 302
    token = ApiToken.objects.get()
    later = {"label": "the new helpdesk", "expires_at_0": "2027-01-01", "expires_at_1": "00:00"}
    page = f"/admin/console/apitoken/{token.pk}/change/"
    assert staff.post(page, later).status_code == 302
    chosen = {"action": "take_back", "_selected_action": [token.pk]}
    assert staff.post("/admin/console/apitoken/", chosen).status_code == 302
    assert staff.post("/admin/console/apitoken/", chosen).status_code == 302
    of_token = {"token": token.name, "machine": True, "account": "agnes"}
    new_year = "2027-01-01T00:00:00.000000Z"
    found = told("token.issued", "token.revoked")
    assert [(body["type"], body["details"]) for body in found] == [
        ("token.issued", {**of_token, "label": "our helpdesk", "expires": None}),
        ("token.issued", {**of_token, "label": "the new helpdesk", "expires": new_year}),
        ("token.revoked", {**of_token, "label": "the new helpdesk", "expires": new_year}),
    ]
    assert {(b["actor"]["kind"], b["actor"]["id"]) for b in found} == {("operator", "olaf")}


def test_a_token_of_the_command_line_is_told_as_the_systems(agent, capsys):
    call_command("create_token", "agnes", "--label", "night job", "--machine", "--days", "2")
    (body,) = told("token.issued")
    assert body["actor"]["kind"] == "system"
    assert body["details"]["machine"] is True
    revoke(token=ApiToken.objects.get())
    assert len(told("token.revoked")) == 1
