"""Gate a text as if it were a reply, from the configuration as it is; nothing is stored."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from zoneinfo import ZoneInfo

from compliance.evaluate import Evaluation, evaluate
from drafting.classify import ClassCues, classify
from drafting.context.assemble import assemble
from drafting.context.configuration import StoredConfiguration
from drafting.context.customers import customer_facts
from drafting.context.payload import ContextPayload, Message
from drafting.judge.calling import with_stored_rules
from drafting.models import Customer, TicketClass


@dataclass(frozen=True, slots=True)
class Trial:
    """What a text is tried against. ``at`` without a zone is local time of the location."""

    location: str
    channel: str
    text: str
    at: datetime
    customer: str = ""
    customer_state: str = ""
    message: str = ""


@dataclass(frozen=True, slots=True)
class Tried:
    """A trial's decision, with the payload that it was taken on."""

    payload: ContextPayload
    evaluation: Evaluation


def try_text(trial: Trial) -> Tried:
    """Gate a text with the stored configuration, and with the judge where one is configured.

    Raises:
        LookupError: for a location, channel or customer that does not exist.
    """
    configuration = StoredConfiguration()
    at = trial.at
    if at.tzinfo is None:
        at = at.replace(tzinfo=ZoneInfo(configuration.place(trial.location).zone))
    customer = None
    if trial.customer:
        customer = Customer.objects.filter(code=trial.customer).first()
        if customer is None:
            raise LookupError(f"There is no customer “{trial.customer}”.")
    cues = (ClassCues(row.code, tuple(row.cues), row.priority) for row in TicketClass.objects.all())
    payload = assemble(
        configuration,
        location=trial.location,
        channel=trial.channel,
        at=at,
        customer=customer_facts(customer, trial.customer_state or None),
        messages=[Message("customer", trial.message)] if trial.message else (),
        ticket_class=(classify(trial.message, cues)[0] or "") if trial.message else "",
        draft=trial.text,
    )
    return Tried(payload, evaluate(with_stored_rules(payload.gate_input(trial.text))))
