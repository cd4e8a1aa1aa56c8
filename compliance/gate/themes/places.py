"""Themes of housing, hotels, travel, cars, homes, fitness, childcare, pets and outdoor gear."""

from __future__ import annotations

from typing import Final

from compliance.gate.themes.theme import Theme

THEMES: Final = (
    Theme(
        "gear_safety",
        cues="""
            (guarantee* | promise* | ensure*) {0,4} (safety | safe) & (gear | product | equipment | helmet | item | harness)
            prevent* {0,4} (injur* | accident* | fall* | @injury)
            (gear | equipment | helmet | product | seat | lock) & (safety | injur*)
        """,
        says="""
            (keep | make | guarantee | ensure | leave) {0,4} (safe | unharmed | alive | protected | safety | out of danger)
            (prevent | stop | eliminate | rule out | protect {0,3} (from | against) | save {0,3} from | avoid | stave off | keep {0,3} from | guard* against | immune to | shield {0,3} from | no more | end) {0,5} @injury
            (safe from | safe against | proof against | immune to) {0,4} @injury
            (can't | cannot | never | won't | not) {0,3} (get hurt | be hurt | fall | be injured | get injured | drown | slip | fail | crash | burn | break)
            (won't | not | never ) {0,2} (get | have | suffer | sustain) {0,2} @injury
            (injury | fall | theft | fire | accident | crash | tip | @kind_dangerous_animal | @kind_natural_hazard) proof
            (completely | # % | totally | perfectly | absolutely) safe
            (safe | safety) {0,4} guarantee*
            guarantee* {0,4} (safety | safe | survive* | survival | protection | no injur*)
            (no way | impossible | no chance | nothing) {0,5} (hurt | injur* | happen* | harm* | fall | slip)
            save* {0,2} life
        """,
    ),
    Theme(
        "child_safety",
        cues="child* & (safe | safety | guarantee* | never | supervis*)",
        says="(# % | completely | always | perfectly | totally) {0,1} safe\n(guarantee | promise) {0,6} (safe | safety | never)\n(never | no child) {0,6} (hurt | injur* | sick | alone)",
    ),
    Theme(
        "fair_housing",
        cues="(preference | limitation | steer* | protected trait* | fair housing | families | children | religion | race) {0,8} | housing",
        says="""
            (perfect | ideal | great | best | suited | suitable | prefer* | looking for | designed) {0,4} (for | is) {0,3} @person_kind
            (no | not (take | accept | allow | rent to) | don't {0,3}) {0,4} (kids | children | child | families | section # | voucher | student | immigrant)
            adults only | (mature | christian | family | quiet adult) {0,2} (community | building | neighborhood | tenant)
            (safe | good | bad | nice | exclusive | family-friendly | desirable) {0,2} (neighborhood | area | school)
        """,
    ),
    Theme(
        "service_animal",
        cues="service (animal* | dog*) | assistance animal*",
        says="""
            (certif* | paper* | paperwork | documentation | proof | registration | vest | license | letter | id | form) {0,10} (@service_animal | dog | animal)
            (@service_animal | dog | animal) {0,10} (certif* | paper* | documentation | proof | registration | vest | letter | pet fee | fee | deposit | not allowed | not permitted | stay outside)
            (pet fee | pet deposit) {0,8} (@service_animal | dog)
            (no | not allow | not accept | can't bring) {0,4} (dog | animal | pet | @service_animal)
        """,
    ),
    Theme(
        "value_prediction",
        cues="(appreciat* | value | price) & (property | home | investment | increase* | predict*)",
        says="(value | price | home | property | condo) {0,6} (will | going to | guarantee*) {0,4} (rise | appreciate | increase | double | go up)\n(guaranteed | sure) {0,2} (investment | appreciation)",
    ),
    Theme(
        "lemon_law",
        cues="lemon law",
        says="lemon law",
        topical=True,
    ),
    Theme(
        "unauthorised_repair",
        cues="(repair* | work) & (authori* | estimate | without)",
        says="we {0,3} (went ahead | already) {0,6} (replace* | fix* | repair* | install*)\n(drop | bring | leave) {0,4} (we'll | we will) {0,3} (start | begin | get going)",
    ),
    Theme(
        "warranty_tie_in",
        cues="(void* | condition*) {0,5} warranty | warranty {0,8} (void* | condition* | dealer | branded)",
        says="""
            void* {0,4} warranty
            warranty {0,5} (void* | cancel* | invalid | gone | no longer)
            (must | only | have to | need to) {0,6} (our (shop | service | part | dealer) | genuine part | authorized | dealer) {0,8} warranty
        """,
    ),
    Theme(
        "bonded",
        cues="bonded",
        says="bonded | (carry | have | post) {0,2} bond",
    ),
    Theme(
        "licensed_claim",
        cues="license* & (claim* | advertis* | insured | certified)",
        says="licensed {0,3} (bonded | insured | certified) | fully (licensed | insured | certified)",
    ),
    Theme(
        "embalming",
        cues="embalm* | casket | vault",
        says="(law | state | legally) {0,6} (require* | must) {0,6}\n(embalm* | casket | vault) {0,6} (require* | mandatory | must | preserve* | protect* | keep* | last)\n(require* | must | need) {0,4} (embalm* | casket | vault)",
    ),
    Theme(
        "price_withheld",
        cues="(withhold* | refuse*) {0,3} price*",
        says="(only | don't | cannot | can't) {0,4} (discuss | give | quote | share) {0,4} price* {0,6}",
    ),
    Theme(
        "unlimited_data",
        cues="unlimited | no throttl* | data cap*",
        says="(truly | really | completely | totally) {0,1} unlimited | unlimited | (no | never | without) {0,3} (throttl* | slow* down | cap | limit)",
    ),
    Theme(
        "speed_promise",
        cues="(guarantee* | promise*) {0,5} (speed | coverage | uptime | delivery | arriv*)",
        says="(guarantee* | promise*) {0,6} (speed | mbps | gig | coverage | signal | uptime | arriv* | deliver* | on time)\n(never | no) {0,3} (drop* call | outage | downtime | delay | buffering)\n# % (uptime | coverage)",
    ),
    Theme(
        "arrival_promise",
        cues="(shipping | delivery) {0,6} (promise* | guarantee* | date)",
        says="(guarantee* | promise*) {0,6} (by | arriv* | deliver* | ship*)\n(will | definitely) {0,3} (arrive | be delivered | be there) {0,3} by",
    ),
    Theme(
        "eco_claim",
        cues="eco* friendly | renewable | environment* | biodegradable | green {0,2} claim* | sustainab* | carbon neutral",
        says="""
            eco-friendly | eco friendly | environmentally (friendly | safe | responsible) | (earth | planet | ocean | nature) (safe | friendly | kind) | biodegradable | compostable | carbon neutral | (# % | all | fully | entirely | only) {0,4} (renewable | solar | wind) | zero (waste | emission | carbon) | climate (neutral | positive) | (good | safe | better | kind | gentle) {0,2} (for | on | to) {0,1} (planet | earth | environment) | sustainable | green (product | choice | option) | net zero
        """,
    ),
    Theme(
        "origin_claim",
        cues="made in {0,2} (usa | america | us | united states) | (us | american) origin | local* sourced",
        says="made {0,2} in {0,1} (usa | u.s | america | united states | us) | american-made | (all | # %) american | manufactured in {0,1} (usa | america | us)".replace(
            "u.s | ", ""
        ),
    ),
    Theme(
        "pest_forever",
        cues="pest* & (guarantee* | permanent* | never)",
        says="(never | not) {0,3} (come back | return | see)",
    ),
    Theme(
        "firearm",
        cues="firearm* | gun*",
        says="(ship | buy | transfer | sell | legal) {0,6} (rifle | gun | pistol | firearm | handgun | ammo | shotgun)\n(rifle | gun | pistol | firearm | handgun | ammo | shotgun) {0,6} (ship | buy | transfer | sell | legal)",
    ),
    Theme(
        "cannabis_offer",
        cues="(promote* | market* | advertis*) {0,6} cannabis",
        says="edible | pre-roll | gumm* | flower | strain | thc | cbd | vape | dispensary",
    ),
    Theme(
        "travel_offer",
        cues="(travel | cruise | air | sea | tour) {0,6} (offer* | package* | price*)",
        says="(cruise | package | tour | flight | trip | vacation) {0,8} ($ # | from $ | available)",
    ),
    Theme(
        "contracting_offer",
        cues="(contract* | construction | remodel*) {0,4} work | contractor",
        says="(quote | estimate | bid | build | remodel | install | repair) {0,6} (kitchen | bath* | roof | deck | floor | house | home | plumbing | electrical | project)",
    ),
)
