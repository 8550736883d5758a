"""Why there are no limits, no interval or no trend: each with a sentence (T1, T4-T6, X5, X6)."""

from dataclasses import dataclass

from kpi_core.vocabulary import Word


class Reason(Word):
    """What stands in the way."""

    ACCUMULATING = "accumulating"
    ROLLING = "rolling"
    ANNUAL_IN_QUARTERS = "annual_in_quarters"
    NO_REGULAR_PERIODS = "no_regular_periods"
    BREAK = "break_in_the_series"
    TOO_FEW_POINTS = "too_few_points"
    TOO_FEW_RANGES = "too_few_ranges"
    NO_VARIATION = "no_variation"
    NOT_STEADY = "not_steady"
    FALLS_WITHIN_YEAR = "falls_within_the_year"
    NOT_ANNUAL = "not_annual"
    MISSING_VALUES = "missing_values"
    MISSING_INTERVALS = "missing_intervals"
    DUPLICATE_YEARS = "duplicate_years"
    COUNT_IS_WHOLE = "count_is_whole"
    MISSING_CASES = "missing_cases"
    NO_FIGURE = "no_figure"
    NO_SHARE = "no_share"
    NO_UNIT = "no_unit"
    NO_SPREAD = "no_spread"
    NO_DENOMINATOR = "no_denominator"
    NO_WHOLE_CASES = "no_whole_cases"
    BEYOND_WHOLE = "beyond_the_whole"


@dataclass(frozen=True)
class Refusal:
    """A reason and the sentence that a person reads."""

    reason: Reason
    sentence: str
