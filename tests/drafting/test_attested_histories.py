"""Random histories of drafts: the log tells of each of them, in order, and of nothing else."""

from __future__ import annotations

import itertools
from collections import Counter
from datetime import timedelta
from uuid import uuid4

import pytest
from django.core.exceptions import PermissionDenied
from django.db import transaction
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, rule, run_state_machine_as_test

from compliance.audit.canonical import read_canonical
from compliance.audit.commitments import commitment
from compliance.audit.events import stamp
from compliance.models import AuditEvent, AuditSalt, ComplianceRule, GateDecision
from drafting import intake, jobs, pipeline, pulls, recalls, review, scheduling, sending
from drafting.affected import Asked
from drafting.attestation.reviews import show_held
from drafting.attestation.subjects import person
from drafting.errors import Conflict
from drafting.models import (
    Approval,
    Draft,
    DraftStatus,
    ReviewItem,
    ScheduledReply,
    SentReply,
)
from locations import changes
from tests.drafting.test_openai_backend import Endpoint, reply, send

FINE = "You can return your boots within 14 days."
FINE_TOO = "Thank you for asking. Your boots can come back within 14 days."
BLOCKED = "These boots are sold as is, no warranty."
MENDED = "You cannot return your boots later than 30 days after you bought them."
TEXTS = st.sampled_from([FINE, FINE_TOO, BLOCKED, MENDED])
ANY = st.integers(0, 20)


@pytest.fixture
def model(settings):
    endpoint = Endpoint()
    settings.OPENAI_BASE_URL = endpoint.url
    settings.OPENAI_MODEL = "m"
    # A busy machine must not turn a reply into one that the gate had no time for.
    settings.DRAFTGATE_GATE_TIMEOUT_MS = 60_000
    yield endpoint
    endpoint.close()


class Log:
    """The log as it stands: events in the order of their numbers, read from their bytes."""

    def __init__(self):
        self.rows = list(AuditEvent.objects.select_related("log").order_by("pending__number"))
        self.bodies = [read_canonical(bytes(row.body)) for row in self.rows]
        self.salts = {
            (str(event), name): bytes(salt)
            for event, name, salt in AuditSalt.objects.values_list("event_id", "name", "salt")
        }

    def of(self, kind, draft=None):
        return [
            (place, body)
            for place, body in enumerate(self.bodies)
            if body["type"] == kind and (draft is None or body["draft"] == str(draft.pk))
        ]

    def shows(self, draft):
        """Whether a draft is visible to agents, by the events of it alone."""
        shown = False
        generated = None
        for body in self.bodies:
            if body["draft"] != str(draft.pk):
                continue
            kind, details = body["type"], body["details"]
            if kind == "draft.generated":
                generated = details["decision"]
            elif kind == "gate.decided" and details["decision"] == generated:
                shown = details["verdict"] != "block"
            elif kind == "review.approved":
                shown = True
            elif kind == "draft.edited" and body["actor"]["kind"] == "reviewer":
                shown = details["verdict"] == "pass"
            elif kind in {"draft.held", "draft.recalled", "draft.sent", "draft.discarded"}:
                assert shown or kind == "draft.discarded", "only what is visible ceases to be"
                shown = False
        return shown

    def opens(self, body, text, *names):
        """Whether one of the commitments of these names is to this text."""
        return any(
            each["sha256"] == commitment(text, self.salts[body["id"], each["name"]])
            for each in body["texts"]
            if each["name"] in names
        )


def _ids(rows):
    return rows.values_list("pk", flat=True)


class History(RuleBasedStateMachine):
    """What happens to drafts; what a run stores is rolled back. ``given`` is what fixtures made."""

    given = None

    def __init__(self):
        super().__init__()
        self.block = transaction.atomic()
        self.block.__enter__()
        self.now = self.given["now"]
        self.numbers = itertools.count(1)
        self.messages = {}
        # Who was handed which text of which draft; what came of it is held against the log.
        self.handed_out = set()
        self.handed_in = Counter()
        # Which drafts were taken back, by which recalls.
        self.taken_back = set()

    def teardown(self):
        transaction.set_rollback(True)
        self.block.__exit__(None, None, None)

    # --- What may happen ---

    @rule(text=TEXTS)
    def a_ticket_comes(self, text):
        self._deliver(f"T-{next(self.numbers)}", "scripted", text)

    @rule(second=TEXTS)
    def a_model_writes(self, second):
        left = [BLOCKED, second]
        self.given["model"].behave = lambda handler: send(handler, reply(left.pop(0)))
        self._deliver(f"T-{next(self.numbers)}", "openai", "")

    @rule(which=ANY, text=TEXTS)
    def the_customer_writes_again(self, which, text):
        if self.messages:
            names = sorted(self.messages)
            self._deliver(names[which % len(names)], "scripted", text)

    @rule(which=ANY, who=st.sampled_from(["agent", "operator"]), times=st.integers(1, 2))
    def somebody_pulls(self, which, who, times):
        draft = self._draft(which)
        for _ in range(times if draft else 0):
            pulled = self._try(pulls.pull, draft=draft, actor=self.given[who], at=self.now)
            if pulled is not None and pulled.text is not None:
                self.handed_out.add((draft.pk, self.given[who].username, pulled.text))

    @rule(which=ANY)
    def an_outsider_tries(self, which):
        if draft := self._draft(which):
            with pytest.raises(PermissionDenied):
                pulls.pull(draft=draft, actor=self.given["outsider"], at=self.now)

    @rule(which=ANY, text=st.none() | TEXTS)
    def an_agent_sends(self, which, text):
        if draft := self._draft(which, DraftStatus.VISIBLE, DraftStatus.SENT):
            text = text or draft.shown_text
            agent = self.given["agent"]
            done = self._try(sending.send, draft=draft, actor=agent, text=text, at=self.now)
            self._proposed(draft, done)

    @rule(which=ANY, text=st.none() | TEXTS)
    def an_agent_schedules(self, which, text):
        if draft := self._draft(which, DraftStatus.VISIBLE):
            done = self._try(
                scheduling.schedule,
                draft=draft,
                actor=self.given["agent"],
                text=text or draft.shown_text,
                send_at=self.now + timedelta(hours=1),
                at=self.now,
            )
            self._proposed(draft, done)

    @rule(which=ANY)
    def an_agent_takes_it_back(self, which):
        if draft := self._draft(which, DraftStatus.VISIBLE):
            self._try(scheduling.cancel, draft=draft, actor=self.given["agent"])

    @rule(which=st.none() | ANY, who=st.sampled_from(["reviewer", "operator"]))
    def somebody_recalls(self, which, who):
        one = None if which is None else self._draft(which)
        drafts = None if one is None else [one.pk]
        order = recalls.Order(Asked("rule", "R1"), "The rule was wrong", drafts)
        seen = set(Draft.objects.filter(status="visible").values_list("pk", flat=True))
        ordered = self._try(recalls.order, recall_id=uuid4(), order=order, actor=self.given[who])
        if ordered is not None:
            assert recalls.carry_out(ordered, seconds=60)
            taken = ordered.lines.filter(outcome="recalled").values_list("draft_id", flat=True)
            self.taken_back |= {(pk, ordered.pk) for pk in taken}
            assert set(taken) <= seen
            assert not Draft.objects.filter(pk__in=taken, status="visible").exists()

    @rule()
    def time_goes_by(self):
        self.now += timedelta(hours=2)
        while scheduling.step(at=self.now):
            pass

    @rule(which=ANY, who=st.sampled_from(["reviewer", "operator", "auditor"]))
    def somebody_opens_a_held_draft(self, which, who):
        if item := self._held(which):
            user = self.given[who]
            show_held(item=item, actor=person(user, who), at=self.now)
            texts = {item.text, item.draft.other_text} - {""}
            self.handed_out |= {(item.draft_id, user.username, text) for text in texts}

    @rule(which=ANY, text=TEXTS)
    def a_reviewer_edits(self, which, text):
        if item := self._held(which):
            self._review(review.edit, item, text=text)
            self.handed_in[item.draft_id] += 1

    @rule(which=ANY)
    def a_reviewer_approves(self, which):
        if item := self._held(which):
            self._review(review.approve, item, reason="Fine for them")

    @rule(which=ANY)
    def a_reviewer_rejects(self, which):
        if item := self._held(which):
            self._review(review.reject, item, reason="Not at all")

    @rule(mode=st.sampled_from(["off", "enforce"]))
    def a_rule_changes(self, mode):
        row = ComplianceRule.objects.get(code="R1")
        row.mode = mode
        changes.save(row=row, actor=self.given["operator"], reason=f"Set to {mode}")

    # --- What must hold after each of them ---

    @invariant()
    def the_log_tells_it_all(self):
        log = Log()
        for draft in Draft.objects.select_related("ticket__location", "context"):
            self._tells_of(log, draft)
        told = Counter(body["details"]["decision"] for _, body in log.of("gate.decided"))
        assert told == Counter(str(pk) for pk in GateDecision.objects.values_list("pk", flat=1))
        published = [
            (body["details"]["history"], body["details"]["version"], body["details"]["reason"])
            for _, body in log.of("configuration.published")
        ]
        assert published == list(
            ComplianceRule.history.filter(history_user=self.given["operator"])
            .order_by("history_id")
            .values_list("history_id", "version", "history_change_reason")
        )

    @invariant()
    def nothing_goes_before_its_gate(self):
        log = Log()
        gated = {body["details"]["decision"]: n for n, body in log.of("gate.decided")}
        for kind in (
            "draft.shown",
            "draft.edited",
            "draft.scheduled",
            "draft.held",
            "draft.sent",
            "review.approved",
        ):
            for place, body in log.of(kind):
                at = gated[body["details"]["decision"]]
                assert at < place
                assert log.bodies[at]["draft"] == body["draft"]

    @invariant()
    def the_log_tells_what_is_visible(self):
        log = Log()
        for draft in Draft.objects.all():
            assert log.shows(draft) == (draft.status == DraftStatus.VISIBLE), draft.status
        waiting = {str(pk) for pk in _ids(ScheduledReply.objects.filter(state="waiting"))}
        sent = {str(pk) for pk in _ids(ScheduledReply.objects.filter(state="sent"))}
        scheduled = {body["details"]["reply"] for _, body in log.of("draft.scheduled")}
        withdrawn = [body["details"]["reply"] for _, body in log.of("draft.unscheduled")]
        assert len(withdrawn) == len(set(withdrawn))
        assert scheduled - set(withdrawn) == waiting | sent

    @invariant()
    def whoever_takes_back_is_told_once_with_the_reason(self):
        log = Log()
        told = log.of("draft.recalled")
        assert Counter((body["draft"], body["details"]["recall"]) for _, body in told) == Counter(
            (str(draft), str(recall)) for draft, recall in self.taken_back
        )
        for _, body in told:
            assert log.opens(body, "The rule was wrong", "reason")
            assert body["actor"]["kind"] in {"reviewer", "operator"}

    @invariant()
    def whoever_was_handed_a_text_is_named_once(self):
        log = Log()
        shown = log.of("draft.shown")
        for pk, who, text in self.handed_out:
            found = [
                (place, body)
                for place, body in shown
                if (body["draft"], body["actor"]["id"]) == (str(pk), who)
                and log.opens(body, text, "text")
            ]
            assert len(found) == 1
            assert any(
                log.opens(body, text, "text", "output")
                for place, body in log.of("gate.decided")
                if body["draft"] == str(pk) and place < found[0][0]
            )
        assert len(shown) == len(self.handed_out)

    @invariant()
    def columns_repeat_what_bodies_say(self):
        log = Log()
        for row, body in zip(log.rows, log.bodies, strict=True):
            assert body == body | {
                "id": str(row.pk),
                "log": row.log.origin,
                "type": row.type,
                "at": stamp(row.at),
                "location": row.location,
                "ticket": row.ticket,
                "draft": None if row.draft is None else str(row.draft),
            }
            assert (body["actor"]["kind"], body["actor"]["id"]) == (row.actor_kind, row.actor)
            assert {each["name"] for each in body["texts"]} == {
                name for event, name in log.salts if event == body["id"]
            }
            assert b"boots" not in bytes(row.body)

    # --- How ---

    def _tells_of(self, log, draft):
        ((made, body),) = log.of("draft.generated", draft)
        assert (body["ticket"], body["location"]) == (str(draft.ticket_id), "ald-boston")
        assert log.opens(body, draft.candidate_text, "text")
        ((assembled, payload),) = log.of("payload.assembled", draft)
        assert log.opens(payload, draft.context.sha256, "payload")
        assert log.opens(body, draft.context.sha256, "payload")
        assert assembled < made < log.of("gate.decided", draft)[0][0]
        sent = [body for _, body in log.of("draft.sent", draft)]
        replies = SentReply.objects.filter(draft=draft)
        assert len(sent) == len(replies)
        for event, row in zip(sent, replies, strict=True):
            assert log.opens(event, row.text, "text")
            assert event["details"]["edited"] == row.edited
            if row.edited:
                edits = log.of("draft.edited", draft)
                assert (
                    sum(
                        log.opens(edit, row.text, "text")
                        for _, edit in edits
                        if edit["actor"]["kind"] == "agent"
                    )
                    == 1
                )
        approvals = Approval.objects.filter(draft=draft).order_by("approved_at")
        assert [body["details"]["approval"] for _, body in log.of("review.approved", draft)] == [
            str(row.pk) for row in approvals
        ]
        rejected, discarded = (
            len(log.of(kind, draft)) for kind in ("review.rejected", "draft.discarded")
        )
        assert rejected == (draft.status == DraftStatus.REJECTED)
        assert discarded == (draft.status in {DraftStatus.REJECTED, DraftStatus.SUPERSEDED})
        by_reviewers = [
            body for _, body in log.of("draft.edited", draft) if body["actor"]["kind"] == "reviewer"
        ]
        assert len(by_reviewers) == self.handed_in[draft.pk]

    def _proposed(self, draft, done):
        """The gate's own version of a refused text is handed out with the refusal."""
        if done is not None and done.proposal is not None:
            self.handed_out.add((draft.pk, self.given["agent"].username, done.proposal))

    def _deliver(self, name, backend, text):
        said = self.messages.setdefault(name, [])
        said.append(intake.Incoming(f"Can I return my boots? I ask you {len(said) + 1} times."))
        self.given["deliver"](
            external_id=name,
            messages=list(said),
            backend=backend,
            scripted_text=text,
            arrived_at=self.now,
            as_of=self.given["now"],
        )
        held = jobs.claim()
        assert held is not None
        assert pipeline.work(held) == "done"

    def _draft(self, which, *states):
        drafts = Draft.objects.select_related("ticket").order_by("created_at", "pk")
        drafts = drafts.filter(status__in=states) if states else drafts
        rows = list(drafts)
        return rows[which % len(rows)] if rows else None

    def _held(self, which):
        items = ReviewItem.objects.filter(state="open").select_related(
            "draft__ticket__location", "decision"
        )
        rows = list(items.order_by("opened_at", "pk"))
        return rows[which % len(rows)] if rows else None

    def _review(self, decide, item, **more):
        return decide(item=item, actor=self.given["reviewer"], seen_version=item.version, **more)

    def _try(self, do, **arguments):
        try:
            return do(**arguments)
        except Conflict:
            return None


def test_every_history_is_told(request, model, now):
    people = ("agent", "reviewer", "operator", "auditor", "outsider")
    given = {name: request.getfixturevalue(name) for name in ("deliver", *people)}
    run_state_machine_as_test(
        type("History", (History,), {"given": given | {"model": model, "now": now}}),
        settings=settings(
            max_examples=10, stateful_step_count=14, suppress_health_check=list(HealthCheck)
        ),
    )
