"""Dots stand beside each other, the same way every time."""

from itertools import combinations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kpi_core.present.standing.swarm import ACROSS, levels

FIGURES = st.lists(st.none() | st.floats(0, 100, allow_nan=False).map(lambda v: round(v, 1)))


@pytest.mark.parametrize(
    ("values", "expected"),
    [
        ([], []),
        ([None], [0]),
        ([5.0], [0]),
        ([5.0, 5.0, 5.0], [0, 1, -1]),
        ([0.0, 46.0], [0, 0]),
        ([0.0, 46.0, 1.0], [0, 0, 0]),  # exactly one dot apart: they touch and do not cover
        ([0.0, 46.0, 0.9], [0, 0, 1]),
        ([None, 3.0, None], [0, 0, 0]),
    ],
)
def test_a_dot_leaves_the_line_only_where_another_stands(
    values: list[float | None], expected: list[int]
) -> None:
    assert levels(values) == expected


def test_ours_is_set_first_and_so_on_the_line() -> None:
    assert levels([5.0, 5.0, 5.0], [False, False, True]) == [1, -1, 0]


@given(FIGURES)
def test_no_two_dots_of_one_level_cover_each_other(values: list[float | None]) -> None:
    made = levels(values)
    known = [(v, level) for v, level in zip(values, made, strict=True) if v is not None]
    apart = (max(v for v, _ in known) - min(v for v, _ in known)) / ACROSS if known else 0
    for (one, level), (other, same) in combinations(known, 2):
        assert level != same or (one != other and abs(one - other) >= apart)


@given(FIGURES)
def test_the_same_figures_give_the_same_picture(values: list[float | None]) -> None:
    assert levels(values) == levels(values)
