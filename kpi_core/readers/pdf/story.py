"""The pages of a PDF as one story: tables go on over pages, repeats are set aside."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from kpi_core.readers.grid import Cell, Grid, Line
from kpi_core.readers.limits import Tally
from kpi_core.readers.pdf.areas import PageItems
from kpi_core.readers.pdf.found import FoundTable, TextLine
from kpi_core.readers.pdf.geometry import Box
from kpi_core.readers.spans import set_out

MARGIN = 0.12
"""The share of a page's height, above and below, where its headers and footers stand."""

PAGE_NUMBER = re.compile(r"(page\s*)?\d{1,4}(\s*(of|/)\s*\d{1,4})?", re.IGNORECASE)

SAME_PLACE = 4.0
"""Columns of two pages are the same if they begin this close to each other."""

ASIDE = "text beside the tables"


@dataclass(frozen=True)
class Page:
    number: int
    box: Box
    found: PageItems


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

    def tell(self, pages: Sequence[Page]) -> None:
        repeated = _repeated(pages)
        for page in pages:
            self._texts = 0
            tables = 0
            for item in page.found.items:
                if isinstance(item, FoundTable):
                    tables += 1
                    self._table(item, page, tables)
                elif _is_furniture(item, page, repeated, first=page is pages[0]):
                    self._aside.append(self._text(item, page))
                else:
                    self._waiting.append(self._text(item, page))
            self._aside += [self._text(item, page) for item in page.found.aside]

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
        lines = set_out(table.spots, table.height, address, self.tally)
        last = self._tables[-1][1] if self._tables else None
        if last and not self._waiting and _goes_on(last, table, page, number):
            last.lines.extend(lines)
            last.page = page.number
            return
        self.tally.grid()
        self._tables.append((address, _Table([*self._waiting, *lines], table.columns, page.number)))
        self._waiting = []


def _goes_on(last: _Table, table: FoundTable, page: Page, number: int) -> bool:
    """A page's first table has the columns of the last one of the page before."""
    return (
        number == 1
        and page.number == last.page + 1
        and len(table.columns) == len(last.columns)
        and all(abs(a - b) < SAME_PLACE for a, b in zip(table.columns, last.columns, strict=True))
    )


def _repeated(pages: Sequence[Page]) -> set[str]:
    """Texts in the margins of more than one page, whatever their numbers."""
    seen = Counter(key for page in pages for key in set(_in_margins(page)))
    return {key for key, count in seen.items() if count > 1}


def _in_margins(page: Page) -> Iterator[str]:
    for item in page.found.items:
        if isinstance(item, TextLine) and (_at_top(item, page) or _at_bottom(item, page)):
            yield _key(item)


def _key(item: TextLine) -> str:
    return re.sub(r"\d+", "0", item.text)


def _at_top(item: TextLine, page: Page) -> bool:
    return item.box.bottom < page.box.top + MARGIN * page.box.height


def _at_bottom(item: TextLine, page: Page) -> bool:
    return item.box.top > page.box.bottom - MARGIN * page.box.height


def _is_furniture(item: TextLine, page: Page, repeated: Iterable[str], first: bool) -> bool:
    """A page number, or a header or footer that other pages have; the first header is kept."""
    if not (_at_top(item, page) or _at_bottom(item, page)):
        return False
    if PAGE_NUMBER.fullmatch(item.text.strip()):
        return True
    return _key(item) in repeated and not (first and _at_top(item, page))
