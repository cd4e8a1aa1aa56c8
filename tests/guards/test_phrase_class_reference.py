"""The reference of phrase classes lists what is shipped, in the words of the code."""

from pathlib import Path

from compliance.gate.concepts.classes import CLASSES

PAGE = Path(__file__).resolve().parents[2] / "docs" / "reference" / "patterns.md"


def test_the_table_holds_every_shipped_class():
    text = PAGE.read_text(encoding="utf-8")
    written = [line for line in text.splitlines() if line.startswith("| `@")]
    assert written == [
        f"| `@{name}` | {one.about} | “{one.found[0]}” | “{one.left[0]}” |"
        for name, one in sorted(CLASSES.items())
    ]
    claims = [f"`@{name}`" for name, one in sorted(CLASSES.items()) if one.claims]
    assert f"({', '.join(claims)})" in text
