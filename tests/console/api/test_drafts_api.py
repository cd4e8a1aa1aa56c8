"""Drafts over the API: gated at every pull and every send, and nothing of a held one."""

import json

import pytest

from drafting.models import Draft, SentReply
from locations.models import PolicyValue

from django.core.management import call_command  # isort: skip


def _without_text_of(answer, text):
    """No five words in a row of the held text anywhere in the answer."""
    shown = json.dumps(answer.json(), ensure_ascii=False)
    words = text.split()
    return not any(" ".join(words[at : at + 4]) in shown for at in range(len(words) - 3))


def test_a_clean_draft_is_pulled_and_sent(api, agent, drafted):
    draft = drafted()
    client = api(agent)
    pulled = client.get(f"/api/v1/drafts/{draft.pk}/")
    assert pulled.status_code == 200
    assert pulled.data["status"] == "visible"
    assert "14 days" in pulled.data["text"]
    sent = client.post(f"/api/v1/drafts/{draft.pk}/send/", {"text": pulled.data["text"]})
    assert sent.status_code == 200
    assert sent.data["status"] == "sent"
    assert sent.data["edited"] is False
    assert SentReply.objects.get().agent == agent


def test_a_held_draft_shows_nothing_of_its_text(api, agent, held):
    client = api(agent)
    text = Draft.objects.get(pk=held.pk).candidate_text
    answers = [
        client.get(f"/api/v1/drafts/{held.pk}/"),
        client.get("/api/v1/drafts/?status=held"),
        client.get(f"/api/v1/tickets/{held.ticket_id}/"),
        client.post(f"/api/v1/drafts/{held.pk}/send/", {"text": "Hello."}),
    ]
    assert [answer.status_code for answer in answers] == [200, 200, 200, 409]
    assert answers[0].data["text"] is None
    assert answers[0].data["status"] == "held"
    assert "Held for review" in answers[0].data["message"]
    for answer in answers:
        assert _without_text_of(answer, text), answer.json()
        assert "sold as is" not in answer.content.decode()


def test_a_draft_that_no_longer_holds_is_taken_back_at_the_pull(api, agent, drafted, boston):
    draft = drafted()
    value = PolicyValue.objects.get(location=boston)
    value.value = 7
    value.save()
    answer = api(agent).get(f"/api/v1/drafts/{draft.pk}/")
    assert answer.data["status"] == "held"
    assert answer.data["text"] is None
    assert "14 days" not in answer.content.decode()


def test_a_wrong_text_is_not_sent_and_the_agent_reads_why(api, agent, drafted):
    draft = drafted()
    text = "You can return the boots within 90 days of your purchase."
    answer = api(agent).post(f"/api/v1/drafts/{draft.pk}/send/", {"text": text})
    assert answer.status_code == 422
    error = answer.json()["error"]
    assert error["code"] == "not_sent"
    assert any("90 days" in finding["message"] for finding in error["findings"])
    start, end = error["findings"][0]["start"], error["findings"][0]["end"]
    assert "90" in text[start:end]
    assert not SentReply.objects.exists()


@pytest.mark.parametrize(
    "body", [{}, {"text": ""}, {"text": "  "}, {"text": ["x"]}, {"text": None}]
)
def test_a_send_without_a_text(api, agent, drafted, body):
    draft = drafted()
    answer = api(agent).post(f"/api/v1/drafts/{draft.pk}/send/", body)
    assert answer.status_code == 400
    assert "text" in answer.json()["error"]["fields"]


def test_filters_and_pages(api, agent, drafted):
    drafts = [drafted() for _ in range(3)]
    client = api(agent)
    assert client.get("/api/v1/drafts/").data["count"] == 3
    one = client.get(f"/api/v1/drafts/?ticket={drafts[0].ticket_id}").data["results"]
    assert [row["id"] for row in one] == [str(drafts[0].pk)]
    assert client.get("/api/v1/drafts/?location=ald-denver").data["count"] == 0
    assert client.get("/api/v1/drafts/?status=sent").data["count"] == 0
    page = client.get("/api/v1/drafts/?page_size=2").data
    assert len(page["results"]) == 2
    assert page["next"]
    for wrong in ("status=open", "ticket=7"):
        assert client.get(f"/api/v1/drafts/?{wrong}").status_code == 400
    assert client.get("/api/v1/drafts/?location=a%00b").status_code == 200
    assert client.get("/api/v1/drafts/?page=99").status_code == 404


def test_agents_see_their_roster_only(api, agent, outsider, drafted):
    draft = drafted()
    client = api(outsider)
    assert client.get("/api/v1/drafts/").data["count"] == 0
    assert client.get(f"/api/v1/drafts/{draft.pk}/").status_code == 404
    sent = client.post(f"/api/v1/drafts/{draft.pk}/send/", {"text": "Hello."})
    assert sent.status_code == 404
    codes = [row["code"] for row in client.get("/api/v1/locations/").data["results"]]
    assert codes == ["ald-denver"]


def test_the_schema_is_sound(tmp_path):
    call_command("spectacular", validate=True, fail_on_warn=True, file=str(tmp_path / "schema.yml"))
    schema = (tmp_path / "schema.yml").read_text(encoding="utf-8")
    for path in ("/api/v1/tickets/", "/api/v1/drafts/{draft_id}/send/"):
        assert path in schema
