"""Numbers as people read them: no binary dust, no negative zero, points apart from per cent."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kpi_core.formatting import Number, between, figure_text, rounded, share_text, size_text
from kpi_core.vocabulary import Unit


@pytest.mark.parametrize(
    ("value", "decimals", "text"),
    [
        (0.5, 0, "1"),
        (-0.5, 0, "-1"),
        (2.675, 2, "2.68"),  # as people round, not as floating point is stored
        (1.005, 2, "1.01"),
        (-0.04, 1, "0.0"),
        (0, 2, "0.00"),
        (Decimal("17.10"), 1, "17.1"),
        (Decimal("1E+3"), 0, "1000"),
        (1e30, 2, "1E+30"),
    ],
)
def test_rounding_is_half_away_from_zero(value: Number, decimals: int, text: str) -> None:
    assert str(rounded(value, decimals)) == text


@pytest.mark.parametrize(
    ("value", "unit", "decimals", "text"),
    [
        (17.1, Unit.PERCENT, 1, "17.1%"),
        (16.0, Unit.PERCENT, None, "16%"),
        (1234, Unit.COUNT, 0, "1,234"),
        (-1234.5, Unit.COUNT, None, "-1,234.5"),
        (7251, Unit.GBP, 0, "£7,251"),
        (-7251, Unit.GBP, 0, "-£7,251"),
        (74.4, Unit.RATE_PER_10000, 1, "74.4"),
        (3.5, Unit.DAYS, None, "3.5 days"),
        (2.8, Unit.PERCENTAGE_POINT, 1, "2.8 percentage points"),
        (-0.01, Unit.GBP, 0, "£0"),
        (0.123456, Unit.COUNT, 6, "0.123456"),  # as printed, up to six decimals
        (5.4615515771526, Unit.COUNT, 13, "5.46"),  # from here on nobody measured them
        (135207.187982471, Unit.COUNT, 9, "135,207.19"),
        (140000, Unit.COUNT, 9, "140,000"),
        (0.736854859097385, Unit.PERCENT, 15, "0.737%"),
        (0.0012345678, Unit.COUNT, 10, "0.00123"),
        (0, Unit.COUNT, 9, "0"),
        (1e-9, Unit.COUNT, 9, "0"),
    ],
)
def test_figures_with_their_units(
    value: Number, unit: Unit, decimals: int | None, text: str
) -> None:
    assert figure_text(value, unit, decimals) == text


@pytest.mark.parametrize(
    ("difference", "unit", "decimals", "text"),
    [
        (-1.1, Unit.PERCENT, 1, "1.1 points"),
        (1, Unit.PERCENT, 0, "1 point"),
        (1.04, Unit.PERCENT, 1, "1.0 point"),
        (0.0, Unit.PERCENT, 1, "0.0 points"),
        (-25, Unit.COUNT, 0, "25"),
        (-20, Unit.GBP, 0, "£20"),
        (0.3, Unit.COUNT, 0, "0.3"),  # a real difference never reads as nothing
        (0.04, Unit.PERCENT, 1, "0.04 points"),
        (0.1 + 0.2, Unit.PERCENT, None, "0.3 points"),
    ],
)
def test_U2_sizes_of_differences(
    difference: Number, unit: Unit, decimals: int | None, text: str
) -> None:
    assert size_text(difference, unit, decimals) == text


@pytest.mark.parametrize(
    ("share", "text"),
    [
        (0.06875, "6.88%"),
        (Decimal("-0.06875"), "6.88%"),
        (0.05, "5%"),
        (1, "100%"),
        (1.2, "120%"),
        (0.7, "70%"),
        (0, "0%"),
    ],
)
def test_U2_shares_without_trailing_zeros(share: Number, text: str) -> None:
    assert share_text(share) == text


@given(
    st.floats(allow_nan=False, allow_infinity=False)
    | st.decimals(allow_nan=False, allow_infinity=False),
    st.sampled_from(Unit),
)
def test_any_number_has_a_text(value: Number, unit: Unit) -> None:
    assert figure_text(value, unit)
    assert not size_text(value, unit).startswith("-")
    assert "-" not in share_text(value)


@pytest.mark.parametrize(
    ("level", "decimals", "shown"),
    [
        (90, 0, 0),
        (90.5, 0, 1),
        (Decimal("90.55"), 1, 2),
        (Decimal("90.50"), 1, 1),
        (1.5, None, None),
    ],
)
def test_a_level_between_figures_has_one_decimal_more_if_it_needs_one(
    level: Number, decimals: int | None, shown: int | None
) -> None:
    assert between(level, decimals) == shown
