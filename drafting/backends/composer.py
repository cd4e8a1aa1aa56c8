"""The composer: replies without a model, from the operator's templates and the payload's facts."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from compliance.gate.reading import Reading
from compliance.gate.slots import slots_in, substitute
from compliance.gate.tone.rendering import voiced
from drafting.backends.base import Generation, GenerationFailed
from drafting.backends.filling import Filling
from drafting.backends.wording import word_count

if TYPE_CHECKING:
    from compliance.gate.ruleset import RuleSet
    from drafting.context.payload import ContextPayload
    from drafting.context.prompt import Prompt

# Slots that say hello and goodbye: a reply of nothing else says nothing.
_COURTESIES: Final = frozenset({"greeting", "closing"})

_SENTENCE: Final = re.compile(r"(?<=[.!?])\s+")

_GENERIC_FORMAL: Final = """{greeting}

Thank you for your message to {location.name}.
{offers.unavailable}.
The offer is available here today: {offers.asked}.
{policies.asked}
{location.name} is {hours.date}.

You can reach our team by phone at {location.phone}.

{closing}"""

_GENERIC_PLAIN: Final = """{greeting}

Thanks for writing to {location.name}.
{offers.unavailable}.
Good news, here's what's on today: {offers.asked}.
{policies.asked}
{location.name} is {hours.date}.

You can also reach us by phone at {location.phone}.

{closing}"""


@dataclass(frozen=True, slots=True)
class Template:
    """A reply template as the composer reads it; an empty scope fits everything."""

    code: str
    ticket_class: str
    body: str
    vertical: str = ""
    brand: str = ""
    channels: tuple[str, ...] = ()
    version: int = 1

    def fits(self, payload: ContextPayload) -> bool:
        """Whether the template is for this ticket class, brand, vertical and channel."""
        facts = payload.facts
        return (
            self.ticket_class == payload.ticket_class
            and self.vertical in {"", facts.place.vertical}
            and self.brand in {"", facts.brand.code}
            and (not self.channels or payload.channel.code in self.channels)
        )

    @property
    def rank(self) -> tuple[bool, bool, bool, str]:
        """The order of preference: brand before vertical before channel, then by code."""
        return not self.brand, not self.vertical, not self.channels, self.code


class Composer:
    """Composes a reply from the most specific template that has something to say, in the voice.

    ``rules`` are asked for the texts that law fixes, which no voice changes.
    """

    name = "composer"
    reads_prompt = False

    def __init__(self, templates: Iterable[Template] = (), rules: RuleSet | None = None) -> None:
        self._templates = tuple(templates)
        self._rules = rules

    def generate(self, payload: ContextPayload, prompt: Prompt | None = None) -> Generation:
        """Compose a reply; always possible, as the last template is our own and asks for little.

        Raises:
            GenerationFailed: when not even that one finds a fact to state.
        """
        filling = Filling(payload)
        fitting = sorted(
            (template for template in self._templates if template.fits(payload)),
            key=lambda template: template.rank,
        )
        generic = Template(
            code="built-in",
            ticket_class=payload.ticket_class,
            body=_GENERIC_FORMAL if filling.courtesies.formal else _GENERIC_PLAIN,
        )
        for template in (*fitting, generic):
            text = render(template.body, filling)
            if text is not None:
                reading = Reading(payload.gate_input(text), self._rules)
                return Generation(
                    text=voiced(reading.speech),
                    model=f"template {template.code} v{template.version}"[:120],
                    prompt_version=hashlib.sha256(template.body.encode()).hexdigest()[:12],
                )
        raise GenerationFailed("No template and no fact fits this ticket.", permanent=True)


def render(body: str, filling: Filling) -> str | None:
    """Fill a template: lines with an empty slot are left out, the others flow into paragraphs.

    Returns ``None`` when nothing is left but courtesies.
    """
    paragraphs: list[str] = []
    says_something = False
    longest = filling.payload.tone.sentence_max
    for block in body.replace("\r\n", "\n").strip().split("\n\n"):
        kept: list[str] = []
        for line in (each.strip() for each in block.split("\n")):
            slots = slots_in(line)
            values = {slot: filling.value(slot, _room(line, slot, longest)) for slot in slots}
            filled = {slot: value for slot, value in values.items() if value is not None}
            if not line or len(filled) < len(values):
                continue
            kept.append(substitute(line, filled))
            says_something = says_something or not _is_courtesy(line, slots)
        if kept:
            paragraphs.append(" ".join(kept))
    return "\n\n".join(paragraphs) if says_something else None


def _room(line: str, slot: str, longest: int | None) -> int:
    """How many words a slot may bring into its sentence, by the voice's own limit."""
    if longest is None:
        return 10_000
    around = (part for part in _SENTENCE.split(line) if slot in slots_in(part))
    sentence = next(around, line)
    return longest - word_count(_without_slots(sentence))


def _is_courtesy(line: str, slots: list[str]) -> bool:
    """Whether a line consists of a greeting or a closing only."""
    return bool(slots) and set(slots) <= _COURTESIES and not _without_slots(line)


def _without_slots(line: str) -> str:
    return substitute(line, dict.fromkeys(slots_in(line), "")).strip(" ,.")
