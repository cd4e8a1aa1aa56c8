"""Themes of selling: gift cards, returns, warranties, prices, fees, renewals, promotions."""

from __future__ import annotations

from typing import Final

from compliance.gate.themes.theme import Theme

_CARD: Final = (
    "card | certificate | voucher | balance | it | they | them | value | remaining | fund"
)

THEMES: Final = (
    Theme(
        "gift_card_expiry",
        cues="@gift_card & (@expire | validity | valid | expiration | end)",
        says="""
            @gift_card {0,10} @expire
            @expire {0,8} @gift_card
            ~ @expire
        """,
        subject="gift_card",
        anaphors=_CARD,
        shadows=("refund_refused", "points_lost", "fee_added", "free_offer"),
        floor=True,
    ),
    Theme(
        "gift_card_fee",
        cues="""
            @gift_card & (@dormancy_fee | inactivity | dormancy | fee | lose value)
        """,
        says="""
            @gift_card {0,12} (@dormancy_fee | fee | lose {0,3} value)
            (@dormancy_fee | monthly (fee | charge) | fee | charge) {0,10} @gift_card
            ~ @dormancy_fee
            ~ (deduct | take | subtract | charge | lose) {0,6} (every | each | per | a) (month | year)
        """,
        subject="gift_card",
        anaphors=_CARD,
        shadows=("refund_refused", "points_lost", "fee_added", "free_offer"),
    ),
    Theme(
        "gift_card_no_cash",
        cues="@gift_card & @neg & (cash | money)",
        says="""
            ~ @neg {0,8} (@cash_out | cash)
            ~ (cash | money) {0,4} @neg {0,3} (possible | available | option | offer | give | something)
            @gift_card {0,6} only {0,3} (be used | good | redeem | spend) {0,4} (for | toward | on | in)
            ~ only {0,3} be (used | redeem | spend | apply) {0,5} (for | toward | on) {0,4} (purchase | service | merchandise | product)
            ~ (can | may) only be (used | redeem | spend | apply)
            ~ (can't | cannot | unable to) {0,4} (pay | give | hand) {0,6} (cash | balance | difference | remainder)
        """,
        subject="gift_card",
        anaphors=_CARD,
        shadows=("refund_refused", "points_lost", "fee_added", "free_offer"),
    ),
    Theme(
        "as_is",
        cues="as is | without warranty | no warranty | with all faults | implied warranty",
        says="""
            @asis
            (warranty | guarantee) {0,4} (not | never) {0,3} (apply | cover | come | include | offer | exist)
        """,
    ),
    Theme(
        "defective_refused",
        cues="""
            @defective & (@refuse_return | cannot come back | final | refuse* | deny)
        """,
        says="""
            @defective {0,20} @refuse_return
            @refuse_return {0,20} @defective
            ~ @neg {0,3} something {0,3} (cover | fix | replace | help with | take back)
            @defective {0,12} (is | are) (yours | your problem | not {0,3} (our | covered))
            @defective {0,10} @neg {0,4} (cover | fix | replace | our (problem | responsibility))
        """,
        subject="defective",
        shadows=("refund_refused", "store_credit_only"),
    ),
    Theme(
        "refund_refused",
        cues="""
            @neg {0,5} (refund | return | exchange)
            nonrefundable | non refundable | final sale | sale* {0,2} final | no refund*
            (refuse* | deny | denies | limit*) {0,6} (refund | return)
            refund limit*
        """,
        says="""
            @refuse_return
            (keep | retain) {0,2} deposit
            deposit {0,5} (forfeit* | lost | gone | kept)
            (won't | not | can't | never) {0,3} (get | give | hand | send) {0,5} back
        """,
    ),
    Theme(
        "store_credit_only",
        cues="only {0,3} store credit | store credit only | (only | just) {0,4} credit",
        says="""
            @store_credit {0,2} only
            only {0,6} @store_credit
            (exchange | credit) only
        """,
    ),
    Theme(
        "restocking_fee",
        cues="(restocking | return | processing | return-processing) {0,2} (fee | charge | deduction)",
        says="""
            (restock* | return | handling) (fee | charge)
            (minus | less | deduct* | keep | hold back) {0,6} (restock* | handling | # % | $ #) {0,6} (refund | return | back)
            (refund | return | take it back) {0,6} (minus | less) {0,4} (# % | $ # | fee | charge)
        """,
    ),
    Theme(
        "fee_added",
        cues="""
            (price | quote* | total) & (mandatory | required | add* | without | exclude*) & (fee | charge | surcharge)
            (mandatory | required | hidden | junk | undisclosed) {0,3} (fee | charge | surcharge)
            @fee_kind & (later | extra | leave* out | not include* | add* | separate* | disclos*)
        """,
        says="""
            (plus | before | and then | excluding | not including | not counting | exclusive of | on top of | without | in addition to) {0,5} @fee_kind
            (plus | before | excluding | not including | not counting) {0,3} (fee | surcharge | mandatory charge | service charge)
            @fee_kind {0,6} (add | apply | tack on | on top | at checkout | at the register | at the end | extra | separate | later | appear | on the bill | on your bill | come on top)
            (add | tack on | charge | apply) {0,4} @fee_kind
            $ # {0,8} (plus | before) {0,4} (fee | surcharge | service charge | charge)
            # % {0,3} (fee | charge | surcharge) {0,6} (add | apply | checkout | bill | register)
            (fee | surcharge | charge) {0,3} (is | are | get | will be) {0,2} (add | tack* | apply) {0,5} (later | checkout | bill | register | total | separately | end)
            (fee | surcharge) {0,3} (extra | separate | not include)
        """,
    ),
    Theme(
        "card_surcharge",
        cues="surcharge | (credit | debit | bank) card & (fee | percent* | extra | %) | (card | visa) {0,2} (percent* | % | processing) {0,2} (fee | charge | add*)",
        says="""
            (card | visa | mastercard | amex | credit | debit | plastic | swipe) {0,6} (surcharge | fee | add # % | # % more | cost # % | # % extra)
            (add | charge | pay) {0,4} # % {0,8} (card | visa | mastercard | amex | credit | plastic | swipe)
            (pay* | use | use of) {0,3} (card | visa | mastercard | amex | credit | plastic) {0,6} (add | extra | more | # %)
            (# %) {0,3} (card fee | surcharge)
            surcharge {0,6} (card | visa | credit)
        """,
    ),
    Theme(
        "service_charge",
        cues="@service_charge | (service | admin* | event) charge | gratuity",
        says="@service_charge",
        topical=True,
    ),
    Theme(
        "cash_refused",
        cues="cashless | (refuse* | not accept*) {0,3} cash | card only | must accept cash",
        says="@reject_cash",
    ),
    Theme(
        "auto_renewal",
        cues="""
            renew* & (automatic* | membership | subscription | plan)
            auto renewal | free trial | negative option | recurring (charge* | billing) | renewing plan
        """,
        says="@autorenew",
        shadows=("membership_offer", "free_offer"),
    ),
    Theme(
        "membership_offer",
        cues="""
            (offer* | promote* | mention*) {0,6} (membership | subscription | renewing plan)
        """,
        says="""
            (sign* up | join | enroll | try | start | get) {0,6} (membership | subscription | club | trial)
            (membership | subscription | trial) {0,6} (is | cost | for | at) {0,2} $ #
            @autorenew
        """,
    ),
    Theme(
        "hard_to_cancel",
        cues="""
            cancel* & (online | call | phone | obstruct* | hard* | certified | in person | refuse*)
        """,
        says="""
            (need | must | have to | only | require* | got to) {0,6} cancel* {0,8} (call | phone | in person | by mail | certified | letter | visit | come in | retention | written notice)
            cancel* {0,4} (only | require* | mean | take | need | must | have to | through | go through) {0,5} (call | phone | in person | mail | certified | letter | visit | come in | retention | (phone | telephone) (team | line | staff | agent) | written notice)
            to cancel {0,2} (call | phone | come | visit | mail | write | send | stop by | go to)
            (call | phone | visit | come in | mail* | write | letter) {0,6} to cancel
            (can't | cannot | not able to | not possible to | no way to | unable to) {0,4} cancel {0,6} (online | app | website | chat | email | message)
            (only | must | have to | need to) {0,5} (call | phone | come in | in person | mail | write) {0,6} cancel*
        """,
    ),
    Theme(
        "save_offer",
        cues="(retention offer | save (attempt | offer)) | cancel* & (discount | pause | gift | retention)",
        says="""
            before you (go | cancel | leave)
            (what if | how about | would you (stay | consider)) {0,10} (@discount | half | pause | # month free | lower | knock*)
            (stay | keep | change your mind) {0,8} @discount
        """,
    ),
    Theme(
        "packages",
        cues="(prepaid | pre-paid) {0,2} (package | session | plan | visit) | package* | series of | a series",
        says="@package",
        topical=True,
    ),
    Theme(
        "referral_reward",
        cues="(refer* | referral) & (cash | bonus | reward | money | credit | pay*)",
        says="""
            (@referral | bring {0,4} (friend | neighbor | family) | send {0,4} (friend | neighbor) {0,2} our way | tell {0,3} friend) {0,14} @cash_reward
            @cash_reward {0,12} (@referral | (friend | neighbor | coworker | relative | family | buddy | someone you know) {0,5} (join | sign* up | open | become | enroll | buy | book | switch) | per (friend | neighbor | new member))
            (friend | neighbor | coworker | relative | buddy) {0,6} (join | sign* up | open | enroll | switch) {0,8} (you | both) {0,4} (get | earn | receive | pocket) {0,4} @cash_reward
            refer* (bonus | reward | cash | credit | program)
        """,
    ),
    Theme(
        "trade_in",
        cues="trade in",
        says="""
            trade in {0,8} (credit | get | receive | cash | $ | value | program | offer | bonus | allowance)
            (credit | cash | $ # | % off | money) {0,8} (trade in | old {0,3} (gear | tent | phone | device | boot | bike | jacket | appliance | mattress | tv | laptop | car | one))
            (bring | hand | turn | swap) {0,3} (in | over) {0,3} old {0,6} (credit | get | cash | $ | off)
            trade {0,5} (old | used) {0,8} (credit | toward | get | $ | for)
        """,
    ),
    Theme(
        "tax_free",
        absence=True,
        cues="tax & (free | absorb* | pay* | without | no | exempt | cover*)",
        says="@tax_free",
        shadows=("free_offer", "fee_added"),
    ),
    Theme(
        "free_offer",
        cues="""
            (offer* | mention* | promote* | advertise* | give*) {0,6} (free | complimentary | discount*)
            (free | complimentary) {0,3} (or | and) {0,2} discount*
        """,
        says="""
            (@free | @discount) {0,8} (@treatment | exam | consult | consultation | visit | session | service | cleaning | x-ray | screening | evaluation | checkup | class | clean | trial)
            (@treatment | exam | consult | consultation | visit | session | cleaning | x-ray | screening | evaluation | checkup) {0,8} (@free | @discount)
        """,
    ),
    Theme(
        "sweepstakes_purchase",
        cues="(sweepstake* | giveaway | draw* | entry | raffle | prize) & (purchase | buy | enter | entry)",
        says="""
            (spend | purchase | buy | every $ # | order) {0,12} (enter | entry | entries | ticket | chance | draw* | raffle | sweepstake* | giveaway)
            (enter | entry | chance | ticket | raffle | giveaway) {0,10} (with | for) {0,3} (purchase | every | each | order)
        """,
    ),
    Theme(
        "former_price",
        cues="(was | former | original | regular) {0,3} (price | now) | was now",
        says="was $ # {0,4} now\n(regularly | originally | usually | compare at | msrp) {0,3} $ #",
    ),
    Theme(
        "lowest_price",
        cues="(lowest | best | cheapest) {0,2} (price | rate) | beat any price | price never increase*",
        says="""
            (lowest | cheapest | best | unbeatable) {0,2} (price | rate | deal) {0,4} (guarantee* | anywhere | in town | in the (city | state | area | country) | around | on the market)
            (guarantee | promise) {0,4} (lowest | best | cheapest) {0,2} (price | rate)
            (nobody | no one | no (store | competitor | shop)) {0,3} (beat | cheaper | undercut)
            (beat | undercut) {0,2} any {0,3} (price | quote | competitor)
            (price | rate) {0,4} (never | not) {0,3} (go up | increase | rise | change)
            lock* in {0,5} (for life | forever)
        """,
    ),
    Theme(
        "urgency",
        cues="(false | fake | artificial) {0,2} (urgency | scarcity) | pressure | only few left",
        says="only # left\n(today only | act now | last chance | selling out | before it's gone)\n(hurry | won't last)",
    ),
    Theme(
        "price_increase",
        cues="price (increase* | rise | rises | going up)",
        says="(price | rate | fee | dues) {0,5} (go up | increase | rise | raise) {0,4}\n(raise | increase) {0,4} (price | rate | dues)",
    ),
    Theme(
        "superlative",
        cues="(best | superior* | better than | number one | leading | top) & (dentist | doctor | clinic | claim* | provider | agent | lawyer | any | other)",
        says="""
            (best | finest | top | leading | number one | most (trusted | experienced | skilled) | # 1) {0,4} (in (town | the | florida | texas | area | city | state | @us_place) | around | anywhere | dentist | doctor | clinic | surgeon | attorney | vet | agent | team | provider | salon)
            (better | superior | safer) {0,2} than {0,4} (other | any | every | competitor | anyone)
            (second to none | unmatched | unrivaled | world class)
        """,
    ),
)
