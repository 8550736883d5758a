"""Periods of the English public sector: the values and the reading of their many spellings."""

from kpi_core.periods.parse import find_period, parse_period, period_from_label
from kpi_core.periods.period import UNKNOWN, Period

__all__ = ["UNKNOWN", "Period", "find_period", "parse_period", "period_from_label"]
