"""A Word pack is built of what Word knows: headings, styles, header rows, descriptions."""

import io
from collections.abc import Mapping
from itertools import pairwise

import docx
import pytest
from docx.document import Document
from docx.oxml.ns import qn
from docx.text.paragraph import Paragraph

from tests.packs.reading_back import word_blocks


@pytest.fixture(scope="session")
def document(red: Mapping[str, bytes]) -> Document:
    return docx.Document(io.BytesIO(red["docx"]))


def test_headings_are_real_and_skip_no_level(document: Document) -> None:
    levels = [
        int(block.style.name.split()[-1])
        for block in word_blocks(document)
        if isinstance(block, Paragraph) and block.style.name.startswith("Heading")
    ]
    assert set(levels) == {1, 2, 3}
    assert levels[0] == 1
    assert all(after <= before + 1 for before, after in pairwise(levels))


def test_every_table_repeats_its_header_row_and_has_a_name(document: Document) -> None:
    assert len(document.tables) > 20
    for table in document.tables:
        first, *others = table.rows
        assert first._tr.trPr.find(qn("w:tblHeader")) is not None
        assert all(row._tr.trPr.find(qn("w:tblHeader")) is None for row in others)
        assert table._tblPr.find(qn("w:tblCaption")).get(qn("w:val"))
        assert {len(row.cells) for row in table.rows} == {len(first.cells)}


def test_no_cell_is_empty_or_merged(document: Document) -> None:
    for table in document.tables:
        for row in table.rows:
            assert all(cell.text.strip() for cell in row.cells)
            assert len({cell._tc for cell in row.cells}) == len(row.cells)


def test_every_picture_states_its_finding(document: Document) -> None:
    described = [shape._inline.docPr.get("descr") for shape in document.inline_shapes]
    headings = [p.text for p in document.paragraphs if p.style.name == "Heading 1"]
    assert len(described) == 8
    assert described == headings[2:-2]


def test_every_entry_of_the_contents_leads_to_its_section(document: Document) -> None:
    marks = {
        mark.get(qn("w:name")): paragraph.text
        for paragraph in document.paragraphs
        for mark in paragraph._p.iter(qn("w:bookmarkStart"))
    }
    entries = [p for p in document.paragraphs if p.style.name == "Contents entry"]
    headings = [p.text for p in document.paragraphs if p.style.name == "Heading 1"]
    assert [entry.text for entry in entries] == headings[1:]
    assert [marks[entry.hyperlinks[0].fragment] for entry in entries] == headings[1:]


def test_language_and_title_are_set(document: Document) -> None:
    (lang,) = document.styles.element.find(qn("w:docDefaults")).iter(qn("w:lang"))
    assert lang.get(qn("w:val")) == "en-GB"
    known = document.core_properties
    assert known.language == "en-GB"
    assert known.title == "Cheshire West and Chester Council: committee pack, 2019/20 Q4"
    assert known.author == "Cheshire West and Chester Council"


def test_no_paragraph_is_there_for_its_space_alone(document: Document) -> None:
    pictures = {p._p for p in document.paragraphs if p.style.name == "Picture"}
    assert [p for p in document.paragraphs if not p.text.strip() and p._p not in pictures] == []


def test_every_look_is_a_style(document: Document) -> None:
    """Who changes a style changes it everywhere."""
    cells = (c for table in document.tables for row in table.rows for c in row.cells)
    paragraphs = [*document.paragraphs, *(p for cell in cells for p in cell.paragraphs)]
    for paragraph in paragraphs:
        for run in paragraph.runs:
            assert run.font.size is None
            assert run.font.bold is None
            assert run.font.color.rgb is None


def test_pages_are_numbered(document: Document) -> None:
    footer = document.sections[0].footer._element
    fields = [field.get(qn("w:instr")) for field in footer.iter(qn("w:fldSimple"))]
    assert fields == ["PAGE", "NUMPAGES"]
