"""Cells that stand one column beside their headings, as some exports print them."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from itertools import islice

from kpi_core.layout.columns import Column, Layout
from kpi_core.layout.content import MOST, are_names, is_figure, is_status, share, texts_under
from kpi_core.layout.headings import Role
from kpi_core.readers import Cell, Line

FITS = 0.5
"""Share of the columns whose cells have to suit their headings, or the table is looked at anew."""

LOOKED_AT = 50
"""Lines."""


def realigned(layout: Layout, lines: Sequence[Line]) -> tuple[Layout, int]:
    """The layout with each heading over the cells that it is meant for, and how far it moved.

    It is moved, by one column, only where most cells suit no heading as they stand and nearly all
    do beside it.
    """
    body = list(islice((line for line in lines if line.filled > 1), LOOKED_AT))
    if not body or _fit(layout, body, 0) >= FITS:
        return layout, 0
    ways = (1,) if layout.columns[0].text.strip() else (1, -1)  # no heading is lost to the left
    by = next((by for by in ways if _fit(layout, body, by) >= MOST), 0)
    return (_moved(layout, by), by) if by else (layout, 0)


def _fit(layout: Layout, body: Sequence[Line], by: int) -> float:
    """Share of the columns of a known kind whose cells are of that kind."""
    found = [
        suits(texts)
        for column in layout.columns
        if (suits := _suits(column, len(body))) is not None
        and (texts := texts_under(body, column.index + by))
    ]
    return sum(found) / len(found) if len(found) > 1 else float(by == 0)


def _suits(column: Column, rows: int) -> Callable[[Sequence[str]], bool] | None:
    if column.role is Role.INDICATOR:
        return lambda texts: are_names(texts, rows)
    says = {Role.VALUE: is_figure, Role.TARGET: is_figure, Role.STATUS: is_status}.get(column.role)
    return (lambda texts: share(texts, says) >= MOST) if says is not None else None


def _moved(layout: Layout, by: int) -> Layout:
    """The columns moved; one without a heading takes the place that is left free."""
    columns = [replace(c, index=c.index + by) for c in layout.columns if c.index + by >= 0]
    if by > 0:
        free = Cell("", f"left of {layout.columns[0].heading.address}")
        columns.insert(0, Column(0, Role.UNKNOWN, free))
        if not columns[-1].text:
            columns.pop()  # a heading was left out before it, not the cells behind it
    return Layout(tuple(columns))
