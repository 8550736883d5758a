"""Data quality: whether the table can be trusted, cell by cell."""

from functools import partial

import pandas as pd
import streamlit as st

from kpi_core.selection.findings import choose_findings
from kpi_core.web import markup as m
from kpi_core.web.frame import View, hand_over, heading, show
from kpi_core.web.parts import agreed, calendar, disagreements, downloads, finding_filters, found


def top(view: View) -> None:
    heading(found.headline(view), found.lead(view))


def main(view: View) -> None:
    findings = finding_filters.prepared(view)
    show(m.tag("h2", "What was read"), found.cells(view))
    show(m.tag("h2", "Declared against computed"), agreed.agreement(view))
    show(disagreements.explained(view, findings))
    if changed := found.changed(view):
        show(changed)
    show(m.tag("h2", "Missing figures"))
    calendar.draw(view)
    show(m.tag("h2", "Findings"))
    _findings(view, findings)


def _findings(view: View, findings: pd.DataFrame) -> None:
    unknown = finding_filters.unknown(findings)
    filters = finding_filters.draw(findings)
    with st.expander("Findings by kind", key="kpi-kinds", type="compact"):
        show(finding_filters.kinds(view, findings, filters))
    shown = choose_findings(findings, filters)
    show(unknown, finding_filters.summary(view, filters, len(shown), len(findings)))
    if shown.empty:
        show(m.tag("p", finding_filters.NOTHING, class_="kpi-notice"))
    else:
        show(found.table(finding_filters.page(shown), partial(found.linked, view)))
    downloads.buttons(view, "findings", findings=filters)


hand_over(main, top=top)
