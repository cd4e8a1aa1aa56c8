"""The private database by hand: `manage.py db`, and what people read when it cannot be."""

import os
import shutil
import subprocess
import sys
from io import StringIO
from pathlib import Path

import pytest
from django.core.management import CommandError, call_command

from console import bootstrap
from console.bootstrap import CHECKOUT
from console.database.cluster import Cluster


@pytest.fixture
def private(cluster: Cluster, monkeypatch: pytest.MonkeyPatch) -> Cluster:
    monkeypatch.delenv("DATABASE_URL")
    monkeypatch.setattr(bootstrap, "private_cluster", lambda: cluster)
    return cluster


def db(*arguments: str) -> str:
    out = StringIO()
    call_command("db", *arguments, stdout=out)
    return out.getvalue()


def test_started_by_hand_it_stays_until_stopped_by_hand(private: Cluster):
    started = db("start")
    assert "ready" in started
    assert "until `db stop`" in started
    assert str(private.data()) in started

    private.attach()
    private.detach()
    assert "ready" in db("status")

    assert db("stop") == "stopped\n"
    assert db("stop") == "was not running\n"
    assert "not running" in db("status")


def test_psql_opens_the_database_and_lets_it_stop(
    private: Cluster, capfd: pytest.CaptureFixture[str]
):
    with pytest.raises(SystemExit) as ended:
        db("psql", "--", "-Atc", "SELECT current_database()")

    assert ended.value.code == 0
    assert capfd.readouterr().out == "draftgate\n"
    assert private.running() is None


@pytest.mark.parametrize(("arguments", "who"), [((), "draftgate_app"), (("--owner",), "draftgate")])
def test_psql_is_who_serves_unless_the_owner_is_asked_for(
    private: Cluster, capfd: pytest.CaptureFixture[str], arguments, who: str
):
    with pytest.raises(SystemExit):
        db("psql", *arguments, "--", "-Atc", "SELECT current_user")

    assert capfd.readouterr().out == f"{who}\n"


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        ((), "s@cret postgresql://app@db.example/d"),
        (("--owner",), "own postgresql://o@db.example/d"),
    ],
)
def test_no_password_stands_on_a_command_line(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, capfd, arguments, said: str
):
    psql = tmp_path / "psql"
    psql.write_text('#!/bin/sh\necho "$PGPASSWORD $*"\n')
    psql.chmod(0o755)
    monkeypatch.setenv("PATH", f"{tmp_path}{os.pathsep}{os.environ['PATH']}")
    monkeypatch.setenv("DATABASE_URL", "postgresql://app:s%40cret@db.example/d")
    monkeypatch.setenv("DATABASE_OWNER_URL", "postgresql://o:own@db.example/d")

    with pytest.raises(SystemExit):
        db("psql", *arguments)

    assert capfd.readouterr().out == f"{said}\n"


def test_the_address_is_the_one_in_use(private: Cluster, monkeypatch: pytest.MonkeyPatch):
    assert db("url") == private.url() + "\n"

    monkeypatch.setenv("DATABASE_URL", "postgresql://db.example/draftgate")

    assert db("url") == "postgresql://db.example/draftgate\n"
    with pytest.raises(CommandError, match="DATABASE_URL is set"):
        db("start")


@pytest.fixture
def bare(tmp_path: Path) -> Path:
    """A checkout with what the first steps need, and a var/ of its own."""
    shutil.copy(CHECKOUT / "manage.py", tmp_path)
    shutil.copytree(CHECKOUT / "console", tmp_path / "console")
    return tmp_path


def run(folder: Path, *arguments: str, **environment: str):
    return subprocess.run(
        [sys.executable, *arguments],
        cwd=folder,
        env={"PATH": os.environ["PATH"], **environment},
        capture_output=True,
        text=True,
        check=False,
    )


def test_the_makefile_learns_which_way_is_open(bare: Path):
    assert run(bare, "-m", "console.database", DATABASE_URL="postgresql://h/d").stdout == "url\n"
    assert run(bare, "-m", "console.database").stdout in {"local\n", "wheel\n"}

    (bare / ".env").write_text("DATABASE_URL=postgresql://h/d\n")
    assert run(bare, "-m", "console.database").stdout == "url\n"


@pytest.mark.parametrize("arguments", [["-m", "console.database"], ["manage.py", "migrate"]])
def test_programs_that_are_not_there_are_named_without_a_traceback(
    bare: Path, arguments: list[str]
):
    refused = run(bare, *arguments, DRAFTGATE_POSTGRES_BIN="/no/such/folder")

    assert refused.returncode == 1
    assert "DRAFTGATE_POSTGRES_BIN is '/no/such/folder'; expected `wheel`, or" in refused.stderr
    assert "Traceback" not in refused.stderr
