"""Page headers, page footers and page numbers: what pages repeat is no part of their tables."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from kpi_core.readers.pdf.found import TextLine
from kpi_core.readers.pdf.geometry import Box
from kpi_core.readers.pdf.letters import Word
from kpi_core.readers.pdf.sheet import Sheet
from kpi_core.readers.pdf.text import box_of, stretches, visual_lines

MARGIN = 0.12
"""The share of a page's height, above and below, where its headers and footers stand."""

SAME_HEIGHT = 4.0
"""What pages repeat stands at one height, give or take so many points."""

HEADER_PARTS = 2
"""A repeated line with more parts at the top of pages is the header of a table."""

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
    for sheet, of_page in zip(sheets, lines, strict=True):
        apart = [
            line
            for line in of_page
            if PAGE_NUMBER.fullmatch(line.text)
            or (seen[line.key] > 1 and not (line.at_top and sheet is sheets[0]))
        ]
        gone = {word for line in apart for word in line.words}
        rest = tuple(word for word in sheet.words if word not in gone)
        yield replace(sheet, words=rest), [TextLine(line.text, line.box) for line in apart]


def _in_margins(sheet: Sheet) -> Iterator[_Line]:
    height = MARGIN * sheet.box.height
    top, bottom = sheet.box.top + height, sheet.box.bottom - height
    words = [word for word in sheet.words if word.box.bottom < top or word.box.top > bottom]
    for words_of_line in visual_lines(words):
        line = _Line(tuple(words_of_line), words_of_line[0].box.bottom < top)
        if not line.at_top or len(stretches(line.words, APART)) <= HEADER_PARTS:
            yield line
