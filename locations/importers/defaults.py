"""What a person chooses for a whole import: what the file does not say of new locations."""

from __future__ import annotations

from dataclasses import asdict, dataclass
from typing import Any


@dataclass(frozen=True, slots=True)
class Defaults:
    """Brand and vertical (codes or names) and zone of new locations, and how codes begin.

    ``country`` has two letters and is that of states without one. ``leave_out`` leaves out what
    cannot be created or changed instead of refusing the whole file.
    """

    brand: str = ""
    vertical: str = ""
    zone: str = ""
    prefix: str = ""
    country: str = "US"
    leave_out: bool = False

    def as_json(self) -> dict[str, Any]:
        """Return the choices to store."""
        return asdict(self)

    @classmethod
    def from_json(cls, stored: dict[str, Any]) -> Defaults:
        """Return stored choices; what a later version does not know any more is dropped."""
        return cls(**{key: value for key, value in stored.items() if key in cls.__slots__})
