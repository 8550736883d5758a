"""The overview as a grid, for those who want to sort, search and resize columns."""

import streamlit as st

from kpi_core.selection.choices import Positions
from kpi_core.vocabulary import Unit
from kpi_core.web import markup as m
from kpi_core.web.frame import View, show

COLUMNS = {
    "title": "Indicator",
    "status_word": "Status",
    "direction_word": "Direction of travel",
    "value": "Outturn",
    "target": "Target",
    "gap": "Gap to target",
    "change": "Since last figure",
    "year_change": "Since a year ago",
    "comparator_gap": "Gap to comparator",
    "unit": "Unit",
    "theme": "Theme",
    "agreement_words": "Declared against computed",
    "firmness_word": "How firm",
    "caveat_words": "Caveats",
}
"""Figures as numbers, so that a click on a heading sorts them as such."""

MAYBE = {"firmness_word": "fragile"}
"""A column that is shown only where its filter is: where the rows differ."""

CONFIG = {
    "Indicator": st.column_config.TextColumn(width=330),
    "Status": st.column_config.TextColumn(width=85),
    "Gap to target": st.column_config.NumberColumn(help="Positive is better than the target."),
    "Gap to comparator": st.column_config.NumberColumn(help="Positive is better than theirs."),
}


def indicator_grid(view: View, at: Positions) -> None:
    """The rows in a grid; a selected one gets a link to its screen (texts are shown literally)."""
    rows = view.rows[["indicator", *COLUMNS]].iloc[at]
    known = [name for name in COLUMNS if name not in MAYBE or view.choices.several(MAYBE[name])]
    shown = rows[known].rename(columns=COLUMNS)
    shown["Unit"] = [Unit(unit).word for unit in rows["unit"]]
    event = st.dataframe(
        shown,
        hide_index=True,
        column_config=CONFIG,
        width="stretch",
        height="content" if len(shown) <= 20 else 740,
        key="kpi-grid",
        on_select="rerun",
        selection_mode="single-row",
        alt="Indicators as a grid. The same rows are in the table view.",
    )
    chosen = event.selection.rows
    if chosen and chosen[0] < len(rows):
        row = rows.iloc[chosen[0]]
        href = view.address("indicator", indicator=row["indicator"])
        show(m.tag("p", m.link(href, f"Open {row['title']}")))
    else:
        hint = "Select a row to open its indicator; with the keyboard, Shift and Space."
        show(m.tag("p", hint, class_="kpi-small"))
