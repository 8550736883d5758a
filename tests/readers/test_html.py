"""HTML pages as browsers, office programs and report tools write them."""

import io

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kpi_core.errors import ReportError
from kpi_core.readers import Cell, Document, Grid
from kpi_core.readers.html import read


def document(page: str | bytes) -> Document:
    content = page if isinstance(page, bytes) else page.encode()
    return read(io.BytesIO(content), "page.html")


def grid(page: str) -> Grid:
    (only,) = document(page).grids
    return only


def rows(page: str) -> list[list[str]]:
    return [[cell.text for cell in line.cells] for line in grid(page).lines]


def cells(page: str) -> list[Cell]:
    return [cell for line in grid(page).lines for cell in line.cells]


def table(*rows: str) -> str:
    return f"<table>{''.join(f'<tr>{row}</tr>' for row in rows)}</table>"


TWO_BY_TWO = table("<th>Indicator<th>2019/20 Q4", "<td>Reduce<td>12%")


def test_cells_have_the_places_that_a_person_counts() -> None:
    assert [(c.text, c.address) for c in cells(TWO_BY_TWO)] == [
        ("Indicator", "table 1, row 1, column 1"),
        ("2019/20 Q4", "table 1, row 1, column 2"),
        ("Reduce", "table 1, row 2, column 1"),
        ("12%", "table 1, row 2, column 2"),
    ]


def test_merged_cells_stand_at_their_first_place_and_anchor_the_others() -> None:
    page = table("<th rowspan=2>Indicator<th colspan=2>2019/20<th rowspan=9>Status", "<th>Q3<th>Q4")
    top, below = grid(page).lines
    assert [cell.text for cell in top.cells] == ["Indicator", "2019/20", "", "Status"]
    assert [cell.text for cell in below.cells] == ["", "Q3", "Q4", ""]
    assert [cell.shown for cell in top.cells] == ["Indicator", "2019/20", "2019/20", "Status"]
    assert [cell.shown for cell in below.cells] == ["Indicator", "Q3", "Q4", "Status"]
    assert below.cells[0].anchor is top.cells[0]


@pytest.mark.parametrize(
    ("span", "columns"),
    [("", 1), ("0", 1), ("1", 1), ("2", 2), ("x", 1), ("-3", 1), ("2.5", 1), ("1001", 1000)],
)
def test_a_span_that_is_no_number_is_one(span: str, columns: int) -> None:
    page = table(f"<td colspan='{span}'>a", "<td>b" + "<td>c" * 999)
    assert sum(cell.shown == "a" for cell in grid(page).lines[0].cells) == columns


def test_a_span_ends_with_its_group_of_rows() -> None:
    page = (
        "<table><thead><tr><th rowspan=5>a<th>b</thead>"
        "<tbody><tr><td rowspan=0>c<td>d<tr><td>e</tbody><tbody><tr><td>f<td>g</table>"
    )
    assert rows(page) == [["a", "b"], ["c", "d"], ["", "e"], ["f", "g"]]


def test_the_foot_is_shown_last_wherever_it_is_written() -> None:
    page = "<table><tfoot><tr><td>sum<td>3</tfoot><tbody><tr><td>a<td>1</tbody></table>"
    assert rows(page) == [["a", "1"], ["sum", "3"]]


@pytest.mark.parametrize(
    ("inner", "text"),
    [
        ("a  b\n c", "a b c"),
        ("a<br>b<br/>c", "a\nb\nc"),
        ("<p>a</p><p>b</p>", "a\nb"),
        ("<b>17</b>.1<sup>%</sup>", "17.1%"),
        ("a&nbsp;b &amp; c&lt;d", "a\u00a0b & c<d"),
        ("x<!-- y --><script>z</script><style>w</style>", "x"),
        ("<img src='green.png' alt='Green'>", "Green"),
        ("<ul><li>a<li>b</ul>", "a\nb"),
        ("<input value='16%'><input type=hidden value=x>", "16%"),
        ("<select><option>Red</select>", "Red"),
        ("<pre>a\nb</pre>", "a\nb"),
    ],
)
def test_a_cell_says_what_a_browser_shows(inner: str, text: str) -> None:
    assert rows(table(f"<td>{inner}<td>1"))[0][0] == text


@pytest.mark.parametrize(
    ("attribute", "fill"),
    [
        ("style='background-color:#c00000'", "C00000"),
        ("style='background:#0f0'", "00FF00"),
        ("style='BACKGROUND: Red url(x.png) no-repeat'", "FF0000"),
        ("style='background-color: rgb(0, 176, 80) !important'", "00B050"),
        ("bgcolor=ffC000", "FFC000"),
        ("bgcolor='#ffc000'", "FFC000"),
        ("bgcolor=orange", "FFA500"),
        ("class=good", "00B050"),
        ("class='x late'", "FF0000"),
        ("style='background:transparent'", None),
        ("style='background-color:no-colour'", None),
        ("class=paper", None),
        ("", None),
    ],
)
def test_background_colours_are_read(attribute: str, fill: str | None) -> None:
    style = (
        "<style><!-- .good { background: #00b050 } td.late, th.late {background:red} "
        "@media print { .paper { background: red } } --></style>"
    )
    first, *_ = cells(style + table(f"<td {attribute}>x<td>1"))
    assert first.fill == fill


def test_a_row_colours_its_cells() -> None:
    page = table("<td>a<td bgcolor=red>b").replace("<tr>", "<tr style='background:yellow'>")
    assert [cell.fill for cell in cells(page)] == ["FFFF00", "FF0000"]


def test_text_before_a_table_belongs_to_it_and_text_after_the_last_ends_it() -> None:
    page = (
        "<title>Scorecard</title><h1>Plan <b>2</b></h1>loose"
        f"{TWO_BY_TWO}<p>Second</p>{TWO_BY_TWO}<p>Notes: none</p>"
    )
    first, second = document(page).grids
    assert (first.title, second.title) == ("table 1", "table 2")
    assert [(line.address, line.cells[0].text) for line in first.lines[:3]] == [
        ("page title", "Scorecard"),
        ("paragraph 1", "Plan 2"),
        ("paragraph 2", "loose"),
    ]
    assert [line.cells[0].text for line in second.lines] == [
        *("Second", "Indicator", "Reduce", "Notes: none"),
    ]
    assert [len(line.cells) for line in second.lines] == [1, 2, 2, 1]


def test_a_caption_and_text_outside_cells_are_kept() -> None:
    page = "<table><caption>Cap</caption><tr>stray<td>a<td>b</table>"
    assert rows(page) == [["Cap"], ["stray"], ["a", "b"]]


def test_tables_that_only_arrange_a_page_are_passed_through() -> None:
    page = f"<table><tr><td>Title</td></tr><tr><td>{TWO_BY_TWO}</td></tr></table>"
    assert rows(page) == [["Title"], ["Indicator", "2019/20 Q4"], ["Reduce", "12%"]]


def test_a_table_inside_a_data_table_is_a_table_of_its_own() -> None:
    inner = table("<td>in<td>ner")
    outer = table("<th>Indicator<th>Q4", f"<td>Reduce<td>12%{inner}", "<td>b<td>c")
    first, second = document(outer).grids
    assert [[c.text for c in line.cells] for line in first.lines] == [
        ["Indicator", "Q4"],
        ["Reduce", "12%"],
        ["b", "c"],
    ]
    assert [[c.text for c in line.cells] for line in second.lines] == [["in", "ner"]]


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
