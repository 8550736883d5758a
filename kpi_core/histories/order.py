"""Which of two reports is the newer one."""

from collections.abc import Iterable
from datetime import date
from typing import TypeAlias

from kpi_core.facts import ReportFacts

OrderKey: TypeAlias = tuple[tuple[int, int], date, str]


def order_key(report: ReportFacts) -> OrderKey:
    """By rated period, then date of publication, then id.

    A corrected re-issue is of the same period, so its publication date in the catalogue puts it
    after the first issue. Without a date a report comes before those that have one. Without
    either, the ids decide: "q4" comes before "q4-corrected".
    """
    return report.period.sort_key, report.published_on or date.min, report.report


def in_order(reports: Iterable[ReportFacts]) -> list[ReportFacts]:
    """Oldest first."""
    return sorted(reports, key=order_key)
