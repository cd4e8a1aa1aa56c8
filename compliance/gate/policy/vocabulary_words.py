"""The product's words for policy terms of support teams, by concept; data, no behaviour.

A concept is what one or two words of a policy key stand for, with the ways customers and agents
say it (regular expressions on normalised text) and how much it says alone: a strong concept (1.0)
names a term by itself, a weak one (below 0.5) only together with others.
"""

from __future__ import annotations

from compliance.gate.policy.vocabulary_trades import TRADE_WORDS, TRADES

# concept: (weight, what says it)
CONCEPTS: dict[str, tuple[float, str]] = {
    "pickup": (1.0, r"pick(?:ed|ing|s)?[- ]?(?:\w+ ){0,2}up|collect(?:ed|ing|ion)?"),
    "dropoff": (1.0, r"drop(?:ped|ping|s)?[- ]?(?:\w+ ){0,2}off"),
    "return": (
        1.0,
        (
            r"return(?:s|ed|ing|able)?|"
            r"refund(?:s|ed|ing|able)?(?! (?:you )?the (?:price )?difference)|(?:bring|brings|"
            r"bringing|brought|sends?|sent|takes?|taken|taking|hands?|ships?|mails?|comes?|goes|go|"
            r"gives?)(?: (?:it|them|that|this|those|these|things|stuff|goods|purchases|items?|"
            r"everything|anything|something|one|most \w+|"
            r"any \w+|the \w+|your \w+|unopened \w+|un\w+ \w+))? back|money back|"
            r"cash back|reimburs\w+|change (?:your|their) mind|credit (?:it|that) back"
        ),
    ),
    "exchange": (
        1.0,
        (
            r"exchang\w+|swap\w*|trad(?:e|ed|ing) (?:it|them|that|this|those|up)|"
            r"(?:different|another|other|bigger|smaller|new) (?:size|colou?r)"
        ),
    ),
    "cancel": (
        1.0,
        (
            r"cancel\w*|call(?:ing|ed)? (?:it |(?:your|the|a) \w+ )?off|back(?:ing)? out|"
            r"re-?schedul\w+|(?:move|moving|change|changing) (?:your|the|an|that|"
            r"it) ?(?:appointment|booking|visit|reservation|time|session|order|date)?|"
            r"(?:cannot|can't|unable to|can not) (?:make|attend|keep) (?:it|your|the)|"
            r"skip(?:ping)? (?:it|the|your|my|this|that|a|\w+day)\b(?! payment)|"
            r"(?:be|get) moved|terminat\w*|quit\w*|"
            r"(?:end|leave|stop|get out of)(?:ping|ing)? (?:(?:it|this) for good|"
            r"(?:the|your|a) (?:membership|plan|agreement|contract|subscription))|"
            r"(?:decide|want|wish|prefer|like|rather|going|choose)(?:d|s|ing)? (?:to )?leave|"
            r"pull(?:ing)? out of|bail(?:ing)? on"
        ),
    ),
    "reschedule": (
        1.0,
        (
            r"re-?schedul\w+|(?:move|moving|change|changing) (?:your|the|"
            r"an) (?:appointment|booking|visit|reservation|time)"
        ),
    ),
    "no_show": (
        1.0,
        (
            r"no[- ]?shows?|miss(?:es|ed|ing)? (?:a |an |the |your |any |it|"
            r"their )?(?:\w+ )?(?:visit|appointment|session|booking|class|reservation|"
            r"lesson|slot|stay|treatment|clean|tee time)(?:e?s|ings?)?|"
            r"(?:not|\w+n't|without|never|fail(?:s|ed|ing)? to) (?:simply |just |actually |ever )?"
            r"(?:(?:show|turn|attend|arriv|appear)\w*(?: up)?|make it(?: in)?|"
            r"com(?:e|es|ing)(?= (?:in|at all|by|to (?:your|the)|we|you|it)\b|\s*[,.;!?-]|$))|"
            r"(?:nobody|no one|no-one) (?:shows|turns|comes|arrives|appears)(?: up)?|"
            r"miss(?:ing|ed)? it(?: altogether| entirely| completely)?|missed ones?|"
            r"skip(?:s|ped|ping)? (?:a|an|the|your|any) (?:\w+ )?"
            r"(?:visit|appointment|session|booking|class|reservation|lesson|slot)(?:e?s)?"
        ),
    ),
    "late": (
        1.0,
        (
            r"late(?:r than|ness|comers?)?|tardy|delayed|behind schedule|"
            r"past your (?:start|appointment) time"
        ),
    ),
    "cutoff": (
        0.4,
        (
            r"cut-?offs?|deadline|latest|no later than|until|till|up to|before|by the time|"
            r"last (?:minute|"
            r"moment)"
        ),
    ),
    "xray": (1.0, r"x-?rays?|radiographs?"),
    "meal": (1.0, r"meals?|lunch(?:es)?|snacks?|dinners?"),
    "headcount": (1.0, r"head ?-?counts?|guest counts?|number of (?:guests|people|heads)"),
    "grace": (
        1.0,
        (
            r"grace|leeway|give (?:your|the) \w+ away|cushion|buffer|"
            r"shorten\w*|cut short|hold (?:your|"
            r"the) (?:spot|slot|table|place|room|appointment)"
        ),
    ),
    "deposit": (
        1.0,
        (
            r"(?<!direct )(?<!mobile )(?<!cash )deposits?|up[- ]?front|down payment|"
            r"(?:(?<=\d )|(?<=% )|(?<=percent )|(?<=dollars )|(?<=half ))down(?! to| from| by)|"
            r"hold(?= on (?:your|the|a) (?:\w+ )?card)|"
            r"(?:total|price|bill|cost|half|quarter|third|percent|pay|paid|due|[%\d]) in advance|"
            r"prepay\w*|(?:to )?(?:holds?|secures?|reserves?|locks? in|"
            r"guarantees?) (?:your|the|a|that) (?:date|booking|spot|slot|visit|"
            r"appointment|reservation|order|table|room|place|event)"
        ),
    ),
    "restocking": (1.0, r"re-?stock\w*"),
    "price_match": (
        1.0,
        (
            r"(?:adjust|lower|honou?r)(?:s|ed|ing)? (?:the|your|a|any|that) (?:lower )?price|"
            r"price[- ]?match\w*|price[- ]adjust\w*|price (?:guarantee|protection)|"
            r"(?:match|beat|honou?r)(?:e?s|ed|ing)? (?:[\w.&'-]+ ){0,3}?(?:prices?|pricing|quotes?|"
            r"ads?|deals?|competitors?)|"
            r"(?:match|beat|meet|honou?r)(?:e?s|ed|ing)? (?:(?:a|an|any|the|that|"
            r"their|those|other|another|our|online|lower|lowest|advertised|competing|"
            r"competitors?'?s?|rivals?'?s?|[a-z]+'s) ){0,4}(?:price|prices|pricing|"
            r"quote|deal|ads?|competitors?)|price drops?|"
            r"(?:refund|return|credit|pay|give|get|receive)(?:s|ed|ing)? (?:you )?(?:back )?"
            r"the (?:price )?difference(?: back)?(?![^.;]{0,40}\b(?:exchang|swap|size|upgrad))|"
            r"lower price|what (?:other|another) \w+ charges?"
        ),
    ),
    "no_receipt": (
        1.0,
        (
            r"(?:without|no|lost|missing|lack(?:s|ing)?|misplaced|(?:not|n't|"
            r"no longer) have|lose|absence of) (?:(?:a|the|your|any|that|its|"
            r"of) )*(?:receipts?|proof of purchase|sales slip)|receipt (?:is|was|"
            r"has been|went) (?:gone|lost|missing)|unreceipted"
        ),
    ),
    "receipt": (0.6, r"receipts?|proof of purchase|sales slip|packing slip"),
    "warranty": (
        1.0,
        (
            r"warrant\w+|guarante\w+|(?:is|are|be|you're|stays?) (?:\w+ )?(?:covered|protected)"
            r"|covered against"
        ),
    ),
    "shipping": (1.0, r"shipping|postage|freight|(?:delivery|mailing) (?:fee|charge|cost)s?"),
    "delivery": (
        1.0,
        (
            r"deliver\w*|(?:bring|come) (?:it |them )?to your door|courier|third[- ]party app"
            r"|partner app"
        ),
    ),
    "repair": (1.0, r"repair\w*|mend\w*|fix(?:es|ed|ing)?|tune[- ]?ups?|workshop"),
    "turnaround": (
        0.4,
        r"turn[- ]?around|ready|tak(?:e|es|ing)|back (?:to you )?(?:in|within)|finish\w*|done",
    ),
    "courtesy_pay": (
        1.0,
        r"courtesy pay\w*|cover(?:s|ed|ing)? (?:an |your |the |each )?overdrafts?",
    ),
    "nsf": (1.0, r"nsf|insufficient funds|bounc\w+|returned (?:checks?|items?|payments?)"),
    "perishable": (
        1.0,
        r"perishables?|fresh (?:food|items?|produce)|produce|dairy|milk|meat|fish|yogurt|flowers",
    ),
    "pediatric": (1.0, r"p(?:a)?ediatric|child(?:ren)?|kids?|toddlers?|little ones"),
    "height": (1.0, r"height|tall|clearance|high"),
    "overdraft": (
        1.0,
        r"overdraft\w*|over-?drawn|overdraw\w*|insufficient funds|nsf|below zero|goes? negative",
    ),
    "wire": (1.0, r"wires?|wired|wiring"),
    "domestic": (
        1.0,
        (
            r"domestic\w*|(?:within|inside) the (?:us|u\.s\.?|usa|country|"
            r"united states|states)|stateside|in[- ]country|(?:another|other) (?:us|"
            r"u\.s\.|american) banks?"
        ),
    ),
    "international": (
        1.0,
        (
            r"international\w*|abroad|over-?seas|foreign|cross[- ]border|(?:outside|"
            r"out of) the (?:us|u\.s\.?|usa|country|united states)|another country"
        ),
    ),
    "cashier_check": (1.0, r"(?:cashier(?:'?s|s')?|bank|certified|official)[- ](?:check|cheque)s?"),
    "stop_payment": (
        1.0,
        r"stop(?:ping|ped)?[- ](?:(?:an?|the|your) )?(?:payment|check|cheque)s?|payment stopp\w+",
    ),
    "monthly": (1.0, r"monthly|maintenance fee|(?:a|per|each|every|any) month"),
    "annual": (1.0, r"annual\w*|yearly|(?:a|per|each|every) year"),
    "interest_free": (
        1.0,
        r"interest[- ]free|(?:without|no|zero|free of) interest|(?:0|zero) ?(?:%|percent) interest",
    ),
    "withdrawal": (1.0, r"withdraw\w*|(?:take|pull|draw)(?:ing)? (?:[\w$,]+ ){0,4}?out"),
    "daily": (0.4, r"daily|(?:a|per|each|every) day"),
    "waiver": (
        1.0,
        r"waiv\w+|avoid\w*|drops? off|goes away|no (?:monthly|maintenance) (?:fee|charge)",
    ),
    "balance": (1.0, r"balances?|keep(?:ing)?|maintain\w*|stay(?:s|ing)? (?:above|over|at)"),
    "certificate": (1.0, r"certificates?|cds?|term deposits?|early withdrawals?"),
    "early": (
        1.0,
        (
            r"early|before (?:it |the )?(?:term|matur\w+|end)|ahead of maturity|"
            r"(?:cash|pull|take)(?:ing)? (?:it |money )?out"
        ),
    ),
    "interest": (0.4, r"interest|dividends?"),
    "dispute": (
        1.0,
        (
            r"disput\w*|contest\w*|(?:don't|didn't|not) recogni[sz]e|charge-?backs?|"
            r"challenge|unauthori[sz]ed|(?:report|"
            r"flag) (?:an? |the )?(?:error|charge|mistake)"
        ),
    ),
    "notary": (1.0, r"notar\w*"),
    "rush": (1.0, r"rush\w*|expedit\w*|overnight|express|next[- ]day|urgent\w*"),
    "emergency": (1.0, r"emergenc(?:y|ies)|urgent\w*|rush\w*|express|expedit\w*"),
    "replacement": (1.0, r"replac\w*|re-?issu\w+|new (?:debit |credit )?card"),
    "card": (0.4, r"(?<!gift )(?<!bonus )cards?"),
    "gift_card": (1.0, r"gift[- ](?:card|certificate|voucher)s?"),
    "mobile": (1.0, r"mobile|(?:by|with|from) (?:your )?phone|photo deposit|remote"),
    "loan": (0.6, r"loans?|borrow\w*|financ(?:e|ed|ing)|lending"),
    "payment": (0.4, r"payments?|pay(?:ing)?|paid"),
    "account": (0.4, r"accounts?"),
    "new": (0.4, r"new|open(?:s|ing)?|first"),
    "savings": (1.0, r"savings?"),
    "checking": (1.0, r"checking"),
    "share": (0.3, r"shares?"),
    "auto": (1.0, r"auto(?:s|motive)?|cars?|vehicles?|trucks?"),
    "personal": (1.0, r"personal|unsecured|signature loan"),
    "mortgage": (1.0, r"mortgages?|home loans?"),
    "age": (
        1.0,
        (
            r"age[sd]?|how old|old enough|(?:years?|months?|weeks?) (?:old|of age)|older|minors?|"
            r"adults?|under|children|kids|teen\w*"
        ),
    ),
    "gratuity": (1.0, r"gratuit\w*|tip(?:s|ping|ped)?"),
    "package": (
        1.0,
        r"packages?|bundles?|pre-?paid (?:visits?|sessions?)|(?:session|visit) packs?|series",
    ),
    "validity": (
        0.6,
        (
            r"valid\w*|good (?:for|until)|expir\w*|laps\w*|last(?:s|ing)?|"
            r"use(?:d)? (?:it|them|up|within)|run out"
        ),
    ),
    "expire": (
        1.0,
        (
            r"expir\w*|laps\w*|valid\w*|good (?:for|until)|run out|disappear\w*|forfeit\w*|"
            r"vanish\w*|los(?:e|es|ing) (?:your |the |any |all )*\w+(?= after| in| once)|"
            r"gone(?= after)"
        ),
    ),
    "catering": (
        1.0,
        (
            r"cater\w*|(?:large|big|group|event|party|platter) (?:order|tray)s?|platters|buffets?|"
            r"banquets?|hosting|feed(?:ing)? (?:a|the|our|my) (?:crowd|group|team|office|party)"
        ),
    ),
    "guest": (0.6, r"guests?|people|persons?|heads?|attendees|diners|party of"),
    "points": (0.7, r"points?|rewards?|miles"),
    "loyalty": (1.0, r"loyalty|rewards?|points?|perks|club"),
    "cash": (
        1.0,
        (
            r"cash(?! ?back| out| card| value| app)|coins?|cashless|exact change|"
            r"(?:dollar|paper) (?:bills?|money)|bank ?notes|notes and coins|"
            r"bills (?:or|and|nor) coins|"
            r"(?:cards?|plastic)[- ]only(?! (?:if|when|where))|"
            r"cards?(?:,? (?:and|or|&) [\w ]{3,18}) only|"
            r"only (?:take|accept|use) (?:cards?|plastic|contactless|mobile)"
        ),
    ),
    "membership": (1.0, r"memberships?|dues"),
    "member": (0.4, r"members?"),
    # A service animal is no pet: it may come where none may, and pays nothing.
    "pet": (
        1.0,
        (
            r"(?<!service )(?<!guide )(?<!assistance )(?<!hearing )(?<!working )"
            r"(?:pets?|dogs?|cats?|animals?|pups?|puppy|puppies)"
        ),
    ),
    "pool": (1.0, r"pools?|swim(?:ming)?"),
    "parking": (1.0, r"park(?:ing|ed)?|garage|valet"),
    "breakfast": (1.0, r"breakfasts?"),
    "wifi": (1.0, r"wi-?fi|internet"),
    "smoking": (1.0, r"smok\w*|vap(?:e|es|ing)"),
    "radius": (1.0, r"radius|miles?|distance|within range"),
    "order": (0.4, r"orders?|ordered|ordering"),
    "tuition": (1.0, r"tuition|course fees?"),
    "rental": (1.0, r"rent(?:al|als|ed|ing|s)?|hire"),
    "late_return": (1.0, r"late returns?|return(?:ed|ing)? (?:it |them )?late|over-?due"),
    "appointment": (0.4, r"appointments?|book(?:s|ed|ing|ings)?|visits?|slots?"),
    "copay": (1.0, r"co-?pay(?:ment)?s?"),
    "trial": (1.0, r"trials?|try (?:it|us)(?: out| for)|tryout"),
    "hold": (
        1.0,
        (
            r"h[eo]ld(?:s|ing)?|on hold|(?:we|you|i)(?:'ll| will| can)? keep (?:it|them|things|"
            r"items|anything|everything|one)(?= (?:for|until|here|behind|safe|\d)|\W*$|[?])|"
            r"(?:put|set|kept?|keep)(?:s|ting|ing)? (?:\w+ ){1,3}(?:aside|"
            r"back|for "
            r"you)|reserv(?:e|es|ed|ing)|freez\w+|froze\w*|paus\w+|suspend\w*"
        ),
    ),
    "freeze": (1.0, r"freez\w+|froze\w*|paus\w+|on hold|suspend\w*"),
    "walk_in": (
        1.0,
        (
            r"walk(?:ing)?[- ]?(?:right |straight |just )?ins?|drop(?:ping)?[- ]?(?:by|ins?)|"
            r"(?:without|no) (?:an )?(?:appointment|booking|reservation)s?|by appointment only|"
            r"(?:just|simply) (?:stop|come|pop|swing|show|turn|pass) (?:by|in|up|over)|"
            r"(?:need|require)s? (?:an |a )?(?:appointment|booking|reservation)"
        ),
    ),
    "transfer": (1.0, r"transfer\w*|pass(?:ed)? (?:it )?on to|give (?:it )?to (?:a|someone)"),
    "service": (0.7, r"services?|treatments?|visits?|sessions?|massages?|facials?"),
    "treatment": (0.7, r"treatments?|services?|procedures?|sessions?|peels?|injections?|lasers?"),
    "product": (
        0.6,
        r"products?|retail|items?|merchandise|goods|serums?|creams?|bottles?|purchases?",
    ),
    "consult": (1.0, r"consult\w*"),
    "touch_up": (1.0, r"touch[- ]?ups?|re-?touch\w*"),
    "redo": (
        1.0,
        (
            r"re-?do(?:ne|es|ing)?|repeat(?:ed)? (?:the|your) (?:service|treatment|"
            r"visit)|make (?:it|that|this) right|correct it"
        ),
    ),
    "remake": (
        1.0,
        (
            r"re-?ma(?:k\w+|de)|ma(?:ke|de|king) (?:it|that|them|you|one|"
            r"yours)(?: \w+)? (?:again|fresh|over|new)|fresh one"
        ),
    ),
    "gift": (0.8, r"gifts?(?! ?card| certificate| voucher)|gifted|presents?"),
    "online": (0.8, r"online|web ?site|web[- ](?:order|purchase)s?|internet (?:order|purchase)s?"),
    "store": (0.3, r"(?:in[- ])?stores?|shop|here|location|counter"),
    "final_sale": (
        1.0,
        r"final[- ]sale|all sales (?:are )?final|(?:non|not|never)[- ](?:return|refund)able",
    ),
    "condition": (0.4, r"condition|unopened|opened|unused|used|unworn|worn|sealed|tags?"),
    "lesson": (1.0, r"lessons?|class(?:es)?"),
    "damage": (1.0, r"damag\w+|broken|breakage"),
    "cleaning": (1.0, r"clean\w*"),
    "claim": (1.0, r"claims?"),
    "inspection": (1.0, r"inspect\w*"),
    "diagnostic": (1.0, r"diagnos\w*"),
    "storage": (1.0, r"stor(?:age|ed|ing)"),
    "entry": (
        1.0,
        (
            r"entr(?:y|ies|ance)|enter(?:s|ed|ing)?|admi(?:t\w*|ssions?)|"
            r"(?:let|allow|take)s? (?:(?:you|people|guests|anyone|latecomers) )?in(?:side)?|"
            r"(?:get(?:ting)?|come|go|slip) in(?:side)?|seat(?:ed|ing)|"
            r"seat (?:you|people|guests|anyone)"
        ),
    ),
    "travel": (1.0, r"travel\w*|(?:come|drive|go) (?:out )?to you|house calls?"),
    "luggage": (1.0, r"luggage|bags?|suitcases?"),
    "vaccination": (1.0, r"vaccin\w*|shots|immuni[sz]\w*|bordetella|rabies"),
    "extension": (1.0, r"exten(?:d\w*|sion\w*)"),
    "alteration": (1.0, r"alter(?:ation|ations|ed|ing)|hem\w*|tailor\w*"),
    **TRADES,
}

# What a word, or two words joined by "_", of a key stands for; others stand for themselves.
KEY_WORDS: dict[str, str] = {
    **{name: name for name in CONCEPTS},
    **TRADE_WORDS,
    "returns": "return", "refund": "return", "refunds": "return", "exchanges": "exchange",
    "cancellation": "cancel", "cancelation": "cancel", "canceling": "cancel", "noshow": "no_show",
    "missed": "no_show", "lateness": "late", "arrival": "late", "deposits": "deposit",
    "upfront": "deposit", "restock": "restocking", "price_adjustment": "price_match",
    "price_guarantee": "price_match", "proof_of": "receipt",
    "proof_required": "receipt", "repairs": "repair",
    "deliveries": "delivery", "wires": "wire", "foreign": "international",
    "cashiers_check": "cashier_check", "cashier": "cashier_check", "stop": "stop_payment",
    "maintenance": "monthly", "yearly": "annual", "cd": "certificate", "cds": "certificate",
    "disputes": "dispute", "express": "rush", "expedited": "rush", "giftcard": "gift_card",
    "car": "auto", "vehicle": "auto", "tip": "gratuity", "tips": "gratuity",
    "packages": "package", "series": "package", "expiry": "expire", "expires": "expire",
    "expiration": "expire", "valid": "validity", "guests": "guest", "people": "guest",
    "rewards": "loyalty", "checkin": "check_in", "checkout": "check_out", "pets": "pet",
    "dog": "pet", "dogs": "pet", "hire": "rental", "appointments": "appointment",
    "booking": "appointment", "co_pay": "copay", "refills": "refill", "holds": "hold",
    "pause": "freeze", "walkin": "walk_in", "walkins": "walk_in", "walk_ins": "walk_in",
    "services": "service", "treatments": "treatment", "products": "product",
    "consultation": "consult", "touchup": "touch_up", "gifts": "gift", "classes": "lesson",
    "class": "lesson", "lessons": "lesson", "members": "member", "alterations": "alteration",
    "rescheduling": "reschedule", "meals": "meal", "xrays": "xray", "head_count": "headcount",
    "guest_count": "headcount", "cut_off": "cutoff", "guarantee": "warranty",
    "urgent": "emergency", "interest_free_plan": "interest_free", "withdrawals": "withdrawal",
}  # fmt: skip

_SAYING_NOTHING = (
    "from applies to of in by on at per for the and is are policy amount length duration time "
    "allowed required accepted included refundable available offered free credited participates "
    "participate permitted transferable welcome accepts accept allow allows requires require "
    "refunded covered"
)
# Words of keys that say what kind of thing a value is, not which term it belongs to.
ROLES: dict[str, str] = {
    "fee": r"fees?|charg\w*|costs?|penalt\w*|pay\w*|owe\w*|price[ds]?|keeps?|takes? a cut",
    "charge": r"fees?|charg\w*|costs?|penalt\w*|pay\w*|owe\w*",
    "penalty": r"penalt\w*|fees?|charg\w*|costs?|lose|forfeit\w*",
    "surcharge": r"surcharges?|fees?|charg\w*|extra",
    "price": r"prices?|costs?|fees?",
    "window": r"window|within|days?|period|policy|deadline",
    "within": r"within|window|up to",
    "period": r"period|window|within",
    "notice": r"notice|ahead|in advance|before\w*|prior|heads[- ]up",
    "ahead": r"ahead|in advance|advance|before\w*|out",
    "advance": r"ahead|in advance|advance|before\w*|out",
    "limit": r"limit\w*|max\w*|cap\w*|up to|at most|no more than|the most",
    "max": r"max\w*|up to|limit\w*|at most|no more than",
    "min": r"min\w*|at least|or more|starting|from",
    "minimum": r"min\w*|at least|or more|starting|from",
    "method": r"",
    "discount": r"discounts?|discounted|half[- ]price|halved?|cut|off|sav(?:e|es|ings?)|less|"
    r"cheaper|reduced|knocks?",
    "rate": r"rates?|apy|apr|yield\w*|earn\w*|interest",
    **dict.fromkeys(_SAYING_NOTHING.split(), ""),
}

UNIT_SUFFIXES: tuple[str, ...] = (
    "days_interest", "business_days", "days", "day", "hours", "hour", "minutes", "mins", "months",
    "weeks", "years", "usd", "dollars", "pct", "percent", "apy", "apr", "miles", "count",
)  # fmt: skip
