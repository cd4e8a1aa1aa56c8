"""Two sides compared row by row: what differs, what only comes from elsewhere, what is missing."""

from console.resolved.tables import MOST_ROWS, Column, Row, Section, Weight, compare, text

COLUMNS = (
    Column("Term"),
    Column("Value"),
    Column("From", Weight.ORIGIN),
    Column("Why", Weight.SAYS),
)


def side(*rows, key="terms", **kept):
    made = (Row(name, tuple(map(text, (name, *cells)))) for name, *cells in rows)
    return [Section(key, "Terms", COLUMNS, tuple(made), **kept)]


def found(left, right):
    return [
        (
            row.name[0].text,
            row.left and row.left[0][1][0].text,
            row.right and row.right[0][1][0].text,
        )
        for section in compare(left, right)
        for row in section.rows
    ]


def test_equal_sides_have_no_differences():
    rows = [("a", "1", "x", "because"), ("b", "2", "y", "")]
    assert compare(side(*rows), side(*rows)) == []


def test_only_what_differs_is_left_in_the_order_of_the_left():
    left = side(("a", "1", "x", ""), ("b", "2", "y", ""), ("c", "3", "z", ""))
    right = side(("c", "4", "z", ""), ("b", "2", "y", ""), ("a", "9", "x", ""))
    assert found(left, right) == [("a", "1", "9"), ("c", "3", "4")]


def test_a_row_of_one_side_only():
    left, right = side(("a", "1", "x", "")), side(("b", "2", "y", ""))
    assert found(left, right) == [("a", "1", None), ("b", None, "2")]


def test_the_same_value_from_elsewhere_is_marked():
    (section,) = compare(side(("a", "1", "x", "")), side(("a", "1", "y", "")))
    (row,) = section.rows
    assert row.same_value
    (section,) = compare(side(("a", "1", "x", "")), side(("a", "2", "y", "")))
    assert not section.rows[0].same_value


def test_words_about_a_value_are_no_difference():
    assert compare(side(("a", "1", "x", "here")), side(("a", "1", "x", "there"))) == []


def test_a_section_of_one_side_only():
    both, pickup = side(("a", "1", "x", "")), side(("b", "2", "y", ""), key="pickup")
    assert found(both + pickup, both) == [("b", "2", None)]
    assert found(both, both + pickup) == [("b", None, "2")]


def test_what_was_asked_is_not_compared():
    left = side(("moment", "noon", "", ""), not_compared=frozenset({"moment"}))
    right = side(("moment", "night", "", ""), not_compared=frozenset({"moment"}))
    assert compare(left, right) == []


def test_a_page_stays_small_and_says_what_it_hides():
    rows = [(str(number), "1", "x", "") for number in range(MOST_ROWS + 5)]
    (section,) = side(*rows)
    assert (len(section.shown), section.hidden) == (MOST_ROWS, 5)
    (compared,) = compare(side(*rows), side())
    assert (len(compared.shown), compared.hidden) == (MOST_ROWS, 5)
