"""A pack as a presentation: one finding to a slide, and another slide rather than small letters."""

import copy
import io
from collections.abc import Iterable, Sequence
from datetime import UTC, datetime, time
from typing import Any

from pptx.oxml.ns import qn
from pptx.presentation import Presentation
from pptx.slide import Slide
from pptx.util import Pt

from kpi_core.charts.measure import wrap
from kpi_core.packs import slide_design as design
from kpi_core.packs.pieces import Facts, Pack, Part, Picture, Section, Table
from kpi_core.packs.sealed import sealed
from kpi_core.packs.slide_design import BODY, CHART, SIDE, Place
from kpi_core.packs.slide_lines import Level, Line, cut_after, fill, height, lines_of, part_lines
from kpi_core.packs.slide_tables import cut_rows, put_table, row_height, rows_that_fit, table_height
from kpi_core.present.printable import printable

MOST_TITLE_LINES = 3

GAP = 10.0
"""Between a table and what stands below it."""

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
    known.title, known.subject = printable(pack.title)[:255], printable(pack.subtitle)[:255]
    known.author = known.last_modified_by = printable(pack.cover.pairs[0][1])[:255]
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
        slide.shapes.title.text_frame.text = printable(title)
        for shape in list(slide.slide_layout.placeholders):
            if "Number" in shape.name or "Footer" in shape.name:
                design.xml(slide.shapes).append(copy.deepcopy(design.xml(shape)))
        for shape in slide.placeholders:
            if "Footer" in shape.name:
                shape.text_frame.text = printable(self.footer)
        return slide

    def cover(self, pack: Pack) -> None:
        slide = self.slide(design.COVER, pack.title)
        lines = [Line(pack.subtitle, Level.BODY), *lines_of([pack.cover])]
        write(slide.placeholders[1].text_frame, lines)

    def section(self, section: Section) -> None:
        """One slide where all of it fits, else as many as it takes."""
        title, whole = _title(section.heading)
        flow = _Flow(self, section.name)
        first, *others = section.parts or (Part(""),)
        if first.pieces and isinstance(first.pieces[0], Picture):
            slide = self.slide(design.FINDING, title)
            left = self.finding(slide, section, [*whole], first, others)
        else:
            flow.take(self.slide(design.TEXT, title))
            flow.part(Part("", section.pieces))
            left = list(section.parts)
        for part in left:
            flow.part(part)

    def finding(
        self, slide: Slide, section: Section, whole: list[Line], figures: Part, others: list[Part]
    ) -> list[Part]:
        """The chart, and beside it the figures and those parts that fit whole.

        Returns:
            What has to go on another slide.
        """
        picture, values = figures.pieces
        assert isinstance(picture, Picture)
        assert isinstance(values, Table)
        top, left = SIDE.top, list[Part]()
        brief = values.shortened()
        _chart(slide, picture)
        if table_height(brief, SIDE.width) <= MOST_BESIDE:
            top = put_table(slide, brief, brief.rows, SIDE) + GAP
        else:
            left.append(Part("Figures", (values,)))
        lines = [*whole, *_at_a_glance(section)]
        for part in others:
            more = [*lines, *part_lines(part)]
            if height(more, SIDE.width, design.SIDE_SIZE) <= SIDE.bottom - top:
                lines = more
            else:
                left.append(part)
        place = Place(SIDE.left, top, SIDE.width, SIDE.bottom - top)
        _text(slide, slide.placeholders[2], lines, place)
        return left


class _Flow:
    """Puts parts below each other, on as many slides of one section as it takes."""

    def __init__(self, deck: _Deck, name: str) -> None:
        self.deck, self.name = deck, name
        self.slide: Slide | None = None
        self.top, self.further = BODY.bottom, 0

    def take(self, slide: Slide) -> None:
        """Goes on with this slide, which is empty below its title."""
        self.slide, self.top = slide, BODY.top

    def more(self) -> Slide:
        """Another slide, with a title of its own."""
        self.further += 1
        number = f" {self.further}" if self.further > 1 else ""
        name, _ = _title(self.name)
        self.take(self.deck.slide(design.TEXT, f"{name} (continued{number})"))
        assert self.slide is not None
        return self.slide

    @property
    def room(self) -> float:
        return BODY.bottom - self.top

    def part(self, part: Part) -> None:
        waiting = [Line(part.heading, Level.HEADING)] if part.heading else []
        for piece in part.pieces:
            if isinstance(piece, Table):
                self.table(piece, waiting)
                waiting = []
            else:
                waiting += lines_of([piece])
        self.text(waiting)
        for below in part.parts:
            self.part(below)

    def text(self, lines: Sequence[Line]) -> None:
        while lines:
            empty = self.slide is None or self.top == BODY.top
            room = self.room if self.slide is not None else BODY.height
            fits, rest = fill(lines, BODY.width, room, design.BODY_SIZE, whole=empty)
            if not fits or self.slide is None:
                self.more()
                continue
            place = Place(
                BODY.left, self.top, BODY.width, height(fits, BODY.width, design.BODY_SIZE)
            )
            _text(self.slide, _free(self.slide), fits, place)
            self.top, lines = place.bottom, rest

    def table(self, table: Table, above: Sequence[Line]) -> None:
        """A table below the lines that belong to it, its header row on each slide."""
        rows = list(cut_rows(table, BODY.width, BODY.height - GAP))
        needed = height(above, BODY.width, design.BODY_SIZE) + row_height(
            table, table.heads, BODY.width, bold=True
        )
        needed += row_height(table, rows[0], BODY.width) if rows else 0
        if needed > self.room and self.top > BODY.top:
            self.more()
        self.text(above)
        while rows:
            fit = rows_that_fit(table, rows, BODY.width, self.room - GAP)
            if not fit or self.slide is None:
                self.more()
                continue
            place = Place(BODY.left, self.top + GAP / 2, BODY.width, self.room)
            self.top = put_table(self.slide, table, rows[:fit], place) + GAP
            rows = rows[fit:]
        _without_empty_text(self.slide)


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
    design.describe(shape, "Chart", printable(picture.alt))


def _free(slide: Slide) -> Any:
    """The slide's own place for text while it is empty, else a further one that looks the same."""
    own = next((s for s in slide.placeholders if s.placeholder_format.idx == 1), None)
    if own is not None and not own.text_frame.text:
        return own
    box = slide.shapes.add_textbox(Pt(0), Pt(0), Pt(1), Pt(1))
    frame = box.text_frame
    frame.word_wrap = True
    frame.margin_left = frame.margin_right = frame.margin_top = frame.margin_bottom = 0
    levels = slide.slide_layout.slide_master.element.find(qn("p:txStyles")).find(qn("p:bodyStyle"))
    styles = frame._txBody.find(qn("a:lstStyle"))  # noqa: SLF001
    styles.extend(copy.deepcopy(level) for level in levels)
    box.name = f"Text {box.shape_id}"
    return box


def _text(slide: Slide, shape: Any, lines: Iterable[Line], place: Place) -> None:
    """Writes into a place, which is then read after all that stands before it on the slide."""
    place.put(shape)
    write(shape.text_frame, lines)
    _read_last(slide, shape)


def _read_last(slide: Slide, shape: Any) -> None:
    """Order in the file is order of reading: footer and number stay at the end."""
    tree = design.xml(slide.shapes)
    ends = [s for s in slide.placeholders if "Footer" in s.name or "Number" in s.name]
    for part in map(design.xml, (shape, *ends)):
        tree.remove(part)
        tree.append(part)


def _without_empty_text(slide: Slide | None) -> None:
    """A place for text that holds none would ask for some."""
    if slide is not None:
        for shape in list(slide.placeholders):
            if shape.placeholder_format.idx == 1 and not shape.text_frame.text:
                design.remove(shape)


def write(frame: Any, lines: Iterable[Line]) -> None:
    """Paragraphs at their levels; the master gives each level its look."""
    for at, line in enumerate(lines):
        paragraph = frame.paragraphs[0] if at == 0 else frame.add_paragraph()
        paragraph.level = int(line.level)
        paragraph.add_run().text = printable(line.text)
