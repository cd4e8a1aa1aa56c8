"""What a phrase class is."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class PhraseClass:
    """A shipped list of phrases that a voice may do without, in the pattern language.

    ``about`` says in a line what it stands for; ``expressions`` are separated by ``|``, the
    most telling ones first. What a class that ``claims`` something finds only counts where the
    draft puts it forward: denied or merely reported it is no claim. What one that ``addresses``
    finds only counts of the reader: "a sweetheart" is somebody else. ``found`` and ``left`` are
    examples of what it finds and of what only looks like it.
    """

    about: str
    expressions: str
    found: tuple[str, ...]
    left: tuple[str, ...]
    claims: bool = False
    addresses: bool = False
