"""Contractions and the words around them that tell what they stand for."""

from __future__ import annotations

NEGATED = {
    "can't": "cannot",
    "won't": "will not",
    "shan't": "shall not",
    **{
        f"{verb}n't": f"{verb} not"
        for verb in [
            "are",
            "could",
            "dare",
            "did",
            "do",
            "does",
            "had",
            "has",
            "have",
            "is",
            "might",
            "must",
            "need",
            "ought",
            "should",
            "was",
            "were",
            "would",
        ]
    },
}
FIXED = {
    "let's": "let us",
    "y'all": "you all",
    "c'mon": "come on",
    "d'you": "do you",
    "gonna": "going to",
    "wanna": "want to",
    "gotta": "have to",
    "kinda": "rather",
    "sorta": "rather",
    "dunno": "do not know",
    "lemme": "let me",
    "gimme": "give me",
    "coulda": "could have",
    "shoulda": "should have",
    "woulda": "would have",
    "outta": "out of",
}
# Contractions whose apostrophe was left out. Words with a life of their own (its, were, well, ill,
# id, shell, hell, lets, wed) are not among them.
WITHOUT_APOSTROPHE = {
    spelled.replace("'", ""): spelled
    for spelled in [
        "aren't",
        "can't",
        "couldn't",
        "didn't",
        "doesn't",
        "don't",
        "hadn't",
        "hasn't",
        "haven't",
        "isn't",
        "shouldn't",
        "wasn't",
        "weren't",
        "won't",
        "wouldn't",
        "i'm",
        "i've",
        "you're",
        "you've",
        "they're",
        "they've",
        "we've",
        "that's",
        "there's",
        "what's",
        "he's",
        "who's",
        "y'all",
        "ain't",
        "it'll",
        "that'll",
    ]
}
PRONOUNS = frozenset("i you he she it we they there this that these those".split())  # noqa: SIM905
SUBJECTS = PRONOUNS | frozenset("who what where when why how here".split())  # noqa: SIM905
OPENS_QUESTION = frozenset(["why", "how", "what", "when", "where"])
ASKED = frozenset("i you he she it we they there".split())  # noqa: SIM905
VAGUE = frozenset(
    """one someone somebody everyone everybody anyone anybody nobody everything something nothing
    anything today tomorrow yesterday tonight""".split()  # noqa: SIM905
)
# After a noun's "'s" these show a verb; anything else may be what the noun owns.
SHOWS_VERB = frozenset(
    """a an the not been being going gonna gotten always currently also already still now here
    there fine okay ok able ready available happy glad sorry our your my likely probably included
    welcome because only just usually""".split()  # noqa: SIM905
)
STATE = frozenset(
    ["open", "closed", "full", "sold", "free", "enough", "done", "set", "gone", "late"]
)
AFTER_STATE = frozenset(
    """on at from until till through today tomorrow tonight now for daily every by as again and
    but so all out up monday tuesday wednesday thursday friday saturday sunday""".split()  # noqa: SIM905
)
WHOLE_WORDS = frozenset(["o'clock", "ma'am", "s'mores", "e'en", "ne'er", "o'er"])
FRONT_CUT = {"'em": "them", "'til": "until", "'cause": "because", "'tis": "it is"}
# After a noun's "'s" these open a predicate, unless a hyphen makes them part of a word.
PLACED = frozenset("at in on under within near by out off up".split())  # noqa: SIM905
# "the chef's preparing it": what follows shows that the word in -ing is the verb.
AFTER_ING = frozenset(
    """it them you us your our the a an into up along well back now again today tomorrow down
    through around out off over great fine better""".split()  # noqa: SIM905
)
BUSY = frozenset(
    "waiting looking coming going working running getting doing arriving sitting".split()  # noqa: SIM905
)
DETERMINERS = frozenset("the a an your our my his her their this that these those".split())  # noqa: SIM905
# What a question asks of a thing: "isn't the store open", "won't the fee apply".
PREDICATES = frozenset(
    """open closed ready available included free done finished full due enough here there on in at
    for with working waiting valid safe apply work include cover need take cost come close start
    end run stay have be get go make allow accept serve offer carry require expire show count
    help fit last belong arrive ship""".split()  # noqa: SIM905
)
