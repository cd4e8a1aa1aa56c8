"""Words in capitals that shout, told from acronyms, codes, keywords and names that have them.

A shout is written in small letters only where every word of it is known: what a reader cannot
look up may be a name.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import Enum, auto
from functools import lru_cache
from typing import Final

from compliance.gate.tone.removal import opens_sentence
from compliance.gate.tone.voice import Voice
from compliance.gate.tone.wording import capitalised
from compliance.gate.types import Edit
from compliance.gate.vocabulary import shipped_words


@dataclass(frozen=True, slots=True)
class Shout:
    """A run of capitals in the original text, how many words it shouts, and its quiet form."""

    start: int
    end: int
    words: int
    edit: Edit | None


class _Kind(Enum):
    LOUD = auto()  # an ordinary word
    EITHER = auto()  # a word and an abbreviation: US, IT, SAT
    KEPT = auto()  # an acronym, unit, numeral: it has its capitals anyway
    STRANGE = auto()  # known to no list: a word, or a name


@dataclass(frozen=True, slots=True)
class _Word:
    start: int
    end: int
    text: str
    kind: _Kind


_CAPITALS: Final = re.compile(r"[A-ZÀ-ÖØ-Þ]{2}|[A-Z]['’][A-Z]")
_LETTERS: Final = r"[A-ZÀ-ÖØ-Þ]+(?:['’][A-ZÀ-ÖØ-Þ]+)*"
_WORD: Final = re.compile(
    rf"(?<![\w@#/&+'’.-]){_LETTERS}(?:-{_LETTERS})*(?![\w@/&+]|[-'’.]\w)|(?<![\w.-])\d+%?(?![\w.-])"
)
# What may stand between two words of one run; the end of a sentence or line parts runs.
_GAP: Final = re.compile(r",? | [-–—&] ")
# An ordered keyword or a code: "Reply STOP", "text JOIN or HELP", "code WELCOME", "click SUBMIT".
_ASKED: Final = re.compile(
    r"\b(?:(?:reply|text|txt|send|sent|type|enter|respond|press|click|tap|hit|select|choose|pick|"
    r"use|apply|say|key|quote)(?:ing|ed)?(?: (?:us|back|with|in|the|a|word|code|keyword|coupon|"
    r"promo))*|codes?|coupons?|vouchers?|keywords?|(?:code|word|password|pin) (?:is|was)|"
    r"codes? (?:is|are)|ref(?:erence)?|order|sku|gate|room|size|model)[ :]*[\"“'‘*]*"
    # "code SAVE20 or FAVORITE": the next of several.
    r"(?:(?-i:[A-Z0-9]{2}[A-Z0-9-]*)[\"”'’*]*(?:,? (?:or|and) |, |/)[\"“'‘*]*)*$",
    re.IGNORECASE,
)
_KEYWORDS: Final = frozenset(
    "STOP HELP START END QUIT CANCEL UNSUBSCRIBE JOIN YES NO INFO RESUME OPTOUT".split()  # noqa: SIM905
)
_DOES: Final = re.compile(r"[\"”'’*]* (?:to|2|for) ", re.IGNORECASE)
_NUMERAL: Final = re.compile(r"(?=[IVXLC]{2})(?:XC|XL|L?X{0,3})(?:IX|IV|V?I{0,3})$")
_TITLED: Final = re.compile(r" ?[A-Z][a-z]+")
_TITLED_BEFORE: Final = re.compile(r"[A-Z][a-z]+ $")

_KEPT: Final = frozenset(
    """am pm ok id ids faq faqs diy asap fyi eta etd tba tbd tbc rsvp aka vip ceo cfo coo cto
    hr pr tv dvd cd pc usb led lcd hd uhd wifi gps atm pin pins sim sms mms qr url pdf jpg
    jpeg png gif html csv api app ios llc inc ltd plc co corp usa uk uae eu un nato nasa fda
    ftc fcc cdc epa irs dmv dot osha usda doj fbi hipaa gdpr ccpa ada coppa tcpa ssn ein tin
    vat gst hst pst usd cad eur gbp aud jpy chf apr apy ira hsa fsa hoa fico fdic ach ppo hmo
    iban bic cvv cvc btc eth visa amex ups usps dhl fedex po est edt cst cdt mst mdt pdt utc
    gmt bst cet kg lb lbs oz ml cm mm km mph mpg kcal kwh hp db hz ghz mhz gb mb tb kb xs xl
    xxl xxxl spf uv uva uvb bpa pvc thc cbd dna rna mri ct icu er cpr adhd ptsd pcos hiv aids
    covid gerd tmj lasik ibs std sti iv lpn rn md dds dvm phd mba bsc msc gpa sat lsat mcat
    gre ged hvac suv rv atv awd fwd abs tbsp tsp ny nyc la dc sf al ak az ar ca de fl ga ia il
    ks ky mn mo ms mt nc nd ne nh nj nm nv ri sc sd tn tx ut va vt wa wi wv wy mon tue tues
    wed thu thur thurs fri sun jan feb mar jun jul aug sep sept oct nov dec mr mrs dr jr sr st
    ave blvd apt bogo lol omg brb imo btw etc ps bbq blt gf ac dj mc bmw kfc hbo nfl nba mlb
    nhl ncaa ufc wwe aarp naacp ymca ywca aaa lgbt lgbtq lgbtqia esl eft rma sku upc isbn nda
    tos eula crm erp ai ui ux vr seo roi kpi aed mxn inr cny ems emt gop cpa cfp cfpb ncua
    cctv dea fib hepa ipa ipads iq ics oem pro rx tai ii iii gpu cpu ssd ram os rgb yt""".split()  # noqa: SIM905
)
# Short words that nobody takes for an abbreviation: these shout alone.
_SHORT: Final = frozenset(
    """all and any are ask bad bag best big but buy day did do don't end few for free fun get give
    got had has her him his hot how huge its just let lot may more most much must new no nor not now
    off one only our out own pay put say see she six so stop ten the they this too top try two use
    very wait was way why win with yes yet you your if is be by my to up we""".split()  # noqa: SIM905
)
# A lone one of these shouts even beside a word with a capital ("FREE Delivery"); another may be
# half of a name ("the GLOW Facial").
_STRESSED: Final = _SHORT | frozenset(
    """sale never always please urgent important attention today tonight every everything absolutely
    really limited final last hurry fast massive amazing save thank thanks don't can't won't
    warning""".split()  # noqa: SIM905
)
_LOUD: Final = frozenset(
    """exclusive congratulations congrats delicious fantastic fabulous gorgeous stunning yay hooray
    wow oops grand hello bonanza blowout clearance spectacular unbelievable incredible literally
    seriously yourselves ourselves freebie freebies giveaway sold-out""".split()  # noqa: SIM905
)
_CONTRACTED: Final = frozenset("t re ve ll d m".split())  # noqa: SIM905
_PROPER: Final = frozenset(
    """monday tuesday wednesday thursday friday saturday sunday january february april june july
    august september october november december christmas easter thanksgiving hanukkah halloween
    diwali god english french spanish american british canadian""".split()  # noqa: SIM905
)


def find_shouting(voice: Voice) -> list[Shout]:
    """Return the runs of capitals that shout, in order; a line of capitals is one too."""
    original = voice.text.original
    if _CAPITALS.search(original) is None:
        return []
    found: list[Shout] = []
    for run in _runs(voice):
        kept = _trimmed(original, run)
        if kept:
            found.append(_shout(original, kept))
    return found


def _runs(voice: Voice) -> Iterator[list[_Word]]:
    """Yield the runs of capitals that are the voice's own."""
    original = voice.text.original
    run: list[_Word] = []
    for match in _WORD.finditer(original):
        start, end = match.span()
        if run and not _GAP.fullmatch(original, run[-1].end, start):
            yield run
            run = []
        asked = is_keyword(original, start, end)
        kind = _Kind.KEPT if asked else _kind(match.group().replace("’", "'"))
        if match.group() == "AM" and run and run[-1].text == "I":
            kind = _Kind.LOUD  # no time of day
        if kind is not _Kind.KEPT and not voice.owns_original(start, end):
            yield run
            run = []
            continue
        run.append(_Word(start, end, match.group(), kind))
    yield run


def is_keyword(original: str, start: int, end: int) -> bool:
    """Say whether a reader is told to write, press or quote just this word in capitals."""
    if end - start < 2 or not original[start].isalpha():
        return False
    if original[start:end] in _KEYWORDS and _DOES.match(original, end):
        return True
    asked = _ASKED.search(original, max(0, start - 60), start)
    # "USE OUR": a line in capitals asks for no word in particular.
    return asked is not None and (not asked.group().isupper() or original[start:end] in _KEYWORDS)


@lru_cache(maxsize=4_096)
def _kind(word: str) -> _Kind:
    """Say what a word in capitals is; a compound is the least known of its parts."""
    parts = word.casefold().split("-")
    if len(parts) > 1 and word.casefold() not in _LOUD:
        kinds = [_kind(part.upper()) for part in parts]
        for kind in (_Kind.KEPT, _Kind.STRANGE):
            if kind in kinds and not {"A", "I"} & set(word.split("-")):
                return kind
        return _Kind.LOUD if len(parts[0]) > 1 else _Kind.KEPT
    plain = parts[0]
    if plain in {"a", "i"}:
        return _Kind.EITHER
    if len(plain) < 2 or not plain[0].isalpha() or plain in _KEPT or _is_numeral(word):
        return _Kind.KEPT
    if plain in _LOUD or plain in _SHORT or plain in _PROPER:
        return _Kind.LOUD
    head, _, ending = plain.partition("'")
    if ending:
        # O'NEILL and DANA'S are names, whatever WE'RE and TODAY'S are.
        owned = _kind(head.upper()) if ending == "s" else _Kind.STRANGE
        return _Kind.LOUD if ending in _CONTRACTED else owned
    if not shipped_words().knows(plain):
        return _Kind.STRANGE
    return _Kind.LOUD if len(plain) > 3 else _Kind.EITHER


def _is_numeral(word: str) -> bool:
    return len(word) > 1 and _NUMERAL.match(word) is not None and word != "MIX"


def _trimmed(original: str, run: list[_Word]) -> list[_Word]:
    """Return the part of a run that shouts, none where nothing surely does."""
    loud = sum(word.kind is _Kind.LOUD for word in run)
    if not loud:
        return []
    first, last = 0, len(run)
    while first < last and _is_edge(original, run[first], loud, first=True):
        first += 1
    while first < last and _is_edge(original, run[last - 1], loud, first=False):
        last -= 1
    words = run[first:last]
    if len(words) == 1 and words[0].text.casefold() not in _STRESSED:
        # "the GLOW Facial", "Lumen GLOW": a capital beside it makes it half of a name.
        before = _TITLED_BEFORE.search(original, max(0, words[0].start - 30), words[0].start)
        named = before is not None and not opens_sentence(original, before.start())
        if named or _TITLED.match(original, words[0].end):
            return []
    return words


def _is_edge(original: str, word: _Word, loud: int, *, first: bool) -> bool:
    """Say whether a word at the edge of a run stays as it is: an acronym, or what may be one."""
    if word.text in {"A", "I"}:
        # A pronoun or a sentence's first article has its capital in any case.
        return word.text == "I" or (first and opens_sentence(original, word.start))
    if word.kind is _Kind.EITHER:
        before = original[max(0, word.start - 4) : word.start]
        named = word.text == "US" and before.casefold() == "the "
        return named or (first and loud < 2)
    strange = word.kind is _Kind.STRANGE and len(word.text) <= 4
    return word.kind is _Kind.KEPT or strange


def _shout(original: str, words: list[_Word]) -> Shout:
    start, end = words[0].start, words[-1].end
    count = sum(word.kind is not _Kind.KEPT for word in words)
    if any(word.kind is _Kind.STRANGE for word in words):
        return Shout(start, end, count, None)
    quiet, position = "", start
    for word in words:
        quiet += original[position : word.start] + _quiet(original, word)
        position = word.end
    return Shout(start, end, count, Edit(start, end, quiet, "this voice does not shout"))


def _quiet(original: str, word: _Word) -> str:
    plain = word.text.casefold()
    if word.kind is _Kind.KEPT or plain == "i" or plain.startswith(("i'", "i’")):
        return word.text if word.kind is _Kind.KEPT else capitalised(plain)
    opens = opens_sentence(original, word.start)
    return capitalised(plain) if opens or plain in _PROPER else plain
