"""The gate's rules beside libraries that hold a text against phrases: same rules, same replies.

The libraries are no part of Draftgate: ``requirements-bench.txt`` names them, and those that are
not installed are left out of the table. They only look for phrases, so the gate runs with the check
of claims alone, and the rules are put as phrases.
"""

from __future__ import annotations

import re
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import partial
from importlib import import_module
from importlib.util import find_spec
from typing import Final, TypeAlias

from compliance.gate.checks.claims import Claims
from compliance.gate.pipeline import gate
from compliance.gate.ruleset import compile_rules
from compliance.gate.types import BindsOn, GateInput, Rule, RuleAction, RuleKind
from console.benchmarks.timing import Timing, time_runs

# Says whether a text breaks any of the rules.
Decide: TypeAlias = Callable[[str], bool]
_NONSENSE: Final = (
    "amber", "basalt", "cobalt", "dahlia", "ember", "fennel", "garnet", "hazel", "indigo", "jasper",
    "kestrel", "lupine", "marble", "nettle", "ochre", "pewter", "quartz", "russet", "saffron",
    "topaz", "umber", "violet",
)  # fmt: skip
_SERVICES: Final = (
    "piano lesson", "boat rental", "carpet cleaning", "ski repair", "garden visit", "window check",
    "camera rental", "bicycle repair", "bakery tour", "dance class", "tire change", "roof survey",
    "hedge trim", "chimney sweep", "drain check", "lawn care", "pool service", "gutter repair",
    "sofa rental", "lamp repair", "bike tour", "cake tasting",
)  # fmt: skip
_CLAIMS: Final = (
    "is guaranteed to work",
    "always cures the pain",
    "is free of charge",
    "never expires",
    "is approved by the state",
    "has no side effects",
    "is tax free",
    "beats every competitor",
)


@dataclass(frozen=True, slots=True)
class Engine:
    """Something that holds texts against phrases: its name, and how it is made from them."""

    name: str
    build: Callable[[tuple[str, ...], GateInput], Decide]


@dataclass(frozen=True, slots=True)
class LibraryRow:
    """One engine: how it was built, how fast it is, and what it caught of each kind of wording.

    ``caught`` pairs a kind with how many of how many; of "denied" none should be caught.
    """

    engine: str
    rules: int
    build_seconds: float
    timing: Timing
    caught: tuple[tuple[str, int, int], ...]


def phrases(count: int) -> tuple[str, ...]:
    """Make up distinct prohibited claims, at most 85,184: "the amber opal boat rental is ..."."""
    one, two, three = len(_NONSENSE), len(_SERVICES), len(_CLAIMS)
    return tuple(
        f"{_NONSENSE[number % one]} {_NONSENSE[number // one % one]} "
        f"{_SERVICES[number // one**2 % two]} {_CLAIMS[number // (one**2 * two) % three]}"
        for number in range(count)
    )


def measure_libraries(case: GateInput, *, rules: int, runs: int) -> Iterator[LibraryRow]:
    """Measure every engine that is installed on the reply of ``case``, and on wordings."""
    listed = phrases(rules)
    told = tuple(_wordings(listed[:: max(1, rules // 20)][:20]))
    for engine in engines():
        started = time.perf_counter()
        decide = engine.build(listed, case)
        decide(case.text)
        built = time.perf_counter() - started
        yield LibraryRow(
            engine=engine.name,
            rules=rules,
            build_seconds=built,
            timing=time_runs(partial(_once, decide, case.text), runs=runs),
            caught=tuple(
                (kind, sum(decide(text) for text in texts), len(texts)) for kind, texts in told
            ),
        )


def engines() -> tuple[Engine, ...]:
    """Return Draftgate's gate, a plain loop, and the libraries that are installed."""
    own = (
        Engine("draftgate, claims in scope", _draftgate),
        Engine("draftgate, every rule in scope", _draftgate_everywhere),
        Engine("a loop over compiled `re`", _loop),
    )
    libraries = (
        ("presidio_analyzer", Engine("presidio deny list", _presidio)),
        ("guardrails.checks", Engine("openai-guardrails keywords", _keywords)),
    )
    return own + tuple(engine for module, engine in libraries if _installed(module))


def missing_libraries() -> tuple[str, ...]:
    """Return the distributions of requirements-bench.txt that are not installed."""
    wanted = (
        ("presidio_analyzer", "presidio-analyzer"),
        ("guardrails.checks", "openai-guardrails"),
    )
    return tuple(name for module, name in wanted if not _installed(module))


def _installed(module: str) -> bool:
    try:
        return find_spec(module) is not None
    except ModuleNotFoundError:
        return False


def _once(decide: Decide, text: str, _run: int) -> bool:
    return decide(text)


# --- Engines -----------------------------------------------------------------------------------


def _draftgate(listed: tuple[str, ...], case: GateInput) -> Decide:
    """The gate as it is used: one rule in 250 binds where the reply is written, others do not."""
    here, elsewhere = case.facts.place.state, "US-ZZ"
    return _gate(listed, case, lambda number: (elsewhere if number % 250 else here,))


def _draftgate_everywhere(listed: tuple[str, ...], case: GateInput) -> Decide:
    return _gate(listed, case, lambda _: ())


def _gate(
    listed: tuple[str, ...], case: GateInput, states_of: Callable[[int], tuple[str, ...]]
) -> Decide:
    rules = []
    for number, phrase in enumerate(listed):
        states = states_of(number)
        rules.append(
            Rule(
                code=f"r{number}",
                version=1,
                kind=RuleKind.PROHIBITED_CLAIM,
                claim=phrase,
                examples=(phrase,),
                action=RuleAction.BLOCK,
                binds_on=BindsOn.LOCATION if states else BindsOn.EVERYWHERE,
                states=states,
            )
        )
    ruleset = compile_rules(tuple(rules))
    checks = (Claims(),)

    def decide(text: str) -> bool:
        decision = gate(_with(case, text), ruleset, checks=checks, budget_seconds=60.0)
        return bool(decision.findings)

    return decide


def _with(case: GateInput, text: str) -> GateInput:
    return GateInput(text, case.facts, case.channel, case.tone)


def _loop(listed: tuple[str, ...], _case: GateInput) -> Decide:
    compiled = [re.compile(rf"\b{re.escape(one)}\b", re.IGNORECASE) for one in listed]
    return lambda text: bool([one for one in compiled if one.search(text)])


def _presidio(listed: tuple[str, ...], _case: GateInput) -> Decide:
    made = import_module("presidio_analyzer").PatternRecognizer(
        supported_entity="RULE", deny_list=list(listed)
    )
    return lambda text: bool(made.analyze(text, ["RULE"], None))


def _keywords(listed: tuple[str, ...], _case: GateInput) -> Decide:
    module = import_module("guardrails.checks.text.keywords")
    config = module.KeywordCfg(keywords=list(listed))
    return lambda text: bool(module.match_keywords(text, config, "rules").tripwire_triggered)


# --- Wordings ----------------------------------------------------------------------------------


def _wordings(listed: tuple[str, ...]) -> Iterator[tuple[str, tuple[str, ...]]]:
    """Yield kinds of wordings, each phrase put in each of the ways of its kind."""
    plain = [f"Thanks for asking. Our {phrase}, so do come by." for phrase in listed]
    yield "as written", tuple(plain)
    yield (
        "disguised",
        tuple(_disguised(text, phrase) for text, phrase in zip(plain, listed, strict=True)),
    )
    yield "with a word between", tuple(_gapped(text) for text in plain)
    yield "other inflection", tuple(_inflected(text) for text in plain)
    yield "denied", tuple(_denied(phrase) for phrase in listed)


def _disguised(text: str, phrase: str) -> str:
    """Hide a letter of the phrase's first word, each time in another way."""
    letter = phrase[1]
    ways = (
        lambda: f"{letter}\u200b",  # a space of no width after it
        lambda: f"\u00ad{letter}",  # a soft hyphen before it
        lambda: chr(ord(letter) + 0xFEE0),  # its full-width form
        lambda: f"**{letter}**",  # bold within the word
        lambda: f"&#{ord(letter)};",  # an entity
    )
    hidden = phrase[0] + ways[len(phrase) % len(ways)]() + phrase[2:]
    return text.replace(phrase, hidden)


def _gapped(text: str) -> str:
    for word in (" is ", " always ", " never ", " has ", " beats "):
        if word in text:
            return text.replace(word, f"{word}really ", 1)
    return text


def _inflected(text: str) -> str:
    """Put the claim into the past or the future, as replies do."""
    for now, then in (
        (" is ", " will be "),
        (" cures ", " cured "),
        (" expires", " will expire"),
        (" has ", " had "),
        (" beats ", " will beat "),
    ):
        if now in text:
            return text.replace(now, then, 1)
    return text


def _denied(phrase: str) -> str:
    return f"We cannot say that the {phrase}, and please do not count on it."
