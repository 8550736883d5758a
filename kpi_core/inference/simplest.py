"""The simplest number of an interval: the one with the fewest digits."""

from decimal import Decimal
from fractions import Fraction
from math import ceil

MOST_DIGITS = 12
"""After the point; narrower intervals have no number that a person would write."""

ALL = Fraction(1)
"""A share is less than all of what it is of."""


def simplest(low: Fraction, high: Fraction | None, below: Fraction | None = ALL) -> Decimal | None:
    """A number from ``low`` up to, not including, ``high`` and ``below``; None if there is none.

    Of numbers with as few digits a five is preferred, as people do, else the one in the middle;
    where there is no upper end, the least.
    """
    end = min((limit for limit in (high, below) if limit is not None), default=None)
    if low == 0 and end != 0:
        return Decimal(0)
    for digits in range(MOST_DIGITS + 1):
        scale = 10**digits
        first = ceil(low * scale)
        last = first if end is None else ceil(end * scale) - 1
        if first <= last:
            return Decimal(_nicest(first, last, open_end=high is None)).scaleb(-digits)
    return None


def _nicest(first: int, last: int, *, open_end: bool) -> int:
    if open_end:
        return first
    five = ceil(Fraction(first, 5)) * 5
    return five if five <= last else (first + last) // 2
