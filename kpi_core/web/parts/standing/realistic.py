"""Is the target realistic: who among the group achieves it already."""

import streamlit as st

from kpi_core.present.scorecard import Scorecard
from kpi_core.present.standing.choice import Comparing
from kpi_core.present.standing.target import Realistic, realistic
from kpi_core.web import markup as m
from kpi_core.web.frame import View, show
from kpi_core.web.parts.standing import choosing, without

MOST_OPEN = 10
"""Councils that are named without a click."""


def draw(view: View, indicator: str) -> None:
    """The section of the Indicator screen; a sentence where nothing can be said."""
    show(m.tag("h2", "Is the target realistic?"))
    published = view.scorecard.published
    if not published.national.any:
        show(m.tag("p", without.TARGET, " Run ", m.tag("code", without.COMMAND), "."))
        return
    names = view.kept[choosing.COUNCILS]
    comparing = published.options.comparing(view.param(choosing.COMPARE), names=names or ())
    card = view.scorecard
    found = _kept(card.dataset.version, str(card.report["report"]), indicator, comparing, card)
    if isinstance(found, str):
        show(m.tag("p", found))
        return
    show(_said(view, indicator, found), _beside(found), _achieving(found))


@st.cache_resource(max_entries=200, show_spinner=False)
def _kept(
    version: str, report: str, indicator: str, comparing: Comparing, _card: Scorecard
) -> Realistic | str:
    del version, report
    return realistic(_card, indicator, comparing)


def _said(view: View, indicator: str, found: Realistic) -> m.Safe:
    href = view.address("benchmarks", indicator=indicator, **choosing.kept(view))
    more = m.link(href, "See every council on the Benchmarks screen")
    return m.join(
        [
            m.tag("p", f"Among {found.group}, {found.period}. {found.sentence} {found.both}"),
            m.tag("p", f"Where we stand: {found.standing}. ", more, "."),
        ]
    )


def _beside(found: Realistic) -> m.Safe:
    columns: list[m.Column | str] = ["What", m.Column("Figure", number=True)]
    return m.table("Beside the target", columns, found.figures)


def _achieving(found: Realistic) -> m.Safe:
    if not found.achieving:
        return m.tag("p", "None of them achieves it yet.")
    columns: list[m.Column | str] = ["Council", m.Column("Figure", number=True)]
    table = m.table("Who achieves it", columns, found.achieving)
    if len(found.achieving) <= MOST_OPEN:
        return table
    summary = f"The {len(found.achieving):,} that achieve it"
    return m.tag("details", m.tag("summary", summary), table)
