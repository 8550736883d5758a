"""The finding of all indicators against one group, in a sentence."""

import pandas as pd

from kpi_core.present.scorecard import Scorecard
from kpi_core.present.standing.choice import Comparing
from kpi_core.present.standing.gaps import PUBLISHED
from kpi_core.present.vintages import finding, vintages
from kpi_core.vocabulary import Comparison

QUOTED = (
    "The report states no period for the comparators that it quotes, so read each gap to them as "
    "a hint and not as a rank."
)


def fairness(card: Scorecard, shown: pd.DataFrame) -> str:
    """Whether the quoted benchmarks are of the right year; where nobody knows, what that means."""
    frame = vintages(card, shown)
    return QUOTED if frame.empty else f"{finding(frame)}."


def group_finding(frame: pd.DataFrame, comparing: Comparing) -> str:
    """Such as "Against Statistical neighbours, May 2025, 3 of 9 indicators are worse ...".

    Empty where no indicator has a published figure of the group to be held against.

    Args:
        frame: of ``gaps``.
        comparing: what was chosen.
    """
    key = comparing.group.neighbour_set or comparing.group.key
    rows = frame[(frame["kind"] == PUBLISHED) & (frame["comparator"] == key)]
    judged = rows[rows["comparison"] != Comparison.NO_COMPARISON]
    if judged.empty:
        return ""
    count = judged["comparison"].value_counts()
    worse, better, level = (int(count.get(word, 0)) for word in ("worse", "better", "level"))
    title = str(judged["comparator_name"].iloc[0]).split(" (", maxsplit=1)[0]
    return (
        f"{worse:,} of the {len(judged):,} indicators with published figures "
        f"{'is' if worse == 1 else 'are'} worse than {title}, {better:,} better and {level:,} level"
    )
