"""How something is, how often, how surely and how soon, in the many words for it."""

from __future__ import annotations

from typing import Final

QUALITIES: Final = """
certain >< unsure: guarantee | guaranteed | promise | certain | assure | for sure | bound to | sure to | sure thing | no question | no doubt | without (fail | doubt | question | exception) | assured | secured | rest assured | count on | bank on | # % (sure | certain | guaranteed | success) | locked in | you have my word | (be | have | will | can | you | we | it | there) {0,2} (definitely | certainly | surely | absolutely | undoubtedly) | (definitely | certainly | surely | absolutely | undoubtedly) {0,2} (be | have | get | will | see | pass | give | receive) | every time | confirmed | no matter what | always | (my | our) word | vow | pledge | swear | sure | definite | definitely | certainly | surely | undoubtedly | assuredly | unfailingly | ironclad | cinch | no ifs {0,2} buts | mark my words | take it from me | you can bet | inevitable | foregone conclusion | come what may | rain or shine | under any circumstances | every single time
unsure: uncertain | unsure | not sure | perhaps | maybe | depend | subject to | may vary
every: every | all | any | each | everywhere | anywhere | wherever | entire | whole | throughout | across the | corner | nationwide | no matter (where | which) | everyone | everybody | everything | anything | whichever | across {0,2} (country | state | city) | every last | every single | no exceptions | one and all | across the board
everywhere: everywhere | anywhere | wherever | nationwide | no matter where | every (corner | inch | mile | part | town | place) | whole (country | state | city | area) | entire (country | state | city | area) | coast to coast | all over | across the (country | state) | (no | zero | without) {0,1} dead zone | any place | all {0,2} (locations | area | state) | worldwide
everyone: everyone | everybody | anyone | anybody | all comers | every (person | customer | patient | applicant | member | guest | one) | all (customer | patient | applicant | people | guest | member) | nobody | no one | whoever | no matter who | each of {0,3} | every last | (every | each) {0,1} (student | graduate | child | dog | pet | member | owner | driver | one of) | all of {0,2} (student | graduate | member | alumni | client | customer)
always: always | every time | constantly | never | at all times | all the time | any time | around the clock | without fail | consistently | day or night | ever | without exception | invariably | unfailingly | on every | in all cases | never fail
free >< charge: free | complimentary | gratis | at no cost | @free | nothing to pay | no (charge | fee | cost) | without (charge | paying | cost) | (take care of | foot | cover | pay | handle | settle | swallow | absorb) {0,3} (cost | bill | tab | expense | charge) | pay for it | nothing to pay | (foot | cover) {0,3} repair
unlimited >< limited: unlimited | no (limit | cap | maximum) | as (much | many | often) as you {0,1} (want | like | please) | limitless | uncapped | endless | without (limit | cap | restriction) | no matter how (much | many) | all you can | infinite
limited: limit | cap | maximum | restrict | throttle | ceiling
same_day: same day | today | tonight | this (morning | afternoon | evening) | right away | immediately | on the spot | right now | straight away | within {0,2} # {0,1} (hour | minute) | at once | same-day | within the hour | instantly | in {0,2} (minutes | hour | hours | no time) | before {0,2} (close | end of the day) | the very same | within {0,1} (hour | minute) | at short notice | asap | while you wait | this very | this afternoon | this evening | in an hour
next_day: next day | tomorrow | overnight | next-day | within # hour | one day
date: january | february | march | april | may # | june | july | august | september | october | november | december | monday | tuesday | wednesday | thursday | friday | saturday | sunday | by (# | the | summer | christmas | spring | fall | winter | graduation | your) | before {0,2} (wedding | graduation | summer | christmas | school | prom | your) | in # (day | week | month) | end of (the | next) (week | month | year) | next (week | month | year) | in time for | christmas | thanksgiving | new year
anytime: any time | anytime | without {0,1} notice | no notice | whenever | at will | when {0,2} (like | want | please | need) | on short notice | day or night | at a moment's notice | on the spot | today | as you please | around the clock | all hours
notice: notice | warning | notify | heads up | in advance | advance
permanent >< temporary: @permanent | permanent | forever | for life | for good | lifetime | lifelong | never {0,3} again | rest of {0,1} life | for keeps | eternally | indefinitely | life-long | once and for all | no going back | until you die | all {0,1} life | to last
temporary: temporary | short-term | wear off | for now
safe >< harmful: safe | safely | (fine | okay | ok | good | all right) to | safety | harmless | non-toxic | nontoxic | gentle | risk-free | not a risk | hazard-free | healthy | healthful | wholesome | beneficial | good for (you | your | the | their | his | her | kid | child | pet | skin | body) | do {0,4} good | no worse than | benign | nutritious | nourishing | benefit from | without worry | with peace of mind | nothing to fear | free of risk | unhurt | unscathed | unharmed | uninjured | in one piece | do {0,3} no harm | walk away
harmful: harm | harmful | hurt | danger | dangerous | hazard | hazardous | toxic | poison | poisonous | unsafe | risk | risky | threat | bother | injure | make {0,3} (sick | ill) | worry | problem | issue | concern | unhealthy | bad for | damaging | detrimental | carcinogenic | lethal | deadly | injurious | perilous | hurtful | burn | fatal | side effect
necessary >< optional: necessary | need | require | required | requirement | must | have to | mandatory | compulsory | obligatory | essential | be needed | needed | no way around | can't without | insist | prerequisite | obligation | mandated | oblige
optional: optional | unnecessary | not necessary | voluntary | no need | up to you | skip | without | unneeded | waived | not (needed | required) | can do without | skip | don't need | free to
allowed >< forbidden: allow | permit | welcome | accept | fine | okay | ok | let | free to | able to | friendly | invited | take | bring {0,3} (to | in | into | along) | be fine with | no problem | okay with | happy to (take | have | accept) | be glad to | go ahead | not mind | can have | able to have | cleared to | feel free
forbidden: forbid | forbidden | prohibit | ban | not allowed | off limits | no-go | restricted | out of bounds | not permitted | disallow | barred | banned | nope | refuse
legal >< illegal: legal | lawful | allowed by law | legit | within the law | legally | by the book | not a crime | within {0,2} rights | aboveboard
illegal: illegal | unlawful | against the law | crime | off the books | under the table | breaks the law | prohibited | violate
natural: natural | organic | plant-based | chemical-free | herbal | no chemical | from nature | earth-grown | additive-free | preservative-free | free of chemicals | nothing artificial
clean_q: clean | spotless | hygienic | sanitary
new >< used: new | brand-new | unused | never used | fresh | mint | straight from the factory | first owner | out of the box
used: used | pre-owned | second-hand | preowned | secondhand | previously owned | refurbished | hand-me-down | returned | open-box | open box
genuine >< counterfeit: genuine | authentic | real | original | oem | factory | legit | true | certified | bona fide | legitimate | pure | solid | actual
counterfeit: fake | counterfeit | imitation | knock-off | aftermarket | replica | copy | forged | look-alike | knockoff | bogus
quiet >< noisy: quiet | silent | peaceful | soundproof | noise-free | hush | still | tranquil | noiseless | never hear | not hear | soundless | calm
noisy: noisy | loud | noise | hear | racket | sound
painless_q >< painful: @painless | painless | comfortable
painful: pain | hurt | painful | sting | sore | ache | uncomfortable | agony | ow | burn | pinch | smart | tender | discomfort
fast: fast | quick | quickly | rapid | speedy | in no time | swift | speedier | faster | quicker | express | prompt | turbo | lightning | in a flash
first: first | number one | top | leading | # 1 | ahead
best >< worst: best | finest | top | greatest | number one | leading | unbeatable | unmatched | superior | second to none | # 1 | premier | nobody {0,2} better | no one {0,2} better | ahead of the rest | finest | better than (any | every | all) | outdo | champion | unrivaled | nothing compares | beats (all | every | any) | the one to beat | world-class | leader | outshine | a cut above | can't be beat
worst: worst | poor
cheapest: cheapest | lowest | best price | least expensive | unbeatable price | nobody {0,3} (cheaper | less) | cheaper than | undercut | beat {0,3} price | less than (any | at | a | the) | lower than | pay less | save {0,4} over | nobody {0,3} less | rock-bottom | cost {0,2} less | better price | more affordable
better: better | superior | beat | outperform | ahead of | more effective | stronger | smarter | safer | nicer | finer | outshine | beats | surpass | one up | ahead of
equal: same | identical | equivalent | just as | equal | no different | as good as | equally | interchangeable | on par | indistinguishable | match | comparable | just like | no difference | as well as
qualified: qualified | certified | licensed | registered | accredited | board-certified | trained | credential* | expert | professional | degree | diploma | schooled | experienced | educate | study | studied
licensed: licensed | certified | registered | accredited | qualified | board-certified | license | insured | bonded | permit
private >< public: private | confidential | secret | anonymous | secure | between us | discreet | hush | nobody will know | under wraps
public: public | visible | posted
waterproof: waterproof | water-resistant | water resistant | submersible | (swim | shower | dive) {0,4} with | watertight | rainproof | keeps water out | not leak | underwater | (rain | water) {0,4} (get | not get) {0,1} (in | through) | in the (pool | shower | rain) | stay dry | sealed
unbreakable: unbreakable | indestructible | shatterproof | scratch-proof | tough as nails | bulletproof | indestructible | never break | not break | can't break | last forever | built to last | tough | take a beating | rugged
available: available | in stock | on hand | open | vacancy | ready | free | on the shelf | got {0,2} left | open spot | free spot
sold_out: sold out | out of stock | unavailable | full | fully booked
included >< extra: include | included | comes with | come with | part of | built in | covers | covered | bundled | thrown in | no extra | in the price | goes with | at no extra
extra: extra | additional | separate | on top | add-on | not included | surcharge
full: full | complete | entire | whole | # % | total | every (cent | penny | dollar) | completely | totally | fully | entirely | wholly | all of it | everything | thorough | thoroughly | utterly | fully back | every trace | every bit
only: only | solely | exclusively | just | must | have to | need to | required | no other way
sick: sick | ill | unwell | contagious | fever | vomiting | infectious | under the weather | germ | infected | coughing
pregnant: pregnant | pregnancy | expecting | nursing | breastfeed* | mom-to-be | unborn
drunk: drunk | intoxicated | tipsy | under the influence
alone >< supervised: alone | by (himself | herself | themselves | yourself | itself) | on (their | his | her | your | its) own | without {0,2} (adult | parent | grown up | supervision | guardian | chaperone) | unattended | unsupervised | solo | unaccompanied | unescorted | without anyone | left alone | on {0,1} own
supervised: supervised | accompanied | with {0,3} (adult | parent | guardian) | attended
vegan: vegan | vegetarian | meatless | plant-based | meat-free
local: local | locally | nearby | from around here | homegrown
american: american | made in (usa | america) | us-made | domestic
sustainable: sustainable | eco-friendly | green | environment* | biodegradable | carbon-neutral | kind to the planet | recyclable | planet-friendly | earth-friendly | low-impact | renewable | good for the (planet | earth | environment) | zero-emission | climate
late: late | after {0,2} (closing | hours | deadline | time) | overdue | past {0,3} (time | hour | deadline | #) | tardy | behind | past due | too late | after hours
early: early | ahead of time | before {0,2} (time | schedule | check-in)
minimum: minimum | at least | least
age: age | year old | adult only | under # | over # | older
normal_q: normal | regular | standard | ordinary | perfect | healthy | as before
invisible >< visible: invisible | unnoticeable | undetectable | can't see | never know | nobody will {0,2} (see | notice | know | tell) | untouched | unseen | traceless | scar-free | no trace | without {0,1} trace | not {0,2} show | blend in
visible: visible | noticeable | obvious | show
impossible >< possible: impossible | cannot happen | no way | can't be done | out of the question | unthinkable | no chance | never ever
possible: possible | feasible | doable
proof_q >< vulnerable: proof | resistant | immune | impervious
vulnerable: vulnerable | at risk | exposed
smart: smart | wise | good idea | sensible | clever | savvy | good time | worth it | no-brainer | shrewd | prudent
rich: rich | wealthy | millionaire | fortune | retire early
lucky: lucky | fortunate
young >< old: young | younger | youthful | years off | turn back
old: old | older | elderly | aged
odorless >< smelly: odorless | odor-free | scent-free | unscented | no smell | smell-free
smelly: smell | odor | stink | scent | reek | whiff
dry >< wet: dry | moisture-free
wet: wet | damp | moist | soak | soggy
effortless >< difficult: effortless | easy | simple | no work | without lifting a finger | hands-off | child's play | breeze | piece of cake
difficult: difficult | hard | tough | challenging
clear_q: clear | transparent | see-through
fake_q: fake | artificial | synthetic | man-made
hidden >< open_q: hidden | secret | undisclosed | buried
open_q: open | disclosed | transparent
fresh >< stale: fresh | made today | straight from | just (baked | caught | picked | made)
stale: stale | frozen | old | canned | leftover
homemade: homemade | handmade | from scratch | in house | house-made | hand-crafted
calm_q >< aggressive: calm | gentle | docile | friendly | never bite | sweet | good with (kid | child | dog | cat) | mellow | tame
aggressive: aggressive | bite | bitten | dangerous | vicious | growl | attack | snap
trained_q: trained | house-trained | housebroken | obedient | well-behaved
purebred: purebred | pedigree | full-blooded | papers | registered
"""
