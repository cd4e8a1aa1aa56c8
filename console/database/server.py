"""Runs one PostgreSQL server on one data folder: create, start, stop, and whether it lives."""

import locale
import os
import shutil
import subprocess
import time
from dataclasses import dataclass
from pathlib import Path

from console.database.binaries import Binaries
from console.database.errors import DatabaseSetupError
from console.database.owner import Owner
from console.database.place import SOCKET_NAME

START_SECONDS = STOP_SECONDS = 60
# After a kill, the server's processes for single connections end when they notice.
ORPHAN_SECONDS = 15
ORPHANS_SAY = "shared memory block"
SUPERUSER = "postgres"
OWNER = DATABASE = "draftgate"
APPLICATION = f"{DATABASE}_app"
# As console.privileges names them, which grants them what they may do.
GROUPS = (f"{DATABASE}_auditor", f"{DATABASE}_backup")
# Neither role is a superuser: what the schema forbids must hold for them too. The application's
# owns nothing, so that it cannot change what the schema forbids.
ROLES = {
    OWNER: "LOGIN CREATEDB",
    APPLICATION: "LOGIN",
    **dict.fromkeys(GROUPS, "NOLOGIN"),
}
# For psql; the names are the constants above.
_IF_NO_ROLE = "WHERE NOT EXISTS (SELECT FROM pg_roles WHERE rolname = '{}') \\gexec"
_IF_NO_DATABASE = "WHERE NOT EXISTS (SELECT FROM pg_database WHERE datname = '{}') \\gexec"
# For psql; the names are the constants above.
_IF_NO_ROLE = "WHERE NOT EXISTS (SELECT FROM pg_roles WHERE rolname = '{}') \\gexec"
_IF_NO_DATABASE = "WHERE NOT EXISTS (SELECT FROM pg_database WHERE datname = '{}') \\gexec"
PREPARE = "\n".join(
    (
        *(
            f"SELECT 'CREATE ROLE {role} {attributes}' {_IF_NO_ROLE.format(role)}"
            for role, attributes in ROLES.items()
        ),
        f"SELECT 'CREATE DATABASE {DATABASE} OWNER {OWNER}' {_IF_NO_DATABASE.format(DATABASE)}\n",
    )
)
# Tests make roles of their own.
PREPARE_FOR_TESTS = f"ALTER ROLE {OWNER} CREATEROLE;\n"


@dataclass(frozen=True, slots=True)
class Running:
    """A live server: its process, the line it has told its state in, and when it started."""

    pid: int
    state: str
    started: str


@dataclass(frozen=True, slots=True)
class Server:
    """One data folder with what is needed to run it; durable unless made for tests."""

    data: Path
    socket: Path
    owner: Owner
    binaries: Binaries
    durable: bool = True

    def running(self) -> Running | None:
        """The live server on this folder, whoever started it; None when there is none."""
        return running(self.data)

    def ensure(self) -> bool:
        """Makes the server run and ready with our role and database; whether it had to start it."""
        found = self.running()
        if found and found.state == "stopping":
            self._wait_for_end(found.pid)
            found = None
        if found and not (self.socket / SOCKET_NAME).exists():
            # Something tidied up the socket's folder: nobody could reach this server any more.
            self.stop()
            found = None
        if not found:
            self._create()
            self._start()
        self._prepare()
        return not found

    def stop(self) -> None:
        """Stops the server, if it runs, and returns when it is gone; open connections are cut."""
        if not self.running():
            return
        ended = self._control("stop", "-m", "fast", "-w", "-t", str(STOP_SECONDS))
        if ended.returncode != 0 and self.running():
            raise DatabaseSetupError(f"PostgreSQL in {self.data} did not stop: {ended.stderr}")

    def _create(self) -> None:
        if (self.data / "PG_VERSION").exists():
            return
        # Under another name until complete: a killed initdb must not look like a database.
        unfinished = self.data.with_name(f"{self.data.name}.unfinished")
        shutil.rmtree(unfinished, ignore_errors=True)
        made = self.owner.run(
            [
                self.binaries.program("initdb"),
                f"--pgdata={unfinished}",
                f"--username={SUPERUSER}",
                "--auth-local=trust",
                "--auth-host=reject",
                "--encoding=UTF8",
                "--no-sync",
                "--no-instructions",
                *self._locale(),
            ],
            folder=self.data.parent,
        )
        if made.returncode != 0:
            raise DatabaseSetupError(
                f"PostgreSQL could not create {self.data}:\n{made.stdout}{made.stderr}"
            )
        with (unfinished / "postgresql.conf").open("a", encoding="utf-8") as config:
            config.write("\ninclude 'draftgate.conf'\n")
        unfinished.rename(self.data)

    def _locale(self) -> list[str]:
        # Unicode upper and lower case, an order that is the same everywhere, English messages.
        if self.binaries.major >= 17:
            return ["--locale=C", "--locale-provider=builtin", "--builtin-locale=C.UTF-8"]
        current = locale.setlocale(locale.LC_CTYPE)
        try:
            for name in ("C.UTF-8", "en_US.UTF-8"):
                try:
                    locale.setlocale(locale.LC_CTYPE, name)
                except locale.Error:
                    continue
                return ["--locale=C", f"--lc-ctype={name}"]
        finally:
            locale.setlocale(locale.LC_CTYPE, current)
        return ["--locale=C"]

    def _start(self) -> None:
        self._configure()
        for lock in (self.data / "postmaster.pid", self.socket / f"{SOCKET_NAME}.lock"):
            _forget_if_reused(lock)
        deadline = time.monotonic() + ORPHAN_SECONDS
        while told := self._try_to_start():
            if ORPHANS_SAY not in told or time.monotonic() > deadline:
                raise DatabaseSetupError(f"PostgreSQL in {self.data} did not start:\n{told}")
            time.sleep(0.2)

    def _try_to_start(self) -> str:
        """Starts the server; what it said when it did not."""
        log = self.data / "server.log"
        before = log.stat().st_size if log.exists() else 0
        try:
            started = self._control(
                "start", "-w", "-t", str(START_SECONDS), "-s", "-l", "server.log"
            )
        except BaseException:
            # Interrupted half-way: what may have begun must not stay behind.
            self.stop()
            raise
        if started.returncode == 0:
            return ""
        self.stop()
        told = log.read_bytes()[before:].decode(errors="replace") if log.exists() else ""
        return f"{started.stderr}{told}".strip() or "It did not say why."

    def _configure(self) -> None:
        lines = {
            "listen_addresses": "",
            "port": "5432",
            "unix_socket_directories": '"' + str(self.socket).replace('"', '""') + '"',
            "unix_socket_permissions": "0700",
            "max_connections": "100",
            "timezone": "UTC",
            "log_timezone": "UTC",
            # A failing statement and its message can quote a ticket; the log must not.
            "log_min_messages": "log",
            "log_min_error_statement": "panic",
        }
        if not self.durable:
            lines |= {"fsync": "off", "synchronous_commit": "off", "full_page_writes": "off"}
        content = "".join(f"{name} = {_quoted(value)}\n" for name, value in lines.items())
        config = self.data / "draftgate.conf"
        config.write_text(content, encoding="utf-8")
        if self.owner.drops:
            os.chown(config, self.owner.uid, self.owner.gid)

    def _prepare(self) -> None:
        deadline = time.monotonic() + START_SECONDS
        while True:
            done = self.owner.run(
                [
                    *(self.binaries.program("psql"), "--no-psqlrc", "--quiet"),
                    *("--host", self.socket, "--port", "5432", "--username", SUPERUSER),
                    *("--set", "ON_ERROR_STOP=1", "--dbname", "postgres"),
                ],
                folder=self.data,
                stdin=PREPARE if self.durable else PREPARE + PREPARE_FOR_TESTS,
            )
            if done.returncode == 0:
                return
            # psql says 2 when it found no ready server, such as one that is still recovering.
            if done.returncode != 2 or time.monotonic() > deadline or not self.running():
                raise DatabaseSetupError(
                    f"PostgreSQL in {self.data} runs, but does not answer:\n{done.stderr}"
                )
            time.sleep(0.1)

    def _control(self, *arguments: str) -> subprocess.CompletedProcess[str]:
        # pg_ctl hands the folder's name to a shell inside double quotes; `.` is safe in any folder.
        return self.owner.run(
            [self.binaries.program("pg_ctl"), *arguments, "-D", "."], folder=self.data
        )

    def _wait_for_end(self, pid: int) -> None:
        deadline = time.monotonic() + STOP_SECONDS
        while running(self.data):
            if time.monotonic() > deadline:
                raise DatabaseSetupError(f"PostgreSQL (process {pid}) has been stopping for long.")
            time.sleep(0.05)


def running(data: Path) -> Running | None:
    """The live server on a data folder; a leftover file of a dead one does not count."""
    try:
        lines = (data / "postmaster.pid").read_text(encoding="utf-8").splitlines()
        pid = int(lines[0])
    except (OSError, ValueError, IndexError):
        return None
    if not _is_postgres_of(pid, data, lines):
        return None
    state = lines[7].strip() if len(lines) > 7 else "starting"
    return Running(pid, state, started=lines[2] if len(lines) > 2 else "")


def _forget_if_reused(lock: Path) -> None:
    """Removes a killed server's lock file whose process number belongs to another program now.

    PostgreSQL would refuse to start for it. With a dead number it manages by itself, and more
    carefully: it also looks for processes of that server that are still ending.
    """
    try:
        # Negative where a stand-alone backend wrote it.
        number = abs(int(lock.read_text(encoding="utf-8").splitlines()[0]))
    except (OSError, ValueError, IndexError):
        return
    if _exists(number):
        lock.unlink(missing_ok=True)


def _is_postgres_of(pid: int, data: Path, lines: list[str]) -> bool:
    if not _exists(pid):
        return False
    if "postgres" not in _command_line(pid):
        # The number was given to another program, after a reboot for example.
        return False
    try:
        # A server works inside its data folder, also after that was moved; where the system lets
        # us look, this tells a copied folder from the one the server runs on.
        return Path(f"/proc/{pid}/cwd").samefile(data)
    except OSError:
        pass
    if Path(lines[1]).resolve() == data.resolve():
        return True
    raise DatabaseSetupError(
        f"{data} was copied or moved while its server (process {pid}) ran. Stop that server first: "
        f"kill -INT {pid}"
    )


def _exists(pid: int) -> bool:
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return False
    except PermissionError:
        return True
    return True


def _command_line(pid: int) -> str:
    try:
        return Path(f"/proc/{pid}/cmdline").read_bytes().decode("utf-8", errors="replace")
    except OSError:
        pass
    try:
        shown = subprocess.run(  # noqa: S603
            ["ps", "-o", "args=", "-p", str(pid)],  # noqa: S607
            capture_output=True,
            text=True,
            check=False,
        )
    except FileNotFoundError:
        return ""
    return shown.stdout


def _quoted(value: str) -> str:
    return "'" + value.replace("\\", "\\\\").replace("'", "''") + "'"
