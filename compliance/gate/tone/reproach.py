"""Whether "should have" blames: it does when it names what the reader failed to do.

"You should have called" reproaches. "You should have received a text", "you should have been
told", "you should have your card by Friday" and "you should have to pay" do not: they speak of
what is due to the reader.
"""

from __future__ import annotations

from typing import Final

from compliance.gate.text import Text
from compliance.gate.tone.participles import is_adverb, is_participle
from compliance.gate.tone.phrases import PhraseUse

_MODALS: Final = frozenset(["should", "could", "might", "must"])
# Participles that are spelled like their base form.
_UNCHANGED: Final = frozenset(
    "read come put set let run cut become quit hit shut".split()  # noqa: SIM905
)
# What happens to a person rather than what a person does.
_UNDERGONE: Final = frozenset("received gotten got had heard arrived gained enjoyed".split())  # noqa: SIM905
_REACH: Final = 40


def blames(text: Text, use: PhraseUse) -> bool:
    """Say whether a use of a phrase that ends in "should have" or its like blames the reader.

    Every other phrase counts as it stands.
    """
    if len(use.words) < 2 or use.words[-1] != "have" or use.words[-2] not in _MODALS:
        return True
    after = [token.text for token in text.tokens_between(use.end, use.end + _REACH)]
    while after and is_adverb(after[0]):
        after.pop(0)
    if not after or not after[0][0].isalpha():
        return True
    if after[0] == "been":
        rest = [word for word in after[1:] if not is_adverb(word)]
        return not rest or not is_participle(rest[0])
    if after[0] in _UNDERGONE:
        return False
    return is_participle(after[0]) or after[0] in _UNCHANGED
