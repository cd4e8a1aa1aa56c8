"""Texts that a rule asks for whenever a reply speaks of something."""

from __future__ import annotations

from functools import lru_cache
from typing import ClassVar

from compliance.gate.checks.claims import severity_of, with_judged
from compliance.gate.derivation import Derived, derive
from compliance.gate.detection import Hit, occurrences, outside
from compliance.gate.reading import Reading, finding
from compliance.gate.ruleset import CompiledRule
from compliance.gate.types import Edit, Finding, Layer, RuleKind


class Disclosures:
    """Finds disclosures that are due and missing."""

    id: ClassVar[str] = "disclosures"
    title: ClassVar[str] = "Required disclosures"
    version: ClassVar[int] = 1
    layer: ClassVar[Layer] = Layer.JURISDICTION

    def find(self, reading: Reading) -> list[Finding]:
        """Return one finding for each disclosure that is due; its span is what triggers it."""
        found: list[Finding] = []
        length = len(reading.case.text)
        for item in reading.rules_in_scope:
            rule = item.rule
            if rule.kind is not RuleKind.REQUIRED_DISCLOSURE or _satisfied(reading, item):
                continue
            exempt = occurrences(reading.text, rule.counter_examples)
            hits = outside(with_judged(reading, rule, reading.hits(item)), exempt)
            if not hits:
                continue
            hit = hits[0]
            edits, length = disclosure_edits(
                reading, hits, texts=(rule.text, rule.short_text), length=length
            )
            found.append(
                finding(
                    self,
                    reading,
                    hit.start,
                    hit.end,
                    f"Rule {rule.code} asks for “{rule.text}” where a reply {rule.claim}.",
                    rule=rule.code,
                    rule_version=rule.version,
                    severity=severity_of(rule, reading),
                    citation=rule.citation,
                    edits=edits,
                    mode=rule.mode,
                )
            )
        return found


def trigger_hits(reading: Reading, trigger: str) -> list[Hit]:
    """Return where a draft does what a trigger sentence describes ("mentions side effects")."""
    return reading.detection.hits(_trigger(trigger).detectors)


def disclosure_edits(
    reading: Reading, hits: list[Hit], *, texts: tuple[str, str], length: int
) -> tuple[tuple[Edit, ...], int]:
    """Return the edits that supply a disclosure, and the length of the draft with them.

    The text goes in once, after the sentence that triggers it; where it would break the channel's
    limit its short form does, and failing that the triggering sentences go.
    """
    limit = reading.case.channel.max_chars
    sentence = reading.text.sentence_at(max(hits[0].start, hits[0].end - 1))
    for text in texts:
        if text and (limit is None or length + len(text) + 1 <= limit - _reserved(reading)):
            at = sentence.end
            glue = "" if reading.case.text[at - 1 : at] in {".", "!", "?", ":", '"', ")"} else "."
            edit = Edit(at, at, f"{glue} {text}", "required disclosure")
            return (edit,), length + len(edit.replacement)
    removed = {
        (reading.text.sentence_at(hit.start).start, reading.text.sentence_at(hit.start).end)
        for hit in hits
    }
    edits = tuple(
        Edit(start, end, "", "no room for the disclosure it asks for")
        for start, end in sorted(removed)
    )
    return edits, length - sum(end - start for start, end in removed)


def _reserved(reading: Reading) -> int:
    """Return the room that the channel's own line will take."""
    channel = reading.case.channel
    missing = channel.promo_must_include and channel.promo_must_include not in reading.case.text
    return len(channel.opt_out_line) + 1 if missing else 0


def _satisfied(reading: Reading, item: CompiledRule) -> bool:
    rule = item.rule
    return bool(occurrences(reading.text, (rule.text, rule.short_text, *rule.must_mention)))


@lru_cache(maxsize=1_000)
def _trigger(trigger: str) -> Derived:
    return derive(trigger, (), mention=True)
