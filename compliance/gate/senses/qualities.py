"""How something is, how often, how surely and how soon, in the many words for it."""

from __future__ import annotations

from typing import Final

QUALITIES: Final = """
certain >< unsure: guarantee | guaranteed | promise | certain | assure | for sure | bound to | sure to | sure thing | no question | no doubt | without (fail | doubt | question | exception) | assured | secured | rest assured | count on | bank on | # % (sure | certain | guaranteed | success) | locked in | you have my word | (be | have | will | can | you | we | it | there) {0,2} (definitely | certainly | surely | absolutely | undoubtedly) | (definitely | certainly | surely | absolutely | undoubtedly) {0,2} (be | have | get | will | see | pass | give | receive) | every time | confirmed | no matter what | always
unsure: uncertain | unsure | not sure | perhaps | maybe | depend | subject to | may vary
every: every | all | any | each | everywhere | anywhere | wherever | entire | whole | throughout | across the | corner | nationwide | no matter (where | which) | everyone | everybody | everything | anything | whichever | across {0,2} (country | state | city)
everywhere: everywhere | anywhere | wherever | nationwide | no matter where | every (corner | inch | mile | part | town | place) | whole (country | state | city | area) | entire (country | state | city | area) | coast to coast | all over | across the (country | state) | (no | zero | without) {0,1} dead zone | any place | all {0,2} (locations | area | state) | worldwide
everyone: everyone | everybody | anyone | anybody | all comers | every (person | customer | patient | applicant | member | guest | one) | all (customer | patient | applicant | people | guest | member) | nobody | no one | whoever | no matter who
always: always | every time | constantly | never | at all times | all the time | any time | around the clock | without fail | consistently | day or night | ever
free >< charge: free | complimentary | gratis | at no cost | @free | nothing to pay | no (charge | fee | cost) | without (charge | paying | cost)
unlimited >< limited: unlimited | no (limit | cap | maximum) | as (much | many | often) as you {0,1} (want | like | please) | limitless | uncapped | endless | without (limit | cap | restriction) | no matter how (much | many) | all you can | infinite
limited: limit | cap | maximum | restrict | throttle | ceiling
same_day: same day | today | tonight | this (morning | afternoon | evening) | right away | immediately | on the spot | right now | straight away | within {0,2} # {0,1} (hour | minute) | at once | same-day | within the hour | instantly | in {0,2} (minutes | hour | hours | no time) | before {0,2} (close | end of the day)
next_day: next day | tomorrow | overnight | next-day | within # hour | one day
date: january | february | march | april | may # | june | july | august | september | october | november | december | monday | tuesday | wednesday | thursday | friday | saturday | sunday | by (# | the | summer | christmas | spring | fall | winter | graduation | your) | before {0,2} (wedding | graduation | summer | christmas | school | prom | your) | in # (day | week | month) | end of (the | next) (week | month | year) | next (week | month | year) | in time for | christmas | thanksgiving | new year
anytime: any time | anytime | without {0,1} notice | no notice | whenever | at will | when {0,2} (like | want | please | need) | on short notice | day or night | at a moment's notice | on the spot | today
notice: notice | warning | notify | heads up | in advance | advance
permanent >< temporary: @permanent | permanent | forever | for life | for good | lifetime | lifelong | never {0,3} again | rest of {0,1} life | for keeps
temporary: temporary | short-term | wear off | for now
safe >< harmful: safe | safely | (fine | okay | ok | good | all right) to | safety | harmless | non-toxic | nontoxic | gentle | risk-free | not a risk | hazard-free
harmful: harm | harmful | hurt | danger | dangerous | hazard | hazardous | toxic | poison | poisonous | unsafe | risk | risky | threat | bother | injure | make {0,3} (sick | ill) | worry | problem | issue | concern
necessary >< optional: necessary | need | require | required | requirement | must | have to | mandatory | compulsory | obligatory | essential | be needed
optional: optional | unnecessary | not necessary | voluntary | no need | up to you | skip | without | unneeded | waived
allowed >< forbidden: allow | permit | welcome | accept | fine | okay | ok | let | free to | able to | friendly | invited | take | bring {0,3} (to | in | into | along)
forbidden: forbid | forbidden | prohibit | ban | not allowed | off limits | no-go | restricted
legal >< illegal: legal | lawful | allowed by law | legit | within the law | legally
illegal: illegal | unlawful | against the law | crime
natural: natural | organic | plant-based | chemical-free | herbal | no chemical
clean_q: clean | spotless | hygienic | sanitary
new >< used: new | brand-new | unused | never used | fresh
used: used | pre-owned | second-hand | preowned | secondhand | previously owned | refurbished
genuine >< counterfeit: genuine | authentic | real | original | oem | factory | legit
counterfeit: fake | counterfeit | imitation | knock-off | aftermarket
quiet >< noisy: quiet | silent | peaceful | soundproof | noise-free
noisy: noisy | loud | noise
painless_q >< painful: @painless | painless | comfortable
painful: pain | hurt | painful | sting | sore | ache | uncomfortable
fast: fast | quick | quickly | rapid | speedy | in no time | swift
first: first | number one | top | leading | # 1 | ahead
best >< worst: best | finest | top | greatest | number one | leading | unbeatable | unmatched | superior | second to none | # 1 | premier | nobody {0,2} better | no one {0,2} better | ahead of the rest | finest
worst: worst | poor
cheapest: cheapest | lowest | best price | least expensive | unbeatable price | nobody {0,3} (cheaper | less)
better: better | superior | beat | outperform | ahead of | more effective | stronger
equal: same | identical | equivalent | just as | equal | no different | as good as
qualified: qualified | certified | licensed | registered | accredited | board-certified | trained | credential*
licensed: licensed | certified | registered | accredited | qualified | board-certified
private >< public: private | confidential | secret | anonymous | secure | between us
public: public | visible | posted
waterproof: waterproof | water-resistant | water resistant | submersible | (swim | shower | dive) {0,4} with
unbreakable: unbreakable | indestructible | shatterproof | scratch-proof | tough as nails | bulletproof
available: available | in stock | on hand | open | vacancy | ready | free
sold_out: sold out | out of stock | unavailable | full | fully booked
included >< extra: include | included | comes with | come with | part of | built in | covers | covered | bundled
extra: extra | additional | separate | on top | add-on | not included | surcharge
full: full | complete | entire | whole | # % | total | every (cent | penny | dollar) | completely
only: only | solely | exclusively | just | must | have to | need to | required | no other way
sick: sick | ill | unwell | contagious | fever | vomiting | infectious
pregnant: pregnant | pregnancy | expecting | nursing | breastfeed* | mom-to-be | unborn
drunk: drunk | intoxicated | tipsy | under the influence
alone >< supervised: alone | by (himself | herself | themselves | yourself | itself) | on (their | his | her | your | its) own | without {0,2} (adult | parent | grown up | supervision | guardian | chaperone) | unattended | unsupervised | solo | unaccompanied
supervised: supervised | accompanied | with {0,3} (adult | parent | guardian) | attended
vegan: vegan | vegetarian | meatless | plant-based | meat-free
local: local | locally | nearby | from around here | homegrown
american: american | made in (usa | america) | us-made | domestic
sustainable: sustainable | eco-friendly | green | environment* | biodegradable | carbon-neutral | kind to the planet | recyclable
late: late | after {0,2} (closing | hours | deadline | time) | overdue | past {0,3} (time | hour | deadline | #) | tardy | behind
early: early | ahead of time | before {0,2} (time | schedule | check-in)
minimum: minimum | at least | least
age: age | year old | adult only | under # | over # | older
"""
