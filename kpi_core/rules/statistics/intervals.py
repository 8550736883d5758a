"""Confidence intervals: Wilson's for a proportion, Byar's or the exact one for a count (T1)."""

from math import sqrt

from scipy.special import gammaincinv, ndtr

Z = 1.959963984540054
"""Standard normal value of a two-sided interval of 95 per cent."""

LEAST_COUNT = 10
"""Byar's approximation is used from this count on, the exact limits below it."""

Interval = tuple[float, float]


def wilson(numerator: float, denominator: float, z: float = Z) -> Interval | None:
    """Limits of a proportion as fractions of one; None where there is no proportion."""
    if denominator <= 0 or not 0 <= numerator <= denominator:
        return None
    middle = 2 * numerator + z * z
    half = z * sqrt(z * z + 4 * numerator * (1 - numerator / denominator))
    whole = 2 * (denominator + z * z)
    # At none or all of the cases a limit is the share itself, which binary dust may miss.
    lower = (middle - half) / whole if numerator else 0.0
    upper = (middle + half) / whole if numerator < denominator else 1.0
    return max(lower, 0.0), min(upper, 1.0)


def of_count(count: float, z: float = Z) -> Interval | None:
    """Limits of a count: Byar's from ten on, the exact ones below; None for what is no count."""
    if count < 0:
        return None
    return byar(count, z) if count >= LEAST_COUNT else exact(count, z)


def byar(count: float, z: float = Z) -> Interval:
    """Byar's approximation, which holds from a count of ten on."""
    more = count + 1
    lower = count * (1 - 1 / (9 * count) - z / (3 * sqrt(count))) ** 3
    upper = more * (1 - 1 / (9 * more) + z / (3 * sqrt(more))) ** 3
    return lower, upper


def exact(count: float, z: float = Z) -> Interval:
    """From the chi-square distribution, a quantile of which is twice one of a gamma's."""
    beyond = float(ndtr(-z))
    lower = float(gammaincinv(count, beyond)) if count else 0.0
    return lower, float(gammaincinv(count + 1, 1 - beyond))
