"""What a variation chart says in one word: of the latest figure, and of the target (X4)."""

from decimal import Decimal
from fractions import Fraction

from kpi_core.rules.statistics.xmr import Xmr
from kpi_core.vocabulary import Assurance, Polarity, Variation


def variation(chart: Xmr, polarity: Polarity) -> Variation:
    """State of the last figure that there is."""
    last = chart.signals[chart.latest]
    return Variation.of(last.side if last else 0, polarity)


def assurance(chart: Xmr, target: Decimal | None, polarity: Polarity) -> Assurance:
    """Where the latest target lies against the limits; strictly outside them is consistent."""
    return target_against(chart.limits.lower, chart.limits.upper, target, polarity)


def target_against(
    lower: Fraction, upper: Fraction, target: Decimal | None, polarity: Polarity
) -> Assurance:
    """Where a target lies against what is expected to come; on a bound is inside."""
    if target is None or not polarity.judges:
        return Assurance.NONE
    level = Fraction(target)
    if lower <= level <= upper:
        return Assurance.HIT_OR_MISS
    side = 1 if level > upper else -1
    return Assurance.MISSED if side == polarity.sign else Assurance.MET
