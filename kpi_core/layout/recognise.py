"""Find the header lines of a grid and cut it into sections, each with its layout."""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from kpi_core.cells import Problem
from kpi_core.errors import ReportError
from kpi_core.layout.headings import Role, heading_key, role_of
from kpi_core.periods import Period, find_period
from kpi_core.readers import Cell, Grid, Line


@dataclass(frozen=True)
class Column:
    """One column: its role, its heading cell and the period that the heading names, if any."""

    index: int
    role: Role
    heading: Cell
    period: Period | None = None
    problem: str | None = None
    """Why the heading's period was not understood, or cannot be used."""

    @property
    def unusable(self) -> bool:
        """A column of figures for a period that is not known: no figure of it can be used."""
        return self.problem is not None and self.role in FIGURES


FIGURES = (Role.VALUE, Role.TARGET, Role.UNKNOWN)


@dataclass(frozen=True)
class Layout:
    """The columns of one header line."""

    columns: tuple[Column, ...]

    def one(self, role: Role) -> Column | None:
        """The first column of a role."""
        return next((column for column in self.columns if column.role is role), None)

    def values(self) -> list[Column]:
        """The value columns in the order of their periods."""
        found = [c for c in self.columns if c.role is Role.VALUE and c.period is not None]
        return sorted(found, key=lambda c: c.period.sort_key if c.period else ())

    def target_for(self, period: Period | None) -> Column | None:
        """The target column for a period: its own, else its year's, else one without a year."""
        targets = [c for c in self.columns if c.role is Role.TARGET and not c.unusable]
        own = [c for c in targets if c.period is not None and c.period == period]
        year = period.financial_year_label if period is not None else None
        of_year = [c for c in targets if c.period is not None and c.period.label == year]
        undated = [c for c in targets if c.period is None]
        return next(iter(own + of_year + undated), None)

    def rated_period(self) -> Period | None:
        """The latest period that has a column."""
        values = self.values()
        return values[-1].period if values else None


@dataclass(frozen=True)
class Section:
    """The lines under one header line. ``header`` may be repeated; repeats are not data."""

    layout: Layout | None
    lines: tuple[Line, ...]
    header_cells: int
    """Cells that are not empty in this section's header lines."""


def sections(grid: Grid, year: int | None = None) -> list[Section]:
    """Cut a grid at its header lines; lines before the first header have no layout.

    Args:
        grid: the file as read.
        year: first year of the financial year for headings that say only "Q4".

    Raises:
        ReportError: when no line has an indicator column and a period column.
    """
    found: list[tuple[Layout | None, list[Line], int]] = [(None, [], 0)]
    seen: tuple[str, ...] | None = None
    for line in grid.lines:
        key = tuple(heading_key(cell.text) for cell in line.cells)
        if seen is not None and key == seen:
            layout, lines, headers = found[-1]
            found[-1] = (layout, lines, headers + _filled(line))
            continue
        layout = _layout(line, year)
        if layout is None:
            found[-1][1].append(line)
        else:
            seen = key
            found.append((layout, [], _filled(line)))
    if len(found) == 1:
        raise ReportError(_nothing_found(grid))
    return [Section(layout, tuple(lines), headers) for layout, lines, headers in found]


def _filled(line: Line) -> int:
    return sum(not cell.empty for cell in line.cells)


def _layout(line: Line, year: int | None) -> Layout | None:
    """The layout, if this is a header line: an indicator column and a period column at least."""
    if sum(not cell.empty for cell in line.cells) < 2:
        return None
    columns = tuple(_columns(line, year))
    roles = {column.role for column in columns}
    has_period = any(c.role is Role.VALUE and (c.period or c.problem) for c in columns)
    return Layout(columns) if Role.INDICATOR in roles and has_period else None


def _columns(line: Line, year: int | None) -> Iterator[Column]:
    """A second column of a role or of a period is kept as cells that nobody claims."""
    taken: dict[Role | Period, str] = {}
    for index, cell in enumerate(line.cells):
        column = _column(index, cell, year)
        what = column.period if column.role is Role.VALUE else column.role
        if what is not None and what not in (Role.TARGET, Role.UNKNOWN):
            first = taken.setdefault(what, cell.address)
            if first != cell.address:
                column = replace(column, role=Role.UNKNOWN)
                if isinstance(what, Period):
                    problem = f"{what.label} already has a column, at {first}"
                    column = replace(column, period=None, problem=problem)
        yield column


def _column(index: int, cell: Cell, year: int | None) -> Column:
    found = find_period(cell.text, year)
    if found is None:
        role = role_of(cell.text)
        if role is Role.VALUE:  # a value column without a period says nothing of when
            role = Role.UNKNOWN
        return Column(index, role, cell)
    period, rest = found
    role = role_of(rest)
    if isinstance(period, Problem):
        return Column(index, role, cell, problem=period.reason)
    return Column(index, role, cell, period)


def _nothing_found(grid: Grid) -> str:
    """Say which half of a header line is missing, and quote the likeliest line."""
    widest = max(grid.lines, key=_filled)
    best: tuple[Line, list[Column]] = (widest, list(_columns(widest, None)))
    has_indicator = any(column.role is Role.INDICATOR for column in best[1])
    has_period = any(column.role is Role.VALUE for column in best[1])
    if has_indicator and not has_period:
        lack = "no column heading names a period such as '2019/20 Q4'"
    elif has_period and not has_indicator:
        lack = "no column heading names the indicator, such as 'Indicator' or 'Measure'"
    else:
        lack = "no line has headings for an indicator and for a period such as '2019/20 Q4'"
    quoted = " | ".join(cell.text.strip()[:30] for cell in best[0].cells[:6] if not cell.empty)
    return (
        f"{grid.name}: no scorecard table was found, because {lack}. The fullest line, "
        f"{best[0].address}, begins: {quoted!r}. Add a header line, or rename its columns."
    )
