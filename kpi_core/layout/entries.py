"""The lines of a table of periods: those that give a figure, and those that do not."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from functools import lru_cache

from kpi_core.layout.columns import Column, Layout
from kpi_core.layout.dates import ending_of
from kpi_core.layout.headings import Role
from kpi_core.layout.rows import reads_like_heading
from kpi_core.layout.table import Loose
from kpi_core.periods import Period, find_period, parse_period
from kpi_core.readers import Cell, Line
from kpi_core.vocabulary import PeriodKind

CODE = re.compile(r"[A-Z]{1,6}[ -]?[0-9]{1,4}[a-z]?")
"""A reference such as "CHN 08a" or "KPI-12"."""

NO_PERIOD = "Its line names no period"


@dataclass(frozen=True)
class Entry:
    """A line that gives a figure; ``again`` if it has no name of its own but that above it."""

    line: Line
    name: Cell
    period: Period
    theme: Cell | None
    again: bool


@dataclass
class Sorting:
    """Goes down the lines and tells those with a name and a period from others."""

    layout: Layout
    title: Sequence[Cell]
    ending: PeriodKind | None = None
    entries: list[Entry] = field(default_factory=list)
    loose: list[Loose] = field(default_factory=list)
    headings: list[tuple[Cell, Line]] = field(default_factory=list)
    period_cells: int = 0
    before: Cell | None = None

    def line(self, line: Line) -> None:
        heading = _heading(line)
        if heading is not None:
            self.headings.append((heading, line))
            return
        period, own = (
            period_of(line, self.layout, self.ending),
            _name(line, self.layout, self.title),
        )
        self.before = name = own or (self.before if period else None)
        if name is None or period is None:
            why = "Its line names no indicator" if name is None else NO_PERIOD
            self.loose.append(Loose(line, why, unnamed=line.filled > 1))
            return
        theme = self.headings[-1][0] if self.headings else None
        self.entries.append(Entry(line, name, period, theme, own is None))
        self.period_cells += sum(not cell.empty for cell in period_cells_of(line, self.layout))

    def left(self) -> list[Loose]:
        """Lines of no indicator, headings that nothing stands under among them."""
        themes = [entry.theme for entry in self.entries]
        why = "Its line holds nothing else and reads like no indicator"
        unused = [Loose(line, why) for cell, line in self.headings if cell not in themes]
        return self.loose + unused


def is_code(line: Line) -> bool:
    """Whether all that a line holds is a reference."""
    return all(cell.empty or CODE.fullmatch(cell.text.strip()) for cell in line.cells)


def _heading(line: Line) -> Cell | None:
    """The one text of a line, if it reads like the heading of a section."""
    cell = next(cell for cell in line.cells if not cell.empty)
    return cell if line.filled == 1 and reads_like_heading(cell.text) else None


def _name(line: Line, layout: Layout, title: Sequence[Cell]) -> Cell | None:
    """The name's cell. A name that is merged over several lines counts for all of them."""
    column = layout.one(Role.INDICATOR)
    if column is None:
        return next((cell for cell in title if not CODE.fullmatch(cell.text.strip())), None)
    cell = cell_at(line, column)
    if cell.anchor is not None:
        cell = cell.anchor
    return None if cell.empty else cell


def period_cells_of(line: Line, layout: Layout) -> list[Cell]:
    return [cell_at(line, column) for column in layout.all(Role.PERIOD)]


def ending_in(lines: Iterable[Line], layout: Layout) -> PeriodKind | None:
    """The kind of period that ends on the days of the period column, if it holds days."""
    return ending_of(cell.shown for line in lines for cell in period_cells_of(line, layout))


def period_of(line: Line, layout: Layout, ending: PeriodKind | None = None) -> Period | None:
    """The period that the line's period cells make together: "2019/20" and "Q4"."""
    texts = (cell.shown.strip() for cell in period_cells_of(line, layout))
    return _period_said(tuple(text for text in texts if text), ending)


@lru_cache(maxsize=4096)
def _period_said(said: tuple[str, ...], ending: PeriodKind | None) -> Period | None:
    """Many lines say it in the same words, and reading a period takes long."""
    for text in (" ".join(said), " ".join(reversed(said)), *said):
        parsed = parse_period(text, ending=ending) if text else None
        if isinstance(parsed, Period):
            return parsed
        found = find_period(text, ending=ending) if text else None
        if found is not None and isinstance(found[0], Period):
            return found[0]
    return None


def cell_at(line: Line, column: Column) -> Cell:
    if column.index < len(line.cells):
        return line.cells[column.index]
    return Cell("", f"{line.address}, column {column.index + 1}")
