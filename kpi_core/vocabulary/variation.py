"""Words that say what the variation of a series tells, beside a status and never instead of it."""

from kpi_core.vocabulary.judgement import Polarity
from kpi_core.vocabulary.word import Word


class SpecialCause(Word):
    """What sets a figure apart from ordinary variation, the weightiest first (X3)."""

    OUTSIDE = "outside_the_limits"
    TREND = "trend"
    NEAR_LIMIT = "near_the_limit"
    SHIFT = "shift"


class Variation(Word):
    """State of the latest figure (X4)."""

    COMMON_CAUSE = "ordinary_variation"
    IMPROVEMENT = "improvement"
    CONCERN = "concern"
    CHANGE = "change"

    @classmethod
    def of(cls, side: int, polarity: Polarity) -> "Variation":
        """What a signal on one side means: +1 for high or rising, -1, or 0 for no signal."""
        if side == 0:
            return cls.COMMON_CAUSE
        if not polarity.judges:
            return cls.CHANGE
        return cls.IMPROVEMENT if side == polarity.sign else cls.CONCERN

    @property
    def symbol(self) -> str:
        return {
            "ordinary_variation": "○",
            "improvement": "◆",
            "concern": "✚",
            "change": "▶",
        }[self.value]

    @property
    def phrase(self) -> str:
        return {
            "ordinary_variation": "Ordinary variation, no sign of a real change",
            "improvement": "A real change, for the better",
            "concern": "A real change, for the worse",
            "change": "A real change; it is not known which way is good",
        }[self.value]


class Assurance(Word):
    """Whether the target will be met if nothing changes (X4)."""

    MET = "target_will_be_met"
    MISSED = "target_will_be_missed"
    HIT_OR_MISS = "target_may_be_met_or_missed"
    NONE = "no_assurance"

    @property
    def symbol(self) -> str:
        return {
            "target_will_be_met": "✔",
            "target_will_be_missed": "✘",
            "target_may_be_met_or_missed": "?",
            "no_assurance": "–",
        }[self.value]

    @property
    def phrase(self) -> str:
        return {
            "target_will_be_met": "The target lies where every figure is expected to meet it",
            "target_will_be_missed": "The target lies where every figure is expected to miss it",
            "target_may_be_met_or_missed": "The target may be met or missed by chance alone",
            "no_assurance": "No target, or it is not known which way is good",
        }[self.value]


class TrendMark(Word):
    """What five annual figures say together (T7)."""

    NOT_SIGNIFICANT = "no_significant_change"
    OUTLIER = "no_significant_change_outlier"
    INCREASING = "increasing"
    DECREASING = "decreasing"


class IntervalMethod(Word):
    """Where a confidence interval is from (T1)."""

    WILSON = "wilson"
    BYAR = "byar"
    EXACT = "exact"
    PRINTED = "printed"

    @property
    def phrase(self) -> str:
        return {
            "wilson": "Wilson's interval of a proportion",
            "byar": "Byar's interval of a count",
            "exact": "the exact interval of a small count",
            "printed": "the limits that the report prints",
        }[self.value]


class IntervalMark(Word):
    """How a figure's interval stands to another figure (T2)."""

    BETTER = "better"
    SIMILAR = "similar"
    WORSE = "worse"
    HIGHER = "higher"
    LOWER = "lower"

    @classmethod
    def of(cls, side: int, polarity: Polarity) -> "IntervalMark":
        """What an interval on one side means: +1 for above, -1, or 0 for around."""
        if side == 0:
            return cls.SIMILAR
        if not polarity.judges:
            return cls.HIGHER if side > 0 else cls.LOWER
        return cls.BETTER if side == polarity.sign else cls.WORSE


class GoalMark(Word):
    """Whether a target is met, and whether chance could have decided that (T3)."""

    MET = "met"
    MET_MAYBE = "met_within_chance"
    MISSED_MAYBE = "missed_within_chance"
    MISSED = "missed"
