"""The screens for customers, ticket classes and templates, and for what happened to tickets."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, ClassVar
from uuid import UUID

from django.contrib import admin, messages
from django.contrib.admin.widgets import AdminTextInputWidget
from django.db.models import QuerySet
from django.utils import timezone

from compliance.sealing.admin import SealedColumns, opened
from compliance.sealing.fields import SealedTextField
from compliance.sealing.reading import readable
from drafting import jobs, scheduling
from drafting.attestation.drafts import show_all
from drafting.attestation.subjects import reader
from drafting.models import (
    CrmConnection,
    Customer,
    Draft,
    DraftJob,
    JobState,
    KnowledgeRun,
    KnowledgeSource,
    ReplyTemplate,
    RetentionRule,
    ReviewItem,
    ScheduledReply,
    SentReply,
    Ticket,
    TicketClass,
    TicketMessage,
)
from locations.admin.base import ConfigurationAdmin, ReadOnlyAdmin
from locations.roles import OPERATOR, REVIEWER, has_role, roles_of

if TYPE_CHECKING:
    from django.contrib.auth.models import User
    from django.http import HttpRequest, HttpResponse

    _Tabular = admin.TabularInline[Any, Any]
else:
    _Tabular = admin.TabularInline


@admin.register(Customer)
class CustomerAdmin(SealedColumns, ConfigurationAdmin):
    """Customer records. They are found by their code: names are sealed."""

    lists_sealed = True
    list_display = ("code", opened("name"), "state")
    list_filter = ("state",)
    search_fields = ("code",)
    formfield_overrides: ClassVar[Any] = {SealedTextField: {"widget": AdminTextInputWidget}}
    sections = (
        (None, {"fields": (("code", "name"), "state", "version")}),
        ("Records", {"fields": ("loyalty", "orders", "consents", "contacts")}),
    )


@admin.register(CrmConnection)
class CrmConnectionAdmin(ConfigurationAdmin):
    """Where customer records are read from when a ticket arrives."""

    list_display = ("code", "active", "url", "timeout_seconds")
    search_fields = ("code", "url")
    sections = (
        (None, {"fields": (("code", "active"), "url", "timeout_seconds", "version")}),
        ("Its answer", {"fields": ("fields",)}),
    )


@admin.register(KnowledgeSource)
class KnowledgeSourceAdmin(ConfigurationAdmin):
    """Help centres that articles are taken over from, by `manage.py knowledge_sync`."""

    list_display = ("code", "kind", "location", "brand", "active")
    list_select_related = ("brand",)
    list_filter = ("kind", "active", "brand")
    search_fields = ("code", "location")
    autocomplete_fields = ("brand", "owner")
    sections = (
        (None, {"fields": (("code", "active"), "kind", "location", "brand", "version")}),
        (
            "New articles",
            {"fields": ("verticals", "states", "channels", "owner", "review_days")},
        ),
        ("Taking over", {"fields": ("when_missing", "mapping", "timeout_seconds")}),
    )


@admin.register(KnowledgeRun)
class KnowledgeRunAdmin(ReadOnlyAdmin):
    """What was taken over from help centres, and what could not be."""

    list_display = (
        "source",
        "started_at",
        "created",
        "updated",
        "unchanged",
        "missing",
        "error",
    )
    list_select_related = ("source",)
    list_filter = ("source",)


@admin.register(TicketClass)
class TicketClassAdmin(ConfigurationAdmin):
    """What tickets are about."""

    list_display = ("name", "code", "priority")
    search_fields = ("code", "name", "cues")
    sections = (
        (None, {"fields": (("code", "name"), ("priority", "save_offers"), "cues", "version")}),
    )


@admin.register(ReplyTemplate)
class ReplyTemplateAdmin(ConfigurationAdmin):
    """Replies that operators wrote for the composer."""

    list_display = ("code", "ticket_class", "vertical", "brand", "active")
    list_select_related = ("ticket_class", "vertical", "brand")
    list_filter = ("active", "ticket_class", "vertical", "brand")
    search_fields = ("code", "body")
    autocomplete_fields = ("ticket_class", "vertical", "brand")
    sections = (
        (None, {"fields": ("code", "ticket_class", "active", "body", "version")}),
        ("Where it is used", {"fields": ("vertical", "brand", "channels")}),
    )


@admin.register(RetentionRule)
class RetentionRuleAdmin(ConfigurationAdmin):
    """How long texts about people are kept."""

    list_display = ("scope", "days", "record_days")
    list_select_related = ("vertical", "brand")
    search_fields = ("channel", "brand__code", "vertical__code")
    autocomplete_fields = ("vertical", "brand")
    sections = (
        (None, {"fields": (("days", "record_days"), "version")}),
        ("Where it holds", {"fields": ("brand", "vertical", "channel")}),
    )


class WithTexts(SealedColumns, ReadOnlyAdmin):
    """A screen that shows texts of a draft: whoever opens a row of it is named in the log."""

    def texts(self, row: Any) -> tuple[Draft, list[tuple[str, UUID]]]:
        """Return the draft of a row, and the texts on the screen with their decisions."""
        raise NotImplementedError

    def render_change_form(
        self, request: HttpRequest, context: dict[str, Any], *args: Any, **kwargs: Any
    ) -> HttpResponse:
        """Tell of the showing, then show."""
        user: User = request.user  # type: ignore[assignment]  # staff only
        draft, texts = self.texts(kwargs["obj"])
        show_all(
            draft=Draft.objects.select_related("ticket__location").get(pk=draft.pk),
            texts=texts,
            actor=reader(user, roles_of(user)),
            at=timezone.now(),
            by="admin",
        )
        return super().render_change_form(request, context, *args, **kwargs)


class MessageInline(_Tabular):
    """The conversation, oldest first."""

    model = TicketMessage
    fields: ClassVar[Any] = ("position", "author", opened("text"), "sent_at")
    readonly_fields: ClassVar[Any] = fields
    extra = 0
    can_delete = False

    def has_add_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        """Messages arrive; nobody adds them here."""
        return False


@admin.register(Ticket)
class TicketAdmin(SealedColumns, ReadOnlyAdmin):
    """Tickets as they arrived."""

    list_display = ("__str__", "location", "channel", "ticket_class", "customer", "arrived_at")
    list_select_related = ("location", "ticket_class", "customer")
    list_filter = ("source", "channel", "ticket_class", "location__brand")
    search_fields = ("external_id", "location__code", "customer__code")
    date_hierarchy = "arrived_at"
    inlines = (MessageInline,)


@admin.register(Draft)
class DraftAdmin(WithTexts):
    """Drafts: what was written, what the gate made of it, what is shown."""

    list_display = ("__str__", "ticket", "location", "status", "backend", "created_at")
    list_select_related = ("ticket__location",)
    list_filter = ("status", "backend", "ticket__location__brand")
    search_fields = ("id", "ticket__external_id", "ticket__location__code")
    date_hierarchy = "created_at"

    def texts(self, row: Draft) -> tuple[Draft, list[tuple[str, UUID]]]:
        """What was written, what was not taken, and what agents see."""
        by = row.approval.decision_id if row.approval else row.shown_decision_id
        return row, [
            (readable(row, "candidate_text"), row.decision_id),
            (readable(row, "other_text"), row.other_decision_id or row.decision_id),
            (readable(row, "shown_text"), by or row.decision_id),
        ]

    @admin.display(description="location", ordering="ticket__location__code")
    def location(self, row: Draft) -> str:
        """Where the ticket is about."""
        return row.ticket.location.code


@admin.register(ReviewItem)
class ReviewItemAdmin(WithTexts):
    """Held drafts and what reviewers decided."""

    list_display = ("draft", "location", "state", "opened_at", "closed_at", "closed_by")
    list_select_related = ("draft__ticket__location", "closed_by")
    list_filter = ("state", "draft__ticket__location__brand")
    search_fields = ("draft__id", "draft__ticket__external_id")
    date_hierarchy = "opened_at"

    def texts(self, row: ReviewItem) -> tuple[Draft, list[tuple[str, UUID]]]:
        """What is under review."""
        return row.draft, [(readable(row, "text"), row.decision_id)]

    @admin.display(description="location", ordering="draft__ticket__location__code")
    def location(self, row: ReviewItem) -> str:
        """Where the ticket is about."""
        return row.draft.ticket.location.code


@admin.register(SentReply)
class SentReplyAdmin(WithTexts):
    """What went out."""

    list_display = ("draft", "agent", "verdict", "edited", "sent_at")
    list_select_related = ("draft", "agent")
    list_filter = ("verdict", "edited")
    search_fields = ("draft__id", "agent__username")
    date_hierarchy = "sent_at"

    def texts(self, row: SentReply) -> tuple[Draft, list[tuple[str, UUID]]]:
        """What went out."""
        return row.draft, [(readable(row, "text"), row.decision_id)]


@admin.register(ScheduledReply)
class ScheduledReplyAdmin(WithTexts):
    """Replies that were to go out later, and why some did not."""

    lists_sealed = True
    list_display = ("draft", "location", "agent", "send_at", "state", "why")
    list_select_related = ("draft__ticket__location", "agent", "decision")
    list_filter = ("state", "draft__ticket__location__brand")
    search_fields = ("draft__id", "draft__ticket__external_id", "agent__username")
    date_hierarchy = "send_at"

    @admin.display(description="note")
    def why(self, row: ScheduledReply) -> str:
        """Why it did not go, or goes later."""
        return scheduling.said(row)

    def texts(self, row: ScheduledReply) -> tuple[Draft, list[tuple[str, UUID]]]:
        """What is to go out."""
        return row.draft, [(readable(row, "text"), row.decision_id)]

    @admin.display(description="location", ordering="draft__ticket__location__code")
    def location(self, row: ScheduledReply) -> str:
        """Where the ticket is about."""
        return row.draft.ticket.location.code


@admin.register(DraftJob)
class DraftJobAdmin(SealedColumns, ReadOnlyAdmin):
    """The queue of work; a failed job says what went wrong."""

    list_display = ("ticket", "location", "state", "attempts", "run_after", "last_error")
    list_select_related = ("ticket__location",)
    list_filter = ("state",)
    search_fields = ("ticket__external_id",)
    actions = ("try_again",)
    # What a test has written is the text of a draft.
    exclude = ("scripted_text",)

    @admin.display(description="location", ordering="ticket__location__code")
    def location(self, row: DraftJob) -> str:
        """Where the ticket is about."""
        return row.ticket.location.code

    def has_retry_permission(self, request: HttpRequest) -> bool:
        """Who may have a failed draft tried again."""
        return has_role(request.user, OPERATOR, REVIEWER)

    @admin.action(description="Try the chosen failed jobs again", permissions=["retry"])
    def try_again(self, request: HttpRequest, queryset: QuerySet[DraftJob]) -> None:
        """Queue the chosen jobs once more; those that did not fail are left alone."""
        failed = list(queryset.filter(state=JobState.FAILED).select_related("ticket"))
        for job in failed:
            jobs.retry(job=job, actor=request.user)  # type: ignore[arg-type]  # staff only
        jobs_wait = "1 failed job waits" if len(failed) == 1 else f"{len(failed)} failed jobs wait"
        messages.success(request, f"{jobs_wait} for a worker again.")
