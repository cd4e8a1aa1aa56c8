"""Voices learned from approved replies: proposed for a scope, and taken over field by field."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import asdict, dataclass
from hashlib import sha256
from typing import TYPE_CHECKING, Any, Final

from django.core.exceptions import ValidationError
from django.db import transaction
from django.db.models import Q
from django.utils import timezone

from compliance.gate.types import ToneOverlay as Voice
from compliance.learning.learn import learn
from compliance.learning.reference import reference
from compliance.learning.samples import read_sample
from compliance.models import ToneOverlay, ToneProposal
from compliance.voices import tone_overlay
from locations import changes
from locations.changes import StaleVersionError
from locations.models import Brand, Location, Vertical

if TYPE_CHECKING:
    from django.contrib.auth.models import User

_PERCENT: Final = 100
_LONGEST_CODE: Final = 70
_BANDS: Final = ("sentence_mean", "sentence_band", "reply_words", "reading_grade")
# What is taken over is added to what an overlay lists already.
_LISTS: Final = ("greetings", "closings", "permitted", "prohibited", "emoji_allowed")


@dataclass(frozen=True, slots=True)
class Scope:
    """What one overlay speaks for; ``channel`` is empty for all of them."""

    vertical: Vertical | None = None
    brand: Brand | None = None
    location: Location | None = None
    channel: str = ""

    def overlays(self) -> list[ToneOverlay]:
        """Return the overlays that speak for the scope, its own and the wider ones. One query."""
        home = self.location
        vertical = home.vertical_id if home else self.vertical and self.vertical.pk
        brand = home.brand_id if home else self.brand and self.brand.pk
        return list(
            ToneOverlay.objects.filter(
                Q(vertical=None) | Q(vertical=vertical),
                Q(brand=None) | Q(brand=brand),
                Q(location=None) | Q(location=home.pk if home else None),
                channel__in=("", self.channel),
            ).select_related("vertical", "brand", "location")
        )

    def own(self) -> ToneOverlay | None:
        """Return the overlay of exactly this scope, if there is one."""
        return ToneOverlay.objects.filter(
            vertical=self.vertical, brand=self.brand, location=self.location, channel=self.channel
        ).first()


def scope_of(proposal: ToneProposal) -> Scope:
    """Return the scope that a voice was learned for."""
    return Scope(proposal.vertical, proposal.brand, proposal.location, proposal.channel)


def voice_today(scope: Scope) -> tuple[Voice, list[ToneOverlay]]:
    """Return the voice of a scope as it is, and the overlays it comes from."""
    rows = scope.overlays()
    return tone_overlay(rows, scope.channel), rows


def propose(
    *, scope: Scope, data: bytes, name: str, column: str, actor: User | None
) -> ToneProposal:
    """Learn a voice from a file and keep what is proposed; no reply is kept.

    Raises:
        SampleError: when nothing can be learned from the file, with what to do.
    """
    sample = read_sample(data, name=name, column=column)
    learned = learn(sample.replies, reference())
    own = scope.own()
    return ToneProposal.objects.create(
        vertical=scope.vertical,
        brand=scope.brand,
        location=scope.location,
        channel=scope.channel,
        sha256=sha256(data).hexdigest(),
        sample={
            "read": sample.read,
            "usable": len(sample.replies),
            "left_out": sample.left_out,
            "measured": learned.measured,
            "accepted": learned.accepted,
            "unseen": learned.unseen,
        },
        proposals=[asdict(each) for each in learned.proposals],
        declined=[asdict(each) for each in learned.declined],
        seen_version=own.version if own else 0,
        created_by=actor,
    )


def accept(
    *,
    proposal: ToneProposal,
    fields: Collection[str],
    actor: User | None,
    reason: str,
) -> ToneOverlay:
    """Write the chosen fields of a proposal to the overlay of its scope, and return that.

    Raises:
        ValidationError: without a field or a reason, or when the overlay cannot hold a value.
        StaleVersionError: when the overlay has changed since the voice was learned.
    """
    changes.require_reason(reason)
    with transaction.atomic():
        held = (
            ToneProposal.objects.select_for_update(of=("self",))
            .select_related("vertical", "brand", "location")
            .get(pk=proposal.pk)
        )
        chosen = [each for each in held.proposals if each["field"] in fields]
        if not chosen:
            raise ValidationError("Tick at least one field to take over.")
        row = _overlay(held)
        for each in chosen:
            for column, value in _columns(row, each["field"], each["value"]).items():
                setattr(row, column, value)
        source = (
            f"learned from {held.sample['usable']} approved replies on "
            f"{held.created_at:%Y-%m-%d}, file SHA-256 {held.sha256[:12]}"
        )
        changes.save(
            row=row,
            actor=actor,
            reason=f"{reason.strip()} ({source})",
            seen_version=held.seen_version or None,
        )
        names = [each["field"] for each in chosen]
        held.accepted = [*(each for each in held.accepted if each not in names), *names]
        held.overlay, held.seen_version, held.accepted_at = row, row.version, timezone.now()
        held.save(update_fields=("accepted", "overlay", "seen_version", "accepted_at"))
    return row


def _overlay(proposal: ToneProposal) -> ToneOverlay:
    """Return the overlay to write to, as it was when the voice was learned, or a new one."""
    scope = scope_of(proposal)
    own = scope.own()
    if (own.version if own else 0) != proposal.seen_version:
        raise StaleVersionError(
            "The overlay of this scope has changed since this was learned. Look at it, then learn "
            "from the file again."
        )
    return own or ToneOverlay(
        code=_free_code(scope),
        vertical=scope.vertical,
        brand=scope.brand,
        location=scope.location,
        channel=scope.channel,
    )


def _free_code(scope: Scope) -> str:
    named = (scope.vertical, scope.brand, scope.location)
    code = "-".join([each.code for each in named if each] + [scope.channel or "voice"])
    code = code[:_LONGEST_CODE]
    taken = set(ToneOverlay.objects.filter(code__startswith=code).values_list("code", flat=True))
    numbered = (f"{code}-{number}" for number in range(2, len(taken) + 3))
    return next(each for each in (code, *numbered) if each not in taken)


def _columns(row: ToneOverlay, field: str, value: Any) -> dict[str, Any]:
    """Return what a field of a voice is in the columns of an overlay."""
    if field in _BANDS:
        return {f"{field}_min": value[0], f"{field}_max": value[1]}
    if field == "sentence_outside":
        return {"sentence_outside_pct": round(value * _PERCENT)}
    if field in _LISTS:
        return {field: list(dict.fromkeys([*getattr(row, field), *value]))}
    return {field: value}
