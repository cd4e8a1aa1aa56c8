"""What may be said: rules, concepts, voices, channel restrictions, and the decisions taken."""

from compliance.models.audit import (
    ActorKind,
    AuditCheck,
    AuditCheckpoint,
    AuditEvent,
    AuditKey,
    AuditLeaf,
    AuditLog,
    AuditNode,
    AuditSalt,
    EventType,
    PendingEvent,
)
from compliance.models.channels import EVERY_CHANNEL, ChannelRestriction, QuietHours
from compliance.models.concepts import Concept, Relation
from compliance.models.decisions import (
    DecisionPurpose,
    GateDecision,
    GateInputPart,
    SealedInputPart,
)
from compliance.models.exports import AuditExport, AuditExportPart, ExportState
from compliance.models.proposals import ToneProposal
from compliance.models.rules import ComplianceRule, RuleSource
from compliance.models.sealing import DataKey
from compliance.models.tone import Contractions, Person, ToneOverlay

__all__ = [
    "EVERY_CHANNEL",
    "ActorKind",
    "AuditCheck",
    "AuditCheckpoint",
    "AuditEvent",
    "AuditExport",
    "AuditExportPart",
    "AuditKey",
    "AuditLeaf",
    "AuditLog",
    "AuditNode",
    "AuditSalt",
    "ChannelRestriction",
    "ComplianceRule",
    "Concept",
    "Contractions",
    "DataKey",
    "DecisionPurpose",
    "EventType",
    "ExportState",
    "GateDecision",
    "GateInputPart",
    "PendingEvent",
    "Person",
    "QuietHours",
    "Relation",
    "RuleSource",
    "SealedInputPart",
    "ToneOverlay",
    "ToneProposal",
]
