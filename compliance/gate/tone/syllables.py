"""How many syllables an English word has, told from its spelling.

Vowel groups are counted, after silent letters are taken out and vowels that are spoken apart are
parted; what follows no rule stands in a list.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Final

_CONSONANT: Final = "[bcdfghjklmnpqrstvwxz]"
# Each part of a compound is counted by itself, so that its silent e stays silent.
_FIRST: Final = (
    "some|home|house|life|time|there|where|here|fore|safe|care|take|make|line|side|price|phone|"
    "name|note|date|base|store|share|like|wine|skate|space|like|one|these|whole|case|face|fire|"
    "table|grape|game|gate|line|live|more|paste|wave|wise|every|any|pine|rope|shoe|state|wide"
)
_COMPOUND: Final = re.compile(
    rf"(?P<first>{_FIRST})(?P<rest>{_CONSONANT}[a-z]{{2,}}|one|on|over|up)"
)
# A suffix before which a final e is as silent as at the end of a word.
_SUFFIX: Final = re.compile(
    r"(?<=[aeiouy])(?P<stem>(?:[bcdfghjkmnprstvwxz]|[bcdfghjkmnprstvwxz]{2}|l))e"
    r"(?=(?:ments?|ly|ful(?:ly)?|less(?:ly)?|ness|some|sake|sted)$)"
)
# y between vowels is a consonant, and u after q.
_RESPELT: Final = ((re.compile(r"(?:^|(?<=[aeiou]))y(?=[aeiou])"), "j"), (re.compile(r"qu"), "q"))
# Vowels after which a syllable ends, though another vowel follows.
_APART: Final = re.compile(
    r"(?<=[^aeiouw])y(?=[aeiou])"
    r"|[aeiouy](?=ings?$)"
    r"|^re(?=i(?:n[a-z]{2}|m))"
    # reliable, appreciate, but special and financial
    r"|(?<![ctsx])i(?=a)|(?<=[ct])i(?=at)|(?<=s)i(?=a(?!n|l|$))"
    # various, ratio, but question and million
    r"|(?<![ctsxgn])(?<!ll)i(?=o)|(?<=[ct])i(?=o$|os$)"
    # client, quiet, easier, medium, but patient
    r"|(?<![ctsg])i(?=en[tc]|et)|(?<=[ct])i(?=ety)|i(?=um)|(?<=[a-z]{3})i(?=ers?$|est$)"
    # actual, cruel, influence, continuity, ruin, but language and persuade
    r"|(?<![qgs])u(?=[ao])|(?<=s)u(?=al)|(?<=[dfr])u(?=els?$)|(?<!g)u(?=en[tc])"
    r"|(?<!g)u(?=ity|in(?:s|ed)?$|ids?$)"
    # create, reaction, reality, theater, video, idea
    r"|(?:(?<=^th)|(?<=^r))e(?=at(?!h|s?$|y|ed$|ing$|en)|act|allo|ali)|(?<=cr)e(?=at)"
    r"|e(?=os?$|um)|(?<=^id)e(?=a)|(?<=^ar)e(?=a)|(?<=^th)e(?=o)|a(?=o)"
    # poem, cooperate
    r"|(?<=p)o(?=em|et)|(?<=^c)o(?=ord|op|inc|exi)"
)
_SILENT: Final = re.compile(
    # "able" and "articles" keep theirs; "changes", "boxes" and "wanted" too.
    rf"(?<=[aeiouy.])(?P<before>{_CONSONANT}*[bcdfghjkmnpqrstvwxz]|{_CONSONANT}*[lrw]l|l)e"
    rf"(?:$|(?<!se)(?<!xe)(?<!ze)(?<!ce)(?<!ge)(?<!che)(?<!she)s$|(?<!te)(?<!de)d$)"
)
_MUTE_GROUP: Final = re.compile(r"(?<=[aeiouy][gq])ue?s?$")
_VOWELS: Final = re.compile(r"[aeiouy]+")
_SYLLABIC_M: Final = re.compile(r"(?:s|th)ms?$")

_LISTED: Final = {
    1: "weren't",
    2: """business wednesday evening evenings every marriage carriage cashier premier soldier canyon
    hundred embed naked wicked sacred rugged science sciences cafe cafes hereby thereby drier
    flier""",
    3: "recipe recipes element elements everything everyone karaoke simile hundredths",
    4: "apostrophe catastrophe california facsimile",
}
_EXCEPTIONS: Final = {word: count for count, words in _LISTED.items() for word in words.split()}


@lru_cache(maxsize=16_384)
def syllables(word: str) -> int:
    """Return the syllables of a word in lower case, one at least; an apostrophe may be in it."""
    known = _EXCEPTIONS.get(word)
    if known is not None:
        return known
    head, _, ending = word.partition("'")
    if ending:
        return syllables(head) + _of_ending(head, ending)
    compound = _COMPOUND.fullmatch(word)
    if compound is not None and _VOWELS.search(compound["rest"]):
        return syllables(compound["first"]) + syllables(compound["rest"])
    return max(1, _groups(word))


def _of_ending(head: str, ending: str) -> int:
    """Count what an ending after an apostrophe adds: "it'll" has two, "we'll" one."""
    last = head[-1:]
    if ending == "t":
        return int(head.endswith(("dn", "sn", "tn")))
    if ending in {"ll", "ve", "re"}:
        return int(last not in "aeiouy")
    if ending == "d":
        return int(last in "td")
    return int(ending == "s" and last in "sxz")


def _groups(word: str) -> int:
    spoken = _MUTE_GROUP.sub("", word) if len(word) > 4 else word
    spoken = _SUFFIX.sub(lambda found: found["stem"], spoken)
    for pattern, letter in _RESPELT:
        spoken = pattern.sub(letter, spoken)
    spoken = _APART.sub(r"\g<0>.", spoken)
    if len(_VOWELS.findall(spoken)) > 1:
        spoken = _SILENT.sub(lambda found: found["before"], spoken)
    return len(_VOWELS.findall(spoken)) + bool(_SYLLABIC_M.search(word))
