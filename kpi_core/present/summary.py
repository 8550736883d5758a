"""Sentences about a whole scorecard: what a manager should know in the first ten seconds."""

import pandas as pd

from kpi_core.present.caption import Caption
from kpi_core.present.scorecard import Scorecard
from kpi_core.selection import (
    COMPARISON_ORDER,
    DIRECTION_ORDER,
    STATUS_ORDER,
    Filters,
    on_screen,
)
from kpi_core.vocabulary import NOT_RATED, Status

COMPUTED_NOTE = (
    "The status of the report's own period is the one the council declared; other periods are "
    "computed by us and drawn hollow"
)


def counts(rows: pd.DataFrame, column: str, order: tuple[str, ...]) -> dict[str, int]:
    """Count of each word of a column, all words present, in their order on screen."""
    found = rows[column].value_counts()
    return {word: int(found.get(word, 0)) for word in order}


def headline(rows: pd.DataFrame) -> str:
    """Such as "8 of 18 indicators are red; 3 are declining": the finding of an overview."""
    if not len(rows):
        return "No indicator meets these filters"
    red = counts(rows, "status", STATUS_ORDER)[Status.RED]
    declining = counts(rows, "direction", DIRECTION_ORDER)["declining"]
    noun = "indicator" if len(rows) == 1 else "indicators"
    return f"{red} of {len(rows):,} {noun} {_are(red)} red; {declining} {_are(declining)} declining"


def rated_sentence(rows: pd.DataFrame) -> str:
    """Counts by status, with the share of those rated and the denominator stated (R4, R9)."""
    found = counts(rows, "status", STATUS_ORDER)
    rated = sum(n for status, n in found.items() if status != NOT_RATED)
    parts = [
        f"{on_screen(status)} {n}"
        + (f" ({n / rated:.0%})" if rated and status != NOT_RATED else "")
        for status, n in found.items()
    ]
    return f"{', '.join(parts)}. Shares are of the {rated} that are rated."


def comparison_headline(rows: pd.DataFrame) -> str:
    """How many are better, level and worse than their comparator."""
    found = counts(rows, "comparison", COMPARISON_ORDER)
    compared = len(rows) - found["no_comparison"]
    return (
        f"{found['worse']} of the {compared} indicators with a comparator {_are(found['worse'])} "
        f"worse than it, {found['better']} better and {found['level']} level"
    )


def caption(card: Scorecard, title: str, finding: str, filters: Filters, note: str = "") -> Caption:
    """The caption of a picture or a table made from this scorecard."""
    return Caption(
        title=title,
        finding=finding,
        organisation=card.organisation_name,
        source=f"{card.source} (licence {card.report['licence']})",
        period=f"{card.period_label}, {card.period_sentence}",
        filters=filters.sentence(),
        version=card.dataset.version,
        note=note,
    )


def _are(count: int) -> str:
    return "is" if count == 1 else "are"
