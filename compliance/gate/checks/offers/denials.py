"""How a reply says that an offer cannot be used: a negation that reaches a word of using it.

Read on a stretch in which *it* stands for the offer. A *no* or *not* about something else ("no
appointment needed", "you cannot go wrong with it") denies nothing.
"""

from __future__ import annotations

import re

_NOT = r"(?:(?<!why\s)\bnot|n't|\bcannot|\bnever|\bno\slonger|\bunable\sto)"
_ON_THE_WAY = (
    r"(?:\s(?:be|been|being|currently|actually|yet|able|to|also|ever|longer|still|presently|now|sadly"
    r"|going|even|simply|anymore|here|officially|generally|usually|normally|quite|at\sthis\stime|at\sthe"
    r"\smoment|right|have|has|it))*"
)
_USED = (
    r"(?:available|valid|offer(?:s|ed|ing)?\b(?!\syou\s(?:a\sbetter|more))|run(?:s|ning)?|appl(?:y|ied|ies|icable|ying)"
    r"|participat\w+|part\sof|includ(?:e|ed|es|ing)|eligible|honou?r(?:s|ed|ing)?|accept(?:s|ed|ing)?"
    r"|redeem(?:ed|able|ing)?|us(?:e|ed|able|ing)|active|on\b(?!\s(?:a|the|your)\s)|extend(?:s|ed|ing)?|qualif\w+"
    r"|works?|working|cover(?:s|ed|ing)?|on\soffer|possible|allowed|permitted|begun|started?|begin|live"
    r"|happening|carry|carries|carried|match(?:ed)?|in\seffect|brought\sback|coming\sback|go\sthrough"
    r"|good\s(?:here|at|in|for|until|any|on|now|today)|open\syet|take\spart|taking\spart|back\b|around\b"
    r"|something\swe|one\sof\s(?:our|the)|(?:for|at|in)\s(?:our|this|the|your|all|every|any|[a-z]+\b)"
    r"|an?\s(?:current|valid|active|running|live|usable)\b"
    r"|an?\s(?:[\w-]+\s){0,2}?(?:deal|offer|promotion|promo|discount|special|program|thing|one)\s(?:that\s)?"
    r"(?:we\b|at\b|in\b|here\b|for\s(?:this|our)|available|our\b)|here\b)"
)
_GIVEN = (
    r"(?:have|do|give|add|take|get|see|show|hold|put|find|stack|combine|bring|process|enter|sell"
    r"|grant|provide|promise|guarantee)"
)
_PART = (
    r"(?:\s(?:code|deal|offer|promo\w*|coupon|discount|special|flyer|pricing|event|sale|credit"
    r"|perk))?"
)
# What an offer may not do, and what nobody can do with it, without being any less usable.
_HARMLESS = (
    r"(?!(?:\s(?:be|have|even|really|just|get|ever))*\s(?:requir\w+|need\w*|cost\w*|expir\w+|end|ended|over|disappoint\w*"
    r"|limit\w+|combin\w+|stack\w*|only|too|going\s(?:away|anywhere)|hurt|an?\s(?:problem|trick|gimmick|secret|scam"
    r"|members)|hard|difficult|complicat\w+|expensive|last|chang\w+|affect\w*|recommend|praise|wait|forget|miss"
    r"|stress|say|thank|let|believe|finished|gone|yours)\b)"
)
_VERB_NOT = (
    r"(?:(?:is|was|does|do|did|will|can|could|would|has|have|had|are)(?:n't|\snot)|cannot|can't"
    r"|won't|never)"
)
_DENIED = re.compile(
    rf"\bit{_PART}\s{_VERB_NOT}{_HARMLESS}"
    r"\s(?!an?\s(?!current|valid|active|\w+\s(?:promotion|offer|deal)\b))\w"
    rf"|\b(?:we|i|our\s\w+(?:\s\w+)?|the\s(?:system|register|till|store|shop))\s(?:\w+\s)?(?:{_VERB_NOT}|am\sunable\sto)"
    rf"{_HARMLESS}(?:\s\w+){{1,5}}?\sit\b"
    r"|\b(?:nobody|no\sone)\s(?:\w+\s){1,3}it\b"
    r"|\b(?:too|a\s(?:little|bit)|slightly)\s(?:late|early)\sfor\sit\b|\bkeeps?\sit\sout\b|\bneither\sof\b"
    r"|\bwish\b|\bit\sis\s(?:[\w]+\s){1,4}away\b|\bignore\b|\bin\serror\b|\brefus\w+\b"
    r"|'s\sit\s(?:was|were)\b|\bit(?:\s\w+){0,3}\sis\sno\sgood\b"
    rf"|{_NOT}{_ON_THE_WAY}\s{_USED}"
    rf"|{_NOT}{_ON_THE_WAY}\s{_GIVEN}\b(?!\sto\b)"
    r"(?:\s(?:you|a|an|any|the|our|that|this|us|on|with|for|of|off|part|back)){0,3}\sit\b"
    r"|\b(?:no|neither|nor|without)\s(?:such\s|current\s|active\s|more\s|further\s|longer\s)?it\b(?!\s(?:is\s)?(?:too|needed))"
    r"|\bnone\sof\s(?:[\w-]+\s){1,4}(?:can|is|are|will|do|does|has|have)\b"
    r"|\bit\s(?:is|was|does|do|did|will|can|has)(?:\snot|n't)\s*(?:[.,;!]|$)"
    r"|\bno\s(?:[\w-]+\s){0,3}?(?:is|are)\s(?:running|active|on|available|valid)\b"
    r"|\b(?:declin\w+|reject\w+|refus\w+)\b"
)
_STATED_OUT = re.compile(
    r"\b(?:unavailable|ineligible|invalid|excluded|excludes|excluding|exclusion|only\s(?:at|in|available"
    r"|offered|valid|for\sour)|exclusive\sto|limited\sto|except\sin|outside\sof|opted\sout|sits\sout"
    r"|sitting\sout|skips|elsewhere|other\s(?:location|store|shop|branch|spa|restaurant)s?)\b"
)


def is_denied(words: str) -> bool:
    """Say whether ``words`` (normalised, the offer written as *it*) deny the offer."""
    return _DENIED.search(words) is not None or _STATED_OUT.search(words) is not None
