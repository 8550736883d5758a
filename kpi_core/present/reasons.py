"""Why a row has its rating and how it stands against others: the tables of one indicator."""

import pandas as pd

from kpi_core.present.comparisons import comparisons
from kpi_core.present.findings import worst_first
from kpi_core.present.records import Record, records
from kpi_core.present.scorecard import Scorecard
from kpi_core.selection import on_screen

RATING_CAPTION = "Declared by the council, and computed by us beside it"

RATING_HEADS = ("What", "Declared", "Computed", "Arithmetic")

COMPARATOR_CAPTION = "Comparators as quoted"

COMPARATOR_HEADS = (
    *("Comparator", "Figure", "Our gap", "We are", "Named by the report", "Period and source"),
)

NO_COMPARATOR = "The report quotes no comparator for this indicator."

NO_COMMENTARY = "The report gives no commentary for this indicator."


def rating_rows(row: pd.Series) -> list[list[str]]:
    """Status and directions, each as declared and as computed, with the arithmetic."""
    status, direction = ("status_word", "direction_word")
    return [
        ["Status", row[status], row[f"computed_{status}"], row["status_reason"]],
        [
            *("Direction of travel", row[direction], row[f"computed_{direction}"]),
            row["direction_reason"],
        ],
        *_longer_term(row),
        ["Against a year ago", "not declared", on_screen(row["year_ago"]), _year_reason(row)],
    ]


def _longer_term(row: pd.Series) -> list[list[str]]:
    """Nothing for a dataset of before the longer term was reckoned."""
    reason = row["long_direction_reason"]
    if not isinstance(reason, str):
        return []
    return [["Direction, longer term", "not declared", row["long_direction_word"], reason]]


def _year_reason(row: pd.Series) -> str:
    if not row["year_change_text"]:
        return f"There is no figure for {row['year_ago_period'] or 'a year ago'} to compare with."
    return (
        f"{row['value_text']} against {row['year_ago_text']} in {row['year_ago_period']}: "
        f"{row['year_change_text']}. Here any difference counts."
    )


def comparator_rows(card: Scorecard, indicator: str) -> list[list[str]]:
    """Every comparator that the report quotes for an indicator, with the period of its figure."""
    mine = card.rows[card.rows["indicator"] == indicator]
    return [
        [
            seen["comparator_name"],
            seen["comparator_text"],
            seen["gap_text"] or "No figure to compare",
            on_screen(seen["comparison"]),
            "Yes" if seen["is_named"] else "No",
            f"{seen['note'].capitalize()} ({seen['source_cell']})",
        ]
        for seen in records(comparisons(card, mine))
    ]


def written(row: pd.Series) -> str:
    """The commentary exactly as written; empty where the report gives none."""
    return row["commentary"] if isinstance(row["commentary"], str) else ""


def noticed(card: Scorecard, indicator: str) -> list[Record]:
    """What our checks found in a row of the report, worst first; its caveats are said elsewhere."""
    found = card.dataset.frame("findings")
    mine = found[
        (found["indicator"] == indicator)
        & (found["report"] == card.report["report"])
        & ~found["rule"].str.startswith("caveat-")
    ]
    return records(worst_first(mine))
