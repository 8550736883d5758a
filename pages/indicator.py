"""Indicator: why it has its rating, and whether it is real."""

import streamlit as st

from kpi_core.downloads import trend_picture
from kpi_core.present.series import finding
from kpi_core.web import markup as m
from kpi_core.web.frame import View, hand_over, heading, show, title
from kpi_core.web.parts import downloads, outlook, pack, pictures, real, rows, sharing, tipping, why
from kpi_core.web.parts.extras import extras
from kpi_core.web.parts.standing import realistic


def top(view: View) -> None:
    row = why.chosen(view)
    if row is None:
        heading("Choose an indicator", "Each name below opens its figures, reasons and caveats.")
        return
    title(row["title"])
    heading(row["title"], finding(row))
    name = m.tag("p", row["name"], class_="kpi-small") if row["name"] != row["title"] else ""
    show(why.badges(row), name)


def main(view: View) -> None:
    row = why.chosen(view)
    if row is None:
        show(why.not_found(view), rows.indicator_table(view, rows.page(view.at)))
        return
    indicator = row["indicator"]
    show(why.steps(view, indicator))
    pictures.draw(view, trend_picture, indicator=indicator)
    downloads.buttons(view, "trend", indicator=indicator)
    show(why.rating(row))
    changing = st.container()  # drawn once it is known how many cases there are
    show(why.comparators(view, indicator))
    realistic.draw(view, indicator)
    out_of = real.draw(view, indicator)
    changing.html(tipping.section(view.scorecard, row, out_of))
    outlook.draw(row)
    show(why.commentary(row), why.caveats(row), why.findings(view, indicator))
    show(why.values(view, indicator))
    downloads.buttons(view, "values", indicator=indicator)
    extras(view, indicator)
    show(why.facts(view, row), sharing.cite(view, row), pack.link(view))


hand_over(main, top=top)
