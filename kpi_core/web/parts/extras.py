"""What else the report says of an indicator, under headings that are not ours."""

import streamlit as st

from kpi_core.present.records import records
from kpi_core.web import markup as m
from kpi_core.web.frame import View, show

MOST_OPEN = 8
"""Rows up to which the table stands open."""


def extras(view: View, indicator: str) -> None:
    """Each further cell with its heading and its place; many of them wait behind a click."""
    table = view.scorecard.dataset.frame("extras")
    mine = table[
        (table["organisation"] == view.scorecard.organisation)
        & (table["indicator"] == indicator)
        & (table["report"] == view.scorecard.report["report"])
    ]
    if mine.empty:
        return
    rows = [[seen["heading"], seen["text"], seen["source_cell"]] for seen in records(mine)]
    caption = "Cells under headings that are not used for rating, as printed"
    columns: list[m.Column | str] = ["Heading", "As printed", m.Column("Source cell", phrase=True)]
    made = m.table(caption, columns, rows, classes="kpi-prose")
    show(m.tag("h2", "Also in the report"))
    if len(rows) <= MOST_OPEN:
        show(made)
        return
    with st.expander(f"{len(rows):,} further cells", key="kpi-extras", type="compact"):
        show(made)
