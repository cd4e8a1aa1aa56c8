"""From HTML to text that keeps its structure: headings, list items and table rows as Markdown.

Nothing of the markup survives, so nothing of it can act: scripts, styles, forms and embedded
objects are dropped with what is inside them, and the reader is told.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from html.parser import HTMLParser
from typing import Final

# What an article must not carry; its content goes with it.
_DROPPED: Final = frozenset(
    {"script", "style", "template", "noscript", "iframe", "object", "svg", "math", "form"}
)
# Never closed, so nothing is inside them.
_VOID: Final = frozenset({"embed", "input", "meta", "link", "base", "img", "hr", "col"})
_TOLD: Final = _DROPPED | {"embed", "input"}
_BLOCKS: Final = frozenset(
    {
        "p", "div", "section", "article", "header", "footer", "main", "aside", "blockquote", "pre",
        "ul", "ol", "dl", "dt", "dd", "table", "figure", "address", "body", "html", "head", "title",
    }
)  # fmt: skip
_HEADINGS: Final = {f"h{level}": "#" * level for level in range(1, 7)}
_SPACE: Final = re.compile(r"\s+")
_IS_HTML: Final = re.compile(
    r"<(?:!doctype|html|body|p|div|h[1-6]|ul|ol|li|table|tr|td|br|span|script|style|a|strong|em|b|i"
    r"|iframe|object|embed|form|svg|img)\b[^<>]*>",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Readable:
    """The text of a document, its title if it names one, and what was dropped from it."""

    text: str
    title: str = ""
    warnings: tuple[str, ...] = ()


def is_html(body: str) -> bool:
    """Say whether a text is written in HTML rather than in Markdown or plain words."""
    return _IS_HTML.search(body) is not None


def text_of_html(body: str) -> Readable:
    """Return the words of an HTML document with headings, items and rows as Markdown lines."""
    reader = _Reader()
    reader.feed(body)
    reader.close()
    return reader.result()


class _Reader(HTMLParser):
    """Collects lines; a line begins with what it is: ``#``, ``-`` or ``|``."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self._lines: list[str] = []
        self._line: list[str] = []
        self._mark = ""
        self._cells: list[str] | None = None
        self._rows = 0
        self._in_heading_row = False
        self._dropped: dict[str, int] = {}
        self._inside: list[str] = []
        self._title: list[str] | None = None
        self._titles: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Begin a block, an item, a row; or leave out what must not come through."""
        if tag in _TOLD:
            self._drop(tag)
        if any(name.startswith("on") for name, _ in attrs):
            self._drop("event handler")
        if tag in _DROPPED:
            self._inside.append(tag)
        if self._inside or tag in _VOID:
            return
        if tag == "title":
            self._title = []
        elif tag in {"table", "tr", "td", "th"}:
            self._begin_in_table(tag)
        elif tag in _HEADINGS or tag == "li":
            self._begin(f"{_HEADINGS.get(tag, '-')} ")
        elif tag == "br":
            self._line.append(" " if self._cells is not None or self._mark else "\n")
        elif tag in _BLOCKS:
            self._between_blocks()

    def _drop(self, name: str) -> None:
        self._dropped[name] = self._dropped.get(name, 0) + 1

    def _begin_in_table(self, tag: str) -> None:
        if tag == "table":
            self._break()
            self._rows = 0
        elif tag == "tr":
            self._end_row()
            self._end_line()
            self._cells, self._in_heading_row = [], False
        else:
            self._in_heading_row = self._in_heading_row or tag == "th"
            self._end_cell()

    def _between_blocks(self) -> None:
        """End a paragraph; inside of an item or a cell, blocks are words of the same line."""
        if self._cells is None and not self._mark:
            self._break()
        else:
            self._line.append(" ")

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Treat ``<br/>`` as ``<br>``; anything else has nothing inside."""
        if tag not in _DROPPED:
            self.handle_starttag(tag, attrs)
            if tag not in _VOID and tag != "br":
                self.handle_endtag(tag)

    def handle_endtag(self, tag: str) -> None:
        """End what began."""
        if self._inside:
            if tag in self._inside:
                # Whatever was left open inside ends with it.
                del self._inside[self._inside.index(tag) :]
            return
        if tag == "title" and self._title is not None:
            self._titles.append(_SPACE.sub(" ", "".join(self._title)).strip())
            self._title = None
        elif tag in _HEADINGS or tag == "table":
            self._break()
        elif tag == "li":
            self._end_line()
        elif tag in {"ul", "ol"}:
            self._break()
        elif tag in {"td", "th"}:
            self._end_cell()
        elif tag == "tr":
            self._end_row()
        elif tag in _BLOCKS:
            self._between_blocks()

    def handle_data(self, data: str) -> None:
        """Keep the words."""
        if self._inside:
            return
        if self._title is not None:
            self._title.append(data)
        else:
            self._line.append(_SPACE.sub(" ", data))

    def result(self) -> Readable:
        """Return what was read."""
        self._end_row()
        self._break()
        if self._inside:
            self._dropped.setdefault(self._inside[0], 1)
        lines = "\n".join(self._lines)
        return Readable(
            text=re.sub(r"\n{3,}", "\n\n", lines).strip(),
            title=self._titles[0] if self._titles else "",
            warnings=tuple(
                f"{count} × {name} left out" for name, count in sorted(self._dropped.items())
            ),
        )

    def _begin(self, mark: str) -> None:
        if self._cells is not None:
            return  # a list inside of a table's cell stays in its row
        if mark == "- " or self._mark:
            self._end_line()
        else:
            self._break()
        self._mark = mark

    def _end_line(self) -> None:
        if self._cells is not None:
            return
        words = "".join(self._line)
        self._line = []
        for part in words.split("\n"):
            text = _SPACE.sub(" ", part).strip()
            if text:
                self._lines.append(self._mark + (text if self._mark else _unmarked(text)))
        self._mark = ""

    def _break(self) -> None:
        self._end_line()
        if self._cells is None:
            self._lines.append("")

    def _end_cell(self) -> None:
        if self._cells is None:
            return
        text = _SPACE.sub(" ", "".join(self._line)).strip().replace("|", "/")
        self._line = []
        if text:
            self._cells.append(text)

    def _end_row(self) -> None:
        self._end_cell()
        cells, self._cells = self._cells, None
        if not cells:
            return
        self._lines.append("| " + " | ".join(cells) + " |")
        self._rows += 1
        if self._rows == 1 and self._in_heading_row:
            self._lines.append("|" + " --- |" * len(cells))


def _unmarked(text: str) -> str:
    """Keep a paragraph a paragraph, whatever it begins with."""
    return "\\" + text if text[0] in "#|" else text
