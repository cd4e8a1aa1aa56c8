"""What every test stands on: settings that no shell leftover can change, and a database."""

import atexit
import base64
import os
import signal
import sys
from collections.abc import Iterator

import psycopg
import pytest
from hypothesis import settings as hypothesis_settings
from psycopg import sql

from console import bootstrap
from console.database.cluster import Cluster
from console.database.errors import DatabaseSetupError

# Before Django reads its settings: a developer's own environment and `.env` must not steer tests.
# That is also why the settings module is named here and not in pyproject.toml, where pytest-django
# would load it before this file.
IS_WORKER = "PYTEST_XDIST_WORKER" in os.environ
if "console.settings" in sys.modules and not IS_WORKER:
    raise pytest.UsageError("Run the tests without DJANGO_SETTINGS_MODULE and without --ds.")

# Names this run's databases, so that two runs on one server do not drop each other's.
RUN = os.environ["DRAFTGATE_TEST_RUN"] if IS_WORKER else str(os.getpid())

# Which PostgreSQL to test on stays the caller's choice.
for _name in set(os.environ) - {"DRAFTGATE_POSTGRES_BIN"}:
    if _name.startswith(("DRAFTGATE_", "OPENAI_", "CELERY_")) or _name in {
        "SECRET_KEY",
        "ALLOWED_HOSTS",
        "CSRF_TRUSTED_ORIGINS",
        "DATABASE_OWNER_URL",
        "DATABASE_ADMIN_URL",
    }:
        del os.environ[_name]
os.environ |= {
    "DRAFTGATE_ENV_FILE": os.devnull,
    "DRAFTGATE_DEBUG": "1",
    "DRAFTGATE_TEST_RUN": RUN,
    # A key or a checkpoint of a `make run` in this checkout is none of the tests' business.
    "DRAFTGATE_AUDIT_KEY_FILE": "/nonexistent/key",
    "DRAFTGATE_AUDIT_CHECKPOINT_FILE": "/nonexistent/checkpoint",
    "DRAFTGATE_MASTER_KEY": base64.b64encode(bytes(32)).decode(),
    "DJANGO_SETTINGS_MODULE": "console.settings",
}


# How long an example takes says how busy the machine is, not whether the code is right.
hypothesis_settings.register_profile("untimed", deadline=None)
hypothesis_settings.load_profile("untimed")


def _start_database() -> None:
    """Sets DATABASE_URL to a cluster of the tests' own, which no `make run` ever looks at."""
    cluster = Cluster(bootstrap.VAR / "pg-test", durable=False)
    signal.signal(signal.SIGTERM, signal.default_int_handler)
    try:
        cluster.attach()
    except DatabaseSetupError as error:
        raise pytest.UsageError(str(error)) from None
    # Tests make databases, empty tables and tamper with them: they own theirs.
    os.environ["DATABASE_URL"] = cluster.owner_url()
    starter = os.getpid()
    atexit.register(lambda: cluster.detach() if os.getpid() == starter else None)
    _drop_leftovers(os.environ["DATABASE_URL"])


def _drop_leftovers(url: str) -> None:
    """Drops the databases, and then the roles, of runs that were killed."""
    with psycopg.connect(url, autocommit=True) as connection:
        databases = connection.execute(
            "SELECT datname, pg_get_userbyid(datdba) FROM pg_database"
            " WHERE datname ~ '^test_draftgate_[0-9]+'"
        ).fetchall()
        for name, owner in databases:
            if _is_over(name):
                # Some belong to a role that their run made.
                if owner != connection.info.user:
                    _run(connection, "GRANT {} TO CURRENT_USER", owner)
                _run(connection, "DROP DATABASE IF EXISTS {} WITH (FORCE)", name)
        roles = connection.execute(
            "SELECT rolname FROM pg_roles WHERE rolname ~ '^test_draftgate_[0-9]+'"
        ).fetchall()
        for (name,) in roles:
            if _is_over(name):
                _run(connection, "DROP ROLE IF EXISTS {}", name)


def _is_over(name: str) -> bool:
    """Whether the run that a name tells of has ended; one of another user's is left alone."""
    try:
        os.kill(int(name.split("_")[2]), 0)
    except ProcessLookupError:
        return True
    except PermissionError:
        return False
    return False


def _run(connection: psycopg.Connection, text: str, name: str) -> None:
    connection.execute(sql.SQL(text).format(sql.Identifier(name)))


if not os.environ.get("DATABASE_URL"):
    _start_database()


def pytest_configure() -> None:
    """Loads Django now that its environment stands, before pytest-django looks for it."""
    import django  # noqa: PLC0415 - not before the environment is set

    django.setup()


@pytest.fixture(scope="session")
def django_db_modify_db_settings(django_db_modify_db_settings_parallel_suffix: None) -> None:
    """Gives this run, and each of its workers, a database of its own."""
    from django.db import connections  # noqa: PLC0415 - settings are read on first use

    database = connections["default"].settings_dict
    # Emptied between tests, where nothing else may ever be.
    options = database["OPTIONS"].get("options", "")
    database["OPTIONS"]["options"] = f"{options} -c draftgate.may_truncate=on".strip()
    test = database["TEST"]
    worker = os.environ.get("PYTEST_XDIST_WORKER", "gw")
    test["NAME"] = f"test_draftgate_{RUN}_{worker}"


@pytest.fixture(autouse=True)
def quick_passwords(settings: object) -> None:
    """Hashes passwords quickly: their strength is Django's to test, not ours."""
    settings.PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]  # type: ignore[attr-defined]


@pytest.fixture(autouse=True)
def no_log_is_known() -> None:
    """Has every test ask which log is open, as a process does that has just begun."""
    from compliance.audit import events  # noqa: PLC0415 - not before django.setup()

    events.forget_open_log()


@pytest.fixture(autouse=True)
def stored_payloads_fit_their_schema() -> Iterator[None]:
    """Holds every payload that a test stores against the schema of payloads."""
    from django.db.models.signals import post_save  # noqa: PLC0415 - not before django.setup()
    from jsonschema import Draft202012Validator  # noqa: PLC0415

    from drafting.context.payload import PAYLOAD_VERSION  # noqa: PLC0415
    from drafting.context.schema import payload_schema  # noqa: PLC0415
    from drafting.models import ContextRecord  # noqa: PLC0415

    found: list[str] = []

    def check(instance: ContextRecord, **_: object) -> None:
        payload = instance.payload
        if isinstance(payload, dict) and payload.get("version") == PAYLOAD_VERSION:
            validator = Draft202012Validator(payload_schema())
            found.extend(error.message[:300] for error in validator.iter_errors(payload))

    post_save.connect(check, sender=ContextRecord)
    yield
    post_save.disconnect(check, sender=ContextRecord)
    assert found == []
