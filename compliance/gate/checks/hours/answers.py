"""A reply that only answers a question about hours, read as the statement that it is.

*Yes* to "are you open till nine?" says "we are open till nine"; *at nine* to "when do you close?"
says "we close at nine".
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from compliance.gate.checks.hours.cue_words import AGREES, Cue
from compliance.gate.text import Text

_YES = re.compile(
    r"\W*(?:yes|yep|yeah|yup|sure|absolutely|of\scourse|certainly|definitely|correct|exactly|you\sbet"
    r"|you\sknow\sit|indeed|no\sproblem|sounds\s(?:good|great)|that\s(?:works|suits\sus)|perfect(?=\s*[,.!-])"
    r"|great(?=\s*[,.!-])|gladly|with\spleasure|see\syou\s(?:then|there)"
    rf"|(?:that|this|it)(?:'s|\sis|\swould\sbe|\swill\sbe|\ssounds)\s(?:all\s|just\s|absolutely\s)?"
    r"(?:right|correct|true|fine|perfect|great|good|ok|okay|wonderful|ideal)|right\s*[!.,]|you\sgot\sit"
    rf"|[^.!?]{{1,40}}?\s{AGREES}(?=\s*[,.!-])"
    r"|we\s(?:are|do|will\sbe|sure\s(?:are|do|will))\s*[!.,])(?!\w)(?!\s(?:thing|i\b))"
)
_NO = re.compile(
    r"\W*(?:no|nope|not\sat\sall|(?:unfortunately|sadly|regrettably|sorry)?,?\s?not\s(?:that|quite|yet|then|on)"
    r"|unfortunately\snot|sadly\snot|(?:we\sare|i\sam|i'm|we're)\s?afraid\snot|sorry,?\s(?:no|we\sare\snot))"
    r"\b(?!\s(?:problem|worries|doubt|question))"
)
# "I'm afraid so" and "a little" affirm what nobody would want.
_SADLY_YES = re.compile(
    r"\W*(?:(?:i'm|i\sam|we're|we\sare)\safraid\sso|unfortunately,?\syes|sadly,?\syes)\b"
)
_WE = r"(?:you\s(?:guys|all|folks)|you|u|ya|y'?all|they)"
_I = r"(?:i|we|my\s\w+|someone|somebody|one)"
_COME = (
    r"(?:be\s)?(?:come|be\sthere|get\sthere|make\sit|show\sup|arrive|stop|drop|pop|swing|visit|walk|head|dropped"
    r"|picked|pick)(?:\s(?:my|the|our|his|her|it|him|them)(?:\s\w+)?)?"
    r"(?:\s(?:by|in|over|out|off|up|round|around|there|the\s\w+)\b(?!\s(?:\d|noon|one|two|three|four|five|six|seven"
    r"|eight|nine|ten|eleven|twelve)))*"
)
_FINE = r"(?:ok|okay|fine|alright|all\sright|possible|cool|good|doable|a\sgood\stime)"
_INVITED = "you can come in"
# Each turns the opening of a question into that of the statement which *yes* makes.
_TURNS: tuple[tuple[re.Pattern[str], str], ...] = (
    # a time or a day that is asked to be agreed to, such as "would Sunday at nine work?"
    (
        re.compile(
            r"\b(?:is|would|will|does|how\sabout|what\sabout)\s"
            r"(?P<when>(?!(?:it|that|this|there|the|your|you)\b)[\w:.'\s,]{1,48}?)"
            rf"\s(?:be\s|still\s)*(?:too\s(?:late|early)|{_FINE}|works?|suits?)\b.*"
        ),
        rf"{_INVITED} at \g<when>",
    ),
    (re.compile(rf"\b(?:are|r)\s{_WE}\b|\b{_WE}(?:'re|\sare)\b"), "we are"),
    (re.compile(rf"\b(?:do|does)\s{_WE}\b"), "we"),
    (re.compile(rf"\bwill\s{_WE}\b"), "we will"),
    (
        re.compile(rf"\b(?:can|could|may|should|shall)\s{_I}\s(?:still\s)?{_COME}\b"),
        _INVITED,
    ),
    (
        re.compile(
            r"\bis\s(?:it|that)?\s?(?:ok|okay|fine|alright|all\sright|possible|cool)\s(?:if|for)\s"
            rf"(?:{_I}|me|us)\s(?:to\s)?{_COME}\b"
        ),
        _INVITED,
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
    # a day alone
    (
        re.compile(
            r"^\W*(?=(?:(?:and|on|for|this|next|what\sabout|how\sabout)\s)*(?:(?:mon|tues|wednes|thurs|fri|satur|sun)days?"
            r"|weekends?|today|tonight|tomorrow|(?:christmas|xmas|new\syear'?s?)(?:\s(?:eve|day))?|thanksgiving(?:\sday)?"
            r"|easter(?:\s(?:sunday|monday))?|(?:black\s|good\s)friday|(?:labor|memorial|veterans|independence|boxing)\sday)"
            r"(?:\s(?:morning|afternoon|evening|night)s?)?\W*$)"
        ),
        "we are open ",
    ),
    # a plan to come, put to the reader to be agreed to
    (
        re.compile(
            r"\bi(?:\scan|\scould|'d\slike\sto|\swould\slike\sto|\swant\sto|\swas\shoping\sto|'ll|\swill"
            rf"|'m\splanning\sto|\splan\sto|'d\slove\sto|\swould)\s(?:probably\s|only\s|just\s)?{_COME}\b"
        ),
        _INVITED,
    ),
)
# A yes to these refuses what was asked.
_REFUSING = re.compile(
    r"\btoo\s(?:late|early)\b|\b(?:a\s)?(?:problem|trouble|bother|inconvenien\w+)\b|\bmind\sif\b"
)
_ASKED_FOR_TIME: tuple[tuple[re.Pattern[str], Cue], ...] = (
    (
        re.compile(
            r"\b(?:what\s(?:time|hour)|when|how\slate|until\swhen|till\swhen)\b[^.?!]{0,40}\bclos\w+"
            r"|\bhow\slate\b|\b(?:until|till)\s(?:when|what\stime)\b|\bclosing\stime\b"
        ),
        Cue.CLOSE,
    ),
    (
        re.compile(
            r"\b(?:what\s(?:time|hour)|when|how\searly)\b[^.?!]{0,40}\b(?:open|start)\w*"
            r"|\bhow\searly\b|\bopening\stime\b"
        ),
        Cue.OPEN,
    ),
)
_ASKED_FOR_HOURS = re.compile(
    r"\b(?:open|closed)\b(?!\s(?:an?|my|the|up|your|account)\b)|(?<!\d\s)(?<!-)\bhours\b"
    r"|\b(?:when|how\searly|what\stime)\s(?:can|could|may|should)\s(?:i|we)\s(?:\w+\s){0,6}?"
    r"(?:come|bring|get|drop|visit|stop|swing|pop|start)\b"
)
_MOST_QUESTIONS = 12  # more than that is no question that a "yes" answers
_CONFIRMING = re.compile(
    r"(?:,?\s(?:right|correct|yes|yeah|no|isn't\sit|aren't\syou)|,\s(?:ok|okay))\s*\?*\s*$"
)


@dataclass(frozen=True, slots=True)
class Answer:
    """A reply's opening yes or no, where it stands (in ``norm``)."""

    is_yes: bool
    start: int
    end: int


def answer(text: Text) -> Answer | None:
    """Return the yes or no that a reply begins with, if it does."""
    if not text.sentences:
        return None
    first = text.sentences[0]
    for is_yes, pattern in ((True, _SADLY_YES), (False, _NO), (True, _YES)):
        said = pattern.match(text.norm, first.norm_start, first.norm_end)
        if said is not None:
            return Answer(is_yes, said.start(), said.end())
    return None


def refuses(message: Text) -> bool:
    """Say whether a yes to the message would be a refusal ("is that too late?")."""
    return _REFUSING.search(message.norm) is not None


def time_asked_for(message: Text) -> Cue | None:
    """Return whether a message asks when the place opens, when it closes, or for hours at all."""
    asked = [cue for pattern, cue in _ASKED_FOR_TIME if pattern.search(message.norm)]
    if len(asked) == 1:
        return asked[0]
    return Cue.HOURS if asked or _ASKED_FOR_HOURS.search(message.norm) else None


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


def invites(question: Text) -> bool:
    """Say whether a declared question is about coming, not about being open."""
    return _INVITED in question.norm
