"""Charts, one file each: a prepared frame in, an Altair chart out. A chart never computes.

A new chart is a file with a ``draw`` function and one line in ``CHARTS``.
"""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

import altair as alt

from kpi_core.charts import beside, calendar, comparison, distribution, spc, status_grid, trend


@dataclass(frozen=True)
class ChartKind:
    """One kind of chart.

    ``draw(data, palette, description=...)`` takes what ``takes`` names and gives the chart that
    is both shown on screen and, framed, downloaded.
    """

    name: str
    title: str
    takes: str
    draw: Callable[..., alt.LayerChart]

    def __call__(self, data: Any, palette: Any, *, description: str) -> alt.LayerChart:
        return self.draw(data, palette, description=description)


CHARTS: dict[str, ChartKind] = {
    kind.name: kind
    for kind in (
        ChartKind("status-grid", "Status by quarter", "StatusHistory frame", status_grid.draw),
        ChartKind("trend", "Trend", "TrendSeries", trend.draw),
        ChartKind("comparison", "Benchmark comparison", "ComparisonFrame", comparison.draw),
        ChartKind("distribution", "Every council", "Distribution", distribution.draw),
        ChartKind("beside", "Comparators over time", "OverTime", beside.draw),
        ChartKind("calendar", "Missing figures", "Calendar frame", calendar.draw),
        ChartKind("variation", "Variation", "VariationReading", spc.draw),
    )
}
