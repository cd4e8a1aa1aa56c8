"""What the services of this app refuse, in words for the person who asked."""

from __future__ import annotations


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
