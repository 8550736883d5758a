"""What past variation suggests, from the limits of a variation chart, or why it is not said."""

from dataclasses import replace
from decimal import Decimal
from fractions import Fraction

from kpi_core.rules.outlook.found import Spread, Usual
from kpi_core.rules.outlook.known import Known, Slots
from kpi_core.rules.statistics.fitness import unfit
from kpi_core.rules.statistics.possible import kept, possible
from kpi_core.rules.statistics.refusals import Reason, Refusal
from kpi_core.rules.statistics.ruleset import Ruleset
from kpi_core.rules.statistics.summaries import target_against
from kpi_core.rules.statistics.xmr import Limits, Xmr, moving_ranges, xmr
from kpi_core.vocabulary import Accumulation, Polarity, Unit

LEAST_CHANGES = 2
"""Changes from one period to the next that are needed before one is called usual."""

NO_RANGE = "No range: "
_NO_LIMITS = "No limits: "


def of_next_figure(
    known: Known, accumulation: Accumulation, unit: Unit, ruleset: Ruleset
) -> Spread | Refusal:
    """Where the figure of a later period lies if it varies as the figures so far (X5, X6)."""
    limits = _limits(known, known.slots, accumulation, ruleset)
    if isinstance(limits, Refusal):
        return limits
    return _spread(limits, Fraction(0), 1, possible(_there(known.slots), unit))


def of_running_count(
    known: Known, so_far: Decimal, left: int, ruleset: Ruleset
) -> Spread | Refusal:
    """Where a running count ends if each period left brings as much as past ones may.

    The limits are those of what came in one period. All periods left at the lower limit, or all
    at the upper one, is wider than chance alone would make it, for quarters of a year may be
    high or low together.
    """
    if known.falls:
        sentence = (
            f"{NO_RANGE}the count goes down within a year, so it is not known what came in each "
            "period."
        )
        return Refusal(Reason.FALLS_WITHIN_YEAR, sentence)
    slots = known.increments
    counted = len(_there(slots))
    if counted < ruleset.least_points:
        sentence = (
            f"{NO_RANGE}what came in one {known.rated.kind.word.lower()} alone is known of "
            f"{counted}, and at least {ruleset.least_points} are needed."
        )
        return Refusal(Reason.TOO_FEW_POINTS, sentence)
    limits = _limits(known, slots, Accumulation.IN_PERIOD, ruleset)
    if isinstance(limits, Refusal):
        return limits
    return _spread(limits, Fraction(so_far), left, possible(_there(slots), Unit.UNKNOWN))


def judged(spread: Spread, target: Decimal, polarity: Polarity) -> Spread:
    """The same, with how the target lies against it."""
    return replace(spread, holds=target_against(spread.low, spread.high, target, polarity))


def usual_change(slots: Slots) -> Usual | None:
    """Mean size of a change between neighbouring periods; none is taken across a gap (X6)."""
    figures = [None if value is None else Fraction(value) for value in slots]
    sizes = [size for size in moving_ranges(figures) if size is not None]
    if len(sizes) < LEAST_CHANGES:
        return None
    return Usual(sum(sizes, Fraction()) / len(sizes), len(sizes))


def _there(slots: Slots) -> list[Decimal]:
    return [value for value in slots if value is not None]


def _limits(
    known: Known, slots: Slots, accumulation: Accumulation, ruleset: Ruleset
) -> Limits | Refusal:
    refusal = unfit(accumulation, known.rated.kind, broken=known.broken)
    if refusal is None:
        chart = xmr(slots, ruleset)
        if not isinstance(chart, Refusal):
            return _steady(chart)
        refusal = chart
    return replace(refusal, sentence=NO_RANGE + refusal.sentence.removeprefix(_NO_LIMITS))


def _steady(chart: Xmr) -> Limits | Refusal:
    """Limits say what comes next only as long as nothing has changed."""
    if chart.signals[chart.latest] is None:
        return chart.limits
    sentence = (
        f"{NO_RANGE}the latest figure is out of the ordinary, so what past variation suggests may "
        "no longer hold."
    )
    return Refusal(Reason.NOT_STEADY, sentence)


def _spread(
    limits: Limits,
    start: Fraction,
    times: int,
    bounds: tuple[Fraction | None, Fraction | None],
) -> Spread:
    low, high = kept(limits.lower, bounds), kept(limits.upper, bounds)
    clipped = (low, high) != (limits.lower, limits.upper)
    ends = start + times * low, start + times * high
    return Spread(*ends, limits.count, limits.trial, clipped)
