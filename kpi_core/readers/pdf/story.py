"""The pages of a PDF as one story: tables go on over pages, repeats are set aside."""

from collections.abc import Iterable
from dataclasses import dataclass, field

from kpi_core.readers.grid import Cell, Grid, Line
from kpi_core.readers.limits import Tally
from kpi_core.readers.pdf.areas import PageItems
from kpi_core.readers.pdf.found import FoundTable, TextLine, same_places
from kpi_core.readers.pdf.page_breaks import go_on
from kpi_core.readers.spans import set_out

ASIDE = "text beside the tables"


@dataclass(frozen=True)
class Page:
    """``around`` are its header, footer and number, where they are no part of its text."""

    number: int
    found: PageItems
    around: tuple[TextLine, ...] = ()


@dataclass
class _Table:
    lines: list[Line]
    columns: tuple[float, ...] = ()
    page: int = 0


@dataclass
class Story:
    """Gathers the lines of all pages. Errors are :class:`ReportError`, at a limit."""

    tally: Tally
    _waiting: list[Line] = field(default_factory=list)
    _tables: list[tuple[str, _Table]] = field(default_factory=list)
    _aside: list[Line] = field(default_factory=list)
    _texts: int = 0

    def tell(self, pages: Iterable[Page]) -> None:
        for page in pages:
            self._texts = 0
            tables = 0
            for item in page.found.items:
                if isinstance(item, FoundTable):
                    tables += 1
                    self._table(item, page, tables)
                else:
                    self._waiting.append(self._text(item, page))
            beside = (*page.found.aside, *page.around)
            self._aside += [self._text(item, page) for item in beside]

    def grids(self, name: str) -> tuple[Grid, ...]:
        """A grid for each table with the text before it; text after the last one ends it."""
        found = [(title, table.lines) for title, table in self._tables]
        if found:
            found[-1][1].extend(self._waiting)
        elif self._waiting:
            found = [("text", self._waiting)]
        if self._aside:
            found.append((ASIDE, self._aside))
        if len(found) == 1:
            return (Grid(name, tuple(found[0][1])),)
        return tuple(Grid(name, tuple(lines), title) for title, lines in found)

    def _text(self, item: TextLine, page: Page) -> Line:
        self._texts += 1
        address = f"page {page.number}, line {self._texts}"
        self.tally.line(1)
        return Line(address, (Cell(self.tally.text(item.text, address), address),))

    def _table(self, table: FoundTable, page: Page, number: int) -> None:
        address = f"page {page.number}, table {number}"
        lines = set_out(table.spots, table.height, address, self.tally, len(table.columns) - 1)
        last = self._tables[-1][1] if self._tables else None
        if last and not self._waiting and _goes_on(last, table, page, number):
            go_on(last.lines, lines)
            last.page = page.number
            return
        self.tally.grid()
        self._tables.append((address, _Table([*self._waiting, *lines], table.columns, page.number)))
        self._waiting = []


def _goes_on(last: _Table, table: FoundTable, page: Page, number: int) -> bool:
    """A page's first table has the columns of the last one of the page before."""
    if number > 1 or page.number != last.page + 1:
        return False
    if len(table.columns) != len(last.columns):
        return False
    return table.goes_on or same_places(table.columns, last.columns)
