"""Pages of what is stored about a customer or a ticket: what there is, what keeps it, erasure."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, cast
from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.views.decorators.http import require_GET, require_POST

from console.privacy.doors import for_keepers, for_operators, page
from console.privacy.forms import EraseForm, FindForm, find_ticket
from console.privacy.words import counted
from drafting.errors import Conflict, Unusable
from drafting.models import Customer, Erasure, LegalHold, RetentionRule, RetentionRun, Ticket
from drafting.privacy.erasing import Order, erase_customer, erase_ticket
from drafting.privacy.stored import Counts, stored_of, stored_of_ticket

if TYPE_CHECKING:
    from collections.abc import Callable

    from django.contrib.auth.models import User


@for_keepers
@require_GET
def find(request: HttpRequest) -> HttpResponse:
    """Find a customer or a ticket; say how things stand with holds, erasures and retention."""
    form = FindForm(request.GET or None)
    if form.is_valid():
        name = form.cleaned_data["name"].strip()
        known = Customer.objects.filter(code=name).first()
        if known is not None:
            return redirect("privacy:customer", known.code)
        found = find_ticket(name)
        if found is not None:
            return redirect("privacy:ticket", found.pk)
        form.add_error("name", "There is no customer with this code, and no ticket with this id.")
    context = {
        "form": form,
        "holds": LegalHold.objects.filter(released_at=None).count(),
        "erasures": Erasure.objects.count(),
        "rules": RetentionRule.objects.count(),
        "run": RetentionRun.objects.first(),
    }
    return page(request, "find.html", context, status=422 if form.errors else 200)


@for_keepers
@require_GET
def customer(request: HttpRequest, code: str) -> HttpResponse:
    """Show what is stored about a customer, counted, and what keeps it."""
    return _shown(request, get_object_or_404(Customer, code=code))


@for_keepers
@require_GET
def ticket(request: HttpRequest, ticket_id: UUID) -> HttpResponse:
    """Show what is stored of a ticket, counted, and what keeps it."""
    return _shown(request, _ticket(ticket_id))


@for_operators
@require_POST
def erase_of_customer(request: HttpRequest, code: str) -> HttpResponse:
    """Erase a customer with every ticket, once the code was typed again."""
    row = get_object_or_404(Customer, code=code)
    return _erased(
        request, row, lambda order: erase_customer(customer=row, order=order), name=row.code
    )


@for_operators
@require_POST
def erase_of_ticket(request: HttpRequest, ticket_id: UUID) -> HttpResponse:
    """Erase a ticket of an unknown sender, once its id was typed again."""
    row = _ticket(ticket_id)
    return _erased(
        request, row, lambda order: erase_ticket(ticket=row, order=order), name=str(row.pk)
    )


def _ticket(ticket_id: UUID) -> Ticket:
    return get_object_or_404(
        Ticket.objects.select_related("location", "customer", "data_key"), pk=ticket_id
    )


def _erased(
    request: HttpRequest,
    row: Customer | Ticket,
    erase: Callable[[Order], Erasure],
    *,
    name: str,
) -> HttpResponse:
    form = EraseForm(request.POST, name=name)
    if not form.is_valid():
        return _shown(request, row, form, status=422)
    try:
        erasure = erase(Order(cast("User", request.user), form.cleaned_data["reason"]))
    except Unusable as error:
        form.add_error("reason", error.message)
        return _shown(request, row, form, status=422)
    except Conflict as error:
        form.add_error(None, str(error))
        return _shown(request, row, form, status=409)
    done = counted(Counts(**erasure.counts))
    messages.success(request, f"Erased: {', '.join(f'{count:,} {what}' for what, count in done)}.")
    return HttpResponseRedirect(reverse("privacy:erasures"))


def _shown(
    request: HttpRequest, row: Customer | Ticket, form: EraseForm | None = None, status: int = 200
) -> HttpResponse:
    if isinstance(row, Customer):
        found, name, address = (
            stored_of(row),
            row.code,
            reverse("privacy:erase_customer", args=[row.code]),
        )
    else:
        found, name, address = (
            stored_of_ticket(row),
            str(row.pk),
            reverse("privacy:erase_ticket", args=[row.pk]),
        )
    tickets = Ticket.objects.filter(pk__in=found.tickets).select_related("location", "data_key")
    context: dict[str, Any] = {
        "row": row,
        "customer": row if isinstance(row, Customer) else row.customer,
        "is_customer": isinstance(row, Customer),
        "name": name,
        "address": address,
        "found": found,
        "counted": counted(found.counts),
        "tickets": tickets.order_by("-arrived_at")[:50],
        "erasures": row.erasures.select_related("actor").order_by("-erased_at")[:20],
        "form": form or EraseForm(name=name),
    }
    return page(request, "record.html", context, status=status)
