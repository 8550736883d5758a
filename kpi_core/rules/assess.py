"""Rate every indicator of a report: its rated period, its comparator and its other periods."""

from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal

from kpi_core.catalogue import Catalogue, DirectionScheme, ReportEntry, StatusScheme
from kpi_core.facts import IndicatorFacts, Observation, ReportFacts
from kpi_core.periods import Period
from kpi_core.rules.agreement import same_direction, same_status
from kpi_core.rules.comparison import Compared, compare
from kpi_core.rules.direction import Point, Travel, travel
from kpi_core.rules.rating import Measure, Rating, rate
from kpi_core.vocabulary import Accumulation, Comparison


@dataclass(frozen=True)
class Schemes:
    """The two schemes a report is rated by, with the names that the dataset records."""

    status_name: str
    status: StatusScheme
    direction_name: str
    direction: DirectionScheme

    @property
    def status_label(self) -> str:
        return f"{self.status_name} version {self.status.version}"

    @property
    def label(self) -> str:
        return f"{self.status_label}; {self.direction_name} version {self.direction.version}"


@dataclass(frozen=True)
class HistoryRating:
    """Our rating of one period; ``target`` is None if the one of that period is not known."""

    period: Period
    rating: Rating
    target: Decimal | None


@dataclass(frozen=True)
class Assessment:
    """One indicator with everything that was computed about it."""

    facts: IndicatorFacts
    rating: Rating
    travel: Travel
    compared: Compared
    history: tuple[HistoryRating, ...]
    agrees_status: bool | None
    agrees_direction: bool | None


def schemes_for(report: str, catalogue: Catalogue) -> Schemes:
    """The schemes that the catalogue names for a report, else the default ones."""
    entry = catalogue.reports.get(report) or ReportEntry(organisation="", title="")
    return Schemes(
        entry.status_scheme,
        catalogue.status_scheme(entry.status_scheme),
        entry.direction_scheme,
        catalogue.direction_scheme(entry.direction_scheme),
    )


def assess(report: ReportFacts, schemes: Schemes) -> tuple[Assessment, ...]:
    """Every indicator of the report, in its order."""
    return tuple(_assess(facts, report.period, schemes) for facts in report.indicators)


def measure_of(facts: IndicatorFacts) -> Measure:
    indicator = facts.indicator
    return Measure(indicator.polarity, indicator.unit, indicator.decimals)


def series_of(facts: IndicatorFacts) -> list[Point]:
    """The indicator's own figures in its own unit, in time order, without the missing ones."""
    return [Point(o.period, o.value) for o in _like(facts, facts.own) if o.value is not None]


def _assess(facts: IndicatorFacts, rated: Period, schemes: Schemes) -> Assessment:
    measure = measure_of(facts)
    rating = _rating(facts, rated, rated, measure, schemes)
    moved = travel(
        series_of(facts), rated, measure, facts.indicator.accumulation, schemes.direction
    )
    return Assessment(
        facts,
        rating.rating,
        moved,
        _compared(facts, rated, measure),
        tuple(
            _rating(facts, rated, observation.period, measure, schemes)
            for observation in facts.own
            if observation.period != rated
        ),
        same_status(facts.status.word, rating.rating.status, schemes.status),
        same_direction(facts.direction.word, moved.direction),
    )


def _like(facts: IndicatorFacts, observations: Iterable[Observation | None]) -> list[Observation]:
    """Those in the indicator's own unit: no others can be held against each other."""
    return [o for o in observations if o is not None and o.unit == facts.indicator.unit]


def _compared(facts: IndicatorFacts, rated: Period, measure: Measure) -> Compared:
    both = _like(facts, (facts.observed(rated), facts.comparator))
    if len(both) < 2:
        return Compared(Comparison.NO_COMPARISON)
    return compare(both[0].value, both[1].value, measure.polarity)


def _rating(
    facts: IndicatorFacts, rated: Period, period: Period, measure: Measure, schemes: Schemes
) -> HistoryRating:
    """The rating of one period and the target that belongs to it."""
    target, why_not = _target(facts, rated, period)
    printed_target = _printed_target(facts, period)
    observed = facts.observed(period)
    value = observed.value if observed else None
    unit = facts.indicator.unit
    for what, printed in (("figure", observed), ("target", printed_target)):
        if value is None or printed is None or printed.value is None or printed.unit == unit:
            continue
        text = printed.figure.raw.strip()
        reason = f"the {what} ({text}) is in {printed.unit.word}, the indicator in {unit.word}"
        return HistoryRating(period, Rating(None, f"Not rated: {reason}."), target)
    if value is not None and why_not is not None:
        reason = f"Not rated: {measure.figure(value)}, and {why_not}."
        return HistoryRating(period, Rating(None, reason), target)
    return HistoryRating(period, rate(value, target, measure, schemes.status), target)


def _target(
    facts: IndicatorFacts, rated: Period, period: Period
) -> tuple[Decimal | None, str | None]:
    """The target that a period may be held against, or why there is none (R5, R8)."""
    target = _printed_target(facts, period)
    if target is None or target.value is None:
        return None, facts.target_reason or "no target is known"
    if not _set_for(target.period, rated, period):
        return None, f"the target of {period.financial_year_label or period.label} is not known"
    kind = facts.indicator.accumulation
    if kind is Accumulation.YEAR_TO_DATE and period.quarter_number not in (None, 4):
        return None, (
            "a count that runs through the year is not comparable with a full-year target until Q4"
        )
    if kind is Accumulation.ANNUAL and period != rated:
        return None, (
            "an annual measure shown under this quarter is of an earlier round, "
            "whose target is not known"
        )
    return target.value, None


def _printed_target(facts: IndicatorFacts, period: Period) -> Observation | None:
    """The report's target for this very period, else for its year, else the rated one."""
    others = facts.other_targets
    own = next((t for t in others if t.period == period), None)
    if own is not None or (facts.target is not None and facts.target.period == period):
        return own or facts.target
    year = period.financial_year_label
    return next((t for t in others if t.period.label == year), facts.target)


def _set_for(named: Period, rated: Period, period: Period) -> bool:
    """Whether a target of the period ``named``, or of no stated one, was set for this period."""
    if named.end is None:
        return period.financial_year_label == rated.financial_year_label
    return named == period or named.label == period.financial_year_label
