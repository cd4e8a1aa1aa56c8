"""System checks on the deployment, each with an id, run by `manage.py check`."""

from collections.abc import Sequence
from typing import Any

from django.apps import AppConfig
from django.conf import settings
from django.core.checks import CheckMessage, Error, Tags, register
from django.core.checks import Warning as CheckWarning
from django.db import OperationalError

from compliance.audit.keys import KeyFaultError, signers
from compliance.sealing.master import MasterKeyError, wrappers
from console.privileges.powers import WHAT_TO_DO, examine


@register(Tags.database)
def postgresql_only(app_configs: Sequence[AppConfig] | None, **kwargs: Any) -> list[CheckMessage]:
    """Refuses every database engine but PostgreSQL: locks, triggers and constraints need it."""
    engine = settings.DATABASES["default"]["ENGINE"]
    if engine == "django.db.backends.postgresql":
        return []
    return [
        Error(
            f"Draftgate runs on PostgreSQL only, not on {engine}.",
            hint="Set DATABASE_URL to a postgresql:// address, or leave it out.",
            id="draftgate.E001",
        )
    ]


@register()
def model_endpoint_complete(
    app_configs: Sequence[AppConfig] | None, **kwargs: Any
) -> list[CheckMessage]:
    """Names what is missing when drafts should come from a model endpoint."""
    if settings.DRAFTGATE_GENERATION_BACKEND != "openai":
        return []
    return [
        Error(
            f"DRAFTGATE_GENERATION_BACKEND is openai, but {name} is not set.",
            hint=f"Set {name}, or choose DRAFTGATE_GENERATION_BACKEND=composer.",
            id="draftgate.E002",
        )
        for name in ("OPENAI_BASE_URL", "OPENAI_MODEL")
        if not getattr(settings, name)
    ]


@register(Tags.security, deploy=True)
def log_can_be_signed(app_configs: Sequence[AppConfig] | None, **kwargs: Any) -> list[CheckMessage]:
    """Say so when this process has no key for the log: events would be kept, and wait."""
    try:
        signers()
    except KeyFaultError as error:
        return [
            CheckWarning(
                f"The log of what was decided cannot be signed here. {error}",
                hint="Workers need the key. Where none runs, leave this warning be.",
                id="draftgate.W003",
            )
        ]
    return []


@register(Tags.security, deploy=True)
def texts_can_be_sealed(
    app_configs: Sequence[AppConfig] | None, **kwargs: Any
) -> list[CheckMessage]:
    """Refuse a deployment without a master key: it could neither store nor read a text."""
    try:
        wrappers()
    except MasterKeyError as error:
        return [
            Error(
                f"Texts about people cannot be sealed or opened here. {error}",
                hint="Every process needs the key: web, workers and commands.",
                id="draftgate.E004",
            )
        ]
    return []


@register(Tags.security, deploy=True)
def records_are_out_of_reach(
    app_configs: Sequence[AppConfig] | None, **kwargs: Any
) -> list[CheckMessage]:
    """Say so when the role that serves could switch off what protects the records."""
    if not settings.DATABASE_ROLE_IS_WATCHED:
        return []
    try:
        amiss = examine().sentences
    except OperationalError as error:
        return [
            CheckWarning(
                f"The database does not say what its role may do: {error}",
                hint="Run this where DATABASE_URL leads to the database.",
                id="draftgate.W006",
            )
        ]
    return [CheckWarning(each, hint=WHAT_TO_DO, id="draftgate.W005") for each in amiss]
