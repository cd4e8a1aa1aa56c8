"""Concepts for what a reply says of things: that they end, cost nothing, are certain, are denied."""

from __future__ import annotations

from typing import Final

CONCEPTS: Final = {
    "neg": (
        "not | no | never | without | unable | neither | nor | none | nothing | decline | refuse |"
        "ineligible"
    ),
    "expire": (
        "expire | expiry | expiration | expiry date | lapse | run out | no longer (valid | good | work |"
        "usable | honored | accept | active | redeemable) | worthless | become (void | invalid) | void | invalid after | forfeit |"
        "lose {0,3} (value | worth | money | balance | fund) | (stop | quit) work | dead after | "
        "use by | use it by | use it or lose it | (valid | good | usable | redeemable | active | last |"
        "work | honored | accept) {0,2} (for | until | through | within | up to) {0,4} (# | a | one |"
        "month | year | the end | january | february | march | april | may | june | july | august |"
        "september | october | november | december) | (last | keep) {0,3} # {0,1} (month | year | week |"
        "day) | end date | shelf life | time out | (must | have to | need to) be (used | spend |"
        "redeem) (within | by | before) | only good for | deactivate | disappear | vanish |"
        "(return | revert | go | pass | fall) {0,1} to {0,2} (house | company | us | store | business) |"
        "revert to | (balance | value |"
        "credit | fund | money) {0,3} (go | wipe | zero | evaporate | drop off | drop to zero | cancel |"
        "reset) | go stale | gone after | (past | after | beyond) (that | the | its | this | expiry) "
        "(date | deadline | point) | date {0,3} (print | stamp | on) {0,2} (back |"
        "front | reverse | card) | # (day | week | month | year) {0,2} to (use | spend | redeem) | (use | spend |"
        "redeem) {0,5} (within | before | by) {0,3} (# | one | a | january | february | march | april |"
        "june | july | august | september | october | november | december | year | the end)"
    ),
    "dormancy_fee": (
        "(dormancy | inactivity | maintenance | unused | idle | inactive | dormant) {0,3} (fee | charge |"
        "deduction | cost) | (fee | charge | deduct* | take | lose | subtract*) {0,8} (inactive | dormant |"
        "unused | idle | inactivity | not used | sit) | (monthly | annual | per month | every month) {0,3}"
        "(fee | charge | deduction) | (balance | value) {0,4} (shrink | decrease | drop | go down | dwindle) |"
        "(sit | idle | unused) {0,8} (fee | charge | deduct* | lose | shrink)"
    ),
    "cash_out": (
        "(redeem | redeemable | exchange | exchangeable | convert | convertible | turn | trade | swap |"
        "give | pay | get | hand | take | cash | refund | return | receive) {0,8} (cash | money) |"
        "cash out | cash value | cash back | paid out | cash (it | them | the rest | the balance) |"
        "cashed (out | in) | cash in {0,1} (the | this | your) | turn {0,4} into (cash | money | dollar)"
    ),
    "free": (
        "free! | complimentary | (compliments | courtesy) of | with {0,3} compliments | on us | on the house | on our tab | no charge | no cost | gratis | (as a | our | a) (gift | present | thank-you) {0,2} (to | for | from) | at no (charge | cost) |"
        "without charge | free of charge | (our | my | us) treat | treat is ours | comp | for nothing | free of (cost | any charge) | at our expense | without {0,2} (pay | fee | cost) | zero dollars | not {0,2} (bill | invoice) | costs {0,2} (zero | nil | nothing) | no strings | won't cost {0,2} | will not cost |"
        "# cost | zero cost | not pay {0,1} (a (cent | dime | penny) | anything) | waive | costs nothing |"
        "freebie | we (cover | pick up) {0,3} (cost | tab | fee | check) | not charge | bogo | "
        "give away | giveaway | throw in | free-of-charge"
    ),
    "discount": (
        "discount | # % off | $ # off | half price | half off | half-price | % off | percent off | reduced |"
        "reduced price | special price | deal | cheaper | save {0,3} (# | $ | %) | markdown | marked down |"
        "bogo | two for one | # for # | # for the price of | sale price | introductory (price | rate) |"
        "price cut | promo | promotional (price | rate) | off the (price | regular | usual) |"
        "happy hour | a fifth off | a quarter off | a third off | lower price"
    ),
    "guarantee": (
        "guarantee | guaranteed | promise | assure | assured | certain | certainly will | sure thing |"
        "surely | definite | definitely will | # % (sure | certain | guaranteed | success*) | no doubt |"
        "without (fail | exception | a doubt) | money-back | every time | everyone | everybody |"
        "always (work | succeed | deliver) | can't (fail | miss | go wrong) | cannot (fail | miss |"
        "go wrong) | lock | never fail | foolproof | fail-safe | you will (definitely | certainly | surely |"
        "absolutely) | bound to | slam dunk | ironclad | rest assured | in the bag | good as done |"
        "bank on it | count on it | warrant"
    ),
    "absolute": (
        "@guarantee | never | always | nothing | everything | zero | every single | # % | no way |"
        "not {0,1} (ever | once | single) | without {0,1} (a | single) | win | sure to | forever | for life"
    ),
    "result": (
        "result | outcome | improvement | success | difference | change | transformation | satisfaction |"
        "weight loss | clear skin | perfect {0,2} (skin | smile | body) | work for (everyone | everybody | all)"
    ),
    "painless": (
        "painless | pain-free | pain free | (not | never | won't | doesn't) {0,3} (hurt | feel {0,3} (thing |"
        "pain | anything)) | (no | zero | without) {0,1} (pain | discomfort | sting) | feel nothing |"
        "not feel a thing | nothing to feel | free of (pain | discomfort) | comfortable for everyone"
    ),
    "riskless": (
        "risk-free | risk free | (no | zero | without | free of | not have | not any) {0,2} (risk |"
        "side effect | downtime | recovery | complication | danger | scar | scarring | reaction | aftereffect |"
        "swelling | bruising | redness) | (# % | completely | totally | perfectly | absolutely | entirely)"
        "{0,1} (safe | harmless) | safe for (everyone | everybody | all) | nothing (can | could) go wrong |"
        "no (one | body) {0,4} (side effect | reaction) | back to {0,4} (right away | immediately | same day |"
        "the same day | straight away | within the hour | that afternoon | normal life) | sideeffect-free |"
        "side effect-free | zero-downtime | harmless | risk {0,2} zero | (side effect | downtime | risk) {0,3}"
        "(nil | none | zero | nonexistent)"
    ),
    "permanent": (
        "permanent | permanently | forever | for good | for life | lifelong | lifetime | for ever |"
        "never (again | come back | return | grow | need | have to | shave | wax) | once and for all |"
        "gone for good | not (come | grow) back | everlasting | eternal | last {0,1} (lifetime | forever) |"
        "the rest of your life | irreversible"
    ),
    "approve": (
        "approve | approval | accepted | pre-approved | preapproved | qualify | say yes | get the loan |"
        "get {0,3} (loan | financing | credit) | green light | greenlight | ok'd | funded"
    ),
    "instant": (
        "instant | instantly | on the spot | immediate | immediately | within minutes | in minutes |"
        "in # minute | in seconds | right away | same-day | automatic | automatically | no waiting |"
        "no questions asked | at once"
    ),
    "asis": (
        "as is | as-is | with all faults | all faults | (no | without | not {0,4} | not come with | carry no)"
        "{0,3} (warranty | warranties | guarantee) | sold (final | as seen) | buyer beware | where is |"
        "at your own risk | what you see is what you get | once it's out the door | warranty {0,4} (not |"
        "void | exclude | disclaim) | in (current | present | its current) condition"
    ),
    "defective": (
        "defective | defect | broken | faulty | fault | broke | cracked | damaged | malfunction* | flaw |"
        "not work | stop work | dead on arrival"
    ),
    "refuse_return": (
        "@neg {0,4} (refund | return | exchange | come back | go back | bring back | take {0,2} back |"
        "reimburse | money back) | nonrefundable |"
        "non-refundable | non refundable | final sale | sale {0,2} final | sales are final | no refund |"
        "(refund | return | exchange | money) {0,4} (not | never) {0,3} (possible | available | offer |"
        "accept | allow | give | back) | not {0,3} (return | refund | exchange | cover | take back) |"
        "(can't | cannot | won't | not able to) be (return | refund | exchange | give back) |"
        "yours to keep | keep (it | them) | not eligible for {0,2} (refund | return | exchange) |"
        "not something {0,2} (cover | fix | replace | take back | refund) | stuck with"
    ),
    "autorenew": (
        "auto-renew* | auto renew* | autorenew* | (renew | rebill | re-bill | continue | roll over | bill |"
        "charge | extend | repeat | recur) {0,0} (every | each) (month | year | quarter | week) | (renew |"
        "rebill | continue | roll over | bill | charge | extend | repeat | recur) {0,4} (automatic | automatically | itself | by itself |"
        "on its own | by default | unless you cancel | until you cancel | without {0,3} (action | lifting a finger)) | (automatic |"
        "automatically | recurring | rolling | evergreen) {0,3} (renew | renewal | renews | bill | billing |"
        "payment | charge | membership | subscription | plan) | free trial | trial {0,6} (become | turn | "
        "convert | roll | switch | then | paid | start) | (after | when) {0,3} trial {0,6} (charge | bill |"
        "pay | $) | keep* going {0,4} (until | unless) | auto-ship* | autoship* | roll {0,2} into {0,2} paid |"
        "first (month | week | # day) free | month to month until | try {0,5} free for | monthly unless"
    ),
    "approved_by": (
        "approve | approved | endorse | endorsed | certified | recommended by | backed by |"
        "sanctioned | licensed by | authorised | authorized | okayed | green-lit | blessing | seal of approval"
    ),
    "detox": (
        "detox* | (flush | cleanse | purge | draw | drain | sweat | remove | release | pull | clear | rid |"
        "eliminate | carry | push | purify | wash | expel) {0,5} (toxin | impurity | impurities | poison |"
        "heavy metal | pollutant | metabolic waste | waste) | (cleanse | purify | flush | clean out | reset)"
        "{0,3} (liver | kidney | lymph* | blood | colon | organ | system | gut | body) | toxin {0,4} (out |"
        "away | leave | release | gone) | toxin-free body | rid {0,3} of toxin"
    ),
    "tax_free": (
        "tax-free | tax free | free of tax | free of sales tax | no {0,1} tax | without {0,2} tax | "
        "not (pay | charge | add | owe | collect) {0,3} tax | (we | store | us | house | company) {0,3} (pay |"
        "cover | absorb | eat | take care of | pick up | handle | swallow) {0,3} tax | tax {0,3} (on us |"
        "is on the house | is covered | waived | our treat) | zero tax | tax holiday | untaxed | tax-exempt |"
        "(skip | save | dodge | avoid | waive | knock off | take off | drop | forget) {0,3} tax |"
        "tax {0,2} (not | never) {0,2} (apply | add | charge | due)"
    ),
    "insured_unlimited": (
        "insured {0,3} (without limit | no limit | unlimited | in full | to any amount | no cap | without cap |"
        "any amount | every (cent | penny | dollar)) | unlimited {0,3} (insurance | coverage | protection) |"
        "(no | without) {0,2} (limit | cap | ceiling | maximum) {0,6} (insur* | cover* | protect*) |"
        "(insur* | cover* | protect* | guarantee*) {0,8} (without | no) {0,2} (limit | cap | ceiling | maximum) |"
        "fully insured | insured in full | (every | each) {0,3} (penny | dollar | cent) {0,8} (insur* | protect*"
        "| cover* | guarantee* | backed) | however (much | large) {0,8} (insur* | protect* | cover*) |"
        "(insur* | protect* | cover*) {0,4} however (much | large | big) | regardless of {0,2} (amount | balance)"
        "| # % {0,2} (insured | protected) | (no | without) {0,1} (limit | cap) {0,4} (insurance | coverage)"
    ),
    "state_backed": (
        "state-insured | state-backed | state-guaranteed | (insur* | back* | guarantee* | protect* | cover* | stand* behind |"
        "underwritten | secure*) {0,3} by {0,1} (state | commonwealth | government of | treasury | taxpayer |"
        "legislature | governor) | (state | commonwealth) {0,5} (insures | backs | guarantees | insure | back |"
        "guarantee | stands behind | stand behind | protects) | state {0,3} (insurance | guarantee | backing |"
        "protection)"
    ),
    "credit_ignored": (
        "(no | without | skip | not run | not do | not pull | not need | zero | never run | not require) {0,3}"
        "(credit (check | review | pull | report | history | score | inquiry)) | (bad | poor | any | damaged | low |"
        "no | terrible | rough | bruised) {0,1} credit {0,4} (fine | ok | okay | welcome | accept | no problem |"
        "not a problem | not an issue | no issue | not matter | approved | all right | alright) | credit {0,4}"
        "(not | never) {0,3} (matter | count | factor | look | consider | check | affect | a problem | an issue |"
        "important) | regardless of {0,3} credit | whatever {0,2} credit | (no matter | however) {0,4} credit |"
        "(not | never) {0,2} (look at | check | consider | care about | pull | run | ask about | review) {0,3}"
        "(credit | score) | all credit (type | score | level) | credit (blind | irrelevant) | any credit score"
    ),
    "reject_cash": (
        "cashless | card only | cards only | (no | not (accept | take)) {0,3} cash | contactless only |"
        "card or phone only | (fully | all | go) {0,2} (digital | electronic | contactless) | (stopped | quit) (taking | accept) cash | only (accept | take)"
        "{0,3} (card | app | phone | contactless | digital) | (bring | need) {0,6} (card | phone) to pay |"
        "no longer (accept | take) cash"
    ),
    "service_charge": (
        "service charge | service fee | automatic gratuity | auto-grat* | autograt* | (gratuity | tip) {0,5}"
        "(include | added | automatic | automatically | built in | build in | add | cover | apply | taken care of) |"
        "(include | add | automatic | built-in | mandatory | apply) {0,4} (gratuity | tip | service charge) |"
        "# % {0,4} (gratuity | service | tip) | no need to tip | tipping is not | admin fee"
    ),
    "package": (
        "package | prepaid | pre-paid | series | multi-visit | multi-session | punch card |"
        "(pack | set | bundle | block) of # | # pack | # (session | visit | class | treatment | pack | wash)|"
        "session (remaining | left) | unused (session | visit | class) | class pass | class pack | multipack"
    ),
    "admission": (
        "(our | the) {0,4} (fault | mistake) | that's on us | that is on us | our fault | we (are | were) {0,2}"
        "(responsible | liable | to blame | at fault | negligent) | (accept | take | admit | assume | own) {0,4}"
        "(responsibility | liability | blame | fault) | we caused | our negligence | we messed up | we undercooked |"
        "should never have been served | blame us | on our shoulders"
    ),
    "made_ill": (
        "(make | get | made | got | leave | give) {0,4} (sick | ill | poison* | unwell | queasy) | food poison* |"
        "gave you {0,3} (poisoning | salmonella | illness | bug) | caused {0,4} (illness | sickness | symptom |"
        "reaction | it) | (chicken | food | meal | shrimp | oyster | sauce | dish | order | kitchen | fish | meat)"
        "{0,4} (was | were | be) {0,2} (bad | contaminated | undercooked | spoiled | off | tainted | rancid) |"
        "(sick | ill) {0,3} (from | because of) {0,2} (our | food) | upset your stomach | came from our"
    ),
    "pay_medical": (
        "(pay | cover | reimburse | take care of | handle | settle | foot) {0,6} (medical | doctor | clinic |"
        "hospital | er | ambulance | vet | urgent care | health) {0,2} (bill | cost | expense | visit | fee)|"
        "(pay | cover | reimburse | foot | settle | take care of) {0,4} (bill | expenses | copay) |"
        "(bill | expense | cost) {0,5} (we will | we'll | on us) {0,2} (pay | cover | reimburse | settle)|"
        "send {0,5} bill {0,5} (pay | cover | reimburse | take care | it's on us) | compensate {0,3} (medical |"
        "injury | illness)"
    ),
}
