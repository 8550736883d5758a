"""Methods: what the words mean, how figures are worked out, and the data to take away."""

import streamlit as st

from kpi_core.schema import TABLES
from kpi_core.web import markup as m
from kpi_core.web.frame import View, hand_over, heading, show
from kpi_core.web.parts import commentary, compared, downloads, methods, outlook, rating_rules, real


def top(view: View) -> None:
    heading(
        "Methods",
        f"How {view.scorecard.organisation_name}'s scorecard is read, rated and shown.",
    )


def main(view: View) -> None:
    card = view.scorecard
    show(rating_rules.statuses(card))
    with st.expander("All kinds of rating scheme", type="compact"):
        show(rating_rules.kinds())
    show(
        methods.rules(card),
        real.methods(),
        compared.methods(),
        outlook.methods(),
        commentary.methods(),
    )
    show(methods.symbols(), methods.how_read())
    with st.expander("Headings that are known", type="compact"):
        show(methods.headings())
    show(methods.glossary(), methods.sources(card))
    show(m.tag("h2", "The dataset"))
    show(
        m.tag(
            "p",
            "Tables with a Data Package that describes every column, as Parquet and as CSV files. "
            "They open in pandas, Power BI, Excel and other tools.",
        )
    )
    downloads.buttons(view, "dataset")
    show(methods.data_api())
    for table in TABLES:
        with st.expander(f"Columns of {table.name.replace('_', ' ')}", type="compact"):
            show(methods.columns(table.name))
    show(methods.accessibility())


hand_over(main, top=top)
