"""A bare yes or no to a question about hours, read as the statement that it is."""

from __future__ import annotations

import re

from compliance.gate.text import Text

_YES = re.compile(
    r"\W*(?:yes|yep|yeah|yup|sure|absolutely|of\scourse|certainly|definitely|correct|exactly|you\sbet"
    r"|you\sknow\sit|indeed|no\sproblem|sounds\s(?:good|great)|that\sworks"
    r"|(?:that|this|it)(?:'s|\sis)\s(?:all\s)?(?:right|correct|true|fine)|right\s*[!.,]|you\sgot\sit"
    r"|we\s(?:are|do|will\sbe|sure\s(?:are|do|will))\s*[!.,])(?!\w)(?!\s(?:thing|i\b))"
)
_NO = re.compile(
    r"\W*(?:no|nope|unfortunately\snot|sadly\snot|(?:we\sare|i\sam|i'm|we're)\s?afraid\snot|not\sthat\sday"
    r"|sorry,?\s(?:no|we\sare\snot))\b(?!\s(?:problem|worries|doubt|question))"
)
_WE = r"(?:you|u|ya|y'?all|you\s(?:guys|all|folks)|they)"
_I = r"(?:i|we|my\s\w+|someone|somebody|one)"
_COME = (
    r"(?:be\s)?(?:come|be\sthere|get\sthere|show\sup|arrive|stop|drop|pop|swing|visit|walk|head|dropped"
    r"|picked|pick)(?:\s(?:my|the|our|his|her|it|him|them)(?:\s\w+)?)?"
    r"(?:\s(?:by|in|over|out|off|up|round|around|there|the\s\w+))*"
)
# Each turns the opening of a question into that of the statement which *yes* makes.
_TURNS: tuple[tuple[re.Pattern[str], str], ...] = (
    (re.compile(rf"\b(?:are|r)\s{_WE}\b"), "we are"),
    (re.compile(rf"\b(?:do|does)\s{_WE}\b"), "we"),
    (re.compile(rf"\bwill\s{_WE}\b"), "we will"),
    (
        re.compile(rf"\b(?:can|could|may|should|shall)\s{_I}\s(?:still\s)?{_COME}\b"),
        "you can come in",
    ),
    (
        re.compile(
            r"\bis\s(?:it|that)?\s?(?:ok|okay|fine|alright|all\sright|possible|cool)\s(?:if|for)\s"
            rf"(?:{_I}|me|us)\s(?:to\s)?{_COME}\b"
        ),
        "you can come in",
    ),
    (
        re.compile(
            r"\b(?:is|are|will|does|do)\s((?:the\s|your\s|this\s)?[\w' -]{2,40}?)\s"
            r"(?:be\s)?(?=(?:still\s)?open\b|closed\b)"
        ),
        r"\1 is ",
    ),
    (
        re.compile(
            r"\b(?:does|do)\s((?:the\s|your\s|this\s)?[\w' -]{2,40}?)\s(?=(?:open|close)\b)"
        ),
        r"\1 will ",
    ),
    (re.compile(r"^\W*(?:still\s)?(?=(?:open|closed|close)\b)"), "we are "),
)
_MOST_QUESTIONS = 12  # more than that is no question that a "yes" answers
_CONFIRMING = re.compile(r",?\s(?:right|correct|yes|yeah|no|isn't\sit|aren't\syou)\s*\?*\s*$")


def answer(text: Text) -> tuple[bool, int, int] | None:
    """Return whether a reply begins with a yes, and where it says so (in ``norm``)."""
    if not text.sentences:
        return None
    first = text.sentences[0]
    for is_yes, pattern in ((True, _YES), (False, _NO)):
        said = pattern.match(text.norm, first.norm_start, first.norm_end)
        if said is not None:
            return is_yes, said.start(), said.end()
    return None


def declared(message: Text) -> Text:
    """Return the questions of a message as the statements that a yes to them makes."""
    turned: list[str] = []
    for sentence in message.sentences:
        if len(turned) == _MOST_QUESTIONS:
            break
        words = _CONFIRMING.sub("", message.norm[sentence.norm_start : sentence.norm_end])
        for pattern, statement in _TURNS:
            made, count = pattern.subn(statement, words, count=1)
            if count:
                turned.append(made.rstrip(" ?!.") + ".")
                break
    return Text("\n".join(turned))
