"""Words as the matcher compares them: inflection folded away, contractions written out."""

from __future__ import annotations

from functools import lru_cache
from typing import Final


def words(listing: str) -> frozenset[str]:
    """Return the words of a space-separated listing."""
    return frozenset(listing.split())


_FORMS: Final = words(
    "is:be are:be was:be were:be am:be been:be being:be has:have had:have having:have does:do "
    "did:do doing:do went:go goes:go got:get gotten:get gave:give given:give "
    "took:take taken:take made:make paid:pay sold:sell bought:buy brought:bring came:come "
    "lost:lose kept:keep said:say told:tell thought:think found:find left:leave felt:feel "
    "meant:mean sent:send spent:spend stood:stand understood:understand held:hold ran:run "
    "began:begin begun:begin became:become chose:choose chosen:choose broke:break "
    "broken:break drove:drive driven:drive wrote:write written:write ate:eat eaten:eat "
    "drank:drink drunk:drink fell:fall fallen:fall grew:grow grown:grow knew:know "
    "known:know saw:see seen:see showed:show shown:show threw:throw thrown:throw "
    "caught:catch taught:teach met:meet won:win built:build dealt:deal wore:wear worn:wear "
    "worse:bad worst:bad men:man women:woman children:child feet:foot teeth:tooth "
    "people:person kids:kid lives:life knives:knife wives:wife leaves:leaf loaves:loaf "
    "healthier:healthy cheaper:cheap safer:safe taxes:tax taxed:tax dying:die lying:lie "
    "an:a colour:color favour:favor odour:odor cheque:check licence:license "
    "programme:program honour:honor totalling:total cancelled:cancel cancelling:cancel "
    "canceled:cancel canceling:cancel catering:catering caters:cater evening:evening "
    "morning:morning nothing:nothing something:something anything:anything "
    "everything:everything during:during king:king ring:ring spring:spring string:string "
    "wedding:wedding ceiling:ceiling building:building red:red bed:bed shed:shed speed:speed "
    "need:need feed:feed seed:seed breed:breed hundred:hundred sacred:sacred naked:naked "
    "this:this his:his its:its yes:yes plus:plus bus:bus gas:gas us:us as:as always:always "
    "perhaps:perhaps news:news series:series species:species diabetes:diabetes "
    "herpes:herpes rabies:rabies sensed:sense unsensed:sense warranties:warranty "
    "rating:rating ratings:rating parking:parking opening:opening openings:opening "
    "meeting:meeting"
)
_IRREGULAR: Final = {form: base for form, _, base in (pair.partition(":") for pair in _FORMS)}
_CONTRACTED: Final = {
    "can't": ("can", "not"),
    "won't": ("will", "not"),
    "shan't": ("shall", "not"),
    "ain't": ("be", "not"),
    "cannot": ("can", "not"),
    "let's": ("let", "us"),
    "y'all": ("you",),
    "gonna": ("go", "to"),
    "wanna": ("want", "to"),
    "'til": ("until",),
    "till": ("until",),
    "til": ("until",),
}
_TAILS: Final = {
    "'ll": "will",
    "'re": "be",
    "'ve": "have",
    "'m": "be",
    "'d": "would",
}
_IS_HEADS: Final = words("it that this there here he she what who where how everything one")
# What contractions are written out with: these are their own stems, however they are written.
_AUXILIARIES: Final = words("will shall have")
_VOWELS: Final = frozenset("aeiouy")
# Short words that another word would become without its silent e ("car", "care").
_DISTINCT: Final = words(
    "not car plan rat scar win bar her hop cut bit sit tap cap mat fin pin star rip rob hat far "
    "rid tub fat cub can man pan van cop hug wag ton met pet pal past wast bath breath cloth din "
    "scrap grip strip spin twin plat slid pop mop bid hid tap rag slop trip spit prim quit fir wir "
    "fil rol til mil hal bal tal mal pil hom cor sal mod cod nod rod lob glob rob stag kit sit cit "
    "writ whit unit"
) - words("fir wir cor sal cod past wast hom bath breath cloth prim whit writ cit hid")


@lru_cache(maxsize=50_000)
def stem(word: str) -> str:
    """Return the form that a word shares with its inflections (``expires``, ``expired``).

    The result need not be a word.
    """
    if word in _IRREGULAR:
        word = _IRREGULAR[word]
        return word if len(word) <= 3 or word in _AUXILIARIES else _bare(word)
    if word in _AUXILIARIES or len(word) <= 3 or not word.isascii() or not word.isalpha():
        return word
    return _bare(_strip(word))


def _strip(word: str) -> str:
    if word.endswith("ies") and len(word) > 4:
        return word[:-3] + "y"
    if word.endswith(("sses", "shes", "ches", "xes", "zes")):
        return word[:-2]
    if word.endswith("s") and not word.endswith(("ss", "us", "is")):
        word = word[:-1]
    if word.endswith("able") and len(word) > 8:
        return word[:-4]
    for ending in ("ing", "ed"):
        root = word.removesuffix(ending)
        if root in _DISTINCT and root != word:
            return root + "e"
        if root != word and len(root) >= 3 and _VOWELS & set(root):
            return root[:-1] + "y" if ending == "ed" and root.endswith("i") else root
    return word


def _bare(word: str) -> str:
    """Fold what inflection changes at the end: a silent e, a doubled consonant, y for i."""
    while len(word) > 3 and word.endswith("e") and word[:-1] not in _DISTINCT:
        word = word[:-1]
    if len(word) > 3 and word[-1] == word[-2] and word[-1] not in "aeiou":
        word = word[:-1]
    if len(word) > 3 and word.endswith("i"):
        word = word[:-1] + "y"
    return word


# In this order: the longest ending goes first.
_DERIVED: Final = (
    *("ization", "ation", "ition", "ments", "ment", "ness", "ances", "ance", "ences", "ence"),
    *("ancy", "ency", "ions", "ion", "ities", "ity", "ables", "able", "ibles", "ible", "ively"),
    *("ive", "ally", "al", "ly", "ers", "er", "ors", "or", "ists", "ist", "ant", "ent", "ful"),
    *("less", "ous", "ate", "iz", "is", "y"),
)
# Words whose ends only look like endings.
_WHOLE: Final = words(
    "apartment department universe university relative organic station nation ration notion "
    "moment comment segment element document number order matter water paper letter "
    "corner dinner summer winter weather whether together either other another never over "
    "doctor motor color floor mirror minor major senior junior patient student accident current "
    "present parent president restaurant instant distant animal hospital medical personal general "
    "capital hotel manual company city family party body county country society community "
    "security quality facility activity identity entity battery history industry factory delivery "
    "million pension mission station auction potion lotion motion version region religion "
    "question position condition option section action mansion fashion "
)


@lru_cache(maxsize=50_000)
def root(word: str) -> str:
    """Return what a stem shares with the words derived from it (``adopt``, ``adoption``)."""
    if len(word) < 6 or word in _WHOLE or not word.isalpha():
        return word
    found = word
    for _ in range(2):
        for ending in _DERIVED:
            if found.endswith(ending) and len(found) - len(ending) >= 4:
                found = found[: -len(ending)]
                break
        else:
            break
    return _bare(found)


@lru_cache(maxsize=50_000)
def expand(token: str) -> tuple[str, ...]:
    """Return the stems of a token of normalised text, its contraction written out.

    ``isn't`` gives the stems of ``is`` and ``not``; a possessive s is dropped.
    """
    if token in _CONTRACTED:
        return _CONTRACTED[token]
    if "'" not in token:
        return (stem(token),)
    if token.endswith("n't"):
        return (stem(token[:-3]), "not")
    for tail, full in _TAILS.items():
        if token.endswith(tail) and len(token) > len(tail):
            return (stem(token.removesuffix(tail)), full)
    head = token.removesuffix("'s").strip("'")
    if token.endswith("'s") and head in _IS_HEADS:
        return (stem(head), "be")
    return (stem(head.replace("'", "")),)
