"""Tables whose cells are enclosed by lines or by filled rectangles."""

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence

from kpi_core.readers.pdf.fills import fill_behind
from kpi_core.readers.pdf.found import FoundTable, same_places
from kpi_core.readers.pdf.geometry import Box, Shelves
from kpi_core.readers.pdf.letters import Word
from kpi_core.readers.pdf.sheet import Sheet
from kpi_core.readers.pdf.text import flowing
from kpi_core.readers.spans import Spot

SLACK = 3.0
"""Lines closer than this are one line; a cell that is lower or narrower is part of a line."""


def ruled_tables(
    sheet: Sheet, before: FoundTable | None = None
) -> tuple[list[FoundTable], set[Word]]:
    """The tables of a page, and the words that stand in them.

    One row, or text in one column, is enough for a table to go on from the page ``before``. Of
    tables that overlap, the one with the most cells filled counts: the others are frames.
    """
    plain = [_Candidate(cells, sheet) for cells in sheet.tables]
    closed = [_Candidate(cells, sheet) for cells in sheet.closed]
    candidates = [*plain, *(one for one in closed if any(one.closes(other) for other in plain))]
    found: list[_Candidate] = []
    for candidate in sorted(candidates, key=lambda one: -len(one.words)):
        if candidate.is_table(before) and not any(one.box.meets(candidate.box) for one in found):
            found.append(candidate)
    words = {word for one in found for held in one.words.values() for word in held}
    return [one.table() for one in found], words


class _Candidate:
    """Cells that lines enclose, which may be a table or a drawing."""

    def __init__(self, cells: Iterable[Box], sheet: Sheet) -> None:
        self.cells = _trimmed([c for c in cells if min(c.width, c.height) > SLACK])
        self.sheet = sheet
        self.words: dict[Box, list[Word]] = {}
        if self.cells:
            self.box = Box.around(self.cells)
            self.columns = _places(x for cell in self.cells for x in (cell.x0, cell.x1))
            self.rows = _places(y for cell in self.cells for y in (cell.top, cell.bottom))
            self._share_out([w for w in sheet.words if self.box.holds(w.box)])

    def _share_out(self, words: Iterable[Word]) -> None:
        shelves = Shelves(self.cells, lambda cell: cell)
        for word in words:
            held_by = min(
                (cell for cell in shelves.at(word.box) if cell.holds(word.box)),
                key=lambda cell: cell.area,
                default=None,
            )
            if held_by is not None:
                self.words.setdefault(held_by, []).append(word)

    def is_table(self, before: FoundTable | None) -> bool:
        """Text in at least two rows and two columns, or the columns of the page before."""
        if before and self.words and same_places(self.columns, before.columns):
            return True
        columns = {round(cell.x0) for cell in self.words}
        rows = {round(cell.top) for cell in self.words}
        return len(columns) > 1 and len(rows) > 1

    def closes(self, other: "_Candidate") -> bool:
        """It is the other with a row or a column more at its sides, where no lines are."""
        return (
            bool(self.cells and other.cells)
            and self.box.encloses(other.box)
            and _adds_ends(self.columns, other.columns)
            and _adds_ends(self.rows, other.rows)
        )

    def table(self) -> FoundTable:
        return FoundTable(tuple(self._spots()), len(self.rows) - 1, self.box, tuple(self.columns))

    def _spots(self) -> Iterator[Spot]:
        patches = Shelves((p for p in self.sheet.patches if p.fill), lambda patch: patch.box)
        turned = [w for w in self.sheet.turned if self.box.holds(w.box)]
        for cell in self.cells:
            row, end = (_index(self.rows, y) for y in (cell.top, cell.bottom))
            column, last = (_index(self.columns, x) for x in (cell.x0, cell.x1))
            sideways = " ".join(w.text for w in turned if cell.holds(w.box))
            text = " ".join(filter(None, (flowing(self.words.get(cell, ())), sideways)))
            fill = fill_behind(cell, patches.at(cell))
            yield Spot(row, column, text, end - row, last - column, fill)


def _trimmed(cells: list[Box]) -> list[Box]:
    """Without boxes at the sides as tall as the table: such a box is a picture beside it."""
    while len(_places(cell.top for cell in cells)) > 1:
        whole = Box.around(cells)
        beside = [
            cell
            for cell in cells
            if cell.height > whole.height - 2 * SLACK
            and (cell.x0 - whole.x0 < SLACK or whole.x1 - cell.x1 < SLACK)
        ]
        if not beside:
            return cells
        cells = [cell for cell in cells if cell not in beside]
    return cells


def _adds_ends(more: Sequence[float], places: Sequence[float]) -> bool:
    """The same places, with at most one before and one after them."""
    inner = [at for at in more if places[0] - SLACK < at < places[-1] + SLACK]
    return len(inner) == len(places) and len(more) <= len(places) + 2


def _places(numbers: Iterable[float]) -> list[float]:
    """Where lines run, those that are nearly the same taken as one."""
    places: list[float] = []
    for number in sorted(numbers):
        if not places or number - places[-1] > SLACK:
            places.append(number)
    return places


def _index(places: Sequence[float], number: float) -> int:
    return bisect_right(places, number) - 1
