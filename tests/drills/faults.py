"""Faults to plant in how drafts are told of: what is replaced by what, in which function."""

from __future__ import annotations

import inspect
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from importlib import import_module
from types import CodeType


@dataclass(frozen=True)
class Fault:
    """A change to the source of one function, as somebody could make it by mistake."""

    about: str
    function: str
    old: str
    new: str

    @contextmanager
    def planted(self) -> Iterator[None]:
        """Have the function do the wrong thing, wherever it was imported to."""
        module, _, name = self.function.rpartition(".")
        function = getattr(import_module(module), name)
        source = inspect.getsource(function)
        assert source.count(self.old) == 1, f"{self.about}: the place is not there, or not once"
        code = compile(source.replace(self.old, self.new), "<planted>", "exec", dont_inherit=True)
        wrong = next(
            each for each in code.co_consts if isinstance(each, CodeType) and each.co_name == name
        )
        right, function.__code__ = function.__code__, wrong
        try:
            yield
        finally:
            function.__code__ = right


FAULTS = (
    # Left out.
    Fault(
        "a pull is not told",
        "drafting.pulls.pull",
        "            show(draft=draft, text=draft.shown_text, actor=who, at=at, details=let_out)\n",
        "",
    ),
    Fault(
        "a pull of what was sent is not told",
        "drafting.pulls.pull",
        "            show(draft=draft, text=draft.sent.text, actor=who, at=at, details=let_out)\n",
        "",
    ),
    Fault(
        "a reviewer's edit is not told",
        "drafting.review.edit",
        "        edited(draft=draft, decision=decision, text=text, actor=who, at=now, note=note)\n",
        "",
    ),
    Fault(
        "an agent's own words are not told when they are scheduled",
        "drafting.scheduling.schedule",
        "            edited_once(draft=draft, decision=decision, text=text, actor=who, at=now)\n",
        "            pass\n",
    ),
    Fault(
        "a model's second reply is gated and not told",
        "drafting.pipeline._store",
        "for each in (first, second.attempt)\n            if each is not None\n        ]",
        "for each in (first,)\n            if each is not None\n        ]",
    ),
    Fault(
        "a draft that the customer overtook is not told",
        "drafting.intake._supersede",
        "    superseded(drafts=retired, location=location.code, at=now)\n",
        "",
    ),
    Fault(
        "that a draft is held again is not told",
        "drafting.visibility.hold_again",
        "    held(draft=draft, decision=decision, at=now)\n",
        "",
    ),
    Fault(
        "a claim is not told",
        "drafting.claims._take",
        "    events.claimed(draft=draft, item=item, actor=who, at=at, how=how, before=before)\n",
        "",
    ),
    Fault(
        "a claim given back is not told",
        "drafting.claims.release",
        "            events.released(draft=draft, item=item, actor=who, at=now)\n",
        "",
    ),
    Fault(
        "what another text replaces is not told",
        "drafting.sending._settle_waiting",
        "        withdrawn([(Where.of(draft), waiting)], why=Why.REPLACED, at=sent.sent_at, "
        "actor=actor)\n",
        "",
    ),
    # Told twice.
    Fault(
        "a sent reply is told twice",
        "drafting.sending.send",
        "        events.sent(draft=draft, reply=sent, actor=who, scheduled=scheduled)\n",
        "        events.sent(draft=draft, reply=sent, actor=who, scheduled=scheduled)\n" * 2,
    ),
    Fault(
        "each look at the same text is told",
        "drafting.attestation.drafts.show",
        "    if not is_told(EventType.DRAFT_SHOWN, draft, actor, text):\n",
        "    if True:\n",
    ),
    Fault(
        "every renewal of a claim is told as a claim",
        "drafting.claims.hold",
        "        item.claim_until = at + lease()\n",
        "        item.claim_until = at + lease()\n"
        "        _take(draft, item, actor, who, at, how=how)\n",
    ),
    # In another order.
    Fault(
        "what the gate said is told before the draft",
        "drafting.attestation.drafts.made",
        "    return [\n",
        "    return [\n        *(decided(where, decision, text) for decision, text in gated),\n",
    ),
    Fault(
        "a reviewer's edit is told before the gate's decision on it",
        "drafting.review.edit",
        "        decision = gating.regate(\n"
        "            draft=draft, text=text, now=now, purpose=DecisionPurpose.REVIEW_EDIT\n"
        "        )\n"
        "        edited(draft=draft, decision=decision,",
        "        edited(draft=draft, decision=item.decision, text=text, actor=who, at=now)\n"
        "        decision = gating.regate(\n"
        "            draft=draft, text=text, now=now, purpose=DecisionPurpose.REVIEW_EDIT\n"
        "        )\n"
        "        (lambda **said: None)(draft=draft, decision=decision,",
    ),
    # The wrong text.
    Fault(
        "what was sent is told with the text that was shown",
        "drafting.attestation.drafts.sent",
        "TEXT: reply.text",
        "TEXT: draft.shown_text",
    ),
    Fault(
        "the gate is told to have read what was written first",
        "drafting.gating.regate",
        "append(decided(Where.of(draft), decision, text))",
        "append(decided(Where.of(draft), decision, draft.candidate_text))",
    ),
    Fault(
        "an approval is told of the text that was written first",
        "drafting.attestation.reviews.approved",
        "texts={TEXT: item.text,",
        "texts={TEXT: draft.candidate_text,",
    ),
    Fault(
        "the payload is told in the open",
        "drafting.attestation.drafts.made",
        "details={}, texts=payload",
        "details=payload",
    ),
    # The wrong actor.
    Fault(
        "an approval is told as the system's",
        "drafting.attestation.reviews.approved",
        "            actor=actor,\n",
        "",
    ),
    Fault(
        "through which token a reply was sent is not told",
        "drafting.sending.send",
        "require(actor, draft.ticket, MAY_SEND, token)",
        "require(actor, draft.ticket, MAY_SEND)",
    ),
    Fault(
        "a second person's look is taken for the first one's",
        "drafting.attestation.drafts.show",
        "    if not is_told(EventType.DRAFT_SHOWN, draft, actor, text):\n",
        "    from compliance.models import AuditEvent\n"
        "    if not AuditEvent.objects.filter(draft=draft.pk, type='draft.shown').exists():\n",
    ),
    Fault(
        "out of whose hands a draft was taken is not told",
        "drafting.claims._take",
        "before=before)",
        "before=None)",
    ),
    # Of another draft or decision.
    Fault(
        "a sent reply is told with the decision on the draft",
        "drafting.attestation.drafts.sent",
        "_conditions(draft, reply.decision)",
        "_conditions(draft, draft.decision)",
    ),
    # Outside of the transaction.
    Fault(
        "a sent reply is told once the transaction is over",
        "drafting.sending.send",
        "        events.sent(draft=draft, reply=sent, actor=who, scheduled=scheduled)\n",
        "        transaction.on_commit(lambda d=draft, s=sent, w=who, e=events: "
        "e.sent(draft=d, reply=s, actor=w))\n",
    ),
    Fault(
        "a rejection is told in a transaction before its own",
        "drafting.review.reject",
        "    with transaction.atomic():\n",
        "    with transaction.atomic():\n"
        "        d, i = claims.locked(item)\n"
        "        events.rejected(draft=d, item=i, reason=reason, actor=who, at=timezone.now())\n"
        "    events_ = type('Silent', (), {'rejected': staticmethod(lambda **said: None)})\n"
        "    with transaction.atomic():\n",
    ),
    Fault(
        "a failure to tell of a pull is passed over",
        "drafting.pulls.pull",
        "            show(draft=draft, text=draft.shown_text, actor=who, at=at, details=let_out)\n",
        "            try:\n"
        "                with transaction.atomic():\n"
        "                    show(\n"
        "                        draft=draft, text=draft.shown_text, actor=who, at=at,\n"
        "                        details=let_out,\n"
        "                    )\n"
        "            except Exception:\n"
        "                pass\n",
    ),
)
