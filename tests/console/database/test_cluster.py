"""One private database among its users: who starts it, who stops it, what a kill leaves."""

import json
import os
import signal
import stat
import subprocess
import time
from collections.abc import Callable
from pathlib import Path

import psycopg
import pytest

from console.database import binaries, owner, place
from console.database.cluster import Cluster
from console.database.errors import DatabaseSetupError, NoPostgreSQLError

Python = Callable[..., subprocess.Popen[str]]
MakeCluster = Callable[[Path], Cluster]

ATTACH_AND_WAIT = """
import sys
from pathlib import Path
from console.database.cluster import Cluster
cluster = Cluster(Path(sys.argv[1]), durable=False)
cluster.attach()
print(cluster.running().pid, flush=True)
sys.stdin.readline()
cluster.detach()
"""


def ask(url: str, question: str) -> object:
    with psycopg.connect(url) as connection:
        row = connection.execute(question).fetchone()
        return row and row[0]


def wait_for(condition: Callable[[], bool], seconds: float = 10) -> None:
    deadline = time.monotonic() + seconds
    while not condition():
        assert time.monotonic() < deadline, "waited in vain"
        time.sleep(0.02)


def test_a_user_gets_a_database_of_its_own_that_ends_with_it(cluster: Cluster):
    url = cluster.attach()

    assert ask(url, "SELECT current_database()") == "draftgate"
    assert ask(url, "SHOW listen_addresses") == ""
    assert ask(url, "SELECT 'CAFÉ' ILIKE 'café'") is True
    powers = "rolsuper OR rolcreaterole OR rolcreatedb OR rolreplication OR rolbypassrls"
    assert ask(url, f"SELECT {powers} FROM pg_roles WHERE rolname = current_user") is False  # noqa: S608
    owns = "SELECT pg_has_role('draftgate_app', datdba, 'MEMBER') FROM pg_database WHERE datname = "
    assert ask(url, owns + "current_database()") is False
    assert ask(cluster.owner_url(), owns.replace("_app", "") + "current_database()") is True

    cluster.detach()

    assert cluster.running() is None


def test_one_that_was_made_with_an_owner_only_gets_the_other_roles(cluster: Cluster):
    cluster.attach()
    superuser = cluster.owner_url().replace("//draftgate@", "//postgres@")
    with psycopg.connect(superuser, autocommit=True) as connection:
        for role in ("draftgate_app", "draftgate_auditor", "draftgate_backup"):
            connection.execute(f"DROP OWNED BY {role}; DROP ROLE {role}")
    cluster.detach()

    assert ask(cluster.attach(), "SELECT current_user::text") == "draftgate_app"
    groups = "SELECT count(*) FROM pg_roles WHERE rolname ~ '^draftgate_' AND NOT rolcanlogin"
    assert ask(cluster.url(), groups) == 2
    cluster.detach()


def test_data_outlives_the_server(cluster: Cluster):
    cluster.attach()
    with psycopg.connect(cluster.owner_url()) as connection:
        connection.execute("CREATE TABLE kept AS SELECT 42 AS answer")
    cluster.detach()

    cluster.attach()
    assert ask(cluster.owner_url(), "SELECT answer FROM kept") == 42


def test_the_last_user_stops_it(make_cluster: MakeCluster, cluster: Cluster, home: Path):
    other = make_cluster(home)
    cluster.attach()
    url = other.attach()

    cluster.detach()
    assert ask(url, "SELECT 1") == 1

    other.detach()
    assert cluster.running() is None


def test_who_serves_stops_it_whoever_else_is_attached(
    make_cluster: MakeCluster, cluster: Cluster, home: Path
):
    shell = make_cluster(home)
    cluster.attach(serving=True)
    shell.attach()

    cluster.detach()

    assert cluster.running() is None
    shell.detach()


def test_of_two_that_serve_the_last_stops_it(
    make_cluster: MakeCluster, cluster: Cluster, home: Path
):
    other = make_cluster(home)
    cluster.attach(serving=True)
    other.attach(serving=True)

    cluster.detach()
    assert other.running()

    other.detach()
    assert other.running() is None


def test_kept_it_runs_until_stopped(cluster: Cluster):
    cluster.attach()
    cluster.keep()
    cluster.detach()
    assert cluster.running()

    assert cluster.stop() is True
    assert cluster.stop() is False

    cluster.attach()
    assert not cluster.kept(), "the wish was for the server that is gone"
    cluster.detach()
    assert cluster.running() is None


def test_a_killed_user_is_not_counted(cluster: Cluster, home: Path, python: Python):
    user = python(ATTACH_AND_WAIT, home)
    assert user.stdout
    server = int(user.stdout.readline())
    user.kill()
    user.communicate()
    assert cluster.running(), "nobody was left to stop it"

    cluster.attach()
    found = cluster.running()
    assert found
    assert found.pid == server, "the next user takes it over"
    cluster.detach()

    assert cluster.running() is None


def test_many_starters_at_once_get_one_server(fresh_home: Path, python: Python):
    starters = [python(ATTACH_AND_WAIT, fresh_home) for _ in range(3)]
    servers = {one.stdout.readline() for one in starters if one.stdout}

    assert len(servers) == 1, servers
    for one in starters:
        out, _ = one.communicate("\n")
        assert (out, one.returncode) == ("", 0)
    assert Cluster(fresh_home).running() is None


def test_a_killed_server_comes_back_with_its_data(home: Path):
    cluster = Cluster(home, durable=True)
    cluster.attach()
    with psycopg.connect(cluster.owner_url()) as connection:
        connection.execute("CREATE TABLE survived AS SELECT 42 AS answer")
    running = cluster.running()
    assert running
    os.kill(running.pid, signal.SIGKILL)
    wait_for(lambda: cluster.running() is None)
    cluster.detach()

    cluster.attach()
    assert ask(cluster.owner_url(), "SELECT answer FROM survived") == 42
    cluster.detach()


def test_a_server_that_died_under_its_users_is_revived(cluster: Cluster):
    with psycopg.connect(cluster.attach()) as connection:
        running = cluster.running()
        assert running
        assert cluster.revive() is False
        os.kill(running.pid, signal.SIGKILL)
        wait_for(lambda: cluster.running() is None)

        assert cluster.revive() is True
        with pytest.raises(psycopg.OperationalError):
            connection.execute("SELECT 1")
    assert ask(cluster.url(), "SELECT 1") == 1


def test_a_server_that_was_stopped_on_purpose_is_not(
    make_cluster: MakeCluster, cluster: Cluster, home: Path
):
    cluster.attach()
    make_cluster(home).stop()

    assert cluster.revive() is False
    assert cluster.running() is None


def test_a_tidied_up_socket_is_no_dead_end(make_cluster: MakeCluster, cluster: Cluster, home: Path):
    cluster.attach()
    for leftover in place.recall(home).socket.iterdir():
        leftover.unlink()

    other = make_cluster(home)
    assert ask(other.attach(), "SELECT 1") == 1
    other.detach()
    cluster.detach()


def test_a_process_number_given_to_another_program_is_no_server(cluster: Cluster):
    cluster.attach()
    data = cluster.data()
    assert data
    lines = (data / "postmaster.pid").read_text().splitlines()
    cluster.detach()

    # As after a reboot: the file is left, and its number is this test's.
    (data / "postmaster.pid").write_text("\n".join([str(os.getpid()), *lines[1:]]))

    assert cluster.running() is None
    assert ask(cluster.attach(), "SELECT 1") == 1
    cluster.detach()


def test_a_copied_checkout_has_its_own_server(
    make_cluster: MakeCluster, cluster: Cluster, home: Path
):
    cluster.attach()
    copied = home.parent.parent / "copy" / "pg"
    copied.parent.mkdir()
    subprocess.run(["cp", "-a", str(home), str(copied)], check=True, capture_output=True)
    copy = make_cluster(copied)

    assert copy.running() is None
    copy.attach()
    assert copy.running() != cluster.running()
    copy.stop()
    assert cluster.running()
    cluster.detach()


@pytest.mark.parametrize(
    "name", ['it\'s a "quoted", $HOME `strange` naïve 名', "long-" + "x" * 120], ids=["odd", "long"]
)
def test_any_folder_name_will_do(make_cluster: MakeCluster, fresh_home: Path, name: str):
    cluster = make_cluster(fresh_home.parent / name)

    assert ask(cluster.attach(), "SELECT 1") == 1
    cluster.detach()
    assert cluster.running() is None


def test_the_servers_log_quotes_no_data(cluster: Cluster):
    cluster.attach()
    with psycopg.connect(cluster.owner_url(), autocommit=True) as connection:
        connection.execute("CREATE TABLE tickets (text varchar(5))")
        for statement in (
            "INSERT INTO tickets VALUES ('a customer wrote this')",
            "SELECT 'a customer wrote this'::int",
        ):
            with pytest.raises(psycopg.DataError):
                connection.execute(statement)
    cluster.detach()

    data = cluster.data()
    assert data
    log = (data / "server.log").read_text()
    assert "ready to accept connections" in log
    assert "a customer" not in log


def test_nobody_else_may_enter_and_no_parent_is_loosened(cluster: Cluster, home: Path):
    before = {folder: folder.stat().st_mode for folder in home.parents}

    cluster.attach()
    cluster.detach()

    where = place.recall(home)
    assert {folder: folder.stat().st_mode for folder in home.parents} == before
    for private in (where.base, where.socket, cluster.data()):
        assert private
        assert stat.S_IMODE(private.stat().st_mode) == 0o700


@pytest.mark.parametrize("mode", [0o755, 0o700])
def test_a_place_in_other_hands_is_not_used(fresh_home: Path, mode: int):
    """Whoever squats on a remembered folder gets neither the data nor the connections."""
    fresh_home.mkdir(parents=True)
    theirs = fresh_home.parent / "theirs"
    theirs.mkdir()
    theirs.chmod(mode if os.geteuid() == 0 else 0o755)
    memory = {"home": str(fresh_home), "base": str(theirs), "socket": str(theirs)}
    (fresh_home / "place.json").write_text(json.dumps(memory))

    found = place.settle(fresh_home, owner.choose(fresh_home))

    assert theirs not in {found.base, found.socket}


def test_without_any_postgresql_the_three_ways_are_named(
    make_cluster: MakeCluster, fresh_home: Path, monkeypatch: pytest.MonkeyPatch
):
    cluster = make_cluster(fresh_home)
    monkeypatch.setattr(binaries, "_local_folders", list)
    monkeypatch.setattr(binaries, "_wheel_folders", list)

    with pytest.raises(NoPostgreSQLError) as refused:
        cluster.attach()

    for way in ("DATABASE_URL=postgresql://", "apt install postgresql", "requirements-embedded"):
        assert way in str(refused.value)
    assert not place.recall(fresh_home).base.exists(), "no folder is made in vain"


def made_by(home: Path, major: int) -> None:
    (home / "cluster" / f"data-{major}").mkdir(parents=True)
    (home / "cluster" / f"data-{major}" / "PG_VERSION").write_text(f"{major}\n")


def test_data_of_a_version_that_went_away_is_not_silently_replaced(
    make_cluster: MakeCluster, fresh_home: Path
):
    made_by(fresh_home, 14)

    with pytest.raises(DatabaseSetupError, match="made by PostgreSQL 14"):
        make_cluster(fresh_home).attach()


def test_a_start_that_fails_says_why_and_leaves_nothing(
    make_cluster: MakeCluster, fresh_home: Path
):
    found = binaries.choose(owner.choose(fresh_home))
    assert found
    made_by(fresh_home, found.major)
    cluster = make_cluster(fresh_home)

    with pytest.raises(DatabaseSetupError, match="did not start"):
        cluster.attach()

    assert cluster.running() is None


def test_root_never_runs_the_server(cluster: Cluster):
    cluster.attach()
    running = cluster.running()
    assert running
    runs_as = Path(f"/proc/{running.pid}").stat().st_uid

    assert runs_as != 0
    if os.geteuid() != 0:
        assert runs_as == os.geteuid()
    cluster.detach()


def test_root_picks_a_user_that_exists(tmp_path: Path):
    chosen = owner.choose(tmp_path)

    assert chosen.uid != 0
    assert chosen.drops is (os.geteuid() == 0)
