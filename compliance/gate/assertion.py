"""Whether a draft puts forward what a claim means: its sign, its subject, without reserve."""

from __future__ import annotations

from typing import Final

from compliance.gate.claim_ideas import Idea, verbs
from compliance.gate.claim_words import PARTS
from compliance.gate.denial import DENIALS
from compliance.gate.lexicon import stem, words
from compliance.gate.matcher import Scan
from compliance.gate.meaning import Meaning
from compliance.gate.nodes import Node
from compliance.gate.polarity import Standing, standing
from compliance.gate.stream import Words

_FLIPS: Final = frozenset(
    stem(word)
    for word in words(
        "optional unnecessary voluntary unneeded forbidden banned lack zero waive forgo prevent"
    )
)
# These deny what follows them, not what went before.
_TURNING: Final = frozenset(stem(word) for word in words("waive forgo prevent"))
_SPEAKING: Final = frozenset(
    stem(word)
    for word in words(
        "say promise guarantee claim confirm know tell assure commit suggest state predict "
        "comment speak decide determine judge speculate imply advise recommend offer"
    )
)
_REFUSING: Final = frozenset(
    {"not", "never", "no", "cannot", "unable", "nobody", "none", "neither"}
)
# "We check that it is so" leaves open whether it is.
_CHECKING: Final = frozenset(stem(word) for word in words("check verify determine see test"))
_RESERVES: Final = frozenset(
    stem(word)
    for word in words(
        "may might could perhaps maybe possibly typically usually often sometimes generally "
        "likely hope try aim depend subject request expect should tend vary varies availability "
        "available unless most many some estimate goal would within only part except almost nearly"
    )
)
_CONDITIONS: Final = words("if unless whether provided assuming")
_OPEN: Final = frozenset({"what", "whatever", "how", "whether", "which", "if", "that"})
_DECIDING: Final = frozenset(stem(word) for word in words("depend varies"))
_LEFT_TO: Final = (["be", "up", "to"], ["be", "between", "you"], ["be", "for", "your"])
_SUBORDINATORS: Final = words(
    "if when while unless because though although which who that before after until whenever "
    "wherever since as even please"
)
_PRONOUNS: Final = words(
    "it they them this that these those he she him her one there his their both either"
)
_OTHERS: Final = words("we i they he she our it doctor")
# "What you owe" names a sum, and does not say that you owe it.
_NAMING: Final = words("what whatever")
_JOINTS: Final = words("or and nor")
_WHO: Final = words("you we i us they it he she")
_SOFT_OPENING: Final = frozenset(
    stem(word)
    for word in words(
        "please just then now so go ahead and to simply feel free safe okay fine yes no well "
        "definitely there is need not don't do you can should could may might want"
    )
)
_FREE: Final = words("can may could free freely welcome ok okay fine allow let get")
_ADJOINING: Final = 6
# So much is said that a pronoun may stand for what it is said of, though nobody named it.
_ENOUGH: Final = 2.0
_ASKING: Final = words("is are do does did will can could would has have am was were")


def said_at(
    read: Words, scan: Scan, meaning: Meaning, span: tuple[int, int], message: Scan
) -> tuple[int, int] | None:
    """Return the words that make a claim, where those of a span hold its ideas; else nothing."""
    start, end = span
    how = standing(read.text, *read.span(start, end))
    unsaid = (
        _torn(read, start, end, loose=meaning.share < 1.0)
        or (meaning.share < 1.0 and _unjoined(read, meaning, start, end))
        or how.reported
        or _asked(read, how, start)
        or _withheld(read, start)
        or _deferred(read, start, end)
        or "whether" in read.stems[start:end]
        or (len(meaning.ideas) == 1 and _NAMING.intersection(read.stems[max(0, start - 2) : start]))
        or _supposed(read, start, end)
        or (meaning.told and not _told(read, start))
        or (meaning.ours and _by_customer(read, start, offered=meaning.offered))
        or (meaning.sure and not meaning.denied and _reserved(read, start, end, _RESERVES))
        or (meaning.whole and not meaning.denied and _reserved(read, start, end, PARTS))
    )
    if unsaid:
        return None
    stands_for = meaning.antecedent
    if stands_for is not None and not _named_before(read, scan, stands_for, start, message):
        return None
    about: tuple[int, int] | None = start, start
    if meaning.subjects:
        about = _about(read, scan, meaning, span, message)
    if about is None or _denied(read, scan, meaning, span, how, about) != meaning.denied:
        return None
    if (
        about[1] > about[0]
        and not any(idea.said for idea in meaning.ideas)
        and read.clause_of[about[0]] != read.clause_of[start]
    ):
        return None
    near = about[1] > about[0] and max(about[0] - end, start - about[1]) <= _ADJOINING
    return (min(start, about[0]), max(end, about[1])) if near else span


def _named_before(read: Words, scan: Scan, node: Node, start: int, message: Scan) -> bool:
    """Say whether what a pronoun stands for was named shortly before it, or by the customer."""
    sentence = read.sentence_of[start]
    return any(
        at < start and sentence - 2 <= read.sentence_of[at] for at, _ in scan.find(node)
    ) or bool(message.find(node))


def _torn(read: Words, start: int, end: int, *, loose: bool) -> bool:
    """Say whether the span runs on into another statement, not just a clause that belongs to it."""
    crossed = read.clause_of[end - 1] - read.clause_of[start]
    if not crossed:
        return False
    if loose and crossed == 1:
        return "please" in read.raw[start:end]
    # "Bring a friend, and you get $20": what is ordered stands for a condition.
    first = read.sentence_start(start)
    ordered = read.stems[first] in verbs() and read.raw[first + 1] not in _ASKING
    for at in range(start + 1, end):
        joined = read.raw[at] in _SUBORDINATORS or (ordered and read.raw[at] == "and")
        if read.clause_of[at] != read.clause_of[at - 1] and not joined:
            return True
    return read.clause_of[end - 1] - read.clause_of[start] > 1


def _unjoined(read: Words, meaning: Meaning, start: int, end: int) -> bool:
    """Say whether things that are only named stand in different clauses."""
    return read.clause_of[end - 1] != read.clause_of[start] and not any(
        idea.said for idea in meaning.ideas
    )


def _asked(read: Words, how: Standing, start: int) -> bool:
    first = read.sentence_start(start)
    return how.question and read.raw[first] in _ASKING


def _withheld(read: Words, start: int) -> bool:
    """Say whether the draft declines to say it ("we cannot promise that ...")."""
    first = read.sentence_start(start)
    stems = read.stems
    for at in range(first, start):
        if stems[at] in {"whether"}:
            return True
        if stems[at] in _SPEAKING and _REFUSING & set(stems[max(first, at - 5) : at]):
            return read.clause_of[start] - read.clause_of[at] <= 1
        if stems[at] in {"depend", "decid"}:
            return True
        if stems[at] in _CHECKING and stems[at + 1] in {"that", "if"}:
            return True
    return False


def _deferred(read: Words, start: int, end: int) -> bool:
    """Say whether it is left to somebody or something else ("what it pays is up to them")."""
    after = read.stems[end : min(end + _ADJOINING, read.sentence_end(start))]
    if not _DECIDING.isdisjoint(read.stems[start : end + 2]):
        return True
    return any(
        word in _DECIDING or after[at : at + 3] in _LEFT_TO for at, word in enumerate(after)
    ) and not _OPEN.isdisjoint(read.stems[read.clause_around(start)[0] : start])


def _supposed(read: Words, start: int, end: int) -> bool:
    """Say whether all of it stands under a condition, or is to be preceded by something."""
    if read.clause_of[end - 1] != read.clause_of[start]:
        return False
    first, _ = read.clause_around(start)
    head = read.stems[first:start]
    if any(word in _CONDITIONS for word in head):
        return True
    return any(
        head[at] == "befor" and word in {"you", "they", "he", "she", "we"}
        for at, word in enumerate(head[1:])
    )


def _told(read: Words, start: int) -> bool:
    """Say whether it is the customer who is to do it."""
    first, _ = read.clause_around(start)
    head = read.stems[first:start]
    if "you" in head:
        return not any(word in _OTHERS for word in head[head.index("you") + 1 :])
    return all(word in _SOFT_OPENING for word in head)


def _by_customer(read: Words, start: int, *, offered: bool) -> bool:
    """Say whether it is the customer who does it, or is asked to, in the words right before it."""
    if "please" in read.raw[max(read.sentence_start(start), start - 2) : start]:
        return True
    head = read.stems[max(0, start - 4) : start]
    before = [word for word in head if word in _WHO]
    if not before or before[-1] != "you" or read.raw[start] == "should":
        return False
    # What the customer is free to do, the business offers.
    return not offered or _FREE.isdisjoint(head)


def _reserved(read: Words, start: int, end: int, reserves: frozenset[str]) -> bool:
    first, _ = read.clause_around(start)
    _, last = read.clause_around(end - 1)
    return not reserves.isdisjoint(read.stems[first:last])


def _about(
    read: Words, scan: Scan, meaning: Meaning, span: tuple[int, int], message: Scan
) -> tuple[int, int] | None:
    """Return where the claim's subject is named here; an empty span where it is stood for.

    ``None``: the draft speaks of something else.
    """
    start, end = span
    sentence = read.sentence_of[start]
    taken = {_place(scan, idea, start, end)[0] for idea in meaning.ideas}
    named = [place for subject in meaning.subjects for place in scan.find(subject)]
    here = [
        place for place in named if read.sentence_of[place[0]] == sentence and place not in taken
    ]
    if here:
        return min(here, key=lambda place: (max(place[0] - end, start - place[1], 0), place))
    earlier = any(sentence - 2 <= read.sentence_of[at] < sentence for at, _ in named)
    first = read.sentence_start(start)
    last = read.sentence_end(start)
    pronoun = any(raw in _PRONOUNS for raw in read.raw[first:last])
    if pronoun and (earlier or sum(idea.weight for idea in meaning.ideas) >= _ENOUGH):
        return start, start
    if start <= first + 1 and earlier:
        return start, start
    if any(message.find(subject) for subject in meaning.subjects):
        return start, start
    return None


def _denied(
    read: Words,
    scan: Scan,
    meaning: Meaning,
    span: tuple[int, int],
    how: Standing,
    about: tuple[int, int],
) -> bool:
    start, end = span
    covered: set[int] = set()
    turned = 0
    contrary: set[tuple[int, int]] = set()
    for idea in meaning.ideas:
        here, opposed = _place(scan, idea, start, end)
        node = idea.opposite if opposed and idea.opposite is not None else idea.node
        covered.update(at for at in range(*here) if not _apart(read, scan, node, here, at))
        # Two ideas in one contrary ("costs money", "at no charge") are denied once.
        turned += opposed and here not in contrary
        if opposed:
            contrary.add(here)
    for at in range(start, end):
        if at in covered:
            continue
        word = read.stems[at]
        free = word == "fre" and (
            read.stems[at + 1 : at + 2] in (["of"], ["from"]) or at - 1 in covered
        )
        turned += free or (word in _FLIPS and not _coordinated(read, at))
    first, last = read.clause_around(start)
    turned += sum(
        read.stems[at] in _FLIPS and not _coordinated(read, at) for at in range(first, start)
    )
    turned += sum(word in _FLIPS - _TURNING for word in read.stems[end:last])
    if end < len(read.stems) and read.stems[end] == "fre" and end - 1 in covered:
        turned += 1
    if read.stems[max(0, start - 2) : start] in (["fre", "of"], ["fre", "from"]):
        turned += 1
    inside = {at for at in map(read.denial_at, how.within) if at not in covered}
    # "We board pets without vaccines": the denial is the subject's.
    inside.update(at for at in range(end, about[0]) if read.stems[at] in DENIALS)
    # "It costs you nothing": the object denies.
    inside.update(at for at in range(end, min(end + 2, last)) if read.stems[at] == "nothing")
    return (turned + how.before + how.after + len(inside)) % 2 == 1


def _coordinated(read: Words, at: int) -> bool:
    """Say whether a verb shares what another is said of, and denies nothing ("waive or pay")."""
    beside = [*read.stems[max(0, at - 1) : at], *read.stems[at + 1 : at + 2]]
    return not _JOINTS.isdisjoint(beside) or any(
        "," in read.text.norm[read.ends[one] : read.starts[one + 1]]
        for one in (at - 1, at)
        if 0 <= one < len(read.stems) - 1
    )


def _apart(read: Words, scan: Scan, node: Node, span: tuple[int, int], at: int) -> bool:
    """Say whether a word in the span of an idea is a denial that is not the idea's own."""
    if read.stems[at] not in DENIALS or span[1] - span[0] == 1:
        return False
    return span in Scan(read.masked([at]), scan.concepts).find(node)


def _place(scan: Scan, idea: Idea, start: int, end: int) -> tuple[tuple[int, int], bool]:
    """Return where an idea stands in a span, and whether it is said by its opposite."""
    found = [
        (first - last, first, last, False)
        for first, last in scan.find(idea.node)
        if start <= first and last <= end
    ]
    if idea.opposite is not None:
        found.extend(
            (first - last, first, last, True)
            for first, last in scan.find(idea.opposite)
            if start <= first and last <= end
        )
    if not found:
        return (start, start), False
    _, first, last, opposed = min(found, key=lambda item: (item[0], item[3], item[1]))
    return (first, last), opposed
