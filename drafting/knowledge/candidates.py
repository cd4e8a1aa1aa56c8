"""The articles that may matter to what is said: a bounded number, however many a brand has.

While a brand has no more than :data:`BOUND` articles, all are taken. Above, PostgreSQL's full-text
search finds the best ones in scope, the best of those that match but may not be used (a reply must
not lean on them), those that a draft cites, and what is used in place of superseded ones.
"""

from __future__ import annotations

import re
import time
from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from typing import Any, Final

from django.db import connection

from drafting.knowledge.scope import in_scope, may_be_used
from locations.models import ArticleStatus, KnowledgeArticle, Location, StaleArticles

BOUND: Final = 60
# A model is told eight, and each usable one is examined before it may be: of many, no more.
USABLE_MOST: Final = 8
UNUSABLE_MOST: Final = 20
CITED_MOST: Final = 20
# Ranking reads every match, so words that would find more than this are left out: the commonest.
MATCHES_MOST: Final = 4_000
WORDS_MOST: Final = 32
# Likeness reads every title that shares three letters in a row with a word: not of so many.
LIKENESS_MOST: Final = 10_000
_MISSPELT_MOST: Final = 4
_SPOKEN_MOST: Final = 12_000
_FREQUENCIES_KEPT: Final = 600.0  # seconds
_NEVER: Final = float("-inf")

# What an article must hold for, in SQL; the same as drafting.knowledge.scope.in_scope.
_SCOPE: Final = """
    a.brand_id = %(brand)s
    AND (cardinality(a.verticals) = 0 OR %(vertical)s = ANY(a.verticals))
    AND (cardinality(a.states) = 0 OR %(state)s = ANY(a.states))
    AND (cardinality(a.include) = 0 OR %(home)s = ANY(a.include))
    AND NOT %(home)s = ANY(a.exclude)
    AND (cardinality(a.channels) = 0 OR %(channel)s = ANY(a.channels))
"""
_MAY_BE_USED: Final = """
    a.status = %(active)s AND (%(keeps_stale)s OR a.review_by IS NULL OR a.review_by >= %(on)s)
"""
# The successors of what was found come last: of an article that was replaced twice, the last one.
_CHOSEN: Final = """
    WITH RECURSIVE matching AS MATERIALIZED ({matching}),
    best AS (
        (SELECT id FROM matching WHERE usable ORDER BY rank DESC, code LIMIT %(usable_most)s)
        UNION ALL
        (SELECT id FROM matching WHERE NOT usable ORDER BY rank DESC, code LIMIT %(unusable_most)s)
        UNION ALL
        (SELECT id FROM locations_knowledgearticle
          WHERE brand_id = %(brand)s AND code = ANY(%(cited)s))
    ),
    chosen AS (
        SELECT id FROM best
        UNION
        SELECT a.superseded_by_id FROM locations_knowledgearticle a JOIN chosen USING (id)
        WHERE a.status = %(superseded)s AND a.superseded_by_id IS NOT NULL
    )
    SELECT id, (SELECT count(*) FROM matching) FROM chosen
"""
# Only our own constants are put together here; what was said is a parameter.
_BY_WORDS: Final = f"""
    SELECT a.id, a.code, ts_rank(a.search, q) + ts_rank(a.search, rare) AS rank,
           ({_MAY_BE_USED}) AS usable
    FROM locations_knowledgearticle a, CAST(%(query)s AS tsquery) q, CAST(%(rare)s AS tsquery) rare
    WHERE a.search @@ q AND {_SCOPE}
"""  # noqa: S608
_BY_LIKENESS: Final = f"""
    SELECT a.id, a.code, word_similarity(w, a.title) AS rank, ({_MAY_BE_USED}) AS usable
    FROM locations_knowledgearticle a, unnest(%(words)s::text[]) w
    WHERE w <%% a.title AND {_SCOPE}
"""  # noqa: S608


def stored_articles(
    home: Location, *, spoken: str, channel: str, on: date, cited: Sequence[str]
) -> list[KnowledgeArticle]:
    """Return the candidates from the database, with their brand and their successors.

    Two queries for a brand of few articles, four for one of many; a fifth when no word is found.
    """
    of_brand = KnowledgeArticle.objects.filter(brand_id=home.brand_id)
    few = of_brand.order_by("pk").values_list("pk", flat=True)[: BOUND + 1]
    every = list(few)
    wanted = every
    if len(every) > BOUND:
        given = _parameters(home, channel=channel, on=on, cited=cited)
        wanted = _chosen(spoken[-_SPOKEN_MOST:], given)
    rows = KnowledgeArticle.objects.filter(pk__in=wanted)
    return list(rows.select_related("brand", "superseded_by__superseded_by"))


def _parameters(home: Location, *, channel: str, on: date, cited: Sequence[str]) -> dict[str, Any]:
    return {
        "brand": home.brand_id,
        "vertical": home.vertical.code,
        "state": home.state,
        "home": home.code,
        "channel": channel,
        "on": on,
        "active": ArticleStatus.ACTIVE.value,
        "superseded": ArticleStatus.SUPERSEDED.value,
        "keeps_stale": home.brand.stale_articles == StaleArticles.WARN,
        "cited": list(cited[:CITED_MOST]),
        "usable_most": USABLE_MOST,
        "unusable_most": UNUSABLE_MOST,
    }


def _chosen(spoken: str, given: Mapping[str, Any]) -> list[int]:
    lexemes = [_quoted(lexeme) for lexeme in _lexemes(spoken)]
    # PostgreSQL ranks a common word like a rare one, but what is rare says what it is about.
    query, rare = " | ".join(lexemes), " | ".join(lexemes[: (len(lexemes) + 1) // 2])
    with connection.cursor() as cursor:
        cursor.execute(_CHOSEN.format(matching=_BY_WORDS), {**given, "query": query, "rare": rare})
        rows = cursor.fetchall()
        words = _misspelt(spoken) if _frequencies()[1] <= LIKENESS_MOST else []
        if (not rows or not rows[0][1]) and words and likeness_is_known():
            cursor.execute(_CHOSEN.format(matching=_BY_LIKENESS), {**given, "words": words})
            rows += cursor.fetchall()
    return [row[0] for row in rows]


def _quoted(lexeme: str) -> str:
    return "'" + lexeme.replace("\\", "\\\\").replace("'", "''") + "'"


def _lexemes(spoken: str) -> list[str]:
    """Return the words to search for, the rarest first, as many as can be ranked in time."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT tsvector_to_array(to_tsvector('english', %s))", [spoken])
        (found,) = cursor.fetchone() or ([],)
    common, articles = _frequencies()
    rarely = min(common.values(), default=0.0)
    often = sorted((common.get(lexeme, rarely), lexeme) for lexeme in found)
    chosen: list[str] = []
    expected = 0.0
    for frequency, lexeme in often[:WORDS_MOST]:
        expected += frequency * articles
        if chosen and expected > MATCHES_MOST:
            break
        chosen.append(lexeme)
    return chosen


class _Frequencies:
    """How common words are in articles, as PostgreSQL's own statistics have it; read seldom."""

    def __init__(self) -> None:
        self.read_at = _NEVER
        self.common: dict[str, float] = {}
        self.articles = 0.0


_known = _Frequencies()


def forget() -> None:
    """Forget how common words are; the next search asks again."""
    _known.read_at = _NEVER


def _frequencies() -> tuple[Mapping[str, float], float]:
    now = time.monotonic()
    if now - _known.read_at >= _FREQUENCIES_KEPT:
        with connection.cursor() as cursor:
            cursor.execute(
                "SELECT s.most_common_elems::text::text[], s.most_common_elem_freqs, c.reltuples"
                " FROM pg_class c LEFT JOIN pg_stats s ON s.tablename = c.relname"
                " AND s.schemaname = current_schema() AND s.attname = 'search'"
                " WHERE c.oid = 'locations_knowledgearticle'::regclass"
            )
            row = cursor.fetchone() or (None, None, 0.0)
        # The frequencies end with their minimum, maximum and that of no word at all.
        _known.common = dict(zip(row[0] or (), row[1] or (), strict=False))
        _known.articles = max(0.0, row[2])
        _known.read_at = now
    return _known.common, _known.articles


def _misspelt(spoken: str) -> list[str]:
    words = dict.fromkeys(word.lower() for word in re.findall(r"[^\W\d_]{4,40}", spoken))
    return sorted(words, key=lambda word: (-len(word), word))[:_MISSPELT_MOST]


_likeness: list[bool] = []


def likeness_is_known() -> bool:
    """Say whether the database compares words by likeness (pg_trgm); asked once a process."""
    if not _likeness:
        with connection.cursor() as cursor:
            cursor.execute("SELECT EXISTS (SELECT FROM pg_extension WHERE extname = 'pg_trgm')")
            (found,) = cursor.fetchone() or (False,)
        _likeness.append(bool(found))
    return _likeness[0]


# --- In memory ------------------------------------------------------------------------------------

_WORD: Final = re.compile(r"[^\W_]{3,40}")


def articles_in_memory(
    articles: Iterable[KnowledgeArticle],
    home: Location,
    *,
    spoken: str,
    channel: str,
    on: date,
    cited: Sequence[str],
) -> list[KnowledgeArticle]:
    """Return the candidates among a brand's articles, by the words they share with what is said."""
    every = sorted(articles, key=lambda row: row.code)
    if len(every) <= BOUND:
        return every
    said = set(_WORD.findall(spoken[-_SPOKEN_MOST:].lower()))
    shared = {
        row.code: len(said & set(_WORD.findall(f"{row.title} {row.body}".lower())))
        for row in every
        if in_scope(row, home=home, channel=channel)
    }
    matching = sorted(
        (row for row in every if shared.get(row.code)),
        key=lambda row: (-shared[row.code], row.code),
    )
    usable = [row for row in matching if may_be_used(row, on=on)]
    unusable = [row for row in matching if not may_be_used(row, on=on)]
    named = set(cited[:CITED_MOST])
    chosen = {
        row.code: row
        for row in (
            *usable[:USABLE_MOST],
            *unusable[:UNUSABLE_MOST],
            *(row for row in every if row.code in named),
        )
    }
    for row in list(chosen.values()):
        following: KnowledgeArticle | None = row
        while following is not None and following.status == ArticleStatus.SUPERSEDED:
            following = following.superseded_by
            if following is not None:
                if following.code in chosen:
                    break
                chosen[following.code] = following
    return list(chosen.values())
