"""Reads the fields of one mapping by type; what cannot be read is noted with its place."""

from __future__ import annotations

import difflib
import math
import re
from collections.abc import Iterable, Iterator
from datetime import date
from typing import TYPE_CHECKING, Any, TypeAlias

from django.core.exceptions import ValidationError

from console.bundles.nodes import Mapping, Node, Scalar, Sequence
from console.bundles.problems import Place, Problems

if TYPE_CHECKING:
    from django.db import models

Value: TypeAlias = "str | int | float | bool | list[str]"

_TRUE = {"true", "yes", "on"}
_FALSE = {"false", "no", "off"}
_INTEGER = re.compile(r"[-+]?(0|[1-9][0-9]*)")
_DECIMAL = re.compile(r"[-+]?([0-9]+\.[0-9]*|\.[0-9]+)([eE][-+]?[0-9]+)?")
# What YAML 1.1 readers take for a number although it does not look like one to people.
_ODD_NUMBER = re.compile(r"[-+]?(0[0-9_]+|0x[0-9a-fA-F_]+|0b[01_]+|[0-9][0-9_]*_[0-9_]*)")
_NOT_FINITE = re.compile(r"[-+]?\.(inf|nan)", re.IGNORECASE)
_STATE = re.compile(r"[A-Za-z]{2}")


def did_you_mean(name: str, known: Iterable[str]) -> str:
    """Return a hint that names the closest known name, or lists what there is."""
    names = sorted(set(known))
    close = difflib.get_close_matches(name, names, n=1, cutoff=0.6)
    if close:
        return f"did you mean “{close[0]}”?"
    return f"known are {', '.join(names)}." if names else "there is none here."


class Fields:
    """One mapping of a bundle, read field by field; :meth:`finish` reports what nobody read."""

    def __init__(self, node: Node, path: str, problems: Problems) -> None:
        self.place: Place = node.place
        self.path = path
        self.problems = problems
        self._known: set[str] = set()
        self._faulty: set[str] = set()
        if isinstance(node, Mapping):
            self._node = node
        else:
            self._node = Mapping(node.place)
            if not (isinstance(node, Scalar) and node.is_null):
                problems.doubt(node.place, path, "Expected named values here, like “name: ...”.")

    # --- Where things are ----------------------------------------------------------------------

    def __contains__(self, name: str) -> bool:
        return name in self._node.entries

    def names(self) -> Iterator[str]:
        """Iterate over the names as written, in the order of the file."""
        return iter(self._node.entries)

    def node(self, name: str) -> Node | None:
        """Return the raw node of a field and count it as read; nothing when absent or null."""
        self._known.add(name)
        node = self._node.entries.get(name)
        return None if isinstance(node, Scalar) and node.is_null else node

    def peek(self, name: str) -> Node | None:
        """Return the raw node of a field without counting it as read."""
        return self._node.entries.get(name)

    def text_if_scalar(self, name: str) -> str:
        """Return a field's text when it is a single value, otherwise nothing."""
        node = self.node(name)
        return node.text if isinstance(node, Scalar) else ""

    def place_of(self, name: str) -> Place:
        """Return where a field stands, or where its mapping starts when it is absent."""
        return self._node.key_places.get(name, self.place)

    def at(self, name: str) -> str:
        """Return a field's path, such as ``locations.fer-boston.tz``."""
        return ".".join(part for part in (self.path, name) if part)

    def fault(self, name: str, message: str) -> None:
        """Note at a field what an import refuses and an evaluation only warns about."""
        self._faulty.add(name)
        self.problems.doubt(self.place_of(name), self.at(name), message)

    # --- Types ---------------------------------------------------------------------------------

    def _scalar(self, name: str, expected: str) -> Scalar | None:
        node = self.node(name)
        if node is None or isinstance(node, Scalar):
            return node
        self.fault(name, f"Expected {expected} here, not a list or named values.")
        return None

    def text(self, name: str, *, required: bool = False, default: str = "") -> str:
        """Return a text as it is written, whatever YAML would make of it."""
        node = self._scalar(name, "a text")
        if node is not None and (node.text.strip() or not required):
            return node.text
        if required and name not in self._faulty:
            self.fault(name, "Is missing; write it here.")
        return default

    def code(self, name: str = "id") -> str:
        """Return the code that names a row."""
        return self.text(name, required=True)

    def choice(self, name: str, among: Iterable[str], *, default: str) -> str:
        """Return one of a few words."""
        text = self.text(name, default=default)
        if text not in set(among):
            self.fault(name, f"“{text}” is not known; {did_you_mean(text, among)}")
            return default
        return text

    def boolean(self, name: str, *, default: bool) -> bool:
        """Return a truth value; yes, no, on and off mean what they say."""
        node = self._scalar(name, "true or false")
        if node is None:
            return default
        word = node.text.casefold()
        if word not in _TRUE | _FALSE:
            self.fault(name, f"“{node.text}” is neither true nor false; write one of them.")
        return word in _TRUE

    def integer(self, name: str) -> int | None:
        """Return a whole number of 0 or more."""
        node = self._scalar(name, "a number")
        if node is None:
            return None
        if re.fullmatch(r"0|[1-9][0-9]{0,8}", node.text):
            return int(node.text)
        self.fault(name, f"“{node.text}” is not a whole number of 0 or more; write one like 30.")
        return None

    def number(self, name: str) -> float | None:
        """Return a number of 0 or more, with or without a fraction."""
        node = self._scalar(name, "a number")
        if node is None:
            return None
        if re.fullmatch(r"[0-9]{1,6}(\.[0-9]{1,6})?", node.text):
            return float(node.text)
        self.fault(name, f"“{node.text}” is not a number of 0 or more; write one like 8.5.")
        return None

    def day(self, name: str) -> date | None:
        """Return a date."""
        node = self._scalar(name, "a date")
        return None if node is None else self.as_day(node, name)

    def as_day(self, node: Scalar, name: str) -> date | None:
        """Read a scalar, or a name, as a date."""
        if re.fullmatch(r"\d{4}-\d{2}-\d{2}", node.text):
            try:
                return date.fromisoformat(node.text)
            except ValueError:
                pass
        self.fault(name, f"“{node.text}” is not a date; write it like 2026-11-26.")
        return None

    def state(self, name: str, *, required: bool = False) -> str:
        """Return a state as ISO 3166-2; two letters alone are a state of the US."""
        return as_state(self.text(name, required=required))

    def states(self, name: str) -> list[str]:
        """Return a list of states."""
        return [as_state(text) for text in self.words(name)]

    def words(self, name: str) -> list[str]:
        """Return a list of texts; a single text counts as a list of one."""
        node = self.node(name)
        if node is None:
            return []
        if isinstance(node, Scalar):
            return [node.text]
        if isinstance(node, Sequence) and all(
            isinstance(item, Scalar) and not item.is_null for item in node.items
        ):
            return [item.text for item in node.items if isinstance(item, Scalar)]
        self.fault(name, "Expected a list of texts here: [first, second].")
        return []

    def pairs(self, name: str) -> dict[str, str]:
        """Return named texts."""
        part = self.part(name)
        return {key: part.text(key) for key in part.names()}

    def value(self, name: str) -> Value | None:
        """Return a value whose type is told by how it is written."""
        node = self.node(name)
        if node is None:
            self.fault(name, "Has no value; write one, or none (the word) if there is none.")
            return None
        if isinstance(node, Sequence):
            return self.words(name)
        if isinstance(node, Mapping):
            self.fault(name, "Expected a single value or a list of texts here.")
            return None
        return self._typed(node, name)

    def _typed(self, node: Scalar, name: str) -> Value | None:
        text = node.text
        if node.quoted:
            return text
        if text.casefold() in {"true", "false"}:
            return text.casefold() == "true"
        if text.casefold() in _TRUE | _FALSE:
            self.fault(
                name, f"“{text}” may be a truth value or a word; write true or false, or quote it."
            )
            return text.casefold() in _TRUE
        if _INTEGER.fullmatch(text) and len(text) < 16:
            return int(text)
        if _DECIMAL.fullmatch(text) and math.isfinite(float(text)):
            return float(text)
        if _NOT_FINITE.fullmatch(text) or _DECIMAL.fullmatch(text):
            self.fault(name, f"“{text}” is no number that can be compared; write one like 5.49.")
            return None
        if _ODD_NUMBER.fullmatch(text) or _INTEGER.fullmatch(text):
            self.fault(name, f"“{text}” is read in different ways; write 1000, or quote a text.")
            return None
        return text

    # --- Parts ---------------------------------------------------------------------------------

    def part(self, name: str) -> Fields:
        """Return a nested mapping; an empty one when it is absent."""
        node = self.node(name)
        return Fields(node or Mapping(self.place_of(name)), self.at(name), self.problems)

    def parts(self, name: str, *, key: str = "id") -> Iterator[Fields]:
        """Iterate over a list of mappings; the path names each by its ``key``."""
        node = self.node(name)
        if node is None:
            return
        if not isinstance(node, Sequence):
            self.fault(name, "Expected a list here, each entry starting with “-”.")
            return
        for number, item in enumerate(node.items, start=1):
            code = item.entries.get(key) if isinstance(item, Mapping) else None
            label = code.text if isinstance(code, Scalar) and code.text else f"#{number}"
            yield Fields(item, f"{self.at(name)}.{label}", self.problems)

    def named_parts(self, name: str) -> Iterator[tuple[str, Fields]]:
        """Iterate over a mapping of mappings."""
        section = self.part(name)
        for key in section.names():
            yield key, section.part(key)

    def finish(self) -> None:
        """Report the names that nothing has read."""
        for name in self._node.entries:
            if name not in self._known:
                self.fault(name, f"There is no field “{name}”; {did_you_mean(name, self._known)}")

    def check(self, row: models.Model, renamed: dict[str, str] | None = None) -> None:
        """Run a row's own validation, without the database, and note what it refuses.

        ``renamed`` maps fields of the model to their names in the bundle.
        """
        names = {"code": "id", **(renamed or {})}
        linked = {part.name for part in row._meta.fields if part.remote_field is not None}
        for whole in (False, True):
            try:
                if whole:
                    row.clean()
                else:
                    row.clean_fields(exclude=linked)
            except ValidationError as error:
                for model_field, messages in _by_field(error).items():
                    name = names.get(model_field, model_field)
                    if name in self._faulty:
                        continue
                    # What follows on further lines is drawn for those who see the field.
                    self.fault(name, " ".join(text.split("\n")[0] for text in messages))


def _by_field(error: ValidationError) -> dict[str, list[str]]:
    messages: Any = error.message_dict if hasattr(error, "error_dict") else None
    return messages if messages is not None else {"": error.messages}


def as_state(text: str) -> str:
    """Return a state as ISO 3166-2: ``MA`` is ``US-MA``."""
    return f"US-{text.upper()}" if _STATE.fullmatch(text) else text
