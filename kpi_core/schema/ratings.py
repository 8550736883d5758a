"""What was declared and what was computed, beside each other."""

from kpi_core import vocabulary as v
from kpi_core.schema.column import DAY, NATIVE, NUMBER, POINTS, TEXT, TEXTS, YES_NO, Table, column
from kpi_core.schema.outlook import OUTLOOK

BANDS = "Figures of each status; a square bracket includes the end, a round one does not"

RATINGS = Table(
    "ratings",
    "indicator, rated period and report, those not rated included",
    ("organisation", "indicator", "period_label", "report"),
    (
        column("organisation", TEXT, "Id of the organisation"),
        column("indicator", TEXT, "Stable id of the indicator"),
        column("period_label", TEXT, "The rated period"),
        column("period_end?", DAY, "Last day of the rated period; null where it is not stated"),
        column("target?", NUMBER, "Target that the figure is held against", unit=NATIVE),
        column("target_raw?", TEXT, "Target exactly as printed"),
        column("declared_status?", TEXT, "Status that the council declared", words=v.Status),
        column("declared_status_raw?", TEXT, "Declared status exactly as printed"),
        column("status_missing?", TEXT, "Why no status was declared", words=v.Missing),
        column("computed_status?", TEXT, "Status by the named scheme", words=v.Status),
        column("status_reason", TEXT, "The arithmetic of the computed status, in words"),
        column(
            "declared_direction?", TEXT, "Direction as the council declared it", words=v.Direction
        ),
        column("declared_direction_raw?", TEXT, "Declared direction exactly as printed"),
        column("direction_missing?", TEXT, "Why no direction was declared", words=v.Missing),
        column("computed_direction?", TEXT, "Direction by the named scheme", words=v.Direction),
        column("direction_reason", TEXT, "The arithmetic of the computed direction, in words"),
        column(
            "direction_basis?", TEXT, "Which earlier point it is taken from", words=v.DirectionBasis
        ),
        column(
            *("change?", NUMBER),
            (
                "Value minus the compared value, not turned by polarity; of a fitted line its end "
                "minus its start"
            ),
            unit=POINTS,
        ),
        column("gap?", NUMBER, "Distance to target; positive is better than target", unit=POINTS),
        column(
            "gap_relative?", NUMBER, "Gap as a fraction of the target (-0.06875 is 6.875% short)"
        ),
        column("scheme", TEXT, "Ids and versions of the status and the direction scheme"),
        column("agrees_status?", YES_NO, "Whether declared and computed status are the same"),
        column("agrees_direction?", YES_NO, "Whether declared and computed direction are the same"),
        column("commentary?", TEXT, "Commentary exactly as written"),
        column("report", TEXT, "Id of the report"),
        column("source_cell", TEXT, "Where the declared status stands in the report"),
        column("value?", NUMBER, "The rated figure", unit=NATIVE),
        column("compared_period?", TEXT, "Period that the direction is taken from"),
        column(
            "compared_value?",
            NUMBER,
            "Figure that the direction is taken from, or start of a line",
            unit=NATIVE,
        ),
        column("benchmark_raw?", TEXT, "Benchmark cell exactly as printed"),
        column("benchmark_group_raw?", TEXT, "Name of the benchmark group exactly as printed"),
        column(
            "comparator?", TEXT, "Subject of the comparator that the row names, else its only one"
        ),
        column("comparator_value?", NUMBER, "The comparator's figure", unit=NATIVE),
        column("comparator_gap?", NUMBER, "Distance to it; positive is better", unit=POINTS),
        column("comparison", TEXT, "How the figure stands against it", words=v.Comparison),
        column("action?", TEXT, "Action named by the report or the catalogue"),
        column("due_date?", TEXT, "Date by which the action is due, as given"),
        column("target_low?", NUMBER, "Least figure of a target that is a range", unit=NATIVE),
        column("target_high?", NUMBER, "Greatest figure of it", unit=NATIVE),
        column("bands?", TEXT, BANDS),
        column("fragile?", YES_NO, "Whether rounding or chance could give it another colour"),
        column("fragility_reason?", TEXT, "Why it could, or why not"),
        column("what_would_change?", TEXTS, "What figure, or how many cases, would change it"),
        column("movement?", TEXT, "What the number did since the compared one", words=v.Movement),
        column(
            *("long_direction?", TEXT, "Direction over the longer term, by the named scheme"),
            words=v.Direction,
        ),
        column("long_direction_reason?", TEXT, "Its arithmetic, in words"),
        column(
            *("long_direction_basis?", TEXT, "Which earlier point it is taken from"),
            words=v.DirectionBasis,
        ),
        column(
            *("long_change?", NUMBER, "Value minus that earlier one, not turned by polarity"),
            unit=POINTS,
        ),
        column("long_compared_period?", TEXT, "Period that it is taken from"),
        *OUTLOOK,
    ),
)

HISTORY_RATINGS = Table(
    "history_ratings",
    "other period of an indicator, rated by us",
    ("organisation", "indicator", "period_label"),
    (
        column("organisation", TEXT, "Id of the organisation"),
        column("indicator", TEXT, "Stable id of the indicator"),
        column("period_label", TEXT, "The period"),
        column("period_end?", DAY, "Last day of the period; null where it is not stated"),
        column("computed_status?", TEXT, "Status by the named scheme", words=v.Status),
        column("status_reason", TEXT, "The arithmetic in words, or why there is no status"),
        column("target?", NUMBER, "Target of that period, if known", unit=NATIVE),
        column("scheme", TEXT, "Id and version of the status scheme"),
        column("bands?", TEXT, BANDS),
    ),
)
