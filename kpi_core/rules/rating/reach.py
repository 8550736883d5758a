"""The nearest figure of another colour; for a count, a whole number beyond the limit."""

from collections.abc import Iterable
from decimal import Decimal
from fractions import Fraction

from kpi_core.rules.rating.bands import Band
from kpi_core.vocabulary import Unit


def upwards(value: Decimal, band: Band) -> bool:
    """Whether a band that does not hold the figure lies above it."""
    return band.low is not None and band.low >= value


def reach(value: Decimal, band: Band, unit: Unit) -> Decimal | None:
    """The nearest figure of a band, its limit where that is the nearest there is.

    Returns:
        None for a count, where no whole number lies in the band.
    """
    edge, more = band.edge(value), upwards(value, band)
    if unit is not Unit.COUNT or value != value.to_integral_value():
        return edge
    whole = Decimal(nearest_whole(Fraction(edge), more=more, including=band.has(edge)))
    return whole if band.holds(whole) else None


def nearest(value: Decimal, bands: Iterable[Band], unit: Unit) -> tuple[Band, Decimal] | None:
    """The band that is reached first, and the figure that reaches it; None if none can be."""
    found = [(band, at) for band in bands if (at := reach(value, band, unit)) is not None]
    return min(found, key=lambda pair: abs(pair[1] - value), default=None)


def nearest_whole(number: Fraction, *, more: bool, including: bool) -> int:
    """The first whole number at or beyond another one, upwards or downwards."""
    if more:
        up = -(-number.numerator // number.denominator)
        return up + (up == number and not including)
    down = number.numerator // number.denominator
    return down - (down == number and not including)
