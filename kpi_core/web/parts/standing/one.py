"""One indicator among all councils: dots, list, time, neighbours."""

import numpy as np
import streamlit as st

from kpi_core.downloads import distribution_picture
from kpi_core.present.records import Record, records
from kpi_core.present.scorecard import Scorecard
from kpi_core.present.standing.choice import Comparing
from kpi_core.present.standing.distribution import OURS, Distribution, distribution
from kpi_core.web import markup as m
from kpi_core.web.frame import View, show
from kpi_core.web.parts import downloads, pictures, rows
from kpi_core.web.parts.standing import choosing

SORTS = ("Best first", "Name", "Closest neighbours first")


def found(view: View, indicator: str, comparing: Comparing | None) -> Distribution | None:
    """The standing of one indicator, found once for each choice."""
    if comparing is None:
        return None
    card = view.scorecard
    return _kept(card.dataset.version, str(card.report["report"]), indicator, comparing, card)


@st.cache_resource(max_entries=200, show_spinner=False)
def _kept(
    version: str, report: str, indicator: str, comparing: Comparing, _card: Scorecard
) -> Distribution | None:
    del version, report
    return distribution(_card, indicator, comparing)


def steps(view: View, indicator: str) -> m.Safe:
    """The way back to all indicators, and to why this one has its rating."""
    back = m.link(view.address_with(indicator=None), "All indicators")
    href = view.address("indicator", indicator=indicator, **choosing.kept(view))
    items = m.join(m.tag("li", link) for link in (back, m.link(href, "Its rating and figures")))
    return m.tag("nav", m.tag("ul", items), aria_label="This indicator", class_="kpi-steps")


def councils(view: View, indicator: str, comparing: Comparing, here: Distribution) -> None:
    """Every council: the dots, then the list with a control that sorts it; ours is on each page."""
    show(m.tag("h2", "Every council"))
    pictures.draw(view, distribution_picture, indicator=indicator, compared=comparing)
    downloads.buttons(view, "councils", indicator=indicator, compared=comparing)
    show(m.tag("ul", m.join(m.tag("li", note) for note in here.notes)))
    order = st.selectbox("Sort councils by", SORTS, key="councils-by", index=0, width=260)
    ordered = _ordered(here, str(order))
    at = rows.page(np.arange(len(ordered)))
    page = [ordered[position] for position in at.tolist()]
    ours = [row for row in ordered if row["kind"] == OURS and row not in page]
    show(_table(here, [*ours, *page]))


def _ordered(here: Distribution, order: str) -> list[Record]:
    made = records(here.rows)
    if order == SORTS[1]:
        return sorted(made, key=lambda row: str(row["name"]))
    if order == SORTS[2]:
        return sorted(made, key=lambda row: (row["near"] is None, row["near"] or 0))
    return made


def _table(here: Distribution, made: list[Record]) -> m.Safe:
    near = bool(here.rows["near"].notna().any())
    heads: list[m.Column | str] = ["Council", m.Column("Figure", number=True)]
    heads += [m.Column("Rank", number=True), "Quarter"]
    heads += ["As a neighbour"] if near else ["In the group"]
    cells = [
        [
            m.tag("strong", f"{row['name']} (ours)") if row["kind"] == OURS else row["name"],
            row["missing_word"] or row["value_text"],
            "" if row["rank"] is None else f"{row['rank']:,.0f}",
            row["quarter"].capitalize(),
            _near(row) if near else "Yes" if row["kind"] == "member" else "",
        ]
        for row in made
    ]
    caption = f"{here.standing.measure.title}, {here.standing.period.label}: every council shown"
    return m.table(caption, heads, cells, classes="kpi-wide")


def _near(row: Record) -> str:
    if row["near"] is None:
        return ""
    close = f", {row['closeness'].lower()}" if row["closeness"] else ""
    return f"{row['near']:,.0f}{close}"
