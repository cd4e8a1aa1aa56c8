"""The screens for importing locations: upload, look at what would change, confirm with a reason."""

from __future__ import annotations

from typing import Any, Final

from django import forms
from django.contrib import admin, messages
from django.core.exceptions import PermissionDenied, ValidationError
from django.core.paginator import Paginator
from django.db.models import BooleanField, ExpressionWrapper, Q, QuerySet
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import URLPattern, path, reverse
from django.utils import timezone

from locations.admin.base import ReadOnlyAdmin
from locations.importers.defaults import Defaults
from locations.importers.registry import importers
from locations.importers.runs import PREVIEW_DAYS, apply_run, refresh, start_run
from locations.importers.values import MAX_BYTES, MAX_ROWS, ImportFileError
from locations.models import Brand, ImportOutcome, ImportRun, ImportState, Vertical
from locations.models.fields import code_validator, validate_zone

_LINES_A_PAGE: Final = 25
_PROBLEMS_SHOWN: Final = 10
_WITH_CAUTIONS: Final = "cautions"
# What an import writes; whoever may not write it by hand may not import it.
_NEEDED: Final = tuple(
    f"locations.{verb}_{model}"
    for model in ("location", "weeklyhours", "datedhours")
    for verb in ("add", "change", "delete")
)


def may_import(request: HttpRequest) -> bool:
    """Whether a person may import locations: operators may."""
    return request.user.has_perms(_NEEDED)


class UploadForm(forms.Form):
    """The file, its format, and what it does not say of new locations."""

    format = forms.ChoiceField(label="Format", widget=forms.RadioSelect)
    file = forms.FileField(
        label="File",
        help_text=f"At most {MAX_BYTES // 1024 // 1024} MB and {MAX_ROWS:,} locations.",
    )
    brand = forms.ModelChoiceField(
        Brand.objects.all(),
        to_field_name="code",
        required=False,
        label="Brand",
        empty_label="as the file says",
        help_text="Of new locations, where the file names none.",
    )
    vertical = forms.ModelChoiceField(
        Vertical.objects.all(),
        to_field_name="code",
        required=False,
        label="Vertical",
        empty_label="as the file says",
        help_text="Of new locations, where the file names none.",
    )
    zone = forms.CharField(
        label="Time zone",
        required=False,
        max_length=60,
        validators=[validate_zone],
        help_text="IANA name, such as America/New_York: of new locations whose zone follows "
        "neither from the file nor from coordinates in it.",
    )
    code_prefix = forms.CharField(
        label="Codes begin with",
        required=False,
        max_length=30,
        validators=[code_validator],
        help_text="Put before every code of the file: alder- makes 24 into alder-24.",
    )
    country = forms.RegexField(
        r"^[A-Za-z]{2}$",
        label="Country",
        initial="US",
        help_text="Two letters: of states that are written without one.",
    )
    leave_out = forms.BooleanField(
        label="Leave out what cannot be created or changed",
        required=False,
        help_text="Otherwise one such location stops the whole import.",
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["format"].choices = [  # type: ignore[attr-defined]
            (name, f"{found.title}: {found.about}") for name, found in importers().items()
        ]

    def clean_file(self) -> Any:
        """Refuse a file that is too large before it is read."""
        file = self.cleaned_data["file"]
        if (file.size or 0) > MAX_BYTES:
            raise ValidationError("The file is too large; split it.")
        return file

    def defaults(self) -> Defaults:
        """Return the choices as values."""
        given = self.cleaned_data
        return Defaults(
            brand=given["brand"].code if given["brand"] else "",
            vertical=given["vertical"].code if given["vertical"] else "",
            zone=given["zone"],
            prefix=given["code_prefix"],
            country=given["country"].upper(),
            leave_out=given["leave_out"],
        )


@admin.register(ImportRun)
class ImportRunAdmin(ReadOnlyAdmin):
    """Imports: the record of those applied, and the way through a new one."""

    list_display = ("file_name", "format_title", "standing", "result", "created_by", "created_at")
    list_select_related = ("created_by",)
    list_filter = ("state", "format")
    search_fields = ("file_name", "reason")
    change_list_template = "admin/locations/importrun/change_list.html"

    def get_queryset(self, request: HttpRequest) -> QuerySet[ImportRun]:
        """Leave the files where they are."""
        rows: QuerySet[ImportRun] = super().get_queryset(request)
        kept = ExpressionWrapper(Q(file__isnull=False), output_field=BooleanField())
        return rows.defer("file", "problems").annotate(is_kept=kept)

    @admin.display(description="format", ordering="format")
    def format_title(self, row: ImportRun) -> str:
        """The format in words."""
        found = importers().get(row.format)
        return found.title if found is not None else row.format

    @admin.display(description="standing", ordering="state")
    def standing(self, row: Any) -> str:
        """How far the import got."""
        if row.state == ImportState.PREVIEWED and not row.is_kept:
            return "never confirmed"
        return str(row.get_state_display())

    @admin.display(description="result")
    def result(self, row: ImportRun) -> str:
        """What it changed, or would change."""
        counts = row.counts
        return f"{counts.get('new', 0)} new, {counts.get('changed', 0)} changed"

    # --- Pages -------------------------------------------------------------------------------

    def get_urls(self) -> list[URLPattern]:
        """Add the steps of an import before the pages of every model."""
        own = [
            path("new/", self.admin_site.admin_view(self.upload), name="locations_importrun_new"),
            path(
                "<int:pk>/preview/",
                self.admin_site.admin_view(self.preview),
                name="locations_importrun_preview",
            ),
        ]
        return [*own, *super().get_urls()]

    def change_view(
        self,
        request: HttpRequest,
        object_id: str,
        form_url: str = "",
        extra_context: dict[str, Any] | None = None,
    ) -> HttpResponse:
        """Lead to the page that shows what an import changes."""
        run = self.get_object(request, object_id)
        if run is None:
            raise Http404("There is no such import.")
        return HttpResponseRedirect(_preview_url(run))

    def changelist_view(
        self, request: HttpRequest, extra_context: dict[str, Any] | None = None
    ) -> HttpResponse:
        """Offer a new import to those who may."""
        return super().changelist_view(
            request, {**(extra_context or {}), "may_import": may_import(request)}
        )

    def upload(self, request: HttpRequest) -> HttpResponse:
        """Take a file; it is kept with its preview, and nothing else changes."""
        if not may_import(request):
            raise PermissionDenied
        form = UploadForm(request.POST or None, request.FILES or None)
        problems: tuple[str, ...] = ()
        if request.method == "POST" and form.is_valid():
            file = form.cleaned_data["file"]
            try:
                run = start_run(
                    format_name=form.cleaned_data["format"],
                    file_name=file.name,
                    data=file.read(MAX_BYTES + 1),
                    defaults=form.defaults(),
                    actor=request.user if request.user.is_authenticated else None,
                    today=timezone.localdate(),
                )
                return HttpResponseRedirect(_preview_url(run))
            except ImportFileError as error:
                problems = error.problems
        context = {
            **self.admin_site.each_context(request),
            "opts": self.opts,
            "title": "Import locations and hours",
            "form": form,
            "problems": problems,
            "is_nav_sidebar_enabled": True,
        }
        status = 422 if problems or form.errors else 200
        return render(request, "admin/locations/importrun/upload.html", context, status=status)

    def preview(self, request: HttpRequest, pk: int) -> HttpResponse:
        """Show what a run changes or changed; with a reason a waiting one is applied."""
        run = ImportRun.objects.select_related("created_by", "applied_by").filter(pk=pk).first()
        if run is None or not self.has_view_permission(request, run):
            raise Http404("There is no such import.")
        error = ""
        if request.method == "POST":
            if not may_import(request):
                raise PermissionDenied
            error = self._apply(request, run)
            if not error:
                messages.success(request, f"Imported {run.file_name}: {self.result(run)}.")
                return HttpResponseRedirect(_preview_url(run))
            run.refresh_from_db()
        return self._page(request, run, error)

    def _apply(self, request: HttpRequest, run: ImportRun) -> str:
        """Apply a run and return nothing, or why not; then its preview is a new one."""
        today = timezone.localdate()
        try:
            # What the person saw; another window may have made a new preview since.
            if request.POST.get("fingerprint") != run.fingerprint:
                return "Nothing was imported: this preview is not the latest. Look at it again."
            apply_run(
                run=run,
                actor=request.user if request.user.is_authenticated else None,
                reason=request.POST.get("change_reason", ""),
                today=today,
            )
        except ValidationError as error:
            if run.waits and request.POST.get("change_reason", "").strip():
                refresh(run, today)
            return " ".join(error.messages)
        return ""

    def _page(self, request: HttpRequest, run: ImportRun, error: str) -> HttpResponse:
        shown = request.GET.get("show", "")
        lines = run.lines.all()
        if shown in ImportOutcome.values:
            lines = lines.filter(outcome=shown)
        elif shown == _WITH_CAUTIONS:
            lines = lines.filter(cautions__gt=0)
        else:
            shown = ""
        page = Paginator(lines.order_by("position"), _LINES_A_PAGE).get_page(request.GET.get("p"))
        counts = run.counts
        sizes = {**counts, "": sum(counts.get(name, 0) for name in ImportOutcome.values)}
        tabs = [("", "All"), *ImportOutcome.choices, (_WITH_CAUTIONS, "To look at")]
        writes = counts.get("new", 0) + counts.get("changed", 0)
        context = {
            **self.admin_site.each_context(request),
            "opts": self.opts,
            "title": f"Import of {run.file_name}",
            "run": run,
            "format": self.format_title(run),
            "counts": counts,
            "writes": writes,
            "may_import": may_import(request),
            "page": page,
            "shown": shown,
            "tabs": [(value, label, sizes.get(value, 0)) for value, label in tabs],
            "problems": run.problems[:_PROBLEMS_SHOWN],
            "more_problems": max(0, len(run.problems) - _PROBLEMS_SHOWN),
            "error": error,
            "reason": request.POST.get("change_reason", ""),
            "preview_days": PREVIEW_DAYS,
            "is_nav_sidebar_enabled": True,
        }
        template = "admin/locations/importrun/preview.html"
        return render(request, template, context, status=409 if error else 200)


def _preview_url(run: ImportRun) -> str:
    return reverse("admin:locations_importrun_preview", args=[run.pk])
