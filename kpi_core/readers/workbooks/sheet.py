"""One sheet of a workbook, filled row by row by a reader and turned into a grid at the end."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from kpi_core.findings import Finding
from kpi_core.readers.grid import Cell, Grid, Line
from kpi_core.readers.limits import MOST_CHARACTERS, Tally
from kpi_core.readers.workbooks import sheet_findings as found
from kpi_core.readers.workbooks.number_format import Shown

MOST_BLANK_LINES = 20
"""A longer run of empty rows says nothing more, and stray cells can lie a million rows down."""

MOST_PAINTED_COLUMNS = 3
"""Columns of colour alone, right of the last text, that may be a status; more are decoration."""


@dataclass(frozen=True, slots=True)
class Content:
    """What one place of a sheet shows; the fields are those of :class:`Cell`."""

    text: str = ""
    exact: str | None = None
    fill: str | None = None


@dataclass(frozen=True)
class Area:
    """A block of merged cells. Rows and columns count from one; both ends belong to it."""

    top: int
    left: int
    bottom: int
    right: int


@dataclass
class Sheet:
    """Rows and columns count from one. ``title`` is what a person is told, "sheet 'Q4'".

    ``drawn`` says that a chart or a picture lies on the sheet.
    """

    file: str
    title: str
    hidden: bool = False
    drawn: bool = False
    merged: list[Area] = field(default_factory=list)
    hidden_columns: list[range] = field(default_factory=list)
    findings: list[Finding] = field(default_factory=list)

    def __post_init__(self) -> None:
        self._rows: dict[int, dict[int, Content]] = {}
        self._hidden_rows: list[int] = []
        self._texts: set[int] = set()
        self._colours: set[int] = set()
        self._tally = Tally(self.file, "sheet")

    def row(self, number: int, contents: Mapping[int, Content], *, hidden: bool = False) -> None:
        """Take one row, the rows in their order. Rows without text are dropped at once.

        Raises:
            ReportError: when the sheet grows beyond what is read.
        """
        texts = [at for at, content in contents.items() if content.text.strip()]
        if not texts:
            return
        self._tally.line(max(texts))
        for at in texts:
            if len(contents[at].text) > MOST_CHARACTERS:  # an address for each cell takes time
                self._tally.text(contents[at].text, self.address(number, at))
        kept = {at: content for at, content in contents.items() if content != Content()}
        self._rows[number] = {**self._rows.get(number, {}), **kept}
        self._texts.update(texts)
        self._colours.update(at for at, content in kept.items() if content.fill)
        if hidden:
            self._hidden_rows.append(number)

    def shown(self, row: int, column: int, shown: Shown, fill: str | None) -> Content:
        """The content of a number's cell; what its format hides is noted."""
        if shown.veiled:
            address = self.address(row, column)
            self.findings.append(found.number_veiled(address, shown.text, shown.exact or ""))
        return Content(shown.text, shown.exact, fill)

    def address(self, row: int, column: int) -> str:
        return f"{self.title}, cell {found.letters(column)}{row}"

    def grid(self, tally: Tally) -> Grid | None:
        """The grid up to the last text, or None for a sheet without any. Empties the sheet.

        Raises:
            ReportError: when the file grows beyond what is read.
        """
        if not self._rows:
            if self.drawn:
                self.findings.append(found.chart_sheet_skipped(self.title))
            return None
        tally.grid()
        self._note_hidden()
        return Grid(self.file, tuple(self._lines(self._width(), tally)), self.title)

    def _width(self) -> int:
        last = max(self._texts)
        painted = 0
        while last + painted + 1 in self._colours:
            painted += 1
        return last + painted if painted <= MOST_PAINTED_COLUMNS else last

    def _note_hidden(self) -> None:
        if self.hidden:
            self.findings.append(found.sheet_hidden(self.title))
        if self._hidden_rows:
            self.findings.append(found.rows_hidden(self.title, sorted(self._hidden_rows)))
        columns = [at for at in self._texts if any(at in run for run in self.hidden_columns)]
        if columns:
            self.findings.append(found.columns_hidden(self.title, sorted(columns)))

    def _lines(self, width: int, tally: Tally) -> Iterator[Line]:
        corner_of = self._covered(width)
        corners: dict[tuple[int, int], Cell | None] = dict.fromkeys(corner_of.values())
        last = 0
        for number in sorted(self._rows):
            for blank in range(max(last + 1, number - MOST_BLANK_LINES), number):
                tally.line(0)
                yield Line(f"{self.title}, row {blank}", ())
            tally.line(width)
            contents, cells = self._rows.pop(number), []
            for place in ((number, at) for at in range(1, width + 1)):
                cell = self._cell(place, contents, corners.get(corner_of.get(place, place)))
                if place in corners:
                    corners[place] = cell
                cells.append(cell)
            yield Line(f"{self.title}, row {number}", tuple(cells))
            last = number

    def _covered(self, width: int) -> dict[tuple[int, int], tuple[int, int]]:
        """The places that a merged cell covers, each with the merged cell's own place."""
        covered: dict[tuple[int, int], tuple[int, int]] = {}
        last = max(self._rows)
        for area in self.merged:
            corner = (area.top, area.left)
            if area.top not in self._rows or corner in covered:
                continue
            for row in range(area.top, min(area.bottom, last) + 1):
                if row in self._rows:
                    columns = range(area.left, min(area.right, width) + 1)
                    covered.update(((row, at), corner) for at in columns if (row, at) != corner)
        return covered

    def _cell(
        self, place: tuple[int, int], contents: Mapping[int, Content], corner: Cell | None
    ) -> Cell:
        address = self.address(*place)
        content = contents.get(place[1], Content())
        if corner is None:
            return Cell(content.text, address, content.exact, content.fill)
        if content.text.strip():
            self.findings.append(found.text_covered(address, corner.address, content.text))
        return Cell("", address, fill=corner.fill, anchor=corner)
