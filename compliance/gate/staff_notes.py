"""Notes between colleagues that have no place in a reply: labels, asides, remarks on people."""

from __future__ import annotations

import re

from compliance.gate.text import Text

# Markers of notes between colleagues. The bracketed ones are cut out whole.
_STAFF = (
    r"(?:internal(?: note| use| only| comment)?|staff(?: note| only| use)?|"
    r"agent(?: note| only)?|private note|note to (?:self|staff|agent|team|"
    r"manager)|crm(?: note)?|csr note|supervisor note|confidential|"
    r"do not share|back ?office)"
)
_BRACKETED = re.compile(rf"[\[({{<]{{1,2}}\s*{_STAFF}\b[^\])}}>]*[\])}}>]{{1,2}}")
_LABELLED = re.compile(rf"(?:(?<=^)|(?<=[.!?\n] )|(?<=\n))(?:fyi:? )?{_STAFF}\s*(?::|-|--)\s*")
_REMARKS = re.compile(
    r"\b(?:note to (?:self|staff)|(?:do not|don't|never) (?:tell|"
    r"mention (?:this |it )?to|share (?:this |it )?with|show (?:this )?to|"
    r"let) (?:the |this )?(?:customer|client|guest|member|patient|caller|"
    r"them know)|between us staff|for staff eyes|internal (?:use|eyes) only|"
    r"per (?:the )?(?:manager|gm|supervisor|legal)'?s? (?:note|instructions?)|"
    r"(?:customer|client|guest|member|patient|caller) (?:is|seems|"
    r"was) (?:a )?(?:difficult|rude|angry|abusive|known|repeat|serial|chronic|"
    r"flagged|high[- ]risk|lying|likely lying|problem\w*|cheap|entitled|pain)|"
    r"(?:repeat|serial|chronic|known|frequent) (?:complainer|returner|"
    r"refunder|abuser|offender)|(?:flagged|marked|tagged) (?:as|"
    r"for) (?:fraud\w*|abuse|risk|difficult|vip risk|churn\w*)|churn risk|"
    r"fraud (?:score|flag|risk)|risk score|lifetime value|our (?:profit )?margins?|"
    r"cost price|wholesale cost|"
    r"(?:cancel(?:lation)?|flight|retention) risk|(?:just )?between (?:us|you and me)(?=[,.;!]|$)|"
    r"(?:we|i|staff|agents?|the team|everyone here)(?:'ve| have|'re| are| were| was)*(?: been)? "
    r"(?:told|instructed|asked|advised) (?:not )?to (?:push|be careful|avoid|upsell|steer|"
    r"discourage|talk you|keep you|sell)|"
    r"(?:not|\w+n't) (?:really )?(?:supposed|meant|allowed) to (?:say|tell you|mention|share|"
    r"admit) (?:this|that)\b|"
    r"(?:manager|supervisor|gm|owner|head office|corporate)(?:'s)? (?:notes?|memo|instructions?) "
    r"(?:says?|tells?|asks?)|(?:customer|client|guest|member|patient|she|he|you) (?:always |often |"
    r"tends? to |keeps? )complain\w*|(?:she|he) complains|we make (?:about |around |nearly |over )?"
    r"[\w-]+ ?(?:percent|%|dollars) on)\b"
)


def staff_notes(text: Text) -> list[tuple[int, int]]:
    """Return the original spans of what is meant for staff only, in order, never overlapping."""
    spans = [text.span(*hit.span()) for hit in _BRACKETED.finditer(text.norm)]
    for hit in _LABELLED.finditer(text.norm):
        start, _ = text.span(*hit.span())
        spans.append((start, _line_end(text.original, start)))
    for hit in _REMARKS.finditer(text.norm):
        sentence = text.sentence_at(text.span(*hit.span())[0])
        spans.append((sentence.start, sentence.end))
    kept: list[tuple[int, int]] = []
    for start, end in sorted(spans):
        if not kept or start >= kept[-1][1]:
            kept.append((start, end))
    return kept


def _line_end(original: str, start: int) -> int:
    end = original.find("\n", start)
    return len(original) if end < 0 else end
