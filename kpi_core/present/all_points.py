"""The figures of many indicators at once, each as the series of its indicator has it."""

import pandas as pd

from kpi_core.present.records import Record, records
from kpi_core.present.scorecard import Scorecard
from kpi_core.present.series import point_rows


def all_points(card: Scorecard, rows: pd.DataFrame) -> pd.DataFrame:
    """One row per indicator and period, in the order of the rows; columns as in a ``TrendSeries``.

    Adds ``title`` and ``indicator``. The tables are gone through once, not once per indicator.
    """
    versions, history = _versions(card), _history(card)
    return pd.DataFrame(
        [
            {**point, "title": row["title"], "indicator": row["indicator"]}
            for _, row in rows.iterrows()
            for point in point_rows(
                card, row, versions.get(row["indicator"], {}), history.get(row["indicator"], {})
            )
        ]
    )


def _versions(card: Scorecard) -> dict[str, dict[str, list[Record]]]:
    """The organisation's own figures by indicator and period label, oldest report first."""
    observations = card.dataset.frame("observations")
    found: dict[str, dict[str, list[Record]]] = {}
    for seen in records(observations[observations["subject"] == card.organisation]):
        mine = found.setdefault(seen["indicator"], {})
        mine.setdefault(seen["period_label"], []).append(seen)
    return found


def _history(card: Scorecard) -> dict[str, dict[str, Record]]:
    history = card.dataset.frame("history_ratings")
    found: dict[str, dict[str, Record]] = {}
    for rated in records(history[history["organisation"] == card.organisation]):
        found.setdefault(rated["indicator"], {})[rated["period_label"]] = rated
    return found
