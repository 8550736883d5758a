"""Overview: what is red and what moved."""

import streamlit as st

from kpi_core.downloads import status_picture
from kpi_core.present import summary
from kpi_core.present.questions import questions
from kpi_core.selection import SORTS
from kpi_core.web import markup as m
from kpi_core.web.frame import View, hand_over, heading, show
from kpi_core.web.parts import counts, downloads, grid, pack, pictures, rows

VIEWS = ("Table", "Grid", "Status by quarter")


def top(view: View) -> None:
    card = view.scorecard
    heading(
        summary.headline(view.choices),
        f"{card.source}: {card.period_sentence}.",
    )
    with st.container(horizontal=True, gap="medium", key="kpi-counts"):
        with st.container(width="content"):
            show(
                counts.cross_table(
                    view, "status", "direction", "Status by direction of travel, as declared"
                ),
            )
        with st.container(width="content"):
            show(counts.worth_a_look(view, questions(view.choices)))


def main(view: View) -> None:
    with st.container(horizontal=True, gap="medium", vertical_alignment="bottom", key="kpi-tools"):
        chosen = st.segmented_control(
            "Show as", VIEWS, key="view", default=VIEWS[0], required=True, bind="query-params"
        )
        by = rows.order() if chosen != VIEWS[2] else SORTS[0]  # the picture keeps the report's
    shown = view.choices.order(view.at, by)
    if not len(shown):
        show(
            m.tag("p", "No indicator meets these filters. Clear one of them.", class_="kpi-notice")
        )
    elif chosen == "Grid":
        grid.indicator_grid(view, shown)
    elif chosen == "Status by quarter":
        at = rows.page(shown)
        with st.container(key="kpi-by-quarter"):
            pictures.draw(view, status_picture, only=at)
        downloads.buttons(view, "status-by-quarter", only=at)
        show(rows.history_table(view, at))
    else:
        show(rows.indicator_table(view, rows.page(shown)))
        if not view.filters.status:
            show(m.tag("p", summary.rated_sentence(view.choices, view.at), class_="kpi-small"))
    downloads.buttons(view, "scorecard")
    pack.draw(view)
    downloads.buttons(view, "workbook")


hand_over(main, top=top)
