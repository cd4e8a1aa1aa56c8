"""What goes wrong inside the gate, told without what a customer wrote."""

from __future__ import annotations

import traceback
from pathlib import PurePath


class TooDenseError(ValueError):
    """A draft holds more of something than any reply does; reading it would take too long.

    The message is for a person and says what of; it never quotes the draft.
    """


def named(error: BaseException) -> str:
    """Return an error's type and the place that raised it: ``KeyError at facts.py:41``."""
    frames = list(traceback.walk_tb(error.__traceback__))
    kind = type(error).__name__
    if not frames:
        return kind
    frame, line = frames[-1]
    return f"{kind} at {PurePath(frame.f_code.co_filename).name}:{line}"
