"""What differs between a report and the ones before it, from the findings that say so."""

from collections.abc import Iterator
from typing import NamedTuple

from kpi_core.present.records import Record, records
from kpi_core.present.scorecard import Scorecard

KINDS = {
    "indicator-new": "New",
    "indicator-returned": "Back again",
    "indicator-retired": "Retired",
    "indicator-matched-closely": "Renamed, to be confirmed",
    "indicator-renamed": "Renamed",
    "figure-restated": "Restated",
    "figure-now-missing": "Now missing",
    "figure-now-given": "Now given",
    "target-changed": "Other target",
    "polarity-changed": "Other polarity",
    "unit-changed": "Other unit",
}
"""Rules of findings in the order in which they are listed, each in a word or two."""


class Change(NamedTuple):
    """One change: ``report`` is the report to look in, where it is not the one shown."""

    kind: str
    indicator: str
    title: str
    report: str | None
    message: str


def changes(card: Scorecard) -> list[Change]:
    """The changes that a report brought, by kind and then in its own order."""
    findings = card.dataset.frame("findings")
    mine = findings[
        (findings["report"] == card.report["report"]) & findings["rule"].isin(list(KINDS))
    ]
    place = {rule: at for at, rule in enumerate(KINDS)}
    found = sorted(records(mine), key=lambda record: place[record["rule"]])
    titles = {row["indicator"]: row["title"] for row in _indicators(card)} if found else {}
    return [
        Change(
            KINDS[record["rule"]],
            record["indicator"],
            titles[record["indicator"]],
            None
            if record["indicator"] in card.position
            else report_with(card, record["indicator"]),
            record["message"],
        )
        for record in found
    ]


def _indicators(card: Scorecard) -> Iterator[Record]:
    rows = card.dataset.tables["indicators"].to_pylist()
    return (row for row in rows if row["organisation"] == card.organisation)


def report_with(card: Scorecard, indicator: str) -> str | None:
    """The report to look in for an indicator that the shown one lacks; None if none has it.

    The newest before the shown report, else the newest after it.
    """
    ratings = card.dataset.frame("ratings")
    mine = (ratings["organisation"] == card.organisation) & (ratings["indicator"] == indicator)
    having = set(ratings.loc[mine, "report"])
    ids = [choice.report for choice in card.reports.every]
    at = ids.index(card.report["report"])
    return next((report for report in (*ids[at:], *ids[:at]) if report in having), None)
