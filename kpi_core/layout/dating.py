"""Periods that no heading states: of the report as a whole, and of "actual" and "previous"."""

from collections.abc import Iterable
from dataclasses import replace

from kpi_core.layout.columns import Column, Layout
from kpi_core.layout.headings import Role, heading_key
from kpi_core.periods import UNKNOWN, Period, periods_in
from kpi_core.vocabulary import Accumulation, PeriodKind

_YEAR_BEFORE = frozenset(
    map(
        heading_key,
        (
            "last year",
            "previous year",
            "prior year",
            "same quarter last year",
            "same period last year",
        ),
    )
)
_QUARTER_BEFORE = frozenset(map(heading_key, ("previous quarter", "last quarter")))


def dated(layout: Layout, period: Period | None, *, across: bool = False) -> Layout:
    """The layout with the report's period for its undated figures; unknown if nobody states it.

    "Previous quarter" and "same quarter last year" follow from it; "previous" alone does not say
    which period it is of.

    Args:
        layout: with one column of figures, or with ``across``, others that state their periods.
        period: that of the report.
        across: whether other columns state periods. If the targets state a single one, undated
            figures are of that. Those that add up over the year are left without a period then.
    """
    stated = _of_targets(layout) if across and period is None else None
    current = period or (stated.period if stated is not None else None) or UNKNOWN
    taken = {c.period for c in layout.values() if c.period is not None}
    columns = []
    for column in sorted(layout.columns, key=lambda c: c.role is Role.PREVIOUS):
        adds_up = across and period is None and column.accumulation is not Accumulation.UNKNOWN
        own = column if adds_up else _dated(column, current)
        if stated is not None and own is not column:
            own = replace(own, beside=f"as {stated.title!r} says")
        twice = own.period in taken and own is not column
        columns.append(column if twice else own)
        if own is not column and own.period is not None:
            taken.add(own.period)
    return Layout(tuple(sorted(columns, key=lambda c: c.index)))


def _of_targets(layout: Layout) -> Column | None:
    """A target column with the only period that the targets state."""
    targets = layout.all(Role.TARGET)
    one = len({column.period for column in targets}) == 1 and targets[0].period is not None
    return targets[0] if one else None


def _dated(column: Column, current: Period) -> Column:
    if column.role is Role.VALUE and column.period is None and column.problem is None:
        return replace(column, period=current)
    before = _before(column.text, current) if column.role is Role.PREVIOUS else None
    return replace(column, role=Role.VALUE, period=before) if before is not None else column


def _before(heading: str, current: Period) -> Period | None:
    key = heading_key(heading)
    if key in _YEAR_BEFORE:
        return current.year_before()
    if key in _QUARTER_BEFORE and current.kind is PeriodKind.QUARTER:
        return current.previous()
    # what comes before an unknown period cannot be told from it
    return UNKNOWN if current is not UNKNOWN else None


def stated_period(texts: Iterable[str]) -> tuple[Period, str] | None:
    """The period that a title or a file name states, with that text; the first one counts.

    A text that names several periods states none.
    """
    for text in texts:
        found = periods_in(text)
        if len(found) == 1:
            return found[0], text
    return None
