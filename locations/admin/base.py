"""The base of every configuration screen: a reason, a version and a readable history each."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any, ClassVar

from django import forms
from django.contrib import admin, messages
from django.contrib.admin.utils import unquote
from django.core.exceptions import PermissionDenied, ValidationError
from django.db import models
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from simple_history.admin import SimpleHistoryAdmin

from locations import changes
from locations.admin.forms import ConfigurationForm, VersionedForm, form_field
from locations.admin.history import Entry, Source, compare, entries
from locations.models.tracked import Tracked

if TYPE_CHECKING:
    _Tabular = admin.TabularInline[Any, Any]
    _Stacked = admin.StackedInline[Any, Any]
else:
    _Tabular, _Stacked = admin.TabularInline, admin.StackedInline

WHY = ("Why", {"fields": ("change_reason", "seen_version"), "classes": ("why",)})


class ReadableFields:
    """Lists and JSON in readable form fields, on a page of their own or inside another's."""

    def formfield_for_dbfield(
        self, db_field: models.Field[Any, Any], request: HttpRequest | None, **kwargs: Any
    ) -> forms.Field | None:
        """Choose the form field of a column."""
        return form_field(db_field) or super().formfield_for_dbfield(  # type: ignore[misc]
            db_field, request, **kwargs
        )


class _ChildRows(ReadableFields):
    form: Any = VersionedForm
    extra = 0
    show_change_link = True
    # What the rows' own names need, fetched with them.
    with_rows: ClassVar[Sequence[str]] = ("location",)

    def get_queryset(self, request: HttpRequest) -> models.QuerySet[Any]:
        """Fetch the rows with what they are named after."""
        rows: models.QuerySet[Any] = super().get_queryset(request)  # type: ignore[misc]
        return rows.select_related(*self.with_rows)


class TabularRows(_ChildRows, _Tabular):
    """Rows edited on their parent's page; they share its reason."""


class StackedRow(_ChildRows, _Stacked):
    """One row edited on its parent's page; it shares its reason."""


class ConfigurationAdmin(ReadableFields, SimpleHistoryAdmin):
    """A screen for rows that operators own, written through :mod:`locations.changes` only."""

    form = ConfigurationForm
    readonly_fields: ClassVar[Sequence[str]] = ("version",)
    object_history_template = "admin/versions.html"
    list_per_page = 50
    show_full_result_count = False
    # What else a page's history shows: model and the column that points here.
    history_of: ClassVar[Sequence[tuple[type[Tracked], str]]] = ()
    # Named sections; what they leave out follows in a section of its own.
    sections: ClassVar[Sequence[tuple[str | None, dict[str, Any]]]] = ()

    # --- Forms -------------------------------------------------------------------------------

    def get_fieldsets(self, request: HttpRequest, obj: Any = None) -> list[Any]:
        """Put the reason last on every form, and leave it out where nothing can be changed."""
        asked = {"change_reason", "seen_version"}
        sections = list(self.sections)
        if not sections:
            names = [name for name in self.get_fields(request, obj) if name not in asked]
            sections = [(None, {"fields": names})]
        may = (
            self.has_change_permission(request, obj)
            if obj is not None
            else self.has_add_permission(request)
        )
        return [*sections, WHY] if may else sections

    def get_actions(self, request: HttpRequest) -> dict[str, Any]:
        """Offer no bulk deletion: every deletion names its own reason."""
        actions: dict[str, Any] = super().get_actions(request)
        actions.pop("delete_selected", None)
        return actions

    def get_object(
        self, request: HttpRequest, object_id: str, from_field: str | None = None
    ) -> Any:
        """Fetch the row, locked while it is being written, so the version check holds."""
        found = super().get_object(request, object_id, from_field)
        if found is not None and request.method == "POST":
            locked = self.model._default_manager.select_for_update().filter(pk=found.pk)
            if not locked.values_list("pk").first():
                return None
            found = super().get_object(request, object_id, from_field)
        return found

    def changeform_view(
        self,
        request: HttpRequest,
        object_id: str | None = None,
        form_url: str = "",
        extra_context: dict[str, Any] | None = None,
    ) -> HttpResponse:
        """Show or save the form; a row that could not be written says so instead of failing."""
        try:
            response: HttpResponse = super().changeform_view(
                request, object_id, form_url, extra_context
            )
        except ValidationError as error:
            # The form had no objection, the write did: a child row changed in between.
            messages.error(request, " ".join(error.messages))
            return HttpResponseRedirect(request.get_full_path())
        return response

    def save_model(
        self,
        request: HttpRequest,
        obj: Any,
        form: Any,
        change: bool,
    ) -> None:
        """Write the row, unless only its children changed."""
        if change and not form.changed_fields:
            return
        changes.save(
            row=obj,
            actor=request.user if request.user.is_authenticated else None,
            reason=form.cleaned_data["change_reason"],
            seen_version=form.stored_version,
        )

    def save_formset(
        self,
        request: HttpRequest,
        form: Any,
        formset: Any,
        change: bool,
    ) -> None:
        """Write the children with their parent's reason."""
        actor = request.user if request.user.is_authenticated else None
        reason = form.cleaned_data["change_reason"]
        formset.save(commit=False)
        for row in formset.deleted_objects:
            changes.delete(row=row, actor=actor, reason=reason)
        for child in formset.forms:
            if child in formset.deleted_forms or not child.changed_fields:
                continue
            changes.save(
                row=child.instance, actor=actor, reason=reason, seen_version=child.stored_version
            )

    # --- Deleting ----------------------------------------------------------------------------

    def delete_view(
        self, request: HttpRequest, object_id: str, extra_context: dict[str, Any] | None = None
    ) -> HttpResponse:
        """Ask why before deleting."""
        if request.method == "POST" and not request.POST.get("change_reason", "").strip():
            messages.error(request, "Nothing was deleted: say why, it is kept in the history.")
            return HttpResponseRedirect(request.get_full_path())
        try:
            response: HttpResponse = super().delete_view(
                request, object_id, {**(extra_context or {}), "asks_reason": True}
            )
        except ValidationError as error:
            messages.error(request, " ".join(error.messages))
            return HttpResponseRedirect(self._url("change", object_id))
        return response

    def delete_model(self, request: HttpRequest, obj: Any) -> None:
        """Delete the row with its reason."""
        changes.delete(
            row=obj,
            actor=request.user if request.user.is_authenticated else None,
            reason=request.POST["change_reason"],
        )

    # --- History -----------------------------------------------------------------------------

    def history_view(
        self, request: HttpRequest, object_id: str, extra_context: dict[str, Any] | None = None
    ) -> HttpResponse:
        """Show who changed the row and its children, when, why, and from what to what."""
        row = self._row(request, object_id)
        key = unquote(object_id)
        page = max(1, _number(request.GET.get("p"), 1))
        sources = [Source(self.model, "id", key)]
        sources += [Source(model, field, key) for model, field in self.history_of]
        shown, more = entries(sources, page=page)
        if row is None and not shown:
            raise Http404("There is no such row, and there never was.")
        response: HttpResponse = self.render_history_view(
            request,
            self.object_history_template,
            {
                **self._page(request, row, object_id),
                "title": f"History of {row if row is not None else 'a deleted row'}",
                "entries": [(entry, self._version_url(entry)) for entry in shown],
                "page": page,
                "more": more,
                **(extra_context or {}),
            },
        )
        return response

    def history_form_view(
        self,
        request: HttpRequest,
        object_id: str,
        version_id: str,
        extra_context: dict[str, Any] | None = None,
    ) -> HttpResponse:
        """Show a version beside today's values; with a reason it becomes a new version."""
        row = self._row(request, object_id)
        record = self.model.history.filter(
            id=_number(unquote(object_id), 0), history_id=_number(version_id, 0)
        ).first()
        if record is None:
            raise Http404("There is no such version.")
        may = self.has_change_permission(request, row)
        error = ""
        if request.method == "POST":
            if not may:
                raise PermissionDenied
            error = self._restore(request, record, deleted=row is None)
            if not error:
                messages.success(request, f"Version {record.version} was restored.")
                return HttpResponseRedirect(self._url("history", object_id))
        context = {
            **self._page(request, row, object_id),
            "title": f"Version {record.version} of {row or 'a deleted row'}",
            "record": record,
            "fields": compare(self.model, record, row),
            "seen_version": row.version if row is not None else "",
            "may_restore": may,
            "error": error,
            "reason": request.POST.get("change_reason", ""),
            **(extra_context or {}),
        }
        return render(request, "admin/version.html", context, status=409 if error else 200)

    def _restore(self, request: HttpRequest, record: Any, *, deleted: bool) -> str:
        restored = record.instance
        # Else the row would be compared with itself when its code is checked to be the only one.
        restored._state.adding = deleted  # noqa: SLF001  (Django's own name)
        try:
            changes.save(
                row=restored,
                actor=request.user if request.user.is_authenticated else None,
                reason=request.POST.get("change_reason", ""),
                seen_version=_number(request.POST.get("seen_version"), 0),
            )
        except ValidationError as error:
            return " ".join(error.messages)
        self.log_change(request, restored, f"Restored version {record.version}.")
        return ""

    def _row(self, request: HttpRequest, object_id: str) -> Any:
        """Return the row, None when it was deleted; refuse who may not see it."""
        row = SimpleHistoryAdmin.get_object(self, request, unquote(object_id))
        if not self.has_view_or_change_permission(request, row):
            raise PermissionDenied
        if not unquote(object_id).isdecimal():
            raise Http404("There is no such row.")
        return row

    def _page(self, request: HttpRequest, row: Any, object_id: str) -> dict[str, Any]:
        return {
            **self.admin_site.each_context(request),
            "opts": self.opts,
            "object": row,
            "change_url": self._url("change", object_id),
            "history_url": self._url("history", object_id),
        }

    def _url(self, page: str, *args: Any) -> str:
        name = f"admin:{self.opts.app_label}_{self.opts.model_name}_{page}"
        return reverse(name, args=args, current_app=self.admin_site.name)

    def _version_url(self, entry: Entry) -> str:
        if entry.model is not self.model:
            return ""
        return self._url("simple_history", entry.row, entry.id)


class ReadOnlyAdmin(admin.ModelAdmin):  # type: ignore[type-arg]  # not subscriptable at run time
    """A screen that shows what happened; nothing on it can be added, changed or deleted."""

    actions: Any = None
    show_full_result_count = False
    list_per_page = 50

    def has_add_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        """Nothing is added here."""
        return False

    def has_change_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        """Nothing is changed here."""
        return False

    def has_delete_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        """Nothing is deleted here."""
        return False


def _number(text: str | None, otherwise: int) -> int:
    return int(text) if text is not None and text.isdecimal() and len(text) < 12 else otherwise
