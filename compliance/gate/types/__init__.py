"""The values that cross the gate's border: facts, rules, overlays, findings and decisions.

The context payload embeds these same types, so the prompt and the gate read one object. All are
frozen; every field is plain data, so a fingerprint of any of them is the SHA-256 of its canonical
JSON (RFC 8785, see :mod:`compliance.gate.fingerprint`).
"""

from compliance.gate.types.decisions import (
    Decision,
    Edit,
    Finding,
    GateFault,
    GateInput,
    Judgement,
    StatedFact,
)
from compliance.gate.types.facts import (
    ArticleFact,
    BrandFacts,
    CustomerFacts,
    FactReference,
    Facts,
    OfferFact,
    OrderFact,
    PassageFact,
    PastTicket,
    PlaceFacts,
    PolicyFact,
    Unit,
)
from compliance.gate.types.rules import (
    BindsOn,
    FiresOn,
    JudgeUse,
    MissingValue,
    Placement,
    Rule,
    RuleAction,
    RuleKind,
    RuleMode,
)
from compliance.gate.types.verdicts import Layer, Severity, Verdict
from compliance.gate.types.voices import (
    ChannelRules,
    Disclaimer,
    FieldSource,
    OwnClass,
    ToneOverlay,
)

__all__ = [
    "ArticleFact",
    "BindsOn",
    "BrandFacts",
    "ChannelRules",
    "CustomerFacts",
    "Decision",
    "Disclaimer",
    "Edit",
    "FactReference",
    "Facts",
    "FieldSource",
    "Finding",
    "FiresOn",
    "GateFault",
    "GateInput",
    "JudgeUse",
    "Judgement",
    "Layer",
    "MissingValue",
    "OfferFact",
    "OrderFact",
    "OwnClass",
    "PassageFact",
    "PastTicket",
    "PlaceFacts",
    "Placement",
    "PolicyFact",
    "Rule",
    "RuleAction",
    "RuleKind",
    "RuleMode",
    "Severity",
    "StatedFact",
    "ToneOverlay",
    "Unit",
    "Verdict",
]
