"""The simplest number of an interval: the one with the fewest digits."""

from decimal import Decimal
from fractions import Fraction
from math import ceil

MOST_DIGITS = 12
"""After the point; narrower intervals have no number that a person would write."""


def simplest(low: Fraction, high: Fraction | None, below: Fraction = Fraction(1)) -> Decimal | None:
    """A number from ``low`` up to, not including, ``high`` and ``below``; None if there is none.

    Of numbers with as few digits a five is preferred, as people do, else the one in the middle;
    where there is no upper end, the least.
    """
    end = below if high is None else min(high, below)
    if low == 0 < end:
        return Decimal(0)
    for digits in range(1, MOST_DIGITS + 1):
        scale = 10**digits
        first, last = ceil(low * scale), ceil(end * scale) - 1
        if first <= last:
            return Decimal(_nicest(first, last, open_end=high is None)).scaleb(-digits)
    return None


def _nicest(first: int, last: int, *, open_end: bool) -> int:
    if open_end:
        return first
    five = ceil(Fraction(first, 5)) * 5
    return five if five <= last else (first + last) // 2
