"""Tables with periods down the page, turned so that each indicator is one row.

The row's own cells (target, status, commentary) are those of its latest period. Cells of the
other periods that are no figures are kept with the row under "heading, period".
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace

from kpi_core.catalogue import name_key
from kpi_core.layout.columns import Column, Layout
from kpi_core.layout.headings import Role
from kpi_core.layout.rows import reads_like_heading
from kpi_core.layout.table import Kept, Loose, Row
from kpi_core.periods import Period, find_period, parse_period
from kpi_core.readers import Cell, Line
from kpi_core.vocabulary import ColumnBasis

CODE = re.compile(r"[A-Z]{1,6}[ -]?[0-9]{1,4}[a-z]?")
"""A reference such as "CHN 08a" or "KPI-12"."""

SAME = frozenset({Role.INDICATOR, Role.REFERENCE, Role.PLAN, Role.THEME, Role.OWNER, Role.UNIT})
"""What the lines of one indicator repeat: it is kept once, unless it differs."""

TURNED = frozenset({Role.INDICATOR, Role.VALUE, Role.TARGET, Role.PERIOD})
"""What becomes columns of its own, or their headings."""


@dataclass
class _Group:
    """The lines of one indicator by period."""

    name: Cell
    theme: Cell | None
    dated: dict[Period, Line] = field(default_factory=dict)
    spare: list[Line] = field(default_factory=list)

    def latest(self) -> Period:
        return max(self.dated, key=lambda period: period.sort_key)


@dataclass(frozen=True)
class Turned:
    """The rows of a table after turning it; ``period_cells`` counts cells that head a period."""

    rows: tuple[Row, ...]
    loose: tuple[Loose, ...]
    period_cells: int


def turn(lines: Sequence[Line], layout: Layout, title: Sequence[Cell] = ()) -> Turned:
    """One row per indicator from one line per indicator and period.

    Args:
        lines: those under the header.
        layout: columns with a period, a value and, unless ``title`` names it, an indicator.
        title: the cells of the line above a table that is of one indicator alone.
    """
    turning = _Turning(layout, title)
    for line in lines:
        if not line.empty:
            turning.line(line)
    rows = tuple(_row(group, layout, title) for group in turning.groups.values())
    return Turned(rows, tuple(turning.left()), turning.period_cells)


@dataclass
class _Turning:
    """Goes down the lines and gathers those of one indicator."""

    layout: Layout
    title: Sequence[Cell]
    groups: dict[str, _Group] = field(default_factory=dict)
    loose: list[Loose] = field(default_factory=list)
    headings: list[tuple[Cell, Line]] = field(default_factory=list)
    period_cells: int = 0
    before: Cell | None = None

    def line(self, line: Line) -> None:
        heading = _heading(line)
        if heading is not None:
            self.headings.append((heading, line))
            return
        period = period_of(line, self.layout)
        name = _name(line, self.layout, self.title) or (self.before if period else None)
        self.before = name
        if name is None or period is None:
            why = "Its line names no indicator" if name is None else "Its line names no period"
            self.loose.append(Loose(line, why, unnamed=line.filled > 1))
            return
        theme = self.headings[-1][0] if self.headings else None
        group = self.groups.setdefault(_key(line, self.layout, name), _Group(name, theme))
        self.period_cells += sum(not cell.empty for cell in _period_cells(line, self.layout))
        if period in group.dated:
            group.spare.append(line)
        else:
            group.dated[period] = line

    def left(self) -> list[Loose]:
        """Lines of no indicator, headings that nothing stands under among them."""
        themes = [group.theme for group in self.groups.values()]
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
    cell = _at(line, column)
    if cell.anchor is not None:
        cell = cell.anchor
    return None if cell.empty else cell


def _key(line: Line, layout: Layout, name: Cell) -> str:
    """One name under two references is two indicators."""
    column = layout.one(Role.REFERENCE)
    reference = _at(line, column).shown if column is not None else ""
    return f"{name_key(reference)}|{name_key(name.text)}"


def _period_cells(line: Line, layout: Layout) -> list[Cell]:
    return [_at(line, column) for column in layout.all(Role.PERIOD)]


def period_of(line: Line, layout: Layout) -> Period | None:
    """The period that the line's period cells make together: "2019/20" and "Q4"."""
    texts = [cell.shown.strip() for cell in _period_cells(line, layout)]
    said = [text for text in texts if text]
    for text in (" ".join(said), " ".join(reversed(said)), *said):
        parsed = parse_period(text) if text else None
        if isinstance(parsed, Period):
            return parsed
        found = find_period(text) if text else None
        if found is not None and isinstance(found[0], Period):
            return found[0]
    return None


def _row(group: _Group, layout: Layout, title: Sequence[Cell]) -> Row:
    latest = group.latest()
    own = group.dated[latest]
    cells: list[Cell] = [group.name]
    name = layout.one(Role.INDICATOR)
    heading = name.heading if name is not None else group.name
    columns = [Column(0, Role.INDICATOR, heading, text=name.text if name is not None else "")]
    _add(cells, columns, _titled(title, group.name))
    _add(cells, columns, _figures(group, layout))
    rest = [column for column in layout.columns if column.role not in TURNED]
    _add(cells, columns, [(column, _at(own, column)) for column in rest])
    line = Line(own.address, tuple(cells))
    kept, repeats = tuple(_kept(group, layout, own)), tuple(_repeats(group, layout))
    return Row(line, Layout(tuple(columns)), group.theme, kept=kept, repeats=repeats)


def _add(cells: list[Cell], columns: list[Column], pairs: Iterable[tuple[Column, Cell]]) -> None:
    for column, cell in pairs:
        columns.append(replace(column, index=len(cells)))
        cells.append(cell)


def _titled(title: Sequence[Cell], name: Cell) -> list[tuple[Column, Cell]]:
    """A reference that stands beside the name in the title; anything else there is kept too."""
    others = [cell for cell in title if cell is not name and not cell.empty]
    pairs: list[tuple[Column, Cell]] = []
    for cell in others:
        code = CODE.fullmatch(cell.text.strip()) is not None
        role = Role.REFERENCE if code and not pairs else Role.UNKNOWN
        pairs.append((Column(0, role, cell, basis=ColumnBasis.CONTENT), cell))
    return pairs


def _figures(group: _Group, layout: Layout) -> list[tuple[Column, Cell]]:
    """One value and one target column per period, each headed by its period cell."""
    undated = layout.undated()
    assert undated is not None, "a table with periods down has a value column"
    dated = sorted(group.dated.items(), key=lambda item: item[0].sort_key)
    return [
        (replace(column, period=period, heading=_period_cells(line, layout)[0]), _at(line, column))
        for column in (undated, *layout.all(Role.TARGET))
        for period, line in dated
        if column is undated or not _at(line, column).empty
    ]


def _kept(group: _Group, layout: Layout, own: Line) -> list[Kept]:
    """What the other lines hold besides figures, and second lines of a period, whole."""
    kept = []
    for period, line in group.dated.items():
        for column in layout.columns:
            cell = _at(line, column)
            if not cell.empty and not _had(column, cell, group, own, line is own):
                kept.append(Kept(f"{column.title}, {period.label}", cell))
    for line in group.spare:
        cells = ((c, _at(line, c)) for c in layout.columns if c.role is not Role.PERIOD)
        kept += [Kept(f"{c.title}, again", cell) for c, cell in cells if not cell.empty]
    return kept + [
        Kept(f"column {at + 1}", cell)
        for line in (*group.dated.values(), *group.spare)
        for at, cell in enumerate(line.cells)
        if at >= len(layout.columns) and not cell.empty
    ]


def _repeats(group: _Group, layout: Layout) -> Iterator[Kept]:
    undated = layout.undated()
    for line in group.spare:
        period = period_of(line, layout)
        if undated is not None and period is not None and not _at(line, undated).empty:
            yield Kept(period.label, _at(line, undated))


def _had(column: Column, cell: Cell, group: _Group, own: Line, is_own: bool) -> bool:
    """Whether the row has this cell, or the same text, already."""
    if column.role is Role.INDICATOR:
        return cell.text == group.name.text
    same = column.role in SAME and cell.text == _at(own, column).text
    return is_own or same or column.role in TURNED


def _at(line: Line, column: Column) -> Cell:
    if column.index < len(line.cells):
        return line.cells[column.index]
    return Cell("", f"{line.address}, column {column.index + 1}")
