"""Abbreviations of American support replies, by what may follow them, and words around them."""

from __future__ import annotations

from typing import Final

from compliance.gate.lexicon import words

# All without their last dot and in lower case.
TITLES: Final = words(
    "mr mrs ms mx dr prof rev fr hon gen sgt cpl lt capt cmdr maj col pres messrs gov sen rep"
)
PLACES: Final = words("st ft mt pt")
# Before what they shorten, or within a sentence by their sense.
NEVER_LAST: Final = words(
    """approx e.g i.e eg ie a.k.a aka vs viz cf ca incl excl resp p.s p.p.s p.o n° nº avg
    asst assoc attn"""
)
# Before a number; otherwise words, or letters, that end a sentence like any other.
BEFORE_NUMBERS: Final = words(
    "no nos p pp ref ext fig vol ch sec art est ste apt rm bldg tel nr ver"
)
# A street, a company, a person: "Inc. We", but "Inc. owns" and "Oak Ave. Bridge".
AT_THE_END: Final = words(
    """etc inc ltd corp co llc llp bros jr sr esq ave blvd rd ln hwy pkwy pl sq dept bldg apt ste
    mfg intl assn dist univ est ext ref tel temp qty misc max min hrs mos yrs wks govt
    jan feb apr jun jul aug sept sep oct nov dec mon tue tues wed thu thur thurs fri mar
    sat sun ctr stat civ subd"""
)
# Words too where written small: "the sun. We", "the cat sat. We".
WORDS_TOO: Final = words("""sat sun mar art ill sec fig no nos miss mass wash ore pa la me del ind
    ark in min max est dist rep ct cal ea ga stat No Art
    Miss APR MAR""")
CLOCK: Final = words("a.m p.m")
UNITS: Final = words(
    """oz lb lbs ft in gal qt pt cm mm km mi yd sq hr hrs min mins sec secs mo mos yr yrs wk wks kg
    g mg ml pkg pc pcs doz ct ea tbsp tsp cu mph cal"""
)
STATES: Final = words(
    """ala ariz ark calif colo conn del fla ga ill ind kan ky la mass md mich minn miss mo mont neb
    nev okla ore pa penn tenn tex va vt wash wis wyo"""
)
# After a time of day they go on: "5 p.m. Monday through Friday", "10 a.m. OK?".
AFTER_CLOCK: Final = words(
    """eastern central mountain pacific alaska hawaii standard daylight local et ct mt pt est edt
    cst cdt mst mdt pst pdt gmt utc monday tuesday wednesday thursday friday saturday sunday mondays
    tuesdays wednesdays thursdays fridays saturdays sundays mon tue tues wed thu thur thurs fri sat
    sun ok okay"""
)
# The same before a number.
MONTHS: Final = words(
    """january february march april may june july august september october november december jan feb
    mar apr jun jul aug sep sept oct nov dec"""
)
# What opens a sentence without a word on what happens: "At 5 a.m. Mr. Lee ...".
BEFORE_CLOCK: Final = words("at by from until till after before around on since between")
# Small words that end sentences though they have no vowel.
WITHOUT_VOWELS: Final = words(
    "hmm mm thx tnx tks pls plz brb tbh nvm smh btw ngl pm tv tvs pdf pdfs sms gps dvd dvds bbq"
)
ORDINALS: Final = words("st nd rd th")
# What a sentence starts with, and hardly a name.
STARTERS: Final = words(
    """i we you he she it they this that these those there here our your my his her its their the a
    all any both each either neither every some most many another anything everything nothing
    something anyone everyone someone if when while as at by for from in on to with after before
    until once since because although unless please thanks thank yes sorry let how what where
    who why which is are was were do does did can could would should must have has just also
    then but and or however otherwise call bring ask text email tap choose contact feel visit
    stop check reply click press enjoy wait keep use update i'm i'll i've i'd we're we'll we've
    we'd you're you'll you've you'd it's it'll they're they'll that's that'll there's here's
    let's what's don't can't won't didn't doesn't isn't aren't hence thus therefore instead
    meanwhile finally next first second lastly unfortunately sadly luckily later today tomorrow
    tonight currently additionally"""
)
# After a noun these say that a sentence has begun: "Ave. Parking is".
VERBS: Final = words(
    """is are was were will can cannot has have had may might must should would could does do did
    isn't aren't won't can't doesn't don't takes take costs cost opens open closes close starts
    start ends end applies apply runs run needs need includes include remains remain"""
)
SUBJECTS: Final = words(
    """i we you he she it they there we're you're they're it's we'll you'll they'll it'll we've
    you've"""
)
# No sentence ends here, so an emoji behind stands for a word: "we 💛 Portland".
NO_LAST_WORDS: Final = words(
    "we i they he she the a an our your my their and or but of for from with to hi hey hello dear"
)
# Names that hold an exclamation mark.
WITH_A_MARK: Final = words("yahoo yum jeopardy kahoot joomla")
# A letter behind one of these is no initial: "at Gate B. Boarding has begun".
LETTERED: Final = words(
    """plan vitamin size gate room option suite unit lot level row grade group type exit terminal
    section hall form part class bay aisle zone tier line track door building block schedule"""
)
# Everything that is looked up; any other word with a vowel ends a sentence.
SHORT: Final = frozenset().union(
    TITLES, PLACES, NEVER_LAST, BEFORE_NUMBERS, AT_THE_END, CLOCK, UNITS, STATES
)
