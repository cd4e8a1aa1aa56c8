"""Any set of disclosures, on any channel: what passes is complete, stable and within its room."""

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from compliance.gate.checks import CHECKS
from compliance.gate.pipeline import gate
from compliance.gate.ruleset import compile_rules
from compliance.gate.types import ChannelRules, MissingValue, Placement, ToneOverlay, Verdict
from tests.compliance.gate.checks.rule_makers import due, place, reply

TOPICS = ("gift card", "loan", "massage")
SENTENCES = (
    "We sell a gift card.",
    "Your loan is ready",
    "Book a massage today!",
    "We open at nine.",
    "- a massage for two",
    "Don't wait :)",
)
TEXTS = (
    "Ask us for the terms.",
    "TERMS: ask us for the terms.",
    "License #{licence_no}",
    "See {cancel_url}",
    "A CREDIT CHECK IS NEEDED; DON'T SIGN BEFORE YOU HAVE READ IT AND HAVE HAD IT EXPLAINED.",
    "ask before you buy",
)
WHERE = place(
    ("licence_no", 77, "count"),
    ("cancel_url", "https://brand.example/c", "text"),
    domain="brand.example",
)


@st.composite
def rules(draw):
    made = []
    for number in range(draw(st.integers(1, 4))):
        verbatim = draw(st.booleans())
        made.append(
            due(
                f"R{number}",
                f"mentions a {draw(st.sampled_from(TOPICS))}",
                text=draw(st.sampled_from(TEXTS)),
                short_text=draw(st.sampled_from(["", "Ask us."])),
                verbatim=verbatim,
                placement=draw(st.sampled_from(Placement)),
                missing_value=draw(st.sampled_from(MissingValue)),
            )
        )
    return tuple(made)


drafts = st.builds(
    lambda opening, parts, joint, closing: opening + joint.join(parts) + closing,
    st.sampled_from(["", "Hi Dana,\n\n", "Hello! "]),
    st.lists(st.sampled_from(SENTENCES), min_size=1, max_size=5),
    st.sampled_from([" ", "\n", "\n\n"]),
    st.sampled_from(["", "\n\nThanks,\nBrand One", " Reply STOP to opt out."]),
)
channels = st.builds(
    ChannelRules,
    st.just("sms"),
    max_chars=st.one_of(st.none(), st.integers(40, 400)),
)
voices = st.sampled_from(
    [ToneOverlay(), ToneOverlay(contractions="avoid", sentence_max=7, exclamations_max=0)]
)


@given(rules(), drafts, channels, voices, st.booleans())
def test_what_passes_is_complete_stable_and_within_its_room(made, draft, channel, voice, valued):
    where = WHERE if valued else place()
    ruleset = compile_rules(made)
    case = reply(draft, channel, where=where, tone=voice)
    decision = gate(case, ruleset, checks=CHECKS, budget_seconds=60)
    assert not decision.faults
    if decision.verdict is Verdict.BLOCK:
        return
    after = decision.text_after
    assert "{" not in after
    assert channel.max_chars is None or len(after) <= channel.max_chars
    again = gate(replace(case, text=after), ruleset, checks=CHECKS, budget_seconds=60)
    assert (again.verdict, again.text_after) == (Verdict.PASS, after)
