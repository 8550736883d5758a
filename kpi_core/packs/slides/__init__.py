"""A pack as a presentation: one finding to a slide, and another slide rather than small letters.

``design`` gives master and layouts their look, ``lines`` and ``tables`` know how much room a text
takes, ``texts`` puts it on a slide, and ``flow`` goes on with further slides.
"""

import copy
import io
from datetime import UTC, datetime, time
from functools import partial

from pptx.presentation import Presentation
from pptx.slide import Slide
from pptx.util import Pt

from kpi_core.charts.measure import wrap
from kpi_core.packs.clean import clean
from kpi_core.packs.pieces import Facts, Pack, Part, Picture, Section, Table
from kpi_core.packs.sealed import sealed
from kpi_core.packs.slides import design
from kpi_core.packs.slides.design import CHART, SIDE, Place
from kpi_core.packs.slides.flow import GAP, Flow
from kpi_core.packs.slides.lines import Level, Line, cut_after, height, lines_of, part_lines
from kpi_core.packs.slides.tables import put_table, table_height
from kpi_core.packs.slides.texts import put_text, write

MOST_TITLE_LINES = 3

MOST_BESIDE = SIDE.height * 0.6
"""Height of a table of values that stands beside the chart; a taller one gets its own slide."""


def write_slides(pack: Pack) -> bytes:
    """The pack as PPTX."""
    made = design.new_presentation()
    deck = _Deck(made, pack.footer)
    deck.cover(pack)
    for section in pack.sections:
        deck.section(section)
    known = made.core_properties
    known.title, known.subject = clean(pack.title)[:255], clean(pack.subtitle)[:255]
    known.author = known.last_modified_by = clean(pack.organisation)[:255]
    known.language = design.LANGUAGE
    known.created = known.modified = datetime.combine(pack.dated, time(), UTC)
    content = io.BytesIO()
    made.save(content)
    return sealed(content.getvalue())


class _Deck:
    """Adds slides to a presentation."""

    def __init__(self, made: Presentation, footer: str) -> None:
        self.made, self.footer = made, footer

    def slide(self, kind: str, title: str) -> Slide:
        """A slide with a title, the footer and its number."""
        slide: Slide = self.made.slides.add_slide(design.layout(self.made, kind))
        assert slide.shapes.title is not None, "every layout of a pack has a title"
        slide.shapes.title.text_frame.text = clean(title)
        for shape in list(slide.slide_layout.placeholders):
            if design.at_the_foot(shape):
                design.xml(slide.shapes).append(copy.deepcopy(design.xml(shape)))
        for shape in slide.placeholders:
            if "Footer" in shape.name:
                shape.text_frame.text = clean(self.footer)
        return slide

    def cover(self, pack: Pack) -> None:
        slide = self.slide(design.COVER, pack.title)
        lines = [Line(pack.subtitle, Level.BODY), *lines_of([pack.cover])]
        write(slide.placeholders[1].text_frame, lines)

    def section(self, section: Section) -> None:
        """One slide where all of it fits, else as many as it takes."""
        title, whole = _title(section.heading)
        name, _ = _title(section.name)
        flow = Flow(name, partial(self.slide, design.TEXT))
        first = section.parts[0] if section.parts else Part("")
        if first.pieces and isinstance(first.pieces[0], Picture):
            left = self.finding(title, whole, section)
        else:
            flow.take(self.slide(design.TEXT, title))
            flow.text(whole)
            flow.part(Part("", section.pieces))
            left = list(section.parts)
        for part in left:
            flow.part(part)

    def finding(self, title: str, whole: list[Line], section: Section) -> list[Part]:
        """The chart, and beside it the figures and those parts that fit whole.

        Returns:
            What has to go on another slide.
        """
        figures, *others = section.parts
        picture, values = figures.pieces
        assert isinstance(picture, Picture)
        assert isinstance(values, Table)
        slide, top, left = self.slide(design.FINDING, title), SIDE.top, list[Part]()
        _chart(slide, picture)
        brief = values.shortened()
        if table_height(brief, SIDE.width) <= MOST_BESIDE:
            top = put_table(slide, brief, brief.rows, SIDE) + GAP
        else:
            left.append(Part(figures.heading, (values,)))
        lines = [*whole, *_at_a_glance(section)]
        for part in others:
            more = [*lines, *part_lines(part)]
            fits = height(more, SIDE.width, design.SIDE_SIZE) <= SIDE.bottom - top
            lines = more if fits else lines
            left += [] if fits else [part]
        place = Place(SIDE.left, top, SIDE.width, SIDE.bottom - top)
        put_text(slide, slide.placeholders[2], lines, place)
        return left


def _title(heading: str) -> tuple[str, list[Line]]:
    """The heading as a title, and the whole of it as a paragraph where a title has no room."""
    folded = wrap(heading, design.TITLE.width, design.TITLE_SIZE, bold=True)
    if len(folded) <= MOST_TITLE_LINES:
        return heading, []
    first, _ = cut_after(heading, folded[: MOST_TITLE_LINES - 1])
    return f"{first} …", [Line(heading, Level.BODY)]


def _at_a_glance(section: Section) -> list[Line]:
    """What stands above the parts; facts one after the other, to save room."""
    lines = []
    for piece in section.pieces:
        if isinstance(piece, Facts):
            said = "; ".join(f"{label}: {text}" for label, text in piece.pairs)
            lines.append(Line(said, Level.BODY))
        else:
            lines += lines_of([piece])
    return lines


def _chart(slide: Slide, picture: Picture) -> None:
    scale = min(CHART.width / picture.width, CHART.height / picture.height)
    shape = slide.shapes.add_picture(
        io.BytesIO(picture.content),
        *(Pt(CHART.left), Pt(CHART.top), Pt(picture.width * scale), Pt(picture.height * scale)),
    )
    design.describe(shape, "Chart", clean(picture.alt))
