"""What the services of this app refuse, in words for the person who asked."""

from __future__ import annotations

from datetime import datetime


class Conflict(Exception):  # noqa: N818  (named for what happened)
    """Somebody else, or the customer, was faster: nothing was changed.

    The message says who did what, and what to do now.
    """


class Unusable(ValueError):  # noqa: N818  (named for what happened)
    """A value that cannot be used; ``field`` says which, the message what to write instead."""

    def __init__(self, field: str, message: str) -> None:
        super().__init__(message)
        self.field = field
        self.message = message


class TextsErasedError(Conflict):
    """The texts of a ticket were erased: nothing more can be done with its drafts."""

    def __init__(self, at: datetime) -> None:
        super().__init__(
            f"The texts of this ticket were erased on {at:%B %-d, %Y}; nothing more can be done."
        )
