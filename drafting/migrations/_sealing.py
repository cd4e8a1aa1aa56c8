"""Seals what was stored in plain: rows in batches, each under its person's data key."""

import hashlib
import json
from collections import defaultdict
from collections.abc import Iterator
from typing import Any
from uuid import UUID, uuid4

from django.core.management.base import CommandError

from compliance.sealing.cipher import keyed_digest, new_key, seal
from compliance.sealing.fields import Sealed
from compliance.sealing.master import MasterKeyError, wrappers

BATCH = 500
CHECKED = "SET CONSTRAINTS ALL IMMEDIATE; SET CONSTRAINTS ALL DEFERRED;"
# Their triggers refuse changes; the owner of the tables may set them aside.
FINAL = (
    "compliance_gatedecision",
    "drafting_approval",
    "drafting_sentreply",
    "drafting_draft",
    "drafting_historicalcustomer",
)
# Models with what they are sealed by: the relations to their key, and the columns.
ROWS: dict[str, tuple[tuple[str, ...], tuple[str, ...]]] = {
    "customer": ((), ("name", "loyalty", "orders", "consents", "contacts")),
    "historicalcustomer": ((), ("name", "loyalty", "orders", "consents", "contacts")),
    "ticket": ((), ("customer_snapshot",)),
    "ticketmessage": (("ticket",), ("text",)),
    "draftjob": (("ticket",), ("scripted_text",)),
    "contextrecord": ((), ("sha256", "payload")),
    "scheduledreply": (("draft__ticket",), ("text",)),
    "reviewitem": (("draft__ticket",), ("text", "note", "claim_note")),
}
DRAFT = ("candidate_text", "redraft_reason", "other_text", "sources", "shown_text")
DECISION = ("output_text", "findings", "edits", "remaining", "facts_sha256")


class Keys:
    """The data keys of rows, opened once each."""

    def __init__(self, apps: Any) -> None:
        self._model = apps.get_model("compliance", "DataKey")
        self._opened: dict[UUID, bytes] = {}

    def key(self, key_id: UUID) -> bytes:
        """Return a data key."""
        if key_id not in self._opened:
            row = self._model.objects.get(pk=key_id)
            named = {each.name: each for each in _wrappers()}
            if row.master not in named:
                raise CommandError(f"The master key {row.master} is not here; bring it back.")
            self._opened[key_id] = named[row.master].unwrap(bytes(row.wrapped), key_id=key_id)
        return self._opened[key_id]

    def digest(self, data: bytes, key_id: UUID) -> str:
        """Return the keyed digest of bytes."""
        return keyed_digest(data, key=self.key(key_id))

    def make(self) -> UUID:
        """Make a data key."""
        wrapper, made, key_id = _wrappers()[0], new_key(), uuid4()
        self._model.objects.create(
            id=key_id, wrapped=wrapper.wrap(made, key_id=key_id), master=wrapper.name
        )
        self._opened[key_id] = made
        return key_id


def seal_everything(apps: Any, schema_editor: Any) -> None:
    """Seal every row, and give every text its keyed digest.

    Raises:
        CommandError: when there is something to be sealed, and no master key.
    """
    keys = Keys(apps)
    with schema_editor.connection.cursor() as cursor:
        for table in FINAL:
            cursor.execute(f"ALTER TABLE {table} DISABLE TRIGGER USER")
        cursor.execute(
            "UPDATE drafting_contextrecord SET data_key_id = ticket.data_key_id "
            "FROM drafting_draft draft JOIN drafting_ticket ticket ON ticket.id = draft.ticket_id "
            "WHERE draft.context_id = drafting_contextrecord.id"
        )
        cursor.execute(
            "UPDATE compliance_gatedecision SET data_key_id = ticket.data_key_id "
            "FROM drafting_draft draft JOIN drafting_ticket ticket ON ticket.id = draft.ticket_id "
            "WHERE draft.id = subject"
        )
        _own_keys(apps, cursor, keys)
        for name, (related, columns) in ROWS.items():
            model = apps.get_model("drafting", name)
            for rows in _batches(model.objects.select_related(*related)):
                _store(cursor, rows, {each: _sealed(rows, each, keys) for each in columns})
        _drafts(apps, cursor, keys)
        _parts(apps, keys)
        cursor.execute(
            "UPDATE drafting_scheduledreply SET note = "
            "'Not sent: the gate does not let it out any more.' FROM compliance_gatedecision d "
            "WHERE d.id = decision_id AND state = 'refused' AND d.verdict <> 'pass'"
        )
        # The administration's log named customers.
        cursor.execute(
            "UPDATE django_admin_log SET object_repr = "
            "coalesce(substring(object_repr from '\\(([A-Za-z0-9_-]+)\\)$'), 'a customer') "
            "FROM django_content_type kind WHERE kind.id = content_type_id "
            "AND kind.app_label = 'drafting' AND kind.model = 'customer'"
        )
        cursor.execute(CHECKED)
        for table in FINAL:
            cursor.execute(f"ALTER TABLE {table} ENABLE TRIGGER USER")


def _wrappers() -> Any:
    try:
        return wrappers()
    except MasterKeyError as error:
        raise CommandError(f"There are texts to be sealed. {error}") from error


def _own_keys(apps: Any, cursor: Any, keys: Keys) -> None:
    """Give a key of their own to what belongs to no draft any more."""
    alone = apps.get_model("compliance", "GateDecision").objects.filter(data_key=None)
    for subject in alone.order_by().values_list("subject", flat=True).distinct():
        alone.filter(subject=subject).update(data_key=keys.make())
    for record in apps.get_model("drafting", "ContextRecord").objects.filter(data_key=None):
        record.data_key_id = keys.make()
        record.save(update_fields=["data_key"])


def _batches(rows: Any) -> Iterator[list[Any]]:
    found = rows.order_by("pk")
    batch = list(found[:BATCH])
    while batch:
        yield batch
        batch = list(found.filter(pk__gt=batch[-1].pk)[:BATCH])


def _sealed(rows: list[Any], name: str, keys: Keys) -> list[bytes | None]:
    """Seal one column of rows, as its field would."""
    field = rows[0]._meta.get_field(name)
    done: list[bytes | None] = []
    for row in rows:
        value = getattr(row, f"plain_{name}")
        if value is None:
            done.append(None)
            continue
        written = field.write(value)
        if written == b"":
            done.append(b"")
            continue
        key_id = field.key_of(row)
        done.append(seal(written, key=keys.key(key_id), key_id=key_id, place=field.place(row)))
    return done


def _store(cursor: Any, rows: list[Any], columns: dict[str, list[Any]]) -> None:
    """Write columns of rows at once; values are bytes, or texts for what is called a digest."""
    meta = rows[0]._meta
    key = meta.pk
    kinds = {name: "text" if name.endswith("_digest") else "bytea" for name in columns}
    kinds |= {name: "text" for name in columns if name == "layers"}
    given = ", ".join(["pk", *columns])
    arrays = ", ".join([f"%s::{_kind(key)}[]", *(f"%s::{kinds[name]}[]" for name in columns)])
    sets = ", ".join(
        f"{name} = string_to_array(given.{name}, ',')"
        if name == "layers"
        else f"{name} = given.{name}"
        for name in columns
    )
    cursor.execute(
        f"UPDATE {meta.db_table} SET {sets} FROM unnest({arrays}) AS given({given}) "  # noqa: S608
        f"WHERE {meta.db_table}.{key.column} = given.pk",
        [[row.pk for row in rows], *columns.values()],
    )


def _kind(key: Any) -> str:
    return "uuid" if key.get_internal_type() == "UUIDField" else "bigint"


# --- Drafts with what was decided about them ------------------------------------------------------


def _sha256(data: bytes) -> str:
    return hashlib.sha256(data).hexdigest()


class Texts:
    """What is known of the texts of drafts, by the SHA-256 that was stored of them."""

    def __init__(self) -> None:
        self._known: dict[UUID, dict[str, bytes]] = defaultdict(dict)

    def note(self, draft: UUID, *texts: str | None) -> None:
        """Note texts of a draft."""
        for text in texts:
            if text:
                data = text.encode("utf-8", "surrogatepass")
                self._known[draft][_sha256(data)] = data

    def note_decisions(self, parts: Any, about: list[Any]) -> None:
        """Note the texts that decisions were taken on, and those they came to."""
        kept = parts.in_bulk([each.case_digest for each in about if each.case_digest])
        for each in about:
            self.note(each.subject, each.plain_output_text)
            if each.case_digest in kept:
                self.note(each.subject, json.loads(bytes(kept[each.case_digest].body))["text"])

    def digest(self, draft: UUID, sha256: str | None, key_id: UUID, keys: Keys) -> str | None:
        """Return the keyed digest of the text that had this SHA-256."""
        return _digest(self._known[draft], sha256, key_id, keys)


def _drafts(apps: Any, cursor: Any, keys: Keys) -> None:
    """Seal drafts, decisions, approvals and replies, whose digests point to each other."""

    def rows(name: str) -> Any:
        return apps.get_model("drafting", name).objects

    decisions = apps.get_model("compliance", "GateDecision").objects
    parts = apps.get_model("compliance", "GateInputPart").objects
    for drafts in _batches(rows("Draft").select_related("ticket")):
        ids = [draft.pk for draft in drafts]
        about = list(decisions.filter(subject__in=ids))
        below = {
            name: list(rows(name).filter(draft__in=ids).select_related("draft__ticket"))
            for name in ("Approval", "SentReply", "ReviewItem", "ScheduledReply")
        }
        texts = Texts()
        for draft in drafts:
            texts.note(draft.pk, draft.plain_candidate_text, draft.plain_other_text)
            texts.note(draft.pk, draft.plain_shown_text)
        for name in ("SentReply", "ReviewItem", "ScheduledReply"):
            for row in below[name]:
                texts.note(row.draft_id, row.plain_text)
        texts.note_decisions(parts, about)
        _decisions(cursor, keys, about, texts)
        shown = [
            texts.digest(each.pk, each.shown_digest, each.ticket.data_key_id, keys)
            for each in drafts
        ]
        sealed = {name: _sealed(drafts, name, keys) for name in DRAFT}
        _store(cursor, drafts, {**sealed, "shown_digest": shown})
        for name, columns in (("Approval", ("reason", "covers")), ("SentReply", ("text",))):
            found = below[name]
            if found:
                named = [
                    texts.digest(
                        each.draft_id, each.text_digest, each.draft.ticket.data_key_id, keys
                    )
                    for each in found
                ]
                sealed = {column: _sealed(found, column, keys) for column in columns}
                _store(cursor, found, {**sealed, "text_digest": named})
    # Of drafts that were deleted, the decisions are left.
    for about in _batches(decisions.exclude(subject__in=rows("Draft").values("pk"))):
        texts = Texts()
        texts.note_decisions(parts, about)
        _decisions(cursor, keys, about, texts)


def _digest(texts: dict[str, bytes], sha256: str | None, key_id: UUID, keys: Keys) -> str | None:
    """Return the keyed digest of what had this SHA-256; of the SHA-256 where it is not kept."""
    if not sha256:
        return sha256
    return keys.digest(texts.get(sha256, f"sha256:{sha256}".encode()), key_id)


def _decisions(cursor: Any, keys: Keys, about: list[Any], texts: Texts) -> None:
    if not about:
        return
    columns = {name: _sealed(about, name, keys) for name in DECISION}
    for name in ("input_digest", "output_digest"):
        columns[name] = [
            texts.digest(each.subject, getattr(each, name), each.data_key_id, keys)
            for each in about
        ]
    columns["layers"] = [",".join(_layers(each.plain_findings)) for each in about]
    _store(cursor, about, columns)
    cursor.execute(
        "UPDATE compliance_gatedecision SET edited = true "
        "WHERE plain_edits <> '[]'::jsonb AND id = ANY(%s)",
        [[each.pk for each in about]],
    )


def _layers(findings: list[Any]) -> list[str]:
    against = [found["layer"] for found in findings if found["severity"] != "advise"]
    return list(dict.fromkeys(against))


def _parts(apps: Any, keys: Keys) -> None:
    """Seal the parts of what the gate read that are about a person, once for each person."""
    decisions = apps.get_model("compliance", "GateDecision").objects
    parts = apps.get_model("compliance", "GateInputPart").objects
    sealed = apps.get_model("compliance", "SealedInputPart")
    field = sealed._meta.get_field("body")
    for about in _batches(decisions.all()):
        found = parts.in_bulk(
            [each.plain_facts_sha256 for each in about] + [each.case_digest for each in about]
        )
        made: dict[tuple[UUID, str], Any] = {}
        for each in about:
            for name, address in (
                ("facts_digest", each.plain_facts_sha256),
                ("case_digest", each.case_digest),
            ):
                known = {address: bytes(found[address].body)} if address in found else {}
                setattr(each, name, _digest(known, address, each.data_key_id, keys))
                for body in known.values():
                    row = sealed(data_key_id=each.data_key_id, digest=getattr(each, name))
                    made[each.data_key_id, row.digest] = (row, body)
        for row, body in made.values():
            row.body = _bytes(field, row, body, keys)
        sealed.objects.bulk_create((row for row, _ in made.values()), ignore_conflicts=True)
        decisions.bulk_update(about, ["facts_digest", "case_digest"])
    named = decisions.values_list("tone_sha256", flat=True).union(
        decisions.values_list("channel_sha256", flat=True)
    )
    parts.exclude(pk__in=set(named)).delete()


def _bytes(field: Any, row: Any, body: bytes, keys: Keys) -> Any:
    return Sealed(
        seal(
            body,
            key=keys.key(row.data_key_id),
            key_id=row.data_key_id,
            place=field.place(row),
        )
    )
