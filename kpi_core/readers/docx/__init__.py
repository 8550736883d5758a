"""Word files (DOCX): every table with its merged cells and shading, and the text around them."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import BinaryIO

from lxml.etree import _Element

from kpi_core.errors import ReportError
from kpi_core.findings import Finding
from kpi_core.readers.docx.parts import Parts, open_parts
from kpi_core.readers.docx.pieces import Words, contents, local
from kpi_core.readers.docx.tables import Contents, Table, read_table
from kpi_core.readers.flow import Flow
from kpi_core.readers.grid import Document
from kpi_core.readers.limits import Tally
from kpi_core.readers.spans import only_arranges
from kpi_core.vocabulary import Severity

AROUND_PAGES = ("page header", "page footer")
"""A table there only puts a title beside a logo."""


def read(stream: BinaryIO, name: str) -> Document:
    """Read the tables of a Word file, each with the text before it.

    Page headers come first; page footers and notes last.

    Raises:
        ReportError: for a file of another kind, a damaged one, or one without text.
    """
    reading = _Reading(Flow(Tally(name)))
    reading.everything(open_parts(stream, name))
    grids = reading.flow.grids(name)
    if not grids:
        raise ReportError(f"{name}: the document holds no text. Check that it is the right file.")
    return Document(name, grids, tuple(reading.all_findings()))


@dataclass
class _Reading:
    """One document while it is read."""

    flow: Flow
    findings: list[Finding] = field(default_factory=list)
    counts: dict[str, int] = field(default_factory=dict)
    tracked: int = 0
    first_tracked: str = ""

    def everything(self, parts: Parts) -> None:
        self.around(parts.headers, "page header")
        self.blocks(parts.body, "")
        self.around(parts.footers, "page footer")
        for place, notes in (("footnote", parts.footnotes), ("endnote", parts.endnotes)):
            for note in notes:
                self.text(Contents.of(note), self.address("", place))

    def around(self, parts: tuple[_Element, ...], place: str) -> None:
        """Several sections mostly share the text around their pages, which is then read once."""
        seen: set[str] = set()
        for part in parts:
            text = "".join(map(str, part.itertext()))
            if text not in seen:
                seen.add(text)
                self.blocks(part, place)

    def address(self, place: str, what: str) -> str:
        """The next address of a kind: "paragraph 4", "page header, paragraph 1"."""
        full = f"{place}, {what}" if place else what
        self.counts[full] = self.counts.get(full, 0) + 1
        return f"{full} {self.counts[full]}"

    def blocks(self, element: _Element, place: str) -> None:
        """Paragraphs become lines, tables become tables."""
        for block in contents(element, "p", "tbl"):
            if local(block) == "tbl":
                self.table(block, place)
                continue
            words = Words.of(block)
            if words.text.strip() or words.hidden.strip():
                self.text(words, self.address(place, "paragraph"))
            for box in words.boxes:
                self.blocks(box, self.address("", "text box"))

    def text(self, words: Words | Contents, address: str) -> None:
        self.flow.text(words.text.strip("\n"), address)
        self.note(words, address)

    def table(self, element: _Element, place: str) -> None:
        table = read_table(element)
        nested = any(cell.held.tables for cell in table.cells)
        if place in AROUND_PAGES or only_arranges(table.spots, nested):
            for cell in table.cells:
                self.blocks(cell.element, place)
            return
        self.note_table(table)
        self.flow.table(table.spots, table.height)
        for cell in table.cells:
            for inner in cell.held.tables:
                self.table(inner, place)

    def note_table(self, table: Table) -> None:
        place = self.flow.next_table
        self.track(table.tracked, place)
        for cell in table.cells:
            address = f"{place}, row {cell.spot.row + 1}, column {cell.spot.column + 1}"
            self.note(cell.held, address)
            if cell.row_hidden and cell.spot.text.strip():
                message = "Word does not show this cell's row. It was read all the same."
                self.findings.append(Finding("hidden-cells", Severity.NOTE, message, None, address))

    def note(self, words: Words | Contents, address: str) -> None:
        self.track(words.tracked, address)
        if words.hidden.strip():
            message = "Word does not show this part of the text, so it was left out."
            self.findings.append(
                Finding("hidden-text", Severity.NOTE, message, words.hidden, address)
            )

    def track(self, changes: int, address: str) -> None:
        self.tracked += changes
        if changes and not self.first_tracked:
            self.first_tracked = address

    def all_findings(self) -> Iterator[Finding]:
        yield from self.findings
        if self.tracked:
            yield Finding(
                "tracked-changes",
                Severity.NOTE,
                f"The document has {self.tracked} tracked changes, the first at "
                f"{self.first_tracked}. It was read as if all were accepted: text put in counts, "
                "text taken out does not.",
                source_cell=self.first_tracked,
            )
