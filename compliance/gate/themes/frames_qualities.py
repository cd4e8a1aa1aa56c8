"""Frames of how things and people are: unbreakable, still good to eat, needless, someone's title."""

from __future__ import annotations

from typing import Final

from compliance.gate.themes.theme import frame

FRAMES: Final = (
    frame(
        "indestructible",
        whole=True,
        cues="""
            (never | cannot | can't | not) {0,2} (stain | tip | fade | wear | break | scratch | leak | rust | crack | shrink | tear | dent | chip)
            (stain | scratch | water | kid | child | tip | wear | fade | leak) proof
        """,
        says="""
            ~ (whatever | anything | no matter what) {0,5} (wipe | rinse | roll | bead | brush | wash | come) {0,1} (right | straight | off | out)
            ~ (wipe | rinse | roll | brush | come) {0,1} (right | straight) (off | out | up)
            ~ (throw | spill | drop | pour | climb | jump | hang) {0,8} (not (see | find | leave | get | notice | budge | move | mark) | like new | brand new | no problem | look new)
            ~ (nothing | none of it | not a thing) {0,3} (stick | leave | hurt | mark | get through | touch | harm | show)
            ~ (shrug | laugh) {0,1} off
            ~ no matter what {0,8} (look | stay | be | hold)
            ~ not {0,2} (see | find | leave) {0,2} (mark | trace | spot | scratch | stain)
            ~ (rock solid | bulletproof | bombproof | built like a tank | take anything | not budge | go nowhere)
            ~ (let | have) {0,2} (kid | dog | child | they | it | he | she | toddler | cat | baby) {0,1} (climb | jump | hang | swing | scratch | spill | pull)
        """,
    ),
    frame(
        "still_edible",
        whole=True,
        cues="(safe | fine | good | ok) {0,2} to {0,2} (eat | drink | serve | consume)",
        says="""
            ~ (warm | heat | cook | boil | reheat) {0,4} and {0,3} (enjoy | eat | serve | dig)
            ~ be {0,1} (still | all | perfectly) {0,1} (good | fine | all right | alright | okay | ok | edible)
            ~ still {0,1} (good | fine | fresh | edible | okay)
            ~ (go ahead | dig in | eat up | enjoy) {0,3} (eat | dig | enjoy | it | in)
            ~ if it {0,1} (smell | look | taste) {0,2} (good | fine | right | ok | okay)
            ~ (not | never) {0,2} (do | cause | be) {0,1} (harm | hurt | problem | damage)
            ~ (no need | not need | not have) {0,1} to {0,1} (throw | toss | bin | waste)
            ~ (cut | scrape | trim | pick) {0,4} off
            ~ (not hurt | not kill | not harm) {0,1} (you | anyone | anybody)
            ~ (i have | i eat) it {0,3} (lunch | dinner | myself)
            ~ (date | label) {0,5} (only | just) {0,2} (guide | suggestion | guideline)
        """,
    ),
    frame(
        "needless",
        whole=True,
        cues="optional | unnecessary | voluntary | (can | may) {0,2} skip* | not {0,2} (need | required | necessary)",
        says="""
            ~ be {0,2} (your call | your choice | your decision | up to you)
            ~ (would not | not | never) {0,1} bother
            ~ (do | get by | go | live) {0,1} without
            ~ pass on (it | that | this | one)
            ~ only if you {0,2} (feel | want | like | care)
            ~ not {0,1} (must | requirement | big deal)
            ~ (leave | drop) {0,3} out
            ~ (no need | not need | not have to) {0,3} (it | that | one | worry | bother)
            ~ (take | leave) it or leave it
            ~ (waste of (money | time) | no point | pointless | overkill)
        """,
    ),
    frame(
        "reveals_guest",
        whole=True,
        cues="""
            (whether | who | where) {0,6} (guest | patient | member | client | resident | customer | tenant | stay* | staying)
            (give* | tell* | reveal*) {0,4} room
        """,
        says="""
            (yes | she | he | they | mr | ms | mrs | we have) {0,3} (check in | check* in | arrive | arrived | be here | stay with us | with us | book | left | leave) {0,4} (this | last | on | yesterday | today | until | with us | monday | tuesday | wednesday | thursday | friday | saturday | sunday | night | morning)
            (she | he | they | mr | ms | mrs) {0,3} be {0,2} (in | on) {0,2} (room | suite | # | floor)
            (her | his | their | guest) room {0,1} be {0,2} #
            (be | check) {0,2} (with us | in with us) {0,6} (floor | room | #)
        """,
    ),
    frame(
        "unchecked",
        cues="without {0,3} (check* | ask* | show* | see*) {0,3} (id | identification | age | ids)",
        whole=True,
        says="""
            (leave | set | drop | put) {0,3} (porch | door | doorstep | step | neighbor | lobby | garage)
            (no one | nobody | not) {0,2} (have to | need to) {0,2} (be home | be there | show | sign | be in)
            (neighbor | kid | son | daughter | roommate | anyone | whoever) {0,4} (take | sign | accept | collect | pick) {0,2} (it | in | for)
            (driver | we | staff | cashier | courier) {0,2} (not | never) {0,1} (ask | check | card | look)
            (nobody | no one) {0,2} (show | ask | check)
            contactless | hands-free | no contact
        """,
    ),
    frame(
        "score_rises",
        whole=True,
        cues="credit score | (repair* | raise* | fix* | improve*) {0,4} credit",
        says="""
            ~ (in | into | above | over) {0,1} # s
            ~ (score | number | rating | credit | it) {0,4} (climb | go up | jump | soar | rise | shoot | higher | boost | grow)
            ~ (push | lift | raise | bump | boost | nudge | bring | move) {0,3} (score | number | rating | credit | it) {0,3} (up | higher)?
            ~ (wipe | clean) {0,2} (slate | record)
            ~ (lender | bank) {0,2} (love | line up | fight)
            ~ (good | great | excellent | better) (credit | score) {0,3} (in | by | within | after) {0,3}
        """.replace("?", ""),
    ),
    frame(
        "unlimited_sale",
        whole=True,
        cues="no {0,1} (limit | cap | maximum) | unlimited | any (amount | quantity)",
        says="""
            ~ as (many | much) {0,4} as {0,3} (want | like | carry | fit | hold | please | need | can | afford)
            ~ (grab | take | buy | load) {0,2} (whatever | all | everything | whole)
            ~ (clear | empty | fill | clean out) {0,2} (shelf | truck | trunk | cart | store | car | boot)
            ~ (no | not any) {0,1} (limit | cap | ceiling | maximum)
            ~ (not | nobody | never) {0,2} (count | stop | limit | cap)
            ~ sky {0,1} be {0,1} limit | go wild | stock up all
        """,
    ),
)
