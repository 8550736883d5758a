"""What reports say: figures, indicators, and what has no place of its own."""

from kpi_core import vocabulary as v
from kpi_core.schema.column import DAY, NATIVE, NUMBER, TEXT, TEXTS, WHOLE, YES_NO, Table, column

OBSERVATIONS = Table(
    "observations",
    "measured figure, own or of a comparator, missing ones included",
    ("subject", "indicator", "period_label", "reported_by", "report", "source_cell"),
    (
        column("subject", TEXT, "The organisation or group that the figure is about"),
        column("indicator", TEXT, "Stable id of the indicator"),
        column("period_label", TEXT, "Canonical period, such as 2019/20 Q4; unknown if not stated"),
        column("period_start?", DAY, "First day of the period"),
        column("period_end?", DAY, "Last day of the period"),
        column("period_kind", TEXT, "Kind of period", words=v.PeriodKind),
        column(
            "value?", NUMBER, "The figure; percentages as printed (17.1, not 0.171)", unit=NATIVE
        ),
        column("unit", TEXT, "Unit of the figure", words=v.Unit),
        column("decimals?", WHOLE, "Decimal places as printed"),
        column("raw", TEXT, "The text exactly as printed"),
        column("missing?", TEXT, "Why there is no figure", words=v.Missing),
        column("mark?", TEXT, "The publisher's note on the figure", words=v.Mark),
        column("reported_by", TEXT, "The organisation whose report carries the figure"),
        column("report", TEXT, "Id of the report"),
        column("source_cell", TEXT, "Where the figure stands in the report"),
        column("reported_on?", DAY, "Publication date of the report, if known"),
        column(
            "is_latest", YES_NO, "Newest reported version of this subject, indicator and period"
        ),
        column(
            "numerator?",
            NUMBER,
            "Cases that count, as the report or the catalogue gives them; those of a share give "
            "its figure within rounding",
            unit="cases",
        ),
        column("denominator?", NUMBER, "Cases that the figure is of, given likewise", unit="cases"),
        column("lower?", NUMBER, "Lower 95% confidence limit as the report prints it", unit=NATIVE),
        column("upper?", NUMBER, "Upper 95% confidence limit as the report prints it", unit=NATIVE),
        column("period_raw?", TEXT, "The period as a national release spells it"),
    ),
)

INDICATORS = Table(
    "indicators",
    "indicator of an organisation",
    ("organisation", "indicator"),
    (
        column("organisation", TEXT, "Id of the organisation"),
        column("indicator", TEXT, "Stable id of the indicator"),
        column("name", TEXT, "Name exactly as printed"),
        column("title", TEXT, "Short title for screens and charts"),
        column("plan?", TEXT, "Plan or priority number as printed"),
        column("theme?", TEXT, "Theme that groups indicators on screen"),
        column("polarity", TEXT, "Which way is good", words=v.Polarity),
        column("polarity_basis", TEXT, "Where the polarity came from", words=v.PolarityBasis),
        column("unit", TEXT, "Unit of the indicator", words=v.Unit),
        column("decimals?", WHOLE, "Decimal places to show"),
        column("accumulation", TEXT, "What a figure covers", words=v.Accumulation),
        column("frequency?", TEXT, "How often a figure is due"),
        column("owner?", TEXT, "Who answers for the indicator"),
        column(
            "caveats", TEXTS, "Known limits, found in the name, the commentary or the catalogue"
        ),
        column("national_measure?", TEXT, "Id of the national measure that it joins"),
        column("theme_basis?", TEXT, "Where the theme came from: report or catalogue"),
        column("position", WHOLE, "Place in the organisation's own order, from 1"),
        column("reference?", TEXT, "The council's own code for the indicator, as printed"),
        column("no_national_measure?", TEXT, "Why it joins no national measure"),
        column("description?", TEXT, "What a national measure counts, in its publisher's words"),
        column("year_kind?", TEXT, "Kind of year of a national measure, as its publisher says"),
        column("link?", TEXT, "Address of a national measure's source"),
        column("updated_on?", DAY, "When a national measure was last updated"),
        column("next_update_on?", DAY, "When it is due next"),
    ),
)

EXTRAS = Table(
    "extras",
    "cell under a heading that is not one of ours, or further figure of a cell, kept with its "
    "indicator",
    ("organisation", "indicator", "report", "source_cell", "heading"),
    (
        column("organisation", TEXT, "Id of the organisation"),
        column("indicator", TEXT, "Stable id of the indicator"),
        column("report", TEXT, "Id of the report"),
        column(
            "heading", TEXT, "Heading that the cell stands under, with its period where it has one"
        ),
        column("text", TEXT, "The text exactly as printed"),
        column("source_cell", TEXT, "Where the cell stands in the report"),
    ),
)
