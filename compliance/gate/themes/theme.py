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
    "free" says that something is not there ("pain free"), not what it costs. A ``frame`` is a
    stance on any subject: a claim that takes it is still read for what it means by its own words,
    and what it speaks of beside its cue stands for the subject; with ``whole`` what its cue names,
    too ("without a permit").
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
    frame: bool = False
    whole: bool = False


def frame(name: str, cues: str, says: str, *, whole: bool = False) -> Theme:
    """Return a frame."""
    return Theme(name, cues=cues, says=says, frame=True, whole=whole)
