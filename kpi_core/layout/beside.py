"""Periods that a heading does not state and the headings beside it do."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace

from kpi_core.layout.columns import OF_A_PERIOD, Column
from kpi_core.layout.headings import PARTS, Role
from kpi_core.periods import Period
from kpi_core.vocabulary import PeriodKind

_WITHIN_A_YEAR = (PeriodKind.QUARTER, PeriodKind.HALF_YEAR, PeriodKind.MONTH)


def stated_year(columns: Sequence[Column]) -> tuple[int, str] | None:
    """The financial year of headings such as "Q2" and a heading that states it.

    It is the year of the quarters or months that other headings name in full, else that of the
    targets: "2018/19 outturn" beside "Q1" is most likely of the year before. Two years are none.
    """
    if not any(column.problem for column in columns):
        return None
    quarters = [c for c in columns if c.period is not None and c.period.kind in _WITHIN_A_YEAR]
    targets = [c for c in columns if c.period is not None and c.role is Role.TARGET]
    for group in (quarters, targets):
        years = {c.period.financial_year_label for c in group if c.period is not None} - {None}
        if len(years) == 1:
            return int(f"{years.pop()}"[:4]), group[0].title
        if years:
            return None
    return None


def dated_by_neighbours(columns: Sequence[Column]) -> list[Column]:
    """Targets, statuses, remarks and parts beside each of several periods get that period.

    "Q1 | RAG | Q2 | RAG" has a status for each quarter. Where only one column has such a heading,
    it is the row's own.
    """
    repeated = Counter(c.role for c in columns if _undated(c))
    dated = list(columns)
    for role in (role for role, times in repeated.items() if times > 1):
        places = [at for at, column in enumerate(columns) if column.role is role]
        if all(_undated(columns[at]) for at in places):
            for at, value in zip(places, _values_beside(columns, places), strict=False):
                dated[at] = replace(
                    columns[at], period=value.period, beside=f"as {value.title!r} beside it"
                )
    return dated


def _undated(column: Column) -> bool:
    dateable = column.role in (Role.TARGET, *OF_A_PERIOD, *PARTS)
    return dateable and column.period is None and column.problem is None


def _values_beside(columns: Sequence[Column], places: Sequence[int]) -> list[Column]:
    """The column of figures before each place, else the one after each, if all differ."""
    for step in (-1, 1):
        found = [_nearest(columns, at, step) for at in places]
        values = [column for column in found if column is not None]
        if len(values) == len(places) == len({column.period for column in values}):
            return values
    return []


def _nearest(columns: Sequence[Column], at: int, step: int) -> Column | None:
    while 0 <= (at := at + step) < len(columns):
        column = columns[at]
        if column.role is Role.VALUE and isinstance(column.period, Period):
            return column
    return None
