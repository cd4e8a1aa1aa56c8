"""Neutral words for casual and stiff ones, for overlays that name no replacement of their own.

General English, no operator's list.
"""

from __future__ import annotations

# One wording for another wherever it stands; inflected forms are written out.
SWAPS: dict[str, str] = {
    # greetings
    **dict.fromkeys(("hey", "heya", "hiya", "howdy", "yo", "hey there", "hi there"), "hello"),
    **dict.fromkeys(("dear valued customer", "dear valued guest", "dear sir or madam"), "hello"),
    **dict.fromkeys(("dear customer", "valued customer"), "hello"),
    # answers
    **dict.fromkeys(("yep", "yup", "yeah", "yes sir"), "yes"),
    **dict.fromkeys(("nope", "nah"), "no"),
    **dict.fromkeys(("sure thing", "you bet", "you got it", "totally", "okey dokey"), "certainly"),
    **dict.fromkeys(("thx", "tysm", "ty", "thanks a bunch", "thanks a million"), "thank you"),
    # addressing
    **dict.fromkeys(("you guys", "you people", "you folks", "you all", "ya'll"), "you"),
    # praise and degree
    **dict.fromkeys(("awesome", "amazing", "epic", "fab", "rad", "stellar", "lit"), "wonderful"),
    **dict.fromkeys(("super", "mega", "crazy", "insanely", "wicked", "uber", "hella"), "very"),
    "super relaxing": "deeply relaxing",
    **dict.fromkeys(("super easy", "easy peasy", "a breeze", "a piece of cake"), "simple"),
    "gorgeous": "beautiful",
    "stunning": "beautiful",
    "baby smooth": "smooth",
    "cool": "good",
    "stoked": "pleased",
    "pumped": "pleased",
    "psyched": "pleased",
    # price and value
    "cheap": "affordable",
    "cheaper": "less expensive",
    "cheapest": "least expensive",
    "cheaply": "affordably",
    "a steal": "excellent value",
    "a bargain": "good value",
    "bargain": "good value",
    "bucks": "dollars",
    "buck": "dollar",
    "a no brainer": "an easy decision",
    "no brainer": "easy decision",
    # haste and calm
    **dict.fromkeys(("asap", "a.s.a.p."), "as soon as possible"),
    **dict.fromkeys(("hang tight", "sit tight", "hold tight", "hang on", "hold on"), "please wait"),
    "hurry": "rush",
    "hurries": "rushes",
    "hurried": "rushed",
    "hurrying": "rushing",
    **dict.fromkeys(
        ("do not panic", "no need to panic", "do not freak out"), "please do not worry"
    ),
    "bummer": "disappointment",
    "bummed": "disappointed",
    "zap": "treat",
    "zaps": "treats",
    "zapped": "treated",
    "zapping": "treating",
    "quick fix": "simple solution",
    # spoken spellings
    "gonna": "going to",
    "wanna": "want to",
    "gotta": "have to",
    "kinda": "rather",
    "sorta": "rather",
    "lots of": "many",
    "tons of": "many",
    "loads of": "many",
    "a ton of": "many",
    "grab": "take",
    "check out": "see",
    "stuff": "items",
    "kids": "children",
    "folks": "people",
    # stiff
    "pursuant to": "under",
    "per our policy": "under our policy",
    "as per our policy": "under our policy",
    "per policy": "under our policy",
    "it is company policy": "this is our policy",
    "company policy": "our policy",
    "at your earliest convenience": "when you can",
    "please be informed that": "",
    "please be advised that": "",
    "kindly be advised that": "",
    "kindly be informed that": "",
    "be advised that": "",
    "please note that": "",
    "please be informed": "please note",
    "please be advised": "please note",
    "kindly be advised": "please note",
    "kindly be informed": "please note",
    "we regret to inform you that": "we are sorry:",
    "we regret to inform you": "we are sorry to tell you",
    "we regret to advise you": "we are sorry to tell you",
    "we regret to inform": "we are sorry to tell",
    "we regret": "we are sorry",
    "in accordance with": "under",
    "with regard to": "about",
    "with respect to": "about",
    "in regards to": "about",
    "in the event that": "if",
    "prior to": "before",
    "subsequent to": "after",
    "in order to": "to",
    "utilize": "use",
    "utilise": "use",
    "commence": "start",
    "terminate": "end",
    "endeavour to": "try to",
    "endeavor to": "try to",
    "kindly": "please",
    "hereby": "",
    "herewith": "",
    "heretofore": "until now",
    "henceforth": "from now on",
    "forthwith": "right away",
    "aforementioned": "",
    "aforesaid": "",
    "above mentioned": "",
    "said": "",
    "esteemed": "",
    "valued": "",
}
# Said in passing: removed where commas or a sentence's edge detach them.
PASSING = frozenset(
    """trust me|believe me|honestly|frankly|to be honest|to be frank|obviously|clearly|basically|
    literally|as i already said|as i said|as already stated|as previously stated|as we said|
    needless to say|honey|hon|sweetie|sweetheart|dear|darling|babe|buddy|pal|bro|dude|mate|man|
    guys|folks|boss|champ|hun|love|my friend|girl|girlfriend|queen|lol|haha|omg|wow|whoa|yay|
    woohoo|boom|bam|oops|whoops|oopsie|yikes|ugh|aw|aww|bummer|awesome|amazing|sweet|nice|cool|
    epic|hurry|hurry up|no worries|no problem|no prob|no biggie|no stress|not a problem|my bad|
    our bad|just saying|like|you know|i mean|right|okay|ok|so|well|look|listen|seriously|actually|
    simply|you guys|you people|you folks|hang tight|calm down|chill|chill out|relax""".replace(
        "\n", ""
    )
    .replace("    ", "")
    .split("|")
)
# Ways to address a reader; after an interjection they fall away without a comma.
VOCATIVES = frozenset(
    [
        "honey",
        "hon",
        "sweetie",
        "sweetheart",
        "dear",
        "darling",
        "babe",
        "buddy",
        "pal",
        "bro",
        "dude",
        "mate",
        "man",
        "guys",
        "folks",
        "boss",
        "champ",
        "hun",
        "love",
        "girl",
        "queen",
    ]
)
# Adverbs that leave a sentence whole wherever they stand.
FREE_ADVERBS = frozenset(
    """obviously clearly honestly frankly basically literally totally actually simply seriously
    really definitely absolutely""".split()  # noqa: SIM905
)
# Before an adjective these weaken or strengthen it and can be swapped for "very".
DEGREE = frozenset("super mega crazy insanely wicked uber hella totally".split())  # noqa: SIM905
# A reassurance that opens a reply to a request, before a comma or a name.
REASSURANCES = frozenset(
    ["no worries", "no problem", "no prob", "no biggie", "not a problem", "no stress"]
)
