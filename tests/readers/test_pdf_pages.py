"""PDF files of several pages, and pages that hold more than a table."""

from pathlib import Path
from typing import Any

import pytest
from reportlab.lib import colors
from reportlab.pdfgen.canvas import Canvas

from kpi_core.readers import Document, Grid
from kpi_core.readers.pdf.text import is_figure
from tests.readers.pdf_maker import (
    GRID,
    HEADER,
    LONG,
    ROWS,
    WIDTHS,
    Style,
    document,
    drawn,
    grid,
    pdf,
    table,
    text,
    texts_of,
)

MANY = [HEADER, *ROWS[1:] * 20]
STYLES = pytest.mark.parametrize("style", [(GRID,), ()], ids=["ruled", "no lines"])


def furniture(canvas: Canvas, file: Any) -> None:
    canvas.drawString(40, 815, "Council Plan performance, quarter 4 2019/20")
    canvas.drawString(40, 25, "Draft")
    canvas.drawString(500, 25, f"Page {file.page} of 9")


@STYLES
@pytest.mark.parametrize("around", [None, furniture], ids=["plain", "header and footer"])
def test_a_table_goes_on_over_pages(style: tuple[Style, ...], around: Any) -> None:
    first, *aside = document(pdf(table(MANY, *style), around=around)).grids
    own = [line for line in first.lines if len(line.cells) > 1]
    assert [[cell.text for cell in line.cells] for line in own] == MANY
    assert own[0].address == "page 1, table 1, row 1"
    assert own[-1].address.startswith("page 3, table 1, row ")
    assert len(aside) == (around is not None)


@STYLES
def test_a_header_repeated_on_each_page_is_repeated(style: tuple[Style, ...]) -> None:
    found = texts_of(grid(pdf(table(MANY, *style, repeat=1))))
    assert found.count(HEADER) == 3
    assert [row for row in found if row != HEADER] == MANY[1:]


def test_what_pages_repeat_is_set_aside_but_for_the_first_header() -> None:
    first, aside = document(pdf(table(MANY, GRID), around=furniture)).grids
    assert first.lines[0].cells[0].text == "Council Plan performance, quarter 4 2019/20"
    assert aside.title == "text beside the tables"
    assert [line.cells[0].text for line in aside.lines] == [
        *("Draft Page 1 of 9",),
        *("Council Plan performance, quarter 4 2019/20", "Draft Page 2 of 9"),
        *("Council Plan performance, quarter 4 2019/20", "Draft Page 3 of 9"),
    ]
    assert aside.lines[1].address == "page 2, line 1"


@STYLES
def test_rows_that_pages_share_are_rows_and_no_footers(style: tuple[Style, ...]) -> None:
    """On each page the same row stands at the same height, but for its figures."""
    rows = [[f"Ward {at}", f"{at}%", f"{at + 1}%", str(at + 2)] for at in range(10, 170)]
    texts = [["Indicator", "2019/20 Q3", "2019/20 Q4", "Target"], *rows]
    content = pdf(table(texts, *style, widths=(180, 70, 70, 60)))
    assert texts_of(grid(content)) == texts


def cut_row(page: Canvas, rows: list[list[str]], top: float) -> None:
    """A ruled table at the top of a page; each text is one line."""
    edges = [40, 240, 320, 400, 550]
    for at in range(len(rows) + 1):
        page.line(edges[0], top - 20 * at, edges[-1], top - 20 * at)
    for edge in edges:
        page.line(edge, top, edge, top - 20 * len(rows))
    for at, row in enumerate(rows):
        for edge, words in zip(edges, row, strict=False):
            page.drawString(edge + 4, top - 20 * at - 14, words)


HEAD = ["Indicator", "2019/20 Q3", "2019/20 Q4", "Commentary"]


@pytest.mark.parametrize("repeated", [[], [HEAD]], ids=["no header", "header"])
def test_a_row_that_a_page_break_cuts_is_one_row(repeated: list[list[str]]) -> None:
    first = [HEAD, ["Reduce harm", "1%", "2%", "Better than"]]
    rest = [*repeated, ["", "", "", "the year before."], ["Increase joy", "3", "4", "Good"]]
    pages = drawn(lambda p: cut_row(p, first, 120), lambda p: cut_row(p, rest, 800))
    assert texts_of(grid(pages)) == [
        HEAD,
        ["Reduce harm", "1%", "2%", "Better than the year before."],
        *repeated,
        ["Increase joy", "3", "4", "Good"],
    ]


def test_the_last_row_alone_on_its_page_belongs_to_the_table() -> None:
    first = [HEAD, ["Reduce harm", "1%", "2%", "Better"]]
    last = [["Increase joy", "3", "4", "Good"]]
    pages = drawn(lambda p: cut_row(p, first, 120), lambda p: cut_row(p, last, 800))
    assert texts_of(grid(pages)) == [*first, *last]


def test_another_table_on_the_next_page_is_another_table() -> None:
    measures = [["Measure", "2019/20"], ["Things", "3"], ["Other", "4"]]
    first = [HEAD, ["Reduce harm", "1%", "2%", "Better"]]

    def second(page: Canvas) -> None:
        for at, (name, figure) in enumerate(measures):
            page.drawString(100, 700 - 20 * at, name)
            page.drawString(300, 700 - 20 * at, figure)

    one, two = document(drawn(lambda p: cut_row(p, first, 120), second)).grids
    assert (texts_of(one), texts_of(two)) == (first, measures)


def test_headings_that_run_upwards_are_read_in_their_cells() -> None:
    def page(canvas: Canvas) -> None:
        cut_row(canvas, [["Indicator", "", "", ""]], 780)
        canvas.setFont("Helvetica", 3)
        for edge, words in ((250, "2019/20 Q3"), (330, "2019/20 Q4"), (410, "Notes")):
            canvas.saveState()
            canvas.translate(edge, 762)
            canvas.rotate(90)
            canvas.drawString(0, 0, words)
            canvas.restoreState()
        canvas.setFont("Helvetica", 9)
        cut_row(canvas, [["Reduce", "1%", "2%", "x"], ["Increase", "3", "4", "y"]], 760)

    assert texts_of(grid(drawn(page)))[0] == ["Indicator", "2019/20 Q3", "2019/20 Q4", "Notes"]


def test_a_stamp_across_the_page_is_no_part_of_a_cell() -> None:
    def page(canvas: Canvas) -> None:
        cut_row(canvas, [HEAD, ["Reduce", "1%", "2%", "x"], ["Increase", "3", "4", "y"]], 700)
        canvas.saveState()
        canvas.translate(100, 640)
        canvas.rotate(30)
        canvas.setFont("Helvetica", 40)
        canvas.drawString(0, 0, "DRAFT")
        canvas.restoreState()

    table_grid, aside = document(drawn(page)).grids
    assert texts_of(table_grid)[1:] == [["Reduce", "1%", "2%", "x"], ["Increase", "3", "4", "y"]]
    assert texts_of(aside) == [["DRAFT"]]


def test_bold_type_made_by_printing_twice_is_read_once() -> None:
    def page(canvas: Canvas) -> None:
        for shift in (0, 0.3):
            canvas.drawString(100 + shift, 700, "Hall Council, illness")

    assert texts_of(grid(drawn(page))) == [["Hall Council, illness"]]


def card(canvas: Canvas, left: float, lines: list[str]) -> None:
    canvas.setFillColor(colors.whitesmoke)
    canvas.rect(left, 600, 150, 100, fill=1, stroke=0)
    canvas.setFillColor(colors.black)
    for at, line in enumerate(lines):
        canvas.drawCentredString(left + 75, 685 - 12 * at, line)


def test_cards_are_read_one_after_the_other() -> None:
    def page(canvas: Canvas) -> None:
        canvas.setFont("Helvetica", 10)
        canvas.drawString(40, 780, "Key figures")
        card(canvas, 40, ["Reduce the cost of our", "children's services per week", "", "£ 4,280"])
        card(canvas, 220, ["Increase the share of all", "children who live at home", "", "93.8%"])

    assert texts_of(grid(drawn(page))) == [
        ["Key figures"],
        ["Reduce the cost of our children's services per week"],
        ["£ 4,280"],
        ["Increase the share of all children who live at home"],
        ["93.8%"],
    ]


@pytest.mark.parametrize(
    "figure", ["1", "17.1%", "£1,200", "-", "2019/20", "(5)", "<21%", "26.67K"]
)
def test_figures_are_known_by_their_form(figure: str) -> None:
    assert is_figure(figure)


@pytest.mark.parametrize("words", ["", "Q4", "Red", "3 days a week", "a-b", "CHN 08a"])
def test_words_are_no_figures(words: str) -> None:
    assert not is_figure(words)


INDICATORS = {
    "The Gross Costs of 'Children Looked After' in Residential Based Services per Child per Week": (
        *(12, "£ 4,280"),
    ),
    'The Gross Cost of "Children Looked After" in a Community Setting per Child per Week': (
        *(12, "£ 191"),
    ),
    (
        "Balance of Care for Looked After Children: % of Children Being Looked After in the "
        "Community"
    ): (12, "93.8%"),
    "% of Child Protection Re-Registrations Within 18 Months": (10, "7.8%"),
    "% of LAC with More Than One Placement in the Last Year (Aug-Jul)": (12, "14.3%"),
    "% of Children Living in Poverty (After Housing Costs)": (8, "20.8%"),
}


@pytest.fixture(scope="module")
def stirling(shared_data: Path) -> Document:
    path = shared_data / "scorecards" / "stirling_lgbf_social_work.pdf"
    return document(path.read_bytes())


def test_a_published_page_of_charts_gives_each_indicator_its_table(stirling: Document) -> None:
    *tables, aside = stirling.grids
    assert aside.title == "text beside the tables"
    found: dict[str, Grid] = {}
    for one in tables:
        head = next(at for at, line in enumerate(one.lines) if len(line.cells) == 3)
        assert [cell.text for cell in one.lines[head].cells] == ["Period", "Value", "Rank"]
        assert one.lines[head - 2].cells[0].text.startswith("CHN ")
        found[one.lines[head - 1].cells[0].text] = one
    assert list(found) == list(INDICATORS)
    for name, (periods, latest) in INDICATORS.items():
        rows = [row for row in texts_of(found[name]) if len(row) == 3][1:]
        assert len(rows) == periods
        assert rows[-1][:2] == ["2021-22", latest]
        assert all(text for row in rows for text in row)


def test_the_cards_of_the_published_page_are_whole(stirling: Document) -> None:
    lines = [row[0] for row in texts_of(stirling.grids[0]) if len(row) == 1]
    at = lines.index("CHN 22: % of Child Protection Re-Registrations Within 18 Months")
    assert lines[at + 1 : at + 5] == ["7.8%", "#5", "2021-22", "Improving & Decreasing"]
    assert sum(line.startswith("CHN ") and ":" in line for line in lines) == 6


def test_widths_and_names_of_the_sample_make_wraps() -> None:
    """The tests above would prove little if no cell wrapped."""
    _, height = text(LONG).wrap(WIDTHS[0] - 12, 1000)
    assert height > text("Short").wrap(WIDTHS[0] - 12, 1000)[1]
