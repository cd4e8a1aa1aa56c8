"""Phrase classes of care: words that belong to a doctor, and claims about health."""

from __future__ import annotations

from typing import Final

from compliance.gate.concepts.classes.phrase_class import PhraseClass

_DRUG: Final = (
    "(ibuprofen | tylenol | acetaminophen | aspirin | advil | aleve | naproxen | antibiotic | amoxicillin | steroid | prednisone |"
    " hydrocortisone | benadryl | antihistamine | painkiller | pain reliever | melatonin | insulin | statin | blood thinner | semaglutide |"
    " ozempic | tretinoin | retinol | ointment | medication | medicine | med | pill | tablet | capsule | inhaler | antidepressant | supplement)"
)
_PAINKILLER: Final = "(aspirin | ibuprofen | tylenol | acetaminophen | advil | aleve | benadryl | antihistamine | antibiotic | painkiller | melatonin | steroid)"
_ILLNESS: Final = (
    "(infection | strep | eczema | psoriasis | rosacea | sprain | fracture | abscess | cavity | allergy | migraine | flu | bronchitis |"
    " uti | concussion | tendonitis | tendinitis | gingivitis | shingles | dermatitis | fungus | arthritis | pneumonia)"
)
_ADVISE: Final = (
    "(you should | you can | you could | you may | you need to | you must | you will want to | you want to | please | I would | would |"
    " recommend | advise | suggest | safe to | ok to | okay to | fine to | best to | try to)"
)

CLASSES: Final = {
    "prescription_language": PhraseClass(
        about="Words of diagnosis, dose and prescription, which only a licensed person may use.",
        claims=True,
        expressions=f"""
            we can prescribe | increase your dose | twice a day with food |
            (we | I | he | she | they | doctor | dentist | nurse | provider | clinician | vet) {{0,3}} prescribe | prescribe (you | something | it | this | for | a) |
            (write | call in | phone in | issue | give) {{0,3}} (a prescription | new prescription | script | rx) | (we | I | can | will | doctor) {{0,1}} write {{0,3}} prescription |
            (take | swallow | give) {{0,3}} (# | one | half | couple of | a) {{0,2}} (tablet | pill | capsule | drop | mg | milligram | ml | dose | puff | teaspoon | spoonful) |
            (take | apply | use | rub | give | inject) {{0,3}} {_DRUG} {{0,6}} (once | twice | # time | daily | every # hour | nightly | before bed | with food | for # (day | week)) |
            (take | apply | give) (it | them | this | these) {{0,3}} (with food | before bed | twice | every # hour | on an empty stomach | # time (daily | a day)) |
            {_DRUG} {{0,3}} (twice | # time | once) (a day | daily | per day) | # (mg | milligram | mcg) {{0,1}} of | # (mg | milligram | mcg) (once | twice | daily | every | per day | a day) |
            (increase | double | halve | lower | reduce | adjust | raise | taper) {{0,2}} (dose | dosage | insulin) | start {{0,2}} with a {{0,2}} dose | (low | high | starting | starter) dose |
            skip {{0,2}} (insulin | dose | medication | medicine | pill) | {_ADVISE} {{0,2}} (stop | quit | skip | start | resume) {{0,1}} [take | use] {{0,3}} {_DRUG} |
            (recommend | suggest | advise | try | prescribe | take some | need) {{0,2}} (an | some) {_DRUG} | (recommend | suggest) {{0,4}} {_DRUG} | switch {{0,1}} to {{0,3}} {_DRUG} |
            you {{0,2}} need {{0,2}} (antibiotic | steroid | stitches | surgery | x-ray | antifungal | root canal | biopsy | blood test) |
            (sound | look | seem | appear) like {{0,1}} (you | he | she | your) {{0,2}} have {{0,3}} (@medical_condition | sprain | strain | rash | reaction | strep) |
            (sound | look | seem | appear) (like | to be) {{0,2}} (infection | infected | strep | sprain | torn | fungal | allergic reaction | allergy | eczema | a rash) |
            (you | he | she) {{0,1}} (probably | likely | may | might) have {{0,3}} @medical_condition | you have {{0,2}} (infection | strep | eczema | sprain | concussion | allergy) |
            (typical | classic | textbook | clear | mild | severe) case of {{0,2}} @medical_condition | (our | my | the) diagnosis {{0,1}} be | (we | I | doctor) {{0,2}} diagnose | diagnosed you |
            your symptom {{0,3}} (point | suggest | indicate | match | mean | consistent) | (symptom | sign) {{0,1}} (consistent with | point to | suggest) | (safe | fine) to combine | contraindicat* |
            (no | not any) {{0,2}} drug interaction | treatment plan {{0,2}} (be | include | for you) | off-label | {_DRUG} {{0,2}} (interact | not interact) with |
            (should | need to | must | could) be on {{0,2}} {_DRUG} | (it | that | this) be {{0,1}} (probably | likely | definitely | most likely | just) {{0,3}} {_ILLNESS} |
            (up | change | switch | adjust | taper) your {{0,1}} (medication | med | dose | dosage) | take {{0,2}} {_PAINKILLER} | put {{0,2}} {_DRUG} on {{0,6}} (twice | daily | # time) |
            you {{0,2}} have {{0,2}} {_ILLNESS} | (start | put) you on {{0,3}} {_DRUG} | {_DRUG} will (help | clear | fix | treat | cure)
        """,
        found=("We can prescribe something for that rash.", "Increase your dose to 20 mg."),
        left=("The prescription counter opens at eight.", "The doctor's hours are nine to five."),
    ),
    "health_claims": PhraseClass(
        about="Anything that a product or treatment is said to do for health.",
        claims=True,
        expressions="""
            clinically proven | boosts your immune system | relieves pain | @strong_remedy {0,4} @medical_condition | (ease | reduce | lessen | lower | combat | calm | soothe | reliev*) {0,3} @medical_condition | (good | great | wonders) for {0,3} @medical_condition |
            @medical_condition {0,2} (disappear | vanish | heal | melt away | go away | clear up) | (free of | free from | goodbye to | farewell to | no more | end of | rid of) {0,2} @medical_condition |
            (help | helps) {0,2} @medical_condition | (help | helps) {0,2} (with | against | relieve | ease | reduce) {0,3} @medical_condition | (cure | heal | relieve | eliminate | banish | get rid of) {0,2} (hangover | nausea | fatigue | jet lag | fever | cough | cold | sore throat | wrinkle | cellulite | bloating | indigestion | stress) |
            (cure | heal | curative) {0,4} (scar | wound | skin | body | illness | anything | everything | you) |
            (prevent | stop | ward off | fight | fight off | protect against | protects from) {0,1} (@medical_condition | cold | virus | germ | aging | disease | illness) |
            (boost | strengthen | support | improve | enhance) {0,3} (immun* | metabolism | circulation | digestion | gut health | heart health | brain function | joint | bone | heart | lung | nerve | fertility | memory | libido) |
            (speed up | speeds up | rev | kick-start | kickstart) {0,2} metabolism | speed up {0,2} (metabolism | healing | recovery) |
            (lower | reduce | regulate | control | balance) {0,3} (blood pressure | cholesterol | blood sugar | inflammation | stress hormone | hormone | cortisol) | anti-inflammatory |
            (healing | medicinal | curative | therapeutic) {0,1} (property | power | effect | benefit) | health benefit | (doctor | physician | dermatologist | dentist | clinically | medically | scientifically) (proven | recommended | approved | tested | endorsed) |
            (proven | shown) to (cure | heal | treat | reduce | relieve | help with | improve) | good for {0,2} (heart | joint | skin condition | gut | immune* | bones | digestion | health | liver) |
            (lose | drop | shed | melt) {0,4} (weight | pound | lb | inch | kilo | dress size) | melt {0,3} fat | burn {0,2} fat | weight {0,1} loss (result | guaranteed) |
            (reverse | stop | slow | turn back) {0,2} (aging | ageing | clock on aging) | anti-aging | anti-ageing | (rebuild | regenerate | repair | stimulate) {0,3} (collagen | cell | dna | tissue | nerve) |
            (better | deeper) sleep guaranteed | @detox | @regulator (approved | cleared) | (miracle | natural | wonder) (cure | remedy | healer) | (feel | be) {0,1} (healthier | pain-free) | adds years to | live longer |
            (no | zero | without) side effect | superfood | immune-boosting | immunity |
            (cure | heal | soothe | clear up | clear) {0,2} (burn | wound | bruise | rash | blemish | breakout | pimple | sore | stretch mark) |
            (rebuild | repair | regenerate | rejuvenate) {0,2} (joint | cartilage | cell | tissue | nerve | gut | liver | collagen) | feel less (anxious | depressed | stressed | achy) |
            (boost | raise | increase | lift) {0,2} (energy level | mood | libido | testosterone | serotonin) | balance {0,2} hormone | fat-burning | wrinkle-free in |
            natural (alternative | substitute) (to | for) {0,2} (medication | medicine | drug | pill | surgery) | as good as (medication | medicine | surgery)
        """,
        found=("This facial cures acne.", "It lowers your blood pressure."),
        left=("Your current order is on its way.", "Our clinic treats patients on Mondays."),
    ),
}
