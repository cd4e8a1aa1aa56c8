"""Reads settings from the environment, typed, and fails naming variable, value and expectation.

Standard library only: `manage.py` and the Makefile use it before anything is installed.
"""

import os
from collections.abc import Collection, Sequence
from pathlib import Path
from urllib.parse import parse_qsl, unquote, urlsplit

TRUE = frozenset({"1", "true", "yes", "on"})
FALSE = frozenset({"0", "false", "no", "off"})


class BadSettingError(Exception):
    """A variable of the environment holds something its setting cannot use."""

    def __init__(self, name: str, value: str, expected: str, *, secret: bool = False) -> None:
        """Says which variable, what it holds (unless secret) and what is expected instead."""
        shown = "a value that is not shown" if secret else repr(value)
        found = f"is {shown}" if value else "is not set"
        super().__init__(f"{name} {found}; expected {expected}.")


def load_file(path: Path) -> None:
    """Puts `NAME=value` lines of a file into the environment, where a name is not set yet."""
    if not path.is_file():
        return
    for number, raw in enumerate(path.read_text(encoding="utf-8").splitlines(), start=1):
        line = raw.strip()
        if not line or line.startswith("#"):
            continue
        name, equals, value = line.partition("=")
        name = name.strip()
        if not equals or not name.isidentifier():
            raise BadSettingError(
                f"{path.name} line {number}", raw, "NAME=value, or a comment with #"
            )
        value = value.strip()
        if len(value) >= 2 and value[0] == value[-1] and value[0] in "'\"":
            value = value[1:-1]
        os.environ.setdefault(name, value)


def text(name: str, default: str = "") -> str:
    """The variable as stripped text; unset and empty both give the default."""
    return os.environ.get(name, "").strip() or default


def flag(name: str, *, default: bool) -> bool:
    """The variable as yes or no."""
    value = text(name)
    if not value:
        return default
    if value.lower() in TRUE:
        return True
    if value.lower() in FALSE:
        return False
    raise BadSettingError(name, value, "1, true, yes, on, 0, false, no or off")


def integer(name: str, default: int, *, least: int, most: int) -> int:
    """The variable as a whole number within bounds, both included."""
    value = text(name)
    if not value:
        return default
    try:
        number = int(value)
    except ValueError:
        number = least - 1
    if not least <= number <= most:
        raise BadSettingError(name, value, f"a whole number from {least} to {most}")
    return number


def choice(name: str, default: str, *, among: Collection[str]) -> str:
    """The variable as one of a few words."""
    value = text(name, default)
    if value not in among:
        raise BadSettingError(name, value, "one of " + ", ".join(sorted(among)))
    return value


def words(name: str, default: Collection[str] = ()) -> list[str]:
    """The variable as a list, separated by commas."""
    return [part.strip() for part in text(name).split(",") if part.strip()] or list(default)


def some(name: str, default: Sequence[str], *, among: Sequence[str]) -> tuple[str, ...]:
    """The variable as some of a few words, separated by commas; `none` for none of them."""
    listed = text(name)
    if not listed:
        return tuple(default)
    if listed.lower() == "none":
        return ()
    chosen = [part.strip() for part in listed.split(",") if part.strip()]
    if not set(chosen) <= set(among):
        raise BadSettingError(name, listed, "none, or some of " + ", ".join(among))
    return tuple(word for word in among if word in chosen)


def url(name: str, *, schemes: Collection[str], default: str = "") -> str:
    """The variable as a URL with one of the schemes and a host, or the default when not set."""
    value = text(name)
    if not value:
        return default
    expected = "a URL starting with " + " or ".join(f"{scheme}://" for scheme in sorted(schemes))
    try:
        parts = urlsplit(value)
        complete = parts.scheme in schemes and bool(parts.hostname or parts.path)
        _ = parts.port
    except ValueError:
        complete = False
    if not complete:
        raise BadSettingError(name, value, expected, secret="@" in value)
    return value


def origins(name: str) -> list[str]:
    """The variable as a list of `scheme://host` origins."""
    listed = words(name)
    for origin in listed:
        parts = urlsplit(origin)
        if parts.scheme not in {"http", "https"} or not parts.netloc or parts.path:
            raise BadSettingError(
                name, origin, "origins like https://console.example.com, with commas"
            )
    return listed


def database(name: str, *, default: str) -> dict[str, object]:
    """The variable, or the default URL, as Django's description of a PostgreSQL database.

    Reads the address as libpq does (PostgreSQL manual, 32.1.1.2 Connection URIs): a socket folder
    goes into the `host` parameter, other parameters are passed on.
    """
    value = url(name, schemes={"postgresql", "postgres"}, default=default)
    parts = urlsplit(value)
    options = dict(parse_qsl(parts.query))
    database_name = unquote(parts.path.lstrip("/"))
    if not database_name:
        raise BadSettingError(
            name, value, "a database name, as in postgresql://user@host:5432/draftgate", secret=True
        )
    return {
        "ENGINE": "django.db.backends.postgresql",
        "NAME": database_name,
        "USER": unquote(parts.username or "") or options.pop("user", ""),
        "PASSWORD": unquote(parts.password or "") or options.pop("password", ""),
        "HOST": unquote(parts.hostname or "") or options.pop("host", ""),
        "PORT": str(parts.port or options.pop("port", "")),
        "OPTIONS": options,
    }


def other_database(name: str) -> dict[str, object] | None:
    """The variable as :func:`database` gives it; None when it is not set."""
    return database(name, default="") if text(name) else None
