"""What a check can say, in one word each."""

from __future__ import annotations

from enum import StrEnum


class Verdict(StrEnum):
    """What happens to a draft."""

    PASS = "pass"
    MODIFY = "modify"
    BLOCK = "block"


class Layer(StrEnum):
    """The kind of failure a finding reports; the labels of the evaluation contract."""

    POLICY = "policy"
    HOURS = "hours"
    JURISDICTION = "jurisdiction"
    TONE = "tone"
    OFFER = "offer"
    CHANNEL = "channel"
    DATA = "data"


class Severity(StrEnum):
    """How a finding weighs.

    ``advise`` is a note on a draft that passes; ``modify`` must be edited away or it blocks;
    ``block`` always blocks, its edits are suggestions for the reviewer.
    """

    ADVISE = "advise"
    MODIFY = "modify"
    BLOCK = "block"
