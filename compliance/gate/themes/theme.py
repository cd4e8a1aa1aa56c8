"""What a theme is."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Theme:
    """A kind of statement.

    ``subject`` is a concept, ``anaphors`` the words that stand for it once it was named.
    ``topical`` themes are triggered by a mention, whatever is said of it; ``floor`` means that a
    duration in the claim is a lower bound, so that a longer one in the draft is lawful. A theme
    is more exact than those that it ``shadows``, which a claim then does not mean. ``absence``: its
    "free" says that something is not there ("pain free"), not what it costs.
    """

    name: str
    cues: str
    says: str
    subject: str = ""
    anaphors: str = "it | they | them | this | that | these | those | one"
    topical: bool = False
    floor: bool = False
    shadows: tuple[str, ...] = ()
    absence: bool = False
