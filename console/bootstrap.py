"""What a command needs before Django reads its settings: a secret key and a database.

Settings only read. Whatever starts or writes something is here, and only `manage.py` and the
tests call it (docs/adr/0001-postgresql-with-nothing-to-install.md).
"""

import os
import secrets
import signal
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from types import FrameType

from console import env
from console.database.cluster import Cluster

CHECKOUT = Path(__file__).resolve().parent.parent
VAR = CHECKOUT / "var"
ENDING_SIGNALS = (signal.SIGINT, signal.SIGTERM, signal.SIGHUP)

# These neither ask nor need the database; every other command gets one.
WITHOUT_DATABASE = frozenset(
    {
        "check",
        "collectstatic",
        "compilemessages",
        "db",
        "diffsettings",
        "findstatic",
        "gate_eval",
        "help",
        "makemessages",
        "spectacular",
        "startapp",
        "version",
    }
)


class EndedBySignal(SystemExit):
    """Someone asked this process to end; not an error, and nothing may swallow it."""


def private_cluster() -> Cluster:
    """The private database of `make run` and of every command."""
    return Cluster(VAR / "pg")


def read_env_file() -> None:
    """Reads `.env`, or the file that DRAFTGATE_ENV_FILE names."""
    env.load_file(Path(env.text("DRAFTGATE_ENV_FILE", str(CHECKOUT / ".env"))))


@contextmanager
def prepared(arguments: Sequence[str]) -> Iterator[None]:
    """Gives one command line its database while it runs, by way of DATABASE_URL and
    DATABASE_OWNER_URL.

    SIGTERM then ends the command as an exception, so that the database is left in order.
    """
    command = arguments[1] if len(arguments) > 1 else "help"
    asks_for_help = command.startswith("-") or "--help" in arguments or "-h" in arguments
    brings_database = bool(env.text("DATABASE_URL"))
    if command == "up" or not brings_database:
        ensure_secret_key()
    if brings_database or asks_for_help or command in WITHOUT_DATABASE:
        yield
        return
    for number in (signal.SIGTERM, signal.SIGHUP):
        # `nohup` asked for a hang-up to be ignored.
        if signal.getsignal(number) is not signal.SIG_IGN:
            signal.signal(number, leave)
    cluster = private_cluster()
    os.environ["DATABASE_URL"] = cluster.attach(serving=command == "up")
    os.environ["DATABASE_OWNER_URL"] = cluster.owner_url()
    try:
        yield
    finally:
        for number in ENDING_SIGNALS:
            signal.signal(number, signal.SIG_IGN)
        cluster.detach()


def ensure_secret_key() -> None:
    """Writes a random key to var/secret_key for a first run, unless there is a key already."""
    path = VAR / "secret_key"
    if env.text("SECRET_KEY") or path.exists():
        return
    VAR.mkdir(exist_ok=True)
    # Complete before it has its name: of two first runs, both read the same whole key.
    unfinished = VAR / f"secret_key.{os.getpid()}"
    with os.fdopen(os.open(unfinished, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "w") as file:
        file.write(secrets.token_urlsafe(50) + "\n")
    try:
        os.link(unfinished, path)
    except FileExistsError:
        pass
    finally:
        unfinished.unlink()


def leave(number: int, frame: FrameType | None) -> None:
    """A signal handler that ends the process as an exception, so that `finally` blocks run."""
    # A second signal must not cut short what the first one set in motion.
    signal.signal(number, signal.SIG_IGN)
    raise EndedBySignal(128 + number)
