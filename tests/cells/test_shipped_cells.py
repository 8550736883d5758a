"""Every cell of the shipped report through the parser of its column, with the known totals."""

from collections import Counter
from pathlib import Path

import pytest

from kpi_core.cells.comparators import QuotedCell, parse_comparators
from kpi_core.cells.figures import Figure, parse_figure
from kpi_core.cells.names import accumulation_from, polarity_from, unit_from
from kpi_core.cells.words import Declared, DirectionVocabulary, parse_status
from kpi_core.periods import Period, find_period
from kpi_core.vocabulary import Accumulation, Direction, Missing, Polarity, Status, Unit

Row = dict[str, str]


@pytest.fixture(scope="module")
def rows(report_path: Path) -> list[Row]:
    lines = [line.split("\t") for line in report_path.read_text("utf-8").splitlines() if line]
    header = lines[0]
    return [dict(zip(header, line, strict=True)) for line in lines if line != header]


@pytest.fixture(scope="module")
def quarters(rows: list[Row]) -> dict[str, Period]:
    found = {heading: find_period(heading) for heading in rows[0]}
    return {h: f[0] for h, f in found.items() if f and isinstance(f[0], Period) and not f[1]}


def test_Y1_the_headings_name_five_quarters_and_a_target_year(quarters: dict[str, Period]) -> None:
    assert list(quarters.values()) == [Period.quarter(2018, 4)] + [
        Period.quarter(2019, number) for number in (1, 2, 3, 4)
    ]
    assert find_period("2019/20 Target") == (Period.financial_year(2019), "Target")


def test_S1_own_figures_and_the_two_kinds_of_missing(
    rows: list[Row], quarters: dict[str, Period]
) -> None:
    figures = [parse_figure(row[heading]) for row in rows for heading in quarters]
    assert all(isinstance(figure, Figure) for figure in figures)
    assert Counter(figure.missing for figure in figures) == {
        None: 65,
        Missing.BLANK: 11,
        Missing.DASH: 14,
    }


def test_S1_every_target_is_a_figure(rows: list[Row]) -> None:
    targets = [parse_figure(row["2019/20 Target"]) for row in rows]
    assert all(isinstance(target, Figure) and target.value is not None for target in targets)


def test_S2_declared_statuses(rows: list[Row]) -> None:
    declared = [parse_status(row["Status vs Target"]) for row in rows]
    assert all(isinstance(one, Declared) for one in declared)
    assert Counter(one.word or one.missing for one in declared) == {
        Status.RED: 8,
        Status.AMBER: 5,
        Status.GREEN: 4,
        Missing.AWAITED: 1,
    }
    assert [one.raw for one in declared if one.respelled] == ["red"]


def test_S2_declared_directions(rows: list[Row]) -> None:
    declared = [DirectionVocabulary().parse(row["Direction of Travel"]) for row in rows]
    assert all(isinstance(one, Declared) for one in declared)
    assert Counter(one.word or one.missing for one in declared) == {
        Direction.IMPROVING: 11,
        Direction.DECLINING: 3,
        Direction.MAINTAINED: 3,
        Missing.AWAITED: 1,
    }
    assert not any(one.respelled for one in declared)


def test_S8_quoted_benchmarks(rows: list[Row]) -> None:
    cells = [
        parse_comparators(row["Latest Bench marking Result"], row["Bench marking Result for:"])
        for row in rows
    ]
    assert all(isinstance(cell, QuotedCell) for cell in cells)
    assert Counter(quoted.group for cell in cells for quoted in cell.figures) == {
        "statistical-neighbours": 9,
        "north-west": 3,
        "england": 4,
    }
    assert [index for index, cell in enumerate(cells) if len(cell.figures) > 1] == [0, 1]


def test_S2_polarity_and_S12_coverage_in_the_names(rows: list[Row]) -> None:
    names = [row["Indicator Description"] for row in rows]
    assert Counter(map(polarity_from, names)) == {
        Polarity.LOWER_IS_BETTER: 6,
        Polarity.HIGHER_IS_BETTER: 12,
    }
    assert Counter(map(unit_from, names)) == {
        Unit.PERCENT: 15,
        Unit.RATE_PER_10000: 1,
        Unit.COUNT: 2,
    }
    assert Counter(map(accumulation_from, names)) == {
        Accumulation.UNKNOWN: 16,
        Accumulation.ROLLING: 1,
        Accumulation.ANNUAL: 1,
    }
