"""Themes of restaurants, bars and grocers."""

from __future__ import annotations

from typing import Final

from compliance.gate.themes.theme import Theme

THEMES: Final = (
    Theme(
        "allergen_safe",
        absence=True,
        cues="allergen* | allerg* & (safe | safety | safely | free)",
        says="""
            @allergen {0,1} free
            free (of | from) {0,4} @allergen
            ~ (no | without | zero | not (contain | have | use) | never (contain | use)) {0,4} @allergen
            (no | zero | not a) (trace of) {0,3} @allergen
            (safe | fine | ok | okay | suitable | good | perfect | no problem | won't bother | no issue | not a problem | good to go | all clear | in the clear) {0,8} (@allergy | with {0,3} @allergen)
            @allergy {0,5} (safe | friendly | proof | fine | no (problem | issue | risk) | not a problem)
            @allergen {0,2} safe
            (eat | enjoy | have | order) {0,8} (without {0,2} worry* | worry-free | safely | with confidence | with peace of mind | no worries)
            (zero | no) {0,2} (risk | chance | danger) {0,4} (cross | contamination | reaction | exposure)
            (no | never | not) {0,3} cross (contamination | contact)
            (~) {0,0} safe
        """.replace(
            "            (~) {0,0} safe\n",
            "            ~ (totally | completely | perfectly | absolutely | # % | entirely) safe\n            ~ (safe | fine | ok | okay) {0,3} (to eat | for (you | him | her | them | your))\n            ~ (he | she | you | they) {0,2} be {0,2} (safe | fine | ok | okay | all right) {0,2} (with | eat* | have* | order*)\n            ~ (nothing to worry about | no worries | go ahead and (eat | order) | you can (eat | have) (it | them | that))\n",
        ),
        subject="allergy_talk",
        anaphors="it | they | them | that | this | safe | fine | you",
    ),
    Theme(
        "allergen_answer",
        cues="customer asks {0,4} allergen* | written allergen information",
        says="(contain | has | have | include | made with | with) {0,4} @allergen",
        topical=True,
    ),
    Theme(
        "made_ill",
        cues="""
            (made | caused | make*) {0,6} (ill | sick | illness) | (liab* | fault | responsib*) & (admit* | accept*) | medical bill* | food poison*
        """,
        says="""
            @made_ill
            @admission
            @pay_medical
        """,
    ),
    Theme(
        "free_alcohol",
        cues="(free | complimentary) {0,6} @alcohol | @alcohol {0,6} (free | complimentary)",
        shadows=("free_offer", "drink_deal"),
        says="""
            @free {0,4} (round | @alcohol)
            @alcohol {0,5} (@free | on me)
            (first | next) {0,2} (round | @alcohol) {0,4} (@free | on me)
            (buy | get | grab | throw in | comes with | includes) {0,8} (free | complimentary | second | bonus) {0,2} (@alcohol)
            (treat | buy | pour | bring) {0,1} (you | your (table | party | group) | everyone) {0,5} @alcohol
            (unlimited | bottomless) {0,3} @alcohol
            buy {0,3} @alcohol {0,4} get {0,3} free
        """,
    ),
    Theme(
        "drink_deal",
        cues="happy hour | drink* & (deal* | discount* | promotion* | special* | unlimited | multi)",
        shadows=("free_offer",),
        says="""
            happy hour
            @discount {0,6} @alcohol
            @alcohol {0,6} (@discount | half | # off | for the price)
            (unlimited | bottomless | all you can drink | endless) {0,4} (@alcohol | )
            (two | # | double) {0,3} @alcohol {0,4} (for | price of)
        """.replace(" | )", ")"),
    ),
    Theme(
        "nutrition",
        cues="calorie* | nutrition*",
        says="@calories",
        topical=True,
    ),
    Theme(
        "undercooked",
        cues="raw | rare | undercooked | runny",
        says="""
            (@raw) {0,5} @dish
            @dish {0,8} (@raw)
            (ask for | order | cook* | serve* | request | get | make | like | want | prepare*) {0,4} (it | them | that | yours | ) {0,3} (@raw)
            (medium rare | sashimi | tartare | carpaccio | ceviche | raw bar | half shell | sunny side | over-easy | over easy | runny yolk | soft-boiled | undercooked | still pink | pink in | crudo)
        """.replace(" | )", ")"),
        topical=True,
    ),
    Theme(
        "organic_claim",
        cues="organic | (all | # %) natural | non gmo",
        says="(# % | all | certified | completely | totally) {0,2} (organic | natural | non-gmo) | organic | chemical-free | preservative-free",
    ),
    Theme(
        "halal_kosher",
        cues="kosher | halal",
        says="kosher | halal",
    ),
    Theme(
        "minor_alcohol",
        cues="(minor* | under 21 | underage) {0,6} (alcohol | drink* | serve*)",
        says="(no id | not (card | check id)) {0,5}\n(under # | underage | minor | teen | kid) {0,6} (can | may | welcome) {0,4} (drink | order | have | buy)",
    ),
)
