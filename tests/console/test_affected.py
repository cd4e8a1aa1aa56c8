"""From a rule, a policy, a voice, a prompt or a model to the drafts that were made under it."""

import csv
import json
import re
from dataclasses import asdict
from datetime import timedelta
from html import unescape
from urllib.parse import urlencode

import pytest
from django.test import Client
from django.utils import timezone

from compliance.models import ComplianceRule, ToneOverlay
from drafting import pulls, recalls, sending
from drafting.models import Draft, Recall, ReviewItem
from locations import changes
from locations.models import PolicyValue

RULE = {"kind": "rule", "name": "R1", "version": 1}


@pytest.fixture(autouse=True)
def time_enough(settings):
    # A busy machine must not turn a decision into one that the gate had no time for.
    settings.DRAFTGATE_GATE_TIMEOUT_MS = 60_000


@pytest.fixture
def ask(reviewer):
    def ask(path="/affected/", user=reviewer, status=200, **asked):
        client = Client()
        client.force_login(user)
        answer = client.get(f"{path}?{urlencode(asked)}")
        assert answer.status_code == status, answer.content
        return answer

    return ask


def ids(answer):
    return {draft.pk for draft, _ in answer.context["rows"]}


def test_a_rules_page_leads_to_its_drafts_with_what_became_of_them(drafted, held, ask, agent):
    visible, sent = drafted(), drafted()
    sending.send(draft=sent, actor=agent, text=sent.shown_text)
    assert "/affected/?kind=rule&amp;name=R1&amp;version=1" in ask("/rules/R1/").content.decode()
    answer = ask(**RULE)
    assert ids(answer) == {visible.pk, sent.pk, held.pk}
    counts = answer.context["counts"]
    assert asdict(counts) == {
        "generated": 3,
        "later": 0,
        "shown": 1,
        "visible": 1,
        "scheduled": 0,
        "held": 1,
        "sent": 1,
        "recalled": 0,
    }


def test_another_version_is_another_condition(drafted, ask):
    first = drafted()
    rule = ComplianceRule.objects.get(code="R1")
    rule.examples = ["sold as is"]
    changes.save(row=rule, actor=None, reason="Fewer", seen_version=1)
    second = drafted()
    assert ids(ask(**RULE)) == {first.pk}
    assert ids(ask(**RULE | {"version": 2})) == {second.pk}


def test_policies_and_voices_are_found_as_well(drafted, ask, operator):
    here, there = drafted(), drafted(location="ald-denver")
    term = next(each for each in here.conditions if each.startswith("policy:"))
    name, _, version = term.removeprefix("policy:").rpartition(":")
    found = ids(ask(user=operator, kind="policy", name=name, version=version))
    assert here.pk in found
    assert there.pk not in found


def test_only_what_was_made_between_two_moments_counts(drafted, ask):
    first, second = drafted(), drafted()
    between = second.created_at.isoformat()
    assert ids(ask(**RULE, since=between)) == {second.pk}
    assert ids(ask(**RULE, until=between)) == {first.pk}


def test_nobody_sees_drafts_of_a_location_that_is_not_on_their_roster(
    drafted, ask, other_reviewer, auditor
):
    draft = drafted()
    assert ids(ask(user=other_reviewer, **RULE)) == set()
    assert str(draft.pk) not in ask("/affected.csv", user=other_reviewer, **RULE).content.decode()
    assert ids(ask(user=auditor, **RULE)) == {draft.pk}


def test_the_export_lists_the_same_without_a_word_of_what_was_written(drafted, ask, agent):
    draft = drafted()
    sending.send(draft=draft, actor=agent, text=draft.shown_text)
    text = ask("/affected.csv", **RULE).content.decode()
    (row,) = csv.DictReader(text.splitlines())
    assert (row["draft"], row["location"], row["status"]) == (str(draft.pk), "ald-boston", "sent")
    assert row["agent"] == "agnes"
    assert draft.shown_text not in text


@pytest.mark.parametrize(
    "wrong",
    [
        {"condition": "R1"},
        {"became": "lost"},
        {"kind": "weather"},
        {"name": ""},
        {"name": "\x00"},
        {"since": "yesterday"},
        {"since": "2026-11-02", "until": "2026-11-01"},
    ],
)
def test_what_makes_no_sense_is_said(ask, wrong):
    ask(status=422, **RULE | wrong)
    ask("/affected.csv", status=422, **RULE | wrong)


def test_long_lists_come_in_pages(drafted, ask):
    draft = drafted()
    Draft.objects.bulk_create(
        Draft(
            **{
                each.attname: getattr(draft, each.attname)
                for each in Draft._meta.concrete_fields
                if each.name not in {"id", "status", "created_at"}
                and not each.name.startswith("shown")
            },
            status="rejected",
            created_at=draft.created_at - timedelta(minutes=number),
        )
        for number in range(1, 61)
    )
    answer = ask(**RULE)
    assert (len(ids(answer)), answer.context["counts"].generated) == (50, 61)
    assert len(ids(ask(**RULE, page=2))) == 11


def test_every_version_is_asked_for_by_none(drafted, ask):
    first = drafted()
    rule = ComplianceRule.objects.get(code="R1")
    changes.save(row=rule, actor=None, reason="Again", seen_version=1)
    second = drafted()
    assert ids(ask(kind="rule", name="R1")) == {first.pk, second.pk}
    assert ids(ask(condition="rule:R1")) == {first.pk, second.pk}
    assert ids(ask(condition="rule:R")) == set()


def test_a_draft_that_was_held_to_a_version_only_later_is_found_and_says_so(drafted, ask, agent):
    made = drafted()
    rule = ComplianceRule.objects.get(code="R1")
    changes.save(row=rule, actor=None, reason="Again", seen_version=1)
    assert ids(ask(**RULE | {"version": 2})) == set()
    for _ in range(2):
        pulls.pull(draft=made, actor=agent, at=timezone.now())
    answer = ask(**RULE | {"version": 2})
    assert ids(answer) == {made.pk}
    counts = answer.context["counts"]
    assert (counts.generated, counts.later, counts.shown) == (1, 1, 1)
    ((_, later),) = answer.context["rows"]
    assert later.decision.purpose == "pull"
    assert "only at a pull" in answer.content.decode()
    assert "when it was made" in ask(**RULE).content.decode()


def test_a_class_is_found_by_its_fingerprint(drafted, ask):
    one, other = drafted(), drafted(channel="chat")
    assert ids(ask(kind="class", name=one.class_fingerprint)) == {one.pk}
    assert ids(ask(kind="class", name=other.class_fingerprint)) == {other.pk}


def test_an_overlay_is_found_in_any_voice_that_it_is_merged_into(drafted, boston, ask):
    ToneOverlay.objects.create(code="wide", brand=boston.brand, emoji_max=0)
    narrow = ToneOverlay.objects.create(code="narrow", location=boston, exclamations_max=1)
    both = drafted()
    assert ids(ask(condition="tone:wide:1")) == {both.pk}
    assert ids(ask(condition="tone:narrow:1")) == {both.pk}
    changes.save(row=narrow, actor=None, reason="Again", seen_version=1)
    assert ids(ask(condition="tone:narrow:2")) == set()
    later = drafted()
    assert ids(ask(condition="tone:wide:1")) == {both.pk, later.pk}
    assert ids(ask(condition="tone:narrow:2")) == {later.pk}


def test_an_empty_list_says_why_and_where_to_look(drafted, ask):
    drafted()
    said = ask(condition="rule:R1:7").content.decode()
    assert "was ever held to it" in said
    (elsewhere,) = re.findall(r'href="([^"]+)">Look for every version', said)
    assert unescape(elsewhere) == "/affected/?kind=rule&name=R1"
    assert "None of them was sent" in ask(**RULE, became="sent").content.decode()


def test_conditions_are_picked_and_need_not_be_remembered(drafted, ask, boston):
    drafted()
    said = ask().content.decode()
    offered = set(re.findall(r'<option value="([^"]+)"', said))
    made = Draft.objects.get()
    assert {"rule:R1:1", "policy:return_window_days/location:ald-boston:1"} <= offered
    assert {each for each in made.conditions if each.startswith(("model:", "prompt:"))} <= offered
    for each in offered:
        assert ask(condition=unescape(each)).status_code == 200


def test_a_policy_that_was_just_changed_is_among_what_was_published_last(drafted, ask):
    drafted()
    row = PolicyValue.objects.get(location__code="ald-boston", term__key="return_window_days")
    PolicyValue.objects.filter(pk=row.pk).update(updated_at=timezone.now() + timedelta(days=1))
    first = ask().context["latest"][0][0]
    assert first.condition == f"policy:return_window_days/location:ald-boston:{row.version}"


def test_the_json_export_has_the_counts_and_the_list(drafted, ask, agent):
    draft, other = drafted(), drafted()
    sending.send(draft=draft, actor=agent, text=draft.shown_text)
    told = json.loads(ask("/affected.json", **RULE).content)
    assert (told["condition"], told["counts"]["generated"]) == ("rule:R1:1", 2)
    assert {each["draft"] for each in told["drafts"]} == {str(draft.pk), str(other.pk)}
    assert draft.shown_text not in json.dumps(told)
    only = json.loads(ask("/affected.json", **RULE, became="sent").content)
    assert [(each["status"], each["agent"]) for each in only["drafts"]] == [("sent", "agnes")]


# --- Two clicks ----------------------------------------------------------------------------------


def click(client, page, words):
    """Follow the one link of a page that says some words."""
    links = re.findall(r'<a [^>]*href="([^"]+)"[^>]*>(.*?)</a>', page.content.decode(), re.DOTALL)
    # An address may be on a page twice, in its navigation and in its text.
    (found,) = {where for where, said in links if words in re.sub(r"(<[^>]+>|\s)+", " ", said)}
    answer = client.get(unescape(found))
    assert answer.status_code == 200, found
    return answer


def test_from_a_wrong_rule_to_the_replies_that_went_out_are_two_clicks(
    drafted, operator, agent, reviewer
):
    sent, _ = drafted(), drafted()
    sending.send(draft=sent, actor=agent, text=sent.shown_text)
    row = ComplianceRule.objects.get(code="R1")
    changes.save(row=row, actor=operator, reason="Better", seen_version=1)
    admin = f"/admin/compliance/compliancerule/{row.pk}"
    for user, start, words in (
        (reviewer, "/rules/R1/", "Drafts made under any version"),
        (operator, f"{admin}/history/", "its drafts"),
        (operator, f"{admin}/history/{row.history.earliest().pk}/", "Drafts made under version 1"),
        (reviewer, "/affected/", "rule:R1:1"),
    ):
        client = Client()
        client.force_login(user)
        page = client.get(start)
        if words == "its drafts":
            text = page.content.decode()
            page.content = text[text.index("version 1") - 400 :].encode()
        found = click(client, click(client, page, words), "1 sent")
        assert ids(found) == {sent.pk}, start


def test_forms_and_drafts_lead_to_the_drafts_of_their_versions(drafted, operator, boston, reviewer):
    tone = ToneOverlay.objects.create(code="quiet", location=boston, emoji_max=0)
    draft = drafted()
    client = Client()
    client.force_login(operator)
    value = PolicyValue.objects.get(location=boston)
    for page in (
        f"/admin/compliance/toneoverlay/{tone.pk}/change/",
        f"/admin/locations/policyvalue/{value.pk}/change/",
    ):
        assert ids(click(client, client.get(page), "Drafts made under it")) == {draft.pk}
    assert (
        "Drafts made under it"
        not in client.get(f"/admin/locations/location/{boston.pk}/change/").content.decode()
    )
    own = client.get(f"/drafts/{draft.pk}/payload/")
    for each in (*draft.conditions, f"class:{draft.class_fingerprint}"):
        assert ids(click(client, own, each)) == {draft.pk}


# --- Recalling -----------------------------------------------------------------------------------


def recall_page(user, **asked):
    client = Client()
    client.force_login(user)
    return client, client.get("/affected/recall/?" + urlencode(asked, doseq=True))


def fields(answer):
    """The fields of the form that a preview offers, as a browser would send them."""
    text = answer.content.decode()
    form = text[text.index('<form method="post" class="panel asking"') :]
    return {
        unescape(name): unescape(value)
        for name, value in re.findall(r'<input type="hidden" name="([^"]+)" value="([^"]*)"', form)
    }


def test_a_recall_is_previewed_and_then_told_draft_by_draft(drafted, held, operator, agent):
    one, two, sent = drafted(), drafted(), drafted()
    sending.send(draft=sent, actor=agent, text=sent.shown_text)
    client, preview = recall_page(operator, **RULE)
    said = preview.content.decode()
    assert "2 drafts would be taken back" in said
    assert {draft.pk for draft in preview.context["shown"]} == {one.pk, two.pk}
    assert not Recall.objects.exists()
    given = fields(preview)
    sending.send(draft=two, actor=agent, text=two.shown_text)
    refused = client.post("/affected/recall/", given)
    assert refused.status_code == 422
    assert "Say why" in refused.content.decode()
    answer = client.post("/affected/recall/", given | {"reason": "R1 lets too much through"})
    result = client.get(answer["Location"])
    told = result.content.decode()
    assert "1</strong> taken back" in told
    assert "1</strong> was sent before" in told
    assert "R1 lets too much through" in told
    # The same form sent twice is one recall.
    again = client.post("/affected/recall/", given | {"reason": "R1 lets too much through"})
    assert (again["Location"], Recall.objects.count()) == (answer["Location"], 1)
    one.refresh_from_db()
    assert one.status == "held"
    review = client.get(f"/review/{ReviewItem.objects.get(draft=one).pk}/").content.decode()
    assert "It was recalled. The gate found nothing in this text." in review
    assert "in spite of the findings" not in review
    assert ids(click(client, client.get("/affected/?kind=rule&name=R1"), "1 recalled")) == {one.pk}


def test_ticked_drafts_alone_are_taken_back(drafted, reviewer):
    one, two = drafted(), drafted()
    client, preview = recall_page(reviewer, **RULE, draft=[str(one.pk)])
    client.post("/affected/recall/", fields(preview) | {"reason": "This one"})
    one.refresh_from_db()
    two.refresh_from_db()
    assert (one.status, two.status) == ("held", "visible")


def test_nobody_recalls_what_is_not_theirs(drafted, other_reviewer, auditor, reviewer):
    draft = drafted()
    client, preview = recall_page(other_reviewer, **RULE)
    assert "0 drafts would be" in preview.content.decode()
    given = {"condition": "rule:R1:1", "reason": "Mine", "draft": str(draft.pk)}
    assert client.post("/affected/recall/", given).status_code == 422
    client.force_login(auditor)
    assert client.post("/affected/recall/", given).status_code == 403
    draft.refresh_from_db()
    assert draft.status == "visible"
    client.force_login(reviewer)
    where = client.post("/affected/recall/", given)["Location"]
    client.force_login(other_reviewer)
    assert client.get(where).status_code == 404


@pytest.mark.parametrize("wrong", [{"draft": "x"}, {"recall": "x"}, {"seen_at": "x"}])
def test_a_recall_of_nonsense_is_refused(drafted, operator, wrong):
    drafted()
    client, _ = recall_page(operator, **RULE)
    given = {"condition": "rule:R1:1", "reason": "Why"} | wrong
    assert client.post("/affected/recall/", given).status_code == 422
    assert not Recall.objects.exists()


def test_what_a_request_does_not_finish_is_told(drafted, operator, monkeypatch):
    drafted()
    monkeypatch.setattr("console.lookback.recalling.SECONDS", 0.0)
    client, preview = recall_page(operator, **RULE)
    where = client.post("/affected/recall/", fields(preview) | {"reason": "Slow"})["Location"]
    assert "1 is still to be taken back" in client.get(where).content.decode()
    while recalls.step():
        pass
    assert "still to be taken back" not in client.get(where).content.decode()
