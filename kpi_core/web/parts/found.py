"""What was read of a report, and every finding by cell."""

from collections.abc import Callable

import pandas as pd
import streamlit as st

from kpi_core.checks.titles import rule_title
from kpi_core.present.briefing import KINDS
from kpi_core.present.records import Record, records
from kpi_core.selection import on_screen
from kpi_core.vocabulary import Severity
from kpi_core.web import markup as m
from kpi_core.web.frame import View

SEVERITY_SYMBOLS = {Severity.ERROR: "✕", Severity.WARNING: "!", Severity.NOTE: "i"}

MOST_SHOWN = 500
"""Findings on the screen at once; all are in the download."""


MOST_ALIKE = 10
"""Findings of one kind that are shown while all kinds are."""


def headline(view: View) -> str:
    """How many errors and warnings; notes are counted in the lead."""
    errors, warnings = (_number(view, severity) for severity in (Severity.ERROR, Severity.WARNING))
    return f"{_counted(errors, 'error')} and {_counted(warnings, 'warning')} about this report"


def lead(view: View) -> str:
    """What the screen holds, the notes among it."""
    notes = _counted(_number(view, Severity.NOTE), "note")
    return f"What was read, what was unclear, and what to mend in the report. {notes} besides."


def _number(view: View, severity: Severity) -> int:
    return int((_of_report(view)["severity"] == severity.value).sum())


def _of_report(view: View) -> pd.DataFrame:
    findings = view.scorecard.dataset.frame("findings")
    mine: pd.DataFrame = findings[findings["report"] == view.scorecard.report["report"]]
    return mine


def _counted(number: int, word: str) -> str:
    return f"{f'{number:,}' if number else 'No'} {word}{'' if number == 1 else 's'}"


def cells(view: View) -> m.Safe:
    """Every cell that is not empty, kept or ignored (the two add up)."""
    report = view.scorecard.report
    columns = [m.Column("Report")]
    columns += [m.Column(word, number=True) for word in ("Cells read", "Kept", "Header cells")]
    columns += [m.Column("Read as"), m.Column("Checksum (SHA-256)")]
    row = [
        report["source_name"],
        *(f"{report[key]:,}" for key in ("cells_read", "cells_kept", "cells_ignored")),
        str(report["format"]).upper(),
        m.tag("code", str(report["sha256"])[:16]),
    ]
    caption = "Cells that are not empty: each is kept as a figure, a word or a finding"
    return m.table(caption, columns, [row], classes="kpi-wide")


def changed(view: View) -> m.Safe:
    """The way to what this report has that the ones before it had not, or had otherwise."""
    rules = _of_report(view)["rule"]
    number = int(rules.isin(list(KINDS)).sum())
    if not number:
        return m.Safe("")
    noun = "finding is a change" if number == 1 else "findings are changes"
    link = m.link(view.address("changes"), "What is new since the last report")
    return m.tag("p", f"{number:,} {noun} since the last report. ", link, ".")


def choose_severity(findings: pd.DataFrame, key: str = "severity") -> list[str]:
    """The severities to show. Notes wait until they are asked for, unless there is nothing else.

    A choice under the default key is in the address.
    """
    present = [on_screen(s) for s in Severity if (findings["severity"] == s.value).any()]
    serious = [word for word in present if word != Severity.NOTE.word]
    return list(
        st.pills(
            "Severity",
            present,
            default=serious or present,
            selection_mode="multi",
            key=key,
            wrap=True,
            bind="query-params" if key == "severity" else None,
        )
    )


def choose_kind(findings: pd.DataFrame) -> str | None:
    """One rule to show all findings of, offered where there are more than are shown."""
    numbers = findings["rule"].value_counts()
    if numbers.empty or numbers.max() <= MOST_ALIKE:
        return None
    chosen: str | None = st.selectbox(
        "Kind of finding",
        list(numbers.index),
        index=None,
        key="kpi-import-kind",
        format_func=lambda rule: f"{rule_title(rule)}: {numbers[rule]:,}",
        placeholder="All",
        width=360,
    )
    return chosen


def few_of_a_kind(findings: pd.DataFrame) -> pd.DataFrame:
    """The first findings of each rule and severity, so that many alike do not bury another."""
    alike = findings.groupby(["rule", "severity"], sort=False).cumcount()
    return findings[alike < MOST_ALIKE]


def choose(findings: pd.DataFrame, severities: list[str], rules: list[str]) -> pd.DataFrame:
    """The findings of the chosen severities and rules."""
    keep = pd.Series(True, index=findings.index)
    if severities:
        keep &= findings["severity"].map(on_screen).isin(severities)
    if rules:
        keep &= findings["rule"].isin(rules)
    return findings[keep]


def table(
    findings: pd.DataFrame,
    name: Callable[[str], object],
    about: str | None = "Indicator",
) -> m.Safe:
    """One row per finding: what, where, and the text in question as printed.

    Args:
        findings: rows of the ``findings`` table.
        name: what stands for an indicator's id, or for whatever ``about`` says.
        about: heading of that column; "Report" names reports by their id, None leaves it out.
    """
    columns: list[m.Column | str] = ["What was found and what to do", "Severity", "As printed"]
    columns.append(m.Column("Where", phrase=True))
    rows = [_cells(record) for record in records(findings[:MOST_SHOWN])]
    if about is not None:
        columns.insert(2, about)
        for row, key in zip(rows, findings[about.lower()], strict=False):
            row.insert(2, name(key or ""))
    caption = "Findings by cell"
    if len(findings) > MOST_SHOWN:
        caption = f"The first {MOST_SHOWN} findings; all are in the download"
    return m.table(caption, columns, rows, classes="kpi-wide kpi-prose kpi-many")


def linked(view: View, indicator: str) -> object:
    """An indicator's title as a link to its screen; nothing for a finding of none."""
    if indicator not in view.scorecard.position:
        return ""
    title = view.scorecard.row(indicator)["title"]
    return m.link(view.address("indicator", indicator=indicator), title)


def _cells(record: Record) -> list[object]:
    severity = Severity(record["severity"])
    symbol = m.tag("span", SEVERITY_SYMBOLS[severity], aria_hidden="true", class_="kpi-sign")
    return [
        m.join([record["message"], " ", m.tag("small", rule_title(record["rule"]))]),
        m.tag("span", symbol, severity.word, class_="kpi-nowrap"),
        record["raw"],
        record["source_cell"] or "Whole report",
    ]
