"""Quoted benchmarks: no figure is given to a group that is not named."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kpi_core.cells import Problem
from kpi_core.cells.comparators import QuotedCell, parse_comparators, parse_group
from kpi_core.vocabulary import Missing, Unit


@pytest.mark.parametrize(
    ("text", "group"),
    [
        ("Statistical Neighbours", "statistical-neighbours"),
        ("SN", "statistical-neighbours"),
        ("Stat Neighbours", "statistical-neighbours"),
        ("Stat. neighbour average", "statistical-neighbours"),
        ("CIPFA nearest neighbours", "nearest-neighbours"),
        ("England", "england"),
        ("Eng", "england"),
        ("National", "england"),
        ("England average", "england"),
        ("NW", "north-west"),
        ("North West", "north-west"),
        ("north-west", "north-west"),
        ("NW LA's", "north-west"),
        ("NW LA’s", "north-west"),
        ("NW LAs average", "north-west"),
        ("Yorkshire & the Humber", "yorkshire-and-the-humber"),
        ("East of England", "east-of-england"),
        ("South-East region", "south-east"),
        ("London", "london"),
        ("-", None),
        ("", None),
    ],
)
def test_B1_group_aliases(text: str, group: str | None) -> None:
    assert parse_group(text) == group


@pytest.mark.parametrize("text", ["Core Cities", "Wales", "average", "SN and NW", "21%"])
def test_B1_an_unknown_group_is_a_problem(text: str) -> None:
    assert parse_group(text) == Problem(f"'{text}' is not a known comparator group")


def figures(cell: QuotedCell | Problem) -> list[tuple[str, str, Decimal | None, Unit]]:
    assert isinstance(cell, QuotedCell), cell
    return [(q.group, q.label, q.figure.value, q.figure.unit) for q in cell.figures]


def test_S8_a_composite_cell_names_each_group() -> None:
    cell = parse_comparators("SN 21%, NW 21%, Eng 20%", "Statistical Neighbours")
    assert figures(cell) == [
        ("statistical-neighbours", "SN", 21, Unit.PERCENT),
        ("north-west", "NW", 21, Unit.PERCENT),
        ("england", "Eng", 20, Unit.PERCENT),
    ]
    assert len(cell.figures) > 1
    assert cell.named == "statistical-neighbours"


@pytest.mark.parametrize(
    ("text", "value", "unit"),
    [("81.6%", "81.6", Unit.PERCENT), ("60.9", "60.9", Unit.UNKNOWN), ("72", "72", Unit.UNKNOWN)],
)
def test_S8_a_single_figure_takes_the_group_of_its_column(
    text: str, value: str, unit: Unit
) -> None:
    cell = parse_comparators(text, "England")
    assert figures(cell) == [("england", "", Decimal(value), unit)]
    assert len(cell.figures) == 1


@pytest.mark.parametrize("text", ["-", "", "n/a"])
def test_S8_no_benchmark_has_no_figures(text: str) -> None:
    assert parse_comparators(text, "-") == QuotedCell((), None)
    assert parse_comparators(text, "England") == QuotedCell((), "england")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("SN: 21%; NW = 20%", [("statistical-neighbours", 21), ("north-west", 20)]),
        ("SN 21% / NW 20%", [("statistical-neighbours", 21), ("north-west", 20)]),
        ("21% (SN), 22% (England average)", [("statistical-neighbours", 21), ("england", 22)]),
        ("SN 1,234, NW 21", [("statistical-neighbours", 1234), ("north-west", 21)]),
        ("Yorkshire & the Humber 12.5", [("yorkshire-and-the-humber", Decimal("12.5"))]),
    ],
)
def test_other_ways_of_quoting(text: str, expected: list[tuple[str, Decimal]]) -> None:
    found = figures(parse_comparators(text, "-"))
    assert [(group, value) for group, _, value, _ in found] == expected


def test_a_group_without_a_figure_keeps_its_reason() -> None:
    cell = parse_comparators("SN n/a, Eng 5", "-")
    assert isinstance(cell, QuotedCell)
    assert [q.figure.missing for q in cell.figures] == [Missing.NOT_AVAILABLE, None]


@pytest.mark.parametrize(
    ("text", "group", "reason"),
    [
        ("81.6%", "-", "names no comparator group"),
        ("81.6%", "Core Cities", "is not a known comparator group"),
        ("SN 21%, XX 20%", "-", "is not a figure with a known comparator group"),
        ("SN 21%, SN 22%", "-", "gives two figures for one comparator group"),
        ("21%, 22%", "England", "gives two figures for one comparator group"),
        ("SN 12..3%", "England", "is not a figure with a known comparator group"),
        (",", "England", "holds no figure"),
        ("SN 21%, " * 1000, "England", "too long"),
        ("5", "England " + "average " * 1000, "too long"),
    ],
)
def test_B1_no_group_is_guessed(text: str, group: str, reason: str) -> None:
    problem = parse_comparators(text, group)
    assert isinstance(problem, Problem), problem
    assert reason in problem.reason


crumbs = st.lists(
    st.sampled_from(
        ["SN", "NW", "Eng", "England", "21%", "20", ",", ";", "/", ":", "(", ")", "-", ""]
    )
)


@given(st.text() | crumbs.map(" ".join), st.text() | st.sampled_from(["England", "-", "NW LA's"]))
def test_any_text_gives_figures_or_a_problem(text: str, group: str) -> None:
    assert isinstance(parse_group(text), str | None | Problem)
    assert isinstance(parse_comparators(text, group), QuotedCell | Problem)
