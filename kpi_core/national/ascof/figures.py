"""The cells of a sheet as what was observed."""

import re
from collections import Counter
from collections.abc import Mapping

from kpi_core.cells.text import quote
from kpi_core.national.ascof.columns import (
    DENOMINATOR,
    NUMERATOR,
    OUTCOME,
    Column,
    columns_of,
    measure,
)
from kpi_core.national.ascof.workbook import Book, Sheet, texts
from kpi_core.national.cases import Cases, gives
from kpi_core.national.collected import Area, Collected, Observed
from kpi_core.national.gss import area_of
from kpi_core.national.numbers import Stored
from kpi_core.national.printed import printed
from kpi_core.readers import Cell, Line
from kpi_core.vocabulary import AreaKind, Missing, Severity, Unit

_TWO = re.compile(r"(?P<first>\S+) \((?P<second>[^()]+)\)")
_UNEXPLAINED = Stored(None, missing=Missing.NOT_AVAILABLE)
_BRACKETS = re.compile(r"\bin brackets\b.*\bofficial\b.*\bnot in brackets\b", re.DOTALL)
_CODE = re.compile(r"[A-Z][0-9]{8}")
_PLACES = 1
"""Decimal places of every outcome that has cases; the cover says so, and a final zero is cut."""


def collect(sheet: Sheet, book: Book, file: str, found: Collected) -> None:
    """Add all figures of a sheet, its measures and areas, and what is unclear in it."""
    _Reader(sheet, book, file, found).read()


class _Reader:
    def __init__(self, sheet: Sheet, book: Book, file: str, found: Collected) -> None:
        self._sheet, self._file, self._found = sheet, file, found
        self._columns = list(columns_of(sheet))
        self._measures = {c: measure(sheet, c, book) for c in self._columns}
        self._places: Counter[str] = Counter()
        self._beside = self._pairs()
        self._explained = {
            years for years, text in book.changes(sheet.code) if _BRACKETS.search(text)
        }
        self._two: Counter[bool] = Counter()
        self._cases: Counter[bool] = Counter()

    def read(self) -> None:
        for described in self._measures.values():
            self._found.measures.setdefault(described.id, described)
        head = [text.casefold() for text in texts(self._sheet.header)]
        name, code = head.index("local authority"), head.index("ons area code")
        left = 0
        for line in self._sheet.lines:
            cells = texts(line)
            if len(cells) <= max(name, code) or not cells[name]:
                left += 1
                continue
            self._line(line, _area(cells[name], cells[code]))
        self._findings(left)

    def _line(self, line: Line, area: Area) -> None:
        for column in self._columns:
            self._found.see(area, column.period)
            cell = line.cells[column.at] if column.at < len(line.cells) else Cell("", line.address)
            self._cell(line, cell, column, area)

    def _cell(self, line: Line, cell: Cell, column: Column, area: Area) -> None:
        id_ = self._measures[column].id
        value = self._value(cell.shown, column)
        cases = self._cases_of(line, column, value)
        self._found.add(
            Observed(
                subject=area.subject,
                measure=id_,
                period=column.period,
                period_raw=column.years,
                raw=cell.shown,
                place=f"{self._file}, {cell.address}",
                value=value.value,
                missing=value.missing,
                numerator=cases[0] if cases else None,
                denominator=cases[1] if cases else None,
            ),
            value,
            self._file,
        )

    def _value(self, text: str, column: Column) -> Stored:
        """Of two figures in a cell the first, where the log says what the second one is."""
        two = _TWO.fullmatch(text.strip())
        if two is None or not printed(two["second"]).understood:
            return printed(text)
        explained = column.years in self._explained
        self._two[explained] += 1
        return printed(two["first"]) if explained else _UNEXPLAINED

    def _pairs(self) -> Mapping[Column, tuple[int, int]]:
        """Where the cases of an outcome stand."""
        places = {(c.years, c.group, c.kind): c.at for c in self._columns}
        keys = ((c, (c.years, c.group)) for c in self._columns if c.kind == OUTCOME)
        return {
            column: (places[*key, NUMERATOR], places[*key, DENOMINATOR])
            for column, key in keys
            if (*key, NUMERATOR) in places and (*key, DENOMINATOR) in places
        }

    def _cases_of(self, line: Line, column: Column, value: Stored) -> Cases | None:
        per, pair = self._measures[column].unit.per, self._beside.get(column)
        if pair is None or per is None or value.value is None:
            return None
        numbers = [printed(line.cells[at].shown).value for at in pair]
        if numbers[0] is None or numbers[1] is None:
            return None
        cases = numbers[0], numbers[1]
        agrees = gives(cases, value.value, per, _PLACES)
        self._cases[agrees] += 1
        return cases if agrees else None

    def _findings(self, left: int) -> None:
        name, note = self._sheet.name, self._found.note
        if left:
            note("national-lines-left-out", f"{name}: {left} lines name no area.", self._file)
        if self._two[True]:
            message = (
                f"{name}: {self._two[True]:,} cells hold two figures; the one in brackets is of "
                "the earlier group of people asked, as the sheet of comparability over time says. "
                "The official one is used, and both stand in the text as printed."
            )
            note("national-two-figures", message, self._file)
        if self._two[False]:
            message = (
                f"{name}: {self._two[False]:,} cells hold two figures, and nothing in the workbook "
                "says what the one in brackets is; they are kept as printed, without a figure."
            )
            note("national-two-figures", message, self._file, Severity.WARNING)
        if self._cases[False]:
            message = (
                f"{name}: {self._cases[False]:,} of {self._cases.total():,} outcomes are not what "
                "the printed numbers of cases give, which are rounded; they stand without cases."
            )
            note("national-cases-differ", message, self._file)
        if any(m.unit is Unit.UNKNOWN for m in self._measures.values()):
            message = f"{name}: nothing says the unit of {quote(self._sheet.title)}."
            note("national-unit-unknown", message, self._file)


def _area(name: str, code: str) -> Area:
    """A council, a region or the country by its code; a group of councils has none."""
    if _CODE.fullmatch(code):
        return area_of(name, code)
    found = area_of(name, "")
    if found.kind is not AreaKind.OTHER:
        return found
    return Area(found.subject, found.name, AreaKind.GROUP)
