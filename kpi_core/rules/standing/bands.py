"""The parts that figures fall into, and the part of one figure (Q1, Q2)."""

from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction

from kpi_core.formatting import number_word
from kpi_core.rules.standing.methods import LINEAR, Method
from kpi_core.vocabulary import Polarity, QuartileBand

QUARTERS = 4
FIFTHS = 5

_PARTS = {QUARTERS: "quarters", FIFTHS: "fifths"}

ON_A_BOUND = "A figure on a bound belongs to the part below it."


@dataclass(frozen=True)
class Bands:
    """``bounds`` in rising order, one fewer than ``parts``; empty with the ``reason``."""

    parts: int
    count: int
    method: Method
    bounds: tuple[Fraction, ...] = ()
    reason: str | None = None

    def part_of(self, value: Decimal | None) -> int | None:
        """From 0 for the lowest part: that of the first bound at or above the figure."""
        if value is None or not self.bounds:
            return None
        exact = Fraction(value)
        return next((at for at, bound in enumerate(self.bounds) if bound >= exact), self.parts - 1)

    def place_of(self, value: Decimal | None, polarity: Polarity) -> int | None:
        """From 0 for the best part, or for the lowest where it is not known which way is good."""
        part = self.part_of(value)
        return self.parts - 1 - part if part is not None and polarity.sign > 0 else part

    def quarter_of(self, value: Decimal | None, polarity: Polarity) -> QuartileBand | None:
        """A for the best quarter, D for the worst."""
        assert self.parts == QUARTERS, "only quarters have letters"
        place = self.place_of(value, polarity)
        return None if place is None else tuple(QuartileBand)[place]

    def best_bound(self, polarity: Polarity) -> Fraction | None:
        """Where the best part begins; None without parts or without a known good way."""
        if not self.bounds or not polarity.judges:
            return None
        return self.bounds[-1] if polarity.sign > 0 else self.bounds[0]


def bands(
    figures: Iterable[Decimal | None], parts: int = QUARTERS, method: Method = LINEAR
) -> Bands:
    """Cut figures into parts; as many figures as parts are needed at least, missing ones left out.

    Args:
        figures: in any order.
        parts: four for quartiles, five for quintiles.
        method: how the bounds are found.
    """
    rising = sorted(figure for figure in figures if figure is not None)
    count = len(rising)
    if count < parts:
        have = "figure" if count == 1 else "figures"
        why = (
            f"Not compared: {_PARTS.get(parts, 'parts')} need at least {number_word(parts)} "
            f"figures, and there {'is' if count == 1 else 'are'} {number_word(count)} {have}."
        )
        return Bands(parts, count, method, reason=why)
    return Bands(parts, count, method, method.cut(rising, parts))
