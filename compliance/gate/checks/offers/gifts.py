"""What a text says is free: *free fluoride*, *the third night is on us*, *we waive the fee*."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from compliance.gate.lexicon import expand

# A thing: up to four words, the last of which names it; "pair of glasses" is told by "pair".
_SMALL = (
    r"(?:and|or|so|but|then|with|for|of|on|in|at|to|from|if|when|that|which|we|you|it|they|i|is|are|be|not|no"
    r"|as|by|than|will|can|everything|anything|all|this|these|those)\b"
)
_THING = (
    rf"(?:(?!{_SMALL})[a-z-]+\s){{0,3}}(?P<noun>(?!{_SMALL})[a-z-]+)"
    r"(?:\sof\s(?:the\s|your\s)?[a-z-]+)?"
)
_COST = r"(?:charge|cost|expense)"
_NOTHING = (
    rf"(?:(?:at|for)\s(?:no|zero)\s(?:extra\s|additional\s|added\s)?{_COST}|without\s(?:extra\s)?{_COST}"
    rf"|free\sof\s{_COST}|for\sfree|gratis|on\sus\b(?!\sto\b)|on\sthe\shouse\b(?!\s\w+\s*[.,;!?])"
    r"|with\sour\scompliments|our\s(?:treat|gift)|for\snothing)"
)
_FORMS = tuple(
    re.compile("".join(parts))
    for parts in (
        (
            r"(?<![\w-])(?<!feel\s)(?:free|complimentary|zero-dollar|\$0)\s(?:[a-z-]+\s){0,2}?(?P<noun>[a-z-]+?)",
            r"(?=[.,;:!?)]|\s(?:with|when|if|on|for|in|at|this|all|of|to|and|until|through|today|now)\b|$)",
        ),
        (
            rf"\b{_THING}\s(?:is|are|comes?|will\sbe|would\sbe|goes|gets?)\s(?:then\s|also\s|now\s|all\s|completely\s)?",
            rf"(?:{_NOTHING}|waived\b|complimentary\b|free\b(?!\s(?:of|from|to|time|on|at|tomorrow)\b))",
        ),
        (rf"\b{_THING}\s(?:{_NOTHING}|waived\b|costs?\s(?:you\s)?nothing\b|free(?=[.,;!?]|$))",),
        (rf"\b(?:waiv(?:e|es|ing)|forgo|skip)\s(?P<thing>(?:the|your|our|that|any)\s{_THING})",),
        (
            rf"\b(?:drop|take|bring|cut|lower)s?\s(?P<thing>(?:the|your|our|that)\s{_THING})",
            r"\s(?:down\s)?to\s(?:zero|nothing|\$0)\b",
        ),
        (
            r"\b(?:there\sis|there's|pay|with|charge)\s(?P<thing>no\s(?:[a-z-]+\s){1,2}?(?P<noun>fees?))\b",
        ),
    )
)
_HINTS = (
    *("free", "complim", "charge", "waiv", "on us", "house", "nothing", "gratis", "treat", "gift"),
    *("cost", "zero", "$0", "expense", "skip", "forgo", " no "),
)
_WHICH = re.compile(
    r"\b(?:second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|\d{1,2}(?:nd|rd|th))\b"
)


class Gift(NamedTuple):
    """A thing told to be free, by the stem of its noun; ``which`` of several it is, if said."""

    start: int
    end: int
    noun: str
    which: str


def gifts(norm: str) -> Iterator[Gift]:
    """Yield what a normalised text says is free."""
    if not any(hint in norm for hint in _HINTS):
        return
    for form in _FORMS:
        for hit in form.finditer(norm):
            start = hit.start("thing") if "thing" in form.groupindex else hit.start()
            which = _WHICH.search(norm, start, hit.end())
            yield Gift(start, hit.end(), expand(hit["noun"])[0], which.group() if which else "")
