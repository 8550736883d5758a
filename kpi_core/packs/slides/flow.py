"""Sections that go on: what does not fit on a slide stands on the next one, in the same letters."""

from collections.abc import Callable, Sequence

from pptx.slide import Slide

from kpi_core.packs.pieces import Part, Table
from kpi_core.packs.slides import design
from kpi_core.packs.slides.design import BODY, Place
from kpi_core.packs.slides.lines import Level, Line, fill, height, lines_of
from kpi_core.packs.slides.tables import cut_rows, put_table, row_height, rows_that_fit
from kpi_core.packs.slides.texts import free_place, put_text, without_empty_text

GAP = 10.0
"""Between a table and what stands below it."""


class Flow:
    """Puts parts below each other, on as many slides of one section as it takes.

    Args:
        name: of the section; the titles of further slides are made of it.
        new: makes a slide for text with a title.
    """

    def __init__(self, name: str, new: Callable[[str], Slide]) -> None:
        self.name, self.new = name, new
        self.slide: Slide | None = None
        self.top, self.further = BODY.bottom, 0

    def take(self, slide: Slide) -> None:
        """Goes on with this slide, which is empty below its title."""
        self.slide, self.top = slide, BODY.top

    def more(self) -> Slide:
        """Another slide, with a title of its own."""
        self.further += 1
        number = f" {self.further}" if self.further > 1 else ""
        self.take(self.new(f"{self.name} (continued{number})"))
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
            put_text(self.slide, free_place(self.slide), fits, place)
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
            if self.slide is None or (not fit and self.top > BODY.top):
                self.more()
                continue
            fit = max(fit, 1)  # a row is cut so that an empty slide holds it
            place = Place(BODY.left, self.top + GAP / 2, BODY.width, self.room)
            self.top = put_table(self.slide, table, rows[:fit], place) + GAP
            rows = rows[fit:]
        without_empty_text(self.slide)
