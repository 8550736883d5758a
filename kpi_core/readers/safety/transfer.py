"""A document as lines of JSON, the form in which it comes back from the process that read it.

Nothing in it can run, unlike pickled objects: whoever takes over that process can only lie.
"""

import json
from collections.abc import Iterable, Iterator
from typing import Any

from kpi_core.findings import Finding
from kpi_core.readers.grid import Cell, Document, Grid, Line
from kpi_core.vocabulary import Severity

Message = list[Any]
"""A word that says what it is, and its parts."""


def messages(document: Document) -> Iterator[Message]:
    """The document piece by piece; the last message says that nothing is missing."""
    for finding in document.findings:
        yield ["finding", *_packed_finding(finding)]
    for grid in document.grids:
        yield ["grid", grid.title]
        packed = _Packed()
        for line in grid.lines:
            yield ["line", line.address, [packed.cell(cell) for cell in line.cells]]
    yield ["end"]


def document(given: Iterable[Message], name: str) -> Document:
    """The document of these messages.

    Raises:
        ValueError: when they do not make one, or end too early.
    """
    grids: list[Grid] = []
    findings: list[Finding] = []
    lines: list[Line] = []
    unpacked = _Unpacked()
    title: str | None = None
    for kind, *rest in given:
        if kind in {"grid", "end"} and title is not None:
            grids.append(Grid(name, tuple(lines), title))
        if kind == "end":
            return Document(name, tuple(grids), tuple(findings))
        if kind == "grid":
            (title,), lines, unpacked = rest, [], _Unpacked()
        elif kind == "line":
            lines.append(Line(rest[0], tuple(unpacked.cell(cell) for cell in rest[1])))
        else:
            findings.append(_unpacked_finding(*rest))
    raise ValueError("the answer ends before the document does")


WITH_ANCHOR = 5
"""Parts of a cell that stands in a merged area."""


class _Packed:
    """Cells as short lists; a merged cell is written once and then named by its number."""

    def __init__(self) -> None:
        self._numbers: dict[int, int] = {}

    def cell(self, cell: Cell) -> Message:
        if cell.anchor is None:
            parts: Message = [cell.text, cell.address, cell.exact, cell.fill]
        else:
            known = self._numbers.get(id(cell.anchor))
            anchor = self.cell(cell.anchor) if known is None else known
            parts = [cell.text, cell.address, cell.exact, cell.fill, anchor]
        self._numbers[id(cell)] = len(self._numbers)
        while len(parts) > 2 and parts[-1] is None:
            parts.pop()
        return parts


class _Unpacked:
    """The opposite, which counts the cells in the same order."""

    def __init__(self) -> None:
        self._cells: list[Cell] = []

    def cell(self, parts: Message) -> Cell:
        cell = Cell(*parts) if len(parts) < WITH_ANCHOR else self._merged(*parts)
        self._cells.append(cell)
        return cell

    def _merged(
        self, text: str, address: str, exact: str | None, fill: str | None, anchor: Any
    ) -> Cell:
        known = self._cells[anchor] if isinstance(anchor, int) else self.cell(anchor)
        return Cell(text, address, exact, fill, known)


def _packed_finding(finding: Finding) -> Message:
    return [
        finding.rule,
        finding.severity.value,
        finding.message,
        finding.raw,
        finding.source_cell,
        finding.indicator,
        finding.report,
    ]


def _unpacked_finding(rule: str, severity: str, *rest: Any) -> Finding:
    return Finding(rule, Severity(severity), *rest)


def line(message: Message) -> bytes:
    """One message as it travels: ASCII, whatever its text holds."""
    return json.dumps(message, separators=(",", ":")).encode("ascii") + b"\n"
