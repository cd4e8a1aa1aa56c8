"""Settings from the environment: typed, and loud about what they cannot use."""

from pathlib import Path

import pytest

from console import env

NAME = "DRAFTGATE_TRIED"


@pytest.fixture
def tried(monkeypatch: pytest.MonkeyPatch):
    return lambda value: monkeypatch.setenv(NAME, value)


@pytest.mark.parametrize("value", ["1", "true", "Yes", " on "])
def test_yes(tried, value: str):
    tried(value)
    assert env.flag(NAME, default=False) is True


@pytest.mark.parametrize("value", ["0", "FALSE", "no", "off"])
def test_no(tried, value: str):
    tried(value)
    assert env.flag(NAME, default=True) is False


@pytest.mark.parametrize("value", ["", "   "])
def test_empty_is_not_set(tried, value: str):
    tried(value)

    assert env.text(NAME, "default") == "default"
    assert env.flag(NAME, default=True) is True
    assert env.integer(NAME, 7, least=1, most=9) == 7
    assert env.words(NAME, ["a"]) == ["a"]
    assert env.url(NAME, schemes={"http"}) == ""


def test_words_are_trimmed(tried):
    tried("a.example, b.example ,,")
    assert env.words(NAME) == ["a.example", "b.example"]


@pytest.mark.parametrize(
    ("read", "value", "expected"),
    [
        (lambda: env.flag(NAME, default=False), "maybe", "1, true, yes, on, 0"),
        (lambda: env.integer(NAME, 5, least=1, most=9), "ten", "a whole number from 1 to 9"),
        (lambda: env.integer(NAME, 5, least=1, most=9), "10", "a whole number from 1 to 9"),
        (lambda: env.integer(NAME, 5, least=1, most=9), "1.5", "a whole number from 1 to 9"),
        (lambda: env.choice(NAME, "a", among={"a", "b"}), "c", "one of a, b"),
        (lambda: env.url(NAME, schemes={"http", "https"}), "ftp://x", "starting with http:// or"),
        (lambda: env.url(NAME, schemes={"https"}), "https://", "a URL starting with https://"),
        (lambda: env.url(NAME, schemes={"https"}), "https://h:port/", "a URL starting with"),
        (lambda: env.origins(NAME), "console.example.com", "origins like https://"),
        (lambda: env.origins(NAME), "https://a.example/path", "origins like https://"),
    ],
)
def test_what_cannot_be_used_is_named_with_what_would_do(tried, read, value: str, expected: str):
    tried(value)

    with pytest.raises(env.BadSettingError) as refused:
        read()

    for part in (NAME, repr(value), expected):
        assert part in str(refused.value)


@pytest.mark.parametrize("value", ["redis://:s3cret@host:port/0", "postgresql://me:s3cret@host/"])
def test_a_password_is_not_repeated(tried, value: str):
    tried(value)

    with pytest.raises(env.BadSettingError) as refused:
        env.database(NAME, default="")

    assert "s3cret" not in str(refused.value)
    assert NAME in str(refused.value)


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        (
            "postgresql://me:p%40ss@db.example:5433/gate?sslmode=verify-full",
            ("db.example", "5433", "me", "p@ss", "gate", {"sslmode": "verify-full"}),
        ),
        (
            "postgres://me@/gate?host=%2Fvar%2Fmy%20pg&port=5432",
            ("/var/my pg", "5432", "me", "", "gate", {}),
        ),
        ("postgresql:///gate", ("", "", "", "", "gate", {})),
        ("postgresql://u@[::1]/gate", ("::1", "", "u", "", "gate", {})),
    ],
)
def test_database_addresses_read_as_libpq_reads_them(tried, value: str, expected: tuple):
    tried(value)

    found = env.database(NAME, default="")

    keys = ("HOST", "PORT", "USER", "PASSWORD", "NAME", "OPTIONS")
    assert tuple(found[key] for key in keys) == expected


def test_a_file_fills_in_what_is_not_set(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    file = tmp_path / ".env"
    file.write_text("# comment\n\nDRAFTGATE_A=from file\nDRAFTGATE_B = 'a # b'\nDRAFTGATE_C=\n")
    monkeypatch.setenv("DRAFTGATE_A", "from shell")
    for name in ("DRAFTGATE_B", "DRAFTGATE_C"):
        monkeypatch.setenv(name, "")
        monkeypatch.delenv(name)

    env.load_file(file)

    assert env.text("DRAFTGATE_A") == "from shell"
    assert env.text("DRAFTGATE_B") == "a # b"
    assert env.text("DRAFTGATE_C", "default") == "default"


@pytest.mark.parametrize("line", ["export A=1", "no equals sign", "=value"])
def test_a_bad_line_is_named(tmp_path: Path, line: str):
    file = tmp_path / ".env"
    file.write_text(f"# first\n{line}\n")

    with pytest.raises(env.BadSettingError, match=r"\.env line 2"):
        env.load_file(file)


def test_no_file_is_no_error(tmp_path: Path):
    env.load_file(tmp_path / "absent")
