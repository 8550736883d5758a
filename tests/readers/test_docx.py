"""Word files: what python-docx shows, and what it passes over."""

import io
import zipfile
from collections.abc import Callable

import docx
import pytest
from docx.document import Document as WordFile
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls
from docx.table import Table, _Cell
from docx.text.paragraph import Paragraph
from lxml.etree import _Element

from kpi_core.errors import ReportError
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


@pytest.fixture
def word() -> WordFile:
    return docx.Document()


def test_text_and_tables_come_in_the_order_of_the_document(word: WordFile) -> None:
    word.add_heading("Plan 2")
    word.add_paragraph("")
    word.add_paragraph("Adults")
    add_table(word)
    word.add_paragraph("Children")
    add_table(word)
    word.add_paragraph("Notes: none")
    first, second = document(word).grids
    assert (first.title, second.title) == ("table 1", "table 2")
    assert [line.address for line in first.lines] == [
        *("paragraph 1", "paragraph 2"),
        *("table 1, row 1", "table 1, row 2", "table 1, row 3"),
    ]
    assert [line.cells[0].text for line in second.lines] == [
        *("Children", "Indicator", "Reduce", "Increase", "Notes: none"),
    ]
    assert second.lines[2].cells[2].address == "table 2, row 2, column 3"


def test_merged_cells_stand_at_their_first_place_and_anchor_the_others(word: WordFile) -> None:
    table = add_table(word, [["a", "b", "", "c"], ["", "d", "e", ""], ["f", "g", "h", "i"]])
    table.cell(0, 1).merge(table.cell(0, 2)).text = "b"
    table.cell(0, 0).merge(table.cell(1, 0)).text = "a"
    table.cell(0, 3).merge(table.cell(1, 3)).text = "c"
    top, below, last = grid(word).lines
    assert [cell.text for cell in top.cells] == ["a", "b", "", "c"]
    assert [cell.text for cell in below.cells] == ["", "d", "e", ""]
    assert [cell.shown for cell in top.cells] == ["a", "b", "b", "c"]
    assert [cell.shown for cell in below.cells] == ["a", "d", "e", "c"]
    assert [cell.shown for cell in last.cells] == ["f", "g", "h", "i"]
    assert below.cells[3].anchor is top.cells[3]


def test_a_block_of_merged_cells_is_one(word: WordFile) -> None:
    table = add_table(word, [["a", "", "b"], ["", "", "c"], ["d", "e", "f"]])
    table.cell(0, 0).merge(table.cell(1, 1)).text = "a"
    shown = [[cell.shown for cell in line.cells] for line in grid(word).lines]
    assert shown == [["a", "a", "b"], ["a", "a", "c"], ["d", "e", "f"]]


def test_rows_may_begin_and_end_within_the_grid(word: WordFile) -> None:
    table = add_table(word)
    short = table.rows[1]._tr
    short.remove(short.tc_lst[0])
    short.get_or_add_trPr().append(xml('<w:gridBefore w:val="1"/>'))
    table.rows[2]._tr.remove(table.rows[2]._tr.tc_lst[2])
    assert rows(word)[1:] == [["", "16%", "12%"], ["Increase", "1", ""]]


@pytest.mark.parametrize(
    ("shading", "fill"),
    [
        ('w:val="clear" w:color="auto" w:fill="00b050"', "00B050"),
        ('w:val="solid" w:color="FF0000" w:fill="FFFFFF"', "FF0000"),
        ('w:val="clear" w:color="auto" w:fill="auto"', None),
        ('w:val="clear" w:fill="green"', None),
    ],
)
def test_shading_is_the_fill(word: WordFile, shading: str, fill: str | None) -> None:
    cell = add_table(word).cell(1, 2)
    cell._tc.get_or_add_tcPr().append(xml(f"<w:shd {shading}/>"))
    assert grid(word).lines[1].cells[2].fill == fill
    assert grid(word).lines[1].cells[1].fill is None


def test_paragraphs_and_breaks_in_a_cell_are_lines_of_its_text(word: WordFile) -> None:
    cell = add_table(word).cell(1, 0)
    cell.text = "one\ntwo"
    cell.add_paragraph("three\tfour")
    cell.add_paragraph("")
    assert rows(word)[1][0] == "one\ntwo\nthree\tfour"


SYMBOLS = [
    ("Wingdings", "F0E1", "↑"),
    ("Wingdings", "00FC", "✓"),
    ("Wingdings 3", "F071", "▼"),
    ("Symbol", "F0AF", "↓"),
    ("Wingdings", "F041", "\uf041"),
    ("Some font", "F0E1", "\uf0e1"),
    ("Symbol", "none", ""),
]


@pytest.mark.parametrize(("font", "code", "shown"), SYMBOLS)
def test_symbols_are_what_a_person_sees_where_that_is_known(
    word: WordFile, font: str, code: str, shown: str
) -> None:
    cell = add_table(word).cell(1, 0)
    put(cell.paragraphs[0], f'<w:r><w:sym w:font="{font}" w:char="{code}"/></w:r>')
    assert rows(word)[1][0] == f"Reduce{shown}"


def test_tracked_changes_are_read_as_accepted_and_told(word: WordFile) -> None:
    table = add_table(word)
    paragraph = table.cell(1, 2).paragraphs[0]
    put(paragraph, '<w:ins w:id="1" w:author="a"><w:r><w:t>.5</w:t></w:r></w:ins>')
    put(paragraph, '<w:del w:id="2" w:author="a"><w:r><w:delText>9</w:delText></w:r></w:del>')
    put(paragraph, '<w:moveFrom w:id="3" w:author="a"><w:r><w:t>8</w:t></w:r></w:moveFrom>')
    table.rows[2]._tr.get_or_add_trPr().append(xml('<w:del w:id="4" w:author="a"/>'))
    found = document(word)
    assert [[c.text for c in line.cells] for line in found.grids[0].lines] == [
        ROWS[0],
        ["Reduce", "16%", "12%.5"],
    ]
    (finding,) = found.findings
    assert (finding.rule, finding.severity) == ("tracked-changes", "note")
    assert "4 tracked changes" in finding.message


def test_hidden_text_is_left_out_and_told(word: WordFile) -> None:
    run = add_table(word).cell(1, 1).paragraphs[0].add_run("secret")
    run.font.hidden = True
    found = document(word)
    assert found.grids[0].lines[1].cells[1].text == "16%"
    (finding,) = found.findings
    assert (finding.rule, finding.raw) == ("hidden-text", "secret")
    assert finding.source_cell == "table 1, row 2, column 2"


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


def changed(content: bytes, edits: dict[str, Callable[[str], str]]) -> bytes:
    source, stream = zipfile.ZipFile(io.BytesIO(content)), io.BytesIO()
    with zipfile.ZipFile(stream, "w") as target:
        for name in {*source.namelist(), *edits}:
            old = source.read(name) if name in source.namelist() else b""
            target.writestr(name, edits[name](old.decode()) if name in edits else old)
    return stream.getvalue()


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
