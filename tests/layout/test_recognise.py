"""Columns are found by the meaning of their headings, whatever their order and wording."""

from typing import Any

import pytest

from kpi_core.catalogue import ColumnEntry
from kpi_core.errors import ReportError
from kpi_core.layout import Known, Layout, Recognised, Role, recognise
from kpi_core.layout.headings import SYNONYMS, heading_key, role_of
from kpi_core.periods import Period
from kpi_core.readers import Cell, Document, Grid, Line


def grid(*lines: str) -> Grid:
    """A grid of lines whose cells are parted by a bar."""
    return Grid(
        "table.csv",
        tuple(
            Line(
                f"line {at}",
                tuple(
                    Cell(text, f"line {at}, column {column}")
                    for column, text in enumerate(line.split("|"), start=1)
                ),
            )
            for at, line in enumerate(lines, start=1)
        ),
    )


def read(*lines: str, **known: Any) -> Recognised:
    document = Document("table.csv", (grid(*lines),))
    return recognise(document, Known(**known))


def layout(header: str, **known: Any) -> Layout:
    return read(header, "x", **known).tables[-1].layout


@pytest.mark.parametrize(
    ("heading", "role"),
    [
        ("Indicator Description", Role.INDICATOR),
        ("KPI", Role.INDICATOR),
        ("Short Desc", Role.INDICATOR),
        ("Performance Measure", Role.INDICATOR),
        ("Direction of Travel", Role.DIRECTION),
        ("DoT", Role.DIRECTION),
        ("Short Trend", Role.DIRECTION),
        ("Are we getting better?", Role.DIRECTION),
        ("Status vs Target", Role.STATUS),
        ("RAG rating", Role.STATUS),
        ("On target?", Role.STATUS),
        ("Target", Role.TARGET),
        ("Year End target", Role.TARGET),
        ("Ambition", Role.TARGET),
        ("Latest Bench marking Result", Role.BENCHMARK),
        ("Benchmark", Role.BENCHMARK),
        ("Bench marking Result for:", Role.BENCHMARK_GROUP),
        ("commentary", Role.COMMENTARY),
        ("Notes", Role.COMMENTARY),
        ("Directorate", Role.OWNER),
        ("Plan", Role.PLAN),
        ("Due  Date", Role.DUE_DATE),
        ("  INDICATOR\nDescription ", Role.INDICATOR),
        ("Number of cases", Role.DENOMINATOR),
        ("Number", Role.UNKNOWN),
        ("Colour", Role.UNKNOWN),
    ],
)
def test_headings_by_meaning(heading: str, role: Role) -> None:
    assert role_of(heading) is role


def test_no_heading_means_two_things() -> None:
    keys = [heading_key(name) for names in SYNONYMS.values() for name in names]
    assert len(set(keys)) == len(keys)


def test_the_shipped_header() -> None:
    found = layout(
        "Plan|Indicator Description|2018/19 Q4|2019/20 Q1|2019/20 Q2|2019/20 Q3|2019/20 Q4|"
        "2019/20 Target|Direction of Travel|Status vs Target|Q4 commentary|"
        "Latest Bench marking Result|Bench marking Result for:"
    )
    assert [column.role for column in found.columns] == [
        *(Role.PLAN, Role.INDICATOR, *[Role.VALUE] * 5, Role.TARGET, Role.DIRECTION),
        *(Role.STATUS, Role.COMMENTARY, Role.BENCHMARK, Role.BENCHMARK_GROUP),
    ]
    assert not any(column.unusable for column in found.columns)


def test_value_columns_are_in_time_order_whatever_their_place() -> None:
    found = layout("2019/20 Q4|Indicator|2018/19 Q4|2019/20 Q2")
    assert [c.period.label for c in found.values() if c.period] == [
        *("2018/19 Q4", "2019/20 Q2", "2019/20 Q4"),
    ]
    assert found.rated_period() == Period.quarter(2019, 4)


def test_a_quarter_without_a_year_takes_the_reports_year() -> None:
    assert layout(
        "Indicator|Q4", period=Period.financial_year(2019)
    ).rated_period() == Period.quarter(2019, 4)


@pytest.mark.parametrize(
    ("header", "expected"),
    [
        ("Indicator|2019/20 Q4|Target", "Target"),
        ("Indicator|2019/20 Q4|2018/19 Target|2019/20 Target", "2019/20 Target"),
        ("Indicator|2019/20 Q4|2019/20 Target|2019/20 Q4 Target", "2019/20 Q4 Target"),
        ("Indicator|2019/20 Q4|2018/19 Target|Target", "Target"),
        ("Indicator|2019/20 Q4|2018/19 Target", None),
        ("Indicator|2019/20 Q4|2019/20 Q1 Target", None),
        ("Indicator|2019/20 Q4|2019/21 Target", None),
        ("Indicator|2019/20 Q4|Comments", None),
    ],
)
def test_the_target_is_the_one_of_the_rated_period(header: str, expected: str | None) -> None:
    column = layout(header).target_for(Period.quarter(2019, 4))
    assert (column.heading.text if column else None) == expected


def test_a_second_column_of_a_role_is_claimed_by_nobody() -> None:
    found = layout("Indicator|2019/20 Q4|Comments|Notes")
    assert [c.role for c in found.columns][2:] == [Role.COMMENTARY, Role.UNKNOWN]


def test_a_column_that_the_catalogue_names_is_the_first_of_its_role_wherever_it_stands() -> None:
    columns = {"Notes": ColumnEntry(role="commentary")}
    found = layout("Indicator|2019/20 Q4|Comments|Notes", columns=columns)
    assert [c.role for c in found.columns][2:] == [Role.UNKNOWN, Role.COMMENTARY]


def test_a_second_column_of_a_period_is_not_used_and_says_why() -> None:
    found = layout("Indicator|2019/20 Q4|Q4 2019/20 Actual")
    assert len(found.values()) == 1
    second = found.columns[2]
    assert second.unusable
    assert second.problem == "2019/20 Q4 already has a column, at line 1, column 2"


def test_a_period_that_cannot_be_is_a_problem_of_its_column_alone() -> None:
    found = layout("Indicator|2019/21|2019/20 Q4")
    assert found.columns[1].unusable
    assert found.columns[1].problem is not None
    assert "2019/21" in found.columns[1].problem
    assert found.rated_period() == Period.quarter(2019, 4)


def test_commentary_needs_no_year() -> None:
    column = layout("Indicator|2019/20 Q4|Q4 commentary").one(Role.COMMENTARY)
    assert column is not None
    assert not column.unusable


def parts(found: Recognised) -> list[tuple[list[str], int]]:
    return [([row.line.address for row in t.rows], t.header_cells) for t in found.tables]


def test_a_repeated_header_is_no_data_and_its_cells_are_counted() -> None:
    head = "Indicator|2019/20 Q4"
    found = read("Title|", head, "a|1", "", head.upper(), "b|2")
    assert parts(found) == [(["line 3", "line 6"], 4)]
    assert [loose.line.address for loose in found.loose] == ["line 1"]


def test_another_header_starts_a_table_of_its_own() -> None:
    found = read("Indicator|2019/20 Q4", "a|1", "2018/19 Q4|Measure", "2|b")
    assert parts(found) == [(["line 2"], 2), (["line 4"], 2)]


@pytest.mark.parametrize(
    ("header", "said"),
    [
        ("Name|2019/20 Q4", "no column heading names the indicator"),
        ("Indicator|Actual", "no column heading names a period"),
        ("Dear Sir|or Madam", "no line has headings for an indicator and for a period"),
        ("Indicator", "no column heading names a period"),
    ],
)
def test_no_header_line_says_which_half_is_missing(header: str, said: str) -> None:
    with pytest.raises(ReportError, match=rf"table\.csv: .*{said}.*line 1"):
        read(header, "x|1" if "|" in header else "x")
