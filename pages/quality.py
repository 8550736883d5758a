"""Data quality: whether the table can be trusted, cell by cell."""

from functools import partial

import streamlit as st

from kpi_core.web import markup as m
from kpi_core.web.frame import View, hand_over, heading, show
from kpi_core.web.parts import agreed, downloads, found


def top(view: View) -> None:
    heading(found.headline(view), found.lead(view))


def main(view: View) -> None:
    show(m.tag("h2", "What was read"), found.cells(view))
    show(m.tag("h2", "Declared against computed"), agreed.agreement(view))
    if changed := found.changed(view):
        show(changed)
    show(m.tag("h2", "Findings"))
    findings = found.of_report(view)
    with st.container(horizontal=True, gap="medium", vertical_alignment="bottom"):
        severities = found.choose_severity(findings)
        rules = found.choose_rule(findings)
    shown = found.choose(findings, severities, rules)
    said = f"Showing {len(shown):,} of {len(findings):,} findings."
    show(m.tag("p", said, class_="kpi-count"))
    show(found.table(shown, partial(found.linked, view)))
    downloads.buttons(view, "findings")


hand_over(main, top=top)
