"""From the grids of a document to recognised tables: header lines, shape, rows."""

import itertools
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace

from kpi_core.errors import ReportError
from kpi_core.layout.best_header import headers_at
from kpi_core.layout.blocks import unfolded
from kpi_core.layout.content import SHORTEST_NAME
from kpi_core.layout.dating import dated
from kpi_core.layout.down import turn
from kpi_core.layout.entries import is_code
from kpi_core.layout.header import Header, is_data, shape_of
from kpi_core.layout.headings import Role, heading_key
from kpi_core.layout.kinds import joined
from kpi_core.layout.refusal import nothing_found
from kpi_core.layout.rows import reads_like_heading, sort_rows
from kpi_core.layout.table import Known, Loose, Recognised, Table
from kpi_core.layout.titled import with_name
from kpi_core.periods import find_period
from kpi_core.readers import Document, Grid, Line
from kpi_core.vocabulary import TableShape

BEFORE = "It stands before the table"


@dataclass
class _Area:
    """The lines under one header; those before the first header of a grid have none.

    ``title`` is the line that names the one indicator of a table without a column for it.
    """

    grid: Grid
    headers: list[Header] = field(default_factory=list)
    header_lines: list[Line] = field(default_factory=list)
    lines: list[Line] = field(default_factory=list)
    title: Line | None = None
    continues: bool = False
    sections: bool = False
    """Whether its header comes again under the heading of a section."""


def recognise(document: Document, known: Known) -> Recognised:
    """Find the tables of a document and sort their lines.

    Args:
        document: the file as read.
        known: the report's period and what the catalogue says of its headings.

    Raises:
        ReportError: when no line of the document heads a scorecard.
    """
    areas = [area for grid in document.grids for area in _areas(unfolded(grid), known)]
    _carry_on(areas)
    headed = [area for area in areas if area.headers]
    if not headed:
        raise ReportError(nothing_found(document))
    _take_themes(areas, known)
    loose = [
        Loose(line, BEFORE)
        for area in areas
        if not area.headers
        for line in area.lines
        if not line.empty
    ]
    tables = [_table(area, header, known) for area in headed for header in area.headers]
    filled = [table for table in tables if table.rows]
    if filled:  # a line of headings without rows is as good as any other text
        loose += [line for table in tables if not table.rows for line in table.loose]
    return Recognised(tuple(filled or tables), tuple(loose))


def _areas(grid: Grid, known: Known) -> Iterator[_Area]:
    """Cut a grid at its header lines. A header that is repeated is no new one."""
    area = _Area(grid)
    seen: list[tuple[str, ...]] = []
    at = 0
    lines = grid.lines if grid.title not in known.skip else ()
    while at < len(lines):
        again = not lines[at].empty and _keys(lines[at]) in seen
        repeated = again and not any(map(_lacks_name, area.headers))
        headers = [] if repeated else headers_at(lines, at, known)
        if not headers:
            area.sections |= repeated and _heading_at_the_end(area.lines, known) is not None
            (area.header_lines if repeated else area.lines).append(lines[at])
            at += 1
            continue
        after = at + headers[0].depth
        heads = list(lines[at:after])
        seen, at = [_keys(line) for line in heads], after
        title = _take_title(area.lines) if _lacks_name(headers[0]) else None
        yield area
        area = _Area(grid, headers, heads, title=title)
    yield area if lines else _Area(grid, lines=list(grid.lines))


def _lacks_name(header: Header) -> bool:
    return header.layout.one(Role.INDICATOR) is None


def _take_title(lines: list[Line]) -> Line | None:
    """The nearest line above that has a text long enough for a name, taken out of the lines.

    A reference that stands alone in the line before is part of it.
    """
    for at in range(len(lines) - 1, -1, -1):
        named = any(len(cell.text.strip()) >= SHORTEST_NAME for cell in lines[at].cells)
        if named and not is_data(lines[at]):  # a row of the table above
            title = lines.pop(at)
            above = lines[at - 1] if at else None
            if above is None or above.filled != 1 or not is_code(above):
                return title
            return Line(title.address, (*lines.pop(at - 1).cells, *title.cells))
    return None


def _take_themes(areas: Sequence[_Area], known: Known) -> None:
    """Headings right above several tables belong to these, and not to the tables before.

    So do those above a header that comes again. A heading above one table alone is as likely the
    title of all.
    """
    found = [
        (before, area, heading)
        for before, area in itertools.pairwise(areas)
        if area.headers and not area.title and before.grid is area.grid
        if (heading := _heading_at_the_end(before.lines, known)) is not None
    ]
    several = len(found) > 1 or any(area.sections for _, area, _ in found)
    for before, area, heading in found if several else ():
        before.lines.remove(heading)
        area.lines.insert(0, heading)


def _heading_at_the_end(lines: Sequence[Line], known: Known) -> Line | None:
    last = next((line for line in reversed(lines) if not line.empty), None)
    if last is None or last.filled != 1:
        return None
    text = next(cell.text for cell in last.cells if not cell.empty)
    title = find_period(text) is not None or known.is_indicator(text)
    return last if reads_like_heading(text) and not title else None


def _keys(line: Line) -> tuple[str, ...]:
    return tuple(heading_key(cell.text) for cell in line.cells)


def _carry_on(areas: Sequence[_Area]) -> None:
    """A grid without a header that is as wide as the table before it goes on with that table."""
    for before, area in itertools.pairwise(areas):
        if area.headers or not before.headers or area.grid is before.grid:
            continue
        width = len(before.headers[-1].layout.columns)
        rows = [line for line in area.lines if line.filled > 1]
        if rows and all(len(line.cells) == width for line in rows):
            area.headers, area.continues = list(before.headers), True
            area.title = before.title


def _table(area: _Area, header: Header, known: Known) -> Table:
    lines = [header.own(line) for line in area.lines]
    counted = sum(header.own(line).filled for line in area.header_lines)
    shape = shape_of(header.layout)
    assert shape is not None, "only headers with a shape are kept"
    table = joined(header.layout, lines)
    layout, lines, counted = table.layout, list(table.lines), counted + table.headings
    if shape is TableShape.PERIODS_DOWN:
        turned = turn(lines, layout, area.title.cells if area.title is not None else ())
        layout, rows, loose = turned.layout, turned.rows, turned.loose
        counted += turned.period_cells
    else:
        layout = dated(layout, known.period, across=shape is TableShape.PERIODS_ACROSS)
        if area.title is not None:
            layout, lines = with_name(layout, lines, area.title)
        rows, loose = sort_rows(lines, layout, known)
    if not rows:
        heads = (header.own(line) for line in area.header_lines)
        loose = (*(Loose(line, "It heads a table without rows") for line in heads), *loose)
        loose, counted = tuple(replace(each, unnamed=False) for each in loose), 0
    return Table(_where(area), shape, layout, rows, loose, counted, header.moved)


def _where(area: _Area) -> str:
    lines = [line for line in (*area.header_lines, *area.lines) if not line.empty]
    first, last = lines[0].address, lines[-1].address
    shared = first.rpartition(", ")[0]  # the sheet or the page is said once
    said = f"{first} to {last.removeprefix(f'{shared}, ')}" if last != first else first
    return f"{said}, which go on with the table before" if area.continues else said
