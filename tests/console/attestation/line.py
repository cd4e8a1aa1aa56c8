"""Everything that can happen to drafts, over the API and the pages, and what must be told of it.

What must be told is worked out from what stands in the tables before and after, and from what was
answered; never from the code that tells it.
"""

from __future__ import annotations

import html
import itertools
import re
from contextlib import contextmanager
from datetime import timedelta

from django.db import DatabaseError, connection, transaction
from django.test import Client
from django.utils import timezone
from rest_framework.test import APIClient

from compliance.models import ComplianceRule, GateDecision
from console.models import issue
from drafting import intake, jobs, pipeline, scheduling
from drafting.models import (
    Approval,
    Draft,
    DraftStatus,
    ReviewItem,
    ScheduledReply,
    SentReply,
    TicketMessage,
)
from locations import changes
from tests.console.attestation.told import SYSTEM, Listener, Tell
from tests.console.conftest import NOW
from tests.drafting.test_openai_backend import reply, send

_WRITE = re.compile(
    r'(?:INSERT INTO|UPDATE|DELETE FROM) "?(?:drafting|compliance)_|SELECT append_audit_events'
)
# Fail at the first write, then at the second, and so on until there is none more.
EVERY = -1
_SUGGESTION = re.compile(r'<textarea id="suggestion"[^>]*>(.*?)</textarea>', re.DOTALL)


class Line:
    """The line from a ticket to a reply, watched. ``people`` are users by role; two review."""

    def __init__(self, people, model):
        self.people, self.model = people, model
        token, secret = issue(user=people["agent"], label="our helpdesk")
        robot, own = issue(user=people["agent"], label="night robot", machine=True)
        self.api = {"person": self._api(secret), "machine": self._api(own)}
        self.speaks = {
            "person": ("agent", people["agent"].username, token.name),
            "machine": ("token", robot.name, None),
        }
        self.pages = {}
        for name in ("reviewer", "second", "operator", "auditor"):
            self.pages[name] = Client(raise_request_exception=False)
            self.pages[name].force_login(people[name])
        self.log = Listener()
        self.numbers = itertools.count(1)
        self.said = {}
        self.now = timezone.now()
        # Who was handed which text of which draft, and who put which text of theirs in its place.
        self.handed = set()
        self.edited = set()

    @staticmethod
    def _api(secret):
        client = APIClient(raise_request_exception=False)
        client.credentials(HTTP_AUTHORIZATION=f"Bearer {secret}")
        return client

    # --- Drafts come to be ---

    def ticket(self, text, *, name="", backend="scripted"):
        """A ticket comes, or the customer of a known one writes again; it is drafted at once."""
        name = name or f"T-{next(self.numbers)}"
        said = self.said.setdefault(name, [])
        said.append(intake.Incoming(f"Can I return my boots? I ask you {len(said) + 1} times."))
        retired = list(
            Draft.objects.filter(ticket__external_id=name, status__in=("visible", "held"))
            .select_related("ticket__location")
            .order_by("pk")
        )
        waiting = list(ScheduledReply.objects.filter(draft__in=retired, state="waiting"))
        intake.receive(
            source="test",
            external_id=name,
            location_code="ald-boston",
            channel="email",
            messages=list(said),
            arrived_at=NOW,
            actor=None,
            wish=intake.DraftWish(as_of=NOW, backend=backend, scripted_text=text),
        )
        self.log.hears(
            *(
                Tell("draft.discarded", SYSTEM, draft, details={"why": "superseded"})
                for draft in retired
            ),
            *(self._unscheduled(each, SYSTEM, "superseded") for each in waiting),
        )
        held = jobs.claim()
        assert held is not None
        known = self._decisions()
        assert pipeline.work(held) == "done"
        draft = _drafts().get(message__job=held.job_id)
        payload = {"payload": draft.context.sha256}
        written = {"text": draft.candidate_text, **payload}
        if draft.other_text:
            written["other"] = draft.other_text
        first = (draft.decision, draft.candidate_text)
        gated = [first]
        if draft.other_decision is not None:
            gated.append((draft.other_decision, draft.other_text))
            if draft.redraft == "used":
                gated.reverse()
        assert {decision.pk for decision, _ in gated} == self._decisions() - known
        self.log.hears(
            Tell("payload.assembled", SYSTEM, draft, payload),
            Tell("draft.generated", SYSTEM, draft, written, {"decision": str(draft.decision.pk)}),
            *(self._gated(draft, decision, text) for decision, text in gated),
        )
        return draft

    def model_writes(self, first, second):
        """A model writes, and is asked once more when its reply is blocked."""
        left = [first, second]
        self.model.behave = lambda handler: send(handler, reply(left.pop(0)))
        return self.ticket("", backend="openai")

    # --- Agents, over the API ---

    def pull(self, draft, who="person", crash=0):
        before, known = _now(draft), self._decisions()
        address = f"/api/v1/drafts/{draft.pk}/"
        answer = self._do(lambda: self.api[who].get(address), crash)
        assert answer.status_code == 200, answer.content
        text, after = answer.json()["text"], _now(draft)
        tells = []
        decision = self._new(known)
        if before.status == DraftStatus.VISIBLE:
            tells.append(self._gated(after, decision, before.shown_text, "pull"))
            if text is None:
                assert after.status == DraftStatus.HELD
                tells.append(self._held(after, decision))
            else:
                assert text == before.shown_text
        else:
            assert decision is None
            assert text == (before.sent.text if before.status == DraftStatus.SENT else None)
            decision = before.sent.decision if text is not None else None
        if text is not None:
            tells += self._shown(after, self.speaks[who], text, decision, "pull")
        self.log.hears(*tells)
        return text

    def send(self, draft, text=None, who="person", crash=0):
        before, known = _now(draft), self._decisions()
        text = text or before.shown_text
        waiting = ScheduledReply.objects.filter(draft=draft, state="waiting").first()
        address = f"/api/v1/drafts/{draft.pk}/send/"
        answer = self._do(lambda: self.api[who].post(address, {"text": text}), crash)
        decision = self._new(known)
        if before.status != DraftStatus.VISIBLE:
            same = before.status == DraftStatus.SENT and before.sent.text == text
            assert answer.status_code == (200 if same else 409)
            self.log.hears()
            return
        assert answer.status_code in {200, 422}, answer.content
        self.log.hears(
            *self._sending(before, decision, text, self.speaks[who], waiting),
        )

    def _sending(self, before, decision, text, by, waiting, *, due=None):
        """What sending a text of a visible draft tells, by what came of it."""
        after = _now(before)
        tells = [self._gated(after, decision, text, "send")]
        if after.status != DraftStatus.SENT:
            if after.status == DraftStatus.HELD:
                tells.append(self._held(after, decision))
            # The gate's own version of a refused text is handed out with the refusal.
            return tells if due else [*tells, *self._proposed(after, by, decision)]
        row = SentReply.objects.get(draft=before)
        assert (row.text, row.decision_id) == (text, decision.pk)
        assert row.edited == (text != before.shown_text)
        if row.edited:
            tells += self._edited_once(after, by, text, decision)
        approval = None if row.approval_id is None else str(row.approval_id)
        tells.append(
            Tell(
                "draft.sent",
                by,
                after,
                {"text": text, "payload": after.context.sha256},
                {
                    "decision": str(decision.pk),
                    "verdict": row.verdict,
                    "approval": approval,
                    "edited": row.edited,
                    "scheduled": None if due is None else str(due.pk),
                },
            )
        )
        if waiting is not None and waiting.text != text:
            tells.append(self._unscheduled(waiting, by, "replaced"))
        return tells

    def schedule(self, draft, text=None, who="person", crash=0):
        before, known = _now(draft), self._decisions()
        text = text or before.shown_text
        waiting = ScheduledReply.objects.filter(draft=draft, state="waiting").first()
        wish = {"text": text, "send_at": (self.now + timedelta(hours=1)).isoformat()}
        address = f"/api/v1/drafts/{draft.pk}/send/"
        answer = self._do(lambda: self.api[who].post(address, wish), crash)
        by, decision = self.speaks[who], self._new(known)
        row = ScheduledReply.objects.filter(draft=draft, state="waiting").first()
        if before.status != DraftStatus.VISIBLE or (row == waiting and decision is None):
            assert answer.status_code in {202, 409}
            self.log.hears()
            return
        tells = [self._gated(before, decision, text, "schedule")]
        if answer.status_code == 202:
            if waiting is not None:
                tells.append(self._unscheduled(waiting, by, "replaced"))
            if text != before.shown_text:
                tells += self._edited_once(before, by, text, decision)
            tells.append(
                Tell(
                    "draft.scheduled",
                    by,
                    before,
                    {"text": text},
                    {"reply": str(row.pk), "decision": str(decision.pk)},
                )
            )
        else:
            assert answer.status_code == 422, answer.content
            assert row == waiting
            tells += self._proposed(before, by, decision)
        self.log.hears(*tells)

    def unschedule(self, draft, who="person", crash=0):
        waiting = ScheduledReply.objects.filter(draft=draft, state="waiting").first()
        address = f"/api/v1/drafts/{draft.pk}/send/"
        answer = self._do(lambda: self.api[who].delete(address), crash)
        assert answer.status_code == (409 if waiting is None else 200)
        tells = [self._unscheduled(waiting, self.speaks[who], "cancelled")] if waiting else []
        self.log.hears(*tells)

    def time_goes_by(self):
        """The moment of every reply that waits has come."""
        self.now += timedelta(hours=2)
        while due := ScheduledReply.objects.filter(state="waiting").order_by("send_at").first():
            before, known = _now(due.draft), self._decisions()
            assert scheduling.step(at=self.now)
            due.refresh_from_db()
            agent = ("agent", due.agent.username, None)
            decision = self._new(known)
            tells = self._sending(before, decision, due.text, agent, None, due=due)
            if due.state == "refused":
                tells.append(self._unscheduled(due, SYSTEM, "refused"))
            self.log.hears(*tells)

    # --- Reviewers, on the pages ---

    def open(self, item, who="reviewer", crash=0):
        item = _item(item)
        answer = self._do(lambda: self.pages[who].get(f"/review/{item.pk}/"), crash)
        assert answer.status_code == 200
        role = "reviewer" if who == "second" else who
        by = (role, self.people[who].username, None)
        page, draft = answer.content.decode(), _now(item.draft)
        texts = [(item.text, item.decision)]
        if found := _SUGGESTION.search(page):
            texts.append((html.unescape(found[1]), item.decision))
        if draft.other_text:
            texts.append((draft.other_text, draft.other_decision))
        self.log.hears(
            *itertools.chain.from_iterable(
                self._shown(draft, by, text, decision, "review") for text, decision in texts
            )
        )

    def claim(self, item, who="reviewer", how="", crash=0):
        """Take in hand, take over with a note or give back, as ``how`` says."""
        item, by = _item(item), self._reviewer(who)
        paths = {"": "claim/", "take_over": "claim/over/", "release": "claim/release/"}
        address = f"/review/{item.pk}/{paths[how]}"
        note = {"note": "They went home"} if how == "take_over" else {}
        answer = self._do(lambda: self.pages[who].post(address, note), crash)
        assert answer.status_code == 302
        holder, user = _holder(item), self.people[who]
        seen = {"decision": str(item.decision_id)}
        tells = []
        if how == "release":
            tells = [Tell("review.released", by, item.draft, {}, seen)] if holder == user else []
        elif holder is None:
            how = {"how": "asked", "from": None}
            tells = [Tell("review.claimed", by, item.draft, {}, seen | how)]
        elif holder != user and how == "take_over":
            how = {"how": "take_over", "from": holder.username}
            tells = [Tell("review.claimed", by, item.draft, note, seen | how)]
        self.log.hears(*tells)
        left = _holder(_item(item))
        taken = holder if holder not in {None, user} and how == "" else user
        given_back = how == "release" and holder == user
        assert left == (None if given_back else holder if how == "release" else taken)

    def leases_end(self):
        """Everybody goes home: what is in hand is in nobody's an hour later. Nothing is told."""
        over = timezone.now() - timedelta(seconds=1)
        ReviewItem.objects.exclude(claimed_by=None).update(claim_until=over)
        self.log.hears()

    def approve(self, item, who="reviewer", crash=0):
        reason = {"reason": "Fine for this customer"}
        if tells := self._decide(item, who, "approve", reason, crash):
            item = _item(item)
            approval = Approval.objects.filter(draft=item.draft).latest("approved_at")
            tells.append(
                Tell(
                    "review.approved",
                    self._reviewer(who),
                    item.draft,
                    {"text": item.text, **reason},
                    {"approval": str(approval.pk), "decision": str(item.decision_id)},
                )
            )
            assert item.draft.shown_text == item.text
            self.log.hears(*tells)

    def reject(self, item, who="reviewer", crash=0):
        reason = {"reason": "Not at all"}
        if tells := self._decide(item, who, "reject", reason, crash):
            item, by = _item(item), self._reviewer(who)
            seen = {"decision": str(item.decision_id)}
            tells += [
                Tell("review.rejected", by, item.draft, {"text": item.text, **reason}, seen),
                Tell("draft.discarded", by, item.draft, {}, {"why": "rejected"}),
            ]
            assert item.draft.status == DraftStatus.REJECTED
            self.log.hears(*tells)

    def edit(self, item, text, who="reviewer", crash=0):
        known = self._decisions()
        if tells := self._decide(item, who, "edit", {"text": text}, crash):
            item, by, decision = _item(item), self._reviewer(who), self._new(known)
            verdict = {"decision": str(decision.pk), "verdict": decision.verdict}
            tells += [
                self._gated(item.draft, decision, text, "review_edit"),
                Tell("draft.edited", by, item.draft, {"text": text}, verdict),
            ]
            self.edited.add((item.draft_id, by[:2], text))
            assert item.text == text
            self.log.hears(*tells)

    def _decide(self, item, who, action, said, crash):
        """Post a decision; return what comes before it, or nothing when it was refused."""
        item, by = _item(item), self._reviewer(who)
        holder, user = _holder(item), self.people[who]
        address, said = f"/review/{item.pk}/{action}/", {"seen_version": item.version, **said}
        answer = self._do(lambda: self.pages[who].post(address, said), crash)
        if holder not in {None, user}:
            assert answer.status_code == 409
            assert _item(item).version == item.version
            self.log.hears()
            return []
        assert answer.status_code == 302, answer.content
        details = {"how": "deciding", "from": None, "decision": str(item.decision_id)}
        claimed = Tell("review.claimed", by, item.draft, {}, details)
        # A list that is true although it may hold nothing to be told: see the callers.
        return _Tells([] if holder == user else [claimed])

    def rule_changes(self, mode):
        row = ComplianceRule.objects.get(code="R1")
        row.mode = mode
        reason = f"Set to {mode}"
        changes.save(row=row, actor=self.people["operator"], reason=reason)
        entry = ComplianceRule.history.first()
        details = {
            "model": "compliance.compliancerule",
            "code": "R1",
            "version": row.version,
            "history": entry.history_id,
            "reason": reason,
        }
        by = ("operator", self.people["operator"].username, None)
        self.log.hears(Tell("configuration.published", by, None, {}, details))

    # --- What several of these need ---

    def _do(self, do, crash):
        """Do something; before that, once with a database that fails at that write, or at each.

        Then nothing of it may be there: no fact without its event, and no event without its fact.
        """
        for place in itertools.count(1) if crash == EVERY else [crash] if crash else []:
            with transaction.atomic():
                before = _facts()
                with _failing(place) as failed:
                    do()
                if failed:
                    assert self.log.news() == [], "an event without its fact"
                    assert _facts() == before, "a fact without its event"
                transaction.set_rollback(True)
            if not failed:
                break
        return do()

    def _decisions(self):
        return set(GateDecision.objects.values_list("pk", flat=True))

    def _new(self, known):
        new = self._decisions() - known
        assert len(new) < 2
        return GateDecision.objects.get(pk=new.pop()) if new else None

    def _reviewer(self, who):
        return ("reviewer", self.people[who].username, None)

    @staticmethod
    def _gated(draft, decision, text, purpose=None):
        texts = {"text": text}
        if decision.output_text not in {None, text}:
            texts["output"] = decision.output_text
        if decision.facts_sha256:
            texts["facts"] = decision.facts_sha256
        details = {
            "decision": str(decision.pk),
            "purpose": purpose or decision.purpose,
            "verdict": decision.verdict,
        }
        return Tell("gate.decided", SYSTEM, draft, texts, details)

    @staticmethod
    def _held(draft, decision):
        return Tell("draft.held", SYSTEM, draft, {}, {"decision": str(decision.pk)})

    @staticmethod
    def _unscheduled(reply, by, why):
        draft = _drafts().get(pk=reply.draft_id)
        details = {"reply": str(reply.pk), "why": why}
        return Tell("draft.unscheduled", by, draft, {}, details)

    def _shown(self, draft, by, text, decision, how):
        if (draft.pk, by[:2], text) in self.handed:
            return []
        self.handed.add((draft.pk, by[:2], text))
        details = {"by": how, "decision": str(decision.pk)}
        return [Tell("draft.shown", by, draft, {"text": text}, details)]

    def _proposed(self, draft, by, decision):
        text = decision.output_text
        return [] if text is None else self._shown(draft, by, text, decision, "proposal")

    def _edited_once(self, draft, by, text, decision):
        if (draft.pk, by[:2], text) in self.edited:
            return []
        self.edited.add((draft.pk, by[:2], text))
        details = {"decision": str(decision.pk), "verdict": decision.verdict}
        return [Tell("draft.edited", by, draft, {"text": text}, details)]


class _Tells(list):
    def __bool__(self):
        return True


def _drafts():
    return Draft.objects.select_related(
        "ticket__location", "context", "decision", "other_decision", "sent__decision"
    )


def _now(draft):
    return _drafts().get(pk=draft.pk)


def _item(item):
    wanted = ("draft__ticket__location", "decision", "claimed_by")
    return ReviewItem.objects.select_related(*wanted).get(pk=item.pk)


def _holder(item):
    live = item.state == "open" and item.claim_until and item.claim_until > timezone.now()
    return item.claimed_by if live else None


def _facts():
    """What stands in the tables, as far as actions change it."""
    return [
        list(Draft.objects.order_by("pk").values_list("pk", "status", "version")),
        list(
            ReviewItem.objects.order_by("pk").values_list(
                "pk", "state", "version", "claimed_by", "claimed_at"
            )
        ),
        list(ScheduledReply.objects.order_by("pk").values_list("pk", "state")),
        *(
            sorted(model.objects.values_list("pk", flat=True))
            for model in (SentReply, GateDecision, Approval, TicketMessage)
        ),
    ]


@contextmanager
def _failing(at):
    """Let the so-manieth write fail; what is given is true once one did."""
    writes, failed = itertools.count(1), []

    def fails(execute, sql, params, many, context):
        if _WRITE.match(sql) and next(writes) == at:
            failed.append(sql)
            raise DatabaseError("The database fails here, on purpose.")
        return execute(sql, params, many, context)

    with connection.execute_wrapper(fails):
        yield failed
