"""A database of before texts were sealed is brought up to date: nothing lost, nothing plain."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import quote

import psycopg
import pytest
from django.db import connection
from psycopg import sql

CHECKOUT = Path(__file__).resolve().parents[2]
# In every text and record that is stored, and nowhere else.
WORD = "Quillfeather"
HOLDS = "SELECT EXISTS (SELECT FROM {0} WHERE strpos({1}::text, %s) + strpos({1}::text, %s) > 0)"


@pytest.fixture
def earlier(db: None) -> Iterator[dict[str, str]]:
    """The environment of a program that works on a database of its own, empty at first."""
    told = connection.settings_dict
    name = f"{told['NAME']}_earlier"
    server = {part: told[part.upper()] for part in ("host", "port", "user", "password")}
    who = ":".join(quote(told[part], safe="") for part in ("USER", "PASSWORD") if told[part])
    place = f"host={quote(told['HOST'], safe='')}&port={told['PORT'] or 5432}"
    named = sql.Identifier(name)
    with psycopg.connect(dbname="postgres", autocommit=True, **server) as admin:
        admin.execute(sql.SQL("DROP DATABASE IF EXISTS {}").format(named))
        admin.execute(sql.SQL("CREATE DATABASE {}").format(named))
    try:
        yield os.environ | {"DATABASE_URL": f"postgresql://{who}@/{name}?{place}"}
    finally:
        with psycopg.connect(dbname="postgres", autocommit=True, **server) as admin:
            admin.execute(sql.SQL("DROP DATABASE {} WITH (FORCE)").format(named))


def ran(
    module: str, environment: dict[str, str], *arguments: str
) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", f"tests.drafting.earlier.{module}", *arguments],
        cwd=CHECKOUT,
        env=environment,
        capture_output=True,
        text=True,
        check=False,
    )


def in_plain(url: str) -> list[str]:
    """The columns that hold the word, as text or as its bytes."""
    found = []
    with psycopg.connect(url) as reader:
        columns = reader.execute(
            "SELECT table_name, column_name FROM information_schema.columns "
            "JOIN information_schema.tables USING (table_schema, table_name) "
            "WHERE table_schema = 'public' AND table_type = 'BASE TABLE'"
        ).fetchall()
        for table, column in columns:
            holds = sql.SQL(HOLDS).format(sql.Identifier(table), sql.Identifier(column))
            if reader.execute(holds, [WORD, WORD.encode().hex()]).fetchone() == (True,):
                found.append(f"{table}.{column}")
    return found


def test_what_was_stored_in_plain_is_sealed(earlier: dict[str, str]) -> None:
    filled = ran("fill", earlier, WORD)
    assert filled.returncode == 0, filled.stderr
    stored = in_plain(earlier["DATABASE_URL"])
    assert {"drafting_ticketmessage.text", "drafting_historicalcustomer.name"} < set(stored)

    keyless = {"DRAFTGATE_MASTER_KEY": "", "DRAFTGATE_MASTER_KEY_FILE": "/nonexistent"}
    refused = ran("read", earlier | keyless)
    assert refused.returncode != 0
    assert "master key" in refused.stderr
    # Columns may have been set aside by then, and what they hold is still there.
    kept = {name.replace(".plain_", ".") for name in in_plain(earlier["DATABASE_URL"])}
    assert kept == set(stored)

    read = ran("read", earlier)
    assert read.returncode == 0, read.stderr
    texts = [f"Yes, {WORD}, within 14 days. {number}" for number in range(2)]
    assert json.loads(read.stdout) == {
        "customer": [f"Ada {WORD}", [{"item": f"{WORD} oil"}], [f"{WORD} called"]],
        "history": [f"Ada {WORD}"],
        "snapshots": [{"name": WORD}] * 2,
        "messages": [f"I am {WORD}. May I return it? {number}" for number in range(2)],
        "drafts": [[text, text] for text in texts],
        "decisions": [[text, WORD, ["tone"]] for text in texts],
        "payloads": [{"name": WORD}] * 2,
    }
    assert in_plain(earlier["DATABASE_URL"]) == []
