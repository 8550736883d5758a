"""A straight line through the latest periods, by least squares in exact fractions (D1, D5)."""

from collections.abc import Iterator, Sequence
from fractions import Fraction

from kpi_core.catalogue import DirectionScheme
from kpi_core.periods import Period
from kpi_core.rules.direction.points import Held, Point
from kpi_core.vocabulary import Accumulation

NO_LINE = {
    Accumulation.YEAR_TO_DATE: (
        "each figure counts everything since the start of the year, so no one line runs through "
        "the periods of a year"
    ),
    Accumulation.ANNUAL: (
        "there is one round a year, printed under a shorter period, so the figures are not those "
        "of neighbouring periods"
    ),
}
"""Figures that a line over the periods of a year would misread (D4)."""

NOTHING = Fraction(0)


def fitted(
    series: Sequence[Point],
    current: Point,
    accumulation: Accumulation,
    scheme: DirectionScheme,
) -> Held | str:
    """The line's ends, at the first and the last figure of the window; or why there is no line."""
    window = [*_window(current.period, scheme.window or 0)][::-1]
    yearly = current.period.previous() == current.period.year_before()
    if accumulation in NO_LINE and not yearly:
        return NO_LINE[accumulation]
    if current.period.previous() is None:
        return f"periods such as {current.period.label} do not follow one another regularly"
    found = {point.period: point for point in series if point.period in window}
    if len(found) < scheme.points_needed:
        return (
            f"{len(found)} of the {len(window)} periods from {window[0].label} to "
            f"{window[-1].label} have a figure, and a line needs {scheme.points_needed}"
        )
    at = {place: found[period] for place, period in enumerate(window) if period in found}
    then, now = _ends({place: Fraction(point.value) for place, point in at.items()})
    used = tuple(at.values())
    first, last = used[0].period, used[-1].period
    return Held(now, then, first, last, used, _gaps(window, found), line=True)


def _window(period: Period, length: int) -> Iterator[Period]:
    """The period and the ones right before it, the latest first."""
    earlier: Period | None = period
    for _ in range(length):
        if earlier is None:
            return
        yield earlier
        earlier = earlier.previous()


def _ends(values: dict[int, Fraction]) -> tuple[Fraction, Fraction]:
    """The height of the line at the first and at the last place."""
    middle = Fraction(sum(values), len(values))
    mean = sum(values.values(), NOTHING) / len(values)
    spread = sum(((place - middle) ** 2 for place in values), NOTHING)
    rise = sum(((place - middle) * (value - mean) for place, value in values.items()), NOTHING)
    slope = rise / spread
    return mean + slope * (min(values) - middle), mean + slope * (max(values) - middle)


def _gaps(window: Sequence[Period], found: dict[Period, Point]) -> str:
    missing = [period.label for period in window if period not in found]
    return f"There is no figure for {', '.join(missing)}." if missing else ""
