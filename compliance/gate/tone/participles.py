"""Verb forms that tell "he'd gone" from "he'd go" and "it's been" from "it's closed"."""

from __future__ import annotations

# Irregular past participles that are no base form of the same verb.
_IRREGULAR = frozenset(
    """arisen awoken been begun bent bitten bled blown bought bound bred broken brought built
    burnt caught chosen clung crept dealt done drawn dreamt driven drunk dug eaten fallen fed felt
    fled flown forbidden forgiven forgotten fought found frozen given gone got gotten ground grown
    had heard held hidden hung kept known laid led left lent lain lit lost made meant met mistaken
    overlooked paid proven rebuilt ridden risen rung said sat seen sent sewn shaken shone shot
    shown shrunk slept slid sold sought spent spoken spun stolen stood struck stuck stung sung
    sunk sworn swum swung taken taught thought thrown told torn understood undone withdrawn woken
    won worn woven written""".split()  # noqa: SIM905 - a word list reads better as prose
)
# Base forms that end like a participle.
_BASE_IN_ED = frozenset(
    "need feed seed speed proceed succeed exceed embed shed bleed breed heed weed wed".split()  # noqa: SIM905
)
# After "it's" or "he's" these can only follow "has": verbs that take no passive.
_ONLY_WITH_HAS = frozenset(
    "been had got gotten become worked happened occurred lasted grown begun seemed".split()  # noqa: SIM905
)
# What happens of itself: after a pronoun's "'s" these follow "has" too, but after a noun's they
# may be what it owns.
_OF_ITSELF = frozenset(
    "arrived departed appeared disappeared come fallen risen failed died slipped ended".split()  # noqa: SIM905
)
# Participles that keep an object in the passive, or that a statement follows: "it's called the
# Elm", "she's pleased your visit went well", "it's confirmed your table is free".
_TAKES_MORE = frozenset(
    """given shown told sent called named taught asked charged paid denied promised offered awarded
    granted considered deemed made owed allowed permitted handed lent fed served billed pleased
    delighted thrilled worried concerned excited relieved honored honoured surprised disappointed
    touched confirmed decided agreed noted understood expected hoped said believed known guaranteed
    assured reminded informed convinced""".split()  # noqa: SIM905
)
_OBJECTS = frozenset("my your our his her their its me us him them it".split())  # noqa: SIM905
_ARTICLES = frozenset(["the", "a", "an"])
# "Closed the whole day": no object, though an article opens it.
_TIMES = frozenset(
    """day days week weeks month hour minute moment morning evening afternoon night year same next
    whole first last following bit lot little few couple second third other entire""".split()  # noqa: SIM905
)
_ADVERBS = frozenset(
    """already also always certainly definitely ever finally fully gladly gratefully happily just
    kindly most much never normally not now often only previously probably rather really recently
    since so still then too usually very""".split()  # noqa: SIM905
)


def is_adverb(word: str) -> bool:
    """Say whether a word may stand between an auxiliary and its verb."""
    return word in _ADVERBS or (len(word) > 4 and word.endswith("ly"))


def is_participle(word: str) -> bool:
    """Say whether a word is a past participle and not also a base form."""
    if word in _IRREGULAR:
        return True
    return len(word) > 3 and word.endswith("ed") and word not in _BASE_IN_ED


def happens_of_itself(word: str, after: str) -> bool:
    """Say whether "'s" after a pronoun is *has* since the verb takes no passive."""
    if word == "run":
        return after == "out"
    return word in _OF_ITSELF and after != "by"


def has_object(word: str, after: str, later: str) -> bool:
    """Say whether "'s" before a participle is *has* since the verb acts on what follows."""
    if not is_participle(word) or word in _TAKES_MORE:
        return False
    return after in _OBJECTS or (after in _ARTICLES and later not in _TIMES)


def takes_has(word: str, after: str) -> bool:
    """Say whether "'s" before ``word`` can only be *has*."""
    if word == "gone":
        return after in {"home", "to", "up", "down", "through", "out", "back", "into"}
    return word in _ONLY_WITH_HAS or (
        word == "taken" and after in {"us", "me", "you", "a", "an", "longer", "some", "too", "so"}
    )
