"""Sealed columns are plain in Python, noise in the database, and open at their own place only."""

import uuid
from datetime import UTC, datetime

import pytest
from django.core import serializers
from django.core.exceptions import FieldError
from django.db import DatabaseError, connection, transaction

from compliance.models import GateDecision
from compliance.sealing import keyring
from compliance.sealing.cipher import SealError
from compliance.sealing.fields import Sealed
from compliance.sealing.keyring import ErasedError
from compliance.sealing.master import MasterKeyError
from compliance.sealing.reading import fetch_keys, in_words
from drafting.models import Customer
from locations import changes

pytestmark = pytest.mark.django_db
NOW = datetime(2026, 11, 21, 12, tzinfo=UTC)


def customer(code="c-1", name="Wendelin Oakhurst", **more):
    row = Customer(code=code, name=name, contacts=["rang about boots"], **more)
    return changes.save(row=row, actor=None, reason="First")


def stored(table="drafting_customer"):
    with connection.cursor() as cursor:
        cursor.execute(f"SELECT name FROM {table}")  # noqa: S608
        return [bytes(value) for (value,) in cursor.fetchall()]


def decision(key_id, text="Hello.", **more):
    digest = keyring.digest(text.encode(), key_id)
    return GateDecision.objects.create(
        data_key_id=key_id,
        subject=uuid.uuid4(),
        purpose="generation",
        decided_at=NOW,
        verdict="pass",
        input_digest=digest,
        output_digest=digest,
        output_text=text,
        facts_sha256="",
        duration_ms=1.0,
        **more,
    )


def test_a_row_is_plain_in_python_and_noise_in_the_database():
    row = customer(orders=[{"id": "A-1", "total": 3.0}])
    found = Customer.objects.get()
    assert (found.name, found.contacts) == ("Wendelin Oakhurst", ["rang about boots"])
    assert found.orders == [{"id": "A-1", "total": 3.0}]
    for table in ("drafting_customer", "drafting_historicalcustomer"):
        (value,) = stored(table)
        assert b"Wendelin" not in value
        assert row.data_key_id.bytes in value
    assert found.history.get().name == "Wendelin Oakhurst"
    assert str(found) == "c-1"


def test_nothing_is_opened_before_it_is_read(django_assert_num_queries):
    customer()
    keyring.forget()
    with django_assert_num_queries(1):
        found = list(Customer.objects.all())
    with django_assert_num_queries(1):
        assert found[0].name
        assert found[0].contacts


def test_the_keys_of_many_rows_are_one_query(django_assert_num_queries):
    for number in range(12):
        customer(f"c-{number}")
    keyring.forget()
    found = list(Customer.objects.all())
    with django_assert_num_queries(1):
        fetch_keys(found)
        assert {row.name for row in found} == {"Wendelin Oakhurst"}


def test_many_new_customers_get_their_keys_in_one_query(django_assert_max_num_queries):
    rows = [Customer(code=f"c-{number}", name="Ann") for number in range(30)]
    with django_assert_max_num_queries(10):
        changes.create_many(rows=rows, actor=None, reason="A bundle")
    assert len(set(Customer.objects.values_list("data_key", flat=True))) == 30


def test_what_did_not_change_keeps_its_sealed_bytes():
    customer()
    before = stored()
    row = Customer.objects.get()
    row.state = "US-MA"
    assert row.name
    changes.save(row=row, actor=None, reason="Moved")
    assert stored() == before
    row.name = "Wendelin Elm"
    changes.save(row=row, actor=None, reason="Married")
    assert stored() != before
    assert [each.name for each in row.history.order_by("version")] == [
        "Wendelin Oakhurst",
        "Wendelin Oakhurst",
        "Wendelin Elm",
    ]


def test_a_code_that_changes_takes_the_record_along():
    row = Customer.objects.get(pk=customer().pk)
    row.full_clean()  # which reads all of it, as a form does before it changes anything
    row.code = "c-9"
    changes.save(row=row, actor=None, reason="Renamed")
    assert Customer.objects.get(code="c-9").name == "Wendelin Oakhurst"


def test_an_empty_text_is_empty_in_the_database_and_a_missing_one_missing():
    row = customer(name="x")
    Customer.objects.filter(pk=row.pk).update(name="", loyalty=None)
    assert stored() == [b""]
    found = Customer.objects.get()
    assert (found.name, found.loyalty) == ("", None)


@pytest.mark.parametrize(
    "move",
    [
        (
            "UPDATE drafting_customer SET name = (SELECT name FROM drafting_customer"
            " WHERE code = 'c-2')"
            " WHERE code = 'c-1'"
        ),
        (
            "UPDATE drafting_customer SET name = (SELECT h.name FROM drafting_historicalcustomer h"
            " WHERE h.code = 'c-1') WHERE code = 'c-1'"
        ),
        "UPDATE drafting_customer SET code = 'c-3' WHERE code = 'c-1'",
        (
            "UPDATE drafting_customer SET name = set_byte(name, 60, get_byte(name, 60) # 1)"
            " WHERE code = 'c-1'"
        ),
        "UPDATE drafting_customer SET name = '\\x00' WHERE code = 'c-1'",
        (
            "UPDATE drafting_customer SET name = convert_to('Wendelin Oakhurst', 'UTF8')"
            " WHERE code = 'c-1'"
        ),
    ],
)
def test_what_was_moved_or_changed_does_not_open(move):
    one, _ = customer(), customer("c-2", "Wendelin Oakhurst")
    with connection.cursor() as cursor:
        cursor.execute(move)
    found = Customer.objects.get(pk=one.pk)
    with pytest.raises(SealError):
        found.name  # noqa: B018


def test_another_column_does_not_open():
    customer()
    with connection.cursor() as cursor:
        cursor.execute("UPDATE drafting_customer SET orders = contacts")
    with pytest.raises(SealError, match="another place"):
        Customer.objects.get().orders  # noqa: B018


def test_an_earlier_version_of_the_history_does_not_stand_in_for_a_later_one():
    row = customer()
    row.name = "Wendelin Elm"
    changes.save(row=row, actor=None, reason="Married")
    with connection.cursor() as cursor:
        cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")
        cursor.execute("ALTER TABLE drafting_historicalcustomer DISABLE TRIGGER history_is_final")
        cursor.execute(
            "UPDATE drafting_historicalcustomer SET name = (SELECT name FROM"
            " drafting_historicalcustomer WHERE version = 1) WHERE version = 2"
        )
    assert row.history.get(version=1).name == "Wendelin Oakhurst"
    with pytest.raises(SealError, match="another place"):
        row.history.get(version=2).name  # noqa: B018


def test_a_text_that_does_not_fit_its_digest_is_neither_written_nor_read():
    (key_id,) = keyring.make()
    row = decision(key_id)
    assert GateDecision.objects.get().output_text == "Hello."
    with connection.cursor() as cursor:
        cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")
        cursor.execute("ALTER TABLE compliance_gatedecision DISABLE TRIGGER decision_is_final")
        cursor.execute(
            "UPDATE compliance_gatedecision SET output_digest = repeat('0', 64),"
            " input_digest = repeat('0', 64)"
        )
    with pytest.raises(SealError, match="does not fit its digest"):
        GateDecision.objects.get().output_text  # noqa: B018
    row.output_text = "Other."
    with pytest.raises(SealError, match="does not fit its digest"):
        row.save()


def test_equal_texts_have_equal_digests_under_one_key_only():
    one, other = keyring.make(2)
    assert keyring.digest(b"Hello", one) == keyring.digest(b"Hello", one)
    assert keyring.digest(b"Hello", one) != keyring.digest(b"Hello", other)


def test_writing_past_an_instance_and_searching_are_refused():
    customer()
    with pytest.raises(FieldError, match="sealed"), transaction.atomic():
        Customer.objects.update(name="Ann")
    with pytest.raises(FieldError, match="sealed"):
        Customer.objects.filter(name="Ann").exists()
    (value,) = Customer.objects.values_list("name", flat=True)
    assert isinstance(value, Sealed)
    assert "Wendelin" not in repr(value)
    with pytest.raises(FieldError, match="not dumped"):
        serializers.serialize("json", list(Customer.objects.all()))


def test_what_was_erased_says_when():
    row = customer()
    keyring.destroy([row.data_key_id], at=NOW)
    found = Customer.objects.get()
    with pytest.raises(ErasedError, match=r"Erased on November 21, 2026\."):
        found.name  # noqa: B018
    assert in_words(lambda: found.name) == "Erased on November 21, 2026."
    found.name = "Ann"
    with pytest.raises(ErasedError):
        found.save()


def test_nothing_is_stored_without_a_master_key(settings, tmp_path):
    settings.DRAFTGATE_MASTER_KEY = ""
    settings.DRAFTGATE_MASTER_KEY_FILE = str(tmp_path / "none")
    with pytest.raises(MasterKeyError), transaction.atomic():
        Customer(code="c-1", name="Ann").save()
    assert not Customer.objects.exists()


def test_what_is_below_a_person_is_given_a_key_and_makes_none():
    with pytest.raises((SealError, DatabaseError)), transaction.atomic():
        GateDecision(subject=uuid.uuid4(), output_text="Hello.").save()
