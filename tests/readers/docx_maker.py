"""Small Word files for tests, and what is read of them."""

import io
import zipfile
from collections.abc import Callable

from docx.document import Document as WordFile
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls
from docx.table import Table, _Cell
from docx.text.paragraph import Paragraph
from lxml.etree import _Element

from kpi_core.readers import Document, Grid
from kpi_core.readers.docx import read

ROWS = [["Indicator", "2019/20 Q3", "2019/20 Q4"], ["Reduce", "16%", "12%"], ["Increase", "1", "2"]]


def document(word: WordFile | bytes) -> Document:
    return read(io.BytesIO(word if isinstance(word, bytes) else saved(word)), "report.docx")


def saved(word: WordFile) -> bytes:
    stream = io.BytesIO()
    word.save(stream)
    return stream.getvalue()


def grid(word: WordFile) -> Grid:
    (only,) = document(word).grids
    return only


def rows(word: WordFile) -> list[list[str]]:
    return [[cell.text for cell in line.cells] for line in grid(word).lines]


def add_table(place: "WordFile | _Cell", texts: list[list[str]] = ROWS) -> Table:
    table = place.add_table(len(texts), len(texts[0]))
    for row, values in zip(table.rows, texts, strict=True):
        for cell, value in zip(row.cells, values, strict=True):
            cell.text = value
    return table


COMPATIBILITY = 'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"'


def xml(text: str) -> _Element:
    """One element, its namespaces declared for it."""
    declared = f"{nsdecls('w', 'wp', 'a')} {COMPATIBILITY}"
    wrapped: _Element = parse_xml(f"<w:x {declared}>{text}</w:x>")
    return wrapped[0]


def put(paragraph: Paragraph, text: str) -> None:
    paragraph._p.append(xml(text))


def changed(content: bytes, edits: dict[str, Callable[[str], str]]) -> bytes:
    source, stream = zipfile.ZipFile(io.BytesIO(content)), io.BytesIO()
    with zipfile.ZipFile(stream, "w") as target:
        for name in {*source.namelist(), *edits}:
            old = source.read(name) if name in source.namelist() else b""
            target.writestr(name, edits[name](old.decode()) if name in edits else old)
    return stream.getvalue()
