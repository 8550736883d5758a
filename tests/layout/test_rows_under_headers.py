"""The lines under a header: indicators, section headings, summary rows, notes, other tables."""

from collections.abc import Callable

import pytest

from kpi_core.layout import Known, Recognised

Read = Callable[..., Recognised]

HEAD = "Indicator|2019/20 Q3|2019/20 Q4|Status"


def placed(found: Recognised) -> list[tuple[str, str, str]]:
    """Name, plan and theme of each row."""
    return [
        (
            row.line.cells[0].text,
            row.plan.text if row.plan else "",
            row.theme.text if row.theme else "",
        )
        for table in found.tables
        for row in table.rows
    ]


def text_only(found: Recognised) -> list[str]:
    loose = [*found.loose, *(one for table in found.tables for one in table.loose)]
    return [cell.text for one in loose for cell in one.line.cells if not cell.empty]


def test_a_section_heading_is_the_theme_of_the_rows_below_it(read: Read) -> None:
    found = read(HEAD, "Children|||", "x|1|2|Red", "y|1|2|Red", "Adults|||", "z|1|2|Red")
    assert placed(found) == [("x", "", "Children"), ("y", "", "Children"), ("z", "", "Adults")]
    assert text_only(found) == []


def test_a_heading_above_a_heading_is_the_plan(read: Read) -> None:
    found = read(HEAD, "People|||", "Children|||", "x|1|2|Red", "Adults|||", "y|1|2|Red")
    assert placed(found) == [("x", "People", "Children"), ("y", "People", "Adults")]


def test_a_heading_that_says_plan_or_priority_is_the_plan(read: Read) -> None:
    found = read(HEAD, "Priority 1: safe|||", "x|1|2|Red", "Priority 2|||", "y|1|2|Red")
    assert placed(found) == [("x", "Priority 1: safe", ""), ("y", "Priority 2", "")]


def test_a_heading_above_each_of_several_tables_is_their_theme(read: Read) -> None:
    found = read("Children", HEAD, "x|1|2|Red", "", "Adults", HEAD + "|Notes", "y|1|2|Red|")
    assert placed(found) == [("x", "", "Children"), ("y", "", "Adults")]


def test_a_title_with_a_period_is_no_theme(read: Read) -> None:
    found = read("Results 2019/20", HEAD, "x|1|2|Red", "", "Adults", HEAD + "|Notes", "y|1|2|Red|")
    assert placed(found)[0] == ("x", "", "")


@pytest.mark.parametrize(
    "note",
    ["Source: the council", "* provisional", "Figures are rounded.", "12%", "-", "n/a", "x" * 200],
)
def test_a_note_or_a_figure_alone_is_no_heading(read: Read, note: str) -> None:
    found = read(HEAD, f"{note}|||", "x|1|2|Red")
    assert placed(found) == [("x", "", "")]
    assert text_only(found) == [note]


def test_a_text_alone_at_the_end_heads_nothing(read: Read) -> None:
    found = read(HEAD, "x|1|2|Red", "Children|||")
    assert text_only(found) == ["Children"]


def test_an_indicator_that_is_known_is_a_row_without_any_figure(read: Read) -> None:
    found = read(HEAD, "Children|||", "x|1|2|Red", known=Known(is_indicator="Children".__eq__))
    assert placed(found) == [("Children", "", ""), ("x", "", "")]


@pytest.mark.parametrize(
    "name",
    [
        "Total",
        "Grand total",
        "Average",
        "England",
        "England average",
        "NW LA's",
        "Median",
        "Maximum",
        "Subtotal:",
        "Mean of all services",
        "Statistical Neighbours",
    ],
)
def test_a_row_that_sums_up_or_compares_is_no_indicator(read: Read, name: str) -> None:
    found = read(HEAD, "Reduce x|1|2|Red", f"{name}|3|4|")
    assert [row[0] for row in placed(found)] == ["Reduce x"]
    assert [one.rule for one in found.tables[0].loose] == ["summary-row"]
    assert text_only(found) == [name, "3", "4"]


@pytest.mark.parametrize(
    "name", ["Total households helped", "Average days to decide", "Mean journey time to school"]
)
def test_a_name_that_begins_like_a_summary_is_still_an_indicator(read: Read, name: str) -> None:
    assert [row[0] for row in placed(read(HEAD, f"{name}|1|2|Red"))] == [name]


def test_a_line_with_figures_and_no_name_is_told_apart(read: Read) -> None:
    found = read(HEAD, "x|1|2|Red", "|3|4|")
    (loose,) = found.tables[0].loose
    assert loose.unnamed


def test_a_small_table_below_the_scorecard_is_no_part_of_it(read: Read) -> None:
    found = read(HEAD, "x|1|2|Red", "", "Status|Actions", "Red|1", "Green|0")
    assert placed(found) == [("x", "", "")]
    assert text_only(found) == ["Status", "Actions", "Red", "1", "Green", "0"]


def test_a_blank_line_inside_a_table_ends_nothing(read: Read) -> None:
    found = read(HEAD, "x|1|2|Red", "", "y|1|2|Red", "", "z|-|-|-")
    assert [row[0] for row in placed(found)] == ["x", "y", "z"]


def test_further_lines_of_a_merged_name_stay_with_its_row(read: Read) -> None:
    found = read(HEAD, "x|1|2|Red", "^|(3)|(4)|", "y|5|6|Green")
    assert [row[0] for row in placed(found)] == ["x", "y"]
    assert [(k.heading, k.cell.text) for k in found.tables[0].rows[0].kept] == [
        *(("2019/20 Q3", "(3)"), ("2019/20 Q4", "(4)")),
    ]
