"""The year that a period stands in, counted in periods of its kind (Y1)."""

from dataclasses import dataclass

from kpi_core.periods import Period
from kpi_core.rules.statistics.recent_trend import YEARS
from kpi_core.vocabulary import PeriodKind

PARTS = (PeriodKind.QUARTER, PeriodKind.MONTH, PeriodKind.HALF_YEAR)
"""Kinds of period that a financial year falls into."""


@dataclass(frozen=True)
class Year:
    """``label`` names it and ``end`` is its last period; ``elapsed`` counts the rated one."""

    label: str
    end: Period
    elapsed: int
    left: int

    @property
    def ended(self) -> bool:
        return self.left == 0

    @property
    def part(self) -> str:
        """What the year is counted in: quarter, month, half year."""
        return self.end.kind.word.lower()

    @property
    def rest(self) -> str:
        """The periods left: ``the last quarter``, ``the 2 quarters left``."""
        return f"the last {self.part}" if self.left == 1 else f"the {self.left} {self.part}s left"


def year_of(period: Period) -> Year | None:
    """The financial year of a quarter, month or half year; a year of any calendar is its own.

    None for a span or an unknown period: nobody can say what is left of its year.
    """
    if period.kind in YEARS:
        return Year(period.label, period, 1, 0)
    label = period.financial_year_label
    if period.kind not in PARTS or label is None:
        return None
    end, left = period, 0
    while (after := end.following()) is not None and after.financial_year_label == label:
        end, left = after, left + 1
    first, elapsed = period, 1
    while (before := first.previous()) is not None and before.financial_year_label == label:
        first, elapsed = before, elapsed + 1
    return Year(label, end, elapsed, left)


def next_label(year: Year) -> str | None:
    """Label of the year after: ``2020/21``, or of the next year of the same calendar."""
    after = year.end.following()
    if after is None:
        return None
    return after.label if after.kind in YEARS else after.financial_year_label
