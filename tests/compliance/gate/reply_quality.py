"""What is wrong with how an edited reply reads, as far as a program can tell."""

import re

_CONNECTIVES = "also|however|and|but|so|plus|moreover|additionally|in addition|that said|likewise"
_SALUTATION = re.compile(
    r"\s*(?:(?:hi|hello|hey|dear|good (?:morning|afternoon|evening))\b[^.!?\n]{0,40}[,.!]?|"
    r"(?:thank you|thanks)\b[^.!?\n]{0,60}[.!]?|\s)*",
    re.IGNORECASE,
)
_FAULTS = {
    "two spaces": r"\S  +\S",
    "a space before a mark": r"\w +[.,;!?](?:\s|$)",
    "a mark of its own": r"(?:^|\n)[ \t]*[.,;:!?]+(?:\s|$)",
    "marks in a row": r"[,;:][ ]?[.,;:!]|(?<!\.)\.[ ]?\.(?!\.)|[!?]\.",
    "a connective alone": rf"(?i:(?:^|[.!?]\s+|\n)(?:{_CONNECTIVES})[,.]?\s*(?:[.!?]|$|\n))",
    "an empty item": r"(?:^|\n)[ \t]*(?:[-*•]|\d{1,2}[.)])[ \t]*(?:\n|$)",
    "a small letter after a sentence": r"[a-z]{3,}[.!?] +[a-z]{2,} ",
    "a for an": r"\b[Aa] (?:[aeio]\w|8\b|11\b|18\b|8\d)",
    "an for a": r"\b[Aa]n (?:[bcdfgjklmnpqrtvwxyz][a-z]|[2-79]\b|10\b)",
    "one with a plural": r"(?<![\d.,:/$-])1 (?:days|hours|minutes|months|years|weeks|percents)\b",
    "many with a singular": (
        r"(?<![\d.,:/$-])(?:[2-9]|\d\d+) (?:day|hour|minute|month|year|week)\b"
        r"(?! (?:window|limit|notice|policy|period|old|advance|stay|pass|trial|mark|minimum|rule))"
    ),
    "a plural that is": r"\b(?:hours|returns|refunds|we|they|you) is\b",
    "brackets that do not close": r"\([^()]*$",
}
_SOUNDS = {"a for an": r"[Aa] (?:one|once|uni\w*|use\w*|euro\w*)"}


def faults_of(before, after):
    """The faults of an edited reply that the draft did not have already, by name."""
    found = [
        name
        for name, pattern in _FAULTS.items()
        if len(_places(name, pattern, after)) > len(_places(name, pattern, before))
    ]
    opens = re.match(rf"\s*(?:{_CONNECTIVES})\b", after, re.IGNORECASE)
    if opens and not re.match(rf"\s*(?:{_CONNECTIVES})\b", before, re.IGNORECASE):
        found.append("opens with a connective")
    if before.strip()[:1].isupper() and after.strip()[:1].islower():
        found.append("opens with a small letter")
    if _SALUTATION.fullmatch(after):
        found.append("nothing but a salutation")
    numbers, had = _numbering(after), _numbering(before)
    if had == list(range(1, len(had) + 1)) and numbers != list(range(1, len(numbers) + 1)):
        found.append("broken numbering")
    return found


def _places(name, pattern, text):
    sounds = _SOUNDS.get(name)
    return [
        each.group()
        for each in re.finditer(pattern, text)
        if sounds is None or re.match(sounds, text[each.start() :]) is None
    ]


def _numbering(text):
    return [int(number) for number in re.findall(r"(?:^|\n)[ \t]*(\d{1,2})[.)] ", text)]
