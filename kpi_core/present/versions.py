"""The versions of one organisation's figures and ratings over all its reports.

Rows of the dataset's tables stand in the order of the reports, oldest first.
"""

from collections.abc import Mapping, Sequence
from decimal import Decimal
from typing import Any

from kpi_core.dataset import Dataset
from kpi_core.histories.figures import Likeness, likeness
from kpi_core.present import words
from kpi_core.present.records import Record, records

Place = tuple[str, str]
"""An indicator and a period label."""

_DECLARED = [
    *("organisation", "indicator", "period_label", "report"),
    *("declared_status", "computed_status", "status_reason", "target"),
]


def figure_versions(dataset: Dataset, organisation: str, indicator: str) -> dict[str, list[Record]]:
    """The organisation's own figures of one indicator by period label, oldest report first."""
    observations = dataset.frame("observations")
    mine = observations[
        (observations["indicator"] == indicator) & (observations["subject"] == organisation)
    ]
    versions: dict[str, list[Record]] = {}
    for record in records(mine):
        versions.setdefault(record["period_label"], []).append(record)
    return versions


def latest(versions: Sequence[Record]) -> Record:
    """The one that the dataset marks as the latest."""
    return next(record for record in versions if record["is_latest"])


def ratings_by_place(dataset: Dataset, report: Mapping[str, Any]) -> dict[Place, Record]:
    """Every rating that a report of the organisation declares, by indicator and period.

    Where two reports rate one period, the later one counts, and before all the one that is shown.
    """
    ratings = dataset.tables["ratings"].select(_DECLARED).to_pylist()
    mine = [row for row in ratings if row["organisation"] == report["organisation"]]
    mine.sort(key=lambda row: row["report"] == report["report"])
    return {(row["indicator"], row["period_label"]): row for row in mine}


def restated(versions: Sequence[Record], titles: dict[str, str]) -> str:
    """What earlier reports said of a figure, where it was something else.

    Such as "restated, was 16.2% in Quarter 3 report"; empty where all agree, be it with more or
    fewer decimals, and where the period is not stated, since that may be another one each time.
    """
    now = latest(versions)
    if now["period_end"] is None:
        return ""
    was: dict[str, str] = {}
    for then in reversed(versions):
        if then is not now and words.has(then["value"]) and _differs(then, now):
            was.setdefault(then["raw"].strip(), titles[then["report"]])
    if not was:
        return ""
    said = ", ".join(f"{raw} in {title}" for raw, title in was.items())
    return f"{'restated' if words.has(now['value']) else 'no longer given'}, was {said}"


def _differs(then: Record, now: Record) -> bool:
    if not words.has(now["value"]):
        return True
    places = (words.places(then["decimals"]), words.places(now["decimals"]))
    before, after = (Decimal(str(record["value"])) for record in (then, now))
    return likeness(before, after, places) is Likeness.RESTATED
