"""The cases behind a percentage or a rate, where somebody says how many there are."""

from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction

from kpi_core.rules.rating.reach import nearest_whole
from kpi_core.vocabulary import Unit

PER = {
    Unit.PERCENT: 100,
    Unit.RATE_PER_1000: 1_000,
    Unit.RATE_PER_10000: 10_000,
    Unit.RATE_PER_100000: 100_000,
}
"""How many of the denominator a figure of each unit is given for."""


@dataclass(frozen=True)
class Cases:
    """``numerator`` of ``denominator``; ``about`` where the first was worked out from a figure."""

    numerator: int
    denominator: int
    unit: Unit
    about: bool = False

    @classmethod
    def out_of(cls, value: Decimal, denominator: int, unit: Unit) -> "Cases | None":
        """The cases that a figure stands for, to the nearest whole one; None for other units."""
        if unit not in PER or denominator < 1:
            return None
        return cls(round(Fraction(value) * denominator / PER[unit]), denominator, unit, about=True)

    def figure(self, numerator: int) -> Fraction:
        """What the figure would be with another number of cases."""
        return Fraction(numerator * PER[self.unit], self.denominator)

    def needed(self, figure: Fraction, *, more: bool, including: bool) -> int | None:
        """The nearest number of cases that reaches a figure; None where none does.

        Args:
            figure: to be reached from below (``more``) or from above.
            more: whether the figure is above the one of now.
            including: whether the figure itself is enough.
        """
        found = nearest_whole(
            figure * self.denominator / PER[self.unit], more=more, including=including
        )
        most = self.denominator if self.unit is Unit.PERCENT else None
        return found if found >= 0 and (most is None or found <= most) else None
