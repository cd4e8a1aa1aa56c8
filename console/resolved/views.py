"""The pages: what replies are held to anywhere and anytime, and what a draft was given."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, cast
from uuid import UUID

from django.conf import settings
from django.db import DatabaseError
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils import timezone
from django.views.decorators.http import require_GET

from compliance.gate.fingerprint import canonical, fingerprint
from compliance.gate.types import CustomerFacts
from compliance.loading import stored_ruleset
from compliance.sealing.reading import readable
from console.lookback.links import of_draft
from console.readers import for_readers
from console.resolved import sections
from console.resolved.asking import MOST_FOUND, PreviewForm, Side, Wall
from console.resolved.links import NO_LINKS, Links, links_to
from console.resolved.rules import recorded_rules_section, rules_section
from console.resolved.tables import compare
from console.resolved.told import told
from console.resolved.words import Recorded, moment_of
from console.review.cards import cards
from console.review.context import readable_zone
from drafting.attestation.drafts import show_all
from drafting.attestation.subjects import reader
from drafting.context.assemble import assemble
from drafting.context.configuration import StoredConfiguration
from drafting.context.payload import PAYLOAD_VERSION, ContextPayload, Message
from drafting.context.restoring import RestoringError, restore_payload
from drafting.models import Draft, ReviewItem, ScheduledReply
from drafting.scheduling import said
from locations.queries import visible_locations
from locations.roles import roles_of

if TYPE_CHECKING:
    from django.contrib.auth.models import User


# --- Preview -----------------------------------------------------------------------------------


@for_readers
@require_GET
def preview(request: HttpRequest) -> HttpResponse:
    """Show what replies are held to at a place and moment, or what differs between two."""
    form = PreviewForm(request.GET, user=cast("User", request.user), now=timezone.now())
    form.is_valid()
    context: dict[str, Any] = {
        "form": form,
        "most_found": MOST_FOUND,
        "found": [
            [(place, form.address(**{name: place.code})) for place in places]
            for name, places in form.found.items()
        ],
        "clock_notes": [_clock_note(form, name, wall) for name, wall in form.notes.items()],
    }
    if not form.errors and form.left is not None:
        try:
            context |= _shown(request, form, form.left, form.right)
        except DatabaseError:
            raise
        except Exception as error:  # noqa: BLE001  (what somebody wrote past the forms)
            context["fault"] = error.args[0] if error.args else type(error).__name__
    bad = form.is_bound and bool(form.errors)
    return render(request, "resolved/preview.html", context, status=422 if bad else 200)


def _clock_note(form: PreviewForm, name: str, wall: Wall) -> tuple[str, str]:
    """Return what was made of a time at which clocks change, and where the other reading is."""
    if not wall.comes_twice:
        return wall.note, ""
    chosen = "with_second" if name == "with_at" else "second"
    return wall.note, form.address(**{chosen: "" if form.cleaned_data.get(chosen) else "1"})


def _shown(
    request: HttpRequest, form: PreviewForm, left: Side, right: Side | None
) -> dict[str, Any]:
    sides = [left] if right is None else [left, right]
    payloads = [_assembled(form, side) for side in sides]
    codes = {place.code for p in payloads for place in (p.facts.place, *p.facts.elsewhere)}
    links = _links(request, codes)
    ruleset = stored_ruleset()
    days = sections.days_of_all(payloads)
    shown = []
    for each in payloads:
        rules = rules_section(ruleset, each.facts, each.channel.code, links=links)
        found = sections.payload_sections(each, rules=rules, links=links, days=days)
        shown.append(found)
    if right is None:
        return {"left": left, "sections": shown[0]}
    return {"left": left, "right": right, "differences": compare(*shown)}


def _assembled(form: PreviewForm, side: Side) -> ContextPayload:
    asked = form.cleaned_data
    said = [Message("customer", asked["message"])] if asked["message"] else []
    return assemble(
        StoredConfiguration(),
        location=side.location.code,
        channel=asked["channel"],
        at=side.at,
        customer=CustomerFacts(state=side.state),
        messages=said,
        ticket_class=asked["ticket_class"],
    )


# --- The payload of a draft --------------------------------------------------------------------


@for_readers
@require_GET
def payload(request: HttpRequest, draft_id: UUID) -> HttpResponse:
    """Show the stored context of a draft of the person's locations, and what a model is told."""
    draft = _draft(request, draft_id)
    record = draft.context
    computed = fingerprint(record.payload)
    context: dict[str, Any] = {
        "draft": draft,
        "ticket": draft.ticket,
        "record": record,
        "computed": computed,
        "is_sound": computed == record.sha256,
        "current_version": PAYLOAD_VERSION,
        "review": ReviewItem.objects.filter(draft=draft).first(),
        "decision": draft.decision,
        "cards": cards(draft.candidate_text, draft.decision),
        "scheduled": [
            (reply, said(reply))
            for reply in ScheduledReply.objects.filter(draft=draft).select_related(
                "agent", "decision"
            )
        ],
        "zone": readable_zone(draft.ticket.location.zone),
        **of_draft(draft),
    }
    # What the gate found is quoted from the text, and of a short one that is all of it.
    user = cast("User", request.user)
    show_all(
        draft=draft,
        texts=[(readable(draft, "candidate_text"), draft.decision_id)],
        actor=reader(user, roles_of(user)),
        at=timezone.now(),
        by="payload",
    )
    try:
        context |= _read(request, draft)
    except RestoringError as error:
        context["fault"] = str(error)
    return render(request, "resolved/payload.html", context)


@for_readers
@require_GET
def payload_json(request: HttpRequest, draft_id: UUID) -> HttpResponse:
    """Hand out the stored context as canonical JSON (RFC 8785), whose SHA-256 the page shows."""
    draft = _draft(request, draft_id)
    response = HttpResponse(canonical(draft.context.payload), content_type="application/json")
    response["Content-Disposition"] = f'attachment; filename="payload-{draft.pk}.json"'
    return response


def _draft(request: HttpRequest, draft_id: UUID) -> Draft:
    """Fetch a draft of the person's locations; others do not exist for them."""
    mine = Draft.objects.at(visible_locations(cast("User", request.user)))
    found: Draft = get_object_or_404(
        mine.select_related("context", "decision", "ticket__location", "message__job", "recall"),
        pk=draft_id,
    )
    return found


def _read(request: HttpRequest, draft: Draft) -> dict[str, Any]:
    restored = restore_payload(draft.context.payload)
    stored = restored.value
    recorded = Recorded(restored.missing)
    codes = {place.code for place in (stored.facts.place, *stored.facts.elsewhere)}
    links = _links(request, codes)
    ruleset = stored_ruleset()
    rules = ruleset.scope(stored.facts, stored.channel.code)
    gated = recorded_rules_section(draft.decision.rules_in_scope, rules, links=links)
    found = sections.payload_sections(stored, rules=gated, links=links, recorded=recorded)
    return {
        "payload": stored,
        "moment": moment_of(stored.facts.at),
        "sections": found,
        "left_out": sections.left_out_section(stored),
        "truncated": sections.truncated_section(stored, recorded),
        "customer": sections.customer_section(stored, recorded),
        "conversation": sections.conversation_section(stored),
        "others": sections.other_rows(stored, recorded),
        "missing": sorted(restored.missing),
        "unread": sorted(restored.unread),
        "told": told(stored, rules, settings.DRAFTGATE_MODEL_CUSTOMER_FIELDS),
    }


def _links(request: HttpRequest, codes: set[str]) -> Links:
    return links_to(codes) if cast("User", request.user).is_staff else NO_LINKS
