"""The filters of the list of findings, bound to the URL, and the counts by kind that set them."""

import pandas as pd
import streamlit as st

from kpi_core.present.cell_places import in_order
from kpi_core.present.findings import by_kind, report_findings
from kpi_core.present.records import records
from kpi_core.present.scorecard import Scorecard
from kpi_core.selection.findings import FINDING_FIELDS, TEXT_KEY, FindingFilters
from kpi_core.web import markup as m
from kpi_core.web.frame import View, show
from kpi_core.web.parts import found

MOST_TEXT = 200

PAGE = 100
"""Findings of one page of the list."""


def prepared(view: View) -> pd.DataFrame:
    """The findings about the report, with the words that they are found by."""
    card = view.scorecard
    return _kept(card.dataset.version, str(card.report["report"]), card)


@st.cache_resource(max_entries=3, show_spinner=False)
def _kept(version: str, report: str, _card: Scorecard) -> pd.DataFrame:
    """Prepared once for all sessions and changed by none."""
    del version, report
    return report_findings(_card)


def draw(findings: pd.DataFrame) -> FindingFilters:
    """The controls, and what they say; words that the report does not have are left out."""
    values: dict[str, tuple[str, ...]] = {}
    with st.container(horizontal=True, gap="medium", vertical_alignment="bottom"):
        values["severity"] = tuple(found.choose_severity(findings))
        for field in FINDING_FIELDS[1:]:
            options = _options(findings, field.column)
            chosen = st.multiselect(
                field.label,
                options,
                key=field.key,
                placeholder="All",
                bind="query-params",
                width=320,
            )
            values[field.key] = tuple(option for option in options if option in chosen)
        text = st.text_input(
            "Find in the findings",
            key=TEXT_KEY,
            type="search",
            max_chars=MOST_TEXT,
            live=True,
            placeholder="Words",
            bind="query-params",
            width=260,
        )
    return FindingFilters(**values, text=str(text or "")[:MOST_TEXT].strip())


def _options(findings: pd.DataFrame, column: str) -> list[str]:
    words = findings[column].unique().tolist()
    return in_order(words) if column == "place" else words


def unknown(findings: pd.DataFrame) -> m.Safe:
    """A sentence about values in the address that are no option; read before drawing."""
    gone = [
        f"{field.label}: {value}"
        for field in FINDING_FIELDS
        for value in st.query_params.get_all(field.key)
        if value not in set(findings[field.column])
    ]
    if not gone:
        return m.Safe("")
    said = f"The address asked for {', '.join(gone)}, which no finding of this report has."
    return m.tag("p", said, class_="kpi-notice")


def summary(view: View, filters: FindingFilters, shown: int, total: int) -> m.Safe:
    """Such as "Showing 3 of 41 findings. Filters: Severity: Warning. Clear filters"."""
    count = f"Showing {shown:,} of {total:,} findings."
    words = m.tag("span", f" Filters: {filters.sentence()}. ")
    clear = m.link(view.address_with(view.filters), "Clear filters")
    return m.tag("p", count, words, clear, class_="kpi-count")


def page(shown: pd.DataFrame) -> pd.DataFrame:
    """The findings of the page that is chosen; a list that is short enough is one page."""
    if len(shown) <= PAGE:
        return shown
    pages = -(-len(shown) // PAGE)
    number = min(st.pagination(pages, key="list", bind="query-params"), pages)
    first = (number - 1) * PAGE
    last = min(first + PAGE, len(shown))
    said = f"Findings {first + 1:,} to {last:,} of {len(shown):,}."
    show(m.tag("p", said, class_="kpi-small"))
    return shown.iloc[first:last]


NOTHING = "No finding meets these filters. Notes are shown only where they are asked for."


def kinds(view: View, findings: pd.DataFrame, filters: FindingFilters) -> m.Safe:
    """How many findings of each kind there are, each a link that shows those and no other."""
    rows = [
        [
            m.join([kind["kind"], " ", m.tag("small", kind["rule"])]),
            " and ".join(kind["severities"]),
            m.link(
                view.address("quality", severity=kind["severities"], rule=kind["kind"]),
                f"{kind['number']:,}",
                aria_label=f"{kind['kind']}: {kind['number']:,}",
                aria_current="true" if filters.rule == (kind["kind"],) else None,
            ),
        ]
        for kind in records(by_kind(findings))
    ]
    columns = [m.Column("Kind of finding"), m.Column("Severity"), m.Column("Number", number=True)]
    return m.table("Number of findings of each kind", columns, rows, classes="kpi-counts")
