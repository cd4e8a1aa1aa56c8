"""How a reply tells of a visit: its moments, amounts, records, and the words that say nothing."""

from __future__ import annotations

import re
from typing import Final

VISIT: Final = (
    r"visit|order|purchase|appointment|stay|reservation|booking|treatment|session|meal|dinner|"
    r"lunch|brunch|breakfast|delivery|pick-?up|exchange|return|repair|class|consultation|procedure|"
    r"service|account|loan|transaction|payment|deposit|transfer"
)
MONTHS: Final = (
    r"january|february|march|april|may|june|july|august|september|october|november|december"
)
DATE: Final = re.compile(
    r"\b(?:on )?(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day,? )?(?:the )?"
    rf"(?:(?:{MONTHS}|jan|feb|mar|apr|jun|jul|aug|sept?|oct|nov|dec)\.? \d{{1,2}}"
    r"(?:st|nd|rd|th)?\b(?:,? \d{4})?|\d{1,2}(?:st|nd|rd|th) of \w+|\d{1,2}/\d{1,2}"
    r"(?:/\d{2,4})?\b)"
    r"|\b(?:on|last|this past) (?:mon|tues|wednes|thurs|fri|satur|sun)day(?: (?:morning|afternoon|"
    r"evening|night))?\b|\b(?:yesterday|last (?:night|week|weekend|month|spring|summer|fall|"
    r"winter|year)|this morning|the other day|(?:two|three|four|\d) (?:days|weeks|months) ago)\b"
)
MONEY: Final = re.compile(r"\$\s?\d[\d,]*(?:\.\d{2})?|\b\d+(?:\.\d{2})? dollars\b")
PROCEDURE: Final = (
    r"facial|massage|peel|laser|botox|filler|injections?|microneedling|wax|treatment plan|"
    r"procedure|surgery|therapy|exam|implant|root canal|cleaning|whitening|vaccin\w+|tattoo|"
    r"x-rays?|extraction|filling|crown"
)
TREATMENT: Final = re.compile(
    rf"\byour (?:\S+ ){{0,3}}?(?:{PROCEDURE}|diagnosis|prescription|loan|mortgage|overdraft|"
    r"balance|credit score|diagnos\w+|condition|symptoms?|medic(?:ation|ine)s?|refill|"
    r"(?:lab|test) results?|insurance|pregnancy|past due)\b"
    rf"|\b(?:{PROCEDURE}) (?:that )?(?:we|our \w+) (?:did|gave|performed|placed|finished)\b"
    r"|\bthe (?:prescription|medication|refill|diagnosis) you\b"
)
RECORDS: Final = re.compile(
    r"\b(?:we|i)(?:'ve| have| can| do)? (?:also )?(?:see|saw|found|looked up|pulled up)\b"
    rf"(?: (?:from|in|on) [^.,!?]{{1,30}})? (?:that )?(?:you|your (?:\S+ ){{0,3}}?(?:{VISIT})s?)\b"
    r"|\b(?:our|your|the) (?:records?|system|files?|notes|chart|books|logs?|footage|cameras?|"
    r"history|account history|calendar|register) (?:shows?|says?|indicates?|lists?|reflects?|"
    r"tells? us|has you|have you|confirms?)\b"
    r"|\b(?:according to|per|based on|looking at|going by) (?:our|the|your) (?:\w+ )?(?:records?|"
    r"system|files?|notes|chart|books|logs?|footage|cameras?|history|calendar)\b"
    r"|\bwe (?:have )?(?:checked|reviewed|looked at|watched) the (?:cameras?|footage|video|tape)\b"
)
POINTS: Final = re.compile(r"\b\d[\d,]* (?:\w+ )?points\b|\byour (?:\w+ )?(?:tier|status)\b")
_CLOCK: Final = (
    r"(?:\d{1,2}(?::\d{2})? ?[ap]\.?m\b\.?|\d{1,2}:\d{2}|noon|midnight|(?:one|two|three|four|five|"
    r"six|seven|eight|nine|ten|eleven|twelve|\d{1,2})(?: o'clock| thirty)?)"
)
# When they came, and with how many.
BOOKED: Final = re.compile(
    rf"\byour {_CLOCK} [\w-]+|\byou(?:'d| had| have|'ve)? (?:arrived|came(?: in)?|left|checked "
    rf"(?:in|out)|were seated|sat down|called|signed in|walked in) at (?:about |around )?{_CLOCK}"
    rf"|\byour (?:\w+ ){{1,4}}at {_CLOCK}(?= (?:was|were|ran|had|should|started|took))"
    rf"|\byou were (?:in|at|on|with|part of) (?:the|our) {_CLOCK}"
    r"|\byour [\w]+-(?:night|day|hour|minute|week|person|course|session)s?\b"
    r"|\byour (?:party|table|group|booking|reservation) (?:of|for) (?:\w+)\b"
    r"|\byou[^.!?]{0,20}\b(?:a|with) (?:party|group|table) (?:of|for) \w+"
    r"|\byou(?:'d|'ve)?(?: had| have)? (?:missed|cancell?ed|skipped|rescheduled|no-showed|moved) "
    r"(?:your|an?|the|two|three|four|\d+|several|both) (?:\w+ )?(?:appointments?|visits?|"
    r"bookings?|classes|sessions?|reservations?|payments?)"
)
WHERE: Final = re.compile(
    r"\b(?:in|to|from) (?:room|suite|unit|bay|stall|kennel|chair) (?:number )?\d+\b|\byour (?:room|"
    r"suite|unit|kennel) (?:number )?\d+"
)
# What they are to the business, and what state their account is in.
STANDING: Final = re.compile(
    r"\bas an? (?:\w+ ){0,2}?(?:\w+ member|patient|account holder|subscriber|policyholder) since\b"
    r"|\byou(?:'ve| have)? (?:been|are|were) (?:with us|a (?:\w+ )?(?:member|patient|client|guest|"
    r"customer)|our (?:\w+ )?(?:patient|client|guest|member)) (?:since|for \w+ years?|on \w+day|"
    r"of (?:ours )?since)\b|\bsince you were our (?:\w+ )?(?:patient|client|guest|customer)\b"
    r"|\byour (?:account|membership|loan|policy|card|plan|payment|balance|bill) (?:is|was|has "
    r"been|had been) (?:past due|late|frozen|suspended|cancell?ed|declined|overdue|closed|"
    r"overdrawn|delinquent|expired|in collections)\b"
    r"|\byou(?:'ve| have| had)? (?:owed?|overdrew|were (?:prescribed|diagnosed|declined|denied|"
    r"sedated|vaccinated|on (?:\w+ )?medication)|told our|informed our|refused (?:the|our|to)|"
    r"declined (?:the|our|to))\b"
)
# What follows a thing when it is told of as over.
DONE: Final = (
    r"was|were|had|ran|came|arrived|took|should(?: not)? have|should've|shouldn't have|did not|"
    r"didn't|got|went|cost|wasn't|weren't|could have|needed|broke|failed|leaked|ended"
)
NARRATED: Final = (
    r"(?:ordered|bought|purchased|rented|returned|exchanged|picked up|had|chose|got|selected|"
    r"brought in|dropped off)(?: (?:a|an|the|your|two|three|some|our))"
)
# Words that tell nothing of one visit: what a reply says to anybody.
GENERAL: Final = frozenset(
    """your our the a an of to in on at and or with from for by as this that it its my their
    visit visits experience experiences stay trip time times evening day days night morning
    afternoon weekend week birthday celebration occasion anniversary holiday vacation event
    feedback review reviews comment comments words word kind note message post rating remark
    remarks concern concerns complaint issue issues problem problems question questions request
    story points point view opinion thought thoughts
    expectation expectations disappointment frustration satisfaction trust comfort patience loyalty
    support business wait waiting feelings feeling health safety privacy convenience enjoyment
    impression impressions stress anger hope hopes sense needs interest inconvenience
    service order orders food meal meals drink drinks dish dishes plate dinner lunch breakfast
    brunch purchase appointment reservation booking session table room item items product products
    package delivery car vehicle dog dogs cat cats pet pets family kids children child son daughter
    husband wife partner friend friends guests group party team self side money value bill
    call calls email emails letter voicemail welcome greeting arrival departure check check-in
    check-out server waiter waitress host hostess barista stylist technician tech therapist
    provider hygienist dentist doctor nurse clinician pharmacist groomer trainer coach instructor
    advisor agent representative manager cashier driver mechanic staff teammate associate
    receptionist
    bad good great poor long rough lovely wonderful terrible frustrating negative positive first
    last recent better best worse worst pleasant unpleasant disappointing difficult hard smooth
    less different lot hand chance reason right full entire whole overall own other same very so
    more much most many few some any all no not such quite rather too really only
    one ones thing things something anything everything nothing way moment minute part place
    location store shop spa clinic restaurant hotel office gym bank practice branch pharmacy
    experienced expected deserved opportunity memory memories mood smile feet back
    plan plans luggage bag bags belongings seat coffee tea house schedule routine commute hair skin
    look style name phone screen device website internet connection coat clothes spot line queue
    home heart mind attention honesty candor help assistance perspective
    """.split()  # noqa: SIM905
)
