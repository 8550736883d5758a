"""What a period's figure is held against: the target and the scheme of its time (R5, R8)."""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from kpi_core.catalogue import SchemeKind, StatusScheme, standard_for
from kpi_core.facts import IndicatorFacts, Observation, TargetSet
from kpi_core.periods import Period
from kpi_core.rules.direction import Point, earlier_point
from kpi_core.rules.rating import Earlier, Goal, Held, Measure, Rating, rate
from kpi_core.rules.rating.kinds.not_worse import basis
from kpi_core.rules.schemes import Schemes
from kpi_core.vocabulary import Accumulation


@dataclass(frozen=True)
class Yardstick:
    """Everything that rates a figure of one period.

    Attributes:
        scheme: the status scheme in force, and ``name`` what the catalogue calls it.
        target: the target that belongs to the period, if any is known.
        goal: what it asks for; None where nothing can be held against it.
        why_not: the reason for that, as part of a sentence.
        held: what else the scheme may look at.
    """

    measure: Measure
    name: str
    scheme: StatusScheme
    target: TargetSet | None
    goal: Goal | None
    why_not: str | None
    held: Held

    @property
    def label(self) -> str:
        return f"{self.name} version {self.scheme.version}"

    def rate(self, observed: Observation | None) -> Rating:
        """Rate a figure of this period, such as one that a later report restates."""
        value = observed.value if observed is not None else None
        contextual = self.scheme.kind is SchemeKind.CONTEXTUAL
        if value is None or self.why_not is None or contextual:
            return rate(value, self.goal, self.measure, self.scheme, self.held)
        if observed is not None and observed.unit is not self.measure.unit:
            return Rating(None, f"Not rated: {self.why_not}.")
        return Rating(None, f"Not rated: {self.measure.figure(value)}, and {self.why_not}.")


def measure_of(facts: IndicatorFacts) -> Measure:
    indicator = facts.indicator
    return Measure(indicator.polarity, indicator.unit, indicator.decimals)


def yardstick(
    facts: IndicatorFacts,
    rated: Period,
    period: Period,
    schemes: Schemes,
    series: Sequence[Point],
) -> Yardstick:
    """What a period is held against.

    Args:
        facts: the indicator in one report.
        rated: the period that the report rates.
        period: the period in question.
        schemes: those of the report, and the catalogue for those of its indicators.
        series: the indicator's own figures in time order, for schemes that look back.
    """
    measure = measure_of(facts)
    standard = standard_for(facts.indicator.standards, period)
    name, unknown = schemes.in_force(standard.scheme, period)
    scheme = schemes.catalogue.status_scheme(name)
    target, why_not = _target(facts, rated, period)
    goal = _goal(target, measure) if target is not None else None
    if target is not None and goal is None:
        why_not = "it is not known which way is good for this indicator"
    earlier = earlier_point(series, period, basis(scheme))
    held = Held(
        standard.floor,
        standard.tolerance,
        standard.tolerance_share,
        _said(earlier, measure) if earlier is not None else None,
    )
    return Yardstick(measure, name, scheme, target, goal, unknown or why_not, held)


def _said(point: Point, measure: Measure) -> Earlier:
    return Earlier(point.value, f"{measure.figure(point.value)} in {point.period.label}")


def _goal(target: TargetSet, measure: Measure) -> Goal | None:
    if target.lower is not None and target.upper is not None:
        return Goal(target.lower, target.upper)
    bound = target.bound
    strict = bound is not None and bound.strict and bound.polarity is measure.polarity
    return Goal.of(target.value or Decimal(0), measure.polarity, strict=strict)


def _target(
    facts: IndicatorFacts, rated: Period, period: Period
) -> tuple[TargetSet | None, str | None]:
    """The target that a period may be held against, or why there is none (R5, R8)."""
    target = _nearest_target(facts, period)
    if target is None or not target.is_set:
        return None, target.reason if target is not None and target.reason else NO_TARGET
    if not _set_for(target.period, rated, period):
        return None, f"the target of {period.financial_year_label or period.label} is not known"
    why_not = _other_unit(facts, target, period) or _not_of_its_kind(facts, target, rated, period)
    return (None, why_not) if why_not else (target, None)


NO_TARGET = "no target is known"


def _other_unit(facts: IndicatorFacts, target: TargetSet, period: Period) -> str | None:
    """Figures of different units are not held against each other (U5)."""
    unit, observed = facts.indicator.unit, facts.observed(period)
    figure = observed if observed is not None and observed.value is not None else None
    for what, printed in (("figure", figure), ("target", target)):
        if printed is not None and printed.unit != unit:
            text = printed.figure.raw.strip()
            return f"the {what} ({text}) is in {printed.unit.word}, the indicator in {unit.word}"
    return None


def _not_of_its_kind(
    facts: IndicatorFacts, target: TargetSet, rated: Period, period: Period
) -> str | None:
    """What accumulates in the year, or is asked once in it, has one target for all of it (R5)."""
    kind = facts.indicator.accumulation
    if target.period == period and period.quarter_number is not None:
        return None  # a target that was set for this very quarter
    if kind is Accumulation.YEAR_TO_DATE and period.quarter_number not in (None, 4):
        return (
            "a count that runs through the year is not comparable with a full-year target until Q4"
        )
    if kind is Accumulation.ANNUAL and period != rated:
        return (
            "an annual measure shown under this quarter is of an earlier round, "
            "whose target is not known"
        )
    return None


def _nearest_target(facts: IndicatorFacts, period: Period) -> TargetSet | None:
    """The target for this very period, else for its year, else the rated one."""
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
