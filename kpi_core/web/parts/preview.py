"""Import, steps 3 and 4: what was unclear in a draft, and the overview that it would give."""

from collections import Counter

import streamlit as st

from kpi_core.imports import Draft
from kpi_core.present import summary
from kpi_core.present.findings import worst_first
from kpi_core.present.scorecard import Scorecard, report_ids
from kpi_core.vocabulary import Severity
from kpi_core.web import drafting
from kpi_core.web import markup as m
from kpi_core.web.frame import show
from kpi_core.web.parts import counts, found, rows

MOST_INDICATORS = 50
"""Indicators of the preview; the dataset that can be taken away has all."""


IN_THE_CATALOGUE = (
    "Where a finding asks for something in the catalogue, correct it in step 2: that writes it."
)


def counted(draft: Draft) -> str:
    """The draft in one sentence, which is also said aloud when it changes."""
    numbers = Counter(finding.severity for finding in draft.reading.findings)
    said = ", ".join(_several(numbers[severity], severity.value) for severity in Severity)
    rows = sum(len(assessed.report.indicators) for assessed in draft.reports)
    found = f" with {_several(rows, 'indicator')}" if draft.reports else ""
    return f"{len(draft.reports):,} of {_several(len(draft.files), 'file')} read{found}: {said}."


def unclear(draft: Draft) -> None:
    """Findings by severity; notes wait until they are asked for, unless there is nothing else."""
    findings = worst_first(draft.dataset.frame("findings"))
    if findings.empty:
        show(m.tag("p", "Nothing was unclear.", class_="kpi-small"))
        return
    severities = "-".join(sorted(findings["severity"].unique()))  # a new one is shown by itself
    chosen = found.choose_severity(findings, f"kpi-import-severity-{severities}")
    of_severity = found.choose(findings, chosen, [])
    kind = found.choose_kind(of_severity)
    shown = found.choose(of_severity, [], [kind]) if kind else found.few_of_a_kind(of_severity)
    said = f"Showing {len(shown):,} of {len(findings):,} findings."
    if len(shown) < len(of_severity) and not kind:
        said += f" Of one kind at most {found.MOST_ALIKE} are shown; choose the kind to see all."
    if shown["message"].str.contains("catalogue").any():
        said += f" {IN_THE_CATALOGUE}"
    show(m.tag("p", said, class_="kpi-small"))
    names = {file.report: file.name for file in draft.files}
    several = len(names) > 1
    about = "Report" if several else None
    show(found.table(shown, lambda report: names.get(report, report), about))


def overview(draft: Draft) -> None:
    """Counts by status and the indicator table, made from the draft alone."""
    card = _card(draft)
    show(m.tag("p", f"{card.source}: {card.period_sentence}.", class_="kpi-small"))
    show(m.tag("p", f"{summary.headline(card.choices)}."))
    caption = "Status by direction of travel, as declared"
    show(counts.plain_table(card.choices, "status", "direction", caption))
    show(rows.plain_table(card, MOST_INDICATORS))
    total = len(card.rows)
    if total > MOST_INDICATORS:
        said = f"The first {MOST_INDICATORS} of {total:,} indicators."
        show(m.tag("p", said, class_="kpi-small"))


def _card(draft: Draft) -> Scorecard:
    """The scorecard of one report of the draft, the newest unless another is chosen."""
    reports = report_ids(draft.dataset)
    chosen = reports[0]
    if len(reports) > 1:
        names = {file.report: file.name for file in draft.files}
        chosen = st.selectbox(
            "Report",
            reports,
            key="kpi-import-report",
            format_func=lambda r: names.get(r, r),
            width=480,
        )
    return drafting.card(chosen)


def _several(number: int, word: str) -> str:
    return f"{number:,} {word}{'' if number == 1 else 's'}"
