"""How replies are to sound, and what their channel allows."""

from __future__ import annotations

from dataclasses import dataclass

from compliance.gate.quiet.windows import QuietWindow
from compliance.gate.types.rules import Placement


@dataclass(frozen=True, slots=True)
class Disclaimer:
    """A voice's disclaimer: what triggers it, in words, its text, and where that stands."""

    trigger: str
    text: str
    placement: Placement = Placement.AFTER


@dataclass(frozen=True, slots=True)
class FieldSource:
    """The overlay, and its version, that a field of a merged voice comes from."""

    field: str
    code: str
    version: int


@dataclass(frozen=True, slots=True)
class OwnClass:
    """An operator's own version of a phrase class that a voice names, with a few of its phrases."""

    name: str
    version: int
    samples: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class ToneOverlay:
    """The voice that applies here and on this channel: layers already merged.

    ``None``, an empty text and an empty tuple mean "not constrained".

    Lengths count words. ``sentence_mean`` is the band of a reply's mean, ``sentence_band`` that of
    a single sentence, of which the share ``sentence_outside`` (0 to 1) may lie outside;
    ``sentence_quantiles`` pairs percentiles with the lengths aimed at. ``reply_words`` and
    ``reading_grade`` (Flesch-Kincaid) are bands too, open where an end is ``None``.

    ``greetings``, ``closings`` and ``permitted`` are lines of a phrase and, after a bar, when it
    fits. ``prohibited`` holds phrases and, as ``@name``, classes of them; ``replacements`` pairs
    either with its approved swap. ``classes`` are those of the operator's own among the classes.

    ``contractions`` and ``second_person``: ``use | avoid | free``. ``person``: ``first_plural |
    first_singular | first_plural_or_singular | any``. ``address`` of the customer: ``first_name |
    title | none | free``. ``formality``: ``formal | neutral | casual``. ``spelling``: ``us | gb``.
    ``emoji_max``, ``exclamations_max`` and ``capitals_max`` count per reply.

    ``sources`` say where each field comes from.
    """

    code: str = ""
    version: int = 1
    sentence_mean: tuple[float, float] | None = None
    sentence_max: int | None = None
    sentence_band: tuple[int, int] | None = None
    sentence_outside: float = 0.2
    sentence_quantiles: tuple[tuple[int, float], ...] = ()
    reply_words: tuple[int | None, int | None] = (None, None)
    reading_grade: tuple[float | None, float | None] = (None, None)
    contractions: str = "free"
    spelling: str = ""
    emoji_max: int | None = None
    emoji_allowed: tuple[str, ...] = ()
    exclamations_max: int | None = None
    capitals_max: int | None = None
    person: str = "any"
    second_person: str = "free"
    address: str = "free"
    greetings: tuple[str, ...] = ()
    closings: tuple[str, ...] = ()
    permitted: tuple[str, ...] = ()
    prohibited: tuple[str, ...] = ()
    replacements: tuple[tuple[str, str], ...] = ()
    classes: tuple[OwnClass, ...] = ()
    formality: str = ""
    register: str = ""
    disclaimer: Disclaimer | None = None
    sources: tuple[FieldSource, ...] = ()

    def source(self, field: str) -> tuple[str, int]:
        """Return the code and version of the overlay that says a field; the merged one's if none.

        Where several add to a list, it is the most specific of them.
        """
        for each in reversed(self.sources):
            if each.field == field:
                return each.code, each.version
        return self.code, self.version


@dataclass(frozen=True, slots=True)
class ChannelRules:
    """What a channel allows. ``flags`` are names of restrictions in
    :mod:`compliance.gate.checks.channel`, those of the channel and those of every channel; so are
    the windows of ``quiet``.
    """

    code: str
    max_chars: int | None = None
    promo_must_include: str = ""
    opt_out_line: str = "Reply STOP to opt out."
    flags: frozenset[str] = frozenset()
    quiet: tuple[QuietWindow, ...] = ()
    version: int = 1
