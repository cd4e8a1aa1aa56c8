"""Frames: stances that claims on any subject take, and the everyday words in which replies do.

A frame's ``~`` lines hold where what the claim speaks of beside its cue ("a deck stain" in "a
deck stain lasts forever") is at hand: in the sentence, shortly before it, or in what the customer
wrote.
"""

from __future__ import annotations

from typing import Final

from compliance.gate.themes.theme import frame

FRAMES: Final = (
    frame(
        "lasting",
        cues="""
            (last | endure | protect | keep | hold | stay | work) {0,3} (forever | for life | for the life | lifetime | for good)
            never {0,3} (fade | wear | redo | redone | dull | peel | need | come off)
            permanent | permanently | forever | for good | lifetime
        """,
        says="""
            ~ as long as you {0,1} (own | have | keep | drive | live | wear | use | hold)
            ~ (rest | remainder) of {0,3} (life | days)
            ~ for {0,1} life | (life | lifetime) {0,1} of {0,1} (car | vehicle | house | home | building | owner)
            ~ (outlive | outlast | survive) {0,3} (you | us | house | car | owner | building | deck | wall | roof | it | them | grandchildren | kid)
            ~ (never | not) {0,3} (have to | need to | need) {0,1} (think | worry | bother | redo | repeat | replace | refresh | renew | reapply | do {0,3} again | see us)
            ~ (never | not) {0,1} (wear | come | rub | wash | peel | fade | flake) {0,1} (off | out | away | down)
            ~ (one | single | # | once) {0,1} (coat | application | treatment | session | visit | dose | layer) {0,4} (set | done | all you need | all it take | good) {0,4} (life | as long | good | forever | ever)
            ~ (do | get | have | apply) {0,2} once {0,5} (done | set | finish)
            ~ (look | shine | be | work) {0,5} when {0,2} (grandkid | grandchildren | kid) {0,3} (visit | grow | graduate | marry)
            ~ (here | there | with you) to stay | never go anywhere
            ~ no {0,1} (second | further | more | other) (coat | treatment | session | application | touch-up | visit) {0,2} (need | require | necessary | down the road | ever)
            ~ (decade | year) from now {0,5} (same | still | new | like)
        """,
    ),
    frame(
        "own_risk",
        cues="""
            (no | not | never | disclaim | disclaims | deny | denies | refuse) {0,3} (responsib* | liab* | accountab*)
            own risk
        """,
        says="""
            ~ (at | on) {0,1} (your | their | own | his | her) {0,2} risk
            ~ between you and {0,2} (insurer | insurance | police | maker | company)
            ~ (be | fall | rest) {0,2} on you
            ~ be {0,1} yours to (fix | pay | bear | sort | handle | cover | repair | deal | settle)
            ~ be {0,2} your {0,2} (loss | problem | responsibility | lookout | expense | headache | worry | business)
            ~ (not | never) {0,1} (we | our | ours | us) {0,1} (problem | fault | responsibility | business | job | doing | concern)
            ~ (we | our | nobody | staff) {0,2} (not | never) {0,1} (answer | pay | liable | responsible | accountable | cover | to blame | reimburse | compensate | take (claim | complaint | blame))
            ~ (not | never) {0,1} be {0,1} (liable | responsible | accountable | answerable)
            ~ (bear | carry | pay | sort | deal | fix | settle) {0,4} (yourself | yourselves)
            ~ (out of | off) our hands | wash our hands
            ~ (nothing | little) {0,1} we {0,2} do
            ~ (insurance | insurer | policy) {0,2} not {0,1} (step in | pay | cover | help)
        """,
    ),
    frame(
        "fault",
        cues="""
            admit | admits | admission
            (accept | assume | take) {0,2} (fault | blame | liab* | responsib*)
            promise {0,2} to (pay | cover | reimburse | replace | compensate)
        """,
        says="""
            ~ (that | this | it) {0,1} be {0,1} (all | clear | definite | definitely | clearly)? our {0,4} (doing | fault | mistake | error | bad | slip)
            ~ that was our {0,4} (for sure | no (question | doubt) | alright | all right | i'm afraid | sorry)
            ~ our {0,3} do {0,1} (that | this | it)
            ~ (we | our {0,2}) (clear | definite | really | obvious)? {0,1} (drop the ball | mess up | botch | blow it | screw up | slip up | goof | get careless | be careless)
            ~ (send | give | forward | pass | bring | email | mail | text | get) {0,7} (bill | invoice | receipt | estimate | quote | tab) {0,8} (we | us | i) {0,2} (pay | cover | see to | take care | settle | reimburse | handle | sort | refund)
            ~ (pass | forward | hand | send) {0,3} (bill | invoice | tab | receipt) {0,2} (on | over | along | straight) {0,1} to us
            ~ whatever {0,6} (cost | charge | come to | quote | take | run) {0,6} (on us | we | us)
            ~ (we | i) {0,3} (pay | cover | foot | reimburse | take care | pick up) {0,5} (repair | damage | body shop | bill | cost | replacement | fix | loss)
            ~ (repair | damage | bill | cost | fix | replacement) {0,3} be on us
            ~ (make it right | make it up | make good) {0,3} with {0,3} (new | refund | check | replacement)
            ~ (we | our) {0,4} (owe you | own up | to blame | at fault)
            ~ (buy | get) you {0,2} (new | replacement)
        """.replace("?", ""),
    ),
    frame(
        "still_owes",
        cues="""
            still {0,2} (owe | owes | pay | bill | bound | liable)
            (owe | owes | pay | pays) {0,3} (rest | remain* | balance | whole | full term)
            no {0,1} reason to (cancel | leave | quit)
        """,
        says="""
            ~ (not | never) {0,2} (let | get | release | free | excuse) {0,1} (you | him | her | them | anyone) {0,1} (out | off | from | of)
            ~ (not | never) {0,2} (end | cancel | void | break | change | stop | dissolve | undo) {0,2} (contract | agreement | membership | lease | term | obligation | commitment | plan | deal | due)
            ~ (keep | go on | continue | carry on) {0,1} (pay | owe | be bill | be charge)
            ~ (remain | rest | balance | left | last # | last) {0,3} (month | payment | due | instalment | term | fee) {0,3} (due | owe | stand | payable | your | apply)
            ~ (month | payment | term | due | fee) {0,2} (remain | left) {0,4} (due | owe | payable | yours)
            ~ (pay | due | due* | owe | bill | charge | run | stand | fee | apply) {0,10} (wherever | even if | even after | even though | regardless | no matter | whether you | either way | all the same)
            ~ sign {0,3} for {0,2} (year | term | # month | # week | season | semester)
            ~ (on the hook | tie in | lock in | tied in | stuck with | commit | bound | tied) {0,4} (until | through | for | to | by)
            ~ hold you to | you {0,2} (finish | serve | see) {0,2} (out | term | contract)
            ~ (move | move* | sick | ill | injury | injured | relocate) {0,3} (no | not) {0,2} (excuse | way out | reason | change | exception)
        """,
    ),
    frame(
        "absorbed",
        whole=True,
        cues="""
            (waive | waiv* | absorb* | forgive* | rebat* | eat) {0,8} (deductible | copay | co-pay | coinsurance | excess | share | coverage)
            (pay | cover | refund) {0,8} (deductible | copay | co-pay | coinsurance)
        """,
        says="""
            ~ (not | never | without) {0,2} {0,1} out {0,2} (dime | cent | penny | dollar | thing | anything)
            ~ (not | never | nothing | zero | no) {0,4} (out of pocket | out of your pocket | from your pocket)
            ~ (zero | nothing | $ # ) {0,3} out of {0,1} pocket
            ~ (we | i | us) {0,2} (swallow | eat | absorb | take care of | handle | deal with | look after) {0,1} (it | that | this | share | part | portion | deductible | copay | rest)
            ~ (we | us | i) {0,3} make {0,4} (disappear | go away | vanish)
            ~ (we | us | i) {0,2} (knock | take | write | shave | strike | cut) {0,4} off
            ~ leave {0,4} to us
            ~ (not | never) {0,1} (worry | sweat | fret | stress | think) {0,2} (share | part | portion | deductible | copay | $ # | # | that bit | owe)
            ~ (forget | ignore | skip) {0,3} (share | part | portion | deductible | copay | $ # | owe)
            ~ (only | just) {0,4} (bill | charge | take | ask | collect | need) {0,4} (insurance | insurer | plan | check)
            ~ (insurance | insurer | plan) {0,3} (check | payment | pay | send) {0,3} (be | as) {0,2} (all | only | enough | plenty | full | payment)
            ~ (take care of | cover | handle) {0,1} that
        """,
    ),
    frame(
        "locked_price",
        cues="""
            (lock | locked | frozen | freeze) {0,2} in | (rate | price | due*) {0,2} lock*
            never {0,2} (rise | increase | go up | change | be raised)
            (guarantee* | fixed) {0,3} (never | not) {0,2} (rise | increase)
        """,
        says="""
            ~ (stay | remain | keep | hold | run) {0,3} ($ # | # | same | put | that | there) {0,3} (for as long | as long | forever | always | good | ever)
            ~ (freeze | frozen | fix | lock | set | set in stone) {0,3} (good | forever | life | always | ever | in stone)
            ~ (pay | cost) {0,3} (today | now) {0,4} (pay | cost | be what)
            ~ (not | never) {0,3} (see | get | face | have | notice) {0,3} (increase | hike | raise | bump | rise)
            ~ (not | never) {0,1} (raise | increase | bump | hike | touch | go up | change | creep) {0,3} (ever | period | it | on you | price | rate | due | rent | again)
            ~ (same | exact) {0,3} (in | after | year | month) {0,2} (# | after | from) {0,1} (year | year | now)
            ~ year after year | from now on and forever | until you (leave | quit | move)
            ~ as long as you {0,2} (stay | live | be | belong | remain | keep | train)
            ~ (number | price | rate | amount) {0,6} forever
            ~ (no | zero) (increase | hike | raise | bump) {0,2} (ever | down the road | later)
        """,
    ),
    frame(
        "sure_thing",
        cues="""
            promise | promised | promises | promising | guarantee | guaranteed | guarantees | certain | definitely
        """,
        says="""
            ~ (as) good as (license | pass | done | yours | in | gold | there | hired | sold | approve*)
            ~ (sail | breeze | cruise | fly | coast) {0,1} (through | past)
            ~ (consider | call | count) {0,3} (yours | done | pass | settle)
            ~ (in the bag | in the bank | home free | shoo-in | slam dunk | foregone conclusion | be {0,2} sure thing | sure bet | safe bet | dead certain | done deal | cinch | sewn up)
            ~ (no way | impossible | no chance) {0,2} (not | fail | miss | lose)
            ~ (nobody | no one | none) {0,6} (fail | flunk | miss | lose | leave without)
            ~ (give | have) {0,1} (my | our) word | take my word | mark my word
            ~ (can | could) {0,1} (bank | count | bet | rely) {0,2} on {0,1} (it | that | us | this)
            ~ (can not | never) {0,1} (fail | miss | lose | go wrong)
            ~ without {0,2} (hitch | hiccup | doubt)
            ~ you {0,2} (bound to | sure to | certain to)
        """,
    ),
    frame(
        "unasked",
        whole=True,
        cues="without {0,3} (ask | asking | approval | consent | permission | authori* | okay)",
        says="""
            ~ (just | simply | go ahead | straight | also) {0,8} (add | put | tack | include | charge) {0,4} (bill | invoice | tab | total | ticket | check)
            ~ (we | he | she | they) {0,4} (fix | do | replace | take care | handle | sort) {0,5} and {0,2} (add | put | tack | charge | bill) {0,5}
            ~ (not | never | no) {0,2} (bother | trouble | call | ring | disturb | pester) {0,2} (you | customer) {0,3} (with | about | for | first | every)
            ~ (not | never | no) {0,2} (bother | trouble | call) you {0,4} (every | each | little | small)
            ~ no need {0,2} you to (sign | approve | okay | agree | confirm)
            ~ (show up | appear | land | end up | turn up | go) {0,1} on {0,2} (bill | invoice | tab | total)
            ~ (we | he | plumber | mechanic | technician | tech | crew | electrician) {0,1} (decide | judge | choose) {0,8} (charge | bill | do)
            ~ we {0,2} (go ahead | already) {0,3} (replace | fix | swap | do | change | put)
            ~ (replace | fix | swap | change) {0,4} (too | as well | also) while we
        """,
    ),
    frame(
        "medicated",
        whole=True,
        cues="""
            sedat* | tranquil*
            (give | gives | giving) {0,8} (calm* | sleep* | medicine | medication | drows* | relax* | sedat*)
        """,
        says="""
            ~ (give | slip | pop | get | let | hand | feed | offer | mix | put) {0,5} (something | little something | drop | bit | syrup | gummy | pill | tablet | spoonful | chew | melatonin | benadryl | antihistamine | dose | capsule) {0,9} (sleep | sleepy | drowsy | doze | knock | calm | settle | relax | mellow | edge off | nap | nap* | out | quiet | groggy)
            ~ (slip | pop | sneak | hide | mix | stir) {0,4} (something | melatonin | benadryl | antihistamine | pill | tablet | gummy | syrup | drop) {0,4} (in | into) {0,4}
            ~ (something | stuff) {0,4} (make | get | put | keep) {0,2} (he | she | it | them | him | her | dog | cat | pet | child) {0,3} (sleepy | drowsy | calm | quiet | out | relax | mellow | groggy | sleep)
            ~ (melatonin | benadryl | antihistamine | gabapentin | trazodone | cough (syrup | medicine)) {0,6} (wonder | help | trick | from us | here | keep | work)
            ~ (spoonful | dose | drop | bit) of {0,3} (syrup | medicine | melatonin | benadryl)
        """,
    ),
    frame(
        "rewarded",
        whole=True,
        cues="""
            (cash | gift* | reward* | credit | bonus | discount | payment | pay | paid) {0,6} (refer* | transfer* | send | sending | switch* | bring | bringing | move | moving)
            (refer* | transfer*) {0,3} (reward* | bonus | cash | credit | gift*)
        """,
        says="""
            ~ there be {0,5} ($ # | gift | card | something | treat | credit | cash | # ) {0,5} (in it )? for you
            ~ ($ # | gift | something | credit | card | cash | bonus) {0,4} in it for you
            ~ (thank | reward | treat) you {0,3} with {0,4} ($ | # | gift | credit | card | cash | free)
            ~ (send | bring | tell | sign up | come | book | move | transfer | switch | refer | join | start) {0,10} (next {0,4} (on us | free) | (take | knock) {0,2} ($ | # ) {0,3} off)
            ~ (each | every) {0,2} (friend | neighbor | relative | patient | person | prescription | account) {0,6} (take | knock | get | earn | pay | give | credit)
            ~ (find | get | earn | pocket | receive) {0,3} (little something | bonus | thank-you | thank you) {0,4}
            ~ (both | each) {0,2} get {0,4} ($ # | free | gift | credit | off)
            ~ (send | bring | tell | move | transfer | switch | bring over) {0,8} and {0,3} (you get | we give | we pay | get | pick up | earn | collect) {0,3} ($ # | gift | free | credit | cash)
        """.replace("?", ""),
    ),
    frame(
        "tied",
        whole=True,
        cues="""
            only {0,9} (buy | buys | purchase | pay | settle | buyer | order | clear*)
            (condition* | conditional) {0,2} on {0,3} (buy* | purchas* | pay*)
        """,
        says="""
            ~ (once | as soon as | when | after | until) {0,1} (you) {0,4} (buy | pay | purchase | choose | order | settle | clear | pick)
            ~ (once | as soon as | when | after | until) {0,3} (balance | account | bill | invoice) {0,3} (clear | zero | settle | pay | paid)
            ~ (as long as | while) you {0,1} owe
            ~ (we | us) {0,2} (keep | hold | hang on to | withhold | hold on to) {0,4} (file | it | them | record | copy | paper | prescription)
            ~ (pay | settle | clear | order | buy) {0,8} then we {0,3} (send | release | hand | give | get)
            ~ ($ # | # dollar | fee | charge) {0,3} for {0,2} (copy | it | them | one | record)
            ~ (copy | record | it | one) {0,3} (for | cost) {0,1} ($ # | # {0,1} dollar)
            ~ (part of | come with | goes with | bundled with) {0,2} (purchase | order)
        """,
    ),
    frame(
        "unproven",
        whole=True,
        cues="without {0,5} (proof | record | certificate | id | license | permit | papers | paperwork | vaccin* | registration | waiver | form)",
        says="""
            ~ (send | bring | mail | get | show | drop | email | hand) {0,6} (later | another time | other time | whenever | afterward | next (week | time | visit) | turn up | find it | you can | eventually | after)
            ~ (not | never) {0,3} (ask | check | look | insist | demand) {0,4}
            ~ (overlook | let {0,2} slide | wave {0,2} through | bend the rule | look the other way | turn a blind eye | make an exception)
            ~ (can wait | no rush | no hurry)
            ~ (come | bring | drop | start | send) {0,5} (anyway | regardless | all the same | in the meantime)
            ~ (not worry | not stress | never mind | forget | not sweat) {0,2} (about)? {0,3} (proof | record | certificate | card | form | paper | paperwork | id)
            ~ (start | begin | stay | play | board | in | check in) {0,4} (right away | today | now | tomorrow) {0,5} (later | afterward | catch up)
        """.replace("?", ""),
    ),
    frame(
        "room_sure",
        whole=True,
        cues="(left | available | free | sell out | sold out | seat | table | spot | slot | room | view | upgrade) {0,6} (guarantee* | promise*) | (promise* | guarantee*) {0,10} (left | available | free | sell out | sold out | seat | table | spot | slot | upgrade | room | view)",
        says="""
            ~ be {0,1} yours {0,3} (on | for | that | the | whoever | no matter | whatever | guarantee*)
            ~ (whoever | no matter who | whatever) {0,3} (else | ask | want | come)
            ~ always {0,1} (room | space | spot | table | seat | something)
            ~ (never | not) {0,3} (fill up | sell out | book out | full | run out | turn {0,2} away)
            ~ (not | no | never) {0,2} (any)? (trouble | problem | difficulty | issue) {0,2} (get | find | grab)
            ~ plenty {0,3} (left | room | spot | seat | space | table | ticket) {0,5}
            ~ (be | you) {0,3} (certain | sure | bound) to (get | find | be)
            ~ (walk | come | stroll) (right | straight) in
            ~ (show up | come | come by | stop by | walk in) (whenever | any time | last minute) {0,8} (get | find | seat | room)
            ~ (have | save | keep) {0,2} (seat | table | spot | room) {0,2} for you {0,2} (no matter | whatever | regardless)
        """.replace("?", ""),
    ),
    frame(
        "unseen_safe",
        whole=True,
        cues="safe {0,2} to {0,2} (drive | use | operate | ride | run | eat | wear) | (safe | fine) {0,8} without {0,6} (look* | inspect* | exam* | seeing | check*)",
        says="""
            ~ (keep | go on | carry on | continue) {0,2} (drive | use | run | ride | cook | wear | go)
            ~ (nothing | no need) {0,1} to {0,1} (worry | fear | fret | panic)
            ~ (normal | harmless | nothing | okay | ok | all right | alright | no big deal) {0,3} (cook | use | drive | go | keep | light)
            ~ (not | no) {0,1} (harm | hurt | problem | danger) {0,2} (in | to | if) {0,2} (drive | use | light | run | keep | ride | it)
            ~ (good | fine | ok | okay | all right | alright) {0,2} (until | for {0,2} (week | day | while | few) | to (go | drive | use))
            ~ (get | see) you {0,2} (home | there | through | to)
            ~ (cook | drive | use | ride) away
        """,
    ),
    frame(
        "purchase_draw",
        cues="(raffle | prize | draw* | sweepstake* | giveaway | contest) {0,12} (purchase | buy | buying) | (purchase | buy | buying | entry) {0,8} (raffle | prize | draw* | sweepstake* | giveaway | contest | win)",
        says="""
            (buy | book | get | grab | pick up | order | purchase | spend | next | each | every | renew | choose | try | add) {0,12} (in the running | in with a chance | name {0,2} in the (hat | draw | drum) | shot at | chance (to win | of win | at) | could (win | walk away) | eligible for | ticket | entry | entries | enter)
            (in the running | in with a chance | a shot at | chance to win | chance at | enter* {0,3} (draw | raffle)) {0,8} (when | if | once | with) {0,2} you {0,3} (buy | book | order | spend | purchase | get)
        """,
    ),
    frame(
        "card_extra",
        whole=True,
        cues="(surcharge | fee | extra | charge) {0,10} (card | credit card | debit card | plastic)",
        says="""
            ~ (bit | little | few cent | $ # | # % | % | something | touch) {0,2} (extra | more | on top)
            ~ (pass | hand) {0,5} (cut | fee | cost) {0,2} (on | along) {0,1} to you
            ~ (total | price | bill) {0,2} (go up | rise | come) {0,4} ($ # | # % | then)
            ~ (add-on | add on | upcharge | markup | top-up) {0,4} (visa | card | plastic | mastercard | amex | swipe)
            ~ (more | extra | higher) {0,1} than {0,1} cash
        """,
    ),
    frame(
        "insurer_pays",
        whole=True,
        cues="(promise* | say | tell | state | guarantee*)  {0,6} (insurance | insurer | policy | plan) {0,6} (pay | cover) | what {0,6} (insurance | insurer | policy | plan) {0,6} (pay | cover)",
        says="""
            (insurance | insurer | policy | plan | they | it | carrier) {0,4} (pick up | take care of | foot | handle | shoulder | reimburse | settle | absorb) {0,6} (# % | most | all | half | everything | rest | fifth | third | quarter | bulk | share | tab | bill | whole | chunk | of it)
            (insurance | insurer | policy | plan | carrier) {0,3} (pay | cover) {0,4} (# % | most | all | half | everything | rest | fifth | third | quarter | bulk | full | whole | in full)
            (get | receive | see) {0,5} back {0,2} (from {0,2} (insurer | insurance | plan | carrier))
            ~ be {0,1} (cover | fully cover*) {0,5} (not worry | no worry | so | don't)
            ~ (only | just) {0,4} (share | remainder | rest | difference | leftover | copay)
            ~ (set aside | budget | bring | pay) {0,3} (only | just) {0,2} (remainder | rest | share | difference)
            ~ (you | claim) {0,2} (fully | definitely | certainly | completely) {0,1} cover*
        """,
    ),
    frame(
        "none_inside",
        whole=True,
        cues="(free of | no | without | non | zero) {0,2} (chemical* | toxi* | toxin* | pesticide* | additive* | preservative* | allergen*) | chemical free | non-toxic | nontoxic | pesticide free",
        says="""
            ~ (not | no) {0,2} (single | one | any | trace | bit | drop) {0,3} (chemical | toxin | pesticide | additive | preservative | poison)
            ~ (not | never) {0,2} (find | see | have | use | contain | add) {0,3} (chemical | toxin | pesticide | additive | preservative | poison)
            ~ (no | without | zero) {0,1} (chemical | toxin | pesticide | additive | preservative | poison)
            ~ (nothing | not anything) {0,2} (nasty | harmful | bad | artificial | synthetic | toxic | unnatural)
            ~ (pure | all natural | completely natural | # % (natural | pure))
            ~ nothing {0,3} (poison | hurt | harm) {0,2} (anyone | you | baby | kid | child | pet | him | her)
        """,
    ),
    frame(
        "unexamined",
        whole=True,
        cues="(without | no | skip) {0,4} (exam | test | visit | consultation | inspection | checkup | check-up | appointment | fitting | assessment | evaluation | seeing)",
        says="""
            ~ (no | skip | leave out | forget | drop | without | forgo | bypass) {0,3} (test | testing | exam | visit | appointment | consultation | inspection | checkup | assessment)
            ~ (not | never | no need) {0,4} (have to | need to | to) {0,2} (come in | visit | see | come by | set foot | leave home | meet | have {0,3} (check | test | examine))
            ~ (from home | from your couch | by mail | online | over the phone | without {0,1} (see | meet | examin*)) {0,8}
            ~ (test | testing | exam | visit | checkup | appointment) {0,4} (optional | up to you | not need | not necessary | unnecessary | waste)
            ~ (straight away | right away | just pick | pick {0,2} model | order online | mail you)
        """,
    ),
    frame(
        "all_in",
        whole=True,
        cues="(no | without) {0,2} (other | extra | hidden | added | resort | further | additional) {0,2} (fee | charge | cost) | final price | no surprise* | all you pay",
        says="""
            ~ (price | rate | number | figure | total) {0,2} you see {0,4} (pay | price)
            ~ not {0,2} (penny | cent | dime | dollar | thing | more) {0,2} (more | on top | extra | above | beyond | that)
            ~ nothing {0,3} (tack on | tacked | add | added | extra | else | on top)
            ~ (cover | include) {0,1} (it all | everything)
            ~ no {0,2} (surprise | add-on | extra | hidden)
            ~ (all in | all-in | full stop | flat) {0,6} (dollar | $ # | # | price | full stop)
            ~ (that | $ # | # dollar) {0,3} (everything | all of it | be all | be it | the lot)
        """,
    ),
    frame(
        "must_take",
        whole=True,
        cues="(required | mandatory | compulsory | necessary | obligatory) {0,2} (to | for | in order) | must {0,2} (buy | take | carry | purchase)",
        says="""
            ~ (not | no) {0,6} without {0,1} (it | that | them | one)
            ~ no way (around | past | round)
            ~ (only | just) {0,4} (rent | sell | lend | approve | give | offer | work) {0,4} (people | member | customer | who | those | if)
            ~ be {0,1} (must | part of the deal | package deal | prerequisite | given)
            ~ (have to | need to | must | got to) {0,2} (have | get | put | buy | sign | take | add | enroll) {0,6} (before | first | to get | if you want)
            ~ not {0,3} (decline | refuse | opt out | say no | skip | waive)
            ~ come with {0,1} (every | all | each)
            ~ (two | they) go (together | hand in hand)
            ~ (hinge | ride | turn) on {0,2} (it | that | take | have | buy)
        """,
    ),
    frame(
        "made_good",
        whole=True,
        cues="(insure* | cover* | replace* | reimburse* | pay* for) {0,3} (valuable* | belonging* | possession* | property | lost | stolen | item* | thing*)",
        says="""
            ~ make {0,2} good
            ~ (stand | be) good for
            ~ (we | us | hotel | policy | insurance | house) {0,3} (replace | reimburse | refund | pay | cover | repay | compensate) {0,6} (it | them | anything | everything | loss | value | whatever | missing | stolen | lost)
            ~ (full | entire | whole) {0,1} value
            ~ (be | you) {0,1} (fully | completely)? (cover | insured | protected) {0,4} (if | when | should | against | by)
            ~ (anything | whatever) {0,4} (miss | missing | stolen | lost | disappear | vanish) {0,8} (we | us | on us | our) {0,3} (pay | cover | replace | reimburse | make | loss)
        """.replace("?", ""),
    ),
)
