"""Filters: what they mean, how they are written in an address, and what they choose."""

from dataclasses import replace

import pandas as pd
import pyarrow as pa
import pytest
from hypothesis import given
from hypothesis import strategies as st

from kpi_core import dataset as datasets
from kpi_core.build import BuildResult
from kpi_core.checks.caveats import CAVEAT_KINDS
from kpi_core.present.scorecard import scorecard
from kpi_core.selection import (
    FILTER_FIELDS,
    Choices,
    FilterField,
    Filters,
    choose,
    cross_count,
    from_words,
    neighbours,
    on_screen,
)

FIELDS = {field.key: field for field in FILTER_FIELDS}


CAVEATS = {
    "Time lag": 2,
    "Annual survey": 1,
    "Provisional": 1,
    "Average over years": 1,
    "Target in doubt": 1,
    "Definition changes": 2,
    "Reorganisation": 1,
    "Limited to some people": 3,
    "Another body's data": 1,
    "Awaiting publication": 1,
    "Outside its control": 1,
    "No caveat": 10,
}
"""Rows of the shipped report by kind, counted by hand; five rows are of two kinds or three."""


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
        ({"agreement": "Same"}, 17),
        ({"agreement": ["different status", "Different direction"]}, 0),
        ({"agreement": "Nothing to compare"}, 1),
        ({"caveat": "Time lag"}, 2),
        ({"caveat": "No caveat"}, 10),
        ({"caveat": ["Time lag", "Average over years"]}, 2),
        ({"caveat": ["Definition changes", "time_lag"]}, 3),
        ({"caveat": "Another body's data", "status": "Red"}, 1),
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


def test_R7_all_17_declared_rows_of_the_shipped_report_are_the_same(rows: pd.DataFrame) -> None:
    assert Choices(rows).count("agreement") == {
        "same": 17,
        "different_status": 0,
        "different_direction": 0,
        "nothing_to_compare": 1,
    }


def test_S12_S13_a_row_counts_under_each_of_its_caveats(rows: pd.DataFrame) -> None:
    choices = Choices(rows)
    assert choices.count("caveat") == CAVEATS
    assert choices.words("caveat") == list(CAVEATS)
    several = sum(len(kinds) - 1 for kinds in rows["caveat"])
    assert sum(CAVEATS.values()) == len(rows) + several == len(rows) + 7


def test_counts_of_some_rows_and_crosses_count_every_word_of_a_row(rows: pd.DataFrame) -> None:
    choices = Choices(rows)
    lagging = choices.where(from_words({"caveat": "Time lag"}))
    assert {k: n for k, n in choices.count("caveat", lagging).items() if n} == {
        "Time lag": 2,
        "Average over years": 1,
        "Definition changes": 1,
        "Another body's data": 1,
        "Awaiting publication": 1,
    }
    table = choices.cross("caveat", "status")
    for kind, counts in zip(CAVEATS, table, strict=True):
        at = choices.where(from_words({"caveat": kind}))
        assert counts == list(choices.count("status", at).values())


def made(*caveats: tuple[str, ...], of: pd.DataFrame) -> Choices:
    return Choices(of.head(len(caveats)).assign(caveat=list(caveats)))


@pytest.mark.parametrize(
    ("caveats", "differ"),
    [
        ((("Time lag",), ("Annual survey",)), True),
        ((("Time lag",), ("Time lag", "Annual survey")), True),
        ((("Time lag", "Annual survey"), ("Time lag", "Annual survey")), False),
        ((("Time lag",), ("Time lag",)), False),
        ((("Time lag",), ()), False),
        (((), ()), False),
    ],
)
def test_a_filter_of_several_words_is_offered_where_rows_differ(
    rows: pd.DataFrame, caveats: tuple[tuple[str, ...], ...], differ: bool
) -> None:
    assert made(*caveats, of=rows).several("caveat") is differ


words_of_rows = st.lists(
    st.lists(st.sampled_from(CAVEAT_KINDS), max_size=4, unique=True).map(tuple), max_size=18
)


@given(caveats=words_of_rows, chosen=st.sets(st.sampled_from(CAVEAT_KINDS), min_size=1))
def test_any_word_of_a_row_is_enough_and_the_order_stays(
    rows: pd.DataFrame, caveats: list[tuple[str, ...]], chosen: set[str]
) -> None:
    choices = made(*caveats, of=rows)
    found = choices.where(Filters(caveat=tuple(chosen))).tolist()
    assert found == [at for at, kinds in enumerate(caveats) if chosen & set(kinds)]
    counts = choices.count("caveat")
    assert sum(counts.values()) == sum(len(kinds) for kinds in caveats)
    assert all(number > 0 for number in counts.values())


@pytest.mark.parametrize("field", FILTER_FIELDS, ids=lambda field: field.key)
def test_the_words_of_an_address_are_those_of_the_screen(
    rows: pd.DataFrame, field: FilterField
) -> None:
    """Also in another case, as in a link that somebody typed."""
    for word in [on_screen(option) for option in field.options] or field.words(rows):
        assert getattr(from_words({field.key: word}), field.key) == (word,)
        if field.options:
            assert getattr(from_words({field.key: word.upper()}), field.key) == (word,)


def test_how_firm_is_not_asked_of_a_dataset_that_does_not_say(dataset: BuildResult) -> None:
    """One of before there was such a column reads as null throughout."""
    read = datasets.read(dataset.location)
    ratings = read.tables["ratings"]
    at = ratings.schema.get_field_index("fragile")
    empty = pa.nulls(len(ratings), pa.bool_())
    older = replace(
        read,
        tables={**read.tables, "ratings": ratings.set_column(at, ratings.schema.field(at), empty)},
    )
    choices = scorecard(older).choices
    assert not choices.several("fragile")
    assert choices.count("fragile") == {"could_tip": 0, "firm": 0, "not_rated": 1}
