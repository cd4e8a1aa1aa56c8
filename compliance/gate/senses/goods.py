"""Goods, places, vehicles, food, materials and works, by kind (see :mod:`kinds` for the form)."""

from __future__ import annotations

from typing import Final

GOODS: Final = """
belonging, possession, property, valuables, goods, household goods, furniture, furnishing > stuff | thing | item | box | boxes | sofa | couch | table | piano | wardrobe | dresser | mattress | china | dish | carton | load | shipment | heirloom | everything you own | antique | cargo
storage unit, locker, storage, unit, storage space > storage | locker | container | pod | warehouse | facility
self storage > storage
lock, door, deadbolt, padlock > lock | door | gate | entrance | apartment | house | car | deadbolt | latch | (let | get) {0,1} you {0,3} in
vault, strongbox > safe | lockbox
key copy, duplicate key > duplicate | spare key
fuel, gasoline, petrol, diesel, flammable, propane, combustible > gas can | gas | gasoline | petrol | diesel | propane | kerosene | lighter fluid | butane | flammable | charcoal
ammunition, ammo, explosive, bullet, firework > bullet | cartridge | gunpowder | dynamite | grenade | firecracker | shell | round of ammo | rounds
weapon, gun, firearm > pistol | rifle | handgun | shotgun | knife | sword | machete | pepper spray | taser | blade
drug paraphernalia, narcotic, illegal drug > cocaine | heroin | meth | opioid | fentanyl
chemical, cleaning chemical, pool chemical, chlorine > bleach | ammonia | acid | solvent | disinfectant | chlorine | algaecide | treated water | pool water | detergent
paint, coating, varnish > stain | primer | lacquer | sealant | finish
scratch, scuff, swirl, swirl mark, scrape, paint damage > scratch | scuff | swirl | scrape | ding | nick | blemish | imperfection | mark
dent, ding > dimple | hail damage
rust spot > rust | corrosion
windshield, windscreen, glass > window | pane | chip | crack
brake, brake pad > rotor | stopping
engine, motor, transmission > gearbox | powertrain | clutch
oil change, tune-up > oil | lube | filter
car wash, wash, auto detailing, detailing > tunnel | rinse | wax | polish | detail
electric car, electric vehicle, ev > charger | range | hybrid
truck, lorry, van > pickup | box truck | trailer
bus, coach > motorcoach | shuttle | minibus
train, rail > railway | subway | metro
taxi, cab, ride > rideshare | uber | lyft | limo | limousine
shuttle, transfer, airport transfer, airport ride > van | shuttle bus | pickup | car service | airport (ride | run | pickup)
ship, boat, cruise > yacht | ferry | sail | vessel
charter flight, flight, plane, airplane > jet | aircraft | airline | charter
bicycle, bike, e-bike, scooter > cycle | moped | ebike
trip, travel, vacation, holiday, tour, journey > cruise | getaway | package | excursion | itinerary | honeymoon | safari
hotel room, room > suite | king | queen bed
mattress > bed | pillow | bunk
bathroom, toilet, restroom > washroom | shower | bath
pet-friendly room > pet friendly
beachfront, oceanfront > beach | ocean view | sea view
apartment, flat, rental > studio | loft | condo | unit
roof, roofing > shingle | gutter
foundation, basement, crawl space > slab | cellar
wall, ceiling > drywall | plaster | tile
kitchen, bath remodel, remodel, renovation > renovate | makeover | addition
deck, fence, patio > porch | pergola | gazebo
plumbing, pipe, drain > sewer | faucet | water heater | sink
electrical work, wiring, electricity > wire | outlet | circuit | panel box
electric bill, electricity bill, power bill, energy bill, utility bill > (electric | electricity | power | energy | utility | light) {0,2} (bill | cost | company | expense | invoice | charge) | utility | (spend | pay) {0,3} (power | electricity | energy)
utility company, power company, electric company > utility | (power | electric | energy) {0,1} (company | provider | grid)
solar panel, solar, solar system > panel | array | photovoltaic | solar roof | our system
heat pump, furnace, boiler, hvac, air conditioning > ac | heater | air conditioner | heating
water, drinking water, tap water > well water | groundwater
water filter, filtration > purifier | filter | softener
air purifier, air quality > air cleaner | hepa
mold removal, mildew > mold | mould | spore | fungus
asbestos removal > asbestos
radiation, emf, electromagnetic > radio wave | 5g | wifi signal
flame, blaze, house fire > fire | burn | smoke | ignite | catch fire | combust
flame retardant, fireproof > fire-resistant | flameproof | not burn
lawn, grass, garden, yard > turf | sod | hedge | landscap*
weed, weed killer, herbicide > dandelion | crabgrass | glyphosate | roundup
fertilizer, soil > compost | mulch | manure
tree, flower > shrub | bush | bouquet | rose
seed, seedling > sapling | bulb
termite, carpenter ant > termite
tool, ladder, power tool > drill | saw | mower | wrench
appliance, refrigerator, fridge, washer, dryer, dishwasher > oven | stove | freezer | washing machine
computer, laptop, pc > mac | macbook | desktop | notebook | tablet
data recovery > backup | photo | document | hard drive
virus, malware, hacking > hacker | ransomware | spyware | phish*
television, tv, screen > monitor | display
game, gambling, casino, bet, lottery > wager | odds | slot | jackpot | poker | blackjack | sportsbook | roulette
toy, doll, game set > puzzle | lego | plush
crib, car seat, stroller > bassinet | high chair | booster seat
clothing, clothes, garment, dress, suit > shirt | coat | gown | jacket | sweater | apparel | tuxedo | blouse | pants
stain > mark | wine | grease | ink spot | discoloration
leather, fur, silk, wool > suede | cashmere | hide
shoe, boot, sneaker > heel | sandal | footwear
jewelry, ring, necklace, bracelet > earring | pendant | watch | gem
diamond, gemstone, stone > ruby | emerald | sapphire | carat | gem
gold, silver, precious metal > platinum | bullion | 14k | 18k | 24k | karat
art, painting, collectible, antique > sculpture | print | original | vintage
coin, cryptocurrency, crypto, bitcoin, digital currency, token > btc | ethereum | ether | eth | dogecoin | stablecoin | altcoin | digital (money | asset | coin | currency) | virtual currency | blockchain
textbook > novel | ebook | manual
meat, beef, pork, poultry > steak | chicken | lamb | turkey | sausage | burger
fish, seafood, shellfish > salmon | tuna | shrimp | oyster | crab | lobster | cod
milk, dairy, cheese > cream | butter | yogurt
egg > yolk | omelet
fruit, vegetable, produce > apple | berry | tomato | lettuce | greens | salad
candy, ice cream, chocolate, sweets, treat > gelato | sorbet | lollipop | gummy | sweet | fudge | caramel | popsicle | scoop | sundae | toffee
bread, cake, pastry, dessert > pie | cookie | muffin | bagel | pizza
coffee, tea, caffeine > espresso | latte | brew | matcha
water bottle, juice, soda > soft drink | lemonade
wine, beer, liquor > @alcohol
tobacco, cigarette, vape, nicotine > cigar | e-cigarette | hookah | smoke | vaping
sugar, sweetener, salt > sodium | syrup
gluten, wheat > celiac | flour | barley
vegan food, vegan > plant-based | meat-free | dairy-free
organic food, organic > pesticide-free | chemical-free | natural
kosher, halal > rabbi | blessed
raw food, raw milk > unpasteurized | uncooked
leftover, expired food > out of date | past date
packaging, box, container > carton | wrapper | bag
plastic, straw, styrofoam > polystyrene
delivery, delivery date, delivery day, arrival date > deliver* | arrive | arrival | reach you | be there | get {0,2} there | be {0,2} at {0,3} (door | house | home) | show up | receive | have {0,6} (on | by) {0,1} (@sense_date | the (first | second | third | fourth | fifth | sixth | seventh | eighth | ninth | tenth) | #) | there by | there on
package, parcel, shipment > box | carton | mailer
calendar date, exact date, specific date, fixed date > monday | tuesday | wednesday | thursday | friday | saturday | sunday | january | february | march | april | june | july | august | september | october | november | december | tomorrow | tonight | this weekend | next week | on the (first | second | third | fourth | fifth | sixth | seventh | eighth | ninth | tenth | # ) | # (th | st | nd | rd) | by may # | may #
swimming pool, pool, hot tub > spa pool | jacuzzi | deep end | swim | chlorinat*
gym equipment, weights, treadmill > barbell | dumbbell | bench
locker room, changing room > lockers | shower
playground, slide, trampoline > swing | bounce house
helmet, harness, life jacket, safety gear > rope | carabiner | vest | belt | goggles
ski, snowboard > slope | lift ticket
tent, sleeping bag, backpack > camp*
fishing, hunting > hunt | angler | bait
boat trip, rafting, kayak > canoe | paddle
skydiving, bungee, zip line > parachute | jump
amusement ride, roller coaster > coaster | ferris
concert, event, festival > gig | performance | match
school, college, university, public college > campus | academy | institute | state (college | university | school) | community college | ivy league
course, class, program, training, bootcamp > lesson | seminar | workshop | curriculum
tuition, school fee > fees | cost of attendance
grade, mark, score, test score, exam result, exam score > (sat | act | gpa | lsat | gre | mcat) | grade | mark | score | result | point | report card
homework, essay, assignment > paper | thesis | coursework
scholarship, financial aid, grant > student loan | bursary | stipend
admission, college admission, acceptance > get {0,2} into | admitted | accept | ivy
"""
