"""Releases that list many areas, or one measure in two units, under one name."""

import csv
import io
from collections.abc import Callable
from pathlib import Path

import pytest

from kpi_core.build import read_report
from kpi_core.catalogue import Catalogue
from kpi_core.layout import Recognised, Role, Row
from kpi_core.vocabulary import ColumnBasis

Read = Callable[..., Recognised]

AREAS = [
    "ons|place|when|Measure|Value",
    "E1|Trafford|@1|Reduce waste|1",
    "E2|Bury|@1|Reduce waste|2",
    "E1|Trafford|@2|Reduce waste|3",
    "E2|Bury|@2|Reduce waste|4",
]


def lines(first: str, second: str) -> list[str]:
    head = AREAS[0].replace("when", "Period")
    return [head, *(line.replace("@1", first).replace("@2", second) for line in AREAS[1:])]


def figures(row: Row) -> list[str]:
    return [row.line.cells[column.index].text for column in row.layout.values()]


def text(row: Row, role: Role) -> str:
    column = row.layout.one(role)
    return row.line.cells[column.index].text if column is not None else ""


def test_the_figures_of_one_area_are_never_mixed_with_those_of_another(read: Read) -> None:
    (table,) = read(*lines("2018/19", "2019/20")).tables
    assert [figures(row) for row in table.rows] == [["1", "3"], ["2", "4"]]


def test_the_area_is_the_theme_and_said_to_be_found_by_content(read: Read) -> None:
    (table,) = read(*lines("2018/19", "2019/20")).tables
    assert [text(row, Role.THEME) for row in table.rows] == ["Trafford", "Bury"]
    theme = table.layout.one(Role.THEME)
    assert theme is not None
    assert (theme.text, theme.basis) == ("place", ColumnBasis.CONTENT)


def test_one_measure_in_two_units_is_two_indicators(read: Read) -> None:
    (table,) = read(
        "Measure|Unit|Period|Value",
        "Waste|%|2018/19|40",
        "Waste|kg|2018/19|500",
        "Waste|%|2019/20|41",
        "Waste|kg|2019/20|510",
    ).tables
    assert [figures(row) for row in table.rows] == [["40", "41"], ["500", "510"]]


def test_a_column_that_differs_within_an_indicator_tells_nothing_apart(read: Read) -> None:
    (table,) = read(
        "Measure|Remark|Period|Value",
        "Reduce waste|low|2018/19|1",
        "Reduce waste|high|2019/20|2",
        "Reduce noise|low|2018/19|3",
        "Reduce noise|high|2019/20|4",
    ).tables
    assert [figures(row) for row in table.rows] == [["1", "2"], ["3", "4"]]
    assert table.layout.one(Role.THEME) is None


@pytest.mark.parametrize("name", ["neet", "household_waste_recycling", "claimant_count"])
def test_each_area_of_a_real_release_keeps_its_own_series(shared_data: Path, name: str) -> None:
    """As another program groups the same file."""
    content = (shared_data / "benchmarks" / "trafford" / f"{name}.csv").read_bytes()
    series: dict[tuple[str, ...], list[float]] = {}
    for row in csv.DictReader(io.StringIO(content.decode("utf-8-sig"))):
        key = (row["indicator"], row["area_name"], row["measure"])
        series.setdefault(key, []).append(float(row["value"]))
    found = read_report(content, f"{name}.csv", Catalogue())
    ours = [[float(o.value or 0) for o in facts.own] for facts in found.report.indicators]
    assert sorted(map(sorted, ours)) == sorted(map(sorted, series.values()))
