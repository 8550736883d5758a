"""What a figure can be at all: limits are shown no further (X6)."""

from collections.abc import Iterable
from decimal import Decimal
from fractions import Fraction

from kpi_core.vocabulary import Unit

WHOLE = 100
"""Per cent of everything."""


def possible(known: Iterable[Decimal], unit: Unit) -> tuple[Fraction | None, Fraction | None]:
    """Least and greatest figure, as far as the figures so far keep to them; None for no bound.

    Something negative has been seen, or a percentage above 100: then nobody knows the bound.
    """
    seen = list(known)
    least = Fraction(0) if seen and min(seen) >= 0 else None
    most = Fraction(WHOLE) if seen and unit is Unit.PERCENT and max(seen) <= WHOLE else None
    return least, most


def kept(level: Fraction, bounds: tuple[Fraction | None, Fraction | None]) -> Fraction:
    """The level, or the bound that it lies beyond."""
    least, most = bounds
    level = level if least is None else max(level, least)
    return level if most is None else min(level, most)
