"""Places and offers are found by what a text may name, through indexes instead of scans.

The functions give the same keys as :mod:`locations.naming`. They are immutable, so that an index
may hold them, and keep the search path they were made with, so that a dump restores.
"""

import django.contrib.postgres.indexes
import locations.models.lookups
from django.db import migrations, models

FUNCTIONS = r"""
CREATE FUNCTION draftgate_words(said text) RETURNS text[]
LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE AS $$
    SELECT array_remove(
        regexp_split_to_array(
            translate(
                regexp_replace(normalize(said, NFKD), '[\u0300-\u036f]', '', 'g'),
                'ABCDEFGHIJKLMNOPQRSTUVWXYZ', 'abcdefghijklmnopqrstuvwxyz'
            ),
            '[\u0001-\u002f\u003a-\u0060\u007b-\u00bf\u2000-\u206f\u3000-\u303f]+'
        ),
        ''
    )
$$;

CREATE FUNCTION draftgate_place_key(name text) RETURNS text
LANGUAGE plpgsql IMMUTABLE STRICT PARALLEL SAFE COST 1000
SET search_path FROM CURRENT AS $$
BEGIN
    RETURN array_to_string((draftgate_words(name))[1:6], ' ');
END
$$;

CREATE FUNCTION draftgate_offer_keys(code text, name text, aliases text[]) RETURNS text[]
LANGUAGE plpgsql IMMUTABLE PARALLEL SAFE COST 1000
SET search_path FROM CURRENT AS $$
DECLARE
    keys text[] := ARRAY['=' || array_to_string(draftgate_words(code), '')];
    each text;
    bases text[];
    size integer;
    one text;
    other text;
BEGIN
    FOREACH each IN ARRAY array_prepend(name, coalesce(aliases::text[], '{}')) LOOP
        SELECT coalesce(array_agg(CASE
                WHEN length(word) > 3 AND right(word, 1) = 's' THEN left(word, -1) ELSE word
            END ORDER BY place), '{}')
        INTO bases
        FROM unnest(draftgate_words(each)) WITH ORDINALITY AS said(word, place);
        size := cardinality(bases);
        IF size = 1 THEN
            keys := keys || ARRAY['^' || left(bases[1], 4), '$' || right(bases[1], 4)];
        ELSIF size = 2 THEN
            keys := keys || ARRAY[
                left(bases[1], 3) || '~' || left(bases[2], 1),
                left(bases[1], 3) || '~~' || right(bases[2], 1),
                left(bases[2], 3) || '~' || left(bases[1], 1),
                left(bases[2], 3) || '~~' || right(bases[1], 1)
            ];
        END IF;
        FOR step IN 1..2 LOOP
            FOR place IN 1..size - step LOOP
                one := left(bases[place], 3);
                other := left(bases[place + step], 3);
                IF one > other COLLATE "C" THEN
                    keys := keys || (other || ' ' || one);
                ELSE
                    keys := keys || (one || ' ' || other);
                END IF;
            END LOOP;
        END LOOP;
    END LOOP;
    RETURN keys;
END
$$;
"""

GONE = """
DROP FUNCTION draftgate_offer_keys(text, text, text[]);
DROP FUNCTION draftgate_place_key(text);
DROP FUNCTION draftgate_words(text);
"""


class Migration(migrations.Migration):
    dependencies = [("locations", "0010_location_imports")]

    operations = [
        migrations.RunSQL(FUNCTIONS, GONE),
        migrations.AddIndex(
            model_name="location",
            index=models.Index(
                models.F("brand"),
                locations.models.lookups.PlaceKey("name"),
                name="location_name_key",
            ),
        ),
        migrations.AddIndex(
            model_name="location",
            index=models.Index(
                models.F("brand"),
                locations.models.lookups.PlaceKey("city"),
                name="location_city_key",
            ),
        ),
        migrations.AddIndex(
            model_name="promotion",
            index=django.contrib.postgres.indexes.GinIndex(
                locations.models.lookups.OfferKeys("code", "name", "aliases"), name="promotion_keys"
            ),
        ),
    ]
