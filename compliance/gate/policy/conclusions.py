"""What a reply concludes from a value: where the value is wrong, the conclusion goes with it.

"We only need two days, so Friday works" is as wrong as the two days are, and "there's still time"
rests on the notice that the next sentence states.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from compliance.gate.quantities import DURATIONS, Quantity
from compliance.gate.text import Sentence, Text
from compliance.gate.types import Edit

_REASON: Final = "takes away what followed from the wrong value"
# An advice is no conclusion: "so please bring a card", "so just keep the tag on".
_FOLLOWS: Final = re.compile(
    r",? (?:and )?(?:so|which means|that means|meaning|and that means|therefore)(?: that)?,? "
    r"(?!(?:please|just|simply|do|don't|feel|keep|bring|let|make|have|be|call|come|drop|stop|send"
    r"|check|take|tell|give|ask|that|much|far|long|as)\b)(?P<said>[^.;!?]*[^.;!? ])"
)
_AMOUNT: Final = re.compile(r"\d|\b(?:one|two|three|four|five|six|seven|eight|nine|ten)\b")
_IN_TIME: Final = re.compile(
    r"\W*(?:(?:yes|yep|sure|no worries|no rush|good news|don't worry|of course)\b[,:!]? ?)*"
    r"(?:there(?:'s| is)|you(?:'re| are|'ve(?: got)?| have)|it(?:'s| is)|that(?:'s| is))"
    r"(?: (?:still|well|comfortably|safely|definitely|absolutely|plenty of|enough|lots of))*"
    r" (?:time|in time|not too late|within (?:the|our) \w+|inside (?:the|our) \w+)\b"
    r"(?P<rest>[^.;!?]*)\W*"
)
_NAME_ONLY: Final = re.compile(r"(?:,? [\w' ]{0,24})?")


def conclusions(text: Text, quantity: Quantity) -> Iterator[Edit]:
    """Yield the removals of what the draft concludes from a wrong amount."""
    sentence = text.sentence_at(quantity.start)
    follows = _FOLLOWS.search(text.norm, quantity.norm_end, sentence.norm_end)
    if follows is not None and not _AMOUNT.search(follows["said"]):
        yield Edit(*text.span(*follows.span()), "", _REASON)
    if quantity.unit in DURATIONS:
        before = _before(text, sentence)
        if before is not None:
            told = _IN_TIME.fullmatch(text.norm, before.norm_start, before.norm_end)
            if told is not None and _NAME_ONLY.fullmatch(told["rest"]):
                yield Edit(before.start, before.end, "", _REASON)


def _before(text: Text, sentence: Sentence) -> Sentence | None:
    index = text.sentences.index(sentence)
    return text.sentences[index - 1] if index else None
