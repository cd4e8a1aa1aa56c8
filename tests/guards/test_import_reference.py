"""The reference of imports names every format and every caution, in the words of the pages."""

from pathlib import Path

from locations.importers.registry import importers
from locations.importers.values import Caution

REFERENCE = Path(__file__).parents[2] / "docs/reference/location-imports.md"


def test_every_caution_is_explained_and_no_other():
    _, _, table = REFERENCE.read_text(encoding="utf-8").partition("## Cautions")
    table, _, _ = table.partition("## Errors")
    rows = [line.split("|")[1].strip() for line in table.splitlines() if line.startswith("| ")]
    assert rows[1:] == [caution.value for caution in Caution]


def test_every_format_is_listed():
    text = REFERENCE.read_text(encoding="utf-8")
    assert [name for name in importers() if f"| `{name}` |" not in text] == []
