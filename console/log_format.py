"""The log format: what happened and where, never what a customer wrote."""

import logging
import traceback
from types import TracebackType


class WithoutTexts(logging.Formatter):
    """Formats exceptions as their types and places, without their messages.

    A database error quotes the failing row and a parse error its input: either can hold a ticket.
    """

    def formatException(  # noqa: N802 - logging's own name
        self,
        ei: tuple[type[BaseException], BaseException, TracebackType | None]
        | tuple[None, None, None],
    ) -> str:
        """One line per exception of the chain and one per frame."""
        lines: list[str] = []
        error = ei[1]
        while error is not None:
            kind = type(error)
            lines.append(f"{kind.__module__}.{kind.__qualname__} (message withheld)")
            lines += [
                f"  {frame.filename}:{frame.lineno} in {frame.name}"
                for frame in traceback.extract_tb(error.__traceback__)
            ]
            suppressed = error.__suppress_context__
            error = error.__cause__ or (None if suppressed else error.__context__)
        return "\n".join(lines)
