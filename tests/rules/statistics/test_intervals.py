"""Confidence intervals, to the digits of worked examples."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from scipy.stats import binomtest, poisson

from kpi_core.rules.statistics.intervals import LEAST_COUNT, exact, of_count, wilson


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


@given(st.integers(0, 400), st.integers(1, 400))
def test_T1_wilson_is_what_scipy_makes_of_it(of: int, more: int) -> None:
    theirs = binomtest(of, of + more).proportion_ci(method="wilson")
    assert wilson(of, of + more) == pytest.approx((theirs.low, theirs.high), abs=1e-12)


@pytest.mark.parametrize(
    ("count", "lower", "upper"),
    [(0, 0.0, 3.69), (1, 0.03, 5.57), (5, 1.62, 11.67), (9, 4.12, 17.08), (10, 4.79, 18.39)],
)
def test_T1_small_counts_have_exact_limits_and_byar_starts_at_ten(
    count: int, lower: float, upper: float
) -> None:
    found = of_count(count)
    assert found is not None
    assert [round(limit, 2) for limit in found] == [lower, upper]


@given(st.integers(0, LEAST_COUNT - 1))
def test_T1_exact_limits_leave_a_fortieth_on_each_side(count: int) -> None:
    lower, upper = exact(count)
    assert poisson.cdf(count, upper) == pytest.approx(0.025, abs=1e-9)
    assert count == 0 or poisson.sf(count - 1, lower) == pytest.approx(0.025, abs=1e-9)


def test_T1_what_is_no_count_has_no_interval() -> None:
    assert of_count(-1) is None


@given(st.integers(0, 100_000))
def test_T1_an_interval_holds_its_count(count: int) -> None:
    found = of_count(count)
    assert found is not None
    assert found[0] <= count < found[1]
