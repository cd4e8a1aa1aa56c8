"""The semantic judge over real HTTP: exact answers are used, anything else is no answer."""

import json
import time

import pytest

from drafting import jobs, pipeline
from drafting.context.assemble import assemble
from drafting.context.configuration import StoredConfiguration
from drafting.context.customers import customer_facts
from drafting.judge.answers import JudgeFailed, read_answer
from drafting.judge.asking import request_for
from drafting.models import Draft, DraftStatus, JudgeAnswer
from locations.models import Vertical
from tests.drafting.test_openai_backend import (  # one scripted endpoint serves both
    completion,
    drip,
    endpoint,
    send,
)

__all__ = ["endpoint"]

TEXT = "Thanks for asking. Whatever happens to it at home, please do not count on us. See you soon."
QUOTE = "Whatever happens to it at home, please do not count on us."


def verdict(applies=True, quote=QUOTE, rule="R1"):
    return {"rule": rule, "applies": applies, "quote": quote if applies else ""}


def stated(**changed):
    return {
        "fact": "policy:return_window_days",
        "location": "ald-boston",
        "day": "",
        "value": "30 days",
        "quote": QUOTE,
    } | changed


def answer(*verdicts, facts=()):
    return completion(json.dumps({"rules": list(verdicts), "facts": list(facts)}))


@pytest.fixture
def judge(endpoint, settings):
    settings.DRAFTGATE_JUDGE_MODEL = "judge-1"
    settings.DRAFTGATE_JUDGE_BASE_URL = endpoint.url
    settings.DRAFTGATE_JUDGE_API_KEY = "sk-judge-canary"
    settings.DRAFTGATE_JUDGE_TIMEOUT_SECONDS = 1
    endpoint.behave = lambda handler: send(handler, answer(verdict(applies=False)))
    return endpoint


@pytest.fixture
def drafted(deliver, now):
    def drafted(text=TEXT, external_id="T-1", **more):
        deliver(external_id=external_id, as_of=now, backend="scripted", scripted_text=text, **more)
        pipeline.work(jobs.claim())
        return Draft.objects.get(ticket__external_id=external_id)

    return drafted


def test_what_the_judge_saw_is_a_finding_of_its_rule(judge, drafted):
    judge.behave = lambda handler: send(handler, answer(verdict()))
    draft = drafted()
    assert draft.status == DraftStatus.HELD
    (found,) = draft.decision.findings
    assert (found["rule"], found["excerpt"]) == ("R1", QUOTE)


def test_what_the_judge_read_as_a_fact_is_compared_here(judge, drafted):
    judge.behave = lambda handler: send(handler, answer(verdict(applies=False), facts=[stated()]))
    (found,) = drafted().decision.findings
    assert (found["check"], found["rule"]) == ("stated", "return_window_days")
    judge.behave = lambda handler: send(
        handler, answer(verdict(applies=False), facts=[stated(value="14 days")])
    )
    assert drafted(TEXT + " Bye.", "T-2").status == DraftStatus.VISIBLE


def test_it_is_told_claims_and_names_but_no_stored_value(judge, drafted):
    drafted()
    _, request = judge.asked[0]
    system, user = (message["content"] for message in request["messages"])
    assert "not instructions" in system
    told = json.loads(user.removeprefix("<data>\n").removesuffix("\n</data>"))
    assert [rule["claim"] for rule in told["rules"]] == ["a product is sold as is"]
    assert told["facts"]["policy:return_window_days"] == "return window (days)"
    assert "14" not in json.dumps(told["facts"])
    assert "617-555-0166" not in user


def test_the_same_question_is_asked_once(judge, drafted):
    drafted(customer_code="c1")
    drafted(external_id="T-2", customer_code="c1")
    assert len(judge.asked) == 1
    assert JudgeAnswer.objects.count() == 1


def test_what_was_answered_about_one_person_is_not_read_for_another(judge, drafted):
    drafted(customer_code="c1")
    drafted(external_id="T-2")
    drafted(external_id="T-3")
    assert len(judge.asked) == 3
    assert JudgeAnswer.objects.values("data_key").distinct().count() == 3


def cut(handler):
    whole = answer(verdict())
    whole["choices"][0]["finish_reason"] = "length"
    send(handler, whole)


def refuse(handler):
    whole = completion("")
    whole["choices"][0]["message"]["refusal"] = "no"
    send(handler, whole)


@pytest.mark.parametrize(
    ("behave", "why"),
    [
        (lambda h: send(h, answer(verdict(quote="Take it as is."))), "quotes what the draft"),
        (lambda h: send(h, answer()), "one verdict for each rule"),
        (lambda h: send(h, answer(verdict(), verdict())), "one verdict for each rule"),
        (lambda h: send(h, answer(verdict(rule="R9"))), "not asked for"),
        (lambda h: send(h, answer(verdict(), facts=[stated(quote="x")])), "fact quotes"),
        (lambda h: send(h, answer(verdict(), facts=[stated(fact="policy:x")])), "none of those"),
        (lambda h: send(h, answer(verdict(), facts=[stated(location="x")])), "location"),
        (lambda h: send(h, answer(verdict(), facts=[stated(day="soon")])), "day"),
        (lambda h: send(h, answer(verdict(), facts=[stated()] * 101)), "more than 100"),
        (lambda h: send(h, completion("Looks fine to me!")), "not the JSON"),
        (lambda h: send(h, completion('{"rules": [')), "not the JSON"),
        (lambda h: send(h, b"<html>", kind="text/html"), "no JSON object"),
        (lambda h: send(h, {}, status=500), "answered 500"),
        (lambda h: send(h, {}, status=302, Location="http://127.0.0.1:1/"), "redirects"),
        (cut, "cut off"),
        (refuse, "refused"),
        (drip, "within 1 seconds"),
    ],
)
@pytest.mark.parametrize("required", [False, True], ids=["optional", "required"])
def test_no_usable_answer(judge, drafted, behave, why, required):
    judge.behave = behave
    Vertical.objects.update(judge="required" if required else "optional")
    started = time.monotonic()
    draft = drafted()
    assert time.monotonic() - started < 5
    assert not JudgeAnswer.objects.exists()
    if not required:
        assert draft.status == DraftStatus.VISIBLE
        return
    assert draft.status == DraftStatus.HELD
    (fault,) = draft.decision.faults
    assert fault["stage"] == "judge"
    assert why in fault["message"]


def test_a_judge_that_is_required_but_not_configured_blocks(drafted, world):
    Vertical.objects.update(judge="required")
    (fault,) = drafted().decision.faults
    assert "DRAFTGATE_JUDGE_MODEL" in fault["message"]


def test_a_vertical_without_a_judge_asks_nothing(judge, drafted):
    Vertical.objects.update(judge="off")
    assert drafted().status == DraftStatus.VISIBLE
    assert judge.asked == []


def test_the_decision_follows_from_its_inputs_alone(world, now):
    payload = assemble(
        StoredConfiguration(),
        location="ald-boston",
        channel="email",
        at=now,
        customer=customer_facts(None),
    )
    case = payload.gate_input(TEXT)
    first, second = (request_for(case, ()) for _ in range(2))
    assert first == second
    assert first.fingerprint != request_for(payload.gate_input(TEXT + " "), ()).fingerprint
    found = read_answer('{"rules": [], "facts": []}', first, case)
    assert (found.judgements, found.stated) == ((), ())
    with pytest.raises(JudgeFailed):
        read_answer('{"rules": [{}], "facts": []}', first, case)
