"""Words for where a year is heading: what has to happen, and why nothing can be said of it."""

from kpi_core.vocabulary.word import Word


class OutlookKind(Word):
    """What the rest of the year has to bring for the target to be met (R5, Y6)."""

    YEAR_ENDED = "year_ended"
    MET_ALREADY = "met_already"
    MISSED_ALREADY = "missed_already"
    NEEDS_MORE = "needs_more"
    ROOM_LEFT = "room_left"
    MUST_IMPROVE = "must_improve"
    MUST_HOLD = "must_hold"
    REFUSED = "refused"

    @property
    def phrase(self) -> str:
        return {
            "year_ended": "The year has ended",
            "met_already": "The target is reached already",
            "missed_already": "More than the target has come already",
            "needs_more": "More is needed",
            "room_left": "Only so much more may come",
            "must_improve": "The figure has to get better",
            "must_hold": "The figure has to stay as good",
            "refused": "Nothing can be said without guessing",
        }[self.value]


class NoOutlook(Word):
    """Why nothing is said of the rest of the year."""

    NO_TARGET = "no_target"
    TARGET_IS_NO_NUMBER = "target_is_no_number"
    TARGET_OF_THE_PERIOD = "target_of_the_period_alone"
    TARGET_IN_ANOTHER_UNIT = "target_in_another_unit"
    NO_REGULAR_PERIODS = "no_regular_periods"
    NO_FIGURE = "no_figure"
    NO_POLARITY = "no_polarity"
    FALLS_WITHIN_YEAR = "falls_within_the_year"
    COVERAGE_NOT_KNOWN = "coverage_of_a_count_not_known"
    TOTAL_OR_EACH = "target_for_each_period_or_their_total"
