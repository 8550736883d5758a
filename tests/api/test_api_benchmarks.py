"""Benchmarks: what the report quotes and what was published, beside each other."""

from typing import Any

import pytest

from kpi_core.dataset import read
from tests.api.asking import Api

PLANS, HEALTH = "repeat-child-protection-plans", "annual-health-assessments"
SET = "statistical-neighbours-2021-04"


def test_quoted_comparators_are_the_same_with_national_figures(imported: Api, shipped: Api) -> None:
    quoted = imported.get("benchmarks", basis="as_quoted").rows
    assert quoted == shipped.get("benchmarks").rows
    assert {row["basis"] for row in quoted} == {"as_quoted"}
    assert shipped.get("benchmarks", basis="as_published").rows == []


def test_published_ones_stand_behind_the_quoted_ones_of_their_indicator(imported: Api) -> None:
    rows = imported.get("benchmarks", limit=1000).rows
    order = list(dict.fromkeys(row["indicator"] for row in rows))
    assert [row["indicator"] for row in rows] == sorted(
        (row["indicator"] for row in rows), key=order.index
    )
    bases = [row["basis"] for row in rows if row["indicator"] == PLANS]
    assert bases == sorted(bases, reverse=True)
    assert set(bases) == {"as_quoted", "as_published"}


def test_B4_published_ones_are_of_the_period_that_ends_with_ours(
    imported: Api, with_releases: str
) -> None:
    """Every figure is that of the tables that the build made."""
    rows = imported.get("benchmarks", indicator=PLANS, basis="as_published").rows
    tables = read(with_releases).tables
    stored = [
        row
        for row in tables["comparators"].to_pylist()
        if (row["indicator"], row["period_label"]) == (PLANS, "2019/20")
    ]
    (place,) = [
        row
        for row in tables["standings"].to_pylist()
        if (row["indicator"], row["period_label"]) == (PLANS, "2019/20")
    ]
    same = ("measure", "group", "neighbour_set", "statistic", "members", "with_data", "likeness")
    assert [_of(row, *same, "release") for row in rows] == [
        _of(row, *same, "release") for row in stored
    ]
    assert [_of(row, "comparator_value", "published_value", "published_gap") for row in rows] == [
        _of(row, "value", "own", "gap") for row in stored
    ]
    for row in rows:
        assert _of(row, "rank", "councils", "quartile") == _of(
            place, "rank", "councils", "quartile"
        )
        assert (row["comparator_period"], row["lag_months"]) == ("2019/20", 0)
        assert row["source_cell"] is None
        assert row["is_named"] is False


def _of(row: dict[str, Any], *columns: str) -> list[Any]:
    return [row[column] for column in columns]


def test_P3_the_gap_is_that_of_the_rated_figure_positive_where_ours_is_better(
    imported: Api,
) -> None:
    (england,) = imported.get(
        "benchmarks", indicator=PLANS, basis="as_published", comparator="england"
    ).rows
    assert _of(england, "value", "comparator_value", "gap", "comparison") == [
        *(17.1, 21.9, 4.8, "better")
    ]
    assert _of(england, "target", "target_against") == [16.0, "better"]
    assert england["comparator_name"] == "England"


def test_the_latest_period_is_by_choice_with_its_lag(imported: Api) -> None:
    asked = {"indicator": PLANS, "basis": "as_published", "comparator": "england"}
    (row,) = imported.get("benchmarks", match="latest", **asked).rows
    assert _of(row, "comparator_period", "lag_months", "comparator_value") == ["2020/21", 12, 22.5]
    assert "12 months newer than ours" in row["period_note"]


def test_B1_a_dated_set_of_neighbours_is_a_comparator(imported: Api) -> None:
    rows = imported.get("benchmarks", indicator=PLANS, comparator=SET).rows
    assert [row["statistic"] for row in rows] == ["mean", "median"]
    assert {row["comparator_name"] for row in rows} == {"Statistical neighbours, April 2021"}
    assert {row["comparator_value"] for row in rows} == {20.6}  # the corrected one
    assert {(row["members"], row["with_data"]) for row in rows} == {(1, 1)}


@pytest.mark.parametrize("column", ["rank", "quartile"])
def test_Q1_no_rank_and_no_quarter_come_with_their_reason(imported: Api, column: str) -> None:
    rows = imported.get("benchmarks", basis="as_published", limit=1000).rows
    without = [row for row in rows if row[column] is None]
    assert without
    assert all(row["standing_reason"] for row in without)


def test_a_council_that_the_release_has_no_figure_of_is_compared_by_what_it_reported(
    imported: Api,
) -> None:
    rows = imported.get("benchmarks", indicator=HEALTH, comparator="england").rows
    (row,) = [row for row in rows if row["basis"] == "as_published"]
    assert (row["published_value"], row["published_gap"]) == (None, None)
    assert row["gap"] == pytest.approx(row["value"] - 5)
