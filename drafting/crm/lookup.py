"""Ask the CRM for a customer when a ticket arrives; when it cannot say, say so and go on."""

from __future__ import annotations

import logging
from dataclasses import dataclass
from typing import Final, Protocol
from urllib.parse import quote

from django.conf import settings
from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction

from drafting.crm.mapping import CrmRecord, RecordError, read_record
from drafting.masking import mask
from drafting.models import CrmConnection, Customer
from drafting.models.crm import PLACEHOLDER
from drafting.outbound.fetch import FetchFailed, fetch_json
from locations import changes

logger = logging.getLogger(__name__)

MAX_ANSWER_BYTES: Final = 1_000_000
REASON: Final = "Read from the CRM when a ticket arrived."


class Crm(Protocol):
    """Something that knows customers."""

    def find(self, code: str) -> CrmRecord | None:
        """Return a customer's record, ``None`` when there is no such customer.

        Raises:
            FetchFailed: when it cannot be asked, or answers with something else.
        """
        ...


@dataclass(frozen=True, slots=True)
class HttpCrm:
    """A CRM with an address that answers with one customer as JSON."""

    connection: CrmConnection
    token: str = ""

    def find(self, code: str) -> CrmRecord | None:
        """Return a customer's record, ``None`` when the CRM answers that there is none.

        Raises:
            FetchFailed: when it cannot be asked, or answers with something else.
        """
        answer = fetch_json(
            self.connection.url.replace(PLACEHOLDER, quote(code, safe="")),
            seconds=self.connection.timeout_seconds,
            max_bytes=MAX_ANSWER_BYTES,
            headers={"Authorization": f"Bearer {self.token}"} if self.token else {},
        )
        if answer.status == 404:
            return None
        try:
            return read_record(answer.value, self.connection.fields)
        except RecordError as error:
            raise FetchFailed(str(error)) from error


def configured_crm() -> Crm | None:
    """Return the CRM in use, if there is one."""
    connection = CrmConnection.objects.filter(active=True).first()
    return HttpCrm(connection, settings.DRAFTGATE_CRM_TOKEN) if connection is not None else None


def refresh(code: str, crm: Crm) -> str:
    """Bring the stored record of a customer up to what the CRM says.

    Returns why that was not possible, in words for a person; empty when it was, or when the CRM
    knows no such customer.
    """
    try:
        found = crm.find(code)
        if found is not None:
            _store(code, found)
    except FetchFailed as error:
        logger.warning("The CRM could not be used for a ticket: %s", error)
        return f"The CRM could not be used. {error}"
    except ValidationError as error:
        logger.warning("The CRM's record of a customer was refused: %s", sorted(_fields(error)))
        return f"The CRM's record was refused ({', '.join(sorted(_fields(error)))})."
    return ""


def _store(code: str, found: CrmRecord) -> None:
    try:
        _store_once(code, found)
    except (IntegrityError, ValidationError):
        # Another ticket of the same customer may have arrived at the same moment and stored the
        # record first; what is really wrong with it is so again.
        _store_once(code, found)


def _store_once(code: str, found: CrmRecord) -> None:
    stored = Customer.objects.filter(code=code).first()
    row = Customer(code=code) if stored is None else stored
    before = _told(row)
    row.name = found.name or row.name
    row.state = found.state or row.state
    row.loyalty, row.consents = found.loyalty, found.consents
    # As they will be stored: or every arrival would look like a change.
    row.orders, row.contacts = found.orders, [mask(line) for line in found.contacts]
    if stored is None or _told(row) != before:
        with transaction.atomic():
            changes.save(row=row, actor=None, reason=REASON)


def _told(row: Customer) -> tuple[object, ...]:
    return row.name, row.state, row.loyalty, row.consents, row.orders, row.contacts


def _fields(error: ValidationError) -> set[str]:
    return set(error.error_dict) if hasattr(error, "error_dict") else {"record"}
