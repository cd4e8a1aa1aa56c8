"""Events as the pages show them: what they say, where they stand, and what is wrong with them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Any, Final
from uuid import UUID

from compliance.audit.merkle import leaf_hash
from compliance.audit.opened import Opened
from compliance.audit.reading import read_event
from compliance.models import AuditEvent, AuditLeaf
from console.audit import words


@dataclass(frozen=True)
class TextShown:
    """A text of an event, or why there is none; ``key`` is its name in the event."""

    key: str
    text: str | None
    why: str = ""

    @property
    def name(self) -> str:
        """What the page calls it."""
        return words.NAMES.get(self.key, self.key)


@dataclass(frozen=True)
class Told:
    """One event; ``said`` is what its bytes say, and ``faults`` what does not agree with that."""

    event: AuditEvent
    said: Mapping[str, Any]
    faults: tuple[str, ...]
    texts: tuple[TextShown, ...] = ()
    # How many events of its log are under a checkpoint.
    signed: int = 0

    @property
    def leaf(self) -> AuditLeaf | None:
        """Its place in the log; nothing while it waits for one."""
        return getattr(self.event, "leaf", None)

    @property
    def is_signed(self) -> bool:
        """Whether a checkpoint covers it."""
        return self.leaf is not None and self.leaf.index < self.signed

    @property
    def sentence(self) -> str:
        """What happened."""
        return words.sentence(self.said)

    @property
    def label(self) -> str:
        """Its kind."""
        return words.label(self.event.type)

    @property
    def who(self) -> str:
        """The name of then of who acted, and as what; the columns where the bytes do not say."""
        actor = self.said.get("actor")
        by = actor if isinstance(actor, Mapping) else {}
        name = str(by.get("name") or by.get("id") or self.event.actor)
        identity = str(by.get("id") or self.event.actor)
        named = name if name.casefold() == identity.casefold() else f"{name} ({identity})"
        via = by.get("via")
        through = f", by the token {via.get('name')}" if isinstance(via, Mapping) else ""
        return f"{named}, {by.get('kind') or self.event.actor_kind}{through}"

    @property
    def decision(self) -> UUID | None:
        """The decision that it is, or that was gone by."""
        details = self.said.get("details")
        given = details.get("decision") if isinstance(details, Mapping) else None
        try:
            return UUID(str(given)) if given else None
        except ValueError:
            return None

    @cached_property
    def results(self) -> list[words.Result]:
        """What rules and checks came to."""
        return words.results(self.said)

    @property
    def found(self) -> list[words.Result]:
        """The rules and checks that found something."""
        return [each for each in self.results if each.found]

    @property
    def silent(self) -> list[words.Result]:
        """The rules in scope that found nothing."""
        return [each for each in self.results if not each.found]

    @property
    def unlisted(self) -> int:
        """How many more found nothing."""
        return words.unlisted(self.said)


def told(event: AuditEvent, texts: tuple[Opened, ...] = (), *, signed: int = 0) -> Told:
    """Read an event whose log and leaf are loaded; what is wrong with it is said, not raised."""
    said, faults = read_event(event, origin=event.log.origin)
    leaf: AuditLeaf | None = getattr(event, "leaf", None)
    if leaf is not None and leaf_hash(bytes(event.body)) != bytes(leaf.hash):
        faults.append("Its bytes are not those that went into the log.")
    if leaf is None and not hasattr(event, "pending"):
        faults.append("It has no place in the log and does not wait for one.")
    shown = tuple(_shown(event.type, each) for each in texts)
    return Told(event, said, tuple(faults), shown, signed)


# Texts of which a row keeps a copy that nothing changes afterwards: one of those must fit.
_KEPT: Final = {
    ("draft.generated", "text"),
    ("draft.generated", "other"),
    ("review.approved", "reason"),
    ("draft.sent", "text"),
}


def _shown(kind: str, text: Opened) -> TextShown:
    if text.salt is None:
        return TextShown(
            text.name, None, "It was erased: nobody can tell any more which text this was."
        )
    if text.text is not None:
        return TextShown(text.name, text.text)
    if (kind, text.name) in _KEPT:
        return TextShown(
            text.name,
            None,
            "It does not match: none of the texts that are stored is that of the event.",
        )
    return TextShown(
        text.name,
        None,
        "It is not kept: none of the texts that are stored is that of the event.",
    )
