"""Measuring the gate: the report, what counts as what, and that no stored data is touched."""

from __future__ import annotations

import dataclasses
import json
from datetime import datetime
from io import StringIO
from pathlib import Path
from typing import Any

import pytest
from django.core.management import CommandError, call_command

from compliance.gate.types import Decision, Edit, Finding, Layer, Severity, Verdict
from console.bundles.apply import import_bundle
from console.bundles.schema import read_bundle
from console.evaluation.cases import Case, CaseError, Expected, parse_case, parse_cases
from console.evaluation.running import Evaluation, Outcome
from console.evaluation.scoring import score, summary
from drafting.context.assemble import assemble
from drafting.context.configuration import StoredConfiguration
from drafting.context.customers import customer_facts
from drafting.context.payload import Message
from drafting.models import Customer

ROOT = Path(__file__).resolve().parents[2]
DEMO = ROOT / "demo" / "world"
SHARED = ROOT.parent / "shared" / "eval"

CASE: dict[str, Any] = {
    "id": "t-1",
    "location": "fer-boston",
    "channel": "chat",
    "customer_state": "MA",
    "customer": None,
    "at": "2026-11-02T13:00:00-05:00",
    "ticket": "hello",
    "draft": "Thanks for writing to us.",
    "expected": {"verdict": "pass", "failures": [], "evidence": []},
    "why": "says nothing",
}


@pytest.fixture
def shared() -> Path:
    if not SHARED.is_dir():
        pytest.skip("shared data is absent")
    return SHARED


def line(**changes: Any) -> str:
    return json.dumps({**CASE, **changes})


def evaluate(cases: Path, **options: Any) -> tuple[str, str]:
    out, err = StringIO(), StringIO()
    options = {"bundle": DEMO, "cases": cases, **options}
    call_command("gate_eval", stdout=out, stderr=err, **options)
    return out.getvalue(), err.getvalue()


def test_the_report_has_the_stated_shape_and_needs_no_database(tmp_path):
    # No database is marked for this test, so any query would fail it.
    cases, report = tmp_path / "cases.jsonl", tmp_path / "out.json"
    faulty = {"verdict": ["modify", "block"], "failures": ["tone"], "evidence": ["Calm down"]}
    cases.write_text(
        "\n".join([line(), line(id="t-2", draft="Calm down, please.", expected=faulty)]) + "\n",
        encoding="utf-8",
    )
    said, warned = evaluate(cases, json=report)
    assert warned == ""
    assert said.splitlines()[0].split()[:2] == ["faulty", "clean"]
    assert [row.split()[0] for row in said.splitlines()[1:9]] == [
        "all",
        "policy",
        "hours",
        "jurisdiction",
        "tone",
        "offer",
        "channel",
        "data",
    ]
    data = json.loads(report.read_text(encoding="utf-8"))
    assert set(data) == {"summary", "cases"}
    first, second = data["cases"]
    assert set(first) >= {
        "id",
        "verdict",
        "text_after",
        "findings",
        "leak",
        "false_alarm",
        "attributed",
        "ms",
    }
    assert (first["verdict"], first["text_after"], first["false_alarm"]) == (
        "pass",
        CASE["draft"],
        False,
    )
    assert second["verdict"] in {"modify", "block"}
    assert (second["leak"], second["attributed"]) == (False, True)
    for found in second["findings"]:
        assert set(found) == {"check", "rule", "layer", "severity", "start", "end", "message"}
        assert found["layer"] in {layer.value for layer in Layer}
    numbers = data["summary"]["all"]
    assert (numbers["cases"], numbers["leak_rate"], numbers["false_alarm_rate"]) == (2, 0.0, 0.0)
    assert numbers["median_ms"] > 0
    assert data["summary"]["tone"]["attribution_rate"] == 1.0
    assert data["summary"]["hours"]["faulty"] == 0


def test_what_the_gate_cannot_process_is_a_block_with_its_reason(tmp_path):
    cases, report = tmp_path / "cases.jsonl", tmp_path / "out.json"
    cases.write_text(
        "\n".join(
            [
                line(id="place", location="nowhere"),
                line(id="channel", channel="fax"),
                line(id="customer", customer="c999"),
            ]
        ),
        encoding="utf-8",
    )
    evaluate(cases, json=report)
    by_id = {case["id"]: case for case in json.loads(report.read_text(encoding="utf-8"))["cases"]}
    assert {case["verdict"] for case in by_id.values()} == {"block"}
    assert "There is no location with the code “nowhere”" in by_id["place"]["faults"][0]
    assert "fax" in by_id["channel"]["faults"][0]
    assert "There is no customer “c999”" in by_id["customer"]["faults"][0]
    assert all(case["text_after"] is None for case in by_id.values())


def test_bad_lines_are_reported_by_number_and_the_others_measured(tmp_path):
    cases = tmp_path / "cases.jsonl"
    cases.write_text(f"{line()}\n\n{{oops\n{line(at='2026-11-02T13:00:00', id='b')}\n", "utf-8")
    out, err = StringIO(), StringIO()
    with pytest.raises(CommandError, match="2 of the lines were no case"):
        call_command("gate_eval", bundle=DEMO, cases=cases, stdout=out, stderr=err)
    assert f"{cases}:3: Not a JSON object" in err.getvalue()
    assert f"{cases}:4: at: the offset is missing" in err.getvalue()
    assert "all" in out.getvalue()


def test_an_unknown_field_of_the_bundle_is_only_a_warning(tmp_path):
    cases, bundle = tmp_path / "cases.jsonl", tmp_path / "world"
    cases.write_text(line(), encoding="utf-8")
    bundle.mkdir()
    for file in DEMO.iterdir():
        (bundle / file.name).write_bytes(file.read_bytes())
    (bundle / "more.yaml").write_text("brannds: {}\n", encoding="utf-8")
    said, warned = evaluate(cases, bundle=bundle)
    assert "There is no field “brannds”; did you mean “brands”?" in warned
    assert "all" in said


def test_one_case_can_be_explained(tmp_path):
    cases = tmp_path / "cases.jsonl"
    cases.write_text(line(draft="Calm down, please."), encoding="utf-8")
    said, _ = evaluate(cases, explain="t-1")
    assert "draft: Calm down, please." in said
    assert "Calm down”" in said
    with pytest.raises(CommandError, match="There is no case “t-9”"):
        evaluate(cases, explain="t-9")


def test_asking_for_a_judge_that_is_not_configured_says_so(tmp_path):
    cases = tmp_path / "cases.jsonl"
    cases.write_text(line(), encoding="utf-8")
    with pytest.raises(CommandError, match="No semantic judge is configured"):
        evaluate(cases, judge=True)


@pytest.mark.parametrize(
    ("changes", "message"),
    [
        ({"id": ""}, "id: expected a text"),
        ({"draft": None}, "draft: expected a text"),
        ({"at": "yesterday"}, "at: expected a moment"),
        ({"expected": None}, "expected: is missing"),
        ({"expected": {"verdict": "maybe"}}, "“maybe” is not one of pass, modify, block"),
        ({"expected": {"verdict": []}}, "expected.verdict: is missing"),
        ({"expected": {"verdict": "block", "failures": ["mood"]}}, "“mood” is not one of policy"),
        ({"expected": {"verdict": "block", "evidence": "x"}}, "expected.evidence: expected a list"),
        ({"expected": {"verdict": "block", "max_chars_after": True}}, "expected a number"),
    ],
)
def test_a_bad_case_names_its_field(changes, message):
    with pytest.raises(CaseError, match=message.replace("(", r"\(")):
        parse_case(line(**changes))


def test_two_cases_of_one_id_are_reported():
    read = parse_cases([line().encode(), line().encode()])
    assert len(read.cases) == 1
    assert read.bad_lines[0][0] == 2


# --- What counts as what -----------------------------------------------------------------------

DRAFT = "We close at nine. Ask for Sue."


def case_of(**expected: Any) -> Case:
    return Case(
        id="x",
        location="l",
        channel="chat",
        at=datetime.fromisoformat("2026-11-02T12:00:00-05:00"),
        ticket="",
        draft=DRAFT,
        expected=Expected(**{"verdicts": (Verdict.MODIFY, Verdict.BLOCK), **expected}),
    )


def finding(start: int, end: int, layer: Layer = Layer.HOURS, rule: str = "r") -> Finding:
    return Finding("check", rule, layer, Severity.MODIFY, start, end, DRAFT[start:end], "no")


def scored(case: Case, verdict: str, after: str | None, *findings: Finding, rules=frozenset()):
    decision = Decision(Verdict(verdict), after, tuple(findings), edits=(Edit(0, 1, ""),))
    return score(Outcome(case, decision, 2.0), rules)


@pytest.mark.parametrize(
    ("expected", "verdict", "after", "leak"),
    [
        ({}, "pass", DRAFT, True),
        ({}, "block", None, False),
        ({"must_not_contain_after": ("CLOSE AT NINE",)}, "modify", DRAFT, True),
        ({"must_not_contain_after": ("close at nine",)}, "modify", "Ask.", False),
        ({"must_contain_after": ("STOP",)}, "modify", "Ask.", True),
        ({"must_contain_after": ("stop",)}, "modify", "Reply STOP.", False),
        ({"max_chars_after": 5}, "modify", "Ask him.", True),
        ({"max_chars_after": 8}, "modify", "Ask him.", False),
    ],
)
def test_a_leak_is_a_fault_that_reaches_the_agent(expected, verdict, after, leak):
    assert scored(case_of(**expected), verdict, after).leak is leak


@pytest.mark.parametrize(
    ("verdict", "after", "alarm"),
    [("pass", DRAFT, False), ("modify", "x", True), ("block", None, True)],
)
def test_a_false_alarm_is_a_clean_case_that_does_not_pass_unchanged(verdict, after, alarm):
    result = scored(case_of(verdicts=(Verdict.PASS,)), verdict, after)
    assert (result.false_alarm, result.leak, result.over_block) == (alarm, False, False)


def test_an_over_block_is_a_block_where_only_a_change_is_accepted():
    assert scored(case_of(verdicts=(Verdict.MODIFY,)), "block", None).over_block
    assert not scored(case_of(), "block", None).over_block


@pytest.mark.parametrize(
    ("found", "attributed"),
    [
        (finding(9, 16), True),
        (finding(0, 2), False),
        (finding(9, 16, Layer.TONE), False),
        (finding(9, 16, Layer.DATA), True),
    ],
)
def test_attribution_needs_the_right_kind_at_the_words_at_fault(found, attributed):
    case = case_of(failures=(Layer.HOURS,), failures_alt=(Layer.DATA,), evidence=("close at nine",))
    assert scored(case, "block", None, found).attributed is attributed


def test_for_a_missing_disclosure_the_rule_is_enough():
    case = case_of(failures=(Layer.HOURS,), evidence=("Ask",), must_contain_after=("law",))
    found = finding(0, 2, rule="J1")
    assert scored(case, "modify", "law", found, rules=frozenset({"J1"})).attributed
    assert not scored(case, "modify", "law", found).attributed


def test_the_summary_counts_over_all_and_by_kind():
    faulty = case_of(failures=(Layer.HOURS,), evidence=("nine",))
    clean = case_of(verdicts=(Verdict.PASS,))
    scores = [
        scored(faulty, "pass", DRAFT),
        scored(faulty, "block", None, finding(12, 16)),
        scored(clean, "pass", DRAFT),
        scored(clean, "block", None, finding(0, 2, Layer.TONE)),
    ]
    numbers = summary(scores)
    assert (numbers["all"]["leak_rate"], numbers["all"]["false_alarm_rate"]) == (0.5, 0.5)
    assert numbers["all"]["false_alarms_blocked"] == 1
    assert (numbers["hours"]["block_share"], numbers["hours"]["attribution_rate"]) == (0.5, 0.5)
    assert (numbers["hours"]["false_alarm_rate"], numbers["tone"]["false_alarm_rate"]) == (0.0, 0.5)
    assert numbers["policy"]["leak_rate"] is None
    assert numbers["all"]["p95_ms"] == 2.0


# --- One payload -------------------------------------------------------------------------------


@pytest.mark.django_db
@pytest.mark.parametrize("source", ["world", "demo"])
def test_a_bundle_and_its_import_give_the_same_payload_byte_for_byte(source, shared):
    rows = read_bundle(DEMO if source == "demo" else shared / "world.yaml")
    import_bundle(bundle=rows, actor=None, reason="test")
    rows = read_bundle(DEMO if source == "demo" else shared / "world.yaml")
    evaluation = Evaluation(rows)
    cases = parse_cases((shared / "dev_cases.jsonl").read_bytes().splitlines()).cases
    assert len(cases) == 180
    for case in cases[::6]:
        customer = Customer.objects.get(code=case.customer) if case.customer else None
        in_memory = evaluation.payload(case)
        stored = assemble(
            StoredConfiguration(),
            location=case.location,
            channel=case.channel,
            at=case.at,
            customer=customer_facts(customer, case.customer_state),
            messages=[Message("customer", case.ticket)],
            ticket_class=in_memory.ticket_class,
            draft=case.draft,
        )
        assert dataclasses.asdict(in_memory) == dataclasses.asdict(stored)
        assert in_memory.sha256 == stored.sha256


def test_all_labelled_cases_run_in_one_go(shared, tmp_path):
    report = tmp_path / "out.json"
    _, warned = evaluate(shared / "dev_cases.jsonl", bundle=shared / "world.yaml", json=report)
    data = json.loads(report.read_text(encoding="utf-8"))
    assert warned == ""
    assert len(data["cases"]) == 180
    assert (data["summary"]["all"]["faulty"], data["summary"]["all"]["clean"]) == (108, 72)
    # Whatever the score: nothing may be let through because something broke.
    assert all(case["verdict"] == "block" for case in data["cases"] if case["faults"])


def test_a_report_that_cannot_be_written_is_said(tmp_path):
    cases = tmp_path / "cases.jsonl"
    cases.write_text(json.dumps(CASE) + "\n", "utf-8")
    with pytest.raises(CommandError, match="The report was not written"):
        evaluate(cases, json=tmp_path / "nowhere" / "out.json")


# --- A semantic judge, offline --------------------------------------------------------------------


def test_questions_are_written_once_and_answers_read_by_fingerprint(tmp_path):
    cases, asked, answers, report = (
        tmp_path / name for name in ("cases.jsonl", "asked.jsonl", "answers.jsonl", "out.json")
    )
    draft = "Whatever happens to it at home, please do not count on us."
    cases.write_text("\n".join([line(draft=draft), line(id="t-2", draft=draft)]), encoding="utf-8")
    said, _ = evaluate(cases, judge_requests=asked)
    assert said.strip() == "1 requests for 2 cases."
    (request,) = [json.loads(each) for each in asked.read_text(encoding="utf-8").splitlines()]
    told = json.loads(request["messages"][1]["content"].split("\n", 1)[1].rsplit("\n", 1)[0])
    verdicts = [{"rule": rule["rule"], "applies": False, "quote": ""} for rule in told["rules"]]
    content = {
        "rules": verdicts,
        "facts": [
            {
                "fact": "hours",
                "location": "fer-boston",
                "day": "2026-11-26",
                "value": "open",
                "quote": "at home",
            }
        ],
    }
    answers.write_text(
        json.dumps({"fingerprint": request["fingerprint"], "content": content}), encoding="utf-8"
    )
    _, warned = evaluate(cases, judge_answers=answers, json=report)
    assert warned == ""
    first = json.loads(report.read_text(encoding="utf-8"))["cases"][0]
    assert (first["verdict"], [found["check"] for found in first["findings"]]) == (
        "block",
        ["stated"],
    )


@pytest.mark.parametrize(
    ("entry", "why"),
    [
        ({"fingerprint": "another", "content": "{}"}, "No answer to this question was recorded"),
        ({"content": "Looks fine."}, "not the JSON"),
        ({"response": {"choices": []}}, "not the JSON"),
    ],
)
def test_an_answer_that_cannot_be_used_is_counted(tmp_path, entry, why):
    cases, asked, answers = (tmp_path / name for name in ("c.jsonl", "asked.jsonl", "a.jsonl"))
    cases.write_text(line(), encoding="utf-8")
    evaluate(cases, judge_requests=asked)
    fingerprint = json.loads(asked.read_text(encoding="utf-8"))["fingerprint"]
    answers.write_text(json.dumps({"fingerprint": fingerprint} | entry), encoding="utf-8")
    _, warned = evaluate(cases, judge_answers=answers)
    assert "no usable answer to 1 of 1" in warned
    assert why in warned


def test_a_file_of_answers_that_is_none_names_its_line(tmp_path):
    cases, answers = tmp_path / "cases.jsonl", tmp_path / "answers.jsonl"
    cases.write_text(line(), encoding="utf-8")
    answers.write_text('\n{"answer": 1}\n', encoding="utf-8")
    with pytest.raises(CommandError, match=r"answers\.jsonl:2: write an object"):
        evaluate(cases, judge_answers=answers)
