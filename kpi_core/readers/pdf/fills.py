"""The colour behind a cell."""

from collections.abc import Sequence

from kpi_core.readers.pdf.geometry import Box
from kpi_core.readers.pdf.sheet import Patch

PAPER = "FFFFFF"

MOST_OF_IT = 0.6
"""A patch that covers less of a cell marks something in it, not the cell."""


def fill_behind(cell: Box, patches: Sequence[Patch]) -> str | None:
    """The colour that was painted last over most of a cell; none if that is the paper's."""
    for patch in reversed(patches):
        if patch.fill and _shared(cell, patch.box) >= MOST_OF_IT * cell.area:
            return None if patch.fill == PAPER else patch.fill
    return None


def _shared(one: Box, other: Box) -> float:
    width = min(one.x1, other.x1) - max(one.x0, other.x0)
    height = min(one.bottom, other.bottom) - max(one.top, other.top)
    return max(width, 0.0) * max(height, 0.0)
