"""The reference of a voice's fields, written from the code so that it cannot drift."""

from __future__ import annotations

from collections.abc import Iterator

from compliance.gate.tone.dimensions import DIMENSIONS
from compliance.models import ToneOverlay
from console.voice.examples import Shown, shown
from console.voice.samples import EXAMPLES
from console.voice.words import columns_of

_SAYS = {column.name: str(column.help_text) for column in ToneOverlay._meta.fields}
_HEAD = """\
# The fields of a voice

Written from the code by `manage.py voice_reference`; a test compares. What they are for, and how
overlays are merged, is told in [Voices](../tone.md).

Every field may stay empty: then a wider overlay says it, or nothing does. “Enforced” fields hold
the reply: the gate mends what breaks them, and holds it where no mend is safe. What only steers is
told to whoever writes, and measured.

| field | what it says | measured as |
|---|---|---|
"""
_EXAMPLES = """
## What a value does

Each with nothing else said, on a sample, by the gate itself.
"""


def reference() -> str:
    """Return the reference as Markdown."""
    parts = [_HEAD]
    parts += [
        f"| `{name}` | {_cell(_SAYS[name])} | {_cell('; '.join(_measures(name))) or '–'} |\n"
        for name in EXAMPLES
    ]
    parts.append(_EXAMPLES)
    for name, example in EXAMPLES.items():
        found = shown(name, {name: example.shows})
        parts.append(f"\n**`{name}`**, {_code(example.shows)}\n\n")
        parts += [f"* {line}\n" for line in _does(found)]
    return "".join(parts)


def _measures(name: str) -> Iterator[str]:
    for dimension in DIMENSIONS:
        if any(name in columns_of(each) for each in dimension.fields):
            yield f"{dimension.title} ({'enforced' if dimension.enforced else 'steers'})"


def _does(found: Shown) -> Iterator[str]:
    before = "".join(each.was if each.number else each.now for each in found.changes)
    after = "".join(each.now for each in found.changes)
    yield f"{_quoted(before)} stays" if before == after else f"{_quoted(before)} → {_quoted(after)}"
    if found.voiced:
        yield f"in full voice: {_quoted(found.voiced)}"
    yield from found.measured
    yield from (f"held back: {line}" for line in found.held)
    if found.told:
        yield f"whoever writes is told: {' '.join(found.told)}"


def _quoted(text: str) -> str:
    return f"“{' / '.join(line for line in text.splitlines() if line)}”"


def _code(value: str) -> str:
    return f"`{value}`"


def _cell(text: str) -> str:
    return text.replace("|", "\\|")
