"""Periods of the English public sector: the values and the reading of their many spellings."""

from kpi_core.periods.headings import PeriodHeading, find_marked_period
from kpi_core.periods.interval import period_ending
from kpi_core.periods.parse import find_period, parse_period, period_from_label, periods_in
from kpi_core.periods.period import UNKNOWN, Period

__all__ = [
    "UNKNOWN",
    "Period",
    "PeriodHeading",
    "find_marked_period",
    "find_period",
    "parse_period",
    "period_ending",
    "period_from_label",
    "periods_in",
]
