"""Legends: a sign and its meaning, learned only where the meaning is known."""

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kpi_core.cells.legends import direction_legend_from, legend_from
from kpi_core.cells.words import Declared, DirectionVocabulary, StatusVocabulary
from kpi_core.vocabulary import Direction, Missing, Movement, Status

RED, AMBER, GREEN, EXCEEDED = Status


@pytest.mark.parametrize(
    ("line", "signs"),
    [
        ("G = On target", {"g": GREEN}),
        ("(G) = On target.", {"g": GREEN}),
        ("Green: target met", {"green": GREEN}),
        ("R - more than 5% off target", {"r": RED}),
        ("A = within 5% of target", {"a": AMBER}),
        ("★ Exceeded", {"★": EXCEEDED}),
        ("✓ = Target met", {"✓": GREEN}),
        ("✗ Target not met", {"✗": RED}),
        ("M - measure not available", {"m": Missing.NOT_AVAILABLE}),
        ("B: Baseline year", {"b": Missing.NOT_APPLICABLE}),
        ("S = Data not yet available", {"s": Missing.AWAITED}),
        ("Blue star = exceeded", {"blue star": EXCEEDED}),
        ("★ = performance is exceeding the target", {"★": EXCEEDED}),
        ("Green star = exceeded; Blue = on target", {"green star": EXCEEDED, "blue": GREEN}),
        ("G = Exceeding target; A = Achieved", {"g": GREEN, "a": GREEN}),
        ("Green = Exceeded", {"green": GREEN}),
        ("B = Exceeded", {"b": EXCEEDED}),
        ("▲ = Red", {"▲": RED}),
        ("A = Achieved", {"a": GREEN}),
        ("Key: G = Green A = Amber R = Red", {"g": GREEN, "a": AMBER, "r": RED}),
        ("RAG key: G: on track; A: at risk; R: off track", {"g": GREEN, "a": AMBER, "r": RED}),
        ("G = on target, R = off target", {"g": GREEN, "r": RED}),
        ("G - On target\nR - Off target", {"g": GREEN, "r": RED}),
        ("within target = green", {}),
        ("B = Blue", {}),
        ("B = above target", {}),
        ("a good year for exceeded targets", {}),
        ("Green spaces: 12 parks", {"green": GREEN}),
        ("", {}),
        ("G = On target; " * 200, {}),
    ],
)
def test_a_legend_line_is_a_sign_and_a_known_meaning(
    line: str, signs: dict[str, Status | Missing]
) -> None:
    assert legend_from([line]) == signs


def test_a_sign_with_two_meanings_has_none() -> None:
    assert legend_from(["M = not due", "M = missed", "G = met"]) == {"g": GREEN}


def test_a_legend_explains_the_signs_of_its_column() -> None:
    vocabulary = StatusVocabulary(legend=legend_from(["★ Exceeded; ● On target; M = Missed"]))
    read = [vocabulary.parse(text) for text in ("★", "●", "M", "R")]
    assert [getattr(one, "word", one) for one in read] == [EXCEEDED, GREEN, RED, RED]


@pytest.mark.parametrize(
    ("line", "signs"),
    [
        ("↑ Improving performance", {"↑": Direction.IMPROVING}),
        ("S = Same", {"s": Direction.MAINTAINED}),
        ("D: declining", {"d": Direction.DECLINING}),
        ("▲ value has increased", {"▲": Movement.UP}),
        ("► = No change", {"►": Direction.MAINTAINED}),
        ("N = not available", {"n": Missing.NOT_AVAILABLE}),
        ("is better", {}),
    ],
)
def test_a_legend_of_directions(line: str, signs: dict[str, object]) -> None:
    assert direction_legend_from([line]) == signs


def test_D2_an_arrow_judges_where_the_legend_says_so() -> None:
    vocabulary = DirectionVocabulary(legend=direction_legend_from(["↑ = performance is improving"]))
    assert vocabulary.parse("↑") == Declared("↑", Direction.IMPROVING, None)


crumbs = st.lists(st.sampled_from(["G", "=", "★", "On target", ";", "Key:", "red", "-", "(", "5%"]))


@given(st.lists(st.text() | crumbs.map(" ".join), max_size=3))
def test_any_texts_make_a_legend_that_can_be_used(texts: list[str]) -> None:
    StatusVocabulary(legend=legend_from(texts)).parse("G")
    DirectionVocabulary(legend=direction_legend_from(texts)).parse("↑")


@pytest.mark.parametrize("crumb", ["G ", "★", "within 5% ", "not available ", "dark blue ", "a=,"])
def test_long_texts_are_searched_in_no_time(crumb: str) -> None:
    start = time.perf_counter()
    legend_from([(crumb * 1000)[:1000]])
    direction_legend_from([(crumb * 1000)[:1000]])
    assert time.perf_counter() - start < 1
