"""What a draft was made under is named on it, and older drafts are given the same names."""

import importlib

from django.db import connection

from drafting.models import Draft

MIGRATION = importlib.import_module("drafting.migrations.0014_conditions_of_drafts")


def test_a_draft_names_its_conditions(draft):
    made = draft()
    assert made.conditions == [
        "model:template returns-retail v1",
        "policy:return_window_days/location:ald-boston:1",
        f"prompt:{made.prompt_version}",
        "rule:R1:1",
        "tone:retail:1",
    ]


def test_older_drafts_are_given_the_same(draft):
    made = draft()
    named = made.conditions
    Draft.objects.update(conditions=[])
    with connection.cursor() as cursor:
        cursor.execute(MIGRATION.FILL)
    made.refresh_from_db()
    assert sorted(made.conditions) == named
