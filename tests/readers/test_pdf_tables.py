"""Tables of one PDF page, with all, some or no lines between their cells."""

from collections.abc import Sequence

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from reportlab.lib import colors
from reportlab.lib.colors import CMYKColor

from tests.readers.pdf_maker import (
    ABOVE,
    BANDS,
    BELOW,
    GRID,
    HEADER,
    INNER,
    ROWS,
    TIGHT,
    UNDER_HEADER,
    UNDER_ROWS,
    Style,
    Texts,
    beside,
    document,
    grid,
    pdf,
    space,
    table,
    text,
    texts_of,
)

LINES = {
    "ruled": (GRID,),
    "ruled, tight": (GRID, *TIGHT),
    "lines inside alone": (INNER,),
    "lines above, below and under the header": (ABOVE, UNDER_HEADER, BELOW),
    "a line under each row": (UNDER_ROWS,),
    "bands": (BANDS,),
    "no lines": (),
    "no lines, tight": TIGHT,
}


@pytest.mark.parametrize("align", ["TOP", "MIDDLE", "BOTTOM"])
@pytest.mark.parametrize("style", LINES.values(), ids=LINES)
def test_wrapped_rows_are_one_line_each_whatever_the_lines(
    style: tuple[Style, ...], align: str
) -> None:
    assert texts_of(grid(pdf(table(ROWS, *style, align=align)))) == ROWS


def test_cells_have_the_places_that_a_person_counts() -> None:
    found = grid(pdf(text("Adults"), space(12), table(ROWS, GRID)))
    assert [line.address for line in found.lines[:3]] == [
        *("page 1, line 1", "page 1, table 1, row 1", "page 1, table 1, row 2"),
    ]
    assert found.lines[2].cells[3].address == "page 1, table 1, row 2, column 4"


@pytest.mark.parametrize("style", [(GRID,), ()], ids=["ruled", "no lines"])
def test_text_above_a_table_belongs_to_it(style: tuple[Style, ...]) -> None:
    page = pdf(text("Adults"), text("Quarter 4 2019/20"), space(12), table(ROWS, *style))
    assert texts_of(grid(page)) == [["Adults"], ["Quarter 4 2019/20"], *ROWS]


def test_text_below_the_last_table_ends_it() -> None:
    page = pdf(table(ROWS, GRID), space(30), text("Notes: all figures are provisional."))
    assert texts_of(grid(page))[-1] == ["Notes: all figures are provisional."]


def test_merged_cells_stand_at_their_first_place_and_anchor_the_others() -> None:
    texts = [["Indicator", "2019/20", "", "Status"], ["", "Q3", "Q4", ""], ["a", "1", "2", "Red"]]
    spans = (*(GRID, ("SPAN", (1, 0), (2, 0)), ("SPAN", (0, 0), (0, 1)), ("SPAN", (3, 0), (3, 1))),)
    top, below, last = grid(pdf(table(texts, *spans, widths=(180, 70, 70, 60)))).lines
    assert [cell.text for cell in top.cells] == texts[0]
    assert [cell.shown for cell in top.cells] == ["Indicator", "2019/20", "2019/20", "Status"]
    assert [cell.shown for cell in below.cells] == ["Indicator", "Q3", "Q4", "Status"]
    assert [cell.text for cell in last.cells] == texts[2]
    assert below.cells[0].anchor is top.cells[0]


@pytest.mark.parametrize(
    ("colour", "fill"),
    [
        (colors.red, "FF0000"),
        (colors.HexColor("#00b050"), "00B050"),
        (colors.Color(0.5, 0.5, 0.5), "808080"),
        (CMYKColor(0, 1, 1, 0), "FF0000"),
        (CMYKColor(0, 0, 0, 0.5), "808080"),
        (colors.white, None),
    ],
)
@pytest.mark.parametrize("style", [(GRID,), ()], ids=["ruled", "no lines"])
def test_the_colour_behind_a_cell_is_its_fill(
    style: tuple[Style, ...], colour: colors.Color, fill: str | None
) -> None:
    found = grid(pdf(table(ROWS, *style, ("BACKGROUND", (4, 1), (4, 1), colour))))
    assert texts_of(found) == ROWS
    assert [line.cells[4].fill for line in found.lines] == [None, fill, None, None, None]


def test_a_colour_without_a_word_is_still_a_fill() -> None:
    texts = [*ROWS[:2], ["Increase smiles", "12", "14", "13", ""]]
    found = grid(pdf(table(texts, GRID, ("BACKGROUND", (4, 2), (4, 2), colors.green))))
    assert (found.lines[2].cells[4].text, found.lines[2].cells[4].fill) == ("", "008000")


SMALL = [row[:3] for row in ROWS]
OTHER = [SMALL[0], *SMALL[:0:-1]]
SMALL_WIDTHS = (120, 60, 60)


@pytest.mark.parametrize("style", [(GRID,), ()], ids=["ruled", "no lines"])
def test_tables_side_by_side_are_two(style: tuple[Style, ...]) -> None:
    left, right = (table(texts, *style, widths=SMALL_WIDTHS) for texts in (SMALL, OTHER))
    first, second = document(pdf(text("Title"), space(30), beside([left], [right]))).grids
    assert (first.title, second.title) == ("page 1, table 1", "page 1, table 2")
    assert texts_of(first) == [["Title"], *SMALL]
    assert texts_of(second) == OTHER
    assert second.lines[1].cells[2].address == "page 1, table 2, row 2, column 3"


def test_each_of_two_tables_side_by_side_has_its_own_title() -> None:
    left, right = (table(texts, GRID, widths=SMALL_WIDTHS) for texts in (SMALL, OTHER))
    page = pdf(text("Page"), beside([text("Adults"), left], [text("Children"), right]))
    first, second = document(page).grids
    assert texts_of(first)[:2] == [["Page"], ["Adults"]]
    assert texts_of(second)[0] == ["Children"]


MEASURES = [["Measure", "Owner", "2019/20"], ["Things per head", "Jo", "3"], ["Other", "Al", "4"]]
MEASURES += [["More", "Al", "5"]]


@pytest.mark.parametrize("style", [(GRID,), ()], ids=["ruled", "no lines"])
def test_tables_one_under_the_other_are_two_with_their_titles(style: tuple[Style, ...]) -> None:
    second = table(MEASURES, *style, widths=(200, 100, 60))
    page = pdf(text("One"), space(12), table(ROWS, *style), space(14), text("Two"), second)
    found = [texts_of(one) for one in document(page).grids]
    assert found == [[["One"], *ROWS], [["Two"], *MEASURES]]


@pytest.mark.parametrize("style", LINES.values(), ids=LINES)
def test_a_heading_of_a_part_is_a_line_of_one_cell(style: Sequence[Style]) -> None:
    part = [["Children and families", "", "", "", ""]]
    texts = [HEADER, *part, *ROWS[1:3], *part, *ROWS[3:]]
    assert texts_of(grid(pdf(table(texts, *style)))) == texts


def test_headings_that_fill_their_columns_are_not_run_together() -> None:
    header = ["Indicator", "2019/20 Q2", "2019/20 Q3", "2019/20 Q4"]
    texts = [header, *[[f"Name {at}", "1%", "2%", "3%"] for at in range(12)]]
    found = grid(pdf(table(texts, *TIGHT, widths=(100, 58, 58, 58))))
    assert texts_of(found) == texts


def test_a_hyphen_at_the_end_of_a_line_is_kept_and_gets_no_space() -> None:
    texts = [["Indicator", "2019/20"], ["Re-registrations", "1"], ["a 3-6 month lag", "2"]]
    words = [
        ["Indicator", "2019/20"],
        ["Re-<br/>registrations", "1"],
        ["a 3-<br/>6 month lag", "2"],
    ]
    assert texts_of(grid(pdf(table(words, GRID, widths=(180, 70))))) == texts


def test_plain_prose_is_paragraphs_and_no_table() -> None:
    prose = " ".join(["This is a paragraph about the performance of the council in the year."] * 6)
    page = pdf(text("Heading"), text(prose), space(10), text(prose))
    assert texts_of(grid(page)) == [["Heading"], [prose], [prose]]


WORDS = st.lists(st.text("abcdefgh", min_size=2, max_size=9), min_size=1, max_size=9)
NAMES = WORDS.map(lambda words: " ".join(words).capitalize())
FIGURES = st.integers(0, 9999).map(str) | st.integers(0, 100).map(lambda n: f"{n}%") | st.just("-")


@settings(max_examples=15, deadline=None)
@given(st.lists(st.tuples(NAMES, FIGURES, FIGURES, NAMES), min_size=2, max_size=8))
def test_no_word_is_lost_and_ruled_cells_stay_apart(rows: list[tuple[str, str, str, str]]) -> None:
    texts: Texts = [["Indicator", "2019/20 Q3", "2019/20 Q4", "Notes"], *map(list, rows)]
    widths = (120, 60, 60, 120)
    assert texts_of(grid(pdf(table(texts, GRID, widths=widths)))) == texts
    loose = document(pdf(table(texts, widths=widths)))
    shown = [cell.text for one in loose.grids for line in one.lines for cell in line.cells]
    given_texts = [cell for row in texts for cell in row]
    assert sorted(" ".join(shown).split()) == sorted(" ".join(given_texts).split())
