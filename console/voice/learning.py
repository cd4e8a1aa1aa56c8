"""Learning a voice: a file of approved replies, what it says of each field, and taking it over."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final, cast

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.core.exceptions import PermissionDenied, ValidationError
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from compliance import learned
from compliance.learning.learn import title_of
from compliance.learning.measuring import saying
from compliance.learning.proposal import frozen, wilson
from compliance.learning.samples import SampleError
from compliance.models import ToneProposal
from console.voice.learning_forms import AcceptForm, UploadForm
from console.voice.lines import Origin, Origins
from console.voice.words import said
from locations.changes import StaleVersionError
from locations.roles import AUDITOR, OPERATOR, has_role

if TYPE_CHECKING:
    from django.contrib.auth.models import User
    from django.core.files.uploadedfile import UploadedFile

_SHOWN: Final = 10
# Of what is listed, or only aimed at, no share of replies lies within.
_LISTS: Final = frozenset(
    {"greetings", "closings", "permitted", "prohibited", "emoji_allowed", "sentence_quantiles"}
)
_NEEDED: Final = ("compliance.add_toneoverlay", "compliance.change_toneoverlay")


@dataclass(frozen=True, slots=True)
class Line:
    """One field: what holds today and where from, what is proposed, and the evidence.

    ``same`` says that all of what is proposed holds today.
    """

    field: str
    title: str
    today: tuple[str, ...]
    origins: tuple[Origin, ...]
    proposed: tuple[str, ...]
    evidence: str
    within: str
    same: bool
    excerpts: tuple[str, ...]
    enforces: bool
    taken: bool
    ticked: bool


@login_required
@never_cache
@require_http_methods(["GET", "POST"])
def learn(request: HttpRequest) -> HttpResponse:
    """Take a file and a scope, and lead to what the replies say."""
    may_change = _allowed(request)
    sent = request.method == "POST"
    form = UploadForm(*((request.POST, request.FILES) if sent else ()))
    if form.is_bound and form.is_valid() and (found := _learned(request, form)) is not None:
        return redirect("voice:learned", pk=found.pk)
    recent = ToneProposal.objects.select_related("vertical", "brand", "location", "created_by")
    context = {"form": form, "recent": recent[:_SHOWN], "may_change": may_change}
    status = 422 if form.is_bound and form.errors else 200
    return render(request, "voice/learn.html", context, status=status)


@login_required
@never_cache
@require_http_methods(["GET", "POST"])
def proposal(request: HttpRequest, pk: int) -> HttpResponse:
    """Show what was learned field by field, and take over the fields that are ticked."""
    may_change = _allowed(request)
    rows = ToneProposal.objects.select_related(
        "vertical", "brand", "location__vertical", "location__brand", "created_by", "overlay"
    )
    found = get_object_or_404(rows, pk=pk)
    form = AcceptForm(found, request.POST if request.method == "POST" else None)
    if form.is_bound and form.is_valid() and _accepted(request, found, form):
        return redirect("voice:learned", pk=found.pk)
    voice, overlays = learned.voice_today(learned.scope_of(found))
    origins = Origins(voice, overlays, opens=request.user.has_perm("compliance.view_toneoverlay"))
    ticked = set(request.POST.getlist("fields_taken"))
    context = {
        "proposal": found,
        "sample": found.sample,
        "unseen": round(found.sample["unseen"] * 100),
        "lines": [_line(each, voice, origins, found, ticked) for each in found.proposals],
        "declined": [(title_of(each["field"]), each["reason"]) for each in found.declined],
        "form": form,
        "may_change": may_change,
    }
    status = 422 if form.is_bound and form.errors else 200
    return render(request, "voice/learned.html", context, status=status)


def _allowed(request: HttpRequest) -> bool:
    """Let operators and auditors in; return whether the person may change voices."""
    user = cast("User", request.user)
    if not has_role(user, OPERATOR, AUDITOR):
        raise PermissionDenied("Voices are learned by operators; ask one.")
    may_change = user.has_perms(_NEEDED)
    if request.method == "POST" and not may_change:
        raise PermissionDenied("You may read what was learned; operators change voices.")
    return may_change


def _learned(request: HttpRequest, form: UploadForm) -> ToneProposal | None:
    file: UploadedFile[Any] = form.cleaned_data["file"]
    try:
        return learned.propose(
            scope=form.scope,
            data=file.read(),
            name=file.name or "",
            column=form.cleaned_data["column"],
            actor=cast("User", request.user),
        )
    except SampleError as error:
        form.add_error("file", list(error.problems))
        return None


def _accepted(request: HttpRequest, found: ToneProposal, form: AcceptForm) -> bool:
    chosen = form.cleaned_data["fields_taken"]
    try:
        overlay = learned.accept(
            proposal=found,
            fields=chosen,
            actor=cast("User", request.user),
            reason=form.cleaned_data["reason"],
        )
    except StaleVersionError as error:
        form.add_error(None, error.messages)
        return False
    except ValidationError as error:
        form.add_error(None, [f"The overlay cannot hold this: {told}" for told in error.messages])
        return False
    fields = f"{len(chosen)} field{'s' if len(chosen) > 1 else ''}"
    messages.success(request, f"{fields} taken over; {overlay.code} is version {overlay.version}.")
    return True


def _line(
    each: dict[str, Any],
    voice: Any,
    origins: Origins,
    found: ToneProposal,
    ticked: set[str],
) -> Line:
    name = each["field"]
    low, high = wilson(each["kept"], each["replies"])
    sources = origins.of(name)
    today = tuple(said(voice, name)) if sources else ()
    proposed = tuple(said(saying(**{name: frozen(each["value"])}), name))
    return Line(
        field=name,
        title=title_of(name),
        today=today,
        origins=sources,
        proposed=proposed,
        evidence=each["evidence"],
        within="" if name in _LISTS else f"{low * 100:.0f} to {high * 100:.0f} %",
        same=set(proposed) <= set(today),
        excerpts=tuple(each["excerpts"]),
        enforces=each["enforces"],
        taken=name in found.accepted,
        ticked=name in ticked,
    )
