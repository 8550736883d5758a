"""The named ruleset of a variation chart: every constant, and the sentences made from them."""

from dataclasses import dataclass
from decimal import Decimal


@dataclass(frozen=True)
class Ruleset:
    """How limits are reckoned and what counts as a special cause (X1-X3, X5).

    ``limit_factor`` is 3/1.128 and ``warning_factor`` two thirds of it, as published to four
    decimals at most; ``range_factor`` is the upper limit of moving ranges.
    """

    name: str
    version: int
    limit_factor: Decimal = Decimal("2.66")
    warning_factor: Decimal = Decimal("1.7733")
    range_factor: Decimal = Decimal("3.267")
    screens_ranges: bool = True
    least_points: int = 5
    settled_points: int = 12
    trend_points: int = 7
    shift_points: int = 7

    @property
    def least_ranges(self) -> int:
        """As many as the fewest points have when they stand in a row."""
        return self.least_points - 1

    @property
    def label(self) -> str:
        return f"{self.name} version {self.version}"

    def sentences(self) -> tuple[str, ...]:
        """The method in words."""
        screened = (
            f"A moving range of {self.range_factor} times their mean or more is left out once, "
            "and the mean range taken anew; its figures stay in the mean."
            if self.screens_ranges
            else "Every moving range counts, however large."
        )
        return (
            (
                "The middle line is the mean of all figures. A moving range is the size of the "
                "change from one period to the next."
            ),
            screened,
            (
                f"Limits: the mean plus and minus {self.limit_factor} times the mean moving range. "
                f"Lines two thirds of the way: {self.warning_factor} times."
            ),
            (
                f"Fewer than {self.least_points} figures: no limits. "
                f"{self.least_points} to {self.settled_points - 1}: trial limits, drawn dashed. "
                f"{self.settled_points} or more: limits."
            ),
            (
                "A figure is a special cause if it lies outside the limits; or is one of "
                f"{self.trend_points} in a row that all rise or all fall; or is one of at least "
                "two of three in a row between the outer line and the limit, all three on one "
                f"side of the mean; or is one of {self.shift_points} in a row on one side of the "
                "mean. The first that fits is named."
            ),
        )

    def deviations(self) -> tuple[str, ...]:
        """Where this departs from the published method, and why."""
        return (
            (
                "A missing period ends every run, and no moving range is taken across it. The "
                "published charts assume that there are no gaps."
            ),
            (
                f"Limits also need {self.least_ranges} moving ranges, as many as "
                f"{self.least_points} figures in a row have."
            ),
            (
                "Where the ranges that count are all zero there are no limits, because every "
                "figure but the mean would lie outside."
            ),
            (
                "A trend is judged by the way it runs, the other special causes by the side of the "
                "mean."
            ),
            (
                "Limits are never taken anew by themselves after a change; that needs a person, a "
                "reason and a date."
            ),
        )


SCREENED = Ruleset("XmR with screened ranges", 1)
"""The rules of NHSRplotthedots with its default screening of outlying ranges."""

UNSCREENED = Ruleset("XmR with all ranges", 1, screens_ranges=False)
"""The same as the spreadsheet tools that screen nothing."""
