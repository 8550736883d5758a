"""A year that has ended: the outturn is the year-end position, and nothing is left to estimate."""

from decimal import Decimal
from fractions import Fraction

from kpi_core.rules.outlook.case import Case
from kpi_core.rules.outlook.found import Outlook
from kpi_core.vocabulary import Accumulation, OutlookKind

POSITION = "The year has ended; the outturn is the year-end position"
OF_ITS_PERIOD = "The year has ended; the figure is of its last {part} alone, not of the whole year"


def ended(case: Case) -> Outlook:
    """The outturn against the target, and what the next year asks for where that is known."""
    alone = case.accumulation is Accumulation.IN_PERIOD and case.year.elapsed > 1
    what = OF_ITS_PERIOD.format(part=case.year.part) if alone else POSITION
    against = f"{case.measure.figure(case.value)} against a target of {case.asked}"
    return Outlook(
        OutlookKind.YEAR_ENDED,
        f"{what}: {against}, {_outcome(case)}.",
        notes=(_next(case, *case.next_target),) if case.next_target else (),
        year=case.year,
        so_far=case.value,
        target=case.target,
    )


def _outcome(case: Case) -> str:
    if case.value == case.target:
        return "just missed" if case.aim.strict else "exactly on target"
    if not case.measure.polarity.judges:
        return "and it is not known which way is good"
    size = case.measure.size(case.gap)
    return f"target missed by {size}" if case.gap < 0 else f"target met with {size} to spare"


def _next(case: Case, label: str, target: Decimal) -> str:
    """A running count starts again from nothing; any other figure goes on from where it is."""
    said = f"The target of {label} is {case.measure.figure(target)}"
    if case.accumulation is Accumulation.YEAR_TO_DATE and case.year.elapsed > 1:
        each = case.average(Fraction(target) / case.year.elapsed)
        return f"{said}: {each} in each {case.year.part} on average."
    gap = case.measure.polarity.sign * (case.value - target)
    if not case.measure.polarity.judges:
        return f"{said}."
    if gap < 0:
        return f"{said}: from here {case.measure.size(gap)} to make up."
    return f"{said}, which this figure meets already."
