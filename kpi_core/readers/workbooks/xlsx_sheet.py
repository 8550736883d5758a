"""The XML of one XLSX sheet, row by row.

openpyxl's own walk makes an object of every place of a merged or linked block, keeps a million
empty rows, fails on settings that say nothing of cells, and drops formulas without a value.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import IO

from lxml import etree
from openpyxl.utils import column_index_from_string, range_boundaries
from openpyxl.utils.escape import unescape
from openpyxl.xml.constants import SHEET_MAIN_NS

from kpi_core.readers.workbooks.sheet import Area
from kpi_core.readers.workbooks.xlsx_text import seen_run

MAIN = f"{{{SHEET_MAIN_NS}}}"
TRUE = ("1", "true")
COLOURING = ("colorScale", "iconSet")


@dataclass(frozen=True, slots=True)
class Stored:
    """A cell as stored. ``kind`` is ``n`` number, ``s`` text, ``b`` yes or no, ``e`` error.

    ``value`` is None where there is none, though ``formula`` may say what it would be.
    """

    column: int
    kind: str
    value: str | None
    style: int
    formula: str | None = None


@dataclass(frozen=True)
class StoredRow:
    """The cells of one row that hold anything or are formatted."""

    number: int
    hidden: bool
    cells: tuple[Stored, ...]


@dataclass
class SheetPart:
    """``rows`` reads the part once; the other fields are complete when it has ended."""

    source: IO[bytes]
    strings: list[str]
    merged: list[Area] = field(default_factory=list)
    hidden_columns: list[range] = field(default_factory=list)
    coloured_by_rule: bool = False

    def rows(self) -> Iterator[StoredRow]:
        """The rows that hold anything, in their order; each is let go of once it was read."""
        number = 0
        wanted = [f"{{*}}{tag}" for tag in ("row", "col", "mergeCell", "cfRule")]
        for _, element in etree.iterparse(self.source, tag=wanted, resolve_entities=False):
            tag = etree.QName(element).localname
            if tag == "row":
                number = int(element.get("r", number + 1))
                if any(len(cell) for cell in element):  # formatted rows without values are common
                    hidden = element.get("hidden") in TRUE
                    yield StoredRow(number, hidden, tuple(self._cells(element)))
            elif tag == "col" and element.get("hidden") in TRUE:
                first, last = int(element.get("min", 1)), int(element.get("max", 1))
                self.hidden_columns.append(range(first, last + 1))
            elif tag == "mergeCell":
                left, top, right, bottom = range_boundaries(element.get("ref", ""))
                self.merged.append(Area(top or 1, left or 1, bottom or 1, right or 1))
            elif tag == "cfRule":
                ruled = element.get("dxfId") is not None or element.get("type") in COLOURING
                self.coloured_by_rule = self.coloured_by_rule or ruled
            _forget(element)

    def _cells(self, row: etree._Element) -> Iterator[Stored]:
        column = 0
        for element in row.iterchildren("{*}c"):
            place = element.get("r", "").rstrip("0123456789")
            column = column_index_from_string(place) if place else column + 1
            kind, value = self._value(element)
            formula = element.find("{*}f") if value is None and kind != "str" else None
            yield Stored(
                column,
                "s" if kind in ("str", "inlineStr") else kind,
                value,
                int(element.get("s", 0)),
                None if formula is None else f"={formula.text or ''}",
            )

    def _value(self, element: etree._Element) -> tuple[str, str | None]:
        kind = element.get("t", "n")
        if not len(element):
            return kind, None
        if kind == "inlineStr":
            plain = [piece.text or "" for piece in element.iterfind("{*}is/{*}t")]
            runs = [seen_run(run) for run in element.iterfind("{*}is/{*}r")]
            return kind, _text("".join(plain + runs)) or None
        value = element.findtext("{*}v") or None
        if value is not None and kind == "s":
            return kind, _text(self.strings[int(value)])
        return kind, _text(value) if value is not None and kind == "str" else value


def _forget(element: etree._Element) -> None:
    """Free an element that was read, and those before it, which hold nothing any more."""
    element.clear()
    parent = element.getparent()
    while parent is not None and element.getprevious() is not None:
        del parent[0]


def _text(stored: str) -> str:
    """Characters that XML cannot hold are written as _x000D_."""
    return str(unescape(stored)).replace("\r\n", "\n")
