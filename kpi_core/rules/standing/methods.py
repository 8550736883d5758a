"""Two ways to cut figures into parts of equal size, by name: they differ where figures are few."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction

Cut = Callable[[Sequence[Decimal], int], tuple[Fraction, ...]]
"""Figures in rising order and the number of parts to the bounds between the parts."""


@dataclass(frozen=True)
class Method:
    """``name`` chooses it, ``sentence`` says on screen what it does."""

    name: str
    title: str
    sentence: str
    cut: Cut


def _linear(rising: Sequence[Decimal], parts: int) -> tuple[Fraction, ...]:
    return tuple(_at(rising, Fraction(part, parts)) for part in range(1, parts))


def _at(rising: Sequence[Decimal], share: Fraction) -> Fraction:
    """Between the two figures around position (n - 1)p + 1, as far as it lies between them (Q1)."""
    before, between = divmod((len(rising) - 1) * share, 1)
    low = Fraction(rising[int(before)])
    if not between:
        return low
    return low + between * (Fraction(rising[int(before) + 1]) - low)


def _tiles(rising: Sequence[Decimal], parts: int) -> tuple[Fraction, ...]:
    """The greatest figure of each tile but the last; the first tiles are one larger (Q2)."""
    each, over = divmod(len(rising), parts)
    ends = (part * each + min(part, over) for part in range(1, parts))
    return tuple(Fraction(rising[end - 1]) for end in ends)


LINEAR = Method(
    "linear",
    "Between figures",
    "A bound lies at position (n - 1)p + 1 of the n figures in rising order, p being the share "
    "below it, and between two figures in proportion (type 7, the default of R, Excel and pandas).",
    _linear,
)
TILES = Method(
    "tiles",
    "Equal tiles",
    "The figures in rising order are dealt into tiles of equal size, the first ones taking one "
    "more where they do not come out even, and the bound of a tile is its greatest figure (NTILE "
    "in databases).",
    _tiles,
)
METHODS: Mapping[str, Method] = {method.name: method for method in (LINEAR, TILES)}

DIFFERENCE = (
    f"“{LINEAR.title}” may give a bound that no council has; “{TILES.title}” always gives the "
    "figure of a council. The fewer the figures, the further the two lie apart, and equal figures "
    "may fall into different tiles, so the part of a figure is read from the bounds either way."
)
"""Why two sources that both say quartile can print different numbers."""
