"""From a queued message to a visible or held draft: assemble, generate, gate, store.

The model is called outside of any transaction; everything that follows from its answer is stored in
one, and only while the lease still holds. Nothing fails open: an error in the gate blocks, any
other one gives the job back with its reason.
"""

from __future__ import annotations

import logging
import uuid
from datetime import datetime

from django.conf import settings
from django.db import DatabaseError, transaction
from django.utils import timezone

from compliance.audit.events import append
from compliance.evaluate import evaluate, record
from compliance.gate.faults import named
from compliance.gate.ruleset import RuleSet
from compliance.gate.types import Rule, Verdict
from compliance.loading import stored_ruleset
from compliance.models import DecisionPurpose
from compliance.sealing.keyring import ErasedError
from compliance.sealing.master import MasterKeyError
from drafting import jobs
from drafting.attempts import Attempt, Written
from drafting.attestation.drafts import made
from drafting.attestation.subjects import Where
from drafting.backends.base import Backend, GenerationFailed
from drafting.backends.composer import Composer, Template
from drafting.backends.openai import OpenAIBackend
from drafting.backends.scripted import Scripted
from drafting.context.fingerprints import class_fingerprint, condition_names
from drafting.context.payload import ContextPayload
from drafting.context.prompt import (
    NO_PROMPT,
    prompt_for,
    ranked_articles,
)
from drafting.gating import payload_for
from drafting.judge.calling import with_stored_rules
from drafting.models import (
    ContextRecord,
    Draft,
    DraftJob,
    DraftStatus,
    JobState,
    MessageAuthor,
    Redraft,
    ReplyTemplate,
    ReviewItem,
    Ticket,
    TicketClass,
)
from drafting.outbound.chat import Endpoint
from drafting.redrafting import Asked, asked_again, is_worth_asking_again

logger = logging.getLogger(__name__)


def work(held: jobs.Claim) -> JobState | None:
    """Work on a claimed job and say how it ended; ``None`` when another worker took it over.

    Raises:
        DatabaseError: when the database is gone; the lease then ends by itself.
    """
    try:
        draft_for(held)
    except jobs.LeaseLost:
        logger.warning("Job %s was taken over or withdrawn; nothing was written.", held.job_id)
        return None
    except DatabaseError as error:
        logger.error("Job %s: %s", held.job_id, named(error))  # noqa: TRY400
        return _give_back(held, f"The database refused the draft ({type(error).__name__}).")
    except GenerationFailed as error:
        return _give_back(held, error.reason, permanent=error.permanent)
    except ErasedError as error:
        return _give_back(held, str(error), permanent=True)
    except MasterKeyError as error:
        logger.error("Job %s: %s", held.job_id, error)  # noqa: TRY400
        return _give_back(held, str(error), counts=False)
    except Exception as error:  # noqa: BLE001  (whatever it is, a person must see that it failed)
        # Exceptions may carry texts of the ticket in their arguments: only type and place are kept.
        logger.error("Job %s: %s", held.job_id, named(error))  # noqa: TRY400
        return _give_back(held, _reason(error))
    return JobState.DONE


def _give_back(
    held: jobs.Claim, reason: str, *, permanent: bool = False, counts: bool = True
) -> JobState | None:
    try:
        return jobs.fail(held=held, reason=reason, permanent=permanent, counts=counts)
    except jobs.LeaseLost:
        return None


def _reason(error: Exception) -> str:
    if isinstance(error, LookupError) and type(error).__module__.startswith(
        ("drafting.", "compliance.")
    ):
        return str(error)  # our own: names a location or a channel and says what to do
    return f"The draft could not be made ({named(error)})."


def draft_for(held: jobs.Claim) -> Draft | None:
    """Write, gate and store the draft of a claimed job; ``None`` when the customer wrote again.

    Raises:
        LeaseLost: when the job is not ours any more; nothing was stored.
    """
    job = DraftJob.objects.select_related(
        "message", "ticket__location__brand", "ticket__ticket_class"
    ).get(pk=held.job_id)
    at = job.as_of or timezone.now()
    known = payload_for(ticket=job.ticket, message=job.message, at=at)
    written = write(job, known)
    first = _gated(job, written, at)
    second = Asked()
    if is_worth_asking_again(first):
        # Both calls share the model's time; what the gate takes is its own.
        left = settings.DRAFTGATE_MODEL_TIMEOUT_SECONDS - written.generation.seconds
        second = asked_again(
            first,
            payload=known,
            model=_model().within(left),
            gated=lambda again: _gated(job, again, at),
        )
    return _store(held, first=first, second=second)


def _gated(job: DraftJob, written: Written, at: datetime) -> Attempt:
    text, sources = written.generation.text, written.generation.sources
    # The draft may speak of other locations, offers and articles: the gate needs their facts too.
    payload = payload_for(ticket=job.ticket, message=job.message, at=at, draft=text, cited=sources)
    case = with_stored_rules(payload.gate_input(text, sources), key_id=job.ticket.data_key_id)
    return Attempt(written, payload, evaluate(case))


# --- Writing -------------------------------------------------------------------------------------


def write(job: DraftJob, payload: ContextPayload) -> Written:
    """Have the wanted backend write; when it cannot, the composer serves and the reason is kept.

    Raises:
        GenerationFailed: when not even the composer can.
    """
    wanted = backend_named(job.backend or settings.DRAFTGATE_GENERATION_BACKEND, job=job)
    prompt = NO_PROMPT
    shown: tuple[str, ...] = ()
    try:
        if wanted.reads_prompt:
            shown = tuple(article.code for article in ranked_articles(payload))
            prompt = prompt_for(
                payload,
                _rules_in_scope(payload),
                customer_fields=settings.DRAFTGATE_MODEL_CUSTOMER_FIELDS,
                classes=dict(TicketClass.objects.values_list("code", "name")),
            )
        generation = wanted.generate(payload, prompt)
        return Written(generation, wanted.name, shown=shown, prompt=prompt)
    except GenerationFailed as error:
        if isinstance(wanted, Composer):
            raise
        reason = error.reason
    except Exception as error:
        if isinstance(wanted, Composer):
            raise
        reason = f"The backend {wanted.name} failed ({named(error)})."
    logger.warning("The composer serves job %s: %s", job.pk, reason)
    composer = _composer(job)
    return Written(composer.generate(payload, prompt), composer.name, reason[:300])


def backend_named(name: str, *, job: DraftJob) -> Backend:
    """Return a backend, ready to write for a job.

    Raises:
        LookupError: for a name that is none.
    """
    if name == "composer":
        return _composer(job)
    if name == "openai":
        return _model()
    if name == "scripted":
        return Scripted(text=job.scripted_text)
    raise LookupError(f"There is no generation backend “{name}”.")


def _model() -> OpenAIBackend:
    return OpenAIBackend(
        Endpoint(
            base_url=settings.OPENAI_BASE_URL,
            api_key=settings.OPENAI_API_KEY,
            model=settings.OPENAI_MODEL,
            timeout_seconds=settings.DRAFTGATE_MODEL_TIMEOUT_SECONDS,
        )
    )


def _composer(job: DraftJob) -> Composer:
    """The composer with the templates of the ticket's class."""
    rows = ReplyTemplate.objects.filter(
        active=True, ticket_class_id=job.ticket.ticket_class_id
    ).select_related("ticket_class", "vertical", "brand")
    return Composer((template_value(row) for row in rows), _rules())


def template_value(row: ReplyTemplate) -> Template:
    """Return a stored reply template as the composer reads it."""
    return Template(
        code=row.code,
        ticket_class=row.ticket_class.code,
        body=row.body,
        vertical=row.vertical.code if row.vertical else "",
        brand=row.brand.code if row.brand else "",
        channels=tuple(row.channels),
        version=row.version,
    )


def _rules_in_scope(payload: ContextPayload) -> tuple[Rule, ...]:
    """What the prompt is told of the rules; without them the gate still knows them all."""
    rules = _rules()
    return () if rules is None else rules.scope(payload.facts, payload.channel.code)


def _rules() -> RuleSet | None:
    """The stored rules for whoever writes; ``None`` where they cannot be read."""
    try:
        return stored_ruleset()
    except DatabaseError:
        raise
    except Exception as error:  # noqa: BLE001  (the gate will meet the same fault, and block)
        logger.error("No rules to write by: %s", named(error))  # noqa: TRY400
        return None


# --- Storing -------------------------------------------------------------------------------------


def _articles(written: Written, payload: ContextPayload) -> list[str]:
    """The articles that a draft was written from; a model may also name some that do not exist."""
    known = {article.code for article in payload.facts.articles}
    return sorted({*written.shown, *written.generation.sources} & known)


def _store(held: jobs.Claim, *, first: Attempt, second: Asked) -> Draft | None:
    """Store the reply that is taken, the other one beside it, and what the gate said to both."""
    now = timezone.now()
    draft_id = uuid.uuid4()
    taken, other, ending = first, second.attempt, ""
    if second.attempt is not None and second.attempt.passes:
        taken, other, ending = second.attempt, first, Redraft.USED
    elif second.reason:
        ending = Redraft.NO_BETTER if second.attempt is not None else Redraft.FAILED
    payload, written, evaluation = taken.payload, taken.written, taken.evaluation
    with transaction.atomic():
        # The ticket first, as when a message arrives: so the two never wait for each other.
        ticket_id = DraftJob.objects.values_list("ticket_id", flat=True).get(pk=held.job_id)
        ticket = Ticket.objects.select_for_update().get(pk=ticket_id)
        job = jobs.locked(held)
        latest = ticket.messages.filter(author=MessageAuthor.CUSTOMER).order_by("position").last()
        if latest is None or latest.pk != job.message_id:
            jobs.finish(job=job)
            return None
        decisions = {
            id(attempt): record(
                attempt.evaluation,
                subject=draft_id,
                purpose=purpose,
                decided_at=now,
                key_id=ticket.data_key_id,
            )
            for attempt, purpose in (
                (first, DecisionPurpose.GENERATION),
                (second.attempt, DecisionPurpose.REDRAFT),
            )
            if attempt is not None
        }
        decision = decisions[id(taken)]
        shown = decision.verdict in {Verdict.PASS, Verdict.MODIFY}
        draft = Draft.objects.create(
            id=draft_id,
            ticket=ticket,
            message=latest,
            context=ContextRecord.objects.create(
                data_key_id=ticket.data_key_id, sha256=payload.sha256, payload=payload.as_json()
            ),
            backend=written.backend,
            model=written.generation.model,
            prompt_version=written.generation.prompt_version,
            suggested_class=_suggested(ticket, written.generation.suggested_class),
            class_fingerprint=class_fingerprint(
                payload,
                ruleset_sha256=evaluation.ruleset_sha256,
                prompt_version=written.generation.prompt_version,
                model=written.generation.model,
            ),
            conditions=condition_names(
                payload,
                rules=evaluation.decision.rules_in_scope,
                prompt_version=written.generation.prompt_version,
                model=written.generation.model,
            ),
            fallback_reason=written.fallback_reason,
            candidate_text=written.generation.text,
            redraft=ending,
            redraft_reason=second.reason,
            redraft_failure=second.failure,
            other_text=other.written.generation.text if other else "",
            other_decision=decisions[id(other)] if other else None,
            sources=list(written.generation.sources),
            articles=_articles(written, payload),
            decision=decision,
            status=DraftStatus.VISIBLE if shown else DraftStatus.HELD,
            created_at=now,
            shown_text=decision.output_text if shown else None,
            shown_digest=decision.output_digest if shown else None,
            shown_verdict=decision.verdict if shown else None,
            shown_decision=decision if shown else None,
        )
        if not shown:
            ReviewItem.objects.create(
                draft=draft, text=draft.candidate_text, decision=decision, opened_at=now
            )
        where = Where(draft_id, ticket.pk, payload.facts.place.code)
        gated = [
            (decisions[id(each)], each.written.generation.text)
            for each in (first, second.attempt)
            if each is not None
        ]
        append(*made(where, draft, gated))
        jobs.finish(job=job)
        return draft


def _suggested(ticket: Ticket, label: str) -> str:
    """Return the class that the model named, if the operator has it; nothing otherwise.

    A ticket in which the classifier found nothing takes it over, without a confidence: that is how
    a class of the model is told from one of the operator's cues.
    """
    found = TicketClass.objects.filter(code=label).first() if label else None
    if found is None:
        return ""
    if ticket.ticket_class_id is None:
        ticket.ticket_class, ticket.class_confidence = found, None
        ticket.save(update_fields=["ticket_class", "class_confidence"])
    return found.code
