"""Tables and text of Word files: what python-docx shows, and what it passes over."""

import docx
import pytest
from docx.document import Document as WordFile

from tests.readers.docx_maker import ROWS, add_table, document, grid, put, rows, xml


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
