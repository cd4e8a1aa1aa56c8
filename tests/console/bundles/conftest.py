"""Bundles that the tests read: the demo operator, the evaluation world, and small ones."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from textwrap import dedent

import pytest

ROOT = Path(__file__).resolve().parents[3]
SHARED = ROOT.parent / "shared" / "eval"

Write = Callable[..., Path]

SMALL = """
brands:
  acme: {name: Acme Books, domain: acme.example}
policy_defaults:
  books: {return_window_days: 30, refund_method: store_credit, final_sale: [maps, atlases]}
locations:
  - {id: acme-boston, brand: acme, vertical: books, name: Acme Boston, city: Boston, state: MA,
     tz: America/New_York, hours: {mon: ["10:00-18:00"], tue: []},
     exceptions: {2026-11-26: []}, policy: {return_window_days: 14}}
channel_restrictions:
  chat: {max_chars: 900, no_html: true}
"""


@pytest.fixture
def write(tmp_path: Path) -> Write:
    """Write bundle text to a file and return its path."""

    def written(text: str, name: str = "bundle.yaml") -> Path:
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(dedent(text), encoding="utf-8")
        return path

    return written


@pytest.fixture
def small(write: Write) -> Path:
    """A bundle of one brand with one location."""
    return write(SMALL)


@pytest.fixture
def demo() -> Path:
    """The demo operator."""
    return ROOT / "demo" / "world"


@pytest.fixture
def world() -> Path:
    """The evaluation world; the tests that need it skip where it is absent."""
    path = SHARED / "world.yaml"
    if not path.is_file():
        pytest.skip("shared data is absent")
    return path
