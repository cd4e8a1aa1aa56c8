"""Phrase classes of manner: how a reply greets, addresses, speaks and pads."""

from __future__ import annotations

from typing import Final

from compliance.gate.concepts.classes.phrase_class import PhraseClass

# Words after which a form of address stands: "Thanks, hon".
_LEAD: Final = (
    "(hi | hello | hey | thanks | thank you | thank you so much | thanks so much | so much | a lot |"
    " sorry | yes | no | ok | okay | sure | sure thing | of course | worry | worries | problem |"
    " welcome | bye | goodbye | alright | soon | got it | good morning | good evening |"
    " good night | please | yep | nope | aw | oh | cheers | there you go | bet | well done | come on in | then | you are a star | here you go)"
)

CLASSES: Final = {
    "casual_greetings": PhraseClass(
        about="Greetings that belong among friends rather than between a business and a customer.",
        expressions="""
            hey there | hiya | yo | hey | heya | heyyy | heyyyy | heyyyyy | hey hey | howdy |
            howdy-do | hi there | hi ya | hi hi | hello hello | yoo-hoo | yoohoo | ahoy | g'day |
            salutations | greetings and salutations | wassup | whassup | wazzup | wassap | whaddup |
            what's up | what up | what's poppin | what's crackin | what's shakin |
            sup (dude | guys | fam | man | folks | y'all) | how's it going | how's it hanging |
            how goes it | how you doing | how ya doing | how are ya | how're ya | how's life |
            how's tricks | long time no see | look who's back | top of the morning | mornin |
            evenin | hola amigo | knock knock | peeps |
            (hi | hello | good morning | welcome) (guys | folks | gang | friend | peeps | fam |
            team player | gorgeous | lovely | superstar | sunshine | stranger | amigo | pal) |
            greetings (earthling | friend | human) | welcome to the (party | fam | club | tribe)
        """,
        found=("Hey there, your table is booked.", "Howdy!"),
        left=("They open at nine.", "Hi, there are two tables left."),
    ),
    "slang": PhraseClass(
        about="Slang, spoken spellings and the short forms of text messages.",
        expressions="""
            awesome | no biggie | yep | yup | yeah | nope | nah | naw | gotcha | my bad | our bad |
            lol | lmao | rofl | omg | btw | brb | ttyl | tbh | imo | smh | thx | thanx | tysm | pls |
            plz | asap | ur | cuz | coz | tho | nite | tonite | kinda | sorta | gotta | gimme |
            lemme | dunno | whatcha | betcha | prolly | obvi | deets | delish | yummy | yum |
            easy peasy | no prob | no probs | no sweat | stoked | pumped | psyched |
            bummer | bummed | amazeballs | bestie | fam | bro | dude | vibes | vibing | good vibe |
            legit | lowkey | highkey | yay | woohoo | woot | yikes | whoops | oops | oopsie | uh-oh |
            meh | ugh | duh | fab | epic | dope | slay | yas | on fleek | no cap | the bomb | fo sho |
            okey dokey | okie dokie | alrighty | roger that | rock on | you rock | you bet |
            sure thing | see ya | ya know | love ya | got ya | # bucks | (few | couple | couple of) bucks |
            (thank | see | love | miss | can | will | do | are | for | if | hope) u | cool beans | so cool |
            (sound | be so | how | super | totally | pretty | way | that be | this be | you be) cool |
            (super | mega | crazy | insanely | wicked) (stoked | excited | happy | easy | fast | cute |
            fun | busy | nice | good | cheap | delicious | helpful | relaxing | quick | simple) |
            ton of (fun | option | choice | way | people | time | room | great | love | new | thing |
            stuff | idea | flavor | deal | space | parking) | (load | heap) of (fun | option | time |
            room | choice | stuff) | thanks a (bunch | ton | million) | snag {0,3} (table | deal |
            spot | seat | room | discount) | score {0,2} (deal | discount | freebie) | killer deal |
            (hit | ring) (us | me) up | shoot (us | me) {0,1} (text | email | message | note | line) |
            (give | gave) (us | me) a holler | holler at | hang tight | sit tight | chill out |
            (just | so | super) chill | (menu | party | show | event | playlist | brunch | night)
            {0,1} be lit | (so | totally | super) lit | nail it | crush it | kill it | sweet deal |
            a steal | ripped off | rip-off | freebie | grub | munchies | brewski | booze | noms | hook you up | get the hang of | for real |
            jazzed | hyped | amped | no-go | swag | bougie | boujee | snafu | cha-ching | swing by | fancy schmancy
        """,
        found=("No biggie, we moved it.", "It costs fifty bucks."),
        left=("Store it in a cool, dry place.", "The patio is lit by lanterns."),
    ),
    "fillers_and_hedges": PhraseClass(
        about="Words that pad a sentence or take back half of what it says.",
        expressions="""
            to be honest | I guess | basically | honestly | frankly | quite frankly | literally |
            essentially | technically | arguably | presumably | supposedly | somewhat | maybe |
            perhaps | probably | possibly | in all honesty | in all fairness | truth be told |
            to tell you the truth | let's face it | the thing is | the fact of the matter |
            believe it or not | for what it's worth | so to speak |
            more or less | in a way | in a sense | pretty much | generally speaking | needless to say |
            when all is said and done | all things considered | with all due respect |
            at the end of the day {5,5} (it | we | you | what | that | I | this) |
            (I | we) (guess | suppose | assume | reckon | imagine | figure | feel like) |
            (I | we) think (maybe | so | it | that | we | you | they | this | there) |
            (I | we) believe (it | that | so | you | this) | (I | we) would (say | think | guess | imagine | assume) | it would seem | I could be wrong |
            as far as (I | we) (know | can tell | can see | am aware | are aware) |
            if (I | we) (recall | remember) {0,1} (correctly | right | rightly) |
            if (I am | we are) not mistaken | if memory serves | last I checked | last time I checked |
            to the best of (my | our) knowledge | off the top of my head | don't quote me |
            correct me if I | (I am | we are) not {0,1} (sure | certain | positive) |
            not {0,1} # % sure | in my {0,1} opinion | if you ask me | personally speaking |
            be (kind | sort) of a | (kind | sort) of (depend | busy | late | full | hard | tricky |
            expensive | small | loud | slow | early | long | like | think | feel | want | mean) |
            (could | might | may) (possibly | perhaps | maybe) | and whatnot |
            something like that | (stuff | thing) like that | there may be a chance | per se |
            (might | may) be the case | may or may not | (I | we | you | they) (sort | kind) of | truthfully | in truth | to a degree |
            to some (extent | degree) | up to a point | as it happens | for all (I | we) know | I dare say | give or take
        """,
        found=("Basically, you pick it up here.", "I guess that is fine."),
        left=("This kind of massage takes an hour.", "The basic package includes towels."),
    ),
    "corporate_speak": PhraseClass(
        about="Office and legal phrases that nobody says across a counter.",
        expressions="""
            please be advised | at your earliest convenience | circle back | kindly be advised |
            (please | kindly) be (informed | aware | reminded | notified) | pursuant to |
            regret to (inform | advise) | wish to (inform | advise) you | we are pleased to inform you |
            touch base (on | with | next | soon | again | later | about | tomorrow | when | this) | going forward we | going forward please | going forward {5,5} (we | please | you | I) |
            (as per | per our | per your | per company) | in accordance with | with regard to |
            with respect to your | in regards to | in reference to your | further to (your | our) |
            (reach out | revert) {0,2} at your | kindly (revert | find | note | confirm | do the needful |
            provide | refer | contact | advise | allow | bear) | please find {0,3} (attached | enclosed | below) |
            attached please find | enclosed please find | (please | kindly) note that | take note that |
            per (my | our) last {0,1} (email | message) | (call | business | feedback | satisfaction |
            opinion) {0,1} is {0,2} important to us | (we | I) {0,1} value your (business | feedback | opinion | patronage) |
            any inconvenience {0,4} (cause | experience) | apologize for any inconvenience |
            sorry for any inconvenience | apologies for any inconvenience |
            not hesitate to | hesitate to contact | feel free to reach out | (thank | thanks) {0,2} patronage |
            valued (customer | guest | client | member | patron) | esteemed (customer | guest | client) |
            leverage | synerg* | best-in-class | world-class | best of breed | cutting-edge |
            game-changing | game-changer | holistic | end-to-end (solution | service | process | experience | support | approach) | mission-critical | value-add |
            value-added | value proposition | paradigm | bandwidth to | deep dive | low-hanging fruit |
            move the needle | take {0,1} offline | loop {0,3} in | loop in | on the same page |
            action item | stakeholder | ideate | key takeaway |
            core competency | thought leader | ecosystem | streamline | optimize | utilize | utilise |
            facilitate | endeavor to | endeavour to | commence | aforementioned | aforesaid |
            hereby | herewith | hereinafter | heretofore | henceforth | forthwith | thereof | therein |
            prior to your | subsequent to | in lieu of | in the event that | in order to facilitate |
            duly noted | do the needful | under separate cover | (trust | hope) this (email | message) finds you |
            please do not reply | in receipt of | (feedback | input | insight) is (valuable | valued) | this is to (inform | notify | confirm) | should you require |
            should you have any {0,2} (question | query | concern) | your prompt attention |
            take this opportunity to | (request | ticket | case | issue | matter) {0,2} be action | at this juncture | at this point in time |
            at the present time | commit to (excellence | provide | deliver | serve) | with immediate effect | on an ongoing basis | in due course |
            as soon as practicable | for your (perusal | kind attention | kind information) | liaise | best practice | rollout |
            state-of-the-art | empower | drill down | ballpark (figure | estimate | number) | win-win | ducks in a row | on (my | our) radar | take ownership | proactive | proactively |
            touchpoint | customer journey | pain point | ramp up | it has come to our attention | we acknowledge receipt
        """,
        found=("Please be advised that we close at six.", "Let's touch base on Monday."),
        left=("The base of the cake is almond.", "Our policy allows returns for 30 days."),
    ),
    "profanity": PhraseClass(
        about="Curses, from mild ones to those that no reply may ever hold.",
        expressions="""
            damn | what the heck | crappy | dammit | damned | goddamn | goddammit | crap | shit |
            shitty | bullshit | fuck* | fucking | wtf | bitch | bastard | asshole | ass | arse | dumbass |
            jackass | badass | half-assed | (what | where | how | who | why | oh | bloody) {0,1} hell |
            hell (yes | no | yeah | of a) | (like | as | to) hell | hellish |
            (what | how | who | where | why | oh) {0,1} heck | heck (yes | no | yeah | of a) |
            (that | this | it | really | which | life | wait) suck | sucks to | suck that |
            piss | oh my god | omfg | good god | oh god | my god |
            for (god's | christ's | pete's | heaven's) sake | jesus christ | holy (cow | crap | moly |
            smoke | hell | mackerel | guacamole) | jeez | geez | sheesh | gosh | dang | darn | darned |
            freaking | freakin | friggin | frigging | fricking | frickin | effing | bloody (awful |
            good | great | hell | terrible | well) | bugger | bollocks | (pain | kick) {0,2} butt |
            butt hurt | work {0,2} butt off | screw (up | over | you) |
            (total | complete | utter) bs | son of a gun | turd | douche* |
            (that | this) be bull | (oh | aw) shoot | load of (crap | bull) | what the (eff | fudge | frick) | hell hole | screw-up
        """,
        found=("Damn, that should not have happened.", "What the heck happened?"),
        left=("Shell peas are in season.", "Please screw the cap back on."),
    ),
    "endearments": PhraseClass(
        about="Pet names and forms of address that are too close for a customer.",
        addresses=True,
        expressions=f"""
            sweetie | hon | my dear {{5,5}} (we | I | it | you | that | your) | sweetie pie | sweetheart |
            darling | babe | bae | cutie | cutie pie | sugarplum | sweetums | ladybug | luv | dearie | dollface | honeybunch |
            my love | my darling | my sweet | dude | bro | bruh | homie | bestie | girlfriend! |
            (hi | hello | hey | thanks | thank you | bye | morning | welcome back) (lovely | gorgeous |
            beautiful | handsome | sunshine | superstar | princess | rockstar) |
            {_LEAD} (honey | hun | dear | my dear | love | buddy | pal | boss | chief | champ | mate |
            my friend | my friends | sugar | baby | girl | girly | doll | sis | brother | queen | king | mama | angel |
            sport | amigo | boo | pumpkin | cupcake | big guy | young lady | young man | ladies | kiddo | sweetpea | my lovely | sunshine | superstar |
            my man | man | friend | boys)
        """,
        found=("Thanks, sweetie!", "Of course, my dear, come in at noon."),
        left=("Your cat is a sweetheart.", "Our honey comes from local bees."),
    ),
}
