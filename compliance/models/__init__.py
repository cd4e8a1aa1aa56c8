"""What may be said: rules, concepts, voices, channel restrictions, and the decisions taken."""

from compliance.models.channels import EVERY_CHANNEL, ChannelRestriction, QuietHours
from compliance.models.concepts import Concept, Relation
from compliance.models.decisions import DecisionPurpose, GateDecision
from compliance.models.proposals import ToneProposal
from compliance.models.rules import ComplianceRule, RuleSource
from compliance.models.tone import Contractions, Person, ToneOverlay

__all__ = [
    "EVERY_CHANNEL",
    "ChannelRestriction",
    "ComplianceRule",
    "Concept",
    "Contractions",
    "DecisionPurpose",
    "GateDecision",
    "Person",
    "QuietHours",
    "Relation",
    "RuleSource",
    "ToneOverlay",
    "ToneProposal",
]
