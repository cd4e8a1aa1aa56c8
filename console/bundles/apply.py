"""Applies a bundle to the stored configuration: all of it in one transaction, or nothing."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import groupby
from typing import Any, Final, TypeAlias

from django.contrib.auth.models import Group, User
from django.core.exceptions import ValidationError
from django.db import DatabaseError, connection, models, transaction
from django.utils import timezone

from compliance.gate.concept_check import harm
from compliance.gate.concepts.own import OwnConcept
from compliance.models import ComplianceRule, Concept
from compliance.models.concepts import stored_voices
from compliance.rule_values import read_rule
from console.access import access_of, tell_account
from console.bundles.plan import Plan, RowChange, name_of, plan_import, problems_of
from console.bundles.problems import BundleError, Place, Problem
from console.bundles.rows import FIELDS, BundleRows, key_of
from console.bundles.stored import stored_rows
from locations import changes
from locations.models import KnowledgeArticle, Promotion
from locations.models.tracked import Tracked
from locations.roles import AUDITOR, OPERATOR

# Two imports at once would each plan from what the other is about to change.
_LOCK: Final = "draftgate bundle import"
# Who works in the admin needs this of Django; agents and reviewers do not.
_STAFF: Final = frozenset({OPERATOR, AUDITOR})

Known: TypeAlias = "dict[tuple[type[models.Model], str], models.Model]"


def preview(bundle: BundleRows, *, prune: bool = False) -> Plan:
    """Return what :func:`import_bundle` would do, changing nothing.

    Raises:
        BundleError: when it could not be applied.
    """
    with transaction.atomic():
        return _planned(bundle, stored_rows(), prune=prune)


def import_bundle(
    *, bundle: BundleRows, actor: User | None, reason: str, prune: bool = False
) -> Plan:
    """Bring the stored configuration in line with a bundle and return what was done.

    Rows that the bundle lacks stay, unless ``prune``. Importing the same bundle again does nothing
    and writes no history. On any error nothing at all has changed.

    Raises:
        BundleError: when the bundle does not fit what is stored, naming the rows at fault.
        ValidationError: when there is no reason.
    """
    changes.require_reason(reason)
    with transaction.atomic():
        with connection.cursor() as cursor:
            cursor.execute("SELECT pg_advisory_xact_lock(hashtext(%s))", [_LOCK])
        stored = stored_rows()
        plan = _planned(bundle, stored, prune=prune)
        if not plan.is_empty:
            _Import(bundle, stored, actor, reason).run(plan)
    return plan


def _planned(bundle: BundleRows, stored: BundleRows, *, prune: bool) -> Plan:
    plan = plan_import(bundle, stored, prune=prune)
    problems = problems_of(plan, bundle, stored)
    if problems:
        raise BundleError(problems)
    return plan


class _Import:
    """One application of a plan; knows the stored row behind every row of the bundle."""

    def __init__(
        self,
        bundle: BundleRows,
        stored: BundleRows,
        actor: User | None,
        reason: str,
    ) -> None:
        self._bundle = bundle
        self._actor = actor
        self._reason = reason
        self._known: Known = {(type(row), key_of(row)): row for row in stored}

    def run(self, plan: Plan) -> None:
        self._people(plan)
        before = Concept.objects.in_force()
        deleted = plan.deleted
        # What nothing else names goes first, so that a new value can take an old one's period.
        self._delete(row for row in deleted if not _is_named_by_others(type(row)))
        for model in FIELDS:
            self._create([row for row in plan.create if type(row) is model])
            # Successors first, so that turning a chain round is never a circle on the way.
            for change in sorted(plan.change, key=lambda change: _depth(change.row)):
                if type(change.row) is model:
                    self._change(change)
        # An article or offer goes before its successor, which it names.
        order = list(FIELDS)
        named = [row for row in deleted if _is_named_by_others(type(row))]
        named.sort(key=lambda row: (order.index(type(row)), _depth(row)), reverse=True)
        self._delete(named)
        self._check_concepts(before)

    def _check_concepts(self, before: tuple[OwnConcept, ...]) -> None:
        """Refuse concepts that stored rules or voices, which a bundle may lack, cannot do with."""
        read = (read_rule(row) for row in ComplianceRule.objects.order_by("code"))
        rules = [rule for rule, why in read if not why]
        broken = harm(before, Concept.objects.in_force(), rules, stored_voices())
        if broken:
            raise BundleError(
                [
                    Problem(Place("bundle"), "concepts", f"With them {what} would no longer work.")
                    for what in broken
                ]
            )

    def _people(self, plan: Plan) -> None:
        names = [person.username for person in self._bundle.people]
        users = {user.username: user for user in User.objects.filter(username__in=names)}
        for item in plan.people:
            person = item.person
            user = users.get(person.username)
            before = None if user is None else access_of(user)
            if user is None:
                # Nobody can sign in with an unusable password until someone sets one.
                user = User.objects.create_user(
                    person.username,
                    email=person.email,
                    first_name=person.first_name,
                    last_name=person.last_name,
                )
                users[person.username] = user
            if _STAFF & set(item.roles) and not user.is_staff:
                user.is_staff = True
                user.save(update_fields=["is_staff"])
            groups = [Group.objects.get_or_create(name=role)[0] for role in item.roles]
            user.groups.add(*groups)
            tell_account(user, before=before, at=timezone.now(), by=self._actor)
        for user in users.values():
            self._known[User, user.username] = user

    def _create(self, rows: list[Tracked]) -> None:
        for _, wave in groupby(sorted(rows, key=_depth), key=_depth):
            new = [self._unsaved_copy(row) for row in wave]
            try:
                with transaction.atomic():
                    saved = changes.create_many(rows=new, actor=self._actor, reason=self._reason)
            except (DatabaseError, ValidationError) as error:
                raise self._refused(new[0], error) from error
            self._known |= {(type(row), key_of(row)): row for row in saved}

    def _unsaved_copy(self, row: Tracked) -> Tracked:
        """Copy a row of the bundle, linked to stored rows: the bundle itself stays as read."""
        copy = type(row)()
        self._write(row, copy, (part.name for part in row._meta.concrete_fields))
        return copy

    def _write(self, row: Tracked, target: Tracked, names: Iterable[str]) -> None:
        for name in names:
            part = row._meta.get_field(name)
            if name in {"id", "version", "updated_at", "data_key"}:
                continue
            value: Any = getattr(row, name)
            if isinstance(part, models.ForeignKey) and value is not None:
                value = self._known[type(value), key_of(value)]
            setattr(target, name, value)

    def _change(self, change: RowChange) -> None:
        stored = change.stored
        seen = stored.version
        self._write(change.row, stored, (field.name for field in change.fields))
        if isinstance(stored, Concept) and isinstance(change.row, Concept):
            stored.beside = change.row.beside
        try:
            with transaction.atomic():
                changes.save(row=stored, actor=self._actor, reason=self._reason, seen_version=seen)
        except (DatabaseError, ValidationError) as error:
            raise self._refused(change.row, error) from error

    def _delete(self, rows: Iterable[Tracked]) -> None:
        for row in rows:
            if isinstance(row, Concept):
                row.beside = ()
            try:
                with transaction.atomic():
                    changes.delete(row=row, actor=self._actor, reason=self._reason)
            except models.ProtectedError as error:
                held = ", ".join(sorted({str(other) for other in error.protected_objects})[:3])
                raise BundleError(
                    [
                        Problem(
                            Place("stored"),
                            name_of(row),
                            f"Cannot be deleted, it is still used by {held}; keep it in the "
                            "bundle, or import without --prune.",
                        )
                    ]
                ) from error

    def _refused(self, row: Tracked, error: Exception) -> BundleError:
        place = self._bundle.places.get((type(row), key_of(row)), Place("bundle"))
        if isinstance(error, ValidationError):
            words = " ".join(text.split("\n")[0] for text in error.messages)
        else:
            words = str(error).splitlines()[0]
        return BundleError([Problem(place, name_of(row), f"Cannot be stored: {words}")])


def _depth(row: Tracked) -> int:
    """How many new rows of its own model stand before a row: its successors."""
    depth, current = 0, _successor(row)
    while current is not None:
        depth, current = depth + 1, _successor(current)
    return depth


def _successor(row: Tracked) -> Tracked | None:
    """Return the row of its own model that takes a row's place, where one does."""
    found: Tracked | None = None
    if isinstance(row, KnowledgeArticle):
        found = row.superseded_by
    elif isinstance(row, Promotion):
        found = row.replaced_by
    return found


def _is_named_by_others(model: type[Tracked]) -> bool:
    # Rules name concepts by their names alone.
    return model is Concept or any(
        relation.related_model in FIELDS and relation.on_delete is models.PROTECT
        for relation in model._meta.related_objects
        if isinstance(relation, models.ManyToOneRel)
    )
