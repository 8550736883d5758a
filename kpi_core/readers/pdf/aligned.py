"""Tables without lines around their cells, found by how their words are aligned."""

from collections.abc import Iterator, Sequence
from itertools import pairwise

from kpi_core.readers.pdf.fills import fill_behind
from kpi_core.readers.pdf.found import FoundTable, Item
from kpi_core.readers.pdf.geometry import Box
from kpi_core.readers.pdf.paragraphs import paragraphs
from kpi_core.readers.pdf.rows import Piece, Pieces, grouped
from kpi_core.readers.pdf.sheet import Patch, Word
from kpi_core.readers.pdf.strips import Block, Row, blocks
from kpi_core.readers.pdf.text import box_of, flowing, visual_lines
from kpi_core.readers.spans import Spot

LEAST_FILLED = 0.3
"""The share of a table's places that hold text, at least."""


def items_of(
    words: Sequence[Word], rules: Sequence[Box], patches: Sequence[Patch], width: float | None
) -> Iterator[Item]:
    """The tables and lines of text of one area.

    ``width`` is that of its text where it is known; else a line is as wide as those around it.
    """
    loose: list[Row] = []
    for block in blocks([Row.of(line) for line in visual_lines(words)]):
        table = _table(block, rules, patches)
        if table is None:
            loose.extend(block.rows)
            continue
        yield from paragraphs(loose, width)
        yield table
        loose = []
    yield from paragraphs(loose, width)


def _table(block: Block, rules: Sequence[Box], patches: Sequence[Patch]) -> FoundTable | None:
    if len(block.strips) < 2:
        return None
    lines = [_pieces(row, block) for row in block.rows]
    rows = list(grouped(lines, rules, block.strips))
    if not _is_table([len({p.column for line in row for p in line}) for row in rows], block):
        return None
    spots = [spot for at, row in enumerate(rows) for spot in _spots(at, row, patches)]
    box = box_of(word for row in block.rows for word in row.words)
    return FoundTable(tuple(spots), len(rows), box, tuple(block.bounds))


def _is_table(filled: Sequence[int], block: Block) -> bool:
    """Enough rows with several cells, and not as empty as the labels around a chart."""
    many = sum(count > 2 for count in filled) > 1 or sum(count > 1 for count in filled) > 2
    return many and sum(filled) >= LEAST_FILLED * len(filled) * len(block.strips)


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

    A text that really runs across columns has no gap just where they meet, or does not go on
    where the next column begins.
    """
    first, last = block.columns_of(part)
    cuts = []
    for column in range(first + 1, last + 1):
        bound, (x0, x1) = block.bounds[column], block.strips[column]
        at = next((i for i, word in enumerate(part) if word.box.middle[0] > bound), len(part))
        rest = [word for word in part[at:] if word.box.middle[0] < block.bounds[column + 1]]
        if not 0 < at < len(part) or not _begins_or_ends(rest, x0, x1):
            return [part]
        cuts.append(at)
    return [part[a:b] for a, b in pairwise([0, *cuts, len(part)])]


def _begins_or_ends(words: Sequence[Word], x0: float, x1: float) -> bool:
    """The words stand at the left or right end of a column, or in its middle."""
    if not words:
        return False
    box, near = box_of(words), words[0].size / 2
    return min(abs(box.x0 - x0), abs(box.x1 - x1), abs(box.middle[0] - (x0 + x1) / 2)) < near


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
