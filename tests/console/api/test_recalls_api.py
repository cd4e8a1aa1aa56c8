"""Affected drafts and recalls over the API: counts, pages, refusals in the one shape."""

import uuid

import pytest

from compliance.models import ComplianceRule
from drafting import sending
from locations import changes

RULE = {"condition": "rule:R1:1"}
WHY = {"reason": "R1 lets too much through"}


@pytest.fixture(autouse=True)
def time_enough(settings):
    # A busy machine must not turn a decision into one that the gate had no time for.
    settings.DRAFTGATE_GATE_TIMEOUT_MS = 60_000


def post(client, status, **body):
    answer = client.post("/api/v1/recalls/", RULE | WHY | body, format="json")
    assert answer.status_code == status, answer.content
    return answer.json()


def test_the_list_has_counts_and_pages(drafted, held, api, reviewer, agent):
    one, two = drafted(), drafted()
    sending.send(draft=two, actor=agent, text=two.shown_text)
    client = api(reviewer)
    told = client.get("/api/v1/affected/", RULE | {"page_size": 2}).json()
    assert (told["condition"], told["count"], len(told["results"])) == ("rule:R1:1", 3, 2)
    assert told["counts"] == {
        "generated": 3,
        "later": 0,
        "shown": 1,
        "visible": 1,
        "scheduled": 0,
        "held": 1,
        "sent": 1,
        "recalled": 0,
    }
    assert two.shown_text not in str(told)
    rest = client.get(told["next"]).json()
    listed = {each["draft"] for each in (*told["results"], *rest["results"])}
    assert listed == {str(each.pk) for each in (one, two, held)}
    sent = client.get("/api/v1/affected/", RULE | {"became": "sent"}).json()
    assert [each["agent"] for each in sent["results"]] == ["agnes"]


@pytest.mark.parametrize(
    "wrong",
    [
        {"condition": ""},
        {"condition": "R1"},
        {"condition": "rule:\x00"},
        {"since": "yesterday"},
        {"became": "lost"},
        {"since": "2026-11-02T00:00Z", "until": "2026-11-01T00:00Z"},
    ],
)
def test_what_makes_no_sense_is_refused_by_field(api, reviewer, wrong):
    answer = api(reviewer).get("/api/v1/affected/", RULE | wrong)
    assert answer.status_code == 400
    assert answer.json()["error"]["code"] == "invalid"
    assert set(answer.json()["error"]["fields"]) <= {"condition", "since", "until", "became"}
    if "became" not in wrong:
        refused = api(reviewer).post("/api/v1/recalls/", RULE | WHY | wrong, format="json")
        assert refused.status_code == 400
        assert refused.json()["error"]["fields"]


def test_a_recall_says_what_came_of_each_draft(drafted, held, api, operator):
    one = drafted()
    told = post(api(operator), 201, drafts=[str(one.pk), str(held.pk)])
    assert told["finished"] is True
    assert told["outcomes"] == {"recalled": 1, "held": 1}
    assert {(each["draft"], each["outcome"]) for each in told["results"]} == {
        (str(one.pk), "recalled"),
        (str(held.pk), "held"),
    }
    assert (told["ordered_by"], told["reason"]) == ("olaf", WHY["reason"])
    again = api(operator).get(f"/api/v1/recalls/{told['id']}/").json()
    assert again == told
    one.refresh_from_db()
    assert one.status == "held"


def test_an_id_makes_a_request_safe_to_repeat(drafted, api, operator):
    drafted()
    key = str(uuid.uuid4())
    first = post(api(operator), 201, id=key)
    assert post(api(operator), 200, id=key) == first
    other = post(api(operator), 409, id=key, reason="Another one")
    assert other["error"]["code"] == "conflict"


def test_nothing_left_to_recall_is_a_conflict(drafted, api, operator):
    drafted()
    post(api(operator), 201)
    assert post(api(operator), 409)["error"]["code"] == "conflict"


@pytest.mark.parametrize(
    "wrong",
    [
        {"reason": ""},
        {"reason": "4111 1111 1111 1111"},
        {"drafts": []},
        {"drafts": ["x"]},
        {"id": "x"},
        {"colour": "blue"},
    ],
)
def test_a_bad_order_takes_nothing_back(drafted, api, operator, wrong):
    draft = drafted()
    assert set(post(api(operator), 400, **wrong)["error"]["fields"]) <= {*wrong, "drafts.0"}
    draft.refresh_from_db()
    assert draft.status == "visible"


def test_everybody_recalls_and_reads_within_their_roster(
    drafted, api, reviewer, other_reviewer, agent, auditor
):
    draft = drafted()
    for nobody in (agent, auditor):
        post(api(nobody), 403)
    post(api(other_reviewer), 409, drafts=[str(draft.pk)])
    told = post(api(reviewer), 201)
    assert told["outcomes"] == {"recalled": 1}
    where = f"/api/v1/recalls/{told['id']}/"
    assert api(auditor).get(where).json()["outcomes"] == {"recalled": 1}
    assert api(other_reviewer).get(where).status_code == 404


def test_an_earlier_version_is_found_and_every_version_too(drafted, api, operator):
    drafted()
    rule = ComplianceRule.objects.get(code="R1")
    changes.save(row=rule, actor=None, reason="Again", seen_version=1)
    drafted()
    for condition, count in (("rule:R1:1", 1), ("rule:R1:2", 1), ("rule:R1", 2)):
        told = api(operator).get("/api/v1/affected/", {"condition": condition}).json()
        assert told["counts"]["generated"] == count
