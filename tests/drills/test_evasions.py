"""Every disguise on every text at fault, and thousands of pairs of disguises."""

import random

import pytest

from tests.compliance.gate.evasion.disguises import DISGUISES, GUESSED
from tests.compliance.gate.evasion.test_evasion import missed
from tests.compliance.gate.evasion.violations import SOURCES, violations

pytestmark = pytest.mark.drill

PAIRS = 10_000


@pytest.mark.parametrize("name", DISGUISES)
def test_a_disguise_lets_nothing_pass(name):
    texts = [
        (violation, text)
        for source in SOURCES
        for violation in violations(source)
        if (text := DISGUISES[name](violation.text)) != violation.text
    ]
    passed = [text for violation, text in texts if missed(violation, text)]
    # What is read by guessing needs a known word. Of the others, names pass that only capitals
    # tell from words ("First Frost"), and a name before an odd apostrophe.
    most = 0.08 if name in GUESSED else 0.008
    assert len(passed) <= max(1, most * len(texts)), passed


def test_two_disguises_let_next_to_nothing_pass():
    chance = random.Random(11)  # noqa: S311 - the same pairs each time, no secret
    texts = [each for source in SOURCES for each in violations(source)]
    passed = []
    for _ in range(PAIRS):
        violation = chance.choice(texts)
        first, second = chance.sample(sorted(DISGUISES), 2)
        text = DISGUISES[second](DISGUISES[first](violation.text))
        if missed(violation, text):
            passed.append((first, second, text))
    assert len(passed) <= 0.01 * PAIRS, passed
