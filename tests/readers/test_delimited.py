"""Delimited text in its usual shapes, and every way in which it can be no table at all."""

import io

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kpi_core.errors import ReportError
from kpi_core.readers import Document, Grid, read
from kpi_core.readers.limits import MOST_CHARACTERS


def cells(content: bytes, name: str = "table.csv") -> list[list[str]]:
    return [[cell.text for cell in line.cells] for line in grid(content, name).lines]


def document(content: bytes, name: str = "table.csv") -> Document:
    return read(io.BytesIO(content), name)


def grid(content: bytes, name: str = "table.csv") -> Grid:
    (only,) = document(content, name).grids
    return only


ROWS = [["Indicator", "2019/20 Q4"], ["Reduce x, y; z", "12%"], ["Increase é – ’", "£3"]]


@pytest.mark.parametrize("delimiter", ["\t", ",", ";", "|"])
@pytest.mark.parametrize("ending", ["\n", "\r\n", "\r"])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1252"])
def test_the_same_cells_whatever_the_delimiter_line_ending_and_encoding(
    delimiter: str, ending: str, encoding: str
) -> None:
    text = ending.join(delimiter.join(f'"{cell}"' for cell in row) for row in ROWS)
    assert cells(text.encode(encoding)) == ROWS


def test_quoted_cells_hold_delimiters_line_breaks_and_doubled_marks() -> None:
    found = grid(b'a,b\n"1, 2","line one\nline ""two"""\nc,d\n')
    assert [c.text for c in found.lines[1].cells] == ["1, 2", 'line one\nline "two"']
    assert [line.address for line in found.lines] == ["line 1", "line 2", "line 4"]


def test_addresses_are_what_an_editor_shows_blank_lines_counted() -> None:
    found = grid(b"\n\na\tb\n\nc\td", "x.tsv")
    assert [(c.text, c.address) for line in found.lines for c in line.cells] == [
        ("a", "line 3, column 1"),
        ("b", "line 3, column 2"),
        ("c", "line 5, column 1"),
        ("d", "line 5, column 2"),
    ]


def test_text_is_exactly_as_it_stands_in_the_file() -> None:
    assert cells("a , b\n\u00a0c\u200b,  \n".encode()) == [["a ", " b"], ["\u00a0c\u200b", "  "]]


def test_cells_of_blanks_are_not_counted_as_read() -> None:
    assert grid(b"a,b, ,\n ,c,,\n").cells_read == 3


def test_windows_1252_is_assumed_aloud_with_its_line() -> None:
    found = document("a,b\nc,£5 – ok\n".encode("cp1252"))
    assert found.grids[0].lines[1].cells[1].text == "£5 – ok"
    (finding,) = found.findings
    assert (finding.rule, finding.severity) == ("encoding-assumed", "warning")
    assert finding.source_cell == "line 2"


def test_utf_8_needs_no_finding() -> None:
    assert document("a,£5 – ok\n".encode()).findings == ()


def test_marks_in_unquoted_tab_separated_text_are_text_and_said_to_be_so() -> None:
    found = document(b'a\tb\n"Good" homes\t1\n"never closed\t2\nc\td\n', "x.tsv")
    assert [c.text for line in found.grids[0].lines for c in line.cells] == [
        *("a", "b", '"Good" homes', "1", '"never closed', "2", "c", "d"),
    ]
    (finding,) = found.findings
    assert finding.rule == "quotation-marks-kept"
    assert "from line 2 on" in finding.message


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (b"", "bad.csv: the file is empty"),
        (b" \n\t\n", "bad.csv: the file is empty"),
        (b"\xef\xbb\xbf", "bad.csv: the file is empty"),
        (b"a,b\nc\x00,d\n", r"bad.csv: this is not a text file \(line 2 holds a zero byte\)"),
        (b"a,b\nc,\x81\x8d\n", "bad.csv: line 2 holds a byte that is text neither in UTF-8"),
        (b"\xff\xfea", "bad.csv: the file says that it is UTF-16 and is damaged at byte 3"),
        (b'a,b\n1,2\n"c,d\ne,f\n', "bad.csv: the table cannot be split into cells from line 3"),
        (b'a,b\n"c"x,d\n', "bad.csv: the table cannot be split into cells from line 2"),
        (
            b"a,b\nc," + b"x" * (MOST_CHARACTERS + 1) + b"\n",
            "bad.csv: the table cannot be split into cells from line 2",
        ),
    ],
    ids=[
        *("empty", "blank", "only a mark", "zero byte", "no encoding", "half a character"),
        *("never closed", "mark inside", "huge cell"),
    ],
)
def test_what_is_no_table_is_one_sentence_with_file_and_line(content: bytes, said: str) -> None:
    with pytest.raises(ReportError, match=said):
        grid(content, "bad.csv")


def test_a_huge_cell_is_refused_in_tab_separated_text_too() -> None:
    with pytest.raises(ReportError, match="line 2"):
        grid(b"a\tb\nc\t" + b"x" * (MOST_CHARACTERS + 1), "x.tsv")


@pytest.mark.parametrize("size", [100_000, MOST_CHARACTERS])
def test_a_large_first_cell_does_not_hide_the_delimiter(size: int) -> None:
    assert cells(b'"' + b"x" * size + b'"\na,b\n')[1] == ["a", "b"]


def test_a_large_cell_is_still_read() -> None:
    assert len(cells(b"a,b\nc," + b"x" * MOST_CHARACTERS)[1][1]) == MOST_CHARACTERS


@pytest.mark.parametrize("name", ["csv", "tsv", "txt"])
@settings(deadline=None)
@given(content=st.binary() | st.text(alphabet='a1,;\t"\n\r|\x00£é').map(str.encode))
def test_any_bytes_are_a_grid_or_one_error(name: str, content: bytes) -> None:
    try:
        found = grid(content, f"any.{name}")
    except ReportError as error:
        refusal = str(error)
    else:
        refusal = f"any.{name}"
        addresses = [cell.address for line in found.lines for cell in line.cells]
        assert len(set(addresses)) == len(addresses)
    assert f"any.{name}" in refusal


@settings(deadline=None)
@given(
    rows=st.lists(
        st.lists(st.text(st.characters(codec="utf-8", exclude_characters="\x00\t;|")), min_size=2),
        min_size=1,
    )
)
def test_no_character_of_a_quoted_table_is_lost(rows: list[list[str]]) -> None:
    text = "".join(
        ",".join('"' + cell.replace('"', '""') + '"' for cell in row) + "\n" for row in rows
    )
    assert cells(text.encode()) == rows
