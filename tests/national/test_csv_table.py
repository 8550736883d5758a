"""A CSV file of a release: cells with addresses, and one sentence for a damaged one."""

import pytest

from kpi_core.errors import ReleaseError
from kpi_core.national import SourceFile
from kpi_core.national.csv_table import header_of, headings, read_csv


def file(content: bytes) -> SourceFile:
    return SourceFile("figures.csv", content)


def test_headings_lose_their_mark_and_blanks_and_cells_keep_theirs() -> None:
    table = read_csv(file("\ufefftime , la_name\n2025,Close \n".encode()))
    assert table.header == ("time", "la_name")
    assert [list(line) for line in table.lines] == [["2025", "Close "]]
    assert table.place(0, "la_name") == "figures.csv, line 2, column la_name"


def test_blank_lines_are_left_out_and_the_others_keep_their_numbers() -> None:
    table = read_csv(file(b'a,b\n\n"two\nlines",1\n,\n3,4\n'))
    assert [list(line) for line in table.lines] == [["two\nlines", "1"], ["3", "4"]]
    assert list(table.numbers) == [3, 6]


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (b"a,b,c\n1,2,3\n4,5\n", r"figures\.csv, line 3: 2 cells under 3 headings.*column 3"),
        (b"a,b\n1,2,3\n", r"figures\.csv, line 2: 3 cells under 2 headings.*column 3"),
        (b'a,b\n1,"2\n3,4\n', r"figures\.csv, line 2: the table cannot be split into cells"),
        (b"a,b\n1,\x81\n", r"figures\.csv, line 2: a byte that is text neither"),
    ],
)
def test_a_damaged_file_is_one_sentence_with_its_place(content: bytes, said: str) -> None:
    with pytest.raises(ReleaseError, match=said):
        read_csv(file(content))


def test_another_encoding_is_read_and_said() -> None:
    table = read_csv(file("a,b\nCafé,1\n".encode("cp1252")))
    assert table.lines[0][0] == "Café"
    assert [(f.rule, f.source_cell) for f in table.findings] == [
        ("encoding-assumed", "figures.csv")
    ]


@pytest.mark.parametrize("content", [b"", b"\x00\x01", b"PAR1\x00\x00", b'"never closed'])
def test_what_is_no_table_has_no_headings(content: bytes) -> None:
    assert not headings(file(content)) - {"never closed"}


def test_headings_of_a_file_are_those_of_its_first_line() -> None:
    assert header_of(file(b"b , a\n1,2\n")) == ("b", "a")
