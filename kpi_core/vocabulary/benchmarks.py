"""Words for comparing with other areas: who they are, and how a group becomes one figure."""

from kpi_core.vocabulary.judgement import Polarity
from kpi_core.vocabulary.word import Word


class AreaKind(Word):
    """What an area of a national release is."""

    COUNTRY = "country"
    REGION = "region"
    COUNCIL = "council"
    GROUP = "group_of_councils"
    OTHER = "other"


class Statistic(Word):
    """How the figures of a group become one (B3). Two of them may well differ."""

    PUBLISHED = "published"
    MEAN = "mean"
    MEDIAN = "median"
    POOLED = "pooled"

    @property
    def phrase(self) -> str:
        return {
            "published": "as published for the group as a whole",
            "mean": "the simple mean of the members that have a figure",
            "median": "the middle one of the members that have a figure",
            "pooled": "all members' cases together, divided by all they are out of",
        }[self.value]


class QuartileBand(Word):
    """A quarter of the councils: A holds the best where a measure judges, else the lowest (Q1)."""

    A = "a"
    B = "b"
    C = "c"
    D = "d"

    def phrase(self, polarity: Polarity) -> str:
        """Such as "best quarter", or "lowest quarter" where neither way is good."""
        ends = ("best", "worst") if polarity.judges else ("lowest", "highest")
        return {
            "a": f"{ends[0]} quarter",
            "b": f"second {ends[0]} quarter",
            "c": f"second {ends[1]} quarter",
            "d": f"{ends[1]} quarter",
        }[self.value]


class LikenessBasis(Word):
    """What "similar" is decided by: chance where an interval can be had, else the usual spread."""

    INTERVAL = "interval"
    SPREAD = "spread"

    @property
    def phrase(self) -> str:
        return {
            "interval": "by the 95% confidence interval of the council's figure",
            "spread": "by the usual spread of the councils: one scaled median absolute deviation",
        }[self.value]


class PeriodMatch(Word):
    """Which period of a comparator a figure is held against (B4)."""

    SAME = "same_period"
    LATEST = "latest"


class TargetReach(Word):
    """How a target stands among what others achieve already."""

    SOFT = "soft"
    WITHIN = "within_reach"
    HARD = "hard"


class BothWays(Word):
    """A figure against its own target and against others at once."""

    BOTH = "both"
    TARGET_ONLY = "target_only"
    OTHERS_ONLY = "others_only"
    NEITHER = "neither"

    @property
    def phrase(self) -> str:
        return {
            "both": "Meets its target, and no worse than the others",
            "target_only": "Meets its target but is worse than the others: it may be too soft",
            "others_only": "Misses its target but is no worse than the others: it may be too hard",
            "neither": "Misses its target, and worse than the others",
        }[self.value]


class Vintage(Word):
    """Which published period a quoted figure fits, beside the period of its row (S9)."""

    SAME = "same_period"
    EARLIER = "earlier_period"
    NOTHING = "nothing_published"
    NOT_COMPARED = "not_compared"

    @property
    def word(self) -> str:
        return {
            "same_period": "Fits the row’s period",
            "earlier_period": "Fits an earlier period only",
            "nothing_published": "Fits nothing published",
            "not_compared": "Cannot be compared",
        }[self.value]
