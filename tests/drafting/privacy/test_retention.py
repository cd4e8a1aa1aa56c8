"""Retention: what is due by which rule, that holds keep it, and that nothing else is erased."""

from datetime import UTC, datetime, timedelta

import pytest
from django.core.exceptions import ValidationError
from django.core.management import call_command
from django.core.management.base import CommandError
from django.db import connection

from compliance.sealing import keyring
from drafting.models import Customer, Erasure, RetentionRule, RetentionRun, Ticket
from drafting.privacy import retention
from drafting.privacy.holds import Scope, place
from drafting.privacy.retention import due, rules, run
from locations.models import Brand, Vertical

NOW = datetime(2026, 11, 21, 12, 0, tzinfo=UTC)


@pytest.fixture
def rule(world):
    def rule(days=None, **scope):
        return RetentionRule.objects.create(days=days, **scope)

    return rule


def age(ticket, days):
    """Have everything on a ticket have happened so many days ago."""
    at = NOW - timedelta(days=days)
    Ticket.objects.filter(pk=ticket.pk).update(arrived_at=at, created_at=at)
    ticket.messages.update(sent_at=at)
    ticket.jobs.update(created_at=at)
    ticket.drafts.update(created_at=at)


def found(at=NOW):
    now = due(at, rules())
    return (list(now.tickets), list(now.customers), list(now.records))


def test_without_a_rule_nothing_is_ever_due(deliver, customer):
    age(deliver().ticket, 10_000)
    assert run(at=NOW) is None
    assert found() == ([], [], [])


def test_a_ticket_is_due_when_nothing_happened_for_as_long_as_its_rule_says(deliver, rule):
    rule(30)
    ticket = deliver().ticket
    age(ticket, 31)
    assert found() == ([ticket], [], [])
    age(ticket, 29)
    assert found() == ([], [], [])
    age(ticket, 31)
    ticket.messages.update(sent_at=NOW - timedelta(days=29))
    assert found() == ([], [], [])


@pytest.mark.parametrize(
    ("scope", "days", "is_due"),
    [
        ({"channel": "email"}, 100, False),
        ({"channel": "sms"}, 100, True),
        ({"brand": True}, 100, False),
        ({"vertical": True}, None, False),  # there for good
        ({"brand": True, "channel": "email"}, 10, True),
    ],
)
def test_the_rule_of_the_part_outweighs_that_of_the_whole(deliver, rule, scope, days, is_due):
    rule(30)
    rows = {"brand": Brand.objects.get(), "vertical": Vertical.objects.get()}
    rule(days, **{name: rows.get(name, value) for name, value in scope.items()})
    ticket = deliver().ticket
    age(ticket, 60)
    assert found()[0] == ([ticket] if is_due else [])


def test_a_brand_outweighs_a_vertical_and_both_a_channel(rule):
    made = [
        rule(1),
        rule(2, channel="email"),
        rule(3, vertical=Vertical.objects.get()),
        rule(4, vertical=Vertical.objects.get(), channel="sms"),
        rule(5, brand=Brand.objects.get()),
    ]
    assert rules() == made[::-1]


def test_texts_of_a_customer_go_when_all_their_tickets_are_due(deliver, rule, customer):
    rule(30)
    old = deliver(customer_code="c1", external_id="1").ticket
    young = deliver(customer_code="c1", external_id="2").ticket
    age(old, 60)
    age(young, 5)
    assert found() == ([], [], [])
    age(young, 31)
    assert found() == ([], [customer], [])
    done = run(at=NOW)
    assert (done.tickets, done.customers, done.failures) == (0, 1, [])
    customer.refresh_from_db()
    assert customer.name == "Dana Whitlock"
    erasure = Erasure.objects.get()
    assert (erasure.actor, erasure.keeps_record) == (None, True)
    assert found() == ([], [], [])


def test_a_record_goes_when_its_own_time_is_over_too(deliver, rule, customer):
    rule(30, record_days=90)
    deliver(customer_code="c1")
    today = datetime.now(UTC)
    first, then = today + timedelta(days=60), today + timedelta(days=91)
    assert found(first) == ([], [customer], [])
    run(at=first)
    # That it was sealed anew makes the record no younger.
    assert found(first) == ([], [], [])
    assert found(then) == ([], [], [customer])
    assert run(at=then).customers == 1
    customer.refresh_from_db()
    assert customer.name == ""
    assert found(then) == ([], [], [])


def test_a_record_without_tickets_goes_by_its_last_change(rule, customer):
    rule(None, record_days=90)
    today = datetime.now(UTC)
    assert found(today + timedelta(days=89)) == ([], [], [])
    assert found(today + timedelta(days=91)) == ([], [], [customer])


def test_what_a_hold_covers_is_not_erased_and_is_counted(deliver, rule, customer, operator):
    rule(30)
    alone = deliver(external_id="1").ticket
    known = deliver(customer_code="c1", external_id="2").ticket
    for each in (alone, known):
        age(each, 60)
    for scope in (Scope(ticket=alone), Scope(customer=customer)):
        place(scope=scope, matter="Case", reason="Counsel asked.", actor=operator)
    done = run(at=NOW)
    assert (done.tickets, done.customers, done.held) == (0, 0, 2)
    assert not Erasure.objects.exists()


def test_one_that_cannot_be_erased_keeps_no_other_back(deliver, rule, customer, monkeypatch):
    rule(30)
    alone = deliver(external_id="1").ticket
    known = deliver(customer_code="c1", external_id="2").ticket
    for each in (alone, known):
        age(each, 60)
    # The record cannot be opened to be sealed anew: what it is sealed with was changed.
    with connection.cursor() as cursor:
        cursor.execute(
            "UPDATE drafting_customer SET name = set_byte(name, 40, 255 - get_byte(name, 40))"
        )
    keyring.forget()
    done = run(at=NOW)
    assert done.tickets == 1
    [failure] = done.failures
    assert (failure["of"], failure["id"]) == ("customer", str(customer.pk))
    assert "Dana" not in str(done.failures)
    assert Customer.objects.get().data_key.destroyed_at is None


def test_one_that_the_database_refuses_keeps_no_other_back(deliver, rule):
    rule(30)
    refused, other = (deliver(external_id=f"{number}").ticket for number in range(2))
    for each in (refused, other):
        age(each, 60)
    with connection.cursor() as cursor:
        cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")
        cursor.execute(
            "CREATE FUNCTION refuse_one() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN"
            " RAISE EXCEPTION 'kept' USING ERRCODE = 'restrict_violation'; END $$;"
            "CREATE TRIGGER refuse_one BEFORE UPDATE ON compliance_datakey FOR EACH ROW"
            f" WHEN (OLD.id = '{refused.data_key_id}') EXECUTE FUNCTION refuse_one()"
        )
    done = run(at=NOW)
    assert (done.tickets, done.finished_at is None) == (1, False)
    [failure] = done.failures
    assert failure["id"] == str(refused.pk)
    assert "IntegrityError" in failure["why"]


def test_a_worker_goes_on_while_there_is_more_and_then_rests(deliver, rule, monkeypatch):
    monkeypatch.setattr(retention, "BATCH", 2)
    monkeypatch.setattr(retention._pace, "next_at", 0.0)
    rule(30)
    at = datetime.now(UTC)
    for number in range(3):
        age(deliver(external_id=f"{number}").ticket, 60 + (NOW - at).days)
    assert retention.step()
    assert not retention.step()
    assert Erasure.objects.count() == 3
    runs = RetentionRun.objects.count()
    assert not retention.step()
    assert RetentionRun.objects.count() == runs


def test_the_command_says_what_is_due_and_erases_it(deliver, rule, capsys):
    call_command("retention")
    assert "nothing is ever due" in capsys.readouterr().out
    rule(30)
    age(deliver().ticket, 10_000)
    call_command("retention", "--dry-run")
    assert "Due: 1 tickets of unknown senders" in capsys.readouterr().out
    assert not Erasure.objects.exists()
    call_command("retention")
    assert "Erased: 1 tickets and 0 customers." in capsys.readouterr().out


def test_a_failure_ends_the_command_with_status_1(deliver, rule, customer):
    rule(30)
    age(deliver(customer_code="c1").ticket, 10_000)
    with connection.cursor() as cursor:
        cursor.execute(
            "UPDATE drafting_customer SET name = set_byte(name, 40, 255 - get_byte(name, 40))"
        )
    keyring.forget()
    with pytest.raises(CommandError, match="1 could not be erased"):
        call_command("retention")


def test_records_have_a_time_for_the_whole_operator_only(world):
    with pytest.raises(ValidationError, match="whole operator"):
        RetentionRule(brand=Brand.objects.get(), record_days=5).full_clean()
