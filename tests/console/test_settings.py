"""The settings module: safe in production, silent at import, loud when something is missing."""

import base64
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from compliance.audit.notes import new_signer
from console.bootstrap import CHECKOUT

PRODUCTION = {
    "SECRET_KEY": "0123456789abcdefghijklmnopqrstuvwxyz-ABCDEFGHIJKLMNOPQRSTUVWXYZ",
    "ALLOWED_HOSTS": "console.example.com",
    "DATABASE_URL": "postgresql://draftgate@db.example.com/draftgate",
    "DRAFTGATE_AUDIT_KEY": new_signer("console.example.com/audit/1").skey,
    "DRAFTGATE_MASTER_KEY": base64.b64encode(bytes(32)).decode(),
    "DRAFTGATE_ENV_FILE": os.devnull,
}


def run(*arguments: str, folder: Path = CHECKOUT, **environment: str):
    return subprocess.run(
        [sys.executable, *arguments],
        cwd=folder,
        env={"PATH": os.environ["PATH"], **environment},
        capture_output=True,
        text=True,
        check=False,
    )


def test_production_is_in_order_but_for_a_database_that_cannot_be_asked():
    checked = run("manage.py", "check", "--deploy", **PRODUCTION)

    assert checked.returncode == 0, checked.stderr
    assert "1 issue (0 silenced)" in checked.stderr
    assert "draftgate.W006" in checked.stderr


def test_a_deployment_that_cannot_sign_its_log_is_told(tmp_path: Path):
    lacking = PRODUCTION | {
        "DRAFTGATE_AUDIT_KEY": "",
        "DRAFTGATE_AUDIT_KEY_FILE": str(tmp_path / "key"),
    }
    checked = run("manage.py", "check", "--deploy", "--fail-level", "WARNING", **lacking)

    assert checked.returncode != 0
    assert "draftgate.W003" in checked.stderr
    assert "audit_key create" in checked.stderr


@pytest.mark.parametrize(
    ("change", "told"),
    [
        ({"SECRET_KEY": ""}, ["SECRET_KEY is not set", "make run"]),
        ({"DRAFTGATE_GATE_TIMEOUT_MS": "soon"}, ["DRAFTGATE_GATE_TIMEOUT_MS", "'soon'", "10 to"]),
        ({"DATABASE_URL": "mysql://h/d"}, ["DATABASE_URL", "postgresql://"]),
        ({"DRAFTGATE_GENERATION_BACKEND": "gpt"}, ["'gpt'", "composer, openai, scripted"]),
        ({"DRAFTGATE_GENERATION_BACKEND": "openai"}, ["OPENAI_BASE_URL", "OPENAI_MODEL"]),
    ],
)
def test_what_is_missing_or_wrong_is_named(tmp_path: Path, change, told):
    # Without the checkout's own var/, which may hold a key from an earlier first run.
    for name in ("manage.py", "console", "drafting", "compliance", "locations", "templates"):
        source = CHECKOUT / name
        if source.is_dir():
            shutil.copytree(source, tmp_path / name, ignore=shutil.ignore_patterns("__pycache__"))
        else:
            shutil.copy(source, tmp_path)

    refused = run("manage.py", "check", folder=tmp_path, **(PRODUCTION | change))

    assert refused.returncode != 0
    for part in told:
        assert part in refused.stderr


def test_reading_the_settings_starts_and_writes_nothing(tmp_path: Path):
    shutil.copytree(
        CHECKOUT / "console", tmp_path / "console", ignore=shutil.ignore_patterns("__pycache__")
    )

    read = run(
        *("-B", "-c", "from console import settings; print(settings.DATABASES['default']['HOST'])"),
        folder=tmp_path,
        DRAFTGATE_DEBUG="1",
    )

    assert read.stdout.strip() == str(tmp_path / "var" / "pg" / "cluster" / "socket"), read.stderr
    assert not (tmp_path / "var").exists()


def test_an_unnoticed_header_cannot_claim_tls():
    asked = "from console import settings; print(settings.SECURE_PROXY_SSL_HEADER)"

    assert run("-c", asked, **PRODUCTION).stdout.strip() == "None"
    trusted = run("-c", asked, **PRODUCTION, DRAFTGATE_TRUST_PROXY="1").stdout
    assert "HTTP_X_FORWARDED_PROTO" in trusted
