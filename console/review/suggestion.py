"""What the gate would write instead: its edits to a blocked text, as a suggestion to look at."""

from __future__ import annotations

from typing import Any

from compliance.evaluate import is_about
from compliance.gate.fixes import apply, choose, says_nothing
from compliance.gate.types import Edit, Finding, Layer, RuleMode, Severity
from compliance.models import GateDecision


def suggested_text(text: str, decision: GateDecision) -> str:
    """Return ``text`` with the edits of its findings, or nothing when little would be left of it.

    A text that the gate could mend comes as the decision's own output; nothing is applied to a text
    that was not the one gated.
    """
    if decision.output_text is not None:
        return decision.output_text if decision.output_text != text else ""
    if not is_about(decision, text):
        return ""
    mended = apply(text, choose(_restored(each) for each in decision.findings)).text.strip()
    return "" if mended == text.strip() or says_nothing(mended) else mended


def edits_in_words(finding: dict[str, Any], text: str) -> list[str]:
    """Return what a finding's edits would do, a sentence each."""
    said = []
    for edit in finding["edits"]:
        old, new = text[edit["start"] : edit["end"]].strip(), edit["replacement"].strip()
        if not new:
            said.append(f"leave out “{old}”")
        elif not old:
            said.append(f"add “{new}”")
        else:
            said.append(f"write “{new}” instead of “{old}”")
    return said


def _restored(stored: dict[str, Any]) -> Finding:
    return Finding(
        check=stored["check"],
        rule=stored["rule"],
        layer=Layer(stored["layer"]),
        severity=Severity(stored["severity"]),
        start=stored["start"],
        end=stored["end"],
        excerpt=stored["excerpt"],
        message=stored["message"],
        rule_version=stored["rule_version"],
        mode=RuleMode(stored["mode"]),
        edits=tuple(
            Edit(each["start"], each["end"], each["replacement"], each.get("reason", ""))
            for each in stored["edits"]
        ),
    )
