"""A chart on the screen: the same object that a download frames, with a name for screen readers."""

from collections.abc import Callable

import altair as alt
import streamlit as st

from kpi_core.charts.theme import DARK, LIGHT, Palette
from kpi_core.downloads import Viewed
from kpi_core.present.caption import Caption
from kpi_core.web.frame import View

Picture = Callable[[Viewed, Palette], tuple[alt.LayerChart, Caption]]


def palette() -> Palette:
    """The colours of the theme that the reader's browser shows."""
    return DARK if st.context.theme.type == "dark" else LIGHT


def draw(
    view: View, picture: Picture, *, indicator: str | None = None, group: str | None = None
) -> None:
    """Draws a picture of the view; its finding is the chart's accessible name."""
    wanted = Viewed(view.scorecard, view.filters, indicator, group)
    chart, _ = picture(wanted, palette())
    st.altair_chart(chart, width="stretch", theme=None)
