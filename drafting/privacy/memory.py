"""Texts that this process remembers: what was parsed is kept for a while, so that it is quick."""

from __future__ import annotations

import gc
from functools import _lru_cache_wrapper
from typing import Final

_OURS: Final = ("console.", "drafting.", "compliance.", "locations.")


def forget_texts() -> None:
    """Empty every cache of ours in this process: parts of an erased text may be in any of them.

    Other processes forget when their caches fill up, or when they are started anew.
    """
    for each in gc.get_objects():
        # Not `isinstance`: it asks a lazy object of a request for its class, and so wakes it.
        if type(each) is _lru_cache_wrapper and each.__module__.startswith(_OURS):
            each.cache_clear()
