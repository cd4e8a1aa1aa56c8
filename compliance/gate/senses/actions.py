"""What is done or happens, in the many words for it; ``a >< b`` names two that exclude each other."""

from __future__ import annotations

from typing import Final

ACTIONS: Final = """
fade >< endure: fade | dull | wash out | bleach | discolor* | lose {0,2} (color | intensity | brightness | vibrancy) | pale | wear off | blur | fading | yellow | tarnish | peel | wear out
endure: stay {0,2} (bright | vivid | crisp | sharp | fresh | the same | put | true) | keep {0,2} (color | brightness | shape) | hold up | colorfast | endure | last {0,2} (forever | lifetime | life)
rise >< drop: rise | climb | increase | go up | gain | appreciate | grow | be worth more | jump | higher | raise {0,2} (price | rent | rate | value | fee) | hike | surge | shoot up | boost | skyrocket | soar | moon | take off | double | triple | escalate | pick up | move up | trend up | top | to the moon | multiply | head north | inflate | expand
drop: drop | fall | decrease | go down | decline | reduce | lower | shrink | depreciate | cheaper | sink | slip | lessen | dip | plunge | plummet | crash | tumble | slump | come down | dive | head south | shorten | cut | slash | halve
begin >< finish: begin | start | commence | launch | kick off | get going | get (started | underway | under way | to work) | set out | embark | break ground | initiate | jump in
finish: finish | complete | done | end | over | wrap up | be through | conclude | ready | come off | be off | off by | taken off | remove | wrapped up | ended | close out | see {0,2} through | all set
stop: stop | quit | discontinue | cease | come off | go off | halt | give up | skip | drop | wean off | no longer (take | use | need) | leave off | leave off | refrain | drop out | come to an end | pull the plug | lay off | put {0,1} end to | bring {0,2} end | end
continue: continue | keep | carry on | go on | stay on | resume | remain on | go on with | proceed | maintain | stick with | persist
cancel: cancel | terminate | end | call off | stop | close | drop | withdraw | void | rescind | get out of | walk away from | back out | scrap | drop out | revoke | annul | undo | opt out | unsubscribe
pause: pause | freeze | suspend | put on hold | place on hold | hold off
approve >< reject: approve | grant | issue | accept | get | okay | greenlight | sign off | come through | secure | receive | go through | give the go ahead | authorize | sanction | agree to | give {0,2} (nod | blessing | approval | thumbs up) | sign {0,2} off | permit | pass
reject: reject | refuse | turn {0,2} down | deny | decline | rejection | rebuff | knock back | veto | say no | send {0,2} away | dismiss | disapprove
pass >< fail: pass | get through | clear | sail through | make it through | ace | meet the standard | go through | get a pass | succeed | make the grade | satisfy
fail: fail | flunk | not make it | get rejected | break | give way | give out | let you down | collapse | fall apart | break down
promise: @sense_certain
adopt: adopt | adoption | take {0,3} home | bring {0,3} home | go home with | leave with | rehome | give {0,3} (a home | a new home) | walk out with | head home with
deliver: deliver | drop off | ship | bring | arrive | get there | get {0,2} to you | reach you | at your door | show up | on your doorstep | hand {0,2} over | bring {0,3} (to | by) | reach | drop {0,3} off | dispatch | send | get {0,3} to | have {0,6} by
arrive: arrive | come | get there | show up | reach | be there | be with you | be out | on site | at your (door | place | home) | turn up | pull up | make it | land | roll up | be here | get here | touch down | reach
depart: depart | leave | take off | set off | head out | fly out | pull out | go off | get going | sail
delay >< punctual: delay | late | postpone | hold {0,1} up | behind schedule | push {0,1} back | setback | run behind | overdue | disrupt* | hold-up | holdup | lag | tardy | keep you waiting | wait
punctual: on time | punctual | on schedule | promptly | on-time | as scheduled | to the minute | on the dot | exactly at | sharp | right at | agreed (time | minute | hour) | like clockwork | at the (agreed | promised | stated | scheduled) (time | hour | minute) | prompt | when (promised | agreed | scheduled) | in good time | dead on
repair: repair | fix | mend | restore | patch | put right | sort out | service | rebuild | make {0,3} (good | like new) | refurbish | overhaul | restore | remedy | put {0,2} back together | work on | touch up
break >< intact: break | crack | shatter | snap | fail | malfunction* | stop working | break down | give out | quit working | conk out | chip | breakage | bust | smash | fracture | splinter | fall apart | collapse | bend | split | rip | tear | die | act up | go wrong
damage >< intact: damage | harm | ruin | scratch | dent | stain | hurt | warp | destroy | spoil | mar | wreck | scuff | scrape | chip | break | breakage | ding | nick | gouge | crack | tear | wear | swirl | blemish | burn | deface | discolor*
intact: intact | undamaged | unharmed | in one piece | unscathed | untouched | flawless | pristine | without {0,3} (scratch | chip | mark | dent | damage | crack | break) | in perfect (shape | condition | order) | good as new | exactly as it (left | was) | safe and sound | whole | unbroken | perfect
injure: hurt | harm | injure | injury | wound | endanger | sicken | poison | make {0,3} (ill | sick) | injure | maim | sprain | bruise | burn
protect: protect | shield | guard | safeguard | keep {0,3} safe | secure | defend | keep {0,4} from | safeguard | ward | insulate | cover | preserve | defend against | stand up to | proof against | resist | immune
prevent: prevent | stop | keep {0,4} from | ward off | stave off | protect (against | from) | avoid | block | keep away | fend off | guard against | head off | put a stop to | deter | repel | rule out | eliminate | ensure {0,4} not | avert | forestall | hinder | foil | thwart | curb | cut off
cause: cause | lead to | trigger | bring on | result in | make | due to | because of | owing to | result from | stem from | bring about | induce | give {0,2} rise to | reason | responsible for
cure: cure | heal | treat | get rid of | fix | resolve | clear up | remedy | eliminate | reverse | beat | end | put an end to | relieve | be gone | put right | fix | correct | restore | banish | rid | wipe out | overcome | conquer | recover* | get over | back to (normal | health | full)
relieve: relieve | ease | soothe | calm | reduce | help with | take the edge off | take away | alleviate | lessen | good for | great for | best for | work wonder | settle | quiet | melt away | knock out | unwind | perfect for | alleviate | numb | fade | dull | clear | free | cut | lift | mellow | banish
improve >< worsen: improve | better | boost | enhance | upgrade | strengthen | sharpen | restore | increase | faster | stronger | raise | rise | go up | climb | gain | higher | top | lift | turn around | jump | progress | grow | advance | get ahead | bring {0,3} up | do {0,2} better
worsen: worsen | get worse | deteriorate | go downhill | decline | suffer | slip | drop | fall | lower | get sicker | aggravate | backslide
sleep: sleep | insomnia | rest | doze | nod off | put {0,2} to sleep | knock {0,3} out | fall asleep | asleep | bedtime | restful | shut-eye | slumber
relax: relax | unwind | calm | stress | anxiety | anxious | tension | mellow | soothe | nervous | worried | panic
kill: kill | wipe out | exterminate | eradicate | get rid of | eliminate | destroy | rid {0,2} of | be gone | take out | finish off | zap | do away with | get every | purge | exterminated | deadly | lethal
waste: waste | squander | go to waste | throw {0,3} (away | out) | down the (drain | sewer) | in the (sewer | trash | landfill) | discard | bin | trash
reuse: recycle | reuse | re-use | reclaim | (use | used) {0,4} (again | over and over | once more | next | twice) | go {0,1} round again | come back {0,4} (next | again) | clean* and use* | go back into | second life | repurpose
return_pest: return | come back | reappear | re-infest* | show up again
remove >< remain: remove | get rid of | eliminate | take {0,4} (off | out | away) | come {0,1} out | eliminate | strip | clear | lift | wipe {0,4} (out | off | away | clean) | erase | delete | get {0,4} out | vanish | disappear | gone | go away | goes away | went away | going away | buff {0,3} out | dissolve | (say | wave | kiss) {0,2} goodbye | goodbye to | bid {0,2} farewell | farewell to | no more | banish | rid {0,2} of | a thing of the past | a memory | undo | cancel out | cut out | melt away | fade away | evaporate | leave {0,1} no (trace | mark | sign) | zero | end | nothing left | history | drop out | rub {0,3} out | scrub {0,3} (out | away | off) | wash {0,3} (out | away | off) | free of | filter {0,3} out | strain {0,2} out | free from | not a (trace | bit | speck | drop | hint | single) | (no | without) {0,1} trace
remain: remain | stay | left (on | in | behind | over) | persist | linger | still (there | visible | have | get | see | owe | pay) | find | leftover | come back
clean: clean | sanitize | disinfect | sterile | sterilize | spotless | hygienic | scrub | wash | rinse | mop | polish | tidy | purify | launder | wipe | vacuum
see: see | view | look at | access | open | have {0,4} in front of me | pull up | read | check | have access to | bring up | look up | observe | visible | spot | notice | on {0,2} screen | review | inspect | look into
contact: contact | call | phone | text | email | reach out | message | get in touch | write | get hold | connect with | touch base | drop {0,2} (line | note) | ring | dial | get back to
share: share | give {0,3} (number | address | email) | tell you | look {0,3} up | pass {0,1} along | sell | disclose | pass {0,2} on | give out | hand over | reveal | pass along | release | transfer | forward | leak | circulate | trade | distribute | provide {0,4} to | let {0,4} see | publish | divulge | spread
keep: keep | store | retain | hold on to | save | hang on to | hold | stash | stow | leave | room for | archive | house | stack | warehouse | tuck | park | space for
delete: delete | erase | remove | wipe | destroy | purge | scrub
track: track | monitor | follow | watch | log | record | trace | locate
record: record | tape | film | video | listen | footage | capture | videotape | on tape | on camera
recommend: recommend | suggest | advise | endorse | refer you to | go with | should (use | hire | see | try | call | pick | choose) | vouch for | point you to | send you to | favorite | best choice | urge | propose | pick | would (get | choose | take | pick | go) | worth | best bet | advocate | encourage | smart | wise | ought to | had better
tell: tell | inform | let {0,2} know | notify
hire: hire | employ | recruit | job | take on
fire: fire | lay off | dismiss | terminate
pay: pay | cover | settle | foot | pick up {0,2} (bill | tab | cost) | reimburse | take care of | compensate | on us | absorb | fund | shell out | spend | hand over | fork | owe | fund | bill | chip in | cough up | part with | treat
waive >< owe: waive | forgive | absorb | eat | (we | us | i | company) {0,4} (pay | cover | take care of | pick up | handle | eat | absorb) | drop | skip | knock {0,4} off | take {0,4} off | on us | erase | write {0,3} off | refund | swallow | cancel | credit {0,4} back | get rid of | save you
owe: (you | customer) {0,4} (pay | owe) | owe | responsible for | not waive
charge >< free: charge | bill | cost | fee | invoice | pay | owe | $ # | levy | tack on | assess | surcharge | price
refund >< withheld: refund | money back | reimburse | give {0,3} back | get {0,3} back | return your (money | payment | deposit) | repay | repayment | reimbursement | send {0,3} back | make {0,2} whole | money {0,3} return | credited | put {0,4} back
withheld: (we | us | club | store | company | shop) {0,3} (keep | retain) | stay {0,2} with (us | club | store | company | shop) | nonrefundable | non-refundable | forfeit | final sale | gone for good | not see {0,3} again
return: return | bring back | send back | come back | take back | exchange | give back
exchange: exchange | swap | trade | switch
replace: replace | swap | new one | exchange | switch out | substitute | supersede | change out | a new | trade {0,3} in | renew
transfer: transfer | pass on | hand over | hand on | move {0,3} (over | to) | turn over | convey | carry over | roll over | switch | give to | sell on | reassign | sign over | move
earn: earn | get | receive | collect | make | gain | pocket | rack up | make money | bring in | bank | profit | clear | take home
save: save | cut | lower | reduce | less | cheaper | keep more
lose: lose | forfeit | miss out | give up | cost you | wipe out | go down | bleed | drop
borrow: borrow | lend | loan | finance
invest: invest | put {0,4} into | buy | trade | put {0,4} in | park {0,3} (money | saving | cash) | stake | speculate | get in | buy in
win: win | succeed | prevail | come out on top | victory | beat
sue: sue | lawsuit | court | legal action | take {0,2} to court
admit: admit | accept | acknowledge | own up | own | concede | confess | take {0,2} (blame | responsibility)
confirm: confirm | guarantee | secure | lock in | set | finalize | book
reserve: reserve | book | hold | save | set aside | secure | put {0,2} aside | pencil {0,2} in | lock in | confirm | schedule | sign up
enter: enter | come (in | into | inside) | go (in | into | inside) | step (in | into | inside) | access | let (himself | herself | themselves) in | walk in | get in | break in | get inside | gain entry | set foot | let you in | get you in | admit | intrude
leave: leave | exit | walk out | go home | discharge
stay: stay | remain | sleep over | spend the night | board | lodge | overnight | sleep | overnight | night | crash | lodge | put up | live
board: board | boarding | kennel | stay {0,2} (with us | here | overnight) | overnight | lodge | check in | drop {0,3} off | (spend | stay) {0,4} (night | weekend) | sleep over | sleepover | till morning | until morning | look after {0,5} (night | weekend | morning) | # night | kennels | lodging | sitting | leave {0,3} (with us | here)
swim: swim | pool | splash | water | dive | paddle
drive: drive | ride | operate
park: parking | park your | park (for | in | on | at | behind | there | here) | valet | garage | (leave | put) {0,2} (car | vehicle) {0,3} (in | at | on | with | here) | car park | our lot | free lot | parking (lot | space | spot) | park {0,1} (free | overnight)
smoke: smoke | vape | cigarette | cigar | tobacco | light up | puff | light | nicotine
drink: drink | beverage | sip | swallow | gulp | lap up | mouthful | ingest | guzzle | down | taste
eat: eat | consume | have | enjoy | dig in | swallow | ingest | chew | taste | bite | feed | snack | gulp
cook: cook | grill | bake | fry | prepare
grow: grow | regrow | sprout | thicken | come in | fill in | growth
heal: heal | recover | mend | get better | be back to normal | back on {0,1} feet | get over | healing | mend | bounce back | rehabilitat* | restore
hear: hear | noise | sound
watch: watch | supervise | look after | mind | keep an eye on | care for | monitor | mind | sit for | babysit | baby-sit
supervise: supervise | supervision | watch | accompany | look after | with {0,3} (adult | parent) | adult present | oversight | oversee
train: train | teach | coach | instruct | certify | qualify | study | studied | educate | school | background in | degree | coursework | certification
learn: learn | speak | fluent | master | read
graduate: graduate | degree | diploma | get certified | qualify | alumni | alumnus | diploma | finish {0,3} (course | program | school)
test: test | check | screen | inspect | examine | examination | exam
inspect: inspect | inspection | check | examine | look over | go over | survey
diagnose: diagnose | diagnosis | you have | sound like | look like | that's a case of | that means | sign of | case of | suffer from | appear to have
prescribe: prescribe | prescription | script | rx | write you
vaccinate: vaccine | vaccinate | shot | immunize | immunization | jab | booster | rabies | distemper | bordetella
sedate: sedate | sedation | sedative | anesthesia | anesthetic | anaesthe* | asleep | put {0,2} (under | to sleep) | numb | laughing gas | nitrous | twilight | go under | knock {0,2} out
operate: surgery | operation | operate | procedure
extract: extract | pull | remove | take out
whiten: whiten | bleach | lighten | brighten | shade white*
straighten: straighten | align | even out | braces | aligner
install: install | set up | put in | fit | hook up | mount | mount | put {0,2} up | hang | assemble | connect | lay | placement
upgrade: upgrade | better room | suite | bump up | move up | bigger room
downgrade: downgrade | move down
switch: switch | move | port | swap | change (to | over) | change {0,2} (provider | carrier | plan | phone) | transfer
unlock: unlock | open {0,2} up | jailbreak | open (the | your | any | a) {0,2} (door | lock | car | house | safe | gate) | (let | get) {0,2} in | pop {0,2} (lock | door | trunk) | pick {0,3} lock | get {0,3} open | jimmy | crack {0,2} (safe | lock) | gain (entry | access)
throttle: throttle | slow down | reduce {0,2} speed | cap | slow | limit
connect: connect | link | hook up | signal | online
tow: tow | haul | flatbed | wrecker
crash: accident | crash | collision | wreck | fender bender | hit | pileup | smash | incident | write-off | totaled
rent: rent | lease | hire | let
buy: buy | purchase | order | get | pick up | grab | snap up | invest in | stock up | acquire | pay for
sell: sell | resell | sale | sold | hand {0,4} to | dispense | market | offload | supply | deal in | hand out | give out | supply
match: match | beat | meet | equal | undercut | as low as | same price
appraise: appraise | value | estimate | worth | quote
negotiate: negotiate | haggle | bargain | come down on
insure: insure | cover | coverage | protected | underwrite | make {0,1} good | make {0,2} whole
claim_benefit: claim | benefit | payout | file
lie: lie | mislead | pretend | fake
stain: stain | mark | spot | discolor*
shrink: shrink | shrunk | get smaller | lose {0,2} (size | shape) | tighten
leak: leak | drip | seep | water (damage | intrusion) | flood | moisture | damp | trickle | waterproof
explode: explode | catch fire | burn | overheat | blow up | go up in flames | ignite
match_child: place | spot | space | seat | opening | enroll | slot
attend: attend | join | take part | come along | participate | enroll | turn up | be there | show up
bring: bring | carry | take | have
wear: wear | put on | dress | dressed in | sport | have {0,3} on
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
report: report | notify | tell | disclose | alert | flag | turn in | call {0,2} (police | authorities)
evict: evict | eviction | throw {0,2} out | kick {0,2} out | remove | lock {0,2} out | force {0,2} out
inherit: inherit | estate
withhold: withhold | hold back | keep back | refuse to (give | release) | not (give | release | hand)
discriminate: discriminat* | not rent to | turn away
help >< worsen: help | aid | take the edge off | calm | soothe | support | good for | great for | best for | improve | better | relieve | ease | promote | put {0,2} to | assist | boost | benefit | work wonder | the trick | perfect for
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
change >< unchanged: change | alter | vary | adjust | modify | shift | fluctuate | rise | increase | go up | raise | hike | differ | revise | swing | surcharge
unchanged: fixed | locked | lock {0,3} in | final | frozen | set in stone | stay {0,1} put | stay the same | stay where it | (remain | stay) (constant | flat | level | stable) | stable | constant | unchanged | the same | won't budge | as it (is | was) | price protection
happen: happen | occur | take place | come about
ban >< permit: ban | outlaw | prohibit | forbid | disallow | bar
permit: permit | permission | clearance | authorization | approval
skip: skip | leave out | bypass | omit | do without | go without | get around | ignore | avoid | dodge | sidestep | forget about | no need for | not bother with | not stop for | do away with | forgo | off the books | not wait for
hurry: hurry | rush | speed | go faster | drive fast | drive faster | step on it | floor it | race | exceed | hit the gas | put {0,2} foot down | make up time | break {0,2} limit
steal >< secure: steal | stolen | theft | thief | thieves | burglar | burglary | rob | robber | robbery | break in | break-in | taken from | take {0,3} from | loot | shoplift | swipe | pilfer | get into | tamper | broken into | break ins | burgle | snatch | vandalize
secure: secure | burglar-proof | burglarproof | theft-proof | thief-proof | proof against | impenetrable | tamper-proof | untouchable | fort knox | locked up tight | safe from | impregnable
die >< survive: die | died | dead | death | pass away | deceased | kill | killed | perish | succumb | fatal | overdose | drown | murder | suicide
survive: survive | live through | pull through | make it
predict: predict | forecast | foresee
criticize: criticize | badmouth | put down | insult | rip off | inferior | worse | shady | disparage | overprice | lousy | terrible | overcharge | cut corners | junk | scam | sloppy | waste | wasting | want your money | dishonest | overpriced | mediocre | unreliable | untrustworthy | not be trusted | stay away | steer clear | rip-off | incompetent | awful | bad | sneaky | crook | disappoint*
compare: compare | versus | better than | cheaper than | worse than | unlike
pretend: pretend | pose | say you are | claim to be | lie
hide: hide | conceal | cover up | keep quiet | off the record | not mention | leave out | omit
forge: forge | fake | backdate | falsify | doctor | alter | phony | make up | pad
bribe: bribe | kickback | under the table | grease
threaten: threaten | or else | take you to court | send {0,3} collections | press charges | report you | warn | consequences
shame: shame | embarrass | blame | your own fault | should be ashamed
donate: donate | donation | charity | give {0,4} to (charity | cause) | proceeds
predate: backdate | (different | earlier | another | previous | later) {0,1} (date | day) | date {0,4} (last | back | earlier) | (put | write | print) {0,4} date | (date | day) {0,4} you (need | want | like) | date back
haunt: haunt | ghost | spirit
win_money: win | jackpot | lucky | payout | hit it big
double: double | triple | multiply | twice as much | grow tenfold
mix: mix | combine | together with | at the same time | alongside
dispose: dispose | dump | throw {0,2} away | toss | discard | bury | pour {0,3} (drain | sewer)
burn: burn | set fire | incinerate | torch
dig: dig | excavate
tamper: tamper | roll back | turn back | disable | bypass | remove | delete | disconnect | override
fly: fly | flight | take off | plane
hide_fee: hidden | surprise
chase: chase | pursue | follow
match_people: soulmate | find love | meet {0,3} (one | partner)
translate: translate | interpret | speak
fake_news: rumor | gossip
obey: obey | listen | behave | well-behaved | (do | does) {0,3} told | heel | come when called | obedient | follow command | mind {0,1} manners
prove: prove | show | demonstrate | verify | back up
"""
