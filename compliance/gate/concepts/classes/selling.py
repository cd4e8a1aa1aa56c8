"""Phrase classes of stance: pressing, promising, reproaching, brushing off, grovelling."""

from __future__ import annotations

from typing import Final

from compliance.gate.concepts.classes.phrase_class import PhraseClass

CLASSES: Final = {
    "sales_pressure": PhraseClass(
        about="Phrases that press a customer to buy, or to buy more.",
        expressions="""
            don't miss out | you deserve it | what are you waiting for | a no-brainer | no-brainer |
            miss out on | miss this | miss your chance | too good to (miss | pass up | be true | refuse) |
            (offer | deal) {0,3} (not | cannot | can't) {0,1} (refuse | resist | beat | pass up) |
            (crazy | foolish | silly | mad | fool) {0,2} to (pass | miss | skip | refuse | say no) |
            pass {0,2} up | treat yourself | spoil yourself | splurge | owe it to yourself |
            you {0,1} (deserve {0,4} (it | best | treat | break | this | little | package | upgrade | deluxe | luxury | vip | finest) | have earned {0,2} (it | treat | break | this | little)) |
            thank yourself later | thank (me | us) later | (not | never) regret | you will regret | be (silly | crazy | foolish | mad) not to | (nobody | no one) else {0,2} (offer | give | match | beat) |
            while you can | grab (it | one) {0,2} (now | today | while | before) | best deal ever |
            (buy | upgrade | sign up | join | subscribe | purchase | enroll) (now | today) | order (now | today) (and | to | for only | for just) |
            a steal | steal at | a bargain | unbeatable (price | deal | offer | value) |
            (rock-bottom | slashed) price | lowest price {0,2} (ever | anywhere | guarantee) |
            our lowest prices | price {0,2} (never | not) {0,2} lower | (not | never) find {0,3}
            (better | lower) (price | deal | offer | value) | best (price | deal) {0,2} (anywhere | in town | around) |
            (everyone | everybody) {0,2} (buy | love | get | rave | talk | want) {0,1} (this | it | these | about) |
            once-in-a-lifetime | chance of a lifetime | opportunity of a lifetime | golden opportunity |
            (why not | how about) {0,2} (add | upgrade | try | book) | while you're at it |
            (can | could | may) (I | we) {0,1} (interest | tempt | persuade | talk) you |
            (not | cannot | can't) {0,2} afford (to miss | not to | to wait | to pass) |
            (great | perfect | good | best) time to (buy | upgrade | book | join | invest) |
            (exclusive | special) {0,2} (just | only) for you | must-have (item | product | piece | gift | accessory) |
            take your {0,3} to the next level | unlock {0,3} (benefit | saving | reward | perk | potential) |
            risk-free trial | nothing to lose | sweeten the deal | (seal | close) the deal |
            add on {0,2} for (just | only) | for (just | only) $ # more | imagine yourself |
            settle for less | don't let {0,4} (slip | pass | get) {0,1} (away | by) | missing out | be missing out | (would | will | could) miss out | get yours (today | now | before) |
            before everyone else | practically (free | give {0,2} away) | trust me | just imagine | picture yourself |
            save big | (big | huge | massive) saving | (unbelievable | incredible | amazing | insane | jaw-dropping) (deal | offer | price | value | saving) |
            hottest (deal | item | seller) | (not | cannot | can't) {0,1} beat {0,3} (price | deal | offer | value) | bang for {0,2} buck | worth every penny |
            pay for itself | what have you got to lose | what do you have to lose | only a fool | smart (shopper | buyer) | upgrade and (enjoy | save | get) | like a VIP |
            (while | since) you're here {0,3} (why not | add | try) | you can always cancel later
        """,
        found=("Don't miss out on our best deal yet!", "What are you waiting for?"),
        left=("You can refuse the extra insurance.", "The offer applies to members."),
    ),
    "false_urgency": PhraseClass(
        about="Haste and shortage as a reason to decide at once.",
        expressions="""
            act now | hurry up | last chance | hurry (in | over | before | while | and | on down) |
            act fast | act quickly | act today | time is running out |
            running out of time | before it's too late | before it is gone | before they're gone |
            before (it | they | these | this) {0,1} (be gone | sell out | disappear | run out) |
            (book | buy | order | call | reserve | shop | sign up) (now | today | immediately) {0,2} (before |
            while | or | and save) | limited time only | for a limited time | limited-time |
            limited (offer | quantity | availability | supply | spot | space | seat | stock) |
            (supply | spot | space | seat | quantity | availability | stock) {0,2} (be limited | run out | go fast | fill fast | fill up | run low) |
            only # {0,2} (left | remaining | remain | available | in stock) | just # {0,2} (left | remaining) |
            (only | just) {0,1} (few | handful) {0,3} (left | remain) | almost (gone | sold out | full) |
            (going | sell* | selling out | fill* | fill* up | book* up) {0,1} (fast | quickly | quick) | sell out {0,1} fast |
            (offer | deal | price | sale | they | it | these | discount) {0,1} (won't | will not | not) {0,1} last |
            while {0,1} (supply | quantity | stock | they) {0,1} last | today only (half | # | $ | save | get | off | free) |
            today only {5,5} (we | you | it | get | save | all | half | every) | one day only | this weekend only |
            don't delay | (offer | deal | price | sale) {0,2} (go away | going away | end | disappear | vanish | expire) (tonight | today | soon | tomorrow | at midnight) |
            don't (wait | hesitate | sleep on) {0,1} (another | any longer | too long | until | to book | to buy | on) |
            wait any longer | clock is ticking | tick away | final (hour | day | call | chance | push) {0,2} (to | for | on) |
            (offer | deal | sale | price | promotion | it | this) {0,2} (end | expire) (tonight | at midnight | soon | today) | deadline {0,2} (loom | approach) |
            now or never | never again {0,2} (price | offer) | first come first served so | flash sale |
            (urgent | immediate) action | (you must | you need to) {0,1} act | time-sensitive |
            no time to (lose | waste) | only (hour | minute | # hour | # minute | # day) {0,1} (remain | left) | put it off | time (be | is) {0,1} (up | short | of the essence) |
            before time runs out | (end | close | expire) in # (hour | minute) | last (few | #) (spot | seat | room | table | slot | place) | (final | last) (spot | seat) |
            nearly (gone | sold out | full) | (not | won't) {0,1} be (here | around | available) {0,1} (long | forever) | tick tock | beat the clock | sooner rather than later |
            drop everything | without delay | this very (minute | moment | second) | blink and
        """,
        found=("Act now before it's too late!", "Only 3 left in stock!"),
        left=("Today only the lobby is open.", "The offer ends on May 31."),
    ),
    "blaming_words": PhraseClass(
        about="Words that put the fault on the customer.",
        expressions="""
            you failed to | you should have known | you forgot (to | the | about | that | it) | you {0,1} (give | send | enter | provide | order | pick | choose | type) (us | the | a | in) {0,1} wrong |
            (we | I) {0,2} tell you {0,2} (already | before | twice | # times) | you neglected | you refused to | you ignored |
            you overlooked | you missed {0,2} (deadline | payment | step | window | cutoff) | you (misread | misunderstood | misheard | misused | mishandled | misplaced) |
            you should have {0,2} (read | call | check | ask | know | tell | book | cancel | look | notice | come | bring | contact |
            order | send | use | write | notify | keep | say | follow | make) |
            (you | user | customer) (error | mistake) | your {0,1} (mistake | fault | error | carelessness | oversight | negligence | responsibility to) | your own doing |
            (as | like) {0,2} (we | I) {0,1} already {0,1} (tell | explain | say | inform | mention) |
            you (did not | didn't | never) {0,1} (follow | read | check | tell | call | provide | send | show | listen | attach | include | mention | respond | reply | answer | cancel | bring | confirm) |
            you {0,1} clearly | you must have {0,2} (enter | type | click | forget | misread | lose | select | give | put | miss | delete | order) |
            if you had {0,2} (call | read | check | tell | ask | come | cancel | book | follow | listen | pay | contact) {0,14} (could | would | might) have |
            had you {0,2} (call | read | check | tell | ask | come | cancel | book | follow | listen) {0,14} (could | would | might) have |
            you (claim | allege | insist) that | you claim to | your so-called | because you (were late | be late | forget | fail | not | cancel | wait | come late) |
            you (are | were) {0,1} (wrong | mistaken | confused | careless | irresponsible | at fault | to blame | the problem | being difficult | being unreasonable) |
            you (got | have | had) it wrong | you (caused | brought) this | you brought it on yourself | you only have yourself |
            (nobody's | no one's) fault but | (that | this | it) be on you | up to you to have | you ought to have | you could have {0,1} (call | read | check | tell | ask) |
            you chose to | you {0,1} agree to {0,2} term | you people | you always | your own fault |
            your (failure | refusal | inability | negligence | lack) (to | of) | because of your {0,1} (mistake | error | delay | failure) | due to your {0,1} (mistake | error | delay | failure) |
            (result | consequence) of your {0,1} (action | mistake | delay | choice | decision) | you (broke | damaged | ruined) | you made {0,3} mistake |
            (mistake | error | problem | issue) on your (end | part | side) | if only you had | next time {0,3} (read | check | be more careful | call | plan) | be more careful |
            pay {0,1} attention | as clearly (stated | explained | marked | mentioned) | (it | policy | page | sign | email) clearly (state | say | explain) | you had {0,2} (chance | opportunity) to
        """,
        found=("You failed to cancel in time.", "You should have read the terms."),
        left=("You should have received a text by now.", "That was our mistake."),
    ),
    "overpromises": PhraseClass(
        about="Promises that nobody can be sure to keep.",
        claims=True,
        expressions="""
            we guarantee | I promise | 100% satisfaction | (we | I) {0,2} guarantee | (you | it | they | this | that | result | delivery | order | satisfaction | success | approval) be guaranteed | (result | delivery | satisfaction | success | approval) guaranteed |
            guaranteed {0,2} (to | result | satisfaction | delivery | approval | fit | success) |
            (we | I) {0,1} (promise | swear | assure you | vow) | (we | I) give you {0,2} word | have {0,1} (my | our) word |
            rest assured | you can be {0,1} (certain | sure) that | trust us | mark my words | no doubt | without {0,1} doubt | without fail |
            never (happen | occur) again | (not | never) {0,2} happen again | you will never {0,2} (have | wait | need | be | pay | see | worry) |
            you'll never {0,2} (have | wait | need | be | pay | see | worry) |
            (we | I) {0,1} always (answer | reply | respond | deliver | find | get | fix | win | arrive | have) |
            # % (safe | secure | effective | guaranteed | accurate | reliable | risk-free | satisfied | satisfaction | success) |
            (completely | totally | perfectly | absolutely | entirely) {0,1} (safe | risk-free | painless | harmless | foolproof | secure) |
            (no | zero | without) {0,1} risk | risk-free | foolproof | fail-safe | can't go wrong | nothing (can | could | will) go wrong | (no | not {0,3} any) (problem | issue | delay) {0,2} (ever | whatsoever) |
            (we | I) can fix (anything | everything | it all) | whatever it takes | no matter what | at any cost |
            (every | each) {0,1} single time | works every time | (work | perfect | safe) for everyone | will {0,2} (definitely | certainly | surely | absolutely) |
            definitely {0,1} (be | arrive | get | have | come | work | love | fix | ship) | will {0,6} for (sure | certain) |
            (best | finest | greatest | cheapest | safest | fastest) {0,2} in {0,1} (world | town | country | city | universe | planet) | the best ever |
            # % money-back | never fail | instant (result | approval) | overnight success | life-changing | miracle | perfect result |
            (you will | you'll) {0,2} be approved | bound to (love | work | arrive | get) | sure to (love | work | arrive | get) | count on it | cross {0,1} heart |
            never {0,2} (let you down | disappoint) | impossible {0,4} to fail | (every | all) (customer | guest | patient | client | member) {0,2} (leave happy | leave | love | rave) |
            (make (sure | certain) | ensure) {0,4} never | always get {0,2} right | flawless | worry-free | hassle-free | second to none | like no other |
            nobody does it better | (be | are) unbeatable | beyond your (wildest | expectation) | (exceed | surpass) {0,1} expectation | zero (problem | issue | hassle | risk)
        """,
        found=("We guarantee that it will arrive on Friday.", "You have my word."),
        left=("We cannot guarantee a table.", "The gift card never expires."),
    ),
    "internal_jargon": PhraseClass(
        about="Words of the back office that mean nothing to a customer.",
        expressions="""
            tier (# | one) | SLA | escalated your ticket | L# (support | agent | team | engineer) | level # (support | agent | team) | T# support |
            (escalate | route | assign | transfer) {0,3} (ticket | case) | (ticket | case) {0,4} (backlog | queue | pipeline | bucket | escalate | assign | triage) |
            backlog | CRM | POS | SKU | UPC | WMS | OMS | ERP | EHR | EMR | SOP | KPI | QA | CSR | RMA | PNR | NDC | ETL | API |
            MTD | YTD | EOD | COB | EOW | AHT | CSAT | NPS | FCR | KB article | PII | BOH | FOH | back of house | front of house | back office |
            walk-in rate | rack rate | no-show {0,1} (status | code | flag | fee code) | (show | have | mark) {0,2} no-show | reason code |
            disposition code | status (# | code) | (macro | canned response) | zendesk | salesforce | hubspot | freshdesk | jira | servicenow |
            epic chart | warm transfer | cold transfer | ping {0,4} (team | colleague | manager | them | desk | department) | (back-end | backend) (team | system | issue | office) |
            front-end system | tech stack | stand-up meeting | hotfix | ticketing system | knowledge base article |
            (our | the) (vendor | 3PL | fulfillment partner) | fulfillment (status | queue | center code | node) | cross-dock | backorder status | par level |
            (push | kick) {0,3} (live | upstream | downstream) | out of scope | in scope | bandwidth to | cost center | churn rate | upsell | cross-sell |
            (per | in | on) our system notes | system notes | internal (note | policy code | process | ticket | team) | loop into | looped into | adjudicat* | prior auth | DAW | sig code |
            (code | flag | tag | mark) as a no-show | ops team | ops will | WISMO | BOPIS | FIFO | COGS | kicked back (by | to) | (action | close | reopen) the ticket |
            (L# | T#) team | store ops | dispo code | hard-coded | config | backend ticket
        """,
        found=("I've escalated your ticket to tier 2.", "Our SLA is four hours."),
        left=("Your ticket for the show is at the desk.", "There is a queue at the counter."),
    ),
    "excessive_apologies": PhraseClass(
        about="Apologies that go on, or go too far; a plain “we are sorry” is none.",
        expressions="""
            so so sorry | so {5,5} so sorry | terribly sorry | deepest apologies | (terribly | extremely | deeply | profoundly | dreadfully | awfully | incredibly | immensely |
            sincerely | truly | genuinely | beyond | unbelievably | super | ever so | most | horribly | eternally) sorry | very very sorry | really really sorry |
            so very sorry | truly and (sincerely | deeply) | sincerely and (truly | deeply) sorry | deeply regret | deeply and sincerely |
            (deepest | most sincere | sincerest | profound | heartfelt | humblest | humble | utmost | endless | million | thousand) {0,1} (apology | apologies | regret) |
            (thousand | million) {0,1} (apology | pardon | times sorry) | # apologies | apologize (profusely | deeply | sincerely | wholeheartedly | again and again | endlessly | from the bottom) |
            (deeply | sincerely | profoundly | humbly | truly | profusely | wholeheartedly) apologize | (not | cannot | can't) apologize enough | (not | never) be sorry enough |
            (not | cannot | can't) {0,2} (express | say | tell | describe) {0,2} how (sorry | bad | terrible | awful) | words {0,3} how sorry | how sorry (we | I) |
            sorry again and again | again {0,1} sorry | once again {0,8} (sorry | apologize | apologies) | sorry once again | (beg | ask for | seek | pray for) {0,2} (forgiveness | pardon) |
            please {0,1} forgive | forgive (us | me) | (I | we) feel (terrible | awful | horrible | dreadful | so bad | sick) | (I am | we are) (mortified | ashamed | heartbroken | devastated | horrified | embarrassed) |
            (unforgivable | inexcusable) | there is no excuse | (hang | hanging) {0,1} head | from the bottom of {0,1} heart | so sorry {0,4} so sorry | sorry {0,2} sorry {0,2} sorry | sorry sorry |
            (sorry | pardon us | pardon me | apologize) {0,2} # times | (really | very | so) {5,5} (really | very | so) sorry | sick about this | on (my | our) knees | (full | filled) of regret
        """,
        found=("We are so, so sorry.", "Please accept our deepest apologies."),
        left=("We are sorry for the delay.", "You do not need to apologize."),
    ),
    "dismissive_phrases": PhraseClass(
        about="Phrases that brush a customer off.",
        expressions="""
            calm down | not my department | nothing I can do | nothing {0,2} (we | I) can do | nothing to be done | not (my | our) (problem | fault | job | department | concern | responsibility) |
            (as | like) (I | we) {0,2} (already | previously) {0,1} (say | tell | explain | mention) | (I have | we have) {0,2} (tell | explain) {0,2} (# | several | many) time | as already (say | state | explain | mention) | like (I | we) said | as (I | we) {0,1} said before |
            as previously (state | mention | explain) | you {0,1} just have to (wait | live | accept | deal | be patient) | you'll have to wait | have to live with | deal with it | get over it | suck it up |
            those are the rules | just {0,1} policy | rules are rules | that's (the rule | our policy and | just the way | just how) | that's just (policy | the way | how) | policy is policy | it's {0,1} company policy |
            it is what it is | hands are tied | take it or leave it | don't know what to tell you | not sure what to tell you | what do you want (me | us) to |
            you need to (calm down | chill | be patient | understand that) | don't be (silly | dramatic | so | upset | angry) | no need to (be upset | get upset | panic | shout | be rude) |
            (nobody | no one) else {0,2} (complain | have this | has this | has had | mention) | first (complaint | time anyone) | if you say {5,5} so | whatever you say | so what | big deal | not {0,2} big deal |
            obviously | clearly you | common sense | you're overreacting | overreact* | stop (complain* | shouting | whining) | beggars can't | can't please everyone | can't help you | not worth {0,1} (time | fuss) |
            (should | would) be obvious | read the (terms | fine print | policy | faq) | google it | you can (look it up | figure it out) | it out yourself | too bad | tough luck | not {0,1} concern of ours | beyond (our | my) control {5,5} (so | you) |
            not how (it | this | things) {0,1} work | nothing (more | else | further) to (say | add | discuss) | end of (story | discussion) | case closed |
            that's life | such is life | lighten up | sort it out yourself | been over this | how many times | for the last time |
            that's final | decision is final | no exceptions | nothing personal | you heard me | I already (told | explained) {0,1} you
        """,
        found=("Calm down, it is only a fee.", "That's not my department."),
        left=("You just have to show the code.", "The rules of the pool are on the wall."),
    ),
}
