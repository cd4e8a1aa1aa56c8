"""People, bodies, animals and what happens to them, by kind (see :mod:`kinds` for the form)."""

from __future__ import annotations

from typing import Final

PEOPLE: Final = """
sitter, babysitter, nanny, caregiver, carer, au pair, childminder > mind {0,3} (kid | child | little one) | look after | watch {0,3} (kid | child) | take care of {0,3} (kid | child)
medical professional, clinician, medical training, medical staff, healthcare professional > nurse | rn | doctor | physician | paramedic | emt | clinician | medic | surgeon | physician assistant | (nursing | medical | clinical) {0,1} (degree | training | school | background | license | qualification | credential) | (study | studied) {0,1} (medicine | nursing) | medically train* | clinically train*
student, pupil, learner, trainee, apprentice > undergraduate | kid | class | enrollee | participant
graduate, alumni, alumnus, alum > finish {0,3} (course | program | school) | complete {0,3} (course | program | school) | former student | degree holder
teenager, teen, adolescent, minor, underage person > high schooler | schooler | youth | young person | under (18 | 21) | under # | # year old | daughter | son | kid | child | girl | boy | junior | underage
senior, senior citizen, elderly person, pensioner, retiree > elderly | older (adult | person | people) | grandparent | grandma | grandpa | over (60 | 65 | 70)
woman, lady, female > girl | mother | wife | daughter | sister | ladies
man, gentleman, male > guy | boy | father | husband | son | brother
mover, removal firm, moving company > moving (crew | team | company) | van line | hauler
chauffeur, cabbie, pilot, captain > driver | cab driver | taxi driver | trucker | courier
worker, contractor, crew, laborer, tradesman, handyman > builder | roofer | painter | carpenter | electrician | plumber | subcontractor | team | installer | mason
locksmith > lock expert
mortician, undertaker, funeral director, embalmer > funeral home | funeral staff
accountant, bookkeeper, cpa, tax preparer > tax pro | tax adviser | tax advisor | tax professional
adviser, advisor, consultant, planner, broker > counselor | expert | specialist
chef, cook > kitchen | baker
hairdresser, stylist, barber, beautician > colorist | cosmetologist
therapist, masseur, masseuse, massage therapist > bodyworker
optician, optometrist, eye doctor, ophthalmologist > eye specialist
pharmacist > druggist | chemist
police, police officer, cop > law enforcement | sheriff | detective | trooper
court > tribunal | jury
manager, boss, supervisor, owner > director | superintendent | foreman | proprietor
celebrity, famous person > actor | singer | athlete | movie star | influencer
competitor, rival, another company, other company > competition | (other | rival | another) {0,1} (shop | store | firm | provider | company | brand | salon | dealer | garage | gym | clinic | restaurant | hotel | bank | agency | studio | school | contractor | seller | mechanic | dentist | spa | place) | (shop | store | salon | company | place | garage | gym | clinic | restaurant | firm) {0,1} (next door | nearby | across | down) | the (shop | store | company | place) {0,3} (down | across | next) | anyone else | somebody else | big chain | everyone else | any other | that (shop | store | firm | company | brand | salon | garage | gym | clinic | place)
neighbor, neighbour > next door
tenant, renter, lessee, occupant > resident | roommate
landlord, lessor > property manager | owner
thief, burglar, robber, intruder > shoplifter | criminal | crook | burglary | break in | trespasser
theft, burglary, robbery, break-in, larceny > steal | stolen | burglar | thief | thieves | robber | rob | broken into | break into | loot | shoplift | breakin
ghost, psychic > medium | paranormal | haunt*
eyesight, vision, sight > eye | eyesight | see clearly | # vision | nearsight* | farsight* | myopia | astigmatism
glasses, eyeglasses, spectacles, eyewear > lens | lenses | frame | specs | readers | bifocal | progressive
contact lens > contacts
hearing aid, hearing device > earpiece | hearing instrument
hearing > hear | deaf* | ear | sound
wrinkle, fine line > crow's feet | crease | aging | ageing
acne, pimple, blemish > zit | breakout | spot | blackhead
cellulite, fat > love handle | dimple | bulge | belly | flab
spine, neck > vertebra | disc | lumbar | posture
posture > alignment | spine | slouch
joint, knee, hip > ankle | shoulder | elbow | wrist
heart, heart attack > cardiac | cardiovascular | stroke
brain, memory, focus > concentration | cognition | cognitive | iq | mental
immune system, immunity > defenses | resistance
pregnancy, fertility > pregnant | conceive | conception | baby
birth, labor pain > delivery | newborn
death, passing, demise > die | died | dead | deceased | pass away | passed away | kill | perish | succumb | lost {0,2} life | late (husband | wife | father | mother) | fatal | overdose | suicide | drown
cause of death > autopsy | coroner | medical examiner | postmortem | post-mortem | (die | death | kill | pass away) {0,5} (of | from | due | by | because) | (his | her | their) passing | (kill | overdose* | suicide | murder) | (reason | cause) {0,3} (death | passing)
corpse, body of the deceased, remains > deceased | loved one | body
cremation, ashes > cremate | urn | crematory
grave, cemetery, plot > burial | headstone | memorial
grief, mourning > loss | bereav*
relationship, dating, partner > boyfriend | girlfriend | date | match | soulmate | spouse
marriage, wedding vow > marry | married | husband | wife
divorce, separation > split up | custody
religion, faith, god > church | pray | prayer | bible | christian | catholic | muslim | islam | jewish | jesus | allah | hindu | buddhist | mosque | temple | synagogue | christ | gospel | sin | heaven
politics, election, political party, politician, government policy > vote | voter | voting | president | senator | senate | congress | congressman | congresswoman | governor | mayor | mayoral | democrat | republican | gop | liberal | conservative | campaign | candidate | ballot | left-wing | right-wing | administration | prime minister | parliament | legislature | politic* | politician | lawmaker
war, military > army | soldier | invasion | conflict | troop
ethnicity, nationality > ethnic* | racial | immigrant | foreigner | origin
sex, sexual content, adult content > porn* | nude | erotic | sexual | sexy
gender, sexual orientation > gay | lesbian | transgender | queer | bisexual
pet > bird | parrot | hamster | rabbit | bunny | reptile | turtle | ferret | goldfish
puppy > pup | litter | doodle
horse > pony | mare | stallion | foal | colt | gelding
livestock, cattle > cow | calf | pig | goat | sheep | chicken | hen
dog breed, dangerous dog, aggressive dog > pit bull | pitbull | rottweiler | doberman | german shepherd | mastiff | akita | bully | husky | chow
dog bite, bite > bite | bit | bitten | snap at | nip | maul | attack
aggression, aggressive behavior > bite | growl | lunge | attack | fight | bark
obedience, behavior > trained | house-trained | housebroken | obey | manners | listen | behave
fleas, ticks, parasite, worm > flea | tick | mite | heartworm | lice | louse
shedding, hypoallergenic > shed | dander | allergen-free | allergy-friendly
microchip > chip | tag
spay, neuter > fix | sterilize | castrate
adoption > rescue | rehome | shelter | foster
overnight stay, overnight boarding, boarding, overnight, sleepover > stay {0,3} (night | over | weekend) | sleep over | (spend | stay) {0,3} (night | weekend) | till morning | until morning | for {0,2} # night | # night | kennel | overnights | night with us | lodge | boarded
bacteria, bacterium, germ, microbe, virus, pathogen > bug | microorganism | contaminant | e coli | salmonella | viral | bacterial
fever, temperature > hot | chill
vomiting, nausea, diarrhea > throw up | queasy | stomach | sick
fatigue, tiredness, energy > tired | exhausted | sluggish | pep | stamina | vitality | energize
hangover > headache | morning after
depression, mental illness, mental health > depressed | anxiety | bipolar | ptsd | sad | therapy | panic | mood
addiction, smoking habit > quit smoking | sober | addict | craving | dependency
pregnant woman, expectant mother > pregnant | expecting | mom-to-be | nursing | breastfeeding
sunburn, burn > burn | redden | blister
tan, tanning, sunbed, tanning bed, sun bed > bed | booth | bronze | uv | ultraviolet | glow | sun lamp | base tan | bronzer | sunlamp | sunless
skin cancer, cancer, melanoma > tumor | carcinoma | malignant | oncology
scarring, scar tissue, scar, blemish mark > mark | keloid | trace on {0,2} skin
swelling, bruising, redness > swollen | bruise | red | irritat*
bleeding, blood > bleed | clot
massage > rub | rubdown | knead | bodywork
haircut, hairstyle, hairdo > cut | trim | style | bob
hair color, dye, highlights > tint | balayage | bleach
hair growth, hair regrowth > regrow | grow back | thicker | fuller | new growth
hair extension, wig, weave > extensions | hairpiece
nail, manicure, pedicure > gel | acrylic | polish
eyelash, eyebrow, lash > brow | extension | lift | microblad*
makeup, cosmetic > foundation | mascara | lipstick
perfume, fragrance, scent > cologne | smell | aroma
"""
