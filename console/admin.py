"""The screens for accounts, groups and API tokens: who may do what, and how to take it back."""

from __future__ import annotations

from typing import Any

from django.contrib import admin, messages
from django.contrib.admin.utils import unquote
from django.contrib.auth.admin import GroupAdmin, UserAdmin
from django.contrib.auth.models import Group, User
from django.db import transaction
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse
from django.utils import timezone

from compliance.models import EventType
from console.access import access_of, access_of_group, tell_account, tell_group
from console.models import ApiToken, issue, revoke, tell

admin.site.unregister([User, Group])


@admin.register(User)
class AccountAdmin(UserAdmin):  # type: ignore[type-arg]  # not subscriptable at run time
    """Accounts; one that is not needed any more is switched off."""

    def has_delete_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        """Accounts are switched off, not deleted: the history says what each of them did."""
        return False

    def save_model(self, request: HttpRequest, obj: Any, form: Any, change: bool) -> None:
        """Keep what the account might do before, for the event."""
        # Two who change the same account tell of it one after the other.
        stored = User.objects.select_for_update().get(pk=obj.pk) if change else None
        form.access_before = None if stored is None else access_of(stored)
        super().save_model(request, obj, form, change)

    def save_related(self, request: HttpRequest, form: Any, formsets: Any, change: bool) -> None:
        """Tell the log what the account may do from now on."""
        super().save_related(request, form, formsets, change)
        tell_account(
            form.instance, before=form.access_before, at=timezone.now(), by=_signed_in(request)
        )

    def user_change_password(
        self,
        request: HttpRequest,
        id: str,  # noqa: A002  (Django's name)
        form_url: str = "",
    ) -> HttpResponse:
        """Tell the log when somebody sets the password of an account."""
        with transaction.atomic():
            account = self.get_object(request, unquote(id))
            answer: HttpResponse = super().user_change_password(request, id, form_url)
            before = account and account.password
            if account is not None and request.method == "POST":
                account.refresh_from_db()
                if account.password != before:
                    tell_account(
                        account,
                        before=access_of(account),
                        at=timezone.now(),
                        by=_signed_in(request),
                        password=True,
                    )
        return answer


@admin.register(Group)
class RoleAdmin(GroupAdmin):
    """Groups, most of which are roles; what being in one allows is told to the log."""

    def has_delete_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        """People are taken out of groups: a group that goes would take it from them untold."""
        return False

    def save_model(self, request: HttpRequest, obj: Any, form: Any, change: bool) -> None:
        """Keep what the group allowed before, for the event."""
        stored = Group.objects.select_for_update().get(pk=obj.pk) if change else None
        form.access_before = None if stored is None else access_of_group(stored)
        super().save_model(request, obj, form, change)

    def save_related(self, request: HttpRequest, form: Any, formsets: Any, change: bool) -> None:
        """Tell the log what the group allows from now on."""
        super().save_related(request, form, formsets, change)
        tell_group(
            form.instance, before=form.access_before, at=timezone.now(), by=_signed_in(request)
        )


def _signed_in(request: HttpRequest) -> User:
    user: User = request.user  # type: ignore[assignment]  # staff only
    return user


@admin.register(ApiToken)
class ApiTokenAdmin(admin.ModelAdmin):  # type: ignore[type-arg]  # not subscriptable at run time
    """Tokens; the secret is shown once, when it is made, and never again."""

    list_display = ("__str__", "user", "label", "standing", "last_used_at", "expires_at")
    list_select_related = ("user",)
    list_filter = ("revoked_at", "expires_at")
    search_fields = ("prefix", "label", "user__username")
    autocomplete_fields = ("user",)
    fields = ("user", "label", "machine", "expires_at")
    actions = ("take_back",)

    def get_readonly_fields(self, request: HttpRequest, obj: Any = None) -> tuple[str, ...]:
        """Keep a token with the person it was made for."""
        return (
            ("user", "machine", "created_at", "last_used_at", "revoked_at")
            if obj is not None
            else ()
        )

    def get_fields(self, request: HttpRequest, obj: Any = None) -> tuple[str, ...]:
        """Show the dates of a token that exists."""
        extra = ("created_at", "last_used_at", "revoked_at") if obj is not None else ()
        return (*self.fields, *extra)

    def has_delete_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        """Tokens are revoked, not deleted: who held one stays known."""
        return False

    def save_model(self, request: HttpRequest, obj: Any, form: Any, change: bool) -> None:
        """Make the token and show its secret, this once."""
        operator = _signed_in(request)
        if change:
            with transaction.atomic():
                super().save_model(request, obj, form, change)
                tell(EventType.TOKEN_ISSUED, obj, at=timezone.now(), by=operator)
            return
        made, token = issue(
            user=obj.user,
            label=obj.label,
            expires_at=obj.expires_at,
            machine=obj.machine,
            by=operator,
        )
        obj.pk, obj.prefix, obj.digest, obj.created_at = (
            made.pk,
            made.prefix,
            made.digest,
            made.created_at,
        )
        messages.warning(request, f"Copy the token now, it is not shown again: {token}")

    def formfield_for_foreignkey(self, db_field: Any, request: HttpRequest, **kwargs: Any) -> Any:
        """Let nobody speak as a superuser who is none."""
        if db_field.name == "user" and not (request.user.is_superuser and request.user.is_active):
            kwargs["queryset"] = User.objects.filter(is_superuser=False)
        return super().formfield_for_foreignkey(db_field, request, **kwargs)

    @admin.display(description="standing")
    def standing(self, row: ApiToken) -> str:
        """Whether the token is accepted now."""
        if row.revoked_at is not None:
            return "revoked"
        return "expired" if row.refusal(timezone.now()) else "accepted"

    @admin.action(description="Revoke the chosen tokens", permissions=["change"])
    def take_back(self, request: HttpRequest, queryset: QuerySet[ApiToken]) -> None:
        """Refuse the chosen tokens from now on."""
        for token in queryset:
            revoke(token=token, by=_signed_in(request))
        messages.success(request, "Revoked: the chosen tokens are refused from now on.")
