"""Articles are found by their words: an index of them, and by likeness where that is available."""

from django.db import migrations

# What is searched of a body is bounded, for a tsvector is; a title weighs more than a body.
SEARCH = """
ALTER TABLE locations_knowledgearticle ADD COLUMN search tsvector GENERATED ALWAYS AS (
    setweight(to_tsvector('english'::regconfig, title), 'A')
    || setweight(to_tsvector('english'::regconfig, left(body, 100000)), 'B')
) STORED;
CREATE INDEX article_search ON locations_knowledgearticle USING gin (search);
"""
NO_SEARCH = """
DROP INDEX article_search;
ALTER TABLE locations_knowledgearticle DROP COLUMN search;
"""
# pg_trgm comes with PostgreSQL's contrib modules, which not every server has.
LIKENESS = """
DO $$
BEGIN
    CREATE EXTENSION IF NOT EXISTS pg_trgm;
    CREATE INDEX article_title_likeness ON locations_knowledgearticle
        USING gin (title gin_trgm_ops);
EXCEPTION
    WHEN undefined_file OR feature_not_supported OR insufficient_privilege THEN
        RAISE NOTICE 'Words are not compared by likeness: pg_trgm is not available.';
END
$$;
"""
NO_LIKENESS = "DROP INDEX IF EXISTS article_title_likeness;"


class Migration(migrations.Migration):
    dependencies = [("locations", "0008_confirmed_hours_and_holidays")]

    operations = [
        migrations.RunSQL(SEARCH, NO_SEARCH),
        migrations.RunSQL(LIKENESS, NO_LIKENESS),
    ]
