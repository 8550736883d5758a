"""What the Data quality screen gives to take away: the findings, and what is missing."""

from dataclasses import replace

import altair as alt

from kpi_core.charts import CHARTS
from kpi_core.charts.theme import Palette
from kpi_core.downloads.viewed import MOST_DRAWN, Viewed
from kpi_core.exports import ExportTable
from kpi_core.exports.calendar_table import calendar_table
from kpi_core.exports.findings_table import findings_table
from kpi_core.present import calendar
from kpi_core.present.caption import Caption
from kpi_core.present.findings import report_findings
from kpi_core.selection.findings import FindingFilters, choose_findings

TITLE = "Missing figures"


def finding_rows(view: Viewed) -> ExportTable:
    """What was unclear in the report: all of it, or what meets the filters chosen on the screen."""
    every, filters = report_findings(view.card), view.findings or FindingFilters()
    mine = choose_findings(every, filters)
    said = f"{len(mine):,} findings"
    if len(mine) < len(every):
        said = f"{len(mine):,} of {len(every):,} findings"
    return findings_table(mine, _caption(view, "Findings", said, filters.sentence()))


def calendar_picture(view: Viewed, palette: Palette) -> tuple[alt.LayerChart, Caption]:
    """Where figures are missing; of a long list one page, and it says so."""
    cells = calendar.calendar(view.card)
    finding, every = calendar.finding(cells), view.card.choices.all
    drawn = (every if view.only is None else view.only)[:MOST_DRAWN]
    note = calendar.summary(cells)
    if len(drawn) < len(every):
        note = f"{len(drawn):,} of the {len(every):,} indicators are drawn. {note}"
    chart = CHARTS["calendar"](
        cells[cells["position"].isin(drawn)], palette, description=f"{finding}. {note}"
    )
    return chart, _caption(view, TITLE, finding, "None", note)


def calendar_rows(view: Viewed) -> ExportTable:
    """Every indicator and period of the report: the figure, or why there is none."""
    cells = calendar.calendar(view.card)
    caption = _caption(view, TITLE, calendar.finding(cells), "None", calendar.summary(cells))
    return calendar_table(cells, caption)


def _caption(view: Viewed, title: str, finding: str, filters: str, note: str = "") -> Caption:
    """The shared filters choose among indicators and are not used on this screen."""
    made = view.caption(title, finding, note)
    return replace(made, filters=filters)
