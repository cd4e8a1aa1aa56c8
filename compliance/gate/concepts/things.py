"""Concepts for what a support reply speaks of: goods, conditions, places, people, money."""

from __future__ import annotations

from typing import Final

CONCEPTS: Final = {
    "acquaintance": (
        "friend | buddy | sister | brother | neighbor | coworker | relative | family | someone | person |"
        "anyone | pal | cousin | colleague | roommate | mom | dad | mate | people | teammate"
    ),
    "pronoun": "it | them | they | him | her | he | she | this | that | those | these | one | both",
    "job": "job | employment | hire | placement | career | position",
    "damage": "damage | break | broken | scratch | dent | crack | harm | ruin",
    "legal_case": "case | lawsuit | settlement | claim | verdict | payout | compensation",
    "healthy": "healthy | health | never {0,2} (sick | ill) | disease free",
    "arrive": "arrive | arrival | be there | show up | come by | on site | deliver",
    "renewable": "renewable | green power | wind power | solar power | clean energy",
    "commitment": "contract | commitment | obligation | lock in | tied in",
    "anytime": "anytime | any time | whenever | at will | no notice",
    "view": "view | look out | overlook | face the",
    "credits": "credit | class | session | visit | vacation | minute | night",
    "lost": "lose | lost | forfeit | disappear | gone | void | expire | vanish | lapse | wiped",
    "everything": "everything | anything | all of it | whatever | every (part | thing) | in full | fully",
    "autopay": "autopay | auto pay | automatic (payment | draft | withdrawal) | (draft | debit | charge | withdraw) {0,5} automatically",
    "recording": "record | film | videotape | tape",
    "vehicle": "car | truck | suv | sedan | vehicle | van | motorcycle | pickup",
    "quoted_price": "$ # | price | cost",
    "tanning": "tan | tanning | uv | sun lamp | sunbed | sun bed",
    "supplement": "supplement | vitamin | mineral | probiotic",
    "late_payment": "late fee | late charge | past due | overdue | delinquent",
    "gift_card": (
        "gift card | gift certificate | giftcard | e-gift | egift | gift voucher | gift code |"
        "stored value card | prepaid card | e-card | gift balance | gift voucher | gift coupon | gift token | digital gift"
    ),
    "store_credit": "store credit | merchandise credit | credit note | credit voucher | house credit",
    "loyalty_points": "(loyalty | reward | bonus | member) point | point | mile | reward | star",
    "promo_card": "(bonus | promo | promotional | reward) card",
    "medical_condition": (
        "sciatica | migraine | headache | arthritis | arthritic | eczema | psoriasis | rosacea |"
        "acne | anxiety | depression | insomnia | asthma | diabetes | diabetic | hypertension |"
        "(high | low | lower*) blood pressure | cancer | tumor | fibromyalgia | tendonitis |"
        "tendinitis | bursitis | neuropathy | plantar fasciitis | carpal tunnel | scoliosis |"
        "herniated disc | slipped disc | pinched nerve | inflammation | infection | allergies |"
        "allergy symptom | sinusitis | bronchitis | pneumonia | flu | covid | cold sore | colic |"
        "adhd | autism | ptsd | dementia | alzheimer | parkinson | epilepsy | seizure | stroke |"
        "vertigo | tinnitus | ulcer | ibs | crohn | colitis | reflux | heartburn | gerd | gout |"
        "osteoporosis | lupus | lyme | shingles | wart | vitiligo | melasma | dermatitis | hives |"
        "sunburn | cellulitis | edema | lymphedema | varicose vein | infertility | pcos |"
        "endometriosis | menopause | cramp | hernia | concussion | chronic fatigue | obesity |"
        "addiction | glaucoma | cataract | cavity | gingivitis | gum disease | toothache | tmj |"
        "bruxism | sleep apnea | snoring | disease | illness | ailment | disorder |"
        "(medical | health | skin | chronic | back | heart | joint | autoimmune) condition |"
        "(back | neck | joint | muscle | knee | shoulder | hip | nerve | chronic | body |"
        "foot | menstrual | jaw | tooth | wrist | elbow) (pain | ache | problem) | pain | ache |"
        "backache | stiff (neck | joint | back) | panic attack | stress disorder | cholesterol |"
        "heart disease | kidney disease | liver disease | parvo | kennel cough | mange | mastitis |"
        "arthrosis | hip dysplasia | hair loss | alopecia | baldness | symptom"
    ),
    "remedy": (
        "cure | heal | relieve | relief {0,2} (from | of) | treat | alleviate | remedy | fix |"
        "eliminate | reverse | soothe away | get rid of | (make | help) {0,4} (go away | disappear |"
        "vanish) | clear up | clear {0,3} right up | banish | combat | fight | ease | reduce |"
        "lessen | lower | prevent | melt away | knock out | take away | wipe out | put an end to |"
        "say goodbye to | end | resolve | rid {0,2} of | work wonder (for | on) | calm | erase |"
        "therapy for | help {0,1} with | great for | good for | best for | effective (for | against) |"
        "(gone | vanish | disappear) after"
    ),
    "strong_remedy": (
        "cure | heal | relieve | treat | alleviate | remedy | eliminate | reverse | get rid of |"
        "clear up | therapy for | take away | put an end to | fix | banish"
    ),
    "body_part": (
        "skin | body | liver | kidney | lymph | blood | gut | colon | muscle | joint | spine |"
        "nerve | immune system | metabolism | hormone | digestion | circulation | collagen | lung"
    ),
    "toxin": "toxin | toxic waste | impurity | impurities | heavy metal | poison | pollutant",
    "allergen": (
        "peanut | tree nut | nut | gluten | dairy | milk | lactose | egg | soy | soya | wheat |"
        "shellfish | shrimp | crab | lobster | fish | sesame | mustard | sulfite | sulphite |"
        "allergen | almond | walnut | cashew | pecan | pistachio | hazelnut | celiac | coeliac |"
        "casein | whey | lupin | celery | corn | latex | fragrance | nickel"
    ),
    "allergy": (
        "allergy | allergic | allergies | celiac | coeliac | intolerance | intolerant |"
        "anaphylaxis | anaphylactic | epipen | sensitivity"
    ),
    "allergy_talk": (
        "@allergy | @allergen {0,1} free | (contain | contains | any | have | without) {0,2} @allergen |"
        "react to {0,2} @allergen | avoid {0,2} @allergen | (react | reaction | hives | swell | rash |"
        "break out | hospital | epipen | sick | itch | wheeze | throat close) {0,4} (from | to | if | with | when | after) {0,3} @allergen |"
        "@allergen {0,6} (react | reaction | hives | swell | rash | hospital | epipen | itch | wheeze) |"
        "(not | never | no) {0,1} (eat | have | touch | tolerate | digest) {0,2} @allergen"
    ),
    "alcohol": (
        "alcohol | alcoholic | beer | wine | cocktail | margarita | mimosa | sangria | liquor |"
        "spirit | whiskey | whisky | bourbon | vodka | tequila | rum | gin | champagne | prosecco |"
        "bubbly | lager | ale | ipa | pint | draft | draught | martini | mojito | daiquiri | spritz |"
        "bloody mary | shot | drink | booze | seltzer | cider | stout | pilsner | highball | sake |"
        "merlot | chardonnay | cabernet | riesling | malbec | pinot | syrah | shiraz | zinfandel | sauvignon | moscato | chianti | rioja | port | sherry | vermouth | brandy | cognac | scotch | mezcal | absinthe | liqueur | schnapps | aperitif | digestif | nightcap | mead | porter | pilsener | old fashioned | manhattan | negroni | cosmopolitan | mule | pina colada | mai tai | punch | hard (cider | seltzer | soda)"
    ),
    "dish": (
        "burger | steak | beef | tartare | sashimi | sushi | oyster | egg | tuna | salmon |"
        "carpaccio | ceviche | poke | hollandaise | patty | tenderloin | ribeye | sirloin | filet |"
        "brisket | lamb | duck | pork | chicken | fish | meat | clam | mussel | roast beef | cookie dough"
    ),
    "food": (
        "food | meal | chicken | burger | sandwich | salad | soup | fry | pizza | taco | wing |"
        "sauce | dish | order | shrimp | fish | oyster | kitchen | combo | platter | plate | dinner |"
        "lunch | breakfast | dessert | cake | sushi | steak | meat"
    ),
    "treatment": (
        "treatment | laser | peel | injection | injectable | filler | botox | procedure | facial |"
        "microneedling | session | surgery | whitening | implant | lift | therapy | service |"
        "massage | appointment | visit | cleanse | wrap | extraction | filling | veneer | brace |"
        "program | plan | method | product | formula | cream | serum | supplement"
    ),
    "weight": "weight | pound | lb | inch | dress size | fat | waistline | kilo | kg",
    "deposit": "deposit | saving | balance | account | fund | money",
    "loan": "loan | mortgage | credit | financing | finance | refinance | lender | line of credit | card",
    "investment": (
        "stock | bond | fund | crypto | bitcoin | etf | annuity | portfolio | retirement | ira | retirement account |"
        "roth | gold | equity | shares | investment | security | index fund | real estate | treasury |"
        "certificate of deposit | brokerage"
    ),
    "deduction": "deduct | deduction | deductible | write off | write-off | tax credit | tax break",
    "tax": "sales tax | tax | vat | gst",
    "fee": (
        "fee | surcharge | service charge | charge | gratuity | resort fee | facility charge | levy |"
        "cost extra | add-on | upcharge | convenience charge"
    ),
    "fee_kind": (
        "(service | kitchen | resort | convenience | processing | booking | amenity | facility |"
        "cleaning | admin | administrative | administration | handling | destination | documentation |"
        "doc | wellness | delivery | environmental | health | staffing | equity | party | venue |"
        "corkage | parking | platform | ticketing | event | club | enrollment | annual | shop | supply |"
        "disposal | activation | regulatory | recovery | living wage | kitchen appreciation |"
        "sustainability | energy | fuel | house | operations | support | linen | towel | hospitality |"
        "mandatory | required | compulsory) (fee | charge | surcharge)"
    ),
    "membership": (
        "membership | subscription | subscribe | auto-renew* | plan | trial | monthly club | autoship |"
        "auto-ship | box | program"
    ),
    "warranty": "warranty | guarantee | implied warranty",
    "refund": "refund | money back | reimburse | return | exchange | get {0,2} back | reimbursement",
    "person_kind": (
        "families | family with child | child | kids | young professional | single | couple | senior |"
        "retiree | christian | muslim | jewish | catholic | immigrant | foreigner | section # |"
        "voucher holder | disabled | student"
    ),
    "service_animal": (
        "service (animal | dog) | assistance (animal | dog) | guide dog | emotional support (animal |"
        "dog) | seeing eye dog"
    ),
    "child_care": "childcare | daycare | day care | preschool | nanny | babysit* | camp",
    "regulator": (
        "fda | food and drug administration | usda | department of (agriculture | health | labor | energy | transportation | consumer affair | insurance | banking) | epa |"
        "environmental protection agency | ftc | federal trade commission | sec | securities and exchange commission | finra | fdic | ncua | dea | drug enforcement administration | osha | cfpb | consumer financial protection bureau | consumer product safety commission | center for disease control | surgeon general | health canada | european medicines agency | national institute of health | federal (agency | authority | government | official) | cdc | who | government | state |"
        "federal | regulator | health department | medical board | dermatologist | doctor | dentist |"
        "pediatrician | veterinarian | vet | physician | health authority"
    ),
    "referral": "referral | refer | recommend a friend | bring a friend | referred | introduce",
    "cash_reward": (
        "cash | $ # | # dollar | bonus | reward | gift card | money | credit | payout | payment | bounty |"
        "kickback | buck"
    ),
    "review": (
        "review | # star | five-star | rating | google | yelp | tripadvisor | trustpilot | testimonial"
    ),
    "period": "(day | week | month | year | hour | quarter)",
    "us_place": "state | alabama | alaska | arizona | arkansas | california | colorado | connecticut | delaware | florida | georgia | hawaii | idaho | illinois | indiana | iowa | kansas | kentucky | louisiana | maine | maryland | massachusetts | michigan | minnesota | mississippi | missouri | montana | nebraska | nevada | new hampshire | new jersey | new mexico | new york | north carolina | north dakota | ohio | oklahoma | oregon | pennsylvania | rhode island | south carolina | south dakota | tennessee | texas | utah | vermont | virginia | washington | wisconsin | wyoming | commonwealth",
    "card_detail": (
        "card number | cvv | cvc | security code | pin | expiry date | expiration date | one-time code |"
        "passcode | password | social security | ssn"
    ),
    "human": (
        "human | (real | actual | live | living | breathing | flesh and blood) {0,2} (person | human |"
        "agent | colleague | employee | team member | representative | someone)"
    ),
    "injury": (
        "injury | injure | fall | accident | drown* | crash | @kind_natural_hazard | @kind_dangerous_animal | frostbite |"
        "hypothermia | concussion | burn | sting | bite | cut | wound | fracture | sprain | shock | fracture | harm | hurt | attack | theft |"
        "break-in | fire | choking | collision"
    ),
    "prescription": (
        "prescription | prescribe | antibiotic | dose | dosage | ibuprofen | tylenol | acetaminophen |"
        "aspirin | amoxicillin | prednisone | hydrocortisone | benadryl | steroid | retinol | tretinoin |"
        "medication | medicine | pill | tablet | capsule | ointment | drop | insulin | advil | aleve |"
        "naproxen | cream | statin | melatonin | semaglutide | ozempic"
    ),
    "raw": (
        "raw | rare | undercooked | underdone | sunny side | over-easy | over easy | runny | soft-boiled |"
        "soft boiled | poached | tartare | sashimi | carpaccio | ceviche | medium rare | pink in the "
        "middle | pink inside | still pink | on the half shell | oyster bar | bloody | barely (cooked |"
        "seared) | crudo | blue"
    ),
    "calories": (
        "calorie | kcal | nutrition | nutritional | gram of (protein | fat | sugar | carb | fiber) |"
        "# (g | gram) {0,1} (protein | fat | sugar | carb | fiber | sodium) | carb | macro | sodium | low fat |"
        "low-fat | sugar content"
    ),
    "face_scan": (
        "(face | facial | skin | retina | iris | fingerprint | hand | palm | biometric | 3d | body) {0,1}"
        "(scan | scanner | scanning | imaging | image | photo | map | mapping | geometry | recognition |"
        "analysis | template) | face id | biometric | (scan | photograph | picture) {0,3} (face | skin |"
        "complexion) | selfie | skin analyzer | fingerprint | voiceprint"
    ),
}
