"""Concepts for rules of the operator's own: what most trades have to watch, in many phrasings.

No claim is read with these lists; they only serve detectors that name them.
"""

from __future__ import annotations

from typing import Final

STARTERS: Final = {
    "cure": (
        "cure | curative | heal | remedy | restore {0,2} health | make {0,4} (better | well again | go away | disappear | vanish) |"
        "get rid of | rid {0,2} of | put an end to | say goodbye to | clear up | clear {0,3} right up | reverse | eliminate |"
        "wipe out | knock out | banish | no longer (suffer | need {0,3} medication) | work wonder (for | on) |"
        "(gone | vanished | better) (after | within | in) {0,3} (# | one | a) (session | visit | treatment | day | week) |"
        "free of {0,1} @medical_condition | treat* {0,4} @medical_condition | relie* {0,4} @medical_condition |"
        "(ease | soothe | reduce | prevent | fight | combat) {0,4} @medical_condition | good for {0,3} @medical_condition |"
        "(never | not) {0,3} @medical_condition again"
    ),
    "approval": (
        "approved | pre-approved | preapproved | approval | green light | greenlight | say yes | get a yes |"
        "(credit | application | loan | request | card) {0,5} (accept | approve | granted | go through | come through) |"
        "(sure | certain | bound | guarantee*) {0,3} (qualify | be accepted | be approved | get {0,3} (loan | credit | card)) |"
        "(everyone | everybody | anyone | all applicants) {0,3} (qualify | is approved | is accepted | get {0,2} approved) |"
        "you {0,3} qualify | you're in | (no one | nobody) {0,2} (turned down | declined | refused | rejected) |"
        "(not | never) {0,2} (turn | turned) {0,2} down | already {0,2} (qualified | cleared) | @credit_ignored"
    ),
    "deposit_insurance": (
        "fdic | ncua | federal deposit insurance | share insurance fund | deposit insurance | insured deposit |"
        "(deposit | saving | balance | account | money | fund | cent | dollar | penny) {0,6} (insured | fully covered | protected | backed | guaranteed) |"
        "(insured | protected | backed | guaranteed | covered) {0,3} by {0,3} (government | fdic | ncua | state | treasury | federal*) |"
        "(insure | protect | cover | guarantee) {0,5} (deposit | saving | balance | money | account) |"
        "@insured_unlimited | @state_backed | (not | never | cannot) {0,2} lose {0,3} (money | cent | penny | deposit | saving) |"
        "(safe | secure) {0,3} (even if | whatever happens to | no matter what happens to) {0,3} (bank | credit union)"
    ),
    "expiry": (
        "@expire | good (through | until | till) | use-by | best before | last day to | deadline | ends {0,2} (on | at | in | this) |"
        "(offer | deal | code | voucher | coupon | credit | card | point) {0,5} (end | lapse | die | stop | run out | time out | is over) |"
        "while {0,2} last | time is running out | limited time | before (it | they) {0,2} (gone | end | expire) | not valid after"
    ),
    "refusal": (
        "(cannot | can't | could not | won't | will not | unable to | not able to | not going to | not possible to | not allowed to |"
        "decline to | refuse to | no way to) {0,3} (help | do | offer | give | make | accept | take | grant | honor | honour |"
        "process | provide | issue | arrange | accommodate | serve | sell | agree | approve | allow | refund | change | extend | waive | fulfil | fulfill) |"
        "not (something | a thing) {0,2} (we | i) {0,1} (do | offer | can) | against (our | the) policy | policy {0,3} not allow |"
        "(have to | must) (decline | refuse | say no | turn {0,3} down) | turn {0,3} down | out of the question | "
        "(regret | sorry | afraid) {0,5} (cannot | can't | not | unable | no) | nothing {0,3} (can | could) do |"
        "not an option | not (permitted | authorised | authorized) | our hands are tied | no exception | @refuse_return"
    ),
    "admission_of_fault": (
        "@admission | (our | my | the store's | the team's | staff) {0,2} (fault | mistake | error | negligence | oversight | failure | blame | doing | slip | blunder) |"
        "(we | i | staff | team | technician | driver | kitchen) {0,3} (mess up | messed up | screw up | screwed up | slip up | slipped up | drop the ball | dropped the ball | got it wrong | were wrong | was wrong | are wrong | failed you | fail you | let you down | caused | botched | blew it) |"
        "(we | i) {0,2} (are | am | were | was) {0,2} (to blame | at fault | responsible | liable | negligent | careless) |"
        "(take | accept | assume | admit | acknowledge | own) {0,2} [full | complete | all | the] {0,2} (responsibility | liability | blame | fault | guilt | negligence)"
    ),
    "investment_advice": (
        "(should | ought to | would | recommend | suggest | advise | best to | better to | wise to | time to | tell you to) {0,5}"
        "(buy | sell | hold | invest | move | shift | put | switch | roll over | convert) {0,8} @investment |"
        "(good | great | smart | safe | solid | best | wise | sound) {0,2} [time to | moment to] {0,2} (investment | invest | buy {0,3} (stock | fund | gold | crypto | bond | share)) |"
        "(put | park | move | invest) {0,4} (saving | money | fund | nest egg | retirement | cash) {0,3} (in | into) {0,4} @investment |"
        "(will | going to | bound to | sure to) {0,3} (go up | rise | double | outperform | beat the market | grow | pay off) |"
        "(guaranteed | risk-free | riskless | sure) {0,2} (return | yield | profit | gain | growth) | beat* the market | cannot lose | can't lose |"
        "(sell | buy) (now | today | before) | diversify your | rebalance your | your portfolio should"
    ),
    "allergen_free": (
        "@allergen {0,1} free | free (of | from) {0,3} @allergen | (no | without | zero | not any) {0,2} [trace of | trace] {0,2} @allergen |"
        "(not | never) {0,2} (contain | include | use | have) {0,3} @allergen | safe for {0,6} @allergy | safe (with | for) {0,3} @allergen |"
        "(allergy | allergen) {0,1} (friendly | safe | free) | no cross {0,1} (contact | contamination) | hypoallergenic | celiac {0,1} safe"
    ),
}
