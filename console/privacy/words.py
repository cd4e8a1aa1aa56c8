"""What was counted, in the words of a person."""

from __future__ import annotations

from typing import Final

from drafting.privacy.stored import Counts

# Of one, and of several.
_WORDS: Final = {
    "tickets": ("ticket", "tickets"),
    "messages": ("message", "messages"),
    "drafts": ("draft", "drafts"),
    "decisions": ("decision of the gate", "decisions of the gate"),
    "replies": ("sent reply", "sent replies"),
    "versions": ("version of the record", "versions of the record"),
    "keys": ("data key", "data keys"),
    "salts": ("salt", "salts"),
    "drafts_taken_back": ("draft to be taken back", "drafts to be taken back"),
    "reviews_closed": ("open review", "open reviews"),
    "schedules_cancelled": ("reply that waits to go out", "replies that wait to go out"),
    "jobs_withdrawn": ("draft still to be written", "drafts still to be written"),
}


def counted(counts: Counts) -> list[tuple[str, int]]:
    """Return what there is and how many of it; what there is none of is left out."""
    return [(_WORDS[name][count > 1], count) for name, count in counts.as_json().items() if count]
