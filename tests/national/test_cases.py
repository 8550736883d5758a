"""Whether the cases beside a figure give it: exactly, at the boundary of its rounding."""

from decimal import ROUND_HALF_EVEN, ROUND_HALF_UP, Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kpi_core.national.cases import gives


@pytest.mark.parametrize(
    ("cases", "figure", "per", "places", "agrees"),
    [
        ((49.0, 286.0), 17.1, 100, 1, True),
        ((1.0, 8.0), 12.5, 100, 1, True),
        ((1.0, 8.0), 12.0, 100, 0, True),  # 12.5 may be rounded to even
        ((1.0, 8.0), 13.0, 100, 0, True),
        ((1.0, 8.0), 14.0, 100, 0, False),
        ((1240.0, 4540.0), 27.2, 100, 1, False),  # both rounded to 10
        ((509.0, 69_191.0), 74.0, 10_000, 0, True),
        ((0.0, 5.0), 0.0, 100, 0, True),
        ((5.0, 0.0), 0.0, 100, 0, False),
    ],
)
def test_U4_cases_give_a_figure_within_its_rounding(
    cases: tuple[float, float], figure: float, per: int, places: int, agrees: bool
) -> None:
    assert gives(cases, figure, per, places) is agrees


@given(
    st.integers(0, 10**6),
    st.integers(1, 10**6),
    st.integers(0, 3),
    st.sampled_from([ROUND_HALF_UP, ROUND_HALF_EVEN]),
)
def test_a_figure_made_of_its_cases_is_always_given_by_them(
    cases: int, of: int, places: int, way: str
) -> None:
    exact = Decimal(cases) * 100 / Decimal(of)
    figure = exact.quantize(Decimal(1).scaleb(-places), rounding=way)
    assert gives((float(cases), float(of)), float(figure), 100, places)
    step = Decimal(1).scaleb(-places)
    assert not gives((float(cases), float(of)), float(figure + 2 * step), 100, places)
