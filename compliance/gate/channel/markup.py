"""Markup that a plain-text channel would show: HTML tags and Markdown signs."""

from __future__ import annotations

import html
import re
from collections.abc import Iterator

from compliance.gate.channel.breach import Breach
from compliance.gate.reading import Reading
from compliance.gate.types import Edit

_BLOCKS = [
    "address",
    "article",
    "aside",
    "blockquote",
    "body",
    "br",
    "center",
    "dd",
    "div",
    "dl",
    "dt",
    "fieldset",
    "figure",
    "footer",
    "form",
    "h1",
    "h2",
    "h3",
    "h4",
    "h5",
    "h6",
    "head",
    "header",
    "hr",
    "html",
    "li",
    "main",
    "nav",
    "ol",
    "p",
    "pre",
    "section",
    "table",
    "tbody",
    "td",
    "tfoot",
    "th",
    "thead",
    "title",
    "tr",
    "ul",
]
_INLINE = [
    "a",
    "abbr",
    "acronym",
    "b",
    "bdi",
    "bdo",
    "big",
    "button",
    "caption",
    "cite",
    "code",
    "del",
    "details",
    "dfn",
    "em",
    "figcaption",
    "font",
    "i",
    "img",
    "input",
    "ins",
    "kbd",
    "label",
    "mark",
    "q",
    "s",
    "samp",
    "small",
    "span",
    "strike",
    "strong",
    "sub",
    "summary",
    "sup",
    "svg",
    "time",
    "tt",
    "u",
    "var",
    "wbr",
]
_ACTIVE = "script style iframe object embed link meta base video audio noscript template".split()  # noqa: SIM905
_TAG = rf"</?(?:{'|'.join([*_BLOCKS, *_INLINE, *_ACTIVE])})(?=[\s/>])[^<>]*>"
_TAG += r"|</?[a-z]{1,20}[:-][a-z][\w:-]{0,30}(?:\s[^<>]*)?/?>|<!--.{0,200}?-->|<!doctype[^>]*>"
_TAGS = re.compile(rf"(?:{_TAG})(?:\s*(?:{_TAG}))*", re.IGNORECASE | re.DOTALL)
_IS_BLOCK = re.compile(rf"</?(?:{'|'.join(_BLOCKS)})\b", re.IGNORECASE)
_IS_ACTIVE = re.compile(rf"</?(?:{'|'.join(_ACTIVE)})\b", re.IGNORECASE)
_TARGET = re.compile(r"<a\b[^>]*\bhref\s*=\s*[\"']?([^\"'\s>]+)", re.IGNORECASE)
_ENTITY = re.compile(r"&(?:[a-z]{2,8}|#\d{1,6}|#x[0-9a-f]{1,5});", re.IGNORECASE)


def html_markup(reading: Reading) -> Iterator[Breach]:
    """Yield each run of HTML tags and each entity; ``<3`` and ``<name@host>`` are none."""
    original = reading.text.original
    if "<" in original:
        for found in _TAGS.finditer(original):
            yield Breach(
                found.start(),
                found.end(),
                "HTML would be shown as it is on this channel.",
                () if _IS_ACTIVE.search(found.group()) else (_plain(original, found),),
            )
    if "&" in original:
        for found in _ENTITY.finditer(original):
            char = html.unescape(found.group())
            if char != found.group():
                plain = Edit(found.start(), found.end(), char.replace("\xa0", " "), "plain text")
                yield Breach(
                    found.start(),
                    found.end(),
                    "HTML would be shown as it is on this channel.",
                    (plain,),
                )


def _plain(original: str, found: re.Match[str]) -> Edit:
    """Turn a run of tags into what keeps the words apart: a line break, or nothing."""
    tags = found.group()
    at_edge = not original[: found.start()].strip() or not original[found.end() :].strip()
    kept = ""
    if _IS_BLOCK.search(tags) and not at_edge:
        kept = "" if original[found.end()] == "\n" else "\n"
    target = _target_of(original, found)
    if target:
        kept = f" ({target}){kept}"
    if not kept.strip() and kept:
        # An edit of blanks alone reads as a removal, so the letter before comes along.
        return Edit(
            found.start() - 1, found.end(), original[found.start() - 1] + kept, "plain text"
        )
    return Edit(found.start(), found.end(), kept, "plain text")


def _target_of(original: str, found: re.Match[str]) -> str:
    """Return the address of the link that a run of tags closes, unless its words show it."""
    if "</a" not in found.group().casefold():
        return ""
    opened = None
    for opened in _TARGET.finditer(original, 0, found.start()):  # noqa: B007 - the last one counts
        pass
    if opened is None:
        return ""
    target = opened[1]
    shown = original[opened.end() : found.start()]
    is_shown = re.sub(r"^https?://|/$", "", target) in shown
    return "" if is_shown or target.startswith(("#", "javascript:")) else target


_FENCE = re.compile(r"```[^\n`]*\n?|~~~[^\n~]*\n")
_PAIRED = re.compile(
    r"(?<![\w*])(\*\*\*|\*\*)(?=\S)(?P<strong>[^*\n]{1,300}?\S?)\1(?!\*)"
    r"|(?<![\w_])__(?=\S)(?P<under>[^_\n]{1,300}?)(?<=\S)__(?!\w)"
    r"|(?<![\w*])\*(?=[^\s*])(?P<em>[^*\n]{1,300}?)(?<=\S)\*(?![\w*])"
    r"|(?<![\w_/.])_(?=[^\s_])(?P<emu>[^_\n]{1,300}?)(?<=\S)_(?![\w_])"
    r"|(?<!`)`(?=\S)(?P<code>[^`\n]{1,200})`(?!`)"
    r"|~~(?=\S)(?P<gone>[^~\n]{1,300}?)~~"
)
_LINK = re.compile(
    r"!?\[(?P<label>[^\[\]\n]{0,200})\]\((?P<url>[^()\s]{1,500})(?:\s+\"[^\"\n]*\")?\)"
)
_HEADING = re.compile(r"(?m)^[ \t]{0,3}#{1,6}[ \t]+")
_QUOTED = re.compile(r"(?m)^[ \t]{0,3}>[ \t]?")
_RULE = re.compile(
    r"(?m)^[ \t]{0,8}(?:-{3,}|\*{3,}|_{3,}|\|?[ \t]{0,8}:?-{3,}:?[ \t]{0,8}(?:\|[ "
    r"\t]{0,8}:?-+:?[ \t]{0,8})+\|?)[ "
    r"\t]*\n?"
)
_BULLET = re.compile(r"(?m)^(?P<indent>[ \t]{0,40})(?P<sign>[-*+])(?P<gap>[ \t]{1,8})(?=\S)")
_STRAY = re.compile(r"\*\*|__(?=\w)|(?<=\w)__")
_UNDERLINE = re.compile(r"(?m)^={3,}[ \t]*\n?")
_TASK = re.compile(r"(?m)^[ \t]{0,8}(?P<sign>[-*+] \[[ xX]\])(?= )")
_REFERENCE = re.compile(r"\[(?P<label>[^\[\]\n]{1,200})\]\[[\w-]{0,40}\]")
_ADDRESS = re.compile(r"<(?P<url>https?://[^\s<>]{1,500})>")


def markdown(reading: Reading) -> Iterator[Breach]:
    """Yield each Markdown sign that would show: emphasis, code, links, headings, quotes, lists.

    A single line that opens with a hyphen, and numbered lines, read well as plain text and pass.
    """
    original = reading.text.original
    taken: list[tuple[int, int]] = []
    for start, end, edits in _signs(original):
        if any(start < last and first < end for first, last in taken):
            continue
        taken.append((start, end))
        message = "Markdown signs would be shown as they are on this channel."
        yield Breach(start, end, message, tuple(edits))


def _links(original: str) -> Iterator[tuple[int, int, list[Edit]]]:
    reason = "plain text"
    if "](" in original:
        for found in _LINK.finditer(original):
            label, url = found["label"], found["url"]
            shown = f"{label} ({url})" if label and url not in label else url
            yield *found.span(), [Edit(*found.span(), shown, reason)]
    if "][" in original:
        for found in _REFERENCE.finditer(original):
            yield *found.span(), [Edit(*found.span(), found["label"], reason)]
    if "<http" in original:
        for found in _ADDRESS.finditer(original):
            yield *found.span(), [Edit(*found.span(), found["url"], reason)]


def _signs(original: str) -> Iterator[tuple[int, int, list[Edit]]]:
    reason = "plain text"
    yield from _links(original)
    if "`" in original or "~~~" in original:
        for found in _FENCE.finditer(original):
            yield *found.span(), [Edit(*found.span(), "", reason)]
    if any(sign in original for sign in "*_`~"):
        for found in _PAIRED.finditer(original):
            inside = found.span(found.lastgroup or 0)
            yield (
                *found.span(),
                [
                    Edit(found.start(), inside[0], "", reason),
                    Edit(inside[1], found.end(), "", reason),
                ],
            )
    for pattern in (_HEADING, _QUOTED, _RULE, _UNDERLINE):
        for found in pattern.finditer(original):
            yield *found.span(), [Edit(*found.span(), "", reason)]
    yield from _lists(original)
    for found in _STRAY.finditer(original):
        yield *found.span(), [Edit(*found.span(), "", reason)]


def _lists(original: str) -> Iterator[tuple[int, int, list[Edit]]]:
    for found in _TASK.finditer(original):
        yield *found.span("sign"), [Edit(*found.span("sign"), "•", "plain text")]
    bullets = list(_BULLET.finditer(original))
    for found in bullets:
        if len(bullets) < 2 and found["sign"] == "-":
            continue
        sign = found.span("sign")
        yield *sign, [Edit(*sign, "•", "plain text")]
