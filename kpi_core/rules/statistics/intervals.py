"""Confidence intervals: Wilson's for a proportion, Byar's for a count (T1).

Counts below ten need the exact method, which this does not have: they get no interval.
"""

from math import sqrt

Z = 1.959963984540054
"""Standard normal value of a two-sided interval of 95 per cent."""

LEAST_COUNT = 10
"""Byar's approximation is used from this count on."""

Interval = tuple[float, float]


def wilson(numerator: float, denominator: float, z: float = Z) -> Interval | None:
    """Limits of a proportion as fractions of one; None where there is no proportion."""
    if denominator <= 0 or not 0 <= numerator <= denominator:
        return None
    middle = 2 * numerator + z * z
    half = z * sqrt(z * z + 4 * numerator * (1 - numerator / denominator))
    whole = 2 * (denominator + z * z)
    return max((middle - half) / whole, 0.0), min((middle + half) / whole, 1.0)


def byar(count: float, z: float = Z) -> Interval | None:
    """Limits of a count; None below ten, where the approximation does not hold."""
    if count < LEAST_COUNT:
        return None
    more = count + 1
    lower = count * (1 - 1 / (9 * count) - z / (3 * sqrt(count))) ** 3
    upper = more * (1 - 1 / (9 * more) + z / (3 * sqrt(more))) ** 3
    return lower, upper
