"""Emoji as Unicode defines them (UTS #51): whole sequences, one match each, nothing else.

The ranges are derived from the Unicode Character Database file ``emoji-test.txt``, copyright
Unicode, Inc., used under the Unicode License (https://www.unicode.org/license.txt). The blocks
that Unicode reserves for pictographs are taken whole, so an emoji added later counts too.
"""

from __future__ import annotations

import re

# Shown as an emoji without a variation selector.
_EMOJI_DEFAULT = (
    "231A-231B 23E9-23EC 23F0 23F3 25FD-25FE 2614-2615 2648-2653 267F 2693 26A1 26AA-26AB "
    "26BD-26BE 26C4-26C5 26CE 26D4 26EA 26F2-26F3 26F5 26FA 26FD 2705 270A-270B 2728 274C 274E "
    "2753-2755 2757 2795-2797 27B0 27BF 2B1B-2B1C 2B50 2B55 1F004 1F0CF 1F18E 1F191-1F19A 1F201 "
    "1F21A 1F22F 1F232-1F236 1F238-1F23A 1F250-1F251 1F300-1F320 1F32D-1F335 1F337-1F37C "
    "1F37E-1F393 1F3A0-1F3CA 1F3CF-1F3D3 1F3E0-1F3F0 1F3F4 1F3F8-1F43E 1F440 1F442-1F4FC "
    "1F4FF-1F53D 1F54B-1F54E 1F550-1F567 1F57A 1F595-1F596 1F5A4 1F5FB-1F64F 1F680-1F6C5 1F6CC "
    "1F6D0-1F6D2 1F6D5-1F6DF 1F6EB-1F6EC 1F6F4-1F6FC 1F7E0-1F7F0 1F90C-1F93A 1F93C-1F945 "
    "1F947-1F9FF 1FA70-1FAFF"
)
# Shown as text unless a variation selector, a skin tone or a joiner asks for the emoji; counted
# all the same, because phones draw them as pictures.
_TEXT_DEFAULT = (
    "2600-2604 2618 261D 2620 2622-2623 2626 262A 262E-262F 2638-263A 265F-2660 2663 2665-2666 "
    "2668 267B 2692 2694-2697 2699 269B-269C 26A0 26A7 26B0-26B1 26C8 26CF 26D1 26D3 26E9 "
    "26F0-26F1 26F4 26F7-26F9 2702 2708 270C-270D 270F 2712 271D 2721 2744 2763-2764 1F170-1F171 "
    "1F17E-1F17F 1F202 1F237 1F321 1F324-1F32C 1F336 1F37D 1F396-1F397 1F399-1F39B 1F39E-1F39F "
    "1F3CB-1F3CE 1F3D4-1F3DF 1F3F3 1F3F5 1F3F7 1F43F 1F441 1F4FD 1F549-1F54A 1F56F-1F570 "
    "1F573-1F579 1F587 1F58A-1F58D 1F590 1F5A5 1F5A8 1F5B1-1F5B2 1F5BC 1F5C2-1F5C4 1F5D1-1F5D3 "
    "1F5DC-1F5DE 1F5E1 1F5E3 1F5E8 1F5EF 1F5F3 1F5FA 1F6CB 1F6CD-1F6CF 1F6E0-1F6E5 1F6E9 1F6F0 "
    "1F6F3"
)
# Printers' signs: marks, arrows, boxes. An emoji only with the emoji selector or in a sequence.
_SIGNS = (
    "A9 AE 203C 2049 2122 2139 2194-2199 21A9-21AA 2328 23CF 23ED-23EF 23F1-23F2 23F8-23FA 24C2 "
    "25AA-25AB 25B6 25C0 25FB-25FC 260E 2611 2640 2642 267E 2709 2714 2716 2733-2734 2747 27A1 "
    "2934-2935 2B05-2B07 3030 303D 3297 3299"
)


def _characters(ranges: str) -> str:
    """Turn hexadecimal ranges into the inside of a character class."""
    return "".join(
        "-".join(f"\\U{int(edge, 16):08X}" for edge in part.split("-")) for part in ranges.split()
    )


_ANY = f"[{_characters(_EMOJI_DEFAULT)}{_characters(_TEXT_DEFAULT)}{_characters(_SIGNS)}]"
_MARK = "(?:\\uFE0F\\u20E3?|[\\U0001F3FB-\\U0001F3FF])"
_EMOJI = re.compile(
    "(?:"
    "[\\U0001F1E6-\\U0001F1FF]{2}"  # flags of regions
    "|[0-9#*]\\uFE0F?\\u20E3"  # keycaps
    "|[\\U0001F3FB-\\U0001F3FF]"  # a skin tone alone takes no second one
    f"|(?:[{_characters(_EMOJI_DEFAULT)}{_characters(_TEXT_DEFAULT)}](?!\\uFE0E)"
    f"|[{_characters(_SIGNS)}](?=\\uFE0F|\\u200D[\\u2600-\\u27BF\\U0001F000-\\U0001FAFF]))"
    f"{_MARK}?[\\U000E0020-\\U000E007F]*(?:\\u200D{_ANY}{_MARK}?)*"
    ")"
)
# No emoji is without one of these, and but for a keycap's digit each is of these only.
_PICTURED = re.compile("[\xa9\xae\u200d\u203c-\U0010ffff]+")
_VARIANT = re.compile("[\\uFE0E\\uFE0F\\U0001F3FB-\\U0001F3FF]")
_RUN = re.compile(rf"(?:{_EMOJI.pattern}|[ \t])*")
# A face typed with punctuation does the work of an emoji.
_EMOTICON = re.compile(
    r"(?=[:;=<^xX])(?<![\w:;=(])(?:[:;=]['^]?-?[)(DPpoO3/](?![\w/])|<3(?!\d)|\^_\^|[xX]D(?!\w))"
)


def find_emoji(text: str) -> tuple[tuple[int, int], ...]:
    """Return the span of every emoji of ``text``; a joined sequence, flag or keycap is one."""
    if text.isascii():
        return ()
    return tuple(
        found.span()
        for run in _PICTURED.finditer(text)
        for found in _EMOJI.finditer(text, max(0, run.start() - 1), run.end())
    )


def fold_emoji(emoji: str) -> str:
    """Return an emoji without skin tone and variation selectors; a tone alone stays itself."""
    return _VARIANT.sub("", emoji) or emoji


def skip_emoji(text: str) -> int:
    """Return where the emoji and spaces that open a text end."""
    found = _RUN.match(text)
    return found.end() if found else 0


def find_emoticons(text: str) -> tuple[tuple[int, int], ...]:
    """Return the span of every face typed with punctuation, such as ``:-)``."""
    return tuple(found.span() for found in _EMOTICON.finditer(text))
