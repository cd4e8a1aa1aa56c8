"""Edits of several findings brought together: none overlaps another, none is lost."""

from __future__ import annotations

from bisect import bisect_left, insort

from compliance.gate.types import Edit


class Plan:
    """The edits agreed so far, in the order in which they were proposed."""

    def __init__(self, original: str) -> None:
        self._original = original
        # In text order and never overlapping, so neighbours are all that can clash.
        self._edits: list[Edit] = []

    def agree(self, wanted: tuple[Edit, ...]) -> tuple[Edit, ...]:
        """Take ``wanted`` into the plan and return the edits that mend the finding.

        Where one overlaps an edit agreed before, both are narrowed to what they really change;
        if they still overlap, the earlier one stands for both (the gate's second reading decides
        whether that was enough).
        """
        settled: list[Edit] = []
        for edit in wanted:
            clash = self._clashing(edit)
            if clash:
                narrow = narrowed(self._original, edit)
                clash = self._clashing(narrow)
                if clash:
                    settled += [other for other in clash if other not in settled]
                    continue
                edit = narrow  # noqa: PLW2901 - the narrowed edit takes its place
            insort(self._edits, edit, key=_place)
            settled.append(edit)
        return tuple(settled)

    @property
    def edits(self) -> tuple[Edit, ...]:
        """The edits agreed so far, in text order."""
        return tuple(self._edits)

    def _clashing(self, edit: Edit) -> list[Edit]:
        at = bisect_left(self._edits, edit.start, key=_end)
        clash: list[Edit] = []
        while at < len(self._edits) and self._edits[at].start <= edit.end:
            if _overlap(edit, self._edits[at]):
                clash.append(self._edits[at])
            at += 1
        return clash


def _place(edit: Edit) -> tuple[int, int]:
    return edit.start, edit.end


def _end(edit: Edit) -> int:
    return edit.end


def _overlap(one: Edit, other: Edit) -> bool:
    return one.start < other.end and other.start < one.end


def narrowed(original: str, edit: Edit) -> Edit:
    """Return the edit without the letters that it leaves as they are."""
    before, after = original[edit.start : edit.end], edit.replacement
    head = 0
    while head < min(len(before), len(after)) and before[head] == after[head]:
        head += 1
    tail = 0
    while tail < min(len(before), len(after)) - head and before[-1 - tail] == after[-1 - tail]:
        tail += 1
    return Edit(edit.start + head, edit.end - tail, after[head : len(after) - tail], edit.reason)
