"""Which lines of a table without lines around its cells are one row."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from kpi_core.readers.pdf.geometry import Box
from kpi_core.readers.pdf.letters import Word
from kpi_core.readers.pdf.strips import NEAR, TOO_CLOSE
from kpi_core.readers.pdf.text import box_of, fits_above, is_figure

CLEARLY_WIDER = 1.5
"""How much wider the gaps between rows have to be than those within."""

RULES_TRUSTED = 4
"""With so many parts between rules, each is a row if its figures allow it."""

TEXT_COLUMN = 6.0
"""A column wider than this many letter sizes holds text; only there is a wrap sure."""


@dataclass(frozen=True)
class Piece:
    """What stands in one column of one line, or in several if it runs across them."""

    column: int
    last: int
    words: tuple[Word, ...]

    @property
    def text(self) -> str:
        return " ".join(word.text for word in self.words)

    @property
    def figure(self) -> bool:
        return is_figure(self.text)


Pieces = tuple[Piece, ...]
Strips = Sequence[tuple[float, float]]


def grouped(
    lines: Sequence[Pieces], rules: Sequence[Box], strips: Strips
) -> Iterator[list[Pieces]]:
    """The rows of a table, each with its lines: by rules, by wider gaps, else by what wraps."""
    groups = _by_rules(lines, rules)
    trusted = len(groups) >= RULES_TRUSTED
    if len(groups) == 1:
        groups = _by_gaps(lines)
    for group in groups:
        if _is_row(group, strips, trusted):
            yield group
        else:
            yield from _by_wraps(group, strips)


def _box(line: Pieces) -> Box:
    return Box.around(box_of(piece.words) for piece in line)


def _size(line: Pieces) -> float:
    return max(word.size for piece in line for word in piece.words)


def _by_rules(lines: Sequence[Pieces], rules: Sequence[Box]) -> list[list[Pieces]]:
    whole = Box.around(_box(line) for line in lines)
    wide = [
        rule.top
        for rule in rules
        if min(rule.x1, whole.x1) - max(rule.x0, whole.x0) > whole.width / 2
    ]
    groups = [[lines[0]]]
    for upper, lower in pairwise(lines):
        above, below = _box(upper).middle[1], _box(lower).middle[1]
        if any(above < y < below for y in wide):
            groups.append([])
        groups[-1].append(lower)
    return groups


def _by_gaps(lines: Sequence[Pieces]) -> list[list[Pieces]]:
    """Cut at the wider gaps if there are plainly two kinds; else every line is on its own."""
    gaps = [_box(lower).top - _box(upper).bottom for upper, lower in pairwise(lines)]
    limit = _between(gaps)
    if limit is None:
        return [list(lines)]
    groups = [[lines[0]]]
    for gap, line in zip(gaps, lines[1:], strict=True):
        if gap > limit:
            groups.append([])
        groups[-1].append(line)
    return groups


def _between(gaps: Sequence[float]) -> float | None:
    """A limit between two kinds of gaps, at the largest jump in their sizes."""
    steps = [(b - a, (a + b) / 2, a, b) for a, b in pairwise(sorted(gaps))]
    jump, limit, small, large = max(steps, default=(0.0, 0.0, 0.0, 0.0))
    return limit if jump > 1 and large > CLEARLY_WIDER * max(small, 0.0) else None


def _is_row(lines: Sequence[Pieces], strips: Strips, trusted: bool) -> bool:
    """No column has two figures, nor, unless rules enclose them, text that did not have to wrap."""
    seen: dict[int, Piece] = {}
    for line in lines:
        for piece in line:
            above = seen.get(piece.column)
            if above is not None and (
                (above.figure and piece.figure) or not (trusted or _wraps(above, piece, strips))
            ):
                return False
            seen[piece.column] = piece
    return True


def _wraps(above: Piece, below: Piece, strips: Strips) -> bool:
    width = strips[above.last][1] - strips[above.column][0]
    slack = above.words[0].size / 3
    return not fits_above(above.words, below.words, width - slack)


def _by_wraps(lines: Sequence[Pieces], strips: Strips) -> Iterator[list[Pieces]]:
    """A line goes on with the row above if its text could not have stood there."""
    row: list[Pieces] = []
    for line in lines:
        if row and not _goes_on(row, line, strips):
            yield row
            row = []
        row.append(line)
    if row:
        yield row


def _goes_on(row: Sequence[Pieces], line: Pieces, strips: Strips) -> bool:
    above = {piece.column: piece for piece in row[-1]}
    if _box(line).middle[1] - _box(row[-1]).middle[1] < TOO_CLOSE * _size(line):
        return True
    if _box(line).top - _box(row[-1]).bottom > NEAR * _size(line):
        return False
    figures = {piece.column for one in row for piece in one if piece.figure}
    if any(piece.figure and piece.column in figures for piece in line):
        return False
    pairs = [(above[piece.column], piece) for piece in line if piece.column in above]
    if not all(_wraps(upper, lower, strips) for upper, lower in pairs):
        return False
    return any(_is_text(upper, strips) for upper, _ in pairs) or (len(pairs) == len(line) > 0)


def _is_text(piece: Piece, strips: Strips) -> bool:
    x0, x1 = strips[piece.column]
    return x1 - x0 > TEXT_COLUMN * piece.words[0].size
