"""How many text messages a text is sent as (3GPP TS 23.038, section 6.2.1)."""

from __future__ import annotations

from dataclasses import dataclass

_GSM_BASIC = frozenset(
    "@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !\"#¤%&'()*+,-./0123456789:;<=>?"
    "¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿abcdefghijklmnopqrstuvwxyzäöñüà"
)
_GSM_EXTENDED = frozenset("^{}\\[~]|€\f")


@dataclass(frozen=True, slots=True)
class SmsSize:
    """A text's encoding (``GSM-7`` or ``UCS-2``), its units in it, and its segments."""

    encoding: str
    units: int
    segments: int


def sms_size(text: str) -> SmsSize:
    """Return the encoding, units and segments that a text needs as SMS.

    One character outside the GSM alphabet turns the whole text into UCS-2, where an emoji takes
    two units; a character of the extension table takes two units of GSM-7.
    """
    if all(char in _GSM_BASIC or char in _GSM_EXTENDED for char in text):
        costs = [2 if char in _GSM_EXTENDED else 1 for char in text]
        return SmsSize("GSM-7", sum(costs), _segments(costs, single=160, joined=153))
    costs = [2 if ord(char) > 0xFFFF else 1 for char in text]
    return SmsSize("UCS-2", sum(costs), _segments(costs, single=70, joined=67))


def _segments(costs: list[int], *, single: int, joined: int) -> int:
    """Count segments; a character of two units is never cut in two."""
    if sum(costs) <= single:
        return 1
    segments, room = 1, joined
    for cost in costs:
        if cost > room:
            segments, room = segments + 1, joined
        room -= cost
    return segments
