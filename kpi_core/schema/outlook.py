"""Columns of ``ratings`` that say where the year is heading."""

from kpi_core import vocabulary as v
from kpi_core.schema.column import NATIVE, NUMBER, POINTS, TEXT, TEXTS, WHOLE, column

OUTLOOK = (
    column("outlook?", TEXT, "What the rest of the year has to bring, in words"),
    column("outlook_estimate?", TEXT, "What past variation suggests, in words: an estimate"),
    column("outlook_kind?", TEXT, "The same in one word", words=v.OutlookKind),
    column("outlook_refusal?", TEXT, "Why nothing is said of it", words=v.NoOutlook),
    column("outlook_notes?", TEXTS, "What one has to know beside it"),
    column("year_end?", TEXT, "The period that ends the year of the rated one"),
    column("periods_left?", WHOLE, "Periods of the rated one's kind that are left of its year"),
    column("so_far?", NUMBER, "The figure that the year stands at", unit=NATIVE),
    column("year_target?", NUMBER, "Target for the end of the year", unit=NATIVE),
    column("needed?", NUMBER, "That target minus that figure", unit=POINTS),
    column("needed_each?", NUMBER, "Needed in each period left, of a running count", unit=NATIVE),
    column("each_so_far?", NUMBER, "What came in each period of the year so far", unit=NATIVE),
    column(
        "each_last_year?",
        NUMBER,
        "What came in each of the same periods a year before",
        unit=NATIVE,
    ),
    column(
        "by_profile?", NUMBER, "Year end by last year's profile, pro rata: an estimate", unit=NATIVE
    ),
    column(
        "usual_change?", NUMBER, "Mean size of the change between neighbouring periods", unit=POINTS
    ),
    column(
        "range_low?", NUMBER, "Lower end of what past variation suggests: an estimate", unit=NATIVE
    ),
    column("range_high?", NUMBER, "Upper end of the same estimate", unit=NATIVE),
    column("range_reason?", TEXT, "Why there is no such estimate"),
)
