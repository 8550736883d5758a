"""Benchmarks to take away: the gap picture and the table behind it."""

import altair as alt

from kpi_core.charts import CHARTS
from kpi_core.charts.comparison import unit_groups
from kpi_core.charts.theme import Palette
from kpi_core.downloads.viewed import Viewed
from kpi_core.exports import ExportTable
from kpi_core.exports.comparison_table import comparison_table
from kpi_core.present import summary
from kpi_core.present.caption import Caption
from kpi_core.present.standing.gaps import gaps
from kpi_core.present.standing.sources import sources_note


def comparison_picture(view: Viewed, palette: Palette) -> tuple[alt.LayerChart, Caption]:
    """Gap to the target and to each comparator, for one unit group of the indicators shown."""
    at = view.at if view.only is None else view.only
    frame = gaps(view.card, view.card.rows.iloc[at], view.comparing)
    groups = unit_groups(frame)
    group = view.group or (groups[0] if groups else None)
    chosen = frame[frame["unit_group"] == group]
    finding = summary.comparison_headline(view.card.choices, view.at)
    note = f"Gaps in: {group}. {sources_note(chosen)}"
    caption = view.caption("Outturn against target and comparators", finding, note)
    return CHARTS["comparison"](chosen, palette, description=finding), caption


def comparison_rows(view: Viewed) -> ExportTable:
    """The indicators shown against the target and each comparator."""
    frame = gaps(view.card, view.rows, view.comparing)
    finding = summary.comparison_headline(view.card.choices, view.at)
    return comparison_table(frame, view.caption("Benchmarks", finding, sources_note(frame)))
