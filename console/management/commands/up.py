"""`manage.py up`: from nothing to a served console in one command."""

import os
import signal
import sys
import time
from argparse import ArgumentParser, ArgumentTypeError
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from django.conf import settings
from django.core.management import call_command, get_commands
from django.core.management.base import BaseCommand, CommandError
from django.db import OperationalError, connection

from compliance.audit.events import open_log
from compliance.audit.keys import KeyFaultError, create, signers
from compliance.models import AuditKey, DataKey
from compliance.sealing.master import MasterKeyError, wrappers
from compliance.sealing.master import create as create_master_key
from console import bootstrap, env, serving
from console.database.errors import DatabaseSetupError
from console.demo.address import remember

OLDEST_POSTGRESQL = 15
# Any number will do, as long as nothing else locks it: two of us must not migrate at once.
SETTING_UP = 4_719_302


class Command(BaseCommand):
    help = "Migrates, loads the demo, and serves the console with its worker until Ctrl-C."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("--host", default="127.0.0.1")
        parser.add_argument("--port", type=_port, default=8000)
        parser.add_argument("--web-workers", type=int, default=2)
        parser.add_argument(
            "--no-demo", action="store_true", help="serve without the demo operator"
        )

    def handle(self, *args: Any, host: str, port: int, **options: Any) -> None:
        # Also where the shell that started us in the background has Ctrl-C ignored.
        signal.signal(signal.SIGINT, signal.default_int_handler)
        try:
            with serving.listen(host, port) as listening:
                self._say("database", self._where())
                url = f"http://{_in_url(host)}:{port}"
                remember(url)
                self._set_up(url, demo=not options["no_demo"])
                # Who serves needs no other address of the database; `.env` has no say either.
                addresses = {"DATABASE_OWNER_URL": "", "DATABASE_ADMIN_URL": ""}
                environment = os.environ | self._plain_http(host) | addresses
                with serving.Household(bootstrap.CHECKOUT, environment, listening) as household:
                    household.add("web server", self._web(listening.fileno(), **options))
                    if "run_worker" in get_commands():
                        household.add("worker", self._worker())
                    household.wait_until_served(_reachable(host), port)
                    self._say("console", f"{url}/   Ctrl-C stops everything")
                    while True:
                        time.sleep(0.5)
                        household.tend()
                        self._tend_database()
        except serving.AddressTakenError as error:
            raise CommandError(
                f"{error} Is Draftgate running already? Stop that, or serve elsewhere: "
                f"make run PORT={port + 1}"
            ) from error
        except serving.ChildFailedError as error:
            raise CommandError(str(error)) from error
        except (KeyboardInterrupt, bootstrap.EndedBySignal):
            self._say("stopped", "")

    def _set_up(self, url: str, *, demo: bool) -> None:
        with _alone():
            self._ensure_master_key()
            call_command("migrate", interactive=False, verbosity=0)
            self._say("schema", "up to date")
            self._ensure_audit_key()
            if not settings.DEBUG:
                call_command("collectstatic", interactive=False, verbosity=0)
            if demo and "demo_load" in get_commands():
                call_command("demo_load", url=url)

    def _ensure_master_key(self) -> None:
        """Make a master key where nothing is sealed yet; one that got lost is for people to find.

        Before the schema is brought up to date, which may have texts to seal.
        """
        try:
            wrappers()
        except MasterKeyError as error:
            if DataKey._meta.db_table in connection.introspection.table_names() and (
                DataKey.objects.filter(destroyed_at=None).exists()
            ):
                raise CommandError(str(error)) from error
            try:
                create_master_key()
            except MasterKeyError as refused:
                raise CommandError(str(refused)) from refused
            self._say("texts", f"sealed with keys under {settings.DRAFTGATE_MASTER_KEY_FILE}")

    def _ensure_audit_key(self) -> None:
        """Make a key for a log that was never signed; a key that got lost is for people to find."""
        log = open_log()
        if AuditKey.objects.filter(log=log).exists():
            return
        try:
            held = signers()
        except KeyFaultError:
            held = ()
        if all(each.name != log.origin for each in held):
            try:
                made = create(log.origin)
            except KeyFaultError as error:
                self._say("log", str(error))
                return
            self._say("log", f"signed with {made.verifier.vkey}")

    def _plain_http(self, host: str) -> dict[str, str]:
        if env.text("DRAFTGATE_PLAIN_HTTP"):
            return {}
        if serving.is_loopback(host):
            return {"DRAFTGATE_PLAIN_HTTP": "1"}
        self._say(
            "note",
            f"{host} is more than this machine: set ALLOWED_HOSTS, and either put a TLS proxy in "
            "front (DRAFTGATE_TRUST_PROXY=1) or accept plain HTTP (DRAFTGATE_PLAIN_HTTP=1)",
        )
        return {}

    def _web(self, listening: int, *, web_workers: int, **options: Any) -> list[str]:
        return [
            *(sys.executable, "-m", "gunicorn", "console.wsgi:application"),
            *("--bind", f"fd://{listening}"),
            *("--workers", str(web_workers), "--threads", "4"),
            *("--graceful-timeout", "5", "--log-level", "warning", "--no-control-socket"),
        ]

    def _worker(self) -> list[str]:
        return [sys.executable, str(bootstrap.CHECKOUT / "manage.py"), "run_worker"]

    def _tend_database(self) -> None:
        try:
            if self._has_private_database() and bootstrap.private_cluster().revive():
                self._say("database", "had ended; runs again")
        except DatabaseSetupError as error:
            self._say("database", str(error))

    def _has_private_database(self) -> bool:
        return env.text("DATABASE_URL") == bootstrap.private_cluster().url()

    def _where(self) -> str:
        try:
            with connection.cursor() as cursor:
                cursor.execute("SHOW server_version_num")
                major, minor = divmod(int(cursor.fetchone()[0]), 10_000)
        except OperationalError as error:
            raise CommandError(f"The database of DATABASE_URL does not answer: {error}") from error
        if major < OLDEST_POSTGRESQL:
            raise CommandError(f"PostgreSQL {OLDEST_POSTGRESQL} to 18 is needed; this is {major}.")
        version = f"{major}.{minor}"
        if self._has_private_database():
            return f"PostgreSQL {version}, private, in {bootstrap.private_cluster().data()}"
        return f"PostgreSQL {version}, from DATABASE_URL"

    def _say(self, what: str, message: str) -> None:
        self.stdout.write(f"{what:<9} {message}".rstrip())
        self.stdout.flush()


@contextmanager
def _alone() -> Iterator[None]:
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_advisory_lock(%s)", [SETTING_UP])
    try:
        yield
    finally:
        # The lock ends with the session, also when we are interrupted in a broken transaction.
        connection.close()


def _port(text: str) -> int:
    # Some systems take a larger number modulo 65536 and serve somewhere else.
    if not (text.isdecimal() and 1 <= int(text) <= 65_535):
        raise ArgumentTypeError(f"“{text}” is no port; use a number from 1 to 65535.")
    return int(text)


def _reachable(host: str) -> str:
    return {"0.0.0.0": "127.0.0.1", "::": "::1"}.get(host, host)  # noqa: S104


def _in_url(host: str) -> str:
    return f"[{host}]" if ":" in host else host
