"""Money, law, work and talk, by kind (see :mod:`kinds` for the form)."""

from __future__ import annotations

from typing import Final

AFFAIRS: Final = """
price, cost, fare, rate, price of the trip, package price > (total | amount) | what you pay | tariff | quote | $ # | tuition | fee
investment, good investment, stock, share, fund, security > invest | portfolio | asset | bond | equity | nest egg | place to put {0,3} (saving | money | cash) | smart (buy | move) | put {0,3} (saving | money | cash) | (buy | own) {0,2} (now | some | today) | profit | return
profit, gain, earnings > make money | money maker | payoff | upside | dividend | get rich | double your money | (get | pay) {0,1} back
loss, losing money > lose {0,3} (money | saving | cash | value | cent | dime | penny)
annual percentage, annual percentage return, percentage return, yield, interest rate, rate of return, apr, apy > # % | percent | apy | apr | yield | interest | annual return | annually
annual, yearly, per year, a year > per annum | annually | each year | every year | a year | yearly | twelve month | apy | apr
monthly, per month > each month | every month | a month
income, salary, wage, pay > earning | paycheck | six figure | take home | revenue
debt, balance, arrears > owe | overdue | past due | collection
bankruptcy, insolvency > chapter # | bankrupt
mortgage, home loan > refinance | lender | home equity
foreclosure, repossession > repo | repossess | lose {0,2} (home | house | car)
credit repair, credit score, credit history > fico | credit rating | bureau | credit report
identity theft, fraud, scam > scammer | phishing | fake | stolen identity
tax refund, tax return, taxes > refund | irs | deduction | write off
audit, tax audit > irs | examine
tip, gratuity > tipping | service charge
commission, kickback, finder's fee > referral fee | cut
bribe, bribery > under the table | grease
refund, money back, reimbursement > repay | give {0,3} back | get {0,3} back | return your (money | payment)
cancellation fee, cancellation penalty > fee for cancelling | charge for cancel* | penalty
late fee, penalty, fine > charge | fee | surcharge
hidden fee, extra charge > surprise | surcharge | add-on | fine print
discount, price reduction, rebate > % off | $ off | cheaper | lower price | bargain | deal | less | coupon | markdown | savings | save
price match, price guarantee > match any | beat any
down payment, upfront payment, prepayment > upfront | in advance | pay first | deposit | retainer | up front | upfront | beforehand | (pay | due | payable) {0,4} (now | advance | beforehand | upfront) | half {0,5} (advance | now | down | beforehand) | earnest money
installment, payment plan > monthly payment | pay over time | pay later
cash payment, cash > bills | off the books | under the table | no receipt
invoice, receipt, bill > statement | itemized
crypto payment > bitcoin | wallet
wallet, seed phrase, private key > passphrase | recovery phrase
contract, agreement > lease | terms | fine print | sign
guarantee, warranty > promise | assurance | word
permit, building permit, license, licence, planning permission, city approval > permission | approval | paperwork {0,4} (city | town | county) | ask* {0,2} (city | town | county) | authorization | sign-off | clearance | zoning
inspection, code inspection > inspector | building code
code violation, violation > citation | fine | breach
lawsuit, legal action, court case > sue | suit | litigation | settlement
legal advice, legal outcome > case | rights | entitled | liable
custody, divorce outcome > judge | settlement
immigration, visa, green card, citizenship > work permit | residency | deport* | asylum | sponsor
estate, inheritance > probate | trust | heir
proof, proof of residence, proof of ownership, id, identification > document | license | passport | deed | utility bill | lease | paperwork | prove | identification | (show | see | prove) {0,3} (live there | live here | own it | own the | your house | your home) | ownership | proof of address | questions asked | registration | title
residence, address, residency > live there | live here | home | resident
signature, consent, waiver > sign | agree | permission | release form
privacy, confidentiality > private | secret | discreet | anonymous
recording, surveillance, camera > film | video | listen | bug | monitor | spy
customer data, personal data, personal details > email address | phone number | home address | contact details | browsing history
background check, drug test > screening | vetted | criminal record
insurance, insurance claim, coverage > policy | insured | insurer | payout | cover
insurance fraud > pad the | claim
accident report > police report | incident
speed limit, speeding, speed > speed | faster | exceed | over the limit | step on it | hurry | floor it | rush | break the limit | race | fast lane
rest break > break | rest | stop | pause | sleep | nap | through the night | without {0,2} stop* | non-stop | nonstop
traffic law, traffic rule, red light > run {0,2} light | illegal turn | shortcut
overtime, shift, working hours > hours | schedule
job, employment > position | hired | hire | employ* | career | placement | land {0,2} (position | job | role) | find work | job offer
union, strike > picket | walkout
layoff, firing, redundancy > let go | laid off | dismiss
discrimination, harassment > bias | racist | sexist
review, rating, testimonial, feedback > star | google | yelp
ranking, award, best in town > number one | voted | winner
secret, trade secret, confidential information > inside | internal | behind the scenes | leak
recipe, ingredient, formula > made of | contains | secret sauce
supplier, source, manufacturer > vendor | factory | made by | come from
origin, country of origin, made in america > imported | domestic | local | homegrown | usa
employee name, staff schedule, staff member's schedule > works (on | until | from) | shift | day off
opinion, personal opinion > @sense_criticize | @sense_best | @sense_worst | i think | i believe | if you ask me | in my view
contact details, contact detail, contact information, contact info, contact data > phone number | email | e-mail | (home | street | mailing) address | cell | (her | his | their | whose) {0,1} (number | address) | where {0,3} live | number
another customer, other customer, another guest, another client, another patient, another member, third party > (other | another | that | the) {0,1} (customer | guest | client | patient | member | tenant | buyer | owner | passenger) | neighbor | buyer | (her | his | their) {0,2} (number | phone | email | address | cell) | where (he | she | they | that)
homeowner, home buyer, house buyer > (home | house) {0,2} (owner | buyer) | buyer | home | house
paper > cardboard | kraft | paperboard
bag, sack > pouch | tote
checkout, register, till, cash desk > counter | cashier | checkout lane
copy, duplicate > photocopy | printout | transcript
apology > sorry | regret | apologize | forgive us
fault, liability, blame, responsibility > our mistake | our fault | blame | messed up | responsible
complaint, incident > issue | problem
recall, defect, product defect > faulty | flaw | hazard | malfunction
future price, price increase, price rise > go up | raise | hike | increase | climb
stock level, availability > in stock | left | sell out | on hand
release date, launch, upcoming product > coming out | launch | unveil | next model
merger, sale of the company, layoffs > acquisition | acquired | buyout | going public
weather forecast, weather > sunny | rain | snow | forecast | storm
wait time, waiting time > wait | queue | line | minutes
ghost tour, lottery number > lucky
fortune, prediction, horoscope > astrolog* | tarot | predict | stars
emergency, urgent case > 911 | ambulance
self-harm, suicide > hurt {0,1} self | end {0,2} life
password, security code > passcode | login | access code | gate code
home address of staff, private address > lives at | home number
political donation, charity, donation > donate | proceeds | good cause
"""
