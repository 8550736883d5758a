"""What was read of a report, and every finding by cell."""

from collections.abc import Callable

import pandas as pd
import streamlit as st

from kpi_core.present.changes import Change, changes
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


def of_report(view: View) -> pd.DataFrame:
    """The findings about this report, worst first."""
    findings = view.scorecard.dataset.frame("findings")
    return worst_first(findings[findings["report"] == view.scorecard.report["report"]])


def worst_first(findings: pd.DataFrame) -> pd.DataFrame:
    """Errors, then warnings, then notes; within each, in the order of the checks."""
    place = {severity.value: at for at, severity in enumerate(Severity)}
    ordered: pd.DataFrame = findings.iloc[findings["severity"].map(place).argsort(kind="stable")]
    return ordered


def headline(view: View) -> str:
    """How many errors and warnings; notes are counted in the lead."""
    errors, warnings = (_number(view, severity) for severity in (Severity.ERROR, Severity.WARNING))
    return f"{_counted(errors, 'error')} and {_counted(warnings, 'warning')} about this report"


def lead(view: View) -> str:
    """What the screen holds, the notes among it."""
    notes = _counted(_number(view, Severity.NOTE), "note")
    return f"What was read, what was unclear, and what to mend in the report. {notes} besides."


def _number(view: View, severity: Severity) -> int:
    return int((of_report(view)["severity"] == severity.value).sum())


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
    """What this report has that the ones before it had not, or had otherwise."""
    found = changes(view.scorecard)
    if not found:
        return m.Safe("")
    rows = [
        [
            m.link(_address_of(view, change), change.title),
            m.tag("span", change.kind, class_="kpi-nowrap"),
            change.message,
        ]
        for change in found[:MOST_SHOWN]
    ]
    caption = "Against the earlier reports of the same organisation"
    if len(found) > MOST_SHOWN:
        caption += f"; the first {MOST_SHOWN:,} of {len(found):,}"
    columns = ["Indicator", "Change", "What was found and what to do"]
    table = m.table(caption, columns, rows, classes="kpi-wide kpi-prose kpi-many")
    return m.join([m.tag("h2", "Changes since the last report"), table])


def _address_of(view: View, change: Change) -> str:
    """The indicator's screen; of one that is gone, in the last report that has it."""
    elsewhere = {"report": change.report} if change.report else {}
    return view.address("indicator", indicator=change.indicator, **elsewhere)


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


def choose_rule(findings: pd.DataFrame) -> list[str]:
    """The rules to show; none chosen means all."""
    rules = sorted(findings["rule"].unique())
    return list(
        st.multiselect("Rule", rules, key="rule", placeholder="All", bind="query-params", width=360)
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
        format_func=lambda rule: f"{rule}: {numbers[rule]:,}",
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
    findings: pd.DataFrame, name: Callable[[str], object], about: str | None = "Indicator"
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
        m.join([record["message"], " ", m.tag("small", record["rule"])]),
        m.tag("span", symbol, severity.word, class_="kpi-nowrap"),
        record["raw"],
        record["source_cell"] or "Whole report",
    ]
