"""Accounts, tokens and failed work in the admin: what an operator may do, and what nobody may."""

import pytest
from django.contrib.auth.models import User
from django.test import Client
from django.urls import reverse

from console.models import ApiToken
from drafting.models import DraftJob, JobState


def signed_in(user):
    client = Client()
    client.force_login(user)
    return client


@pytest.fixture
def failed(held):
    DraftJob.objects.update(state=JobState.FAILED, attempts=5, last_error="The model is gone.")
    return DraftJob.objects.get()


def test_an_operator_makes_a_token_for_an_agent_but_none_for_a_superuser(operator, agent):
    chief = User.objects.create_superuser("chief", password="long enough for a test")
    form = reverse("admin:console_apitoken_add")
    refused = signed_in(operator).post(form, {"user": chief.pk, "label": "mine"})
    assert refused.status_code == 200
    assert not ApiToken.objects.exists()
    assert signed_in(operator).post(form, {"user": agent.pk}).status_code == 302
    assert signed_in(chief).post(form, {"user": chief.pk}).status_code == 302
    assert ApiToken.objects.count() == 2


def test_accounts_are_switched_off_and_never_deleted(agent):
    chief = User.objects.create_superuser("chief", password="long enough for a test")
    page = reverse("admin:auth_user_delete", args=(agent.pk,))
    assert signed_in(chief).post(page, {"post": "yes"}).status_code == 403
    assert User.objects.filter(pk=agent.pk).exists()


def test_failed_work_says_why_and_is_tried_again(operator, failed):
    client, page = signed_in(operator), reverse("admin:drafting_draftjob_changelist")
    assert "The model is gone." in client.get(page).content.decode()
    chosen = {"action": "try_again", "_selected_action": [str(failed.pk)]}
    assert "1 failed job waits" in client.post(page, chosen, follow=True).content.decode()
    failed.refresh_from_db()
    assert (failed.state, failed.attempts) == (JobState.QUEUED, 0)


def test_an_auditor_sees_failed_work_and_leaves_it(auditor, failed):
    client, page = signed_in(auditor), reverse("admin:drafting_draftjob_changelist")
    assert "try_again" not in client.get(page).content.decode()
    client.post(page, {"action": "try_again", "_selected_action": [str(failed.pk)]})
    failed.refresh_from_db()
    assert failed.state == JobState.FAILED
