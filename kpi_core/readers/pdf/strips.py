"""Columns of a table without lines: strips of the page in which text stands, and gaps between."""

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from itertools import pairwise

from kpi_core.readers.pdf.geometry import Box
from kpi_core.readers.pdf.letters import Word
from kpi_core.readers.pdf.text import box_of, is_figure, stretches

COLUMN_GAP = 0.36
"""The least space between columns, in letter sizes; between words it is about 0.25."""

BLOCK_GAP = 8.0
"""A wider gap between two lines, in letter sizes, ends a table."""

LET_PASS = 2
"""So many lines in a row may run across the columns, such as the heading of a part."""

FEW = 3
"""With fewer lines, one line more may still show that the columns are others."""

MAY_BRIDGE = 0.15
"""The share of lines that may run across a gap between columns without closing it."""

TOO_CLOSE = 0.9
"""Lines of one text are never closer than this share of the letter size."""

NEAR = 0.6
"""Lines of one text stand no further apart than this share of the letter size."""

Strip = tuple[float, float]


@dataclass(frozen=True)
class Row:
    """One line of words with its stretches between possible column gaps."""

    words: tuple[Word, ...]
    parts: tuple[tuple[Word, ...], ...]
    box: Box

    @classmethod
    def of(cls, line: Sequence[Word]) -> "Row":
        parts = tuple(tuple(part) for part in stretches(line, COLUMN_GAP))
        return cls(tuple(line), parts, box_of(line))

    @property
    def strips(self) -> list[Strip]:
        boxes = (box_of(part) for part in self.parts)
        return [(box.x0, box.x1) for box in boxes]

    @property
    def size(self) -> float:
        return max(word.size for word in self.words)


@dataclass
class Block:
    """Lines that share their columns. ``across`` are those that run across them.

    ``before`` are lines of the page before, where the block may go on with their columns.
    """

    before: tuple[Row, ...] = ()
    rows: list[Row] = field(default_factory=list)
    strips: list[Strip] = field(default_factory=list)
    across: set[int] = field(default_factory=set)

    def take(self, row: Row) -> bool:
        """Add a line; False if the block ends with or before it."""
        if self.rows and row.box.top - self.rows[-1].box.bottom > BLOCK_GAP * row.size:
            return False
        if self._begins_another(row):
            self._give_back_titles()
            return False
        strips = voted([*self.before, *self.rows, row])
        lines = len(self.before) + len(self.rows)
        spoils = len(strips) < len(self.strips) >= FEW and lines >= FEW
        self.rows.append(row)
        if not spoils:
            self.strips = strips
        self.across = {at for at, one in enumerate(self.rows) if self._crosses(one)}
        return not self._left_behind()

    def _begins_another(self, row: Row) -> bool:
        """After a title, or a gap wider than all before, headings with columns of their own."""
        if len(self.rows) < FEW or len(row.parts) == 1 or self._fits(row):
            return False
        if (
            sum(is_figure(" ".join(w.text for w in part)) for part in row.parts)
            > len(row.parts) / 2
        ):
            return False
        gaps = [lower.box.top - upper.box.bottom for upper, lower in pairwise([*self.rows, row])]
        return len(self.rows[-1].parts) == 1 or gaps[-1] > max(*gaps[:-1], NEAR * row.size)

    def _fits(self, row: Row) -> bool:
        """Each part is in one column, and most begin, end or are centred where others do."""
        columns = [(part, _overlapped(part, self.strips)) for part in row.strips]
        if any(len(found) != 1 for _, found in columns):
            return False
        level = [_aligned(part, found[0], row.size / 2) for part, found in columns[1:]]
        return sum(level) > len(level) / 2

    def _give_back_titles(self) -> None:
        """Lines of one part at the end that stand apart from the line above."""
        while len(self.rows) > 1 and len(self.rows[-1].parts) == 1:
            last, above = self.rows[-1], self.rows[-2]
            if last.box.top - above.box.bottom < NEAR * last.size:
                return
            self.rows.pop()

    def _crosses(self, row: Row) -> bool:
        return any(len(_overlapped(part, self.strips)) > 1 for part in row.strips)

    def wraps_into(self, row: Row) -> bool:
        """A line above the block is the first of a heading in one of its columns.

        A line that starts at the left is more likely a title, unless it is too close for that.
        """
        if len(self.strips) < 2 or len(row.parts) > 1 or self._crosses(row):
            return False
        first = self.rows[0]
        if first.box.middle[1] - row.box.middle[1] < TOO_CLOSE * row.size:
            return True
        near = first.box.top - row.box.bottom < NEAR * row.size
        return near and self.columns_of(row.words)[0] > 0

    def _left_behind(self) -> bool:
        last = range(len(self.rows) - LET_PASS - 1, len(self.rows))
        enough = last.start >= (0 if self.before else FEW)
        return enough and all(at in self.across for at in last)

    def trimmed(self) -> "Block":
        """Without lines at the end that do not follow the columns."""
        rows = list(self.rows)
        while rows and len(rows) - 1 in self.across:
            rows.pop()
        across = {at for at in self.across if at < len(rows)}
        return Block(self.before, rows, self.strips, across)

    def columns_of(self, words: Sequence[Word]) -> tuple[int, int]:
        """The first and the last column that words stand in."""
        box, bounds = box_of(words), self.bounds
        crossed = _overlapped((box.x0, box.x1), self.strips)
        if len(crossed) > 1:
            return self.strips.index(crossed[0]), self.strips.index(crossed[-1])
        middle = bisect_right(bounds, box.middle[0]) - 1
        return (min(max(middle, 0), len(self.strips) - 1),) * 2

    @cached_property
    def bounds(self) -> list[float]:
        """Where columns begin, halfway in the gaps, and where the last one ends."""
        inner = [(a[1] + b[0]) / 2 for a, b in zip(self.strips, self.strips[1:], strict=False)]
        return [self.strips[0][0], *inner, self.strips[-1][1]]


def voted(rows: Sequence[Row]) -> list[Strip]:
    """Where the lines with several parts have text; few of them may bridge a gap."""
    parts = [strip for row in rows if len(row.parts) > 1 for strip in row.strips]
    outvoted = int(MAY_BRIDGE * sum(len(row.parts) > 1 for row in rows))
    core = _covered(parts, outvoted)
    rare = [part for part in parts if not _overlapped(part, core)]
    strips = sorted([*core, *_covered(rare, 0)])
    own = [(part, met[0]) for part in parts if len(met := _overlapped(part, strips)) == 1]
    return [_widened(strip, [part for part, of in own if of == strip], strips) for strip in strips]


def _covered(parts: Sequence[Strip], outvoted: int) -> list[Strip]:
    """Where more parts than ``outvoted`` lie over each other."""
    steps = sorted([(x0, 1) for x0, _ in parts] + [(x1, -1) for _, x1 in parts])
    strips: list[Strip] = []
    depth, begun = 0, 0.0
    for x, step in steps:
        before, depth = depth, depth + step
        if before <= outvoted < depth:
            begun = x
        elif depth <= outvoted < before:
            strips.append((begun, x))
    return strips


def _overlapped(part: Strip, strips: Sequence[Strip]) -> list[Strip]:
    return [strip for strip in strips if part[0] < strip[1] and strip[0] < part[1]]


def _aligned(part: Strip, strip: Strip, near: float) -> bool:
    starts, ends = part[0] - strip[0], part[1] - strip[1]
    return min(abs(starts), abs(ends), abs(starts + ends) / 2) < near


def _widened(strip: Strip, parts: Sequence[Strip], strips: Sequence[Strip]) -> Strip:
    """A strip with all of the text that stands in it alone, up to its neighbours."""
    left = max((x1 for _, x1 in strips if x1 <= strip[0]), default=0.0)
    right = min((x0 for x0, _ in strips if x0 >= strip[1]), default=float("inf"))
    x0 = min([strip[0], *(part[0] for part in parts)])
    x1 = max([strip[1], *(part[1] for part in parts)])
    return max(x0, left), min(x1, right)


def blocks(rows: Sequence[Row], before: tuple[Row, ...]) -> Iterator[Block]:
    """Cut the lines of an area into blocks; a line of one part never begins one of several.

    The first block may go on with the columns of the lines ``before``.
    """
    at = 0
    if before and rows:
        first = _block(rows, Block(before, strips=voted(before)))
        at = len(first.rows)
        if first.rows:
            yield first
    while at < len(rows):
        block = _block(rows[at:], Block())
        block = block if block.rows else Block((), [rows[at]])
        at += len(block.rows)
        yield block


def _block(rows: Sequence[Row], block: Block) -> Block:
    for row in rows:
        if not block.take(row):
            break
        if not block.before and len(block.rows[0].parts) == 1:
            return block
    return block.trimmed()
