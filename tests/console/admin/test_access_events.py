"""Who may do what, as the log tells it: of accounts, groups and passwords."""

import io

import pytest
from django.contrib.auth.models import Group, Permission, User
from django.core.management import call_command
from django.test import Client
from django.urls import reverse

from compliance.audit.canonical import read_canonical
from compliance.models import AuditEvent, EventType
from console.audit.words import sentence

pytestmark = pytest.mark.django_db


@pytest.fixture
def chief():
    return User.objects.create_superuser("chief", password="long enough for a test")


@pytest.fixture
def admin(chief):
    client = Client()
    client.force_login(chief)
    return client


def told():
    rows = AuditEvent.objects.filter(type=EventType.ACCESS_CHANGED).order_by("at", "id")
    return [read_canonical(bytes(row.body)) for row in rows]


def saved(admin, account, **given):
    page = reverse("admin:auth_user_change", args=(account.pk,))
    shown = admin.get(page).context["adminform"].form.initial
    fields = {"username": account.username, "is_active": "on", "groups": []}
    fields |= {"date_joined_0": "2026-11-01", "date_joined_1": "00:00:00"}
    fields |= {"groups": [each.pk for each in shown["groups"]], **given}
    answer = admin.post(page, {name: value for name, value in fields.items() if value is not None})
    assert answer.status_code == 302, answer.context["errors"]


def test_a_role_that_is_given_is_told_with_what_was_before(admin, agent):
    group = Group.objects.get(name="operator")
    saved(admin, agent, groups=[*agent.groups.values_list("pk", flat=True), group.pk])
    (event,) = told()
    assert event["actor"] == {"kind": "operator", "id": "chief", "name": "chief"}
    assert event["details"] == {
        "account": agent.username,
        "before": {"groups": ["agent"]},
        "after": {"groups": ["agent", "operator"]},
        "password": False,
    }
    assert sentence(event) == f"What {agent.username} may do was changed: groups."


def test_an_account_that_is_switched_off_is_told(admin, agent):
    saved(admin, agent, is_active=None)
    (event,) = told()
    assert event["details"]["after"] == {"active": False}


def test_a_new_name_in_an_account_changes_no_access(admin, agent):
    saved(admin, agent, first_name="Another")
    assert told() == []


def test_an_account_that_is_made_is_told(admin):
    secret = "rather Long and 4 nobody"
    page = reverse("admin:auth_user_add")
    given = {"username": "new", "password1": secret, "password2": secret}
    assert admin.post(page, {**given, "usable_password": "true"}).status_code == 302
    (event,) = told()
    assert event["details"]["before"] is None
    assert event["details"]["after"]["superuser"] is False
    assert sentence(event) == "It was said what new may do."


def test_a_password_that_somebody_sets_is_told_without_it(admin, agent):
    page = reverse("admin:auth_user_password_change", args=(agent.pk,))
    secret = "rather Long and 4 nobody"
    given = {"password1": secret, "password2": "other", "usable_password": "true"}
    assert admin.post(page, given).status_code == 200
    assert told() == []
    given |= {"password2": secret, "set-password": "1"}
    assert admin.post(page, given).status_code == 302
    (event,) = told()
    assert event["details"] == {
        "account": agent.username,
        "before": {},
        "after": {},
        "password": True,
    }
    assert sentence(event) == f"The password of {agent.username} was set by somebody else."


def test_what_a_group_allows_is_told_and_none_is_deleted(admin, agent):
    group = Group.objects.get(name="agent")
    may = Permission.objects.get(codename="view_ticket")
    page = reverse("admin:auth_group_change", args=(group.pk,))
    assert admin.post(page, {"name": "agent", "permissions": [may.pk]}).status_code == 302
    (event,) = told()
    assert event["details"]["group"] == "agent"
    assert event["details"]["after"] == {"permissions": ["drafting.view_ticket"]}
    gone = reverse("admin:auth_group_delete", args=(group.pk,))
    assert admin.post(gone, {"post": "yes"}).status_code == 403


def test_commands_tell_of_it_too(monkeypatch):
    monkeypatch.setenv("DJANGO_SUPERUSER_PASSWORD", "rather Long and 4 nobody")
    call_command("createsuperuser", username="root", email="", interactive=False)
    monkeypatch.setattr("getpass.getpass", lambda **_: "another Long 4 nobody")
    call_command("changepassword", "root", stdout=io.StringIO())
    made, changed = told()
    assert (made["details"]["account"], made["actor"]["kind"]) == ("root", "system")
    assert made["details"]["after"]["superuser"] is True
    assert changed["details"]["password"] is True
