"""Rules by their claim alone, with replies that break them and replies that keep them."""

PROHIBITED, DISCLOSURE = "prohibited_claim", "required_disclosure"

# kind, claim, examples, replies that must fire, replies that must not
RULES = [
    (
        PROHIBITED,
        "a class or trainer guarantees weight loss",
        ["lose 10 pounds guaranteed"],
        [
            "You will drop two dress sizes in six weeks, we guarantee it.",
            "Everyone who joins sheds 15 pounds, guaranteed.",
            "We promise you'll lose the weight.",
        ],
        [
            "Results vary, and we cannot promise weight loss.",
            "Our classes run 45 minutes.",
            "No trainer can guarantee that you will lose weight.",
        ],
    ),
    (
        PROHIBITED,
        "a store voucher or gift card loses its value or runs out",
        [],
        [
            "Your gift card is good for 12 months from purchase.",
            "Unfortunately the voucher, a gift card from 2022, has lapsed.",
            "Gift certificates must be used within a year.",
            "Gift cards are worthless after December 31.",
        ],
        [
            "Our gift cards never expire.",
            "Gift cards do not have an end date.",
            "You asked whether gift cards expire; they do not.",
            "Use your gift card at any store.",
            "Your gift card will arrive by email within 24 hours.",
        ],
    ),
    (
        PROHIBITED,
        "a pet supplement or treatment cures a disease",
        ["cures arthritis in dogs"],
        [
            "These chews heal hip dysplasia.",
            "Our drops get rid of kennel cough fast.",
            "The balm clears up mange in a week.",
        ],
        [
            "These chews are not meant to treat any disease.",
            "Please see your vet about arthritis.",
            "The chews taste of chicken.",
        ],
    ),
    (
        PROHIBITED,
        "dental work is painless or free of risk",
        ["pain-free implants"],
        [
            "You won't feel a thing during the implant.",
            "There is zero downtime with our veneers.",
            "The procedure is completely painless.",
            "Whitening has no side effects whatsoever.",
        ],
        [
            "Most patients feel some pressure, and recovery differs.",
            "We can't say it will be painless.",
            "No dentist can promise a pain-free visit.",
            "Our hours are 9 to 5.",
        ],
    ),
    (
        PROHIBITED,
        "loans are approved for everyone or at once",
        [],
        [
            "Approval is guaranteed, so come on in.",
            "You are already approved!",
            "We never turn anyone down.",
            "Get a yes on the spot.",
            "Everybody qualifies for our car loan.",
        ],
        [
            "All loans are subject to approval.",
            "Approval is not guaranteed.",
            "We will review your application within two days.",
            "No lender can guarantee approval.",
        ],
    ),
    (
        PROHIBITED,
        "a hotel room price leaves out a resort fee charged later",
        ["plus resort fee"],
        [
            "The room is $129 plus a $30 resort fee.",
            "It's $99 before the amenity fee.",
            "A destination charge is added at checkout.",
        ],
        [
            "The total is $159 a night, all fees included.",
            "There is no resort fee.",
            "We do not add a resort fee to your bill.",
        ],
    ),
    (
        PROHIBITED,
        "free drinks or complimentary alcohol",
        ["free margarita"],
        [
            "Your first beer is on the house!",
            "We'd love to comp you a round of cocktails.",
            "Come by for a complimentary glass of prosecco.",
            "Drinks are on me tonight.",
        ],
        [
            "We can't offer free alcohol.",
            "Water is free, and beer is $6.",
            "Parking is complimentary.",
        ],
    ),
    (
        PROHIBITED,
        "staff give veterinary or medical diagnosis or dosing",
        [],
        [
            "It sounds like an ear infection, so use the drops twice daily.",
            "Give him 50 mg of Benadryl every eight hours.",
            "You have rosacea.",
            "You should double the dose.",
        ],
        [
            "We cannot diagnose this by message; please call our vet.",
            "Take your time.",
            "Your appointment is at 3.",
            "Please bring any medication to the visit.",
        ],
    ),
    (
        PROHIBITED,
        "a child is always safe at our centre",
        [],
        [
            "Your child is 100% safe here.",
            "We guarantee your kid's safety.",
        ],
        [
            "We take safety seriously and follow state ratios.",
            "We cannot guarantee that accidents never happen.",
        ],
    ),
    (
        PROHIBITED,
        "a product is safe for people with an allergy or contains no allergens",
        [],
        [
            "The brownie is nut free, so dig in.",
            "It's perfectly safe for your son's dairy allergy.",
            "There are no eggs in it, so no issue for your allergy.",
            "Celiacs can eat this without worry.",
        ],
        [
            "We can't promise that anything is free of nuts.",
            "Our kitchen handles milk, eggs and nuts, so please take care.",
            "We do not claim the cookie is gluten free.",
        ],
    ),
    (
        PROHIBITED,
        "the business admits fault or liability for an accident or illness",
        [],
        [
            "We accept full responsibility for your fall.",
            "It was our fault that you got sick.",
            "We'll reimburse the ER bill.",
            "Our oysters gave you food poisoning.",
        ],
        [
            "We're sorry to hear that you were unwell; our manager will call you.",
            "We can't comment on the cause of an illness.",
            "I'm sorry about the cold soup, and we'll remake it.",
        ],
    ),
    (
        PROHIBITED,
        "telling customers that an unlimited plan is never slowed down",
        ["never throttled"],
        [
            "Our plan is truly unlimited and never slows down.",
            "There's no cap and no throttling.",
        ],
        [
            "After 50 GB speeds may be reduced.",
            "The plan includes 50 GB.",
        ],
    ),
    (
        PROHIBITED,
        "a home or a neighbourhood suits certain kinds of people",
        ["perfect for young families"],
        [
            "It's ideal for a single professional.",
            "No kids, please.",
            "A great place for retirees.",
        ],
        [
            "It's a two-bedroom near the park.",
            "Everyone is welcome to apply.",
        ],
    ),
    (
        PROHIBITED,
        "a car is sold without any warranty",
        [],
        [
            "The truck is sold as-is.",
            "It comes with no warranty of any kind.",
            "There's no guarantee on used cars.",
        ],
        [
            "The car comes with a 30-day warranty.",
            "We do not sell cars as is.",
            "Your warranty covers the brakes.",
        ],
    ),
    (
        PROHIBITED,
        "cash back for sending us new patients",
        ["refer a friend and get $25"],
        [
            "Send a friend our way and pocket $40.",
            "You'll get a $50 credit for every patient you refer.",
            "Our referral bonus is $30.",
        ],
        [
            "We can't pay for referrals.",
            "Your referral to the specialist was sent.",
            "Please bring your insurance card.",
        ],
    ),
    (
        PROHIBITED,
        "products are environmentally friendly",
        ["eco-friendly"],
        [
            "Our bottles are kind to the planet.",
            "It's fully biodegradable.",
            "A sustainable choice for your home.",
        ],
        [
            "Our bottles hold 20 ounces.",
            "We don't claim that it is biodegradable.",
        ],
    ),
    (
        PROHIBITED,
        "insurance will pay or a claim will be accepted",
        [],
        [
            "Your claim will be approved.",
            "Don't worry, you're covered for the hail damage.",
            "The policy will pay for everything.",
        ],
        [
            "Your adjuster will review the claim.",
            "Whether you are covered depends on your policy.",
            "We can't promise coverage.",
        ],
    ),
    (
        PROHIBITED,
        "a membership cannot be cancelled online",
        [],
        [
            "You need to call us to cancel.",
            "You can only cancel in person.",
            "It's not possible to cancel online.",
        ],
        [
            "You can cancel online at any time.",
            "To cancel, reply CANCEL.",
            "We have cancelled your membership.",
        ],
    ),
    (
        PROHIBITED,
        "an investment is certain to gain or cannot lose",
        [],
        [
            "This fund is guaranteed to return 7%.",
            "You can't lose money with this one.",
            "Your savings will double in ten years.",
        ],
        [
            "All investing involves risk.",
            "Returns are not guaranteed.",
            "You can view your fund online.",
        ],
    ),
    (
        PROHIBITED,
        "personal tax or legal advice",
        [],
        [
            "You can deduct the interest on your taxes.",
            "You should sue your landlord.",
            "I'd move your savings into an index fund.",
            "You should put the money into a Roth IRA.",
        ],
        [
            "We cannot give tax advice; please ask a tax professional.",
            "Please consult an attorney.",
            "You can put your card into the reader.",
            "You can move your appointment to Friday.",
        ],
    ),
    (
        PROHIBITED,
        "the store pays the tax or sells without tax",
        [],
        [
            "Everything is tax free this weekend.",
            "We'll cover the sales tax for you.",
            "Skip the tax on Sunday.",
        ],
        [
            "Sales tax applies.",
            "The price does not include tax.",
            "We can't waive sales tax.",
        ],
    ),
    (
        PROHIBITED,
        "a treatment has been approved by the FDA or the government",
        [],
        [
            "Our laser facial is FDA-approved.",
            "The FDA has approved this procedure.",
            "It carries the government's seal of approval.",
        ],
        [
            "The device is FDA-cleared.",
            "This treatment is not FDA approved.",
            "The loan was approved on Friday.",
        ],
    ),
    (
        PROHIBITED,
        "body wraps draw out toxins",
        [],
        [
            "The wrap sweats out impurities.",
            "It's a full detox for your liver.",
            "Your body will release toxins.",
        ],
        [
            "The wrap is relaxing.",
            "We make no detox claims.",
            "Our wrap doesn't remove toxins.",
        ],
    ),
    (
        PROHIBITED,
        "no credit check or any credit accepted",
        [],
        [
            "We don't even look at your score.",
            "No credit check needed.",
        ],
        [
            "We run a credit check on each application.",
            "Your credit matters to the decision.",
            "There is a check at the door.",
        ],
    ),
    (
        PROHIBITED,
        "helmets or gear keep a rider from getting hurt",
        [],
        [
            "This helmet guarantees you won't get a concussion.",
            "You can't get hurt in this harness.",
            "The vest prevents injuries.",
        ],
        [
            "No helmet removes the risk.",
            "No gear can guarantee your safety.",
            "The helmet weighs 300 grams.",
        ],
    ),
    (
        PROHIBITED,
        "deposits are covered by the state or covered without a cap",
        [],
        [
            "The state stands behind every account.",
            "Your money is fully insured, no matter how much.",
            "There's no limit on the insurance of your savings.",
        ],
        [
            "Deposits are insured up to $250,000.",
            "Your deposits are not backed by the state.",
            "There is a daily limit of $5,000 on mobile deposits.",
        ],
    ),
    (
        PROHIBITED,
        "rewards for writing a review",
        [],
        [
            "Leave us five stars and get 10% off.",
            "We'll send a gift card for your Google review.",
        ],
        [
            "Thanks for the review!",
            "We don't offer anything for reviews.",
        ],
    ),
    (
        PROHIBITED,
        "hair or tattoo removal lasts forever",
        [],
        [
            "The tattoo will be gone for good.",
            "You'll never shave again.",
            "It's a permanent fix for unwanted hair.",
            "The hair will not grow back.",
        ],
        [
            "It is long-term reduction, not permanent removal.",
            "We can't promise that hair is gone forever.",
            "Our permanent address is on Main Street.",
        ],
    ),
    (
        PROHIBITED,
        "a defective product may not be returned",
        [],
        [
            "We don't take back broken items.",
            "If it's faulty, that's yours to keep.",
            "Damaged goods are final sale.",
        ],
        [
            "Defective items can be returned.",
            "We will replace the broken lamp.",
            "If it's broken, bring it back.",
        ],
    ),
    (
        PROHIBITED,
        "the price will never go up",
        ["locked in for life"],
        [
            "Your rate will never increase.",
            "The price is locked in forever.",
        ],
        [
            "Prices may change.",
            "We can't promise that the rate stays the same.",
        ],
    ),
    (
        DISCLOSURE,
        "mentions a subscription that renews by itself",
        [],
        [
            "Your plan rolls over every month.",
            "It's billed automatically each quarter.",
            "The free trial becomes a paid plan after 14 days.",
            "The subscription auto-renews.",
        ],
        [
            "Your appointment is on Monday.",
            "We renew our carpets each year.",
        ],
    ),
    (
        DISCLOSURE,
        "mentions a prepaid package or a punch card",
        [],
        [
            "You have three sessions left in your package.",
            "A pack of ten classes is $150.",
            "Your punch card is fine.",
        ],
        [
            "Your order shipped.",
            "A class is $20.",
        ],
    ),
    (
        DISCLOSURE,
        "mentions calories or nutrition",
        [],
        [
            "The bowl has 450 calories.",
            "It's 12 g of protein.",
            "The nutrition facts are on our site.",
        ],
        [
            "The bowl is $12.",
            "It comes with rice.",
        ],
    ),
    (
        DISCLOSURE,
        "says that a ticket is not refundable",
        [],
        [
            "Tickets are final sale.",
            "We don't give refunds on tickets.",
            "This fare can't be refunded.",
            "That fare is non-refundable.",
        ],
        [
            "You can get a full refund.",
            "Your refund is on its way.",
        ],
    ),
    (
        DISCLOSURE,
        "quotes an interest rate or APR",
        [],
        [
            "Auto loans start at 5.9%.",
            "Savings earn 4% APY.",
            "Our mortgage rate is 6.25 percent.",
        ],
        [
            "You get 10% off.",
            "Our loan team is open until 5.",
        ],
    ),
    (
        DISCLOSURE,
        "mentions a raw or undercooked dish",
        [],
        [
            "Our oysters come raw on the half shell.",
            "We'll cook the steak medium rare.",
            "Try the tuna tartare.",
        ],
        [
            "Every steak is cooked well done.",
            "The soup is hot.",
            "That's a rare find.",
        ],
    ),
    (
        DISCLOSURE,
        "mentions a service charge or that a tip is included",
        [],
        [
            "A 20% gratuity is added for parties of six.",
            "We include an 18% service charge.",
            "The tip is already built in.",
        ],
        [
            "Here is a tip: come early.",
            "Delivery is $5.",
        ],
    ),
    (
        DISCLOSURE,
        "mentions scanning a face or fingerprints",
        [],
        [
            "We take a 3D scan of your face first.",
            "Your fingerprint opens the door.",
            "The facial analysis takes ten minutes.",
        ],
        [
            "We scanned your receipt.",
            "The facial is $90.",
        ],
    ),
    (
        DISCLOSURE,
        "mentions a free or discounted exam",
        [],
        [
            "Your first exam is free.",
            "We offer a complimentary consultation.",
            "Cleanings are half price in May.",
        ],
        [
            "The exam is $90.",
            "You are free to call us.",
            "Feel free to book an exam.",
        ],
    ),
    (
        DISCLOSURE,
        "mentions overdraft coverage",
        [],
        [
            "You were charged an overdraft fee.",
            "If you overdraw the account, we may cover it.",
        ],
        [
            "Your balance is $20.",
        ],
    ),
    (
        DISCLOSURE,
        "mentions side effects or recovery",
        [],
        [
            "Some swelling is normal for two days.",
            "Downtime is about a week.",
            "Recovery takes three days.",
        ],
        [
            "Your visit is at 3 on Monday.",
        ],
    ),
]
