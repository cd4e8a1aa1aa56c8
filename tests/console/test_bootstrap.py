"""What `manage.py` puts in place before a command, and takes away after it."""

import os
import signal
import stat
from pathlib import Path

import pytest

from console import bootstrap


class FakeCluster:
    """Records who asks for the database, and how."""

    def __init__(self) -> None:
        self.calls: list[str] = []

    def attach(self, *, serving: bool = False) -> str:
        self.calls.append("serve" if serving else "attach")
        return "postgresql://draftgate_app@/draftgate?host=/somewhere"

    def owner_url(self) -> str:
        return "postgresql://draftgate@/draftgate?host=/somewhere"

    def detach(self) -> None:
        self.calls.append("detach")


@pytest.fixture
def cluster(monkeypatch: pytest.MonkeyPatch, tmp_path: Path):
    fake = FakeCluster()
    kept = {number: signal.getsignal(number) for number in bootstrap.ENDING_SIGNALS}
    monkeypatch.setattr(bootstrap, "private_cluster", lambda: fake)
    monkeypatch.setattr(bootstrap, "VAR", tmp_path / "var")
    monkeypatch.delenv("DATABASE_URL")
    monkeypatch.setenv("DATABASE_OWNER_URL", "")
    yield fake
    for number, handler in kept.items():
        signal.signal(number, handler)


def test_a_command_has_a_database_while_it_runs(cluster: FakeCluster):
    with bootstrap.prepared(["manage.py", "migrate"]):
        assert os.environ["DATABASE_URL"].startswith("postgresql://draftgate_app@/")
        assert os.environ["DATABASE_OWNER_URL"].startswith("postgresql://draftgate@/")
        assert cluster.calls == ["attach"]

    assert cluster.calls == ["attach", "detach"]


def test_up_serves(cluster: FakeCluster):
    with bootstrap.prepared(["manage.py", "up", "--port", "8001"]):
        pass

    assert cluster.calls == ["serve", "detach"]


@pytest.mark.parametrize(
    "arguments",
    [[], ["help"], ["--version"], ["migrate", "--help"], ["check"], ["db", "status"]],
)
def test_what_needs_no_database_starts_none(cluster: FakeCluster, arguments: list[str]):
    with bootstrap.prepared(["manage.py", *arguments]):
        pass

    assert cluster.calls == []


def test_ones_own_server_is_left_alone(cluster: FakeCluster, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setenv("DATABASE_URL", "postgresql://db.example/draftgate")

    with bootstrap.prepared(["manage.py", "migrate"]):
        assert os.environ["DATABASE_URL"] == "postgresql://db.example/draftgate"

    assert cluster.calls == []
    assert not (bootstrap.VAR / "secret_key").exists(), "a deployment brings its own key"


def test_a_termination_leaves_in_order(cluster: FakeCluster):
    def migrate() -> None:
        with bootstrap.prepared(["manage.py", "migrate"]):
            os.kill(os.getpid(), signal.SIGTERM)
            signal.pause()

    with pytest.raises(bootstrap.EndedBySignal) as ended:
        migrate()

    assert ended.value.code == 128 + signal.SIGTERM
    assert cluster.calls == ["attach", "detach"]


def test_the_first_key_is_private_and_stays(cluster: FakeCluster):
    bootstrap.ensure_secret_key()
    key = bootstrap.VAR / "secret_key"
    written = key.read_text()
    bootstrap.ensure_secret_key()

    assert stat.S_IMODE(key.stat().st_mode) == 0o600
    assert len(written.strip()) >= 50
    assert key.read_text() == written
    assert list(bootstrap.VAR.iterdir()) == [key]
