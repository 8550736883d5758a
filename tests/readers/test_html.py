"""Tables of HTML pages as browsers, office programs and report tools write them."""

import pytest

from tests.readers.html_maker import TWO_BY_TWO, cells, document, grid, rows, table


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
        ("4<sup>th</sup> of 5<sup>12</sup>", "4th of 5¹²"),
        ("<del>85%</del><ins>87%</ins>", "85% 87%"),
        ("<s>5</s>6", "5 6"),
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
