"""Themes of health, beauty, wellness, pharmacies, clinics, dentists and vets."""

from __future__ import annotations

from typing import Final

from compliance.gate.themes.theme import Theme

THEMES: Final = (
    Theme(
        "cures",
        cues="""
            (cure* | heal* | treat* | reliev* | relief | remed* | prevent*) {0,12} (@medical_condition | medical)
            (health | drug | disease | therapeutic | medical) {0,3} claim*
            (treat* | cure* | heal*) {0,2} (treat* | cure* | heal* | reliev*)
            (disease | condition) {0,4} (cure* | treat* | prevent*)
        """,
        says="""
            @remedy {0,5} @medical_condition
            @medical_condition {0,4} (cure* | heal* | gone | disappear* | vanish* | go away | clear up | relieved | treat* | melt | fade | away)
            (cure | heal | remedy | relief) {0,4} (for | from | of) {0,4} @medical_condition
            (no more | free of | free from | without | goodbye to | farewell to | end of) {0,2} @medical_condition
            @medical_condition {0,3} (relief | therapy | treatment | remedy | cure | free)
            (prevent | stop | ward off | protect {0,3} from | keep {0,4} away) {0,4} @medical_condition
            (medicinal | healing | curative | therapeutic) {0,2} (property | properties | effect | power | benefit)
            (doctor | physician | clinically | medically) {0,2} (proven | recommended | approved | tested)
            (boost* | strengthen* | support*) {0,3} immun*
            (lower | reduce | regulate | control) {0,4} (blood pressure | cholesterol | blood sugar)
        """,
    ),
    Theme(
        "structure_claim",
        cues="(collagen | wrinkle* | structur*) {0,6} | drug type | structural change",
        says="""
            (rebuild | boost | stimulate | erase | reverse | regenerate | repair | remove | eliminate) {0,4} (collagen | wrinkle | cell | skin | dna | aging | ageing | scar | cellulite)
            (anti-aging | turn back {0,3} (clock | years) | look # year younger)
        """,
    ),
    Theme(
        "sure_result",
        cues="""
            (guarantee* | promise* | sure | certain) {0,4} (result* | outcome* | success | cure* | satisfaction)
            (result* | outcome*) {0,4} (guarantee* | promise*)
            promise* {0,3} outcome | unjustified expectation*
        """,
        says="""
            @guarantee {0,6} (@result | cure* | heal* | clear | recover* | pregnant | pass | win | hair | smile | relief)
            @result {0,5} (@guarantee | for (everyone | everybody | all) | every time | for sure | without fail)
            (works | work) {0,3} (for (everyone | everybody | all) | every time | on everyone | # % of the time | without fail)
            (will | you'll) {0,3} (definitely | certainly | absolutely | surely) {0,3} (see | love | get | notice | have | lose | look)
            (# % | full) {0,3} (success | effective | satisfaction)
            (never | not) {0,2} fail*
        """,
    ),
    Theme(
        "painless",
        absence=True,
        cues="painless | pain free | (no | without) pain",
        says="@painless",
    ),
    Theme(
        "riskless",
        absence=True,
        cues="""
            risk free | (no | without | zero) {0,2} (risk* | side effect* | downtime | complication*) | (completely | perfectly) safe
        """,
        says="@riskless",
    ),
    Theme(
        "permanent_result",
        cues="permanent* & (hair | result* | cure* | removal | treatment | laser | outcome | weight | whiten* | fix* | repair | lash*)",
        says="""
            @permanent {0,6} (hair | removal | @result | fix | cure | smooth* | free | gone | shave* | wax* | white* | solution | reduction | straight | hold)
            (hair | result | @treatment | fix | cure | effect | weight | stain | wrinkle | fat | acne | mole | pest | termite) {0,8} @permanent
            (gone | removed | disappear | eliminated | free {0,3} hair | smooth | last) {0,3} (for good | forever | for life | permanently | for ever)
            (hair | it | they | weight | acne | wrinkle) {0,3} (will | do | does) (never | not) {0,2} (grow | come | return | reappear) {0,1} (back | again | return)
            never {0,4} (shave | wax | pluck | grow back | come back | return | worry about {0,3} hair | again)
            (throw | toss | ditch | retire | pack away) {0,4} razor
            (last | final) time {0,4} (shave | wax | treat)
            never (shave | wax | tweeze)
        """,
    ),
    Theme(
        "regulator_approved",
        cues="(fda | regulator* | government | usda | epa | medical board) {0,6} (approv* | endors* | certif*) | (approv* | endors*) {0,3} by {0,3} (fda | government | regulator* | state)",
        says="""
            @regulator {0,3} @approved_by
            @approved_by {0,4} (by | from) {0,3} @regulator
            (@regulator) {0,2} (approval | blessing | clearance | endorsement | seal)
            (has | have | carry | carries | earned | received | with) {0,4} (approval | blessing | green light | endorsement | seal) {0,3} (of | from | by) {0,2} @regulator
            @regulator {0,4} (sign* off | gave | okayed | signed off)
        """,
    ),
    Theme(
        "detox", cues="detox* | toxin* | flush* {0,3} body | cleanse* {0,3} liver", says="@detox"
    ),
    Theme(
        "diagnosis",
        cues="diagnos* | prescri* | (medical | clinical | dosing | dosage) {0,2} (advice | instruction*) | (veterinary) advice",
        says="""
            (you have | you've got | you are suffering from | that's | this is | that is | it is | it's | he has | she has | your (dog | cat | pet | child | son | daughter) has | you {0,2} developed) {0,6} (@medical_condition | sprain* | torn | strain | bite | allergic | strep | rash | fungal | bacterial | viral | reaction)
            (sound | look | seem | appear) {0,4} (like | to be) {0,5} (@medical_condition | sprain* | torn | strain | rash | fungal | bacterial | allergic | reaction | hematoma | keloid)
            (classic | textbook | mild | clear | typical) {0,3} (case | sign | form | symptom) of {0,5}
            (symptom | sign) {0,4} (of | point to | suggest | indicate | consistent with)
            (take | use | apply | start | try | rub | swallow | give | increase | double | reduce | cut | switch to | put) {0,6} @prescription
            (stop | quit) {0,1} (take | use | give | apply) {0,4} @prescription
            (take | apply | use | give {0,3}) {0,6} (twice | once | # time | every # hour | # mg | # milligram | times a day | daily | before bed | with food | # pill | # tablet)
            (# mg | # milligram | # ml) {0,4} (of | twice | once | daily | every | a day | per)
            (double | halve | increase | lower | skip | stop | adjust | reduce) {0,4} (dose | dosage | medication | medicine | insulin | pill)
            (take | have | swallow) {0,2} (# | one | a couple) {0,2} of (those | them | these) {0,6}
            (you need | you should | you'll need | i would | i'd) {0,3} (take | be on | start | get on) {0,4} @prescription
            (not | isn't) {0,2} (infected | contagious | serious | cancer* | broken | an infection)
            we {0,3} diagnos* {0,3} you
        """,
    ),
    Theme(
        "prescription_promise",
        cues="(promise* | guarantee* | without exam) {0,4} prescription* | prescription {0,6} (promise* | guarantee* | no exam)",
        says="""
            (get | receive | have) {0,4} (prescription | script | rx | meds) {0,4} (today | right away | same day | instantly | in minutes | no exam | without)
            (meds | medication | prescription) {0,4} (ship | deliver | ready) {0,3} today
            no {0,2} (exam | doctor | visit | appointment) {0,3} (need | require | necessary)
        """,
    ),
    Theme(
        "prescription_withheld",
        cues="(withhold* | charge* | release) {0,5} prescription",
        says="""
            (fee | charge | $ #) {0,6} (copy | release) {0,3} prescription
            only {0,4} (give | release | hand over | share) {0,6} if you {0,3} (buy | order | purchase)
            (can't | cannot | won't | unable to | don't) {0,3} (release | give | share | hand over) {0,4} (prescription | rx)
        """,
    ),
    Theme(
        "treatment_information",
        cues="""
            side effect* | recovery | downtime | what {0,4} treatment {0,3} do* | aftercare | effect* {0,3} skin | (medical | health | treatment) {0,2} (topic | information | question)
        """,
        says="""
            side effect | recover* | downtime | aftercare | after care | heal* time | (mild | some | slight | temporary | light) {0,2} (redness | swelling | bruising | flaking | peeling | tenderness | soreness | irritation | discomfort | itching | dryness | numbness | tightness)
            (redness | swelling | bruising | flaking | peeling | scab* | blister* | tenderness | soreness | irritation | numbness | purging | breakout)
            (laser | peel | botox | filler | injection | microneedling | treatment | serum | facial | neuromodulator | cleanse | retinol | resurfacing | radiofrequency | procedure | cleaning | whitening) {0,8} (stimulat* | smooth* | reduc* | remov* | tighten* | improv* | brighten* | fade* | soften* | firm* | target* | plump* | exfoliat* | penetrat* | relax* | resurfac* | lighten* | even out | break down | dissolve | destroy* | clear* | hydrat* | lift* | thicken* | shrink*)
            (stimulat* | smooth* | tighten* | brighten* | fade* | soften* | firm* | plump* | exfoliat* | resurfac* | lighten*) {0,5} (skin | line | wrinkle | pore | scar | spot | complexion | texture | tone | pigment*)
            (work | treatment | therap*) by {0,3} (heat* | target* | break* | remov* | stimulat* | relax* | dissolv* | cool*)
        """,
        topical=True,
    ),
    Theme(
        "face_scan",
        cues="@face_scan | biometric* | facial (imag* | recogni*) | fingerprint",
        says="@face_scan",
        topical=True,
    ),
    Theme(
        "weight_loss",
        cues="weight {0,2} loss | los* {0,3} (weight | pounds) | fat loss",
        says="""
            (lose | drop | shed | melt | burn off) {0,5} (weight | pound | lb | inch | fat | dress size | kilo | kg | # size)
            weight {0,2} loss | (slim | drop) {0,3} # (size | pound)
        """,
    ),
    Theme(
        "testimonial",
        cues="another customer* {0,3} (outcome | result) | testimonial",
        says="(one | another | many | most | our) {0,2} (client | patient | member | customer | guest) {0,3} (lost | gained | saw | dropped | earned | doubled | went from)",
    ),
    Theme(
        "supplement_function",
        cues="supplement & (support* | maintain* | function)",
        says="(support | promote | maintain | boost | aid) {0,5} (sleep | immun* | digestion | joint | heart | mood | energy | health | memory | focus | metabolism | gut)",
    ),
    Theme(
        "compounded_same",
        cues="compounded | generic {0,4} same | same active ingredient",
        says="(basically | same as | generic | identical to | just like | equivalent to | works like) {0,4} (ozempic | wegovy | mounjaro | viagra | botox | brand | name brand)\nsame (active ingredient | drug | thing | formula)",
    ),
    Theme(
        "before_after",
        cues="before {0,1} after {0,2} (picture* | photo*)",
        says="before {0,2} after {0,2} (photo | picture | shot | image | gallery)",
        topical=True,
    ),
    Theme(
        "patient_confirmed",
        cues="(confirm* | reveal*) {0,4} (patient | care | treatment) | patient status",
        says="(your | the) {0,2} (crown | root canal | filling | appointment | procedure | treatment | surgery | visit | cleaning | exam | insurance | injection | peel | results) {0,6} (went | was | were | ran | on | last | with us)",
    ),
    Theme(
        "clinical_results",
        cues="(result* | diagnosis | medication) {0,6} (unsecured | unencrypted | channel) | test result*",
        says="(lab | test | biopsy | swab | culture | x-ray | scan | blood work | screening) {0,3} (result | came back | show*)\n(lab | test | biopsy | swab | culture | x-ray | scan | blood work | screening) {0,2} (is | was | were) {0,2} (positive | negative | normal | abnormal | clear | clean | fine | good | bad | elevated | high | low | back)\n(positive | negative) for",
    ),
    Theme(
        "unverified_title",
        cues="(licensed | clinician | nurse | doctor) {0,4} (title | signed | phrased)",
        says="as your (nurse | doctor | physician | dentist | therapist | pharmacist | vet | lawyer | attorney | advisor)",
    ),
    Theme(
        "health_data_request",
        cues="(ask* | request* | collect*) {0,5} (health | medical) {0,3} (data | detail* | history | information)",
        says="(send | share | tell us | provide | email | text) {0,6} (medical history | medication | diagnosis | health (condition | history) | symptoms)",
    ),
)
