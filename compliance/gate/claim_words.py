"""The words of claims that say nothing of what is claimed, and those that deny."""

from __future__ import annotations

import re
from typing import Final

from compliance.gate.lexicon import stem, words
from compliance.gate.stream import LIGHT

# Words that carry a claim without saying what is claimed: any reply leaves them out.
CARRIERS: Final = (
    frozenset(
        stem(word)
        for word in words(
            "customer guest member client patient shopper visitor tenant buyer resident caller "
            "user people person someone anyone someone's traveler passenger owner student "
            "employee store shop business company operator location brand spa clinic restaurant "
            "bank hotel gym salon studio daycare agency dealership dealer office centre center "
            "site practice firm facility staff team we us our i you your they their it agent host "
            "say says mention tell claim imply suggest describe get give make take use offer "
            "provide have do go come put let keep bring find given made used offered provided be "
            "become remain seem service product item good goods thing plan program treatment kind "
            "type sort way order one anything something nothing everything certain particular "
            "specific such like other more less than as so too even just first another beyond "
            "about when while where which who what how that this these those there here will "
            "would can could may might must shall should is are was were been being has had does "
            "did not no never without nor neither none cannot of to in on at for from with by "
            "into onto per via and or if but then because during up out over after before between "
            "within against upon off own same any some all each possible able willing allow "
            "allowed permit permitted need needed require required necessary unnecessary optional "
            "mandatory forbidden banned prohibited e.g etc including include included time date "
            "moment amount number based run set called legally actually ever yet also still very "
            "reply draft message text quote quoted talk discuss"
        )
    )
    | LIGHT
) - {"every"}
SOFT: Final = frozenset(
    {"sense_allowed", "sense_forbidden", "sense_necessary", "sense_optional", "sense_tell"}
)
FINITE: Final = words(
    "is are was were will would can could may might must shall should has have had does do did "
    "cannot can't won't isn't aren't doesn't don't be been never"
)
# Nouns for those who speak in a reply.
OPERATOR: Final = frozenset(
    stem(word)
    for word in words(
        "store shop business company operator spa clinic restaurant bank hotel gym salon studio "
        "daycare agency dealership dealer office practice firm facility staff team employee we us "
        "laundry laundromat cleaner garage school kennel nursery shelter club bakery cafe bar farm "
        "workshop lab pharmacy carrier provider utility"
    )
)
# Groups of people who do what a claim says of them: a customer told to do it makes no claim.
AGENTS: Final = frozenset(
    f"kind_{name}"
    for name in words(
        "technician doctor nurse dentist veterinarian lawyer teacher driver sitter mover chauffeur "
        "worker locksmith mortician accountant adviser chef hairdresser therapist optician "
        "pharmacist manager lifeguard server medical_professional"
    )
)
# Nouns for what is sold, that a claim may leave to be understood.
WARES: Final = frozenset(stem(word) for word in words("plan service product program treatment"))
COUNTED_PLURAL: Final = words("staff people children police crew team we you they women men pets")
OTHER_WORDS: Final = re.compile(r"\b(in place of|as opposed to)\b", re.IGNORECASE)
# What a claim says of how it is said.
ASIDE: Final = re.compile(
    r",?\s+(?:said|given|made|stated|provided|whatever|regardless|even\s+if)\b[^,;]*$",
    re.IGNORECASE,
)
ORDER: Final = re.compile(
    r"\b(?:an?\s+)?(?:instruction|recommendation|suggestion|order|encouragement)s?\s+to\s+",
    re.IGNORECASE,
)
# Lists whose members are no synonyms: a claim means the list only when it names its kind.
LISTS: Final = frozenset(
    words(
        "medical_condition remedy strong_remedy body_part allergen allergy_talk alcohol dish food "
        "treatment weight deposit loan investment prescription person_kind regulator us_place "
        "period quoted_price fee raw fee_kind cash_reward pronoun healthy everything result review "
        "lost credits membership view tax refund promo_card damage job arrive vehicle "
        "credit commitment anytime warranty toxin injury human neg absolute expire made_ill "
        "admission pay_medical approve instant permanent guarantee discount free painless riskless"
    )
)
DENIALS: Final = frozenset({"not", "no", "never", "without", "neither", "nor", "none", "nothing"})
FLIPS: Final = DENIALS | {
    stem(word)
    for word in words("optional unnecessary voluntary unneeded forbidden prohibited banned lack")
}
LEADING: Final = re.compile(
    r"^\s*(?:(?:an?|the|our|we|any|some)\s+)?(?:[\w']+\s+){0,2}?"
    r"(?P<verb>promis(?:e|es|ing)|guarante(?:e|es|eing)|says?|saying|states?|claims?|claiming|"
    r"tells?|telling|assures?|advis(?:e|es|ing)|instructs?|implies|implying|suggests?|mentions?|"
    r"asks?|urges?|encourages?|offers?|offering|agrees?|agreeing)\s+"
    r"(?:(?:a|an|the|any)\s+)?(?:(?:customer|guest|patient|client|member|caller|owner|"
    r"parent|tenant|"
    r"buyer|person|people|user|driver|student|traveler|pet\s+owner)s?\s+)?(?P<joint>that|"
    r"to|not\s+to)\s+|"
    # "Says the trainer makes any dog obey": the joint is left out.
    r"^\s*(?:(?:the\s+)?(?:draft|reply|message|text)\s+)?(?:says?|states?|claims?|implies|suggests?)\s+"
    r"(?=(?:the|our|your|any|every|all|we|it|they|you|no|nothing)\s)",
    re.IGNORECASE,
)
# What opens the circumstances in which a claim is made.
PLACING: Final = words("from on in at for of during into onto")
CIRCUMSTANCES: Final = words("when while if after before during once unless whenever until")
# What says that it is so of all, and what that it is so of a part only.
WHOLE: Final = words("all every each entire entirely fully completely totally everything nothing")
PARTS: Final = frozenset(
    stem(word)
    for word in words("third half quarter part partly most mostly mainly some many several few")
)
