"""Words of general English that may stand for each other, for words of a claim no group names.

One group a line. A word that stands in several groups may be replaced by the members of each.
"""

from __future__ import annotations

from typing import Final

SYNONYMS: Final = """
abandon | desert | give up on | leave behind
abuse | mistreat | mistreatment | maltreat | neglect
accelerate | speed up | hasten | expedite | rush | quicken
accurate | exact | precise | correct | spot on | error-free
achieve | accomplish | attain | reach | gain
adjust | adapt | tweak | tune | alter | modify
advance | early | beforehand | ahead of time | upfront
advantage | benefit | edge | upside | plus
advertise | promote | market | publicize | plug
afford | within budget | pay for
afraid | scared | fearful | anxious | nervous | frightened
age | years | lifetime | how old
agree | consent | go along | accept | okay
aid | help | assist | support | relief
alarm | alert | siren | warning system
amount | quantity | sum | total | volume
ancient | antique | age-old | vintage
anger | fury | rage | irritation | temper
announce | declare | reveal | disclose | unveil
answer | reply | respond | response
apologize | sorry | regret | apology
appear | show up | look | seem | emerge
appearance | look | looks | appeal
appetite | hunger | craving | hungry
approach | method | technique | way
approval | permission | blessing | consent | go-ahead
area | region | zone | district
argue | dispute | quarrel | fight | contest
assemble | put together | build | construct
assign | allocate | give | appoint
attack | assault | strike | hit | lunge at
attempt | try | effort | shot
attract | draw | lure | bring in
authentic | genuine | real | original
authority | official | government | agency | regulator | city hall | county | town
automatic | automated | self-acting | by itself | on its own
avoid | evade | dodge | escape | get around | steer clear of | keep away from
award | prize | honor | medal | trophy
bad | poor | terrible | awful | lousy | inferior
balance | equilibrium | steadiness | stability
bargain | steal | great deal | good buy
base | foundation | basis | bottom
battle | fight | war | combat
beautiful | gorgeous | stunning | lovely | attractive
behave | act | conduct | well-mannered
believe | trust | think | have faith
bend | flex | bow | curve
bill | invoice | statement | tab
bind | tie | fasten | attach
blame | fault | accuse | responsible
block | obstruct | stop | bar | prevent
bold | brave | daring | fearless
bonus | extra | perk | reward
borrow | loan | on loan
bottom | base | underside
brand-new | new | unused | never opened
bright | vivid | brilliant | radiant | luminous
broad | wide | extensive
build | construct | erect | put up | make
burden | load | weight | strain
bury | inter | lay to rest | burial
business | company | firm | enterprise
busy | occupied | hectic | swamped
calculate | compute | work out | figure
calm | relaxed | peaceful | tranquil | serene
capable | able | competent | fit
capture | catch | trap | seize
careful | cautious | prudent | mindful
careless | negligent | reckless | sloppy
carry | haul | transport | lug
catch | grab | trap | snag
celebrate | commemorate | party | honor
center | middle | core | heart
certificate | certification | diploma | credential
challenge | contest | dispute | appeal
chance | odds | likelihood | probability | possibility
cheat | trick | deceive | con | swindle
cheap | inexpensive | low-cost | affordable | budget
check | examine | verify | inspect | look over
chemical | compound | substance | additive
choose | pick | select | opt for | decide on
clear | obvious | plain | evident
climb | scale | ascend | go up
collapse | cave in | fall down | give way | crumble
collect | gather | take in | receive | pick up
color | shade | hue | tone | tint
combine | mix | blend | merge | join
comfort | ease | coziness | comfortable | cozy
command | order | instruct | tell
common | usual | ordinary | typical
communicate | talk | speak | contact
compensate | reimburse | pay back | make whole
compete | rival | vie | go up against
complain | grumble | object | gripe | complaint
complete | whole | entire | full | total | entirely | fully | completely | totally
complicated | complex | difficult | hard
component | part | piece | element
concentrate | focus | pay attention
condition | shape | state
confidential | private | secret | privileged
confirm | verify | validate | assure
conflict | clash | dispute | fight
confuse | puzzle | baffle | mix up
connect | link | join | attach | hook up
conserve | save | preserve | cut back on
consider | think about | weigh | contemplate
construct | build | erect | assemble
consume | eat | drink | ingest | swallow | use up
contagious | catching | infectious | spread
contain | include | hold | have
contaminate | pollute | taint | infect | contaminated | tainted | polluted
continue | go on | keep on | carry on
control | manage | handle | regulate | rein in
convenient | handy | easy
convert | change | turn | transform
convince | persuade | talk into | win over
cool | chill | cold | refrigerate
copy | duplicate | replicate | clone | reproduce
correct | right | fix | accurate | put right
corrupt | crooked | dishonest | bribed
cost | price | expense | charge | pay | come to
counsel | advise | advice | guide | guidance
courage | bravery | nerve
cover | wrap | hide | shield
crack | fracture | split | break | chip
create | make | produce | craft | design
crime | offense | felony | criminal
criticize | knock | fault | put down
crowd | throng | mob | packed | crowded
cruel | brutal | mean | harsh | inhumane
cure | heal | remedy | fix
current | present | existing | today's
custom | tailor-made | bespoke | made to order | personalized
cut | trim | slice | reduce | slash
danger | risk | hazard | peril | threat | dangerous | risky | hazardous | unsafe
dark | dim | unlit | black
dead | deceased | lifeless | departed | gone
deaf | hearing loss | hard of hearing
decay | rot | decompose | spoil | perish
deceive | mislead | trick | fool | lie
decide | determine | choose | settle | make up
decline | refuse | turn down | reject
decorate | adorn | furnish | trim
deep | profound | thorough
defeat | beat | overcome | conquer
defect | flaw | fault | imperfection | defective | faulty
defend | protect | guard | stand up for
defer | postpone | put off | delay
degree | diploma | qualification
delay | hold up | late | postpone | put off | push back
deliver | bring | hand over | drop off | arrive
demand | insist | require | call for
demolish | tear down | knock down | raze | level
deny | refuse | reject | withhold
depart | leave | go | set off
dependable | reliable | trustworthy | steady
deposit | put down | down payment | pay upfront
describe | depict | portray | explain
deserve | merit | earn | be worthy
design | plan | draw up | layout
destroy | ruin | wreck | demolish | wipe out
detail | particular | specific
detect | notice | spot | find | discover | sense
determine | decide | figure out | find out
develop | grow | build | evolve
die | pass away | perish | expire
diet | nutrition | eating plan | food intake
difference | distinction | gap | different
difficult | hard | tough | tricky | challenging
dig | excavate | burrow | break ground
dirt | soil | mud | grime | filth | dirty
disable | switch off | turn off | deactivate | disarm
disappear | vanish | fade away | go away | be gone
disaster | catastrophe | calamity
discard | throw away | toss | dump | get rid of
discomfort | pain | soreness | ache
discover | find | uncover | learn
discuss | talk about | speak about | debate
disease | illness | sickness | ailment | disorder
dismiss | let go | fire | sack
display | show | exhibit | present
disturb | bother | upset | interrupt | disrupt
divide | split | separate | share
donate | give | contribute | gift
doubt | question | uncertainty | unsure
drain | empty | run off | deplete
dream | fantasy | ideal
drive | steer | operate | behind the wheel
drop | fall | decrease | decline
dry | arid | dehydrated
durable | long-lasting | sturdy | tough | hard-wearing | last
dust | dirt | powder | particle
duty | obligation | responsibility | task
early | ahead of time | beforehand | soon
earn | make | gain | bring in | get paid
easy | simple | effortless | painless | a breeze
edge | border | rim | boundary
educate | teach | train | school | instruct
effect | result | outcome | impact
effective | works | work | powerful | potent | does the job
efficient | economical | productive
elderly | older | senior | aged
elect | vote | choose
electric | electrical | power | electricity
eliminate | get rid of | remove | do away with | wipe out | erase
embarrass | shame | humiliate
emergency | crisis | urgent
emission | exhaust | fumes | pollution
employ | hire | recruit | use
empty | vacant | bare | nothing in
encourage | urge | motivate | push
enemy | foe | rival | opponent
energy | power | vigor | stamina
enjoy | like | love | have fun
enlarge | expand | grow | increase | bigger
enough | sufficient | adequate | plenty
ensure | make sure | guarantee | see to it
enter | go in | come in | get into | step inside
entertain | amuse | delight
enthusiasm | excitement | passion
equal | same | identical | on par | just as
equipment | gear | kit | tools | machine
error | mistake | slip | fault
escape | get away | flee | run off | get out
estimate | guess | quote | ballpark
evaluate | assess | judge | rate | appraise
evidence | proof | documentation | sign
evil | wicked | sinister
exact | precise | specific | to the minute | to the day
exaggerate | overstate | inflate
examine | inspect | look at | check | study
exceed | go over | top | surpass | break | more than | beyond
excellent | great | superb | outstanding | first-rate
exchange | swap | trade | switch
exclude | leave out | omit | rule out
excuse | pardon | let off | forgive
exercise | workout | training | drill | drills | work out
exhaust | tire | wear out | drain
expand | grow | enlarge | widen
expect | anticipate | await | look forward
expensive | costly | pricey | dear
experience | background | expertise | know-how
experiment | test | trial
expert | specialist | authority | pro
explain | clarify | spell out | describe
explode | blow up | burst | detonate
expose | reveal | uncover | subject
extend | lengthen | prolong | stretch
extinguish | put out | douse | snuff
extraordinary | remarkable | exceptional | amazing
extreme | severe | intense
fabricate | make up | invent | fake
fail | break | give out | stop working | let down | not work
faint | pass out | black out | lose consciousness
fair | just | equitable | reasonable
faith | belief | religion | trust
fake | counterfeit | phony | imitation | knock-off
fall | drop | tumble | plunge | go down
false | untrue | wrong | incorrect | misleading
familiar | known | recognizable
famous | well-known | celebrated | renowned
fancy | elegant | upscale | luxury
fat | grease | lard | oil
fatal | deadly | lethal | kill
fault | blame | mistake | responsibility
favor | prefer | support | back
fear | dread | be afraid | worry
feed | nourish | give food
fertile | able to conceive | fertility | get pregnant
fight | battle | combat | brawl
film | record | videotape | on camera
final | last | ultimate | definite | settled
find | locate | discover | track down
fine | penalty | ticket | fee
finish | complete | end | wrap up | be done
fire | flame | blaze | burn
fireproof | flameproof | won't burn | not burn | can't burn | fire-resistant
firm | solid | hard | stiff
fit | suit | match | right size
flavor | taste | savor
flexible | bendable | adaptable
flood | inundate | overflow | water
fool | trick | deceive
forbid | ban | prohibit | not allow
force | make | compel | coerce | pressure
forecast | predict | projection | prediction
forget | not remember | overlook
forgive | pardon | let go | wipe out
formal | official | proper
fortune | wealth | riches | a lot of money
forward | pass on | send on | relay
fragile | breakable | delicate
fraud | scam | deception | con
free | no cost | no charge | complimentary | without charge
freeze | frozen | ice | lock
frequent | common | often | regular
fresh | new | just made
friendly | kind | warm | welcoming
frighten | scare | terrify | spook
fuel | gas | gasoline | petrol | diesel
fulfill | satisfy | meet | carry out
full | complete | entire | whole | total | 100
fun | enjoyable | entertaining
funny | humorous | hilarious
gain | get | earn | acquire | increase
gamble | bet | wager
garbage | trash | waste | rubbish | litter
gather | collect | assemble | come together
generous | giving | liberal
gentle | mild | soft | tender
give | hand | provide | donate | supply
glow | shine | radiance
goal | aim | objective | target
gorgeous | beautiful | stunning
gossip | rumor | hearsay
grant | give | award | issue | allow
grow | increase | expand | rise | get bigger
guard | watch | protect | security
guess | estimate | speculate
guest | visitor | company
guide | lead | direct | steer
guilty | at fault | to blame
habit | routine | addiction
handle | deal with | manage | take care of
handmade | hand-crafted | made by hand | artisan
happy | glad | pleased | satisfied | content
hard | difficult | tough
harm | hurt | damage | injure
harmless | safe | no danger | non-toxic | won't hurt
harsh | severe | rough | strict
hate | dislike | detest | loathe
heal | cure | mend | recover
heat | warm | hot | warmth
heavy | weighty | massive
height | tall | taller | inches
hide | conceal | cover up | keep secret | mask
high | tall | elevated
hire | employ | recruit | take on | job
history | past | record | background
hit | strike | punch | slap
hold | keep | store | contain
hole | gap | opening | puncture
honest | truthful | sincere | upright
horrible | awful | dreadful | terrible
hot | warm | heated | boiling
huge | enormous | giant | massive | large
human | person | people | man-made
humid | damp | moist
hunger | appetite | starving
hurry | rush | hasten | speed up | be quick
hurt | harm | injure | pain | damage
ideal | perfect | best | suited
identical | same | alike | no different | match
identify | recognize | name | spot
idle | unused | inactive
ignore | disregard | overlook | skip | pay no attention
illegal | unlawful | against the law | banned
imitate | copy | mimic
immediate | instant | at once | right away | on the spot
immune | protected | resistant | can't get | won't catch
imply | suggest | hint
import | bring in | from abroad | from overseas
important | significant | crucial | key
impossible | can't happen | cannot | no way
improve | better | enhance | boost | get better
include | contain | comprise | cover | come with
income | earnings | salary | wages | pay
increase | rise | go up | grow | climb | raise
incredible | unbelievable | amazing
independent | on your own | self-reliant
infect | contaminate | spread | give
inform | tell | notify | let know
ingredient | component | content | made with
inherit | come into | left to
injure | hurt | wound | harm | injury
innocent | blameless | not guilty
insect | bug | pest
insert | put in | place in
inside | indoors | interior | within
inspect | check | examine | look over
install | fit | put in | set up | mount
instant | immediate | on the spot | at once | in minutes
insult | offend | rude | disrespect
insure | cover | protect | underwrite
intelligence | iq | smart | smarter | brain
intense | strong | extreme
interfere | meddle | get in the way
interrupt | cut off | disturb | break in on
invade | intrude | break into
invent | create | make up | come up with
invest | put money | stake | fund
invisible | unseen | hidden | can't see | not show
invite | ask | welcome
irritate | annoy | inflame | bother
issue | give out | hand out | provide
itch | scratch | tickle
jail | prison | behind bars | lock up | arrest
join | enroll | sign up | become a member
joke | jest | kid | make fun of
judge | assess | evaluate
jump | leap | hop
keep | hold | retain | store | hang on to
kidnap | abduct | take away
kill | murder | slay | destroy | wipe out
know | be aware | understand
lack | be without | missing | shortage
language | tongue | speak
large | big | huge | great
last | endure | hold up | go on
late | delayed | behind | overdue | tardy
laugh | giggle | chuckle
law | statute | regulation | rule | legal
lazy | idle | slack
lead | guide | head | run
leak | drip | seep | ooze
learn | study | master | pick up
lease | rent | let | hire
leave | depart | go | exit
lend | loan | advance
liable | responsible | accountable | on the hook
license | permit | licensed | certification
lie | fib | untruth | deceive | untrue
life | living | existence | lifespan
lift | raise | hoist | pick up
light | lamp | glow | illumination
limit | cap | ceiling | maximum | restriction
liquid | fluid | water
listen | hear | eavesdrop | overhear
live | reside | dwell | stay
locate | find | track down | pinpoint
lock | secure | fasten | bolt
logical | sensible | reasonable
lonely | alone | isolated
lose | forfeit | misplace | be out
loud | noisy | blaring
love | adore | romance | affection
low | small | little | cheap
loyal | faithful | devoted
luck | fortune | lucky
luxury | upscale | high-end | deluxe | premium
machine | device | equipment | apparatus
magic | miracle | miraculous | wonder
mail | post | send | letter
maintain | keep up | service | preserve | upkeep
malfunction | break down | fail | act up
manage | run | handle | oversee
manipulate | control | rig | tamper with
manufacture | make | produce | build
mark | trace | spot | stain
massive | huge | enormous
match | equal | meet | beat
material | fabric | substance | stuff
mature | grown | adult | ripe
measure | gauge | size
medicine | drug | medication | remedy | cure
meet | encounter | get together
melt | thaw | dissolve
memory | recall | remember | recollection
mend | fix | repair | patch
mention | bring up | refer to | speak of
mercy | pity | compassion
mess | clutter | disorder | dirty
method | way | technique | approach
mild | gentle | light | slight
misbehave | act up | naughty
miss | skip | fail to
mistake | error | slip-up | blunder
mix | blend | combine | stir
modern | up-to-date | contemporary | current
moist | damp | wet | humid
mold | mildew | fungus | spore
monitor | watch | track | supervise
mood | spirits | happiness | depression
move | relocate | shift | transfer
muscle | strength | bulk | mass
mystery | secret | puzzle
natural | organic | chemical-free | no additives
neat | tidy | clean | orderly
necessary | needed | required | essential | must
neglect | ignore | overlook | abandon
negotiate | bargain | haggle | talk down
nervous | anxious | on edge | tense
new | fresh | unused | recent
nice | pleasant | lovely
noise | sound | racket | loud
normal | usual | regular | standard | ordinary
notice | see | spot | observe
notify | tell | inform | alert
numb | no feeling | can't feel | deaden
obey | follow | comply | listen | behave
object | protest | oppose | complain
observe | watch | see | notice
obtain | get | acquire | secure
obvious | clear | plain
occupy | live in | fill
odor | smell | scent | stink | aroma
offend | insult | upset
office | bureau | desk
open | unlock | unseal | let in
operate | run | work | use
oppose | be against | resist | fight
order | purchase | buy
ordinary | common | normal | plain
organic | natural | pesticide-free
organize | arrange | plan | set up
original | genuine | first | authentic
outdoors | outside | open air
outlive | last longer | survive
outrun | faster than | beat
overcharge | rip off | charge too much
overcome | beat | conquer | get over | defeat
overdose | too much | take too many
overlook | miss | ignore
oversee | supervise | watch over
overweight | fat | obese | heavy
own | have | possess | belong
pack | box up | load | wrap
pain | ache | hurt | soreness | discomfort
paint | coat | color
panic | alarm | fear
parent | mother | father | mom | dad
partner | spouse | companion
pass | get through | succeed | clear
patience | calm | tolerance
pause | halt | break | hold
pay | shell out | spend | cover | settle
peaceful | quiet | calm | tranquil
perfect | flawless | ideal | without fault | spotless
perform | do | carry out | conduct
permanent | lasting | forever | for life | for good
permission | consent | approval | leave | authorization | permit
permit | allow | let | authorize
persuade | convince | talk into
pet | animal | dog | cat
photograph | photo | picture | snapshot
pierce | puncture | stab
plain | simple | basic
plan | scheme | program
play | have fun | game
pleasant | nice | enjoyable
pledge | promise | vow | swear
poison | toxin | toxic | venom
polite | courteous | respectful
pollute | contaminate | dirty
poor | broke | needy | bad
popular | well-liked | in demand
portion | part | share | serving
possess | own | have | hold
possible | feasible | can be done
postpone | delay | put off | push back | reschedule
potent | strong | powerful
poverty | hardship | need
power | strength | energy | force
practice | exercise | rehearse | drill
praise | compliment | applaud
pray | prayer | bless
precious | valuable | dear
predict | forecast | foretell | foresee | say what will
prefer | favor | like better
pregnant | expecting | with child | having a baby
prepare | get ready | set up
present | gift | give
preserve | keep | save | protect | conserve
pressure | force | push | pushy | stress
prestige | status | reputation
pretend | make believe | act | pose
prevent | stop | avoid | keep from | ward off
price | cost | fee | rate | charge
pride | honor | dignity
private | confidential | secret | personal
prize | award | reward | winnings
problem | issue | trouble | difficulty
produce | make | create | generate
professional | expert | trained | pro
profit | gain | earnings | make money | return
prohibit | ban | forbid | outlaw
promise | guarantee | vow | assure | pledge | word
promote | advertise | push | market
proof | evidence | documentation | show | prove
proper | right | correct
protect | guard | shield | keep safe | defend
proud | honored | pleased
prove | show | demonstrate | establish
psychic | fortune-teller | clairvoyant | medium
punctual | on time | prompt
punish | discipline | penalize | smack | spank
pure | clean | unmixed | 100
purify | cleanse | clean | filter
push | press | shove
qualified | trained | certified | licensed | fit
quality | grade | standard | caliber
question | ask | doubt
quick | fast | rapid | speedy
quit | stop | give up | leave
race | run | sprint | compete
radical | extreme | drastic
rain | shower | storm | downpour
raise | lift | increase | hike
random | by chance | arbitrary
rare | uncommon | scarce | unusual
rash | breakout | hives | irritation
raw | uncooked | undercooked
reach | get to | arrive at
react | respond | reaction
ready | prepared | set
real | genuine | actual | true
reasonable | fair | sensible
recall | remember | call back
receipt | invoice | bill | slip
receive | get | collect | obtain
recent | new | latest
reckless | careless | rash
recognize | identify | know
recommend | suggest | advise | endorse
record | tape | log | document
recover | heal | get better | get back | restore | come back
recycle | reuse | repurpose
reduce | cut | lower | lessen | shrink | decrease
refer | send | point | direct
refuse | decline | turn down | reject | won't
regret | be sorry | remorse
regular | usual | normal | steady
reject | refuse | turn down | deny
relax | unwind | calm down | loosen
release | let go | free | set free
reliable | dependable | trustworthy | can count on
relief | comfort | ease
religion | faith | belief
relocate | move | transfer
remain | stay | keep | be left
remedy | cure | fix | treatment
remember | recall | memory
remote | far | distant
remove | take away | take off | get rid of | eliminate
renew | extend | continue | restart
rent | lease | hire
repair | fix | mend | restore
repeat | do again | redo | recur
replace | swap | substitute | exchange
report | tell | notify | account
represent | act for | stand for
reputation | name | standing
request | ask for | demand
rescue | save | help
research | study | investigate
resell | sell on | flip | sell again
reserve | book | hold | set aside
resident | inhabitant | tenant | occupant
resist | oppose | withstand | stand up to
respect | admire | honor
responsible | liable | accountable | in charge
rest | break | relax | sleep
restore | bring back | repair | renew | recover | back to normal
restrict | limit | confine
result | outcome | effect | consequence
retire | stop working | retirement
return | bring back | send back | come back
reveal | disclose | show | tell
reverse | undo | turn back | turn around
review | rating | feedback
reward | prize | bonus | perk
rich | wealthy | well-off | millionaire
ride | trip | drive | lift
right | correct | proper
rigid | stiff | inflexible
risk | danger | hazard | chance
risky | dangerous | hazardous
rob | steal | burglarize | mug
rough | coarse | harsh
rude | impolite | disrespectful
ruin | destroy | wreck | spoil
rule | regulation | law | policy
run | operate | manage
sad | unhappy | down | depressed
safe | secure | harmless | out of danger | no risk
salary | pay | wage | income
same | identical | equal | no different
satisfy | please | content | happy
save | rescue | keep | set aside | economize
scam | fraud | con | swindle
scare | frighten | spook
scent | smell | perfume | fragrance
schedule | timetable | plan | calendar
scold | tell off | yell at | shout at
scratch | scuff | scrape | mark
scream | yell | shout
screen | display | monitor
search | look for | hunt | look through
secret | private | confidential | hush-hush
secure | safe | protected | locked
sell | vend | market | trade
send | ship | mail | dispatch
separate | split | apart | divide
serious | grave | severe
serve | provide | wait on | pour
settle | resolve | pay
severe | serious | extreme | harsh
shake | tremble | vibrate
shape | form | figure
share | split | give | pass on
sharp | pointed | keen
shelter | refuge | home
shine | gleam | glow | sparkle
ship | send | deliver | mail
shock | stun | jolt
short | brief | little
shout | yell | scream
show | display | reveal | demonstrate
shrink | get smaller | contract | lose size
sick | ill | unwell | ailing
sign | signature | autograph | put {0,2} name
silent | quiet | noiseless | no sound
similar | like | alike
simple | easy | plain | basic
skill | ability | talent
skip | miss | leave out | omit
slap | hit | smack | strike
sleep | rest | doze | slumber
slim | thin | slender | skinny
slip | slide | fall
slow | sluggish | delayed
small | little | tiny
smart | clever | bright | intelligent
smell | odor | scent | stink
smooth | even | silky
snake | serpent | reptile
sober | not drunk | clean
soft | gentle | tender
solid | firm | hard | sturdy
solve | fix | resolve | crack
soothe | calm | ease | relieve
sort | kind | type
sound | noise | audio
speak | talk | say
special | exceptional | particular
speed | fast | quick | pace
spend | pay | lay out
spoil | ruin | go bad | rot
spread | pass on | transmit
squeeze | press | crush
stable | steady | firm | constant
stain | mark | spot | discolor
standard | usual | normal
start | begin | commence | get going
starve | go hungry | not feed
state | say | declare
steal | rob | take | swipe
steep | sharp | high
stick | adhere | cling | attach
stiff | rigid | hard
stop | halt | cease | end | quit
store | keep | hold | stock | leave
storm | hurricane | tempest
straight | direct | even
strange | odd | weird
stress | strain | pressure | tension
stretch | extend | pull
strict | stern | tough
strike | hit | knock
strong | powerful | sturdy | tough
stubborn | headstrong | difficult
study | learn | read
stupid | dumb | foolish
style | fashion | look
substitute | replace | swap | stand-in
succeed | work | win | do well
success | win | achievement
sue | take to court | legal action | file suit
suffer | hurt | endure
sugar | sweet | sweetener
suggest | propose | recommend
suitable | right | fit | appropriate
supply | provide | give
support | back | help
sure | certain | definite | guaranteed
surgery | operation | procedure | go under the knife
surprise | shock | startle
surrender | give up | hand over
survive | live through | make it | outlast
suspend | pause | halt
swap | trade | exchange
swear | promise | vow
sweat | perspire
sweet | sugary
swim | bathe | dip
symptom | sign | indication
talk | speak | chat
tame | gentle | calm
taste | flavor | try
teach | train | instruct
tear | rip | split
tell | inform | say to
temporary | short-term | for now
terrible | awful | horrible
terrify | scare | frighten
test | exam | trial | check
thick | dense | fuller
thief | burglar | robber | crook
thin | slim | skinny
think | believe | consider
threat | danger | warning
throw | toss | hurl
tidy | clean | neat
tie | bind | fasten
tight | snug | close
tired | weary | exhausted
touch | feel | handle
tough | strong | hard
track | follow | trace
trade | swap | exchange
train | teach | coach
transfer | move | pass on
transform | change | turn into
transparent | clear | see-through
trap | catch | snare
travel | journey | trip
treat | handle | care for
trick | fool | deceive
trim | cut | clip
trip | journey | vacation | holiday
trouble | problem | difficulty
true | real | correct | fact
trust | rely on | believe in
turn | rotate | spin
twist | turn | bend
type | kind | sort
ugly | unattractive | hideous
unavailable | sold out | out of stock
understand | get | grasp
unemployed | jobless | out of work
unique | one of a kind | only one
unite | join | combine
unlimited | no limit | endless | as much as
unlock | open | get into | let in
unusual | rare | strange
upset | disturb | annoy
urge | press | encourage
urgent | pressing | right now
use | employ | utilize
useful | handy | helpful
useless | worthless | no good
usual | normal | regular
vacant | empty | free
valid | good | in force | effective
valuable | worth a lot | precious
value | worth | price
vanish | disappear | go away
vary | change | differ
vehicle | car | truck
verify | confirm | check
victory | win | triumph
view | sight | look
violate | break | breach
violent | aggressive | brutal
visible | can be seen | in sight
visit | call on | come see
vital | essential | key
volunteer | unpaid | for free
wait | hold on | queue
wander | roam | stray
want | wish | desire
warm | hot | heated
warn | alert | caution
wash | clean | rinse
waste | squander | throw away
watch | look at | observe | keep an eye on
waterproof | watertight | keeps water out
weak | feeble | frail
wealth | riches | fortune
weary | tired | worn out
weep | cry
weird | odd | strange
wet | damp | soaked
whole | entire | complete | full
wicked | evil
wild | untamed | feral
win | succeed | triumph | come first
wise | smart | sensible
wish | hope | want
wonderful | great | amazing
work | function | operate | do the job
world | globe | earth
worry | fret | concern
worsen | get worse | deteriorate
worthless | no value | useless
wound | injury | cut | hurt
wreck | ruin | destroy
wrong | incorrect | mistaken
yield | produce | return | pay
young | youthful | juvenile
"""
