"""Colours and shapes by meaning, in one place: a chart asks for "the target", never for a blue.

Every mark has at least 3:1 against its page and every text 4.5:1 (WCAG 2.2, 1.4.11 and 1.4.3);
the colours of the statuses stay apart for people who see little red or green, and each has its own
shape.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

import altair as alt

FONT = "Liberation Sans, Arial, sans-serif"
"""Always a list that ends in a generic family: one unknown family alone exports without text."""

SIZE = 11
"""Font size in pixels of everything but titles."""

LINE_HEIGHT = 13

NO_FIGURE = "no_figure"
NOT_RATED = "not_rated"


@dataclass(frozen=True)
class Palette:
    """The colours of one theme, each named after what it means."""

    page: str
    ink: str
    muted: str
    grid: str
    line: str
    target: str
    band: str
    band_edge: str
    gap: str
    comparator: str
    red: str
    amber: str
    green: str
    exceeded: str
    not_rated: str
    red_edge: str
    amber_edge: str
    green_edge: str
    exceeded_edge: str
    better: str
    level: str
    worse: str

    def fill(self, status: str) -> str:
        """The colour of a status; what has none is drawn as not rated."""
        fills = {"red": self.red, "amber": self.amber, "green": self.green}
        return (fills | {"exceeded": self.exceeded}).get(status, self.not_rated)

    def edge(self, status: str) -> str:
        """The outline of a status mark: the part that always stands out from the page."""
        edges = {"red": self.red_edge, "amber": self.amber_edge, "green": self.green_edge}
        return (edges | {"exceeded": self.exceeded_edge}).get(status, self.not_rated)

    def inside(self, status: str, declared: bool) -> str:
        """Fill of a mark: hollow where we computed the status or there is none."""
        rated = status in STATUS_SHAPES and status != NOT_RATED
        return self.fill(status) if declared and rated else self.page

    def judgement(self, comparison: str) -> str:
        """The colour of better, level or worse than a comparator."""
        return {"better": self.better, "worse": self.worse}.get(comparison, self.level)


LIGHT = Palette(
    page="#ffffff",
    ink="#1f2328",
    muted="#565c66",
    grid="#e3e5e8",
    line="#1f5f99",
    target="#1f2328",
    band="#fff1d2",
    band_edge="#8a5a00",
    gap="#f0f1f3",
    comparator="#6b4a9c",
    red="#b3261e",
    amber="#ffbf47",
    green="#006d5b",
    exceeded="#2746b0",
    not_rated="#6b6b6b",
    red_edge="#b3261e",
    amber_edge="#7a4f00",
    green_edge="#006d5b",
    exceeded_edge="#2746b0",
    better="#1f5f99",
    level="#565c66",
    worse="#a34f00",
)

DARK = Palette(
    page="#0e1117",
    ink="#f2f4f7",
    muted="#b3bac4",
    grid="#2b313b",
    line="#7fb2e5",
    target="#f2f4f7",
    band="#3a2d10",
    band_edge="#e0a93a",
    gap="#1d222b",
    comparator="#c3aeea",
    red="#f0594b",
    amber="#ffcf70",
    green="#46c7a3",
    exceeded="#8ea6ff",
    not_rated="#a9b1bb",
    red_edge="#f0594b",
    amber_edge="#ffcf70",
    green_edge="#46c7a3",
    exceeded_edge="#8ea6ff",
    better="#7fb2e5",
    level="#b3bac4",
    worse="#f0a45d",
)

_STAR = (
    "M0.00,-1.15L0.28,-0.39L1.09,-0.36L0.46,0.15L0.68,0.93"
    "L0.00,0.48L-0.68,0.93L-0.46,0.15L-1.09,-0.36L-0.28,-0.39Z"
)
"""The outline of a five-pointed star, which Vega has no name for."""

STATUS_SHAPES: Mapping[str, str] = {
    "red": "triangle-up",
    "amber": "square",
    "green": "circle",
    "exceeded": _STAR,
    NOT_RATED: "circle",
}
"""A status keeps its shape everywhere; not rated is a circle that is always hollow."""

NO_FIGURE_SHAPE = "stroke"


def shape(status: str) -> str:
    """Name or outline of the Vega shape of a status; a place without a figure gets a short dash."""
    return STATUS_SHAPES.get(status, NO_FIGURE_SHAPE)


ROOM = "room"
"""Name of a chart's parameter that says how wide the plot is where it is shown."""

LEFT, RIGHT = "left", "right"
"""Keys in a chart's ``usermeta``: pixels of axis and labels that stand outside the plot."""


def on_screen(
    layers: Iterable[Any],
    palette: Palette,
    *,
    description: str,
    height: float,
    outside: tuple[int, int] = (0, 0),
) -> alt.LayerChart:
    """Puts layers together as the chart that is shown and downloaded, as wide as its place.

    Args:
        layers: charts to lay over each other, the hindmost first.
        palette: colours of the theme.
        description: the finding in words; the chart's accessible name.
        height: height of the plot in pixels.
        outside: pixels left and right of the plot that axis and labels take.
    """
    chart = alt.layer(*layers).properties(
        description=description,
        height=height,
        width="container",
        # the page fits only the width: what stands below the plot must not squeeze it
        autosize=alt.AutoSizeParams(type="fit-x", contains="padding"),
        usermeta={LEFT: outside[0], RIGHT: outside[1]},
        params=[alt.VariableParameter(name=ROOM, expr="width")],
    )
    assert isinstance(chart, alt.LayerChart)  # layers without facets
    return configure(chart, palette)


def configure(chart: alt.LayerChart, palette: Palette) -> alt.LayerChart:
    """Gives a chart the fonts and colours of a theme; returns a copy.

    The background stays open, so that the page shows through; an export fills it in.
    """
    text: dict[str, Any] = {"labelFontSize": SIZE, "titleFontSize": SIZE}
    configured: alt.LayerChart = chart.configure(
        font=FONT,
        background="transparent",
        view=alt.ViewConfig(stroke=None),
        axis=alt.AxisConfig(
            **text,
            labelColor=palette.ink,
            titleColor=palette.ink,
            titleFontWeight="normal",
            gridColor=palette.grid,
            domainColor=palette.muted,
            tickColor=palette.muted,
            labelLimit=0,
            titleLimit=0,
        ),
        text=alt.MarkConfig(color=palette.ink, fontSize=SIZE, limit=0),
    )
    return configured
