"""How the outlook is worked out, in words made from the constants that do it."""

from kpi_core.rules.outlook.estimate import VERDICTS
from kpi_core.rules.outlook.profile import PRO_RATA
from kpi_core.rules.outlook.running import ADDS_UP
from kpi_core.rules.outlook.spread import LEAST_CHANGES
from kpi_core.rules.outlook.year import PARTS
from kpi_core.rules.statistics.ruleset import Ruleset
from kpi_core.vocabulary import Assurance, NoOutlook

_UNITS = {"count": "counts", "gbp": "money", "unknown": "plain numbers"}


def sentences(ruleset: Ruleset) -> tuple[str, ...]:
    """The method, one step a sentence."""
    reasons = ", ".join(reason.word.lower() for reason in NoOutlook)
    return (
        *_needed(),
        *_range(ruleset),
        (
            f"The target {VERDICTS[Assurance.HIT_OR_MISS]}; or it {VERDICTS[Assurance.MISSED]}; or "
            f"it {VERDICTS[Assurance.MET]}. A target on an end of the range is within. No "
            "probability is given."
        ),
        (
            "A year that has ended: the outturn is the year-end position. Nothing is estimated, "
            "and what the next year needs is said only if the report gives its target."
        ),
        f"Nothing is said, and the reason is given instead: {reasons}.",
    )


def _needed() -> tuple[str, ...]:
    parts = ", ".join(f"{kind.word.lower()}s" for kind in PARTS)
    units = ", ".join(_UNITS[unit.value] for unit in ADDS_UP)
    return (
        (
            f"The financial year is counted in the periods of the report ({parts}). The target is "
            "that of its last period, else that of the year, else the one without a period. A "
            "target of the rated period alone says nothing of the end of the year."
        ),
        (
            f"A count that runs through the year ({units}): needed is target minus count so far, "
            "shared out evenly over the periods left. Beside it stands what came in each period so "
            "far, and in the same periods a year before where the counts at both ends are known."
        ),
        (
            "By last year's profile: the count so far, divided by the share of last year's count "
            f"that was there by the same period. It is marked as {PRO_RATA}."
        ),
        (
            "Any other figure: that of the last period has to be at the target or better, whatever "
            "comes before. Percentages and rates are never averaged over periods, because the "
            "numbers of cases are not known. Of an annual survey the next round counts."
        ),
        (
            "Where nobody says whether a count runs through the year, nothing is worked out; but "
            "one that falls within a year does not. A count of each period alone is held only "
            "against a target of the last period."
        ),
    )


def _range(ruleset: Ruleset) -> tuple[str, ...]:
    return (
        (
            f"Usual change: the mean size of at least {LEAST_CHANGES} changes from one period to "
            "the next. None is taken across a gap or a break."
        ),
        (
            f"Range, an estimate: the limits of ordinary variation ({ruleset.label}) bound the "
            "figure of the last period. For a running count they are the limits of what comes in "
            "one period, and the range is the count so far with every period left at the lower or "
            "at the upper one. That is wider than chance alone would make it, because the periods "
            "of a year may be high or low together."
        ),
        (
            f"Fewer than {ruleset.least_points} figures: no range. {ruleset.least_points} to "
            f"{ruleset.settled_points - 1}: on trial limits, and it says so. There is none across "
            "gaps, breaks and rolling averages, and none if the latest figure is out of the "
            "ordinary, because what was may then no longer hold."
        ),
    )
