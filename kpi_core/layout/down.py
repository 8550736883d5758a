"""Tables with periods down the page, turned so that each indicator is one row.

The row's own cells (target, status, commentary) are those of its latest period. Cells of the
other periods that are no figures are kept with the row under "heading, period".
"""

from collections.abc import Hashable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace

from kpi_core.catalogue import name_key
from kpi_core.layout.apart import telling_apart, text_of
from kpi_core.layout.columns import Column, Layout
from kpi_core.layout.dates import FOLLOWING
from kpi_core.layout.entries import CODE, Entry, Sorting, cell_at, ending_in, period_cells_of
from kpi_core.layout.headings import PARTS, Role
from kpi_core.layout.table import Kept, Loose, Row
from kpi_core.periods import Period
from kpi_core.readers import Cell, Line
from kpi_core.vocabulary import ColumnBasis

SAME = frozenset({Role.INDICATOR, Role.REFERENCE, Role.PLAN, Role.THEME, Role.OWNER, Role.UNIT})
"""What the lines of one indicator repeat: it is kept once, unless it differs."""

TURNED = frozenset({Role.INDICATOR, Role.VALUE, Role.TARGET, Role.PERIOD, *PARTS})
"""What becomes columns of its own, or their headings."""


@dataclass
class _Group:
    """The lines of one indicator by period."""

    name: Cell
    theme: Cell | None
    dated: dict[Period, Line] = field(default_factory=dict)
    spare: list[tuple[Period, Line]] = field(default_factory=list)

    def latest(self) -> Period:
        return max(self.dated, key=lambda period: period.sort_key)


@dataclass(frozen=True)
class Turned:
    """The rows of a table after turning it; ``period_cells`` counts cells that head a period.

    ``layout`` is the table's, with the column that tells its indicators apart as their theme.
    """

    layout: Layout
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
    ending = ending_in(lines, layout)
    if ending is not None:
        layout = Layout(tuple(_of_days(column) for column in layout.columns))
    sorting = Sorting(layout, title, ending)
    for line in lines:
        if not line.empty:
            sorting.line(line)
    entries = sorting.entries
    named = {entry.line.address: entry for entry in entries}
    apart = telling_apart(
        [entry.line for entry in entries],
        layout,
        named=lambda line: name_key(named[line.address].name.text),
        dated=lambda line: named[line.address].period,
    )
    layout = _with_theme(layout, apart)
    groups = _groups(entries, apart)
    rows = tuple(_row(group, layout, title) for group in groups)
    return Turned(layout, rows, tuple(sorting.left()), sorting.period_cells)


def _of_days(column: Column) -> Column:
    return replace(column, beside=FOLLOWING) if column.role is Role.PERIOD else column


def _with_theme(layout: Layout, apart: Sequence[Column]) -> Layout:
    """A column that nobody knew and that tells indicators apart is their theme."""
    found = next((column for column in apart if column.role is Role.UNKNOWN), None)
    if found is None or layout.one(Role.THEME) is not None:
        return layout
    theme = replace(found, role=Role.THEME, basis=ColumnBasis.CONTENT)
    return Layout(tuple(theme if column is found else column for column in layout.columns))


def _groups(entries: Sequence[Entry], apart: Sequence[Column]) -> list[_Group]:
    groups: dict[Hashable, _Group] = {}
    key: Hashable = None
    for entry in entries:
        if not entry.again:
            key = (name_key(entry.name.text), text_of(entry.line, apart))
        group = groups.setdefault(key, _Group(entry.name, entry.theme))
        if entry.period in group.dated:
            group.spare.append((entry.period, entry.line))
        else:
            group.dated[entry.period] = entry.line
    return list(groups.values())


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
    _add(cells, columns, [(column, cell_at(own, column)) for column in rest])
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
    """One column per period of value, target and parts, each headed by its period cell."""
    undated = layout.undated()
    assert undated is not None, "a table with periods down has a value column"
    dated = sorted(group.dated.items(), key=lambda item: item[0].sort_key)
    return [
        (
            replace(column, period=period, heading=period_cells_of(line, layout)[0]),
            cell_at(line, column),
        )
        for column in (undated, *(c for role in (Role.TARGET, *PARTS) for c in layout.all(role)))
        for period, line in dated
        if column is undated or not cell_at(line, column).empty
    ]


def _kept(group: _Group, layout: Layout, own: Line) -> list[Kept]:
    """What the other lines hold besides figures, and second lines of a period, whole."""
    kept = []
    for period, line in group.dated.items():
        for column in layout.columns:
            cell = cell_at(line, column)
            if not cell.empty and not _had(column, cell, group, own, line is own):
                kept.append(Kept(f"{column.title}, {period.label}", cell))
    for _, line in group.spare:
        cells = ((c, cell_at(line, c)) for c in layout.columns if c.role is not Role.PERIOD)
        kept += [Kept(f"{c.title}, again", cell) for c, cell in cells if not cell.empty]
    return kept + [
        Kept(f"column {at + 1}", cell)
        for line in (*group.dated.values(), *(line for _, line in group.spare))
        for at, cell in enumerate(line.cells)
        if at >= len(layout.columns) and not cell.empty
    ]


def _repeats(group: _Group, layout: Layout) -> Iterator[Kept]:
    undated = layout.undated()
    for period, line in group.spare:
        if undated is not None and not cell_at(line, undated).empty:
            yield Kept(period.label, cell_at(line, undated))


def _had(column: Column, cell: Cell, group: _Group, own: Line, is_own: bool) -> bool:
    """Whether the row has this cell, or the same text, already."""
    if column.role is Role.INDICATOR:
        return cell.text == group.name.text
    same = column.role in SAME and cell.text == cell_at(own, column).text
    return is_own or same or column.role in TURNED
