"""What every test stands on: settings that no shell leftover can change, and a database."""

import os

import pytest

# Before Django reads its settings: a developer's own environment and `.env` must not steer tests.
for _name in list(os.environ):
    if _name.startswith(("DRAFTGATE_", "OPENAI_", "CELERY_")) or _name in {
        "SECRET_KEY",
        "ALLOWED_HOSTS",
        "CSRF_TRUSTED_ORIGINS",
    }:
        del os.environ[_name]
os.environ["DRAFTGATE_ENV_FILE"] = os.devnull
os.environ["DRAFTGATE_DEBUG"] = "1"
os.environ.setdefault("DATABASE_URL", "postgresql://postgres@127.0.0.1:5432/draftgate_dev")


@pytest.fixture(autouse=True)
def quick_passwords(settings: object) -> None:
    """Hashes passwords quickly: their strength is Django's to test, not ours."""
    settings.PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]  # type: ignore[attr-defined]
