"""Word files beyond their tables: headers, boxes, controls, notes and damage."""

import docx
import pytest
from docx.document import Document as WordFile
from docx.oxml.ns import nsdecls
from lxml.etree import _Element

from kpi_core.errors import ReportError
from tests.readers.docx_maker import ROWS, add_table, changed, document, grid, put, rows, saved, xml


@pytest.fixture
def word() -> WordFile:
    return docx.Document()


def test_page_headers_come_first_and_footers_last(word: WordFile) -> None:
    word.sections[0].header.paragraphs[0].text = "Q4 2019/20"
    word.sections[0].footer.paragraphs[0].text = "Draft"
    add_table(word)
    word.add_section().header.is_linked_to_previous = False
    word.sections[1].header.paragraphs[0].text = "Q4 2019/20"
    lines = grid(word).lines
    assert (lines[0].address, lines[0].cells[0].text) == (
        "page header, paragraph 1",
        "Q4 2019/20",
    )
    assert (lines[-1].address, lines[-1].cells[0].text) == ("page footer, paragraph 1", "Draft")
    assert len(lines) == 5


def test_a_table_in_a_page_header_is_text(word: WordFile) -> None:
    table = word.sections[0].header.add_table(1, 2, docx.shared.Mm(100))
    table.cell(0, 0).text, table.cell(0, 1).text = "Logo", "Q4 2019/20"
    add_table(word)
    assert rows(word) == [["Logo"], ["Q4 2019/20"], *ROWS]


CONTROL = "<w:sdt><w:sdtPr><w:id/></w:sdtPr><w:sdtContent>{}</w:sdtContent></w:sdt>"


def test_content_controls_around_paragraphs_rows_cells_and_words_are_read(word: WordFile) -> None:
    def wrap(element: _Element) -> None:
        control = xml(CONTROL.format(""))
        element.getparent().replace(element, control)  # type: ignore[union-attr]
        control[1].append(element)

    title = word.add_paragraph("Title")
    table = add_table(word)
    wrap(table.cell(1, 0).paragraphs[0].runs[0]._r)
    wrap(table.rows[1]._tr.tc_lst[2])
    wrap(table.rows[2]._tr)
    wrap(title._p)
    assert rows(word) == [["Title"], *ROWS]


TEXT_BOX = (
    "<w:r><mc:AlternateContent><mc:Choice Requires='wps'><w:drawing><wp:anchor>"
    "<w:txbxContent>{}</w:txbxContent></wp:anchor></w:drawing></mc:Choice>"
    "<mc:Fallback><w:pict><w:txbxContent>{}</w:txbxContent></w:pict></mc:Fallback>"
    "</mc:AlternateContent></w:r>"
)


def text_box(text: str) -> str:
    paragraph = f"<w:p><w:r><w:t>{text}</w:t></w:r></w:p>"
    return TEXT_BOX.format(paragraph, paragraph)


def test_text_boxes_are_read_once(word: WordFile) -> None:
    put(word.add_paragraph("Before"), text_box("Boxed"))
    table = add_table(word)
    put(table.cell(1, 0).paragraphs[0], text_box("note"))
    lines = grid(word).lines
    assert [(line.address, line.cells[0].text) for line in lines[:2]] == [
        ("paragraph 1", "Before"),
        ("text box 1, paragraph 1", "Boxed"),
    ]
    assert lines[3].cells[0].text == "Reduce\nnote"


def test_a_picture_stands_for_its_alternative_text(word: WordFile) -> None:
    picture = '<wp:inline><wp:docPr id="1" name="p" descr="Green"/></wp:inline>'
    cell = add_table(word).cell(1, 2)
    cell.text = ""
    put(cell.paragraphs[0], f"<w:r><w:drawing>{picture}</w:drawing></w:r>")
    assert rows(word)[1][2] == "Green"


def test_a_table_in_a_data_table_is_a_table_of_its_own(word: WordFile) -> None:
    add_table(add_table(word).cell(2, 0), [["in", "x"], ["ner", "y"]])
    first, second = document(word).grids
    assert [[c.text for c in line.cells] for line in first.lines] == ROWS
    assert [[c.text for c in line.cells] for line in second.lines] == [["in", "x"], ["ner", "y"]]


def test_a_table_that_only_arranges_the_page_is_passed_through(word: WordFile) -> None:
    frame = word.add_table(1, 2)
    frame.cell(0, 0).text = "Title"
    add_table(frame.cell(0, 1))
    assert rows(word) == [["Title"], *ROWS]


def with_notes(content: bytes) -> bytes:
    """The same file with a footnote part, which python-docx does not write."""
    notes = (
        f"<w:footnotes {nsdecls('w')}><w:footnote w:type='separator' w:id='-1'><w:p><w:r><w:t>-"
        "</w:t></w:r></w:p></w:footnote><w:footnote w:id='1'><w:p><w:r><w:t>Provisional.</w:t>"
        "</w:r></w:p></w:footnote></w:footnotes>"
    )
    relation = (
        '<Relationship Id="rId99" Target="footnotes.xml" Type="http://schemas.openxmlformats.org/'
        'officeDocument/2006/relationships/footnotes"/></Relationships>'
    )
    return changed(
        content,
        {
            "word/_rels/document.xml.rels": lambda old: old.replace("</Relationships>", relation),
            "word/footnotes.xml": lambda _: notes,
        },
    )


def test_footnotes_come_last_without_their_separators(word: WordFile) -> None:
    put(add_table(word).cell(1, 2).paragraphs[0], '<w:r><w:footnoteReference w:id="1"/></w:r>')
    lines = document(with_notes(saved(word))).grids[0].lines
    assert lines[1].cells[2].text == "12%"
    assert (lines[-1].address, lines[-1].cells[0].text) == ("footnote 1", "Provisional.")


OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"


@pytest.mark.parametrize(
    ("content", "says"),
    [
        (b"", "no Word document, or a damaged one"),
        (b"PK\x03\x04", "no Word document, or a damaged one"),
        (b"plain text", "no Word document, or a damaged one"),
        (OLE + b"\0" * 600, r"before 2007.*\.docx"),
        (OLE + b"\0" * 64 + "EncryptedPackage".encode("utf-16-le"), "password"),
    ],
)
def test_what_is_no_document_is_refused_in_a_sentence(content: bytes, says: str) -> None:
    with pytest.raises(ReportError, match=says) as caught:
        document(content)
    assert str(caught.value).startswith("report.docx: ")


def test_a_document_without_text_is_refused(word: WordFile) -> None:
    with pytest.raises(ReportError, match="holds no text"):
        document(word)


@pytest.mark.parametrize(
    "part", ["word/document.xml", "[Content_Types].xml", "word/_rels/document.xml.rels"]
)
def test_a_damaged_part_is_one_sentence(word: WordFile, part: str) -> None:
    add_table(word)
    word.sections[0].header.paragraphs[0].text = "Title"
    broken = changed(saved(word), {part: lambda old: old[: len(old) // 2]})
    with pytest.raises(ReportError, match="a damaged one"):
        document(broken)
