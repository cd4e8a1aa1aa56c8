"""Words for the terms of single trades: hotels, clubs, garages, clinics, schools and others."""

from __future__ import annotations

# concept: (how much it says alone, what says it), as in ``vocabulary_words``
TRADES: dict[str, tuple[float, str]] = {
    # Stays
    "check_in": (
        1.0,
        (
            r"check(?:ing|s|ed)?[- ]?(?:you )?in|arriv\w+|rooms?(?: [\w']+){0,5} (?:is|are|"
            r"will be|should be) ready|(?:get|have|into) (?:in(?:to)? )?(?:your|the|"
            r"our) room"
        ),
    ),
    "check_out": (
        1.0,
        (
            r"check(?:ing|s|ed)?[- ]?out|depart\w*|vacat(?:e|ed|ing) (?:the|your) room|"
            r"(?:out of|leave|keep|have) (?:the|your) room"
        ),
    ),
    "resort": (1.0, r"resort|amenit(?:y|ies)|destination fee|facilit(?:y|ies) fee"),
    "incidental": (
        1.0,
        (
            r"incidentals?|hold(?=s? (?:is|on|will|apply|applies|placed|when))|"
            r"authori[sz]ation|security (?:hold|deposit)|pre-?auth\w*"
        ),
    ),
    "rollaway": (1.0, r"roll-?aways?|cots?|extra beds?|folding beds?|spare bed"),
    "nights": (0.6, r"nights?"),
    "lost_item": (
        1.0,
        (
            r"lost (?:\w+ )?(?:items?|property|things|and found)|left behind|forgotten|"
            r"(?:i|you|we)(?:'ve| have)? (?:left|lost) (?:my|your|our|a|an)|"
            r"forgot|found items?"
        ),
    ),
    # Clubs and classes
    "enrollment": (
        1.0,
        (
            r"enrol\w*|join(?:ing|er)?(?:'s)?|sign(?:ing)?[- ]?up|initiation|start(?:ing|"
            r"-up|up) fee|to get started"
        ),
    ),
    "joining": (1.0, r"join(?:ing)?|enrol\w*|sign(?:ing)?[- ]?up|initiation|startup fee"),
    "registration": (1.0, r"regist(?:er\w*|ration)|enrol\w*|sign(?:ing)?[- ]?up"),
    "cooling_off": (
        1.0,
        (
            r"cool(?:ing)?[- ]?off|chang\w+ (?:your|my|their) mind|second thoughts|back out|"
            r"buyer'?s remorse"
        ),
    ),
    "guest_pass": (
        1.0,
        (
            r"guest pass(?:es)?|guests?(?= (?:a|per|each|every) (?:day|week|month|year))|"
            r"bring(?:ing)? (?:a|your) (?:friend|guest|buddy)"
        ),
    ),
    "training": (1.0, r"training|trainer sessions?|coaching|pt sessions?|personal train\w+"),
    "towel": (1.0, r"towels?"),
    "fob": (1.0, r"fobs?|key ?(?:card|tag)s?|entry (?:card|tag)"),
    "locker": (1.0, r"lockers?"),
    "sibling": (1.0, r"siblings?|brothers?|sisters?|second child"),
    "makeup": (1.0, r"make-?ups?|make up|missed (?:class|lesson)"),
    # Vehicles
    "loaner": (
        1.0,
        (
            r"loaners?|courtesy (?:car|vehicle)s?|lend (?:you|them|out)|borrow|"
            r"replacement car"
        ),
    ),
    "estimate": (1.0, r"estimat\w+|quot(?:e|es|ed|ation)"),
    "alignment": (1.0, r"align\w*"),
    "recheck": (1.0, r"re-?checks?|check it again|second look|look (?:at it )?again"),
    "parts": (0.8, r"parts?|components?"),
    "tow": (1.0, r"tow(?:s|ed|ing)?"),
    "mileage": (1.0, r"mileage|miles"),
    "special_order": (1.0, r"special[- ]?order\w*|order(?:ed|ing)? (?:it |one |them )?in"),
    # Health
    "refill": (1.0, r"re-?fill\w*|renew(?:al|als|ing|ed)?|next (?:bottle|supply|month'?s supply)"),
    "prescription": (1.0, r"prescriptions?|scripts?|rx|medications?|medicines?|meds"),
    "records": (1.0, r"(?:dental |medical |your )?(?:records|charts?|files?)"),
    "exam": (1.0, r"exam(?:s|ination)?s?|check-?ups?|first visit"),
    "patient": (0.4, r"patients?"),
    "crown": (1.0, r"crowns?"),
    "whitening": (1.0, r"whiten\w*|bleaching"),
    "retainer": (1.0, r"retainers?"),
    "payment_plan": (
        1.0,
        (
            r"payment plans?|instal?lments?|spread (?:it|the|your|that)|"
            r"pay (?:it )?(?:off )?over"
        ),
    ),
    "blister": (1.0, r"blister|pill packs?|bubble packs?|dose packs?"),
    "otc": (1.0, r"otc|over[- ]the[- ]counter|unopened|vitamins?|non-?prescription"),
    # Pets
    "matting": (1.0, r"mat(?:s|ted|ting)|de-?mat\w*|tangle\w*"),
    "boarding": (1.0, r"board(?:s|ed|ing)?|overnight stays?|kennel\w*"),
    "grooming": (1.0, r"groom\w*|haircuts?|trims?"),
    # Phones and services
    "activation": (1.0, r"activat\w+|set(?:ting)?[- ]?up|connection"),
    "upgrade": (1.0, r"upgrad\w+"),
    "unlock": (1.0, r"unlock\w*"),
    "autopay": (1.0, r"auto-?pay\w*|automatic payments?"),
    "termination": (
        1.0,
        (
            r"terminat\w+|end(?:ing)? (?:the|your) (?:contract|plan)|break(?:ing)? (?:the|"
            r"your) \w+"
        ),
    ),
    "trade_in": (1.0, r"trad(?:e|es|ed|ing)[- ]?(?:it |them |your \w+ )?ins?|old (?:phone|device)"),
    "installation": (1.0, r"install\w*|fitting|hook(?:ed|ing)?[- ]?up"),
    "haul_away": (1.0, r"haul\w*|tak(?:e|ing) (?:away|the old)|old (?:mattress|appliance)"),
    "gift_wrap": (1.0, r"gift[- ]?wrap\w*|wrapp\w+"),
    "minimum_order": (1.0, r"minimum order|order minimum|smallest order"),
    "corkage": (1.0, r"cork(?:age)?|own (?:wine|bottle)"),
}
# Words of a key that name one of these, where they differ from its name.
TRADE_WORDS: dict[str, str] = {
    "incidental_hold": "incidental", "cot": "rollaway", "cots": "rollaway", "amenity": "resort",
    "lost_property": "lost_item", "initiation": "enrollment", "signup": "enrollment",
    "sign_up": "enrollment", "guest_passes": "guest_pass", "coaching": "training",
    "towels": "towel", "key_fob": "fob", "fobs": "fob", "keycard": "fob", "siblings": "sibling",
    "loaners": "loaner", "courtesy_car": "loaner", "courtesy_cars": "loaner",
    "loaner_cars": "loaner", "loaner_car": "loaner", "quote": "estimate", "quotes": "estimate",
    "estimates": "estimate", "towing": "tow", "special_orders": "special_order",
    "rx": "prescription", "prescriptions": "prescription", "chart": "records", "crowns": "crown",
    "retainers": "retainer", "instalment": "payment_plan", "installments": "payment_plan",
    "blister_pack": "blister", "dematting": "matting", "trade_ins": "trade_in",
    "install": "installation", "early_termination": "termination", "towel_service": "towel",
}  # fmt: skip
