"""Benchmarks that state their period are read with it; ranks are no figures."""

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kpi_core.cells import Problem
from kpi_core.cells.comparators import QuotedCell, parse_comparators
from kpi_core.periods import Period, parse_period


@pytest.mark.parametrize(
    ("text", "group", "quoted"),
    [
        ("England 20.1% (2018/19)", "-", [("england", "20.1", "2018/19")]),
        ("England (2018/19) 20.1%", "-", [("england", "20.1", "2018/19")]),
        ("England 2018/19: 20.1%", "-", [("england", "20.1", "2018/19")]),
        ("20.1% (2018/19)", "England", [("england", "20.1", "2018/19")]),
        ("20.1% (Mar 2020)", "England", [("england", "20.1", "Mar 2020")]),
        ("20.1% (Q4 2019/20)", "NW LA's", [("north-west", "20.1", "Q4 2019/20")]),
        ("20.1% (England 2018/19)", "NW", [("england", "20.1", "2018/19")]),
        (
            "SN 21% (2018/19), Eng 20% (2019)",
            "-",
            [("statistical-neighbours", "21", "2018/19"), ("england", "20", "2019")],
        ),
        ("England 2019", "-", [("england", "2019", "")]),
        ("England 20.1%", "-", [("england", "20.1", "")]),
    ],
)
def test_B4_a_period_beside_a_benchmark_is_given_back(
    text: str, group: str, quoted: list[tuple[str, str, str]]
) -> None:
    cell = parse_comparators(text, group)
    assert isinstance(cell, QuotedCell), cell
    assert [(q.group, str(q.figure.value), q.stated) for q in cell.figures] == quoted
    assert all(isinstance(parse_period(q.stated), Period) for q in cell.figures if q.stated)


@pytest.mark.parametrize("text", ["#4", "4th of 16", "Rank 4", "Top quartile", "England 4th"])
def test_P3_a_rank_is_not_a_figure(text: str) -> None:
    problem = parse_comparators(text, "England")
    assert isinstance(problem, Problem), problem
    assert "is a rank" in problem.reason


@pytest.mark.parametrize(
    ("text", "group"),
    [("20.1% (2018/19)", "-"), ("Median 20%", "-"), ("20.1% (Wales 2018/19)", "England")],
)
def test_B1_a_period_does_not_name_a_group(text: str, group: str) -> None:
    assert isinstance(parse_comparators(text, group), Problem)


crumbs = st.lists(
    st.sampled_from(["England", "20.1%", "(", "2018/19", ")", "Q4", "Mar", "2020", ":", "#4", "-"]),
    max_size=8,
)


@given(crumbs.map(" ".join) | crumbs.map("".join), st.sampled_from(["England", "-", "NW"]))
def test_any_text_gives_figures_or_a_problem_and_periods_are_printed_in_it(
    text: str, group: str
) -> None:
    cell = parse_comparators(text, group)
    if isinstance(cell, QuotedCell):
        assert all(q.stated in text for q in cell.figures)


@pytest.mark.parametrize("crumb", ["1", "(1 ", "Q4 ", "2018/19 ", "( - - ", "March "])
def test_long_benchmarks_are_read_in_no_time(crumb: str) -> None:
    start = time.perf_counter()
    parse_comparators((crumb * 500)[:500], "England")
    assert time.perf_counter() - start < 1
