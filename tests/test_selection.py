"""Filters: what they mean, how they are written in an address, and what they choose."""

import pandas as pd
import pytest

from kpi_core import dataset as datasets
from kpi_core.build import BuildResult
from kpi_core.present.scorecard import scorecard
from kpi_core.selection import (
    FILTER_FIELDS,
    Filters,
    choose,
    cross_count,
    from_words,
    neighbours,
    on_screen,
)

FIELDS = {field.key: field for field in FILTER_FIELDS}


@pytest.fixture(scope="module")
def rows(dataset: BuildResult) -> pd.DataFrame:
    return scorecard(datasets.read(dataset.location)).rows


@pytest.mark.parametrize(
    ("values", "count"),
    [
        ({}, 18),
        ({"status": "Red"}, 8),
        ({"status": ["Red", "Amber"]}, 13),
        ({"status": "red", "direction": ["declining"]}, 1),
        ({"status": "Not rated"}, 1),
        ({"status": "not_rated"}, 1),
        ({"direction": "Not available"}, 1),
        ({"theme": "Domestic abuse"}, 1),
        ({"theme": ["Domestic abuse", "Adult safeguarding and care"]}, 6),
        ({"comparison": "No comparison"}, 7),
        ({"status": "Red", "comparison": ["Better", "Level"]}, 2),
        ({"status": "Purple"}, 0),
        ({"theme": "None such"}, 0),
        ({"q": "police"}, 2),
        ({"q": "POLICE  domestic"}, 1),
        ({"q": "(children"}, 1),
        ({"q": ".*"}, 0),
        ({"q": "  "}, 18),
        ({"unknown": "x", "page": ["2"]}, 18),
        ({"status": []}, 18),
        ({"status": None}, 18),
    ],
)
def test_what_filters_choose(rows: pd.DataFrame, values: dict[str, object], count: int) -> None:
    assert len(choose(rows, from_words(values))) == count


def test_choosing_keeps_the_order_and_changes_nothing(rows: pd.DataFrame) -> None:
    before = rows.copy()
    chosen = choose(rows, Filters(status=("Red",)))
    assert chosen.index.is_monotonic_increasing
    pd.testing.assert_frame_equal(rows, before)


def test_an_address_gives_the_same_filters_back() -> None:
    filters = Filters(status=("Red", "Not rated"), theme=("Domestic abuse",), q="a & b")
    pairs = filters.query()
    assert pairs == [
        *(("status", "Red"), ("status", "Not rated"), ("theme", "Domestic abuse"), ("q", "a & b")),
    ]
    values: dict[str, list[str]] = {}
    for key, value in pairs:
        values.setdefault(key, []).append(value)
    assert from_words({**values, "q": "a & b"}) == filters


def test_filters_in_words() -> None:
    assert Filters().sentence() == "None"
    assert not Filters().any
    filters = Filters(status=("Red", "Amber"), year_ago=("Worse",), q="x")
    assert filters.any
    assert filters.sentence() == ("Status: Red or Amber; Against a year ago: Worse; Text: x")


def test_options_on_screen_in_their_order(rows: pd.DataFrame) -> None:
    assert FIELDS["status"].words(rows) == ["Red", "Amber", "Green", "Not rated"]
    assert FIELDS["direction"].words(rows) == [
        *("Improving", "Maintained", "Declining", "Not available"),
    ]
    assert FIELDS["theme"].words(rows)[0] == "Child protection and assessment"
    assert on_screen("no_comparison") == "No comparison"


def test_previous_and_next_are_those_of_the_filter(rows: pd.DataFrame) -> None:
    red = choose(rows, Filters(status=("Red",)))
    ids = red["indicator"].tolist()
    assert neighbours(red["indicator"].tolist(), ids[0]) == (None, ids[1])
    assert neighbours(red["indicator"].tolist(), ids[3]) == (ids[2], ids[4])
    assert neighbours(red["indicator"].tolist(), ids[-1]) == (ids[-2], None)
    assert neighbours(red["indicator"].tolist(), "repeat-referrals") == (None, None)


@pytest.mark.parametrize("values", [{}, {"status": "Green"}, {"status": "Purple"}])
def test_a_cross_table_has_every_cell_and_adds_up(
    rows: pd.DataFrame, values: dict[str, object]
) -> None:
    chosen = choose(rows, from_words(values))
    table = cross_count(chosen, FIELDS["direction"], FIELDS["status"])
    assert table.index.tolist() == ["red", "amber", "green", "not_rated"]
    assert table.columns.tolist() == ["improving", "maintained", "declining", "not_available"]
    assert all(pd.api.types.is_integer_dtype(kind) for kind in table.dtypes)
    assert int(table.to_numpy().sum()) == len(chosen)
