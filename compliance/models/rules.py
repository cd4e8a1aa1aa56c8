"""Rules: what the law, a vertical or a platform forbids or demands in a reply."""

from __future__ import annotations

from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import Q

from compliance.gate.concepts.own import OwnConcept
from compliance.gate.cost import MOST_CHARS
from compliance.gate.rule_check import rule_problems
from compliance.gate.types import (
    BindsOn,
    FiresOn,
    JudgeUse,
    MissingValue,
    Placement,
    RuleAction,
    RuleKind,
    RuleMode,
)
from compliance.models.concepts import Concept
from compliance.rule_values import read_rule
from locations.models.fields import (
    Words,
    code_validator,
    locality_validator,
    state_validator,
)
from locations.models.tracked import Tracked


def _choices(values: type) -> list[tuple[str, str]]:
    return [(value.value, value.value.replace("_", " ")) for value in values]  # type: ignore[attr-defined]


def _lines(text: str) -> str:
    """Return lines as they are stored: a browser sends other line ends, and spaces nobody sees."""
    return "\n".join(line.rstrip() for line in text.splitlines()).strip("\n")


def _is_table(params: object) -> bool:
    return isinstance(params, dict) and all(
        isinstance(key, str) and isinstance(value, str) for key, value in params.items()
    )


class RuleSource(models.TextChoices):
    """Where a rule comes from."""

    JURISDICTION = "jurisdiction", "jurisdiction rule"
    VERTICAL = "vertical", "vertical claim"
    PLATFORM = "platform", "platform rule"


class ComplianceRule(Tracked):
    """A rule with its scope. It works from its claim and examples alone; detectors refine it."""

    code = models.CharField(max_length=80, unique=True, validators=[code_validator])
    source = models.CharField(
        max_length=20, choices=RuleSource.choices, default=RuleSource.JURISDICTION
    )
    kind = models.CharField(max_length=30, choices=_choices(RuleKind))
    claim = models.CharField(
        max_length=1000,
        help_text="In words: what may not be said, or what makes the disclosure necessary.",
    )
    examples = Words(help_text="Phrases that break the rule, or call for the disclosure.")
    counter_examples = Words(help_text="Phrases that are fine and look alike.")
    detectors = Words(
        base_field=models.CharField(max_length=MOST_CHARS),
        help_text="Patterns that refine what is derived from claim and examples.",
    )
    action = models.CharField(max_length=30, choices=_choices(RuleAction))
    text = models.TextField(
        blank=True,
        help_text=(
            "The disclosure, or the rewrite: one that ends in a full stop replaces the sentence, "
            "otherwise the claim."
        ),
    )
    short_text = models.CharField(
        max_length=160, blank=True, help_text="A shorter disclosure for channels with little room."
    )
    must_mention = Words(help_text="Phrases or patterns any of which satisfies the disclosure.")

    fires_on = models.CharField(
        max_length=10,
        choices=_choices(FiresOn),
        default=FiresOn.REPLY.value,
        help_text="Whose words count: the reply's, the customer's message's, or only both.",
    )
    customer_says = Words(help_text="Phrases of a customer's message that call for the rule.")
    customer_detectors = Words(help_text="Patterns that find the same in a customer's message.")
    verbatim = models.BooleanField(
        default=False,
        help_text="The text is fixed by law: no check touches it, and no other wording will do.",
    )
    placement = models.CharField(
        max_length=10,
        choices=_choices(Placement),
        default=Placement.AFTER.value,
        help_text="Where a disclosure goes in: after what calls for it, at the start, at the end.",
    )
    once_per_conversation = models.BooleanField(
        default=False,
        help_text="An earlier reply of the same ticket that carried it is enough.",
    )
    missing_value = models.CharField(
        max_length=10,
        choices=_choices(MissingValue),
        default=MissingValue.BLOCK.value,
        help_text="Where a slot of the text has no value: hold the reply, or remove what calls "
        "for the text.",
    )

    binds_on = models.CharField(
        max_length=20, choices=_choices(BindsOn), default=BindsOn.EVERYWHERE.value
    )
    states = Words(
        base_field=models.CharField(max_length=6, validators=[state_validator]),
        help_text="States where it binds, such as US-CA.",
    )
    binds_on_remote_sale = models.CharField(
        "binds on, remote sale",
        max_length=20,
        blank=True,
        choices=_choices(BindsOn),
        help_text="Whose state decides instead where the customer did not buy in person.",
    )
    localities = Words(
        base_field=models.CharField(max_length=100, validators=[locality_validator]),
        help_text="Only in these cities of the states above, such as US-NY/New York City.",
    )
    verticals = Words(help_text="Codes of verticals; empty means all.")
    brands = Words(help_text="Codes of brands; empty means all.")
    locations = Words(help_text="Codes of locations; empty means all.")
    channels = Words(help_text="Channels; empty means all.")
    conditions = models.TextField(
        "applies when",
        blank=True,
        help_text="One condition a line, all of which must hold: purchase.age_days <= 30",
    )
    permitted_when = models.TextField(
        blank=True,
        help_text="Conditions under all of which a restricted offer may be made after all.",
    )
    exemptions = Words(
        help_text="What the rule does not hold for: a condition, or a note for the reviewer."
    )
    params = models.JSONField(
        "values by state",
        default=dict,
        blank=True,
        help_text="What $param stands for in each state: {“US-CA”: “$15”, “US-CO”: “<= $5”}.",
    )
    except_rules = Words(
        base_field=models.CharField(max_length=80, validators=[code_validator]),
        help_text="Codes of the rules that this one replaces where it applies.",
    )
    topic = models.CharField(
        max_length=60,
        blank=True,
        validators=[code_validator],
        help_text="Of several rules with the same topic the strictest is carried out.",
    )
    mode = models.CharField(
        max_length=20, choices=_choices(RuleMode), default=RuleMode.ENFORCE.value
    )
    judge = models.CharField(
        "semantic judge",
        max_length=10,
        blank=True,
        choices=_choices(JudgeUse),
        help_text="Whether a model reads drafts for this rule. Required: without its answer a "
        "draft is held. Empty: as the vertical says.",
    )
    effective_from = models.DateField(null=True, blank=True)
    effective_to = models.DateField(null=True, blank=True, help_text="The last day, included.")

    citation = models.CharField(max_length=500, blank=True)
    counsel_reviewed_by = models.CharField(max_length=200, blank=True)
    counsel_reviewed_on = models.DateField(null=True, blank=True)
    review_by = models.DateField(null=True, blank=True)

    # Set where a whole configuration is read at once: the concepts that stand beside the rule.
    beside: tuple[OwnConcept, ...] | None = None

    class Meta(Tracked.Meta):
        abstract = False
        verbose_name = "rule"
        ordering = ("code",)
        constraints = (
            models.CheckConstraint(
                name="rule_period",
                condition=Q(effective_to__isnull=True)
                | Q(effective_from__isnull=True)
                | Q(effective_to__gte=models.F("effective_from")),
                violation_error_message="The rule ends before it takes effect.",
            ),
        )

    def __str__(self) -> str:
        return f"{self.code}: {self.claim[:80]}"

    def clean(self) -> None:
        """Refuse a rule that could never act as it says."""
        super().clean()
        if self.kind == RuleKind.REQUIRED_DISCLOSURE and not self.text.strip():
            raise ValidationError({"text": "A disclosure needs the text that is to be inserted."})
        if self.action == RuleAction.REWRITE and not self.text.strip():
            raise ValidationError(
                {"text": "A rewrite needs its text; to drop the sentence choose the action remove."}
            )
        if self.action == RuleAction.HAND_OVER and not self.text.strip():
            raise ValidationError({"text": "A hand-over needs the text that the customer reads."})
        if self.action == RuleAction.INSERT_DISCLOSURE and (
            self.kind != RuleKind.REQUIRED_DISCLOSURE
        ):
            raise ValidationError({"action": "Only a required disclosure can be inserted."})
        by_state = {BindsOn.LOCATION, BindsOn.CUSTOMER, BindsOn.EITHER, BindsOn.LICENCE}
        if self.binds_on in by_state and not self.states:
            raise ValidationError(
                {"states": "Name the states where it binds, or let it bind everywhere."}
            )
        self.conditions = _lines(self.conditions)
        self.permitted_when = _lines(self.permitted_when)
        if not _is_table(self.params):
            raise ValidationError(
                {"params": "Write a value for each state, in quotes: {“US-CA”: “$15”}."}
            )
        rule, why = read_rule(self)
        if why:
            return  # the fields themselves say what is wrong with them
        # The same pure code compiles rules for the gate, so what is refused here is what it means.
        own = Concept.objects.in_force() if self.beside is None else self.beside
        refused: dict[str, list[str]] = {}
        for name, problem in rule_problems(rule, own):
            refused.setdefault(name, []).append(problem)
        if refused:
            raise ValidationError(refused)
