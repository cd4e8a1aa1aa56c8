"""Edits of several findings brought together: none overlaps another, none is lost."""

from __future__ import annotations

from compliance.gate.types import Edit


class Plan:
    """The edits agreed so far, in the order in which they were proposed."""

    def __init__(self, original: str) -> None:
        self._original = original
        self._edits: list[Edit] = []

    def agree(self, wanted: tuple[Edit, ...]) -> tuple[Edit, ...]:
        """Take ``wanted`` into the plan and return the edits that mend the finding.

        Where one overlaps an edit agreed before, both are narrowed to what they really change;
        if they still overlap, the earlier one stands for both (the gate's second reading decides
        whether that was enough).
        """
        settled: list[Edit] = []
        for edit in wanted:
            clash = [other for other in self._edits if _overlap(edit, other)]
            if clash:
                narrow = narrowed(self._original, edit)
                clash = [other for other in self._edits if _overlap(narrow, other)]
                if clash:
                    settled += [other for other in clash if other not in settled]
                    continue
                edit = narrow  # noqa: PLW2901 - the narrowed edit takes its place
            self._edits.append(edit)
            settled.append(edit)
        return tuple(settled)


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
