"""Ways to make a theme's statement that name none of its terms.

A line that starts with ``~`` holds where the subject is at hand: named in the sentence, shortly
before it, or by the customer.
"""

from __future__ import annotations

from typing import Final

# theme: what must be at hand for a "~" line, and the lines
IDIOMS: Final[dict[str, tuple[str, str]]] = {
    "gift_card_expiry": (
        "gift_card",
        """
        ~ (too | way too) old | out of date | outdated | past its (date | time | best | prime)
        ~ (nothing | zero | no (money | balance | value)) {0,2} (left | remaining) {0,2} (on | in)
        ~ (stop | quit | cease) {0,1} (be | work | count) {0,1} (good | valid | work*)
        ~ no longer {0,2} (good | valid | worth | count | work | any good | accepted | honored)
        ~ (clock | time) {0,2} (run | ran) out | time be up | (missed | past) the (window | cutoff | deadline | date)
        ~ not {0,4} (honor | accept | redeem | take) {0,3} (anymore | any longer | after | now | past)
        ~ (older than | more than | over | beyond) {0,3} (# | a) {0,1} (year | month) {0,1} {0,2} not {0,2} (honor | accept | redeem | use | good)
        ~ (have | has | come with | with) {0,2} (time limit | end date | cutoff | deadline | last day | window)
        ~ (good | fine | live | alive | yours) {0,2} (only | just) {0,2} (until | for | through)
        ~ (have | get) {0,3} (until | till) {0,6} to (spend | use | redeem)
        ~ (whatever | what) {0,6} (left | remain | spend | unspent | unused) {0,6} (gone | lose | back to us | void | over | ours)
        ~ (run | good | last | live) {0,1} for {0,2} # {0,1} (month | year | week | day)
        ~ (after | past | once) {0,2} (that | then | date) {0,3} not {0,2} (take | accept | use | honor | good)
        ~ you {0,1} have {0,2} (# | year | twelve) {0,1} (month | year | year from)
        """,
    ),
    "gift_card_no_cash": (
        "gift_card",
        """
        ~ (have to | must | need to | can only | only | meant to) {0,3} (go | be spend | be use | be apply | count | stay) {0,2} (toward | on | for | here | in | with)
        ~ (not | never | unable) {0,4} (hand | give | pay | send | return | refund | cut) {0,6} ($ # | # {0,1} dollar | rest | remain* | difference | leftover | balance | check)
        ~ (not | never) {0,3} (pay | cash) {0,1} out
        ~ (store | in-store | purchase | merchandise) {0,1} use only
        ~ (spend | use) {0,3} (down | up) {0,3} only
        """,
    ),
    "as_is": (
        "",
        """
        (buy | sell | take | get | come | have) {0,4} (the way | just as | exactly as | as) it (be | stand | sit | look)
        (in whatever | with whatever) (shape | condition | state | flaw)
        warts and all | as it stands | as you (see | find | saw | found) it
        once {0,3} (leave | out | off | drive | roll | walk) {0,6} (your (risk | problem | responsibility | headache | own) | on you | yours | not our)
        (whatever | anything that) {0,3} (happen | go wrong | break | fail) {0,8} (on you | your problem | your responsibility | yours)
        not {0,2} (stand | be) behind {0,4}
        (repair | anything | problem) {0,2} after {0,5} (be | fall) {0,2} (on you | your (cost | expense | responsibility | problem))
        """,
    ),
    "defective_refused": (
        "defective",
        """
        ~ (nothing | not {0,2} anything | not much | little) {0,2} we {0,2} (do | offer | help)
        @defective or not {0,4} (your | keep | final)
        ~ (your (risk | problem | responsibility | headache | loss) | out of our hands | on you)
        ~ not {0,2} (our (problem | responsibility | concern) | stand behind)
        """,
    ),
    "no_credit_check": (
        "loan",
        """
        (score | credit | bureau | fico | bankruptcy) {0,5} (not | never | no) {0,3} (matter | count | part | role | weigh | affect | stand in | hold {0,1} back | problem | issue | stop | factor | hurt | difference | bearing | obstacle)
        (rough | bad | poor | ugly | spotty | low | shaky | thin | awful | terrible | checkered | imperfect) {0,2} (score | credit | history | past | record) {0,4} (not | never | no | fine | ok | okay | welcome)
        ~ (not | never) {0,3} (look | check | pull | run | dig | ask | care | judge | hold) {0,4} (past | history | bureau | report | file | record | score)
        ~ (past | history | record) {0,3} (not | never | no) {0,3} (matter | count | part | role | issue | problem | stand in | count | hold* against)
        (score | credit) {0,3} irrelevant
        ~ (score | credit | history | number) {0,2} (make) {0,1} no {0,1} (difference | odds)
        (whatever | no matter what) {0,2} (history | score | credit | past | record) {0,4}
        not {0,2} (look | glance | peek) {0,1} at {0,3} (report | score | credit | file | history)
        """,
    ),
    "permanent_result": (
        "",
        """
        (stay | remain) {0,1} (gone | away | smooth | hairless | white)
        no {0,2} regrowth | not {0,3} (regrow | any regrowth)
        (goodbye | farewell | so long | adios | bye) {0,3} (razor | wax* | shav* | tweez*)
        (throw | toss | ditch | retire | donate | bin | trash | lose | pack) {0,1} {0,2} razor
        (done | finish* | through | over) {0,2} (with | for) {0,6} @permanent
        (rest of | remainder of) {0,1} (life | days)
        (first and last | only) time {0,6} (need | do | come)
        """,
    ),
    "detox": (
        "",
        """
        (pull | draw | sweat | carry | push | flush | wash | rinse | clear | get | drive | coax | sweep) {0,4} (bad stuff | nasties | nasty stuff | junk | gunk | everything {0,2} body | what {0,2} body | buildup {0,2} body | stuff {0,3} body)
        (clean* | rinse | scrub | purge | reset | flush | wash) {0,4} (system | liver | kidney | blood | lymph* | inside | organ | body)
        (liver | kidney | colon | lymph* | organ) {0,6} (rinse | clean* | flush | reset | scrub | fresh start | break)
        """,
    ),
    "tax_free": (
        "",
        """
        (price | tag | total) {0,6} (all you pay | what you pay | every cent you pay | all you owe) & tax
        tax and all
        (uncle sam | tax man | taxman | government | tax office | state) {0,2} (share | cut | part | piece) {0,4} (on us | we | our)
        not {0,2} (see | find | notice) {0,2} tax
        """,
    ),
    "free_alcohol": (
        "",
        """
        @alcohol {0,5} (gift | treat | present) {0,2} (to | for | from)
        (love to | happy to | glad to | going to | we will) {0,2} (buy | stand | treat | spot | shout | pour) {0,1} you {0,4} @alcohol
        not {0,3} (pay | charge) {0,4} @alcohol
        (bottle | glass | flute | carafe | pint | round) of {0,2} (red | white | rose | bubbly | sparkling | house) {0,12} (gift | compliments | on us | free | no charge | our treat | on the house | wait*)
        (nightcap | toast | bubbly | welcome drink) {0,6} (compliments | on us | on the house | our treat | free | gift)
        (wait* | ready | set out) {0,6} @alcohol {0,8} (compliments | on us | gift | treat)
        """,
    ),
    "referral_reward": (
        "",
        """
        @acquaintance {0,8} (join | sign* up | open | become | enroll | switch | book | buy | come | start) & @cash_reward
        (bring | send | tell | introduce | recommend | invite | get) {0,3} @acquaintance & @cash_reward
        (each | every) time {0,10} (sign* up | join | open | enroll | switch) {0,8} @cash_reward
        @cash_reward {0,6} (each | every) (time | person | one) {0,8} (send | bring | refer | introduce)
        (send | point) {0,4} our way & @cash_reward
        """,
    ),
    "deposit_insurance": (
        "deposit",
        """
        (however (much | large | big) | whatever {0,2} (amount | balance | sum) | no matter {0,2} (amount | balance | how (much | large | big | high))) & (insur* | protect* | cover* | safe | guarantee* | backed)
        ~ (no | without) {0,2} (limit | cap | ceiling | maximum | upper)
        (all of it | every {0,2} (cent | penny | dollar | dime)) {0,4} (insur* | protect* | cover* | safe | guarantee* | backed)
        (state | florida | texas | california | commonwealth | governor | taxpayer | legislature) {0,3} (have your back | step in | make good | make you whole | foot | stand behind)
        """,
    ),
    "cures": (
        "medical_condition",
        """
        ~ (take care of | see to | sort out | knock out | put an end to | get rid of | fix | clear up | end | beat) {0,1} (it | that | them | those | this)
        (throw | toss | put) {0,2} (away | out | down) {0,5} (pill | med | medicine | medication | painkiller | inhaler | cream)
        ~ (be | are) {0,1} history | (a | be) thing of the past | behind you | not bother you
        ~ (need | take | want) {0,3} to {0,1} (go away | disappear | heal | vanish | leave)
        ~ (vanish | disappear | melt away | clear* up | go away | gone | fade* away | lift)
        ~ (@treatment | stone | massage | sauna | soak | oil | needle | class | chew | tea) {0,5} (fix | help | sort* | handle | do the trick | work wonder | cure* | end)
        ~ (no more | never again | last you) {0,3} (of it | of that | of them | see of)
        ~ (dance | run | jump | walk | move) {0,2} again
        ~ (goodbye | farewell | so long) {0,2} (to | pain | ache)
        ~ (off | without | fewer | ditch | done with) {0,3} (pill | med | medication | medicine | painkiller | inhaler)
        ~ (feel | be) {0,2} (like new | brand new | good as new | years younger)
        ~ (what the doctor order*) | (take | pull | draw) {0,2} (ache | pain | sting | soreness) {0,1} (right | out | away)
        """,
    ),
    "sure_result": (
        "",
        """
        (everyone | everybody | every (client | patient | guest | customer | one)) {0,5} (walk | leave | go home | end up | come away | come out) {0,4} (thrilled | happy | delight* | smil* | glow* | satisf* | love | look*)
        (never | not) {0,2} (miss | let you down | disappoint)
        (have | has) {0,2} (never | not) {0,4} (unhappy | fail* | dissatisf* | disappoint*)
        (you be | be) {0,2} (thrilled | delight* | over the moon | amazed) {0,3} (guarantee* | promise*)
        (work | works) (every | each) {0,1} {0,1} time
        you {0,1} (will) {0,1} (love | adore) {0,2} (what you see | how {0,2} look | result)
        (trust (us | me) | believe me | mark my words) {0,3} (work | will | see)
        (not | never) {0,3} (have | have) {0,2} (one | single) {0,2} (unhappy | disappoint* | dissatisf* | complaint)
        (can | could) not go wrong
        no doubt {0,2} (you | it | be)
        """,
    ),
    "painless": (
        "",
        """
        not {0,2} (notice | feel | sense) {0,2} (thing | anything)
        (like | as if) nothing (happen* | at all)
        not {0,2} (hurt | sting | ache | bite | pinch) {0,2} (bit | one bit | all | slightest)
        (sleep | nap | doze) through it
        not in the (slightest | least) | not (a | one) (bit | ouch) | before you (notice | know | feel)
        (gentle | easy | mild) as {0,3} (feather | haircut | nap | breeze)
        (hardly | barely) {0,2} (feel | notice | sense) {0,2} (it | thing | anything)
        """,
    ),
    "riskless": (
        "",
        """
        as if nothing (happen* | be do*)
        back (at | on | in | to) {0,5} (right away | immediately | same day | straight away | within # hour | within {0,1} hour | that (afternoon | evening) | next morning | by (lunch | dinner))
        nothing {0,2} (go | be) wrong
        no (catch | drawback | bad side | aftermath | recovery | healing time)
        nobody {0,3} (ever | have) {0,3} (problem | trouble | reaction | issue)
        """,
    ),
    "allergen_safe": (
        "allergy_talk",
        """
        ~ (she | he | they | you | son | daughter | child | kid | wife | husband | guest) {0,1} (can | could | may | be able to | be free to | be welcome to) {0,2} (have | eat | enjoy | order | try | pick | go for | dig)
        ~ (fine | safe | ok | okay | good | all right | no problem) {0,1} for (her | him | you | them | your)
        ~ nothing to (fear | worry)
        ~ (keep | kept | leave | hold) {0,2} (@allergen | them | it | those) {0,2} (out | away | off)
        not a (@allergen | trace | crumb | speck) {0,3} (in | anywhere | around | of)
        @allergen {0,2} (never | not) {0,4} (in | touch | come | enter | anywhere | nearby | get | set foot)
        ~ (order | have | enjoy | eat) {0,3} (away | anything | whatever | without {0,1} worry* | it all)
        """,
    ),
    "made_ill": (
        "",
        """
        (that | this | last | the) {0,1} (batch | plate | order | meal | lot | tray | @food) {0,3} (not | wasn't) {0,2} (right | good | fresh | ok | okay | cooked | fit)
        we {0,2} (get | got) {0,3} wrong | we {0,2} (drop* the ball | slip* up | botch* | mess* up | blew it | screw* up)
        (send | give | forward | bring) {0,5} (bill | receipt | hospital | doctor | medical | clinic | charge*) {0,10} (settle | pay | cover | reimburse | take care)
        (@food | @dish | cook*) {0,2} (did | do) {0,1} (that | this | it) to you
        it be {0,2} (our | the) (@food | @dish | cook*) {0,2} (that | which | to blame)
        (out of pocket | medical cost | lost wages) {0,8} (on us | we | cover | pay)
        """,
    ),
    "sure_approval": (
        "loan",
        """
        consider (it | yourself | the loan) {0,1} (done | approve* | yours | in | settled)
        as good as (in | approve* | yours | gold | yes | done) | good as (done | yours | gold)
        (nobody | no one) {0,3} (walk | go | leave | be (turn* | send*)) {0,3} (away | home | out) {0,3} (without | empty-handed | no)
        (say | said | give | get) {0,2} yes {0,2} to {0,1} (everyone | everybody | all | anyone | every)
        ~ (your | a | the) yes {0,3} (before | in | within | today | by | on the spot)
        ~ (money | cash | fund | key) {0,4} (in your (hand | account | pocket) | yours) {0,3} (today | tonight | by | before | within | in # )
        (only | just) {0,1} a formality | rubber stamp* | in the bag
        (everyone | everybody | anyone | anybody) {0,4} (walk | leave | drive | go | come) {0,3} (with | out | off | away) {0,3} (loan | card | key | car | money)
        (nobody | no one) {0,3} (turn* (down | away) | refuse* | reject* | say no)
        (say | tell) (yes | no) {0,1} to (everybody | everyone | nobody | no one)
        (you | be) {0,1} in (anyway | regardless | no matter)
        (drive | go | walk) (off | home | away | out) {0,3} (today | tonight) {0,3} (whatever | no matter | regardless)
        """,
    ),
    "personal_advice": (
        "",
        """
        if i were you | in your (shoes | place | position)
        (best | smart* | right | safe* | wise*) (move | bet | play | choice | option) {0,3} (be | would be) to (pay | put | buy | sell | open | invest | move | roll | sue | file | hold | wait | refinance | borrow | take | keep)
        (stock | bond | fund | gold | crypto | certificate | real estate | @investment) {0,3} be {0,3} (way to go | good (buy | place | bet | time) | smart | where {0,2} money | best | winner)
        i would {0,2} (hold off | wait | skip | avoid | pick | choose | stay away | go with | put | buy | sell | pay | take | roll | lean) {0,5} (@investment | mortgage | debt | loan | saving | money | certificate)
        (now | this) be {0,3} time to (buy | sell | invest | refinance | get in | get out)
        """,
    ),
    "gear_safety": (
        "",
        """
        (walk | come | get | ride | ski) away {0,3} (from | unhurt | unharmed | without | fine)
        without {0,1} (scratch | bruise)
        (save | save*) {0,2} life
        (animal | thief | burglar | intruder | attacker | @kind_dangerous_animal) {0,3} (not | never) {0,3} (come | get | go | break | reach | bite | attack)
        nothing {0,3} (can | will | could) {0,2} (happen | touch | get) {0,2} (to you | you | through)
        (have | get) {0,2} nothing to (fear | worry about)
        """,
    ),
    "auto_renewal": (
        "",
        """
        (bill | charge | debit | run | draft | hit) {0,3} (card | account | you) {0,5} (every | each | monthly | # of {0,1} (every | each) month | first of | same day)
        charge {0,2} again
        (first | initial) {0,1} {0,1} (week | month | day | # week | # month) {0,3} (free | nothing | no charge | on us | zero) {0,4} (then | after | afterwards)
        then {0,3} $ # {0,2} (a | per | each | every) (month | week | year)
        (go | run | continue | carry on | roll | last) {0,3} (until | unless) {0,2} (you | told | we hear) {0,4} (stop | cancel | tell | say | end | otherwise)
        """,
    ),
    "refund_refused": (
        "",
        """
        once {0,3} (sell | buy | pay | open | wear) {0,5} (sell | final | your | stay | done | keep)
        no {0,1} (send* | bring* | take* | return* | give* | hand*) {0,4} back
        not {0,2} (take | accept | want) {0,3} back
        (stay | remain) {0,2} with (us | the | our)
        not {0,2} (see | get) {0,3} (money | payment | cent | penny) {0,2} (again | back)
        (yours to keep | yours for keeps | no way back | no turning back | no going back)
        """,
    ),
    "undercooked": (
        "",
        """
        (little | bit | slightly | still | touch | nice*) {0,2} (red | pink | bloody) {0,3}
        (come | serve | leave | cook | keep | want | like) {0,4} (pink | bloody)
        (barely | hardly | only just) {0,1} (sear | cook | warm | brown | grill | fry)
        (red | pink) {0,2} (middle | center | inside)
        (quick | light) {0,1} sear
        """,
    ),
    "service_charge": (
        "",
        """
        (server | staff | team | stylist | therapist | crew | waiter) {0,3} (already | be) {0,2} (take care of | covered | include* | tip*)
        (add | put | include) {0,2} # % {0,5} (staff | team | server | crew | kitchen | stylist | bill | check)
        (tip | tipping) {0,3} (already | include* | in the (price | bill | total) | build | covered | part of)
        not {0,2} (leave | add) {0,2} tip
        """,
    ),
    "face_scan": (
        "",
        """
        (camera | device | machine | booth | software | tool) {0,4} (map | scan | image | read | photograph | analyze) {0,4} (skin | face | complexion)
        imaging {0,1} (booth | camera | device | tool | system | station | software)
        (picture | photo | image | shot | snapshot) {0,2} of {0,2} (face | skin | complexion)
        """,
    ),
    "overdraft": (
        "",
        """
        account {0,3} (short | negative | empty | in the red | below)
        (below | under) zero
        spend more than {0,3} (have | account | balance)
        (not | without) {0,1} enough {0,4} (account | balance | fund | cover)
        """,
    ),
    "superlative": (
        "",
        """
        (nobody | no one | no other | none) {0,6} (do it better | come close | match | touch | beat | hold a candle | compare | rival)
        (not | never) {0,2} (find | get | see) {0,3} (better | finer | nicer | sharper | more skilled) {0,4} (anywhere | around | in town | elsewhere | team | crew | work | place)?
        (other | rest | competition | everyone else | they) {0,4} (not hold a candle | not come close | not match | in the dust | not compare | not touch)
        (head and shoulders | cut | notch | step) above
        (top | best | number one | first | go-to | clear) (choice | pick | name | spot) {0,2} (around | in | for | here | town)?
        (leave) {0,3} (rest | other | competition) {0,2} (behind | dust)
        (in a league of | in a class of) {0,1} own
        """.replace("?", ""),
    ),
    "weight_loss": (
        "",
        """
        # {0,1} (size | inch | pound | notch) {0,2} (down | lighter | smaller | thinner | slimmer | gone | off)
        (dress | pant | jean | suit | clothes | waistband) {0,3} (hang | fall | slide | slip | swim | loose | fit) {0,2} (off | on you | again | like)
        (hello to | get | have) {0,3} (flat | toned | ripped | trim | tight) {0,1} (stomach | belly | tummy | abs | body | waist)
        (barely | hardly | not) {0,1} recognize {0,2} (yourself | mirror | you)
        (waist | belly | thigh | hip | arm) {0,4} (shrink | slim | envy | disappear | melt | tone)
        (lighter | slimmer | thinner | leaner | trimmer) {0,4} (by | in | within) {0,3} (# | summer | week | month | june | wedding | holiday)
        """,
    ),
}
