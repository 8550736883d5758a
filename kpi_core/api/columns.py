"""Columns of answers that are no table of the dataset, in the words of its contract."""

from enum import StrEnum

from kpi_core import vocabulary as v
from kpi_core.schema import INDICATORS, RATINGS, Column
from kpi_core.schema.column import NATIVE, NUMBER, POINTS, TEXT, TEXTS, WHOLE, YES_NO, column


class Basis(StrEnum):
    """Where the figure of a comparator comes from."""

    QUOTED = "as_quoted"
    PUBLISHED = "as_published"


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

BENCHMARKED: tuple[Column, ...] = (
    column("organisation", TEXT, "Id of the organisation"),
    column("report", TEXT, "Id of the report that rates the indicator"),
    column("indicator", TEXT, "Stable id of the indicator"),
    column("title", TEXT, "Short title of the indicator"),
    column("unit", TEXT, "Unit of the indicator", words=v.Unit),
    column("polarity", TEXT, "Which way is good", words=v.Polarity),
    column("period_label", TEXT, "The rated period"),
    column("value?", NUMBER, "The rated figure", unit=NATIVE),
    column("target?", NUMBER, "Target that it is held against", unit=NATIVE),
    column(
        "comparator", TEXT, "Subject of the comparator; of neighbours the id of their dated set"
    ),
    column("comparator_name", TEXT, "The comparator in words"),
    column("is_named", YES_NO, "Whether the report names it as the row's comparator"),
    column("comparator_period", TEXT, "Period of its figure; unknown if not stated"),
    column("comparator_value?", NUMBER, "Its figure, as quoted or as published", unit=NATIVE),
    column("gap?", NUMBER, "Distance of the rated figure to it; positive is better", unit=POINTS),
    column("comparison", TEXT, "How the figure stands against it", words=v.Comparison),
    column(
        "target_against", TEXT, "Whether our target asks for more than it has", words=v.Comparison
    ),
    column("source_cell?", TEXT, "Where the figure stands in the report that quotes it"),
    column("basis", TEXT, "Whether its figure is as quoted or as published", words=Basis),
    column("measure?", TEXT, "Id of the national measure"),
    column("group?", TEXT, "Key of the group, such as england"),
    column("neighbour_set?", TEXT, "Id of the dated set of neighbours"),
    column("statistic?", TEXT, "How the group becomes one figure", words=v.Statistic),
    column("lag_months?", WHOLE, "Months from the end of the rated period to the end of theirs"),
    column("period_note?", TEXT, "What differs between the two periods"),
    column("members?", WHOLE, "Members of the group in that period"),
    column("with_data?", WHOLE, "Of those, members with a figure"),
    column("reason?", TEXT, "Why the group has no figure"),
    column("published_value?", NUMBER, "The organisation's figure as published", unit=NATIVE),
    column("published_gap?", NUMBER, "Distance of that; positive is better", unit=POINTS),
    column("likeness?", TEXT, "How the published figure stands to it", words=v.IntervalMark),
    column("likeness_basis?", TEXT, "What that is decided by", words=v.LikenessBasis),
    column("likeness_reason?", TEXT, "The arithmetic of it, or why nothing is said"),
    column("rank?", WHOLE, "Place of the published figure among all councils; 1 is the best"),
    column("councils?", WHOLE, "Councils with a figure, this one included"),
    column("quartile?", TEXT, "Quarter that it falls in", words=v.QuartileBand),
    column("quartile_words?", TEXT, "The same in words"),
    column("standing_reason?", TEXT, "Why there is no rank or no quarter"),
    column("release?", TEXT, "Release that the published figures are from"),
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
