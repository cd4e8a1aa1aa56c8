"""Words and turns of phrase that make a reply casual or formal, each kind with its weight."""

from __future__ import annotations

from enum import StrEnum
from functools import lru_cache
from typing import Final, NamedTuple

from compliance.gate.tone.phrases import inflections


class Kind(StrEnum):
    """What a marker of formality is."""

    CONTRACTION = "contraction"
    SLANG = "slang"
    INTENSIFIER = "intensifier"
    FILLER = "filler"
    PLAIN = "plain_word"
    EMOJI = "emoji"
    EXCLAMATION = "exclamation"
    GREETING = "greeting"
    CLOSING = "closing"
    CONNECTIVE = "connective"
    LATINATE = "latinate_word"
    POLITENESS = "politeness"
    TITLE = "title"
    PASSIVE = "passive"


class Entry(NamedTuple):
    """A word or phrase, where it counts, and its weight: below 0 is casual, above 0 formal.

    ``place``: ``any``; ``first`` opens a sentence and a comma or stop follows; ``apart`` has one
    after it; ``line`` closes a letter.
    """

    words: tuple[str, ...]
    kind: Kind
    weight: float
    place: str = "any"


# Phrases are parted by bars or line ends.
_PHRASES: Final = (
    (
        Kind.SLANG,
        -3.0,
        "any",
        """awesome|guys|y'all|kinda|sorta|gonna|wanna|gotta|lemme|gimme|dunno|yeah|yep|yup|nope
        nah|bucks|lol|lmao|omg|thx|pls|plz|ya|ur|np|no worries|no biggie|no prob|no probs
        no sweat|idk|hang tight|sit tight|hold tight|you bet|sure thing|my bad|our bad
        swing by|hit us up|hun|hon|give us a shout|shout out|holler|goodies|freebie|freebies
        legit|bummer|stoked|pumped|psyched|sucks|screwed up|messed up|mess up|buddy|pal|bro
        dude|dudes|babe|gotcha|for sure|anyways|easy peasy|piece of cake|no brainer|big time
        rock on|you rock|fab|epic|tons of|a ton|loads of|shoot us|shoot me|drop us a line
        hop on|stop by|pop in|pop by|cheers mate|cuz|'cause|tbh|imo|ain't|freaking|darn|heck
        hooked up|on the house|hang out|comfy|yummy|crazy|insane""",
    ),
    (
        Kind.SLANG,
        -1.5,
        "any",
        """folks|kids|stuff|okay|ok|alright|asap|a bunch|lots of|a lot of|a bit|a tad|no problem
        check out|check it out|heads up|grab|hassle|glitch|pic|pics|btw|fyi|thanks a lot
        thanks a bunch|thanks a million|thanks so much|give it a try|give it a go|take a peek
        wondering|drop by|ping|dig into|sort this out|figure out|a couple of|right now|super
        pretty much|up for grabs|good to go|all set|we got|you got|mind if|keep us posted
        keep me posted|hope this helps|hope that helps""",
    ),
    (
        Kind.INTENSIFIER,
        -1.0,
        "any",
        """really|totally|absolutely|literally|seriously|definitely|incredibly|insanely|hugely
        so sorry|so happy|so glad|so much|so many|so excited|so good|so great|so nice
        so pleased|so fun|so sad|so cool|so thrilled|so proud|so bad|so lovely|so delicious
        way too|way more|amazing|fantastic|terrific|best ever|can't wait|cannot wait|love to
        loved""",
    ),
    (
        Kind.FILLER,
        -2.0,
        "apart",
        """oh|ooh|ah|aw|aww|awww|hmm|hm|huh|wow|yay|whoa|ugh|phew|yikes|oops|whoops|haha|hehe
        woohoo|oh no|oh dear|uh oh|no way|hooray|hurray|ouch""",
    ),
    (
        Kind.FILLER,
        -1.0,
        "first",
        """well|so|anyway|look|listen|honestly|basically|right|sure|you know|i mean|cool|great
        nice|plus""",
    ),
    (
        Kind.PLAIN,
        -0.5,
        "any",
        """reach out|get in touch|feel free|thanks|let|lets|fix|fixed|fixing|just|maybe""",
    ),
    (
        Kind.PLAIN,
        -0.25,
        "any",
        """get|gets|got|getting|but|help|helps|helping|need|needs|needed|give|gives|giving|gave|tell|told|want|wants|ask
        asked|asking|look|looking|looks|start|started|buy|bought|big|about|enough|sorry|try
        trying|keep""",
    ),
    (
        Kind.CONNECTIVE,
        2.0,
        "any",
        """therefore|thus|hence|moreover|furthermore|consequently|accordingly|nevertheless
        nonetheless|with regard to|in regard to|with regards to|with respect to
        with reference to|in reference to|pursuant to|in accordance with|in order to|prior to
        subsequent to|as per|in the event|in lieu of|provided that|whereas|notwithstanding
        on behalf of|at your earliest convenience|please be advised|be advised
        please be informed|hereby|herewith|thereof|therein|thereafter|henceforth|upon receipt
        aforementioned|should you|in response to|for your reference|with effect from
        at your disposal|at your convenience|do not hesitate|we regret|i regret|we remain
        for any inconvenience|such time|as stated""",
    ),
    (
        Kind.CONNECTIVE,
        1.0,
        "any",
        """however|additionally|in addition|regarding|concerning|upon|as follows|due to
        subject to|while|as requested|in this regard|please note|please find|please accept
        unless|although|sincere|sincerest|sincerely|respectfully|otherwise|such|per|wish to""",
    ),
    (
        Kind.LATINATE,
        0.7,
        "any",
        """assistance|inquiry|inquiries|enquiry|enquiries|clarification|notification
        inconvenience|correspondence|documentation|cooperation|patience|regret|dissatisfaction
        courtesy|identification|authorization|authorisation|determination|requirement
        requirements|appropriate|applicable|sufficient|previous|relevant|necessary|respective
        unable|esteemed|valued|grateful|pleased|delighted""",
    ),
    (
        Kind.LATINATE,
        0.3,
        "any",
        """available|eligible|confirmation|additional|immediately|currently|directly|further
        following|successfully""",
    ),
    (Kind.POLITENESS, 1.5, "any", """kindly|would be grateful|would you be so kind|shall"""),
    (Kind.POLITENESS, 0.5, "any", """would|may|might|could|please|thank you|thank"""),
    (
        Kind.CLOSING,
        2.5,
        "line",
        """sincerely|yours sincerely|yours truly|yours faithfully|respectfully|respectfully yours
        kind regards|best regards|warm regards|warmest regards|regards|with kind regards
        kindest regards|with appreciation|sincerely yours|with best wishes|best wishes
        with regards""",
    ),
    (
        Kind.CLOSING,
        -2.5,
        "line",
        """cheers|xo|xoxo|later|laters|see ya|see you soon|see you|take care|talk soon|ttyl|bye
        bye now|hugs|peace|ciao|toodles|catch you later|much love|lots of love|thanks again
        many thanks|ta""",
    ),
)
# Verbs that a plainer one could stand for, and those that every service says; every inflection
# counts.
_VERBS: Final = (
    (
        0.7,
        """assist require provide obtain inform advise ensure regret apologize apologise proceed
        retain reside commence terminate indicate inquire enquire respond attempt facilitate utilize
        utilise acquire notify permit authenticate initiate resolve anticipate acknowledge
        appreciate accommodate endeavor endeavour constitute determine demonstrate authorize
        authorise grant decline conclude extend furnish remit rectify expedite allocate disclose
        comply cease deem""",
    ),
    (
        0.3,
        """purchase receive request submit verify consider select contact assess review process
        confirm refer complete""",
    ),
)
# After these, what was done to something counts as a state, not as a passive.
STATES: Final = frozenset(
    """interested pleased excited delighted closed tired done gone worried concerned
    located thrilled supposed used been had based limited related dedicated committed
    allowed included bored confused frustrated disappointed satisfied qualified
    experienced advanced married scheduled prepared opened sold open need red bed left
    kept felt got gotten come become""".split()  # noqa: SIM905
)
TITLES: Final = frozenset("mr mrs ms mx dr prof sir madam ma'am professor".split())  # noqa: SIM905
GREETINGS: Final[dict[str, float]] = {
    **dict.fromkeys(("good morning", "good afternoon", "good evening", "good day"), 1.5),
    **dict.fromkeys(("hey", "heya", "hiya", "howdy", "yo", "morning", "afternoon"), -3.0),
    "dear": 3.0,
    "greetings": 1.5,
    "hi": -0.75,
}


class Lexicon(NamedTuple):
    """Entries of one word by it, longer ones by their first two, the longest first.

    ``firsts`` are the words that any of them starts with.
    """

    firsts: frozenset[str]
    words: dict[str, Entry]
    phrases: dict[tuple[str, str], tuple[Entry, ...]]


@lru_cache(maxsize=1)
def lexicon() -> Lexicon:
    """Return the entries, put together once."""
    entries: list[Entry] = []
    for kind, weight, place, listed in _PHRASES:
        phrases = listed.replace("\n", "|").split("|")
        entries += (Entry(tuple(phrase.split()), kind, weight, place) for phrase in phrases)
    for weight, verbs in _VERBS:
        forms = (form for verb in verbs.split() for form in (verb, *_inflected(verb)))
        entries += (Entry((form,), Kind.LATINATE, weight) for form in forms)
    found: dict[tuple[str, str], list[Entry]] = {}
    for entry in sorted(entries, key=lambda one: -len(one.words)):
        if len(entry.words) > 1:
            found.setdefault((entry.words[0], entry.words[1]), []).append(entry)
    return Lexicon(
        firsts=frozenset(entry.words[0] for entry in entries),
        words={entry.words[0]: entry for entry in entries if len(entry.words) == 1},
        phrases={start: tuple(listed) for start, listed in found.items()},
    )


def _inflected(verb: str) -> tuple[str, ...]:
    return tuple(form for form, ending in inflections(verb) if ending in {"s", "ed", "ing"})
