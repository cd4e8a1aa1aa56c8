"""Small facts of English spelling that several tone fixes share: letter case, a and an."""

from __future__ import annotations

import re

# Words whose first sound is not what their first letter says.
_VOWEL_SOUND = re.compile(
    r"(?:hour|honest|honou?r|heir|[aefhilmnorsx]-|8|11\b|18\b)", re.IGNORECASE
)
_CONSONANT_SOUND = re.compile(r"(?:uni(?!n|m)|use|usu|eur?o|one\b|once\b|uk\b|us\b)", re.IGNORECASE)


def same_case(words: str, model: str) -> str:
    """Write ``words`` in the letter case of ``model``: lower, Capitalised or CAPITALS."""
    letters = [char for char in model if char.isalpha()]
    if not letters or not words:
        return words
    if len(letters) > 1 and all(char.isupper() for char in letters):
        return words.upper()
    if letters[0].isupper():
        return capitalised(words)
    return words


def capitalised(words: str) -> str:
    """Write the first letter of ``words`` as a capital and leave the rest."""
    return words[:1].upper() + words[1:]


def article_for(words: str) -> str:
    """Return ``a`` or ``an``, whichever stands before ``words``."""
    if _CONSONANT_SOUND.match(words):
        return "a"
    if _VOWEL_SOUND.match(words) or words[:1].casefold() in "aeiou":
        return "an"
    return "a"
