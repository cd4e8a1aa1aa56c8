"""The screens for rules, voices, channels, and for the decisions that were taken."""

from __future__ import annotations

from typing import Any

from django.contrib import admin
from django.http import HttpRequest
from django.utils.html import format_html, format_html_join

from compliance.gate.concepts import expressions_of
from compliance.gate.conditions.checking import terms_asked
from compliance.gate.conditions.language import is_condition
from compliance.gate.ruleset import explain_rule
from compliance.gate.slots import term_slots
from compliance.gate.tone.permitted import CONDITIONS, PLACEHOLDERS
from compliance.models import (
    AuditCheck,
    ChannelRestriction,
    ComplianceRule,
    Concept,
    GateDecision,
    QuietHours,
    Relation,
    ToneOverlay,
)
from compliance.rule_values import read_rule
from compliance.sealing.admin import SealedColumns
from locations.admin.base import ConfigurationAdmin, ReadOnlyAdmin
from locations.admin.forms import ConfigurationForm
from locations.models import PolicyTerm


class ComplianceRuleForm(ConfigurationForm):
    """The form of a rule; its texts and conditions ask only for policy terms that are stored."""

    def clean(self) -> dict[str, Any]:
        """Refuse what nobody could ever fill or ask: such a text would hold every reply."""
        cleaned = super().clean()
        texts = {name: term_slots((cleaned.get(name) or "",)) for name in ("text", "short_text")}
        asked = {
            name: terms_asked((cleaned.get(name) or "",))
            for name in ("conditions", "permitted_when")
        }
        exemptions = [line for line in cleaned.get("exemptions") or () if is_condition(line)]
        asked["exemptions"] = terms_asked(exemptions)
        keys = {key for named in (*texts.values(), *asked.values()) for key in named}
        known: set[str] = set()
        if keys:
            stored = PolicyTerm.objects.filter(key__in=keys)
            known = set(stored.values_list("key", flat=True))
        for name, slots in texts.items():
            for key in (key for key in slots if key not in known):
                self.add_error(
                    name,
                    f"No policy term has the key of the slot {{{key}}}. Add the term under Policy "
                    "terms first, or check the spelling.",
                )
        for name, named in asked.items():
            for key in (key for key in named if key not in known):
                self.add_error(
                    name,
                    f"No policy term has the key {key}. Add the term under Policy terms first, "
                    "or check the spelling.",
                )
        self._refuse_unknown_codes(
            "except_rules", ComplianceRule, cleaned.get("except_rules") or []
        )
        return cleaned


@admin.register(ComplianceRule)
class ComplianceRuleAdmin(ConfigurationAdmin):
    """Rules of states, verticals and platforms."""

    form = ComplianceRuleForm
    list_display = ("code", "claim", "kind", "action", "binds_on", "mode", "review_by")
    list_filter = ("source", "kind", "action", "mode", "binds_on")
    search_fields = ("code", "claim", "citation", "examples", "states", "topic")
    date_hierarchy = "review_by"
    readonly_fields = ("version", "recognised_by")
    sections = (
        (
            None,
            {
                "fields": (
                    ("code", "source"),
                    ("kind", "action"),
                    "claim",
                    "recognised_by",
                    ("mode", "judge"),
                    "version",
                )
            },
        ),
        (
            "What it reads",
            {"fields": ("examples", "counter_examples", "detectors", "must_mention")},
        ),
        (
            "What it reads in the customer's message",
            {"fields": ("fires_on", "customer_says", "customer_detectors")},
        ),
        (
            "What it writes",
            {
                "fields": (
                    "text",
                    "short_text",
                    ("verbatim", "placement", "once_per_conversation"),
                    "missing_value",
                )
            },
        ),
        (
            "Where and when it binds",
            {
                "fields": (
                    ("binds_on", "binds_on_remote_sale"),
                    "states",
                    "localities",
                    "verticals",
                    "brands",
                    "locations",
                    "channels",
                    ("effective_from", "effective_to"),
                )
            },
        ),
        (
            "What it depends on",
            {"fields": ("conditions", "permitted_when", "exemptions", "params")},
        ),
        ("Beside other rules", {"fields": ("topic", "except_rules")}),
        (
            "On whose word",
            {"fields": ("citation", ("counsel_reviewed_by", "counsel_reviewed_on"), "review_by")},
        ),
    )

    @admin.display(description="Recognised by")
    def recognised_by(self, row: ComplianceRule) -> str:
        """What the claim, the examples and the detectors amount to, in the pattern language."""
        if row._state.adding:  # noqa: SLF001  (Django's own name)
            return "Shown here once the rule is saved."
        rule, why = read_rule(row)
        if why:
            return f"Nothing: the rule cannot be read ({why})."
        found = explain_rule(rule)
        return format_html(
            '<details class="recognised"><summary>{} pattern{}</summary><ul>{}</ul></details>',
            len(found),
            "" if len(found) == 1 else "s",
            format_html_join("", "<li><code>{}</code></li>", ((each,) for each in found)),
        )


@admin.register(Concept)
class ConceptAdmin(ConfigurationAdmin):
    """The operator's own concepts."""

    list_display = ("name", "about", "relation", "active", "size")
    list_filter = ("relation", "active")
    search_fields = ("name", "about", "expressions")
    sections = (
        (None, {"fields": ("name", "relation", "about", "active", "version")}),
        ("What means it", {"fields": ("expressions", "shipped_list", "named_by")}),
    )
    readonly_fields = ("version", "shipped_list", "named_by")

    @admin.display(description="expressions")
    def size(self, row: Concept) -> int:
        """How many expressions the list has."""
        return len(row.expressions)

    @admin.display(description="Shipped list")
    def shipped_list(self, row: Concept) -> str:
        """The shipped list of the same name, where there is one."""
        return "\n".join(expressions_of(row.name)) or "There is no shipped list of this name."

    @admin.display(description="Used by")
    def named_by(self, row: Concept) -> str:
        """The rules whose detectors name the concept, and the voices that do without it."""
        return ", ".join(map(str, row.users())) or "Nothing yet."

    def get_changeform_initial_data(self, request: HttpRequest) -> dict[str, Any]:
        """Start from a shipped list where the address names one: to extend or to replace it."""
        initial: dict[str, Any] = {**super().get_changeform_initial_data(request)}
        if initial.get("relation") == Relation.REPLACES:
            initial["expressions"] = list(expressions_of(str(initial.get("name", ""))))
        return initial


_LINES = (
    f"In a greeting or closing, {', '.join(f'{{{name}}}' for name in PLACEHOLDERS)} are filled in. "
    f"After the bar stand conditions, parted by commas: {', '.join(CONDITIONS)}. Any other words "
    "there are told to a model, and the composer leaves such a line alone."
)


class ToneOverlayForm(ConfigurationForm):
    """The form of a voice; a variant is for a channel that exists."""

    def clean(self) -> dict[str, Any]:
        """Refuse a channel that nothing goes out on: the voice would never be heard."""
        cleaned = super().clean()
        if channel := cleaned.get("channel"):
            self._refuse_unknown_codes("channel", ChannelRestriction, [channel])
        return cleaned


@admin.register(ToneOverlay)
class ToneOverlayAdmin(ConfigurationAdmin):
    """Voices of verticals, brands and locations."""

    form = ToneOverlayForm
    list_display = ("code", "vertical", "brand", "location", "channel", "contractions", "person")
    list_select_related = ("vertical", "brand", "location")
    list_filter = ("vertical", "brand", "channel")
    search_fields = ("code", "register")
    autocomplete_fields = ("vertical", "brand", "location")
    sections = (
        (None, {"fields": ("code", ("vertical", "brand"), ("location", "channel"), "version")}),
        (
            "Lengths",
            {
                "fields": (
                    ("sentence_mean_min", "sentence_mean_max"),
                    ("sentence_band_min", "sentence_band_max", "sentence_outside_pct"),
                    ("sentence_max", "sentence_quantiles"),
                    ("reply_words_min", "reply_words_max"),
                )
            },
        ),
        (
            "Register",
            {"fields": ("register", "formality", ("reading_grade_min", "reading_grade_max"))},
        ),
        (
            "Persons",
            {
                "fields": (("person", "second_person"), "address", "greetings", "closings"),
                "description": _LINES,
            },
        ),
        (
            "Words",
            {
                "fields": (
                    ("contractions", "spelling"),
                    "permitted",
                    "prohibited",
                    "replacements",
                )
            },
        ),
        (
            "Marks",
            {"fields": (("emoji_max", "exclamations_max", "capitals_max"), "emoji_allowed")},
        ),
        (
            "Disclaimer",
            {"fields": ("disclaimer_trigger", "disclaimer_text", "disclaimer_placement")},
        ),
    )


@admin.register(ChannelRestriction)
class ChannelRestrictionAdmin(ConfigurationAdmin):
    """What a channel allows."""

    list_display = ("code", "max_chars", "promo_must_include", "opt_out_line", "flags")
    search_fields = ("code",)
    history_of = ((QuietHours, "channel_id"),)
    sections = (
        (
            None,
            {
                "fields": (
                    "code",
                    "max_chars",
                    "promo_must_include",
                    "opt_out_line",
                    "flags",
                    "version",
                )
            },
        ),
    )


@admin.register(QuietHours)
class QuietHoursAdmin(ConfigurationAdmin):
    """When a channel carries nothing, or no promotions."""

    list_display = ("code", "channel", "hours", "weekdays", "states", "clock", "concerns")
    list_select_related = ("channel",)
    list_filter = ("channel", "clock", "concerns")
    search_fields = ("code", "states", "citation")
    autocomplete_fields = ("channel",)
    sections = (
        (None, {"fields": (("code", "channel"), "concerns", "version")}),
        ("When", {"fields": ("hours", "weekdays", "holidays")}),
        ("On whose clock, and where", {"fields": ("clock", "states")}),
        ("What goes out all the same", {"fields": ("answers_within_minutes",)}),
        ("On whose word", {"fields": ("citation",)}),
    )


@admin.register(GateDecision)
class GateDecisionAdmin(SealedColumns, ReadOnlyAdmin):
    """Decisions, as they were taken."""

    list_display = ("decided_at", "verdict", "hold_until", "purpose", "subject", "duration_ms")
    list_filter = ("verdict", "purpose", "decided_at")
    search_fields = ("id", "subject", "ruleset_sha256")
    date_hierarchy = "decided_at"
    # A draft's text is shown where that is told of: on the draft's own page.
    exclude = ("output_text", "edits")


@admin.register(AuditCheck)
class AuditCheckAdmin(ReadOnlyAdmin):
    """The log of what was decided, as workers find it when they go over it by themselves."""

    list_display = ("log", "size", "started_at", "finished_at", "found", "refusal")
    list_select_related = ("log",)
    fields = ("log", "size", "started_at", "seen_at", "finished_at", "refusal", "faults_found")
    readonly_fields = fields

    @admin.display(description="found")
    def found(self, check: AuditCheck) -> str:
        """Say how many faults there are."""
        return f"{len(check.faults)} faults" if check.faults else "nothing wrong"

    @admin.display(description="why it is not signed", empty_value="–")
    def refusal(self, check: AuditCheck) -> str:
        """Say why the log is not signed at present."""
        return check.log.refusal

    @admin.display(description="faults")
    def faults_found(self, check: AuditCheck) -> str:
        """List what was found, one fault on each line."""
        listed = format_html_join("", "<li>{}</li>", ((fault,) for fault in check.faults))
        return format_html("<ul>{}</ul>", listed) if check.faults else "None."
