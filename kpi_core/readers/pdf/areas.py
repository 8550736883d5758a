"""A page as areas within areas: tables, and boxes that hold text, each read on its own."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from kpi_core.readers.pdf.aligned import Surroundings, items_of
from kpi_core.readers.pdf.found import FoundTable, Item, TextLine
from kpi_core.readers.pdf.geometry import Box
from kpi_core.readers.pdf.letters import Word
from kpi_core.readers.pdf.ruled import ruled_tables
from kpi_core.readers.pdf.sheet import Sheet
from kpi_core.readers.pdf.text import box_of, visual_lines

WIDEST = 0.6
"""A box wider than this share of the text is a page's frame or a band behind a row."""

LEAST_LINES = 3
"""A box with fewer lines of text is the background of a cell."""

GUTTER = 3.0
"""Boxes closer to each other than this are cells."""

SAME_HEIGHT = 5.0
"""What begins within so many points of height is read from left to right."""


TITLE_GAP = 30.0
"""A title stands no further above its table, in points."""


@dataclass(frozen=True)
class PageItems:
    """What a page holds in reading order; ``aside`` is text beside tables, such as a chart's."""

    items: tuple[Item, ...]
    aside: tuple[TextLine, ...]

    @property
    def open_table(self) -> FoundTable | None:
        """The table that ends the page, and may go on overleaf."""
        last = self.items[-1] if self.items else None
        return last if isinstance(last, FoundTable) else None


@dataclass
class _Area:
    box: Box
    width: float | None
    words: list[Word] = field(default_factory=list)
    tables: list[FoundTable] = field(default_factory=list)
    inner: list["_Area"] = field(default_factory=list)


def page_items(sheet: Sheet, before: FoundTable | None = None) -> PageItems:
    """Read a page; ``before`` is the table that the page before ended with."""
    tables, used = ruled_tables(sheet, before)
    words = [word for word in sheet.words if word not in used]
    page = _Area(sheet.box, box_of(sheet.words).width if sheet.words else 0.0)
    areas = [page, *(_Area(box, None) for box in _boxes(sheet, tables, words))]
    for word in words:
        _smallest(areas, word.box).words.append(word)
    for table in tables:
        _smallest(areas, table.box).tables.append(table)
    for area in areas[1:]:
        _smallest([a for a in areas if a.box.area > area.box.area], area.box).inner.append(area)
    items, aside = _read(page, sheet, before)
    turned = [w for w in sheet.turned if not any(table.box.holds(w.box) for table in tables)]
    stamps = [TextLine(word.text, word.box) for word in (*turned, *sheet.slanted)]
    return PageItems(tuple(items), (*aside, *stamps))


def _smallest(areas: Iterable[_Area], box: Box) -> _Area:
    """The innermost area that holds the middle of a box; the page holds whatever nothing does."""
    page, *others = areas
    return min((a for a in others if a.box.holds(box)), key=lambda a: a.box.area, default=page)


def _boxes(sheet: Sheet, tables: Sequence[FoundTable], words: Sequence[Word]) -> Iterator[Box]:
    """Rectangles that set text apart, such as cards; those behind cells and rows do not."""
    widest = WIDEST * sheet.box.width
    boxes = {
        patch.box
        for patch in sheet.patches
        if patch.box.width < widest and not any(t.box.encloses(patch.box) for t in tables)
    }
    for box in sorted(boxes, key=lambda box: (box.top, box.x0)):
        if any(_touch(box, other) for other in boxes if other is not box):
            continue
        if len(visual_lines(w for w in words if box.holds(w.box))) >= LEAST_LINES:
            yield box


def _touch(box: Box, other: Box) -> bool:
    """The two stand side by side or one upon the other, like cells."""
    nested = box.encloses(other) or other.encloses(box)
    return not nested and box.meets(other, GUTTER)


def _read(
    area: _Area, sheet: Sheet, before: FoundTable | None = None
) -> tuple[list[Item], list[TextLine]]:
    """The items of an area in reading order, and the text beside its tables."""
    rules = [rule for rule in sheet.rules if area.box.meets(rule)]
    patches = [patch for patch in sheet.patches if area.box.encloses(patch.box)]
    around = Surroundings(rules, patches, area.width, before.rows if before else ())
    aside: list[TextLine] = []
    parts: list[list[Item]] = [[table] for table in area.tables]
    parts += [[item] for item in items_of(area.words, around)]
    for inner in area.inner:
        items, more = _read(inner, sheet)
        aside += more
        if items:
            parts.append(items)
    tables = [_box(part) for part in parts if _has_table(part)]
    for part in parts:
        if not _has_table(part) and any(_starts_beside(_box(part), table) for table in tables):
            aside += [item for item in part if isinstance(item, TextLine)]
            part.clear()
    parts = _with_titles([part for part in parts if part])
    return [item for part in _in_order(parts) for item in part], aside


def _with_titles(parts: list[list[Item]]) -> list[list[Item]]:
    """Where tables stand side by side, the text right above one of them belongs to it."""
    tables = [part for part in parts if _has_table(part)]
    texts = [part for part in parts if not _has_table(part)]
    for table in tables:
        if any(_box(table).beside(_box(other)) for other in tables if other is not table):
            while above := next((t for t in texts if _is_title(_box(t), _box(table))), None):
                texts.remove(above)
                table[:0] = above
    return [*tables, *texts]


def _is_title(text: Box, table: Box) -> bool:
    within = table.x0 - SAME_HEIGHT < text.x0 and text.x1 < table.x1 + SAME_HEIGHT
    return within and 0 <= table.top - text.bottom < TITLE_GAP


def _has_table(part: Sequence[Item]) -> bool:
    return any(isinstance(item, FoundTable) for item in part)


def _starts_beside(text: Box, table: Box) -> bool:
    return table.top - SAME_HEIGHT < text.top < table.bottom - SAME_HEIGHT / 2


def _box(part: Sequence[Item]) -> Box:
    return Box.around(item.box for item in part)


def _in_order(parts: Iterable[list[Item]]) -> Iterator[list[Item]]:
    """From top to bottom; what begins at one height from left to right."""
    band: list[list[Item]] = []
    for part in sorted(parts, key=lambda part: _box(part).top):
        if band and _box(part).top - _box(band[0]).top > SAME_HEIGHT:
            yield from sorted(band, key=lambda part: _box(part).x0)
            band = []
        band.append(part)
    yield from sorted(band, key=lambda part: _box(part).x0)
