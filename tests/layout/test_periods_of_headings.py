"""Periods and roles that headings give each other, and what stays undecided."""

import pytest

from kpi_core.layout import Role
from kpi_core.layout.dates import ending_of
from kpi_core.layout.headings import near_role
from kpi_core.periods import Period
from kpi_core.vocabulary import PeriodKind
from tests.layout.conftest import Read


def roles(read: Read, *lines: str) -> list[tuple[Role, str | None]]:
    """Role and period of each column of the only table."""
    (table,) = read(*lines).tables
    return [(c.role, c.period.label if c.period else None) for c in table.layout.columns]


@pytest.mark.parametrize(
    ("heading", "role"),
    [
        ("Current (previous)", Role.VALUE),
        ("Actual / Previous", Role.VALUE),
        ("Performance (%)", Role.VALUE),
        ("Actual / Target", Role.UNKNOWN),
        ("Result (RAG)", Role.UNKNOWN),
        ("Milestone (previous)", Role.UNKNOWN),
    ],
)
def test_what_stands_in_brackets_is_no_heading_of_its_own(heading: str, role: Role) -> None:
    assert near_role(heading) is role


@pytest.mark.parametrize(
    ("days", "kind"),
    [
        (("2019-12-31", "2020-03-31"), PeriodKind.QUARTER),
        (("31/01/2020", "29/02/2020"), PeriodKind.MONTH),
        (("30/09/2019", "31/03/2020"), PeriodKind.HALF_YEAR),
        (("31 March 2019", "31 March 2020"), PeriodKind.FINANCIAL_YEAR),
        (("2020-03-31",), None),
        (("2019-12-31", "2020-06-30"), None),
        (("2019-12-31", "2020-03-30"), None),
        (("2019/20 Q3", "2019/20 Q4"), None),
    ],
)
def test_days_end_periods_only_if_two_of_these_follow_each_other(
    days: tuple[str, ...], kind: PeriodKind | None
) -> None:
    assert ending_of(days) is kind


@pytest.mark.parametrize(
    ("target", "period"),
    [
        ("2022/23 Target", "2022/23 Q1"),
        ("Target 22/23", "2022/23 Q1"),
        ("Target", None),
        ("2021/22 Target|2022/23 Target", None),
    ],
)
def test_a_quarter_without_a_year_is_of_the_only_year_that_the_targets_state(
    read: Read, target: str, period: str | None
) -> None:
    found = roles(read, f"Indicator|Q1|{target}", "Reduce waste|1|2|3")
    assert found[1] == (Role.VALUE, period)


def test_a_single_status_beside_several_quarters_is_the_rows_own(read: Read) -> None:
    found = roles(read, "Indicator|2019/20 Q1|RAG|2019/20 Q2|Target", "Reduce waste|1|Red|2|3")
    assert found[2] == (Role.STATUS, None)


def test_statuses_before_their_quarters_are_those_of_the_quarters_after_them(read: Read) -> None:
    found = roles(read, "Indicator|RAG|2019/20 Q1|RAG|2019/20 Q2", "Reduce waste|Red|1|Green|2")
    assert found[1] == (Role.STATUS, "2019/20 Q1")
    assert found[3] == (Role.STATUS, "2019/20 Q2")


def test_a_status_of_another_period_is_not_that_of_the_rated_one(read: Read) -> None:
    (table,) = read("Indicator|2019/20 Q1|Q1 2019/20 RAG|2019/20 Q2", "Reduce x|1|Red|2").tables
    assert table.layout.rated(Period.quarter(2019, 1)).one(Role.STATUS) is not None
    assert table.layout.rated(Period.quarter(2019, 2)).one(Role.STATUS) is None


def test_a_lone_comment_of_a_later_month_is_kept_as_the_rows_own(read: Read) -> None:
    (table,) = read("Indicator|2019/20 Q1|Comments July 2019", "Reduce x|1|fine").tables
    assert table.layout.rated(Period.quarter(2019, 1)).one(Role.COMMENTARY) is not None


def test_short_names_are_no_reason_to_move_the_columns(read: Read) -> None:
    (table,) = read("Indicator|2019/20 Q3|2019/20 Q4|Status", "Litter|5|4|Red").tables
    assert table.moved == 0
    assert [c.index for c in table.layout.columns] == [0, 1, 2, 3]
