"""How far a denial reaches, and what a reply only names, defers to others, or says in part."""

# claim, the customer's message, replies that make it, replies that do not
SCOPES = [
    (
        "the clinic waives, pays or absorbs the copay",
        "can you help with my $40 copay",
        [
            "We'll waive the copay for you.",
            "We can absorb your copay this time.",
            "Don't pay the copay, we pay it.",
        ],
        [
            "We can't waive or pay any part of the copay.",
            "We don't pay, waive or absorb copays.",
            "We never absorb or forgive a copay.",
            "We are unable to waive or cover the copay.",
            "Nobody here may pay or waive your copay.",
            "What you owe as a copay is on your card.",
        ],
    ),
    (
        "a copy of the lease costs money",
        "can i get a copy of my lease",
        [
            "A copy of the lease costs $10.",
            "There's a charge for a copy of your lease.",
            "We charge five dollars for a copy of the lease.",
        ],
        [
            "A copy of the lease is yours at no charge.",
            "You get a copy of the lease at no cost, whether or not you renew.",
            "We don't charge for a copy of your lease.",
            "Copies of the lease are free, regardless of when you signed.",
            "There's no charge for a copy of the lease.",
            "A copy of the lease costs you nothing.",
        ],
    ),
    (
        "promises that a warranty claim will be approved",
        "my phone screen broke, is that covered",
        [
            "The warranty claim will be approved.",
            "Your warranty claim is going to be approved.",
            "We promise that the claim under your warranty will be approved.",
        ],
        [
            "Whether the warranty claim is approved is up to the maker.",
            "Approval of a warranty claim depends on the maker's inspection.",
            "What the warranty approves depends on the damage.",
            "The maker decides whether to approve the warranty claim.",
            "We can't say whether the warranty claim will be approved.",
            "We'll check whether the claim was approved under the warranty.",
        ],
    ),
    (
        "all of our coffee is organic",
        "is your coffee organic",
        [
            "All of our coffee is organic.",
            "Every coffee we sell is organic.",
            "Our coffee is organic.",
        ],
        [
            "Some of our coffee is organic.",
            "About a third of our coffee is organic.",
            "Most of our coffees are organic, two are not.",
            "Part of our coffee range is organic.",
            "Not all of our coffee is organic.",
            "Half of the coffee on the shelf is organic.",
        ],
    ),
    (
        "a scooter never rusts, dents or fades",
        "will the paint hold up by the sea",
        [
            "This scooter never rusts.",
            "The scooter won't dent.",
            "Your scooter will never fade.",
        ],
        [
            "A scooter will rust if it's left in the rain.",
            "It may dent, as any scooter does.",
            "Every scooter fades a little in the sun.",
            "The scooter can rust near the sea.",
            "Scooters do dent when they fall.",
            "Expect the scooter's paint to fade.",
        ],
    ),
    (
        "a boiler is safe to use, said before an engineer has seen it",
        "the boiler makes a noise",
        [
            "The boiler is safe to use.",
            "It's safe to use the boiler tonight.",
            "Your boiler is perfectly safe.",
        ],
        [
            "An engineer will check that the boiler is safe.",
            "We'll test whether the boiler is safe to use.",
            "The boiler isn't safe to use until it was seen.",
            "We can't tell from here whether the boiler is safe.",
            "An engineer comes to verify that the boiler is safe.",
            "Our engineer has to see if the boiler is safe.",
        ],
    ),
]
