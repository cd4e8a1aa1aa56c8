"""What is left after an erasure: looked for in the whole database, guessed at, and proven anew."""

import hashlib
import hmac
import zipfile
from datetime import UTC, datetime
from io import StringIO

import pytest
from django.contrib.admin.models import CHANGE, LogEntry
from django.contrib.contenttypes.models import ContentType
from django.core.management import CommandError, call_command
from django.db import IntegrityError, connection, transaction
from psycopg import sql

from compliance.audit.canonical import read_canonical
from compliance.audit.commitments import commitment
from compliance.audit.sequencer import sequence
from compliance.models import AuditEvent, AuditLeaf, AuditSalt, DataKey, GateDecision
from compliance.sealing import keyring
from compliance.sealing.cipher import SealError, key_id_of, keyed_digest
from drafting.classify import _cue
from drafting.models import Customer, Erasure, SentReply
from drafting.privacy.erasing import Order, erase_customer, erase_ticket
from drafting.privacy.holds import Scope, place
from drafting.replay import Outcome, replay
from tests.drafting.privacy.conftest import FINE, SAID

# Whatever of the texts and the record is long enough to be no word of ours.
WORDS = ("heels hurt", "whitlock", "rain shell", "within 14 days", "sold as is, no")
GUESSES = 100_000


@pytest.fixture
def erased(lived, customer, operator):
    """The customer of many tickets, erased."""
    kind = ContentType.objects.get_for_model(Customer)
    LogEntry.objects.create(
        user=operator,
        content_type=kind,
        object_id=str(customer.pk),
        object_repr="Dana Whitlock (c1)",
        action_flag=CHANGE,
        change_message="Whitlock moved.",
    )
    erase_customer(customer=customer, order=Order(operator, "Asked for on the phone."))
    keyring.forget()
    return customer


def everything():
    """Each row of each table as text, and the bytes in it as text too."""
    with connection.cursor() as cursor:
        for table in connection.introspection.table_names(cursor):
            name = sql.Identifier(table)
            cursor.execute(sql.SQL("SELECT t::text FROM {} AS t").format(name))
            for (row,) in cursor.fetchall():
                yield table, row.casefold()


def found_in_the_database():
    forms = {word: (word, word.encode().hex()) for word in WORDS}
    return {
        (table, word)
        for table, row in everything()
        for word, either in forms.items()
        if any(form in row for form in either)
    }


def sealed_values():
    """Every value of the database that is sealed, with the key that opens it."""
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT table_name, column_name FROM information_schema.columns"
            " WHERE table_schema = current_schema() AND data_type = 'bytea'"
        )
        for table, column in cursor.fetchall():
            names = {"part": sql.Identifier(column), "whole": sql.Identifier(table)}
            asked = sql.SQL("SELECT {part} FROM {whole} WHERE {part} IS NOT NULL")
            cursor.execute(asked.format(**names))
            for (value,) in cursor.fetchall():
                try:
                    yield table, column, key_id_of(bytes(value))
                except SealError:
                    continue


def test_no_word_of_them_is_anywhere_in_the_database(erased):
    # The message template of the operator says 14 days by its slot; rules quote what they forbid.
    assert {table for table, _ in found_in_the_database()} <= {"compliance_compliancerule"}


def test_nothing_that_was_sealed_opens_with_the_master_key(erased):
    there = {key.pk for key in DataKey.objects.all() if key.wrapped is not None}
    for key_id in there:
        assert keyring.key(key_id)  # the master key is here, and opens what is there
    left = {(table, column) for table, column, key_id in sealed_values() if key_id in there}
    # The blank record and the entry of its history, under the key for what comes later.
    assert {table for table, _ in left} <= {"drafting_customer", "drafting_historicalcustomer"}
    gone = {key_id for _, _, key_id in sealed_values()} - there
    assert gone
    for key_id in gone:
        assert DataKey.objects.get(pk=key_id).wrapped is None


def guesses():
    """A list of likely texts, the true ones among them."""
    many = [f"You can return your boots within {number} days." for number in range(GUESSES)]
    return [*many, FINE, SAID]


def commitments_of(ticket_ids):
    return {
        text["sha256"]
        for event in AuditEvent.objects.filter(ticket__in=ticket_ids)
        for text in read_canonical(bytes(event.body))["texts"]
    }


def opened_by_guessing(commitments, digests):
    """Try every guess with all that the database still has: salts, and keys that open."""
    salts = [bytes(salt) for salt in AuditSalt.objects.values_list("salt", flat=True)]
    keys = [keyring.key(key.pk) for key in DataKey.objects.exclude(wrapped=None)]
    own = [hmac.digest(key, b"draftgate/digest/v1\n", hashlib.sha256) for key in keys]
    assert not keys or keyed_digest(b"x", key=keys[0]) == hmac.digest(own[0], b"x", "sha256").hex()
    found = set()
    for guess in guesses():
        data = guess.encode()
        tried = {
            hashlib.sha256(data).hexdigest(),
            hashlib.sha256(b"draftgate/text/v1\n" + data).hexdigest(),
            *(hmac.digest(key, data, "sha256").hex() for key in own),
        }
        if tried & digests or tried & commitments:
            found.add(guess)
    for salt in salts:
        for guess in (FINE, SAID, *guesses()[: GUESSES // 50]):
            if commitment(guess, salt) in commitments:
                found.add(guess)
    return found


def test_texts_cannot_be_guessed_from_what_is_left(lived, customer, operator):
    tickets = [str(draft.ticket_id) for name, draft in lived.items() if name != "waiting"]
    made = commitments_of(tickets)
    digests = set(
        GateDecision.objects.exclude(input_digest="").values_list("input_digest", flat=True)
    )
    digests |= set(SentReply.objects.values_list("text_digest", flat=True))
    # Before, whoever has the database and the master key finds the reply.
    assert FINE in opened_by_guessing(made, digests)
    erase_customer(customer=customer, order=Order(operator, "Asked for on the phone."))
    keyring.forget()
    assert commitments_of(tickets) >= made
    assert len(made) > 15
    assert opened_by_guessing(commitments_of(tickets), digests) == set()


def test_what_this_process_parsed_is_forgotten(
    unknown, operator, django_capture_on_commit_callbacks
):
    assert _cue.cache_info().currsize > 0
    with django_capture_on_commit_callbacks(execute=True):
        erase_ticket(ticket=unknown.ticket, order=Order(operator, "Asked for."))
    assert _cue.cache_info().currsize == 0


# --- Proofs ---------------------------------------------------------------------------------------


@pytest.fixture
def log(settings, tmp_path, db):
    settings.DRAFTGATE_AUDIT_KEY_FILE = str(tmp_path / "key")
    settings.DRAFTGATE_AUDIT_CHECKPOINT_FILE = str(tmp_path / "checkpoint")
    said("audit_key", "create")
    (tmp_path / "vkey").write_text(said("audit_key", "show"))
    return tmp_path


def said(*arguments):
    out = StringIO()
    call_command(*arguments, stdout=out, stderr=StringIO())
    return out.getvalue()


def check(log, name):
    return said("audit_check", str(log / name), "--vkey", str(log / "vkey"))


def names(path):
    with zipfile.ZipFile(path) as file:
        return set(file.namelist())


def test_the_log_and_every_proof_hold_before_and_after(log, lived, customer, operator):
    sequence(now=datetime.now(UTC))
    said("audit_export", str(log / "before.zip"), "--with-texts")
    leaves = {leaf.event_id: bytes(leaf.hash) for leaf in AuditLeaf.objects.all()}
    erase_customer(customer=customer, order=Order(operator, "Asked for on the phone."))
    sequence(now=datetime.now(UTC))
    assert "Nothing is wrong." in said("audit_verify")
    # The same events at the same places, under a longer log.
    assert (
        leaves.items()
        <= {leaf.event_id: bytes(leaf.hash) for leaf in AuditLeaf.objects.all()}.items()
    )
    # What was given away before still verifies, with its texts; that is beyond our reach.
    assert "Nothing is wrong." in check(log, "before.zip")
    keyring.forget()
    said("audit_export", str(log / "after.zip"), "--with-texts")
    found = check(log, "after.zip")
    assert "Nothing is wrong." in found
    assert "statements on 1 sent replies" in found
    with zipfile.ZipFile(log / "after.zip") as file:
        whole = b"".join(file.read(name) for name in file.namelist())
    assert b"boots" not in whole
    assert b"Whitlock" not in whole


def test_a_decision_cannot_be_replayed_any_more_and_says_why(erased):
    replayed = replay(GateDecision.objects.filter(purpose="send").get())
    assert replayed.outcome == Outcome.IMPOSSIBLE
    assert "rased" in replayed.why
    assert f"{datetime.now(UTC):%B}" in replayed.why


# --- The command ----------------------------------------------------------------------------------


def test_the_command_previews_and_erases(lived, operator):
    assert "tickets 5" in said("erase", "c1", "--dry-run")
    assert not Erasure.objects.exists()
    assert "Erased: tickets 5" in said("erase", "c1", "--reason", "Asked for.", "--by", "olaf")
    assert Erasure.objects.get().actor == operator
    assert "erased already" in said("erase", "c1", "--reason", "Asked for.")
    with pytest.raises(CommandError, match="no customer"):
        said("erase", "c9", "--reason", "Asked for.")


def test_the_command_erases_a_ticket(unknown):
    with pytest.raises(CommandError, match="Say why"):
        said("erase", "--ticket", str(unknown.ticket_id))
    assert "Erased: tickets 1" in said(
        "erase", "--ticket", str(unknown.ticket_id), "--reason", "Asked for."
    )


def test_after_a_restore_erasures_are_repeated_from_an_export(
    log, unknown, lived, customer, operator
):
    """The rows of an erasure are taken away, as a restored backup would be without them."""
    order = Order(operator, "Asked for.")
    erase_customer(customer=customer, order=order)
    erase_ticket(ticket=unknown.ticket, order=order)
    sequence(now=datetime.now(UTC))
    said("audit_export", str(log / "all.zip"))
    assert "0 erasures were not known here" in said("erase", "--repeat", str(log / "all.zip"))
    with connection.cursor() as cursor:
        cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")
        cursor.execute("ALTER TABLE drafting_erasure DISABLE TRIGGER erasure_is_final")
        cursor.execute("DELETE FROM drafting_erasure")
        cursor.execute("ALTER TABLE drafting_erasure ENABLE TRIGGER erasure_is_final")
        cursor.execute("ALTER TABLE compliance_datakey DISABLE TRIGGER data_key_is_final")
        cursor.execute(
            "UPDATE compliance_datakey SET wrapped = '\\x00', destroyed_at = NULL"
            " WHERE wrapped IS NULL"
        )
        cursor.execute("ALTER TABLE compliance_datakey ENABLE TRIGGER data_key_is_final")
    dry = said("erase", "--repeat", str(log / "all.zip"), "--dry-run")
    assert "customer c1" in dry
    assert "2 erasures were not known here" in dry
    assert not Erasure.objects.exists()
    said("erase", "--repeat", str(log / "all.zip"))
    assert Erasure.objects.count() == 2
    assert DataKey.objects.filter(wrapped=None).count() >= 2
    assert "Repeated after a restore" in Erasure.objects.first().reason
    (log / "all.zip").write_bytes((log / "all.zip").read_bytes()[:-200])
    with pytest.raises(CommandError):
        said("erase", "--repeat", str(log / "all.zip"))


def test_what_holds_cannot_be_destroyed_by_sql_either(lived, customer, operator):
    place(scope=Scope(customer=customer), matter="Case", reason="Counsel.", actor=operator)
    for statement in (
        "UPDATE compliance_datakey SET wrapped = NULL, destroyed_at = now()",
        "DELETE FROM compliance_auditsalt",
    ):
        with (
            pytest.raises(IntegrityError, match="a legal hold keeps"),
            transaction.atomic(),
            connection.cursor() as cursor,
        ):
            cursor.execute(statement)
    assert not DataKey.objects.filter(wrapped=None).exists()
