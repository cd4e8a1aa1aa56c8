"""Findings as an agent may read them: about the agent's own text, in plain words."""

from __future__ import annotations

from typing import Any

from rest_framework import serializers

from compliance.models import GateDecision


class FindingBody(serializers.Serializer[Any]):
    """One thing that the gate has to say about a text."""

    kind = serializers.CharField(help_text="`policy`, `hours`, `jurisdiction`, `tone`, ...")
    severity = serializers.CharField()
    message = serializers.CharField()
    rule = serializers.CharField(allow_blank=True)
    citation = serializers.CharField(allow_blank=True)
    start = serializers.IntegerField(help_text="Where it starts in the text, in characters.")
    end = serializers.IntegerField()


def finding_bodies(decision: GateDecision) -> list[dict[str, Any]]:
    """Return a decision's findings, then its faults."""
    bodies = [
        {
            "kind": finding["layer"],
            "severity": finding["severity"],
            "message": finding["message"],
            "rule": finding["rule"],
            "citation": finding["citation"],
            "start": finding["start"],
            "end": finding["end"],
        }
        for finding in decision.findings
    ]
    bodies += [
        {
            "kind": "fault",
            "severity": "block",
            "message": fault["message"],
            "rule": "",
            "citation": "",
            "start": 0,
            "end": 0,
        }
        for fault in decision.faults
    ]
    return bodies
