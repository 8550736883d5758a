"""Columns of numerators, denominators and limits, told apart from what looks like them."""

import pytest

from kpi_core.catalogue import ColumnEntry
from kpi_core.layout import Known, Role
from kpi_core.layout.headings import near_role, role_of
from kpi_core.periods import Period
from tests.layout.conftest import Read

RATED = Period.quarter(2019, 4)


@pytest.mark.parametrize(
    ("heading", "role"),
    [
        ("Numerator", Role.NUMERATOR),
        ("Denominator", Role.DENOMINATOR),
        ("Number of cases", Role.DENOMINATOR),
        ("Cohort", Role.DENOMINATOR),
        ("Out of", Role.DENOMINATOR),
        ("Base", Role.DENOMINATOR),
        ("n", Role.DENOMINATOR),
        ("N =", Role.DENOMINATOR),
        ("Lower CI", Role.LOWER),
        ("Lower 95% CI", Role.LOWER),
        ("95% CI (lower)", Role.LOWER),
        ("Lower CI 95.0 limit", Role.LOWER),
        ("LCL", Role.LOWER),
        ("Upper 95% confidence limit", Role.UPPER),
        ("UCL", Role.UPPER),
    ],
)
def test_headings_of_parts(heading: str, role: Role) -> None:
    assert role_of(heading) is role


@pytest.mark.parametrize(
    "heading",
    [
        *("Number", "Baseline", "No", "Count", "Total", "Population", "Cases closed"),
        *("Number of cases closed", "Lower 90% CI", "Lower CI 99.8 limit", "Upper 99.8% CI"),
        *("Lower tolerance", "Upper limit", "Lower", "CI", "Cohort notes"),
    ],
)
def test_headings_of_other_things_are_no_parts(heading: str) -> None:
    parts = (Role.NUMERATOR, Role.DENOMINATOR, Role.LOWER, Role.UPPER)
    assert role_of(heading) not in parts
    assert near_role(heading) not in parts


def roles(read: Read, header: str, columns: dict[str, ColumnEntry] | None = None) -> list[Role]:
    width = header.count("|") + 1
    row = "|".join(["Reduce the share of x", *["1"] * (width - 1)])
    found = read(header, row, known=Known(RATED, columns or {}))
    return [column.role for column in found.tables[0].layout.columns]


@pytest.mark.parametrize(
    ("header", "expected"),
    [
        ("Indicator|Q4|Number of cases|Target", [Role.DENOMINATOR]),
        ("Indicator|Q4|Number of cases|Denominator", [Role.NUMERATOR, Role.DENOMINATOR]),
        ("Indicator|Q4|Denominator|Number of cases", [Role.DENOMINATOR, Role.NUMERATOR]),
        ("Indicator|Q4|Numerator|Number of cases", [Role.NUMERATOR, Role.DENOMINATOR]),
        ("Indicator|Q4|LCL|UCL", [Role.LOWER, Role.UPPER]),
    ],
)
def test_what_was_counted_and_out_of_how_many(
    read: Read, header: str, expected: list[Role]
) -> None:
    assert roles(read, header)[2 : 2 + len(expected)] == expected


def test_control_limits_around_a_mean_are_no_confidence_limits(read: Read) -> None:
    found = roles(read, "Indicator|Q4|Mean|LCL|UCL|Target")
    assert found[3:5] == [Role.UNKNOWN, Role.UNKNOWN]


def test_without_a_figure_there_is_nothing_that_cases_are_the_whole_of(read: Read) -> None:
    assert roles(read, "Indicator|Number of cases|Target|Status")[1] is Role.UNKNOWN


def test_several_columns_of_a_part_take_the_periods_of_the_figures_beside_them(read: Read) -> None:
    found = read("Indicator|2019/20 Q3|n|2019/20 Q4|n", "Reduce x|1%|100|2%|200")
    wholes = found.tables[0].layout.all(Role.DENOMINATOR)
    assert [column.period for column in wholes] == [Period.quarter(2019, 3), RATED]


def test_several_columns_of_a_part_that_nobody_can_date_are_not_used(read: Read) -> None:
    found = roles(read, "Indicator|2019/20 Q3|2019/20 Q4|Cohort|Base")
    assert found[3:] == [Role.UNKNOWN, Role.UNKNOWN]


def test_what_the_catalogue_says_of_a_column_stays(read: Read) -> None:
    columns = {"Seen": ColumnEntry(role="denominator"), "LCL": ColumnEntry(role="lower_limit")}
    found = roles(read, "Indicator|Q4|Seen|Mean|LCL", columns)
    assert (found[2], found[4]) == (Role.DENOMINATOR, Role.LOWER)


def test_an_undated_part_is_of_the_rated_period_and_a_dated_one_of_its_own(read: Read) -> None:
    found = read(
        "Indicator|2019/20 Q3|2019/20 Q4|2019/20 Q3 n|Denominator|2018/19 numerator",
        "Reduce x|1%|2%|100|200|3",
        known=Known(RATED),
    )
    layout = found.tables[0].layout
    texts = {
        period.label: column.text
        for period in (Period.quarter(2019, 3), RATED, Period.quarter(2019, 2))
        if (column := layout.part(Role.DENOMINATOR, period, RATED)) is not None
    }
    assert texts == {"2019/20 Q3": "2019/20 Q3 n", "2019/20 Q4": "Denominator"}
    assert layout.part(Role.NUMERATOR, RATED, RATED) is None


def test_with_periods_down_each_period_has_its_parts(read: Read) -> None:
    found = read(
        "Indicator|Year|Numerator|Denominator|Value",
        "Reduce x|2018/19|44|276|15.9%",
        "Reduce x|2019/20|49|286|17.1%",
    )
    (row,) = found.tables[0].rows
    cells = {
        column.period.label: row.line.cells[column.index].text
        for column in row.layout.all(Role.NUMERATOR)
        if column.period is not None
    }
    assert cells == {"2018/19": "44", "2019/20": "49"}


def test_lines_of_an_indicator_may_hold_its_figures_and_its_parts(read: Read) -> None:
    found = read(
        "Indicator|Item|2018/19|2019/20",
        "Reduce x|Numerator|44|49",
        "Reduce x|Denominator|276|286",
        "Reduce x|Actual|15.9%|17.1%",
    )
    (row,) = found.tables[0].rows
    wholes = [row.line.cells[c.index].text for c in row.layout.all(Role.DENOMINATOR)]
    assert wholes == ["276", "286"]
