"""Themes of how a business speaks: reviews, people and machines, private data, opt-outs, pay."""

from __future__ import annotations

from typing import Final

from compliance.gate.themes.theme import Theme

THEMES: Final = (
    Theme(
        "review_reward",
        cues="review* & (reward* | incentive* | exchange | gift | discount | positive | offer*)",
        says="""
            @review {0,14} (@discount | @free | get | receive | gift | credit | coupon | thank you | enter* | bonus | off)
            (@discount | @free | gift | credit | coupon | bonus | $ # | # % ) {0,12} (@review)
            (if you (loved | enjoyed | liked) | happy with) {0,8} @review
        """,
    ),
    Theme(
        "review_removal",
        cues="(remov* | delet* | threat*) {0,6} review",
        says="(remove | delete | take down | change | edit | update) {0,4} (review | rating | post | comment)\n(review | post) {0,8} (lawyer | attorney | sue | legal action | defamat*)",
    ),
    Theme(
        "material_connection",
        cues="(social post | post | tag) & (value | reward | exchange)",
        says="(tag | post | share | story | mention) {0,8} (get | receive | free | off | discount | win)",
    ),
    Theme(
        "human_impersonation",
        cues="human | real person | not a (bot | robot)",
        says="""
            (i am | i'm | you are (talking | chatting | speaking) (with | to) | this is | you have | you've got) {0,5} @human
            (not | no) {0,2} (bot | robot | machine | ai | computer | automated)
        """,
    ),
    Theme(
        "no_human",
        cues="(den* | no) {0,3} (human | live agent)",
        says="(no | not any | bot-only | only bot) {0,4} (human | agent | person | representative | people)\nno option to {0,3} (speak | talk)",
    ),
    Theme(
        "card_data_request",
        cues="(card number | cvv | pin | security code | social security | ssn | account number | government id)",
        says="""
            (send | reply with | give | provide | share | text | email | read | tell | type | confirm | need | enter) {0,8} (@card_detail | card number | account number | routing number | full card | ssn | social)
            what (is | are) {0,3} (@card_detail | account number | card number)
        """,
    ),
    Theme(
        "personal_details_request",
        cues="(ask* | request* | collect* | require*) {0,5} (personal | contact | zip | email) {0,3} (details | data | information)?".replace(
            "?", ""
        ),
        says="(need | give | provide | require | tell us | what's | what is) {0,5} (zip code | email address | phone number | home address | date of birth)",
    ),
    Theme(
        "marketing_content",
        cues="(promotion* | marketing) {0,4} | adds promotion",
        says="# % off | $ # off | (sale | special | deal | promo) {0,4} (on now | ends | this week* | today | tonight) | new arrival*",
    ),
    Theme(
        "gendered_price",
        cues="(women* | gender) {0,4} (price* | men*)",
        says="(women | woman | ladies | female) {0,6} $ # {0,8} (men | man | gentlemen | male)\n(ladies | women) {0,3} (free | half | discount)",
    ),
    Theme(
        "age_claim",
        cues="(any | no) {0,2} age {0,3} (limit | requirement | welcome)",
        says="(any | all) age {0,3} (welcome | ok | fine)\nno age (limit | requirement | restriction)",
    ),
    Theme(
        "debt_collection",
        cues="(collect* | concern*) {0,4} debt | past due",
        says="(past due | overdue | owe | outstanding | delinquent) {0,6} ($ # | balance | account | amount)\nbalance {0,6} (overdue | past due)",
        topical=True,
    ),
    Theme(
        "legal_threat",
        cues="(threat* | legal action | arrest | garnish*)",
        says="""
            sue | legal action | lawsuit | garnish* | arrest* | press charges
            (see you in | take {0,4} to | go to) {0,1} court
            (turn | send | refer | hand | pass | go) {0,6} (collections | collection agency | police | our (lawyer | attorney))
            (call | involve | contact | notify) {0,2} (police | authorities | our (lawyer | attorney))
            (hear | letter) {0,3} from {0,1} (lawyer | attorney)
        """,
    ),
    Theme(
        "contract_binding",
        cues="cooling off | (contract | sale) {0,5} (final | cannot be cancel*) | den* cancellation",
        says="""
            (no | not any | without) {0,3} cooling-off
            (contract | sale | deal | agreement | purchase) {0,5} (final | binding | locked | can't be cancel* | cannot be cancel*)
            (can't | cannot | not able to | unable to | too late to | not possible to) {0,4} (cancel | back out | change your mind | get out of)
        """,
    ),
    Theme(
        "overtime_promise",
        cues="(job | employment | income | earning*) {0,4} (guarantee* | promise*)",
        says="(job | placement | employment | career | hired) {0,6} (guarantee* | certain)\n(every | all) {0,2} (graduate | student) {0,4} (hired | job | work | employ*)\n(earn | make) {0,4} $ # {0,5} (a | per | every) (week | month | day | year | hour)\n(guarantee* | promise*) {0,6} (job | placement | employment | income | pass | admission)",
    ),
)
