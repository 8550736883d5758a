"""A pack as a Word document: real headings, tables with header rows, described pictures."""

import io
from collections.abc import Iterable
from datetime import UTC, datetime, time

import docx
from docx.document import Document
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Emu
from docx.table import _Row
from docx.text.paragraph import Paragraph

from kpi_core.packs.clean import clean
from kpi_core.packs.pieces import (
    Bullets,
    Facts,
    Pack,
    Part,
    Picture,
    Piece,
    Section,
    Table,
    Text,
    Written,
)
from kpi_core.packs.sealed import sealed
from kpi_core.packs.word import styles
from kpi_core.packs.word.links import mark, put_contents

ACROSS = styles.PAGE_WIDTH - 2 * styles.MARGIN
"""Room between the margins."""

PICTURE_ACROSS = int(ACROSS * 0.92)
"""So wide that the figures of five periods fit below it on the same page."""


def write_word(pack: Pack) -> bytes:
    """The pack as DOCX."""
    document = docx.Document()
    styles.dress(document)
    _properties(document, pack)
    _footer(document, pack.footer)
    writer = _Writer(document)
    writer.paragraph(pack.title, "Title")
    writer.paragraph(pack.subtitle, "Subtitle")
    writer.put(pack.cover)
    put_contents(document, [section.heading for section in pack.sections])
    for number, section in enumerate(pack.sections):
        writer.section(section, number)
    made = io.BytesIO()
    document.save(made)
    return sealed(made.getvalue())


def _properties(document: Document, pack: Pack) -> None:
    known = document.core_properties
    known.title, known.subject = clean(pack.title)[:255], clean(pack.subtitle)[:255]
    known.author = known.last_modified_by = clean(pack.organisation)[:255]
    known.language, known.comments, known.keywords = styles.LANGUAGE, "", ""
    known.created = known.modified = datetime.combine(pack.dated, time(), UTC)


def _footer(document: Document, text: str) -> None:
    line = document.sections[0].footer.paragraphs[0]
    line.add_run(f"{clean(text)}. Page ")
    for between, field in (("", "PAGE"), (" of ", "NUMPAGES")):
        line.add_run(between)
        counted = OxmlElement("w:fldSimple")
        counted.set(qn("w:instr"), field)
        line._p.append(counted)  # noqa: SLF001 - python-docx knows no fields


class _Writer:
    """Puts pieces at the end of a document."""

    def __init__(self, document: Document) -> None:
        self.document = document

    def section(self, section: Section, number: int) -> None:
        mark(self.paragraph(section.heading, "Heading 1"), number)
        self.all(section.pieces)
        self.parts(section.parts, 2)

    def parts(self, parts: Iterable[Part], level: int) -> None:
        for part in parts:
            self.paragraph(part.heading, f"Heading {level}")
            self.all(part.pieces)
            self.parts(part.parts, level + 1)

    def all(self, pieces: Iterable[Piece]) -> None:
        for piece in pieces:
            self.put(piece)

    def paragraph(self, text: str, style: str) -> Paragraph:
        return self.document.add_paragraph(clean(text), style)

    def put(self, piece: Piece) -> None:
        match piece:
            case Text():
                self.paragraph(piece.text, "Normal")
            case Written():
                self.paragraph(piece.text, styles.WRITTEN)
            case Bullets():
                for item in piece.items:
                    self.paragraph(item, "List Bullet")
            case Facts():
                self.facts(piece)
            case Picture():
                self.picture(piece)
            case Table():
                self.table(piece)

    def facts(self, piece: Facts) -> None:
        for label, text in piece.pairs:
            line = self.document.add_paragraph(style=styles.FACT)
            line.add_run(clean(f"{label}: "), "Strong")
            line.add_run(clean(text))

    def picture(self, piece: Picture) -> None:
        run = self.document.add_paragraph(style=styles.PICTURE).add_run()
        shape = run.add_picture(io.BytesIO(piece.content), width=Emu(PICTURE_ACROSS))
        shape._inline.docPr.set("descr", clean(piece.alt))  # noqa: SLF001 - nor alt text

    def table(self, piece: Table) -> None:
        """A real table below its caption; each page of it repeats the header row."""
        self.paragraph(piece.caption, "Caption")
        table = self.document.add_table(0, len(piece.heads), "Table Grid")
        said = OxmlElement("w:tblCaption")
        said.set(qn("w:val"), clean(piece.caption))
        table._tblPr.append(said)  # noqa: SLF001 - nor what a table is called
        heading = table.add_row()
        _mark(heading, "w:tblHeader")
        _fill(heading, piece.heads, _kinds(piece, styles.TABLE_HEADING, styles.FIGURE_HEADING))
        kinds = _kinds(piece, styles.TABLE_TEXT, styles.TABLE_FIGURE)
        for cells in piece.rows:
            row = table.add_row()
            _mark(row)
            _fill(row, cells, kinds)
        table.autofit = False
        for column, share in zip(table.columns, piece.shares(), strict=True):
            column.width = Emu(int(ACROSS * share))


def _kinds(table: Table, text: str, figure: str) -> list[str]:
    """The style of each column's cells."""
    return [figure if at in table.numbers else text for at in range(len(table.heads))]


def _mark(row: _Row, *names: str) -> None:
    """Says of a row that it is a heading which each page repeats, or that it stays whole."""
    properties = row._tr.get_or_add_trPr()  # noqa: SLF001 - nor header rows
    for name in ("w:cantSplit", *names):
        properties.append(OxmlElement(name))


def _fill(row: _Row, cells: Iterable[str], kinds: Iterable[str]) -> None:
    for cell, text, kind in zip(row.cells, cells, kinds, strict=True):
        line = cell.paragraphs[0]
        line.style = kind
        line.add_run(clean(text))
