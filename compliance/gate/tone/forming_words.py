"""Words that tell whether a verb may lean on the word before it."""

from __future__ import annotations

from typing import Final

# Which words a verb may join, and the ending that it then becomes.
ENDINGS: Final = {
    "am": ("'m", frozenset({"i"})),
    "are": ("'re", frozenset({"we", "you", "they"})),
    "is": (
        "'s",
        frozenset(
            "he she it that there here who what where when how".split()  # noqa: SIM905
        ),
    ),
    "have": ("'ve", frozenset({"i", "we", "you", "they"})),
    "has": ("'s", frozenset({"he", "she", "it", "that", "there", "who"})),
    "had": ("'d", frozenset({"i", "we", "you", "he", "she", "they"})),
    "will": ("'ll", frozenset({"i", "we", "you", "he", "she", "it", "they"})),
    "would": ("'d", frozenset({"i", "we", "you", "he", "she", "they"})),
}
# Verbs whose "not" a reply shortens. "Must not" and "may not" state rules and stay in full.
SHORTENED_NOT: Final = {
    **{
        verb: f"{verb}n't"
        for verb in (
            *("is", "are", "was", "were", "do", "does", "did", "has", "have", "had"),
            *("could", "should", "would"),
        )
    },
    "will": "won't",
    "can": "can't",
    "cannot": "can't",
}
VERBS: Final = frozenset({*ENDINGS, *SHORTENED_NOT})
# Pronouns that are always what a sentence speaks of; the others may be what a verb acts on.
ALWAYS_SUBJECT: Final = frozenset(["i", "we", "he", "she", "they"])
ASKING: Final = frozenset(["who", "what", "where", "when", "how"])
AUXILIARIES: Final = frozenset(
    """am is are was were be been do does did has have had will would can could shall should may
    might must cannot""".split()  # noqa: SIM905
)
DETERMINERS: Final = frozenset(
    "the a an any every each your our my his her their its no this some".split()  # noqa: SIM905
)
# "Which airport you are flying from": what they ask for is named before "you".
ASKING_FOR: Final = frozenset(["which", "what", "whichever", "whatever"])
# Words that stand between a noun and "you" and make "you" something other than a subject.
BEFORE_OBJECT: Final = frozenset(
    """near around beside behind between like without within against opposite past across
    unlike""".split()  # noqa: SIM905
)
# A statement follows these: "if you are", "we hope it is".
CLAUSE_OPENERS: Final = frozenset(
    """if when because as since while although though once until till unless whether so before
    after but than where why what how which whatever wherever whenever whichever however that
    sure sorry glad happy afraid certain aware hope think guess suppose wish believe mean means
    ensure assume sounds looks seems case pleased delighted confident""".split()  # noqa: SIM905
)
# A statement may follow these too, or what they act on: "we know it is", "to see it is".
TAKES_CLAUSE: Final = frozenset(
    "know see say says said hear heard understand feel confirm notice note find found".split()  # noqa: SIM905
)
# One of these before a pronoun opens a sentence: "Unfortunately it is".
SENTENCE_OPENERS: Final = frozenset(
    "yes no then now today otherwise maybe perhaps instead soon currently also".split()  # noqa: SIM905
)
# Before "that" these are prepositions or comparisons rather than openers of a statement.
NO_OPENER_OF_THAT: Final = frozenset("as before after than until till like that".split())  # noqa: SIM905
# "All that is here": the word that "that" carries on.
CARRIED_ON: Final = frozenset(
    """all anything everything something nothing anyone everyone someone anybody everybody somebody
    one ones""".split()  # noqa: SIM905
)
# What these ask or compare is missing after the verb: "where we are", "how busy we are".
LEAVES_GAP: Final = frozenset(
    """what whatever where wherever who whoever whom which whichever how however than
    as""".split()  # noqa: SIM905
)
# "As soon as" opens a clause and compares nothing.
OF_TIME: Final = frozenset(["soon", "long", "far"])
CLOSES_GAP: Final = frozenset(
    "because if when since while although though unless until so but that why".split()  # noqa: SIM905
)
# No complement begins with these: a verb before them stands alone.
BOUNDARY: Final = frozenset(
    """and or but nor yet if unless though although while whereas than then too either indeed
    i we he she they please thanks because when where who what why how which
    """.split()  # noqa: SIM905
) | AUXILIARIES - {"been"}
WHY_AND_HOW: Final = frozenset(["because", "why", "how", "what", "where", "when", "who"])
# Between a verb and what it is about, beside the adverbs that any auxiliary allows.
PASSED_OVER: Final = frozenset(["all", "both", "each", "currently", "now", "today", "long", "yet"])
# Adjectives that follow a verb even where something before it may be missing.
PREDICATES: Final = frozenset(
    """able unable sorry happy glad open closed ready available sure certain aware afraid grateful
    free full busy late early proud eligible responsible willing unhappy satisfied likely
    unlikely friendly lovely costly""".split()  # noqa: SIM905
)
NO_ACT: Final = frozenset(
    """morning evening during spring thing things anything something everything nothing regarding
    including concerning following according king ceiling""".split()  # noqa: SIM905
)
# What follows a verb that is not acted out: no base form is among them.
NO_BASE_FORM: Final = (
    frozenset(
        """a an the this that these those my your our his her their its it you us them me at in on
    of for from with by to into about under over as today tomorrow tonight yesterday here there too
    so again please when while""".split()  # noqa: SIM905
    )
    | BOUNDARY - AUXILIARIES
)
# What may follow a participle that carries the verb; before a bare noun it may describe it.
AFTER_PARTICIPLE: Final = frozenset(
    """a an the this that these those my your our his her their its it you us them me him all any
    some no every each both one two three another at in on of for from with by to into onto about
    under over as off out up down back away through since until before after around along together
    today tomorrow tonight yesterday here there too so again now when where what why how which who
    if whether because already also just not than more most much very well yet everything anything
    something nothing everyone anyone someone several many certain using and or
    but""".split()  # noqa: SIM905
)
# Participles that never describe a noun.
ONLY_ACTS: Final = frozenset(
    """been had got gotten received seen made sent taken given gone heard done become come begun
    told said found noticed decided tried asked contacted emailed refunded credited forwarded
    escalated placed gathered provided""".split()  # noqa: SIM905
)
# Participles that describe as often as they act: "limited and dedicated staff".
OFTEN_DESCRIBES: Final = frozenset(
    """limited extended reserved assigned fixed mixed increased reduced dedicated heated covered
    designated advanced discounted trained skilled experienced detailed varied related expired
    unlimited unused licensed certified qualified""".split()  # noqa: SIM905
)
# Participles that look like the base form.
SAME_AS_BASE: Final = frozenset(
    "come become put set cut let read run hit shut split reset".split()  # noqa: SIM905
)
# "You had better call" against "you had better seats".
AFTER_BETTER: Final = frozenset(
    "be call go check bring wait not ask take get leave hurry stay make book start come".split()  # noqa: SIM905
)
