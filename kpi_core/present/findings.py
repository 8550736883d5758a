"""The findings of a report as people read and filter them."""

import pandas as pd

from kpi_core.checks.titles import rule_title
from kpi_core.present.cell_places import held_by_column, place
from kpi_core.present.records import Record, records
from kpi_core.present.scorecard import Scorecard
from kpi_core.vocabulary import Severity

NO_INDICATOR = "No one indicator"

DISAGREEMENTS = ("status-disagrees", "direction-disagrees")
"""Rules that explain a declared word which is not the computed one (R7)."""


def worst_first(findings: pd.DataFrame) -> pd.DataFrame:
    """Errors, then warnings, then notes; within each, in the order of the checks."""
    order = {severity.value: at for at, severity in enumerate(Severity)}
    ordered: pd.DataFrame = findings.iloc[findings["severity"].map(order).argsort(kind="stable")]
    return ordered


def report_findings(card: Scorecard) -> pd.DataFrame:
    """The findings about this report, worst first, each with the words that it is found by.

    Adds ``severity_word``, ``kind`` (the rule in words), ``about`` (the indicator's title),
    ``place`` and ``search`` (all its text, in small letters).
    """
    findings = card.dataset.frame("findings")
    mine = worst_first(findings[findings["report"] == card.report["report"]])
    held, titles = held_by_column(card), unique_titles(card)
    rows = records(mine)
    added = pd.DataFrame(
        {
            "severity_word": [Severity(row["severity"]).word for row in rows],
            "kind": [rule_title(row["rule"]) for row in rows],
            "about": [_about(row, titles) for row in rows],
            "place": [place(row["source_cell"], held) for row in rows],
        },
        index=mine.index,
        dtype="str",
    )
    made = pd.concat([mine, added], axis="columns")
    return made.assign(search=pd.Series(map(_search, records(made)), index=made.index, dtype="str"))


def unique_titles(card: Scorecard) -> dict[str, str]:
    """A title for each indicator of the organisation, told apart by the id where two are alike."""
    every = card.dataset.frame("indicators")
    mine = every[every["organisation"] == card.organisation]
    alike = mine["title"].duplicated(keep=False)
    titles = mine["title"].where(~alike, mine["title"] + " (" + mine["indicator"] + ")")
    return dict(zip(mine["indicator"], titles, strict=True))


def _about(row: Record, titles: dict[str, str]) -> str:
    indicator = row["indicator"]
    return titles.get(indicator, str(indicator)) if indicator else NO_INDICATOR


def _search(row: Record) -> str:
    parts = (row["message"], row["raw"], row["about"], row["kind"], row["rule"], row["source_cell"])
    return " ".join(part for part in parts if part).casefold()


def by_kind(findings: pd.DataFrame) -> pd.DataFrame:
    """How many findings of each kind: kind, rule, severities (in order) and number."""
    grouped = findings.groupby(["rule", "kind"], sort=False)
    made = grouped.agg(
        severities=("severity_word", lambda words: tuple(dict.fromkeys(words))),
        number=("severity_word", "size"),
    )
    return made.reset_index()
