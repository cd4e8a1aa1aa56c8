"""Numbers as English writes them, in digits or in words, up to the millions."""

from __future__ import annotations

import re

_TO_NINETEEN = (
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen "
    "fifteen sixteen seventeen eighteen nineteen"
)
SMALL = {word: value for value, word in enumerate(_TO_NINETEEN.split())}
TENS = {
    word: value
    for value, word in zip(
        range(20, 100, 10),
        ("twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"),
        strict=True,
    )
}
_SCALES = {"hundred": 100, "thousand": 1000, "million": 1_000_000, "dozen": 12}
_ONES = "|".join(sorted((*SMALL, "single"), key=len, reverse=True))
_BELOW_HUNDRED = (
    rf"(?:(?:{'|'.join(TENS)})(?:[- ](?:{'|'.join(list(SMALL)[1:10])})\b)?|(?:{_ONES}))"
)
WORDS = (
    rf"\b(?:(?:(?:{_BELOW_HUNDRED}|an?|half a)[- ](?:hundred|thousand|dozen|million)|hundred|dozen)"
    rf"(?:[- ](?:hundred|thousand))?(?:[- ](?:and[- ])?{_BELOW_HUNDRED})?"
    rf"|an? (?:couple|pair)(?: of)?|an? (?:half )?dozen|{_BELOW_HUNDRED})\b(?: and a half\b)?"
)
DIGITS = r"(?:\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?|\.\d+)"
NUMBER = rf"(?:{DIGITS}|{WORDS})"
# Where a number may start; a decimal's or a thousand's second half is no start.
STARTS = re.compile(
    r"(?<!\d)(?<!\d[.,])\d|(?<!\d)\.(?=\d)"
    rf"|\b(?:{'|'.join(TENS)}|{_ONES}|an?|half|hundred|dozen)\b"
)
_DIGITS_ONLY = re.compile(DIGITS)


def number_value(written: str) -> float | None:
    """Return the value of a number in digits or English words, or ``None`` when it is neither.

    An article counts as one ("a" day), "a couple" as two, "half" as one half.
    """
    text = written.strip().lower().replace("-", " ")
    if _DIGITS_ONLY.fullmatch(text):
        return float(text.replace(",", ""))
    extra = 0.0
    if text.endswith(" and a half"):
        text, extra = text.removesuffix(" and a half"), 0.5
    words = [word for word in text.split() if word not in {"and", "of"}]
    if not words:
        return None
    if words == ["half"]:
        return 0.5
    if words[:2] in (["half", "a"], ["a", "half"]) and len(words) == 3:
        words, factor = words[2:], 0.5
    else:
        factor = 1.0
    total = _sum(words)
    return None if total is None else total * factor + extra


def _sum(words: list[str]) -> float | None:
    total, current = 0.0, 0.0
    for word in words:
        if word in {"a", "an", "single"}:
            current = 1
        elif word in {"couple", "pair"}:
            current = 2
        elif word in SMALL:
            current += SMALL[word]
        elif word in TENS:
            current += TENS[word]
        elif word in _SCALES:
            current = (current or 1) * _SCALES[word]
            if word in {"thousand", "million"}:
                total, current = total + current, 0
        else:
            return None
    return total + current


def in_words(value: int) -> str | None:
    """Write 0 to 999 in words ("twenty-five"), or return ``None`` outside of that."""
    if not 0 <= value < 1000:
        return None
    if value < 20:
        return list(SMALL)[value]
    if value < 100:
        tens = list(TENS)[value // 10 - 2]
        return tens if value % 10 == 0 else f"{tens}-{list(SMALL)[value % 10]}"
    rest = value % 100
    head = f"{list(SMALL)[value // 100]} hundred"
    return head if rest == 0 else f"{head} {in_words(rest)}"
