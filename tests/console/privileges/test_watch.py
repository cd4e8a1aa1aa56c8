"""A deployment whose database role could undo the protection of records is told of it."""

from __future__ import annotations

from urllib.parse import quote, urlencode

from django.db import connection
from django.utils import timezone

from console.privileges.roles import Roles, connected_as
from console.standing import attention_items
from tests.console.privileges.conftest import PASSWORD, address, execute
from tests.console.test_settings import PRODUCTION, run


def url(role: str, password: str = PASSWORD) -> str:
    found = connection.settings_dict
    where = {"host": found["HOST"], "port": found["PORT"]}
    named = urlencode({name: value for name, value in where.items() if value})
    return f"postgresql://{quote(role)}:{quote(password, safe='')}@/{found['NAME']}?{named}"


def checked(address: str):
    arguments = ("manage.py", "check", "--deploy", "--fail-level", "WARNING")
    return run(*arguments, **PRODUCTION | {"DATABASE_URL": address})


def test_a_deployment_as_it_should_be_passes(roles: Roles, db):
    passed = checked(url(roles.application))

    assert passed.returncode == 0, passed.stderr
    assert "no issues (0 silenced)" in passed.stdout


def test_a_deployment_that_owns_its_tables_is_told(roles: Roles, db):
    refused = checked(url(roles.owner, connection.settings_dict["PASSWORD"] or "none"))

    assert refused.returncode != 0
    assert "draftgate.W005" in refused.stderr
    assert "DATABASE_OWNER_URL" in refused.stderr


def told() -> list[str]:
    found = attention_items(timezone.now())
    return [item.what for item in found if "what protects the records" in item.what]


def test_the_console_tells_of_it_as_well(db, settings):
    assert told() == [], "in development and tests one role may own everything"
    settings.DATABASE_ROLE_IS_WATCHED = True

    (what,) = told()

    assert "The application's role" in what
    assert "manage.py database_roles" in what


def test_a_trigger_that_is_off_is_told_of(transactional_db, roles: Roles, settings):
    settings.DATABASE_ROLE_IS_WATCHED = True
    with connected_as(address(roles.application)):
        assert told() == []
    execute("ALTER TABLE drafting_sentreply DISABLE TRIGGER sent_reply_is_final")
    try:
        with connected_as(address(roles.application)):
            (what,) = told()
    finally:
        execute("ALTER TABLE drafting_sentreply ENABLE TRIGGER sent_reply_is_final")

    assert "Triggers are off or missing: drafting_sentreply." in what
