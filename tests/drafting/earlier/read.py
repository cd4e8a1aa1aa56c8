"""Brings a database up to date and prints what is stored about people, as JSON."""

import json
import sys

import django

django.setup()

from django.core.management import call_command  # noqa: E402

from compliance.models import GateDecision  # noqa: E402
from drafting.models import ContextRecord, Customer, Draft, Ticket, TicketMessage  # noqa: E402

call_command("migrate", verbosity=0)

customer = Customer.objects.get()
decisions = sorted(GateDecision.objects.all(), key=lambda each: str(each.output_text))
json.dump(
    {
        "customer": [customer.name, customer.orders, customer.contacts],
        "history": [each.name for each in Customer.history.all()],
        "snapshots": [each.customer_snapshot for each in Ticket.objects.all()],
        "messages": [each.text for each in TicketMessage.objects.order_by("ticket__external_id")],
        "drafts": [
            [each.candidate_text, each.shown_text]
            for each in Draft.objects.order_by("ticket__external_id")
        ],
        "decisions": [
            [each.output_text, each.findings[0]["excerpt"], each.layers] for each in decisions
        ],
        "payloads": [each.payload for each in ContextRecord.objects.all()],
    },
    sys.stdout,
)
