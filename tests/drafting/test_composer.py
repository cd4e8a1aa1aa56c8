"""The composer says what the facts hold, in the location's voice, and nothing else."""

from dataclasses import replace
from datetime import UTC, date, datetime

import pytest
from django.core.exceptions import ValidationError
from hypothesis import given
from hypothesis import strategies as st

from compliance.gate.types import (
    BrandFacts,
    ChannelRules,
    CustomerFacts,
    Facts,
    OfferFact,
    OrderFact,
    PlaceFacts,
    PolicyFact,
    ToneOverlay,
    Unit,
)
from compliance.gate.value_words import listed, policy_words
from drafting.backends.composer import Composer, Template, render
from drafting.backends.filling import Filling
from drafting.backends.slots import SLOTS, unknown_slots
from drafting.context.payload import ContextPayload, Message
from drafting.context.prompt import prompt_data
from drafting.models import ReplyTemplate
from locations.hours import (
    CLOSED,
    Closure,
    DatedHours,
    Schedule,
    TypedSchedule,
    UnconfirmedDay,
    parse_day,
)
from locations.offers import OfferTerms

MONDAY = datetime(2026, 11, 2, 12, 0, tzinfo=UTC)
WEEK = (CLOSED, *(parse_day("10:00-20:00"),) * 4, parse_day("09:00-12:00, 13:00-00:00"), CLOSED)


def policy(key, value, unit, sentence="", label=""):
    return PolicyFact(
        key=key,
        label=label or key.replace("_", " "),
        topic="",
        unit=Unit(unit),
        value=value,
        sentence=sentence,
    )


def offer(
    code, name, standing="active", reason="is active", end=date(2026, 11, 15), terms="10% off"
):
    return OfferFact(
        code=code,
        name=name,
        aliases=(),
        terms_text=terms,
        terms=OfferTerms(start=None, end=end),
        standing=standing,
        reason=reason,
    )


def payload(message="", *, channel="email", flags=(), tone=None, policies=(), offers=(), **changed):
    place = PlaceFacts(
        code="p",
        name="Alder Harbor",
        vertical="retail",
        city="Boston",
        state="US-MA",
        ownership="corporate",
        staffing="",
        phone="617-555-0166",
        address="",
        status="active",
        schedule=Schedule(
            "UTC", WEEK, (DatedHours(on=date(2026, 11, 26), hours=CLOSED, note="Thanksgiving"),)
        ),
        policies=tuple(policies),
    )
    customer = CustomerFacts(
        code="c1",
        name="Dana Whitlock",
        points=1250,
        orders=(
            OrderFact("F-1", "p", "rain shell", "149.00", date(2026, 10, 25), "purchased"),
            OrderFact("F-2", "p", "Ridgeline boots", "189.00", date(2026, 10, 1), "purchased"),
        ),
    )
    facts = Facts(
        at=MONDAY,
        brand=BrandFacts("alder", "Alder"),
        place=replace(place, **changed.pop("place", {})),
        customer=changed.pop("customer", customer),
        offers=tuple(offers),
    )
    return ContextPayload(
        facts=facts,
        tone=tone or ToneOverlay(),
        channel=ChannelRules(channel, flags=frozenset(flags)),
        messages=(Message("customer", message),),
        ticket_class="any",
    )


def said(body, of):
    return render(body, Filling(of))


@pytest.mark.parametrize(
    ("slot", "message", "value"),
    [
        ("hours.today", "", "closed"),
        ("hours.tomorrow", "", "open from 10 a.m. to 8 p.m."),
        (
            "hours.date",
            "open Saturday?",
            "open from 9 a.m. to noon and from 1 p.m. to midnight on Saturday, November 7",
        ),
        ("hours.date", "thanksgiving?", "closed on Thursday, November 26"),
        ("hours.date", "hello", None),
        (
            "hours.week",
            "",
            (
                "Monday closed; Tuesday through Friday 10 a.m. to 8 p.m.; Saturday 9 a.m. to noon "
                "and 1 p.m. to midnight; Sunday closed"
            ),
        ),
        ("location.address", "", None),
        ("location.name", "", "Alder Harbor"),
        ("customer.first_name", "", "Dana"),
        ("customer.points", "", "1,250"),
        ("order.item", "where is my shell", "rain shell"),
        ("order.item", "where is F-2", "Ridgeline boots"),
        ("order.item", "where is it", None),
        ("order.date", "my boots", "October 1, 2026"),
        ("nothing.known", "", None),
    ],
)
def test_slots(slot, message, value):
    assert Filling(payload(message)).value(slot) == value


@pytest.mark.parametrize(
    ("value", "unit", "words"),
    [
        (30, "days", "30 days"),
        (1, "days", "1 day"),
        (0, "days", None),
        (48, "hours", "48 hours"),
        (25, "money", "$25"),
        (38.5, "money", "$38.50"),
        (0, "money", "$0"),
        (1500, "money", "$1,500"),
        (15, "percent", "15%"),
        (4.1, "percent", "4.1%"),
        ("store_credit", "choice", "store credit"),
        ("none", "choice", None),
        ("https://a.example/my_page", "choice", "https://a.example/my_page"),
        (1200, "count", "1,200"),
        (1234567, "count", "1,234,567"),
        (True, "boolean", None),
        (
            ("clearance", "swimwear", "climbing gear"),
            "list",
            "clearance, swimwear, and climbing gear",
        ),
        ((), "list", None),
    ],
)
def test_policy_values_in_words(value, unit, words):
    assert policy_words(policy("k", value, unit)) == words


def test_a_number_that_names_something_has_no_comma():
    assert policy_words(policy("licence_number", 1054321, "count")) == "1054321"


def test_a_line_without_its_fact_is_left_out_and_the_others_flow_together():
    body = "{greeting}\n\nReturns run {policy.window}.\nNotice is {policy.notice}.\nBye."
    of = payload(policies=[policy("window", 14, "days"), policy("notice", "none", "hours")])
    assert said(body, of) == "Hi Dana,\n\nReturns run 14 days. Bye."


def test_a_sentence_of_a_term_that_is_not_true_is_left_out():
    cash = {"sentence": "We take cash.", "unit": "boolean"}
    yes = payload(policies=[policy("cash", True, **cash)])
    no = payload(policies=[policy("cash", False, **cash)])
    assert said("{policy.cash.sentence}", yes) == "We take cash."
    assert said("{policy.cash.sentence}", no) is None


def test_a_reply_of_courtesies_only_is_none():
    assert said("{greeting}\n\n{policy.window}\n\n{closing}", payload()) is None


def test_an_ended_offer_is_only_named_with_its_end():
    ended = offer("LEAF", "Leaf Sale", "ended", "ended on October 31, 2026")
    of = payload("is the leaf sale on?", offers=[ended, offer("BOOT", "Boot Week")])
    assert Filling(of).value("offers.active") == "Boot Week (10% off, through November 15)"
    assert Filling(of).value("offers.asked") is None
    assert Filling(of).value("offers.unavailable") == "Leaf Sale ended on October 31, 2026"


def test_a_list_keeps_to_the_voices_sentences_and_starts_with_what_was_asked():
    offers = [offer(f"O{n}", f"Offer {n}", terms="10% off socks") for n in range(5)]
    of = payload(
        "any boots deal?",
        tone=ToneOverlay(sentence_max=14),
        offers=[*offers, offer("B", "Boot Week", terms="25% off boots")],
    )
    assert said("Today: {offers.active}.", of) == (
        "Today: Boot Week (25% off boots, through November 15)."
    )


@pytest.mark.parametrize("flag", ["no_personal_data", "no_order_or_visit_details"])
def test_nothing_of_the_customer_is_said_in_public(flag):
    of = payload("my rain shell F-1", channel="public_review", flags=[flag])
    filling = Filling(of)
    for slot in SLOTS:
        value = filling.value(slot) or ""
        assert "Dana" not in value
        assert not (slot.startswith(("order.", "customer.")) and value)


COMMA = CustomerFacts(code="c3", name="Whitlock, Dana")
ANA = CustomerFacts(code="c2", name="Dr. Ana de la Cruz")
NO_FULL_NAMES = {"channel": "sms", "flags": ["no_full_names_with_treatment"]}
PUBLIC = {"channel": "public_review", "flags": ["no_personal_data"]}


@pytest.mark.parametrize(
    ("voice", "changed", "greeting"),
    [
        ({}, {}, "Hi Dana,"),
        ({}, {"customer": CustomerFacts()}, "Hi there,"),
        ({}, PUBLIC, "Hi there,"),
        ({"prohibited": ("hi",)}, {}, "Hello Dana,"),
        ({"contractions": "avoid"}, {}, "Hello Dana,"),
        ({"contractions": "avoid", "formality": "casual"}, {}, "Hi Dana,"),
        ({"address": "first_name"}, {}, "Hello Dana,"),
        ({"address": "first_name"}, {"customer": COMMA}, "Hello Dana,"),
        ({"address": "title"}, {}, "Dear Dana Whitlock,"),
        ({"address": "title"}, {"customer": ANA}, "Dear Dr. de la Cruz,"),
        ({"address": "title"}, {"customer": CustomerFacts()}, "Hello,"),
        ({"address": "title"}, PUBLIC, "Hello,"),
        ({"address": "title"}, NO_FULL_NAMES, "Hello,"),
        ({"address": "title"}, {"customer": ANA, **NO_FULL_NAMES}, "Dear Dr. de la Cruz,"),
        ({"greetings": ("Ah, {name},", "Ah, {first_name},")}, NO_FULL_NAMES, "Ah, Dana,"),
        ({"address": "none"}, {}, "Hello,"),
        ({"greetings": ("Good evening, | evening", "Ah, {first_name},")}, {}, "Ah, Dana,"),
        ({"greetings": ("Good day {name},", "Welcome,")}, {}, "Good day Dana Whitlock,"),
        ({"greetings": ("Good day {name},", "Welcome,"), "address": "none"}, {}, "Welcome,"),
        ({"greetings": ("Good day {name},", "Welcome,")}, PUBLIC, "Welcome,"),
        ({"greetings": ("Good day {name},",), "address": "title"}, {"customer": ANA},
         "Good day Dr. de la Cruz,"),
        ({"greetings": ("Welcome to {location} of {brand}, | no name",)},
         {"customer": CustomerFacts()}, "Welcome to Alder Harbor of Alder,"),
        ({"greetings": ("Happy birthday! | on a birthday",)}, {}, "Hi Dana,"),
        ({"greetings": ("No, | about other", "Sure, | about any, first reply")}, {}, "Sure,"),
    ],
)  # fmt: skip
def test_the_voice_decides_the_greeting(voice, changed, greeting):
    assert Filling(payload(tone=ToneOverlay(**voice), **changed)).value("greeting") == greeting


@pytest.mark.parametrize(
    ("voice", "changed", "closing"),
    [
        ({}, {}, "Thanks,\nAlder Harbor"),
        ({"contractions": "avoid"}, {}, "Kind regards,\nAlder Harbor"),
        ({"formality": "formal"}, {}, "Kind regards,\nAlder Harbor"),
        ({"closings": ("Good night, | evening", "Warmly,")}, {}, "Warmly,\nAlder Harbor"),
        ({"closings": ("Your team at {location}",)}, {}, "Your team at Alder Harbor"),
        ({"closings": ("Until soon, {first_name}",)}, PUBLIC, "Thanks,\nAlder Harbor"),
        ({"closings": ("Warmly,",)}, {"channel": "sms"}, None),
        ({"closings": ("Warmly,",)}, {"place": {"name": "A\n{closing}"}}, "Warmly,\nA {closing}"),
    ],
)
def test_the_voice_decides_the_closing(voice, changed, closing):
    assert Filling(payload(tone=ToneOverlay(**voice), **changed)).value("closing") == closing


def test_a_voice_that_uses_no_name_leaves_out_the_lines_that_do():
    of = payload(tone=ToneOverlay(address="none"))
    assert said("Good news, {customer.first_name}.\nWe are here.", of) == "We are here."


def test_a_composed_reply_is_written_in_the_voice():
    template = Template("t", "any", "hey {customer.first_name}, we're glad to help!! 🎉")
    formal = ToneOverlay(
        contractions="avoid",
        emoji_max=0,
        exclamations_max=0,
        prohibited=("hey",),
        replacements=(("hey", "hello"), ("glad", "delighted")),
    )
    said_formally = Composer([template]).generate(payload(tone=formal)).text
    assert said_formally == "Hello Dana, we are delighted to help."
    template = Template("t", "any", "We are glad to help, and it is not late.")
    casual = ToneOverlay(contractions="use")
    said_casually = Composer([template]).generate(payload(tone=casual)).text
    assert said_casually == "We're glad to help, and it's not late."


def test_hours_of_a_closed_store_are_not_told():
    gone = Schedule("UTC", WEEK, closure=Closure(for_good=True))
    of = payload("open today?", place={"status": "closed", "schedule": gone})
    for slot in ("hours.today", "hours.tomorrow", "hours.date", "hours.week", "hours.reopens"):
        assert Filling(of).value(slot) is None


@pytest.mark.parametrize(
    ("slot", "message", "value"),
    [
        ("hours.today", "", "closed"),
        ("hours.week", "", None),
        ("hours.reopens", "", "Thursday, November 5"),
        ("hours.date", "thursday?", "open from 10 a.m. to 8 p.m. on Thursday, November 5"),
        ("hours.date", "wednesday?", "closed on Wednesday, November 4"),
    ],
)
def test_a_temporary_closure_ends_in_the_reply_when_it_ends(slot, message, value):
    shut = Schedule("UTC", WEEK, closure=Closure(date(2026, 11, 5)))
    assert Filling(payload(message, place={"schedule": shut})).value(slot) == value


def test_hours_of_a_holiday_that_nobody_confirmed_are_not_told():
    asked = UnconfirmedDay(date(2026, 11, 26), "Thanksgiving Day")
    of = payload("thanksgiving?", place={"schedule": Schedule("UTC", WEEK, unconfirmed=(asked,))})
    assert Filling(of).value("hours.date") is None
    assert Filling(of).value("hours.today") == "closed"


@pytest.mark.parametrize(
    ("slot", "value"),
    [
        ("hours.pickup.today", "open from 11 a.m. to noon"),
        ("hours.pickup.tomorrow", "open from 11 a.m. to noon"),
        ("hours.pickup.week", "Monday through Sunday 11 a.m. to noon"),
        ("hours.main.today", "closed"),
        ("hours.kitchen.today", None),
    ],
)
def test_slots_of_services(slot, value):
    pickup = TypedSchedule("pickup", Schedule("UTC", (parse_day("11:00-12:00"),) * 7))
    assert Filling(payload("", place={"services": (pickup,)})).value(slot) == value
    assert unknown_slots(f"{{{slot}}}") == []
    assert unknown_slots("{hours.pikup.today}") == ["{hours.pikup.today}"]


def test_a_prompt_tells_what_is_unconfirmed_closed_and_served():
    asked = UnconfirmedDay(date(2026, 12, 25), "Christmas Day")
    schedule = Schedule("UTC", WEEK, closure=Closure(date(2026, 11, 5)), unconfirmed=(asked,))
    pickup = TypedSchedule("pickup", Schedule("UTC", (parse_day("11:00-12:00"),) * 7))
    told = prompt_data(
        payload("hi", place={"schedule": schedule, "services": (pickup,)}), customer_fields=()
    )["location"]
    assert told["status"] == "temporarily closed, reopens on 2026-11-05"
    assert told["hours"]["Friday 2026-12-25"] == "unconfirmed (Christmas Day)"
    assert told["hours"]["Wednesday 2026-11-04"] == "closed"
    assert told["hours_of_services"]["pickup"]["Monday 2026-11-02"] == "11:00-12:00"


@pytest.mark.parametrize(("customer", "name"), [(COMMA, "Dana"), (ANA, "Ana")])
def test_a_model_is_told_the_first_name_without_title_or_comma(customer, name):
    told = prompt_data(payload("hi", customer=customer), customer_fields=("first_name",))
    assert told["customer"] == {"first_name": name}


def test_the_most_specific_template_that_has_something_to_say_is_taken():
    templates = (
        Template("a", "any", "General."),
        Template("b", "any", "For retail.", vertical="retail"),
        Template("c", "any", "For spas.", vertical="spa"),
        Template("d", "any", "Only {policy.unknown}.", brand="alder"),
        Template("e", "other", "Another class."),
    )
    assert Composer(templates).generate(payload()).text == "For retail."


def test_without_any_template_the_built_in_one_answers_from_the_facts():
    window = policy("window", 14, "days", "You can return it within {value}.", "return window")
    made = Composer().generate(payload("can I return this by Friday?", policies=[window]))
    assert "You can return it within 14 days." in made.text
    assert "open from 10 a.m. to 8 p.m. on Friday, November 6" in made.text
    assert "{" not in made.text


@given(st.text(max_size=300))
def test_no_customer_text_breaks_the_composer_or_leaves_a_brace_of_ours(message):
    text = Composer().generate(payload(message)).text
    assert text.strip()
    assert not any(f"{{{slot}}}" in text for slot in SLOTS)


@pytest.mark.parametrize("name", ["{closing}", "{policy.window}", "A\nB", "{", "}"])
def test_a_value_is_text_and_never_a_slot_or_a_line(name):
    of = payload(place={"name": name}, policies=[policy("window", 14, "days")])
    assert said("At {location.name}.", of) == f"At {' '.join(name.split())}."


def test_lists():
    assert listed([]) == ""
    assert listed(["a"]) == "a"
    assert listed(["a", "b"]) == "a and b"
    assert listed(["a, x", "b"]) == "a, x, and b"
    assert listed(["a, x", "b", "c"]) == "a, x; b; and c"


@pytest.mark.parametrize(
    "body", ["{hours.todya}", "{policy.}", "{policy.Window}", "{", "a } b", "{}"]
)
def test_a_template_with_a_slot_that_nothing_fills_is_refused(body):
    assert unknown_slots(body)
    with pytest.raises(ValidationError) as refused:
        ReplyTemplate(code="t", body=body).clean()
    assert "no such slot" in refused.value.message_dict["body"][0]


def test_every_slot_is_explained_and_filled():
    assert all(SLOTS.values())
    assert SLOTS.keys() == Filling.FILLERS.keys()
    ReplyTemplate(code="t", body=" ".join(f"{{{slot}}}" for slot in SLOTS)).clean()
    ReplyTemplate(code="t", body="{policy.return_window_days.sentence}").clean()
