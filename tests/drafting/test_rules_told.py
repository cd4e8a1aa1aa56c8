"""What of a rule a model is told, and what of the conversation the gate is told."""

from dataclasses import replace

from compliance.gate.types import FiresOn, Rule, RuleAction, RuleKind, RuleMode
from drafting.context.payload import Message
from drafting.context.prompt import prompt_data
from tests.drafting.test_composer import payload, policy

RULE = Rule(
    code="R1",
    version=1,
    kind=RuleKind.REQUIRED_DISCLOSURE,
    claim="quotes a price",
    action=RuleAction.INSERT_DISCLOSURE,
    text="A {fee_pct} charge is added.",
)


def told(rule, *policies):
    (said,) = prompt_data(payload(policies=policies), (rule,), customer_fields=())["rules"]
    return said


def test_a_text_is_told_as_it_reads_at_the_location():
    assert told(RULE, policy("fee_pct", 18, "percent"))["text"] == "A 18% charge is added."


def test_a_text_that_lacks_a_value_is_not_told():
    assert told(RULE)["text"] == ""


def test_what_the_customer_must_have_said_is_told():
    asked = replace(RULE, fires_on=FiresOn.BOTH, customer_says=("how much is it",))
    assert told(asked)["when_the_customer_says"] == "how much is it"
    assert "when_the_customer_says" not in told(RULE)


def test_a_rule_that_only_watches_is_not_told():
    watching = replace(RULE, mode=RuleMode.SHADOW)
    assert prompt_data(payload(), (watching,), customer_fields=())["rules"] == []


def test_the_gate_is_told_what_agents_said_before():
    said = (Message("customer", "Hi"), Message("agent", "Hello Dana."), Message("customer", "So?"))
    case = replace(payload(), messages=said).gate_input("We open at nine.")
    assert (case.customer_message, case.earlier) == ("So?", ("Hello Dana.",))
