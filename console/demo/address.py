"""Where the console was served last, so that what is printed about it leads there."""

from __future__ import annotations

from pathlib import Path
from typing import Final

from django.conf import settings

USUAL: Final = "http://127.0.0.1:8000"


def remember(url: str) -> None:
    """Keep the address that the console is served at."""
    _file().parent.mkdir(parents=True, exist_ok=True)
    _file().write_text(url, encoding="ascii")


def address() -> str:
    """Return the address that the console was served at last, or the usual one."""
    try:
        return _file().read_text(encoding="ascii").strip() or USUAL
    except (OSError, UnicodeDecodeError):
        return USUAL


def _file() -> Path:
    return Path(settings.VAR_DIR) / "address"
