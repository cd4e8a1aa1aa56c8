"""Letters that look like Latin ones: of other scripts, and Latin ones in another shape."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache
from typing import Final


def _pairs(listing: str) -> dict[str, str]:
    """Read ``Xy``: the letter X looks like y."""
    return {pair[0]: pair[1:] for pair in listing.split()}


# Read so only in a word that mixes scripts, or wholly made of them in a Latin text (UTS #39).
LOOKALIKES: Final = _pairs(
    # Cyrillic
    "аa еe оo рp сc уy хx іi јj ѕs ԁd һh ӏl ԛq ԝw ьb АA ВB ЕE КK МM НH ОO РP СC ТT ХX ЅS ІI ЈJ "
    "кk мm нh тt вb гr пn иu яr шw щw цu зe эe лn ӀI УY ЗE ИN ЯR ШW ЩW ЦU ГR ПN ДD ғf ҒF ҝk қk "
    "ңh ҥh ҭt үy ұy ҳx ҷ4 һh ҽe ӕae ӡ3 өo ԍg ԌG ԚQ ԜW ѵv ѴV ѡw ѠW ґr ћh ђh єe ЄE џu ҪC ҫc ЬB "
    # Greek
    "αa οo εe νv ιi ρp τt υu κk χx ηn ωw βb γy σo πn μu ϲc ϳj δd θo λl ϱp ϐb ϵe ΑA ΒB ΕE ΖZ ΗH "
    "ΙI ΚK ΜM ΝN ΟO ΡP ΤT ΥY ΧX ϹC ϺM ͿJ ΣE ΛA Ϝf ϝf "
    # Armenian, Cherokee, Lisu, Coptic
    "օo սu ոn հh զq ցg ւl քp ղn ռn ՕO ՍU ՏS ԼL ՈU ᎠD ᎡR ᎢT ᎥI ᎩY ᎪA ᎫJ ᎬE ᎳW ᎷM ᎻH ᎽY ᏀG ᏂH "
    "ᏃZ ᏞL ᏟC ᏢP ᏤV ᏚS ᏕS ᏒR ᏔW ᏙV ᏦK ᏴB ꓐB ꓑP ꓒd ꓓD ꓔT ꓖG ꓗK ꓙJ ꓚC ꓜZ ꓝF ꓟM ꓠN ꓡL ꓢS ꓣR ꓦV "
    "ꓧH ꓪW ꓫX ꓬY ꓮA ꓰE ꓲI ꓳO ꓴU ⲟo ⲣp ⲥc ⲁa ⲉe ⲓi ⲕk ⲙm ⲛn ⲧt ⲩy ⲭx"
)
# Signs and Latin letters of another shape, which no name or foreign word needs kept.
_SHAPES: Final = _pairs(
    "ıi ɩi ɑa ɡg ʊu ɛe ɔo øo ØO łl ŁL đd ĐD ħh ĦH ŧt ŦT ðd ÐD þp ÞP æae ÆAE œoe ŒOE ŋn ŊN ſs "
    "ƒf ɪi ꞯq ɯm ɥh ʇt ʌv ʍw ʎy ɹr ɐa ǝe ʞk ꭓx ℮e ∂d ∪u ∩n ⊂c ∈e ∑e √v ✕x ✖x"
)
_NAMED: Final = re.compile(
    r"(?:LATIN|MODIFIER) (?:EPIGRAPHIC )?LETTER (?:SMALL CAPITAL|CAPITAL|SMALL|)\s?"
    r"(?:LETTER )?(?:SMALL |CAPITAL |TURNED |REVERSED |SIDEWAYS |INVERTED |BARRED |INSULAR |"
    r"BLACKLETTER |SCRIPT |DOTLESS |STRETCHED |OPEN |CLOSED |BROKEN )*(?P<letter>[A-Z])"
    r"(?: BAR)?(?: WITH .*| ROTUNDA)?"
)
_LATIN_NAME: Final = re.compile(r"LATIN (SMALL|CAPITAL) LETTER (.*)")
_SQUARED: Final = re.compile(
    r"(?:NEGATIVE )?(?:CIRCLED|SQUARED|PARENTHESIZED|CROSSED NEGATIVE SQUARED) "
    r"LATIN (?:CAPITAL|SMALL) LETTER ([A-Z])|REGIONAL INDICATOR SYMBOL LETTER ([A-Z])"
)


@lru_cache(maxsize=4_096)
def latin_of(char: str) -> str | None:
    """Return the plain Latin letters that an odd form of a letter stands for, if it is one.

    Small capitals, letters with strokes, hooks or turned round, and letters in boxes; not
    accented letters, which Unicode takes apart itself.
    """
    if char in _SHAPES:
        return _SHAPES[char]
    if char.isascii():
        return None
    name = unicodedata.name(char, "")
    if squared := _SQUARED.fullmatch(name):
        letter = squared[1] or squared[2]
        return letter if "CAPITAL" in name else letter.lower()
    # "LATIN SMALL LETTER A WITH STROKE" puts LETTER second; the small capitals put it first.
    if latin := _LATIN_NAME.fullmatch(name):
        name = f"LATIN LETTER {latin[1]} {latin[2]}"
    named = _NAMED.fullmatch(name)
    if named is None:
        return None
    is_capital = " CAPITAL " in name and "SMALL" not in name
    return named["letter"] if is_capital else named["letter"].lower()
