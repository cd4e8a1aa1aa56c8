"""Themes of banking, lending, investing and insurance."""

from __future__ import annotations

from typing import Final

from compliance.gate.themes.theme import Theme

THEMES: Final = (
    Theme(
        "no_credit_check",
        cues="""
            @credit_ignored
            (no | without) {0,2} credit check | credit {0,3} not {0,2} matter
        """,
        says="@credit_ignored",
    ),
    Theme(
        "sure_approval",
        cues="(guarantee* | instant | sure | certain | promise*) & (approval | approve* | acceptance | (credit | fico) score)",
        says="""
            (@guarantee | @instant | pre) {0,5} (@approve | yes)
            (yes | approval | decision | answer) {0,3} @instant
            (approval | acceptance | loan | application | financing | mortgage | credit) {0,6} (@guarantee | @instant | in {0,3} (minute | second | hour) | on the spot | a given | a formality | certain | automatic | locked)
            (you are | you're | you have been | already | consider yourself) {0,2} (approve* | accept* | pre-approve*)
            (everyone | everybody | anyone | all applicant | nobody | no one) {0,5} (approve* | qualif* | get {0,2} (yes | loan) | turned (down | away) | denied | rejected)
            (approve* | approval | accept*) {0,4} (for (everyone | everybody | anyone | all) | no matter)
            (never | not | won't) {0,3} (turn | reject | deny | decline) {0,4} (down | no | away | you | anyone | application | applicant)
            (never | not) {0,3} say no
            will {0,3} (get | be) {0,2} (approve* | the loan | accepted)
            approval {0,6} (take | only | under | within) {0,3} (minute | second | # minute)
            (raise | boost | fix | repair | improve) {0,4} (credit score | score) {0,5} (point | guarantee* | fast | overnight)
        """,
    ),
    Theme(
        "sure_return",
        cues="(guarantee* | promise* | certain | assure* | promissory) & (return* | profit* | yield* | performance | growth | income | gain*)",
        says="""
            (@guarantee) {0,6} (return | profit | yield | growth | gain | income | payout | interest)
            (return | profit | yield | growth | gain | investment | fund | portfolio) {0,6} (@guarantee | safe bet | no risk | risk-free | always | never (lose | drop | fall))
            (can't | cannot | never | won't | not) {0,2} lose {0,4} (money | cent | principal | penny | dime | investment | dollar)
            (will | be) {0,4} (earn | make | return | grow | double | gain | beat | yield) {0,4} (# % | at least # | money | a year)
            (safe | sure) (bet | thing | investment)
            double your {0,3} (money | investment | saving)
            (money | investment | saving | account) {0,3} (double | triple)
            (past | last year) {0,10} (same again | repeat | again this year)
        """,
    ),
    Theme(
        "deposit_insurance",
        cues="(insured | insurance | backed | guarantee*) & (deposit* | state | limit | saving* | fdic | ncua | balance)",
        says="""
            @insured_unlimited
            @state_backed
            ~ @state_backed
        """,
    ),
    Theme(
        "false_fdic",
        cues="(fdic | ncua) {0,4} (cover* | insured) & (wallet | crypto | gift | nonbank | non deposit)",
        shadows=("deposit_insurance",),
        says="(wallet | crypto | gift card | investment | annuity | stock | app balance) {0,8} (fdic | ncua | insured)",
    ),
    Theme(
        "personal_advice",
        cues="""
            (investment | tax | legal | financial | estate | immigration | coverage) {0,3} advice
            (investment | tax | legal) {0,4} advice
            advice {0,6} (investment | tax | legal)
        """,
        says="""
            (should | ought to | would | had better | recommend* | suggest* | advise | best to | wise to | smart to | consider) {0,6} (put* | invest* | move* | buy* | sell* | roll* | shift* | place* | park* | transfer* | convert* | cash*) {0,8} (@investment | saving | money | nest egg | all of)
            (put | move | invest | roll | shift | park | transfer) {0,2} (your | all | half | the | that | most) {0,5} {0,4} (into | in | to) {0,5} @investment
            (@investment) {0,5} (be | look) {0,3} (your best | the best | best | smart | safer | right) {0,3} (move | choice | bet | option | place | investment)
            (you | can | may | should | could | will be able to) {0,4} @deduction
            (tax deductible | tax-deductible | write {0,3} off | deduct {0,4} (interest | mileage | cost | donation | premium | on your))
            (claim | list | report) {0,4} (as a deduction | dependent | on your (tax return | return | taxes) | on schedule)
            (should | could | can | would | ought to | recommend*) {0,4} (sue | take {0,3} to court | file {0,3} (suit | lawsuit | bankruptcy) | press charge | countersue | break {0,3} lease | stop paying | plead)
            (you have | you've got) {0,3} (strong | good | solid | clear | winning) {0,2} (case | claim) {0,3}
            (legally | by law) {0,3} (you are | you're | they | he | she | landlord | employer | you can | you do) {0,5} (owe | entitled | liable | have to | must | can't | cannot | break)
            (file | filing) {0,4} (jointly | separately | chapter # | an extension | bankruptcy)
            you will owe {0,4} tax
        """,
    ),
    Theme(
        "apr_quoted",
        cues="apr | apy | interest rate | (loan | deposit | finance | mortgage | annual) {0,3} rate | rate {0,3} quote*",
        says="""
            # % {0,3} (apr | apy | annual percentage | interest | rate)
            (apr | apy | annual percentage (rate | yield) | interest rate | rate | yield) {0,10} # %
            (loan | mortgage | certificate | saving | cd | financing | refinance | line of credit | account) {0,8} (start* | begin | from | at | as low as | earn | pay | run) {0,3} # %
            (earn | pay | earning) {0,3} # % {0,4} (interest | on | a year | annual*)
            (apr | apy) {0,6} #
            # {0,2} (apr | apy)
            # % {0,8} (loan | mortgage | certificate | saving | financing | cd | refinance)
        """,
        topical=True,
    ),
    Theme(
        "payment_terms",
        cues="(payment amount | monthly payment | down payment | number of payments | finance charge)",
        says="""
            $ # {0,2} (a | per | each | every) (month | week) | $ # monthly | # {0,3} payment {0,2} of $ #
            $ # down | no money down | zero down
        """,
    ),
    Theme(
        "no_interest",
        absence=True,
        cues="no interest | interest free | zero {0,2} (interest | financing | apr)",
        says="(no | zero | 0 % | # %) {0,1} interest | interest-free | # % (apr | financing) | same as cash",
        topical=True,
    ),
    Theme(
        "overdraft",
        cues="overdraft | overdrawn | nsf",
        says="overdraft | overdraw | overdrawn | nsf | insufficient fund | courtesy pay | (negative | below zero) balance",
        topical=True,
    ),
    Theme(
        "free_account",
        cues="(account | checking) & (free | no cost)",
        says="(account | checking) {0,8} @free\n@free {0,4} (account | checking)",
    ),
    Theme(
        "deposit_products",
        cues="(promote* | mention* | offer*) {0,4} (deposit product* | saving* account | certificate*)",
        says="(open | start) {0,4} (saving | checking | certificate | money market | account | cd)",
    ),
    Theme(
        "nondeposit_products",
        cues="(discuss* | mention*) {0,4} (investment* | annuit* | crypto)",
        says="annuity | annuities | mutual fund | crypto | brokerage | life insurance | etf",
        topical=True,
    ),
    Theme(
        "coverage_promise",
        cues="(coverage | claim | covered) & (promise* | guarantee* | pay* | denied)",
        says="""
            (you are | you're | you will be | that is | it is | that's | it's | loss is | damage is | everything is) {0,2} {0,2} (cover | insured)
            (claim) {0,4} (will | be) {0,3} (pay* | approve* | go through | covered)
            (we will | we'll | insurer will | policy will | plan will) {0,3} (cover | pay) {0,6} (claim | damage | loss | repair | everything | all of it | in full | procedure)
            (guarantee* | promise*) {0,5} (coverage | payout | claim)
            insurance {0,3} (will | always) {0,2} (cover | pay)
        """,
    ),
    Theme(
        "insurance_inducement",
        cues="(rebate | inducement | anything of value | gift) & (insurance | policy | quot* | renew*)",
        says="""
            (renew | switch | buy | get a quote | sign* | policy | quote) {0,10} (gift card | free | cash | $ # | bonus | reward)
            (gift card | free | cash | $ # | bonus) {0,10} (renew | switch | quote | policy)
        """,
    ),
    Theme(
        "debt_settlement",
        cues="(debt | loan) & (forgive* | erase* | settle* | eliminate* | remove*)",
        says="(erase | wipe out | forgive | eliminate | settle | cut | slash | cancel) {0,5} (debt | loan | balance)",
    ),
    Theme(
        "discourage_application",
        cues="discourag* & apply* | (not | don't) {0,2} apply",
        says="(not bother | no point | wouldn't bother | waste of time) {0,3} apply*\n(won't | not | never) be {0,2} approve*",
    ),
    Theme(
        "dispute_hurdle",
        cues="(merchant first | police report) | dispute & (require* | first | before)",
        says="(contact | call | talk to | go to) {0,4} (merchant | store | seller) first\n(need | require | must (have | provide | file)) {0,4} (police report | affidavit | notarized)",
    ),
    Theme(
        "points_lost",
        cues="point* & (forfeit* | lost | lose | lapse)",
        says="point {0,6} (forfeit* | lose | lost | gone | void | expire | wiped | lapse | run out)\n(lose | forfeit) {0,4} point",
    ),
)
