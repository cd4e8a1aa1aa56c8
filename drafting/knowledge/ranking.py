"""The one order of articles for a ticket: what shares the rarest words with it comes first."""

from __future__ import annotations

import math
from collections.abc import Sequence
from functools import lru_cache
from typing import Final

from compliance.gate.types import ArticleFact
from drafting.classify import stems

USABLE: Final = "usable"
_TITLE: Final = 2.0
# Enough of a long article to know what it is about.
_READ: Final = 4_000


def ranked(articles: Sequence[ArticleFact], spoken: str) -> tuple[ArticleFact, ...]:
    """Return the articles in the order in which they fit what was said, usable ones first.

    A shared word counts the more the fewer of the articles have it, and twice in a title. An
    article that replaces another one is found by the words of both. Equal ones go by code.
    """
    said = frozenset(stems(spoken[:_READ]))
    words = {article.code: _words(article.title, article.body[:_READ]) for article in articles}
    weights = {
        word: math.log(1 + len(words) / sum(word in title | body for title, body in words.values()))
        for word in said & frozenset().union(*(title | body for title, body in words.values()))
    }
    scores = {
        code: sum(
            weight * (_TITLE if word in title else 1.0)
            for word, weight in sorted(weights.items())
            if word in title or word in body
        )
        for code, (title, body) in words.items()
    }
    for article in sorted(articles, key=lambda each: each.code):
        if article.successor in scores:
            scores[article.successor] = max(scores[article.successor], scores[article.code])
    return tuple(
        sorted(
            articles,
            key=lambda each: (each.standing != USABLE, -round(scores[each.code], 9), each.code),
        )
    )


@lru_cache(maxsize=4096)
def _words(title: str, body: str) -> tuple[frozenset[str], frozenset[str]]:
    return frozenset(stems(title)), frozenset(stems(body))
