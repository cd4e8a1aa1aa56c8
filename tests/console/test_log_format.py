"""Logs say what happened and where, never what a customer wrote."""

import logging
import sys

from console.log_format import WithoutTexts

TICKET = "my card is 4111 1111 1111 1111"


def formatted() -> str:
    try:
        try:
            int(TICKET)
        except ValueError as error:
            raise RuntimeError(f"could not store {TICKET}") from error
    except RuntimeError:
        record = logging.LogRecord(
            "draftgate", logging.ERROR, __file__, 1, "storing failed", None, sys.exc_info()
        )
    return WithoutTexts("{levelname} {message}", style="{").format(record)


def test_exceptions_are_named_without_their_messages():
    line = formatted()

    assert "ERROR storing failed" in line
    assert "builtins.RuntimeError" in line
    assert "builtins.ValueError" in line
    assert "test_log_format.py" in line
    assert "4111" not in line
