"""Which earlier figure a direction is taken from, or why there is none (D1, D4, S17)."""

from collections.abc import Sequence

from kpi_core.catalogue import DirectionScheme
from kpi_core.periods import Period
from kpi_core.rules.direction.lines import fitted
from kpi_core.rules.direction.points import Held, Point
from kpi_core.vocabulary import Accumulation, DirectionBasis

OWN_BASIS = {
    Accumulation.YEAR_TO_DATE: DirectionBasis.SAME_PERIOD_LAST_YEAR,
    Accumulation.ANNUAL: DirectionBasis.PREVIOUS_ROUND,
}
"""Kinds of figure for which an earlier period is not like this one (D4)."""


def basis_for(accumulation: Accumulation, scheme: DirectionScheme) -> DirectionBasis:
    """The scheme's basis, unless the kind of figure forbids it (D4).

    The start of a plan and a line take like figures only, or refuse.
    """
    if scheme.basis.needs_more:
        return scheme.basis
    return OWN_BASIS.get(accumulation, scheme.basis)


def held_against(
    series: Sequence[Point],
    current: Point,
    accumulation: Accumulation,
    scheme: DirectionScheme,
) -> Held | str:
    """The current point and what it is compared with, or why there is nothing to compare with.

    Args:
        series: reported figures in time order.
        current: one of them.
        accumulation: decides the basis where the scheme's own would mislead.
        scheme: the basis, from the catalogue.
    """
    basis = basis_for(accumulation, scheme)
    if basis is DirectionBasis.REGRESSION:
        return fitted(series, current, accumulation, scheme)
    if basis is DirectionBasis.START_OF_PLAN:
        return _since_the_start(series, current, accumulation, scheme)
    earlier = earlier_point(series, current.period, basis)
    if earlier is None:
        return _none_earlier(current.period, basis)
    return Held.of(earlier, current)


def earlier_point(series: Sequence[Point], period: Period, basis: DirectionBasis) -> Point | None:
    """The point to compare with, or None where the series has none."""
    if basis is DirectionBasis.SAME_PERIOD_LAST_YEAR:
        return _at(series, period.year_before())
    if basis is DirectionBasis.PREVIOUS_PERIOD:
        return _at(series, period.previous())
    earlier = [point for point in series if point.period.sort_key < period.sort_key]
    if basis is DirectionBasis.LAST_REPORTED:  # a year's figure is not like a quarter's (D4)
        earlier = [point for point in earlier if _as_long(point.period, period)]
    return earlier[-1] if earlier else None


def _at(series: Sequence[Point], period: Period | None) -> Point | None:
    return next((point for point in series if period is not None and point.period == period), None)


def _none_earlier(period: Period, basis: DirectionBasis) -> str:
    if basis is DirectionBasis.PREVIOUS_PERIOD:
        before = period.previous()
        if before is None:
            return f"no period stands right before {period.label}"
        return f"there is no figure for {before.label}, the period right before"
    return {
        DirectionBasis.LAST_REPORTED: "no earlier figure of the same kind is reported",
        DirectionBasis.SAME_PERIOD_LAST_YEAR: (
            "there is no figure for the same period a year before"
        ),
        DirectionBasis.PREVIOUS_ROUND: "no previous round is reported",
    }[basis]


def _since_the_start(
    series: Sequence[Point], current: Point, accumulation: Accumulation, scheme: DirectionScheme
) -> Held | str:
    """The first like figure at or after the start of the plan."""
    start, period = scheme.start_period, current.period
    if start is None or start.start is None or period.start is None:
        return f"it is not known whether {period.label} lies after the start of the plan"
    if period.start < start.start:
        return f"{period.label} lies before the start of the plan, {start.label}"
    first = next(
        point
        for point in series
        if point.period.start is not None
        and point.period.start >= start.start
        and _alike(point.period, period, accumulation)
    )
    if first.period.sort_key >= period.sort_key:
        return f"this is the first such figure since the start of the plan, {start.label}"
    if first.period.start == start.start:
        return Held.of(first, current)
    return Held.of(
        *(first, current),
        f"The plan starts with {start.label}; {first.period.label} is its first such figure.",
    )


def _alike(one: Period, other: Period, accumulation: Accumulation) -> bool:
    """Whether figures of two periods cover the same: rounds of a survey, else the same kind."""
    if accumulation is Accumulation.ANNUAL:
        return True
    if one.start is None or other.start is None or not _as_long(one, other):
        return False
    return accumulation is not Accumulation.YEAR_TO_DATE or one.start.month == other.start.month


def _as_long(one: Period, other: Period) -> bool:
    """Of one kind, and spans of as many months: April to December is not like three years."""
    return one.kind is other.kind and _months(one) == _months(other)


def _months(period: Period) -> int | None:
    if period.start is None or period.end is None:
        return None
    years = period.end.year - period.start.year
    return years * 12 + period.end.month - period.start.month
