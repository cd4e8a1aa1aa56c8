"""`manage.py db`: looks after the private database by hand."""

import os
import signal
import subprocess
from argparse import ArgumentParser
from collections.abc import Mapping
from typing import Any
from urllib.parse import unquote, urlsplit, urlunsplit

from django.core.management.base import BaseCommand, CommandError

from console import bootstrap, env
from console.database.cluster import Cluster


class Command(BaseCommand):
    help = "Looks after the private PostgreSQL that runs when DATABASE_URL is not set."
    requires_system_checks = []

    def add_arguments(self, parser: ArgumentParser) -> None:
        actions = parser.add_subparsers(dest="action", required=True, metavar="ACTION")
        actions.add_parser("start", help="start it, and let it run until `db stop`")
        actions.add_parser("stop", help="stop it, whoever uses it")
        actions.add_parser("status", help="tell where it is and whether it runs")
        actions.add_parser("url", help="print the address of the database in use")
        psql = actions.add_parser("psql", help="open psql on the database in use")
        psql.add_argument("--owner", action="store_true", help="as the role that owns the tables")
        psql.add_argument("arguments", nargs="*", help="for psql itself, after --")

    def handle(self, *args: Any, action: str, **options: Any) -> None:
        cluster = bootstrap.private_cluster()
        match action:
            case "start":
                self._start(cluster)
            case "stop":
                stopped = cluster.stop()
                self.stdout.write("stopped" if stopped else "was not running")
            case "status":
                self._status(cluster)
            case "url":
                self.stdout.write(env.text("DATABASE_URL") or cluster.url())
            case "psql":
                self._psql(cluster, options["arguments"], owner=options["owner"])

    def _start(self, cluster: Cluster) -> None:
        if env.text("DATABASE_URL"):
            raise CommandError("DATABASE_URL is set, so there is no private database to start.")
        cluster.attach()
        try:
            cluster.keep()
        finally:
            cluster.detach()
        self._status(cluster)

    def _status(self, cluster: Cluster) -> None:
        running = cluster.running()
        if env.text("DATABASE_URL"):
            self.stdout.write("in use      the server that DATABASE_URL names")
        if running:
            kept = ", until `db stop`" if cluster.kept() else ""
            self.stdout.write(f"private     {running.state}, process {running.pid}{kept}")
        else:
            self.stdout.write("private     not running")
        self.stdout.write(f"data        {cluster.data() or 'none yet'}")
        self.stdout.write(f"address     {cluster.url()}")

    def _psql(self, cluster: Cluster, arguments: list[str], *, owner: bool) -> None:
        if url := env.text("DATABASE_URL"):
            chosen = env.text("DATABASE_OWNER_URL", url) if owner else url
            without, password = _without_password(chosen)
            given = {"PGPASSWORD": password} if password else {}
            raise SystemExit(_run(["psql", without, *arguments], given))
        url = cluster.attach()
        if owner:
            url = cluster.owner_url()
        try:
            status = _run([str(cluster.psql()), url, *arguments])
        finally:
            cluster.detach()
        raise SystemExit(status)


def _without_password(url: str) -> tuple[str, str]:
    """Take the password out of an address: others on the machine can read command lines."""
    parts = urlsplit(url)
    user, at, where = parts.netloc.rpartition("@")
    name, _, password = user.partition(":")
    return urlunsplit(parts._replace(netloc=name + at + where)), unquote(password)


def _run(command: list[str], given: Mapping[str, str] | None = None) -> int:
    # Ctrl-C cancels a query inside psql; it must not end us before psql ends.
    previous = signal.signal(signal.SIGINT, lambda *_: None)
    try:
        environment = os.environ | dict(given or {})
        return subprocess.run(command, check=False, env=environment).returncode  # noqa: S603
    except FileNotFoundError:
        raise CommandError(f"{command[0]} is not installed.") from None
    finally:
        signal.signal(signal.SIGINT, previous)
