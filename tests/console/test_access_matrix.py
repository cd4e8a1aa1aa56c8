"""Who gets through which door: every route times every actor; a new route needs an expectation."""

import contextlib
import re
import uuid

import pytest
from django.apps import apps
from django.contrib import admin
from django.test import Client
from django.urls import NoReverseMatch, URLPattern, get_resolver, reverse

from compliance.models import AuditEvent
from drafting.models import DraftJob, Recall, ReviewItem

ACTORS = ("anonymous", "agent", "outsider", "reviewer", "other_reviewer", "operator", "auditor")

LOGIN = 302  # to the login page
HOME = {"agent": 200, "outsider": 200}  # everybody else is led on
QUEUE = {"agent": 403, "outsider": 403}
# A reviewer of another store is told that there is no such draft.
ITEM = {"agent": 403, "outsider": 403, "other_reviewer": 404}
LOG = {"anonymous": LOGIN, **QUEUE, "reviewer": 403, "other_reviewer": 403}
DRAFTS = {"anonymous": 401, "agent": 200, "outsider": 200}
DRAFT = {"anonymous": 401, "agent": 200, "outsider": 404}

# name: (method, {actor: status}, status of all others)
EXPECTED = {
    "home": ("get", {"anonymous": LOGIN, **HOME}, 302),
    "login": ("get", {"anonymous": 200}, 302),
    "logout": ("post", {}, 302),
    "healthz": ("get", {}, 200),
    "try": ("get", {"anonymous": LOGIN, **QUEUE}, 200),
    "preview": ("get", {"anonymous": LOGIN, **QUEUE}, 200),
    "payload": ("get", {"anonymous": LOGIN, **ITEM}, 200),
    "payload_json": ("get", {"anonymous": LOGIN, **ITEM}, 200),
    "review:queue": ("get", {"anonymous": LOGIN, **QUEUE}, 200),
    "review:item": ("get", {"anonymous": LOGIN, **ITEM}, 200),
    # Operators and auditors may read; only reviewers decide. Without a reason it is a 422.
    "review:retry": (
        "post",
        {"anonymous": LOGIN, **QUEUE, "auditor": 403, "reviewer": 302, "operator": 302},
        404,
    ),
    "review:claim": ("post", {"anonymous": LOGIN, **ITEM, "operator": 403, "auditor": 403}, 302),
    "review:take_over": (
        "post",
        {"anonymous": LOGIN, **ITEM, "operator": 403, "auditor": 403},
        302,
    ),
    "review:release": ("post", {"anonymous": LOGIN, **ITEM, "operator": 403, "auditor": 403}, 302),
    "review:approve": (
        "post",
        {"anonymous": LOGIN, **ITEM, "operator": 403, "auditor": 403},
        422,
    ),
    "review:edit": ("post", {"anonymous": LOGIN, **ITEM, "operator": 403, "auditor": 403}, 422),
    "review:reject": ("post", {"anonymous": LOGIN, **ITEM, "operator": 403, "auditor": 403}, 422),
    # Articles are mended by operators; auditors may read.
    "freshness:board": (
        "get",
        {"anonymous": LOGIN, **QUEUE, "reviewer": 403, "other_reviewer": 403},
        200,
    ),
    # As the page of a decision in the admin.
    "replay": (
        "get",
        {"anonymous": LOGIN, **QUEUE, "reviewer": 403, "other_reviewer": 403},
        200,
    ),
    "affected": ("get", {"anonymous": LOGIN, **QUEUE}, 200),
    # Without a condition there is nothing to export.
    "affected_csv": ("get", {"anonymous": LOGIN, **QUEUE}, 422),
    # The log tells of every location: it is for operators and auditors.
    "audit:log": ("get", LOG, 200),
    "audit:events": ("get", LOG, 200),
    "audit:event": ("get", LOG, 200),
    "audit:event_bytes": ("get", LOG, 200),
    # Nothing is signed here, nothing was sent, and nobody asked for an export.
    "audit:event_proof": ("get", LOG, 409),
    "audit:event_statement": ("get", LOG, 404),
    "audit:checkpoint": ("get", LOG, 404),
    "audit:vkeys": ("get", LOG, 404),
    "audit:guide": ("get", LOG, 200),
    "audit:exports": ("get", LOG, 200),
    "audit:export_file": ("get", LOG, 404),
    # Who reads drafts of a location may follow them.
    "audit:timeline": ("get", {"anonymous": LOGIN, **ITEM}, 200),
    "affected_json": ("get", {"anonymous": LOGIN, **QUEUE}, 422),
    # Auditors change nothing.
    "recall": ("get", {"anonymous": LOGIN, **QUEUE, "auditor": 403}, 422),
    "recalled": ("get", {"anonymous": LOGIN, **QUEUE, "other_reviewer": 404}, 200),
    "rulebook:rules": ("get", {"anonymous": LOGIN, **QUEUE}, 200),
    "rulebook:rule": ("get", {"anonymous": LOGIN, **QUEUE}, 200),
    "rulebook:concepts": ("get", {"anonymous": LOGIN, **QUEUE}, 200),
    "voice:lab": ("get", {"anonymous": LOGIN, **QUEUE}, 200),
    "voice:drift": ("get", {"anonymous": LOGIN, **QUEUE}, 200),
    "voice:example": ("post", {"anonymous": LOGIN, **QUEUE}, 200),
    # Voices are learned by operators; auditors may read.
    "voice:learn": (
        "get",
        {"anonymous": LOGIN, **QUEUE, "reviewer": 403, "other_reviewer": 403},
        200,
    ),
    "voice:learned": (
        "get",
        {"anonymous": LOGIN, **QUEUE, "reviewer": 403, "other_reviewer": 403},
        404,
    ),
    # What is stored about people is for operators; auditors may read.
    **{
        f"privacy:{name}": (
            "get",
            {"anonymous": LOGIN, **QUEUE, "reviewer": 403, "other_reviewer": 403},
            status,
        )
        for name, status in (
            ("find", 200),
            ("customer", 404),
            ("ticket", 200),
            ("holds", 200),
            ("erasures", 200),
            ("retention", 200),
        )
    },
    # Without a reason and a typed name nothing is erased or released.
    **{
        f"privacy:{name}": (
            "post",
            {"anonymous": LOGIN, "operator": status},
            403,
        )
        for name, status in (("erase_customer", 404), ("erase_ticket", 422), ("release", 404))
    },
    "api:schema": ("get", {}, 200),
    "api:locations": ("get", {"anonymous": 401}, 200),
    "api:customer": ("get", {"anonymous": 401, "operator": 404}, 403),
    "api:tickets": (
        "post",
        {"anonymous": 401, "agent": 400, "outsider": 400, "operator": 400},
        403,
    ),
    "api:ticket": (
        "get",
        {"anonymous": 401, "agent": 200, "outsider": 404, "operator": 200},
        403,
    ),
    "api:drafts": ("get", DRAFTS, 403),
    "api:draft": ("get", DRAFT, 403),
    "api:statement": ("get", {"anonymous": 401, "operator": 404, "auditor": 404}, 403),
    "api:proof": ("get", {"anonymous": 401, "operator": 409, "auditor": 409}, 403),
    "api:affected": ("get", {"anonymous": 401, **QUEUE}, 400),
    "api:recalls": ("post", {"anonymous": 401, **QUEUE, "auditor": 403}, 400),
    "api:recall": ("get", {"anonymous": 401, **QUEUE, "other_reviewer": 404}, 200),
    "api:send": ("post", {"anonymous": 401, "agent": 400, "outsider": 404}, 403),
}
STAFF = ("operator", "auditor")


def _routes(patterns, namespace="", prefix=""):
    for pattern in patterns:
        route = prefix + str(pattern.pattern)
        if isinstance(pattern, URLPattern):
            yield f"{namespace}{pattern.name}", route
        else:
            inner = f"{namespace}{pattern.namespace}:" if pattern.namespace else namespace
            yield from _routes(pattern.url_patterns, inner, route)


def _all_routes():
    return sorted(set(_routes(get_resolver().url_patterns)))


def _own_routes():
    return [(name, route) for name, route in _all_routes() if not name.startswith("admin:")]


@pytest.fixture
def everybody(agent, outsider, reviewer, other_reviewer, operator, auditor):
    return {
        "agent": agent,
        "outsider": outsider,
        "reviewer": reviewer,
        "other_reviewer": other_reviewer,
        "operator": operator,
        "auditor": auditor,
    }


def _client(actor, everybody, api, name):
    user = everybody.get(actor)
    if name.startswith("api:"):
        return api(user)
    client = Client()
    if user is not None:
        client.force_login(user)
    return client


def test_every_route_has_an_expectation():
    missing = [name for name, _ in _own_routes() if name not in EXPECTED]
    assert missing == []
    gone = set(EXPECTED) - {name for name, _ in _own_routes()}
    assert gone == set()


@pytest.mark.parametrize(("name", "route"), _own_routes(), ids=str)
def test_own_routes(name, route, everybody, api, held):
    method, special, others = EXPECTED[name]
    review = ReviewItem.objects.get(draft=held)
    recall = Recall.objects.create(
        condition="rule:R1:1",
        reason="Wrong",
        role="operator",
        ordered_by=everybody["operator"],
        ordered_at=held.created_at,
    )
    recall.lines.create(draft=held)
    ids = {
        "<uuid:recall_id>": recall.pk,
        "<int:pk>": review.pk,
        "<int:hold_id>": 0,
        "<uuid:draft_id>": held.pk,
        "<uuid:ticket_id>": held.ticket_id,
        "<uuid:decision_id>": held.decision_id,
        "<uuid:job_id>": held.message.job.pk,
        "<uuid:event_id>": AuditEvent.objects.filter(draft=held.pk).first().pk,
        "<uuid:export_id>": uuid.uuid4(),
        "<str:code>": "nobody",
        "<slug:rule>": "R1",
        "<slug:field>": "contractions",
    }
    path = "/" + re.sub("<.*?>", lambda part: str(ids[part[0]]), route)
    for actor in ACTORS:
        DraftJob.objects.update(state="failed")
        response = getattr(_client(actor, everybody, api, name), method)(path)
        wanted = special.get(actor, others)
        assert response.status_code == wanted, (actor, response.content[:400])
        if wanted == LOGIN and actor == "anonymous":
            assert response["Location"].startswith("/accounts/login/")


def test_strange_ids_are_not_found(everybody, api):
    assert api(everybody["agent"]).get(f"/api/v1/drafts/{uuid.uuid4()}/").status_code == 404
    client = Client()
    client.force_login(everybody["reviewer"])
    assert client.get("/review/999999/").status_code == 404


# --- The admin, as a group ------------------------------------------------------------------------


def _admin_paths():
    """Every page of the admin with an id that does not exist, beside its model and its kind."""
    for model in admin.site._registry:
        label = f"{model._meta.app_label}/{model._meta.model_name}"
        yield f"/admin/{label}/", model, "list"
        yield f"/admin/{label}/add/", model, "add"
        for kind in ("change", "delete", "history"):
            yield f"/admin/{label}/%s/{kind}/", model, kind


def _admin_path(name):
    for args in ((), ("1",), ("1", "1"), ("locations",), (1, 1)):
        with contextlib.suppress(NoReverseMatch):
            return reverse(name, args=args)
    if name == "admin:None":
        return "/admin/no/such/page/"
    raise AssertionError(f"{name}: give the arguments that lead to it")


def _paths_of(model, kind, path):
    if "%s" not in path:
        return path
    row = model._default_manager.first()
    return path % (row.pk if row is not None else 0)


def test_nobody_but_staff_sees_any_admin_page(everybody, held):
    for actor in ("anonymous", "agent", "outsider", "reviewer", "other_reviewer"):
        client = Client()
        if actor in everybody:
            client.force_login(everybody[actor])
        for name, _ in _all_routes():
            if not name.startswith("admin:") or name in {"admin:login", "admin:logout"}:
                continue
            path = _admin_path(name)
            response = client.get(path)
            assert response.status_code == 302, (actor, name, path)
            assert "login" in response["Location"], (actor, name)


@pytest.mark.parametrize("actor", STAFF)
def test_staff_pages_of_the_admin(actor, everybody, held):
    client = Client()
    client.force_login(everybody[actor])
    refused = []
    for path, model, kind in _admin_paths():
        status = client.get(_paths_of(model, kind, path)).status_code
        assert status in {200, 302, 403, 404}, (path, status)
        if status == 403:
            refused.append((model._meta.label, kind))
    changed = {kind for _, kind in refused}
    if actor == "auditor":
        for model in admin.site._registry:
            assert (model._meta.label, "add") in refused
            assert (model._meta.label, "delete") in refused
        assert ("locations.Location", "list") not in refused
        assert ("drafting.Draft", "list") not in refused
        assert ("console.ApiToken", "list") in refused
    else:
        assert ("locations.Location", "add") not in refused
        assert ("compliance.ComplianceRule", "delete") not in refused
        assert ("compliance.GateDecision", "add") in refused
        assert ("auth.User", "add") in refused, "operators must not make themselves superusers"
    assert changed


def test_every_model_of_ours_has_a_screen_or_a_reason():
    without = {
        "drafting.TicketMessage",  # shown on its ticket
        "locations.ImportLine",  # shown with its import
        "drafting.ContextRecord",  # shown with its draft in the queue
        "drafting.JudgeAnswer",  # a cache of what a model said; its findings stand in decisions
        "drafting.Approval",  # shown with its draft in the queue
        "drafting.LaterCondition",  # shown on the page of affected drafts
        "drafting.Recall",  # has a page of its own
        "drafting.RecallLine",  # shown on the page of its recall
        "drafting.Erasure",  # the register on the same pages
        "drafting.RetentionRun",  # the same
        "drafting.LegalHold",  # shown on the pages of what is stored about people
        "drafting.Held",  # a view: which hold covers what
        "drafting.TicketActivity",  # a view: when something happened on a ticket
        "drafting.ArticleFlag",  # shown on the freshness board
        "drafting.ArticleCheck",  # counted on the freshness board
        "drafting.KnowledgeClock",  # shown on the freshness board
        "compliance.AuditLog",  # shown with its self-check
        # The log is read on pages of its own, and changed by nobody.
        *(f"compliance.Audit{name}" for name in ("Event", "Leaf", "Node", "Checkpoint", "Key")),
        *(f"compliance.AuditExport{name}" for name in ("", "Part")),  # likewise
        "compliance.AuditSalt",  # nobody's to see: they open commitments
        "compliance.GateInputPart",  # read by taking a decision again
        "compliance.SealedInputPart",  # likewise
        "compliance.DataKey",  # nobody's to see: they open texts
        "compliance.PendingEvent",  # told of when it waits for long
        "compliance.ToneProposal",  # shown on the pages of learning a voice
    }
    ours = {
        model._meta.label
        for model in apps.get_models()
        if model._meta.app_label in {"locations", "compliance", "drafting", "console"}
        and not model._meta.model_name.startswith("historical")
    }
    registered = {model._meta.label for model in admin.site._registry}
    assert ours - registered == without
