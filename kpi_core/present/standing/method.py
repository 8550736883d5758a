"""How benchmarks are compared, in sentences made from the words that the screens use."""

from kpi_core.vocabulary import BothWays, LikenessBasis, Statistic

WHEN = (
    "A figure is held against the one of the period that ends on the same day. The latest period "
    "counts only for those who choose it, and then how many months lie between is said."
)
WHOM = (
    "The comparison group gives the figure that ours is held against; the councils shown are a "
    "choice of their own. A council that had ended by the end of the period, or had not begun, is "
    "no member. A set of neighbours has a date, and another set gives another figure."
)
QUOTED = (
    "A comparator that the report quotes without a period is shown and marked, and kept out of "
    "ranks, quarters and averages."
)
WAYS = (
    "Own target against others looks at both at once. Equal to the target or to the others is no "
    "miss."
)


def rules() -> tuple[str, ...]:
    """The method in words."""
    return (
        WHEN,
        WHOM,
        *(f"{statistic.word}: {statistic.phrase}." for statistic in Statistic),
        *(f"Similar {basis.phrase}." for basis in LikenessBasis),
        QUOTED,
        WAYS,
        *(f"{ways.phrase}." for ways in BothWays),
    )
