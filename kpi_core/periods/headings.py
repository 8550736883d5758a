"""All that a heading says beside its period: a mark for its figures and how they add up."""

from dataclasses import dataclass

from kpi_core.cells import Problem
from kpi_core.cells.coverage import coverage_from
from kpi_core.cells.marks import split_heading_mark
from kpi_core.periods.parse import find_period
from kpi_core.periods.period import Period
from kpi_core.vocabulary import Accumulation, Mark, PeriodKind


@dataclass(frozen=True)
class PeriodHeading:
    """``rest`` is the heading without all that was understood: a role, a code, a statistic."""

    period: Period | Problem | None
    rest: str
    mark: Mark | None = None
    accumulation: Accumulation = Accumulation.UNKNOWN


def find_marked_period(
    text: str, year: int | None = None, ending: PeriodKind | None = None
) -> PeriodHeading | None:
    """As :func:`.parse.find_period`, with the mark and the coverage taken out of the rest.

    ``2018 (Rev)`` is 2018, revised. ``YTD Q3 2019/20 target`` is the third quarter, counted from
    April, and leaves ``target``.
    """
    found = find_period(text, year, ending)
    if found is None:
        return None
    period, rest = found
    rest, mark = split_heading_mark(rest)
    accumulation, _ = coverage_from(text)
    return PeriodHeading(period, coverage_from(rest)[1], mark, accumulation)
