"""The mend of a prohibited phrase: an approved swap, a neutral one, or removal if it stands apart.

Whether a mend would itself use a prohibited phrase is for the caller to see.
"""

from __future__ import annotations

import re
from dataclasses import replace

from compliance.gate.text import Text
from compliance.gate.tone.phrases import PhraseUse, find_phrases
from compliance.gate.tone.removal import (
    detached,
    drop_detached,
    opens_sentence,
    remove_sentence,
    remove_words,
)
from compliance.gate.tone.swaps import (
    DEGREE,
    FREE_ADVERBS,
    PASSING,
    REASSURANCES,
    SWAPS,
    VOCATIVES,
)
from compliance.gate.tone.wording import article_for, capitalised, same_case
from compliance.gate.types import Edit, ToneOverlay

_DEGREE_AND_QUALITY = 2
# Words that make the phrase after them an answer or a denial; removing it would change the sense.
_POLARITY = frozenset("yes no yep nope yeah nah yup".split())  # noqa: SIM905

# Words that describe: by their ending, or because they are common.
_QUALITY = re.compile(
    r"(?!(?:\w*day|delivery|party|city|family|company|beauty|energy|quality|story|way|thing|"
    r"evening|"
    r"morning|meal|deal|place|saving|offering|filling|cleaning|training)s?\b)"
    r"(?:\w+(?:y|ing|ful|ed|ive|ous|able|ible|ic|al|less|ant|ent|est)|quick|fast|close|clean|"
    r"soft|calm|"
    r"nice|good|glad|simple|gentle|smooth|safe|warm|cool|clear|fresh|light|sweet|fun|short|"
    r"long|big|"
    r"small|great|kind|late|cheap|strong|hard|bright|hot|cold|new)\b"
)
_ARTICLE_BEFORE = re.compile(
    r"\b(?:(?:quite|rather|really|truly|absolutely) )?an? "
    r"(?:(?:real|total|true|absolute|great|complete|pure) )?$",
    re.IGNORECASE,
)
_FURTHER = re.compile(r"[,;:()\d$%]|\b(?:and|but|though|although|because|so|while|or)\b")
_STOPS = frozenset(",.;:!?")
_FRIENDS = frozenset(["my friend", "my friends", "my dear", "my love", "young lady", "young man"])
_INTERJECTIONS = frozenset(
    "aw aww oh ah hi hey hello thanks sorry well ok okay yes no dear you".split()  # noqa: SIM905
)


def mend_phrase(text: Text, use: PhraseUse, overlay: ToneOverlay) -> Edit | None:
    """Return the edit that takes a prohibited phrase out of a draft, or ``None``.

    An approved swap of the phrase itself goes before one of the class that lists it.
    """
    reason = f"“{use.phrase}” is not in this voice"
    use = _specific(text, use, overlay) if use.named else use
    approved = dict(_normalised(overlay.replacements))
    swap = approved.get(use.phrase.casefold())
    if swap is not None:
        start, end, _ = _with_next_word(text, use)
        return None if use.ending else _swap(text.original, start, end, swap, reason)
    use = _address_in(text, use)
    if use.named and (swap := approved.get(f"@{use.named}")) is not None:
        return _class_swap(text, use, swap, reason)
    return _unapproved(text, use, reason)


def _unapproved(text: Text, use: PhraseUse, reason: str) -> Edit | None:
    """Return the edit for a phrase that no approved swap is known of."""
    original = text.original
    start, end, said = _with_next_word(text, use)
    apart = detached(original, start, end)
    if said in REASSURANCES:
        return _reassurance(text, start, end, reason)
    if apart is not None and said in PASSING | _FRIENDS:
        if _is_whole_sentence(text, start, end):
            return remove_sentence(text, start, end, reason)
        return drop_detached(original, apart, reason)
    addressed = said in VOCATIVES and _after_interjection(original, start, end)
    if addressed or said in FREE_ADVERBS:
        return remove_words(original, start, end, reason)
    neutral = _neutral(original, start, end, said)
    if neutral is not None:
        return _swap(original, neutral[0], end, neutral[1], reason)
    if _may_go_whole(text, use, start, end):
        return remove_sentence(text, start, end, reason)
    return None


def _specific(text: Text, use: PhraseUse, overlay: ToneOverlay) -> PhraseUse:
    """Return the phrase with an approved swap of its own that a phrase of a class holds, if any."""
    for each in find_phrases(text, tuple(phrase for phrase, _ in overlay.replacements)):
        if use.start <= each.start and each.end <= use.end:
            return each
    return use


def _address_in(text: Text, use: PhraseUse) -> PhraseUse:
    """Return the address that ends a phrase of a class, else the phrase: what leads up may stay."""
    for count in (2, 1):
        words = use.words[-count:]
        if use.named and count < len(use.words) and " ".join(words) in VOCATIVES | _FRIENDS:
            first = text.tokens_between(use.start, use.end)[-count]
            return replace(use, start=first.start, words=words, phrase=" ".join(words))
    return use


def _class_swap(text: Text, use: PhraseUse, words: str, reason: str) -> Edit | None:
    """Swap any phrase of a class for the one that is approved for all of them.

    It is written for a place of its own, and takes on case and punctuation of where it goes.
    """
    original = text.original
    start, end = text.span(use.start, use.end)
    if not words:
        apart = detached(original, start, end)
        if _is_whole_sentence(text, start, end):
            return remove_sentence(text, start, end, reason)
        return None if apart is None else drop_detached(original, apart, reason)
    if original[end:].lstrip()[:1] in _STOPS:
        words = words.rstrip(",.;:!?")
    first = words.partition(" ")[0]
    if original[start].islower() and first != "I" and first[1:].islower():
        words = words[0].lower() + words[1:]
    return _swap(original, start, end, words, reason)


def _may_go_whole(text: Text, use: PhraseUse, start: int, end: int) -> bool:
    """Say whether a phrase's whole sentence may go: it answers nothing, or only reproaches."""
    if use.words[-1] == "have" and _stands_alone(text, start):
        return True
    says_no_answer = len(use.words) > 1 and not _POLARITY & set(use.words)
    return says_no_answer and _is_whole_sentence(text, start, end)


def _normalised(pairs: tuple[tuple[str, str], ...]) -> list[tuple[str, str]]:
    return [(phrase.strip().casefold(), replacement) for phrase, replacement in pairs]


def _with_next_word(text: Text, use: PhraseUse) -> tuple[int, int, str]:
    """Return the phrase's span and words; a next word joins where a swap exists for both.

    "Pursuant" alone has no swap, "pursuant to" has one.
    """
    start, end = text.span(use.start, use.end)
    said = " ".join(use.words)
    following = text.tokens_between(use.end, use.end + 12)[:1]
    if following and f"{said} {following[0].text}" in SWAPS:
        return start, text.span(use.start, following[0].end)[1], f"{said} {following[0].text}"
    return start, end, said


def _neutral(original: str, start: int, end: int, said: str) -> tuple[int, str] | None:
    """Return where the swap starts (an article in front may belong to it) and its words."""
    before = original[:start].rstrip().rpartition(" ")[2].casefold()
    if f"a {said}" in SWAPS:
        # "quite a steal", "a real steal": the words of degree are the phrase's own.
        article = _ARTICLE_BEFORE.search(original[:start])
        if article is not None:
            return article.start(), SWAPS[f"a {said}"]
    if said == "super" or (said in DEGREE and said in SWAPS):
        # An adverb before an adjective ("super easy"), else an adjective ("a super day").
        following = _QUALITY.match(original[end:].lstrip(" -").casefold())
        return start, SWAPS[said] if following else "excellent"
    if said in {"chill", "chill out"}:
        usable = before in {"can", "just", "please", "to", "and"} or opens_sentence(original, start)
        return (start, "relax") if usable else None
    if said in SWAPS:
        return start, SWAPS[said]
    words = said.split()
    if words[0] in DEGREE and len(words) == _DEGREE_AND_QUALITY:
        return start, " ".join(["very", *words[1:]])
    return None


def _swap(original: str, start: int, end: int, words: str, reason: str) -> Edit:
    """Replace words keeping their case; the article before them follows the new sound."""
    if not words:
        return _agree_article(original, remove_words(original, start, end, reason), end)
    model = original[start:end]
    if words.startswith("please ") and original[:start].casefold().endswith("please "):
        words = words.removeprefix("please ")
    replacement = words if any(char.isupper() for char in words) else same_case(words, model)
    if opens_sentence(original, start):
        replacement = capitalised(replacement)
    return _agree_article(original, Edit(start, end, replacement, reason), end)


def _agree_article(original: str, edit: Edit, end: int) -> Edit:
    """Widen an edit over the article in front when its sound has changed."""
    before = original[: edit.start].rstrip(" ")
    article = before.rpartition(" ")[2]
    if article.casefold() not in {"a", "an"} or before == original[: edit.start]:
        return edit
    following = edit.replacement or original[edit.end :]
    wanted = article_for(following)
    if wanted == article.casefold():
        return edit
    start = len(before) - len(article)
    gap = original[len(before) : edit.start]
    return Edit(start, edit.end, same_case(wanted, article) + gap + edit.replacement, edit.reason)


def _is_whole_sentence(text: Text, start: int, end: int) -> bool:
    sentence = text.sentence_at(start)
    rest = text.original[sentence.start : start] + text.original[end : sentence.end]
    return not any(char.isalnum() for char in rest)


def _stands_alone(text: Text, start: int) -> bool:
    """Say whether a reproach is all that its sentence says: no further clause, no answer in it."""
    sentence = text.sentence_at(start)
    norm = text.norm[sentence.norm_start : sentence.norm_end]
    return start == sentence.start and not _FURTHER.search(norm)


def _after_interjection(original: str, start: int, end: int) -> bool:
    """Say whether an address ends "Aw honey," or "Thanks buddy!"."""
    before = original[:start].rstrip().rpartition(" ")[2].casefold()
    return before in _INTERJECTIONS and original[end : end + 1] in {",", ".", "!", "?", ""}


def _reassurance(text: Text, start: int, end: int, reason: str) -> Edit | None:
    """Answer to thanks or to a request: gone when it stands alone, else "Certainly"."""
    original = text.original
    apart = detached(original, start, end)
    if apart is None:
        tail = original[end:].lstrip(" ").casefold()
        if tail.startswith("at all"):
            wider = end + original[end:].casefold().index("at all") + len("at all")
            return _reassurance(text, start, wider, reason)
        return None
    if _is_whole_sentence(text, start, end) and len(text.sentences) > 1:
        return remove_sentence(text, start, end, reason)
    if not apart[2]:
        return drop_detached(original, apart, reason)
    return Edit(start, end, "Certainly", reason)
