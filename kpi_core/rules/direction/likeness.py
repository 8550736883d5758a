"""Whether two figures may be compared at all (D4): the same measure, in the same unit."""

from collections.abc import Sequence

from kpi_core.rules.direction.points import Held, Point
from kpi_core.rules.rating import Measure
from kpi_core.vocabulary import Mark, Unit


def unlike(held: Held, series: Sequence[Point], measure: Measure) -> str | None:
    """Why the figures are not comparable, None if they are."""
    for point in held.used:
        if point.unit is not None and point.unit is not measure.unit:
            units = f"{_unit(point.unit)}, that of the indicator {_unit(measure.unit)}"
            return f"the unit of the figure of {point.period.label} is {units}"
    broken = next((point for point in series if _breaks(point, held)), None)
    if broken is not None:
        return (
            f"the figure of {broken.period.label} is marked as a break in the series, so what "
            "stands before it is not the same measure"
        )
    return None


def _unit(unit: Unit) -> str:
    return "not known" if unit is Unit.UNKNOWN else unit.word


def _breaks(point: Point, held: Held) -> bool:
    """A break parts its own figure from the ones before."""
    within = held.first.sort_key < point.period.sort_key <= held.last.sort_key
    return point.mark is Mark.BREAK and within
