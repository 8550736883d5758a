"""Intervals between two days, which are a period where they are whole months."""

import re
from calendar import monthrange
from datetime import date, timedelta

from kpi_core.cells import Problem
from kpi_core.cells.dates import readings, said
from kpi_core.cells.text import quote
from kpi_core.periods.period import Period
from kpi_core.vocabulary import PeriodKind

_DURATION = re.compile(r"P([0-9]+)([YM])", re.IGNORECASE)

ENDINGS = (PeriodKind.MONTH, PeriodKind.QUARTER, PeriodKind.HALF_YEAR, PeriodKind.FINANCIAL_YEAR)
"""Kinds of period that a last day may stand for, if somebody says so."""


def interval(text: str) -> Period | Problem:
    """ISO 8601: ``2014-04-01/P3Y`` (three years from that day), ``2019-04-01/2020-03-31``."""
    first, _, second = re.sub(r"T00:00:00Z?", "", text, flags=re.IGNORECASE).partition("/")
    start = readings(first).get("year first")
    length = _DURATION.fullmatch(second)
    end = _after(start, length) if start and length else readings(second).get("year first")
    if start is None or end is None:
        return Problem(f"{quote(text)} is not a period: one of its days does not exist")
    return whole_months(start, end, text)


def between(first: str, last: str, text: str) -> Period | Problem:
    """From one printed day to another, both written in the same order of day and month."""
    starts, ends = readings(first), readings(last)
    if "spelled" in starts or "spelled" in ends:
        pairs = {(start, end) for start in starts.values() for end in ends.values()}
    else:
        pairs = {(starts[order], ends[order]) for order in starts.keys() & ends.keys()}
    if len(pairs) != 1:
        return Problem(f"{quote(text)} may be read with the day or the month first")
    return whole_months(*pairs.pop(), text)


def whole_months(start: date, end: date, text: str) -> Period | Problem:
    """The period of whole months from the first of one to the last of another."""
    if start.day != 1 or end.day != monthrange(end.year, end.month)[1]:
        return Problem(f"{quote(text)} does not run over whole months")
    return _spanned(Period.month(start.year, start.month), Period.month(end.year, end.month), text)


def period_ending(day: date, kind: PeriodKind) -> Period | Problem:
    """The period of a kind whose last day this is. A report's caller knows the kind, not the day.

    ``kind`` is one of :data:`ENDINGS`.
    """
    start_year = day.year if day.month >= 4 else day.year - 1
    try:
        period = {
            PeriodKind.MONTH: lambda: Period.month(day.year, day.month),
            PeriodKind.QUARTER: lambda: Period.quarter(start_year, (day.month - 4) % 12 // 3 + 1),
            PeriodKind.HALF_YEAR: lambda: Period.half_year(
                start_year, (day.month - 4) % 12 // 6 + 1
            ),
            PeriodKind.FINANCIAL_YEAR: lambda: Period.financial_year(start_year),
        }[kind]()
    except ValueError as error:
        return Problem(f"{said(day)} ends no period: {error}")
    if period.end == day:
        return period
    return Problem(f"{said(day)} is not the last day of a {kind.word.lower()}")


def months_ending(last: Period, months: int) -> Period:
    """So many months up to the end of a period; ValueError if they start too early."""
    if last.end is None or months < 1:
        raise ValueError("a span needs an end and a length")
    index = last.end.year * 12 + last.end.month - months
    return Period.span(
        Period.month(index // 12, index % 12 + 1), Period.month(last.end.year, last.end.month)
    )


def _after(start: date, length: re.Match[str]) -> date | None:
    months = int(length[1]) * (12 if length[2].upper() == "Y" else 1)
    index = start.year * 12 + start.month - 1 + months
    try:
        return date(index // 12, index % 12 + 1, start.day) - timedelta(days=1)
    except ValueError:
        return None


def _spanned(first: Period, last: Period, text: str) -> Period | Problem:
    try:
        return Period.span(first, last)
    except ValueError as error:
        return Problem(f"{quote(text)} is not a period: {error}")
