"""Everyday words of replies that no other list of the gate holds; what a disguise may hide."""

from __future__ import annotations

from typing import Final

COMMON_WORDS: Final = """
a about above accommodate according accordingly account accrue accrued activate actively activity
actually add address adjustment after afternoon afterwards again age ago ain album all
allergies allergy allowance almost already also alteration alternative always am amendment among an
and announcement another any anybody anymore anyone anything anytime anyway appointment april are
area aren arguments around article as ask assembly associated at august automatically available
average away awesome axe back bad bakery balance balcony bank batch be because bedroom been beer
before began beginner begun behalf behind being below beneficiary beside best better between
birthday black blog bonus book bookshelf bot both bottle bought bowl box boxing branch bring
brought brown browser brush bucket burger busy but button buy by cable calculation call came
campfire can cancel cancellation candle cannot cant capability capacity card carrot cart cash
category catering change channel charge cheap checklist checkout checkup child children choose
christmas city class classic click clinic clock close closed closely closer closest closing closure
cloud cocktail code coffee collector columbus come comment communication complete completely
compliance comprehensive condition confidence configure confirmation consecutive consistent
conspicuous consult consultation contact contain context conversation correct correctly
correspondence cost could couldn coupon course cover create creation credit criteria critical cure
currently customer cyber daily date day dear december dedicated deep deeply definition delivery
dependent deposit description detox diagnose diagnosis diagnostic did didn differently digit dinner
direction directly disbursement disclaimer disclosure discount diwali do doctor does doesn dog
domain don done door down download drink dual due duration during each earlier earliest early
easily east easter easy eat egg eggs eight eighteen eighty either eleven eligibility eligible else
elsewhere email enable end endorsement enjoy enter entire entrance establishment euro evaluation
eve even evening event ever every everybody everyday everyone everything exact example exceed
except excerpt exchange exclusion execute executed exercise expect expectation expiration expire
explain explanation explicit explicitly explore export exposure external extra eye face facility
family far fast father feature february fee feel feet felt few fewer field fifteen fifty final
finance find fine first fitness five fix fleece flexibility flow flyer followup food foot for
forever forgot forgotten format forty forum forward found four fourteen free frequency friday
friend fries from front frustrated frustration full fully further gave generally get gift give
given glad gladly glance glove gloves go gone good grace gray great greater grocery groom groomer
grooming group guarantee guest guidelines had hadn hair half halloween hanukkah happen happy harbor
has hasn hat have haven having hay he health hear heard held help her here hesitate high highchair
him his holiday holidays home hood hospital hot hour hours house houseplant how however hrs hundred
i identifier if immediate immediately in incentive include inconvenience incur indeed independence
indicate indigenous individual information injury inner inside instead institution instruction
insurance intended interaction interest interval into investigation is isn issue it item its itself
january join july june juneteenth jurisdiction just keep kept kind kindly knew knives know
knowledge kwanzaa label labor large larger last late later lawyer layaway layer lbs leaf leash
least leave ledger left legal lemon length less let letter license life like likely limit line lip
list literally live liver lives loan local location long longer look loose lose lost lot lounge
love low lunch machine made mail main make manager many maple march margarita margin max maximize
maximum may maybe me meal mean meant meantime media medical medicine meet meeting member membership
memorial men menu merchant message midday midnight midweek might million min minimum minute missing
mistake mistakenly mobile mode modification moment monday money month more morning mortgage most
mother move much multiple music must mustn my name near nearest necessary need negative never new
news next nice nicely night nine nineteen ninety no nobody none noon nor normally not notary note
nothing notice notification november now number oak occasionally october of off offer office offset
often oh okay old on once one ongoing online only onto open opened opening opens optical option or
order original other otherwise ounce our out outdated outgoing outlined outside over overdraft
oversize owe owed own package page paid pain paint paperless parking part partial party passover
past path patient patio pattern pay payday payment payroll pays pending people per percent perfect
perhaps period periodic permanent permission person personal personally pet pharmacist pharmacy
phone physical pick pickup pizza place plan please pleasure pm point policy popcorn portable
positive possible possibly pot potential pound pounds preference premises presidents pretty price
primary printer prior prioritize priority probably problem proceed processor product professional
profile program project promise promotion proper properly proven provisional purchase purpose
question quickly quite radius raffle ramadan range rate rather ratio ready real realize really rear
reason receipt receive recent recently recipient reconcile reconsider redemption refer reference
refill reflect refresh refueling refund regarding regular regularly reinstate related relevant
remind reminder remove renew rent reopen repair replacement request reservation reserve resolution
restaurant restock restocking restrictive result retail retention retrieve return reversal reward
rewrite rider risk road room route row safe said salad sale same saturday save saving says schedule
season seat second secondary section securely see segment select selection sell sells send sender
sensitive sent sentence separately september serial seriously service session set setup seven
seventeen seventy several share she shipping shop short shorter shortly should shouldn show sibling
side sign similar simply since single situation six sixteen sixty skate slightly slowly so software
sold solution some someone something sometimes song soon sooner sorry soup sourdough spa speak
speaker specification specify spent spicy square staff stand standard standardized start state
statement station stay sticker still stop store story straightforward subject submission submit
subscription successful successfully such suggestion summary summer sunday super support supposed
sure surface suspected suspension suspicious sweepstakes table tables taken tattoo tax team
technical teeth telehealth telephone tell temporarily ten term terminal test than thank thanks
thanksgiving that the their them then there these they thing think third thirteen thirty this those
though thought thousand three threshold through throughout thursday ticket tier till time timeline
tip tire tires to today together told tomorrow tonight too took top topic topping total toward
towards trail train transaction transfer transit transition tray treatment trellis trial
troubleshoot truly try tube tuesday tulip turn twelve twenty twice two typically umbrella
unauthorized uncle unexpectedly unfair unfortunately unknown unopened until unwanted up update upon
us usage use user usual usually valentine valid validation value verification verify version very
veterans veterinary via visibility visit voice wait waive want warm warranty was wasn water way we
wear web website wednesday week weekday weekend weekly weight welcome well went were weren what
when where whether which while who whole whom whose why will window wine wing wings winter with
within without woman women won wood word work workflow world worry worse worst worth would wouldn
write wrong wrongly xmas yard year yes yesterday yet you young your yours yourself zero zipper
"""
