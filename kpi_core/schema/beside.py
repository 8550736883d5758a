"""What reports say beside what was published: quoted figures, and the council's own."""

from kpi_core import vocabulary as v
from kpi_core.schema.column import DAY, NATIVE, NUMBER, TEXT, TEXTS, WHOLE, YES_NO, Table, column

VINTAGES = Table(
    "vintages",
    "quoted figure of an indicator with a national measure: which published period it fits",
    ("report", "indicator", "subject", "period_label", "source_cell"),
    (
        column("organisation", TEXT, "Id of the organisation that quotes it"),
        column("report", TEXT, "Id of the report"),
        column("indicator", TEXT, "Stable id of the indicator"),
        column("measure", TEXT, "Id of the national measure"),
        column("subject", TEXT, "The group that the figure is about"),
        column("group_title", TEXT, "The group in words"),
        column("source_cell", TEXT, "Where the figure stands in the report"),
        column("quoted", NUMBER, "The figure as quoted", unit=NATIVE),
        column("quoted_text", TEXT, "The same with its decimals and unit"),
        column("period_label", TEXT, "Period that it is held to be for: its own, else its row's"),
        column("period_end?", DAY, "Last day of that period"),
        column("expected_label?", TEXT, "The newest published period that had ended by then"),
        column("state", TEXT, "What it fits", words=v.Vintage),
        column("fits", TEXTS, "Published periods that it fits, the newest first"),
        column("fits_text?", TEXT, "The same with the published figures and how they are made"),
        column("now_text?", TEXT, "What is published for the expected period"),
        column("months_behind?", WHOLE, "Months from the newest of them to the expected period"),
        column(
            "together",
            TEXTS,
            "Published periods that all figures of its row fit which fit any; of two or more",
        ),
        column("sentence", TEXT, "The same in a sentence, or why nothing can be compared"),
    ),
)

LATER_FIGURES = Table(
    "later_figures",
    "figure of an organisation for whose period one was published",
    ("organisation", "indicator", "period_label"),
    (
        column("organisation", TEXT, "Id of the organisation"),
        column("indicator", TEXT, "Stable id of its indicator"),
        column("measure", TEXT, "Id of the national measure"),
        column("period_label", TEXT, "Period of the figure in the report"),
        column("period_end", DAY, "Last day of both periods"),
        column("published_label", TEXT, "Period of the published figure"),
        column("reported?", NUMBER, "The figure as reported", unit=NATIVE),
        column("reported_text?", TEXT, "The same with its decimals and unit"),
        column("published", NUMBER, "The figure as published in the newest release", unit=NATIVE),
        column("published_text", TEXT, "The same with its decimals and unit"),
        column("difference?", NUMBER, "Published minus reported", unit=NATIVE),
        column("difference_text?", TEXT, "The same in words"),
        column(
            "within_rounding?", YES_NO, "Whether both are the same where they are rounded alike"
        ),
        column("releases", TEXTS, "Releases with such a figure, in the order of their import"),
        column("drift?", NUMBER, "Newest release minus the first one", unit=NATIVE),
        column("drift_text?", TEXT, "The same in a sentence"),
        column("sentence", TEXT, "Both figures in a sentence"),
        column("report", TEXT, "Id of the report"),
        column("source_cell", TEXT, "Where the figure stands in the report"),
        column("release", TEXT, "Release of the published figure"),
    ),
)
