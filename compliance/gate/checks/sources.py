"""Knowledge sources: only usable articles may be leant on, and only usable facts restated."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace
from functools import lru_cache
from typing import ClassVar

from compliance.gate.lexicon import stem, words
from compliance.gate.polarity import polarity
from compliance.gate.quantities import Quantity, quantities, same_amount
from compliance.gate.reading import Reading, finding, unverified
from compliance.gate.text import Sentence, Text
from compliance.gate.types import (
    ArticleFact,
    Edit,
    FactReference,
    Finding,
    Layer,
    PassageFact,
)

_USABLE = "usable"
_CONFLICTING = frozenset({"deprecated", "superseded", "stale", "quarantined"})
_COMMON = words(
    "the a an and or of to in on at for with is are be it this that our your we you not no "
    "any all have has can may will from by as if than then so do does up off out day month "
    "year"
)


class Sources:
    """Refuses sources that are out of date or not meant for this location."""

    id: ClassVar[str] = "sources"
    title: ClassVar[str] = "Knowledge sources"
    version: ClassVar[int] = 2
    layer: ClassVar[Layer] = Layer.POLICY

    def find(self, reading: Reading) -> list[Finding]:
        """Return sources that may not be used, and statements that only such sources make."""
        return [*self._cited(reading), *self._restated(reading)]

    def _cited(self, reading: Reading) -> Iterator[Finding]:
        articles = {article.code: article for article in reading.facts.articles}
        for code in reading.case.sources:
            article = articles.get(code)
            if article is not None and article.standing == _USABLE:
                yield from self._doubted(reading, article)
                continue
            reason = "is not known here" if article is None else f"is not usable: {article.reason}"
            span = self._leaning(reading, article)
            # A source that the reply visibly leans on must not go out; one that left no trace in
            # the words is a note, because what the words say is checked on its own.
            edits: tuple[Edit, ...] = ()
            if span is not None:
                edits = (Edit(span.start, span.end, "", reason="rests on an unusable source"),)
            message = f"The draft cites {code}, which {reason or 'is not usable'}."
            if article is not None and span is None:
                yield from unverified(
                    self,
                    reading,
                    0,
                    len(reading.text.original),
                    message,
                    kind="source",
                    about=code,
                    layer=_layer_of(reading, article),
                    rule_version=article.version,
                    fact=_reference(article),
                )
                continue
            yield finding(
                self,
                reading,
                span.start if span else 0,
                span.end if span else len(reading.text.original),
                message,
                rule=code,
                rule_version=article.version if article else 1,
                layer=_layer_of(reading, article),
                fact=_reference(article) if article else None,
                edits=edits,
            )

    def _doubted(self, reading: Reading, article: ArticleFact) -> Iterator[Finding]:
        """Find what rests on the passages of a cited article that may not be used, or on doubt."""
        for passage in article.passages:
            span = self._leaning(reading, _of_passage(article, passage))
            if span is None or span == self._leaning(reading, article):
                continue  # what may be used of the article says it as well
            yield finding(
                self,
                reading,
                span.start,
                span.end,
                f"The draft rests on a passage of {article.code} that is not usable: "
                f"{passage.reason}.",
                rule=article.code,
                rule_version=article.version,
                layer=_layer_of_passage(passage),
                fact=passage.fact or _reference(article),
                edits=(Edit(span.start, span.end, "", reason="rests on an unusable passage"),),
            )
        if article.note:
            yield from unverified(
                self,
                reading,
                0,
                len(reading.text.original),
                f"The draft cites {article.code}, which {article.note}.",
                kind="source",
                about=article.code,
                rule_version=article.version,
                fact=_reference(article),
            )

    def _leaning(self, reading: Reading, article: ArticleFact | None) -> Sentence | None:
        """Return the sentence of the draft that shares most with an article, if any does."""
        if article is None:
            return None
        body = content(article.body)
        best: tuple[float, Sentence] | None = None
        for sentence in reading.text.sentences:
            words = content(reading.text.norm[sentence.norm_start : sentence.norm_end])
            share = len(words & body) / max(4, min(len(words), len(body)))
            if share >= 0.5 and (best is None or share > best[0]):
                best = (share, sentence)
        return best[1] if best else None

    def _restated(self, reading: Reading) -> Iterator[Finding]:
        usable = [
            each
            for article in reading.facts.articles
            if article.standing == _USABLE
            for each in statements_of(article.body)
        ]
        stored = [
            (fact.value, fact.unit)
            for fact in reading.facts.place.policies
            if isinstance(fact.value, int | float) and not isinstance(fact.value, bool)
        ]
        for article in _unusable(reading.facts.articles):
            for amount, of in statements_of(article.body):
                if any(_same(amount, other) and len(words & of) >= 2 for other, words in usable):
                    continue  # a usable article says the same of the same thing
                if any(same_amount(amount, float(value), unit) for value, unit in stored):
                    continue  # and so does a term that holds here
                yield from self._repeats(reading, article, amount, of)

    def _repeats(
        self, reading: Reading, article: ArticleFact, amount: Quantity, of: frozenset[str]
    ) -> Iterator[Finding]:
        text = reading.text
        topic = of | content(article.title)
        for said in quantities(text):
            if not _same(said, amount):
                continue
            sentence = text.sentence_at(said.start)
            words = content(text.norm[sentence.norm_start : sentence.norm_end])
            shared = words & of - content(text.norm[said.norm_start : said.norm_end])
            if len(shared) < 2 or len(words & topic) < 3:
                continue
            how = polarity(text, said.start, said.end)
            if not how.asserted or how.question:
                continue
            yield finding(
                self,
                reading,
                said.start,
                said.end,
                f"“{text.excerpt(said.start, said.end)}” is what {article.code} said, which is "
                f"{article.standing.replace('_', ' ')}: {article.reason}.",
                rule=article.code,
                rule_version=article.version,
                layer=_layer_of(reading, article),
                fact=_reference(article),
                edits=(
                    Edit(sentence.start, sentence.end, "", reason="restates an unusable source"),
                ),
            )


def _unusable(articles: Iterable[ArticleFact]) -> Iterator[ArticleFact]:
    """Return the articles that must not be restated; a passage counts as one of its own."""
    for article in articles:
        if article.standing in _CONFLICTING:
            yield article
        elif article.standing == _USABLE:
            for passage in article.passages:
                yield _of_passage(article, passage)


def _of_passage(article: ArticleFact, passage: PassageFact) -> ArticleFact:
    return replace(
        article, body=passage.text, standing=passage.standing, reason=passage.reason, passages=()
    )


def _layer_of_passage(passage: PassageFact) -> Layer:
    return Layer(passage.kind) if passage.kind in set(Layer) else Layer.POLICY


def _reference(article: ArticleFact) -> FactReference:
    return FactReference(article.code, article.standing, article.title, article.version)


def _layer_of(reading: Reading, article: ArticleFact | None) -> Layer:
    """Return the kind of fact an article speaks of: an offer that it names, else policy."""
    if article is not None:
        body = f"{article.title} {article.body}".lower()
        for offer in reading.facts.offers:
            if any(
                re.search(rf"(?<!\w){re.escape(name.lower())}(?!\w)", body)
                for name in (offer.code, offer.name)
            ):
                return Layer.OFFER
    return Layer.POLICY


@lru_cache(maxsize=2048)
def statements_of(body: str) -> tuple[tuple[Quantity, frozenset[str]], ...]:
    """Return an article's amounts, each with the content words of its sentence."""
    text = Text(body)
    found = []
    for amount in quantities(text):
        sentence = text.sentence_at(amount.start)
        rest = (
            text.norm[sentence.norm_start : amount.norm_start]
            + " "
            + text.norm[amount.norm_end : sentence.norm_end]
        )
        found.append((amount, content(rest)))
    return tuple(found)


def _same(one: Quantity, other: Quantity) -> bool:
    return bool(same_amount(one, other.value, other.unit))


@lru_cache(maxsize=4096)
def content(words: str) -> frozenset[str]:
    """Return the stems of the words that say something."""
    found = re.findall(r"[a-z][a-z'-]+", words.lower())
    return frozenset(stem(word) for word in found if word not in _COMMON)
