"""The data key that a row is sealed with, as a field of its model."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django.db import models

from compliance.sealing import keyring

if TYPE_CHECKING:
    _ForeignKey = models.ForeignKey[Any, Any]
else:
    _ForeignKey = models.ForeignKey


class DataKeyField(_ForeignKey):
    """The data key of a row. It stands before the fields that it seals.

    Args:
        made: whether the row of a person gets one when it is stored first, so that none is
            stored without; what is below such a row is given the same key.
        of: the relation whose key is taken instead where the row has one, as ``"customer"``.
    """

    def __init__(self, *args: Any, made: bool = False, of: str = "", **options: Any) -> None:
        options.setdefault("to", "compliance.DataKey")
        options.setdefault("on_delete", models.PROTECT)
        options.setdefault("related_name", "+")
        options.setdefault("editable", False)
        options.setdefault("blank", True)
        super().__init__(*args, **options)
        self.made, self.of = made, of

    def validate(self, value: Any, model_instance: models.Model | None) -> None:
        """Ask nothing of the database: nobody types a key in, and a constraint holds to it."""

    def deconstruct(self) -> Any:
        """Return how the field is made, for migrations."""
        name, path, args, options = super().deconstruct()
        if self.made:
            options["made"] = True
        if self.of:
            options["of"] = self.of
        return name, path, args, options

    def pre_save(self, model_instance: models.Model, add: bool) -> Any:
        """Return the key's id; a person's new row without gets one. One query then.

        Raises:
            MasterKeyError: when there is no master key: then nothing may be stored.
        """
        if self.made and getattr(model_instance, self.attname) is None:
            owner: Any = getattr(model_instance, self.of) if self.of else None
            key_id = keyring.make()[0] if owner is None else owner.data_key_id
            setattr(model_instance, self.attname, key_id)
        return super().pre_save(model_instance, add)
