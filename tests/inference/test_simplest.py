"""The number that a person would write for an interval."""

from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kpi_core.inference.simplest import simplest


@pytest.mark.parametrize(
    ("low", "high", "number"),
    [
        ("0.0400", "0.0688", "0.05"),
        ("0.0247", "0.0522", "0.05"),
        ("0.06", "0.09", "0.07"),
        ("0.05", "0.051", "0.05"),
        ("0.051", "0.052", "0.051"),
        ("0.081", "0.134", "0.1"),
        ("0", "0.3", "0"),
        ("0.12", None, "0.2"),
        ("0.31", "0.34", "0.32"),
        ("0.97", "7", "0.98"),
    ],
)
def test_the_number_with_the_fewest_digits(low: str, high: str | None, number: str) -> None:
    end = Fraction(high) if high is not None else None
    assert simplest(Fraction(low), end) == Decimal(number)


@pytest.mark.parametrize(
    ("low", "high"),
    [("1", "2"), ("1.5", None), ("0", "0"), ("0.1", "0.1"), ("0.9999999999999", None)],
)
def test_where_there_is_none_that_a_catalogue_takes(low: str, high: str | None) -> None:
    assert simplest(Fraction(low), Fraction(high) if high is not None else None) is None


@pytest.mark.parametrize(
    ("low", "high", "number"),
    [
        *(("0.7", "3.7", "2"), ("10", "400", "10"), ("3", "6", "5"), ("1.5", None, "2")),
        *(("0", None, "0"), ("2.1", "2.9", "2.5"), ("1", "1.000001", "1")),
    ],
)
def test_a_size_in_native_units_has_no_upper_end_of_its_own(
    low: str, high: str | None, number: str
) -> None:
    end = Fraction(high) if high is not None else None
    assert simplest(Fraction(low), end, None) == Decimal(number)


SHARES = st.fractions(min_value=0, max_value=Fraction(99, 100), max_denominator=10_000)


@given(SHARES, SHARES)
def test_the_number_lies_in_the_interval(one: Fraction, other: Fraction) -> None:
    low, high = sorted((one, other))
    found = simplest(low, high)
    assert (found is None) is (low == high)
    assert found is None or low <= Fraction(found) < high
