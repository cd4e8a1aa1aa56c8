"""First person singular in a voice that says "we", and the plural that replaces it."""

from __future__ import annotations

from dataclasses import dataclass

from compliance.gate.text import Text, Token
from compliance.gate.tone.contractions import find_contractions
from compliance.gate.tone.participles import is_adverb

_PLURAL = {"i": "we", "me": "us", "my": "our", "mine": "ours", "myself": "ourselves"}
_AGREE = {"am": "are", "was": "were", "wasn't": "weren't"}
_ENDINGS = {"i'm": "we're", "i've": "we've", "i'll": "we'll", "i'd": "we'd"}
# A capital I after one of these counts: type I, phase I, World War I.
_NUMBERED = frozenset(
    """type phase class part level stage category schedule title chapter grade appendix article
    section volume war figure group tier exhibit form unit zone model mark series round act
    bp""".split()  # noqa: SIM905
)
# Only with a capital: "the plan I made" speaks, "Plan I" counts.
_COUNTED = frozenset(
    "plan option room vitamin step choice tower suite hall building wing gate lot bay".split()  # noqa: SIM905
)
_COUNTS_AFTER = _NUMBERED | _COUNTED
_MINE_IS_A_PLACE = frozenset("a an the gold coal salt silver old this that".split())  # noqa: SIM905


@dataclass(frozen=True, slots=True)
class FirstPerson:
    """A first person singular, by its span in the normalised text.

    ``plural`` stands for ``start:replace_end`` in lower case; ``None`` where it would not be
    English.
    """

    start: int
    end: int
    plural: str | None
    replace_end: int


def find_first_person(text: Text, *, expand: bool) -> list[FirstPerson]:
    """Return each first person singular; ``expand`` writes contractions of it in full."""
    tokens = text.tokens
    found: list[FirstPerson] = []
    for index, token in enumerate(tokens):
        word = token.text
        if word in _ENDINGS or word in {"i'd've", "im", "ive"}:
            found.append(_contracted(tokens, index, expand=expand))
        elif word in _PLURAL and _speaks(text, tokens, index):
            found.append(_plain(tokens, index, expand=expand))
    return found


def _speaks(text: Text, tokens: tuple[Token, ...], index: int) -> bool:
    """Say whether the word is a person speaking, not a numeral, a name or a place."""
    token = tokens[index]
    original = text.excerpt(*text.span(token.start, token.end))
    before = tokens[index - 1].text if index else ""
    after = tokens[index + 1].text if index + 1 < len(tokens) else ""
    if token.text == "i" and _is_label(text, tokens, index):
        return False
    if token.text == "i":
        joined = (
            index + 1 < len(tokens)
            and tokens[index + 1].start == token.end
            and after in {"-", "/", "&"}
        ) or (index and tokens[index - 1].end == token.start and before in {"-", "/", "&", "("})
        dotted = after == "." and (
            _next_is_joined(tokens, index + 1)
            or (index + 2 < len(tokens) and tokens[index + 2].text == "e")
        )
        return not (
            joined or dotted or before in _NUMBERED or after in {"ii", "iii", "bond", "bonds"}
        )
    if token.text == "me":
        # "the Treat Me facial": inside a sentence a capital makes it a name.
        opens = index == 0 or not tokens[index - 1].is_word
        return original != "ME" and (original != "Me" or opens)
    if token.text == "mine":
        return before not in _MINE_IS_A_PLACE
    if token.text == "my":
        if before in {"oh", "ah"}:
            return False
        return not _is_heading(text, tokens, index, original)
    return True


def _is_label(text: Text, tokens: tuple[Token, ...], index: int) -> bool:
    """Say whether an I stands in a label ("I Accept") or counts after a name ("Plan I")."""
    before = _written(text, tokens, index - 1)
    after = _written(text, tokens, index + 1)
    if before[:1].isupper() and before.casefold() in _COUNTS_AFTER:
        return True
    return after.istitle() and len(after) > 1 and before[:1].isalpha()


def _written(text: Text, tokens: tuple[Token, ...], index: int) -> str:
    if not 0 <= index < len(tokens):
        return ""
    return text.excerpt(*text.span(tokens[index].start, tokens[index].end))


def _next_is_joined(tokens: tuple[Token, ...], index: int) -> bool:
    """Say whether a letter follows a dot at once, as in i.e."""
    return (
        index + 1 < len(tokens)
        and tokens[index + 1].start == tokens[index].end
        and tokens[index + 1].is_word
    )


def _is_heading(text: Text, tokens: tuple[Token, ...], index: int, original: str) -> bool:
    """Say whether "My" opens a name in title case inside a sentence, such as My Account."""
    if original != "My" or index == 0:
        return False
    if not tokens[index - 1].is_word and tokens[index - 1].text not in {'"', "'"}:
        return False
    if index + 1 >= len(tokens):
        return False
    following = text.excerpt(*text.span(tokens[index + 1].start, tokens[index + 1].end))
    return following[:1].isupper()


def _contracted(tokens: tuple[Token, ...], index: int, *, expand: bool) -> FirstPerson:
    token = tokens[index]
    word = {"im": "i'm", "ive": "i've"}.get(token.text, token.text)
    end = token.end
    if word == "i'm":
        plural = "we are" if expand else "we're"
        if _is_role(tokens, index + 1):
            return FirstPerson(token.start, token.end, None, end)
    elif not expand:
        plural = _ENDINGS.get(word, "we'd've")
    elif word == "i'd":
        plural = "we would" if not _is_had(tokens, index) else "we had"
    else:
        plural = {"i've": "we have", "i'll": "we will"}.get(word, "we would have")
    if _joined_subject(tokens, index):
        return FirstPerson(token.start, token.end, None, end)
    return FirstPerson(token.start, token.end, plural, end)


def _is_had(tokens: tuple[Token, ...], index: int) -> bool:
    window = tokens[index : index + 6]
    read = find_contractions(window)
    return bool(read) and read[0].expansion == "i had"


def _plain(tokens: tuple[Token, ...], index: int, *, expand: bool) -> FirstPerson:
    token = tokens[index]
    nothing = FirstPerson(token.start, token.end, None, token.end)
    if token.text in {"i", "me", "myself"} and _joined_subject(tokens, index):
        return nothing
    if token.text == "my" and index + 1 < len(tokens) and tokens[index + 1].text == "name":
        return nothing
    if token.text == "myself" and index and tokens[index - 1].text == "by":
        return nothing
    plural = _PLURAL[token.text]
    if token.text != "i":
        return FirstPerson(token.start, token.end, plural, token.end)
    return _with_verb(tokens, index, plural, nothing, expand=expand)


def _with_verb(
    tokens: tuple[Token, ...],
    index: int,
    plural: str,
    nothing: FirstPerson,
    *,
    expand: bool,
) -> FirstPerson:
    """Make the verb agree: "I am" is "we are", "am I" is "are we", "I also was" too."""
    token = tokens[index]
    if index and tokens[index - 1].text in _AGREE:
        verb = tokens[index - 1]
        agreed = _AGREE[verb.text]
        if expand and verb.text == "wasn't":
            return FirstPerson(verb.start, token.end, "were we not", token.end)
        return FirstPerson(verb.start, token.end, f"{agreed} {plural}", token.end)
    position = index + 1
    between: list[str] = []
    if _is_one_role(tokens, index) or _verb_is_apart(tokens, index):
        return nothing
    while (
        position < len(tokens)
        and len(between) < 2
        and (is_adverb(tokens[position].text) or tokens[position].text == "myself")
    ):
        word = tokens[position].text
        between.append(_PLURAL.get(word, word))
        position += 1
    if position < len(tokens) and tokens[position].text in _AGREE:
        verb = tokens[position]
        if _is_role(tokens, position + 1):
            return nothing
        agreed = _AGREE[verb.text]
        if expand and verb.text == "wasn't":
            agreed = "were not"
        return FirstPerson(token.start, token.end, " ".join([plural, *between, agreed]), verb.end)
    return FirstPerson(token.start, token.end, plural, token.end)


def _is_role(tokens: tuple[Token, ...], index: int) -> bool:
    """Say whether a noun for one person follows ("I am the manager", "I am Dana")."""
    word = tokens[index].text if index < len(tokens) else ""
    return word in {"a", "an", "the", "your", "one"}


def _verb_is_apart(tokens: tuple[Token, ...], index: int) -> bool:
    """Say whether a verb that has to agree stands behind an aside: "I, your host, am here"."""
    if index + 1 >= len(tokens) or tokens[index + 1].text != ",":
        return False
    for position in range(index + 2, len(tokens) - 1):
        if not tokens[position].is_word:
            return tokens[position].text == "," and tokens[position + 1].text in _AGREE
    return False


def _is_one_role(tokens: tuple[Token, ...], index: int) -> bool:
    """Say whether the speaker names a role of one person: "I, the manager"."""
    after = [token.text for token in tokens[index + 1 : index + 3]]
    if len(after) == 2 and after[0] == "," and after[1] in {"a", "an", "the", "your"}:
        return True
    before = [token.text for token in tokens[max(0, index - 8) : index]]
    if not before or before[-1] != "," or "as" not in before:
        return False
    at = len(before) - 1 - before[::-1].index("as")
    opens = at == 0 or before[at - 1] in {".", "!", "?"}
    return opens and before[at + 1] in {"a", "an", "the", "your", "one"}


def _joined_subject(tokens: tuple[Token, ...], index: int) -> bool:
    """Say whether the pronoun is joined to another person: "Dana and I"."""
    if index < 2 or tokens[index - 1].text not in {"and", "or"}:
        return False
    # "and I" also opens a clause: "We checked, and I can confirm."
    if tokens[index].text != "i" and not tokens[index].text.startswith("i'"):
        return tokens[index].text == "me" or tokens[index].text == "myself"
    return tokens[index - 2].text not in {","} and not _clause_before(tokens, index - 1)


def _clause_before(tokens: tuple[Token, ...], index: int) -> bool:
    """Say whether four or more words of the sentence stand before a conjunction."""
    count = 0
    for token in reversed(tokens[max(0, index - 30) : index]):
        if token.text in ".!?;:":
            break
        count += token.is_word
    return count >= 4
