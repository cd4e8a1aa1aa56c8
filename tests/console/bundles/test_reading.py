"""Reading: what an operator writes is what is meant, and what is wrong is named with its place."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from console.bundles.nodes import MAX_FILE_BYTES
from console.bundles.problems import BundleError
from console.bundles.schema import read_bundle
from locations.models import PolicyTerm


def problems(path: Path) -> list[str]:
    with pytest.raises(BundleError) as caught:
        read_bundle(path)
    return [str(problem) for problem in caught.value.problems]


def test_a_small_bundle_is_read_into_linked_rows(small):
    rows = read_bundle(small)
    (place,) = rows.locations
    assert (place.state, place.brand.name, place.vertical.name) == ("US-MA", "Acme Books", "Books")
    (week,) = rows.weekly_hours
    assert week.days() == ("10:00-18:00", "closed", *["unknown"] * 5)
    (dated,) = rows.dated_hours
    assert (dated.on, dated.hours) == (date(2026, 11, 26), "closed")
    values = {(row.term.key, row.row): row.value for row in rows.policy_values}
    assert values["return_window_days", "location:acme-boston"] == 14
    assert values["final_sale", "vertical:books"] == ["maps", "atlases"]
    units = {row.key: row.unit for row in rows.policy_terms}
    assert units == {
        "return_window_days": "days",
        "refund_method": "choice",
        "final_sale": "list",
    }
    assert (PolicyTerm, "refund_method") in rows.derived
    assert rows.channels[0].flags == ["no_html"]


def test_every_problem_is_reported_at_once_with_file_line_and_field(write):
    path = write(
        """
        brands:
          acme: {name: Acme, domian: acme.example}
        locations:
          - {id: acme-a, brand: acmee, vertical: books, name: A, city: A, state: MA, tz: Mars/Base}
          - {id: acme-b, brand: acme, vertical: books, name: B, city: B, state: Mass, tz: Mars/Base,
             hours: {mon: ["10:00-9am"]}, exceptions: {26-11-2026: []}}
        """
    )
    found = problems(path)
    assert f"{path}:3:22: brands.acme.domian: There is no field" in found[0]
    assert "did you mean “domain”?" in found[0]
    text = "\n".join(found)
    assert "locations.acme-a.brand: There is no brand “acmee”; did you mean “acme”?" in text
    assert "locations.acme-a.tz: “Mars/Base” is not a time zone" in text
    assert "locations.acme-b.state: Write an existing state as ISO 3166-2" in text
    assert "locations.acme-b.tz: “Mars/Base” is not a time zone" in text
    assert "locations.acme-b.hours.mon: “10:00-9am” is not a range of hours" in text
    assert "locations.acme-b.exceptions.26-11-2026: “26-11-2026” is not a date" in text


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("brands: {a: {name: A}, a: {name: B}}", "“a” stands here twice, first at"),
        ("brands: *x", "“*x” names nothing that stands above it"),
        ("brands: &x {a: *x}", "“*x” names nothing that stands above it"),
        ("brands: !!python/object:os.system {a: 1}", "is a tag; remove it"),
        ("brands: {<<: 1}", "“<<” takes named values"),
        ("brands: {[a]: 1}", "A name cannot be a list"),
        ("[a, b]", "Starts with no section"),
        ("brands: {a: {name: A}}\n---\nbrands: {}", "A second document starts here"),
        ("brands: {a: {name: A}", "Not valid YAML"),
        ("brands: [" * 30 + "]" * 30, "Nested more than"),
        ('brands: {a: {name: "\\0"}}', "cannot be stored"),
        ("brands: [a]", "Expected named values here"),
        ("brands: {a: {}}", "brands.a.name: Is missing"),
        ("brands: {a b: {name: A}}", "Use letters, digits, hyphens"),
        ("locations: {id: a}", "Expected a list here"),
        ("offers: [{code: X, brand: a, name: X, terms: t}]", "There is no brand “a”"),
        ("version: 7", "Version 7 is not known"),
        ("localtions: []", "There is no field “localtions”; did you mean “locations”?"),
        ("rates: {prime_apr: .nan}", "is no number that can be compared"),
        ("rates: {prime_apr: 010}", "is read in different ways"),
        ("rates: {prime_apr: 1_000}", "is read in different ways"),
        ("rates: {prime_apr: -1}", "is negative"),
        ("rates: {prime_apr: yes}", "may be a truth value or a word"),
        ("rates: {prime_apr: }", "Has no value; write one"),
        ("rates: {Prime: 1}", "Use lower-case letters"),
        ("policy_terms: {a_days: {unit: fortnights}}", "is not a valid choice"),
        ("policy_layers: [{layer: galaxy, values: {a_days: 1}}]", "“galaxy” is not known"),
        ("policy_layers: [{layer: region, values: {a_days: 1}}]", "say which state the region"),
        (
            "policy_layers: [{layer: operator, from: 2026-02-01, to: 2026-01-01, values: {a: 1}}]",
            "Ends before it starts",
        ),
        (
            "policy_layers: [{layer: operator, values: {a: 1}}, {layer: operator, values: {a: 2}}]",
            "already has a value for operator in this period",
        ),
        (
            "verticals: {spa: {name: Spa}}\nvoices: {spaa: {register: calm}}",
            "There is no vertical “spaa”; did you mean “spa”?",
        ),
        ("voices: {spa: {sentence_words: {mean: [20, 10]}}}", "The band ends below its start"),
        ("voices: {spa: {sentence_words: {mean: 10}}}", "Write the band as two numbers"),
        ("voices: {spa: {emoji: some}}", "is not a whole number"),
        ("voices: {spa: {disclaimer: {text: x}}}", "needs both its trigger and its text"),
        ("voices: {spa: {greetings: ['Hi {nme},']}}", "“Hi {nme},”: There is no {nme}; write one"),
        ("voices: {spa: {closings: ['Bye | evenings']}}", "did you mean “evening”?"),
        (
            "vertical_claims: [{id: V, claim: x, action: modify}]",
            "Say what replaces it, or “” to drop the sentence",
        ),
        (
            "jurisdiction_rules: [{id: J, states: [CA], claim: x, action: block}]",
            "Say whose state decides",
        ),
        (
            "jurisdiction_rules: [{id: J, trigger: x, action: modify}]",
            "A disclosure needs the text that is to be inserted",
        ),
        (
            "rates: {apr_pct: 6}\nvertical_claims: [{id: V, trigger: a price, text: '{ap_pct}'}]",
            "V.text: No policy term has the key of the slot {ap_pct}; did you mean “apr_pct”?",
        ),
        (
            "vertical_claims: [{id: V, claim: quotes a price, action: modify, rewrite: '{x}'}]",
            "V.rewrite: No policy term has the key of the slot {x}",
        ),
        (
            "vertical_claims: [{id: V, claim: quotes a price, action: block, fires_on: letter}]",
            "'letter' is not a valid choice",
        ),
        ("channel_restrictions: {sms: {no_htlm: true}}", "no such restriction"),
        ("channel_restrictions: {sms: {max_chars: many}}", "is not a whole number"),
        ("customers: [{id: c, name: C, orders: [{id: 1}]}]", "orders.1.date: Is missing"),
        ("reply_templates: [{id: r, class: x, body: b}]", "There is no ticket class “x”"),
        ("people: {p: {roles: [king]}}", "“king” is no role"),
        ("people: {p: {roster: [{}]}}", "Name a location, a brand or a state"),
    ],
)
def test_what_is_wrong_is_said_with_what_to_do(write, text, message):
    found = "\n".join(problems(write(text)))
    assert message in found
    assert "bundle.yaml:" in found


def test_a_rules_slot_and_its_term_come_in_one_bundle(write):
    rows = read_bundle(
        write(
            """
            policy_defaults: {spa: {fee_pct: 18}}
            verticals: {spa: {name: Spa}}
            jurisdiction_rules:
              - {id: J, trigger: quotes a price, action: modify, text: "A {fee_pct} fee.",
                 fires_on: both, customer_says: [how much does it cost], placement: end,
                 verbatim: true, once_per_conversation: true, missing_value: remove}
            """
        )
    )
    (rule,) = rows.rules
    assert (rule.text, rule.fires_on, rule.customer_says) == (
        "A {fee_pct} fee.",
        "both",
        ["how much does it cost"],
    )
    assert (rule.placement, rule.missing_value) == ("end", "remove")
    assert (rule.verbatim, rule.once_per_conversation) == (True, True)


def test_offers_and_articles_name_their_locations_or_all(write, small):
    text = small.read_text(encoding="utf-8")
    offer = "offers: [{code: X, brand: acme, name: X, terms: t, locations: %s}]\n"
    assert read_bundle(write(text + offer % "all", "a.yaml")).promotions[0].locations == []
    assert "write all for every location" in problems(write(text + offer % "[]", "b.yaml"))[0]
    wrong = problems(write(text + offer % "[acme-bostn]", "c.yaml"))[0]
    assert "“acme-bostn” is no location of acme; did you mean “acme-boston”?" in wrong


def test_articles_may_name_each_other_but_not_in_a_circle(write, small):
    text = small.read_text(encoding="utf-8") + (
        "kb_articles:\n"
        "- {id: a, brand: acme, title: A, body: x, status: superseded, superseded_by: b}\n"
        "- {id: b, brand: acme, title: B, body: x}\n"
    )
    rows = read_bundle(write(text, "a.yaml"))
    assert [row.superseded_by and row.superseded_by.code for row in rows.articles] == ["b", None]
    circle = text.replace("title: B, body: x", "title: B, body: x, superseded_by: a")
    assert "replace each other in a circle" in problems(write(circle, "b.yaml"))[0]


OFFERS = """
brands: {acme: {name: Acme}, oak: {name: Oak}}
offers:
- {code: A, brand: acme, name: One, terms: x, kind: save_offer, replaced_by: B}
- {code: B, brand: acme, name: Two, terms: x}
- {code: C, brand: oak, name: Three, terms: x}
ticket_classes:
- {id: leaving, name: Leaving, save_offers: true}
"""


def test_offers_may_replace_each_other_within_their_brand_but_not_in_a_circle(write):
    rows = read_bundle(write(OFFERS))
    assert [row.replaced_by and row.replaced_by.code for row in rows.promotions] == [
        "B",
        None,
        None,
    ]
    assert [row.kind for row in rows.promotions] == ["save_offer", "promotion", "promotion"]
    assert rows.ticket_classes[0].save_offers
    circle = OFFERS.replace("name: Two, terms: x", "name: Two, terms: x, replaced_by: A")
    assert "replace each other in a circle" in problems(write(circle, "b.yaml"))[0]
    foreign = OFFERS.replace("replaced_by: B", "replaced_by: C")
    assert (
        "offers.A.replaced_by: “C” is an offer of another brand"
        in problems(write(foreign, "c.yaml"))[0]
    )
    missing = OFFERS.replace("replaced_by: B", "replaced_by: BB")
    assert "did you mean" in problems(write(missing, "d.yaml"))[0]


def test_a_state_that_yaml_1_1_reads_as_no_is_refused_as_no_state(write):
    with pytest.raises(BundleError, match=r"locations\.x\.state: Write an existing state"):
        read_bundle(
            write(
                """
                brands: {a: {name: A}}
                locations:
                  - {id: x, brand: a, vertical: v, name: X, city: X, state: NO, tz: UTC}
                """
            )
        )


def test_fields_decide_types_where_yaml_1_1_would_guess(write):
    rows = read_bundle(
        write(
            """
            brands: {on: {name: No, line: 12:30, domain: 1.0}}
            locations:
              - {id: off, brand: on, vertical: yes, name: 2026-01-01, city: null and void,
                 state: NO-03, tz: UTC, phone: 0123}
            policy_layers:
              - {layer: location, location: off, values: {opens_at: 10:30, since: 2026-01-01,
                 price_match: none, quoted: "10", fee_usd: 5.00}}
            jurisdiction_rules:
              - {id: J1, states: [NO-03], applies_by: either, claim: c, action: block, mode: off}
            """
        )
    )
    (brand,) = rows.brands
    assert (brand.code, brand.name, brand.line, brand.domain) == ("on", "No", "12:30", "1.0")
    (place,) = rows.locations
    assert (place.state, place.name, place.phone) == ("NO-03", "2026-01-01", "0123")
    values = {row.term.key: row.value for row in rows.policy_values}
    assert values == {
        "opens_at": "10:30",
        "since": "2026-01-01",
        "price_match": "none",
        "quoted": "10",
        "fee_usd": 5.0,
    }
    assert (rows.rules[0].mode, rows.rules[0].states) == ("off", ["NO-03"])


@pytest.mark.parametrize(
    ("values", "unit"),
    [
        ("[{a_days: none}, {a_days: 30}]", "days"),
        ("[{a: none}, {a: true}]", "boolean"),
        ("[{a: none}, {a: store_credit}]", "choice"),
        ("[{a: by_mail}, {a: in person}]", "text"),
        ("[{a_usd: 0}, {a_usd: none}]", "money"),
    ],
)
def test_the_unit_of_a_bare_term_comes_from_all_its_values(write, values, unit):
    rows = read_bundle(
        write(
            "brands: {b: {name: B}}\n"
            "locations:\n"
            "- {id: x, brand: b, vertical: v, name: X, city: X, state: MA, tz: UTC}\n"
            "policy_layers:\n"
            f"- {{layer: vertical, vertical: v, values: {values.split('}, {')[0][1:]}}}}}\n"
            f"- {{layer: location, location: x, values: {{{values.split('}, {')[1][:-1]}}}\n"
        ),
        lenient=True,
    )
    assert rows.policy_terms[0].unit == unit


def test_a_folder_is_read_as_one_and_names_both_places_of_a_duplicate(write, tmp_path):
    write("brands: {a: {name: A}}\nlocations: []", "world/one.yaml")
    write("brands: {b: {name: B}}", "world/deep/two.yml")
    write("brands: {c: {name: C}}", "world/.hidden.yaml")
    assert [row.code for row in read_bundle(tmp_path / "world").brands] == ["a", "b"]
    write("brands: {a: {name: Again}}", "world/three.yaml")
    (found,) = problems(tmp_path / "world")
    assert "three.yaml:1:10: brands.a" in found
    assert "one.yaml:1:10" in found


def test_rows_of_one_name_are_refused_naming_both_places(write, small):
    text = small.read_text(encoding="utf-8") + (
        "kb_articles:\n"
        "- {id: a, brand: acme, title: A, body: x}\n"
        "- {id: a, brand: acme, title: B, body: x}\n"
    )
    (found,) = problems(write(text, "twice.yaml"))
    assert "twice.yaml:14:3" in found
    assert "“a” stands at" in found
    assert "twice.yaml:13:3" in found


@pytest.mark.parametrize(
    ("content", "message"),
    [
        (b"\xff\xfe\x00", "is not UTF-8"),
        (b"brands: {a: {name: \x07}}", "Not valid YAML"),
        (b"#" * (MAX_FILE_BYTES + 1), "split the file"),
    ],
)
def test_files_that_are_no_text_are_refused(tmp_path, content, message):
    path = tmp_path / "bundle.yaml"
    path.write_bytes(content)
    assert message in problems(path)[0]


def test_a_missing_path_and_an_empty_folder_are_named(tmp_path):
    assert "There is no such file or folder" in problems(tmp_path / "nowhere")[0]
    assert "holds no .yaml file" in problems(tmp_path)[0]


def test_an_evaluation_reads_on_where_an_import_refuses(write, small):
    text = small.read_text(encoding="utf-8") + "horoscopes: {mon: luck}\n"
    path = write(text, "extended.yaml")
    assert "There is no field “horoscopes”" in problems(path)[0]
    rows = read_bundle(path, lenient=True)
    assert len(rows.locations) == 1
    assert "horoscopes" in str(rows.warnings[0])


def test_an_evaluation_leaves_out_what_it_cannot_use(write, small):
    text = small.read_text(encoding="utf-8") + (
        "voices: {wrong: {brand: acmee, contractions: avoid}}\n"
        "policy_layers: [{layer: region, values: {return_window_days: 99}}]\n"
        "customers: [{id: c, name: C, orders: [{id: 1, date: soon}]}]\n"
    )
    rows = read_bundle(write(text, "wrong.yaml"), lenient=True)
    assert rows.overlays == ()
    assert 99 not in [row.value for row in rows.policy_values]
    assert len(rows.warnings) == 3


def test_aliases_and_merges_are_followed(write):
    rows = read_bundle(
        write(
            """
            brands: {a: &brand {name: A, line: shop}, b: {<<: *brand, name: B}}
            locations:
              - &first {id: x, brand: a, vertical: v, name: X, city: X, state: MA, tz: UTC,
                        hours: {mon: &day ["10:00-18:00"], tue: *day}}
              - {<<: *first, id: y, name: Y}
            """
        )
    )
    assert [(row.name, row.line) for row in rows.brands] == [("A", "shop"), ("B", "shop")]
    assert [row.name for row in rows.locations] == ["X", "Y"]
    assert [row.days()[1] for row in rows.weekly_hours] == ["10:00-18:00"] * 2


def test_aliases_cannot_unfold_into_something_huge(write):
    lines = ["a0: &a0 [x, x, x, x, x, x, x, x, x, x]"]
    for depth in range(1, 9):
        items = ", ".join([f"*a{depth - 1}"] * 10)
        lines.append(f"a{depth}: &a{depth} [{items}]")
    (found,) = problems(write("\n".join(lines)))
    assert "use fewer aliases" in found


def test_an_unreadable_file_is_reported_alone(tmp_path):
    (tmp_path / "brands.yaml").write_text("brands:\n  acme: {name: Acme\n")
    (tmp_path / "offers.yaml").write_text("offers:\n  - {code: A, brand: acme, name: A}\n")
    (found,) = problems(tmp_path)
    assert "brands.yaml" in found
    assert "Not valid YAML" in found
