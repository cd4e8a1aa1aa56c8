"""What is required, said by what follows without it: "no receipt, no refund", "only with an ID"."""

from __future__ import annotations

import re
from typing import Final

from compliance.gate.policy.statements import Stated, Statements
from compliance.gate.policy.vocabulary import Term, label_of
from compliance.gate.text import Sentence
from compliance.gate.types import PlaceFacts

_REQUIRED: Final = frozenset({"required", "requires", "require"})
_OF_IT = (
    r"(?:(?:an?|the|your|any|their|its|his|her|that|of|proof|valid|current|copy|record|original|"
    r"signed|for|on|file|up[- ]to[- ]date) )*"
)
_ABSENT = re.compile(
    r"(?:\b(?:without|no|lacking|missing|lost|lose|misplaced|if not for)"
    r"|\b(?:don't|doesn't|didn't|do not|does not|did not|not|never) "
    r"(?:have|bring|find|keep|kept|got|get|hold|carry|show)"
    r"|\b(?:can't|cannot|couldn't) (?:find|show|produce))"
    rf" {_OF_IT}$"
)
_GONE = re.compile(
    r"(?:s|ed)?(?: (?:is|are|was|were|has been|goes|went|got)| gets?)? ?"
    r"(?:missing|lost|gone|misplaced|not (?:there|available|at hand))\b"
)
_UNLESS = re.compile(r"\b(?:unless|until|till)\b[^,.;]{0,40}$")
_ONLY = re.compile(
    rf"\bonly\b[^,.;]{{0,40}}\b(?:with|by|against|on|if (?:you|there)(?: \w+){{1,2}}) {_OF_IT}$"
)
_NEEDED_AT_ALL = re.compile(
    r"(?:s|ed)?(?: \w+)? (?:(?:is|are) )?(?:(?:not )?(?:needed|required|necessary)|helps?)\b"
)
_REFUSED = re.compile(
    r"\b(?:can't|cannot|can not|won't|will not|couldn't|wouldn't|unable|impossible"
    r"|unfortunately not)"
    r"\b|\b(?:isn't|is not|not|aren't|are not) (?:\w+ )?(?:possible|allowed|able"
    r"|an option|accepted)\b"
    r"|\bnothing (?:we|i|they) (?:can|could)\b|\b(?:refuse|decline|turn\w* (?:you|\w+) away)\b"
    r"|\bno (?!problem|worr|need|charge|fee|matter|big|trouble|longer|doubt|receipt)\w+\b"
    r"|\b(?:don't|do not|doesn't|does not) (?:take|accept|do|allow|give|offer|issue|see|board)\b"
)
_GRANTED = re.compile(
    r"\b(?:we|you|i|they|he|she|it)(?:'ll| will| can| could| may|'d| would)(?! not)\b"
    r"|\b(?:is|are|'s|that's|it's|works?) (?:\w+ )?(?:fine|okay|ok|possible|no problem|all right)\b"
    r"|\b(?:works?|goes? through|too|as well)\b"
    r"|\bno (?:problem|worries)\b|\bwelcome\b|\bstill (?:\w+ )?(?:take|accept|refund|return)\b"
)


def condition_statements(statements: Statements) -> list[Stated]:
    """Return what a draft makes depend on a thing that is not required, or lets go without."""
    found: list[Stated] = []
    for sentence in statements.text.sentences:
        place = statements.place_at(sentence.start)
        for term in statements.live(place):
            if isinstance(term.fact.value, bool) and _REQUIRED & {*term.roles}:
                stated = _read(statements, term, sentence, place)
                if stated is not None:
                    found.append(stated)
    return found


def _read(
    statements: Statements, term: Term, sentence: Sentence, place: PlaceFacts
) -> Stated | None:
    hits = [
        hit
        for topic in term.topics
        if (hit := statements.within(topic, sentence.norm_start, sentence.norm_end))
    ]
    if len(hits) < len(term.topics):
        return None
    start, end = min(hits)[0], max(hit[1] for hit in hits)
    says = _says_required(statements, sentence, start, end)
    if says is None or says is term.fact.value:
        return None
    if not says and _other_way(statements, term, place):
        return None  # going without has a rule of its own
    first, last = statements.text.span(start, end)
    how = statements.polarity_of(first, last)
    if how.question or how.reported:
        return None
    excerpt = statements.text.excerpt(sentence.start, sentence.end)
    return Stated(
        sentence.start,
        sentence.end,
        f"{'yes' if says else 'no'} (“{excerpt}”) to {label_of(term.fact)}",
        term.fact,
        place,
    )


def _says_required(statements: Statements, sentence: Sentence, start: int, end: int) -> bool | None:
    """Say whether a sentence lets nothing happen without the thing, or lets it happen."""
    norm = statements.text.norm
    head = norm[sentence.norm_start : start]
    tail = norm[end : sentence.norm_end]
    if _ONLY.search(head):
        return True
    unless = _UNLESS.search(head)
    absent = _ABSENT.search(head)
    if _NEEDED_AT_ALL.match(tail):
        return None
    gone = None if absent else _GONE.match(tail)
    if not (unless or absent or gone):
        return None
    opened = unless or absent
    begin = opened.start() if opened else len(head)
    rest = f"{head[:begin]} ; {tail[gone.end() :] if gone else tail}"
    if _REFUSED.search(rest):
        return True
    return False if not unless and _GRANTED.search(rest) else None


def _other_way(statements: Statements, term: Term, place: PlaceFacts) -> bool:
    return any(
        other.has(f"no_{topic.name}") and other.fact.value != "none"
        for other in statements.terms(place)
        for topic in term.topics
    )
