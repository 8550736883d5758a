"""How the council stands among others, to take away: the dots and the list behind them."""

import altair as alt

from kpi_core.charts import CHARTS
from kpi_core.charts.theme import Palette
from kpi_core.downloads.viewed import Viewed
from kpi_core.errors import ExportError
from kpi_core.exports import ExportTable
from kpi_core.exports.standing_table import councils_table, over_time_table
from kpi_core.present.caption import Caption
from kpi_core.present.standing.captions import caption, over_time_caption
from kpi_core.present.standing.distribution import Distribution, distribution
from kpi_core.present.standing.over_time import OverTime, over_time

NOTHING = (
    "There are no national figures for this indicator. 'kpi benchmarks import' adds those of a "
    "release, and the catalogue says which measure an indicator joins."
)


def distribution_picture(view: Viewed, palette: Palette) -> tuple[alt.LayerChart, Caption]:
    """Every council as a dot."""
    found = _found(view)
    chart = CHARTS["distribution"](found, palette, description=found.finding)
    return chart, caption(view.card, found, found.finding)


def councils_rows(view: Viewed) -> ExportTable:
    """Every council shown, the best first."""
    found = _found(view)
    return councils_table(found.rows, caption(view.card, found, found.finding))


def over_time_picture(view: Viewed, palette: Palette) -> tuple[alt.LayerChart, Caption]:
    """Our figures by period beside those of others."""
    made = _made(view)
    chart = CHARTS["beside"](made, palette, description=made.finding)
    return chart, over_time_caption(view.card, made)


def over_time_rows(view: Viewed) -> ExportTable:
    """One row per series and period."""
    made = _made(view)
    return over_time_table(made.points, over_time_caption(view.card, made))


def _made(view: Viewed) -> OverTime:
    comparing = view.comparing
    made = over_time(view.card, view.indicator or "", comparing) if comparing else None
    if made is None:
        raise ExportError(NOTHING)
    return made


def _found(view: Viewed) -> Distribution:
    comparing = view.comparing
    made = distribution(view.card, view.indicator or "", comparing) if comparing else None
    if made is None:
        raise ExportError(NOTHING)
    return made
