"""Confidence intervals, to the digits of worked examples."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kpi_core.rules.statistics.intervals import LEAST_COUNT, byar, wilson


@pytest.mark.parametrize(
    ("of", "whole", "lower", "upper"), [(49, 286, 13.2, 21.9), (44, 276, 12.1, 20.7)]
)
def test_T1_wilson_matches_the_worked_examples(
    of: int, whole: int, lower: float, upper: float
) -> None:
    found = wilson(of, whole)
    assert found is not None
    assert [round(100 * limit, 1) for limit in found] == [lower, upper]


@pytest.mark.parametrize(("of", "whole"), [(1, 0), (-1, 5), (6, 5)])
def test_T1_what_is_no_proportion_has_no_interval(of: int, whole: int) -> None:
    assert wilson(of, whole) is None


@given(st.integers(0, 5000), st.integers(1, 5000))
def test_T1_a_wilson_interval_holds_its_proportion_and_stays_a_proportion(
    of: int, more: int
) -> None:
    found = wilson(of, of + more)
    assert found is not None
    assert 0 <= found[0] <= of / (of + more) <= found[1] <= 1


def test_T1_byar_starts_at_ten_and_holds_its_count() -> None:
    assert byar(LEAST_COUNT - 1) is None
    found = byar(10)
    assert found is not None
    assert [round(limit, 2) for limit in found] == [4.79, 18.39]


@given(st.integers(LEAST_COUNT, 100_000))
def test_T1_a_byar_interval_holds_its_count(count: int) -> None:
    found = byar(count)
    assert found is not None
    assert found[0] < count < found[1]
