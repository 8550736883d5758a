"""HTML pages as a whole: hidden parts, encodings, and markup that is broken."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kpi_core.errors import ReportError
from tests.readers.html_maker import TWO_BY_TWO, document, rows, table


@pytest.mark.parametrize(
    "page",
    [
        "<table><td>a<td>b</table>",
        "<table><tbody><td>a<td>b</table>",
        "<table><form><tr><td>a<td>b</form></table>",
    ],
)
def test_cells_without_a_row_get_one(page: str) -> None:
    assert rows(page) == [["a", "b"]]


@pytest.mark.parametrize(
    "hide", ["hidden", "style='display: none'", "class=off", "style='visibility:hidden'"]
)
def test_hidden_cells_are_kept_aloud(hide: str) -> None:
    page = f"<style>.off{{display:none}}</style>{TWO_BY_TWO}".replace("<td>", f"<td {hide}>")
    found = document(page)
    assert [c.text for c in found.grids[0].lines[1].cells] == ["Reduce", "12%"]
    (finding,) = found.findings
    assert (finding.rule, finding.severity) == ("hidden-cells", "note")
    assert finding.source_cell == "table 1, row 2, column 1"


@pytest.mark.parametrize(
    "page", [TWO_BY_TWO.replace("<tr><td>", "<tr hidden><td>"), f"<div hidden>{TWO_BY_TWO}</div>"]
)
def test_hidden_rows_and_tables_are_kept_aloud(page: str) -> None:
    found = document(page)
    assert [c.text for c in found.grids[0].lines[1].cells] == ["Reduce", "12%"]
    assert [finding.rule for finding in found.findings] == ["hidden-cells"]


def test_a_hidden_sort_key_is_no_part_of_its_figure_but_is_told() -> None:
    found = document(table("<td>a<td><span style='display:none'>0017</span>17%"))
    assert found.grids[0].lines[0].cells[1].text == "17%"
    (finding,) = found.findings
    assert (finding.rule, finding.raw) == ("hidden-text", "0017")
    assert finding.source_cell == "table 1, row 1, column 2"


def test_hidden_paragraphs_are_kept_aloud() -> None:
    found = document(f"<div style='display:none'>Old title</div>{TWO_BY_TWO}")
    assert found.grids[0].lines[0].cells[0].text == "Old title"
    assert [(f.rule, f.source_cell) for f in found.findings] == [("hidden-text", "paragraph 1")]


POUND = "<table><tr><td>£5 – ok<td>1</table>"


@pytest.mark.parametrize(
    "content",
    [
        POUND.encode(),
        POUND.encode("utf-8-sig"),
        POUND.encode("utf-16"),
        f"<meta charset=utf-8>{POUND}".encode(),
        f"<meta charset='windows-1252'>{POUND}".encode("cp1252"),
        f"<meta charset=iso-8859-1>{POUND}".encode("cp1252"),
        f'<?xml version="1.0" encoding="UTF-8"?>{POUND}'.encode(),
        f"<meta charset=no-such>{POUND}".encode(),
    ],
)
def test_the_encoding_is_what_the_page_says_else_utf_8(content: bytes) -> None:
    found = document(content)
    assert found.grids[0].lines[-1].cells[0].text == "£5 – ok"
    assert found.findings == ()


@pytest.mark.parametrize("head", ["", "<meta charset=utf-8>"])
def test_windows_1252_is_assumed_aloud(head: str) -> None:
    found = document(f"{head}{POUND}".encode("cp1252"))
    assert found.grids[0].lines[-1].cells[0].text == "£5 – ok"
    assert [(f.rule, f.severity) for f in found.findings] == [("encoding-assumed", "warning")]


def test_a_page_without_tables_is_lines_of_text() -> None:
    assert rows("<h1>Plan</h1><p>One<br>two</p><div>three</div>") == [
        ["Plan"],
        ["One\ntwo"],
        ["three"],
    ]


@pytest.mark.parametrize(
    ("content", "says"),
    [
        (b"", "the file is empty"),
        (b"  \n", "the file is empty"),
        (b"<html><body></body></html>", "holds no text"),
        (b"<script>x</script>", "holds no text"),
        (b"\xef\xbb\xbf<p>\xff", "UTF-8-SIG and is damaged"),
        (b"<p>\x81\xff", "line 1"),
        (b"<div>" * 300 + b"x", "nested too deeply"),
    ],
)
def test_what_is_no_page_is_refused_in_a_sentence(content: bytes, says: str) -> None:
    with pytest.raises(ReportError, match=says) as caught:
        document(content)
    assert str(caught.value).startswith("page.html: ")


def test_a_zero_byte_does_not_end_the_page() -> None:
    assert rows("<table><tr><td>a\0b<td>c</table>") == [["a\ufffdb", "c"]]


def test_spans_beyond_all_limits_are_refused_before_they_fill_the_memory() -> None:
    wide = "<td colspan=1000 rowspan=60000>x" * 2
    with pytest.raises(ReportError, match="more than 1,000 columns"):
        document(table(wide, *["<td>y"] * 50))


@given(st.text(max_size=300))
def test_any_text_gives_a_document_or_one_sentence(text: str) -> None:
    try:
        found = document(text.encode("utf-8", "surrogatepass"))
    except ReportError as error:
        assert str(error).startswith("page.html: ")  # noqa: PT017  # either way is right
    else:
        assert found.cells_read > 0


MARKUP = st.sampled_from(
    [
        *("<table>", "</table>", "<tr>", "</tr>", "<td>", "</td>", "<td colspan=3>", "<p>", "</p>"),
        *("<th rowspan=2>", "<thead>", "</tbody>", "<br>", "<div hidden>", "</div>", "<pre>", " "),
    ]
)


@given(st.lists(MARKUP | st.from_regex(r"\Aw[0-9]{3}\Z"), max_size=40))
def test_no_word_is_lost_however_broken_the_markup_is(parts: list[str]) -> None:
    words = sorted(part for part in parts if part.startswith("w"))
    try:
        found = document(" ".join(parts))
    except ReportError:
        assert not words
        return
    shown = [c.text for g in found.grids for line in g.lines for c in line.cells]
    concealed = [finding.raw or "" for finding in found.findings if "left out" in finding.message]
    assert sorted(" ".join([*shown, *concealed]).split()) == words
