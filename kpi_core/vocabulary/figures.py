"""Words that say what a figure is: its unit, what it covers, why it is missing."""

from kpi_core.vocabulary.word import Word


class Unit(Word):
    """What a figure counts. Percentages are stored as printed: 17.1, not 0.171."""

    PERCENT = "percent"
    PERCENTAGE_POINT = "percentage_point"
    RATE_PER_1000 = "rate_per_1000"
    RATE_PER_10000 = "rate_per_10000"
    RATE_PER_100000 = "rate_per_100000"
    COUNT = "count"
    GBP = "gbp"
    DAYS = "days"
    WEEKS = "weeks"
    HOURS = "hours"
    RATIO = "ratio"
    SCORE = "score"
    TEXT = "text"
    UNKNOWN = "unknown"

    @property
    def word(self) -> str:
        """How to say the unit to a person: "per 10,000", "percentage points"."""
        return _UNIT_WORDS.get(self.value, self.value.replace("_", " "))

    @property
    def suffix(self) -> str:
        """What stands right after a figure of this unit in running text and in cells."""
        suffixes = {"percent": "%", "percentage_point": " percentage points"}
        written = {"days": " days", "weeks": " weeks", "hours": " hours"}
        return suffixes.get(self.value, written.get(self.value, ""))

    @property
    def per(self) -> int | None:
        """What a share of one is multiplied by: 100 for per cent; None where it is no share."""
        return {
            "percent": 100,
            "rate_per_1000": 1_000,
            "rate_per_10000": 10_000,
            "rate_per_100000": 100_000,
            "ratio": 1,
        }.get(self.value)

    @property
    def of_difference(self) -> "Unit":
        """The unit of a difference of two figures: percent minus percent is in points (U2)."""
        return Unit.PERCENTAGE_POINT if self is Unit.PERCENT else self


_UNIT_WORDS = {
    "percent": "per cent",
    "rate_per_1000": "per 1,000",
    "rate_per_10000": "per 10,000",
    "rate_per_100000": "per 100,000",
    "count": "number",
    "gbp": "pounds",
}


class Accumulation(Word):
    """What a figure in a period column covers (Y2, Y3)."""

    SNAPSHOT = "snapshot"
    IN_PERIOD = "in_period"
    YEAR_TO_DATE = "year_to_date"
    ROLLING = "rolling"
    ANNUAL = "annual"
    UNKNOWN = "unknown"


class PeriodKind(Word):
    """How long a period is and which calendar it follows."""

    QUARTER = "quarter"
    FINANCIAL_YEAR = "financial_year"
    CALENDAR_YEAR = "calendar_year"
    ACADEMIC_YEAR = "academic_year"
    MONTH = "month"
    HALF_YEAR = "half_year"
    SPAN = "span"
    ROLLING = "rolling"
    SURVEY = "survey"
    UNKNOWN = "unknown"


class Missing(Word):
    """Why there is no figure. Never a sentinel number and never zero (M1, M4)."""

    BLANK = "blank"
    DASH = "dash"
    NOT_AVAILABLE = "not_available"
    NOT_APPLICABLE = "not_applicable"
    AWAITED = "awaited"
    SUPPRESSED = "suppressed"
    LOW = "low"
    UNRELIABLE = "unreliable"
    NOT_COLLECTED = "not_collected"
    NOT_DUE = "not_due"

    @property
    def word(self) -> str:
        """Says how the gap was printed where the report does not explain it (S6)."""
        printed = {"blank": "Left empty", "dash": "Printed as a dash"}
        return printed.get(self.value, super().word)


class Mark(Word):
    """A publisher's note on a figure that is there (M2)."""

    PROVISIONAL = "provisional"
    REVISED = "revised"
    ESTIMATED = "estimated"
    FORECAST = "forecast"
    BREAK = "break"
