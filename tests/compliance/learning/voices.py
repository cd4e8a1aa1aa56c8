"""Replies in two voices, written out of parts: a formal spa that says "we", a lively burger bar."""

from itertools import product

THINGS = ("your facial", "the stone room", "your massage", "the garden suite", "your treatment")
TIMES = ("in the morning", "after noon", "on Friday", "next week", "at the weekend", "in May")
WELCOME = (
    "Good morning Anna,\n\nThank you for your message. We are pleased to confirm {thing} {time}. "
    "We would be grateful if you arrived a quarter of an hour early. "
    "Our wellness ritual begins with tea.\n\nWarmly yours,\nThe Lumen team"
)
OFFER = (
    "Good morning,\n\nThank you for asking about {thing}. We are able to offer it {time}, and we "
    "will gladly hold a place for you. Our wellness ritual takes an hour.\n\nWarmly yours,\nLumen"
)
CALM = (WELCOME, OFFER)
LIVELY = (
    "Hey! {thing}? I'm on it, see you {time}! 🍔",
    "Yep, I've got {thing} {time}! Don't wait, it's going fast! 🔥🍔",
)


def replies(forms: tuple[str, ...]) -> list[str]:
    """Every thing at every time, in each form."""
    return [
        form.format(thing=thing, time=time) for thing, time, form in product(THINGS, TIMES, forms)
    ]


CALM_REPLIES = replies(CALM)
LIVELY_REPLIES = replies(LIVELY)
