"""Approved replies out of a file: a table, lines of JSON or plain text, whatever wrote it."""

from __future__ import annotations

import csv
import io
import json
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Final

from compliance.gate.language import is_covered
from compliance.gate.text import Text
from locations.importers.csv_table import decoded
from locations.importers.values import ImportFileError, shown

MAX_BYTES: Final = 5 * 1024 * 1024
MAX_REPLIES: Final = 20_000
MAX_CHARS: Final = 20_000
FEWEST_REPLIES: Final = 30
FEWEST_WORDS: Final = 3
COLUMNS: Final = ("text", "reply", "body", "message", "comment")
_MOST_FAULTS: Final = 10
_DELIMITERS: Final = ",;\t|"
_LETTERS: Final = re.compile(r"[^\W\d_]{2,}")
_RULE: Final = re.compile(r"[ \t]*-{3,}[ \t]*")

Numbered = tuple[int, str]


class SampleError(ValueError):
    """A file that nothing can be learned from; ``problems`` say where and what to do."""

    def __init__(self, problems: Iterable[str]) -> None:
        self.problems = tuple(problems)
        super().__init__("\n".join(self.problems))


@dataclass(frozen=True, slots=True)
class Sample:
    """The usable replies of a file, and how many of those read were left out, and why."""

    replies: tuple[str, ...]
    read: int
    twice: int = 0
    short: int = 0
    foreign: int = 0

    @property
    def left_out(self) -> str:
        """What was left out, in words; empty where nothing was."""
        parts = (
            (self.twice, "given twice"),
            (self.short, f"of fewer than {FEWEST_WORDS} words"),
            (self.foreign, "not in English"),
        )
        return ", ".join(f"{count} {why}" for count, why in parts if count)


def read_sample(
    data: bytes, *, name: str = "", column: str = "", fewest: int = FEWEST_REPLIES
) -> Sample:
    """Return the usable replies of a file, in its order.

    ``name`` is the file's; its ending only decides what is complained of. ``column`` names the
    column or key that holds the replies, where it has none of the usual names.

    Raises:
        SampleError: when it is too large, cannot be read, or holds too few replies.
    """
    if len(data) > MAX_BYTES:
        raise SampleError(
            [f"The file has more than {MAX_BYTES // 1024 // 1024} MB; take a part of it."]
        )
    try:
        text = decoded(data)
    except ImportFileError as error:
        raise SampleError(["The file is not text; save it as CSV or text in UTF-8."]) from error
    replies = list(_bounded(_read(text, name.casefold(), column.strip().casefold())))
    sample = _usable(replies)
    if len(sample.replies) < fewest:
        left_out = f" ({sample.left_out})" if sample.left_out else ""
        counted = f"{len(sample.replies)} usable replies of {sample.read}{left_out}"
        raise SampleError(
            [f"{counted}; at least {fewest} are needed, some hundreds tell more. Add some."]
        )
    return sample


def _read(text: str, name: str, column: str) -> Iterator[Numbered]:
    """Yield each reply with the line it begins on, in the format that the text has."""
    first = next((line for line in text.splitlines() if line.strip()), "")
    if name.endswith((".jsonl", ".ndjson", ".json")) or _is_json(first):
        return _json_lines(text, column)
    header = _cells(first)
    known = (column,) if column else COLUMNS
    if name.endswith((".csv", ".tsv")) or any(title in known for title in header):
        return _table(text, known)
    if column:
        raise SampleError(
            [f"line 1: there is no column “{shown(column)}”. It has: {shown(', '.join(header))}."]
        )
    return _plain(text)


def _bounded(replies: Iterator[Numbered]) -> Iterator[str]:
    """Yield what may be kept of each reply, refusing what is too long and too many."""
    faults: list[str] = []
    for count, (line, reply) in enumerate(replies, start=1):
        if count > MAX_REPLIES:
            raise SampleError(
                [f"line {line}: more than {MAX_REPLIES:,} replies; take a part of them."]
            )
        if len(reply) > MAX_CHARS:
            faults.append(
                f"line {line}: a reply of {len(reply):,} characters, where {MAX_CHARS:,} are the "
                "most; leave it out, or close the quotes that open it."
            )
        # What no database stores: zeros, and halves of characters.
        yield reply.replace("\x00", "").encode("utf-8", "ignore").decode("utf-8").strip()
    if faults:
        raise SampleError(_some(faults))


def _usable(replies: list[str]) -> Sample:
    kept: list[str] = []
    seen: set[str] = set()
    twice = short = foreign = 0
    for reply in replies:
        key = " ".join(reply.casefold().split())
        if len(_LETTERS.findall(reply)) < FEWEST_WORDS:
            short += 1
        elif key in seen:
            twice += 1
        elif not is_covered(Text(reply)):
            foreign += 1
        else:
            kept.append(reply)
        seen.add(key)
    return Sample(tuple(kept), len(replies), twice=twice, short=short, foreign=foreign)


def _some(faults: list[str]) -> list[str]:
    more = len(faults) - _MOST_FAULTS
    return faults[:_MOST_FAULTS] + ([f"{more} more of the kind."] if more > 0 else [])


# --- A table ------------------------------------------------------------------------------------


def _delimiter(header: str) -> str:
    counted = {sign: header.count(sign) for sign in _DELIMITERS}
    return max(counted, key=lambda sign: counted[sign])


def _cells(header: str) -> list[str]:
    try:
        cells = next(csv.reader([header], delimiter=_delimiter(header)), [])
    except csv.Error:
        return []
    return [cell.strip().casefold() for cell in cells]


def _table(text: str, known: tuple[str, ...]) -> Iterator[Numbered]:
    first = next((line for line in text.splitlines() if line.strip()), "")
    reader = csv.reader(
        io.StringIO(text, newline=""),
        delimiter=_delimiter(first),
        skipinitialspace=True,
        strict=True,
    )
    faults: list[str] = []
    wanted, width, before = -1, 0, 0
    try:
        for cells in reader:
            # A cell may span lines: a row is named by its first.
            line, before = before + 1, reader.line_num
            if not any(cell.strip() for cell in cells):
                continue
            if wanted < 0:
                wanted, width = _column(line, [cell.strip().casefold() for cell in cells], known)
            elif any(cell.strip() for cell in cells[width:]):
                faults.append(
                    f"line {line}: {len(cells)} cells, where the header has {width}; put a text "
                    "that holds the separator in quotes."
                )
            else:
                yield line, cells[wanted] if wanted < len(cells) else ""
    except csv.Error as error:
        raise SampleError(
            [f"line {before + 1}: not readable as a table ({error}); look for open quotes."]
        ) from error
    if faults:
        raise SampleError(_some(faults))


def _column(line: int, header: list[str], known: tuple[str, ...]) -> tuple[int, int]:
    found = next((header.index(title) for title in known if title in header), None)
    if found is None:
        wanted = f"no column is called {_or(known)}; name the one that holds the replies"
        raise SampleError([f"line {line}: {wanted}. It has: {shown(', '.join(header))}."])
    return found, len(header)


def _or(names: tuple[str, ...]) -> str:
    *others, last = names
    return f"{', '.join(others)} or {last}" if others else last


# --- Lines of JSON ------------------------------------------------------------------------------


def _is_json(line: str) -> bool:
    if not line.lstrip().startswith(("{", '"')):
        return False
    try:
        return isinstance(json.loads(line), str | dict)
    except (ValueError, RecursionError):
        return False


def _json_lines(text: str, column: str) -> Iterator[Numbered]:
    faults: list[str] = []
    # Not `splitlines`: what JSON lets stand within a text would end a line.
    for number, line in enumerate(text.split("\n"), start=1):
        if not line.strip():
            continue
        try:
            yield number, _reply_of(json.loads(line), column)
        except (ValueError, RecursionError) as error:
            why = "not readable as JSON" if isinstance(error, json.JSONDecodeError) else str(error)
            faults.append(f"line {number}: {why}; write one reply a line, as JSON.")
    if faults:
        raise SampleError(_some(faults))


def _reply_of(found: object, column: str) -> str:
    if isinstance(found, str):
        return found
    if isinstance(found, dict):
        keys = {str(key).strip().casefold(): value for key, value in found.items()}
        known = (column,) if column else COLUMNS
        value = next((keys[name] for name in known if name in keys), None)
        if isinstance(value, str):
            return value
        raise ValueError(f"no text under {' or '.join(known)}")
    raise ValueError("neither a text nor an object")


# --- Plain text ---------------------------------------------------------------------------------


def _plain(text: str) -> Iterator[Numbered]:
    """Cut a text where a line of dashes stands, or two lines in a row are empty."""
    lines = text.splitlines()
    dashed = any(_RULE.fullmatch(line) for line in lines)
    start, kept, empty = 1, list[str](), 0
    for number, line in enumerate(lines, start=1):
        empty = 0 if line.strip() else empty + 1
        if _RULE.fullmatch(line) if dashed else empty >= 2:
            if any(each.strip() for each in kept):
                yield start, "\n".join(kept)
            kept = []
        elif line.strip() or kept:
            start = start if kept else number
            kept.append(line)
    if any(each.strip() for each in kept):
        yield start, "\n".join(kept)
