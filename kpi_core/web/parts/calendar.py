"""Missing figures: indicator by period, as a table with words and as a picture."""

from collections.abc import Iterable

import numpy as np
import pandas as pd
import streamlit as st

from kpi_core.downloads import calendar_picture
from kpi_core.present import calendar as made
from kpi_core.present.records import Record, records
from kpi_core.present.scorecard import Scorecard
from kpi_core.selection.choices import Positions
from kpi_core.vocabulary import Missing
from kpi_core.web import markup as m
from kpi_core.web.frame import View, show
from kpi_core.web.parts import downloads, pictures, rows

VIEWS = ("Table", "Picture")

SYMBOLS = {Missing.BLANK: "□", Missing.DASH: "–", made.TEXT: "▽", made.ABSENT: "+"}
OTHER_SYMBOL = "◇"
"""Signs of the picture, beside the words in the table."""


def draw(view: View) -> None:
    """Heading sentence, controls, the calendar one page at a time, the legend and the downloads."""
    cells = _cells(view)
    show(m.tag("p", f"{made.finding(cells)}.", class_="kpi-count"))
    show(m.tag("p", made.summary(cells), class_="kpi-small"))
    with st.container(horizontal=True, gap="medium", vertical_alignment="bottom"):
        chosen = st.segmented_control(
            *("Show missing figures as", VIEWS),
            key="calendar",
            default=VIEWS[0],
            required=True,
            bind="query-params",
        )
        only_gaps = st.checkbox("Only indicators with gaps", key="gaps", bind="query-params")
    at = _asked(view, cells, only_gaps=only_gaps)
    if not len(at):
        show(m.tag("p", "No indicator has a gap.", class_="kpi-notice"))
        return
    at = rows.page(at)
    if chosen == VIEWS[1]:
        pictures.draw(view, calendar_picture, only=at)
    show(table(view, cells[cells["position"].isin(at)]), legend(cells))
    downloads.buttons(view, "missing-figures", only=at)


def _asked(view: View, cells: pd.DataFrame, *, only_gaps: bool) -> Positions:
    if only_gaps:
        return np.array(made.with_gaps(cells), dtype=np.intp)
    return view.choices.all


def table(view: View, cells: pd.DataFrame) -> m.Safe:
    """A row per indicator and a column per period: the figure, or in words why there is none."""
    wanted: dict[str, list[object]] = {}
    for cell in records(cells):
        address = view.address("indicator", indicator=cell["indicator"])
        row = wanted.setdefault(cell["indicator"], [m.link(address, cell["title"])])
        row.append(_shown(cell))
    first = cells.drop_duplicates("period_label").sort_values("period_position")
    columns = [m.Column("Indicator"), *(m.Column(label) for label in first["period_label"])]
    caption = "Figures, or why there is none"
    return m.scrolling(
        caption, m.table(caption, columns, wanted.values(), classes="kpi-wide kpi-calendar")
    )


def _shown(cell: Record) -> m.Safe:
    note = m.tag("small", cell["note"]) if cell["note"] else ""
    if cell["state"] == made.FIGURE:
        return m.join([cell["value_text"], note])
    return m.tag("span", _sign(cell["state"]), cell["word"], note, class_="kpi-gap")


def _sign(state: str) -> m.Safe:
    symbol = SYMBOLS.get(state, OTHER_SYMBOL)
    return m.tag("span", symbol, aria_hidden="true", class_="kpi-arrow")


def legend(cells: pd.DataFrame) -> m.Safe:
    """What each kind of gap that occurs is, in words."""
    there = set(cells["state"])
    parts: Iterable[m.Safe] = (
        m.join(
            [
                m.tag("dt", _sign(state), made.STATE_WORDS[state]),
                m.tag("dd", f"{meaning[:1].upper()}{meaning[1:]}."),
            ]
        )
        for state, meaning in made.MEANINGS.items()
        if state in there
    )
    return m.tag("dl", *parts, class_="kpi-facts")


def _cells(view: View) -> pd.DataFrame:
    card = view.scorecard
    return _kept(card.dataset.version, str(card.report["report"]), card)


@st.cache_resource(max_entries=3, show_spinner=False)
def _kept(version: str, report: str, _card: Scorecard) -> pd.DataFrame:
    """The calendar of one report, shared by all sessions and changed by none."""
    del version, report
    return made.calendar(_card)
