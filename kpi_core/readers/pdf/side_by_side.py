"""Tables without lines that stand side by side, which at first look like one wide table."""

from collections.abc import Iterator
from statistics import median

from kpi_core.readers.pdf.strips import Block, Row, voted

LEAST_COLUMNS = 2
"""A table has so many columns at least, on either side of the gap."""

WIDER = 2.0
"""How much wider than the usual gap between columns that between tables is."""

HEADER_LINES = 4
"""How far down the headings may stand."""


def parted(block: Block) -> Iterator[Block]:
    """The tables of a block from left to right; as a rule it is one."""
    gap = next((at for at in _gaps(block) if _repeats(block, at) or _unlevel(block, at)), None)
    if gap is None:
        yield block
        return
    bound = block.bounds[gap]
    for left in (True, False):
        words = [[w for w in row.words if (w.box.middle[0] < bound) is left] for row in block.rows]
        rows = [Row.of(line) for line in words if line]
        half = Block((), rows, voted(rows))
        yield from [half] if left else parted(half)


def _gaps(block: Block) -> range:
    """The columns that a second table may begin with."""
    return range(LEAST_COLUMNS, len(block.strips) - LEAST_COLUMNS + 1)


def _repeats(block: Block, gap: int) -> bool:
    """The headings of the first column and of the one next to it come again."""
    for row in block.rows[:HEADER_LINES]:
        texts = [" ".join(word.text for word in part) for part in row.parts]
        if len(texts) == len(block.strips) and texts[:2] == texts[gap : gap + 2]:
            return True
    return False


def _unlevel(block: Block, gap: int) -> bool:
    """The gap is plainly wider than others, and most lines have text on one side of it only."""
    widths = [b[0] - a[1] for a, b in zip(block.strips, block.strips[1:], strict=False)]
    if widths[gap - 1] < WIDER * median(widths):
        return False
    sides = [_sides(row, block.bounds[gap]) for row in block.rows if len(row.parts) > 1]
    return sum(len(side) == 1 for side in sides) > len(sides) / 2


def _sides(row: Row, bound: float) -> set[bool]:
    return {word.box.middle[0] < bound for word in row.words}
