"""Tables without lines around their cells, found by how their words are aligned."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from kpi_core.readers.pdf.fills import fill_behind
from kpi_core.readers.pdf.found import FoundTable, Item
from kpi_core.readers.pdf.geometry import Box
from kpi_core.readers.pdf.letters import Word
from kpi_core.readers.pdf.paragraphs import paragraphs
from kpi_core.readers.pdf.rows import Piece, Pieces, grouped
from kpi_core.readers.pdf.sheet import Patch
from kpi_core.readers.pdf.side_by_side import parted
from kpi_core.readers.pdf.strips import Block, Row, blocks
from kpi_core.readers.pdf.text import box_of, flowing, visual_lines
from kpi_core.readers.spans import Spot

MOST_BEFORE = 100
"""So many lines are enough to show the columns of a table to the next page."""

LEAST_FILLED = 0.3
"""The share of a table's places that hold text, at least."""


@dataclass(frozen=True)
class Surroundings:
    """What an area has besides its words.

    Attributes:
        rules: level lines, and edges of rectangles.
        patches: rectangles with their colours.
        width: the width of the area's text, where it is known; else a line is as wide as those
            around it.
        before: lines of the table that the page before ended with.
    """

    rules: Sequence[Box]
    patches: Sequence[Patch]
    width: float | None = None
    before: tuple[Row, ...] = ()


def items_of(words: Sequence[Word], around: Surroundings) -> Iterator[Item]:
    """The tables and lines of text of one area."""
    loose: list[Row] = []
    lines = [Row.of(line) for line in visual_lines(words)]
    for block in blocks(lines, around.before):
        _reach_up(block, loose)
        tables = [_table(part, around) for part in parted(block)]
        found = [table for table in tables if table is not None]
        if len(found) < len(tables):
            loose.extend(block.rows)
            continue
        yield from paragraphs(loose, around.width)
        yield from found
        loose = []
    yield from paragraphs(loose, around.width)


def _reach_up(block: Block, loose: list[Row]) -> None:
    """Take lines above that begin a wrapped heading of a table whose other headings are short."""
    while loose and block.wraps_into(loose[-1]):
        block.rows.insert(0, loose.pop())
        block.across = {at + 1 for at in block.across}


def _table(block: Block, around: Surroundings) -> FoundTable | None:
    if len(block.strips) < 2:
        return None
    lines = [_pieces(row, block) for row in block.rows]
    rows = list(grouped(lines, around.rules, block.strips))
    filled = [len({p.column for line in row for p in line}) for row in rows]
    if not block.before and not _is_table(filled, block):
        return None
    spots = [spot for at, row in enumerate(rows) for spot in _spots(at, row, around.patches)]
    return FoundTable(
        tuple(spots),
        len(rows),
        box_of(word for row in block.rows for word in row.words),
        tuple(block.bounds),
        (*block.before, *block.rows)[-MOST_BEFORE:],
        bool(block.before),
    )


def _is_table(filled: Sequence[int], block: Block) -> bool:
    """Enough rows with several cells, and not as empty as the labels around a chart."""
    several = sum(count > 1 for count in filled)
    many = sum(count > 2 for count in filled) > 1 or several > 2
    full = sum(filled) >= LEAST_FILLED * len(filled) * len(block.strips)
    return many and full and several * 2 >= len(filled)


def _pieces(row: Row, block: Block) -> Pieces:
    """The parts of a line by the columns that they stand in; two parts of a column are one."""
    pieces: list[Piece] = []
    for part in (p for whole in row.parts for p in _torn(whole, block)):
        first, last = block.columns_of(part)
        if pieces and pieces[-1].last >= first:
            before = pieces.pop()
            pieces.append(Piece(before.column, max(last, before.last), before.words + part))
        else:
            pieces.append(Piece(first, last, part))
    return tuple(pieces)


def _torn(part: tuple[Word, ...], block: Block) -> list[tuple[Word, ...]]:
    """Cut words that only stand close to the next column, such as two headings that fill theirs.

    A text that really runs across columns does not go on just where the next column begins.
    """
    first, last = block.columns_of(part)
    cuts = [_cut(part, block, column) for column in range(first + 1, last + 1)]
    if not all(a < b for a, b in pairwise([0, *cuts, len(part)])):
        return [part]
    return [part[a:b] for a, b in pairwise([0, *cuts, len(part)])]


def _cut(part: tuple[Word, ...], block: Block, column: int) -> int:
    """Where the words of a column begin: at its left, after its neighbour's right, or 0."""
    before, here, near = block.strips[column - 1], block.strips[column], part[0].size / 2
    places = range(1, len(part))
    starts = [at for at in places if abs(part[at].box.x0 - here[0]) < near]
    ends = [at for at in places if abs(part[at - 1].box.x1 - before[1]) < near]
    if starts or ends:
        return (starts or ends)[0]
    bound = block.bounds[column]
    at = next((i for i, word in enumerate(part) if word.box.middle[0] > bound), 0)
    rest = [word for word in part[at:] if word.box.middle[0] < block.bounds[column + 1]]
    centred = rest and abs(box_of(rest).middle[0] - sum(here) / 2) < near
    return at if centred else 0


def _spots(at: int, row: Sequence[Pieces], patches: Sequence[Patch]) -> Iterator[Spot]:
    by_column: dict[int, list[Piece]] = {}
    for line in row:
        for piece in line:
            by_column.setdefault(piece.column, []).append(piece)
    for column, pieces in sorted(by_column.items()):
        words = [word for piece in pieces for word in piece.words]
        last = max(piece.last for piece in pieces)
        fill = fill_behind(box_of(words), patches)
        yield Spot(at, column, flowing(words), 1, last - column + 1, fill)
