"""Header lines: which lines of a grid head a table, over one to three lines."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from kpi_core.layout.columns import Column, Layout
from kpi_core.layout.from_headings import Corrections, Heading, columns_of
from kpi_core.layout.headings import Role, has_heading_word, heading_key
from kpi_core.periods import find_period
from kpi_core.readers import Cell, Line
from kpi_core.vocabulary import ColumnBasis, TableShape

DEEPEST = 3
"""Lines of one header."""

LONGEST_HEADING = 300
"""Characters of one cell of a header."""

MOST_KEPT = 8192
"""Texts of which it is remembered whether they may stand in a header."""

_FIGURE = re.compile(
    r"[-+(£<>≤≥±]{0,2} ?[0-9][0-9,]*(?:[.:][0-9]+)? ?(?:%|\)|k|m|bn)?\)?", re.IGNORECASE
)
_YEAR = re.compile(r"(?:19|20)[0-9]{2}(?:[0-9]{2})?")


@dataclass(frozen=True)
class Header:
    """The header of one table: its first line, how many lines it takes, and its columns.

    ``first`` and ``last`` are the places of the columns in the grid's lines, since tables that
    stand side by side share their lines; ``last`` is None for the rest of the line.
    """

    line: int
    depth: int
    layout: Layout
    first: int = 0
    last: int | None = None
    moved: int = 0
    """Columns by which the cells under the header stand to the right of their headings."""

    def own(self, line: Line) -> Line:
        """The part of a line that belongs to this table."""
        if (self.first, self.last) == (0, None):
            return line
        return Line(line.address, line.cells[self.first : self.last])

    @property
    def score(self) -> tuple[float, int]:
        """How much of the header is understood, and how much of that by plain headings.

        A column whose period is not usable, or stands elsewhere, counts half.
        """
        columns = self.layout.columns
        figures = [c for c in columns if c.role in (Role.VALUE, Role.TARGET)]
        half = sum(c.unusable for c in figures) - sum(bool(c.beside) for c in figures)
        plain = sum(c.known and c.basis is not ColumnBasis.SIMILAR for c in columns)
        return sum(c.known for c in columns) + half / 2, plain


def shape_of(layout: Layout) -> TableShape | None:
    """How a table with these columns is laid out over time; None if it is no scorecard.

    A table with periods down may lack the indicator's column: its title then names the one.
    """
    roles = {column.role for column in layout.columns}
    dated = any(c.role is Role.VALUE and (c.period or c.problem) for c in layout.columns)
    if dated:
        return TableShape.PERIODS_ACROSS
    if layout.undated() is not None and Role.PERIOD in roles:
        return TableShape.PERIODS_DOWN
    judged = {Role.STATUS, Role.TARGET, Role.DIRECTION, Role.PREVIOUS} & roles
    value = layout.undated() is not None
    if judged and (value or Role.STATUS in roles):
        return TableShape.ONE_PERIOD
    return None


def find_header(
    lines: Sequence[Line], at: int, year: int | None, corrections: Corrections
) -> list[Header]:
    """The header that starts at a line, one for each table side by side; empty if there is none.

    Of the depths that make sense the one that explains most columns is taken, and of equal ones
    the deepest: its further lines belong to the headings too.
    """
    if not any(_may_head(line, corrections) for line in lines[at : at + DEEPEST]):
        return []
    best: Header | None = None
    for depth in range(1, min(DEEPEST, len(lines) - at) + 1):
        block = lines[at : at + depth]
        worded = any(heading_key(cell.text) for cell in block[-1].cells)
        if not worded or is_data(block[-1]):
            break
        header = _read(block, at, year, corrections)
        if header is not None and (best is None or header.score >= best.score):
            best = header
    return _side_by_side(best, year, corrections) if best is not None else []


def _may_head(line: Line, corrections: Corrections) -> bool:
    """Whether two cells hold a period or a word of a heading; all else is too slow to look into."""
    signs = (
        _is_sign(cell.text) or heading_key(cell.text) in corrections.by_key
        for cell in line.cells
        if not cell.empty
    )
    return any(signs) and any(signs)  # the second one goes on where the first one stopped


@lru_cache(maxsize=MOST_KEPT)
def _is_sign(text: str) -> bool:
    if len(text) > LONGEST_HEADING:
        return False
    return has_heading_word(text) or (
        re.search("[0-9]", text) is not None and find_period(text) is not None
    )


def _read(
    block: Sequence[Line], at: int, year: int | None, corrections: Corrections
) -> Header | None:
    headings = headings_of(block)
    layout = Layout(columns_of(headings, year, corrections))
    if sum(column.known or column.unusable for column in layout.columns) < 2:
        return None
    if shape_of(layout) is None:
        return None
    return Header(at, len(block), layout)


def headings_of(block: Sequence[Line]) -> tuple[Heading, ...]:
    """The headings of each column, joined over the lines; a group's heading covers its columns."""
    width = max(len(line.cells) for line in block)
    rows = [[_cell(line, at) for at in range(width)] for line in block]
    headings = []
    for at in range(width):
        parts: list[str] = []
        for depth, row in enumerate(rows):
            text = row[at].shown.strip() or _of_group(rows, depth, at)
            if text and text not in parts:
                parts.append(text)
        named = [row[at] for row in rows if not row[at].empty]
        headings.append(Heading(at, _joined(parts), named[-1] if named else rows[-1][at]))
    return tuple(headings)


def _joined(parts: list[str]) -> str:
    """The parts in their order; a year and a quarter that make one period come first.

    What a further part says again is left out.
    """
    parts = [part for part in parts if not any(part in other for other in parts if other != part)]
    periods = [part for part in parts if find_period(part) is not None]
    if len(periods) > 1:
        parts = periods + [part for part in parts if part not in periods]
    return " ".join(parts)


def _cell(line: Line, at: int) -> Cell:
    if at < len(line.cells):
        return line.cells[at]
    return Cell("", f"{line.address}, column {at + 1}")


def _of_group(rows: Sequence[Sequence[Cell]], depth: int, at: int) -> str:
    """The text to the left that stands over this column as well, if it heads a group.

    It does if something stands below it, and something below this empty place.
    """
    below = rows[depth + 1 :]
    if not any(row[at].shown.strip() for row in below):
        return ""
    for left in range(at - 1, -1, -1):
        text = rows[depth][left].shown.strip()
        if text:
            return text if any(row[left].shown.strip() for row in below) else ""
    return ""


def is_data(line: Line) -> bool:
    """Whether a line holds a figure that is no period: it is then no line of a header."""
    return any(
        _FIGURE.fullmatch(text) and not (_YEAR.fullmatch(text) and find_period(text))
        for cell in line.cells
        if (text := cell.text.strip())
    )


def _side_by_side(header: Header, year: int | None, corrections: Corrections) -> list[Header]:
    """Cut a header in which the name of the first column comes again with columns of its own."""
    columns = header.layout.columns
    starts = _starts(columns)
    if len(starts) < 2:
        return [header]
    cut = []
    for first, last in zip(starts, [*starts[1:], None], strict=True):
        own = columns[first:last]
        part = tuple(Heading(c.index - first, c.text, c.heading) for c in own)
        layout = Layout(columns_of(part, year, corrections))
        if layout.one(Role.INDICATOR) is None and shape_of(layout) is not TableShape.PERIODS_DOWN:
            return [header]
        if shape_of(layout) is None:
            return [header]
        cut.append(Header(header.line, header.depth, layout, first, last))
    return cut


def _starts(columns: Sequence[Column]) -> list[int]:
    """Where the first heading of the table stands again."""
    named = [at for at, column in enumerate(columns) if column.text.strip()]
    if not named:
        return []
    first = columns[named[0]].text.strip().casefold()
    again = [at for at in named if columns[at].text.strip().casefold() == first]
    return [0, *again[1:]]
