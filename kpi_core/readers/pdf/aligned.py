"""Tables without lines around their cells, found by how their words are aligned."""

from bisect import bisect_right
from collections.abc import Iterator, Sequence

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
    bounds = block.bounds
    pieces: list[Piece] = []
    for part in row.parts:
        box = box_of(part)
        crossed = [at for at, (x0, x1) in enumerate(block.strips) if box.x0 < x1 and x0 < box.x1]
        middle = min(max(bisect_right(bounds, box.middle[0]) - 1, 0), len(block.strips) - 1)
        first, last = (crossed[0], crossed[-1]) if len(crossed) > 1 else (middle, middle)
        if pieces and pieces[-1].last >= first:
            pieces[-1] = Piece(
                pieces[-1].column, max(last, pieces[-1].last), pieces[-1].words + part
            )
        else:
            pieces.append(Piece(first, last, part))
    return tuple(pieces)


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
