"""Every indicator against every comparator that the report quotes."""

from decimal import Decimal

import pandas as pd

from kpi_core.periods import UNKNOWN
from kpi_core.present import words
from kpi_core.present.records import Record, records
from kpi_core.present.scorecard import Scorecard
from kpi_core.rules.comparison import compare
from kpi_core.vocabulary import Polarity, Unit

COLUMNS = (
    *("indicator", "title", "position", "comparator", "comparator_name", "is_named", "gap"),
    *("gap_text", "comparison", "value_text", "target_text", "comparator_text", "note"),
    *("unit_group", "source_cell", "target_against", "target_against_text"),
    *("value", "comparator_value", "comparator_period"),
)


def comparisons(card: Scorecard, shown: pd.DataFrame) -> pd.DataFrame:
    """One row per indicator shown and quoted comparator, in the order shown.

    ``gap`` is positive when ours is better; ``target_against`` says whether our own target asks
    for more than the comparator already has (``better``), the same or less.
    """
    quoted = _quoted(card)
    made: list[tuple[object, ...]] = []
    for position, row in enumerate(records(shown)):
        unit, decimals = Unit(row["unit"]), words.places(row["decimals"])
        polarity = Polarity(row["polarity"])
        for seen in quoted.get(row["indicator"], []):
            theirs = Decimal(str(seen["value"]))
            ours = compare(_exact(row["value"]), theirs, polarity)
            target = compare(_exact(row["target"]), theirs, polarity)
            gap = None if ours.gap is None else float(ours.gap)
            aim = None if target.gap is None else float(target.gap)
            made.append(
                (
                    *(row["indicator"], row["title"], position, seen["subject"]),
                    *(words.group_name(seen["subject"]), seen["subject"] == row["comparator"], gap),
                    words.gap_text(gap, unit, decimals),
                    ours.comparison.value,
                    *(row["value_text"], row["target_text"]),
                    words.value_text(seen["value"], unit, decimals),
                    *(_note(seen["period_label"]), unit_group(unit), seen["source_cell"]),
                    target.comparison.value,
                    words.gap_text(aim, unit, decimals),
                    *(row["value"], seen["value"], seen["period_label"]),
                )
            )
    return pd.DataFrame(made, columns=list(COLUMNS))


def _quoted(card: Scorecard) -> dict[str, list[Record]]:
    observations = card.dataset.frame("observations")
    quoted = observations[
        (observations["subject"] != card.organisation)
        & (observations["report"] == card.report["report"])
        & observations["value"].notna()
    ]
    found: dict[str, list[Record]] = {}
    for record in records(quoted):
        found.setdefault(record["indicator"], []).append(record)
    return found


def _exact(value: float | None) -> Decimal | None:
    return None if value is None else Decimal(str(value))


def _note(period_label: object) -> str:
    return words.PERIOD_NOT_STATED if period_label == UNKNOWN.label else str(period_label)


def unit_group(unit: Unit) -> str:
    """Gaps of one group share an axis: points with points, rates with the same rate."""
    if unit is Unit.PERCENT:
        return "Percentage points"
    return unit.word[0].upper() + unit.word[1:]
