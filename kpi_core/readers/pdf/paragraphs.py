"""Text outside tables: one line for each paragraph, wrapped lines put together again."""

from collections.abc import Iterator, Sequence

from kpi_core.readers.pdf.found import TextLine
from kpi_core.readers.pdf.geometry import Box
from kpi_core.readers.pdf.letters import Word
from kpi_core.readers.pdf.strips import NEAR, Row
from kpi_core.readers.pdf.text import box_of, fits_above, flowing, is_figure, stretches

APART = 2.0
"""Text that stands further apart on one line, in letter sizes, is not one text."""


def paragraphs(rows: Sequence[Row], width: float | None) -> Iterator[TextLine]:
    """The paragraphs in reading order; see :func:`items_of` for ``width``."""
    parts = [part for row in rows for part in stretches(row.words, APART)]
    found: list[list[list[Word]]] = []
    for part in parts:
        limit = width or _width_around(part, parts)
        open_one = next((p for p in reversed(found) if _goes_on(p[-1], part, limit)), None)
        if open_one is None:
            found.append([part])
        else:
            open_one.append(part)
    for lines in found:
        words = [word for line in lines for word in line]
        yield TextLine(flowing(words), box_of(words))


def _width_around(part: Sequence[Word], parts: Sequence[Sequence[Word]]) -> float:
    """The widest text of this size above, below or at this place."""
    here = box_of(part)
    boxes = (box_of(other) for other in parts if _same_size(part, other))
    around = (box.width for box in boxes if box.x0 < here.x1 and here.x0 < box.x1)
    return max(around, default=here.width)  # a damaged font may give words no width at all


def _goes_on(upper: Sequence[Word], lower: Sequence[Word], width: float) -> bool:
    above, below = box_of(upper), box_of(lower)
    size = lower[0].size
    if not _stacked(above, below, size) or not _same_size(upper, lower):
        return False
    if any(is_figure(" ".join(w.text for w in line)) for line in (upper, lower)):
        return False
    return not fits_above(upper, lower, width)


def _stacked(above: Box, below: Box, size: float) -> bool:
    aligned = abs(above.x0 - below.x0) < size or abs(above.middle[0] - below.middle[0]) < size
    return aligned and -size / 2 < below.top - above.bottom < NEAR * size


def _same_size(one: Sequence[Word], other: Sequence[Word]) -> bool:
    return abs(one[0].size - other[0].size) <= one[0].size / 10
