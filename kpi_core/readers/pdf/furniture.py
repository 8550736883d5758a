"""Page headers, page footers and page numbers: what pages repeat is no part of their tables."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from kpi_core.readers.pdf.found import TextLine
from kpi_core.readers.pdf.geometry import Box, Shelves
from kpi_core.readers.pdf.letters import Word
from kpi_core.readers.pdf.sheet import Sheet
from kpi_core.readers.pdf.text import box_of, stretches, visual_lines

MARGIN = 0.12
"""The share of a page's height, above and below, where its headers and footers stand."""

SAME_HEIGHT = 4.0
"""What pages repeat stands at one height, give or take so many points."""

TOP_PARTS = 2
"""A repeated line with more parts at the top of pages is the header of a table."""

BOTTOM_PARTS = 3
"""A line with more parts at the bottom of pages is a row of a table."""

OFTEN = 0.4
"""The share of pages that have one header, where left and right pages may differ; at least two."""

APART = 2.0
"""The gap between the parts of a header, in letter sizes."""

PAGE_NUMBER = re.compile(r"(page\s*)?\d{1,4}(\s*(of|/)\s*\d{1,4})?", re.IGNORECASE)

Key = tuple[str, int]


@dataclass(frozen=True)
class _Line:
    words: tuple[Word, ...]
    at_top: bool

    @property
    def text(self) -> str:
        return " ".join(word.text for word in self.words)

    @property
    def box(self) -> Box:
        return box_of(self.words)

    @property
    def key(self) -> Key:
        """The same for the same line of another page, whatever its numbers."""
        return re.sub(r"\d+", "0", self.text), round(self.box.top / SAME_HEIGHT)


def set_aside(sheets: Sequence[Sheet]) -> Iterator[tuple[Sheet, list[TextLine]]]:
    """Each page without its header and footer, and these; the first page keeps its header."""
    lines = [list(_in_margins(sheet)) for sheet in sheets]
    seen = Counter(key for of_page in lines for key in {line.key for line in of_page})
    often = max(2, OFTEN * len(sheets))
    for sheet, of_page in zip(sheets, lines, strict=True):
        apart = [
            line
            for line in of_page
            if PAGE_NUMBER.fullmatch(line.text)
            or (seen[line.key] >= often and not (line.at_top and sheet is sheets[0]))
        ]
        gone = {word for line in apart for word in line.words}
        rest = tuple(word for word in sheet.words if word not in gone)
        yield replace(sheet, words=rest), [TextLine(line.text, line.box) for line in apart]


def _in_margins(sheet: Sheet) -> Iterator[_Line]:
    """Lines at the top and at the bottom that are no rows of a table."""
    height = MARGIN * sheet.box.height
    top, bottom = sheet.box.top + height, sheet.box.bottom - height
    words = [word for word in sheet.words if word.box.bottom < top or word.box.top > bottom]
    cells = Shelves(
        (cell for table in sheet.tables if len(table) > 1 for cell in table), lambda cell: cell
    )
    for words_of_line in visual_lines(words):
        line = _Line(tuple(words_of_line), words_of_line[0].box.bottom < top)
        ruled = any(cell.holds(word.box) for word in line.words for cell in cells.at(word.box))
        most = TOP_PARTS if line.at_top else BOTTOM_PARTS
        if not ruled and len(stretches(line.words, APART)) <= most:
            yield line
