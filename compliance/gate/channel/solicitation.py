"""Public replies ask for no review, nor for one to be changed or taken away."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from compliance.gate.channel.asking import Pattern, breaches
from compliance.gate.channel.breach import Breach
from compliance.gate.reading import Reading

_RATING: Final = r"(?:reviews?|ratings?|stars?|feedback|testimonials?|score|comments?|posts?)"
_PUBLISHED: Final = r"(?:reviews?|ratings?|stars?|testimonials?|score|star (?:count|rating)|posts?)"
_SITES: Final = (
    r"(?:google|yelp|tripadvisor|facebook|trustpilot|nextdoor|instagram|here|online|social media|"
    r"(?:this|the) (?:site|page|platform|app)|maps)"
)
_ASKS: Final = (
    r"(?:please|could you|can you|would you|will you|kindly|we(?:'d| would) (?:love|like|welcome|"
    r"appreciate|value)|(?:we(?:'d| would)|i(?:'d| would)) be (?:so |very |truly )?(?:grateful|"
    r"glad|happy|thankful|honou?red|delighted|thrilled)|we hope|hope you(?:'ll| will)|consider|"
    r"perhaps|maybe|feel free to|if you (?:could|would|can|have a (?:moment|minute|second))|"
    r"help us|mind|don't forget to|do not forget to|take a (?:moment|minute|second)|it would "
    r"(?:mean|help)|would mean|be sure to|we (?:ask|invite|encourage|urge) (?:that )?you)"
)
_CHANGES: Final = (
    r"(?:leav\w+|writ\w+|post\w*|updat\w+|chang\w+|edit\w*|revis\w+|remov\w+|delet\w+|amend\w*|"
    r"tak\w+|reconsider\w*|rais\w+|bump\w*|adjust\w*|giv\w+|shar\w+|rat\w+|submit\w*|drop\w*|"
    r"add\w*|reflect\w*|retract\w*|withdraw\w*|upgrad\w+|improv\w+|revisit\w*|bring\w*|rethink\w*|"
    r"see|mov\w+|rewrit\w+)"
)
_SOLICITS: Final = (
    # asking for one
    Pattern(rf"\b{_ASKS}\b[^.!?]{{0,60}}?\b{_CHANGES}\b[^.!?]{{0,30}}?\b{_PUBLISHED}\b"),
    Pattern(
        rf"\b{_ASKS}\b[^.!?]{{0,60}}?\b(?!tell|shar|giv|see|tak|add|bring)(?:{_CHANGES})\b"
        r"[^.!?]{0,30}?\b(?:feedback|comments?)\b"
    ),
    Pattern(
        rf"\b{_ASKS}\b[^.!?]{{0,60}}?\b(?:shar\w+|giv\w+|leav\w+|post\w*)\b[^.!?]{{0,30}}?\b"
        rf"(?:feedback|comments?|experience|story|thoughts)\b[^.!?]{{0,15}}\b{_SITES}\b"
    ),
    # "would you mind deleting it?", "edit what you wrote"
    Pattern(
        rf"\b{_ASKS}\b(?! (?:call|let us|we)\b)[^.!?]{{0,40}}?\b(?:updat|chang|edit|revis|remov|"
        r"delet|amend|reconsider|retract|withdraw|rewrit|rethink)(?:e|ing|d)?(?: (?:it|this|that)"
        r"(?= *[.!?,]| now| if| when| once)| (?:what|the (?:words|text|thing)s?) you(?:'ve| have)? "
        r"(?:wrote|said|written|posted|put))|"
        rf"\b{_ASKS}\b[^.!?]{{0,40}}?\btak(?:e|ing) (?:it|this|that|your words?) (?:down|back|off)"
    ),
    # imperatives
    Pattern(
        r"(?:^|[.!?;,:-]\s|\band |\bthen |\bso )(?:leave|write|post|update|change|edit|revise|"
        r"remove|delete|amend|reconsider|raise|drop|share|submit|take down|give|hit|bless|"
        r"reward)\b "
        r"(?:us )?(?:with )?(?:a |an |your |the |this |that |another |some )?(?:\w+[- ]){0,3}?"
        r"(?:review|rating|feedback|stars?|testimonial)\b"
    ),
    Pattern(
        r"\brate us\b|\b(?:five|5|four|4)[- ]?stars? (?:review|rating|from you)\b|\b(?:give|gives|"
        r"giving|leave|earns?|deserves?|worth|wins?|gets?|merits?) (?:us )?(?:back )?(?:five|5|"
        r"more|another|an extra|a(?:n? (?:fifth|fourth|5th|4th|higher|better))?|those|that|your) "
        r"(?:\w+ )?stars?\b"
    ),
    Pattern(
        r"\b(?:up|back|again|all the way)(?: up)? to (?:a )?(?:five|four|5|4)\b(?:[- ]stars?)?|"
        r"\bstar (?:count|rating) (?:\w+ )?(?:go|move|climb|rise) up\b"
    ),
    # a revised rating would be welcome
    Pattern(
        rf"\b(?:updat\w+|revised?|amended|new|fresh|higher|better|improved|kinder|second|an edit) "
        rf"(?:of |to )?(?:your |the |this )?{_PUBLISHED}\b[^.!?]{{0,20}}\bwould\b|\bwould\b"
        rf"[^.!?]{{0,40}}\b(?:updated?|revised?|amended|higher|better|improved|kinder) "
        rf"(?:\w+ )?{_PUBLISHED}\b|\bupdates? to your {_PUBLISHED}"
    ),
    Pattern(
        rf"\b(?:a|any|your|another) (?:quick |short |kind |few |honest )*(?:ratings?|reviews?|"
        rf"words?|"
        rf"lines?|posts?|mention) (?:on|at) {_SITES}[^.!?]{{0,25}}\b(?:help|mean|would|go)\w*"
    ),
    Pattern(
        r"\b(?:chance|shot|try|go) at (?:earning )?(?:five|5|four|4|those|that|all) (?:\w+ "
        r")?stars?\b|"
        r"\b(?:hope|next)[^.!?]{0,30}\b(?:gets?|earns?|brings?|worth) (?:five|5|four) stars?\b|"
        r"\bsay so (?:here|online)\b"
    ),
    # telling others
    Pattern(
        rf"(?:^|[.!?;,:-]\s|\band |\bthen |\bso |\bplease |{_ASKS} )(?:tell|let|show|inform)\w* "
        rf"(?:others|other \w+|people|everyone|everybody|friends|the world|readers|(?:the )?folks|"
        rf"(?:your|the) (?:\w+ )?(?:friends|neighbou?rs|community|followers|"
        rf"public))\b[^.!?]{{0,40}}"
        rf"\b{_SITES}\b"
    ),
    Pattern(
        r"(?:^|[.!?;,:-]\s|\band |\bthen |\bso |\bplease )(?:share|post|describe|write about) "
        rf"(?:your|the|this|that|a|about) [^.!?]{{0,30}}\bon(?: our| your)? ?{_SITES}\b|"
        r"\bspread the (?:good )?word\b|"
        r"\b(?:please|and|favor and|to) (?:post|tweet|write) about (?:us|our|the|your)\b"
    ),
    Pattern(rf"\breview us (?:on|at) {_SITES}|\b(?:recommend|review) us on\b"),
    Pattern(
        rf"\b(?:change|update|remove|delete|edit|revise|reconsider|take down|raise|adjust|amend|"
        rf"retract|withdraw|revisit|upgrade|bump up) (?:your|this|that|the) (?:\w+ )?{_PUBLISHED}\b"
    ),
    Pattern(rf"\b(?:take|taking|pull|pulling) (?:your|this|that|the) {_RATING} (?:down|off|back)"),
)


def review_solicitation(reading: Reading) -> Iterator[Breach]:
    """Yield each request for a review, or to change or remove one; thanks for one is none."""
    yield from breaches(
        reading, _SOLICITS, "A public reply asks for no review.", "no request for a review"
    )
