"""Foreign keys follow the apps' one direction, as imports do."""

from django.apps import apps
from django.contrib.contenttypes.fields import GenericForeignKey
from django.db.models import Model

ORDER = ("locations", "compliance", "drafting", "console")


def relations(model: type[Model]) -> list[tuple[str, str]]:
    return [
        (field.name, field.related_model._meta.app_label)
        for field in model._meta.get_fields()
        if field.is_relation
        and not field.auto_created
        and not isinstance(field, GenericForeignKey)
        and field.related_model
    ]


def test_no_foreign_key_points_up():
    upward = [
        f"{model._meta.label}.{name} -> {target}"
        for app in ORDER
        for model in apps.get_app_config(app).get_models()
        for name, target in relations(model)
        if target in ORDER and ORDER.index(target) > ORDER.index(app)
    ]

    assert upward == []


def test_no_reverse_name_is_lost_on_us():
    """The list above would be empty, too, if no app had a model."""
    counted = {app: len(list(apps.get_app_config(app).get_models())) for app in ORDER[:3]}

    assert all(counted.values()), counted
