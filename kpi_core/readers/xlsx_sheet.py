"""The XML of one XLSX sheet, row by row.

openpyxl's own walk makes an object of every place of a merged or linked block, keeps a million
empty rows, fails on settings that say nothing of cells, and drops formulas without a value.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import IO
from xml.etree.ElementTree import Element

from openpyxl.utils import column_index_from_string, range_boundaries
from openpyxl.utils.escape import unescape
from openpyxl.xml.constants import SHEET_MAIN_NS
from openpyxl.xml.functions import iterparse

from kpi_core.readers.sheet import Area

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
        number = 0
        for _, element in iterparse(self.source):
            tag = str(element.tag).removeprefix(MAIN)
            if tag == "row":
                number = int(element.get("r", number + 1))
                hidden = element.get("hidden") in TRUE
                yield StoredRow(number, hidden, tuple(self._cells(element)))
                element.clear()
            elif tag == "col" and element.get("hidden") in TRUE:
                first, last = int(element.get("min", 1)), int(element.get("max", 1))
                self.hidden_columns.append(range(first, last + 1))
            elif tag == "mergeCell":
                left, top, right, bottom = range_boundaries(element.get("ref", ""))
                self.merged.append(
                    Area(top or 1, left or 1, bottom or top or 1, right or left or 1)
                )
            elif tag.endswith("cfRule"):
                ruled = element.get("dxfId") is not None or element.get("type") in COLOURING
                self.coloured_by_rule = self.coloured_by_rule or ruled

    def _cells(self, row: Element) -> Iterator[Stored]:
        column = 0
        for element in row.iter(f"{MAIN}c"):
            place = element.get("r", "").rstrip("0123456789")
            column = column_index_from_string(place) if place else column + 1
            kind, value = self._value(element)
            formula = element.find(f"{MAIN}f") if value is None and kind != "str" else None
            yield Stored(
                column,
                "s" if kind in ("str", "inlineStr") else kind,
                value,
                int(element.get("s", 0)),
                None if formula is None else f"={formula.text or ''}",
            )

    def _value(self, element: Element) -> tuple[str, str | None]:
        kind = element.get("t", "n")
        if kind == "inlineStr":
            pieces = [
                *element.findall(f"{MAIN}is/{MAIN}t"),
                *element.findall(f"{MAIN}is/{MAIN}r/{MAIN}t"),
            ]
            return kind, _text("".join(piece.text or "" for piece in pieces)) or None
        value = element.findtext(f"{MAIN}v") or None
        if value is not None and kind == "s":
            return kind, _text(self.strings[int(value)])
        return kind, _text(value) if value is not None and kind == "str" else value


def _text(stored: str) -> str:
    """Characters that XML cannot hold are written as _x000D_."""
    return str(unescape(stored)).replace("\r\n", "\n")
