"""How much text a place on a slide holds, so that what does not fit goes on with the next slide.

All lengths are in points. Widths are those of Arial, rounded up, as the charts measure them.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from enum import IntEnum

from kpi_core.charts.measure import wrap
from kpi_core.packs.clean import clean
from kpi_core.packs.pieces import Bullets, Facts, Part, Picture, Piece, Table, Text, Written

LINE = 1.22
"""Height of a line as a multiple of its letters' size."""

SPACE = 5.0
"""Between two paragraphs."""

INDENT = 14.0
"""Of a list's texts."""


class Level(IntEnum):
    """The levels of a slide's text, which the master gives their look."""

    HEADING = 0
    BODY = 1
    BULLET = 2
    WRITTEN = 3


@dataclass(frozen=True)
class Line:
    """One paragraph."""

    text: str
    level: Level

    def folded(self, width: float, size: float) -> list[str]:
        """The lines that it takes in a place."""
        indent = INDENT if self.level in (Level.BULLET, Level.WRITTEN) else 0
        bold = self.level is Level.HEADING
        return wrap(self.text, width - indent, size, bold=bold) or [""]

    def height(self, width: float, size: float) -> float:
        return len(self.folded(width, size)) * size * LINE + SPACE


def height(lines: Iterable[Line], width: float, size: float) -> float:
    """Of paragraphs below each other."""
    return sum(line.height(width, size) for line in lines)


def lines_of(pieces: Iterable[Piece]) -> Iterator[Line]:
    """Pieces as paragraphs; a table as one for each of its rows, a picture as none."""
    for piece in pieces:
        match piece:
            case Text():
                yield Line(piece.text, Level.BODY)
            case Written():
                yield from (Line(text, Level.WRITTEN) for text in clean(piece.text).split("\n"))
            case Bullets():
                yield from (Line(item, Level.BULLET) for item in piece.items)
            case Facts():
                yield from (Line(f"{label}: {said}", Level.BODY) for label, said in piece.pairs)
            case Table():
                yield from (Line(_row_in_words(piece, row), Level.BULLET) for row in piece.rows)
            case Picture():
                pass


def _row_in_words(table: Table, row: Sequence[str]) -> str:
    first, *others = row
    said = (f"{head.lower()}: {cell}" for head, cell in zip(table.heads[1:], others, strict=True))
    return f"{first}: {'; '.join(said)}"


def part_lines(part: Part) -> list[Line]:
    """A part with its heading and everything below it."""
    below = [line for other in part.parts for line in part_lines(other)]
    return [Line(part.heading, Level.HEADING), *lines_of(part.pieces), *below]


def fill(
    lines: Sequence[Line], width: float, room: float, size: float, *, whole: bool
) -> tuple[list[Line], list[Line]]:
    """What fits into a place, and the rest. A heading stays with what it is above.

    Args:
        lines: paragraphs.
        width: of the place.
        room: height that is left in it.
        size: of the letters.
        whole: whether the place is empty: a paragraph that does not fit is cut there, since the
            next place would hold no more of it.
    """
    used = 0.0
    for at, line in enumerate(lines):
        used += line.height(width, size)
        if used > room:
            kept = at - 1 if at and lines[at - 1].level is Level.HEADING else at
            if kept or not whole:
                return list(lines[:kept]), list(lines[kept:])
            return _cut(lines, at, width, room, size)
    return list(lines), []


def _cut(
    lines: Sequence[Line], at: int, width: float, room: float, size: float
) -> tuple[list[Line], list[Line]]:
    """Cuts the paragraph that is too long for a whole place, at the end of a line."""
    above = height(lines[:at], width, size)
    most = max(int((room - above - SPACE) / (size * LINE)), 1)
    line = lines[at]
    first, second = cut_after(line.text, line.folded(width, size)[:most])
    return [*lines[:at], Line(first, line.level)], [Line(second, line.level), *lines[at + 1 :]]


def cut_after(text: str, folded: Sequence[str]) -> tuple[str, str]:
    """The text as far as these lines of it go, and what follows; spaces within stay as they are."""
    letters = sum(not letter.isspace() for line in folded for letter in line)
    for at, letter in enumerate(text):
        if not letters:
            return text[:at].rstrip(), text[at:].lstrip()
        letters -= not letter.isspace()
    return text, ""
