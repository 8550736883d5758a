"""Rate every indicator of a report: its rated period, its comparator and its other periods."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import TypeAlias

from kpi_core.facts import IndicatorFacts, Observation, ReportFacts
from kpi_core.periods import Period
from kpi_core.rules.agreement import same_direction, same_status
from kpi_core.rules.comparison import Compared, compare
from kpi_core.rules.direction import Point, Travel, travel
from kpi_core.rules.outlook import Outlook, outlook_of
from kpi_core.rules.rating import Fragility, Measure, Rating, fragility
from kpi_core.rules.schemes import Schemes, schemes_for
from kpi_core.rules.statistics.uncertainty import Uncertainty
from kpi_core.rules.sureness import sureness
from kpi_core.rules.yardstick import Yardstick, measure_of, yardstick
from kpi_core.vocabulary import Comparison

__all__ = [
    "Assessment",
    "Elsewhere",
    "PeriodRating",
    "Schemes",
    "assess",
    "measure_of",
    "schemes_for",
    "series_of",
]

Elsewhere: TypeAlias = Mapping[str, Sequence[Observation]]
"""Own figures of the same indicators in other reports, by indicator id."""


@dataclass(frozen=True)
class PeriodRating:
    """Our rating of one period, and what it was held against."""

    period: Period
    rating: Rating
    yardstick: Yardstick

    @property
    def target(self) -> Decimal | None:
        """The figure of that period's target, None where it is not known or a range."""
        return self.yardstick.target.value if self.yardstick.target is not None else None


@dataclass(frozen=True)
class Assessment:
    """One indicator with everything that was computed about it."""

    facts: IndicatorFacts
    rating: Rating
    yardstick: Yardstick
    sureness: Uncertainty | None
    fragility: Fragility
    travel: Travel
    long_travel: Travel
    compared: Compared
    history: tuple[PeriodRating, ...]
    agrees_status: bool | None
    agrees_direction: bool | None
    outlook: Outlook


def assess(
    report: ReportFacts, schemes: Schemes, elsewhere: Elsewhere | None = None
) -> tuple[Assessment, ...]:
    """Every indicator of the report, in its order; the outlook also by figures of other reports."""
    others = elsewhere or {}
    return tuple(
        _assess(facts, report.period, schemes, others.get(facts.indicator.id, ()))
        for facts in report.indicators
    )


def series_of(facts: IndicatorFacts) -> list[Point]:
    """The indicator's own figures in its own unit, in time order, without the missing ones."""
    return [point for point in _points(facts) if point.unit is facts.indicator.unit]


def _points(facts: IndicatorFacts) -> list[Point]:
    """The same in whatever unit; what only earlier reports give is among them."""
    given = [(o, False) for o in facts.own] + [(o, True) for o in facts.earlier]
    return [
        Point(o.period, o.value, o.figure.mark, o.unit, carried)
        for o, carried in sorted(given, key=lambda pair: pair[0].period.sort_key)
        if o.value is not None
    ]


def _assess(
    facts: IndicatorFacts, rated: Period, schemes: Schemes, others: Sequence[Observation]
) -> Assessment:
    measure, series = measure_of(facts), series_of(facts)
    now, observed = _rated(facts, rated, rated, schemes, series), facts.observed(rated)
    value, chance = observed.value if observed else None, sureness(facts, observed)
    figures = _points(facts), rated, measure, facts.indicator.accumulation
    moved = travel(*figures, schemes.direction)
    return Assessment(
        facts,
        now.rating,
        now.yardstick,
        chance,
        fragility(value, now.rating.bands, measure, chance),
        moved,
        travel(*figures, schemes.long_direction),
        _compared(facts, rated, measure),
        tuple(
            _rated(facts, rated, observation.period, schemes, series)
            for observation in facts.own
            if observation.period != rated
        ),
        same_status(facts.status.word, now.rating.status, now.yardstick.scheme),
        same_direction(facts.direction.word, moved.direction),
        outlook_of(facts, rated, measure, others),
    )


def _rated(
    facts: IndicatorFacts, rated: Period, period: Period, schemes: Schemes, series: list[Point]
) -> PeriodRating:
    held = yardstick(facts, rated, period, schemes, series)
    return PeriodRating(period, held.rate(facts.observed(period)), held)


def _like(facts: IndicatorFacts, observations: Iterable[Observation | None]) -> list[Observation]:
    """Those in the indicator's own unit: no others can be held against each other."""
    return [o for o in observations if o is not None and o.unit == facts.indicator.unit]


def _compared(facts: IndicatorFacts, rated: Period, measure: Measure) -> Compared:
    both = _like(facts, (facts.observed(rated), facts.comparator))
    if len(both) < 2:
        return Compared(Comparison.NO_COMPARISON)
    return compare(both[0].value, both[1].value, measure.polarity)
