"""The dead band: which changes count, and how far the next judgement is (D3, S4).

The sizes ``worse_within`` and ``better_within`` are still maintained. All in exact fractions.
"""

from decimal import Decimal
from fractions import Fraction
from typing import NamedTuple

from kpi_core.catalogue import DeadBand, DirectionScheme
from kpi_core.vocabulary import Direction


class Edges(NamedTuple):
    """The largest gain and the largest loss that are maintained, in native units."""

    better: Fraction
    worse: Fraction


def edges(compared: Fraction, scheme: DirectionScheme) -> Edges:
    """The two sides of the band around a compared figure."""
    of = abs(compared) if scheme.band is DeadBand.RELATIVE else Fraction(1)
    return Edges(Fraction(scheme.better_within) * of, Fraction(scheme.worse_within) * of)


def side(gain: Fraction, scheme: DirectionScheme) -> Decimal:
    """The size that the scheme allows on the side of a gain, or of a loss."""
    return scheme.better_within if gain > 0 else scheme.worse_within


def has_no_width(gain: Fraction, compared: Fraction, scheme: DirectionScheme) -> bool:
    """Whether the change would have to be held against a share of nothing."""
    relative = scheme.band is DeadBand.RELATIVE
    return relative and compared == 0 and gain != 0 and side(gain, scheme) > 0


def judge(gain: Fraction, compared: Fraction, scheme: DirectionScheme) -> Direction:
    """The judgement of a change whose good way is positive."""
    allowed = edges(compared, scheme)
    if gain > allowed.better:
        return Direction.IMPROVING
    return Direction.DECLINING if -gain > allowed.worse else Direction.MAINTAINED
