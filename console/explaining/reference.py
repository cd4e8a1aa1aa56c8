"""The reference of checks, written from the checks themselves so that it cannot drift."""

from __future__ import annotations

import inspect
import sys
from types import ModuleType

from compliance.gate import GATE_VERSION
from compliance.gate.checks import CHECKS
from compliance.gate.checks.channel import KNOWN_FLAGS
from compliance.gate.reading import Check
from compliance.gate.types import JudgeUse, RuleAction, RuleKind, RuleMode, Severity

_HEAD = """\
# The checks of the gate

Written from the code by `manage.py checks_reference`; a test compares. Gate version {version}.

Every check reads every draft, in this order, and says what it finds: where in the text, which
rule, term, offer or restriction, and the fact that the words were compared with. A finding weighs
one of three ways: {severities}.

| check | reports | version | what it does |
|---|---|---|---|
"""


def reference() -> str:
    """Return the reference as Markdown."""
    severities = ", ".join(f"`{each.value}` ({_WEIGHTS[each]})" for each in Severity)
    parts = [_HEAD.format(version=GATE_VERSION, severities=severities)]
    parts += [
        f"| `{check.id}` | {check.layer.value} | {check.version} | "
        f"{check.title}. {_said(check)} |\n"
        for check in CHECKS
    ]
    parts.append("\n## What each check looks at\n")
    for check in CHECKS:
        parts.append(f"\n**`{check.id}`.** {_paragraph(_module(check).__doc__)}\n")
    parts.append(
        "\n## Restrictions that a channel can name\n\n| name | what it demands |\n|---|---|\n"
    )
    parts += [f"| `{name}` | {what} |\n" for name, what in KNOWN_FLAGS.items()]
    parts.append("\n## What a rule can say\n\n| field | values |\n|---|---|\n")
    for field, values in (
        ("kind", RuleKind),
        ("action", RuleAction),
        ("mode", RuleMode),
        ("judge", JudgeUse),
    ):
        parts.append(f"| {field} | {', '.join(f'`{each.value}`' for each in values)} |\n")
    return "".join(parts)


_WEIGHTS = {
    Severity.ADVISE: "a note on a draft that passes",
    Severity.MODIFY: "it is edited away, or the draft is held",
    Severity.BLOCK: "the draft is held",
}


def _module(check: Check) -> ModuleType:
    return sys.modules[type(check).__module__]


def _said(check: Check) -> str:
    return _paragraph(inspect.getdoc(type(check)))


def _paragraph(text: str | None) -> str:
    """Return a docstring on one line; a check without one may not be."""
    if not text:
        raise ValueError("Every check and its module say what they do.")
    return " ".join(text.split())
