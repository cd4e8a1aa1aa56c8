"""The private database as its users see it: attach, use its URL, detach; the last one stops it.

Who uses it is kept in file locks, which the system drops with the process that holds them: a
killed user is never counted.
"""

import fcntl
import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO
from urllib.parse import quote

from console.database import binaries, owner, place, server
from console.database.errors import DatabaseSetupError, NoPostgreSQLError

SOCKET_PORT = 5432


class Cluster:
    """One private PostgreSQL with its home folder; durable unless made for tests."""

    def __init__(self, home: Path, *, durable: bool = True) -> None:
        """Names the home; nothing is touched before `attach`."""
        self.home = home.resolve()
        self._durable = durable
        self._use: IO[str] | None = None
        self._serving: IO[str] | None = None

    def attach(self, *, serving: bool = False) -> str:
        """Starts the server unless it runs, counts the caller as a user, and returns its `url`.

        A `serving` user (`manage.py up`) stops the server with itself, whoever else is attached,
        unless another one serves too. Raises `DatabaseSetupError` in words for people.
        """
        with _permissions_explained(self.home):
            self.home.mkdir(parents=True, exist_ok=True)
            with self._starting():
                self._use = _shared(self.home / "users.lock")
                if serving:
                    self._serving = _shared(self.home / "serving.lock")
                try:
                    found = self._server()
                    if found.ensure():
                        self._keep_file.unlink(missing_ok=True)
                    self._stopped_file.unlink(missing_ok=True)
                except BaseException:
                    self._let_go()
                    raise
                return self.url()

    def detach(self) -> None:
        """Ends the caller's use; stops the server when nobody needs it any more."""
        if self._use is None:
            return
        with self._starting():
            serves = self._serving is not None
            others_serve = not _exclusive(self.home / "serving.lock", self._serving)
            others_use = not _exclusive(self.home / "users.lock", self._use)
            needed = self.kept() or others_serve or (others_use and not serves)
            self._let_go()
            if not needed:
                self._stop()

    def keep(self) -> None:
        """Lets the running server outlive its users, until `stop`."""
        running = self.running()
        if running:
            self._keep_file.write_text(f"{running.pid} {running.started}\n", encoding="utf-8")

    def kept(self) -> bool:
        """Whether the running server was told to outlive its users."""
        running = self.running()
        try:
            told = self._keep_file.read_text(encoding="utf-8").split()
        except OSError:
            return False
        return running is not None and told == [str(running.pid), running.started]

    def stop(self) -> bool:
        """Stops the server whoever uses it, the caller included; whether there was one to stop."""
        self._let_go()
        if not self.home.is_dir():
            return False
        with _permissions_explained(self.home), self._starting():
            stopped = self._stop()
            if stopped:
                self._stopped_file.touch()
            return stopped

    def revive(self) -> bool:
        """Starts a server that died under its users, but none that `stop` ended; whether it did."""
        if self._stopped_file.exists() or self.running():
            return False
        with _permissions_explained(self.home), self._starting():
            return self._server().ensure()

    def running(self) -> server.Running | None:
        """The live server; looks only."""
        data = self.data()
        return server.running(data) if data else None

    def data(self) -> Path | None:
        """The data folder, once there is one; looks only."""
        where = place.recall(self.home)
        major = where.made_by()
        return where.data(major) if major else None

    def url(self) -> str:
        """The address of the database for who serves, running or not."""
        return self._url(server.APPLICATION)

    def owner_url(self) -> str:
        """The same for who owns the tables, and changes the schema."""
        return self._url(server.OWNER)

    def _url(self, role: str) -> str:
        host = quote(str(place.recall(self.home).socket), safe="")
        return f"postgresql://{role}@/{server.DATABASE}?host={host}&port={SOCKET_PORT}"

    def psql(self) -> Path:
        """The psql that fits the server."""
        return self._server().binaries.program("psql")

    @property
    def _keep_file(self) -> Path:
        return self.home / "keep"

    @property
    def _stopped_file(self) -> Path:
        return self.home / "stopped"

    def _server(self) -> server.Server:
        recalled = place.recall(self.home)
        user = owner.choose(recalled.base, self.home)
        # Programs first: without any, no folder is made for them.
        found = self._programs(user, recalled)
        where = place.settle(self.home, user)
        if where != recalled:
            found = self._programs(user, where)
        return server.Server(
            data=where.data(found.major),
            socket=where.socket,
            owner=user,
            binaries=place.within_reach(where, user, found),
            durable=self._durable,
        )

    def _programs(self, user: owner.Owner, where: place.Place) -> binaries.Binaries:
        major = where.made_by()
        found = binaries.choose(user, major=major)
        if found:
            return found
        if major and binaries.choose(user):
            raise DatabaseSetupError(
                f"{where.data(major)} was made by PostgreSQL {major}, which is not here any more. "
                f"Install PostgreSQL {major} again, or move that folder away to start with an "
                "empty database."
            )
        raise NoPostgreSQLError

    def _stop(self) -> bool:
        if not self.running():
            return False
        self._server().stop()
        self._keep_file.unlink(missing_ok=True)
        return True

    def _let_go(self) -> None:
        for lock in (self._use, self._serving):
            if lock:
                lock.close()
        self._use = self._serving = None

    @contextmanager
    def _starting(self) -> Iterator[None]:
        # One starter or stopper at a time; the lock goes with the file, whatever happens.
        with (self.home / "start.lock").open("a") as lock:
            fcntl.flock(lock, fcntl.LOCK_EX)
            yield


def _shared(path: Path) -> IO[str]:
    lock = path.open("a")
    fcntl.flock(lock, fcntl.LOCK_SH)
    return lock


def _exclusive(path: Path, held: IO[str] | None) -> bool:
    """Whether nobody but the holder of `held` has the lock."""
    with os.fdopen(os.dup(held.fileno()), "a") if held else path.open("a") as lock:
        try:
            fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            return False
        return True


@contextmanager
def _permissions_explained(home: Path) -> Iterator[None]:
    try:
        yield
    except PermissionError as error:
        raise DatabaseSetupError(
            f"{error.filename or home}: {error.strerror}. {home} may belong to another user, such "
            "as root after `sudo make run`; run as that user, or remove the folder."
        ) from error
