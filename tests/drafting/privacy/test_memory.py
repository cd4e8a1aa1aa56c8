"""What a process remembers of texts is forgotten, whatever else lives in the process."""

from __future__ import annotations

from django.utils.functional import SimpleLazyObject

from drafting.classify import _cue
from drafting.privacy.memory import forget_texts


def test_lazy_objects_of_requests_are_left_asleep():
    """A request that was answered keeps one that fails as soon as it is asked anything."""

    def refuse() -> None:
        raise AssertionError("woken")

    asleep = SimpleLazyObject(refuse)
    _cue("said by somebody")

    forget_texts()

    assert _cue.cache_info().currsize == 0
    assert type(asleep) is SimpleLazyObject
