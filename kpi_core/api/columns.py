"""Columns of answers that are no table of the dataset, in the words of its contract."""

from kpi_core import vocabulary as v
from kpi_core.schema import INDICATORS, RATINGS, Column
from kpi_core.schema.column import NATIVE, NUMBER, POINTS, TEXT, TEXTS, YES_NO, column

_OF_INDICATOR = ("title", "name", "theme", "plan", "owner", "unit", "decimals", "polarity")

OF_INDICATOR = tuple(c for c in INDICATORS.columns if c.name in _OF_INDICATOR)
"""What a reader of ratings would otherwise have to join."""

OF_VIEW = (
    column("year_ago", TEXT, "How the figure stands to a year ago", words=v.Comparison),
    column("year_change?", NUMBER, "Change since a year ago, not turned by polarity", unit=POINTS),
    column("year_ago_period?", TEXT, "The same period of the year before"),
    column("agreement", TEXTS, "What is declared against what is computed", words=v.Agreement),
    column("firmness?", TEXT, "How firm the computed status is", words=v.Firmness),
    column("caveat", TEXTS, "Kinds of caveat"),
)
"""What the filters choose by and no table has, because it is worked out from several."""

RATED = (*RATINGS.columns, *OF_INDICATOR, *OF_VIEW)

QUOTED: tuple[Column, ...] = (
    column("organisation", TEXT, "Id of the organisation"),
    column("report", TEXT, "Id of the report that quotes the figure"),
    column("indicator", TEXT, "Stable id of the indicator"),
    column("title", TEXT, "Short title of the indicator"),
    column("unit", TEXT, "Unit of the indicator", words=v.Unit),
    column("polarity", TEXT, "Which way is good", words=v.Polarity),
    column("period_label", TEXT, "The rated period"),
    column("value?", NUMBER, "The rated figure", unit=NATIVE),
    column("target?", NUMBER, "Target that it is held against", unit=NATIVE),
    column("comparator", TEXT, "Subject of the comparator"),
    column("comparator_name", TEXT, "The comparator in words"),
    column("is_named", YES_NO, "Whether the report names it as the row's comparator"),
    column("comparator_period", TEXT, "Period of its figure; unknown if not stated"),
    column("comparator_value", NUMBER, "Its figure as the report quotes it", unit=NATIVE),
    column("gap?", NUMBER, "Distance to it; positive is better", unit=POINTS),
    column("comparison", TEXT, "How the figure stands against it", words=v.Comparison),
    column(
        "target_against", TEXT, "Whether our target asks for more than it has", words=v.Comparison
    ),
    column("source_cell", TEXT, "Where the figure stands in the report"),
)

CHANGED: tuple[Column, ...] = (
    column("organisation", TEXT, "Id of the organisation"),
    column("report", TEXT, "Id of the report that is new"),
    column("kind", TEXT, "Kind of change, or that it cannot be compared"),
    column("indicator", TEXT, "Stable id of the indicator"),
    column("title", TEXT, "Short title of the indicator"),
    column("sentence", TEXT, "What changed"),
    column("notes?", TEXT, "What to know about it"),
    column("status?", TEXT, "Status, as on the screens"),
    column("status_basis?", TEXT, "Whether it was declared or computed"),
    column("status_before?", TEXT, "Status before"),
    column("status_before_basis?", TEXT, "Whether that was declared or computed"),
    column("period?", TEXT, "Period of the change"),
    column("period_before?", TEXT, "Period before"),
    column("figure?", TEXT, "Figure, as on the screens"),
    column("figure_before?", TEXT, "Figure before"),
    column("target?", TEXT, "Target, as on the screens"),
    column("target_before?", TEXT, "Target before"),
)
