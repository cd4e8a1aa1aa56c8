"""How a reply goes on about what was asked or named: "It's $25.", "Until noon."."""

from __future__ import annotations

import re
from typing import Final

from compliance.gate.lexicon import words

ANAPHOR: Final = re.compile(
    r"\W*(?:(?:and|but|so|yes|no|sure|right now|currently),? )*(?:it|it's|its|that|that's|this|they"
    r"|they're|those|these|that one|this one)\b(?! (?:time|week|month|year|day|way|case))"
)
# Words that say nothing of what a value is of: what stands before it in a bare answer is of these.
_LIGHT: Final = words(
    "i we you they he she it there this that these those one everyone everybody anyone all who "
    "i'm we're you're they're he's she's it's that's there's we'd you'd i'd it'd that'd we'll "
    "you'll "
    "i'll it'll that'll they'll we've you've i've is are was be been am will would can could may "
    "might "
    "must should shall do does did has have had having get gets got give gives given giving let "
    "lets "
    "allow allows allowed need needs needed ask asks asking require requires required want wants "
    "charge charges charged cost costs run runs add adds take takes keep keeps hold holds bill "
    "bills billed pay pays offer offers come comes up to until till within at in on by for from of "
    "with before after about around over under the a an your our my his her their its flat full "
    "total whole grand just only simply exactly roughly approximately currently normally usually "
    "typically generally always still also then now right sure yes yeah yep no not okay ok well so "
    "and but absolutely certainly definitely course sorry unfortunately afraid please most least "
    "more less than longer later earlier maximum minimum max min limit set back fine next first "
    "any time here per each every as long much many far late early people person guests tell us "
    "know ahead told say lose loses forfeit stop stops end ends start starts begin begins expire "
    "expires last lasts "
    "close closes"
)
_WORD: Final = re.compile(r"[a-z][a-z']*|\d")
TELL_US: Final = re.compile(
    r"(?:^|[,;:-] |\b(?:and|then|just|please|to|simply) )(?:tell|call|write|ask|text|let) us\b"
)
YOU_SAID: Final = re.compile(
    r"\byou(?:'ve| have| had)? (?:said|told|wrote|heard|read|saw|thought|mention\w*|asked|were)\b"
)


def is_light(norm: str, start: int, end: int) -> bool:
    """Say whether a span names nothing that a value could be of, so that the question did."""
    return all(found.group() in _LIGHT for found in _WORD.finditer(norm, start, end))
