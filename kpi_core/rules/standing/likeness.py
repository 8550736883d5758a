"""Similar or not: by what chance can explain where that is known, else by the usual spread.

The order of preference is the interval of the council's own figure (T2), the spread of all
councils (Q3), a refusal. Words judge only where it is known which way is good (P4).
"""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from decimal import Decimal
from fractions import Fraction

from kpi_core.formatting import decimal, figure_text, rounded, size_text
from kpi_core.rules.standing.spread import Spread
from kpi_core.rules.statistics.against import compared
from kpi_core.rules.statistics.cases import Measured
from kpi_core.rules.statistics.refusals import Refusal
from kpi_core.rules.statistics.uncertainty import NEAR, Uncertainty, uncertainty
from kpi_core.vocabulary import IntervalMark, IntervalMethod, LikenessBasis, Polarity, Unit

SPREADS = 1
"""So many usual spreads to each side are similar, the ends included (Q3)."""

MORE_DECIMALS = 3
"""So many decimals are added at most to tell two numbers apart."""

NO_OWN = "Not compared: there is no figure of the council."
NO_OTHER = "Not compared: there is no figure to hold it against."
SIZE_MATTERS = "Not compared: a total depends on how large the area is."


@dataclass(frozen=True)
class Likeness:
    """``mark`` and ``basis`` are None where nothing can be said; ``sentence`` says why.

    ``far`` is the same by the interval of 99.8 per cent, None where there is no such interval.
    """

    mark: IntervalMark | None
    basis: LikenessBasis | None
    sentence: str
    far: IntervalMark | None = None


def likeness(
    own: Measured | None, other: Decimal | None, polarity: Polarity, usual: Spread
) -> Likeness:
    """How a council's figure stands to another figure of the same measure and period.

    Args:
        own: the council's figure with what is known of its cases.
        other: the comparator's.
        polarity: without a known good way the words are higher and lower.
        usual: the spread of all councils, for where the figure has no interval.
    """
    if own is None or other is None or own.unit is Unit.COUNT:
        why = NO_OWN if own is None else NO_OTHER if other is None else SIZE_MATTERS
        return Likeness(None, None, why)
    found = uncertainty(own)
    if isinstance(found, Uncertainty):
        return _by_interval(own, found, other, polarity)
    return _by_spread(own, other, polarity, usual, found)


def _by_interval(own: Measured, found: Uncertainty, other: Decimal, polarity: Polarity) -> Likeness:
    marks = compared(found, float(other), polarity)
    mark = marks.near
    similar = mark is IntervalMark.SIMILAR
    limits = tuple(Decimal(str(limit)) for limit in found.near)
    shown = own if similar else _apart_from(other, limits, own)
    lower, upper = (_text(limit, shown) for limit in limits)
    printed = found.method is IntervalMethod.PRINTED
    how = "as published" if printed else found.method.phrase
    parts = f", {found.cases.numerator:,} of {found.cases.denominator:,}" if found.cases else ""
    said = (
        f"{mark.word}: the {NEAR} interval of {_text(own.value, own)} reaches from {lower} to "
        f"{upper} ({how}{parts}), which {'holds' if similar else 'does not hold'} "
        f"{_text(other, own)}."
    )
    return Likeness(mark, LikenessBasis.INTERVAL, said, marks.far)


def _by_spread(
    own: Measured, other: Decimal, polarity: Polarity, usual: Spread, no_interval: Refusal
) -> Likeness:
    if usual.size is None:
        return Likeness(None, None, f"Not compared. {no_interval.sentence} {usual.reason}")
    away, size = Fraction(own.value) - Fraction(other), SPREADS * usual.size
    within = abs(away) <= size
    mark = IntervalMark.of(0 if within else (away > 0) - (away < 0), polarity)
    far = "no more than" if within else "more than"
    shown = own if within else _apart_from(decimal(size), (decimal(abs(away)),), own)
    said = (
        f"{mark.word}: {_both(own, other, away, shown)}, {far} the usual spread of "
        f"{usual.count:,} councils, {_size(size, shown)}. {no_interval.sentence}"
    )
    return Likeness(mark, LikenessBasis.SPREAD, said)


def _both(own: Measured, other: Decimal, away: Fraction, shown: Measured) -> str:
    """Such as ``15.9% is 4.1 points below 20.0%``."""
    exact = _apart_from(other, (own.value,), own)
    mine, theirs = _text(own.value, exact), _text(other, exact)
    if not away:
        return f"{mine} equals {theirs}"
    return f"{mine} is {_size(away, shown)} {'above' if away > 0 else 'below'} {theirs}"


def _apart_from(level: Decimal, others: Iterable[Decimal], own: Measured) -> Measured:
    """With so many decimals that what differs from a level does not look the same (R6)."""
    places = own.decimals
    if places is None:
        return own
    different = [other for other in others if other != level]
    most = places + MORE_DECIMALS
    while places < most and any(rounded(o, places) == rounded(level, places) for o in different):
        places += 1
    return replace(own, decimals=places)


def _size(size: Fraction, own: Measured) -> str:
    return size_text(decimal(size), own.unit, own.decimals)


def _text(value: Decimal, own: Measured) -> str:
    return figure_text(value, own.unit, own.decimals)
