"""From a rule's claim and examples to detectors, with nothing else needed.

A claim names themes (:mod:`compliance.gate.themes`) in general words; what no theme knows is
read as concepts and words that must stand together. Examples add their own phrases.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

from compliance.gate.claim_ideas import freedoms, topic
from compliance.gate.claim_reading import read_claim, read_example
from compliance.gate.claim_words import WHOLE
from compliance.gate.concepts import SHIPPED, shipped, things
from compliance.gate.denial import denied_within
from compliance.gate.index import Index
from compliance.gate.lexicon import words
from compliance.gate.matcher import Scan, anchor
from compliance.gate.meaning import Meaning, loosely, together, with_pronoun
from compliance.gate.nodes import Chain, Either, Family, Node, Phrase, Ref
from compliance.gate.patterns import parse
from compliance.gate.polarity import polarity
from compliance.gate.stream import LIGHT, Words
from compliance.gate.text import Text
from compliance.gate.themes import THEMES, by_name, lines
from compliance.gate.themes.idioms import IDIOMS
from compliance.gate.themes.theme import Theme

# How a legislator or an operator wraps a claim: what remains is the claim itself.
_FORBIDDING: Final = (
    r"\b(?:may|must|can|shall|should|is|are)(?:\s+not|n't|not)\s+(?:be\s+)?"
    r"(?:offered|advertised|promoted|claimed|promised|mentioned|stated|said|used|sent|suggested|implied|made|given|sold|allowed|"
    r"permitted)\b.*|"
    r"\b(?:is|are)\s+(?:prohibited|banned|forbidden|illegal|unlawful|restricted)\b.*"
)
_FORBIDDEN: Final = re.compile(_FORBIDDING, re.IGNORECASE)
_WRAPPING: Final = re.compile(
    _FORBIDDING + r"|^\s*(?:the\s+)?(?:draft|reply|message|text|it)?\s*"
    r"(?:mentions?|says?|states?|claims?|tells?\s+"
    r"(?:the|a)\s+\w+\s+that|suggests?|implies|asserts?|quotes?|describes?|advertis(?:es?|ing)|"
    r"promotes?|discuss(?:es)?|refers?\s+to|talks?\s+(?:about|of)|speaks?\s+(?:about|of)|"
    r"comments?\s+on|never\s+say)\s+(?:that\s+)?",
    re.IGNORECASE,
)
_GENERIC: Final = (
    words(
        "customer guest member client patient shopper visitor tenant store shop business company "
        "operator location brand spa clinic restaurant bank draft reply message text claim claims "
        "mention say state tell that which who be is are was do does can could will would may "
        "might must should have has of to in on at for "
        "from with by as than or and if when while about "
        "into per via its their one thing something anything item items good goods product "
        "products service services offer offers quote quotes given "
        "give make made get sold sell use used "
        "any other such like someone anyone person people way "
        "there here it they you we i us more less "
        "not no never without treatment kind type certain including include e.g etc how what "
        "only even too be being up out over under after before during between state states "
        "resident residents"
    )
    | LIGHT
)
_BROAD: Final = words(
    "treatment food dish raw fee deposit loan membership period everything credits lost view "
    "quoted_price refund tax review person_kind us_place commitment anytime healthy damage job "
    "arrive cash_reward weight body_part remedy warranty investment regulator vehicle legal_case"
)
_STATED: Final = re.compile(
    r"\s*(?:(?:draft|reply)\s+)?(?:(?:says?|tells?|states?|claims?|implies|suggests?)\b.{0,30}\bthat\b|"
    r"(?:promises|guarantees|refuses|denies|confirms)\b)",
    re.IGNORECASE,
)
_SPEAKING: Final = re.compile(
    r"^\s*(?:(?:draft|reply|message)\s+)?(?:mentions?|discuss(?:es)?|(?:talks?|speaks?|comments?)\s+"
    r"(?:about|of|on))\s+",
    re.IGNORECASE,
)
# What else says that a reply speaks of something; "states that" says what it says of it.
_NAMING: Final = re.compile(
    r"^\s*((?:draft|reply|message)\s+)?(?:names?|states?|quotes?|cites?|lists?|describes?|shows?|"
    r"gives?|refers?\s+to|touches\s+on|brings?\s+up)\s+(?!that\b|in\b|up\b|away\b|back\b)",
    re.IGNORECASE,
)
# "A teacher is a doctor" is said by "our doctor", "she's a doctor".
_BEING: Final = re.compile(r"\b(?:is|are) an?\b", re.IGNORECASE)
_TITLED: Final = parse("our | in-house | be a | certified | licensed | board-certified")
_PARENTHESES: Final = re.compile(r"\([^)]*\)")
_DURATION: Final = re.compile(
    r"(?:less than|under|within|fewer than|shorter than|before|below|sooner than)\s+"
    r"(?:[a-z]+\s+)?(\d+|one|two|three|five|seven|nine|ten)\s+(day|week|month|year)s?"
)
MONTHS: Final = {"day": 1 / 30, "week": 7 / 30, "month": 1.0, "year": 12.0}
_SPELLED: Final = {"one": 1, "two": 2, "three": 3, "five": 5, "seven": 7, "nine": 9, "ten": 10}


@dataclass(frozen=True, slots=True, eq=False)
class Detector:
    """A pattern with what must hold around it.

    ``subject``, when given, must be spoken of in the same sentence, or earlier where one of
    ``anaphors`` stands for it. ``topical``: any mention counts, denied or not. ``floor_months``:
    a stated duration at least so long is lawful. ``whole``: what is said of a part only is
    lawful. ``literal``: an example's own words; ``loose``: an idiom, whose words may reach beyond
    what makes the claim.
    """

    node: Node
    shown: str
    subject: Node | None = None
    anaphors: Node | None = None
    topical: bool = False
    floor_months: float | None = None
    whole: bool = False
    literal: bool = False
    loose: bool = False
    meaning: Meaning | None = None

    @property
    def subject_shown(self) -> str:
        """The subject in words for people."""
        return (
            f"@{self.subject.concept}"
            if isinstance(self.subject, Ref)
            else "what the claim is about"
        )

    @property
    def nodes(self) -> Iterator[Node]:
        """Every pattern that is looked up when the detector is weighed."""
        yield self.node
        if self.subject is not None:
            yield self.subject
        if self.anaphors is not None:
            yield self.anaphors
        if self.meaning is not None:
            yield from self.meaning.subjects
            if self.meaning.antecedent is not None:
                yield self.meaning.antecedent


@dataclass(frozen=True, slots=True)
class Derived:
    """What was derived from a claim and its examples."""

    detectors: tuple[Detector, ...]
    themes: tuple[str, ...]


def derive(claim: str, examples: tuple[str, ...], *, mention: bool = False) -> Derived:
    """Return the detectors that a claim and its examples amount to.

    ``mention``: the claim describes what a reply speaks of, not what it says of it, so that
    topics count however they are put.
    """
    if mention:
        claim = _NAMING.sub(r"\1mentions ", claim)
    bare = _WRAPPING.sub("", claim).strip() or claim
    taken = _cued(bare)
    cued = [item for item in taken if not item[0].frame]
    frames = [item for item in taken if item[0].frame]
    named = bool(cued)
    cued = cued or [item for item in _cued(", ".join([bare, *examples])) if not item[0].frame]
    if not mention:
        stated = [item for item in cued if not item[0].topical]
        cued = stated or cued
    floor = _floor(claim)
    whole = not mention and not WHOLE.isdisjoint(bare.lower().split()[:2])
    detectors = [
        detector
        for theme, _ in cued
        for detector in _theme_detectors(theme.name, floor, mention=mention, whole=whole)
    ]
    detectors.extend(
        _meant(
            _FORBIDDEN.sub("", _PARENTHESES.sub(" ", _SPEAKING.sub("", claim))),
            mention=mention,
            known=named,
        )
    )
    if not mention:
        for theme, spans in frames:
            detectors.extend(_frame_detectors(theme, topic(bare, spans, whole=theme.whole)))
    subject = next((theme.subject for theme, _ in cued if theme.subject), "") or _subject(bare)
    detectors.extend(_example_detectors(examples, subject, floor))
    detectors.extend(_like_examples(examples, mention=mention))
    return Derived(tuple(detectors), tuple(theme.name for theme, _ in (*cued, *frames)))


@lru_cache(maxsize=1)
def _cue_index() -> tuple[Index, tuple[tuple[Theme, Node], ...]]:
    # A claim may also be worded as a reply would word it.
    cues = tuple(
        (theme, parse(line))
        for theme in THEMES
        for line in (
            *lines(theme.cues),
            *(line for line in lines(theme.says) if not line.startswith("~")),
        )
    )
    concepts = shipped()
    return Index([anchor(node, concepts) for _, node in cues], concepts), cues


def _cued(claim: str) -> list[tuple[Theme, list[tuple[int, int]]]]:
    """Return the themes that a claim names, with the words that name them."""
    index, cues = _cue_index()
    read = Words(Text(claim))
    scan = Scan(read, shipped())
    # "Free of risk" costs what it costs.
    absent = sorted(freedoms(read))
    priced = Scan(read.masked(absent), shipped()) if absent else scan
    found: dict[str, tuple[Theme, list[tuple[int, int]]]] = {}
    for number in sorted(index.candidates(read)):
        theme, node = cues[number]
        spans = [
            span
            for span in (scan if theme.absence else priced).find(node)
            # "never expire" forbids the opposite of what "expire" does.
            if not polarity(read.text, *read.span(*span)).negated
            and not denied_within(read, node, span, shipped())
        ]
        if spans:
            found.setdefault(theme.name, (theme, []))[1].extend(spans)
    shadowed = {name for theme, _ in found.values() for name in theme.shadows}
    return [item for name, item in found.items() if name not in shadowed]


@lru_cache(maxsize=2_000)
def _theme_detectors(
    name: str, floor: float | None, *, mention: bool, whole: bool
) -> tuple[Detector, ...]:
    theme = by_name()[name]
    anaphors = parse(theme.anaphors)
    subject, idioms = IDIOMS.get(name, ("", ""))
    return tuple(
        Detector(
            node=parse(line.removeprefix("~")),
            shown=line,
            subject=Ref(subject) if subject and line.startswith("~") else None,
            topical=theme.topical and mention,
            floor_months=floor if theme.floor else None,
            whole=whole,
            loose=True,
        )
        for line in lines(idioms)
    ) + tuple(
        Detector(
            node=parse(line.removeprefix("~")),
            shown=line,
            subject=Ref(theme.subject) if theme.subject and line.startswith("~") else None,
            anaphors=anaphors if line.startswith("~") else None,
            topical=theme.topical and mention,
            floor_months=floor if theme.floor else None,
            whole=whole,
        )
        for line in lines(theme.says)
    )


def _frame_detectors(theme: Theme, about: Node | None) -> Iterable[Detector]:
    """Yield what a frame says; of a claim that speaks of nothing else, what needs no subject."""
    for line in lines(theme.says):
        bound = line.startswith("~")
        if about is not None or not bound:
            yield Detector(
                node=parse(line.removeprefix("~")),
                shown=line,
                subject=about if bound else None,
                loose=True,
            )


def _floor(claim: str) -> float | None:
    """Return the duration in months that a claim forbids to fall short of."""
    if (found := _DURATION.search(claim.lower())) is None:
        return None
    number = _SPELLED.get(found[1]) or int(found[1])
    return number * MONTHS[found[2]]


@lru_cache(maxsize=1)
def _concept_index() -> tuple[Index, tuple[str, ...]]:
    names = tuple(SHIPPED)
    concepts = shipped()
    return Index([anchor(concepts[name], concepts) for name in names], concepts), names


def _concepts_in(read: Words) -> list[tuple[int, int, str]]:
    index, names = _concept_index()
    scan = Scan(read, shipped())
    return [
        (start, end, names[number])
        for number in sorted(index.candidates(read))
        for start, end in scan.concept(names[number])
    ]


def _subject(claim: str) -> str:
    """Return the first thing that a claim speaks of, as a concept, or nothing."""
    for start, _, name in sorted(_concepts_in(Words(Text(claim)))):
        if name in things.CONCEPTS and start <= 4:
            return name
    return ""


def _meant(claim: str, *, mention: bool, known: bool) -> Iterable[Detector]:
    """Yield detectors for what a claim means by its own words."""
    topical = mention and not _STATED.match(claim)
    for meaning in read_claim(claim, mention=topical):
        if not (known and not mention) and (wider := loosely(meaning, mention=topical)) is not None:
            yield Detector(
                together(wider, mention=topical), wider.shown, topical=topical, meaning=wider
            )
        if not mention and _BEING.search(claim) and _is_title(meaning):
            title = Chain((_TITLED, meaning.ideas[0].node), ((0, 2),))
            yield Detector(title, f"our {{0,2}} {meaning.ideas[0].shown}", loose=True)
        alone = len(meaning.ideas) == 1 and not meaning.subjects
        if alone and known:
            continue
        if alone and not (topical and _is_telling(meaning.ideas[0].node)) and not meaning.denied:
            continue
        if topical and meaning.subjects and wider is not None:
            continue  # a topic is spoken of where both are named
        node = together(meaning, mention=topical)
        yield Detector(node, meaning.shown, topical=topical, meaning=meaning)
        if not topical and (other := with_pronoun(meaning)) is not None:
            yield Detector(together(other), other.shown, meaning=other)


def _is_title(meaning: Meaning) -> bool:
    """Say whether a claim's predicate is one name for what its subject is."""
    (idea, *others) = meaning.ideas
    return not others and bool(meaning.subjects) and not meaning.denied and not idea.said


def _is_telling(node: Node) -> bool:
    """Say whether a word or concept by itself shows what a reply speaks of."""
    match node:
        case Phrase(stems, _):
            return len(stems[0]) > 3
        case Ref(name):
            return name not in _BROAD
        case Family():
            return True
        case Either(options):
            return any(_is_telling(option) for option in options)
        case _:
            return False


def _like_examples(examples: tuple[str, ...], *, mention: bool) -> Iterable[Detector]:
    """Yield detectors for what examples say, in other words."""
    for example in examples:
        meaning = read_example(example)
        if meaning is not None:
            node = together(meaning, mention=mention)
            yield Detector(node, meaning.shown, topical=mention, meaning=meaning)


def _example_detectors(
    examples: tuple[str, ...], subject: str, floor: float | None
) -> Iterable[Detector]:
    for example in examples:
        read = Words(Text(example))
        kept = [
            (Ref("neg"), "@neg")
            if word in {"no", "not", "never", "without"}
            else (Phrase((word,), written=read.raw[index]), read.raw[index])
            for index, word in enumerate(read.stems)
            if word not in LIGHT and word not in {"be", "do", "will", "can", "have", "$", "and"}
        ]
        content = [shown for _, shown in kept if shown not in _GENERIC and shown != "@neg"]
        if not content and len(read.stems) < 4:
            continue
        has_subject = bool(subject) and bool(Scan(read, shipped()).concept(subject))
        alone = has_subject or not subject or len(content) >= 4
        if (len(content) < 2 or not alone) and len(read.stems) > 3:
            # It says too little by itself: all of its words, in a row, are the example.
            row = " ".join(read.raw)
            yield Detector(Phrase(tuple(read.stems), written=row), row, literal=True)
        if not content or (len(content) < 2 and not subject and len(content[0]) < 6):
            continue
        nodes = tuple(node for node, _ in kept)
        yield Detector(
            node=nodes[0] if len(nodes) == 1 else Chain(nodes, ((0, 2),) * (len(nodes) - 1)),
            shown=" {0,2} ".join(shown for _, shown in kept),
            literal=True,
            subject=None if alone or not subject else Ref(subject),
            anaphors=None if alone else parse("it | they | them | this | that | these | those"),
            floor_months=floor,
        )
