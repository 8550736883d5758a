"""A line through the latest periods: what it needs, what it gives, what it refuses (D1, D5)."""

from decimal import Decimal
from fractions import Fraction
from typing import Any

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from kpi_core.rules.direction import Travel
from kpi_core.rules.direction.lines import fitted
from kpi_core.vocabulary import Accumulation, Mark
from tests.rules.directions_of import LOW, judged, period_of, point, scheme_of

QUARTERS = ("18Q1", "18Q2", "18Q3", "18Q4", "19Q1", "19Q2", "19Q3", "19Q4")


def line(*values: str | None, window: int = 8, least: int | None = None, **options: Any) -> Travel:
    """The values of the latest quarters, the last one in 2019/20 Q4; None is a gap."""
    last = QUARTERS[-len(values) :]
    points = [point(p, v) for p, v in zip(last, values, strict=True) if v is not None]
    keys = {"basis": "regression", "window": window, "least_points": least}
    worse, better = options.pop("worse", "0.05"), options.pop("better", "0.05")
    return judged(*points, scheme=scheme_of(worse, better, **keys), **options)


def test_D1_the_change_judged_is_that_of_the_line_from_end_to_end() -> None:
    found = line("10", "13", "10", "13", window=4)
    assert found.compared == point("19Q1", "10.6")
    assert found.change == Decimal("1.8")
    assert found.reason == (
        "Improving: a line fitted to 4 figures from 2019/20 Q1 to 2019/20 Q4 rises from 10.6% to "
        "12.4%, 1.8 points or 16.98% better, over the window; that is more than the 5% that counts "
        "as maintained. A line that ends 1.27 points worse would be maintained."
    )


@pytest.mark.parametrize(
    ("values", "worse", "direction", "movement"),
    [
        (("80", "78", "76"), "0.05", "maintained", "down"),  # exactly 5% from 80 to 76
        (("80", "78", "75.999999"), "0.05", "declining", "down"),
        (("80", "82", "84"), "0.05", "maintained", "up"),
        (("80", "82", "84.000001"), "0.05", "improving", "up"),
        (("80", "90", "80"), "0", "maintained", "level"),
        (("0", "1", "2"), "0.05", None, "up"),
    ],
)
def test_D3_the_band_is_around_the_start_of_the_line(
    values: tuple[str, ...], worse: str, direction: str | None, movement: str
) -> None:
    found = line(*values, window=3, worse=worse)
    assert (found.direction, found.movement) == (direction, movement)


def test_a_level_line_says_so() -> None:
    assert line("80", "90", "80", window=3).reason.startswith(
        "Maintained: a line fitted to 3 figures from 2019/20 Q2 to 2019/20 Q4 is level at 83.3%"
    )


@pytest.mark.parametrize(
    ("values", "least", "found"),
    [
        (("1", "2", "3", "4"), None, True),
        (("1", None, "3", "4"), None, False),
        (("1", None, "3", "4"), 3, True),
        (("1", None, None, "4"), 3, False),
        ((None, "2", "3", "4"), 3, True),
    ],
)
def test_D5_a_line_needs_as_many_figures_as_the_scheme_names(
    values: tuple[str | None, ...], least: int | None, found: bool
) -> None:
    made = line(*values, window=4, least=least)
    assert (made.direction is not None) is found
    given = sum(value is not None for value in values)
    if not found:
        assert made.reason == (
            f"Not comparable: {given} of the 4 periods from 2019/20 Q1 to 2019/20 Q4 have a "
            f"figure, and a line needs {least or 4}."
        )


def test_the_gaps_of_a_window_are_named_and_keep_their_place() -> None:
    made = line("10", None, "14", "16", window=4, least=3)
    assert made.reason.endswith("There is no figure for 2019/20 Q2.")
    assert made.change == 6  # two points a quarter, over three quarters
    late = line(None, "12", "14", "16", window=4, least=3)
    assert (late.change, late.compared) == (4, point("19Q2", "12"))  # nothing is extended


def test_figures_before_the_window_and_of_other_kinds_are_not_looked_at() -> None:
    year = point("2018/19", "999")
    points = [year, *(point(p, v) for p, v in zip(QUARTERS[-4:], "9123", strict=True))]
    scheme = scheme_of("0.05", basis="regression", window=3)
    assert judged(*points, scheme=scheme).change == 2


@pytest.mark.parametrize(
    ("kind", "said"),
    [
        (Accumulation.YEAR_TO_DATE, "each figure counts everything since the start of the year"),
        (Accumulation.ANNUAL, "there is one round a year, printed under a shorter period"),
    ],
)
def test_D4_counts_and_rounds_have_no_line_over_quarters(kind: Accumulation, said: str) -> None:
    found = line("1", "2", "3", window=3, kind=kind)
    assert found.reason.startswith(f"Not comparable: {said}")
    years = [point(f"20{y}/{y + 1}", str(y)) for y in (17, 18, 19)]
    scheme = scheme_of("0.05", basis="regression", window=3)
    assert judged(*years, at="2019/20", kind=kind, scheme=scheme).change == 2


def test_D4_spans_do_not_follow_one_another() -> None:
    span = "2017/18 to 2019/20"
    scheme = scheme_of("0.05", basis="regression", window=3)
    found = judged(point(span, "1"), at=span, scheme=scheme)
    assert found.reason == (
        "Not comparable: periods such as 2017/18 to 2019/20 do not follow one another regularly."
    )


@pytest.mark.parametrize(("broken", "comparable"), [("19Q2", True), ("19Q3", False)])
def test_D4_no_line_runs_over_a_break(broken: str, comparable: bool) -> None:
    points = [
        point(p, v, Mark.BREAK if p == broken else None)
        for p, v in zip(QUARTERS[-3:], "123", strict=True)
    ]
    scheme = scheme_of("0.05", basis="regression", window=3)
    assert (judged(*points, scheme=scheme).direction is not None) is comparable


def test_a_figure_that_falls_is_good_where_less_is_better() -> None:
    assert line("9", "8", "7", window=3, polarity=LOW).direction == "improving"


@given(
    st.lists(st.none() | st.integers(-10_000, 10_000), min_size=3, max_size=8).filter(
        lambda values: values[-1] is not None and sum(v is not None for v in values) >= 3
    )
)
def test_the_line_is_the_one_that_numpy_fits(values: list[int | None]) -> None:
    last = QUARTERS[-len(values) :]
    points = [point(p, str(v)) for p, v in zip(last, values, strict=True) if v is not None]
    scheme = scheme_of("0.05", basis="regression", window=8, least_points=3)
    held = fitted(points, points[-1], Accumulation.UNKNOWN, scheme)
    assert not isinstance(held, str)
    at = [QUARTERS.index(p) for p, v in zip(last, values, strict=True) if v is not None]
    slope, start = np.polyfit(at, [float(p.value) for p in points], 1)
    assert float(held.then) == pytest.approx(start + slope * at[0], abs=1e-6)
    assert float(held.now) == pytest.approx(start + slope * at[-1], abs=1e-6)
    assert held.last == period_of("19Q4")


def test_the_line_is_exact() -> None:
    points = [point(p, v) for p, v in zip(QUARTERS[-3:], ("0.1", "0.2", "0.4"), strict=True)]
    scheme = scheme_of("0.05", basis="regression", window=3)
    held = fitted(points, points[-1], Accumulation.UNKNOWN, scheme)
    assert not isinstance(held, str)
    assert (held.then, held.now) == (Fraction(1, 12), Fraction(23, 60))
