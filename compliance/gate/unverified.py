"""What is done about a statement that is read with confidence and that no stored fact answers."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import Final

# What the rules of findings about such statements begin with.
UNVERIFIED: Final = "unverified:"


class UnverifiedAction(StrEnum):
    """What follows: nothing, a note on the draft, or a person who looks at it."""

    IGNORE = "ignore"
    ADVISE = "advise"
    BLOCK = "block"


@dataclass(frozen=True, slots=True)
class Unverified:
    """The action for each kind of facts.

    What differs from a stored fact is a violation and never in here. ``source`` is of knowledge:
    articles in doubt, and sources that left no trace in the words.
    """

    policy: UnverifiedAction = UnverifiedAction.ADVISE
    hours: UnverifiedAction = UnverifiedAction.ADVISE
    offer: UnverifiedAction = UnverifiedAction.ADVISE
    data: UnverifiedAction = UnverifiedAction.ADVISE
    source: UnverifiedAction = UnverifiedAction.ADVISE


# What applies where nobody says otherwise.
NOTES: Final = Unverified()
