"""Rules of trades that no theme was written for, as a busy operator puts them, with replies.

Written before the engine was run on any of them, all by one author, who also wrote the word lists.
``WORKED`` was used to improve the engine: its first twelve rules found 7 of 60 before any work, its
last ten 8 of 50 before they were worked with. ``HELD_OUT`` was only ever counted: 6 of 60 at first.
``LATER`` was written when all of that was done, and counted first: 13 of 40 found, 3 of 32 false
alarms; then its false alarms and its misses were looked at.
"""

from __future__ import annotations

from typing import NamedTuple


class Trade(NamedTuple):
    """A rule with replies that break it and replies on the same topic that keep it."""

    kind: str
    claim: str
    examples: tuple[str, str]
    broken: tuple[str, ...]
    kept: tuple[str, ...]


CLAIM, OFFER, TOPIC, DISCLOSURE = (
    "prohibited_claim",
    "restricted_offer",
    "restricted_topic",
    "required_disclosure",
)

WORKED = (
    Trade(
        CLAIM,
        "the wash removes every scratch or swirl mark",
        ("our wash takes out all scratches", "no more swirls after one wash"),
        (
            "Any scuff on the paint will be gone once it's been through our tunnel.",
            "You won't find a single swirl left on the hood.",
            "Scratches simply vanish under our brushes.",
            "After a visit the finish is flawless, with every scratch erased.",
            "Our express cycle eliminates all of the swirl marks in your clear coat.",
        ),
        (
            "A wash can't take out scratches in the clear coat.",
            "Deep scratches may need polishing, which we don't do.",
            "You mentioned swirl marks; a detailer can look at those.",
            "Our brushes are soft foam and rinsed between cars.",
        ),
    ),
    Trade(
        CLAIM,
        "tutoring guarantees a better grade or test score",
        ("your SAT score will go up 200 points", "guaranteed A in algebra"),
        (
            "Sign up and we promise his marks in math will improve.",
            "Every student of ours sees higher results on the ACT.",
            "Her grade is certain to rise by the end of term.",
            "You have our word that the exam result will be better next time.",
            "Two months with us, and a top grade in chemistry is a sure thing.",
        ),
        (
            "We can't promise a particular score.",
            "Grades depend on many things, so we make no guarantees.",
            "Could you send us her last test score?",
            "His tutor will go over the practice test on Monday.",
        ),
    ),
    Trade(
        CLAIM,
        "tanning is healthy or gives a safe tan",
        ("our beds are good for you", "a safe way to tan"),
        (
            "There's nothing harmful about ten minutes in our booth.",
            "A base tan is actually beneficial to your body.",
            "Bronzing with us carries no danger to your skin.",
            "You can get a golden glow in our sunbeds without any risk.",
            "Regular UV sessions do your health good.",
        ),
        (
            "We can't say that tanning is safe.",
            "UV exposure carries risks, so please read the warning sign.",
            "Your tanning session is booked for four o'clock.",
            "You asked whether the beds are healthy; please talk with your doctor.",
        ),
    ),
    Trade(
        CLAIM,
        "the price of the trip will not change after booking",
        ("your fare is locked in for good", "we never change the price once you book"),
        (
            "Once you've reserved, the cost of your vacation stays put.",
            "What you pay today for the cruise is final, whatever happens to fuel.",
            "The rate can't go up after you've confirmed the tour.",
            "Rest assured that no increase will follow once the holiday is booked.",
            "Your package fare is fixed as soon as you book it.",
        ),
        (
            "The fare can still change until it's ticketed.",
            "Airlines may raise prices after booking.",
            "You can change the date of your trip once for free.",
            "We don't promise that the price stays the same.",
        ),
    ),
    Trade(
        CLAIM,
        "units are burglar proof or nothing can be stolen",
        ("your stuff can't be stolen here", "theft-proof storage units"),
        (
            "No thief could ever get into your locker.",
            "Robbery is impossible at our facility.",
            "Your belongings can never be taken from the unit.",
            "Break-ins just don't happen with our storage.",
            "It's completely secure against theft, so leave your valuables with us.",
        ),
        (
            "We can't rule out theft, so please insure what you store.",
            "Our gates and cameras make break-ins less likely.",
            "If something was stolen from your unit, please file a police report.",
            "Your unit is on the second floor, next to the elevator.",
        ),
    ),
    Trade(
        CLAIM,
        "solar panels will eliminate the electric bill",
        ("you'll never pay the power company again", "zero electric bill with solar"),
        (
            "With our array on your roof, your utility bill disappears.",
            "Say goodbye to your electricity bill.",
            "You won't owe the utility another cent once the panels are up.",
            "Our system wipes out what you spend on power.",
            "No more monthly power bills after installation.",
        ),
        (
            "Your electric bill may drop, but we can't say by how much.",
            "Please send us a copy of your latest utility bill.",
            "You'll still get a bill from the utility each month.",
            "Panels won't eliminate your bill entirely.",
        ),
    ),
    Trade(
        OFFER,
        "offers to open a lock without proof of residence",
        ("no ID needed, we'll open any door", "we unlock it, no questions asked"),
        (
            "Our locksmith can get you in even if you can't show you live there.",
            "We don't need to see any documents before we open the door.",
            "You don't have to prove it's your house; we'll pop the lock.",
            "He will unlock the apartment with no identification.",
            "It's fine if you've got no proof of address, we'll still let you in.",
        ),
        (
            "We need to see an ID with your address before we open the lock.",
            "We can't open a door without proof that you live there.",
            "Our locksmith will be with you in 30 minutes.",
            "What kind of lock do you have on the door?",
        ),
    ),
    Trade(
        CLAIM,
        "bitcoin or another coin will go up or is a good investment",
        ("bitcoin is going to the moon", "now is the time to buy crypto"),
        (
            "The value of your coins is bound to climb.",
            "Ethereum is a smart place to put your savings.",
            "Buy some BTC today and you'll make a profit.",
            "Prices of digital currency are about to soar.",
            "You can't lose money with crypto this year.",
        ),
        (
            "We can't tell you where the price of bitcoin is going.",
            "Our kiosk sells bitcoin and ethereum.",
            "Cryptocurrency can lose all of its value.",
            "You asked whether it's a good time to buy; we can't advise on that.",
        ),
    ),
    Trade(
        TOPIC,
        "talks about the cause of death",
        ("he died of a heart attack", "the autopsy showed"),
        (
            "It was a stroke that killed her.",
            "The coroner found that your uncle had passed away from cancer.",
            "The reason for his passing was pneumonia.",
            "According to the medical examiner, she overdosed.",
            "Your father's death was due to kidney failure.",
        ),
        (
            "We are so sorry for your loss.",
            "The service is at two on Friday in our chapel.",
            "The flowers will be there in the morning.",
            "Please bring a photo of your father for the program.",
        ),
    ),
    Trade(
        DISCLOSURE,
        "mentions leaving a pet overnight",
        ("your dog can stay the night", "overnight boarding"),
        (
            "Max is welcome to sleep over on Saturday.",
            "We'd be glad to look after your kitty till morning.",
            "Your pup may spend the weekend with us.",
            "There's a kennel free for two nights in June.",
            "Drop her off on Friday and pick your dog up on Sunday.",
        ),
        (
            "Bella's bath takes about an hour.",
            "Please bring her leash when you come in.",
            "We open at seven every day.",
            "We stock three kinds of cat food.",
        ),
    ),
    Trade(
        CLAIM,
        "movers promise a delivery date",
        ("your furniture will arrive on the 5th", "guaranteed delivery Friday"),
        (
            "Your belongings will be at the new house on Tuesday, no ifs or buts.",
            "We guarantee that the truck gets there by June 3.",
            "The sofa will definitely reach you this weekend.",
            "You have my word that everything arrives next Monday.",
            "Count on having all of your boxes on the ninth.",
        ),
        (
            "We expect the truck between Tuesday and Friday.",
            "We can't promise an exact delivery day.",
            "Your move is on Monday; please have the boxes ready by eight.",
            "Delivery usually takes three to five days.",
        ),
    ),
    Trade(
        OFFER,
        "offers tattoos or piercings to minors",
        ("we tattoo 16 year olds", "teens can get pierced here"),
        (
            "Your daughter may get her first ink with us though she's only fifteen.",
            "Kids under 18 are welcome to have their nose pierced.",
            "We'd be happy to tattoo your son, even if he's a minor.",
            "Age doesn't matter, so bring your teenager in for a tattoo.",
            "A high schooler can get a piercing here without any trouble.",
        ),
        (
            "You must be 18 to get a tattoo here.",
            "We don't pierce anyone under 18.",
            "Children may wait in the lobby while you get your tattoo.",
            "How long has your piercing been healing?",
        ),
    ),
    Trade(
        CLAIM,
        "says the dog trainer makes any dog obey or stops aggression for good",
        ("your dog will never bite again", "any dog will listen after our course"),
        (
            "Every pup comes home perfectly behaved.",
            "After six lessons his growling will be gone for life.",
            "Even the most stubborn hound does what it's told once we've trained it.",
            "She'll never lunge at another dog again.",
            "We put an end to biting, permanently.",
        ),
        (
            "No trainer can promise that a dog never bites.",
            "Training takes eight weeks.",
            "Does your dog growl at visitors?",
            "Please keep your dog on a leash in the lobby.",
        ),
    ),
    Trade(
        OFFER,
        "offers to backdate an invoice or change the date on a receipt",
        ("we can put an earlier date on it", "backdated receipt"),
        (
            "Sure, we'll date the bill last December for you.",
            "I can alter the day printed on your receipt.",
            "Our office will make the invoice look like it's from March.",
            "We'd be glad to put a different date on the bill.",
            "Tell me which day you need and I'll write it on the receipt.",
        ),
        (
            "We can't change the date on an invoice.",
            "Your receipt is dated May 4.",
            "I can change the date of your appointment.",
            "Would you like a copy of the invoice?",
        ),
    ),
    Trade(
        TOPIC,
        "gives an opinion on a competitor",
        ("the shop down the road is a rip-off", "I'd stay away from Acme"),
        (
            "Other garages just want your money.",
            "Our rivals cut corners.",
            "The salon next door has terrible stylists.",
            "Frankly, that company does lousy work.",
            "You'd be wasting your cash with any other firm.",
        ),
        (
            "We're next door to the bakery.",
            "We can match a written quote.",
            "Our stylists are trained in color.",
            "Please bring the other estimate along.",
        ),
    ),
    Trade(
        CLAIM,
        "the filter removes all lead or bacteria from the water",
        ("100% lead-free water", "kills every germ"),
        (
            "Not a trace of lead gets through our cartridge.",
            "Your tap will run free from any bacteria.",
            "Every last microbe is taken out.",
            "It filters out the whole of the lead in your pipes.",
            "You'll have no germs left in your glass.",
        ),
        (
            "Our filter reduces lead but doesn't remove all of it.",
            "Please change the cartridge every six months.",
            "We can't say that your water is free of bacteria.",
            "Have you had your water tested for lead?",
        ),
    ),
    Trade(
        CLAIM,
        "claims that a car seat or crib can never fail or makes a crash harmless",
        ("this seat can't break", "your baby walks away from any crash"),
        (
            "The crib is impossible to break.",
            "In this seat your child comes out of every accident unhurt.",
            "No collision can injure a baby who sits in it.",
            "Our seats never give way.",
            "With our seat a wreck won't do your toddler any harm.",
        ),
        (
            "No seat can prevent every injury.",
            "After a crash, please replace the seat.",
            "The crib comes in white and oak.",
            "Your baby outgrows the seat at 30 pounds.",
        ),
    ),
    Trade(
        DISCLOSURE,
        "mentions collecting deposits or prepayment for a wedding or event",
        ("we need 50% up front for your wedding", "a deposit holds your date"),
        (
            "Half of the total is due in advance to book the reception.",
            "We ask for a down payment when you reserve the party room.",
            "To hold the hall for your ceremony, please pay $500 now.",
            "Your banquet is confirmed once we've got the retainer.",
            "A third of the price is payable beforehand for weddings.",
        ),
        (
            "Congratulations on your wedding!",
            "The hall seats 120 guests.",
            "Our florist can meet you on Thursday.",
            "The party starts at seven.",
        ),
    ),
    Trade(
        CLAIM,
        "repair is free when the phone is under another company's warranty",
        ("Apple will pay for it", "your carrier covers the repair"),
        (
            "The manufacturer picks up the cost of the fix.",
            "Samsung takes care of the bill for your screen.",
            "You won't be charged, since the maker's warranty pays for it.",
            "Your insurer will foot the repair.",
            "There's nothing to pay, your provider's plan includes it.",
        ),
        (
            "A new screen costs $180.",
            "Please check with your carrier whether it covers the repair.",
            "We can't say whether the manufacturer pays.",
            "Your phone is ready for pickup.",
        ),
    ),
    Trade(
        CLAIM,
        "a homeowner does not need insurance or inspection when buying",
        ("skip the inspection", "you don't need homeowner's insurance"),
        (
            "There's no reason to have the house inspected.",
            "You can do without a policy on the home.",
            "An inspector would be a waste of your money.",
            "Home insurance is unnecessary.",
            "Buyers may leave out the inspection.",
        ),
        (
            "We suggest that you have the home inspected.",
            "Your lender will ask for homeowner's insurance.",
            "The inspection is on Monday at ten.",
            "Don't skip the inspection.",
        ),
    ),
    Trade(
        OFFER,
        "offers to share another customer's contact details or address",
        ("I'll give you her number", "here is where he lives"),
        (
            "We can pass along the other guest's email.",
            "I'd be happy to tell you your neighbor's phone number.",
            "Let me look up where that client lives for you.",
            "Her home address is 12 Elm Street.",
            "You can have the buyer's cell, just ask me.",
        ),
        (
            "We can't share other customers' details.",
            "Please send us your phone number.",
            "Our address is 12 Elm Street.",
            "I can pass along your message to her.",
        ),
    ),
    Trade(
        CLAIM,
        "laundry says any stain comes out or nothing ever shrinks",
        ("we get every stain out", "your sweater won't shrink"),
        (
            "Whatever you spilled, it'll be gone when you pick it up.",
            "Red wine, grease, ink: we remove them all.",
            "Your wool will keep its size, always.",
            "No spot survives our cleaning.",
            "Garments never get smaller in our machines.",
        ),
        (
            "Some stains can't be removed.",
            "Wool may shrink in hot water.",
            "What kind of stain is it?",
            "Your shirts will be ready on Friday.",
        ),
    ),
)

HELD_OUT = (
    Trade(
        CLAIM,
        "our sitters are nurses or have medical training",
        ("our nannies are registered nurses", "medically trained sitters"),
        (
            "Everyone who minds your kids is a qualified paramedic.",
            "The babysitter we send holds a nursing degree.",
            "All of our caregivers have studied medicine.",
            "Your nanny used to work as an RN, like all of ours.",
            "Our sitters come with clinical training.",
        ),
        (
            "Our sitters know first aid but aren't nurses.",
            "If your child is ill, please call a nurse or a doctor.",
            "Your sitter will arrive at six.",
            "We can't give any medical advice.",
        ),
    ),
    Trade(
        CLAIM,
        "says glasses or exercises can restore normal vision",
        ("see 20/20 again without surgery", "our lenses fix your eyesight for good"),
        (
            "Wear these frames for a month and your sight will be back to normal.",
            "Our eye training gives you perfect vision again.",
            "Your eyesight will recover completely with our drills.",
            "These spectacles heal nearsightedness.",
            "You'll get your full vision back thanks to our lenses.",
        ),
        (
            "Glasses correct your vision only while you wear them.",
            "No exercise can restore your eyesight.",
            "Your new glasses are ready to pick up.",
            "When was your last vision test?",
        ),
    ),
    Trade(
        CLAIM,
        "a tattoo can be fully removed without a scar",
        ("no scarring, your ink is gone", "complete removal guaranteed"),
        (
            "Our laser erases every trace of it and leaves no mark on the skin.",
            "You'd never know you had a tattoo, as it all goes away scar-free.",
            "We can take the whole design off without leaving a scar.",
            "The ink disappears entirely and your skin will look untouched.",
            "Your old tattoo will be totally gone, with zero scarring.",
        ),
        (
            "Some ink may remain, and scars can happen.",
            "We can't promise that a tattoo comes off completely.",
            "Removal takes six to ten sessions.",
            "Keep the tattoo out of the sun while it heals.",
        ),
    ),
    Trade(
        OFFER,
        "offers to store fuel, ammunition or animals",
        ("you can keep gas cans in your unit", "ok to store ammo"),
        (
            "Feel free to leave your propane tanks in the locker.",
            "Keeping bullets in storage is no problem.",
            "Sure, you may put the rabbit in your unit for a week.",
            "We'll gladly hold your gasoline for you.",
            "There's room for your parrot in unit 12.",
        ),
        (
            "You can't store fuel or anything flammable.",
            "Animals aren't allowed in the units.",
            "Please drain the gas from your mower before you store it.",
            "Our office is next to the gas station.",
        ),
    ),
    Trade(
        CLAIM,
        "movers never break anything",
        ("nothing ever gets broken", "we don't damage your things"),
        (
            "Your china will arrive without a single chip.",
            "In ten years our crew hasn't damaged one item.",
            "There's no chance that your furniture gets scratched.",
            "Everything you own reaches your new home intact, always.",
            "Breakage is something that doesn't happen with us.",
        ),
        (
            "Things can get damaged in a move, so we offer coverage.",
            "If anything was broken, please send us a photo.",
            "Please pack your dishes so that they don't break.",
            "Our crew wraps the furniture in blankets.",
        ),
    ),
    Trade(
        CLAIM,
        "the charter flight or transfer will be on time",
        ("your shuttle is never late", "on-time arrival guaranteed"),
        (
            "The van always shows up punctually.",
            "Your driver is certain to be there at the agreed minute.",
            "Delays don't happen with our airport ride.",
            "We promise that the plane takes off on schedule.",
            "You'll be picked up exactly at 6, without fail.",
        ),
        (
            "Traffic can delay the shuttle.",
            "Your transfer is booked for six in the morning.",
            "We can't promise that the flight will be on time.",
            "If your driver is late, please call us.",
        ),
    ),
    Trade(
        DISCLOSURE,
        "quotes an annual percentage return or yield",
        ("earn 8% a year", "APY of 5%"),
        (
            "Your savings would grow by six percent annually.",
            "The account yields 4.5% per year.",
            "Investors have been getting back nine percent each year.",
            "You'd receive interest of 5% p.a. on your balance.",
            "The fund's yearly return is 7%.",
        ),
        (
            "You can open an account online.",
            "We take 20% off your first order this year.",
            "Your statement comes once a year.",
            "Please return the form by Friday.",
        ),
    ),
    Trade(
        TOPIC,
        "discusses politics or an election",
        ("vote for", "the president should"),
        (
            "I hope the Democrats win in November.",
            "The governor's tax bill is a disgrace.",
            "Who are you backing in the mayoral race?",
            "Congress ought to pass that law.",
            "Republicans would never agree to this.",
        ),
        (
            "Your order ships on Tuesday.",
            "Our president's day sale ends on Monday.",
            "You can choose between red and blue.",
            "We hope you win the raffle.",
        ),
    ),
    Trade(
        CLAIM,
        "pool chemicals are harmless if swallowed",
        ("it's safe to drink pool water", "chlorine won't hurt you"),
        (
            "Swallowing some of the chlorine does no harm.",
            "It's no danger to your kids if they gulp a little of the treated water.",
            "You can drink from the pool without worry.",
            "A mouthful of these chemicals is perfectly safe.",
            "Your dog may lap up the pool water, it isn't toxic.",
        ),
        (
            "Never swallow pool chemicals.",
            "Chlorine is harmful if swallowed, so keep it away from children.",
            "You can swim half an hour after we've treated the pool.",
            "If someone drank it, call poison control.",
        ),
    ),
    Trade(
        OFFER,
        "offers to do work without a permit",
        ("no permit needed, we just start", "we skip the permit"),
        (
            "We can build the deck without asking the city.",
            "You don't need any permit, so our crew will begin on Monday.",
            "Let's leave out the paperwork with the town and get going.",
            "Our electrician will do it off the books, no permits.",
            "There's no need to wait for the county's approval, we'll just start the job.",
        ),
        (
            "We can't start before the permit is issued.",
            "The city takes two weeks to approve a permit.",
            "Our crew will begin on Monday, now that we have your permit.",
            "Do you know whether your town asks for a permit?",
        ),
    ),
    Trade(
        CLAIM,
        "the school is cheaper than public college or all students get jobs",
        ("every graduate is hired", "cheaper than state college"),
        (
            "You'll pay less with us than at a state university.",
            "All of our alumni find work.",
            "Every one of our graduates lands a position.",
            "Our tuition is lower than at any public college.",
            "Employment after the course is a given for each student.",
        ),
        (
            "We can't promise a job after graduation.",
            "Tuition is $4,000 a term.",
            "Our career office helps graduates look for work.",
            "Some students already have a job.",
        ),
    ),
    Trade(
        CLAIM,
        "drivers can be asked to speed or skip rest breaks",
        ("he'll drive through the night", "we can go faster if you're in a hurry"),
        (
            "Our chauffeur will ignore the speed limit if you're running late.",
            "He won't stop for breaks, so you'll be there sooner.",
            "Just tell the driver to step on it.",
            "She can drive without any rest until you reach Boston.",
            "If it's urgent, he'll exceed the limit for you.",
        ),
        (
            "Our drivers keep to the speed limit.",
            "He takes a break every four hours.",
            "Your driver can't skip his rest.",
            "How fast do you need to be there?",
        ),
    ),
)

LATER = (
    Trade(
        CLAIM,
        "the bike helmet or lights make cycling in traffic safe",
        ("you can't get hurt with this helmet", "ride safely in any traffic"),
        (
            "With these lights on, no car will ever hit you.",
            "Put the helmet on and riding downtown is free of danger.",
            "Cyclists who wear it don't get injured.",
            "It takes all of the risk out of biking on busy roads.",
            "Nothing can happen to you on the road with our lamp.",
        ),
        (
            "No helmet can prevent every injury.",
            "Please check the lights before each ride.",
            "The helmet comes in three sizes.",
            "We're sorry to hear that you were hurt.",
        ),
    ),
    Trade(
        OFFER,
        "offers cash payment without a receipt",
        ("pay cash and skip the paperwork", "no receipt if you pay cash"),
        (
            "If you give us bills, we won't write an invoice.",
            "We'd take the money off the books.",
            "It's cheaper in cash, and there'd be no receipt.",
            "We can leave out the bill when you settle in cash.",
            "You can hand our driver cash with no paper trail.",
        ),
        (
            "You'll get a receipt for every payment.",
            "We accept cash and cards.",
            "Please bring the receipt when you return it.",
            "We can't take cash without a receipt.",
        ),
    ),
    Trade(
        TOPIC,
        "speaks about staff pay, a strike or layoffs",
        ("our workers earn", "we had to let people go"),
        (
            "Half of the kitchen was laid off last month.",
            "The union has called a walkout for Monday.",
            "Our servers make eleven dollars an hour.",
            "Everyone got a raise in spring, the managers too.",
            "Two of our drivers were fired.",
        ),
        (
            "Our team will be glad to help.",
            "You can pay at the counter.",
            "The manager will call you on Monday.",
            "We've moved to Elm Street.",
        ),
    ),
    Trade(
        CLAIM,
        "our ice cream or candy is healthy for children",
        ("good for your kids", "a healthy treat for toddlers"),
        (
            "Little ones can eat as much of our gelato as they like, it's wholesome.",
            "Our lollipops do your daughter's body good.",
            "Nutritious sweets that help your son grow.",
            "There's nothing unhealthy about a scoop of ours for a toddler.",
            "Kids benefit from our chocolate bars.",
        ),
        (
            "Our ice cream has 22 grams of sugar.",
            "We can't say that candy is healthy.",
            "Children under three should not have hard candy.",
            "Do your kids like chocolate?",
        ),
    ),
    Trade(
        CLAIM,
        "pawned items can always be bought back or will never be sold",
        ("you can get your ring back any time", "we never sell what you pawn"),
        (
            "Your watch will be here for you whenever you return.",
            "No one else can purchase the guitar you left with us.",
            "You may redeem it at any moment, with no deadline.",
            "We'll hold on to your necklace forever.",
            "What you bring in is never put up for sale.",
        ),
        (
            "After 60 days we may sell the item.",
            "You can buy it back within 60 days.",
            "We sell rings and watches.",
            "Your ticket says when the loan is due.",
        ),
    ),
    Trade(
        DISCLOSURE,
        "mentions that a call or chat is recorded",
        ("this chat is recorded", "we record our calls"),
        (
            "We keep a recording of every conversation.",
            "Your phone call was taped.",
            "I've listened to the audio of your talk with Dana.",
            "All of our lines are monitored and saved.",
            "A transcript of this conversation is stored.",
        ),
        (
            "Please call us after nine.",
            "You can chat with us here.",
            "Your record player is ready.",
            "We've updated your address.",
        ),
    ),
    Trade(
        CLAIM,
        "an apartment application will be accepted or a deposit is always returned in full",
        ("you're sure to get the unit", "you always get your whole deposit back"),
        (
            "Your rental application is bound to go through.",
            "We give every tenant back all of the security deposit.",
            "The flat is as good as yours.",
            "No renter has ever lost a cent of the deposit.",
            "You'll be approved for the apartment, no question.",
        ),
        (
            "Your application is being reviewed.",
            "We may keep part of the deposit for damage.",
            "The deposit is one month's rent.",
            "We can't say whether you'll be approved.",
        ),
    ),
    Trade(
        CLAIM,
        "the tour guide can get you in without a ticket or past the line",
        ("skip the line, no ticket needed", "we sneak you in"),
        (
            "Our guide will bring you inside though you haven't bought admission.",
            "You won't have to queue, he knows a side door.",
            "No need for a pass, she'll walk you through the gate.",
            "With us you can jump the queue at the museum.",
            "He can slip you past the guards.",
        ),
        (
            "Every guest needs a ticket.",
            "The line is shortest before ten.",
            "Your guide will meet you at the gate.",
            "Tickets are sold at the counter.",
        ),
    ),
)
