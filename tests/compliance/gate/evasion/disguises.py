"""Ways to write a text so that people still read it and patterns do not."""

import re
import unicodedata

# One of each range that Unicode calls default-ignorable, and control characters.
INVISIBLE = (
    "\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b\u180e\u180f\u200b\u200c\u200d\u200e\u200f"
    "\u202a\u202b\u202c\u202d\u2060\u2061\u2062\u2063\u2064\u2065\u2066\u2067\u2068\u2069\u206a"
    "\u206f\u3164\ufe00\ufe0e\ufeff\uffa0\ufff0\U0001bca0\U0001d173\U000e0000\U000e0041\U000e0100"
    "\U000e01ef\x00\x01\x08\x1b\x7f"
)
CYRILLIC = dict(zip("aeopcyxijsdhlqwkmtbn", "аеорсухіјѕԁһӏԛԝкмтьп", strict=True))
GREEK = dict(zip("aoeviptukxnwy", "αοενιρτυκχηωγ", strict=True))
SMALL_CAPITALS = dict(zip("abcdefghijklmnopqrstuvwyz", "ᴀʙᴄᴅᴇꜰɢʜɪᴊᴋʟᴍɴᴏᴘǫʀꜱᴛᴜᴠᴡʏᴢ", strict=True))
LEET = {"a": "4", "e": "3", "i": "1", "o": "0", "s": "5", "t": "7"}
DASHES = "-‐‑‒–—―−﹣－⸺⸻֊᠆゠"
QUOTES = ("'’", "'‘", "'ʼ", "'′", '"“', '"”', '"„', '"«')
PICTURES = "🎉✨👍🏽❤️★"


def _shifted(base, digits=None):
    table = {chr(97 + at): chr(base + 26 + at) for at in range(26)}
    table |= {chr(65 + at): chr(base + at) for at in range(26)}
    if digits is not None:
        table |= {str(at): chr(digits + at) for at in range(10)}
    return table


BOLD = _shifted(0x1D400, 0x1D7CE)
SCRIPT = _shifted(0x1D4D0)
MONO = _shifted(0x1D670, 0x1D7F6)
WIDE = {chr(code): chr(code + 0xFEE0) for code in range(0x21, 0x7F)}
CIRCLED = {chr(97 + at): chr(0x24D0 + at) for at in range(26)}
BOXED = {chr(97 + at): chr(0x1F150 + at) for at in range(26)}
STROKED = {"d": "đ", "l": "ł", "o": "ø", "t": "ŧ", "h": "ħ", "i": "ɨ", "u": "ʉ", "b": "ƀ"}


def swapped(table):
    """Letters for others that look like them, in the chosen words."""
    return lambda word: "".join(table.get(char, table.get(char.lower(), char)) for char in word)


def _inside(word, sign):
    middle = len(word) // 2
    return word[:middle] + sign + word[middle:] if len(word) > 3 else word


def _all_inside(word, sign):
    return sign.join(word)


def _letters_only(disguise):
    """The disguise for words of letters, four or more; numbers, short words and signs stay."""
    return lambda word: disguise(word) if len(word) > 3 and word.isalpha() else word


def _entities(pattern):
    return lambda word: "".join(
        pattern.format(ord(char)) if at % 2 else char for at, char in enumerate(word)
    )


def _leet(word):
    # Someone who reads over it still reads it: the first letter stays.
    return word[0] + "".join(LEET.get(char, char) for char in word[1:])


def _restless(word):
    return "".join(char.upper() if at % 2 else char.lower() for at, char in enumerate(word))


def _accented(word):
    return "".join(
        char + "\u0301" if char in "aeiou" else char + "\u0323" if char in "nrst" else char
        for char in word
    )


# Each turns one word into its disguise.
OF_WORDS = {
    **{
        f"invisible U+{ord(sign):04X}": _letters_only(lambda word, sign=sign: _inside(word, sign))
        for sign in INVISIBLE
    },
    "invisible everywhere": _letters_only(lambda word: _all_inside(word, "\u200b")),
    "soft hyphens": _letters_only(lambda word: _all_inside(word, "\u00ad")),
    "cyrillic": swapped(CYRILLIC),
    "greek": swapped(GREEK),
    "small capitals": swapped(SMALL_CAPITALS),
    "bold": swapped(BOLD),
    "script": swapped(SCRIPT),
    "monospace": swapped(MONO),
    "full width": swapped(WIDE),
    "circled": swapped(CIRCLED),
    "boxed": swapped(BOXED),
    "stroked": swapped(STROKED),
    "combining marks": _letters_only(_accented),
    "precomposed accents": _letters_only(
        lambda word: unicodedata.normalize("NFC", _accented(word))
    ),
    "enclosed": _letters_only(lambda word: _all_inside(word, "\u20dd")),
    "struck through": _letters_only(lambda word: _all_inside(word, "\u0336")),
    "decimal entities": _letters_only(_entities("&#{};")),
    "hex entities": _letters_only(_entities("&#x{:x};")),
    "entities without semicolon": _letters_only(
        lambda word: f"{word[:-1]}&#{ord(word[-1])}" if word[-1].isalpha() else word
    ),
    "named entities": _letters_only(lambda word: _inside(word, "&shy;")),
    "twice escaped entities": _letters_only(_entities("&amp;#{};")),
    "bold markup": _letters_only(lambda word: f"{word[:2]}**{word[2:-1]}**{word[-1]}"),
    "italic markup": _letters_only(lambda word: f"{word[:2]}*{word[2:-1]}*{word[-1]}"),
    "html inside": _letters_only(lambda word: f"{word[:2]}<b>{word[2:-1]}</b>{word[-1]}"),
    "html with attributes": _letters_only(
        lambda word: f'{word[:2]}<span class="a > b" title="x">{word[2:]}</span>'
    ),
    "unknown element": _letters_only(lambda word: _inside(word, "<x-y/>")),
    "html comment": _letters_only(lambda word: _inside(word, "<!-- a > b -->")),
    "link inside": _letters_only(lambda word: f"{word[:2]}[{word[2:-1]}](#){word[-1]}"),
    "leetspeak": _letters_only(_leet),
    "spaced out": _letters_only(lambda word: _all_inside(word, " ")),
    "spaced wide": _letters_only(lambda word: f" {_all_inside(word, ' ')} "),
    "dots between": _letters_only(lambda word: _all_inside(word, ".")),
    "hyphens between": _letters_only(lambda word: _all_inside(word, "-")),
    "dots and spaces": _letters_only(lambda word: _all_inside(word, "·")),
    "a dot inside": _letters_only(lambda word: _inside(word, ".")),
    "a space inside": _letters_only(lambda word: _inside(word, " ")),
    "a picture inside": _letters_only(lambda word: _inside(word, "🎉")),
    "doubled vowels": _letters_only(lambda word: re.sub("([aeiou])", r"\1\1\1", word)),
    "all doubled": _letters_only(lambda word: re.sub("(.)", r"\1\1", word)),
    "restless case": _letters_only(_restless),
    "upper case": str.upper,
    "right to left marks": _letters_only(lambda word: f"\u200f{_inside(word, chr(0x200F))}\u200f"),
    "isolated": _letters_only(lambda word: f"\u2067{word}\u2069"),
}


def _between(sign):
    """A sign between the words of a sentence."""
    return lambda text: re.sub(r"(?<=[a-z]) (?=[a-z])", sign, text)


# Each turns a whole text into its disguise.
OF_TEXTS = {
    "decomposed": lambda text: unicodedata.normalize("NFD", text),
    "compatibility": lambda text: unicodedata.normalize("NFKC", text),
    "lines broken": _between("\n"),
    "lines broken twice": _between("\n\n"),
    "windows lines": _between("\r\n"),
    "no-break spaces": _between("\u00a0"),
    "thin spaces": _between("\u2009"),
    "ideographic spaces": _between("\u3000"),
    "tabs": _between("\t"),
    "space entities": _between("&nbsp;"),
    "blank braille": _between("\u2800"),
    **{f"picture {sign}": _between(f" {sign} ") for sign in ("🎉", "❤️", "★", "👍🏽")},
    **{
        f"dash U+{ord(dash):04X}": lambda text, dash=dash: text.replace("-", dash)
        for dash in DASHES
    },
    **{f"quote {pair[1]}": lambda text, pair=pair: text.replace(*pair) for pair in QUOTES},
    "in bold": lambda text: f"**{text}**",
    "in elements": lambda text: f"<p>{text}</p>",
    "overridden": lambda text: f"\u202d{text}\u202c",
}


def of_every_word(disguise):
    """The disguise for each word of a text; addresses and codes stay what they are."""
    return lambda text: re.sub(
        r"[^\W_]+",
        lambda found: found.group() if _is_part(text, found) else disguise(found.group()),
        text,
    )


def of_some_words(disguise, chosen):
    """The disguise for the words of a text whose place ``chosen`` holds, counted round."""

    def apply(text):
        places = iter(range(10_000))
        return re.sub(
            r"[^\W_]+",
            lambda found: (
                disguise(found.group())
                if chosen[next(places) % len(chosen)] and not _is_part(text, found)
                else found.group()
            ),
            text,
        )

    return apply


def _is_part(text, found):
    """Whether a word is a part of an address, a link or an entity."""
    before, after = text[: found.start()].rsplit(None, 1), text[found.end() :].split(None, 1)
    around = (before[-1] if before and not text[: found.start()][-1:].isspace() else "") + (
        after[0] if after and not text[found.end() : found.end() + 1].isspace() else ""
    )
    return any(sign in around for sign in "@/&<>_") or "http" in around or "www." in around


DISGUISES = {name: of_every_word(each) for name, each in OF_WORDS.items()} | OF_TEXTS

# Those where reading is guessing: they are undone where they give a known word.
GUESSED = frozenset(
    {
        *("leetspeak", "spaced out", "spaced wide", "dots between", "hyphens between"),
        *("dots and spaces", "a dot inside", "a space inside", "a picture inside"),
        *("doubled vowels", "all doubled", "restless case", "upper case"),
        *("lines broken", "lines broken twice", "windows lines"),
    }
)
