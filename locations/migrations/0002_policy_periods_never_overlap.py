"""Two values of one term in one scope are never in force on the same day.

Written with integer ranges, so that no database extension is needed.
"""

from django.db import migrations

SCOPE = """hashtextextended(
    layer || '/' || coalesce(vertical_id::text, '') || '/' || coalesce(brand_id::text, '') || '/' ||
    ownership || '/' || state || '/' || coalesce(location_id::text, ''), 0)"""


class Migration(migrations.Migration):
    dependencies = [("locations", "0001_initial")]

    operations = [
        migrations.RunSQL(
            f"""
            ALTER TABLE locations_policyvalue
            ADD CONSTRAINT policy_value_no_overlap EXCLUDE USING gist (
                int8range(term_id, term_id, '[]') WITH &&,
                int8range({SCOPE}, {SCOPE}, '[]') WITH &&,
                daterange(valid_from, valid_to, '[]') WITH &&
            )
            """,
            "ALTER TABLE locations_policyvalue DROP CONSTRAINT policy_value_no_overlap",
        )
    ]
