"""Directions from a few figures, by the names of their quarters: "2018/19 Q4" or short, "18Q4"."""

from decimal import Decimal
from typing import Any

from kpi_core.catalogue import DirectionScheme
from kpi_core.periods import Period, parse_period
from kpi_core.rules.direction import Point, Travel, travel
from kpi_core.rules.rating import Measure
from kpi_core.vocabulary import Accumulation, Mark, Polarity, Unit

HIGH, LOW = Polarity.HIGHER_IS_BETTER, Polarity.LOWER_IS_BETTER


def period_of(name: str) -> Period:
    """``19Q4`` is quarter 4 of 2019/20, ``2018/19`` the year."""
    if name[2:3] == "Q":
        return Period.quarter(2000 + int(name[:2]), int(name[3]))
    found = parse_period(name)
    assert isinstance(found, Period)
    return found


def scheme_of(worse: str = "0.05", better: str = "0", **keys: Any) -> DirectionScheme:
    """As a catalogue says it."""
    given = {"worse_within": worse, "better_within": better, **keys}
    return DirectionScheme.model_validate(given)


def point(period: str, value: str, mark: Mark | None = None, **more: Any) -> Point:
    return Point(period_of(period), Decimal(value), mark, **more)


def judged(
    *points: Point,
    at: str = "19Q4",
    polarity: Polarity = HIGH,
    kind: Accumulation = Accumulation.UNKNOWN,
    unit: Unit = Unit.PERCENT,
    scheme: DirectionScheme,
) -> Travel:
    series = sorted(points, key=lambda given: given.period.sort_key)
    return travel(series, period_of(at), Measure(polarity, unit, 1), kind, scheme)


def figures(**values: str) -> list[Point]:
    """``figures(q18Q4="70", q19Q3="80")``."""
    return [point(name.removeprefix("q"), value) for name, value in values.items()]
