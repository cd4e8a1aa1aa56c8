"""Where a reply does what a voice's disclaimer is for: mentions, or says why, what or how.

"mentions X" is met by any word for X. "what X does" and "what X is caused by" are not met by X
alone: a reply that books, prices or inspects X says nothing of its effect or its cause.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache
from itertools import islice
from typing import Final

from compliance.gate.detection import Hit, occurrences
from compliance.gate.reading import Reading
from compliance.gate.supplying import recognises
from compliance.gate.tone import ingredients

# One mention is enough for a disclaimer; only where it stands may need a few.
_ENOUGH: Final = 20
_HEDGED: Final = (
    r"\b(?:may|can|might|could|some|common\w*|usual\w*|most|normal\w*|expect|feel\w*|caus\w+|"
    r"makes?|leaves?|notice|possible|will (?:be|feel|look)|get|slight\w*|mild\w*|little)\b"
)


@dataclass(frozen=True, slots=True)
class _Matter:
    """A matter that a trigger names by ``cue``, and how replies speak of it.

    ``beside`` must stand in the same sentence. ``bare`` are the words that name its subject and
    do not meet the trigger alone; empty where a mention does.
    """

    cue: re.Pattern[str]
    said: re.Pattern[str]
    beside: re.Pattern[str] | None = None
    bare: re.Pattern[str] | None = None


def _matter(cue: str, said: str, beside: str = "", bare: str = "") -> _Matter:
    return _Matter(
        re.compile(cue),
        re.compile(said),
        re.compile(beside) if beside else None,
        re.compile(rf"(?:{bare})") if bare else None,
    )


_PROCEDURES: Final = (
    r"(?:(?:the|a|an|your|our|this|these|chemical|light|deep|first|next|skin|laser|hair|removal|"
    r"body|face|facial) ?)*(?:treatments?|facials?|peels?|laser|microneedling|injectables?|"
    r"fillers?|"
    r"botox|massages?|sessions?|wax(?:ing)?|dermaplaning|procedures?|whitening|cleanings?|skin|"
    r"face|body|hair|area|arms?|legs?|teeth|tooth|gums?|therapy|surgery|implants?|tattoos?|"
    r"adjustments?)"
)
_COMPLAINTS: Final = (
    r"(?:(?:the|a|an|your|that|this|any|check|warning|engine|dash(?:board)?|strange|odd) ?)*"
    r"(?:noises?|sounds?|leaks?|smells?|odou?rs?|lights?|vibrations?|rattles?|problems?|issues?|"
    r"symptoms?|errors?|outages?|codes?)|(?:results? in|leads? to|resulted in|led to)"
)
_MATTERS: Final = (
    # What is set, prepared or made of something else says nothing of what one eats.
    _matter(ingredients.CUE, ingredients.SAID, bare=r".*"),
    _matter(r"numb", r"\bnumb(?:ness|ed|ing|s)?\b"),
    _matter(r"swell", r"\b(?:swell\w*|swollen|puff(?:y|iness))\b"),
    _matter(
        r"bleed", r"\b(?:bleed\w*|bled|ooz\w+|blood(?! (?:pressure|work|tests?|drive|orange))\w*)\b"
    ),
    _matter(
        r"sensitiv",
        r"\bsensitivity\b|\bsensitive to (?:cold|hot|heat|sweets?|air|touch|light|sun|pressure|"
        r"temperature)\b|\b(?:tooth|teeth|gums?|bite|skin|area)\b[^.!?]{0,30}\b(?:sensitive|"
        r"tender|sting|twinge)|\b(?:sting|jolt|zing)s? (?:the|a|your) (?:tooth|teeth|gums?)",
    ),
    _matter(
        r"after-?care|aftercare|recover|downtime|healing",
        r"\bavoid (?:\w+ )?(?:straws?|sun\w*|make-?up|exercise|heat|saunas?|alcohol|chewing|"
        r"smoking|spicy|hot|workouts?|swimming)\b|\brinse\w* (?:gently|with|your mouth)|\bsoft "
        r"(?:foods?|diet)\b|\bsalt water\b|\b(?:ice packs?|apply ice|cold compress|gauze|stitches)"
        r"\b|\b(?:back to|return to|resume|returns? to) (?:work|normal|exercis\w+|the gym|"
        r"activit\w+)\b|\bheal(?:s|ed|ing)?\b|\b(?:settles?|fades?|subsides?|clears?) (?:down |"
        r"within|in|after|by|over)|\brecover\w*\b|\bdowntime\b|\bmoisturi[sz]\w+|\bkeep (?:it|the "
        r"\w+|your \w+) (?:dry|clean|elevated|moist|covered)\b|\bchew (?:\w+ )?on\b|"
        r"\b(?:skip|hold off on) (?:the gym|workouts?|exercise|swimming|make-?up)\b|"
        r"\b(?:wear|apply) (?:a |an )?(?:\w+ )?(?:sunscreen|spf|hat)\b",
    ),
    _matter(
        r"side[- ]effect|adverse|reaction",
        r"\b(?:drows\w+|dizz\w+|nause\w+|upset stomach|stomach upset|headaches?|dry mouth|"
        r"rash(?:es)?|itch\w*|redness|bruis\w+|flak\w+|irritat\w+|peeling|sting\w*|dryness|sleepy|"
        r"vomit\w*|swell\w*|swollen|sore(?:ness)?|light-?headed|pink|upset your stomach)\b|"
        r"\bskin (?:\w+ ){0,2}dry\b",
        _HEDGED,
    ),
    _matter(
        r"interact",
        r"\binteract\w*|\b(?:with|drink|avoid|no) (?:alcohol|grapefruit|antacids?)\b|\bmix(?:ing)? "
        r"(?:it|this|them|these) with\b|\bgrapefruit\b",
    ),
    _matter(
        r"how to (?:take|use|apply|give|dose)|dosage|dos(?:es?|ing)\b|medication",
        r"\b(?:take|give|use|swallow) (?:it|them|one|two|three|half|each|this|\d+)\b[^.!?]{0,30}?\b"
        r"(?:with (?!you|us|me|our)|after (?:meals?|food|eating|breakfast|dinner)|before (?:meals?|"
        r"food|eating|bed|breakfast)|on an empty|tablets?|capsules?|pills?|drops?|daily|a day|"
        r"twice|once|every|at bedtime|in the morning|whole)|\bswallow\w*|\b(?:once|twice|three "
        r"times|\d+ times) (?:a|per) day\b|\bon an empty stomach\b|\bevery (?:\d+|four|six|eight|"
        r"twelve) hours\b|\b(?:dose|dosage|dosing)s?\b|"
        r"\b(?:half|"
        r"one|two|a) (?:a )?(?:tablet|capsule|pill|drop|teaspoon)s?\b|\b(?:apply|rub) (?:a thin|it|"
        r"the (?:cream|ointment|gel))\b|\b(?:crush|chew|split|skip|double|miss) (?:the|your|a|any) "
        r"(?:pills?|tablets?|capsules?|doses?)\b",
        # What takes a day, and taking care of something, is no taking of a medicine.
        bare=r".*\btakes\b.*|.*\btake (?:care|over|note|part|home|back|time|in|up)\b.*",
    ),
    _matter(
        r"injur|\bpain|diet|nutrition",
        r"\b(?:back|neck|knee|hip|shoulder|joint|foot|elbow|muscle|chest|jaw|tooth) (?:pain|"
        r"ache)s?\b|"
        r"\b(?:sore|ach(?:e|es|ing|y)|sprain\w*|strain\w*|stiff\w*|swollen|injur\w*|painful)\b|"
        r"\b(?:ice|rest|stretch|elevate) (?:it|the|your|that)\b|\b(?:eat|cut|get|add|aim for|skip) "
        r"(?:more|less|fewer|out|back on|some|enough|at least|\d+|the)\b[^.!?]{0,25}\b(?:protein|"
        r"calories|carbs|carbohydrates|sugar|fiber|fat|meals?)\b",
    ),
    _matter(
        r"symptom|sick|illness",
        r"\b(?:limp(?:s|ing)?|letharg\w+|vomit\w*|diarrh\w+|cough\w*|sneez\w*|fever\w*|loose "
        r"stools?|not eating|symptoms?|nausea|throwing up)\b",
    ),
    _matter(
        r"speed|coverage|bandwidth",
        r"\b(?:\d+|one|two|five|a) ?(?:mbps|gbps|megabits?|gigabits?|gigs?)\b|\b[45]g\b|\bbars of "
        r"(?:signal|service)\b|\bcoverage\b",
    ),
    _matter(
        r"\bcaused? by|\bcauses? of|\bis caus|\bwhy\b|what [^,]+ (?:means|points to|is from)",
        r"\b(?:is|are|'s|was) (?:usually|often|probably|likely|most likely|typically|commonly|"
        r"generally|almost always|nearly always|simply) (?!done|free|open|closed|booked|ready|"
        r"finished|quick|handled|checked|looked)\w+|\b(?:usually|often|typically|probably|likely|"
        r"almost always|could|can|may|might|would)? ?(?:means?|points? to|comes? from|stems? from|"
        r"be coming from|coming from|traces? (?:back )?to|suggests?|indicates?)\b(?! you)|\b(?:may|"
        r"might|could|must|has to|can) (?:just |well |only |simply )?be (?:an?|the|your|low|worn|"
        r"loose|bad|down to|due to|from|something)\b|\b(?:sounds?|looks?|feels?) like (?!a "
        r"plan|good|"
        r"fun|you|we)\w+|\b(?:caused by|due to|down to|a (?:classic |common |sure )?sign of|a "
        r"symptom of)\b|\b(?:likely|probably) (?:the \w+ )?(?:have|has|need|needs) (?:an? |"
        r"new )|\b(?:is|"
        r"are) (?:"
        r"just |simply |only )?(?:an? )?(?:\w+ )?(?:failing|worn|cracked|clogged|slipping|leaking|"
        r"corroded|condensation|blown)\b",
        r"\b(?:nois\w+|sounds?|squeal\w*|squeak\w*|grind\w*|clunk\w*|rattl\w+|knock\w*|hiss\w*|"
        r"whin\w+|hum\w*|click\w*|leak\w*|drip\w*|fluid|puddle|smell\w*|odou?r|light|vibrat\w+|"
        r"shak\w+|shudder\w*|wobbl\w+|smoke|steam|overheat\w*|stall\w*|error|outage|battery|"
        r"alternator|muffler|exhaust|brakes?|belts?|engine|starter)\b",
        bare=_COMPLAINTS,
    ),
    _matter(
        r"what [^,]*\b(?:does|do|can do)\b",
        r"\b(?:smooth|tighten|firm|brighten|boost|reduc|plump|lift|stimulat|clear|target|exfoliat|"
        r"soften|even|improv|fad|refin|remov|renew|resurfac|hydrat|sooth|calm|minimi[sz]|shrink|"
        r"kill|strengthen|leav|break|dissolv|encourag|promot|penetrat|stain|bleach)(?:e?s|ing|"
        r"e|ed)?"
        r"\b[^.!?]{0,50}\b(?:skin|lines?|wrinkles?|pores?|pigment\w*|scars?|collagen|texture|tone|"
        r"complexion|spots?|glow\w*|looking|hair|follicles?|face|enamel|teeth|muscles?|fat|cells?|"
        r"dry|red|smoother|softer|brighter|tissue)\b|\bworks? by\b|\b(?:skin|lines|wrinkles|pores)"
        r"\b[^.!?]{0,30}\b(?:smoother|softer|brighter|firmer|tighter|clearer|glow\w*|radiant|"
        r"fresher)"
        r"\b|\b(?:look|looks|feel|feels) (?:\w+ )?(?:smoother|smaller|softer|brighter|firmer|"
        r"tighter|clearer|younger|fresher|fuller)\b",
        bare=_PROCEDURES,
    ),
)


def _tells(said: str, bare: list[re.Pattern[str]], plain: list[re.Pattern[str]]) -> bool:
    """Say whether words meet a trigger beyond naming what it is about; one word alone names."""
    if any(one.fullmatch(said) for one in bare):
        return False
    return " " in said or any(one.search(said) for one in plain)


_STANDS_FOR: Final = re.compile(r"\b(?:it|that|this|you|your)\b")


def is_understood(trigger: str) -> bool:
    """Say whether a disclaimer with this trigger could ever be called for."""
    return bool(_matters(trigger)) or recognises(trigger)


def disclaimer_hits(reading: Reading, trigger: str, derived: Iterable[Hit]) -> list[Hit]:
    """Return where a draft does what a disclaimer's trigger describes, in order.

    ``derived`` are the hits of the detectors that are derived from the trigger's words.
    """
    matters = _matters(trigger)
    bare = [matter.bare for matter in matters if matter.bare is not None]
    norm = reading.text.norm
    plain = [matter.said for matter in matters if matter.bare is None]
    hits = [hit for hit in derived if not bare or _tells(_normal(reading, hit), bare, plain)]
    for matter in matters:
        for found in islice(matter.said.finditer(norm), _ENOUGH):
            span = reading.text.span(*found.span())
            if matter.beside is None or matter.beside.search(_talk(reading, span[0])):
                hits.append(Hit(*span))
    # A word of an offer's name ("Clear Start") says nothing of what it does.
    names = occurrences(reading.text, (offer.name for offer in reading.facts.offers))
    return sorted(
        (
            hit
            for hit in hits
            if not any(start < hit.end and hit.start < end for start, end in names)
        ),
        key=lambda hit: (hit.start, hit.end),
    )


def _normal(reading: Reading, hit: Hit) -> str:
    text = reading.text
    return text.norm[text.norm_position(hit.start) : text.norm_position(hit.end)].strip()


def _talk(reading: Reading, position: int) -> str:
    """Return the sentence at a position, with the customer's message where it says "it"."""
    sentence = reading.text.sentence_at(position)
    norm = reading.text.norm[sentence.norm_start : sentence.norm_end]
    return f"{norm} {reading.message.norm}" if _STANDS_FOR.search(norm) else norm


@lru_cache(maxsize=512)
def _matters(trigger: str) -> tuple[_Matter, ...]:
    wanted = trigger.casefold()
    return tuple(matter for matter in _MATTERS if matter.cue.search(wanted))
