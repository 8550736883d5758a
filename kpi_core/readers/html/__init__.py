"""HTML pages: every table with its spans and colours, and the text around the tables."""

import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import BinaryIO

from lxml.etree import LxmlError
from lxml.html import HtmlElement, HTMLParser, document_fromstring

from kpi_core.errors import ReportError
from kpi_core.findings import Finding
from kpi_core.readers.flow import Flow
from kpi_core.readers.grid import Document
from kpi_core.readers.html.encoding import decode
from kpi_core.readers.html.pieces import Break, Piece, joined, pieces
from kpi_core.readers.html.style import Styles
from kpi_core.readers.html.tables import (
    Table,
    TableCell,
    add_missing_rows,
    outside_cells,
    read_table,
)
from kpi_core.readers.limits import Tally
from kpi_core.vocabulary import Severity

DECLARATION = re.compile(r"^\s*<\?xml[^>]*\?>")

SAVE_THE_PAGE = "Open the page in a browser, check that it shows the table, and save it again."

READ_ANYWAY = "It was read all the same; take it out if it is not meant."


def read(stream: BinaryIO, name: str) -> Document:
    """Read the tables of a page, each with the text before it.

    Raises:
        ReportError: for a page without text, or one too deeply nested to be read whole.
    """
    text, findings = decode(stream.read(), name)
    page = _parse(text, name)
    add_missing_rows(page)
    reading = _Reading(Flow(Tally(name)), Styles.of(page))
    for title in page.iter("title"):
        if title.getparent() is not None and title.getparent().tag == "head":
            reading.flow.text(joined([Piece(title.text or "")]), "page title")
    reading.blocks(pieces(page, reading.styles))
    grids = reading.flow.grids(name)
    if not grids:
        raise ReportError(f"{name}: the page holds no text. {SAVE_THE_PAGE}")
    return Document(name, grids, (*findings, *reading.findings))


def _parse(text: str, name: str) -> HtmlElement:
    plain = DECLARATION.sub("", text).replace("\x00", "\ufffd")
    if not plain.strip():
        raise ReportError(f"{name}: the file is empty. {SAVE_THE_PAGE}")
    parser = HTMLParser(encoding="utf-8")
    content = plain.encode("utf-8", "replace")
    try:
        page = document_fromstring(content, parser=parser, ensure_head_body=True)
    except LxmlError as error:  # nothing but tags that end what never began
        raise ReportError(f"{name}: the page holds no text. {SAVE_THE_PAGE}") from error
    if any(error.type_name == "ERR_RESOURCE_LIMIT" for error in parser.error_log):
        raise ReportError(
            f"{name}: the page is nested too deeply to be read whole. Copy the table into a "
            "spreadsheet, and save that."
        )
    return page


@dataclass
class _Reading:
    """One page while it is read."""

    flow: Flow
    styles: Styles
    findings: list[Finding] = field(default_factory=list)
    paragraphs: int = 0

    def blocks(self, found: Iterable[Piece], hidden: bool = False) -> None:
        """Text between breaks becomes lines, tables become tables."""
        block: list[Piece] = []
        for piece in found:
            if piece.what is Break.BLOCK:
                self.paragraph(block, hidden)
                block = []
            elif isinstance(piece.what, HtmlElement):
                self.paragraph(block, hidden)
                block = []
                self.table(piece.what, hidden or piece.hidden)
            else:
                block.append(piece)
        self.paragraph(block, hidden)

    def paragraph(self, block: list[Piece], hidden: bool) -> None:
        """What is hidden inside a block is a line of its own, since nobody reads the two as one."""
        for unseen in (False, True):
            text = joined(piece for piece in block if piece.hidden is unseen)
            if not text.strip():
                continue
            self.paragraphs += 1
            address = f"paragraph {self.paragraphs}"
            self.flow.text(text, address)
            if hidden or unseen:
                message = f"A browser does not show this text. {READ_ANYWAY}"
                self.note("hidden-text", message, address, text)

    def table(self, element: HtmlElement, hidden: bool) -> None:
        self.blocks(outside_cells(element, self.styles), hidden)
        table = read_table(element, self.styles)
        if table.arranges:
            for cell in table.cells:
                self.blocks(pieces(cell.element, self.styles), hidden or cell.hidden)
            return
        self.note_hidden(table, hidden)
        self.flow.table([cell.spot for cell in table.cells], table.height)
        for cell in table.cells:
            for inner in cell.tables:
                self.table(inner, hidden or cell.hidden)

    def note_hidden(self, table: Table, hidden: bool) -> None:
        unseen = [c for c in table.cells if (hidden or c.hidden) and c.spot.text.strip()]
        if unseen:
            place = self.flow.next_table
            message = f"Cells of {place} that a browser does not show: {len(unseen)}. {READ_ANYWAY}"
            self.note("hidden-cells", message, self.address(unseen[0]))
        for cell in table.cells:
            if cell.concealed:
                message = "A browser does not show this part of the cell, so it was left out."
                self.note("hidden-text", message, self.address(cell), cell.concealed)

    def address(self, cell: TableCell) -> str:
        return f"{self.flow.next_table}, row {cell.spot.row + 1}, column {cell.spot.column + 1}"

    def note(self, rule: str, message: str, address: str, raw: str | None = None) -> None:
        self.findings.append(Finding(rule, Severity.NOTE, message, raw, address))
