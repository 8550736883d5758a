"""How one indicator stands among others, short enough for a committee paper."""

from kpi_core.present.records import records
from kpi_core.present.scorecard import Scorecard
from kpi_core.present.standing.distribution import here, usual
from kpi_core.present.standing.gaps import PUBLISHED, gaps
from kpi_core.present.standing.told import finding

CAPTION = "Published figures of the same period"

HEADS = ("Comparator", "Figure", "Our gap", "Period", "Release")

NONE = "No published figure of the same period can be held against this indicator."


def published_rows(card: Scorecard, indicator: str) -> list[list[str]]:
    """England, the region and the usual group, each with its figure, gap, period and release."""
    comparing = card.published.options.default
    mine = card.rows[card.rows["indicator"] == indicator]
    frame = gaps(card, mine, comparing)
    return [
        [
            seen["comparator_name"],
            seen["comparator_text"],
            seen["gap_text"] or "No figure to compare",
            seen["note"],
            seen["source_cell"],
        ]
        for seen in records(frame[frame["kind"] == PUBLISHED])
    ]


def place_sentence(card: Scorecard, indicator: str) -> str:
    """Where the council stands, or why nothing is said of it."""
    found = here(card, indicator, card.published.options.default)
    if found is None:
        return card.published.reasons.get(indicator) or NONE
    return f"Where we stand by the published figures: {finding(found, usual(found, None))}."
