"""What is wrong with a bundle: every problem with its file, line, field and what to do."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True, order=True)
class Place:
    """Where something stands in a bundle; line and column count from one."""

    file: str
    line: int = 0
    column: int = 0

    def __str__(self) -> str:
        return f"{self.file}:{self.line}:{self.column}" if self.line else self.file


@dataclass(frozen=True, slots=True)
class Problem:
    """One problem: where, in which field, and what to do about it."""

    place: Place
    path: str
    message: str

    def __str__(self) -> str:
        return ": ".join(part for part in (str(self.place), self.path, self.message) if part)


class BundleError(ValueError):
    """A bundle that cannot be used as it is; ``problems`` lists everything that is wrong."""

    def __init__(self, problems: Iterable[Problem]) -> None:
        self.problems = tuple(sorted(problems, key=lambda item: (item.place, item.path)))
        super().__init__("\n".join(str(problem) for problem in self.problems))


@dataclass(slots=True)
class Problems:
    """Collects problems while a bundle is read.

    ``errors`` mean that a file could not be read. ``doubts`` are fields and rows at fault: an
    import refuses them as well, a mere evaluation warns and leaves out what it cannot use.
    """

    errors: list[Problem] = field(default_factory=list)
    doubts: list[Problem] = field(default_factory=list)

    def error(self, place: Place, path: str, message: str) -> None:
        """Note something that keeps a file from being read."""
        self.errors.append(Problem(place, path, message))

    def doubt(self, place: Place, path: str, message: str) -> None:
        """Note a field or a row at fault."""
        self.doubts.append(Problem(place, path, message))
