"""Rules that no shipped theme knows, with replies that break them and replies that keep them."""

from tests.compliance.gate.checks.rule_cases import DISCLOSURE, PROHIBITED

# kind, claim, examples, replies that must fire, replies that must not
UNFAMILIAR = [
    (
        PROHIBITED,
        "the pool may be used by children without an adult",
        [],
        [
            "Kids can swim on their own while you check in.",
            "Your daughter is welcome to use the pool without a grown-up.",
        ],
        [
            "Children must be with an adult at the pool.",
            "The pool opens at 8, and towels are at the desk.",
            "Kids under 14 can't use the pool without a parent.",
            "Adults can use the pool until 11.",
        ],
    ),
    (
        PROHIBITED,
        "a tattoo will not fade",
        ["ink that never fades"],
        [
            "Your tattoo is going to stay bright for life.",
            "This ink doesn't fade.",
        ],
        [
            "Every tattoo fades over the years.",
            "Sunscreen helps to slow fading.",
            "We can't say that your tattoo won't fade.",
            "Bring a photo of the tattoo you would like.",
        ],
    ),
    (
        PROHIBITED,
        "a room with a sea view is guaranteed",
        ["guaranteed ocean view"],
        [
            "You'll definitely have a room facing the ocean.",
            "I promise you a sea view.",
            "We guarantee that your room looks out on the water.",
        ],
        [
            "Sea-view rooms depend on availability.",
            "I've noted your request for an ocean view.",
            "We can't guarantee a room with a view of the sea.",
        ],
    ),
    (
        PROHIBITED,
        "pesticides are harmless to pets",
        ["pet safe spray"],
        [
            "Don't worry about the dog, our spray won't hurt him.",
            "The treatment is completely safe around cats.",
            "There's no danger to your pets from the chemicals.",
        ],
        [
            "Please keep pets out of the yard until the spray is dry.",
            "Our spray can harm fish and pets while it is wet.",
            "Your dog is welcome in our office.",
            "We treat the yard for fleas.",
        ],
    ),
    (
        PROHIBITED,
        "a pharmacist tells a customer to stop a prescribed medicine",
        [],
        [
            "You can come off the tablets now.",
            "Just quit taking your blood pressure pills.",
            "Go ahead and discontinue the medication.",
            "There's no need to keep taking the antibiotic.",
        ],
        [
            "Please do not stop your medication without asking your doctor.",
            "Your prescription is ready for pickup.",
            "We stop filling prescriptions at 6.",
            "Talk to your doctor before you quit any medicine.",
        ],
    ),
    (
        PROHIBITED,
        "a visa will be granted",
        [],
        [
            "Your visa is sure to be issued.",
            "You'll get the visa, no question.",
            "The embassy will approve your visa.",
        ],
        [
            "The embassy decides whether a visa is granted.",
            "Please bring your visa papers.",
            "We can't say if your visa will be granted.",
        ],
    ),
    (
        PROHIBITED,
        "there are no bed bugs in the hotel",
        [],
        [
            "Our rooms are free of bedbugs.",
            "We have never had a bed bug here.",
            "The hotel doesn't have any bed bugs.",
        ],
        [
            "We've sent someone to check your room for bed bugs.",
            "If you see a bed bug, please call the desk.",
            "The bed is a queen.",
        ],
    ),
    (
        PROHIBITED,
        "a phone plan has coverage everywhere",
        ["covers the whole country"],
        [
            "You'll have a signal wherever you go.",
            "Our network reaches every corner of the country.",
            "There are no dead zones on our network.",
        ],
        [
            "Coverage depends on where you are.",
            "You can check coverage on our map.",
            "We do not have coverage everywhere.",
            "Your plan covers two phones.",
        ],
    ),
    (
        PROHIBITED,
        "the mechanic promises that the car will pass inspection",
        [],
        [
            "After this repair your vehicle will get through inspection, I promise.",
            "Your truck is certain to pass its emissions test.",
            "You won't fail the inspection.",
        ],
        [
            "We can't promise that the car will pass.",
            "Inspection takes 30 minutes.",
            "If the car fails inspection, you can bring it back.",
        ],
    ),
    (
        PROHIBITED,
        "offers to waive the deductible",
        ["we'll eat your deductible"],
        [
            "We will cover your deductible for you.",
            "You won't have to pay the deductible.",
            "Your deductible is on us.",
            "We can knock your deductible off the bill.",
        ],
        [
            "Your deductible is $500.",
            "We cannot waive your deductible.",
            "You pay the deductible when you pick up the car.",
        ],
    ),
    (
        PROHIBITED,
        "an animal can be adopted the same day",
        [],
        [
            "You can take the puppy home today.",
            "Adopt him this afternoon!",
            "You could leave with a kitten right away.",
        ],
        [
            "Adoptions take three to five days.",
            "You can meet the puppy today.",
            "We can't do same-day adoptions.",
        ],
    ),
    (
        PROHIBITED,
        "the daycare promises a place for a child",
        [],
        [
            "We guarantee you a spot in the toddler room.",
            "There will definitely be a place for your son.",
            "Your daughter's spot is secured, I promise.",
        ],
        [
            "We can add your child to the waiting list.",
            "We can't promise a place before September.",
            "Our toddler room has 12 places.",
        ],
    ),
    (
        PROHIBITED,
        "home values in the area will rise",
        [],
        [
            "Property prices around here are going to climb.",
            "The house is bound to appreciate.",
            "Homes in this neighborhood will be worth more next year.",
        ],
        [
            "The asking price is $420,000.",
            "Nobody can say whether home values will rise.",
            "The home has a raised deck.",
        ],
    ),
    (
        PROHIBITED,
        "cannabis helps with sleep or stress",
        ["great for insomnia"],
        [
            "This strain will put you to sleep.",
            "Our gummies take the edge off anxiety.",
            "You'll sleep better with this indica.",
        ],
        [
            "We cannot say whether cannabis helps you sleep.",
            "Our store opens at 9.",
            "This strain has 18% THC.",
        ],
    ),
    (
        PROHIBITED,
        "a hotel accepts dogs in every room",
        [],
        [
            "Dogs are allowed in all of our rooms.",
            "Every room welcomes dogs.",
        ],
        [
            "Dogs are allowed on the ground floor only.",
            "Dogs are not allowed in every room.",
            "Every room has a desk.",
        ],
    ),
    (
        PROHIBITED,
        "the gym's childcare staff are nurses",
        [],
        [
            "Our kids' club is run by registered nurses.",
            "The people looking after your kids are nurses.",
        ],
        [
            "Our childcare staff are not nurses.",
            "Childcare is open until noon.",
            "We offer a discount to nurses.",
        ],
    ),
    (
        PROHIBITED,
        "says that braces will be finished by a certain date",
        ["your braces come off in June"],
        [
            "Your braces will be off by the wedding in May.",
            "We'll have your braces done before graduation.",
            "The braces come off in March.",
        ],
        [
            "Your braces appointment is on March 3.",
            "We can't say when your braces will come off.",
            "Treatment length varies.",
        ],
    ),
    (
        PROHIBITED,
        "a used car has never been in an accident",
        ["accident free"],
        [
            "This sedan has a clean history with no crashes.",
            "The SUV was never in a collision.",
            "It's never been wrecked, so it's a great used car.",
        ],
        [
            "The history report lists one accident.",
            "If you had an accident, call our claims desk.",
            "The car has never been rented.",
            "We can't say whether the car was in an accident.",
        ],
    ),
    (
        PROHIBITED,
        "late pick-up at daycare is free",
        [],
        [
            "There is no charge for collecting your child late.",
            "You won't be billed if you pick her up late.",
            "Late pickups cost nothing.",
        ],
        [
            "Late pick-up costs $1 a minute.",
            "Late pick-up is not free.",
            "Pick-up is at 5:30.",
        ],
    ),
    (
        PROHIBITED,
        "a flight will not be delayed",
        [],
        [
            "Your flight will leave on time, I promise.",
            "There won't be any delay to your flight.",
            "Your plane is going to be punctual.",
        ],
        [
            "Your flight may be delayed.",
            "Your flight is delayed by an hour.",
            "We can't promise that the flight won't be delayed.",
        ],
    ),
    (
        PROHIBITED,
        "we can see your medical records",
        [],
        [
            "I have your chart in front of me.",
            "I can view your health records here.",
            "We have access to your medical file.",
        ],
        [
            "We can't see your medical records.",
            "Please ask your doctor for your records.",
            "We can see you on Monday.",
        ],
    ),
    (
        PROHIBITED,
        "the service contract may be cancelled without notice",
        [],
        [
            "You can end the contract whenever you like.",
            "Terminate your agreement at any time.",
        ],
        [
            "You need to give 30 days' notice to cancel.",
            "We can't cancel the contract without notice.",
            "Your contract started in May.",
        ],
    ),
    (
        PROHIBITED,
        "vaccines are unnecessary for boarding",
        [],
        [
            "Your dog doesn't need any shots to stay with us.",
            "We board pets without proof of vaccination.",
            "Vaccinations aren't required for boarding.",
        ],
        [
            "Your dog needs all vaccines before boarding.",
            "Boarding is $40 a night.",
            "Please bring proof of vaccines.",
        ],
    ),
    (
        PROHIBITED,
        "staff recommend a particular lawyer",
        [],
        [
            "You should hire attorney Jane Miller.",
            "We suggest the lawyers at Smith and Co.",
            "I'd go with attorney Bob Lane.",
        ],
        [
            "We can't recommend a lawyer.",
            "Please speak with a lawyer of your choice.",
            "Our lawyer will contact you.",
        ],
    ),
    (
        DISCLOSURE,
        "mentions parking",
        [],
        [
            "You can leave your car in our lot.",
            "Parking is behind the building.",
            "There's a garage next door.",
        ],
        ["We open at nine.", "The park is across the street."],
    ),
    (
        DISCLOSURE,
        "mentions a waiting list or availability of places",
        [],
        [
            "I've put you on the waitlist.",
        ],
        ["We open at nine.", "Please wait in the lobby."],
    ),
    (
        DISCLOSURE,
        "mentions sedation or anesthesia",
        [],
        [
            "You'll be asleep during the extraction.",
            "We can give you laughing gas.",
            "The area will be numbed first.",
        ],
        ["Your cleaning is at 3.", "The number is on our site."],
    ),
    (
        DISCLOSURE,
        "says that a technician will enter the home",
        [],
        [
            "Our tech needs to come inside the house.",
            "A technician will be coming into your apartment.",
        ],
        ["A technician will call you.", "Please enter your home address."],
    ),
    (
        DISCLOSURE,
        "quotes the price of a prescription",
        [],
        [
            "Your prescription will cost $12.",
            "The medicine comes to $30.",
        ],
        ["Your prescription is ready.", "The lotion is $8."],
    ),
]
