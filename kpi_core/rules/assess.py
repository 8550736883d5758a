"""Rate every indicator of a report: its rated period, its comparator and its other periods."""

from dataclasses import dataclass
from decimal import Decimal

from kpi_core.catalogue import Catalogue, DirectionScheme, ReportEntry, StatusScheme
from kpi_core.facts import IndicatorFacts, Observation, ReportFacts
from kpi_core.periods import Period
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
    """Our rating of a period that the report does not rate; ``target`` None if not known."""

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


def _assess(facts: IndicatorFacts, rated: Period, schemes: Schemes) -> Assessment:
    measure = measure_of(facts)
    observed = facts.observed(rated)
    value = observed.value if observed else None
    series = [Point(o.period, o.value) for o in facts.own if o.value is not None]
    comparator = facts.comparator
    same_unit = comparator is not None and comparator.unit == facts.indicator.unit
    return Assessment(
        facts,
        _rating(facts, rated, rated, value, measure, schemes)[0],
        travel(series, rated, measure, facts.indicator.accumulation, schemes.direction),
        compare(value, comparator.value, measure.polarity)
        if comparator is not None and same_unit
        else Compared(Comparison.NO_COMPARISON),
        tuple(
            _history(facts, rated, observation, measure, schemes)
            for observation in facts.own
            if observation.period != rated
        ),
    )


def _history(
    facts: IndicatorFacts,
    rated: Period,
    observation: Observation,
    measure: Measure,
    schemes: Schemes,
) -> HistoryRating:
    rating, target = _rating(facts, rated, observation.period, observation.value, measure, schemes)
    return HistoryRating(observation.period, rating, target)


def _rating(
    facts: IndicatorFacts,
    rated: Period,
    period: Period,
    value: Decimal | None,
    measure: Measure,
    schemes: Schemes,
) -> tuple[Rating, Decimal | None]:
    """The rating of one period and the target that belongs to it."""
    target, why_not = _target(facts, rated, period)
    if value is not None and why_not is not None:
        return Rating(None, f"Not rated: {measure.figure(value)}, and {why_not}."), target
    printed = facts.target
    if value is not None and printed is not None and printed.unit != facts.indicator.unit:
        reason = (
            f"Not rated: the target ({printed.figure.raw}) is in {printed.unit.word}, the figure "
            f"in {facts.indicator.unit.word}."
        )
        return Rating(None, reason), target
    return rate(value, target, measure, schemes.status), target


def _target(
    facts: IndicatorFacts, rated: Period, period: Period
) -> tuple[Decimal | None, str | None]:
    """The target that a period may be held against, or why there is none (R5, R8)."""
    target = facts.target
    if target is None or target.value is None:
        return None, "no target is known"
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


def _set_for(named: Period, rated: Period, period: Period) -> bool:
    """Whether a target of the period ``named``, or of no stated one, was set for this period."""
    if named.end is None:
        return period.financial_year_label == rated.financial_year_label
    return named == period or named.label == period.financial_year_label
