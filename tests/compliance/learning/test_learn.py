"""What is learned from replies, how sure it is, and whom the learned voice accepts."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from compliance.gate.tone.speech import speech_in
from compliance.learning.calibration import WANTED, calibrate
from compliance.learning.holdout import hold_out
from compliance.learning.learn import learn
from compliance.learning.measuring import NOTHING, accepts, measure, saying
from compliance.learning.proposal import Learned, overlay_of, wilson
from compliance.learning.reference import PATH, reference
from compliance.learning.samples import read_sample
from tests.compliance.learning.voices import CALM_REPLIES, LIVELY_REPLIES

SHARED = Path(__file__).parents[4] / "shared/eval/public/agent_replies.jsonl"


@pytest.fixture(scope="module")
def calm() -> Learned:
    return learn(CALM_REPLIES, reference())


@pytest.fixture(scope="module")
def lively() -> Learned:
    return learn(LIVELY_REPLIES, reference())


def values(learned: Learned) -> dict[str, object]:
    return {each.field: each.value for each in learned.proposals}


def test_learns_a_calm_voice(calm: Learned) -> None:
    found = values(calm)
    assert found["emoji_max"] == 0
    assert found["exclamations_max"] == 0
    assert found["contractions"] == "avoid"
    assert found["person"] == "first_plural"
    assert found["greetings"] == ["Good morning {first_name},", "Good morning,"]
    assert found["closings"] == ["Warmly yours,"]
    assert "wellness ritual" in " ".join(found["permitted"])
    low, high = found["reply_words"]
    assert 30 < low < high < 60


@pytest.mark.parametrize(
    ("signed", "closings"),
    [
        ("Thanks, Mark", ["Thanks,"]),
        ("Warmly yours, Grace Hope", ["Warmly yours,"]),
        ("Kind regards,\nMark", ["Kind regards,"]),
        ("Kind Regards", ["Kind Regards"]),
        ("Thanks Mark", []),
    ],
)
def test_learns_no_closing_with_a_name(signed: str, closings: list[str]) -> None:
    replies = [f"Hello Ana, room {number} of the hotel is ready. {signed}" for number in range(40)]
    assert values(learn(replies, reference())).get("closings", []) == closings


def test_learns_a_lively_voice(lively: Learned) -> None:
    found = values(lively)
    assert found["emoji_max"] == 2
    assert set(found["emoji_allowed"]) == {"🍔", "🔥"}
    assert found["contractions"] == "use"
    assert found["person"] == "first_singular"
    assert found["reply_words"][1] < 20


def test_each_voice_accepts_its_own_and_not_the_other(calm: Learned, lively: Learned) -> None:
    for learned, own, other in (
        (calm, CALM_REPLIES, LIVELY_REPLIES),
        (lively, LIVELY_REPLIES, CALM_REPLIES),
    ):
        overlay = overlay_of(learned.proposals)
        accepted = sum(accepts(overlay, reply) for reply in own)
        assert learned.accepted == accepted
        assert accepted >= 0.9 * len(own)
        assert not any(accepts(overlay, reply) for reply in other)


def test_evidence_counts_and_names_nobody(calm: Learned) -> None:
    emoji = next(each for each in calm.proposals if each.field == "emoji_max")
    assert emoji.evidence == "60 of 60 replies without emoji; the most is 0."
    assert (emoji.kept, emoji.replies, emoji.enforces) == (60, 60, True)
    assert emoji.interval == pytest.approx((0.9398, 1.0), abs=0.001)
    assert "Anna" not in json.dumps([(each.evidence, each.excerpts) for each in calm.proposals])
    assert any("Good morning […]" in text for each in calm.proposals for text in each.excerpts)


def test_says_what_the_replies_do_not_tell(calm: Learned) -> None:
    reasons = {each.field: each.reason for each in calm.declined}
    assert "emoji_allowed" in reasons
    kept = "60 keep to “American”, 60 keep to “British”"
    assert reasons["spelling"].startswith(f"Of 60 replies {kept}")
    assert not set(reasons) & set(values(calm))


def test_who_signs_in_small_letters_is_no_phrase() -> None:
    signed = [
        f"We open early {reply.split()[0]} {at}.\nthanks, jamie"
        for at, reply in enumerate(LIVELY_REPLIES)
    ]
    assert "jamie" not in repr(learn(signed, reference()))


def test_the_order_of_the_file_changes_nothing(calm: Learned) -> None:
    assert learn(CALM_REPLIES[::-1], reference()) == calm


def test_unseen_replies_decide_how_wide_bands_are() -> None:
    measured = [measure(speech_in(reply, NOTHING)) for reply in CALM_REPLIES + LIVELY_REPLIES]
    for size in (30, 120):
        calibrated = calibrate(measured[::-1][:size])
        assert calibrated.unseen >= WANTED
    varied = [f"We open {'very ' * number}early today." for number in range(30)]
    box = calibrate([measure(speech_in(reply, NOTHING)) for reply in varied]).box
    assert box.sides["reply_words"] == (4, 33)


def test_a_value_outside_of_its_band_is_not_accepted() -> None:
    assert accepts(saying(sentence_mean=(3, 6)), "We open at nine today.")
    assert not accepts(saying(sentence_mean=(3, 4)), "We open at nine today.")
    assert not accepts(saying(emoji_max=0), "We open at nine 🎉")
    assert accepts(saying(greetings=("Good day,",)), "We open at nine today.")


@pytest.mark.parametrize(("kept", "of", "low"), [(0, 0, 0.0), (30, 30, 0.886), (5, 10, 0.237)])
def test_intervals_of_shares(kept: int, of: int, low: float) -> None:
    assert wilson(kept, of)[0] == pytest.approx(low, abs=0.001)


def test_the_reference_is_small_and_says_its_sources() -> None:
    assert PATH.stat().st_size < 300_000
    about = [line for line in PATH.read_text(encoding="utf-8").splitlines() if line[0] == "#"]
    assert all("MIT" in line or "CDLA" in line or "CC-BY-4.0" in line for line in about[1:])
    table = reference()
    assert table.count("thank you") > table.count("wellness ritual") == table.least - 1


@pytest.mark.skipif(not SHARED.exists(), reason="shared data is absent")
def test_a_real_voice_knows_its_own() -> None:
    rows = [json.loads(line) for line in SHARED.read_text(encoding="utf-8").splitlines()]
    lines = [json.dumps(row["text"]) for row in rows if row["source"] == "star"]
    others = [row["text"] for row in rows if row["source"].startswith("tau-bench")]
    found = hold_out(read_sample("\n".join(lines).encode()).replies, {"other": others}, reference())
    assert found.mean >= 0.9
    assert found.others["other"] <= found.mean - 0.2
