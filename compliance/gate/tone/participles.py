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


def takes_has(word: str, after: str) -> bool:
    """Say whether "'s" before ``word`` can only be *has*."""
    if word == "gone":
        return after in {"home", "to", "up", "down", "through", "out", "back", "into"}
    return word in _ONLY_WITH_HAS or (
        word == "taken" and after in {"us", "me", "you", "a", "an", "longer", "some", "too", "so"}
    )
