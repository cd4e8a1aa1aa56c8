"""Gate decisions, as they were taken, and what they were taken from.

Decisions are never changed or deleted, and what they were taken from is never changed: triggers
refuse. It may be deleted, where its texts are to be erased.
"""

from __future__ import annotations

import uuid

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import Q

from compliance.gate.types import Verdict
from compliance.sealing.fields import SealedBytesField, SealedJSONField, SealedTextField
from compliance.sealing.keyed import DataKeyField
from locations.models.kept import Kept


class DecisionPurpose(models.TextChoices):
    """The moment a draft was gated."""

    GENERATION = "generation"
    REDRAFT = "redraft", "second draft of the model"
    REVIEW_EDIT = "review_edit", "edit in review"
    PULL = "pull"
    SEND = "send"
    SCHEDULE = "schedule", "scheduling, as of the moment it is for"


class GateInputPart(Kept):
    """A part of what the gate read that is configuration, as canonical JSON (RFC 8785).

    A decision names its tone and its channel by their SHA-256; many share one.
    """

    sha256 = models.CharField(max_length=64, primary_key=True)
    # Bytes, so that what is read back is what was hashed.
    body = models.BinaryField()

    erasable = True

    def __str__(self) -> str:
        return self.sha256[:12]


class SealedInputPart(Kept):
    """A part of what the gate read that is about a person, as canonical JSON (RFC 8785), sealed.

    A decision names its facts, and all else of its case, by their digests under its data key.
    """

    data_key = DataKeyField()
    digest = models.CharField(max_length=64)
    body = SealedBytesField(key="data_key_id", row=("data_key_id", "digest"), digest="digest")

    erasable = True

    class Meta:
        constraints = (
            models.UniqueConstraint(fields=("data_key", "digest"), name="sealed_part_once"),
        )

    def __str__(self) -> str:
        return self.digest[:12]


class GateDecision(Kept):
    """One run of the gate: which text, against which facts and rules, with which result.

    ``subject`` is the draft it was taken for; a draft points back with a composite foreign key
    over subject, output and verdict, so no other decision can make it visible. What is called a
    digest is keyed with its data key (:func:`compliance.sealing.keyring.digest`): equal texts of
    one person have equal ones, and nobody without the key can try texts.
    """

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    data_key = DataKeyField()
    subject = models.UUIDField()
    purpose = models.CharField(max_length=20, choices=DecisionPurpose.choices)
    decided_at = models.DateTimeField()
    verdict = models.CharField(max_length=10, choices=[(v.value, v.value) for v in Verdict])
    input_digest = models.CharField(max_length=64)
    output_digest = models.CharField(max_length=64, null=True)
    output_text = SealedTextField(key="data_key_id", row=("id",), digest="output_digest", null=True)
    findings = SealedJSONField(key="data_key_id", row=("id",), default=list)
    edits = SealedJSONField(key="data_key_id", row=("id",), default=list)
    remaining = SealedJSONField(key="data_key_id", row=("id",), default=list)
    # What lists ask for: the layers of what stands against the text, and whether it was edited.
    layers = ArrayField(models.CharField(max_length=20), default=list)
    edited = models.BooleanField(default=False)
    faults = models.JSONField(default=list)
    rules_in_scope = models.JSONField(default=list)
    facts_digest = models.CharField(max_length=64)
    # In hexadecimal: what events commit themselves to.
    facts_sha256 = SealedTextField(key="data_key_id", row=("id",))
    ruleset_sha256 = models.CharField(max_length=64)
    tone_sha256 = models.CharField(max_length=64)
    channel_sha256 = models.CharField(max_length=64)
    # The text, the conversation, the judge's findings and whatever else was read; empty where
    # nothing was, and for decisions that were taken before it was kept.
    case_digest = models.CharField(max_length=64, blank=True)
    # When the text may go out, where a window of quiet hours keeps it back.
    hold_until = models.DateTimeField(null=True)
    # The report on the voice of the text that was read last: values and spans, no words.
    tone_report = models.JSONField(null=True)
    # The same on the text as it came, where edits made another of it.
    tone_given = models.JSONField(null=True)
    gate_version = models.CharField(max_length=40)
    duration_ms = models.FloatField()

    for_auditors = (
        *("id", "subject", "purpose", "decided_at", "verdict", "rules_in_scope"),
        *("ruleset_sha256", "tone_sha256", "channel_sha256", "hold_until", "gate_version"),
    )

    class Meta:
        ordering = ("-decided_at",)
        indexes = (models.Index(fields=("subject", "decided_at"), name="decision_subject"),)
        constraints = (
            models.CheckConstraint(
                name="decision_output_fits_verdict",
                condition=Q(verdict="pass", output_digest=models.F("input_digest"))
                | (
                    Q(verdict="modify", output_digest__isnull=False)
                    & ~Q(output_digest=models.F("input_digest"))
                )
                | Q(verdict="block", output_digest__isnull=True, output_text__isnull=True),
            ),
            models.CheckConstraint(
                name="decision_faults_block",
                condition=Q(verdict="block") | Q(faults=[]),
            ),
            models.UniqueConstraint(
                fields=("id", "subject", "output_digest", "verdict"), name="decision_for_a_text"
            ),
        )

    def __str__(self) -> str:
        return f"{self.verdict} at {self.decided_at:%Y-%m-%d %H:%M}"
