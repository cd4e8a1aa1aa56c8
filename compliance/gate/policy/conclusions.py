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
# "So Friday works.", "That's plenty.", "You're fine.": a sentence of its own that concludes.
_CONCLUDES: Final = re.compile(
    r"\W*(?:(?:so|that means|which means)\b,? "
    r"(?!sorry|glad|happy|much|please|just|simply|feel|let|bring|keep|call)[^;?]*"
    r"|(?:that's|that is|you're|you are|it's|it is) (?:still |well |all |totally |perfectly )*"
    r"(?:fine|plenty|enough|good|in time|okay|ok|set|within (?:the|our) \w+)\b[^;?]*"
    r"|you (?:still |certainly |sure )?can(?: still)?(?: make it| do (?:it|that|so))?)\W*"
)
# "Friday is fine, since we only need two days."
_BECAUSE: Final = re.compile(
    r"\W*(?P<said>[^.;!?]*\b(?:fine|works?|okay|ok|time|can|free|nothing|possible|no problem)\b"
    r"[^.;!?]*?),? (?:since|because|as) (?P<first>[a-z])(?=[^.;!?]*$)"
)
_NAME_ONLY: Final = re.compile(r"(?:,? [\w' ]{0,24})?")


def conclusions(text: Text, quantity: Quantity) -> Iterator[Edit]:
    """Yield the removals of what the draft concludes from a wrong amount."""
    sentence = text.sentence_at(quantity.start)
    follows = _FOLLOWS.search(text.norm, quantity.norm_end, sentence.norm_end)
    if follows is not None and not _AMOUNT.search(follows["said"]):
        yield Edit(*text.span(*follows.span()), "", _REASON)
    if quantity.unit not in DURATIONS:
        return
    because = _BECAUSE.match(text.norm[sentence.norm_start : quantity.norm_start])
    if because is not None and not _AMOUNT.search(because["said"]):
        end = sentence.norm_start + because.end("first")
        yield Edit(*text.span(sentence.norm_start, end), because["first"].upper(), _REASON)
    for beside in _beside(text, sentence):
        told = _IN_TIME.fullmatch(text.norm, beside.norm_start, beside.norm_end)
        in_time = told is not None and _NAME_ONLY.fullmatch(told["rest"])
        concludes = _CONCLUDES.fullmatch(text.norm, beside.norm_start, beside.norm_end)
        said = text.norm[beside.norm_start : beside.norm_end]
        if in_time or (concludes and not _AMOUNT.search(said)):
            yield Edit(beside.start, beside.end, "", _REASON)


def _beside(text: Text, sentence: Sentence) -> tuple[Sentence, ...]:
    """Return the sentences right before and after one."""
    index = text.sentences.index(sentence)
    return (*text.sentences[max(0, index - 1) : index], *text.sentences[index + 1 : index + 2])
