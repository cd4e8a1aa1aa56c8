"""Whatever happens to drafts is told whole, once, in order and by whom, or has not happened."""

from __future__ import annotations

import pytest
from django.db import transaction
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, rule, run_state_machine_as_test

from drafting.models import Draft, ReviewItem
from tests.console.attestation.histories import (
    BLOCKED,
    FINE,
    FINE_TOO,
    HISTORIES,
    MENDED,
    held_to_be_complete,
)
from tests.console.attestation.line import Line

TEXTS = st.sampled_from([FINE, FINE_TOO, BLOCKED, MENDED])
ANY = st.integers(0, 20)
SPEAKER = st.sampled_from(["person", "machine"])
REVIEWER = st.sampled_from(["reviewer", "second"])
# At which write the database fails first, if at all.
CRASH = st.sampled_from([0, 0, 1, 2, 3, 4, 5, 6, 7])


class History(RuleBasedStateMachine):
    """Random histories; what a run stores is rolled back. ``given`` is what fixtures made."""

    given = None

    def __init__(self):
        super().__init__()
        self.block = transaction.atomic()
        self.block.__enter__()
        self.line = Line(*self.given)

    def teardown(self):
        transaction.set_rollback(True)
        self.block.__exit__(None, None, None)

    @rule(text=TEXTS)
    def a_ticket_comes(self, text):
        self.line.ticket(text)

    @rule(second=TEXTS)
    def a_model_writes(self, second):
        self.line.model_writes(BLOCKED, second)

    @rule(which=ANY, text=TEXTS)
    def the_customer_writes_again(self, which, text):
        if names := sorted(self.line.said):
            self.line.ticket(text, name=names[which % len(names)])

    @rule(which=ANY, who=SPEAKER, crash=CRASH)
    def somebody_pulls(self, which, who, crash):
        if draft := self._draft(which):
            self.line.pull(draft, who, crash)

    @rule(which=ANY, text=st.none() | TEXTS, who=SPEAKER, crash=CRASH)
    def an_agent_sends(self, which, text, who, crash):
        if draft := self._draft(which, "visible", "sent"):
            self.line.send(draft, text, who, crash)

    @rule(which=ANY, text=st.none() | TEXTS, who=SPEAKER, crash=CRASH)
    def an_agent_schedules(self, which, text, who, crash):
        if draft := self._draft(which, "visible"):
            self.line.schedule(draft, text, who, crash)

    @rule(which=ANY, who=SPEAKER, crash=CRASH)
    def an_agent_takes_back(self, which, who, crash):
        if draft := self._draft(which, "visible"):
            self.line.unschedule(draft, who, crash)

    @rule()
    def time_goes_by(self):
        self.line.time_goes_by()

    @rule(
        which=ANY,
        who=st.sampled_from(["reviewer", "second", "operator", "auditor"]),
        crash=CRASH,
    )
    def somebody_opens_a_held_draft(self, which, who, crash):
        if item := self._held(which):
            self.line.open(item, who, crash)

    @rule(which=ANY, who=REVIEWER, how=st.sampled_from(["", "take_over", "release"]), crash=CRASH)
    def a_reviewer_claims(self, which, who, how, crash):
        if item := self._held(which):
            self.line.claim(item, who, how, crash)

    @rule()
    def leases_end(self):
        self.line.leases_end()

    @rule(which=ANY, text=TEXTS, who=REVIEWER, crash=CRASH)
    def a_reviewer_edits(self, which, text, who, crash):
        if item := self._held(which):
            self.line.edit(item, text, who, crash)

    @rule(which=ANY, who=REVIEWER, crash=CRASH)
    def a_reviewer_approves(self, which, who, crash):
        if item := self._held(which):
            self.line.approve(item, who, crash)

    @rule(which=ANY, who=REVIEWER, crash=CRASH)
    def a_reviewer_rejects(self, which, who, crash):
        if item := self._held(which):
            self.line.reject(item, who, crash)

    @rule(mode=st.sampled_from(["off", "enforce"]))
    def a_rule_changes(self, mode):
        self.line.rule_changes(mode)

    @invariant()
    def the_log_is_complete(self):
        held_to_be_complete()

    def _draft(self, which, *states):
        drafts = Draft.objects.order_by("created_at", "pk")
        rows = list(drafts.filter(status__in=states) if states else drafts)
        return rows[which % len(rows)] if rows else None

    def _held(self, which):
        rows = list(ReviewItem.objects.filter(state="open").order_by("opened_at", "pk"))
        return rows[which % len(rows)] if rows else None


def test_every_history_is_told(people, model):
    run_state_machine_as_test(
        type("History", (History,), {"given": (people, model)}),
        settings=settings(
            max_examples=5,
            stateful_step_count=15,
            deadline=None,
            suppress_health_check=list(HealthCheck),
        ),
    )


@pytest.mark.parametrize("history", HISTORIES, ids=lambda each: each.__name__)
def test_one_of_each_kind_is_told(history, people, model):
    history(Line(people, model))
    held_to_be_complete()
