"""A presentation has titles, an order of reading, descriptions, and nothing beyond its slides."""

import io
from collections.abc import Mapping

import pptx
import pytest
from hypothesis import given
from hypothesis import strategies as st
from pptx.oxml.ns import qn
from pptx.presentation import Presentation
from pptx.shapes.base import BaseShape
from pptx.slide import Slide

from kpi_core.packs.pieces import Table
from kpi_core.packs.slides.design import BODY, BODY_SIZE, LANGUAGE, SIDE, SIDE_SIZE, TABLE_SIZE
from kpi_core.packs.slides.lines import Level, Line, cut_after, fill, height
from kpi_core.packs.slides.tables import cut_rows, row_height
from tests.packs.reading_back import is_foot


@pytest.fixture(scope="session")
def deck(red: Mapping[str, bytes]) -> Presentation:
    return pptx.Presentation(io.BytesIO(red["pptx"]))


def content(slide: Slide) -> list[BaseShape]:
    return [s for s in slide.shapes if s != slide.shapes.title and not is_foot(s)]


def test_every_slide_has_a_title_that_no_other_has(deck: Presentation) -> None:
    titles = [slide.shapes.title.text_frame.text for slide in deck.slides]
    assert all(titles)
    assert len(set(titles)) == len(titles)


def test_every_shape_of_a_slide_has_a_number_of_its_own(deck: Presentation) -> None:
    for slide in deck.slides:
        numbers = [shape.shape_id for shape in slide.shapes]
        assert len(set(numbers)) == len(numbers)


def test_no_two_indicators_share_a_slide(deck: Presentation) -> None:
    pictures = [[s for s in slide.shapes if s.name == "Chart"] for slide in deck.slides]
    assert sorted(map(len, pictures), reverse=True)[:9] == [*([1] * 8), 0]


def test_order_of_reading_is_title_chart_figures_text_footer(deck: Presentation) -> None:
    for slide in deck.slides:
        kinds = [
            "foot" if is_foot(s) else "title" if s == slide.shapes.title else s.name.split()[0]
            for s in slide.shapes
        ]
        assert kinds[0] == "title"
        assert kinds[-2:] == ["foot", "foot"]
        if "Chart" in kinds:
            assert kinds[1:-2] == ["Chart", "Table", "Content"]


def test_pictures_and_tables_are_described(deck: Presentation) -> None:
    for slide in deck.slides:
        for shape in slide.shapes:
            if shape.name == "Chart":
                assert shape._element.nvPicPr.cNvPr.get("descr") == slide.shapes.title.text
            if shape.has_table:
                assert shape._element.nvGraphicFramePr.cNvPr.get("descr")
                assert shape.table.first_row


def test_slides_are_numbered_and_say_whose_they_are(deck: Presentation) -> None:
    for slide in deck.slides:
        fields = [f.get("type") for f in slide._element.iter(qn("a:fld"))]
        assert fields == ["slidenum"]
        said = [s.text_frame.text for s in slide.placeholders if is_foot(s)]
        assert "Cheshire West and Chester Council, 2019/20 Q4" in said


def test_language_and_title_of_the_file(deck: Presentation) -> None:
    assert deck.core_properties.language == LANGUAGE
    assert deck.core_properties.title.startswith("Cheshire West and Chester Council")
    master = deck.slide_master.element
    langs = {e.get("lang") for e in master.iter(qn("a:defRPr"), qn("a:rPr"))}
    assert langs == {LANGUAGE}


def test_everything_stands_on_its_slide_and_nothing_on_anything_else(deck: Presentation) -> None:
    for slide in deck.slides:
        places = [(s.left, s.top, s.left + s.width, s.top + s.height) for s in content(slide)]
        for left, top, right, bottom in places:
            assert left >= 0
            assert top >= 0
            assert right <= deck.slide_width
            assert bottom <= deck.slide_height
        for at, one in enumerate(places):
            for other in places[at + 1 :]:
                apart = one[2] <= other[0] or other[2] <= one[0]
                above = one[3] <= other[1] or other[3] <= one[1]
                assert apart or above, slide.shapes.title.text_frame.text


def test_no_text_is_taller_than_its_place(deck: Presentation) -> None:
    for slide in deck.slides:
        for shape in content(slide):
            if shape.has_text_frame:
                beside = shape.left.pt > SIDE.left - 1
                size = SIDE_SIZE if beside else BODY_SIZE
                lines = [Line(p.text, Level(p.level)) for p in shape.text_frame.paragraphs]
                assert height(lines, shape.width.pt, size) <= shape.height.pt + 0.01


def test_no_letter_is_smaller_than_twelve_points(deck: Presentation) -> None:
    sizes = [
        int(properties.get("sz"))
        for element in (deck.slide_master.element, *(s._element for s in deck.slides))
        for properties in element.iter(qn("a:rPr"), qn("a:defRPr"))
        if properties.get("sz") is not None
    ]
    assert min(sizes) >= 1200
    assert min(BODY_SIZE, SIDE_SIZE, TABLE_SIZE) >= 12


words = st.text(st.characters(codec="utf-8", exclude_categories=["Cc", "Cs"]), max_size=400)


@given(words, st.integers(0, 6))
def test_a_text_that_is_cut_is_lost_nowhere(text: str, most: int) -> None:
    folded = Line(text, Level.BODY).folded(200, 14)[:most]
    first, second = cut_after(text, folded)
    assert "".join((first + second).split()) == "".join(text.split())


@given(st.lists(st.builds(Line, words, st.sampled_from(Level)), max_size=8))
def test_lines_fill_places_without_end_and_without_loss(lines: list[Line]) -> None:
    placed, rest = [], lines
    for _ in range(1000):
        fits, rest = fill(rest, 300, 100, 14, whole=True)
        placed += fits
        if not rest:
            break
    assert not rest
    said = "".join(line.text for line in placed)
    assert "".join(said.split()) == "".join("".join(line.text for line in lines).split())


@given(st.lists(st.tuples(words, words, words), min_size=1, max_size=4))
def test_rows_are_cut_to_the_height_of_a_slide(rows: list[tuple[str, str, str]]) -> None:
    table = Table("Caption", ("What", "Which", "Why"), tuple(rows))
    room = 80.0
    most = room - row_height(table, table.heads, BODY.width, bold=True)
    cut = list(cut_rows(table, BODY.width, room))
    assert all(row_height(table, cells, BODY.width) <= max(most, 25) for cells in cut)
    for at in range(3):
        said = "".join(cells[at] for cells in cut)
        assert "".join(said.split()) == "".join("".join(row[at] for row in rows).split())
