"""A chart on the screen: the same object that a download frames, with a name for screen readers."""

from collections.abc import Callable
from typing import Any

import altair as alt
import streamlit as st

from kpi_core.charts.theme import DARK, LIGHT, Palette
from kpi_core.downloads import Viewed
from kpi_core.present.caption import Caption
from kpi_core.present.standing.choice import Comparing
from kpi_core.selection.choices import Positions
from kpi_core.web.frame import View

Picture = Callable[[Viewed, Palette], tuple[alt.LayerChart, Caption]]

Key = tuple[object, ...]

MOST_CHARTS = 200
"""Finished charts that are kept; some 50 kB each."""


def palette() -> Palette:
    """The colours of the theme that the reader's browser shows."""
    return DARK if st.context.theme.type == "dark" else LIGHT


def draw(
    view: View,
    picture: Picture,
    *,
    indicator: str | None = None,
    group: str | None = None,
    only: Positions | None = None,
    compared: Comparing | None = None,
) -> None:
    """Draws a picture of the view, or of one page; its finding is the chart's accessible name."""
    wanted = Viewed(view.scorecard, view.filters, indicator, group, only, compared=compared)
    spec, _ = made(picture, wanted)
    st.vega_lite_chart(spec, width="stretch", theme=None)


def made(picture: Picture, wanted: Viewed) -> tuple[dict[str, Any], Caption]:
    """The finished chart and its caption.

    They are kept: making a chart costs a hundred times what sending it does.
    """
    card, colours = wanted.card, palette()
    kept = _kept(card.dataset.version, str(card.report["report"]))
    page = None if wanted.only is None else wanted.only.tobytes()
    about = wanted.indicator or (*wanted.filters.query(), wanted.group, page)
    key = (picture.__name__, about, wanted.compared, colours is DARK)
    found = kept.get(key)
    if found is None:
        if len(kept) >= MOST_CHARTS:
            kept.clear()
        chart, caption = picture(wanted, colours)
        found = kept[key] = (chart.to_dict(), caption)
    return found


@st.cache_resource(max_entries=3, show_spinner=False)
def _kept(version: str, report: str) -> dict[Key, tuple[dict[str, Any], Caption]]:
    """Finished charts of one dataset version by what they depend on, shared by all sessions."""
    del version, report
    return {}
