"""Things by kind: a rule names the kind (before the sign ``>``), a reply one of its members."""

from __future__ import annotations

from typing import Final

KINDS: Final = """
pet, animal > dog | cat | puppy | kitten | pup | kitty | pet | animal | rabbit | bird | hamster | fish | four-legged | furry | parrot | reptile | guinea pig | horse | pooch | ferret | critter
dog > dog | puppy | pup | pooch | canine | hound | terrier | retriever | doodle | labrador | four-legged | furry
cat > cat | kitten | kitty | feline
child, kid, minor, toddler, infant, baby > child | kid | son | daughter | toddler | infant | baby | boy | girl | minor | teen | teenager | youngster | little one | preschooler | newborn | student | grandchild | grandson | granddaughter | nephew | niece | under # | # year old | family
adult, grown-up, parent, guardian > adult | grown up | parent | guardian | mom | dad | mother | father | chaperone | supervision | grown-up | caregiver | someone older
family, relative > family | relative | husband | wife | spouse | partner | brother | sister | son | daughter | mother | father | parent | mom | dad | cousin | grandma | grandpa
technician, mechanic, plumber, electrician, installer, repairman, engineer > technician | tech | mechanic | plumber | electrician | installer | crew | repairman | someone | engineer | team | pro | specialist | contractor
doctor, physician > doctor | physician | dr | md | specialist | surgeon
nurse > nurse | rn | lpn
dentist > dentist | orthodontist | hygienist | dr
veterinarian, vet > vet | veterinarian | animal doctor
lawyer, attorney, law firm > lawyer | attorney | law firm | counsel | legal counsel | solicitor
teacher, instructor, trainer, coach > teacher | instructor | trainer | coach | tutor
driver > driver | chauffeur | operator
medicine, medication, drug, prescribed medicine, tablet, pill, prescription > medicine | medication | med | drug | tablet | pill | capsule | antibiotic | prescription | insulin | dose | statin | inhaler | ointment | drop | blood thinner | antidepressant | painkiller | ibuprofen | aspirin | steroid | contraceptive | birth control
supplement, vitamin > supplement | vitamin | mineral | probiotic | herb | powder | capsule | gummy | cbd | melatonin
cannabis, marijuana, thc, cbd > cannabis | marijuana | weed | thc | cbd | strain | indica | sativa | hybrid | gummy | gummies | edible | flower | pre-roll | tincture | vape | joint | bud | kush | concentrate | dispensary
insect, pest, bug > insect | pest | bug | ant | roach | cockroach | termite | flea | tick | mosquito | spider | wasp | mouse | mice | rat | rodent | bed bug | bedbug | moth | fly | infestation | bee | hornet | silverfish
bed bug, bedbug > bed bug | bedbug
rodent > rodent | rat | mouse | mice
pesticide, insecticide, chemical, spray > pesticide | insecticide | chemical | spray | treatment | fogger | bait | poison | product | application | bug killer
accident, collision, crash > accident | crash | collision | wreck | fender bender | pileup | smash
rust, corrosion > rust | corrosion | corrode
flood, flooding > flood | flooding | under water | water damage | submerged
mileage, odometer > mileage | odometer | mile
vehicle, car, automobile > car | truck | suv | sedan | vehicle | van | motorcycle | pickup | minivan | coupe | ride | auto | hatchback | jeep | convertible
inspection > inspection | emission | smog | state test | safety check | mot
tire > tire | tread
warranty > warranty | guarantee | service contract | coverage | protection plan
accommodation, room, suite > room | suite | cabin | villa | apartment | unit | bed
home, house, property, apartment, dwelling > home | house | property | apartment | condo | place | residence | unit | townhouse | flat | real estate | duplex
neighborhood, area > neighborhood | area | district | block | street | community | part of town | around here
value, price, worth > value | price | worth | cost | equity
crime > crime | theft | burglary | break-in | robbery | violence | offender
school > school | school district | classroom
noise > noise | sound | loud | noisy
view > view | look out | overlook | face | facing | vista | see | panorama
sea, ocean, beach, water > sea | ocean | beach | water | bay | gulf | coast | waterfront | lake | oceanfront | shore
mountain > mountain | hill | peak
weather > weather | rain | snow | sunshine | sunny | storm | wind | sun
flight, plane > flight | plane | jet | airline | aircraft
baggage, luggage, bag > bag | baggage | luggage | suitcase | carry-on
visa, passport, travel document > visa | passport | esta | entry permit | travel document
ticket > ticket | pass | admission | seat
document, paperwork, proof, identification, id > document | paperwork | proof | id | identification | license | passport | certificate | receipt | form | paper | record
record, chart, file, medical record > record | chart | file | history | result | notes
medical record > (medical | health | patient) {0,2} (record | chart | file | history | note) | your chart | test result | lab result
x-ray, scan > x-ray | xray | scan | imaging | mri | ultrasound | radiograph
payment method, card > card | credit card | debit card | visa | mastercard | amex | cash | check | paypal | venmo | apple pay | zelle | cashapp
cash, money > cash | money | dollar | $ # | buck
surcharge > extra charge | additional charge | markup | # % (more | extra | fee | charge) | (fee | charge) {0,3} (card | cash)
fee, charge > fee | charge | surcharge | cost | $ # | levy | bill | extra
deposit > deposit | down payment | security deposit | prepayment | holding fee
deductible > deductible | excess | out of pocket
copay, copayment > copay | co-pay | copayment | out of pocket | coinsurance
insurance > insurance | insure | insurer | policy | plan | coverage | carrier | cover | medicare | medicaid | aetna | cigna | blue cross | delta dental | geico
claim, insurance claim > claim | payout | settlement | case
premium > premium | rate | payment
discount, coupon, promo code > discount | coupon | promo | % off | $ off | deal | code | reduced | off
gift, present, prize > gift | present | prize | freebie | giveaway | reward | bonus
loan, financing, credit > loan | financing | credit | finance | lease | mortgage | line of credit
interest > interest | apr | finance charge
contract, agreement, lease, membership > contract | agreement | lease | membership | plan | subscription | term
notice > notice | warning | notify | heads up | advance
phone, device, handset > phone | device | handset | iphone | android | smartphone | tablet | cell
network, signal, coverage, reception > network | signal | coverage | reception | service | bar | cover | reach | connection | dead zone
data > data | gb | gig | gigabyte | internet | streaming
speed > speed | mbps | fast | gigabit | bandwidth
outage > outage | downtime | interruption | go down | disruption
number, phone number > number | phone number
personal data, personal information, customer data > personal data | personal information | data | information | details | address | phone number | email | contact | record
password, login > password | login | passcode | pin
photo, picture, image > photo | picture | image | pic | snapshot | video
camera > camera | webcam | video | livestream | cctv
tattoo, ink > tattoo | ink | piece | sleeve | linework
piercing > piercing | pierced | stud | earring
needle > needle | blade | syringe
infection > infection | infect | infected | bacteria
scar > scar | scarring | mark
skin > skin | complexion | face
hair > hair | lash | brow | beard
braces, aligner > brace | bracket | aligner | retainer | invisalign
tooth, teeth > tooth | teeth | smile | molar
cavity, decay > cavity | cavities | decay | tooth decay
filling, crown, implant, veneer > filling | crown | implant | veneer | bridge | denture
extraction > extraction | pulled | pull | wisdom tooth | removal
sedation, anesthesia > @sense_sedate
side effect > side effect | reaction | complication | aftereffect | nausea | drowsiness | rash | downside
pain > pain | ache | hurt | sore | discomfort | sting
disease, illness, condition, medical condition, ailment > @medical_condition | disease | illness | condition | ailment | sickness
stress, anxiety > stress | anxiety | anxious | tension | nerve | worry | panic
insomnia > insomnia | sleep | sleepless | awake
allergen > @allergen
allergy > @allergy
alcohol, alcoholic drink > @alcohol
food, dish, meal > @food | @dish
drink, beverage > drink | beverage | soda | coffee | tea | juice | @alcohol | smoothie | lemonade
vaccine, vaccination, shot > @sense_vaccinate
food allergy > @allergy
calorie > @calories
muscle > muscle | strength | bulk | tone
injury > injury | hurt | injure | sprain | strain | fracture
equipment, machine > equipment | machine | gear | treadmill | weight
pool > pool | swim | hot tub | spa pool | deep end
sauna, steam room > sauna | steam room | steam
lifeguard > lifeguard
gym class, class > class | session | workout | lesson | course
place, spot, seat, slot, space > place | spot | seat | slot | space | opening | enroll* | position
waiting list, waitlist > waiting list | waitlist | wait list | wait-list | on the list | queue for
availability, vacancy, opening > available | availability | opening | vacancy | vacancies | spot | space | place
pick-up, collection > pick up | pickup | pick {0,3} up | collect | collection | get your child | dismissal
delivery > deliver | delivery | drop off | ship | arrive
appointment, booking, reservation > appointment | booking | reservation | slot | visit | book
time, hour > time | hour
price > price | cost | rate | $ # | fee | # dollar
prescription price > prescription
result, outcome > result | outcome | difference | change | improvement
test, exam, licensing exam > test | exam | examination
degree, certificate, diploma > degree | certificate | diploma | certification | credential
job > job | employment | placement | position | career | hired
salary, income > salary | income | wage | pay | earnings | paycheck
visa decision > decision
tax > tax | vat | irs
debt > debt | balance | owe | loan | bill
credit score > credit score | score | credit rating | fico
mold, mould > mold | mildew | mould | spore
asbestos, lead > asbestos | lead paint | lead
smoke > smoke | smoky | smoking
roof > roof | shingle | gutter
battery > battery | charge | range
energy bill, utility bill > bill | energy cost | utility | electricity
wheelchair, disability > wheelchair | disability | disabled | accessible | mobility
elevator > elevator | lift
smell, odor > smell | odor | scent | stink
breed > breed | pit bull | rottweiler | shepherd
lifespan, life > live | life | year | lifespan
breeder > breeder | kennel | puppy mill
health > health | healthy | healthiest | well | sound
funeral, burial, cremation > funeral | burial | cremation | service | casket | ashes
wedding > wedding | bride | reception | ceremony | banquet | hall | party | event | bridal | quinceanera | rehearsal dinner
server, waiter > server | waiter | waitress
wifi, internet > wifi | wi-fi | internet | wireless
breakfast > breakfast | brunch | morning meal
shuttle > shuttle | airport ride | transfer | pickup
minute, hour, day, week > minute | hour | day | week
review > @review
recall > recall | recalled | manufacturer notice
history report > report | carfax | history
background check > background check | screened | screening | vetted | fingerprint
weapon, gun, firearm > weapon | gun | firearm | knife | ammunition | rifle
childcare, child care, daycare > childcare | child care | daycare | day care | kid club | kid zone | babysit* | nanny | nursery | preschool | (look after | watch | care for | mind) {0,3} (kid | child | little one)
network coverage > network | signal | coverage | reception
floor > floor | level | story
key > key | fob | keycard
smoking > smoke | vape | cigarette
food truck > truck
language > language | spanish | english | french | bilingual
tip, gratuity > tip | gratuity
uniform > uniform | outfit
battery life > battery
chemical > chemical | product | spray
customer record > record
in person > in person | come in | stop by | visit | at the (desk | counter | club | store) | face to face | on site | walk in
mail, letter, certified mail > mail | letter | post | certified
country, abroad, border > country | abroad | overseas | canada | canadian | mexico | mexican | india | europe | border | foreign | international | import
nightly, night > night | nightly
nightly rate, room rate > nightly rate | room rate | a night | per night
hot tub > hot tub | jacuzzi | whirlpool
generic > generic | store brand
brand, brand-name > brand | name-brand | brand-name
herb, herbal > herb | herbal | botanical | natural | plant-based
estimate, quote > estimate | quote | quoted
parts > part | component
labor > labor | labour | workmanship | work
upgrade > upgrade | better room | suite | bump
lifetime > lifetime | for life | forever | lifelong | permanent
advertised price > advertised | listed | posted
weight > weight | pound | lb | inch | waist | kilo | dress size
dangerous animal, predator, wild animal > bear | shark | snake | wolf | coyote | cougar | mountain lion | alligator | crocodile | scorpion | wild animal | predator
natural hazard, natural disaster > avalanche | lightning | storm | flood | earthquake | hurricane | tornado | wildfire | blizzard | landslide | rockfall | hail
body > body | abs | figure | shape | physique | waist
"""
