"""Whatever an operator may have stored, a bundle written from it reads to the same again."""

from __future__ import annotations

from datetime import date
from typing import Any

import yaml
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from compliance.models import (
    ChannelRestriction,
    ComplianceRule,
    Concept,
    QuietHours,
    ToneOverlay,
)
from console.bundles.export import document, dump
from console.bundles.nodes import Mapping, read_tree
from console.bundles.plan import contents
from console.bundles.problems import Problems
from console.bundles.rows import FIELDS, BundleRows, Person, key_of
from console.bundles.schema import read_rows
from drafting.models import Customer, ReplyTemplate, TicketClass
from locations.models import (
    Brand,
    DatedHours,
    KnowledgeArticle,
    Location,
    PolicyTerm,
    PolicyValue,
    Promotion,
    Vertical,
    WeeklyHours,
)

# Words that a YAML reader might take for something else, beside any other text.
TRAPS = ["no", "NO", "on", "off", "null", "~", "10:30", "1e3", "0x10", "010", "2026-01-01", "true"]
texts = st.one_of(
    st.sampled_from([*TRAPS, "“quoted”", "a: b", "# not a comment", "- dash", "{x}", "* star"]),
    st.text(st.characters(exclude_categories=("Cc", "Cs", "Cn")), min_size=1, max_size=20).filter(
        str.strip
    ),
)
phrases = st.lists(texts, max_size=3, unique=True)
# What starts with an @ names a class of phrases.
banned = texts.filter(lambda text: text.strip()[0] != "@") | st.sampled_from(
    ["@slang", "@health_claims"]
)
# Lines of a voice: no braces but those of a placeholder, and no phrase that is only a condition.
lines = st.lists(
    st.builds(
        "{} {}{}".format,
        st.just("so:"),
        texts.map(lambda text: text.translate({ord(each): None for each in "{}|"})),
        st.sampled_from(["", " | morning", " | about returns, for regulars"]),
    ),
    max_size=3,
    unique=True,
)
days = st.dates(date(2020, 1, 1), date(2030, 12, 31))
maybe_days = st.none() | days
states = st.lists(st.sampled_from(["US-MA", "NO-03", "CA-ON", "US-CA"]), max_size=2, unique=True)
hours = st.sampled_from(
    ["closed", "unknown", "24 hours", "09:00-17:00", "10:00-12:00, 13:00-02:00", "9:00 - 17:00"]
)
relations = st.sampled_from(["extends", "replaces"])
hours_types = st.lists(
    st.sampled_from(["main", "pickup", "drive_through", "kitchen"]), min_size=1, unique=True
)
CLOSURES = [
    {},
    {"status": "closed"},
    {"status": "temporarily_closed"},
    {"status": "temporarily_closed", "reopens_on": date(2026, 12, 1)},
]
values = st.one_of(
    st.integers(0, 10_000),
    st.floats(0, 1e6, allow_nan=False).map(lambda number: round(number, 2)),
    st.booleans(),
    texts,
    st.lists(texts, max_size=3),
)


@st.composite
def bundles(draw: Any) -> BundleRows:
    brand = Brand(
        code="no",
        name=draw(texts),
        loyalty=draw(texts),
        confirm_holidays=draw(st.lists(st.sampled_from(["all", "Thanksgiving", "Labor Day"]))),
        stale_articles=draw(st.sampled_from(["exclude", "warn"])),
        ended_offer_days=draw(st.integers(0, 400)),
    )
    actions = st.sampled_from(["", "ignore", "advise", "block"])
    vertical = Vertical(
        code="on", name=draw(texts), unverified_policy=draw(actions), unverified_data=draw(actions)
    )
    place = Location(
        code="off",
        brand=brand,
        vertical=vertical,
        name=draw(texts),
        city=draw(texts),
        state=draw(st.sampled_from(["NO-03", "CA-ON", "US-MA"])),
        zone="America/New_York",
        phone=draw(texts),
        licence_states=draw(states),
        **draw(st.sampled_from(CLOSURES)),
    )
    dates = sorted(draw(st.sets(days, max_size=3)))
    articles = [
        KnowledgeArticle(code=f"a{number}", brand=brand, title=draw(texts), body=draw(texts))
        for number in range(2)
    ]
    articles[0].superseded_by = articles[1]
    articles[0].include = draw(st.sampled_from([[], ["off"]]))
    articles[1].source, articles[1].source_id = "help", draw(st.sampled_from(["a/b.md", "7"]))
    articles[1].missing_since = draw(st.sampled_from([None, date(2026, 11, 3)]))
    articles[0].states = draw(st.sampled_from([[], ["US-OR"], ["US-MA", "US-NH"]]))
    ticket_class = TicketClass(
        code="yes", name=draw(texts), cues=draw(phrases), save_offers=draw(st.booleans())
    )
    successor = Promotion(code="Y", brand=brand, name=draw(texts), terms=draw(texts))
    sms = ChannelRestriction(
        code="sms", max_chars=draw(st.none() | st.integers(1, 500)), flags=["no_html"]
    )
    return BundleRows(
        brands=(brand,),
        verticals=(vertical,),
        locations=(place,),
        weekly_hours=tuple(
            WeeklyHours(
                location=place,
                hours_type=hours_type,
                **{day: draw(hours) for day in ("mon", "tue", "wed", "thu", "fri", "sat", "sun")},
            )
            for hours_type in draw(hours_types)
        ),
        dated_hours=tuple(
            DatedHours(
                location=place,
                hours_type=hours_type,
                on=on,
                hours=draw(hours | st.just("regular")),
                note=draw(st.just("") | texts),
            )
            for on in dates
            for hours_type in draw(hours_types)
        ),
        **_policies(draw, brand, vertical, place),
        promotions=(
            Promotion(
                code="X",
                brand=brand,
                kind=draw(st.sampled_from(["promotion", "save_offer"])),
                replaced_by=draw(st.none() | st.just(successor)),
                name=draw(texts),
                aliases=draw(phrases),
                terms=draw(texts),
                end=draw(maybe_days),
                weekdays=draw(st.lists(st.sampled_from(["mon", "fri"]), unique=True)),
                excluded_states=draw(states),
            ),
            successor,
        ),
        articles=tuple(articles),
        concepts=tuple(_concepts(draw)),
        rules=tuple(_rules(draw)),
        overlays=(
            ToneOverlay(
                code=draw(st.sampled_from(["on", "other"])),
                vertical=vertical,
                emoji_max=draw(st.none() | st.integers(0, 3)),
                emoji_allowed=draw(st.lists(st.sampled_from(["🙂", "❤️", "👍🏽"]), unique=True)),
                channel=draw(st.sampled_from(["", "sms"])),
                sentence_band_min=3,
                sentence_band_max=30,
                sentence_outside_pct=draw(st.none() | st.integers(0, 100)),
                sentence_quantiles=draw(st.just({}) | st.just({"50": 13, "90": 22.5})),
                reply_words_min=draw(st.none() | st.integers(0, 9)),
                reply_words_max=draw(st.none() | st.integers(10, 900)),
                reading_grade_max=draw(st.none() | st.sampled_from([8.0, 8.5])),
                spelling=draw(st.sampled_from(["", "us", "gb"])),
                second_person=draw(st.sampled_from(["", "use", "avoid", "free"])),
                address=draw(st.sampled_from(["", "first_name", "title", "none"])),
                formality=draw(st.sampled_from(["", "formal", "casual"])),
                capitals_max=draw(st.none() | st.integers(0, 3)),
                greetings=draw(lines),
                closings=draw(lines),
                permitted=draw(lines),
                disclaimer_trigger="speaks of it",
                disclaimer_text="It is so.",
                disclaimer_placement=draw(st.sampled_from(["", "after", "start", "end"])),
                sentence_mean_min=8.5,
                sentence_mean_max=20.0,
                sentence_max=draw(st.none() | st.integers(5, 40)),
                replacements=draw(st.dictionaries(banned, texts, max_size=2)),
                prohibited=draw(st.lists(banned, max_size=3, unique=True)),
            ),
        ),
        channels=(sms,),
        quiet_hours=(
            QuietHours(
                code="off",
                channel=sms,
                hours=draw(st.sampled_from(["21:00-08:00", "00:00-08:00, 20:00-24:00"])),
                weekdays=draw(st.lists(st.sampled_from(["mon", "sun"]), unique=True)),
                holidays=draw(st.lists(st.sampled_from(["all", "Thanksgiving"]), unique=True)),
                states=draw(states),
                clock=draw(st.sampled_from(["customer", "location"])),
                concerns=draw(st.sampled_from(["every", "promotional"])),
                answers_within_minutes=draw(st.none() | st.integers(0, 90)),
                citation=draw(st.just("") | texts),
            ),
        ),
        customers=(
            Customer(
                code="c1",
                name=draw(texts),
                loyalty=draw(
                    st.none() | st.fixed_dictionaries({"tier": texts, "points": st.integers(0, 9)})
                ),
                orders=[
                    {"id": draw(texts), "item": draw(texts), "total": 38.5, "date": "2026-01-02"},
                    {
                        "id": "2",
                        "date": "2026-01-02",
                        "channel": draw(texts),
                        "details": draw(
                            st.dictionaries(
                                texts, texts | st.booleans() | st.integers(0, 99), max_size=2
                            )
                        ),
                    },
                ],
                contacts=draw(phrases),
            ),
        ),
        ticket_classes=(ticket_class,),
        reply_templates=(
            ReplyTemplate(
                code="r",
                ticket_class=ticket_class,
                brand=draw(st.none() | st.just(brand)),
                body=draw(st.sampled_from(["One line", "{greeting}\n\nTwo.\n", " padded ", "a\n"])),
                active=draw(st.booleans()),
            ),
        ),
        people=(Person("yes", ("agent",), first_name="No"),),
    )


def _policies(draw: Any, brand: Brand, vertical: Vertical, place: Location) -> dict[str, Any]:
    terms: list[PolicyTerm] = []
    rows: list[PolicyValue] = []
    for number, (unit, value) in enumerate(
        [
            ("days", st.integers(0, 90)),
            ("money", st.sampled_from([5, 5.25, "none"])),
            ("boolean", st.booleans()),
            ("list", st.lists(texts, max_size=3)),
            ("text", texts),
            ("percent", st.sampled_from([0.4, 15])),
        ]
    ):
        term = PolicyTerm(key=f"term_{number}", unit=unit, label=draw(st.just("") | texts))
        terms.append(term)
        day = draw(maybe_days)
        for scope in draw(
            st.lists(
                st.sampled_from(
                    [
                        ("operator", {}),
                        ("vertical", {"vertical": vertical}),
                        ("brand", {"brand": brand}),
                        ("ownership", {"ownership": "franchise", "brand": brand}),
                        ("region", {"state": "US-MA"}),
                        ("location", {"location": place}),
                    ]
                ),
                unique_by=lambda item: item[0],
            )
        ):
            layer, names = scope
            rows.append(
                PolicyValue(term=term, layer=layer, value=draw(value), valid_from=day, **names)
            )
    return {"policy_terms": tuple(terms), "policy_values": tuple(rows)}


def _concepts(draw: Any) -> list[Concept]:
    expressions = ["no", "golden ticket*", "(a | b) ... # %", "don't", "@off_list"]
    return [
        Concept(
            name=name,
            relation=relation,
            about=draw(texts),
            expressions=draw(st.lists(st.sampled_from(among), min_size=1, unique=True)),
            active=active,
        )
        for name, relation, among, active in (
            ("off_list", "own", expressions[:4], True),
            (
                "free",
                draw(st.sampled_from(["extends", "replaces"])),
                expressions,
                draw(st.booleans()),
            ),
            ("null", "own", expressions, draw(st.booleans())),
        )
    ]


# Readable, and caught: a rule that could not act is refused.
_DETECTORS = ["@off_list", "@expire ... {0,3} soon", "(a | b) [c]", "# %", r"/gold: \d+ \"#\"/"]
_EXAMPLES = ["the golden ticket: yours", "golden ticket # 1", "- a golden ticket"]


_HEARD = [
    {},
    {"fires_on": "both", "customer_says": ["a golden ticket"]},
    {"fires_on": "both", "customer_detectors": ["golden ticket", r"/gold: \d+/"]},
]


_CONDITIONS = [
    "location.term_2 is missing",
    "any of:\n  order.age_days <= 30\n\n  all of:\n    order.amount < $5\n    policy.term_4 = on",
]


# A text's braces are slots: of the location and the brand, or of policy terms.
_wording = st.one_of(
    texts.map(lambda text: text.replace("{", "(").replace("}", ")")),
    st.sampled_from(["Call {location.phone}.", "{brand.name}: reply STOP"]),
)


def _shapes(draw: Any, kind: str, code: str) -> dict[str, Any]:
    """Draw what a rule depends on; values by state only where something says ``$param``."""
    takes = draw(st.booleans())
    conditions = draw(st.sampled_from(["", *_CONDITIONS]))
    return {
        "binds_on_remote_sale": draw(st.sampled_from(["", "either", "customer"])),
        "localities": draw(st.sampled_from([[], ["NO-03/Grünerløkka: øst"]])),
        "conditions": "order.amount < $param" if takes else conditions,
        "permitted_when": conditions if kind == "restricted_offer" else "",
        "exemptions": draw(st.lists(texts | st.just("purchase.status = no"), max_size=2)),
        "params": {"NO-03": draw(st.sampled_from(["$15", "<= 5.00"]))} if takes else {},
        "except_rules": draw(st.lists(st.just("remove-prohibited_claim"), max_size=1))
        if code != "remove-prohibited_claim"
        else [],
        "topic": draw(st.sampled_from(["", "no"])),
    }


def _rules(draw: Any) -> list[ComplianceRule]:
    binds = draw(st.sampled_from(["location", "customer", "either", "licence", "everywhere"]))
    common = {
        "claim": draw(texts),
        "examples": draw(st.lists(st.sampled_from(_EXAMPLES), unique=True)),
        "detectors": ["golden ticket", *draw(st.lists(st.sampled_from(_DETECTORS), unique=True))],
        "binds_on": binds,
        "states": ["NO-03"],
        "mode": draw(st.sampled_from(["off", "shadow", "flag", "enforce"])),
        "effective_from": draw(maybe_days),
        "missing_value": draw(st.sampled_from(["block", "remove"])),
        **draw(st.sampled_from(_HEARD)),
    }
    disclosure = {
        "verbatim": draw(st.booleans()),
        "placement": draw(st.sampled_from(["after", "start", "end"])),
        "once_per_conversation": draw(st.booleans()),
    }
    source = draw(st.sampled_from(["jurisdiction", "vertical", "platform"]))
    return [
        ComplianceRule(
            code=f"{action}-{kind}",
            source=source,
            kind=kind,
            action=action,
            text=text,
            verticals=draw(st.sampled_from([[], ["on"]])),
            **common,
            **(disclosure if kind == "required_disclosure" else {}),
            **_shapes(draw, kind, f"{action}-{kind}"),
        )
        for kind, action, text in [
            ("restricted_offer", "remove", ""),
            ("prohibited_claim", "rewrite", draw(_wording)),
            ("prohibited_claim", "remove", ""),
            ("prohibited_claim", "block", draw(st.just("") | _wording)),
            ("restricted_topic", "advise", ""),
            ("restricted_topic", "hand_over", f"{draw(_wording)}."),
            ("required_disclosure", "insert_disclosure", draw(_wording)),
            ("required_disclosure", "block", draw(_wording)),
        ]
    ]


def says(rows: BundleRows) -> dict[str, Any]:
    return {
        f"{model.__name__} {key_of(row)}": contents(row)
        for model in FIELDS
        for row in rows.of(model)
    } | {"people": rows.people}


def tree_of(text: str, folder: Any) -> tuple[Mapping, Problems]:
    path = folder / "bundle.yaml"
    path.write_text(text, encoding="utf-8")
    problems = Problems()
    return read_tree(path, problems), problems


@settings(
    max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(rows=bundles())
def test_written_and_read_again_nothing_is_lost(rows, tmp_path):
    tree, problems = tree_of(dump(document(rows)), tmp_path)
    assert says(read_rows(tree, problems)) == says(rows)


@settings(max_examples=100, deadline=None)
@given(data=st.dictionaries(texts, st.lists(values, max_size=3), max_size=3))
def test_what_is_written_means_the_same_to_every_reader(data):
    assert yaml.safe_load(dump(data)) == data
