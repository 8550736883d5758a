"""A group's figures as one: named by statistic, with the members behind it (B3)."""

from decimal import Decimal
from typing import Any

import pytest

from kpi_core.comparators.aggregate import aggregate, statistics_of
from kpi_core.comparators.groups import ALL_COUNCILS, ENGLAND, Group
from kpi_core.vocabulary import Statistic, Unit

PERCENT = Unit.PERCENT


def row(value: float | None, above: int | None = None, below: int | None = None) -> dict[str, Any]:
    return {"value": value, "numerator": above, "denominator": below}


ROWS = {
    "england": row(20.8),
    "a": row(10, 10, 100),
    "b": row(30, 60, 200),
    "c": row(50),
    "d": row(None),
    "e": row(float("nan"), 5, 10),
}
GROUP = Group("neighbours", "Neighbours", ("a", "b", "c", "d", "elsewhere"))


@pytest.mark.parametrize(
    ("statistic", "value", "with_data"),
    [
        (Statistic.MEAN, "30", 3),
        (Statistic.MEDIAN, "30", 3),
        (Statistic.POOLED, "23.33", 2),
    ],
)
def test_B3_each_statistic_with_the_members_behind_it(
    statistic: Statistic, value: str, with_data: int
) -> None:
    found = aggregate(GROUP, statistic, ROWS, PERCENT)
    assert found.value is not None
    assert round(found.value, 2) == Decimal(value)
    assert (found.members, found.with_data, found.reason) == (5, with_data, None)


def test_the_median_of_two_lies_between_them() -> None:
    assert aggregate(Group("g", "G", ("a", "b")), Statistic.MEDIAN, ROWS, PERCENT).value == 20


def test_a_published_figure_is_taken_as_it_is() -> None:
    found = aggregate(
        Group(ENGLAND, "England", ("a",), "england"), Statistic.PUBLISHED, ROWS, PERCENT
    )
    assert (found.value, found.members, found.with_data) == (Decimal("20.8"), 1, 1)


@pytest.mark.parametrize(
    ("group", "statistic", "unit", "why"),
    [
        (
            Group("x", "Avon", ("a",), "avon"),
            Statistic.PUBLISHED,
            PERCENT,
            "No figure is published for Avon.",
        ),
        (Group("x", "X", ("d",)), Statistic.MEAN, PERCENT, "No member has a figure."),
        (Group("x", "X", ("e",)), Statistic.MEDIAN, PERCENT, "No member has a figure."),
        (Group("x", "X", ()), Statistic.MEDIAN, PERCENT, "No member has a figure."),
        (Group("x", "X", ("c",)), Statistic.POOLED, PERCENT, "The numbers of cases behind"),
        (GROUP, Statistic.POOLED, Unit.DAYS, "The numbers of cases behind"),
    ],
)
def test_no_figure_comes_without_a_reason(
    group: Group, statistic: Statistic, unit: Unit, why: str
) -> None:
    found = aggregate(group, statistic, ROWS, unit)
    assert found.value is None
    assert str(found.reason).startswith(why)


@pytest.mark.parametrize(
    ("group", "shown"),
    [
        (Group(ENGLAND, "England", ("a",), "england"), ["published"]),
        (Group("north-west", "North West", ("c",), "north-west"), ["published", "mean", "median"]),
        (Group(ALL_COUNCILS, "All councils", ("c", "d")), ["mean", "median"]),
        (GROUP, ["mean", "median", "pooled"]),
    ],
)
def test_the_statistic_to_show_first_stands_in_front(group: Group, shown: list[str]) -> None:
    assert list(statistics_of(group, ROWS)) == shown
