"""Spelling: the other variant's words are found and respelt; ambiguous words and names are left."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from compliance.gate.text import Text
from compliance.gate.tone.spelling import Variant, find_spellings
from compliance.gate.tone.spelling_words import spellings
from compliance.gate.tone.voice import Voice


def respelt(text: str, variant: Variant, *names: str, message: str = "") -> str:
    voice = Voice(Text(text), names=names, message=message)
    for one in reversed(find_spellings(voice, variant)):
        text = text[: one.edit.start] + one.edit.replacement + text[one.edit.end :]
    return text


# American, British: each is the other in the other variant.
_BOTH_WAYS = """
color colour|colors colours|colored coloured|coloring colouring|colorful colourful|favor favour
favorite favourite|favorites favourites|favorable favourable|unfavorable unfavourable
honor honour|honored honoured|honorable honourable|labor labour|laborers labourers
neighbor neighbour|neighborhood neighbourhood|neighborly neighbourly|behavior behaviour
behavioral behavioural|flavor flavour|flavored flavoured|odorless odourless|harbor harbour
humor humour|rumors rumours|endeavor endeavour|vapor vapour|parlor parlour|savory savoury
discolored discoloured|watercolor watercolour|armor armour|rigor rigour|splendor splendour
center centre|centers centres|centered centred|centering centring|theater theatre|fiber fibre
liter litre|liters litres|kilometer kilometre|kilometers kilometres|millimeters millimetres
caliber calibre|somber sombre|meager meagre|specter spectre|luster lustre|fiberglass fibreglass
centerpiece centrepiece|defense defence|offense offence|pretense pretence|defenseless defenceless
traveled travelled|traveling travelling|traveler traveller|travelers travellers|canceled cancelled
canceling cancelling|labeled labelled|labeling labelling|modeling modelling|fueled fuelled
refueling refuelling|counselor counsellor|counseling counselling|leveled levelled|dialed dialled
signaling signalling|totaled totalled|equaled equalled|marvelous marvellous|jeweler jeweller
jewelry jewellery|woolen woollen|tunneling tunnelling|initialed initialled|unrivaled unrivalled
panelist panellist|councilor councillor|enroll enrol|enrollment enrolment|fulfill fulfil
fulfillment fulfilment|installment instalment|installments instalments|skillful skilful
willful wilful|distill distil|instill instil|anesthetic anaesthetic|anemia anaemia
pediatric paediatric|pediatrician paediatrician|orthopedic orthopaedic|gynecologist gynaecologist
hemorrhage haemorrhage|leukemia leukaemia|estrogen oestrogen|celiac coeliac|diarrhea diarrhoea
edema oedema|esophagus oesophagus|maneuver manoeuvre|maneuvers manoeuvres|maneuvered manoeuvred
catalog catalogue|catalogs catalogues|cataloged catalogued|analyze analyse|analyzed analysed
analyzing analysing|paralyzed paralysed|gray grey|graying greying|grayish greyish|mold mould
moldy mouldy|smoldering smouldering|plow plough|skeptical sceptical|skeptic sceptic|sulfur sulphur
sulfites sulphites|cozy cosy|cozier cosier|coziness cosiness|pajamas pyjamas|mustache moustache
aluminum aluminium|airplane aeroplane|artifact artefact|aging ageing|chili chilli|math maths
curbside kerbside|licorice liquorice|tranquility tranquillity|mollusk mollusc
"""
_PAIRS = [
    tuple(pair.split()) for line in _BOTH_WAYS.split("\n") for pair in line.split("|") if pair
]


@pytest.mark.parametrize(("american", "british"), _PAIRS)
def test_each_is_the_other_in_the_other_variant(american: str, british: str) -> None:
    assert respelt(f"the {british} here", "us") == f"the {american} here"
    assert respelt(f"the {american} here", "gb") == f"the {british} here"
    assert respelt(f"the {american} here", "us") == f"the {american} here"
    assert respelt(f"the {british} here", "gb") == f"the {british} here"


@pytest.mark.parametrize(
    ("british", "american"),
    [
        ("we organise and recognise", "we organize and recognize"),
        ("apologised, apologising, apologises", "apologized, apologizing, apologizes"),
        ("the organisation's authorisation", "the organization's authorization"),
        ("unauthorised and personalised", "unauthorized and personalized"),
        ("a moisturiser, sanitiser and appetiser", "a moisturizer, sanitizer and appetizer"),
        ("a cheque and a chequebook", "a check and a checkbook"),
        ("the programme and its programmes", "the program and its programs"),
        ("a tyre on the kerb", "a tire on the curb"),
        ("the third storey", "the third story"),
        ("a licence to practise", "a license to practice"),
        ("whilst amongst us", "while among us"),
        ("ten metres", "ten meters"),
        ("we learnt it", "we learned it"),
        ("an enquiry", "an inquiry"),
        ("yoghurt", "yogurt"),
    ],
)
def test_only_foreign_in_america(british: str, american: str) -> None:
    assert respelt(british, "us") == american
    assert respelt(british, "gb") == british
    assert respelt(american, "us") == american
    assert respelt(american, "gb") in {american, "a licence to practice"}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Bring your license.", "Bring your licence."),
        ("A valid driver's license is fine.", "A valid driver's licence is fine."),
        ("We license it to you.", "We license it to you."),
        ("Licensed and licensing stay.", "Licensed and licensing stay."),
        ("She is practicing.", "She is practising."),
        ("Our practice is open.", "Our practice is open."),
        ("Open a dialog box in the dialog.", "Open a dialog box in the dialogue."),
        ("Happy day to all moms.", "Happy day to all mums."),
        ("He organizes and analyzes.", "He organizes and analyses."),
    ],
)
def test_british_grammar(text: str, expected: str) -> None:
    assert respelt(text, "gb") == expected


@pytest.mark.parametrize(
    "text",
    [
        "Please check the program, the meter and the draft.",
        "A tire, the curb, a story and your practice.",
        "We advise, promise, exercise, supervise and advertise.",
        "A surprise, an enterprise and a franchise otherwise raise no size.",
        "Four of your hours: flour, tour, glamour and contour.",
        "The data analyses are here.",
        "Controlled, installed, enrolled, excelled and patrolled.",
        "A greyhound, an actor, a doctor, a mayor and a visitor.",
        "Humorous, honorary, laborious and vigorous.",
        "The dialogue goes on toward the towards.",
    ],
)
def test_right_on_both_sides(text: str) -> None:
    assert respelt(text, "us") == text
    assert respelt(text, "gb") == text


@pytest.mark.parametrize(
    "text",
    [
        "Our Harbour Street shop is open.",
        "Harbour View is open.",
        "See https://example.com/colour or mail colour@example.co.uk.",
        "Go to colour.example or @colour or #colour.",
        'You wrote "what a nice colour it is".',
        'Choose "Favourites" on the page.',
        "The file is colour_chart or colour.pdf.",
        "Please ask for Mr. Grey or Dr. Harbour.",
        "Use code COLOUR20 or FAVOURITE at the till.",
        "Reply FAVOURITE to this message.",
    ],
)
def test_leaves_names_links_and_quotations(text: str) -> None:
    assert respelt(text, "us") == text


def test_leaves_names_that_it_is_told() -> None:
    text = "The colour wheel and a colour."
    assert respelt(text, "us", "Colour Wheel") == "The colour wheel and a color."


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Colour is free. GREY is not.", "Color is free. GRAY is not."),
        ("- Colour: red", "- Color: red"),
        ("Our neighbour’s favourite", "Our neighbor’s favorite"),
        ("**colour** and re-organised", "**color** and re-organized"),
    ],
)
def test_keeps_the_case_and_the_marks(text: str, expected: str) -> None:
    assert respelt(text, "us") == expected


def test_no_word_is_foreign_on_both_sides() -> None:
    american, british = spellings()
    assert len(american) > 5_000
    assert not set(american) & set(british)
    assert not set(american) & set(american.values())
    assert not set(british) & set(british.values())


_PIECES = st.sampled_from(
    """colour color Colour COLOUR centre center organised organized license a your the 25 $5.00
    SAVE20 Anna https://example.com/colour colour@example.com . , ! \" ( ) travelled canceled grey
    Gray practicing cheque neighbour's – 🎉 fulfil #colour colour_2 catalogue maneuver""".split()  # noqa: SIM905
)
_FIXED = re.compile(r"\d[\d.]*|SAVE20|https?://\S+|\S+@\S+|Anna|#\w+|\w+_\d")


@given(st.lists(_PIECES, max_size=14), st.sampled_from(["us", "gb"]))
def test_respells_once_and_nothing_else(pieces: list[str], variant: Variant) -> None:
    text = " ".join(pieces)
    once = respelt(text, variant, "Anna")
    assert respelt(once, variant, "Anna") == once
    assert _FIXED.findall(once) == _FIXED.findall(text)
    assert len(once.split()) == len(text.split())


@given(st.lists(_PIECES, max_size=14), st.sampled_from(["us", "gb"]))
def test_quoted_words_stay(pieces: list[str], variant: Variant) -> None:
    text = 'You wrote "' + " ".join(pieces).replace('"', "") + ' indeed so" to us.'
    assert respelt(text, variant) == text
