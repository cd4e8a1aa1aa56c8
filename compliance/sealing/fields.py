"""Model fields whose values are sealed in the database and plain in Python, opened when read.

A row is opened when somebody asks for the value of an instance, not when it is loaded: lists that
show no text open none. What a query gives without an instance (``values()``) stays sealed. Writing
a plain value past an instance (``update()``, ``bulk_update()``), or searching by one, is refused.
"""

from __future__ import annotations

import hmac
import json
from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final, cast
from uuid import UUID

from django import forms
from django.core.exceptions import FieldError
from django.db import models
from django.db.models.query_utils import DeferredAttribute

from compliance.gate.fingerprint import canonical
from compliance.sealing import keyring
from compliance.sealing.cipher import SealError, key_id_of, seal, unseal

if TYPE_CHECKING:
    _BinaryField = models.BinaryField[Any, Any]
    _ForeignKey = models.ForeignKey[Any, Any]
else:
    _BinaryField, _ForeignKey = models.BinaryField, models.ForeignKey

# Nothing is said of what is empty: an empty text is stored as no bytes, which the database can
# tell from others in a constraint.
EMPTY: Final = b""
# A history holds many rows of one: these tell them apart.
_OF_HISTORY: Final = ("version", "history_type")


@dataclass(frozen=True, slots=True)
class Sealed:
    """Sealed bytes as they are in the database."""

    data: bytes

    def __repr__(self) -> str:
        return f"<sealed, {len(self.data)} bytes>"


class _Opening(DeferredAttribute):
    """Opens a value of an instance when it is read first, and keeps what it was opened from."""

    def __get__(self, instance: models.Model | None, cls: Any = None) -> Any:
        if instance is None:
            return self
        value = super().__get__(instance, cls)
        if not isinstance(value, Sealed):
            return value
        field = cast("SealedField", self.field)
        opened = field.read(field.open(instance, value))
        instance.__dict__[field.attname] = opened
        instance.__dict__[_kept(field)] = value
        return opened

    def __set__(self, instance: models.Model, value: Any) -> None:
        # As a data descriptor it is asked even when the instance has a value, which may be sealed.
        instance.__dict__[self.field.attname] = value


def _kept(field: SealedField) -> str:
    return f"_sealed_{field.attname}"


class SealedField(_BinaryField):
    """What sealed fields share; use one of those below.

    Args:
        key: the path from the instance to the id of its data key, as ``"ticket.data_key_id"``.
        row: names of the columns that tell the row from others before it is stored.
        digest: the column with the keyed digest of the value; it must fit whenever the value is
            read or written.
    """

    descriptor_class = _Opening
    description = "Sealed"
    empty_strings_allowed = True

    def __init__(
        self, *args: Any, key: str, row: Sequence[str], digest: str = "", **options: Any
    ) -> None:
        options.setdefault("editable", True)
        super().__init__(*args, **options)
        self.key, self.row, self.digest = key, tuple(row), digest

    def deconstruct(self) -> Any:
        """Return how the field is made, for migrations."""
        name, path, args, options = super().deconstruct()
        options |= {"key": self.key, "row": self.row}
        if self.digest:
            options["digest"] = self.digest
        if self.editable:
            options.pop("editable", None)
        else:
            options["editable"] = False
        return name, path, args, options

    # --- Between Python and bytes: what kinds of values differ in -------------------------------

    def write(self, value: Any) -> bytes:
        """Return a value as the bytes to be sealed."""
        raise NotImplementedError

    def read(self, data: bytes) -> Any:
        """Return the value of opened bytes."""
        raise NotImplementedError

    # --- Sealing and opening --------------------------------------------------------------------

    def open(self, instance: models.Model, value: Sealed) -> bytes:
        """Return the bytes that were sealed for this field of this row.

        Raises:
            ErasedError: when its key was destroyed.
            SealError: when it was sealed for another place, or does not fit its digest.
            MasterKeyError: when there is no master key that opens its key.
        """
        if value.data == EMPTY:
            return EMPTY
        key_id = key_id_of(value.data)
        key = keyring.key(key_id)
        opened = unseal(value.data, key=key, place=self.place(instance))
        self._require_digest(instance, opened, key_id)
        return opened

    def pre_save(self, model_instance: models.Model, add: bool) -> Sealed | None:
        """Return what is to be stored; a value that did not change stays as it was sealed."""
        value = model_instance.__dict__.get(self.attname)
        if value is None:
            return None
        if isinstance(value, Sealed):
            return value
        written = self.write(value)
        if written == EMPTY:
            return Sealed(EMPTY)
        kept: Sealed | None = model_instance.__dict__.get(_kept(self))
        key_id = self.key_of(model_instance)
        if kept is not None and kept.data != EMPTY and key_id_of(kept.data) == key_id:
            try:
                if self.open(model_instance, kept) == written:
                    return kept
            except SealError:
                pass  # its digest or its row changed with it: it is sealed anew
        self._require_digest(model_instance, written, key_id)
        sealed = Sealed(
            seal(
                written,
                key=keyring.key(key_id),
                key_id=key_id,
                place=self.place(model_instance),
            )
        )
        model_instance.__dict__[_kept(self)] = sealed
        return sealed

    def key_of(self, instance: models.Model) -> UUID:
        """Return the id of the data key that the row is sealed with.

        Raises:
            SealError: when it has none.
        """
        found: Any = instance
        for part in self.key.split("."):
            found = getattr(found, part)
        if not isinstance(found, UUID):
            raise SealError(f"{type(instance).__name__}.{self.key} names no data key.")
        return found

    def place(self, instance: models.Model) -> bytes:
        """Return what tells the field of this row from everything else: the seal is bound to it.

        Raises:
            SealError: when the row is not known by its columns yet.
        """
        of_history = _OF_HISTORY if hasattr(instance, "history_type") else ()
        names = [getattr(instance, name) for name in (*self.row, *of_history)]
        if None in names:
            raise SealError(f"{type(instance).__name__} is not known by {', '.join(self.row)} yet.")
        return canonical([instance._meta.db_table, self.column, *map(str, names)])

    def _require_digest(self, instance: models.Model, opened: bytes, key_id: UUID) -> None:
        if not self.digest:
            return
        told = getattr(instance, self.digest) or ""
        if not hmac.compare_digest(told, keyring.digest(opened, key_id)):
            raise SealError(f"{type(instance).__name__}.{self.name} does not fit its digest.")

    # --- What Django asks -----------------------------------------------------------------------

    def from_db_value(self, value: Any, *_: Any) -> Sealed | None:
        """Return what the database holds, still sealed."""
        return None if value is None else Sealed(bytes(value))

    def to_python(self, value: Any) -> Any:
        """Return a value as it is."""
        return value

    def get_db_prep_value(self, value: Any, connection: Any, prepared: bool = False) -> Any:  # noqa: FBT002
        """Return sealed bytes for the database, and refuse everything that is not sealed."""
        if isinstance(value, Sealed):
            value = value.data
        elif value == "":
            value = EMPTY
        elif value is not None:
            raise FieldError(f"{self.name} is sealed: save an instance, and search by another.")
        return super().get_db_prep_value(value, connection, prepared)

    def get_default(self) -> Any:
        """Return the default as it is, where a binary field would make bytes of it."""
        return models.Field.get_default(self)

    def _check_str_default_value(self) -> list[Any]:
        """Let a default be a text: it is the value's, not the column's."""
        return []

    def value_to_string(self, obj: models.Model) -> str:
        """Refuse to write the value out in a dump."""
        raise FieldError(f"{self.name} is sealed and not dumped.")


class SealedTextField(SealedField):
    """A text, sealed."""

    empty_values = (None, "")

    def write(self, value: Any) -> bytes:
        """Return the text in UTF-8."""
        if not isinstance(value, str):
            raise TypeError(f"{self.name} is a text, not {type(value).__name__}.")
        return value.encode()

    def read(self, data: bytes) -> str:
        """Return the text."""
        return data.decode()

    def formfield(self, **kwargs: Any) -> Any:
        """Return a field of a form: a text of several lines."""
        options = {"form_class": forms.CharField, "widget": forms.Textarea, **kwargs}
        return models.Field.formfield(self, **options)


class SealedJSONField(SealedField):
    """Plain data, sealed as JSON. Numbers keep their form; the order of names does not."""

    holds_json = True
    empty_strings_allowed = False
    empty_values = models.JSONField.empty_values

    def write(self, value: Any) -> bytes:
        """Return the data as JSON in UTF-8, names in order, so that equal data are equal bytes."""
        return json.dumps(
            value, ensure_ascii=False, sort_keys=True, separators=(",", ":"), allow_nan=False
        ).encode()

    def read(self, data: bytes) -> Any:
        """Return the data."""
        return json.loads(data)

    def formfield(self, **kwargs: Any) -> Any:
        """Return a field of a form: JSON."""
        return models.Field.formfield(self, **{"form_class": forms.JSONField, **kwargs})


class SealedBytesField(SealedField):
    """Bytes, sealed."""

    def write(self, value: Any) -> bytes:
        """Return the bytes."""
        return bytes(value)

    def read(self, data: bytes) -> bytes:
        """Return the bytes."""
        return data

    def formfield(self, **_: Any) -> None:
        """No form asks for bytes."""
