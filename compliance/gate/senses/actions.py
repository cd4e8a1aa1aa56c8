"""What is done or happens, in the many words for it; ``a >< b`` names two that exclude each other."""

from __future__ import annotations

from typing import Final

ACTIONS: Final = """
fade >< endure: fade | dull | wash out | bleach | discolor* | lose {0,2} (color | intensity | brightness | vibrancy) | pale | wear off | blur
endure: stay {0,2} (bright | vivid | crisp | sharp | fresh | the same | put | true) | keep {0,2} (color | brightness | shape) | hold up | colorfast | endure | last {0,2} (forever | lifetime | life)
rise >< drop: rise | climb | increase | go up | gain | appreciate | grow | be worth more | jump | higher | raise {0,2} (price | rent | rate | value | fee) | hike | surge | shoot up | boost
drop: drop | fall | decrease | go down | decline | reduce | lower | shrink | depreciate | cheaper | sink | slip | lessen
begin >< finish: begin | start | commence | launch | kick off | get going
finish: finish | complete | done | end | over | wrap up | be through | conclude | ready | come off | be off | off by | taken off | remove
stop: stop | quit | discontinue | cease | come off | go off | halt | give up | skip | drop | wean off | no longer (take | use | need) | leave off
continue: continue | keep | carry on | go on | stay on | resume | remain on
cancel: cancel | terminate | end | call off | stop | close | drop | withdraw | void | rescind | get out of | walk away from | back out
pause: pause | freeze | suspend | put on hold | place on hold | hold off
approve >< reject: approve | grant | issue | accept | get | okay | greenlight | sign off | come through | secure | receive | go through | give the go ahead
reject: reject | refuse | turn {0,2} down | deny | decline
pass >< fail: pass | get through | clear | sail through | make it through | ace | meet the standard | go through
fail: fail | flunk | not make it | get rejected
promise: @sense_certain
adopt: adopt | adoption | take {0,3} home | bring {0,3} home | go home with | leave with | rehome | give {0,3} (a home | a new home) | walk out with | head home with
deliver: deliver | drop off | ship | bring | arrive | get there | get {0,2} to you | reach you | at your door | show up | on your doorstep
arrive: arrive | come | get there | show up | reach | be there | be with you | be out | on site | at your (door | place | home)
depart: depart | leave | take off | set off
delay >< punctual: delay | late | postpone | hold {0,1} up | behind schedule | push {0,1} back | setback | run behind | overdue | disrupt*
punctual: on time | punctual | on schedule | promptly | as scheduled | to the minute
repair: repair | fix | mend | restore | patch | put right | sort out | service | rebuild | make {0,3} (good | like new)
break: break | crack | shatter | snap | fail | malfunction* | stop working | break down | give out | quit working | conk out
damage: damage | harm | ruin | scratch | dent | stain | hurt | warp | destroy | spoil | mar | wreck
injure: hurt | harm | injure | injury | wound | endanger | sicken | poison | make {0,3} (ill | sick)
protect: protect | shield | guard | safeguard | keep {0,3} safe | secure | defend | keep {0,4} from
prevent: prevent | stop | keep {0,4} from | ward off | stave off | protect (against | from) | avoid | block | keep away | fend off | guard against | head off | put a stop to | deter | repel
cause: cause | lead to | trigger | bring on | result in | make
cure: cure | heal | treat | get rid of | fix | resolve | clear up | remedy | eliminate | reverse | beat | end | put an end to | relieve | be gone
relieve: relieve | ease | soothe | calm | reduce | help with | take the edge off | take away | alleviate | lessen | good for | great for | best for | work wonder | settle | quiet | melt away | knock out | unwind | perfect for
improve >< worsen: improve | better | boost | enhance | upgrade | strengthen | sharpen | help | restore | increase | faster | stronger
worsen: worsen | get worse | deteriorate | go downhill
sleep: sleep | insomnia | rest | doze | nod off | put {0,2} to sleep | knock {0,3} out | fall asleep | asleep | bedtime | restful | shut-eye | slumber
relax: relax | unwind | calm | stress | anxiety | anxious | tension | mellow | soothe | nervous | worried | panic
kill: kill | wipe out | exterminate | eradicate | get rid of | eliminate | destroy | rid {0,2} of | be gone | take out | finish off
return_pest: return | come back | reappear | re-infest* | show up again
remove: remove | get rid of | take {0,2} (off | out | away) | eliminate | strip | clear | lift | wipe | erase | delete | get {0,3} out
clean: clean | sanitize | disinfect | sterile | sterilize | spotless | hygienic | scrub | wash
see: see | view | look at | access | open | have {0,4} in front of me | pull up | read | check | have access to | bring up | look up
contact: contact | call | phone | text | email | reach out | message | get in touch | write
share: share | sell | disclose | pass {0,2} on | give out | hand over | reveal | pass along | release | transfer | forward
keep: keep | store | retain | hold on to | save | hang on to
delete: delete | erase | remove | wipe | destroy | purge | scrub
track: track | monitor | follow | watch | log | record | trace | locate
record: record | tape | film | video | listen
recommend: recommend | suggest | advise | endorse | refer you to | go with | should (use | hire | see | try | call | pick | choose) | vouch for | point you to | send you to | favorite | best choice
tell: tell | inform | let {0,2} know | notify
hire: hire | employ | recruit | job | take on
fire: fire | lay off | dismiss | terminate
pay: pay | cover | settle | foot | pick up {0,2} (bill | tab | cost) | reimburse | take care of | compensate | on us | absorb | fund
waive >< owe: waive | forgive | absorb | eat | (we | us | i | company) {0,4} (pay | cover | take care of | pick up | handle | eat | absorb) | drop | skip | knock {0,4} off | take {0,4} off | on us | erase | write {0,3} off | refund | swallow | cancel | credit {0,4} back | get rid of | save you
owe: (you | customer) {0,4} (pay | owe) | owe | responsible for | not waive
charge >< free: charge | bill | cost | fee | invoice | pay | owe | $ #
refund >< withheld: refund | money back | reimburse | give {0,3} back | get {0,3} back | return your (money | payment | deposit) | repay
withheld: (we | us | club | store | company | shop) {0,3} (keep | retain) | stay {0,2} with (us | club | store | company | shop) | nonrefundable | non-refundable | forfeit | final sale | gone for good | not see {0,3} again
return: return | bring back | send back | come back | take back | exchange | give back
exchange: exchange | swap | trade | switch
replace: replace | swap | new one | exchange | switch out | substitute
transfer: transfer | pass on | hand over | hand on | move {0,3} (over | to) | turn over | convey | carry over | roll over | switch | give to | sell on | reassign | sign over | move
earn: earn | get | receive | collect | make | gain | pocket | rack up
save: save | cut | lower | reduce | less | cheaper | keep more
lose: lose | forfeit | miss out | give up
borrow: borrow | lend | loan | finance
invest: invest | put {0,4} into | buy | trade
win: win | succeed | prevail | come out on top | victory | beat
sue: sue | lawsuit | court | legal action | take {0,2} to court
admit: admit | accept | acknowledge | own up
confirm: confirm | guarantee | secure | lock in | set | finalize | book
reserve: reserve | book | hold | save | set aside | secure | put {0,2} aside
enter: enter | come (in | into | inside) | go (in | into | inside) | step (in | into | inside) | access | let (himself | herself | themselves) in | walk in | get in
leave: leave | exit | walk out | go home | discharge
stay: stay | remain | sleep over | spend the night | board | lodge | overnight
board: board | boarding | kennel | stay {0,2} (with us | here | overnight) | overnight | lodge | check in | drop {0,3} off
swim: swim | pool | splash | water | dive | paddle
drive: drive | ride | operate
park: parking | park your | park (for | in | on | at | behind | there | here) | valet | garage | (leave | put) {0,2} (car | vehicle) {0,3} (in | at | on | with | here) | car park | our lot | free lot | parking (lot | space | spot) | park {0,1} (free | overnight)
smoke: smoke | vape | cigarette | cigar | tobacco | light up
drink: drink | beverage | sip
eat: eat | consume | have | enjoy | dig in
cook: cook | grill | bake | fry | prepare
grow: grow | regrow | sprout | thicken | come in | fill in | growth
heal: heal | recover | mend | get better | be back to normal | back on {0,1} feet | get over
hear: hear | noise | sound
watch: watch | supervise | look after | mind | keep an eye on | care for | monitor
supervise: supervise | supervision | watch | accompany | look after | with {0,3} (adult | parent)
train: train | teach | coach | instruct | certify | qualify
learn: learn | speak | fluent | master | read
graduate: graduate | degree | diploma | get certified | qualify
test: test | check | screen | inspect | examine | examination | exam
inspect: inspect | inspection | check | examine | look over | go over | survey
diagnose: diagnose | diagnosis | you have | sound like | look like | that's a case of
prescribe: prescribe | prescription | script | rx | write you
vaccinate: vaccine | vaccinate | shot | immunize | immunization | jab | booster | rabies | distemper | bordetella
sedate: sedate | sedation | sedative | anesthesia | anesthetic | anaesthe* | asleep | put {0,2} (under | to sleep) | numb | laughing gas | nitrous | twilight | go under | knock {0,2} out
operate: surgery | operation | operate | procedure
extract: extract | pull | remove | take out
whiten: whiten | bleach | lighten | brighten | shade white*
straighten: straighten | align | even out | braces | aligner
install: install | set up | put in | fit | hook up | mount
upgrade: upgrade | better room | suite | bump up | move up | bigger room
downgrade: downgrade | move down
switch: switch | change | move | port | swap
unlock: unlock | open up | jailbreak
throttle: throttle | slow down | reduce {0,2} speed | cap | slow | limit
connect: connect | link | hook up | signal | online
tow: tow | haul | flatbed | wrecker
crash: accident | crash | collision | wreck | fender bender | hit | pileup | smash | incident | write-off | totaled
rent: rent | lease | hire | let
buy: buy | purchase | order | get | pick up
sell: sell | resell | sale
match: match | beat | meet | equal
appraise: appraise | value | estimate | worth | quote
negotiate: negotiate | haggle | bargain | come down on
insure: insure | insurance | cover | coverage | policy | protected
claim_benefit: claim | benefit | payout
lie: lie | mislead | pretend | fake
stain: stain | mark | spot | discolor*
shrink: shrink | tighten
leak: leak | drip | seep | water (damage | intrusion)
explode: explode | catch fire | burn | overheat
match_child: place | spot | space | seat | opening | enroll | slot
attend: attend | join | take part | come along | participate | enroll
bring: bring | carry | take | have
wear: wear | put on | dress | dressed in
carry: carry | bring | have {0,2} on you | possess
touch: touch | hold | handle | cuddle | feed
open: open | in business | doors open
close: close | shut | shut down
wait: wait | line | queue | hold
work: work | effective | do the job | succeed | deliver results | do the trick | effective
fit: fit | suit | right for | work for | ideal for | compatible with | made for
refill: refill | renew | top up | another (supply | fill)
dispense: dispense | hand out | fill | give {0,2} out | sell | supply
substitute: substitute | swap | replace | generic | instead
lose_weight: lose {0,4} (weight | pound | lb | inch | kilo) | weight loss | slim | drop {0,3} (pound | dress size | size) | shed | burn fat | get thin
report: report | notify | tell | disclose
evict: evict | eviction | throw {0,2} out | kick {0,2} out | remove
inherit: inherit | estate
withhold: withhold | hold back | keep back | refuse to (give | release)
discriminate: discriminat* | not rent to | turn away
help >< worsen: help | aid | support | good for | great for | best for | improve | better | relieve | ease | promote | put {0,2} to | assist | boost | benefit | work wonder | the trick | perfect for
get_in: accept | take | welcome | allow | bring {0,3} (to | in | along | into) | let {0,3} in
hold_liable: responsible | liable | liability | fault | blame | negligent
assign: assign | name | designate | appoint
force: force | pressure | coerce | require
include: include | come with | part of | throw in | bundled
respond: respond | reply | answer | get back to
handle: handle | deal with | take care of | manage | process
expire_act: expire | lapse | run out | end | no longer valid
seat: seat | table | sit
host: host | hold | organize
sign: sign | signature | initial | put your name
ask: ask | approval | permission | consent | okay | check with you | call you first | sign-off | authorize
buy_from: order | purchase
prepaid: prepaid | pre-paid | paid in advance | paid up front | package | pack
combine: combine | mix | take {0,3} together | take {0,4} alongside | take {0,4} with
"""
