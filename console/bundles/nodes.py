"""A bundle's YAML as a tree of nodes that remember where they stand; nothing is executed.

Scalars keep the text as it was written: whether ``NO`` is a state or a truth value is decided by
the field that reads it, not by YAML 1.1. Tags and duplicate keys are refused, so nothing is
constructed and no value silently wins over another; aliases and ``<<`` merges are followed up to a
size, so that no small file unfolds into a large one.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Final, NoReturn, TypeAlias

import yaml

from console.bundles.problems import BundleError, Place, Problem, Problems

MAX_FILE_BYTES: Final = 5_000_000
MAX_FILES: Final = 500
MAX_DEPTH: Final = 24
MAX_NODES: Final = 1_000_000

# The parser written in C gives the same events, ten times as fast; it is not built everywhere.
_LOADER: Final[Any] = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


@dataclass(frozen=True, slots=True)
class Scalar:
    """A single value as written; ``quoted`` when quotes or a block said that it is a text."""

    place: Place
    text: str
    quoted: bool = False

    @property
    def is_null(self) -> bool:
        """Whether nothing was written, or null."""
        return not self.quoted and self.text in {"", "~", "null", "Null", "NULL"}


@dataclass(frozen=True, slots=True)
class Sequence:
    """A list."""

    place: Place
    items: tuple[Node, ...]


@dataclass(frozen=True, slots=True)
class Mapping:
    """Named values, in the order of the file; ``key_places`` says where each name stands."""

    place: Place
    entries: dict[str, Node] = field(default_factory=dict)
    key_places: dict[str, Place] = field(default_factory=dict)


Node: TypeAlias = Scalar | Sequence | Mapping


def read_tree(path: Path, problems: Problems) -> Mapping:
    """Read a YAML file, or every ``.yaml`` and ``.yml`` file of a folder as one.

    Sections that several files hold are joined; a name that two of them give is a problem that
    names both places.

    Raises:
        BundleError: when there is nothing to read, or a file cannot be read at all.
    """
    files = _files(path)
    whole = Mapping(Place(str(path)))
    unreadable = False
    for file in files:
        known = len(problems.errors)
        document = _read_file(file, problems)
        if document is not None:
            _join(whole, document, problems)
        elif len(problems.errors) > known:
            unreadable = True
    if unreadable:
        # Whatever names a row of such a file would seem to be at fault as well.
        raise BundleError(dict.fromkeys(problems.errors))
    return whole


def _files(path: Path) -> list[Path]:
    if path.is_dir():
        files = sorted(
            file
            for file in path.rglob("*")
            if file.suffix in {".yaml", ".yml"}
            and file.is_file()
            and not any(part.startswith(".") for part in file.relative_to(path).parts)
        )
        if not files:
            raise BundleError([_whole(path, "The folder holds no .yaml file; name another.")])
        if len(files) > MAX_FILES:
            raise BundleError([_whole(path, f"More than {MAX_FILES} files; join some of them.")])
        return files
    if path.is_file():
        return [path]
    raise BundleError([_whole(path, "There is no such file or folder; check the path.")])


def _whole(path: Path, message: str) -> Problem:
    return Problem(Place(str(path)), "", message)


def _read_file(path: Path, problems: Problems) -> Mapping | None:
    """Return a file's sections, or nothing when it has none or cannot be read."""
    text = _read_text(path, problems)
    document = None if text is None else _parse(text, str(path), problems)
    if document is None or (isinstance(document, Scalar) and document.is_null):
        return None
    if not isinstance(document, Mapping):
        problems.error(
            document.place, "", "Starts with no section; a bundle names them: “locations:”."
        )
        return None
    return document


def _read_text(path: Path, problems: Problems) -> str | None:
    start = Place(str(path))
    try:
        if path.stat().st_size > MAX_FILE_BYTES:
            problems.error(
                start, "", f"Larger than {MAX_FILE_BYTES // 1_000_000} MB; split the file."
            )
            return None
        return path.read_bytes().decode("utf-8-sig")
    except UnicodeDecodeError as error:
        problems.error(start, "", f"Byte {error.start} is not UTF-8; save the file as UTF-8.")
    except OSError as error:
        problems.error(start, "", f"Cannot be read: {error.strerror}. Check its permissions.")
    return None


def _parse(text: str, file: str, problems: Problems) -> Node | None:
    start = Place(file)
    try:
        return _Builder(file, problems).build(text)
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        place = _place(file, mark) if mark is not None else start
        hint = "; mend the YAML, indentation and quotes first."
        problems.error(place, "", f"Not valid YAML: {error.problem or error.context}{hint}")
    except yaml.YAMLError as error:
        reason = str(error).splitlines()[0]
        problems.error(start, "", f"Not valid YAML: {reason}; remove what cannot be read.")
    except _RefusedError:
        pass
    return None


def _place(file: str, mark: Any) -> Place:
    return Place(file, mark.line + 1, mark.column + 1)


class _RefusedError(Exception):
    """The file holds something that stops reading; the problem is noted already."""


class _Builder:
    """Turns parser events into nodes, with bounds on depth and on how much aliases repeat."""

    def __init__(self, file: str, problems: Problems) -> None:
        self._file = file
        self._problems = problems
        # What an alias may name, with the number of nodes that it stands for.
        self._anchors: dict[str, tuple[Node, int]] = {}
        self._nodes = 0

    def build(self, text: str) -> Node | None:
        """Return the single document of a file, or nothing when it is empty."""
        events = yaml.parse(text, Loader=_LOADER)
        document: Node | None = None
        seen = 0
        for event in events:
            if isinstance(event, yaml.DocumentStartEvent):
                seen += 1
                if seen > 1:
                    self._refuse(event, "A second document starts here; use one a file.")
            elif isinstance(event, yaml.NodeEvent):
                document = self._node(event, events, 0)
        return document

    def _refuse(self, event: Any, message: str) -> NoReturn:
        self._problems.error(_place(self._file, event.start_mark), "", message)
        raise _RefusedError

    def _node(self, event: Any, events: Iterator[Any], depth: int) -> Node:
        if isinstance(event, yaml.AliasEvent):
            return self._repeated(event)
        if event.tag is not None and event.tag != "!":
            self._refuse(event, f"“{event.tag}” is a tag; remove it, fields know their types.")
        if depth > MAX_DEPTH:
            self._refuse(event, f"Nested more than {MAX_DEPTH} levels deep; flatten it.")
        before = self._nodes
        self._count(event, 1)
        node = self._content(event, events, depth)
        if event.anchor is not None:
            self._anchors[event.anchor] = node, self._nodes - before
        return node

    def _count(self, event: Any, nodes: int) -> None:
        self._nodes += nodes
        if self._nodes > MAX_NODES:
            self._refuse(event, f"More than {MAX_NODES:,} values; use fewer aliases, or split it.")

    def _repeated(self, event: Any) -> Node:
        if event.anchor not in self._anchors:
            self._refuse(event, f"“*{event.anchor}” names nothing that stands above it.")
        node, nodes = self._anchors[event.anchor]
        self._count(event, nodes)
        return node

    def _content(self, event: Any, events: Iterator[Any], depth: int) -> Node:
        place = _place(self._file, event.start_mark)
        if isinstance(event, yaml.ScalarEvent):
            if any(char == "\0" or "\ud800" <= char <= "\udfff" for char in event.value):
                self._refuse(event, "Holds a character that cannot be stored; remove it.")
            return Scalar(place, event.value, quoted=bool(event.style))
        if isinstance(event, yaml.SequenceStartEvent):
            items: list[Node] = []
            for part in events:
                if isinstance(part, yaml.SequenceEndEvent):
                    break
                items.append(self._node(part, events, depth + 1))
            return Sequence(place, tuple(items))
        return self._mapping(place, events, depth)

    def _mapping(self, place: Place, events: Iterator[Any], depth: int) -> Mapping:
        mapping = Mapping(place)
        merged: list[Mapping] = []
        for event in events:
            if isinstance(event, yaml.MappingEndEvent):
                break
            key = self._node(event, events, depth + 1)
            if not isinstance(key, Scalar):
                self._refuse(event, "A name cannot be a list or a mapping; use a plain word.")
            value = self._node(next(events), events, depth + 1)
            if key.text == "<<" and not key.quoted:
                merged += self._merged(event, value)
                continue
            if key.text in mapping.entries:
                self._problems.error(
                    key.place,
                    key.text,
                    f"“{key.text}” stands here twice, first at "
                    f"{mapping.key_places[key.text]}; keep one.",
                )
                continue
            mapping.entries[key.text] = value
            mapping.key_places[key.text] = key.place
        # What is written here wins over what is merged, and the first merged over the next.
        for source in merged:
            for name, node in source.entries.items():
                if name not in mapping.entries:
                    mapping.entries[name] = node
                    mapping.key_places[name] = source.key_places[name]
        return mapping

    def _merged(self, event: Any, value: Node) -> list[Mapping]:
        """Return the mappings that ``<<`` names: one, or a list of them."""
        sources = value.items if isinstance(value, Sequence) else (value,)
        mappings = [source for source in sources if isinstance(source, Mapping)]
        if len(mappings) < len(sources):
            self._refuse(event, "“<<” takes named values, or a list of such.")
        return mappings


def _join(whole: Mapping, part: Mapping, problems: Problems) -> None:
    """Join the sections of one more file into the whole."""
    for name, node in part.entries.items():
        place = part.key_places[name]
        held = whole.entries.get(name)
        if held is None or (isinstance(held, Scalar) and held.is_null):
            whole.entries[name] = _copy(node)
            whole.key_places[name] = place
        elif isinstance(held, Sequence) and isinstance(node, Sequence):
            whole.entries[name] = Sequence(held.place, held.items + node.items)
        elif isinstance(held, Mapping) and isinstance(node, Mapping):
            for key, value in node.entries.items():
                if key in held.entries:
                    problems.error(
                        node.key_places[key],
                        f"{name}.{key}",
                        f"“{key}” stands at {held.key_places[key]} as well; keep one.",
                    )
                    continue
                held.entries[key] = value
                held.key_places[key] = node.key_places[key]
        elif isinstance(node, Scalar) and node.is_null:
            continue
        else:
            problems.error(
                place, name, f"“{name}” stands at {whole.key_places[name]} as well; keep one."
            )


def _copy(node: Node) -> Node:
    """Give the whole its own mapping to grow, so that no file's tree changes."""
    if isinstance(node, Mapping):
        return Mapping(node.place, dict(node.entries), dict(node.key_places))
    return node
