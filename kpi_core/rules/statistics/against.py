"""A figure's interval against another figure: a comparator (T2) or a target as a goal (T3)."""

from dataclasses import dataclass

from kpi_core.rules.statistics.intervals import Interval
from kpi_core.rules.statistics.uncertainty import Uncertainty
from kpi_core.vocabulary import GoalMark, IntervalMark, Polarity


@dataclass(frozen=True)
class Against:
    """How a figure stands by the interval of 95 and, where it can be had, of 99.8 per cent."""

    near: IntervalMark
    far: IntervalMark | None


def compared(found: Uncertainty, level: float, polarity: Polarity) -> Against:
    """A figure against a comparator's: similar where the comparator lies in the interval.

    The ends belong to the interval. Without a known good way it is higher or lower.
    """
    far = None if found.far is None else _standing(found.far, level, polarity)
    return Against(_standing(found.near, level, polarity), far)


def _standing(interval: Interval, level: float, polarity: Polarity) -> IntervalMark:
    lower, upper = interval
    return IntervalMark.of((lower > level) - (upper < level), polarity)


def goal(value: float, found: Uncertainty, target: float, polarity: Polarity) -> GoalMark | None:
    """Whether a figure meets its target, and whether chance could have decided that.

    A figure equal to the target meets it. A target in the interval of 95 per cent, its ends
    included, may have been met or missed by chance. None without a known good way.
    """
    if not polarity.judges:
        return None
    met = (value - target) * polarity.sign >= 0
    by_chance = found.near[0] <= target <= found.near[1]
    if by_chance:
        return GoalMark.MET_MAYBE if met else GoalMark.MISSED_MAYBE
    return GoalMark.MET if met else GoalMark.MISSED
