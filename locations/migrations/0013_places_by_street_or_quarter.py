"""A place is found by the street or quarter that ends its name, through an index."""

from django.db import migrations, models

import locations.models.lookups

FUNCTION = r"""
CREATE FUNCTION draftgate_place_tail(name text) RETURNS text
LANGUAGE plpgsql IMMUTABLE STRICT PARALLEL SAFE COST 1000
SET search_path FROM CURRENT AS $$
DECLARE
    said text[] := draftgate_words(name);
    size integer := cardinality(said);
BEGIN
    RETURN CASE WHEN size > 2 THEN said[size - 1] || ' ' || said[size] ELSE '' END;
END
$$;
"""


class Migration(migrations.Migration):
    dependencies = [("locations", "0012_semantic_judge")]

    operations = [
        migrations.RunSQL(FUNCTION, "DROP FUNCTION draftgate_place_tail(text);"),
        migrations.AddIndex(
            model_name="location",
            index=models.Index(
                models.F("brand"),
                locations.models.lookups.PlaceTail("name"),
                name="location_name_tail",
            ),
        ),
    ]
