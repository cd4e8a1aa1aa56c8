"""Data keys are made, fetched, wrapped anew and destroyed; the database guards them."""

from collections.abc import Iterator
from datetime import UTC, datetime
from io import StringIO
from pathlib import Path
from typing import Any

import pytest
from django.core.management import CommandError, call_command
from django.db import DatabaseError, transaction

from compliance.models import DataKey
from compliance.sealing import keyring, master
from compliance.sealing.cipher import SealError
from compliance.sealing.keyring import ErasedError
from compliance.sealing.master import MasterKeyError

pytestmark = pytest.mark.django_db
NOW = datetime(2026, 11, 21, 12, tzinfo=UTC)


@pytest.fixture(autouse=True)
def _nothing_in_memory() -> Iterator[None]:
    keyring.forget()
    yield
    keyring.forget()


@pytest.fixture
def key_file(settings: Any, tmp_path: Path) -> Path:
    path = tmp_path / "keys" / "master"
    settings.DRAFTGATE_MASTER_KEY = ""
    settings.DRAFTGATE_MASTER_KEY_FILE = str(path)
    return path


def said(*arguments: str) -> str:
    out = StringIO()
    call_command("master_key", *arguments, stdout=out, stderr=StringIO())
    return out.getvalue()


def test_a_key_is_the_same_whenever_it_is_fetched() -> None:
    made = keyring.make(3)
    known = [keyring.key(each) for each in made]
    keyring.forget()
    assert [keyring.key(each) for each in made] == known
    assert len(set(known)) == 3


def test_many_keys_are_one_query(django_assert_num_queries: Any) -> None:
    made = keyring.make(20)
    keyring.forget()
    with django_assert_num_queries(1):
        keyring.fetch(made)
        keyring.fetch(made)
        for each in made:
            keyring.key(each)


def test_a_key_leaves_memory_after_a_minute(
    monkeypatch: pytest.MonkeyPatch, django_assert_num_queries: Any
) -> None:
    (made,) = keyring.make()
    now = keyring.time.monotonic()
    monkeypatch.setattr(keyring.time, "monotonic", lambda: now + keyring.SECONDS + 1)
    with django_assert_num_queries(1):
        keyring.key(made)


def test_a_destroyed_key_says_when(django_assert_num_queries: Any) -> None:
    (made,) = keyring.make()
    assert keyring.destroy([made], at=NOW) == 1
    with pytest.raises(ErasedError, match="November 21, 2026"):
        keyring.key(made)
    assert keyring.destroy([made], at=NOW) == 0
    row = DataKey.objects.get(pk=made)
    assert row.wrapped is None
    assert row.destroyed_at == NOW


def test_an_unknown_key_opens_nothing() -> None:
    (made,) = keyring.make()
    with pytest.raises(SealError, match="no key"):
        keyring.key(type(made)(int=1))


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE compliance_datakey SET wrapped = 'x'",
        "UPDATE compliance_datakey SET wrapped = NULL",
        "UPDATE compliance_datakey SET created_at = now()",
        "UPDATE compliance_datakey SET id = gen_random_uuid(), master = 'x'",
        "DELETE FROM compliance_datakey",
        "TRUNCATE compliance_datakey CASCADE",
    ],
)
def test_the_database_refuses_other_changes(statement: str) -> None:
    keyring.make()
    cursor = transaction.get_connection().cursor()
    cursor.execute("SET LOCAL draftgate.may_truncate = off; SET CONSTRAINTS ALL IMMEDIATE")
    with pytest.raises(DatabaseError), transaction.atomic():
        cursor.execute(statement)


def test_what_was_destroyed_does_not_come_back() -> None:
    (made,) = keyring.make()
    keyring.destroy([made], at=NOW)
    with pytest.raises(DatabaseError), transaction.atomic():
        DataKey.objects.update(wrapped=b"x", destroyed_at=None)


def test_without_a_master_key_nothing_is_made_or_opened(key_file: Path, settings: Any) -> None:
    with pytest.raises(MasterKeyError, match="master_key create"):
        keyring.make()
    said("create")
    (made,) = keyring.make()
    keyring.forget()
    key_file.unlink()
    with pytest.raises(MasterKeyError):
        keyring.key(made)
    with pytest.raises(CommandError, match="bring that one back"):
        said("create")
    settings.DRAFTGATE_MASTER_KEY = master.MasterKey(bytes(range(32))).text
    with pytest.raises(MasterKeyError, match="is not here"):
        keyring.key(made)


def test_a_file_that_others_can_read_is_refused(key_file: Path) -> None:
    said("create")
    assert key_file.stat().st_mode & 0o777 == 0o600
    key_file.chmod(0o640)
    with pytest.raises(MasterKeyError, match="chmod 600"):
        master.wrappers()


@pytest.mark.parametrize("text", ["", "short", "AAAA", "A" * 44])
def test_what_is_no_key_is_refused(text: str, key_file: Path) -> None:
    key_file.parent.mkdir()
    key_file.write_text(text)
    key_file.chmod(0o600)
    with pytest.raises(MasterKeyError):
        master.wrappers()


def test_a_new_master_key_takes_over(key_file: Path) -> None:
    first = said("create").strip()
    made = keyring.make(3)
    known = [keyring.key(each) for each in made]
    keyring.destroy(made[:1], at=NOW)
    second = said("rotate").split()[0]
    assert first != second
    assert f"{second} wraps 2 data keys" in said("show")
    assert f"{first} wraps 0 data keys" in said("show")
    master.forget_earlier()
    keyring.forget()
    assert [keyring.key(each) for each in made[1:]] == known[1:]


def test_the_file_of_a_master_key_tells_nothing_in_errors(key_file: Path) -> None:
    said("create")
    assert key_file.read_text().strip() not in repr(master.wrappers())
