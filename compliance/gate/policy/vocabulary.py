"""From a bare policy key to the words that speak of it, known to the product or not.

A key is cut into concepts ("catering_cancel_notice_hours": catering, cancel; the rest says what
kind of value it is). Words that the vocabulary does not know stand for themselves, inflected, so
a term that an operator invents today is checked today.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from compliance.gate.policy.lookup import beginnings
from compliance.gate.policy.vocabulary_words import CONCEPTS, KEY_WORDS, ROLES, UNIT_SUFFIXES
from compliance.gate.types import PolicyFact


@dataclass(frozen=True, slots=True)
class Concept:
    """What a part of a key stands for: its name, how much it says alone, and its wordings.

    ``starts`` are the first letters that the wordings have (``None``: any).
    """

    name: str
    weight: float
    pattern: re.Pattern[str]
    starts: frozenset[str] | None


@dataclass(frozen=True, slots=True)
class Term:
    """A policy term as a text may speak of it.

    ``topics`` say which term it is; ``roles`` what kind of value (a fee, a window), which a
    sentence often leaves out; ``phrases`` are the operator's own words for the whole term, and
    ``weight`` is that of all topics together.
    """

    fact: PolicyFact
    topics: tuple[Concept, ...]
    roles: tuple[str, ...]
    role_pattern: re.Pattern[str] | None
    phrases: re.Pattern[str] | None
    weight: float

    def has(self, name: str) -> bool:
        """Say whether a concept is one of the term's topics."""
        return any(topic.name == name for topic in self.topics)


@lru_cache(maxsize=4096)
def concept(name: str) -> Concept:
    """Return the concept of that name, or one made of the word itself and its inflections."""
    if name in CONCEPTS:
        weight, words = CONCEPTS[name]
    elif name.startswith("per "):
        weight, words = 0.3, _inflected(name.removeprefix("per "))
    else:
        weight, words = 1.0, _inflected(name)
    pattern = re.compile(rf"(?<![\w$])(?:{words})(?!\w)")
    return Concept(name, weight, pattern, beginnings(words))


@lru_cache(maxsize=16384)
def words_for(fact: PolicyFact) -> Term:
    """Return the topics, roles and phrases by which a text may speak of a policy term."""
    names, roles = _read_key(fact)
    if "late" in names and "cancel" in names:
        names.remove("late")  # a late cancellation is a cancellation that costs
    role_words = "|".join(ROLES[role] for role in roles if ROLES.get(role))
    topics = tuple(concept(name) for name in dict.fromkeys(names))
    return Term(
        fact=fact,
        topics=topics,
        roles=tuple(roles),
        role_pattern=re.compile(rf"(?<!\w)(?:{role_words})(?!\w)") if role_words else None,
        phrases=_phrases(fact.words),
        weight=sum(topic.weight for topic in topics),
    )


def _read_key(fact: PolicyFact) -> tuple[list[str], list[str]]:
    """Cut a key into the concepts that it is about and the words for what kind of value it is."""
    names: list[str] = []
    roles: list[str] = []
    parts = stem_of(fact.key).split("_")
    index = 0
    while index < len(parts):
        joined = next(
            (
                size
                for size in (3, 2)
                if index + size <= len(parts) and "_".join(parts[index : index + size]) in KEY_WORDS
            ),
            0,
        )
        if joined:
            names.append(KEY_WORDS["_".join(parts[index : index + joined])])
            index += joined
            continue
        word = parts[index]
        index += 1
        if index < len(parts) and parts[index] in _PARTICLES and word not in ROLES:
            names.append(f"{word}-{parts[index]}")  # "move_out" is moved out of
            index += 1
            continue
        if names and word in UNIT_SUFFIXES and word.rstrip("s") == fact.unit.value.rstrip("s"):
            continue  # the unit, where it is not the last word: "booking_days_ahead"
        if word == "per" and index < len(parts) and names:
            names.append(f"per {parts[index]}")  # what a count is for says little of which it is
            index += 1
        elif word in ROLES or (_is_predicate(fact, word) and index == len(parts) and names):
            roles.append(word)
        elif word in KEY_WORDS:
            names.append(KEY_WORDS[word])
        elif word:
            names.append(_period(word) or word)
    if not names:
        names = [part for part in parts if part]
    return names, roles


def _is_predicate(fact: PolicyFact, word: str) -> bool:
    """Say whether the last word of a yes-or-no key tells what is or can be done ("admitted")."""
    known = word in KEY_WORDS or len(word) < _SHORTEST_STEM
    return isinstance(fact.value, bool) and not known and word.endswith(("ed", "able", "ible"))


def stem_of(key: str) -> str:
    """Return a key without the suffix that names its unit (``refund_window``)."""
    lowered = key.lower().replace("-", "_")
    for suffix in UNIT_SUFFIXES:
        if lowered.endswith(f"_{suffix}"):
            return lowered.removesuffix(f"_{suffix}")
    return lowered


def label_of(fact: PolicyFact) -> str:
    """Return the term's name for a person: its label, or its key in plain words."""
    return fact.label or stem_of(fact.key).replace("_", " ")


_PERIODS = {"m": "month", "y": "year", "d": "day"}


def _period(word: str) -> str:
    """Turn ``12mo`` into ``12 month``, which is how a text says it; other words into nothing."""
    found = re.fullmatch(r"(\d+)(mo|m|yr|y|d)", word)
    return f"{found[1]} {_PERIODS[found[2][0]]}" if found else ""


_PARTICLES = frozenset({"out", "up", "off", "over", "back", "down", "away"})
# Endings by which a noun and its verb differ, longest first; ``assembly``: assemble, assembled.
_ENDINGS = (
    ("ation", r"(?:ations?|at(?:e|es|ed|ing)|e|es|ed|ing|s)?"),
    ("ment", r"(?:ments?|e|es|s|ed|ing)?"),
    ("ance", r"(?:ances?|e|es|s|ed|ing)?"),
    ("ence", r"(?:ences?|e|es|s|ed|ing)?"),
    ("ion", r"(?:ions?|e|es|s|ed|ing)?"),
    ("al", r"(?:als?|n|e|es|s|ed|ing)?"),
    ("ly", r"l(?:y|ies|e|es|ed|ing)"),
    ("ry", r"r(?:y|ies|s|ed|ing)?"),
)
_SHORTEST_STEM = 5


def _of_plural(word: str) -> str:
    if word.endswith("ss"):
        return rf"{word}(?:es|ed|ing)?"
    if word.endswith(("xes", "ches", "shes", "sses", "zes")):
        return rf"{word}|{word[:-2]}"
    if word.endswith("ies") and len(word) > _SHORTEST_STEM:
        return rf"{word}|{word[:-3]}y"
    return rf"{word}|{word[:-1]}|{word}es"


def _derived(word: str) -> str:
    """Return the forms of a phrasal verb, or of a word that is made from another; else nothing."""
    head, dash, particle = word.rpartition("-")
    if dash and particle in _PARTICLES:
        return rf"(?:{_inflected(head)})[- ]?(?:\w+ ){{0,2}}{particle}s?"
    for ending, forms in _ENDINGS:
        if word.endswith(ending) and len(word) - len(ending) >= _SHORTEST_STEM:
            return re.escape(word.removesuffix(ending)) + forms
    return ""


def _inflected(word: str) -> str:
    derived = _derived(word)
    if derived:
        return derived
    if " " in word:
        return re.escape(word).replace(r"\ ", "[- ]") + "s?"
    if len(word) < 3 or word.isdigit():
        return re.escape(word)
    base = re.escape(word)
    if word.endswith("e"):
        return rf"{base}[sd]?|{base[:-1]}(?:ing|able|al)"
    if word.endswith("y") and word[-2] not in "aeiou":
        return rf"{base}(?:ing)?|{base[:-1]}i(?:es|ed)"
    if word.endswith("ing") and len(word) > 5:
        return rf"{base[:-3]}(?:e|s|es|ed|ings?)?"
    if word.endswith("s"):
        return _of_plural(word)
    return rf"{base}(?:s|es|ed|ing|ments?|able|{word[-1]}ed|{word[-1]}ing)?"


def _phrases(words: tuple[str, ...]) -> re.Pattern[str] | None:
    written = [re.escape(word.lower()).replace(r"\ ", r"[\s-]+") for word in words if word.strip()]
    return re.compile(rf"(?<!\w)(?:{'|'.join(written)})(?!\w)") if written else None
